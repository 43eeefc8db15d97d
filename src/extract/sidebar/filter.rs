//! What is a list of links, but not of articles.

use super::naming::Naming;
use super::runs::Run;
use super::survey::Survey;
use super::tables::{
    ADVERT_HEADINGS, ADVERTS, FURNITURE, MEAN_ENTRY, MEAN_LETTERS, MEAN_LETTERS_FULL, NEVER, PAID,
};
use crate::dom::{ElementRef, NodeId, Tag};
use crate::model::SidebarItem;
use crate::value::text::{fold, has_token};

/// Whether the place of a run on the page rules it out.
pub(super) fn is_misplaced(
    survey: &Survey<'_>,
    run: &Run<'_>,
    naming: &Naming,
    in_body: &impl Fn(NodeId) -> bool,
) -> bool {
    let body = run.entries.iter().filter_map(|entry| survey.get(entry.index));
    let body = body.filter(|seen| is_body(survey, seen.element, in_body)).count();
    if body * 2 >= run.entries.len() {
        return true;
    }
    if naming.heading.as_deref().is_some_and(is_advert_heading) {
        return true;
    }
    let part = survey.chars() / 2;
    let around =
        || survey.outwards(run.parent).map(|(_, seen)| seen).take_while(|s| s.chars <= part);
    around().any(|seen| is_named(seen.element, NEVER))
        || !naming.by_heading && around().any(|seen| is_furniture(seen.element))
        || survey
            .boxes(run)
            .any(|element| is_named(element, PAID) || !naming.by_heading && is_advert(element))
}

/// Whether a heading says that what follows is paid for.
fn is_advert_heading(heading: &str) -> bool {
    let folded = fold(heading);
    folded.split(|c: char| !c.is_alphanumeric()).any(|word| ADVERT_HEADINGS.contains(&word))
}

/// Whether the text of an entry is body text.
fn is_body(survey: &Survey<'_>, entry: ElementRef<'_>, in_body: &impl Fn(NodeId) -> bool) -> bool {
    let leaves = survey.leaves_in(entry.node());
    leaves.iter().filter(|leaf| in_body(leaf.node.id())).count() * 2 > leaves.len()
}

fn is_furniture(element: ElementRef<'_>) -> bool {
    matches!(element.tag(), Tag::Nav | Tag::Footer)
        || element.attr("role").is_some_and(|role| {
            matches!(role, "navigation" | "menu" | "menubar" | "contentinfo" | "search")
        })
        || is_named(element, FURNITURE)
}

/// Whether a class or the id of the element has one of the tokens. The page itself may have
/// classes such as `has-ads`.
fn is_named(element: ElementRef<'_>, table: &[&str]) -> bool {
    !matches!(element.tag(), Tag::Html | Tag::Body | Tag::Main)
        && ["class", "id"]
            .iter()
            .filter_map(|name| element.attr(name))
            .any(|value| value.len() <= NAME_BYTES && has_token(value, table))
}

/// The longest attribute that is read as a name.
const NAME_BYTES: usize = 300;

/// Whether the element is marked as advertising.
pub(super) fn is_advert(element: ElementRef<'_>) -> bool {
    element.attr("rel").is_some_and(|rel| has_token(rel, &["sponsored"]))
        || is_named(element, ADVERTS)
        || is_named(element, PAID)
}

/// Whether the entries read like headlines. `named`: something says what the list
/// is; `chars`: the mean text of an entry.
pub(super) fn are_headlines(items: &[SidebarItem], named: bool, chars: usize) -> bool {
    let letters: usize = items.iter().map(|item| letters(&item.title)).sum();
    let full = items.iter().filter(|item| has_parts(item)).count();
    let full = full * 2 > items.len() || chars >= MEAN_ENTRY;
    let mean = if named && full { MEAN_LETTERS_FULL } else { MEAN_LETTERS };
    letters >= mean * items.len()
}

/// Whether an entry has what those of menus do not have.
fn has_parts(item: &SidebarItem) -> bool {
    item.rank.is_some() || item.time.is_some() || !item.counters.is_empty()
}

/// Letters and digits; those of scripts without spaces between words count twice.
fn letters(title: &str) -> usize {
    title.chars().filter(|c| c.is_alphanumeric()).map(|c| if c >= '\u{2E80}' { 2 } else { 1 }).sum()
}
