//! The entries of a live blog.

use crate::dom::{ElementRef, NodeId, Tag};
use crate::model::Timestamp;
use crate::value::date::{self, DateContext};
use crate::value::text::tokens;

/// The tokens of classes that name an entry of a live blog.
const NAMES: &[&[&str]] = &[
    &["live", "entry"],
    &["live", "post"],
    &["live", "update"],
    &["live", "block"],
    &["live", "blog", "entry"],
    &["live", "blog", "post"],
    &["live", "blog", "item"],
    &["live", "blog", "update"],
    &["live", "event", "entry"],
    &["liveblog", "entry"],
    &["liveblog", "post"],
    &["liveblog", "item"],
    &["liveblog", "update"],
];

/// How all [`NAMES`] begin.
const FIRST: &[&str] = &["live", "liveblog"];

/// Attributes in which an entry states its time.
const TIMES: &[&str] = &["data-post-time", "data-block-time", "data-timestamp"];

/// A time as it is shown has at most so many bytes; a longer text is no time.
const LONGEST_TIME: usize = 80;

/// A longer text, in bytes, is no title.
const LONGEST_TITLE: usize = 1000;

/// Whether the element is one entry of a live blog.
pub(super) fn is_entry(element: ElementRef<'_>) -> bool {
    if !matches!(element.tag(), Tag::Article | Tag::Div | Tag::Li | Tag::Section) {
        return false;
    }
    element.attr("itemprop") == Some("liveBlogUpdate") || element.classes().any(is_entry_class)
}

/// `live-entry`, but not `live-entry__title`, which is a part of one.
fn is_entry_class(class: &str) -> bool {
    let begins = |word: &str| FIRST.iter().any(|first| word.eq_ignore_ascii_case(first));
    // Nearly all classes end here.
    if !tokens(class).next().is_some_and(begins) {
        return false;
    }
    NAMES.iter().any(|name| {
        let mut words = tokens(class);
        name.iter().all(|own| words.next().is_some_and(|word| word.eq_ignore_ascii_case(own)))
            && words.next().is_none()
    })
}

/// When the entry was published: what attributes state, in the words that the page shows.
pub(super) fn time(entry: ElementRef<'_>) -> Option<Timestamp> {
    let context = DateContext::default();
    let time = time_element(entry)?;
    let of_entry = TIMES.iter().filter_map(|name| entry.attr(name));
    let mut stated = time.attr("datetime").into_iter().chain(of_entry);
    let stated = stated.find_map(|text| date::parse(text, &context));
    let shown = date::parse(&time.text(), &context);
    match (stated, shown) {
        (Some(stated), Some(shown)) => Some(Timestamp { raw: shown.raw, ..stated }),
        (stated, shown) => stated.or(shown),
    }
}

fn time_element(entry: ElementRef<'_>) -> Option<ElementRef<'_>> {
    entry.elements().find(|element| element.tag() == Tag::Time)
}

/// The nodes of the entry's time and title, which are no text of it.
pub(super) fn head(entry: ElementRef<'_>) -> Vec<(NodeId, NodeId)> {
    let shown = time_element(entry).filter(|time| time.text().len() <= LONGEST_TIME);
    let time = shown.filter(|_| time(entry).is_some());
    let elements = time.into_iter().chain(title(entry));
    elements.map(|element| (element.id(), element.node().end())).collect()
}

/// The heading of the entry.
pub(super) fn title(entry: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let heading = entry.elements().find(|element| element.tag().heading_level().is_some());
    heading.filter(|heading| heading.text().len() <= LONGEST_TITLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_told_by_the_whole_class() {
        for class in ["live-entry", "live-event-entry", "liveBlogPost", "_live-post"] {
            assert!(is_entry_class(class), "{class}");
        }
        for class in ["live-entry__title", "live", "olive-post", "c-live-entry"] {
            assert!(!is_entry_class(class), "{class}");
        }
    }
}
