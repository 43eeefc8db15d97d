//! The entries of a live blog.

use crate::dom::{ElementRef, NodeId, Tag};
use crate::model::Timestamp;
use crate::value::date::{self, DateContext};
use crate::value::text::tokens;

/// Pairs of neighbouring tokens in a class that name an entry of a live blog.
const NAMES: &[(&str, &str)] = &[
    ("live", "entry"),
    ("live", "post"),
    ("live", "update"),
    ("live", "block"),
    ("liveblog", "entry"),
    ("liveblog", "post"),
    ("liveblog", "item"),
    ("liveblog", "update"),
];

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
    let mut words = tokens(class);
    // Nearly all classes end here.
    let Some(first) = words.next().filter(|first| NAMES.iter().any(|(a, _)| eq(first, a))) else {
        return false;
    };
    let (Some(second), None) = (words.next(), words.next()) else { return false };
    NAMES.iter().any(|(a, b)| eq(first, a) && eq(second, b))
}

fn eq(token: &str, name: &str) -> bool {
    token.eq_ignore_ascii_case(name)
}

/// When the entry was published.
pub(super) fn time(entry: ElementRef<'_>) -> Option<Timestamp> {
    let context = DateContext::default();
    let time = time_element(entry)?;
    let stated = time.attr("datetime").and_then(|text| date::parse(text, &context));
    stated.or_else(|| date::parse(&time.text(), &context))
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
