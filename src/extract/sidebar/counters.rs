//! The numbers of an entry that count something.

use super::item::Context;
use super::parts::{Part, Parts};
use super::runs::Entry;
use super::tables::MARK_CHARS;
use crate::dom::ElementRef;
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
        .map(|(_, seen)| seen.element);
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

/// What the attributes of an element say.
pub(super) fn said_by(element: ElementRef<'_>) -> Option<(CounterKind, CounterReason)> {
    let spoken = ["title", "aria-label", "alt", "data-title"]
        .into_iter()
        .filter_map(|name| element.attr(name));
    let spoken = spoken
        .filter(|label| label.chars().count() <= MARK_CHARS)
        .find_map(|label| Some((kind_of_word(label)?, CounterReason::Label(collapse(label)))));
    let names = ["class", "id", "uk-icon", "data-icon", "href", "xlink:href", "src", "name"];
    let names = || names.into_iter().filter_map(|name| Some((name, element.attr(name)?)));
    let named = || {
        names().filter(|(name, value)| is_icon_name(name, value)).find_map(|(_, value)| {
            let mut words = value.split_ascii_whitespace();
            words.find_map(|word| {
                Some((kind_of_token(word)?, CounterReason::Token(word.to_owned())))
            })
        })
    };
    let inner = || element.children().filter(|_| !element.is_html()).take(ICONS).find_map(svg_use);
    spoken.or_else(named).or_else(inner)
}

/// Whether the attribute names an icon: addresses of pages do not.
fn is_icon_name(name: &str, value: &str) -> bool {
    match name {
        "href" | "xlink:href" => {
            value.contains('#') && value.len() <= MARK_CHARS * 2 && !value.contains('?')
        }
        "src" => value.ends_with(".svg") || value.ends_with(".gif") || value.ends_with(".png"),
        _ => true,
    }
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
