//! Runs of siblings that each lead to one article.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::marks::Marks;
use super::survey::{Link, Seen, Survey};
use super::tables::{
    BOX_FACTOR, BOX_REST, ENTRY_CHARS, HEADLINE_CHARS, HEADLINE_LEAD, MEAN_CHARS, MIN_ITEMS,
    NAMED_WITHIN,
};
use crate::dom::{ElementRef, NodeId, NodeRef, Tag};

/// A run of siblings of one shape, each with one main link.
#[derive(Debug, Clone)]
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
        Some(self.entries.first()?.nodes.start..self.entries.last()?.nodes.end)
    }

    /// Whether the run has as many entries, and headlines as long, as a list of articles.
    pub(super) fn is_long(&self, survey: &Survey<'_>) -> bool {
        mean_headline(survey, self) >= MEAN_CHARS && has_targets(self, MIN_ITEMS)
    }
}

/// One entry: an element, and the siblings behind it that go with it.
#[derive(Debug, Clone)]
pub(super) struct Entry<'a> {
    /// The element with the main link, by place in the survey.
    pub(super) index: usize,
    pub(super) element: ElementRef<'a>,
    /// The element and its followers.
    pub(super) nodes: Range<NodeId>,
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
            .take_while(move |(_, seen)| seen.chars <= largest)
            .map(|(_, seen)| self.element(seen))
            .take_while(|element| element.tag() != Tag::Body)
    }
}

/// The target of the one main link of an element that can be an entry.
fn main_target(survey: &Survey<'_>, seen: &Seen, asides: &mut Asides) -> Option<u64> {
    let first = survey.first_link(seen)?;
    if first.chars < HEADLINE_CHARS || seen.chars > ENTRY_CHARS {
        return None;
    }
    let alone = survey.second_link(seen).is_none_or(|second| {
        second.chars < HEADLINE_CHARS
            || second.chars * HEADLINE_LEAD <= first.chars
            || second.chars < first.chars && asides.has(survey, second, first)
    });
    alone.then_some(first.target)
}

/// The last pair of links that were compared: the elements around an entry have the same.
#[derive(Debug, Default)]
struct Asides {
    last: Option<[usize; 2]>,
    is_aside: bool,
}

impl Asides {
    /// Whether a link is beside a headline.
    fn has(&mut self, survey: &Survey<'_>, link: &Link, headline: &Link) -> bool {
        let pair = Some([link.index(), headline.index()]);
        if self.last != pair {
            (self.last, self.is_aside) = (pair, is_aside(survey, link, headline));
        }
        self.is_aside
    }
}

/// Whether a link is that of a section, a topic or an author beside a headline: by the names of
/// the link and of the elements close around and inside it, where the headline has no such names,
/// or since the address of the headline is below its own.
fn is_aside(survey: &Survey<'_>, link: &Link, headline: &Link) -> bool {
    let [Some(aside), Some(main)] = [link, headline].map(|link| survey.get(link.index())) else {
        return false;
    };
    if link.chars > ASIDE_CHARS {
        return false;
    }
    let [section, article] =
        [aside, main].map(|seen| survey.element(seen).attr("href").unwrap_or(""));
    if is_below(article, section) {
        return true;
    }
    let says = |link: &Link| {
        let marks = marks_of(survey, link);
        marks.has(Marks::LABEL.with(Marks::BADGE).with(Marks::TIME)) && !marks.has(Marks::HEADLINE)
    };
    says(link) && !says(headline)
}

/// What the names of a link say, and of the elements around and inside it that have the same text.
fn marks_of(survey: &Survey<'_>, link: &Link) -> Marks {
    let around = survey.outwards(link.index()).take(ASIDE_NAMES);
    let around = around.take_while(|(_, seen)| seen.chars == link.chars);
    let inside = survey.get(link.index()).and_then(|seen| survey.element(seen).children().next());
    let elements = around.map(|(_, seen)| survey.element(seen)).chain(inside);
    elements.fold(Marks::default(), |marks, element| marks.with(survey.class_marks(element)))
}

/// How many elements from a link outwards may name it.
const ASIDE_NAMES: usize = 3;

/// The longest name of a section, a topic or an author.
const ASIDE_CHARS: u32 = 40;

/// Whether an address is below another that is no home page: an article of a section.
fn is_below(article: &str, section: &str) -> bool {
    let section = section.trim_end_matches('/');
    if !article.strip_prefix(section).is_some_and(|rest| rest.starts_with('/')) {
        return false;
    }
    let path = section.split_once("://").map_or(section, |(_, rest)| rest);
    let path = path.trim_start_matches('/');
    if section.contains("://") { path.contains('/') } else { !path.is_empty() }
}

/// All runs of a page, in document order; those of one entry or with short headlines too.
pub(super) fn find<'a>(survey: &Survey<'a>) -> Vec<Run<'a>> {
    let mut members = members(survey);
    members.sort_unstable_by_key(|member| (member.parent, member.index));
    let mut runs: Vec<Run<'a>> = Vec::with_capacity(members.len() / 2);
    for siblings in members.chunk_by(|one, next| one.parent == next.parent) {
        if are_alike(survey, siblings) {
            runs.push(run(survey, siblings));
        } else {
            runs.extend(split(survey, siblings).iter().map(|same| run(survey, same)));
        }
    }
    join(survey, runs)
}

/// An element that can be an entry.
#[derive(Debug, Clone, Copy)]
struct Member {
    /// The element and the one around it, by place in the survey.
    parent: usize,
    index: usize,
    /// What its main link leads to.
    target: u64,
}

/// The outermost elements with one main link each.
fn members(survey: &Survey<'_>) -> Vec<Member> {
    let elements = survey.elements();
    let mut has_target = Vec::with_capacity(elements.len());
    let (mut members, mut asides) = (Vec::with_capacity(survey.links()), Asides::default());
    for (index, seen) in elements.iter().enumerate() {
        let target = main_target(survey, seen, &mut asides);
        has_target.push(target.is_some());
        if let (Some(target), Some(parent)) = (target, seen.parent())
            && has_target.get(parent) == Some(&false)
        {
            members.push(Member { parent, index, target });
        }
    }
    members
}

/// How many characters the headlines have on average.
pub(super) fn mean_headline(survey: &Survey<'_>, run: &Run<'_>) -> usize {
    let seen = run.entries.iter().filter_map(|entry| survey.first_link(survey.get(entry.index)?));
    let chars: usize = seen.map(|link| link.chars as usize).sum();
    chars / run.entries.len().max(1)
}

/// Whether the entries lead to so many articles.
fn has_targets(run: &Run<'_>, least: usize) -> bool {
    let mut targets: Vec<u64> = Vec::with_capacity(least);
    for entry in &run.entries {
        if targets.len() < least && !targets.contains(&entry.target) {
            targets.push(entry.target);
        }
    }
    targets.len() == least
}

/// Whether members of one parent are of one shape, as most are.
fn are_alike(survey: &Survey<'_>, members: &[Member]) -> bool {
    let mut elements = members.iter().filter_map(|m| Some(survey.element(survey.get(m.index)?)));
    elements.next().is_some_and(|first| elements.all(|element| alike(first, element)))
}

/// Members of one parent by shape.
fn split(survey: &Survey<'_>, members: &[Member]) -> Vec<Vec<Member>> {
    let mut shapes: Vec<(ElementRef<'_>, Vec<Member>)> = Vec::new();
    for member in members {
        let Some(seen) = survey.get(member.index) else { continue };
        let element = survey.element(seen);
        match shapes.iter_mut().take(MAX_SHAPES).find(|(first, _)| alike(*first, element)) {
            Some((_, same)) => same.push(*member),
            None => shapes.push((element, vec![*member])),
        }
    }
    shapes.into_iter().map(|(_, same)| same).collect()
}

/// The most shapes of one parent that are told apart, so that cost stays linear.
const MAX_SHAPES: usize = 16;

/// Whether two siblings have one shape: the same tag and, where the tag says nothing, a class in
/// common.
fn alike(one: ElementRef<'_>, other: ElementRef<'_>) -> bool {
    let tag = one.tag();
    if tag != other.tag() || tag == Tag::Other && one.name() != other.name() {
        return false;
    }
    let bare = |element: ElementRef<'_>| element.classes().next().is_none();
    matches!(tag, Tag::Li | Tag::Tr | Tag::Article | Tag::Dt | Tag::Dd | Tag::A)
        // Most siblings have the same classes.
        || one.attr("class") == other.attr("class")
        || bare(one) && bare(other)
        || one.classes().take(MAX_SHAPES).any(|class| other.has_class(class))
}

fn run<'a>(survey: &Survey<'a>, members: &[Member]) -> Run<'a> {
    let parent = members.first().map_or(0, |member| member.parent);
    let mut entries: Vec<Entry<'a>> = Vec::with_capacity(members.len());
    let mut gap: Option<usize> = None;
    for (place, Member { index, target, .. }) in members.iter().copied().enumerate() {
        let element = |member: usize| survey.get(member).map(|seen| survey.element(seen));
        let next = members.get(place + 1).and_then(|next| element(next.index));
        let Some(element) = element(index) else { continue };
        let follow = entries.last().map(|last| (last.element, gap.unwrap_or_default()));
        let mut end = element.node().end();
        let mut followers = 0;
        for node in followers_of(element, next, follow) {
            if leads_elsewhere(survey, node, target) {
                break;
            }
            end = node.end();
            followers += usize::from(node.as_element().is_some());
        }
        gap = Some(followers);
        let nodes = element.id()..end;
        entries.push(Entry { index, element, nodes, target });
    }
    Run { parent, entries }
}

/// Whether what follows an element has a headline of its own.
fn leads_elsewhere<'a>(survey: &Survey<'a>, node: NodeRef<'a>, target: u64) -> bool {
    let element = node.as_element();
    let seen = element.and_then(|element| survey.inside(element.node()).next());
    let link = seen.and_then(|(_, seen)| survey.first_link(seen));
    link.is_some_and(|link| link.chars >= HEADLINE_CHARS && link.target != target)
}

/// What stands between the element of an entry and the next entry. The last entry takes as much as
/// the one before it has, of the same shape: `before` is that one's element and how many elements
/// follow it.
fn followers_of<'a>(
    element: ElementRef<'a>,
    next: Option<ElementRef<'a>>,
    before: Option<(ElementRef<'a>, usize)>,
) -> impl Iterator<Item = NodeRef<'a>> {
    let (last, mut left) = before.unwrap_or((element, 0));
    let elements =
        |node: NodeRef<'a>| std::iter::successors(node.next_sibling(), |node| node.next_sibling());
    let mut shape = elements(last.node()).filter_map(NodeRef::as_element);
    let is_empty = left == 0;
    elements(element.node()).take(MAX_FOLLOWERS).take_while(move |node| {
        match (next, node.as_element()) {
            (Some(next), _) => *node != next.node(),
            (None, Some(follower)) => {
                let same = left > 0 && shape.next().is_some_and(|s| s.name() == follower.name());
                left = left.saturating_sub(1);
                same
            }
            (None, None) => !is_empty,
        }
    })
}

/// The most siblings that go with one entry: more are another part of the page.
const MAX_FOLLOWERS: usize = 12;

/// Joins runs whose parents are siblings of one shape with nothing between: rows and columns of
/// one list.
fn join<'a>(survey: &Survey<'a>, runs: Vec<Run<'a>>) -> Vec<Run<'a>> {
    let mut joined: Vec<Run<'a>> = Vec::with_capacity(runs.len());
    // What the last of them leads to, once another has been joined to it.
    let mut targets: FxHashSet<u64> = FxHashSet::default();
    for run in runs {
        let Some(last) = joined.last_mut().filter(|last| continues(survey, last, &run)) else {
            targets.clear();
            joined.push(run);
            continue;
        };
        if targets.is_empty() {
            targets.extend(last.entries.iter().map(|entry| entry.target));
        }
        if run.entries.iter().any(|entry| targets.contains(&entry.target)) {
            targets.clear();
            joined.push(run);
        } else {
            targets.extend(run.entries.iter().map(|entry| entry.target));
            last.entries.extend(run.entries);
        }
    }
    joined
}

fn continues(survey: &Survey<'_>, one: &Run<'_>, other: &Run<'_>) -> bool {
    let last = one.entries.last().and_then(|entry| survey.get(entry.index));
    let next = other.entries.first().and_then(|entry| survey.get(entry.index));
    let (Some(last), Some(next)) = (last, next) else { return false };
    let parents = [last, next].map(|seen| seen.parent().and_then(|parent| survey.get(parent)));
    let [Some(first), Some(second)] = parents else { return false };
    let [first_element, element] = [first, second].map(|seen| survey.element(seen));
    let tab = element.attr("id").is_some() || element.attr("role").is_some();
    first.parent() == second.parent()
        && !tab
        && first_element != element
        && alike(first_element, element)
        && alike(survey.element(last), survey.element(next))
        && last.start + last.chars == next.start
}
