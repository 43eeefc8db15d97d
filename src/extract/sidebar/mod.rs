//! The lists of articles around an article: most read, latest, related and the like.
//!
//! One walk over the page counts the text and the links of each element ([`survey`]). Siblings of
//! one shape that lead to one article each are a run ([`runs`]). A run is a list if its heading,
//! the label of its tab, its class and id names or its printed ranks say so ([`naming`]), and if
//! it is no menu, advertisement or body text ([`filter`]). Its entries are read into their parts
//! ([`item`]).

mod by_rules;
mod counters;
mod filter;
mod gather;
mod generic;
mod headline;
mod image;
mod item;
mod marks;
mod naming;
mod parts;
mod ranks;
mod runs;
mod survey;
mod tables;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use self::filter::{is_misplaced, is_never_list};
use self::generic::Reader;
use self::naming::Names;
use self::survey::Survey;
use self::tables::MENU_CHARS;
use super::currency::Cutter;
use crate::dom::NodeId;
use crate::model::{ListKind, SidebarList};
use crate::profile::PageView;
use crate::value::date::DateContext;

/// A list, and the nodes that it was read from.
#[derive(Debug)]
struct Placed {
    nodes: Range<NodeId>,
    list: SidebarList,
}

/// The lists of articles around the body of a page, in page order: those that the rules of a
/// profile find, and those that the page itself says are some. `in_body` says whether a node is
/// body text; no list holds any. Quotes are read from the same walk over the page: `cutter` is shown
/// all of it.
pub(crate) fn extract<'a>(
    page: &PageView<'a>,
    in_body: impl Fn(NodeId) -> bool,
    cutter: &mut Cutter<'a>,
) -> Vec<SidebarList> {
    without_copies(find(page, in_body, cutter))
}

/// All lists that are found, in the order in which they are.
fn find<'a>(
    page: &PageView<'a>,
    in_body: impl Fn(NodeId) -> bool,
    cutter: &mut Cutter<'a>,
) -> Vec<Placed> {
    let survey = Survey::of(page.document(), cutter);
    let runs = runs::find(&survey);
    let mut names = Names::of(&survey, &runs);
    let zone = page.rules().and_then(|rules| rules.rules().zone());
    let dates = DateContext { language: page.language(), zone, ..DateContext::default() };
    let reader = Reader { survey: &survey, base: page.base(), limits: page.limits(), dates };
    let mut lists = match page.rules() {
        Some(rules) => by_rules::extract(rules, reader, &runs, &mut names, &in_body),
        None => Vec::new(),
    };
    let ruled: Vec<Range<NodeId>> = lists.iter().map(|placed| placed.nodes.clone()).collect();
    let mut taken: HashSet<NodeId> = HashSet::new();
    for run in runs.iter().filter(|run| run.is_long(&survey)) {
        let Some(nodes) = run.nodes() else { continue };
        let in_rule = ruled.iter().any(|of_rule| of_rule.contains(&nodes.start));
        if in_rule || taken.contains(&nodes.start) {
            continue;
        }
        let menu = names.is_in_menu(run);
        if menu && runs::mean_headline(&survey, run) < MENU_CHARS {
            continue;
        }
        // To find a name takes longest.
        if is_never_list(&survey, run, &in_body) {
            continue;
        }
        let mut naming = names.name(run);
        naming.menu = menu;
        if is_misplaced(&survey, run, &naming) {
            continue;
        }
        let whole = gather::whole(&survey, &names, run, &naming, &in_body);
        if let Some(list) = reader.list(whole.as_ref().unwrap_or(run), &naming) {
            let entries = whole.into_iter().flat_map(|whole| whole.entries);
            taken.extend(entries.map(|entry| entry.nodes.start));
            lists.push(Placed { nodes, list });
        }
    }
    lists
}

/// The lists in page order, without those whose articles all stand in another of the same kind
/// that was found before: the mobile version.
fn without_copies(lists: Vec<Placed>) -> Vec<SidebarList> {
    let mut kept: Vec<Placed> = Vec::new();
    let mut sets: Vec<BTreeSet<String>> = Vec::new();
    let mut with: HashMap<(ListKind, String), Vec<usize>> = HashMap::new();
    for placed in lists {
        let kind = placed.list.kind;
        let urls: BTreeSet<String> =
            placed.list.items.iter().filter_map(|item| item.url.clone()).collect();
        // Each of them is in the other list: the one that is in the fewest lists decides soonest.
        let lists =
            urls.iter().map(|url| with.get(&(kind, url.clone())).map_or(&[][..], Vec::as_slice));
        let rarest = lists.min_by_key(|lists| lists.len()).unwrap_or_default();
        let mut earlier = rarest.iter().filter_map(|place| sets.get(*place));
        if !earlier.any(|earlier| urls.is_subset(earlier)) {
            for url in &urls {
                with.entry((kind, url.clone())).or_default().push(kept.len());
            }
            sets.push(urls);
            kept.push(placed);
        }
    }
    kept.sort_by_key(|placed| placed.nodes.start);
    kept.into_iter().map(|placed| placed.list).collect()
}
