//! The lines of text of a part of a page, whatever elements they are made of: what stands between
//! two breaks, as a reader sees it.

use std::borrow::Cow;
use std::ops::Range;

use super::page::{Frame, Inside, Page, Spot, spot};
use super::region::Roles;
use crate::dom::{Document, ElementRef, NodeId, NodeRef, Tag};
use crate::value::text::{collapse, collapsed, is_collapsed};

/// The longest line that is kept, in bytes: bylines and datelines are shorter, and what is longer
/// is prose.
const LONGEST: usize = 260;

/// How many lines there are around most headlines.
const MOST_OFTEN: usize = 48;

/// How many elements a portrait stands before the name at most.
const PORTRAIT_REACH: usize = 8;

/// A line of text.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// The text, white space collapsed. Most lines are one text of the page.
    pub(super) text: Cow<'a, str>,
    /// The place of the first element of the line, and what surrounds it.
    pub(super) spot: Spot<'a>,
    /// The links in it.
    pub(super) links: Vec<ElementRef<'a>>,
    /// The alternative text of an image shortly before.
    pub(super) portrait: Option<&'a str>,
}

/// The lines of the elements whose places are in `region`, where their first elements are wanted.
pub(super) fn lines<'a>(
    page: &Page<'a>,
    region: Range<usize>,
    is_wanted: impl Fn(&Spot<'a>) -> bool,
) -> Vec<Line<'a>> {
    let Some((document, from)) = page.document.zip(page.elements.get(region.start)) else {
        return Vec::new();
    };
    let to = page.elements.get(region.end).copied().unwrap_or(document.root().end());
    let mut cutter = Cutter::new(page, document, *from, region.start, is_wanted);
    let mut at = *from;
    while at < to {
        at = cutter.step(document.get(at));
    }
    cutter.break_line();
    cutter.lines
}

struct Cutter<'p, 'a, W> {
    page: &'p Page<'a>,
    /// Whether a line that starts at a spot is read.
    is_wanted: W,
    lines: Vec<Line<'a>>,
    /// The line that is being read; `None` behind a break.
    open: Option<Line<'a>>,
    /// Whether the line is not wanted, or has become too long to keep.
    left_out: bool,
    /// How many bytes of white space stand before the line.
    indent: usize,
    /// The blocks around, with their ends.
    blocks: Vec<(NodeId, ElementRef<'a>, Roles)>,
    /// The frames that are still to come, and those around.
    coming: std::slice::Iter<'p, Frame<'a>>,
    frames: Vec<&'p Frame<'a>>,
    link: Option<(NodeId, ElementRef<'a>)>,
    /// The roles of inline elements since the last break.
    inline: Roles,
    portrait: Option<(usize, &'a str)>,
    place: usize,
}

impl<'p, 'a, W: Fn(&Spot<'a>) -> bool> Cutter<'p, 'a, W> {
    fn new(
        page: &'p Page<'a>,
        document: &'a Document,
        from: NodeId,
        place: usize,
        is_wanted: W,
    ) -> Self {
        let around: Vec<_> = document.get(from).ancestors().collect();
        let blocks = around.into_iter().rev().filter(|element| element.tag().is_block());
        let blocks = blocks.map(|element| (element.node().end(), element, Roles::default()));
        Self {
            page,
            is_wanted,
            lines: Vec::with_capacity(MOST_OFTEN),
            open: None,
            left_out: false,
            indent: 0,
            blocks: blocks.collect(),
            coming: page.frames.iter(),
            frames: Vec::new(),
            link: None,
            inline: Roles::default(),
            portrait: None,
            place,
        }
    }

    /// Reads a node and gives the next one to read.
    fn step(&mut self, node: NodeRef<'a>) -> NodeId {
        self.leave(node.id());
        if let Some(text) = node.as_text().filter(|_| !self.left_out) {
            self.text(text, node.as_words().is_none());
        }
        let Some(element) = node.as_element() else { return node.id().next() };
        let own = self.page.roles.get(self.place).copied().unwrap_or_default();
        if element.tag().is_unshown() || own.has(Roles::HIDDEN) {
            let behind = node.end();
            self.place = self.page.elements.partition_point(|id| *id < behind);
            return behind;
        }
        self.element(element, own);
        self.place += 1;
        node.id().next()
    }

    /// Closes what ends before a node.
    fn leave(&mut self, id: NodeId) {
        while self.blocks.pop_if(|(end, ..)| *end <= id).is_some() {
            self.break_line();
        }
        while let Some(frame) = self.coming.as_slice().first().filter(|frame| frame.start < id) {
            self.frames.push(frame);
            self.coming.next();
        }
        while self.frames.pop_if(|frame| frame.end <= id).is_some() {}
        if self.link.is_some_and(|(end, _)| end <= id) {
            self.link = None;
        }
    }

    fn element(&mut self, element: ElementRef<'a>, own: Roles) {
        match element.tag() {
            Tag::Br => self.break_line(),
            tag if tag.is_block() => {
                self.break_line();
                self.blocks.push((element.node().end(), element, own));
            }
            Tag::Img => {
                let alt = element.attr("alt").filter(|alt| !alt.trim().is_empty());
                self.portrait = alt.map(|alt| (self.place, alt)).or(self.portrait);
            }
            Tag::A => {
                self.link = Some((element.node().end(), element));
                self.inline = self.inline.with(own);
            }
            _ => self.inline = self.inline.with(own),
        }
    }

    fn text(&mut self, text: &'a str, blank: bool) {
        if blank {
            if let Some(line) = &mut self.open {
                line.text.to_mut().push(' ');
            }
            return;
        }
        if self.open.is_none() {
            self.open = self.opened();
        }
        let Some(line) = &mut self.open else {
            self.left_out = true;
            return;
        };
        // Parts of a byline are often set apart by style alone.
        let small = line.text.ends_with(|c: char| c.is_lowercase() || c.is_numeric());
        let apart = text.starts_with(char::is_uppercase)
            || text.starts_with(|c: char| c.is_ascii_digit()) && ends_with_year(&line.text);
        if small && apart {
            line.text.to_mut().push(' ');
        }
        if line.text.is_empty() {
            // The length of the line is that in the page.
            self.indent = text.len() - text.trim_start().len();
            line.text = text.trim_start().into();
        } else {
            line.text.to_mut().push_str(text);
        }
        if let Some((_, link)) = self.link
            && line.links.last() != Some(&link)
        {
            line.links.push(link);
        }
        self.left_out = self.indent + line.text.len() > LONGEST;
    }

    /// A new line at this place, if it is wanted.
    fn opened(&self) -> Option<Line<'a>> {
        let (_, block, own) = self.blocks.last()?;
        let inside = self.frames.last().map(|frame| frame.inside).unwrap_or_default();
        let outside = Inside { place: self.place, ..inside };
        let spot = spot(*block, *own, outside);
        if !(self.is_wanted)(&spot) {
            return None;
        }
        let near = self.portrait.filter(|(place, _)| self.place - place <= PORTRAIT_REACH);
        Some(Line {
            text: Cow::default(),
            spot,
            links: Vec::new(),
            portrait: near.map(|(_, alt)| alt),
        })
    }

    #[inline]
    fn break_line(&mut self) {
        // Most breaks stand between blocks.
        if self.open.is_some() {
            self.end_line();
        }
        self.left_out = false;
        self.inline = Roles::default();
    }

    fn end_line(&mut self) {
        let Some(mut line) = self.open.take().filter(|_| !self.left_out) else { return };
        line.text = match line.text {
            Cow::Borrowed(text) => collapsed(text.trim_end()),
            Cow::Owned(mut text) => {
                text.truncate(text.trim_end().len());
                if is_collapsed(&text) { text.into() } else { collapse(&text).into() }
            }
        };
        line.spot.own = line.spot.own.with(self.inline);
        self.lines.push(line);
    }
}

/// Whether a text ends with a number of four digits.
fn ends_with_year(text: &str) -> bool {
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    digits == 4
}
