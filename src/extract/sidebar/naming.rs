//! What a list is called: its heading, the label of its tab, its class and id names.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::filter::letters;
use rustc_hash::FxBuildHasher;

use super::marks::Marks;
use super::runs::{Entry, Run};
use super::survey::{Leaf, NAME_BYTES, Seen, Survey};
use super::tables::{BOX_SHARE, HEADING_CHARS, HEADING_GAP, STRAY_LETTERS};
use crate::dom::{ElementRef, NodeId, NodeRef, Tag};
use crate::model::ListKind;
use crate::value::locale::lists::{heading_kind, is_vague, token_kind};
use crate::value::text::collapse;

/// What a list is called, and what it therefore is.
#[derive(Debug, Clone, Default)]
pub(super) struct Naming<'a> {
    pub(super) heading: Option<String>,
    pub(super) kind: Option<ListKind>,
    /// Whether words that a reader sees say the kind.
    pub(super) by_heading: bool,
    /// Whether they are the label of a tab, as parts of menus have.
    pub(super) tab: bool,
    /// Whether the list stands in a menu.
    pub(super) menu: bool,
    /// The heading, if it stands before the list and is its own.
    pub(super) anchor: Option<ElementRef<'a>>,
    /// The element that is named.
    pub(super) area: Option<ElementRef<'a>>,
}

impl Naming<'_> {
    /// Whether the heading is one that menus have as well: `News`.
    pub(super) fn is_vague(&self) -> bool {
        self.by_heading && self.heading.as_deref().is_some_and(is_vague)
    }
}

/// The names of a page.
#[derive(Debug)]
pub(super) struct Names<'s, 'a> {
    survey: &'s Survey<'a>,
    /// Elements by their id, and by the id that they are a label of.
    ids: OnceCell<ById<'a>>,
    labels: OnceCell<ById<'a>>,
    /// Where the entries of lists stand: headings inside them are headlines.
    entries: Vec<(NodeId, NodeId)>,
    /// The entries of runs that are too short to be lists.
    strays: Vec<Entry<'a>>,
    lines: HashMap<usize, Line, FxBuildHasher>,
    tokens: HashMap<*const str, Option<ListKind>, FxBuildHasher>,
}

/// Elements of a page by id, the first of each.
type ById<'a> = HashMap<&'a str, ElementRef<'a>, FxBuildHasher>;

/// What a line of text says as a heading.
#[derive(Debug, Clone, Copy, Default)]
struct Line {
    kind: Option<ListKind>,
    heads: bool,
}

/// Attributes that name what a label is of, beside `id`.
const PANELS: &[&str] = &["data-value", "data-tab", "data-panel", "data-tab-content"];

/// Attributes with words for readers.
const SPOKEN: &[&str] = &["aria-label", "data-title", "data-heading", "data-label"];

/// Whether an attribute has names for machines.
fn names_for_machines(attribute: &str) -> bool {
    matches!(
        attribute,
        "class"
            | "id"
            | "data-testid"
            | "data-component"
            | "data-module"
            | "data-mod"
            | "data-name"
            | "data-block"
            | "data-group"
            | "data-value"
            | "data-widget"
    )
}

/// The most entries that stand between a heading and its list: one with a large picture, a pair.
const MOST_STRAYS: usize = 3;

/// Runs of at most so many entries may be a part of the list beside them.
pub(super) const STRAY_ENTRIES: usize = 2;

impl<'s, 'a> Names<'s, 'a> {
    pub(super) fn of(survey: &'s Survey<'a>, runs: &[Run<'a>]) -> Self {
        let (short, long): (Vec<_>, Vec<_>) =
            runs.iter().partition(|run| run.entries.len() <= STRAY_ENTRIES);
        let long = long.into_iter().filter(|run| run.is_long(survey));
        let nodes = |entry: &Entry<'a>| (entry.nodes.start, entry.nodes.end);
        let mut entries: Vec<(NodeId, NodeId)> =
            long.flat_map(|run| &run.entries).map(nodes).collect();
        entries.sort_unstable();
        let short = short.into_iter().flat_map(|run| &run.entries);
        let mut strays: Vec<Entry<'a>> =
            short.filter(|entry| is_headline(survey, entry)).cloned().collect();
        strays.sort_by_key(|entry| entry.nodes.start);
        Self {
            survey,
            ids: OnceCell::new(),
            labels: OnceCell::new(),
            entries,
            strays,
            lines: HashMap::default(),
            tokens: HashMap::default(),
        }
    }

    /// What a run is called.
    pub(super) fn name(&mut self, run: &Run<'a>) -> Naming<'a> {
        let tab = self.tab(run);
        if tab.kind.is_some() {
            return tab;
        }
        let before = self.heading_before(run);
        let spoken = before.kind.is_none().then(|| self.spoken(run)).flatten();
        let mut naming = spoken.unwrap_or(before);
        if naming.kind.is_none()
            && let Some((kind, area)) = self.token_kind(run)
        {
            (naming.kind, naming.area) = (Some(kind), Some(area));
        }
        naming.heading = tab.heading.or(naming.heading);
        naming
    }

    /// The label of the tab that shows the run; the kind may be that of a tab around it.
    fn tab(&self, run: &Run<'a>) -> Naming<'a> {
        let mut naming = Naming::default();
        // What leads to `<main>` is no tab: it skips the menus.
        for element in self.survey.boxes(run).take_while(|element| element.tag() != Tag::Main) {
            let Some(label) = self.label_of(element) else { continue };
            let text = collapse(&visible(label));
            if text.is_empty() || text.chars().count() > HEADING_CHARS as usize {
                continue;
            }
            naming.kind = heading_kind(&text);
            naming.heading.get_or_insert(text);
            naming.area.get_or_insert(element);
            if naming.kind.is_some() {
                (naming.by_heading, naming.tab) = (true, true);
                break;
            }
        }
        naming
    }

    /// What an element is labelled by.
    fn label_of(&self, element: ElementRef<'a>) -> Option<ElementRef<'a>> {
        element.attrs().find_map(|(name, value)| {
            let of_panel = name == "id" || PANELS.contains(&name);
            if !of_panel && name != "aria-labelledby" {
                return None;
            }
            let labels = if of_panel {
                self.labels.get_or_init(|| labels(self.survey))
            } else {
                self.ids.get_or_init(|| ids(self.survey))
            };
            labels.get(value).copied().filter(|label| *label != element)
        })
    }

    /// The nearest heading before the run that says a kind, or else the nearest heading.
    fn heading_before(&mut self, run: &Run<'a>) -> Naming<'a> {
        let survey = self.survey;
        let Some(first) = run.entries.first().and_then(|entry| survey.get(entry.index)) else {
            return Naming::default();
        };
        let mut nearest = None;
        let mut last = None;
        let mut passed = Passed::default();
        let mut tabs: Vec<usize> = Vec::new();
        for leaf in survey.leaves_before(first.element.node()) {
            let gap = first.start.saturating_sub(leaf.end).saturating_sub(passed.chars);
            if gap > HEADING_GAP || self.is_entry(leaf) {
                break;
            }
            let Some(index) = line_of(survey, leaf) else { continue };
            let Some(seen) = survey.get(index) else { continue };
            let fits = seen.chars <= HEADING_CHARS;
            let line = if fits { self.line(index, seen) } else { Line::default() };
            if line.kind.is_none()
                && let Some(stray) = self.stray_at(leaf.node.id())
            {
                if !tabs.is_empty() || !passed.add(survey, stray) {
                    break;
                }
                continue;
            }
            if !fits || last.replace(index) == Some(index) {
                continue;
            }
            let apart = |tab: &Seen<'a>| line.kind.is_none() || !are_neighbours(seen, tab);
            if tabs.last().and_then(|tab| survey.get(*tab)).is_some_and(apart) {
                break;
            }
            if line.kind.is_some() {
                tabs.push(index);
            } else if line.heads && nearest.is_none() {
                nearest = Some(seen.element);
            }
        }
        self.chosen(run, &tabs, nearest, &passed)
    }

    /// What the lines before a run call it: the open one of `tabs`, or else the first of them, or
    /// the `nearest` heading, if that is of the run's box. Beyond other entries a heading must be
    /// of the box too.
    fn chosen(
        &self,
        run: &Run<'a>,
        tabs: &[usize],
        nearest: Option<ElementRef<'a>>,
        passed: &Passed,
    ) -> Naming<'a> {
        let survey = self.survey;
        let mut lines = tabs.iter().filter_map(|index| Some((index, survey.get(*index)?)));
        let open = lines.clone().find(|(_, seen)| is_active(survey, seen));
        if let Some((index, seen)) = open.or_else(|| lines.next_back())
            && (passed.entries == 0 || self.fills_box(run, seen.element.id(), passed.chars))
        {
            let kind = self.lines.get(index).and_then(|line| line.kind);
            let heading = visible(seen.element);
            let anchor = (tabs.len() == 1).then_some(seen.element);
            let heading = Some(heading);
            return Naming { heading, kind, by_heading: true, anchor, ..Naming::default() };
        }
        let nearest = nearest.filter(|element| self.in_box(run, element.id()));
        Naming { heading: nearest.map(visible), ..Naming::default() }
    }

    fn line(&mut self, index: usize, seen: &Seen<'a>) -> Line {
        let survey = self.survey;
        *self.lines.entry(index).or_insert_with(|| {
            let heads = is_heading(survey, seen);
            let may_say = heads || seen.chars <= PLAIN_HEADING_CHARS;
            let kind = may_say.then(|| heading_kind(&visible(seen.element))).flatten();
            Line { kind, heads }
        })
    }

    /// Whether the run and `chars` of other entries are most of the box that holds them and a node.
    fn fills_box(&self, run: &Run<'a>, id: NodeId, chars: u32) -> bool {
        let entries = run.entries.iter().filter_map(|entry| self.survey.get(entry.index));
        let own: u32 = entries.map(|seen| seen.chars).sum();
        let holds = |element: &ElementRef<'a>| element.node().contains(id);
        let area = self.survey.boxes(run).find(holds);
        let area = area.and_then(|element| self.survey.inside(element.node()).next());
        area.is_some_and(|(_, area)| (own + chars) * BOX_SHARE.1 >= area.chars * BOX_SHARE.0)
    }

    /// Whether a node stands in the box of the run.
    fn in_box(&self, run: &Run<'a>, id: NodeId) -> bool {
        self.survey.boxes(run).any(|element| element.node().contains(id))
    }

    /// Whether a text is of an entry of a list.
    pub(super) fn is_entry(&self, leaf: &Leaf<'_>) -> bool {
        let id = leaf.node.id();
        let after = self.entries.partition_point(|(start, _)| *start <= id);
        let before = after.checked_sub(1).and_then(|place| self.entries.get(place));
        before.is_some_and(|(_, end)| id < *end)
    }

    /// The stray entry that a node stands in.
    pub(super) fn stray_at(&self, id: NodeId) -> Option<&Entry<'a>> {
        let after = self.strays.partition_point(|entry| entry.nodes.start <= id);
        let before = after.checked_sub(1).and_then(|place| self.strays.get(place));
        before.filter(|entry| entry.nodes.contains(&id))
    }

    /// The entries of short runs that start in a stretch of nodes.
    pub(super) fn strays_in(&self, from: NodeId, to: NodeId) -> &[Entry<'a>] {
        let start = self.strays.partition_point(|entry| entry.nodes.start < from);
        let end = self.strays.partition_point(|entry| entry.nodes.start < to);
        self.strays.get(start..end).unwrap_or_default()
    }

    /// A label for readers of the elements around the run.
    fn spoken(&mut self, run: &Run<'a>) -> Option<Naming<'a>> {
        self.survey.boxes(run).find_map(|element| {
            SPOKEN.iter().filter_map(|name| element.attr(name)).find_map(|value| {
                let heading = collapse(value);
                let kind = heading_kind(&heading);
                let (area, heading) = (Some(element), Some(heading));
                let named = Naming { heading, kind, by_heading: true, area, ..Naming::default() };
                kind.is_some().then_some(named)
            })
        })
    }

    /// What the class and id names of the run's entries and of the elements around it say, and the
    /// element that is named so.
    fn token_kind(&mut self, run: &Run<'a>) -> Option<(ListKind, ElementRef<'a>)> {
        let entry = run.entries.first().map(|entry| entry.element);
        let around: Vec<_> = self.survey.boxes(run).collect();
        entry.into_iter().chain(around).find_map(|element| {
            let values = element.attrs().filter(|(name, _)| names_for_machines(name));
            let kind = values.into_iter().find_map(|(_, value)| {
                (value.len() <= NAME_BYTES).then(|| self.kind_of_name(value)).flatten()
            });
            Some((kind?, element))
        })
    }

    /// Whether the run stands in a menu. An element that is named a list of some kind is none.
    pub(super) fn is_in_menu(&mut self, run: &Run<'a>) -> bool {
        let survey = self.survey;
        let part = survey.chars() / 2;
        let mut around = survey.outwards(run.parent).take_while(|(_, seen)| seen.chars <= part);
        around.any(|(_, seen)| {
            let element = seen.element;
            let menu = element.tag() == Tag::Nav || survey.name_marks(element).has(Marks::MENU);
            let names = ["class", "id"].into_iter().filter_map(|name| element.attr(name));
            menu && names.into_iter().all(|name| self.kind_of_name(name).is_none())
        })
    }

    fn kind_of_name(&mut self, value: &'a str) -> Option<ListKind> {
        *self
            .tokens
            .entry(std::ptr::from_ref(value))
            .or_insert_with(|| value.split_ascii_whitespace().find_map(token_kind))
    }
}

fn ids<'a>(survey: &Survey<'a>) -> ById<'a> {
    let mut ids = ById::default();
    for seen in survey.elements() {
        if let Some(id) = seen.element.attr("id") {
            ids.entry(id).or_insert(seen.element);
        }
    }
    ids
}

/// Short elements by the id that they are a label of.
fn labels<'a>(survey: &Survey<'a>) -> ById<'a> {
    let mut labels = ById::default();
    for seen in survey.elements().iter().filter(|s| s.chars > 0 && s.chars <= HEADING_CHARS) {
        for (name, value) in seen.element.attrs() {
            if let Some(id) = labelled(name, value).filter(|id| !id.is_empty()) {
                labels.entry(id).or_insert(seen.element);
            }
        }
    }
    labels
}

/// The id that an attribute says its element is a label of.
fn labelled<'a>(name: &str, value: &'a str) -> Option<&'a str> {
    match name {
        "href" => value.strip_prefix('#'),
        "aria-controls" | "data-target" | "data-bs-target" | "data-tab" | "data-value" | "for" => {
            Some(value.strip_prefix('#').unwrap_or(value))
        }
        _ => None,
    }
}

/// The stray entries between a heading and its list.
#[derive(Debug, Default)]
struct Passed {
    entries: usize,
    chars: u32,
    last: Option<NodeId>,
}

impl Passed {
    /// Passes an entry; `false` if it is one too many.
    fn add(&mut self, survey: &Survey<'_>, stray: &Entry<'_>) -> bool {
        if self.last.replace(stray.nodes.start) != Some(stray.nodes.start) {
            self.entries += 1;
            self.chars += survey.get(stray.index).map_or(0, |seen| seen.chars);
        }
        self.entries <= MOST_STRAYS
    }
}

/// Whether the main link of an entry is as long as a headline.
fn is_headline(survey: &Survey<'_>, entry: &Entry<'_>) -> bool {
    let link = survey.get(entry.index).and_then(|seen| survey.first_link(seen));
    // Letters of some scripts count twice.
    let link = link.filter(|link| link.chars as usize * 2 >= STRAY_LETTERS);
    let Some(seen) = link.and_then(|link| survey.get(link.index())) else { return false };
    let leaves = survey.leaves_in(&(seen.element.id()..seen.element.node().end()));
    leaves.iter().map(|leaf| letters(leaf.text())).sum::<usize>() >= STRAY_LETTERS
}

/// The block that a text is in, or the largest inline element, by place in the survey.
pub(super) fn line_of(survey: &Survey<'_>, leaf: &Leaf<'_>) -> Option<usize> {
    let mut line = None;
    for (index, seen) in survey.outwards(leaf.parent()) {
        if line.is_some() && seen.chars > HEADING_CHARS {
            break;
        }
        line = Some(index);
        if seen.element.tag().is_block() {
            break;
        }
    }
    line
}

/// The longest text that is a heading without being marked up as one.
const PLAIN_HEADING_CHARS: u32 = 40;

/// Whether two lines are labels of one row of tabs: of one name, with nothing between.
fn are_neighbours(one: &Seen<'_>, next: &Seen<'_>) -> bool {
    one.element.name() == next.element.name()
        && one.element.tag().heading_level().is_none()
        && one.start + one.chars == next.start
}

/// Whether the label is marked as the open one.
fn is_active<'a>(survey: &Survey<'a>, line: &Seen<'a>) -> bool {
    layers(survey, line).any(|element| {
        element.attr("aria-selected") == Some("true")
            || survey.class_marks(element).has(Marks::ACTIVE)
    })
}

/// The text of an element, also of one that only its script shows.
fn visible(element: ElementRef<'_>) -> String {
    let text = element.text();
    if text.is_empty() {
        collapse(&element.node().descendants().filter_map(NodeRef::as_text).collect::<String>())
    } else {
        text
    }
}

/// Whether the line is marked up as a heading.
pub(super) fn is_heading<'a>(survey: &Survey<'a>, line: &Seen<'a>) -> bool {
    layers(survey, line).any(|element| heads(survey, element))
}

/// The element of a line, and those close around and inside that have the same text.
fn layers<'s, 'a>(
    survey: &'s Survey<'a>,
    line: &'s Seen<'a>,
) -> impl Iterator<Item = ElementRef<'a>> {
    let parents = std::iter::successors(Some(line), |seen| survey.get(seen.parent()?));
    let around = parents.take(HEADING_PARTS).take_while(|seen| seen.chars == line.chars);
    let inside = survey.inside(line.element.node()).map(|(_, seen)| seen).take(HEADING_PARTS);
    let inside = inside.filter(|seen| seen.chars == line.chars);
    around.chain(inside).map(|seen| seen.element)
}

/// How many elements around and inside a line are looked at.
const HEADING_PARTS: usize = 4;

fn heads<'a>(survey: &Survey<'a>, element: ElementRef<'a>) -> bool {
    let tag = element.tag();
    tag.heading_level().is_some()
        || matches!(tag, Tag::Strong | Tag::B | Tag::Th | Tag::Caption | Tag::Legend | Tag::Summary)
        || matches!(element.attr("role"), Some("heading" | "tab"))
        || survey.class_marks(element).has(Marks::HEADING)
}
