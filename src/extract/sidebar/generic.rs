//! Lists of articles on a site that no profile describes.

use std::collections::{HashMap, HashSet};

use super::filter::{are_headlines, is_misplaced};
use super::item::{self, Context};
use super::naming::{Names, Naming};
use super::runs::{self, Run};
use super::survey::Survey;
use super::tables::{MIN_ITEMS, MIN_ITEMS_NAMED, ORDERED, ORDERED_HEADINGS};
use crate::Limits;
use crate::dom::{Base, Document, NodeId, Tag};
use crate::model::{SidebarItem, SidebarList};
use crate::value::date::DateContext;
use crate::value::text::has_token;

/// The lists of articles that stand around the body of a page, in page order.
pub(super) fn extract(
    document: &Document,
    base: &Base,
    limits: &Limits,
    dates: &DateContext<'_>,
    in_body: impl Fn(NodeId) -> bool,
) -> Vec<SidebarList> {
    let survey = Survey::of(document);
    let runs = runs::find(&survey);
    let mut names = Names::of(&survey, &runs);
    let mut lists = Vec::new();
    for run in &runs {
        let naming = names.name(run);
        if !is_misplaced(&survey, run, &naming, &in_body)
            && let Some(list) = read(&survey, base, limits, dates, run, naming)
        {
            lists.push(list);
        }
    }
    without_copies(lists)
}

/// The list of a run; `None` if nothing says that it is one.
fn read(
    survey: &Survey<'_>,
    base: &Base,
    limits: &Limits,
    dates: &DateContext<'_>,
    run: &Run<'_>,
    naming: Naming,
) -> Option<SidebarList> {
    let kind = naming.kind.unwrap_or_default();
    let context = Context { survey, base, kind, heading: naming.heading.as_deref(), dates: *dates };
    let mut items: Vec<SidebarItem> = Vec::new();
    let mut places: HashMap<u64, usize> = HashMap::new();
    for entry in &run.entries {
        if items.len() >= limits.list_items() {
            break;
        }
        let place = u32::try_from(items.len()).unwrap_or(u32::MAX).saturating_add(1);
        let copy = places.get(&entry.target).and_then(|place| items.get_mut(*place));
        match (copy, item::read(context, entry, place)) {
            (Some(first), Some(copy)) => complete(first, copy),
            (None, Some(item)) => {
                places.insert(entry.target, items.len());
                items.push(item);
            }
            (_, None) => {}
        }
    }
    let ranked = rank(survey, run, &naming, &mut items);
    let known = naming.kind.is_some() || ranked;
    let least = if naming.by_heading || ranked { MIN_ITEMS } else { MIN_ITEMS_NAMED };
    let list = SidebarList { heading: naming.heading, kind, items };
    (known && list.items.len() >= least && are_headlines(&list.items)).then_some(list)
}

/// Fills what an item lacks from another link to the same article.
fn complete(item: &mut SidebarItem, copy: SidebarItem) {
    item.rank = item.rank.or(copy.rank);
    item.label = item.label.take().or(copy.label);
    item.emoji = item.emoji.take().or(copy.emoji);
    item.time = item.time.take().or(copy.time);
    item.image = item.image.take().or(copy.image);
}

/// Ranks by position in an ordered list, and none where the printed ones do not count upwards.
/// Whether the page prints ranks.
fn rank(survey: &Survey<'_>, run: &Run<'_>, naming: &Naming, items: &mut [SidebarItem]) -> bool {
    let printed = items.iter().filter(|item| item.rank.is_some()).count();
    let ranks: Vec<u32> = items.iter().filter_map(|item| item.rank).collect();
    let upwards = ranks.windows(2).all(|pair| matches!(pair, [one, other] if one < other));
    if upwards && printed * 2 > items.len() {
        return printed >= RANKED_ITEMS && ranks.first() == Some(&1);
    }
    items.iter_mut().for_each(|item| item.rank = None);
    if is_ordered(survey, run, naming) && naming.kind.is_some_and(is_ranking) {
        items.iter_mut().zip(1..).for_each(|(item, place)| item.rank = Some(place));
    }
    false
}

/// Whether the page says that the order of the entries is a ranking: an ordered list, or a class or
/// heading that says that the places are counted.
fn is_ordered(survey: &Survey<'_>, run: &Run<'_>, naming: &Naming) -> bool {
    let ordered = survey.get(run.parent).is_some_and(|seen| seen.element.tag() == Tag::Ol);
    let named = || {
        let classes = survey.boxes(run).filter_map(|element| element.attr("class"));
        classes.into_iter().any(|class| has_token(class, ORDERED))
    };
    let heading = || {
        naming
            .heading
            .as_deref()
            .is_some_and(|h| ORDERED_HEADINGS.iter().any(|word| h.contains(word)))
    };
    ordered || named() || heading()
}

/// The fewest printed ranks that make a list one without any name.
const RANKED_ITEMS: usize = 3;

/// Whether the order of such a list means something.
fn is_ranking(kind: crate::model::ListKind) -> bool {
    use crate::model::ListKind::{MostCommented, MostRead, MostShared, MostViewed, Trending};
    matches!(kind, MostRead | MostViewed | MostCommented | MostShared | Trending)
}

/// Leaves out lists whose articles all stand in an earlier list of the same kind: the mobile
/// version.
fn without_copies(lists: Vec<SidebarList>) -> Vec<SidebarList> {
    let mut kept: Vec<SidebarList> = Vec::new();
    let mut seen: HashMap<crate::model::ListKind, Vec<HashSet<String>>> = HashMap::new();
    for list in lists {
        let urls: HashSet<String> = list.items.iter().filter_map(|item| item.url.clone()).collect();
        let same = seen.entry(list.kind).or_default();
        if !same.iter().any(|earlier| urls.is_subset(earlier)) {
            same.push(urls);
            kept.push(list);
        }
    }
    kept
}
