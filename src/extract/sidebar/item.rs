//! One entry of a list, read into its parts.

use super::counters;
use super::filter::is_advert;
use super::parts::{Part, Parts, Role};
use super::runs::Entry;
use super::survey::{Survey, target};
use super::tables::{ADVERT_LABELS, RANK_ATTRIBUTES, SHARING_HOSTS, SHARING_QUERIES};
use super::{headline, image};
use crate::dom::{Base, ElementRef, Tag};
use crate::model::{ListKind, Offset, Precision, SidebarItem, Timestamp};
use crate::value::counter;
use crate::value::date::{self, DateContext};
use crate::value::letter::{is_alphanumeric, is_numeric};
use crate::value::text::{fold, is_one_of, split_leading_emoji, split_rank};

/// What all entries of a list share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'s, 'a> {
    pub(super) survey: &'s Survey<'a>,
    pub(super) base: &'s Base,
    pub(super) kind: ListKind,
    pub(super) heading: Option<&'s str>,
    pub(super) dates: DateContext<'s>,
}

/// The item of an entry; `None` for advertising and for entries without a headline. `place` is
/// its place in the run, from 1.
pub(super) fn read<'a>(
    context: Context<'_, 'a>,
    entry: &Entry<'a>,
    place: u32,
) -> Option<SidebarItem> {
    let survey = context.survey;
    let inside = || survey.among(&entry.nodes).map(|(_, seen)| survey.element(seen));
    if inside().any(|element| is_advert(survey, element)) {
        return None;
    }
    let links: Vec<ElementRef<'a>> =
        inside().filter(|element| target(*element) == Some(entry.target)).collect();
    let headline = headline::find(survey, entry, &links)?;
    let parts = Parts::of(survey, entry, &headline, place);
    if parts.labels().any(|label| is_one_of(&fold(label), ADVERT_LABELS)) {
        return None;
    }
    let full = headline::in_full(parts.title(), headline.element, &links);
    let (printed, rest) = split_rank(&full);
    let (emoji, title) = split_leading_emoji(rest);
    let (glued, title) = counters::split_leading(title);
    let mut counters = counters::read(context, entry, &parts);
    counters.splice(..0, glued);
    let mut item = SidebarItem {
        rank: parts
            .rank()
            .or(printed.filter(|_| !rest.is_empty()))
            .or_else(|| inside().find_map(|element| stated_rank(element, place))),
        title: title.to_owned(),
        label: parts.labels().next().map(str::to_owned),
        emoji: emoji.map(str::to_owned),
        url: links.iter().find_map(|link| context.base.resolve(link.attr("href")?)),
        time: moment(context, &parts),
        image: inside().find_map(|element| image::read(context.base, element)),
        ..SidebarItem::default()
    };
    counters::assign(&mut item, counters);
    let sharing = item.url.as_deref().is_some_and(is_sharing);
    (!item.title.is_empty() && !sharing).then_some(item)
}

/// The rank that an attribute says, if it is the place of the entry.
fn stated_rank(element: ElementRef<'_>, place: u32) -> Option<u32> {
    let mut stated = RANK_ATTRIBUTES.iter().filter_map(|name| element.attr(name)?.parse().ok());
    stated.find(|rank| *rank == place)
}

/// Whether a link shares a page instead of leading to one: to a network, or on the site itself.
fn is_sharing(url: &str) -> bool {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    if query.split('&').any(|pair| SHARING_QUERIES.iter().any(|name| pair.starts_with(name))) {
        return true;
    }
    let host = url.split_once("://").map_or("", |(_, rest)| rest).split('/').next();
    let host = host.unwrap_or_default();
    SHARING_HOSTS.contains(&host.strip_prefix("www.").unwrap_or(host))
}

/// The moment that an entry states: the part named so, or else short text that is a time as a
/// whole.
fn moment(context: Context<'_, '_>, parts: &Parts<'_>) -> Option<Timestamp> {
    let dates = &context.dates;
    let named = || parts.of_role(Role::Time).find_map(|part| stated(part, dates));
    let plain = || {
        let marks = parts.of_role(Role::Mark).filter(|part| counter::parse(&part.text).is_none());
        marks
            .filter(|part| part.text.contains(is_numeric))
            .find_map(|part| date::parse(&part.text, dates))
    };
    named().or_else(plain)
}

/// The moment of a part that is named a time: what its `datetime` attribute says, or its text,
/// which stays as it is where nothing can be read from it.
fn stated(part: &Part<'_>, dates: &DateContext<'_>) -> Option<Timestamp> {
    if !part.text.contains(is_alphanumeric) {
        return None;
    }
    let element = part.element.filter(|element| element.tag() == Tag::Time);
    let machine = element.and_then(|element| element.attr("datetime"));
    let read =
        machine.and_then(|machine| date::parse(machine, dates)).filter(|read| read.value.is_some());
    let read = read.or_else(|| date::parse(&part.text, dates));
    let (value, offset, precision) = match read {
        Some(read) => (read.value, read.offset, read.precision),
        None if part.text.contains(is_numeric) => (None, Offset::Unknown, Precision::Day),
        None => return None,
    };
    Some(Timestamp::new(part.text.clone(), value, offset, precision))
}
