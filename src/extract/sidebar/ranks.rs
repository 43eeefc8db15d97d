//! The places of the entries of a ranked list.

use super::marks::Marks;
use super::naming::Naming;
use super::runs::{Entry, Run};
use super::survey::Survey;
use super::tables::{ORDERED_HEADINGS, RANK_ATTRIBUTES};
use crate::dom::{ElementRef, Tag};
use crate::model::{CounterReason, ListKind, SidebarItem};

/// Ranks by position in an ordered list, and none where the printed ones do not count upwards.
/// Whether the page prints ranks.
pub(super) fn rank<'a>(
    survey: &Survey<'a>,
    run: &Run<'a>,
    naming: &Naming<'_>,
    items: &mut [SidebarItem],
) -> bool {
    let counted = items.iter().zip(1..).filter(|(item, place)| is_place(item, *place)).count();
    if counted >= RANKED_ITEMS && counted == items.len() {
        for (item, place) in items.iter_mut().zip(1..) {
            item.rank = Some(place);
            item.counters.clear();
            (item.views, item.comments, item.shares, item.reactions) = (None, None, None, None);
        }
    }
    let printed = items.iter().filter(|item| item.rank.is_some()).count();
    let ranks: Vec<u32> = items.iter().filter_map(|item| item.rank).collect();
    let upwards = ranks.windows(2).all(|pair| matches!(pair, [one, other] if one < other));
    if upwards && printed * 2 > items.len() {
        return printed >= RANKED_ITEMS && ranks.first() == Some(&1);
    }
    for item in items.iter_mut() {
        item.rank = None;
    }
    if is_ordered(survey, run, naming) && naming.kind.is_some_and(is_ranking) {
        items.iter_mut().zip(1..).for_each(|(item, place)| item.rank = Some(place));
    }
    false
}

/// Whether so many entries of a run as make it a ranking may have ranks: a quick look before its
/// entries are read.
pub(super) fn may_be_ranked(survey: &Survey<'_>, run: &Run<'_>) -> bool {
    let is_numbered = |entry: &&Entry<'_>| {
        let mut leaves = survey.leaves_in(&entry.nodes).iter();
        let stated = |element: ElementRef<'_>| {
            RANK_ATTRIBUTES.iter().any(|name| element.attr(name).is_some())
        };
        leaves.any(|leaf| leaf.text().contains(char::is_numeric))
            || survey.among(&entry.nodes).any(|(_, seen)| stated(seen.element))
    };
    run.entries.iter().filter(is_numbered).take(RANKED_ITEMS).count() == RANKED_ITEMS
}

/// Whether the page says that the order of the entries is a ranking: an ordered list, or a class or
/// heading that says that the places are counted.
fn is_ordered<'a>(survey: &Survey<'a>, run: &Run<'a>, naming: &Naming<'_>) -> bool {
    let ordered = survey.get(run.parent).is_some_and(|seen| seen.element.tag() == Tag::Ol);
    let named = || survey.boxes(run).any(|element| survey.class_marks(element).has(Marks::ORDERED));
    let heading = || {
        naming
            .heading
            .as_deref()
            .is_some_and(|h| ORDERED_HEADINGS.iter().any(|word| h.contains(word)))
    };
    ordered || named() || heading()
}

/// Whether the one number of an item is its place, and no words beside it say that it counts
/// something.
fn is_place(item: &SidebarItem, place: u32) -> bool {
    let [counter] = item.counters.as_slice() else { return false };
    item.rank.is_none()
        && matches!(
            counter.reason,
            None | Some(CounterReason::Heading(_) | CounterReason::Token(_))
        )
        && counter.value == u64::from(place)
}

/// The fewest printed ranks that make a list one without any name.
const RANKED_ITEMS: usize = 3;

/// Whether the order of such a list means something.
fn is_ranking(kind: ListKind) -> bool {
    use ListKind::{MostCommented, MostRead, MostShared, MostViewed, Trending};
    matches!(kind, MostRead | MostViewed | MostCommented | MostShared | Trending)
}
