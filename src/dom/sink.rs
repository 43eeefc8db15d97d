//! html5ever's `TreeSink` on the arena.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace, QualName, local_name, ns};

use super::arena::{Arena, NONE, NameId, ROOT, Space};
use super::builder::Builder;
use super::open::Rule;
use super::svg::Adjusted;
use super::tokenizer::{Name, Pair};

/// Receives what html5ever's tree builder does to the tree.
#[derive(Debug)]
pub(super) struct Sink<'a> {
    builder: RefCell<Builder>,
    /// The attributes of the last start tag that was given without them.
    apart: RefCell<Vec<Pair<'a>>>,
    /// The element that was made last,
    last: Cell<u32>,
    /// and one that is in the tree and is to be taken for the next that is made.
    replayed: Cell<Option<u32>>,
    /// Whether there was a `<body>` tag for an element that had been made before it.
    has_late_body: Cell<bool>,
}

impl<'a> Sink<'a> {
    pub(super) fn new(html: &'a str) -> Self {
        Self {
            builder: RefCell::new(Builder::new(html)),
            apart: RefCell::default(),
            last: Cell::default(),
            replayed: Cell::default(),
            has_late_body: Cell::default(),
        }
    }

    /// The same, whose nodes are linked from the first on.
    #[cfg(any(test, feature = "__stages"))]
    pub(super) fn linked(html: &'a str) -> Self {
        let sink = Self::new(html);
        sink.builder.borrow_mut().link();
        sink
    }

    /// Keeps the attributes of the start tag that comes next for the element that is made of it,
    /// and leaves an empty list.
    pub(super) fn keep(&self, attributes: &mut Vec<Pair<'a>>) {
        let mut apart = self.apart.borrow_mut();
        apart.clear();
        std::mem::swap(&mut *apart, attributes);
    }

    /// Keeps only so many attributes, and says whether there were more.
    pub(super) fn limit(&self, attributes: usize) -> bool {
        let is_over = self.apart.borrow().len() > attributes;
        if is_over {
            self.apart.borrow_mut().truncate(attributes);
        }
        is_over
    }

    pub(super) fn nodes(&self) -> usize {
        self.builder.borrow().arena().nodes.len()
    }

    /// The number of a name in the arena.
    pub(super) fn number(&self, name: &LocalName) -> u16 {
        self.builder.borrow_mut().name_id(name).0
    }

    /// The rule for start tags of a name.
    pub(super) fn rule(&self, name: &Name) -> Rule {
        self.builder.borrow().rule(NameId(name.number))
    }

    /// Puts a new element of HTML or SVG into an element, as the last.
    pub(super) fn insert(
        &self,
        name: &Name,
        space: Space,
        attributes: &[Pair<'a>],
        parent: u32,
    ) -> Handle {
        let mut builder = self.builder.borrow_mut();
        let number = NameId(name.number);
        let id = if space == Space::Svg {
            let adjusted = adjusted(&mut builder, attributes);
            builder.element(number, space, adjusted)
        } else {
            builder.element(number, space, numbered(attributes))
        };
        builder.append(parent, id);
        Handle { id, space, name: name.local.clone() }
    }

    /// The same with text,
    pub(super) fn insert_text(&self, text: &str, parent: u32) {
        self.builder.borrow_mut().append_text(parent, text);
    }

    /// and with a comment.
    pub(super) fn insert_comment(&self, parent: u32) {
        let mut builder = self.builder.borrow_mut();
        let id = builder.comment();
        builder.append(parent, id);
    }

    /// Takes an element that is in the tree for those that are made from now on.
    pub(super) fn replay(&self, element: Option<u32>) {
        self.replayed.set(element);
    }

    /// The element that the tree builder made last.
    pub(super) fn last_element(&self) -> u32 {
        self.last.get()
    }

    /// Whether there was a `<body>` tag behind what had made a body already.
    pub(super) fn has_late_body(&self) -> bool {
        self.has_late_body.get()
    }

    /// The attributes of an element as the tree builder gave them.
    pub(super) fn attributes(&self, element: u32) -> Vec<Attribute> {
        let builder = self.builder.borrow();
        let arena = builder.arena();
        let attrs = arena.attrs_of(arena.node(element)).iter();
        attrs
            .map(|attr| Attribute {
                name: QualName::new(None, ns!(), arena.name(attr.name).clone()),
                value: StrTendril::from_slice(arena.value(attr)),
            })
            .collect()
    }
}

/// A node as html5ever's tree builder holds it, with its name: that is asked for many times for
/// each tag.
#[derive(Debug, Clone)]
pub(super) struct Handle {
    pub(super) id: u32,
    pub(super) space: Space,
    pub(super) name: LocalName,
}

impl Handle {
    fn nameless(id: u32) -> Self {
        Self { id, space: Space::None, name: LocalName::default() }
    }
}

/// The namespace of an element. The HTML standard knows three; all else is nothing to HTML.
pub(super) fn space(namespace: &Namespace) -> Space {
    match *namespace {
        ns!(html) => Space::Html,
        ns!(svg) => Space::Svg,
        ns!(mathml) => Space::MathMl,
        _ => Space::None,
    }
}

pub(super) fn namespace(space: Space) -> &'static Namespace {
    static HTML: Namespace = ns!(html);
    static SVG: Namespace = ns!(svg);
    static MATHML: Namespace = ns!(mathml);
    static NONE: Namespace = ns!();
    match space {
        Space::Html => &HTML,
        Space::Svg => &SVG,
        Space::MathMl => &MATHML,
        Space::None => &NONE,
    }
}

/// The elements that the DOM standard lets have a shadow root, besides custom elements.
const SHADOW_HOSTS: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "body",
    "div",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "main",
    "nav",
    "p",
    "section",
    "span",
];

fn may_be_shadow_host(name: &str) -> bool {
    name.contains('-') || SHADOW_HOSTS.contains(&name)
}

/// The attributes that HTML knows: those without a namespace.
fn plain<'a>(builder: &mut Builder, attrs: &'a [Attribute]) -> Vec<(NameId, &'a str)> {
    let known = attrs.iter().filter(|attr| attr.name.ns == ns!());
    builder.numbered(known.map(|attr| (&attr.name.local, &*attr.value)))
}

fn numbered<'a>(attributes: &'a [Pair<'_>]) -> impl Iterator<Item = (NameId, &'a str)> {
    attributes.iter().map(|(name, value)| (NameId(name.number), &**value))
}

/// The attributes of an element of SVG.
fn adjusted<'a>(builder: &mut Builder, attributes: &'a [Pair<'_>]) -> Vec<(NameId, &'a str)> {
    let adjusted = attributes.iter().filter_map(|(name, value)| {
        let number = match Adjusted::of(&name.local) {
            Adjusted::No => NameId(name.number),
            Adjusted::Renamed(name) => builder.name_id(&name),
            Adjusted::Gone => return None,
        };
        Some((number, &**value))
    });
    adjusted.collect()
}

impl ElemName for &Handle {
    fn ns(&self) -> &Namespace {
        namespace(self.space)
    }

    fn local_name(&self) -> &LocalName {
        &self.name
    }
}

impl TreeSink for Sink<'_> {
    type Handle = Handle;
    type Output = Arena;
    type ElemName<'b>
        = &'b Handle
    where
        Self: 'b;

    fn finish(self) -> Arena {
        self.builder.into_inner().finish()
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle::nameless(ROOT)
    }

    fn elem_name<'b>(&'b self, target: &'b Handle) -> &'b Handle {
        target
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Handle {
        let space = space(&name.ns);
        if let Some(id) = self.replayed.get() {
            return Handle { id, space, name: name.local };
        }
        let mut builder = self.builder.borrow_mut();
        let number = builder.name_id(&name.local);
        let id = if flags.had_duplicate_attributes && attrs.is_empty() {
            builder.element(number, space, numbered(&self.apart.borrow()))
        } else {
            let attrs = plain(&mut builder, &attrs);
            builder.element(number, space, attrs)
        };
        if flags.template {
            builder.template_contents(id);
        }
        self.last.set(id);
        Handle { id, space, name: name.local }
    }

    fn create_comment(&self, _text: StrTendril) -> Handle {
        Handle::nameless(self.builder.borrow_mut().comment())
    }

    fn create_pi(&self, _target: StrTendril, data: StrTendril) -> Handle {
        self.create_comment(data)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        if self.replayed.get().is_some() {
            return;
        }
        let mut builder = self.builder.borrow_mut();
        match child {
            NodeOrText::AppendNode(child) => builder.append(parent.id, child.id),
            NodeOrText::AppendText(text) => builder.append_text(parent.id, &text),
        }
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        previous: &Handle,
        child: NodeOrText<Handle>,
    ) {
        let has_parent = self.builder.borrow().node(element.id).parent != NONE;
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {
        let mut builder = self.builder.borrow_mut();
        let id = builder.doctype();
        builder.append(ROOT, id);
    }

    fn get_template_contents(&self, target: &Handle) -> Handle {
        Handle::nameless(self.builder.borrow_mut().template_contents(target.id))
    }

    /// A declared shadow root is shown in place of what its host holds, so it is put there. Of
    /// several only the first is one; what goes into its slots stands behind it.
    fn attach_declarative_shadow(&self, host: &Handle, template: &Handle, _: &[Attribute]) -> bool {
        may_be_shadow_host(&host.name)
            && self.builder.borrow_mut().attach_shadow(host.id, template.id)
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let mut builder = self.builder.borrow_mut();
        match child {
            NodeOrText::AppendNode(child) => builder.insert_before(sibling.id, child.id),
            NodeOrText::AppendText(text) => builder.insert_text_before(sibling.id, &text),
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Attribute>) {
        let mut builder = self.builder.borrow_mut();
        let attrs = plain(&mut builder, &attrs);
        builder.add_missing_attrs(target.id, attrs);
        self.has_late_body.set(self.has_late_body.get() || target.name == local_name!("body"));
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.builder.borrow_mut().detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let mut builder = self.builder.borrow_mut();
        loop {
            let child = builder.first(node.id);
            if child == NONE {
                break;
            }
            builder.append(new_parent.id, child);
        }
    }
}
