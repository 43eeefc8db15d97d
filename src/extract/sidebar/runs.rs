//! Runs of siblings that each lead to one article.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use super::survey::{Seen, Survey};
use super::tables::{
    BOX_FACTOR, BOX_REST, ENTRY_CHARS, HEADLINE_CHARS, HEADLINE_LEAD, MEAN_CHARS, MIN_ITEMS,
    NAMED_WITHIN,
};
use crate::dom::{ElementRef, NodeId, NodeRef, Tag};

/// A run of siblings of one shape, each with one main link.
#[derive(Debug)]
pub(super) struct Run<'a> {
    /// The element around the entries, by place in the survey.
    pub(super) parent: usize,
    pub(super) entries: Vec<Entry<'a>>,
}

impl Run<'_> {
    /// How much text an entry has on average.
    pub(super) fn mean_chars(&self, survey: &Survey<'_>) -> usize {
        let entries = self.entries.iter().filter_map(|entry| survey.get(entry.index));
        let chars: usize = entries.map(|seen| seen.chars as usize).sum();
        chars / self.entries.len().max(1)
    }

    /// The nodes from the first entry to the last.
    pub(super) fn nodes(&self) -> Option<Range<NodeId>> {
        let first = self.entries.first()?.nodes.first()?;
        let last = self.entries.last()?.nodes.last()?;
        Some(first.id()..last.end())
    }
}

/// One entry: an element, and the siblings behind it that go with it.
#[derive(Debug, Clone)]
pub(super) struct Entry<'a> {
    /// The element with the main link, by place in the survey.
    pub(super) index: usize,
    pub(super) nodes: Vec<NodeRef<'a>>,
    /// What the main link leads to.
    pub(super) target: u64,
}

impl<'a> Survey<'a> {
    /// The elements around a run that are about as large as it, innermost first.
    pub(super) fn boxes(&self, run: &Run<'a>) -> impl Iterator<Item = ElementRef<'a>> {
        let entries = run.entries.iter().filter_map(|entry| self.get(entry.index));
        let size: u32 = entries.map(|seen| seen.chars).sum();
        let largest = size.saturating_mul(BOX_FACTOR) + BOX_REST;
        self.outwards(run.parent)
            .take(NAMED_WITHIN)
            .take_while(move |(_, seen)| seen.chars <= largest && seen.element.tag() != Tag::Body)
            .map(|(_, seen)| seen.element)
    }
}

/// The target of the one main link of an element that can be an entry.
fn main_target(seen: &Seen<'_>) -> Option<u64> {
    let first = seen.links.first?;
    let second = seen.links.second.map_or(0, |link| link.chars);
    let alone = second < HEADLINE_CHARS || second * HEADLINE_LEAD <= first.chars;
    let fits = first.chars >= HEADLINE_CHARS && seen.chars <= ENTRY_CHARS;
    (alone && fits).then_some(first.target)
}

/// All runs of a page, in document order.
pub(super) fn find<'a>(survey: &Survey<'a>) -> Vec<Run<'a>> {
    let targets: Vec<Option<u64>> = survey.elements().iter().map(main_target).collect();
    let target = |index: usize| targets.get(index).copied().flatten();
    let mut by_parent: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, seen) in survey.elements().iter().enumerate() {
        if let Some(parent) = seen.parent
            && target(index).is_some()
            && target(parent).is_none()
        {
            by_parent.entry(parent).or_default().push(index);
        }
    }
    let runs = by_parent.into_iter().flat_map(|(parent, members)| split(survey, parent, &members));
    let mut runs: Vec<Run<'a>> =
        runs.map(|(parent, members)| run(survey, parent, &members, target)).collect();
    join(survey, &mut runs);
    runs.retain(|run| distinct(run) >= MIN_ITEMS && mean_headline(survey, run) >= MEAN_CHARS);
    runs
}

/// How many characters the headlines have on average.
fn mean_headline(survey: &Survey<'_>, run: &Run<'_>) -> usize {
    let seen = run.entries.iter().filter_map(|entry| survey.get(entry.index)?.links.first);
    let chars: usize = seen.map(|link| link.chars as usize).sum();
    chars / run.entries.len().max(1)
}

/// How many targets the entries have.
fn distinct(run: &Run<'_>) -> usize {
    run.entries.iter().map(|entry| entry.target).collect::<HashSet<_>>().len()
}

/// Members of one parent by shape.
fn split(survey: &Survey<'_>, parent: usize, members: &[usize]) -> Vec<(usize, Vec<usize>)> {
    let mut shapes: Vec<(ElementRef<'_>, Vec<usize>)> = Vec::new();
    for index in members {
        let Some(seen) = survey.get(*index) else { continue };
        match shapes.iter_mut().take(MAX_SHAPES).find(|(first, _)| alike(*first, seen.element)) {
            Some((_, same)) => same.push(*index),
            None => shapes.push((seen.element, vec![*index])),
        }
    }
    shapes.into_iter().map(|(_, same)| (parent, same)).collect()
}

/// The most shapes of one parent that are told apart, so that cost stays linear.
const MAX_SHAPES: usize = 16;

/// Whether two siblings have one shape: the same tag and, where the tag says nothing, a class in
/// common.
fn alike(one: ElementRef<'_>, other: ElementRef<'_>) -> bool {
    let telling =
        matches!(one.tag(), Tag::Li | Tag::Tr | Tag::Article | Tag::Dt | Tag::Dd | Tag::A);
    let bare = |element: ElementRef<'_>| element.classes().next().is_none();
    one.name() == other.name()
        && (telling
            || bare(one) && bare(other)
            || one.classes().take(MAX_SHAPES).any(|class| other.has_class(class)))
}

fn run<'a>(
    survey: &Survey<'a>,
    parent: usize,
    members: &[usize],
    target: impl Fn(usize) -> Option<u64>,
) -> Run<'a> {
    let mut entries: Vec<Entry<'a>> = Vec::new();
    for (place, index) in members.iter().enumerate() {
        let (Some(seen), Some(target)) = (survey.get(*index), target(*index)) else { continue };
        let next = members.get(place + 1).and_then(|next| survey.get(*next));
        let follow = entries.last().map(shape_of_gap);
        let mut nodes =
            with_followers(seen.element, next.map(|next| next.element), follow.as_deref());
        let own = nodes.iter().take_while(|node| {
            **node == seen.element.node() || !leads_elsewhere(survey, **node, target)
        });
        nodes.truncate(own.count());
        entries.push(Entry { index: *index, nodes, target });
    }
    Run { parent, entries }
}

/// Whether what follows an element has a headline of its own.
fn leads_elsewhere(survey: &Survey<'_>, node: NodeRef<'_>, target: u64) -> bool {
    let seen = survey.inside(node).next().map(|(_, seen)| seen);
    let links = seen.and_then(|seen| seen.links.first);
    links.is_some_and(|link| link.chars >= HEADLINE_CHARS && link.target != target)
}

/// The names of the elements that follow the element of an entry.
fn shape_of_gap<'a>(entry: &Entry<'a>) -> Vec<&'a str> {
    entry.nodes.iter().skip(1).filter_map(|node| Some(node.as_element()?.name())).collect()
}

/// The element and what stands between it and the next entry. The last entry takes as much as
/// the one before it has, of the same shape.
fn with_followers<'a>(
    element: ElementRef<'a>,
    next: Option<ElementRef<'a>>,
    gap: Option<&[&str]>,
) -> Vec<NodeRef<'a>> {
    let mut shape = gap.unwrap_or_default().iter();
    let mut nodes = vec![element.node()];
    let siblings = std::iter::successors(element.node().next_sibling(), |node| node.next_sibling());
    for node in siblings.take(MAX_FOLLOWERS) {
        let ends = match (next, node.as_element()) {
            (Some(next), _) => node == next.node(),
            (None, Some(follower)) => shape.next() != Some(&follower.name()),
            (None, None) => gap.is_none_or(<[&str]>::is_empty),
        };
        if ends {
            break;
        }
        nodes.push(node);
    }
    nodes
}

/// The most siblings that go with one entry: more are another part of the page.
const MAX_FOLLOWERS: usize = 12;

/// Joins runs whose parents are siblings of one shape with nothing between: rows and columns of
/// one list.
fn join<'a>(survey: &Survey<'a>, runs: &mut Vec<Run<'a>>) {
    let mut joined: Vec<Run<'a>> = Vec::new();
    let mut targets: HashSet<u64> = HashSet::new();
    for run in runs.drain(..) {
        let own: Vec<u64> = run.entries.iter().map(|entry| entry.target).collect();
        let new = !own.iter().any(|target| targets.contains(target));
        match joined.last_mut() {
            Some(last) if new && continues(survey, last, &run) => last.entries.extend(run.entries),
            _ => {
                targets.clear();
                joined.push(run);
            }
        }
        targets.extend(own);
    }
    *runs = joined;
}

fn continues(survey: &Survey<'_>, one: &Run<'_>, other: &Run<'_>) -> bool {
    let last = one.entries.last().and_then(|entry| survey.get(entry.index));
    let next = other.entries.first().and_then(|entry| survey.get(entry.index));
    let (Some(last), Some(next)) = (last, next) else { return false };
    let parents = [last, next].map(|seen| seen.parent.and_then(|parent| survey.get(parent)));
    let [Some(first), Some(second)] = parents else { return false };
    let tab = second.element.attr("id").is_some() || second.element.attr("role").is_some();
    first.parent == second.parent
        && !tab
        && first.element != second.element
        && alike(first.element, second.element)
        && alike(last.element, next.element)
        && last.start + last.chars == next.start
}
