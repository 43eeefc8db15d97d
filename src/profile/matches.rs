//! What the rules of a profile match in one page.

use std::collections::BTreeMap;

use super::parts::Part;
use super::rules::{Alternatives, ListRule, Pick, QuoteRule};
use super::{ArticleField, ListPart, QuotePart, Rules};
use crate::dom::{Document, ElementRef, Matches, NodeId};

/// The elements that the rules of a profile match in one page, found in one walk.
#[derive(Debug)]
pub(crate) struct RuleMatches<'a> {
    rules: &'a Rules,
    document: &'a Document,
    matches: Matches,
    body: Vec<NodeId>,
    dropped: Vec<NodeId>,
    kept: Vec<NodeId>,
    /// Where it changes whether nodes are dropped, in document order.
    turns: Vec<(NodeId, bool)>,
}

/// A value that a rule found.
#[derive(Debug, Clone)]
pub(crate) struct Found<'a> {
    /// The attribute's value or the element's text.
    pub(crate) value: String,
    /// The text of the rule, for `Origin::detail`.
    pub(crate) rule: &'a str,
    /// Where it was found.
    pub(crate) element: ElementRef<'a>,
}

/// A container that a rule found.
#[derive(Debug)]
pub(crate) struct Container<'a, R> {
    /// The rule.
    pub(crate) rule: &'a R,
    /// The container.
    pub(crate) element: ElementRef<'a>,
}

impl<'a> RuleMatches<'a> {
    pub(super) fn new(rules: &'a Rules, document: &'a Document) -> Self {
        let matches = rules.set.find_in(document);
        let mut found = Self {
            rules,
            document,
            matches,
            body: Vec::new(),
            dropped: Vec::new(),
            kept: Vec::new(),
            turns: Vec::new(),
        };
        found.body = found.outermost(found.first_ids(&rules.body));
        found.dropped = found.all_ids(&rules.drop);
        found.kept = found.all_ids(&rules.keep);
        found.turns = found.find_turns();
        found
    }

    /// The rules that were looked for.
    pub(crate) fn rules(&self) -> &'a Rules {
        self.rules
    }

    /// The values of a field that are not empty, of the first rule with any.
    pub(crate) fn all(&self, field: ArticleField) -> Vec<Found<'a>> {
        let Some(rules) = self.rules.article.get(&field) else { return Vec::new() };
        rules.first_with_any(|pick| self.values(pick, self.ids(pick)))
    }

    /// The elements of a field, of the first rule that matches any.
    pub(crate) fn elements(&self, field: ArticleField) -> Vec<ElementRef<'a>> {
        let Some(rules) = self.rules.article.get(&field) else { return Vec::new() };
        self.elements_of(&self.first_ids(rules))
    }

    /// The containers of the body, in document order, none inside another.
    pub(crate) fn body(&self) -> &[NodeId] {
        &self.body
    }

    /// Whether a node is in the body: inside a container of it, and not dropped.
    pub(crate) fn is_body(&self, id: NodeId) -> bool {
        let container = self.body.get(..self.body.partition_point(|start| *start <= id));
        let container = container.and_then(<[NodeId]>::last);
        container.is_some_and(|start| self.document.get(*start).contains(id))
            && !self.is_dropped(id)
    }

    /// Whether a node is dropped: of the elements around it (and itself) that a rule of `drop` or
    /// `keep` matches, the innermost decides; where both match one element, it is kept.
    pub(crate) fn is_dropped(&self, id: NodeId) -> bool {
        let before = self.turns.get(..self.turns.partition_point(|(start, _)| *start <= id));
        before.and_then(<[_]>::last).is_some_and(|(_, dropped)| *dropped)
    }

    /// The sidebar lists that rules found, rule by rule.
    pub(crate) fn sidebar(&self) -> Vec<Container<'a, ListRule>> {
        self.containers(&self.rules.lists, |rule| &rule.container)
    }

    /// The currency widgets that rules found, rule by rule.
    pub(crate) fn currency(&self) -> Vec<Container<'a, QuoteRule>> {
        self.containers(&self.rules.quotes, |rule| &rule.container)
    }

    /// The entries of a list, in document order, none inside another; `None` without a rule.
    pub(crate) fn items(&self, list: &Container<'a, ListRule>) -> Option<Vec<ElementRef<'a>>> {
        Some(self.outermost_inside(list.rule.part(ListPart::Item)?, list.element))
    }

    /// The rows of a widget, in document order, none inside another; `None` without a rule.
    pub(crate) fn rows(&self, widget: &Container<'a, QuoteRule>) -> Option<Vec<ElementRef<'a>>> {
        Some(self.outermost_inside(widget.rule.part(QuotePart::Row)?, widget.element))
    }

    /// The values inside an element that are not empty, of the first rule with any. Where nothing
    /// inside matches a rule, the element itself may.
    pub(crate) fn texts_inside(
        &self,
        rules: &'a Alternatives,
        element: ElementRef<'a>,
    ) -> Vec<Found<'a>> {
        rules.first_with_any(|pick| self.values(pick, &self.inside(pick, element)))
    }

    /// The elements inside an element, of the first rule that matches any. Where nothing inside
    /// matches a rule, the element itself may.
    pub(crate) fn elements_inside(
        &self,
        rules: &Alternatives,
        element: ElementRef<'a>,
    ) -> Vec<ElementRef<'a>> {
        let ids =
            rules.first_with_any(|pick| self.with_attribute(pick, &self.inside(pick, element)));
        self.elements_of(&ids)
    }

    /// The keys of the rules of which no alternative finds anything.
    pub(crate) fn unmatched(&self) -> Vec<String> {
        let mut keys: Vec<_> = self.unmatched_fields().collect();
        if !self.rules.body.is_empty() && self.body.is_empty() {
            keys.push("article.body".to_owned());
        }
        for (index, rule) in self.rules.lists.iter().enumerate() {
            self.unmatched_parts(
                &format!("sidebar[{index}]"),
                &rule.container,
                &rule.parts,
                &mut keys,
            );
        }
        for (index, rule) in self.rules.quotes.iter().enumerate() {
            self.unmatched_parts(
                &format!("currency[{index}]"),
                &rule.container,
                &rule.parts,
                &mut keys,
            );
        }
        keys
    }

    fn unmatched_fields(&self) -> impl Iterator<Item = String> {
        let silent = |(_, rules): &(&ArticleField, &Alternatives)| {
            !rules.is_empty() && self.first_ids(rules).is_empty()
        };
        self.rules
            .article
            .iter()
            .filter(silent)
            .map(|(field, _)| format!("article.{}", field.key()))
    }

    fn unmatched_parts<P: Part>(
        &self,
        key: &str,
        container: &Alternatives,
        parts: &BTreeMap<P, Alternatives>,
        keys: &mut Vec<String>,
    ) {
        let containers = self.elements_of(&self.first_ids(container));
        if containers.is_empty() {
            return keys.push(key.to_owned());
        }
        for (part, rules) in parts {
            let mut found = containers.iter().map(|inside| self.elements_inside(rules, *inside));
            if found.all(|elements| elements.is_empty()) {
                keys.push(format!("{key}.{}", part.key()));
            }
        }
    }

    fn containers<R>(
        &self,
        rules: &'a [R],
        container: impl Fn(&'a R) -> &'a Alternatives,
    ) -> Vec<Container<'a, R>> {
        let of_rule = |rule: &'a R| {
            let ids = self.outermost(self.first_ids(container(rule)));
            self.elements_of(&ids).into_iter().map(move |element| Container { rule, element })
        };
        rules.iter().flat_map(of_rule).collect()
    }

    fn outermost_inside(
        &self,
        rules: &Alternatives,
        inside: ElementRef<'a>,
    ) -> Vec<ElementRef<'a>> {
        let ids =
            rules.first_with_any(|pick| self.with_attribute(pick, &self.inside(pick, inside)));
        self.elements_of(&self.outermost(ids))
    }

    /// What a rule of the page matches.
    fn ids(&self, pick: &Pick) -> &[NodeId] {
        pick.slot.map_or(&[], |slot| self.matches.of(slot))
    }

    fn first_ids(&self, rules: &Alternatives) -> Vec<NodeId> {
        rules.first_with_any(|pick| self.with_attribute(pick, self.ids(pick)))
    }

    fn all_ids(&self, rules: &Alternatives) -> Vec<NodeId> {
        let mut ids: Vec<_> = rules.0.iter().flat_map(|pick| self.ids(pick)).copied().collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// What a rule matches inside an element; the element itself where nothing inside does.
    fn inside(&self, pick: &Pick, element: ElementRef<'a>) -> Vec<NodeId> {
        let Some(slot) = pick.slot else { return vec![element.id()] };
        let (ids, node) = (self.matches.of(slot), element.node());
        let from = ids.partition_point(|id| *id < node.id());
        let to = ids.partition_point(|id| *id < node.end());
        match ids.get(from..to).unwrap_or_default() {
            [first, rest @ ..] if *first == node.id() && !rest.is_empty() => rest.to_vec(),
            inside => inside.to_vec(),
        }
    }

    fn with_attribute(&self, pick: &Pick, ids: &[NodeId]) -> Vec<NodeId> {
        let has = |id: &NodeId| match &pick.attribute {
            Some(name) => self.element(*id).is_some_and(|element| element.attr(name).is_some()),
            None => true,
        };
        ids.iter().copied().filter(has).collect()
    }

    fn values(&self, pick: &'a Pick, ids: &[NodeId]) -> Vec<Found<'a>> {
        let found = |element: ElementRef<'a>| {
            let value = pick.value(element)?;
            Some(Found { value, rule: &pick.text, element })
        };
        ids.iter().filter_map(|id| found(self.element(*id)?)).collect()
    }

    fn element(&self, id: NodeId) -> Option<ElementRef<'a>> {
        self.document.get(id).as_element()
    }

    fn elements_of(&self, ids: &[NodeId]) -> Vec<ElementRef<'a>> {
        ids.iter().filter_map(|id| self.element(*id)).collect()
    }

    /// Those that are not inside another.
    fn outermost(&self, mut ids: Vec<NodeId>) -> Vec<NodeId> {
        let mut end = None;
        ids.retain(|id| {
            let outside = end.is_none_or(|end| *id >= end);
            if outside {
                end = Some(self.document.get(*id).end());
            }
            outside
        });
        ids
    }

    fn find_turns(&self) -> Vec<(NodeId, bool)> {
        let mut marked = self.dropped.clone();
        marked.extend(&self.kept);
        marked.sort_unstable();
        marked.dedup();
        let mut turns = Turns::default();
        for id in marked {
            let kept = self.kept.binary_search(&id).is_ok();
            turns.open(id, self.document.get(id).end(), !kept);
        }
        turns.finish()
    }
}

impl Alternatives {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn first_with_any<'r, T>(&'r self, find: impl FnMut(&'r Pick) -> Vec<T>) -> Vec<T> {
        self.0.iter().map(find).find(|found| !found.is_empty()).unwrap_or_default()
    }
}

impl Pick {
    fn value(&self, element: ElementRef<'_>) -> Option<String> {
        let value = match &self.attribute {
            Some(name) => element.attr(name)?.trim().to_owned(),
            None => element.text(),
        };
        (!value.is_empty()).then_some(value)
    }
}

/// Nested ranges as the places where it changes which of them is the innermost.
#[derive(Debug, Default)]
struct Turns {
    open: Vec<(NodeId, bool)>,
    turns: Vec<(NodeId, bool)>,
}

impl Turns {
    fn open(&mut self, start: NodeId, end: NodeId, dropped: bool) {
        while self.open.last().is_some_and(|(end, _)| *end <= start) {
            self.close();
        }
        self.turns.push((start, dropped));
        self.open.push((end, dropped));
    }

    fn close(&mut self) {
        let Some((end, _)) = self.open.pop() else { return };
        let around = self.open.last().is_some_and(|(_, dropped)| *dropped);
        self.turns.push((end, around));
    }

    fn finish(mut self) -> Vec<(NodeId, bool)> {
        while !self.open.is_empty() {
            self.close();
        }
        self.turns
    }
}
