//! One entry of a list, read into its parts.

use super::counters;
use super::filter::is_advert;
use super::parts::{Part, Parts, Role};
use super::runs::Entry;
use super::survey::{Survey, target};
use super::tables::ADVERT_LABELS;
use super::{headline, image};
use crate::dom::{Base, ElementRef, Tag};
use crate::model::{ListKind, Offset, Precision, SidebarItem, Timestamp};
use crate::value::text::{fold, is_one_of, split_leading_emoji, split_rank};

/// What all entries of a list share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'s, 'a> {
    pub(super) survey: &'s Survey<'a>,
    pub(super) base: &'s Base,
    pub(super) kind: ListKind,
    pub(super) heading: Option<&'s str>,
}

/// The item of an entry; `None` for advertising and for entries without a headline. `place` is
/// its place in the run, from 1.
pub(super) fn read<'a>(
    context: Context<'_, 'a>,
    entry: &Entry<'a>,
    place: u32,
) -> Option<SidebarItem> {
    let survey = context.survey;
    let inside =
        || entry.nodes.iter().flat_map(|node| survey.inside(*node)).map(|(_, seen)| seen.element);
    if inside().any(is_advert) {
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
    let counters = counters::read(context, entry, &parts);
    let mut item = SidebarItem {
        rank: parts.rank().or(printed.filter(|_| !rest.is_empty())),
        title: title.to_owned(),
        label: parts.labels().next().map(str::to_owned),
        emoji: emoji.map(str::to_owned),
        url: links.iter().find_map(|link| context.base.resolve(link.attr("href")?)),
        time: parts.of_role(Role::Time).find_map(moment),
        image: inside().find_map(|element| image::read(context.base, element)),
        ..SidebarItem::default()
    };
    counters::assign(&mut item, counters);
    (!item.title.is_empty()).then_some(item)
}

/// The moment that a part says.
fn moment(part: &Part<'_>) -> Option<Timestamp> {
    if part.text.is_empty() {
        return None;
    }
    let element = part.element.filter(|element| element.tag() == Tag::Time);
    let stated = element.and_then(|element| element.attr("datetime")).map(str::trim);
    let value = stated.filter(|stated| stated.len() >= 10).map(str::to_owned);
    Some(Timestamp::new(part.text.clone(), value, Offset::Unknown, Precision::Minute))
}
