//! Lists that the rules of a profile find.

use std::cmp::Reverse;

use super::Placed;
use super::counters::{assign, said_by};
use super::filter::is_advert;
use super::generic::Reader;
use super::image;
use super::item::{self, Context};
use super::naming::{Names, Naming};
use super::ranks::rank;
use super::runs::{Entry, Run};
use super::survey::{Survey, target};
use crate::dom::{ElementRef, NodeId};
use crate::model::{
    Counter, CounterKind, CounterReason, Offset, Precision, SidebarItem, Timestamp,
};
use crate::profile::{Container, ListPart, ListRule, RuleMatches};
use crate::value::counter;
use crate::value::date;
use crate::value::locale::lists::heading_kind;
use crate::value::text::{split_leading_emoji, split_rank};

/// The lists of all `[[sidebar]]` rules. A container without entries gives none.
pub(super) fn extract<'a>(
    rules: &RuleMatches<'a>,
    reader: Reader<'_, 'a>,
    runs: &[Run<'a>],
    names: &mut Names<'_, 'a>,
    in_body: &impl Fn(NodeId) -> bool,
) -> Vec<Placed> {
    let containers = rules.sidebar();
    let read = |container: &Container<'a, ListRule>| {
        let run = run_of(rules, reader.survey, runs, container, in_body)?;
        let naming = naming(rules, container, &run, names);
        let list = Ruled { rules, container };
        let mut items =
            reader.items(&run, &naming, |context, entry, place| list.item(context, entry, place));
        if container.rule.part(ListPart::Rank).is_none() {
            rank(reader.survey, &run, &naming, &mut items);
        }
        let node = container.element.node();
        let kind = naming.kind.unwrap_or_default();
        let list = crate::model::SidebarList { heading: naming.heading, kind, items };
        let placed = Placed { nodes: node.id()..node.end(), list };
        (!placed.list.items.is_empty()).then_some(placed)
    };
    containers.iter().filter_map(read).collect()
}

/// The entries of a container: those that the rule names, or else the longest run inside.
fn run_of<'a>(
    rules: &RuleMatches<'a>,
    survey: &Survey<'a>,
    runs: &[Run<'a>],
    container: &Container<'a, ListRule>,
    in_body: &impl Fn(NodeId) -> bool,
) -> Option<Run<'a>> {
    let node = container.element.node();
    let (parent, _) = survey.inside(node).next()?;
    let named = rules.items(container).filter(|items| !items.is_empty());
    let longest = || {
        let inside =
            runs.iter().filter(|run| run.nodes().is_some_and(|nodes| node.contains(nodes.start)));
        let inside = inside.filter(|run| run.is_long(survey));
        inside.max_by_key(|run| run.entries.len()).map(|run| run.entries.clone())
    };
    let named =
        named.map(|items| items.into_iter().filter_map(|item| entry(survey, item)).collect());
    let entries: Vec<Entry<'a>> = named.or_else(longest)?;
    let mut run = Run { parent, entries };
    run.entries.retain(|entry| !in_body(entry.element.id()));
    (!run.entries.is_empty()).then_some(run)
}

/// An element that a rule names as an entry. What it leads to is its link with the most text.
fn entry<'a>(survey: &Survey<'a>, element: ElementRef<'a>) -> Option<Entry<'a>> {
    let (index, seen) =
        survey.inside(element.node()).next().filter(|(_, seen)| survey.element(seen) == element)?;
    // The survey leaves out links that are too short for a headline.
    let short = || {
        let inside = survey.inside(element.node());
        let links =
            inside.filter_map(|(_, seen)| Some((target(survey.element(seen))?, seen.chars)));
        links.min_by_key(|(_, chars)| Reverse(*chars)).map(|(target, _)| target)
    };
    let first = survey.first_link(seen).map(|link| link.target).or_else(short);
    // The entry may stand inside its link.
    let around = || element.ancestors().take(2).find_map(target);
    let target = first.or_else(around).unwrap_or(u64::try_from(index).unwrap_or_default());
    Some(Entry { index, element, nodes: element.id()..element.node().end(), target })
}

/// What the profile calls the list, or else the page.
fn naming<'a>(
    rules: &RuleMatches<'a>,
    container: &Container<'a, ListRule>,
    run: &Run<'a>,
    names: &mut Names<'_, 'a>,
) -> Naming<'a> {
    let rule = container.rule;
    let shown = rule
        .part(ListPart::Heading)
        .and_then(|part| rules.texts_inside(part, container.element).into_iter().next());
    let stated = rule.heading_text.clone().or(shown.map(|found| found.value));
    let found = names.name(run);
    let by_heading = stated.is_some() || found.by_heading;
    let kind = rule.kind.or_else(|| stated.as_deref().and_then(heading_kind)).or(found.kind);
    Naming { heading: stated.or(found.heading), kind, by_heading, ..found }
}

/// A container with the rules for what is in it.
struct Ruled<'r, 'a> {
    rules: &'r RuleMatches<'a>,
    container: &'r Container<'a, ListRule>,
}

impl<'a> Ruled<'_, 'a> {
    /// An entry as the rules say; what they leave open, or do not find, the generic way.
    fn item(&self, context: Context<'_, 'a>, entry: &Entry<'a>, place: u32) -> Option<SidebarItem> {
        let element = entry.element;
        let adverts = [element].into_iter().chain(element.elements());
        if adverts.into_iter().any(|element| is_advert(context.survey, element)) {
            return None;
        }
        let mut item = item::read(context, entry, place).unwrap_or_default();
        self.set_title(element, &mut item);
        self.set_marks(context, element, &mut item);
        let counters = self.counters(element);
        if !counters.is_empty() {
            (item.views, item.comments, item.shares, item.reactions) = (None, None, None, None);
            assign(&mut item, counters);
        } else if !self.container.rule.counter_kinds.is_empty() {
            let mut counters = std::mem::take(&mut item.counters);
            self.set_kinds(&mut counters);
            assign(&mut item, counters);
        }
        (!item.title.is_empty()).then_some(item)
    }

    /// The first text that the rules for a part give, and the element.
    fn found(&self, part: ListPart, element: ElementRef<'a>) -> Option<(String, ElementRef<'a>)> {
        let rules = self.container.rule.part(part)?;
        let found = self.rules.texts_inside(rules, element).into_iter().next()?;
        Some((found.value, found.element))
    }

    fn set_title(&self, element: ElementRef<'a>, item: &mut SidebarItem) {
        let Some((text, _)) = self.found(ListPart::Title, element) else { return };
        let (rank, rest) = split_rank(&text);
        let (emoji, title) = split_leading_emoji(rest);
        title.clone_into(&mut item.title);
        item.emoji = emoji.map(str::to_owned).or(item.emoji.take());
        item.rank = rank.or(item.rank);
    }

    fn set_marks(&self, context: Context<'_, 'a>, element: ElementRef<'a>, item: &mut SidebarItem) {
        if let Some((text, found)) = self.found(ListPart::Url, element) {
            let link = found.attr("href").unwrap_or(&text);
            item.url = context.base.resolve(link).or(item.url.take());
        }
        if let Some((text, _)) = self.found(ListPart::Rank, element) {
            let digits = text.trim_matches(|c: char| !c.is_ascii_digit());
            item.rank = digits.parse().ok().or(item.rank);
        }
        if let Some((text, _)) = self.found(ListPart::Label, element) {
            item.label = Some(text);
        }
        if let Some((text, _)) = self.found(ListPart::Time, element) {
            let unread = || Timestamp::new(text.clone(), None, Offset::Unknown, Precision::Minute);
            item.time = Some(date::parse(&text, &context.dates).unwrap_or_else(unread));
        }
        let images = self.container.rule.part(ListPart::Image);
        let images = images.map(|part| self.rules.elements_inside(part, element));
        let image = images.into_iter().flatten().find_map(|found| image::read(context.base, found));
        item.image = image.or(item.image.take());
    }

    /// The counters that the rules find, with their kinds by position, or as the page says.
    fn counters(&self, element: ElementRef<'a>) -> Vec<Counter> {
        let Some(rules) = self.container.rule.part(ListPart::Counters) else { return Vec::new() };
        let found = self.rules.texts_inside(rules, element);
        let mut counters: Vec<Counter> = found
            .into_iter()
            .filter_map(|found| {
                let value = counter::parse(&found.value)?;
                let word = counter::kind_of_word(&found.value)
                    .map(|kind| (kind, CounterReason::Word(found.value.clone())));
                Some(match word.or_else(|| said_by(found.element)) {
                    Some((kind, reason)) => Counter::known(found.value, value, kind, reason),
                    None => Counter::unknown(found.value, value),
                })
            })
            .collect();
        self.set_kinds(&mut counters);
        counters
    }

    /// The kinds that the profile gives, by position. It may leave one open.
    fn set_kinds(&self, counters: &mut [Counter]) {
        for (counter, kind) in counters.iter_mut().zip(&self.container.rule.counter_kinds) {
            if *kind != CounterKind::Unknown {
                counter.kind = *kind;
                counter.reason = Some(CounterReason::Profile("counter_kinds".to_owned()));
            }
        }
    }
}
