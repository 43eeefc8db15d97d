//! A way past the tree builder for what a page is mostly made of.
//!
//! In a head, in a body where elements stand properly in one another, and in SVG, the HTML
//! standard's tree construction comes to three things: an element goes into the innermost open one,
//! so does text, and an end tag closes the innermost. That is done here, on the tree itself.
//! html5ever's tree builder hears of it when something comes that may need more: it is given the
//! start tags of what is still open, and what follows, until it is known again what it has open.

use std::cell::{Cell, RefCell};

use html5ever::interface::Tracer;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::TreeBuilder;
use html5ever::{LocalName, local_name};

use super::arena::Space;
use super::open::{Kind, Open, OpenElements, Rule, is_formatting};
use super::sink::{Handle, Sink};
use super::tokenizer::{Name, Pair, Taken};
use crate::Limits;

/// With so many formatting elements open, a tag may be one like three others that are, which is
/// more than the list of active formatting elements may hold.
const MOST_FORMATTING: usize = 3;

/// With more open elements, none is looked for: pages have under 50.
const MOST_OPEN: usize = 128;

/// This far below the limit of depth, the tree builder is asked what is open.
const MARGIN: usize = 8;

pub(super) struct Shortcut<'a> {
    builder: TreeBuilder<Handle, Sink<'a>>,
    /// What is open, as long as that is known.
    open: RefCell<Option<Known>>,
    /// Whether the body was made of a `<body>` tag. Without one, what is put in decides of whether
    /// a `<frameset>` may follow.
    has_body: Cell<bool>,
    /// Whether to look what the tree builder has open when it has taken the next token.
    looks: Cell<bool>,
    /// The byte before which that does not pay.
    next_look: Cell<u64>,
}

#[derive(Debug)]
struct Known {
    elements: OpenElements,
    /// How many of them the tree builder has open itself.
    given: usize,
}

impl Known {
    /// The element into which that of a start tag goes, if the tag does no more than its kind says.
    fn parent_for(&self, rule: Rule, limits: &Limits) -> Option<u32> {
        let formatting = self.elements.formatting();
        let is_far = self.elements.len() + MARGIN < limits.depth()
            && formatting < MOST_FORMATTING.min(limits.formatting_elements());
        let parent = self.elements.last().filter(|_| is_far && self.elements.admits(rule))?;
        Some(parent.handle.id)
    }

    /// Closes the innermost element, if it is this one's end tag that comes, and the tree builder
    /// has it open itself or not.
    fn close(&mut self, name: &LocalName, is_given: bool) -> bool {
        let closes =
            self.elements.is_closed_by(name) && (self.elements.len() == self.given) == is_given;
        if closes {
            self.elements.pop();
            self.given = self.given.min(self.elements.len());
        }
        closes
    }
}

/// How much the tree builder has open at most.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counts {
    pub(super) elements: usize,
    pub(super) formatting: usize,
}

impl<'a> Shortcut<'a> {
    pub(super) fn new(builder: TreeBuilder<Handle, Sink<'a>>) -> Self {
        Self {
            builder,
            open: RefCell::default(),
            has_body: Cell::default(),
            looks: Cell::default(),
            next_look: Cell::default(),
        }
    }

    pub(super) fn finish(self) -> Sink<'a> {
        self.builder.sink
    }

    pub(super) fn sink(&self) -> &Sink<'a> {
        &self.builder.sink
    }

    pub(super) fn end(&self) {
        self.builder.end();
    }

    /// Whether what comes next is in SVG or `MathML`.
    pub(super) fn is_foreign(&self) -> bool {
        match &*self.open.borrow() {
            Some(known) => {
                known.elements.last().is_some_and(|open| open.handle.space != Space::Html)
            }
            None => self.builder.adjusted_current_node_present_but_not_in_html_namespace(),
        }
    }

    /// Puts in the element of a start tag, if no more than that is to be done.
    pub(super) fn start_tag(
        &self,
        name: &Name,
        attributes: &[Pair<'a>],
        closes_itself: bool,
        limits: &Limits,
    ) -> Taken {
        let rule = self.builder.sink.rule(name);
        let mut open = self.open.borrow_mut();
        let Some(known) = &mut *open else {
            let may_look = match rule.kind {
                Kind::Element => self.has_body(),
                Kind::Raw(_) => true,
                _ => is_head_or_body(&name.local),
            };
            self.looks.set(may_look);
            return Taken::No;
        };
        let Some(parent) = known.parent_for(rule, limits) else { return Taken::No };
        let (space, rule) = known.elements.space_for(rule);
        let handle = self.builder.sink.insert(name, space, attributes, parent);
        if rule.kind != Kind::Void && !(space == Space::Svg && closes_itself) {
            known.elements.push(handle, rule);
        }
        match rule.kind {
            Kind::Raw(kind) => Taken::Raw(kind),
            _ => Taken::Yes,
        }
    }

    /// Closes the innermost element, if the end tag does that alone.
    pub(super) fn end_tag(&self, name: &LocalName) -> bool {
        self.open.borrow_mut().as_mut().is_some_and(|known| known.close(name, false))
    }

    /// Puts text into the innermost element, if it is known and remains the innermost,
    pub(super) fn text(&self, text: &str) -> bool {
        let parent = self.innermost(|open| open.admits_text(text));
        parent.map(|parent| self.builder.sink.insert_text(text, parent)).is_some()
    }

    /// or a comment.
    pub(super) fn comment(&self) -> bool {
        let parent = self.innermost(|_| true);
        parent.map(|parent| self.builder.sink.insert_comment(parent)).is_some()
    }

    /// The innermost element, if it is known and admits what comes.
    fn innermost(&self, admits: impl Fn(&OpenElements) -> bool) -> Option<u32> {
        let open = self.open.borrow();
        let elements = &open.as_ref()?.elements;
        elements.last().filter(|_| admits(elements)).map(|last| last.handle.id)
    }

    /// Makes ready for a tag or a text that is to go to the tree builder or to be left out. Where
    /// the tree builder is told of open elements, gives their number.
    pub(super) fn settle(&self, token: &Token, at: u64) -> Option<Counts> {
        let mut open = self.open.borrow_mut();
        let known = open.as_mut()?;
        if end_tag_of(token).is_some_and(|name| known.close(name, true)) {
            if !known.elements.is_fit() {
                *open = None;
            }
            return None;
        }
        for element in known.elements.from(known.given) {
            self.replay(element, at);
        }
        // The form that is open need not be one of these.
        let (elements, formatting) = (known.elements.len() + 1, known.elements.formatting());
        *open = None;
        Some(Counts { elements, formatting })
    }

    /// Gives the tree builder the start tag of an element that is in the tree already.
    fn replay(&self, element: &Open, at: u64) {
        let attrs = match element.kind {
            Kind::Formatting => self.builder.sink.attributes(element.handle.id),
            _ => Vec::new(),
        };
        let tag = Tag {
            kind: TagKind::StartTag,
            name: element.handle.name.clone(),
            self_closing: false,
            attrs,
            had_duplicate_attributes: false,
        };
        self.builder.sink.replay(Some(element.handle.id));
        // What it says of raw text is known to the tokenizer.
        let _: TokenSinkResult<Handle> = self.builder.process_token(Token::TagToken(tag), at);
        self.builder.sink.replay(None);
    }

    /// Hands a token to the tree builder.
    pub(super) fn process(&self, token: Token, at: u64) -> TokenSinkResult<Handle> {
        self.builder.process_token(token, at)
    }

    /// The same with a start tag that was not left out, nor any around it.
    pub(super) fn process_start_tag(&self, token: Token, at: u64) -> TokenSinkResult<Handle> {
        if !self.looks.take() || at < self.next_look.get() {
            return self.process(token, at);
        }
        let before = self.builder.sink.last_element();
        let result = self.builder.process_token(token, at);
        let created = self.builder.sink.last_element();
        if created != before {
            self.look(created, at);
        }
        result
    }

    /// Looks what the tree builder has open, where the element that was made last is the innermost.
    fn look(&self, innermost: u32, at: u64) {
        let handles = self.handles();
        self.next_look.set(at + BYTES_PER_HANDLE * handles.len() as u64);
        let place = handles.iter().position(|handle| handle.id == innermost);
        // The document comes first. Behind the open elements comes what else is kept.
        let Some((open, others)) = place.and_then(|place| handles.split_at_checked(place + 1))
        else {
            return;
        };
        let open = open.get(1..).unwrap_or_default();
        let Some(last) = open.last() else { return };
        self.has_body.set(self.has_body.get() || last.name == local_name!("body"));
        let is_settled = self.has_body() || is_of_head(open);
        let is_plain = is_settled && !others.iter().any(|other| waits(other, open));
        if is_plain && open.len() <= MOST_OPEN {
            let known = Known { elements: OpenElements::of(open), given: open.len() };
            self.open.replace(Some(known).filter(|known| known.elements.is_fit()));
        }
    }

    fn has_body(&self) -> bool {
        self.has_body.get() || self.builder.sink.has_late_body()
    }

    /// All that the tree builder holds: the document, the open elements, the active formatting
    /// elements, `<head>`, and the form that is open.
    pub(super) fn handles(&self) -> Vec<Handle> {
        let handles = Handles(RefCell::new(Vec::with_capacity(HANDLES)));
        self.builder.trace_handles(&handles);
        handles.0.into_inner()
    }
}

/// The name of an end tag.
fn end_tag_of(token: &Token) -> Option<&LocalName> {
    match token {
        Token::TagToken(tag) if tag.kind == TagKind::EndTag => Some(&tag.name),
        _ => None,
    }
}

fn is_head_or_body(name: &LocalName) -> bool {
    matches!(*name, local_name!("head") | local_name!("body"))
}

/// Whether the innermost element is a head, or holds text alone and stands in one.
fn is_of_head(open: &[Handle]) -> bool {
    match open {
        [_, head] => head.name == local_name!("head"),
        [_, head, raw] => {
            head.name == local_name!("head") && matches!(Rule::of(&raw.name).kind, Kind::Raw(_))
        }
        _ => false,
    }
}

/// Whether an element will be made again where text or an element comes: it is a formatting element
/// that was closed by others than its end tag.
fn waits(element: &Handle, open: &[Handle]) -> bool {
    is_formatting(&element.name) && !open.iter().any(|handle| handle.id == element.id)
}

/// Most pages have no more open at once.
const HANDLES: usize = 64;

/// So many bytes pay for a look at each.
const BYTES_PER_HANDLE: u64 = 2;

#[derive(Debug)]
struct Handles(RefCell<Vec<Handle>>);

impl Tracer for Handles {
    type Handle = Handle;

    fn trace_handle(&self, node: &Handle) {
        self.0.borrow_mut().push(node.clone());
    }
}
