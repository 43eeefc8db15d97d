//! Room in what is filled piece by piece and kept while a page is read: doubled when full, it would
//! hold as much again for nothing.

/// What is full grows by this part of its length.
const GROWTH: usize = 8;

/// The fewest items that there is room made for at once.
const LEAST: usize = 16;

/// The fewest bytes of text.
const LEAST_BYTES: usize = 2048;

/// Adds an item.
pub(crate) fn push<T>(items: &mut Vec<T>, item: T) {
    if items.len() == items.capacity() {
        items.reserve_exact(LEAST.max(items.len() / GROWTH));
    }
    items.push(item);
}

/// Makes room for `more` bytes of text.
pub(crate) fn make_room(text: &mut String, more: usize) {
    if text.capacity() - text.len() < more {
        text.reserve_exact(more.max(text.len() / GROWTH).max(LEAST_BYTES));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_room_is_left() {
        let (mut items, mut text) = (Vec::new(), String::new());
        for item in 0..10_000 {
            push(&mut items, item);
            make_room(&mut text, 3);
            text.push_str("bus");
        }
        assert_eq!((items.len(), text.len()), (10_000, 30_000));
        assert!(items.capacity() <= 10_000 + 10_000 / GROWTH, "{}", items.capacity());
        assert!(text.capacity() <= 30_000 + 30_000 / GROWTH, "{}", text.capacity());
    }
}
