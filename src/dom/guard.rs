//! Stands between tokenizer and tree builder and keeps the tree builder's cost linear.
//!
//! html5ever's tree builder walks its stack of open elements and its list of active formatting
//! elements for many tags, so a page that makes these long costs the square of its size. The
//! guard leaves out the start tags that would make them longer than [`Limits`] allows, and their
//! end tags with them. Text is never left out before the limit of nodes is reached: what stood in
//! an element that was left out stands in its parent.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::TreeBuilder;
use html5ever::{LocalName, local_name};

use super::open::is_formatting;
use super::shortcut::{Counts, Shortcut};
use super::sink::{Handle, Sink};
use super::tokenizer::{Name, Pair, TagSink, Taken};
use super::{Cut, CutKind};
use crate::Limits;

pub(super) struct Guard<'a> {
    tree: Shortcut<'a>,
    limits: Limits,
    open: Cell<Open>,
    left_out: RefCell<LeftOut>,
    cuts: RefCell<Vec<Cut>>,
    /// How much of the text has been read.
    at: Cell<u64>,
}

/// Upper bounds for what the tree builder has open, or will open again where text or an element
/// follows. They are raised with each tag by what it may open at most; the exact numbers are counted
/// when a bound reaches its limit.
#[derive(Debug, Clone, Copy, Default)]
struct Open {
    elements: usize,
    formatting: usize,
    /// Whether nothing has changed since the numbers were counted.
    exact: bool,
}

/// What a start tag may open besides itself: `<td>` in a table brings `<tbody>` and `<tr>`, and
/// the first tag `<html>` and `<body>`.
const IMPLIED_BY_START_TAG: usize = 2;

impl Open {
    fn raise(&mut self, elements: usize, formatting: usize) {
        self.elements += elements;
        self.formatting += formatting;
        self.exact = false;
    }
}

impl<'a> Guard<'a> {
    pub(super) fn new(builder: TreeBuilder<Handle, Sink<'a>>, limits: Limits) -> Self {
        Self {
            tree: Shortcut::new(builder),
            limits,
            open: Cell::default(),
            left_out: RefCell::default(),
            cuts: RefCell::default(),
            at: Cell::default(),
        }
    }

    pub(super) fn finish(self) -> (Sink<'a>, Vec<Cut>) {
        (self.tree.finish(), self.cuts.into_inner())
    }

    fn cut(&self, kind: CutKind, allowed: usize) {
        let mut cuts = self.cuts.borrow_mut();
        if !cuts.iter().any(|cut| cut.kind == kind) {
            cuts.push(Cut { kind, allowed, at: self.at.get() });
        }
    }

    fn is_full(&self) -> bool {
        let full = self.tree.sink().nodes() >= self.limits.nodes();
        if full {
            self.cut(CutKind::Nodes, self.limits.nodes());
        }
        full
    }

    fn limit_attributes(&self, tag: &mut Tag) {
        let allowed = self.limits.attributes();
        if self.tree.sink().limit(allowed) || tag.attrs.len() > allowed {
            tag.attrs.truncate(allowed);
            self.cut(CutKind::Attributes, allowed);
        }
    }

    /// Whether a start tag may pass.
    fn admits(&self, name: &LocalName) -> bool {
        let open = self.open.get();
        let is_far = open.elements < self.limits.depth()
            && open.formatting < self.limits.formatting_elements();
        if is_far || adds_no_depth(name) {
            return true;
        }
        let cut = self.cut_for(name, self.open.get());
        if cut.is_none() || self.open.get().exact {
            return cut.is_none();
        }
        self.count();
        match self.cut_for(name, self.open.get()) {
            None => true,
            Some((kind, allowed)) => {
                self.cut(kind, allowed);
                false
            }
        }
    }

    /// The limit that one more element would go over.
    fn cut_for(&self, name: &LocalName, open: Open) -> Option<(CutKind, usize)> {
        let (depth, formatting) = (self.limits.depth(), self.limits.formatting_elements());
        if open.elements >= depth {
            return Some((CutKind::Depth, depth));
        }
        let over = open.formatting >= formatting && is_formatting(name);
        over.then_some((CutKind::FormattingElements, formatting))
    }

    fn raise(&self, elements: usize, formatting: usize) {
        let mut open = self.open.get();
        open.raise(elements, formatting);
        self.open.set(open);
    }

    /// Counts what the tree builder has open.
    fn count(&self) -> Open {
        let mut handles = self.tree.handles();
        handles.sort_unstable_by_key(|handle| handle.id);
        handles.dedup_by_key(|handle| handle.id);
        // The document and `<head>` are traced all the time, open or not.
        let names = handles.iter().skip(1).map(|handle| &handle.name);
        let open = names.filter(|name| **name != local_name!("head")).fold(
            Open::default(),
            |open, name| Open {
                elements: open.elements + 1,
                formatting: open.formatting + usize::from(is_formatting(name)),
                exact: true,
            },
        );
        self.open.set(open);
        open
    }

    /// Leaves out a start tag that is not admitted.
    fn leave_out(&self, tag: &Tag) {
        let closed_at_once = tag.self_closing && self.tree.is_foreign();
        if !closed_at_once {
            self.left_out.borrow_mut().open(&tag.name);
        }
    }

    /// Whether a token goes on to the tree builder.
    fn passes(&self, token: &mut Token) -> bool {
        match token {
            Token::EOFToken => true,
            Token::ParseError(_) => false,
            _ if self.is_full() => false,
            Token::DoctypeToken(_) => true,
            Token::CommentToken(_) => !self.tree.comment(),
            Token::TagToken(_) | Token::CharacterTokens(_) | Token::NullCharacterToken => {
                self.settle(token);
                self.admits_token(token)
            }
        }
    }

    fn admits_token(&self, token: &mut Token) -> bool {
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => self.start_tag(tag),
            Token::TagToken(tag) => self.end_tag(tag),
            _ => true,
        }
    }

    fn settle(&self, token: &Token) {
        if let Some(Counts { elements, formatting }) = self.tree.settle(token, self.at.get()) {
            self.open.set(Open { elements, formatting, exact: false });
        }
    }

    fn start_tag(&self, tag: &mut Tag) -> bool {
        self.limit_attributes(tag);
        let is_admitted = self.admits(&tag.name);
        if is_admitted {
            self.raise(1 + IMPLIED_BY_START_TAG, usize::from(is_formatting(&tag.name)));
        } else {
            self.leave_out(tag);
        }
        is_admitted
    }

    fn end_tag(&self, tag: &Tag) -> bool {
        let mut left_out = self.left_out.borrow_mut();
        if left_out.is_empty() {
            self.raise(IMPLIED_BY_START_TAG, 0);
            return true;
        }
        !left_out.close(&tag.name)
    }

    /// Hands on an end tag while elements that were left out are open.
    fn close_around(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        let before = self.count().elements;
        let result = self.tree.process(token, line);
        if self.count().elements < before {
            // What was closed held all that was left out.
            self.left_out.take();
        }
        result
    }
}

impl<'a> TagSink<'a> for Guard<'a> {
    fn number(&self, name: &LocalName) -> u16 {
        self.tree.sink().number(name)
    }

    fn take_start_tag(
        &self,
        name: &Name,
        attributes: &[Pair<'a>],
        closes_itself: bool,
        at: usize,
    ) -> Taken {
        self.at.set(at as u64);
        let may_pass = self.left_out.borrow().is_empty()
            && attributes.len() <= self.limits.attributes()
            && !self.is_full();
        if !may_pass {
            return Taken::No;
        }
        self.tree.start_tag(name, attributes, closes_itself, &self.limits)
    }

    fn take_end_tag(&self, name: &Name) -> bool {
        self.left_out.borrow().is_empty() && self.tree.end_tag(&name.local)
    }

    fn take_text(&self, text: &str, at: usize) -> bool {
        self.at.set(at as u64);
        !self.is_full() && self.tree.text(text)
    }

    fn take_attributes(&self, tag: &LocalName, attributes: &mut Vec<Pair<'a>>) -> bool {
        let may_be_apart = !are_attributes_read(tag) && !self.tree.is_foreign();
        if may_be_apart {
            self.tree.sink().keep(attributes);
        }
        may_be_apart
    }
}

impl TokenSink for Guard<'_> {
    type Handle = Handle;

    /// The tokenizer gives the byte behind the token for the line.
    fn process_token(&self, mut token: Token, line: u64) -> TokenSinkResult<Handle> {
        self.at.set(line);
        if !self.passes(&mut token) {
            return TokenSinkResult::Continue;
        }
        let is_whole = self.left_out.borrow().is_empty();
        match (&token, is_whole) {
            (Token::TagToken(Tag { kind: TagKind::StartTag, .. }), true) => {
                self.tree.process_start_tag(token, line)
            }
            (Token::TagToken(Tag { kind: TagKind::EndTag, .. }), false) => {
                self.close_around(token, line)
            }
            _ => self.tree.process(token, line),
        }
    }

    fn end(&self) {
        self.tree.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.tree.is_foreign()
    }
}

/// The elements that were left out and are still open, with the number of each name.
#[derive(Debug, Default)]
struct LeftOut {
    stack: Vec<LocalName>,
    counts: HashMap<LocalName, usize>,
}

impl LeftOut {
    fn is_empty(&self) -> bool {
        self.stack.is_empty()
    }

    fn open(&mut self, name: &LocalName) {
        self.stack.push(name.clone());
        *self.counts.entry(name.clone()).or_default() += 1;
    }

    /// Closes the innermost element of this name and all inside it; `false` where there is none.
    fn close(&mut self, name: &LocalName) -> bool {
        if self.counts.get(name).is_none_or(|count| *count == 0) {
            return false;
        }
        while let Some(inner) = self.stack.pop() {
            if let Some(count) = self.counts.get_mut(&inner) {
                *count -= 1;
            }
            if inner == *name {
                break;
            }
        }
        true
    }
}

/// Elements that are closed as soon as they are opened, that stand once in a page, or that hold
/// text alone, for which the tokenizer must hear of the tree builder.
fn adds_no_depth(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("area")
            | local_name!("base")
            | local_name!("body")
            | local_name!("br")
            | local_name!("col")
            | local_name!("embed")
            | local_name!("head")
            | local_name!("hr")
            | local_name!("html")
            | local_name!("iframe")
            | local_name!("img")
            | local_name!("input")
            | local_name!("link")
            | local_name!("meta")
            | local_name!("noembed")
            | local_name!("noframes")
            | local_name!("param")
            | local_name!("script")
            | local_name!("source")
            | local_name!("style")
            | local_name!("textarea")
            | local_name!("title")
            | local_name!("track")
            | local_name!("wbr")
            | local_name!("xmp")
    )
}

/// Whether html5ever's tree builder reads the attributes of such tags, changes them, or keeps them
/// to make more elements of them. Those of all others it gives to the element that it makes of the
/// tag, or to none; in `<svg>` and `<math>` it changes those of all.
fn are_attributes_read(name: &LocalName) -> bool {
    is_formatting(name)
        || matches!(
            *name,
            local_name!("body")
                | local_name!("frameset")
                | local_name!("html")
                | local_name!("input")
                | local_name!("math")
                | local_name!("svg")
                | local_name!("template")
        )
}
