//! What is a list of links, but not of articles.

use super::marks::Marks;
use super::naming::Naming;
use super::runs::Run;
use super::survey::Survey;
use super::tables::{
    ADVERT_HEADINGS, MEAN_ENTRY, MEAN_LETTERS, MEAN_LETTERS_FULL, MEAN_LETTERS_VAGUE, MENU_ITEMS,
};
use crate::dom::{ElementRef, NodeId, Tag};
use crate::model::{ListKind, SidebarItem};
use crate::value::letter::is_alphanumeric;
use crate::value::text::fold;

/// Whether the place of a run on the page rules it out, whatever it is called.
pub(super) fn is_never_list<'a>(
    survey: &Survey<'a>,
    run: &Run<'a>,
    in_body: &impl Fn(NodeId) -> bool,
) -> bool {
    let is_text = || {
        let entries = run.entries.iter().filter_map(|entry| survey.get(entry.index));
        let body = entries.filter(|seen| is_body(survey, survey.element(seen), in_body)).count();
        body * 2 >= run.entries.len()
    };
    around(survey, run).any(|element| named(survey, element).has(Marks::NEVER))
        || survey.boxes(run).any(|element| named(survey, element).has(Marks::PAID))
        || is_text()
}

/// The elements around a run that do not hold most of the page.
fn around<'a>(survey: &Survey<'a>, run: &Run<'a>) -> impl Iterator<Item = ElementRef<'a>> {
    let part = survey.chars() / 2;
    let around = survey.outwards(run.parent).map(|(_, seen)| seen);
    around.take_while(move |seen| seen.chars <= part).map(|seen| survey.element(seen))
}

/// Whether the place of a run on the page rules it out by what it is called.
pub(super) fn is_misplaced<'a>(survey: &Survey<'a>, run: &Run<'a>, naming: &Naming<'a>) -> bool {
    if naming.heading.as_deref().is_some_and(is_advert_heading) {
        return true;
    }
    let by_names = |element| (naming.tab || !naming.by_heading) && naming.area != Some(element);
    around(survey, run).any(|element| by_names(element) && is_furniture(survey, element))
        || survey.boxes(run).any(|element| {
            let comments = named(survey, element).has(Marks::COMMENTS);
            comments && naming.kind != Some(ListKind::MostCommented)
                || !naming.by_heading && is_advert(survey, element)
        })
}

/// Whether a heading says that what follows is paid for.
fn is_advert_heading(heading: &str) -> bool {
    let folded = fold(heading);
    folded.split(|c: char| !is_alphanumeric(c)).any(|word| ADVERT_HEADINGS.contains(&word))
}

/// Whether the text of an entry is body text.
pub(super) fn is_body(
    survey: &Survey<'_>,
    entry: ElementRef<'_>,
    in_body: &impl Fn(NodeId) -> bool,
) -> bool {
    let leaves = survey.leaves_in(&(entry.id()..entry.node().end()));
    leaves.iter().filter(|leaf| in_body(leaf.id)).count() * 2 > leaves.len()
}

fn is_furniture<'a>(survey: &Survey<'a>, element: ElementRef<'a>) -> bool {
    matches!(element.tag(), Tag::Nav | Tag::Footer)
        || named(survey, element).has(Marks::FURNITURE)
        || element.attr("role").is_some_and(|role| {
            matches!(role, "navigation" | "menu" | "menubar" | "contentinfo" | "search")
        })
}

/// What the classes and the id of an element say. The page itself may have classes such as
/// `has-ads`.
fn named<'a>(survey: &Survey<'a>, element: ElementRef<'a>) -> Marks {
    match element.tag() {
        Tag::Html | Tag::Body | Tag::Main => Marks::default(),
        _ => survey.name_marks(element),
    }
}

/// Whether the element is marked as advertising.
pub(super) fn is_advert<'a>(survey: &Survey<'a>, element: ElementRef<'a>) -> bool {
    named(survey, element).has(Marks::ADVERT.with(Marks::PAID))
        || element.tag() == Tag::A
            && element.attr("rel").is_some_and(|rel| {
                rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("sponsored"))
            })
}

/// Whether the entries read like headlines; `chars` is the mean text of an entry.
pub(super) fn are_headlines(items: &[SidebarItem], naming: &Naming<'_>, chars: usize) -> bool {
    let letters: usize = items.iter().map(|item| letters(&item.title)).sum();
    let full = items.iter().filter(|item| has_parts(item)).count() * 2 > items.len();
    if naming.menu && !full && items.len() < MENU_ITEMS {
        return false;
    }
    let mean = match naming.kind {
        Some(_) if naming.is_vague() && !full => MEAN_LETTERS_VAGUE,
        Some(_) if full || chars >= MEAN_ENTRY => MEAN_LETTERS_FULL,
        _ => MEAN_LETTERS,
    };
    letters >= mean * items.len()
}

/// Whether an entry has what those of menus do not have.
fn has_parts(item: &SidebarItem) -> bool {
    item.rank.is_some() || item.time.is_some() || !item.counters.is_empty()
}

/// Letters and digits; those of scripts without spaces between words count twice.
pub(super) fn letters(title: &str) -> usize {
    if title.is_ascii() {
        return title.bytes().filter(u8::is_ascii_alphanumeric).count();
    }
    title.chars().filter(|c| is_alphanumeric(*c)).map(|c| if c >= '\u{2E80}' { 2 } else { 1 }).sum()
}
