//! What a list is called: its heading, the label of its tab, its class and id names.

use std::collections::HashMap;

use super::runs::Run;
use super::survey::{Leaf, Seen, Survey};
use super::tables::{ACTIVE, HEADING_CHARS, HEADING_GAP, HEADINGS};
use crate::dom::{ElementRef, NodeId, NodeRef, Tag};
use crate::model::ListKind;
use crate::value::locale::lists::{heading_kind, token_kind};
use crate::value::text::{collapse, has_token};

/// What a list is called, and what it therefore is.
#[derive(Debug, Clone, Default)]
pub(super) struct Naming {
    pub(super) heading: Option<String>,
    pub(super) kind: Option<ListKind>,
    /// Whether words that a reader sees say the kind.
    pub(super) by_heading: bool,
}

/// The names of a page.
#[derive(Debug)]
pub(super) struct Names<'s, 'a> {
    survey: &'s Survey<'a>,
    /// Elements by the id that they are a label of.
    labels: HashMap<&'a str, ElementRef<'a>>,
    by_id: HashMap<&'a str, ElementRef<'a>>,
    /// Where entries of lists stand: headings inside them are headlines.
    entries: Vec<(NodeId, NodeId)>,
    kinds: HashMap<String, Option<ListKind>>,
    tokens: HashMap<&'a str, Option<ListKind>>,
}

/// Attributes that name the id of what an element is a label of.
const LABEL_OF: &[&str] = &["aria-controls", "data-target", "data-bs-target", "data-tab", "for"];

/// Attributes with words for readers.
const SPOKEN: &[&str] = &["aria-label", "data-title", "data-heading", "data-label"];

/// Attributes with names for machines.
const NAMED: &[&str] =
    &["class", "id", "data-testid", "data-component", "data-module", "data-name", "data-block"];

/// The longest attribute that is read as a name.
const NAME_BYTES: usize = 300;

impl<'s, 'a> Names<'s, 'a> {
    pub(super) fn of(survey: &'s Survey<'a>, runs: &[Run<'a>]) -> Self {
        let mut labels = HashMap::new();
        let mut by_id = HashMap::new();
        for seen in survey.elements() {
            if let Some(id) =
                labelled(seen.element).filter(|_| seen.chars > 0 && seen.chars <= HEADING_CHARS)
            {
                labels.entry(id).or_insert(seen.element);
            }
            if let Some(id) = seen.element.attr("id") {
                by_id.entry(id).or_insert(seen.element);
            }
        }
        let mut entries: Vec<(NodeId, NodeId)> = runs
            .iter()
            .flat_map(|run| &run.entries)
            .flat_map(|entry| entry.nodes.iter().map(|node| (node.id(), node.end())))
            .collect();
        entries.sort_unstable();
        Self { survey, labels, by_id, entries, kinds: HashMap::new(), tokens: HashMap::new() }
    }

    /// What a run is called.
    pub(super) fn name(&mut self, run: &Run<'a>) -> Naming {
        let tab = self.tab_label(run);
        let tab_kind = tab.as_deref().and_then(|label| self.heading_kind(label));
        if tab_kind.is_some() {
            return Naming { heading: tab, kind: tab_kind, by_heading: true };
        }
        let before = self.heading_before(run);
        let spoken = before.kind.is_none().then(|| self.spoken(run)).flatten();
        let mut naming = spoken.unwrap_or(before);
        if naming.kind.is_none() {
            naming.kind = self.token_kind(run);
        }
        naming.heading = tab.or(naming.heading);
        naming
    }

    fn heading_kind(&mut self, text: &str) -> Option<ListKind> {
        if let Some(kind) = self.kinds.get(text) {
            return *kind;
        }
        let kind = heading_kind(text);
        self.kinds.insert(text.to_owned(), kind);
        kind
    }

    /// The label of the tab that shows the run.
    fn tab_label(&self, run: &Run<'a>) -> Option<String> {
        let label = self.survey.boxes(run).find_map(|element| {
            let by = element.attr("aria-labelledby").and_then(|id| self.by_id.get(id));
            by.or_else(|| self.labels.get(element.attr("id")?)).copied()
        })?;
        let text = collapse(&visible(label));
        (!text.is_empty() && text.chars().count() <= HEADING_CHARS as usize).then_some(text)
    }

    /// The nearest heading before the run that says a kind, or else the nearest heading.
    fn heading_before(&mut self, run: &Run<'a>) -> Naming {
        let survey = self.survey;
        let Some(first) = run.entries.first().and_then(|entry| survey.get(entry.index)) else {
            return Naming::default();
        };
        let mut nearest = None;
        let mut last = None;
        let mut tabs: Vec<(&Seen<'a>, String, Option<ListKind>)> = Vec::new();
        for leaf in survey.leaves_before(first.element.node()) {
            if first.start.saturating_sub(leaf.end) > HEADING_GAP || self.is_entry(leaf) {
                break;
            }
            let Some(seen) = self.line_of(leaf) else { continue };
            if seen.chars > HEADING_CHARS
                || last.replace(seen.element.id()) == Some(seen.element.id())
            {
                continue;
            }
            let heads = is_heading(survey, seen);
            let text = visible(seen.element);
            let kind = if heads || seen.chars <= PLAIN_HEADING_CHARS {
                self.heading_kind(&text)
            } else {
                None
            };
            if tabs.last().is_some_and(|(tab, ..)| kind.is_none() || !are_neighbours(seen, tab)) {
                break;
            }
            if kind.is_some() {
                tabs.push((seen, text, kind));
                continue;
            }
            if heads && nearest.is_none() {
                nearest = Some((text, seen.element.id()));
            }
        }
        let chosen = tabs.iter().position(|(tab, ..)| is_active(survey, tab));
        let chosen = chosen.or(tabs.len().checked_sub(1)).filter(|place| *place < tabs.len());
        match chosen.map(|place| tabs.swap_remove(place)) {
            Some((_, text, kind)) => Naming { heading: Some(text), kind, by_heading: true },
            None => Naming {
                heading: nearest.filter(|(_, id)| self.in_box(run, *id)).map(|(text, _)| text),
                ..Naming::default()
            },
        }
    }

    /// Whether a node stands in the box of the run.
    fn in_box(&self, run: &Run<'a>, id: NodeId) -> bool {
        self.survey.boxes(run).any(|element| element.node().contains(id))
    }

    /// The block that a text is in, or the largest inline element.
    fn line_of(&self, leaf: &Leaf<'a>) -> Option<&'s Seen<'a>> {
        let mut line = None;
        for (_, seen) in self.survey.outwards(leaf.parent) {
            if line.is_some() && seen.chars > HEADING_CHARS {
                break;
            }
            line = Some(seen);
            if seen.element.tag().is_block() {
                break;
            }
        }
        line
    }

    fn is_entry(&self, leaf: &Leaf<'_>) -> bool {
        let id = leaf.node.id();
        let after = self.entries.partition_point(|(start, _)| *start <= id);
        let before = after.checked_sub(1).and_then(|place| self.entries.get(place));
        before.is_some_and(|(_, end)| id < *end)
    }

    /// A label for readers of the elements around the run.
    fn spoken(&mut self, run: &Run<'a>) -> Option<Naming> {
        self.survey.boxes(run).find_map(|element| {
            SPOKEN.iter().filter_map(|name| element.attr(name)).find_map(|value| {
                let heading = collapse(value);
                let kind = self.heading_kind(&heading);
                kind.is_some().then_some(Naming { heading: Some(heading), kind, by_heading: true })
            })
        })
    }

    /// What the class and id names of the run's entries and of the elements around it say.
    fn token_kind(&mut self, run: &Run<'a>) -> Option<ListKind> {
        let entry = run.entries.first().and_then(|entry| self.survey.get(entry.index));
        let around: Vec<_> = self.survey.boxes(run).collect();
        entry.map(|seen| seen.element).into_iter().chain(around).find_map(|element| {
            NAMED.iter().filter_map(|name| element.attr(name)).find_map(|value| {
                (value.len() <= NAME_BYTES).then(|| self.kind_of_name(value)).flatten()
            })
        })
    }

    fn kind_of_name(&mut self, value: &'a str) -> Option<ListKind> {
        *self
            .tokens
            .entry(value)
            .or_insert_with(|| value.split_ascii_whitespace().find_map(token_kind))
    }
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
fn is_active(survey: &Survey<'_>, line: &Seen<'_>) -> bool {
    layers(survey, line).any(|element| {
        element.attr("aria-selected") == Some("true")
            || element.attr("class").is_some_and(|class| has_token(class, ACTIVE))
    })
}

/// The id of what the element is a label of.
fn labelled(element: ElementRef<'_>) -> Option<&str> {
    let href = element.attr("href").filter(|href| href.starts_with('#'));
    let id = href.or_else(|| LABEL_OF.iter().find_map(|name| element.attr(name)))?;
    let id = id.strip_prefix('#').unwrap_or(id);
    (!id.is_empty()).then_some(id)
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
fn is_heading(survey: &Survey<'_>, line: &Seen<'_>) -> bool {
    layers(survey, line).any(heads)
}

/// The element of a line, and those close around and inside that have the same text.
fn layers<'s, 'a>(
    survey: &'s Survey<'a>,
    line: &'s Seen<'a>,
) -> impl Iterator<Item = ElementRef<'a>> {
    let parents = std::iter::successors(Some(line), |seen| survey.get(seen.parent?));
    let around = parents.take(HEADING_PARTS).take_while(|seen| seen.chars == line.chars);
    let inside = survey.inside(line.element.node()).map(|(_, seen)| seen).take(HEADING_PARTS);
    let inside = inside.filter(|seen| seen.chars == line.chars);
    around.chain(inside).map(|seen| seen.element)
}

/// How many elements around and inside a line are looked at.
const HEADING_PARTS: usize = 4;

fn heads(element: ElementRef<'_>) -> bool {
    let tag = element.tag();
    tag.heading_level().is_some()
        || matches!(tag, Tag::Strong | Tag::B | Tag::Th | Tag::Caption | Tag::Legend | Tag::Summary)
        || matches!(element.attr("role"), Some("heading" | "tab"))
        || element.attr("class").is_some_and(|class| has_token(class, HEADINGS))
}
