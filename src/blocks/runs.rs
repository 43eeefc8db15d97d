//! Cuts the text of a page into runs, as a browser breaks it into lines of their own.

use std::ops::Range;

use super::areas::{Area, AreaId, Path};
use super::lexicon::{Extremes, Lexicon, Opinion};
use super::names::Names;
use super::traits::Traits;
use crate::dom::{Document, Edge, ElementRef, NodeId, NodeRef, Tag, is_hidden};
use crate::room::{make_room, push};
use crate::value::text::split_line;

/// A run of inline content: text between two edges of block-level elements, or between two line
/// breaks that follow each other.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    /// The first and one past the last node; all between them belongs to the run.
    pub(crate) first: NodeId,
    pub(crate) end: NodeId,
    /// The innermost block-level element around it.
    pub(super) area: AreaId,
    /// Whether the page says that it does not show that.
    pub(crate) hidden: bool,
    /// Where its text begins and ends.
    start: u32,
    stop: u32,
    /// How many bytes of the text are in inline elements of each [`Inline`] kind.
    pub(super) inline: [u32; Inline::COUNT],
    /// How many links begin in it, or are open where it begins.
    pub(super) links: u32,
    pub(super) breaks: u32,
    /// How many pictures of the page stand before it.
    pub(super) images_before: u32,
    /// The extremes of what the names of its area and of the inline elements around its beginning
    /// say.
    pub(super) names: Extremes,
    /// What the names of all elements from `<body>` to it say.
    pub(super) path: Path,
}

impl Run {
    /// Where its text stands.
    pub(super) fn text(&self) -> Range<usize> {
        self.start as usize..self.stop as usize
    }

    /// How many bytes of text it has.
    pub(super) fn len(&self) -> usize {
        self.text().len()
    }
}

/// The inline elements that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inline {
    Link,
    Bold,
    Italic,
    Control,
    Code,
    Time,
    Span,
    Label,
    Small,
}

impl Inline {
    pub(super) const COUNT: usize = 9;

    fn of(element: ElementRef<'_>) -> Option<Self> {
        match element.tag() {
            Tag::A => element.attr("href").is_some().then_some(Self::Link),
            Tag::B | Tag::Strong => Some(Self::Bold),
            Tag::I | Tag::Em => Some(Self::Italic),
            Tag::Button => Some(Self::Control),
            Tag::Code => Some(Self::Code),
            Tag::Time => Some(Self::Time),
            Tag::Span => Some(Self::Span),
            Tag::Label => Some(Self::Label),
            Tag::Small => Some(Self::Small),
            _ => None,
        }
    }
}

/// The runs of a page, and the block-level elements around them.
#[derive(Debug, Clone, Default)]
pub(super) struct Cut {
    pub(super) text: String,
    pub(super) runs: Vec<Run>,
    /// Those with text in them, and headlines without.
    pub(super) areas: Vec<Area>,
    /// The block-level elements whose own names say something.
    pub(super) named: Vec<(NodeId, Traits)>,
    /// How many pictures there are.
    pub(super) images: u32,
}

impl Cut {
    /// Gives back the room for more: it would be held as long as the page.
    fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.runs.shrink_to_fit();
        self.areas.shrink_to_fit();
        self.named.shrink_to_fit();
    }
}

/// Cuts the body of a page. Text in block-level elements that are hidden is cut too: scripts show
/// such elements, and their areas say that they are hidden.
pub(super) fn cut(document: &Document, lexicon: &Lexicon) -> Cut {
    let Some(body) = document.body() else { return Cut::default() };
    let mut cutter = Cutter::new(document, lexicon);
    cutter.cut.areas.reserve_exact(document.len() / NODES_PER_AREA);
    cutter.cut.runs.reserve_exact(document.len() / NODES_PER_RUN);
    cutter.cut.text.reserve_exact(document.len() * BYTES_PER_NODE);
    let mut walk = body.node().traverse();
    while let Some(edge) = walk.next() {
        match edge {
            Edge::Open(node) => match node.as_element() {
                Some(element) if is_left_out(element) => walk.leave_out(element),
                Some(element) => cutter.open(element),
                None => cutter.text(node),
            },
            Edge::Close(element) => cutter.close(element),
        }
    }
    cutter.cut.shrink();
    cutter.cut
}

struct Cutter<'l> {
    cut: Cut,
    names: Names<'l>,
    open_areas: Vec<OpenArea>,
    open_inline: Vec<OpenInline>,
    run: Option<Run>,
    /// Whether the run ends in a line break so far.
    after_break: bool,
    /// How many elements of each kind are open.
    inline: [u32; Inline::COUNT],
}

/// An inline element that is open.
#[derive(Debug, Clone, Copy)]
struct OpenInline {
    kind: Option<Inline>,
    /// What its names say, if a run can begin in it.
    names: Opinion,
}

/// An area that is open.
#[derive(Debug, Clone, Copy)]
struct OpenArea {
    id: AreaId,
    depth: u16,
    /// What its own names say.
    names: Opinion,
    /// What the names of the elements around it say.
    around: Path,
}

impl OpenArea {
    /// What the names of the elements from `<body>` to it say, with those of inline elements in it.
    fn path(&self, inline: &Opinion) -> (Opinion, Path) {
        let mut own = self.names;
        own.join(inline);
        (own, self.around.with(&own, self.depth))
    }
}

impl<'l> Cutter<'l> {
    fn new(document: &'l Document, lexicon: &'l Lexicon) -> Self {
        Self {
            cut: Cut::default(),
            names: Names::new(document, lexicon),
            open_areas: Vec::new(),
            open_inline: Vec::new(),
            run: None,
            after_break: false,
            inline: [0; Inline::COUNT],
        }
    }

    fn open(&mut self, element: ElementRef<'_>) {
        match element.tag() {
            Tag::Br => self.line_break(element),
            Tag::Img | Tag::Picture => self.cut.images += 1,
            tag if tag.is_block() => {
                self.end_run();
                self.open_area(element);
            }
            _ => self.open_inline(element),
        }
    }

    fn open_area(&mut self, element: ElementRef<'_>) {
        let id = AreaId::new(self.cut.areas.len());
        let parent = self.open_areas.last();
        let around = parent.map(|parent| parent.path(&Opinion::default()).1).unwrap_or_default();
        let parent = parent.map(|parent| parent.id);
        let outer = parent.and_then(|parent| self.cut.areas.get(parent.index()));
        let named = self.names.of(element);
        let area = Area::new(element, named, parent, outer);
        if area.own != Traits::default() {
            push(&mut self.cut.named, (area.id, area.own));
        }
        let depth = area.depth;
        push(&mut self.cut.areas, area);
        self.open_areas.push(OpenArea { id, depth, names: named.opinion, around });
    }

    /// Closes an area. Most hold no text, and tell nothing but that they were there.
    fn close_area(&mut self) {
        let Some(OpenArea { id, .. }) = self.open_areas.pop() else { return };
        let runs = self.cut.runs.last();
        let is_bare =
            |area: &mut Area| area.tag != Tag::H1 && runs.is_none_or(|run| run.first < area.id);
        // What is behind it was opened inside of it.
        if self.cut.areas.len() > id.index() + 1 {
            return;
        }
        if let Some(bare) = self.cut.areas.pop_if(is_bare)
            && let Some(parent) = bare.parent
            && let Some(around) = self.cut.areas.get_mut(parent.index())
        {
            around.sums.add_child(&bare.sums, bare.tag);
        }
    }

    fn open_inline(&mut self, element: ElementRef<'_>) {
        // Once a run has begun, the names that follow do not count.
        let names = match self.run {
            None => self.names.of(element).opinion,
            Some(_) => Opinion::default(),
        };
        let kind = Inline::of(element);
        self.open_inline.push(OpenInline { kind, names });
        let Some(inline) = kind else { return };
        self.count_inline(inline, |open| *open += 1);
        if inline == Inline::Link
            && let Some(run) = &mut self.run
        {
            run.links += 1;
        }
    }

    fn count_inline(&mut self, inline: Inline, change: impl Fn(&mut u32)) {
        if let Some(open) = self.inline.get_mut(inline as usize) {
            change(open);
        }
    }

    fn close(&mut self, element: ElementRef<'_>) {
        match element.tag() {
            Tag::Br | Tag::Img | Tag::Picture => {}
            tag if tag.is_block() => {
                self.end_run();
                self.close_area();
            }
            _ => {
                if let Some(inline) = self.open_inline.pop().and_then(|open| open.kind) {
                    self.count_inline(inline, |open| *open = open.saturating_sub(1));
                }
            }
        }
    }

    fn line_break(&mut self, element: ElementRef<'_>) {
        if self.after_break {
            self.end_run();
        } else if let Some(run) = &mut self.run {
            run.end = element.node().end();
            run.breaks += 1;
            self.after_break = true;
            self.cut.text.push(' ');
        }
    }

    fn text(&mut self, node: NodeRef<'_>) {
        let Some(text) = node.as_text() else { return };
        let blank = node.as_words().is_none();
        let Some(area) = self.open_areas.last().copied() else { return };
        if blank && self.run.is_none() {
            return;
        }
        let start = place(&self.cut.text);
        if self.run.is_none() {
            self.run = Some(self.new_run(node, area));
        }
        let Some(run) = &mut self.run else { return };
        make_room(&mut self.cut.text, text.len());
        push_collapsed(&mut self.cut.text, run.start as usize, text);
        if !blank {
            self.after_break = false;
            run.end = node.end();
        }
        let added = place(&self.cut.text) - start;
        let open = run.inline.iter_mut().zip(&self.inline);
        open.filter(|(_, open)| **open > 0)
            .for_each(|(bytes, _)| *bytes = bytes.saturating_add(added));
    }

    fn new_run(&self, node: NodeRef<'_>, area: OpenArea) -> Run {
        let start = place(&self.cut.text);
        let around = self.cut.areas.get(area.id.index());
        let mut inline = Opinion::default();
        self.open_inline.iter().for_each(|open| inline.join(&open.names));
        let (names, path) = area.path(&inline);
        Run {
            first: node.id(),
            end: node.end(),
            area: area.id,
            hidden: around.is_some_and(|area| area.hidden),
            start,
            stop: start,
            inline: [0; Inline::COUNT],
            links: self.inline.first().copied().unwrap_or_default().min(1),
            breaks: 0,
            images_before: self.cut.images,
            names: names.extremes(),
            path,
        }
    }

    fn end_run(&mut self) {
        self.after_break = false;
        let Some(mut run) = self.run.take() else { return };
        let end = self.cut.text.trim_end().len().max(run.start as usize);
        self.cut.text.truncate(end);
        run.stop = place(&self.cut.text);
        if run.len() > 0 {
            push(&mut self.cut.runs, run);
        }
    }
}

/// How many nodes a page has for each area with text, and for each run, where it has many of these.
const NODES_PER_AREA: usize = 6;
const NODES_PER_RUN: usize = 10;
/// How many bytes of text there are for each node, where most pages have less.
const BYTES_PER_NODE: usize = 12;

/// How much text there is: pages are cut far below `u32::MAX`.
fn place(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

fn is_left_out(element: ElementRef<'_>) -> bool {
    let tag = element.tag();
    tag.is_unshown() || (!tag.is_block() && is_hidden(element))
}

/// Appends text with its white space collapsed, `start` being where the run began.
fn push_collapsed(out: &mut String, start: usize, text: &str) {
    let mut rest = text;
    loop {
        let (line, behind) = split_line(rest);
        out.push_str(line);
        if behind.is_empty() {
            return;
        }
        if out.len() > start && !out.ends_with(' ') {
            out.push(' ');
        }
        rest = behind.trim_start();
    }
}
