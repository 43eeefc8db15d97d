//! What the readers of the sources hand on.

use super::precedence::{Rule, rules_of};
use crate::model::{Alternate, Author, Feed, Field, Image, Link, OriginKind, Video, Warning};
use crate::value::date::{self, DateContext};

/// A raw value under a rule.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) rule: Rule,
    pub(super) value: Value,
}

/// A value as its source gives it.
#[derive(Debug, Clone)]
pub(super) enum Value {
    Text(String),
    /// A heading, and the texts of the elements and the text that it is made of.
    Headline {
        whole: String,
        parts: Vec<String>,
    },
    /// A name that the source itself sets apart from others.
    Person(Author),
    Image(Image),
    Trail(Vec<Link>),
    Video(Video),
    Alternate(Alternate),
    Feed(Feed),
}

/// The most values and types of one page; no page that says something has as many.
const MOST_FINDINGS: usize = 20_000;
const MOST_TYPES: usize = 200;

/// All that was found, in the order of the readers and of the page.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) all: Vec<Finding>,
    pub(super) types: Vec<String>,
    pub(super) warnings: Vec<Warning>,
    /// Dates of anything on the page, which say how it writes them.
    pub(super) dates_beside: Vec<String>,
    /// Whether a date is known to be there.
    dated: bool,
}

impl Findings {
    /// Notes a value for every field that has a rule for this source.
    pub(super) fn push(&mut self, kind: OriginKind, key: &str, value: &Value) {
        if self.all.len() < MOST_FINDINGS {
            let rules = rules_of(kind, key);
            self.all.extend(rules.map(|rule| Finding { rule, value: value.clone() }));
        }
    }

    /// Notes a text, unless it is empty.
    pub(super) fn push_text(&mut self, kind: OriginKind, key: &str, text: &str) {
        if self.all.len() < MOST_FINDINGS && !text.trim().is_empty() {
            let value = || Value::Text(text.to_owned());
            self.all.extend(rules_of(kind, key).map(|rule| Finding { rule, value: value() }));
        }
    }

    /// Whether a date of publication or change was found that needs nothing else to be read.
    pub(super) fn has_date(&mut self) -> bool {
        self.has_date_but(&[])
    }

    /// The same, dates under these keys aside.
    pub(super) fn has_date_but(&mut self, keys: &[&str]) -> bool {
        // What was found is not taken back.
        if self.dated && keys.is_empty() {
            return true;
        }
        let context = DateContext::default();
        let found = self.all.iter().any(|finding| {
            let dates = matches!(finding.rule.field, Field::Published | Field::Modified)
                && !keys.contains(&finding.rule.key);
            let Value::Text(text) = &finding.value else { return false };
            dates && date::find(text, &context).is_some_and(|moment| moment.value.is_some())
        });
        self.dated |= found;
        found
    }

    pub(super) fn push_type(&mut self, name: &str) {
        let name = name.trim().rsplit(['/', '#']).next().unwrap_or_default();
        let new = || !self.types.iter().any(|known| known == name);
        if !name.is_empty() && self.types.len() < MOST_TYPES && new() {
            self.types.push(name.to_owned());
        }
    }
}
