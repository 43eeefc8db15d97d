//! CSS selectors: scraper's grammar, matched by the `selectors` crate on the arena.

use std::fmt;

use html5ever::{Namespace, ns};
use scraper::selector::{CssLocalName, CssString, NonTSPseudoClass, Parser, PseudoElement, Simple};
use selectors::attr::{AttrSelectorOperation, CaseSensitivity, NamespaceConstraint};
use selectors::bloom::BloomFilter;
use selectors::context::{QuirksMode, SelectorCaches};
use selectors::matching::{
    ElementSelectorFlags, MatchingContext, MatchingForInvalidation, MatchingMode,
    NeedsSelectorFlags, matches_selector,
};
use selectors::parser::{ParseRelative, SelectorList};
use selectors::{Element, OpaqueElement};

use super::arena::{Kind, ROOT};
use super::sink::namespace;
use super::{ElementRef, NodeRef, SelectorError};

/// A compiled list of CSS selectors (Selectors Level 4, without pseudo-elements and without the
/// pseudo-classes that need a user or a window).
///
/// ```
/// use newsprint::{Document, Limits, Selector};
///
/// let page = Document::parse("<p class=lead>Rain<p>Wind", &Limits::default());
/// let lead = Selector::parse("p.lead, .intro > p")?;
/// assert_eq!(page.select(&lead).count(), 1);
/// # Ok::<(), newsprint::SelectorError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Selector {
    text: String,
    list: SelectorList<Simple>,
}

impl Selector {
    /// Compiles a list of selectors, set apart by commas.
    ///
    /// # Errors
    ///
    /// If the text is not a selector list, or names a pseudo-class that cannot match here.
    pub fn parse(selectors: &str) -> Result<Self, SelectorError> {
        let mut parser = cssparser::Parser::new(selectors);
        match SelectorList::parse(&Parser, &mut parser, ParseRelative::No) {
            Ok(list) => Ok(Self { text: selectors.to_owned(), list }),
            Err(error) => Err(SelectorError::new(selectors, &error.kind)),
        }
    }

    /// The text that it was read from.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it matches an element.
    pub fn matches(&self, element: ElementRef<'_>) -> bool {
        self.matches_with(element, &mut SelectorCaches::default())
    }

    pub(super) fn list(&self) -> &SelectorList<Simple> {
        &self.list
    }

    /// The elements inside `node` that match, in document order.
    pub(crate) fn find_in<'a>(&self, node: NodeRef<'a>) -> impl Iterator<Item = ElementRef<'a>> {
        let mut caches = SelectorCaches::default();
        node.elements().filter(move |element| self.matches_with(*element, &mut caches))
    }

    fn matches_with(&self, element: ElementRef<'_>, caches: &mut SelectorCaches) -> bool {
        let mut context = context(caches);
        self.list
            .slice()
            .iter()
            .any(|selector| matches_selector(selector, 0, None, &element, &mut context))
    }
}

pub(super) fn context(caches: &mut SelectorCaches) -> MatchingContext<'_, Simple> {
    MatchingContext::new(
        MatchingMode::Normal,
        None,
        caches,
        QuirksMode::NoQuirks,
        NeedsSelectorFlags::No,
        MatchingForInvalidation::No,
    )
}

impl fmt::Debug for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Selector").field(&self.text).finish()
    }
}

impl ElementRef<'_> {
    fn attr_is(self, name: &str, test: impl Fn(&str) -> bool) -> bool {
        self.attr(name).is_some_and(test)
    }
}

impl Element for ElementRef<'_> {
    type Impl = Simple;

    fn opaque(&self) -> OpaqueElement {
        OpaqueElement::new(self.arena_node())
    }

    fn parent_element(&self) -> Option<Self> {
        self.parent()
    }

    fn parent_node_is_shadow_root(&self) -> bool {
        false
    }

    fn containing_shadow_host(&self) -> Option<Self> {
        None
    }

    fn is_pseudo_element(&self) -> bool {
        false
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        self.prev_element()
    }

    fn next_sibling_element(&self) -> Option<Self> {
        self.next_element()
    }

    fn first_element_child(&self) -> Option<Self> {
        self.children().next()
    }

    fn is_html_element_in_html_document(&self) -> bool {
        self.is_html()
    }

    fn has_local_name(&self, name: &CssLocalName) -> bool {
        *self.local_name() == name.0
    }

    fn has_namespace(&self, wanted: &Namespace) -> bool {
        namespace(self.arena_node().space) == wanted
    }

    fn is_same_type(&self, other: &Self) -> bool {
        let (a, b) = (self.arena_node(), other.arena_node());
        self.local_name() == other.local_name() && a.space == b.space
    }

    fn attr_matches(
        &self,
        namespace: &NamespaceConstraint<&Namespace>,
        name: &CssLocalName,
        operation: &AttrSelectorOperation<&CssString>,
    ) -> bool {
        let plain = match namespace {
            NamespaceConstraint::Any => true,
            NamespaceConstraint::Specific(namespace) => **namespace == ns!(),
        };
        plain && self.attr_is(&name.0, |value| operation.eval_str(value))
    }

    fn match_non_ts_pseudo_class(
        &self,
        _class: &NonTSPseudoClass,
        _context: &mut MatchingContext<'_, Simple>,
    ) -> bool {
        false
    }

    fn match_pseudo_element(
        &self,
        _element: &PseudoElement,
        _context: &mut MatchingContext<'_, Simple>,
    ) -> bool {
        false
    }

    fn apply_selector_flags(&self, _flags: ElementSelectorFlags) {}

    fn is_link(&self) -> bool {
        self.name() == "a" && self.attr("href").is_some()
    }

    fn is_html_slot_element(&self) -> bool {
        false
    }

    fn has_id(&self, id: &CssLocalName, case: CaseSensitivity) -> bool {
        self.attr_is("id", |value| case.eq(value.as_bytes(), id.0.as_bytes()))
    }

    fn has_class(&self, class: &CssLocalName, case: CaseSensitivity) -> bool {
        self.classes().any(|name| case.eq(name.as_bytes(), class.0.as_bytes()))
    }

    fn has_custom_state(&self, _name: &CssLocalName) -> bool {
        false
    }

    fn imported_part(&self, _name: &CssLocalName) -> Option<CssLocalName> {
        None
    }

    fn is_part(&self, _name: &CssLocalName) -> bool {
        false
    }

    fn is_empty(&self) -> bool {
        !self.node().children().any(|child| {
            child.as_element().is_some() || child.as_text().is_some_and(|text| !text.is_empty())
        })
    }

    fn is_root(&self) -> bool {
        self.arena_node().parent == ROOT && self.arena_node().kind == Kind::Element
    }

    fn add_element_unique_hashes(&self, _filter: &mut BloomFilter) -> bool {
        false
    }
}
