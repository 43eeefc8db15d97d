//! The headline of an entry.

use super::runs::Entry;
use super::survey::{Seen, Survey};
use super::tables::{HEADING_CHARS, HEADLINE_CHARS, HEADLINES, LABELS};
use crate::dom::{ElementRef, NodeRef};
use crate::value::text::{collapse, fold, has_token};

/// The element that the headline stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Headline<'a> {
    pub(super) element: ElementRef<'a>,
}

/// The longest headline.
const LONGEST: u32 = HEADING_CHARS * 5;

/// Where the headline of an entry stands: in an element named so, else in a heading, else in the
/// link with the most text. The element is inside the main link or has it inside, unless the link
/// says little of its own ('read on').
pub(super) fn find<'a>(
    survey: &Survey<'a>,
    entry: &Entry<'a>,
    links: &[ElementRef<'a>],
) -> Option<Headline<'a>> {
    let link =
        links.iter().filter_map(|link| seen(survey, link.node())).max_by_key(|seen| seen.chars)?;
    let near = |seen: &&Seen<'a>| {
        let (element, link) = (seen.element.node(), link.element.node());
        let linked = link.contains(element.id()) || element.contains(link.id());
        linked && seen.chars >= HEADLINE_CHARS / 2 && seen.chars <= LONGEST
    };
    let candidates = || {
        entry.nodes.iter().flat_map(|node| survey.inside(*node)).map(|(_, seen)| seen).filter(near)
    };
    let best = candidates()
        .enumerate()
        .max_by_key(|(order, seen)| (merit(seen), std::cmp::Reverse(*order)));
    let best = best.filter(|(_, seen)| merit(seen) > 0).map(|(_, seen)| seen.element);
    Some(Headline { element: best.unwrap_or(link.element) })
}

fn seen<'s, 'a>(survey: &'s Survey<'a>, node: NodeRef<'a>) -> Option<&'s Seen<'a>> {
    survey.inside(node).next().map(|(_, seen)| seen)
}

/// How much an element is like a headline: a name counts more than a heading, and the level of a
/// heading (the kicker has the lower one, or is named so) decides between headings.
fn merit(seen: &Seen<'_>) -> u8 {
    let element = seen.element;
    let class = element.attr("class").unwrap_or_default();
    if has_token(class, LABELS) && !has_token(class, HEADLINES) {
        return 0;
    }
    let named = has_token(class, HEADLINES)
        || element.attr("itemprop").is_some_and(|p| has_token(p, HEADLINES));
    let level = element.tag().heading_level().map_or(0, |level| 7 - level);
    level + if named { NAMED } else { 0 }
}

/// What a name counts; headings count 1 to 6.
const NAMED: u8 = 4;

/// `title`, or the longer text of an attribute where the page shows it cut off.
pub(super) fn in_full(title: String, element: ElementRef<'_>, links: &[ElementRef<'_>]) -> String {
    let Some(start) = ["…", "...", "[...]", "[…]"].iter().find_map(|end| title.strip_suffix(end))
    else {
        return title;
    };
    let start = fold(start.trim_end_matches(['.', '…', ' ']));
    let elements = links.iter().copied().chain([element]);
    let images = links.iter().flat_map(|link| link.elements());
    elements
        .chain(images)
        .flat_map(|element| {
            ["title", "aria-label", "alt", "data-title"]
                .into_iter()
                .filter_map(move |n| element.attr(n))
        })
        .map(collapse)
        .find(|full| {
            full.len() > title.len() && !start.is_empty() && fold(full).starts_with(&start)
        })
        .unwrap_or(title)
}
