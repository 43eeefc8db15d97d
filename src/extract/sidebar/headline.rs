//! The headline of an entry.

use super::marks::Marks;
use super::runs::Entry;
use super::survey::{Seen, Survey};
use super::tables::{HEADING_CHARS, HEADLINE_CHARS};
use crate::dom::{ElementRef, NodeRef};
use crate::value::text::{collapse, fold};

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
    let link = links
        .iter()
        .filter_map(|link| seen(survey, link.node()))
        .max_by_key(|seen| (likeness(survey, seen), seen.chars))?;
    let near = |seen: &&Seen| {
        let (element, link) = (survey.element(seen).node(), survey.element(link).node());
        let linked = link.contains(element.id()) || element.contains(link.id());
        linked && seen.chars >= HEADLINE_CHARS / 2 && seen.chars <= LONGEST
    };
    let candidates = || survey.among(&entry.nodes).map(|(_, seen)| seen).filter(near);
    let best = candidates()
        .enumerate()
        .map(|(order, seen)| (merit(survey, seen), std::cmp::Reverse(order), survey.element(seen)))
        .filter(|(merit, ..)| *merit > 0)
        .max_by_key(|(merit, order, _)| (*merit, *order));
    let best = best.map(|(.., element)| element);
    Some(Headline { element: best.unwrap_or_else(|| survey.element(link)) })
}

/// How much a link is like a headline beside others to the same article: one named so or in a
/// heading, more than one that is named a teaser.
fn likeness(survey: &Survey<'_>, seen: &Seen) -> u8 {
    let marks = survey.class_marks(survey.element(seen));
    match (marks.has(Marks::HEADLINE), marks.has(Marks::BADGE)) {
        _ if seen.chars < HEADLINE_CHARS / 2 => 0,
        (true, _) => 3,
        (false, false) if is_in_heading(survey, survey.element(seen)) => 3,
        (false, false) => 2,
        (false, true) => 1,
    }
}

/// Whether a link is a heading's, or has a heading in it.
fn is_in_heading<'a>(survey: &Survey<'a>, link: ElementRef<'a>) -> bool {
    let inside = survey.inside(link.node()).map(|(_, seen)| survey.element(seen));
    let mut elements = link.ancestors().take(HEADING_LAYERS).chain(inside);
    elements.any(|element| element.tag().heading_level().is_some())
}

/// How many elements around a link may be a heading: there are spans between.
const HEADING_LAYERS: usize = 2;

fn seen<'s, 'a>(survey: &'s Survey<'a>, node: NodeRef<'a>) -> Option<&'s Seen> {
    survey.inside(node).next().map(|(_, seen)| seen)
}

/// How much an element is like a headline: a name counts more than a heading, and the level of a
/// heading (the kicker has the lower one, or is named so) decides between headings.
fn merit(survey: &Survey<'_>, seen: &Seen) -> u8 {
    let element = survey.element(seen);
    let class = survey.class_marks(element);
    if class.has(Marks::LABEL) && !class.has(Marks::HEADLINE) {
        return 0;
    }
    let named = class.has(Marks::HEADLINE)
        || element.attr("itemprop").is_some_and(|p| Marks::of(p).has(Marks::HEADLINE));
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
