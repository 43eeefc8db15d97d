//! Compiled rules.

use std::collections::BTreeMap;

use jiff::tz::{TimeZone, TimeZoneDatabase};

use super::parts::{Part, Written, WrittenParts};
use super::{
    ArticleField, CurrencyRule, ListPart, Price, ProfileError, ProfileFault, QuotePart,
    RuleMatches, SidebarRule,
};
use crate::dom::{Document, RuleSet, Selector};
use crate::model::{CounterKind, ListKind};

/// What a profile says about the pages of a site: selectors, compiled once, and a few facts.
///
/// ```
/// use newsprint::profile::{ArticleField, Rules};
/// use newsprint::{Document, Limits};
///
/// let rules = Rules::builder()
///     .with(ArticleField::Title, ["h1.headline", "h1"])
///     .with(ArticleField::Published, ["time @datetime", "time"])
///     .with_body(["div.story"])
///     .with_drop([".read-also"])
///     .with_time_zone("Asia/Almaty")
///     .build()?;
/// let page = Document::parse("<h1>Rain</h1><div class=story>It rains.</div>", &Limits::default());
/// assert_eq!(rules.unmatched_in(&page), ["article.published"]);
/// # Ok::<(), newsprint::profile::ProfileError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Rules {
    language: Option<String>,
    zone: Option<TimeZone>,
    base_currency: Option<String>,
    bylines: Vec<Byline>,
    pub(super) article: BTreeMap<ArticleField, Alternatives>,
    pub(super) body: Alternatives,
    pub(super) keep: Alternatives,
    pub(super) drop: Alternatives,
    pub(super) lists: Vec<ListRule>,
    pub(super) quotes: Vec<QuoteRule>,
    pub(super) set: RuleSet,
}

impl Rules {
    /// Rules to be written in Rust. Those of a file are read by
    /// [`Profile::from_toml`](super::Profile::from_toml).
    pub fn builder() -> RulesBuilder {
        RulesBuilder::default()
    }

    /// The language of the site, as a BCP 47 tag, for pages that do not say theirs.
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// The IANA name of the time zone that the site's times are in, where they do not say theirs.
    pub fn time_zone(&self) -> Option<&str> {
        self.zone.as_ref()?.iana_name()
    }

    /// The ISO 4217 code of the currency that the site's rates are in.
    pub fn base_currency(&self) -> Option<&str> {
        self.base_currency.as_deref()
    }

    /// The time zone of [`Self::time_zone`].
    pub(crate) fn zone(&self) -> Option<&TimeZone> {
        self.zone.as_ref()
    }

    /// The name in a byline, by the first of the profile's patterns that fits.
    pub(crate) fn name_in<'t>(&self, byline: &'t str) -> Option<&'t str> {
        self.bylines.iter().find_map(|pattern| pattern.name_in(byline.trim()))
    }

    /// The elements that all rules match, found in one walk.
    pub(crate) fn find_in<'a>(&'a self, document: &'a Document) -> RuleMatches<'a> {
        RuleMatches::new(self, document)
    }

    /// The keys of the rules of which no alternative finds anything in a page, in the order of
    /// the fields and of the file: to test a profile on saved pages. What is inside a sidebar
    /// list or a currency widget is named only if the page has that list or widget; `keep` and
    /// `drop` are never named.
    pub fn unmatched_in(&self, document: &Document) -> Vec<String> {
        self.find_in(document).unmatched()
    }
}

/// A selector with the attribute that holds the value; without one, the value is the text.
#[derive(Debug, Clone)]
pub(crate) struct Pick {
    /// The number in the rule set; `None` for the very element that is looked into.
    pub(super) slot: Option<usize>,
    pub(super) attribute: Option<String>,
    pub(super) text: String,
}

/// Rules for one thing, tried in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Alternatives(pub(super) Vec<Pick>);

/// A `[[sidebar]]` rule.
#[derive(Debug, Clone)]
pub(crate) struct ListRule {
    pub(super) container: Alternatives,
    pub(super) parts: BTreeMap<ListPart, Alternatives>,
    /// The heading, where the profile states it.
    pub(crate) heading_text: Option<String>,
    /// The kind, where the profile states it.
    pub(crate) kind: Option<ListKind>,
    /// What the counters of an entry count, by position; the rest is as the page says.
    pub(crate) counter_kinds: Vec<CounterKind>,
}

/// A `[[currency]]` rule.
#[derive(Debug, Clone)]
pub(crate) struct QuoteRule {
    pub(super) container: Alternatives,
    pub(super) parts: BTreeMap<QuotePart, Alternatives>,
    /// What the numbers in the text of `prices` are.
    pub(crate) prices_order: Vec<Price>,
    /// Whose rates they are, where the profile states it.
    pub(crate) source_text: Option<String>,
    /// The unit of all prices, where the profile states it.
    pub(crate) unit_count: Option<u32>,
}

impl ListRule {
    /// The rules for a part, if the profile has any.
    pub(crate) fn part(&self, part: ListPart) -> Option<&Alternatives> {
        self.parts.get(&part)
    }
}

impl QuoteRule {
    /// The rules for a part, if the profile has any.
    pub(crate) fn part(&self, part: QuotePart) -> Option<&Alternatives> {
        self.parts.get(&part)
    }
}

/// What stands around a name in a byline.
#[derive(Debug, Clone)]
struct Byline {
    before: String,
    behind: String,
}

impl Byline {
    fn read(pattern: &str) -> Result<Self, ProfileFault> {
        match pattern.split("{name}").collect::<Vec<_>>().as_slice() {
            [before, behind] => {
                Ok(Self { before: before.trim().to_owned(), behind: behind.trim().to_owned() })
            }
            _ => Err(ProfileFault::Byline(pattern.to_owned())),
        }
    }

    fn name_in<'t>(&self, byline: &'t str) -> Option<&'t str> {
        let name = byline.strip_prefix(&*self.before)?.strip_suffix(&*self.behind)?.trim();
        (!name.is_empty()).then_some(name)
    }
}

/// Rules under construction. Every rule is compiled by [`RulesBuilder::build`].
#[derive(Debug, Clone, Default)]
pub struct RulesBuilder {
    pub(super) language: Option<String>,
    pub(super) time_zone: Option<Written>,
    pub(super) base_currency: Option<Written>,
    pub(super) bylines: Vec<Written>,
    pub(super) article: WrittenParts<ArticleField>,
    pub(super) body: Vec<Written>,
    pub(super) keep: Vec<Written>,
    pub(super) drop: Vec<Written>,
    pub(super) sidebar: Vec<SidebarRule>,
    pub(super) currency: Vec<CurrencyRule>,
}

impl RulesBuilder {
    /// The rules for one field, tried in order: selectors, each with an optional attribute that
    /// holds the value (`time @datetime`). Default: the field is found without a rule.
    #[must_use]
    pub fn with<T: Into<String>>(
        mut self,
        field: ArticleField,
        rules: impl IntoIterator<Item = T>,
    ) -> Self {
        self.article.insert(field, Written::all(rules));
        self
    }

    /// The containers of the body, tried in order: all elements that the first selector with any
    /// matches. Default: the body is found without a rule.
    #[must_use]
    pub fn with_body<T: Into<String>>(mut self, body: impl IntoIterator<Item = T>) -> Self {
        self.body = Written::all(body);
        self
    }

    /// What stays in the body although it is inside something dropped. Default: nothing.
    #[must_use]
    pub fn with_keep<T: Into<String>>(mut self, keep: impl IntoIterator<Item = T>) -> Self {
        self.keep = Written::all(keep);
        self
    }

    /// What is inside the body's containers but not body. Default: nothing.
    #[must_use]
    pub fn with_drop<T: Into<String>>(mut self, drop: impl IntoIterator<Item = T>) -> Self {
        self.drop = Written::all(drop);
        self
    }

    /// One more sidebar list. Default: lists are found without a rule.
    #[must_use]
    pub fn with_sidebar(mut self, rule: SidebarRule) -> Self {
        self.sidebar.push(rule);
        self
    }

    /// One more currency widget. Default: widgets are found without a rule.
    #[must_use]
    pub fn with_currency(mut self, rule: CurrencyRule) -> Self {
        self.currency.push(rule);
        self
    }

    /// The language, as a BCP 47 tag, of pages that do not say theirs. Default: none.
    #[must_use]
    pub fn with_language(mut self, tag: impl Into<String>) -> Self {
        self.language = Some(tag.into());
        self
    }

    /// The IANA time zone of times that do not say theirs. Default: none.
    #[must_use]
    pub fn with_time_zone(mut self, name: impl Into<String>) -> Self {
        self.time_zone = Some(Written::here(name));
        self
    }

    /// The ISO 4217 code of the currency that rates are in. Default: none.
    #[must_use]
    pub fn with_base_currency(mut self, code: impl Into<String>) -> Self {
        self.base_currency = Some(Written::here(code));
        self
    }

    /// Patterns of bylines, with `{name}` where the name stands: `Text: {name}`. Default: none.
    #[must_use]
    pub fn with_bylines<T: Into<String>>(mut self, bylines: impl IntoIterator<Item = T>) -> Self {
        self.bylines = Written::all(bylines);
        self
    }

    /// Compiles the rules.
    ///
    /// # Errors
    ///
    /// If a selector cannot be read, or a time zone, currency or byline pattern is none.
    pub fn build(self) -> Result<Rules, ProfileError> {
        let mut compiler = Compiler::default();
        let rules = Rules {
            article: compiler.parts("article", &self.article, Scope::Page)?,
            body: compiler.alternatives("article.body", &self.body, Scope::Page)?,
            keep: compiler.alternatives("article.keep", &self.keep, Scope::Page)?,
            drop: compiler.alternatives("article.drop", &self.drop, Scope::Page)?,
            lists: each(self.sidebar, |index, rule| compiler.list(index, rule))?,
            quotes: each(self.currency, |index, rule| compiler.quote(index, rule))?,
            language: self.language,
            zone: self
                .time_zone
                .as_ref()
                .map(|name| checked("time_zone", name, zone))
                .transpose()?,
            base_currency: self
                .base_currency
                .as_ref()
                .map(|code| checked("base_currency", code, currency))
                .transpose()?,
            bylines: each(self.bylines, |index, pattern| {
                checked(&format!("bylines[{index}]"), &pattern, Byline::read)
            })?,
            set: RuleSet::new(&compiler.selectors),
        };
        Ok(rules)
    }
}

fn each<S, T>(
    sources: Vec<S>,
    mut compile: impl FnMut(usize, S) -> Result<T, ProfileError>,
) -> Result<Vec<T>, ProfileError> {
    sources.into_iter().enumerate().map(|(index, source)| compile(index, source)).collect()
}

fn checked<T>(
    key: &str,
    written: &Written,
    check: impl FnOnce(&str) -> Result<T, ProfileFault>,
) -> Result<T, ProfileError> {
    check(&written.text).map_err(|fault| ProfileError::new(key, written.line, fault))
}

fn zone(name: &str) -> Result<TimeZone, ProfileFault> {
    // The database of the crate, so that the machine's own files make no difference.
    TimeZoneDatabase::bundled()
        .get(name)
        .map_err(|_unknown| ProfileFault::TimeZone(name.to_owned()))
}

fn currency(code: &str) -> Result<String, ProfileFault> {
    iso_currency::Currency::from_code(code)
        .map(|currency| currency.code().to_owned())
        .ok_or_else(|| ProfileFault::Currency(code.to_owned()))
}

/// Where a rule is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// In the page.
    Page,
    /// In an element that another rule found, which can be meant itself: `@href`.
    Element,
}

/// Compiles selectors and numbers them.
#[derive(Debug, Default)]
struct Compiler {
    selectors: Vec<Selector>,
}

impl Compiler {
    fn list(&mut self, index: usize, rule: SidebarRule) -> Result<ListRule, ProfileError> {
        let key = format!("sidebar[{index}]");
        Ok(ListRule {
            container: self.alternatives(&format!("{key}.list"), &rule.list, Scope::Page)?,
            parts: self.parts(&key, &rule.parts, Scope::Element)?,
            heading_text: rule.heading_text,
            kind: rule.kind,
            counter_kinds: rule.counter_kinds,
        })
    }

    fn quote(&mut self, index: usize, rule: CurrencyRule) -> Result<QuoteRule, ProfileError> {
        let key = format!("currency[{index}]");
        let container_key = format!("{key}.container");
        Ok(QuoteRule {
            container: self.alternatives(&container_key, &rule.container, Scope::Page)?,
            parts: self.parts(&key, &rule.parts, Scope::Element)?,
            prices_order: rule.prices_order,
            source_text: rule.source_text,
            unit_count: rule.unit_count,
        })
    }

    fn parts<P: Part>(
        &mut self,
        key: &str,
        parts: &WrittenParts<P>,
        scope: Scope,
    ) -> Result<BTreeMap<P, Alternatives>, ProfileError> {
        let compile = |(part, rules): (&P, &Vec<Written>)| {
            let key = format!("{key}.{}", part.key());
            Ok((*part, self.alternatives(&key, rules, scope)?))
        };
        parts.iter().map(compile).collect()
    }

    fn alternatives(
        &mut self,
        key: &str,
        rules: &[Written],
        scope: Scope,
    ) -> Result<Alternatives, ProfileError> {
        let compile = |(index, rule): (usize, &Written)| {
            self.pick(&rule.text, scope).map_err(|fault| {
                ProfileError::new(numbered(key, index, rules.len()), rule.line, fault)
            })
        };
        rules.iter().enumerate().map(compile).collect::<Result<_, _>>().map(Alternatives)
    }

    fn pick(&mut self, rule: &str, scope: Scope) -> Result<Pick, ProfileFault> {
        let (selector, attribute) = split_attribute(rule);
        let itself = scope == Scope::Element && selector.is_empty() && attribute.is_some();
        let slot = if itself { None } else { Some(self.slot(Selector::parse(selector)?)) };
        Ok(Pick { slot, attribute, text: rule.trim().to_owned() })
    }

    fn slot(&mut self, selector: Selector) -> usize {
        self.selectors.push(selector);
        self.selectors.len() - 1
    }
}

fn numbered(key: &str, index: usize, count: usize) -> String {
    if count > 1 { format!("{key}[{index}]") } else { key.to_owned() }
}

/// `time @datetime` as `time` and `datetime`.
fn split_attribute(rule: &str) -> (&str, Option<String>) {
    let rule = rule.trim();
    let (selector, last) = rule.rsplit_once(char::is_whitespace).unwrap_or(("", rule));
    match last.strip_prefix('@').filter(|name| is_attribute_name(name)) {
        Some(name) => (selector.trim_end(), Some(name.to_ascii_lowercase())),
        None => (rule, None),
    }
}

fn is_attribute_name(name: &str) -> bool {
    !name.is_empty()
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
}
