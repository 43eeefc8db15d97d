//! What is open while a page is read, as far as start and end tags in a head or a body depend on it.
//!
//! The HTML standard asks of many tags whether an element is in some scope of the stack of open
//! elements (section 13.2.4.2). Here each element has that noted for all around it when it is
//! opened, so that nothing is searched.

use html5ever::tokenizer::states::{RawKind, Rawtext, Rcdata, ScriptData};
use html5ever::{LocalName, local_name};

use super::arena::Space;
use super::sink::Handle;

/// What the standard's modes "in head" and "in body" (section 13.2.6.4.4 and 13.2.6.4.7) do with a
/// start tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An element is opened.
    Element,
    /// An element is opened that comes into the list of active formatting elements.
    Formatting,
    /// An element is put in that is not open afterwards.
    Void,
    /// An element is opened that holds text alone.
    Raw(RawKind),
    /// More than that, or something else.
    Other,
}

/// What stands around a place, a bit each.
pub(super) type Scope = u16;

/// There is a `<p>` in button scope.
const P: Scope = 1;
/// There is an `<a>`.
const A: Scope = 1 << 1;
/// A `<li>`, or a `<dd>` or `<dt>`, would be closed by another one.
const LI: Scope = 1 << 2;
const DD: Scope = 1 << 3;
const ITEMS: Scope = LI | DD;
/// There is a `<button>`.
const BUTTON: Scope = 1 << 4;
/// The innermost element is a heading. Those inside it do not have this bit.
const HEADING: Scope = 1 << 5;
/// It is a `<template>` or of SVG or `MathML`, without [`SVG`]. Those inside it do not have this
/// bit.
const APART: Scope = 1 << 6;
/// There is a `<select>`, or a `<table>` with no cell or caption inside it.
const TABLE: Scope = 1 << 7;

/// The innermost element is `<head>`. Those inside it do not have this bit.
const HEAD: Scope = 1 << 8;

/// It is an element of SVG in which all tags are those of SVG, or end it. Those inside it have this
/// bit by themselves.
const SVG: Scope = 1 << 9;

const OF_THE_ELEMENT: Scope = HEADING | APART | HEAD | SVG;

/// Where other rules hold than those of a head or a body.
const UNFIT: Scope = APART | TABLE;

/// The rule for the start tags of a name. It says no more of what is around than is sure: that
/// there may be a `<p>` where there is none does no harm.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    pub(super) kind: Kind,
    /// Inside these the tag does more than its kind says.
    barred: Scope,
    /// What there is inside the element,
    opens: Scope,
    /// and what there is no more.
    ends: Scope,
}

/// Defines [`Rule::of`] from a table of names and their rule.
macro_rules! rules {
    ($([$($name:tt)+] => $rule:expr,)*) => {
        impl Rule {
            pub(super) fn of(name: &LocalName) -> Self {
                match *name {
                    $($(local_name!($name))|+ => $rule,)*
                    _ => Self::element(0, 0, 0),
                }
            }
        }
    };
}

rules! {
    ["address" "dialog" "div" "search"] => Self::element(P, 0, 0),
    ["p"] => Self::element(P, P, 0),
    ["article" "aside" "blockquote" "center" "details" "dir" "dl" "fieldset" "figcaption" "figure"
        "footer" "header" "hgroup" "main" "menu" "nav" "ol" "section" "summary" "ul"] =>
        Self::element(P, 0, ITEMS),
    ["h1" "h2" "h3" "h4" "h5" "h6"] => Self::element(P | HEADING, HEADING, ITEMS),
    ["li"] => Self::element(P | LI, LI, DD),
    ["dd" "dt"] => Self::element(P | DD, DD, LI),
    ["button"] => Self::element(BUTTON, BUTTON, P | ITEMS),

    ["a"] => Self { kind: Kind::Formatting, ..Self::element(A, A, 0) },
    ["b" "big" "code" "em" "font" "i" "s" "small" "strike" "strong" "tt" "u"] =>
        Self { kind: Kind::Formatting, ..Self::element(0, 0, 0) },

    ["area" "br" "embed" "img" "input" "keygen" "param" "source" "track" "wbr"] =>
        Self { kind: Kind::Void, ..Self::element(0, 0, 0) },
    ["hr"] => Self { kind: Kind::Void, ..Self::element(P, 0, 0) },
    ["base" "basefont" "bgsound" "link" "meta"] => Self::of_head(Kind::Void),

    ["svg"] => Self { opens: SVG, ..Self::drawn() },
    ["circle" "defs" "ellipse" "g" "line" "mask" "path" "polygon" "polyline" "rect" "stop" "symbol"
        "use"] => Self::drawn(),

    ["iframe"] => Self { kind: Kind::Raw(Rawtext), ..Self::element(0, 0, 0) },
    ["script"] => Self::of_head(Kind::Raw(ScriptData)),
    ["style"] => Self::of_head(Kind::Raw(Rawtext)),
    ["title"] => Self::of_head(Kind::Raw(Rcdata)),

    ["head"] => Self::other(HEAD, 0),
    ["table"] => Self::other(TABLE, P | ITEMS),
    ["colgroup" "select" "tbody" "tfoot" "thead" "tr"] => Self::other(TABLE, ITEMS),
    ["caption" "td" "th"] => Self::other(0, P | ITEMS | TABLE),
    ["template"] => Self::other(APART, P | ITEMS | TABLE),
    ["applet" "marquee" "object"] => Self::other(0, P | ITEMS),
    ["body" "col" "form" "frame" "frameset" "html" "image" "listing" "math" "nobr" "noembed"
        "noframes" "optgroup" "option" "plaintext" "pre" "rb" "rp" "rt" "rtc" "textarea"
        "xmp"] => Self::other(0, 0),
}

impl Rule {
    /// That of a name about which nothing is known.
    pub(super) const OTHER: Self = Self::other(0, 0);

    const fn element(barred: Scope, opens: Scope, ends: Scope) -> Self {
        Self { kind: Kind::Element, barred: barred | HEAD | SVG, opens, ends }
    }

    /// That of what may stand in a head and in a body.
    const fn of_head(kind: Kind) -> Self {
        Self { kind, barred: SVG, opens: 0, ends: 0 }
    }

    /// That of what may stand in SVG. Others may, too, but have names that are changed there, hold
    /// HTML, or end it.
    const fn drawn() -> Self {
        Self { kind: Kind::Element, barred: HEAD, opens: 0, ends: 0 }
    }

    const fn other(opens: Scope, ends: Scope) -> Self {
        Self { kind: Kind::Other, barred: 0, opens, ends }
    }

    /// Whether this rule is that of a formatting element. `<nobr>` is one of its own.
    fn is_formatting(self, name: &LocalName) -> bool {
        self.kind == Kind::Formatting || *name == local_name!("nobr")
    }

    /// The same for an element of SVG, if it may be one.
    fn in_svg(self) -> Option<Self> {
        (self.barred & SVG == 0).then_some(Self { opens: SVG, ..self })
    }

    /// What is around those directly inside.
    fn inside(self, around: Scope) -> Scope {
        around & !OF_THE_ELEMENT & !self.ends | self.opens
    }
}

/// The formatting elements of the HTML standard, section 13.2.4.2.
pub(super) fn is_formatting(name: &LocalName) -> bool {
    Rule::of(name).is_formatting(name)
}

/// An open element.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) handle: Handle,
    pub(super) kind: Kind,
    scope: Scope,
    /// How many formatting elements are open, this one among them.
    formatting: u8,
}

/// The stack of open elements, where all of it is known.
#[derive(Debug, Default)]
pub(super) struct OpenElements(Vec<Open>);

impl OpenElements {
    /// Those of a tree builder, the outermost first.
    pub(super) fn of(handles: &[Handle]) -> Self {
        let mut open = Self(Vec::with_capacity(ROOM));
        for handle in handles {
            let rule = match handle.space {
                Space::Html => Some(Rule::of(&handle.name)),
                Space::Svg => Rule::of(&handle.name).in_svg(),
                _ => None,
            };
            open.push(handle.clone(), rule.unwrap_or(Rule::other(APART, 0)));
        }
        open
    }

    /// Opens an element of this rule.
    pub(super) fn push(&mut self, handle: Handle, rule: Rule) {
        let (scope, formatting) =
            self.0.last().map_or((0, 0), |parent| (parent.scope, parent.formatting));
        let more = u8::from(rule.is_formatting(&handle.name));
        self.0.push(Open {
            handle,
            kind: rule.kind,
            scope: rule.inside(scope),
            formatting: formatting.saturating_add(more),
        });
    }

    pub(super) fn pop(&mut self) {
        self.0.pop();
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn formatting(&self) -> usize {
        self.0.last().map_or(0, |open| usize::from(open.formatting))
    }

    /// The innermost element.
    pub(super) fn last(&self) -> Option<&Open> {
        self.0.last()
    }

    /// All from this one on, the outermost first.
    pub(super) fn from(&self, first: usize) -> &[Open] {
        self.0.get(first..).unwrap_or_default()
    }

    /// Whether the rules of a head or a body hold inside the innermost element.
    pub(super) fn is_fit(&self) -> bool {
        self.last().is_some_and(|open| open.scope & UNFIT == 0)
    }

    /// Whether text goes into the innermost element: what is no white space ends a head.
    pub(super) fn admits_text(&self, text: &str) -> bool {
        let is_white = || text.bytes().all(|byte| byte.is_ascii_whitespace());
        self.last().is_some_and(|open| open.scope & HEAD == 0 || is_white())
    }

    /// Whether a start tag does no more than its kind says.
    pub(super) fn admits(&self, rule: Rule) -> bool {
        rule.kind != Kind::Other && self.last().is_some_and(|open| open.scope & rule.barred == 0)
    }

    /// The space of the element of a start tag that is admitted, and its rule there.
    pub(super) fn space_for(&self, rule: Rule) -> (Space, Rule) {
        let is_svg = rule.opens & SVG != 0 || self.last().is_some_and(|open| open.scope & SVG != 0);
        match rule.in_svg().filter(|_| is_svg) {
            Some(rule) => (Space::Svg, rule),
            None => (Space::Html, rule),
        }
    }

    /// Whether an end tag closes the innermost element and no other.
    pub(super) fn is_closed_by(&self, name: &LocalName) -> bool {
        self.last().is_some_and(|open| open.handle.name == *name && open.kind != Kind::Other)
    }
}

/// Most pages have no more open at once.
const ROOM: usize = 64;
