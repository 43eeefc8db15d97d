//! Cuts the visible text of a page into runs, as a browser breaks it into lines of their own.

use super::areas::{Area, AreaId};
use super::traits::Traits;
use crate::dom::{Document, Edge, ElementRef, NodeId, NodeRef, Tag, is_hidden};

/// A run of inline content: text between two edges of block-level elements, or between two line
/// breaks that follow each other.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    /// The first and one past the last node; all between them belongs to the run.
    pub(crate) first: NodeId,
    pub(crate) end: NodeId,
    /// The innermost block-level element around it.
    pub(crate) area: AreaId,
    pub(super) text: std::ops::Range<usize>,
    /// How many bytes of the text are in links.
    pub(super) link_bytes: usize,
    /// How many bytes of the text are in buttons and labels.
    pub(super) control_bytes: usize,
}

/// The runs of a page, and the block-level elements around them.
#[derive(Debug, Clone, Default)]
pub(super) struct Cut {
    pub(super) text: String,
    pub(super) runs: Vec<Run>,
    pub(super) areas: Vec<Area>,
}

/// A page of which less than this many bytes of text are shown, and much more is hidden, shows the
/// rest by a script.
const SHOWN_BY_SCRIPT: usize = 600;

/// Cuts the body of a page.
pub(super) fn cut(document: &Document) -> Cut {
    let shown = cut_all(document, false);
    if shown.text.len() >= SHOWN_BY_SCRIPT {
        return shown;
    }
    let all = cut_all(document, true);
    if all.text.len() > shown.text.len() * 2 { all } else { shown }
}

fn cut_all(document: &Document, hidden_too: bool) -> Cut {
    let Some(body) = document.body() else { return Cut::default() };
    let mut cutter = Cutter::default();
    let mut walk = body.node().traverse();
    while let Some(edge) = walk.next() {
        match edge {
            Edge::Open(node) => match node.as_element() {
                Some(element)
                    if element.tag().is_unshown() || (!hidden_too && is_hidden(element)) =>
                {
                    walk.leave_out(element);
                }
                Some(element) => cutter.open(element),
                None => cutter.text(node),
            },
            Edge::Close(element) => cutter.close(element),
        }
    }
    cutter.cut
}

#[derive(Debug, Default)]
struct Cutter {
    cut: Cut,
    open_areas: Vec<AreaId>,
    run: Option<Run>,
    /// Whether the run ends in a line break so far.
    after_break: bool,
    links: usize,
    controls: usize,
}

impl Cutter {
    fn open(&mut self, element: ElementRef<'_>) {
        let tag = element.tag();
        self.links += usize::from(is_link(element));
        self.controls += usize::from(is_control(tag));
        if tag == Tag::Br {
            self.line_break(element);
        } else if tag.is_block() {
            self.end_run();
            self.open_area(element);
        }
    }

    fn open_area(&mut self, element: ElementRef<'_>) {
        let id = AreaId::new(self.cut.areas.len());
        let parent = self.open_areas.last().copied();
        let around = parent.and_then(|parent| self.cut.areas.get(parent.index()));
        let area = Area::new(element, parent, around);
        self.cut.areas.push(area);
        self.open_areas.push(id);
    }

    fn close(&mut self, element: ElementRef<'_>) {
        let tag = element.tag();
        self.links -= usize::from(is_link(element));
        self.controls -= usize::from(is_control(tag));
        if tag.is_block() {
            self.end_run();
            self.open_areas.pop();
        }
    }

    fn line_break(&mut self, element: ElementRef<'_>) {
        if self.after_break {
            self.end_run();
        } else if let Some(run) = &mut self.run {
            run.end = element.node().end();
            self.after_break = true;
            self.cut.text.push(' ');
        }
    }

    fn text(&mut self, node: NodeRef<'_>) {
        let Some(text) = node.as_text() else { return };
        let blank = text.trim().is_empty();
        let Some(area) = self.open_areas.last().copied() else { return };
        if blank && self.run.is_none() {
            return;
        }
        let start = self.cut.text.len();
        let run = self.run.get_or_insert_with(|| Run {
            first: node.id(),
            end: node.end(),
            area,
            text: start..start,
            link_bytes: 0,
            control_bytes: 0,
        });
        push_collapsed(&mut self.cut.text, run.text.start, text);
        if !blank {
            self.after_break = false;
            run.end = node.end();
        }
        let added = self.cut.text.len() - start;
        run.link_bytes += if self.links > 0 { added } else { 0 };
        run.control_bytes += if self.controls > 0 { added } else { 0 };
    }

    fn end_run(&mut self) {
        self.after_break = false;
        let Some(mut run) = self.run.take() else { return };
        let end = self.cut.text.trim_end().len().max(run.text.start);
        self.cut.text.truncate(end);
        run.text.end = end;
        if self.cut.text.get(run.text.clone()).is_some_and(|text| !text.is_empty()) {
            self.cut.runs.push(run);
        }
    }
}

/// Appends text with its white space collapsed, `start` being where the run began.
fn push_collapsed(out: &mut String, start: usize, text: &str) {
    for (index, word) in text.split(char::is_whitespace).enumerate() {
        if index > 0 && out.len() > start && !out.ends_with(' ') {
            out.push(' ');
        }
        out.push_str(word);
    }
}

fn is_link(element: ElementRef<'_>) -> bool {
    element.tag() == Tag::A && element.attr("href").is_some()
}

fn is_control(tag: Tag) -> bool {
    matches!(tag, Tag::Button | Tag::Label)
}

impl Area {
    fn new(element: ElementRef<'_>, parent: Option<AreaId>, around: Option<&Self>) -> Self {
        let own = Traits::of(element);
        let inherited = around.map(|area| area.traits).unwrap_or_default();
        Self::empty(element, parent, own, own.union(inherited))
    }
}
