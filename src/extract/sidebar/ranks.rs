//! The places of the entries of a ranked list.

use super::marks::Marks;
use super::naming::Naming;
use super::runs::{Entry, Run};
use super::survey::Survey;
use super::tables::{ORDERED_HEADINGS, RANK_ATTRIBUTES};
use crate::dom::{ElementRef, Tag};
use crate::model::{CounterReason, ListKind, SidebarItem};
use crate::value::letter::is_numeric;

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

/// Whether so many entries of a run as make it a ranking may have ranks, and one of them the first:
/// a quick look before its entries are read.
pub(super) fn may_be_ranked(survey: &Survey<'_>, run: &Run<'_>) -> bool {
    let leaves = |entry: &Entry<'_>| survey.leaves_in(&entry.nodes).iter();
    let states =
        |element: ElementRef<'_>| RANK_ATTRIBUTES.iter().any(|name| element.attr(name).is_some());
    let states_rank = |entry: &Entry<'_>| {
        survey.among(&entry.nodes).any(|(_, seen)| states(survey.element(seen)))
    };
    let is_numbered = |entry: &&Entry<'_>| {
        leaves(entry).any(|leaf| has_number(survey.text(leaf))) || states_rank(entry)
    };
    run.entries.iter().filter(is_numbered).take(RANKED_ITEMS).count() == RANKED_ITEMS
        && run.entries.iter().any(|entry| {
            leaves(entry).any(|leaf| may_say_one(survey.text(leaf))) || states_rank(entry)
        })
}

/// Whether a text has a number in any script.
fn has_number(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) || has_other_number(text)
}

/// Whether it has one that is not written in the digits of ASCII.
fn has_other_number(text: &str) -> bool {
    !text.is_ascii() && text.contains(|c: char| !c.is_ascii() && is_numeric(c))
}

/// Whether a text may have the number one in it, as the first of all ranks. Those of other scripts
/// are not told apart.
fn may_say_one(text: &str) -> bool {
    let is_one = |digits: &str| digits.trim_start_matches('0') == "1";
    text.split(|c: char| !c.is_ascii_digit()).any(is_one) || has_other_number(text)
}

/// Whether the page says that the order of the entries is a ranking: an ordered list, or a class or
/// heading that says that the places are counted.
fn is_ordered<'a>(survey: &Survey<'a>, run: &Run<'a>, naming: &Naming<'_>) -> bool {
    let ordered = survey.get(run.parent).is_some_and(|seen| survey.element(seen).tag() == Tag::Ol);
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

#[cfg(test)]
mod tests {
    use super::may_say_one;

    #[test]
    fn the_first_rank_is_told_from_other_numbers() {
        for text in ["1", "01.", "#1 Ferry", "No 1: ferry", "№ 1", "①", "１", "١", "2 of 1"] {
            assert!(may_say_one(text), "{text}");
        }
        for text in ["", "Ferry", "11", "10:31", "2", "Паром 21", "100"] {
            assert!(!may_say_one(text), "{text}");
        }
    }
}
