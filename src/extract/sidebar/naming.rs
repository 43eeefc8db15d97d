//! What a list is called: its heading, the label of its tab, its class and id names.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::filter::letters;
use super::marks::Marks;
use super::runs::{Entry, Run};
use super::survey::{Leaf, NAME_BYTES, Seen, Survey};
use super::tables::{BOX_SHARE, HEADING_CHARS, HEADING_GAP, STRAY_LETTERS};
use crate::dom::{ElementRef, Meanings, NodeId, NodeRef, Tag, Value};
use crate::model::ListKind;
use crate::value::locale::lists::{heading_kind, is_vague, may_begin_kind, token_kind};
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
    /// What the attributes of the page are for.
    uses: OnceCell<Meanings<Uses>>,
    /// What names say that were looked up, by the numbers of their values.
    tokens: RefCell<FxHashMap<u32, Option<ListKind>>>,
}

/// Elements of a page by id, the first of each.
type ById<'a> = HashMap<&'a str, ElementRef<'a>, FxBuildHasher>;

/// What a line of text says as a heading.
#[derive(Debug, Clone, Copy, Default)]
struct Line {
    kind: Option<ListKind>,
    heads: bool,
}

/// What an attribute is for.
#[derive(Debug, Clone, Copy)]
struct Uses(u8);

impl Uses {
    /// A link, which may be to the part of the page that its element is a label of.
    const LINK: Self = Self(1);
    /// Says what the element is a label of.
    const OF_LABEL: Self = Self(1 << 1);
    /// The name by which a label says what it is of.
    const LABELLED: Self = Self(1 << 2);
    /// Says where the label stands.
    const LABEL: Self = Self(1 << 3);
    /// Names for machines.
    const NAME: Self = Self(1 << 4);

    fn of(attribute: &str) -> Option<Self> {
        let uses = [
            (Self::LINK, attribute == "href"),
            (Self::OF_LABEL, LABELS.contains(&attribute)),
            (Self::LABELLED, attribute == "id" || PANELS.contains(&attribute)),
            (Self::LABEL, attribute == "aria-labelledby"),
            (Self::NAME, names_for_machines(attribute)),
        ];
        let uses = uses.iter().filter(|(_, has)| *has).fold(0, |all, (own, _)| all | own.0);
        (uses != 0).then_some(Self(uses))
    }

    fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Attributes with the id of what the element is a label of.
const LABELS: &[&str] =
    &["aria-controls", "data-target", "data-bs-target", "data-tab", "data-value", "for"];

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
            uses: OnceCell::new(),
            tokens: RefCell::default(),
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

    /// The attributes of an element that are for something.
    fn attrs(&self, element: ElementRef<'a>) -> impl Iterator<Item = (Uses, Value<'a>)> {
        self.uses.get_or_init(|| Meanings::new(self.survey.document, Uses::of)).attrs(element)
    }

    /// What an element is labelled by.
    fn label_of(&self, element: ElementRef<'a>) -> Option<ElementRef<'a>> {
        self.attrs(element).find_map(|(uses, value)| {
            let labels = if uses.has(Uses::LABELLED) {
                self.labels.get_or_init(|| self.labels())
            } else if uses.has(Uses::LABEL) {
                self.ids.get_or_init(|| ids(self.survey))
            } else {
                return None;
            };
            labels.get(value.text()).copied().filter(|label| *label != element)
        })
    }

    /// Short elements by the id that they are a label of.
    fn labels(&self) -> ById<'a> {
        let mut labels = ById::default();
        let short = |seen: &&Seen| (1..=HEADING_CHARS).contains(&seen.chars);
        for seen in self.survey.elements().iter().filter(short) {
            for (uses, value) in self.attrs(self.survey.element(seen)) {
                let text = value.text();
                let part = text.strip_prefix('#');
                let id = if uses.has(Uses::OF_LABEL) { part.or(Some(text)) } else { part };
                let is_for_label = uses.has(Uses::OF_LABEL) || uses.has(Uses::LINK);
                if let Some(id) = id.filter(|id| is_for_label && !id.is_empty()) {
                    labels.entry(id).or_insert(self.survey.element(seen));
                }
            }
        }
        labels
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
        for leaf in survey.leaves_before(survey.element(first).node()) {
            let gap = first.start.saturating_sub(leaf.end).saturating_sub(passed.chars);
            if gap > HEADING_GAP || self.is_entry(leaf) {
                break;
            }
            let Some(index) = line_of(survey, leaf) else { continue };
            let Some(seen) = survey.get(index) else { continue };
            let fits = seen.chars <= HEADING_CHARS;
            let line = if fits { self.line(index, seen) } else { Line::default() };
            if line.kind.is_none()
                && let Some(stray) = self.stray_at(leaf.id)
            {
                if !tabs.is_empty() || !passed.add(survey, stray) {
                    break;
                }
                continue;
            }
            if !fits || last.replace(index) == Some(index) {
                continue;
            }
            let apart = |tab: &Seen| line.kind.is_none() || !are_neighbours(survey, seen, tab);
            if tabs.last().and_then(|tab| survey.get(*tab)).is_some_and(apart) {
                break;
            }
            if line.kind.is_some() {
                tabs.push(index);
            } else if line.heads && nearest.is_none() {
                nearest = Some(survey.element(seen));
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
            && (passed.entries == 0 || self.fills_box(run, survey.element(seen).id(), passed.chars))
        {
            let kind = self.lines.get(index).and_then(|line| line.kind);
            let heading = visible(survey.element(seen));
            let anchor = (tabs.len() == 1).then_some(survey.element(seen));
            let heading = Some(heading);
            return Naming { heading, kind, by_heading: true, anchor, ..Naming::default() };
        }
        let nearest = nearest.filter(|element| self.in_box(run, element.id()));
        Naming { heading: nearest.map(visible), ..Naming::default() }
    }

    fn line(&mut self, index: usize, seen: &Seen) -> Line {
        let survey = self.survey;
        *self.lines.entry(index).or_insert_with(|| {
            let heads = is_heading(survey, seen);
            let may_say = heads || seen.chars <= PLAIN_HEADING_CHARS;
            let kind = may_say.then(|| heading_kind(&visible(survey.element(seen)))).flatten();
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
    pub(super) fn is_entry(&self, leaf: &Leaf) -> bool {
        let id = leaf.id;
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
    fn token_kind(&self, run: &Run<'a>) -> Option<(ListKind, ElementRef<'a>)> {
        let entry = run.entries.first().map(|entry| entry.element);
        entry.into_iter().chain(self.survey.boxes(run)).find_map(|element| {
            let names = self.attrs(element).filter(|(uses, _)| uses.has(Uses::NAME));
            let short = names.filter(|(_, name)| name.text().len() <= NAME_BYTES);
            let kind = short.into_iter().find_map(|(_, name)| self.kind_of_name(name));
            Some((kind?, element))
        })
    }

    /// Whether the run stands in a menu. An element that is named a list of some kind is none.
    pub(super) fn is_in_menu(&self, run: &Run<'a>) -> bool {
        let survey = self.survey;
        let part = survey.chars() / 2;
        let mut around = survey.outwards(run.parent).take_while(|(_, seen)| seen.chars <= part);
        around.any(|(_, seen)| {
            let element = survey.element(seen);
            let menu = element.tag() == Tag::Nav || survey.name_marks(element).has(Marks::MENU);
            menu && survey.names(element).all(|name| self.kind_of_name(name).is_none())
        })
    }

    fn kind_of_name(&self, name: Value<'a>) -> Option<ListKind> {
        *self.tokens.borrow_mut().entry(name.number()?).or_insert_with(|| {
            let words = self.survey.document.name_words().of(name);
            let known = words.filter(|_| name.text().is_ascii());
            if known.is_some_and(|mut words| !words.any(|word| may_begin_kind(word.word))) {
                return None;
            }
            name.text().split_ascii_whitespace().find_map(token_kind)
        })
    }
}

fn ids<'a>(survey: &Survey<'a>) -> ById<'a> {
    let mut ids = ById::default();
    for seen in survey.elements() {
        if let Some(id) = survey.element(seen).attr("id") {
            ids.entry(id).or_insert(survey.element(seen));
        }
    }
    ids
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
    let node = survey.element(seen).node();
    let leaves = survey.leaves_in(&(node.id()..node.end()));
    let mut left = STRAY_LETTERS;
    leaves.iter().any(|leaf| {
        left = left.saturating_sub(letters(survey.text(leaf)));
        left == 0
    })
}

/// The block that a text is in, or the largest inline element, by place in the survey.
pub(super) fn line_of(survey: &Survey<'_>, leaf: &Leaf) -> Option<usize> {
    let mut line = None;
    for (index, seen) in survey.outwards(leaf.parent()) {
        if line.is_some() && seen.chars > HEADING_CHARS {
            break;
        }
        line = Some(index);
        if survey.element(seen).tag().is_block() {
            break;
        }
    }
    line
}

/// The longest text that is a heading without being marked up as one.
const PLAIN_HEADING_CHARS: u32 = 40;

/// Whether two lines are labels of one row of tabs: of one name, with nothing between.
fn are_neighbours(survey: &Survey<'_>, one: &Seen, next: &Seen) -> bool {
    let element = survey.element(one);
    element.name() == survey.element(next).name()
        && element.tag().heading_level().is_none()
        && one.start + one.chars == next.start
}

/// Whether the label is marked as the open one.
fn is_active(survey: &Survey<'_>, line: &Seen) -> bool {
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
pub(super) fn is_heading(survey: &Survey<'_>, line: &Seen) -> bool {
    layers(survey, line).any(|element| heads(survey, element))
}

/// The element of a line, and those close around and inside that have the same text.
fn layers<'s, 'a>(survey: &'s Survey<'a>, line: &'s Seen) -> impl Iterator<Item = ElementRef<'a>> {
    let parents = std::iter::successors(Some(line), |seen| survey.get(seen.parent()?));
    let around = parents.take(HEADING_PARTS).take_while(|seen| seen.chars == line.chars);
    let inside =
        survey.inside(survey.element(line).node()).map(|(_, seen)| seen).take(HEADING_PARTS);
    let inside = inside.filter(|seen| seen.chars == line.chars);
    around.chain(inside).map(|seen| survey.element(seen))
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
