//! Lists of articles on a site that no profile describes.

use rustc_hash::FxHashMap;

use super::filter::are_headlines;
use super::item::{self, Context};
use super::naming::Naming;
use super::ranks::{may_be_ranked, rank};
use super::runs::{Entry, Run};
use super::survey::Survey;
use super::tables::{MIN_ITEMS, MIN_ITEMS_NAMED};
use crate::Limits;
use crate::dom::Base;
use crate::model::{SidebarItem, SidebarList};
use crate::value::date::DateContext;

/// Reads runs of entries.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'s, 'a> {
    pub(super) survey: &'s Survey<'a>,
    pub(super) base: &'s Base,
    pub(super) limits: &'s Limits,
    pub(super) dates: DateContext<'s>,
}

impl<'a> Reader<'_, 'a> {
    /// The list of a run; `None` if nothing says that it is one.
    pub(super) fn list(&self, run: &Run<'a>, naming: &Naming<'_>) -> Option<SidebarList> {
        if naming.kind.is_none() && !may_be_ranked(self.survey, run) {
            return None;
        }
        let mut items = self.items(run, naming, item::read);
        let ranked = rank(self.survey, run, naming, &mut items);
        let known = naming.kind.is_some() || ranked;
        let sure = naming.by_heading && !naming.is_vague();
        let least = if sure || ranked { MIN_ITEMS } else { MIN_ITEMS_NAMED };
        let kind = naming.kind.unwrap_or_default();
        let list = SidebarList { heading: naming.heading.clone(), kind, items };
        (known
            && list.items.len() >= least
            && are_headlines(&list.items, naming, run.mean_chars(self.survey)))
        .then_some(list)
    }

    /// The items of a run as `read` gives them, one for each article.
    pub(super) fn items(
        &self,
        run: &Run<'a>,
        naming: &Naming<'_>,
        read: impl Fn(Context<'_, 'a>, &Entry<'a>, u32) -> Option<SidebarItem>,
    ) -> Vec<SidebarItem> {
        let context = Context {
            survey: self.survey,
            base: self.base,
            kind: naming.kind.unwrap_or_default(),
            heading: naming.heading.as_deref(),
            dates: self.dates,
        };
        let mut items: Vec<SidebarItem> = Vec::new();
        let mut places: FxHashMap<u64, usize> = FxHashMap::default();
        for entry in &run.entries {
            // One more than allowed, so that it can be told that there are more.
            if items.len() > self.limits.list_items() {
                break;
            }
            let place = u32::try_from(items.len()).unwrap_or(u32::MAX).saturating_add(1);
            let copy = places.get(&entry.target).and_then(|place| items.get_mut(*place));
            match (copy, read(context, entry, place)) {
                (Some(first), Some(copy)) => complete(first, copy),
                (None, Some(item)) => {
                    places.insert(entry.target, items.len());
                    items.push(item);
                }
                (_, None) => {}
            }
        }
        items
    }
}

/// Fills what an item lacks from another link to the same article.
fn complete(item: &mut SidebarItem, copy: SidebarItem) {
    item.rank = item.rank.or(copy.rank);
    item.label = item.label.take().or(copy.label);
    item.emoji = item.emoji.take().or(copy.emoji);
    item.time = item.time.take().or(copy.time);
    item.image = item.image.take().or(copy.image);
}
