//! Attributes by what their names mean to a reader: each name and each value of a page can be read
//! once, however many elements have it.

use super::arena::{Arena, Attr, NameId, mark};
use super::{Document, ElementRef};

/// What the names of a page mean, by their numbers.
#[derive(Debug)]
pub(crate) struct Meanings<T>(Vec<Option<T>>);

/// A name of attributes in a page: by its number an attribute is found sooner than by the name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AttrName {
    /// `None` where no element has it.
    number: Option<NameId>,
    mark: u16,
}

impl Document {
    /// The name of attributes, to ask many elements for.
    pub(crate) fn attr_name(&self, name: &str) -> AttrName {
        let place = self.arena.names.iter().position(|known| **known == *name);
        let number = place.and_then(|place| u16::try_from(place).ok()).map(NameId);
        AttrName { number, mark: mark(name) }
    }
}

/// The value of an attribute. Of most the number tells what was read already.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Value<'a> {
    arena: &'a Arena,
    attr: &'a Attr,
}

impl<'a> Value<'a> {
    pub(crate) fn text(self) -> &'a str {
        self.arena.value(self.attr)
    }

    /// A number that no other value of the page has; values that are the same mostly share it.
    /// `None` for the empty value.
    pub(crate) fn number(self) -> Option<u32> {
        (self.attr.length > 0).then_some(self.attr.from)
    }
}

impl<'a> ElementRef<'a> {
    /// The value of the attribute of that name.
    #[inline]
    pub(crate) fn named(self, name: AttrName) -> Option<Value<'a>> {
        if self.may_have_mark(name.mark) { self.find_named(name) } else { None }
    }

    fn find_named(self, name: AttrName) -> Option<Value<'a>> {
        let (arena, number) = (&self.document().arena, name.number?);
        let attr = arena.attrs_of(self.arena_node()).iter().find(|attr| attr.name == number)?;
        Some(Value { arena, attr })
    }
}

impl<T: Copy> Meanings<T> {
    /// What `of` says of each name of the page.
    pub(crate) fn new(document: &Document, of: impl Fn(&str) -> Option<T>) -> Self {
        Self(document.arena.names.iter().map(|name| of(name)).collect())
    }

    /// The attributes of an element that mean something, in page order.
    pub(crate) fn attrs<'a>(
        &self,
        element: ElementRef<'a>,
    ) -> impl Iterator<Item = (T, Value<'a>)> {
        let arena = &element.document().arena;
        self.of(arena, arena.attrs_of(element.arena_node()))
    }

    /// The same of all elements of a page.
    pub(super) fn all<'a>(&self, document: &'a Document) -> impl Iterator<Item = (T, Value<'a>)> {
        self.of(&document.arena, &document.arena.attrs)
    }

    fn of<'a>(&self, arena: &'a Arena, attrs: &'a [Attr]) -> impl Iterator<Item = (T, Value<'a>)> {
        attrs.iter().filter_map(|attr| {
            let meaning = (*self.0.get(usize::from(attr.name.0))?)?;
            Some((meaning, Value { arena, attr }))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;

    #[test]
    fn values_that_differ_have_numbers_that_differ() {
        let html = "<p class=a id=a title=b><p class='' id=''><p class=a id=c>";
        let page = Document::parse(html, &Limits::default());
        let names =
            Meanings::new(&page, |name| matches!(name, "class" | "id").then_some(name.len()));
        let attrs: Vec<(usize, &str, Option<u32>)> = page
            .elements()
            .flat_map(|element| names.attrs(element))
            .map(|(meaning, value)| (meaning, value.text(), value.number()))
            .collect();
        let expected = matches!(
            attrs.as_slice(),
            [
                (5, "a", Some(first)),
                (2, "a", Some(same)),
                (5, "", None),
                (2, "", None),
                (5, "a", Some(again)),
                (2, "c", Some(other)),
            ] if first == same && first == again && first != other
        );
        assert!(expected, "{attrs:?}");
    }
}
