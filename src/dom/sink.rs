//! html5ever's `TreeSink` on the arena.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace, QualName, ns};

use super::arena::{Arena, Builder, NONE, ROOT, Space};

/// Receives what html5ever's tree builder does to the tree.
#[derive(Debug)]
pub(super) struct Sink {
    builder: RefCell<Builder>,
}

impl Sink {
    pub(super) fn new(bytes: usize) -> Self {
        Self { builder: RefCell::new(Builder::new(bytes)) }
    }

    pub(super) fn nodes(&self) -> usize {
        self.builder.borrow().arena().nodes.len()
    }

    /// The name of an element, for the guard.
    pub(super) fn name(&self, id: u32) -> LocalName {
        self.builder.borrow().node(id).name.clone()
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
fn plain(attrs: &[Attribute]) -> impl Iterator<Item = (LocalName, &str)> {
    attrs
        .iter()
        .filter(|attr| attr.name.ns == ns!())
        .map(|attr| (attr.name.local.clone(), &*attr.value))
}

#[derive(Debug)]
pub(super) struct Name<'a> {
    local: Ref<'a, LocalName>,
    space: Space,
}

impl ElemName for Name<'_> {
    fn ns(&self) -> &Namespace {
        namespace(self.space)
    }

    fn local_name(&self) -> &LocalName {
        &self.local
    }
}

impl TreeSink for Sink {
    type Handle = u32;
    type Output = Arena;
    type ElemName<'a> = Name<'a>;

    fn finish(self) -> Arena {
        self.builder.into_inner().finish()
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> u32 {
        ROOT
    }

    fn elem_name<'a>(&'a self, target: &'a u32) -> Name<'a> {
        let builder = self.builder.borrow();
        let space = builder.node(*target).space;
        Name { local: Ref::map(builder, |builder| &builder.node(*target).name), space }
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> u32 {
        let mut builder = self.builder.borrow_mut();
        let id = builder.element(name.local, space(&name.ns), plain(&attrs));
        if flags.template {
            builder.template_contents(id);
        }
        id
    }

    fn create_comment(&self, _text: StrTendril) -> u32 {
        self.builder.borrow_mut().comment()
    }

    fn create_pi(&self, _target: StrTendril, data: StrTendril) -> u32 {
        self.create_comment(data)
    }

    fn append(&self, parent: &u32, child: NodeOrText<u32>) {
        let mut builder = self.builder.borrow_mut();
        match child {
            NodeOrText::AppendNode(id) => builder.append(*parent, id),
            NodeOrText::AppendText(text) => builder.append_text(*parent, &text),
        }
    }

    fn append_based_on_parent_node(&self, element: &u32, previous: &u32, child: NodeOrText<u32>) {
        let has_parent = self.builder.borrow().node(*element).parent != NONE;
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

    fn get_template_contents(&self, target: &u32) -> u32 {
        self.builder.borrow_mut().template_contents(*target)
    }

    /// A declared shadow root is shown in place of what its host holds, so it is put there. Of
    /// several only the first is one; what goes into its slots stands behind it.
    fn attach_declarative_shadow(&self, host: &u32, template: &u32, _: &[Attribute]) -> bool {
        let mut builder = self.builder.borrow_mut();
        let may_be_host = may_be_shadow_host(&builder.node(*host).name);
        may_be_host && builder.attach_shadow(*host, *template)
    }

    fn same_node(&self, x: &u32, y: &u32) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &u32, child: NodeOrText<u32>) {
        let mut builder = self.builder.borrow_mut();
        match child {
            NodeOrText::AppendNode(id) => builder.insert_before(*sibling, id),
            NodeOrText::AppendText(text) => builder.insert_text_before(*sibling, &text),
        }
    }

    fn add_attrs_if_missing(&self, target: &u32, attrs: Vec<Attribute>) {
        self.builder.borrow_mut().add_missing_attrs(*target, plain(&attrs));
    }

    fn remove_from_parent(&self, target: &u32) {
        self.builder.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &u32, new_parent: &u32) {
        let mut builder = self.builder.borrow_mut();
        loop {
            let child = builder.node(*node).first;
            if child == NONE {
                break;
            }
            builder.append(*new_parent, child);
        }
    }
}
