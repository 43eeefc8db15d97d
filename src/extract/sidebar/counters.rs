//! The numbers of an entry that count something.

use super::item::Context;
use super::parts::{Part, Parts};
use super::runs::Entry;
use super::tables::MARK_CHARS;
use crate::dom::{ElementRef, Tag};
use crate::model::{Counter, CounterKind, CounterReason, ListKind, SidebarItem};
use crate::value::counter::{kind_of_token, kind_of_word, parse};
use crate::value::text::collapse;

/// All counters of an entry, in page order.
pub(super) fn read<'a>(
    context: Context<'_, 'a>,
    entry: &Entry<'a>,
    parts: &Parts<'a>,
) -> Vec<Counter> {
    let mut counters: Vec<Counter> =
        parts.numbers().filter_map(|part| counter(context, entry, part)).collect();
    if let [only] = counters.as_mut_slice()
        && only.kind == CounterKind::Unknown
        && let Some((kind, heading)) = counted_by(context)
    {
        (only.kind, only.reason) = (kind, Some(CounterReason::Heading(heading.to_owned())));
    }
    counters
}

/// The counter that a headline starts with, if there is one (`212.3k views: Headline`), and the
/// rest.
pub(super) fn split_leading(title: &str) -> (Option<Counter>, &str) {
    let read = || {
        let (head, rest) = title.split_once(':')?;
        let short = head.chars().count() <= MARK_CHARS / 2 && head.starts_with(char::is_numeric);
        let kind = short.then(|| kind_of_word(head)).flatten()?;
        let reason = CounterReason::Word(head.to_owned());
        Some((Counter::known(head, parse(head)?, kind, reason), rest.trim_start()))
    };
    match read() {
        Some((counter, rest)) if !rest.is_empty() => (Some(counter), rest),
        _ => (None, title),
    }
}

/// What the one counter of a list counts, by its heading.
fn counted_by<'s>(context: Context<'s, '_>) -> Option<(CounterKind, &'s str)> {
    let kind = match context.kind {
        ListKind::MostCommented => CounterKind::Comments,
        ListKind::MostShared => CounterKind::Shares,
        ListKind::MostRead | ListKind::MostViewed => CounterKind::Views,
        _ => return None,
    };
    Some((kind, context.heading?))
}

fn counter<'a>(context: Context<'_, 'a>, entry: &Entry<'a>, part: &Part<'a>) -> Option<Counter> {
    if part.text.chars().count() > MARK_CHARS {
        return None;
    }
    let value = parse(&part.text)?;
    let raw = part.text.clone();
    Some(match reason(context, entry, part) {
        Some((kind, reason)) => Counter::known(raw, value, kind, reason),
        None => Counter::unknown(raw, value),
    })
}

/// What a number counts: by the word with it, by attributes for readers, by class and icon names
/// of the elements around it inside the entry, and of the icons beside it.
fn reason<'a>(
    context: Context<'_, 'a>,
    entry: &Entry<'a>,
    part: &Part<'a>,
) -> Option<(CounterKind, CounterReason)> {
    if let Some(kind) = kind_of_word(&part.text) {
        return Some((kind, CounterReason::Word(part.text.clone())));
    }
    let survey = context.survey;
    let numbers_alone = |chars: u32| chars as usize <= part.text.chars().count() + MARK_CHARS / 2;
    let around = survey
        .outwards(part.index)
        .take_while(|(index, seen)| *index > entry.index && numbers_alone(seen.chars))
        .map(|(_, seen)| survey.element(seen));
    around.take(AROUND).find_map(|element| {
        let icons = element.children().take(ICONS);
        let own = [element].into_iter().chain(element.prev_element().filter(|icon| is_icon(*icon)));
        own.chain(icons).find_map(said_by).or_else(|| {
            let text = element.text();
            kind_of_word(&text).map(|kind| (kind, CounterReason::Word(text)))
        })
    })
}

/// How many elements around a number, and how many children of each, are asked.
const AROUND: usize = 4;
const ICONS: usize = 4;

/// Whether the element only shows a picture.
fn is_icon(element: ElementRef<'_>) -> bool {
    element.text().is_empty()
}

/// What the attributes of an element say: those for readers, then class and icon names.
pub(super) fn said_by(element: ElementRef<'_>) -> Option<(CounterKind, CounterReason)> {
    let values =
        |names: &'static [&'static str]| names.iter().filter_map(move |name| element.attr(name));
    let spoken = values(SPOKEN).filter(|label| label.chars().count() <= MARK_CHARS);
    let spoken = spoken
        .into_iter()
        .find_map(|label| Some((kind_of_word(label)?, CounterReason::Label(collapse(label)))));
    let by_token = |word: &str| Some((kind_of_token(word)?, CounterReason::Token(word.to_owned())));
    let picture = || element.attr("src").filter(|_| element.tag() == Tag::Img).and_then(file_name);
    let token = || values(NAMED).flat_map(str::split_ascii_whitespace).find_map(by_token);
    spoken
        .or_else(token)
        .or_else(|| picture().and_then(by_token))
        .or_else(|| element.children().take(ICONS).find_map(svg_use))
}

/// Attributes with words for readers.
const SPOKEN: &[&str] = &["title", "aria-label", "alt", "data-title"];

/// Attributes with names for machines.
const NAMED: &[&str] = &["class", "id", "uk-icon", "data-icon", "name"];

/// The name of the file at an address, without its extension.
fn file_name(src: &str) -> Option<&str> {
    let path = src.split(['?', '#']).next()?;
    path.rsplit('/').next()?.split('.').next()
}

/// What the `<use>` of an SVG icon says.
fn svg_use(element: ElementRef<'_>) -> Option<(CounterKind, CounterReason)> {
    let href = element.attr("href").or_else(|| element.attr("xlink:href"))?;
    let name = href.rsplit('#').next()?;
    Some((kind_of_token(name)?, CounterReason::Token(name.to_owned())))
}

/// Gives the item its counters, and the first of each known kind its own field.
pub(super) fn assign(item: &mut SidebarItem, counters: Vec<Counter>) {
    for counter in &counters {
        let field = match counter.kind {
            CounterKind::Views => &mut item.views,
            CounterKind::Comments => &mut item.comments,
            CounterKind::Shares => &mut item.shares,
            CounterKind::Reactions => &mut item.reactions,
            _ => continue,
        };
        field.get_or_insert(counter.value);
    }
    item.counters = counters;
}
