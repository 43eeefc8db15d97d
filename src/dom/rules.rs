//! Many selectors in one walk over a page: each is looked up by the id, class, attribute or tag
//! that its rightmost compound must have, as browsers do.

use std::collections::HashMap;

use selectors::context::SelectorCaches;
use selectors::matching::matches_selector;
use selectors::parser::{Component, Selector as Complex};

use super::selector::context;
use super::{Document, ElementRef, NodeId, Selector};
use scraper::selector::Simple;

/// One of the alternatives of a rule: `a, b` has two.
#[derive(Debug, Clone)]
struct Alternative {
    rule: usize,
    selector: Complex<Simple>,
}

type Bucket = HashMap<String, Vec<Alternative>>;

/// Compiled rules, numbered in the order in which they were given.
#[derive(Debug, Clone, Default)]
pub(crate) struct RuleSet {
    by_id: Bucket,
    by_class: Bucket,
    by_attribute: Bucket,
    by_tag: Bucket,
    others: Vec<Alternative>,
    rules: usize,
}

/// What must be there for a selector to match.
enum Key {
    Id(String),
    Class(String),
    Attribute(String),
    Tag(String),
    None,
}

impl RuleSet {
    pub(crate) fn new<'a>(selectors: impl IntoIterator<Item = &'a Selector>) -> Self {
        let mut set = Self::default();
        for selector in selectors {
            for complex in selector.list().slice() {
                set.add(Alternative { rule: set.rules, selector: complex.clone() });
            }
            set.rules += 1;
        }
        set
    }

    fn add(&mut self, alternative: Alternative) {
        let (bucket, key) = match key(&alternative.selector) {
            Key::Id(id) => (&mut self.by_id, id),
            Key::Class(class) => (&mut self.by_class, class),
            Key::Attribute(name) => (&mut self.by_attribute, name),
            Key::Tag(name) => (&mut self.by_tag, name),
            Key::None => return self.others.push(alternative),
        };
        bucket.entry(key).or_default().push(alternative);
    }

    /// The elements that each rule matches.
    pub(crate) fn find_in(&self, document: &Document) -> Matches {
        let mut matches = Matches { by_rule: vec![Vec::new(); self.rules] };
        if self.rules == 0 {
            return matches;
        }
        let mut caches = SelectorCaches::default();
        for element in document.elements() {
            for alternative in self.candidates(element) {
                let mut context = context(&mut caches);
                if matches_selector(&alternative.selector, 0, None, &element, &mut context) {
                    matches.add(alternative.rule, element.id());
                }
            }
        }
        matches
    }

    fn candidates<'s>(&'s self, element: ElementRef<'s>) -> impl Iterator<Item = &'s Alternative> {
        let by_tag = self.by_tag.get(element.name()).into_iter();
        let by_attribute = element.attrs().flat_map(move |(name, value)| {
            let classes = if name == "class" { value } else { "" };
            let by_class =
                classes.split_ascii_whitespace().filter_map(|class| self.by_class.get(class));
            let by_id = (name == "id").then(|| self.by_id.get(value)).flatten();
            by_class.chain(by_id).chain(self.by_attribute.get(name))
        });
        by_tag.chain(by_attribute).flatten().chain(&self.others)
    }
}

/// The key of the rightmost compound, the rarest first.
fn key(selector: &Complex<Simple>) -> Key {
    let (mut class, mut attribute, mut tag) = (None, None, None);
    for component in selector.iter() {
        match component {
            Component::ID(id) => return Key::Id(id.0.to_string()),
            Component::Class(name) => class = Some(name.0.to_string()),
            Component::AttributeInNoNamespaceExists { local_name_lower, .. } => {
                attribute = Some(local_name_lower.0.to_string());
            }
            Component::AttributeInNoNamespace { local_name, .. } => {
                attribute = Some(local_name.0.to_lowercase());
            }
            Component::LocalName(name) => tag = Some(name.lower_name.0.to_string()),
            _ => {}
        }
    }
    match (class, attribute, tag) {
        (Some(class), _, _) => Key::Class(class),
        (_, Some(attribute), _) => Key::Attribute(attribute),
        (_, _, Some(tag)) => Key::Tag(tag),
        _ => Key::None,
    }
}

/// The elements that each rule of a [`RuleSet`] matches in one page, in document order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Matches {
    by_rule: Vec<Vec<NodeId>>,
}

impl Matches {
    fn add(&mut self, rule: usize, id: NodeId) {
        if let Some(ids) = self.by_rule.get_mut(rule)
            && ids.last() != Some(&id)
        {
            ids.push(id);
        }
    }

    /// The elements that the rule of this number matches.
    pub(crate) fn of(&self, rule: usize) -> &[NodeId] {
        self.by_rule.get(rule).map_or(&[], Vec::as_slice)
    }
}
