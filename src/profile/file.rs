//! Profiles as TOML files.

use std::ops::Range;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as NameError, StrDeserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::parts::{Part, Written, WrittenParts};
use super::rules::RulesBuilder;
use super::{
    ArticleField, CurrencyRule, ListPart, Profile, ProfileError, ProfileFault, QuotePart,
    SidebarRule,
};

/// The keys of a file, outside its tables.
const TOP: &[&str] = &[
    "name",
    "hosts",
    "site_names",
    "language",
    "time_zone",
    "base_currency",
    "bylines",
    "article",
    "sidebar",
    "currency",
];

/// The keys of `[article]` beside the fields.
const ARTICLE: &[&str] = &["body", "keep", "drop"];

/// The keys of `[[sidebar]]` beside the parts.
const SIDEBAR: &[&str] = &["list", "kind", "heading_text", "counter_kinds"];

/// The keys of `[[currency]]` beside the parts.
const CURRENCY: &[&str] = &["container", "prices_order", "source_text", "unit_count"];

type Result<T> = std::result::Result<T, ProfileError>;

/// Reads a profile.
pub(super) fn read(text: &str) -> Result<Profile> {
    let lines = Lines::of(text);
    let table = DeTable::parse(text).map_err(|error| {
        let line = error.span().map(|span| lines.line(&span));
        ProfileError::new("", line, ProfileFault::Toml(one_line(error.message())))
    })?;
    Reader { lines: &lines, path: String::new(), line: None, table: table.get_ref() }.profile()
}

fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where the lines of a text begin.
#[derive(Debug)]
struct Lines {
    breaks: Vec<usize>,
}

impl Lines {
    fn of(text: &str) -> Self {
        Self { breaks: memchr::memchr_iter(b'\n', text.as_bytes()).collect() }
    }

    /// The line that a range begins in, from 1.
    fn line(&self, span: &Range<usize>) -> usize {
        self.breaks.partition_point(|at| *at < span.start) + 1
    }
}

type Value<'a> = Spanned<DeValue<'a>>;

/// Reads the keys of one table.
#[derive(Debug)]
struct Reader<'r> {
    lines: &'r Lines,
    path: String,
    line: Option<usize>,
    table: &'r DeTable<'r>,
}

impl Reader<'_> {
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "each table has a lifetime of its own"
    )]
    fn profile(&self) -> Result<Profile> {
        self.check_keys(TOP.iter().copied())?;
        let name = self.string("name")?.ok_or_else(|| self.missing("name"))?.text;
        let rules = RulesBuilder {
            language: self.string("language")?.map(|tag| tag.text),
            time_zone: self.string("time_zone")?,
            base_currency: self.string("base_currency")?,
            bylines: self.strings("bylines")?,
            sidebar: self.each("sidebar", |table| table.sidebar())?,
            currency: self.each("currency", |table| table.currency())?,
            ..self.article()?
        };
        let site_names = self.strings("site_names")?.into_iter().map(|name| name.text).collect();
        Profile::new(name, &self.strings("hosts")?, site_names, rules.build()?)
    }

    fn article(&self) -> Result<RulesBuilder> {
        let Some(value) = self.table.get("article") else { return Ok(RulesBuilder::default()) };
        let article = self.table_in("article".to_owned(), value)?;
        article.check_keys(keys::<ArticleField>(ARTICLE))?;
        Ok(RulesBuilder {
            article: article.parts()?,
            body: article.strings("body")?,
            keep: article.strings("keep")?,
            drop: article.strings("drop")?,
            ..RulesBuilder::default()
        })
    }

    fn sidebar(&self) -> Result<SidebarRule> {
        self.check_keys(keys::<ListPart>(SIDEBAR))?;
        Ok(SidebarRule {
            parts: self.parts()?,
            heading_text: self.string("heading_text")?.map(|heading| heading.text),
            kind: self.string("kind")?.map(|kind| self.named("kind", &kind)).transpose()?,
            counter_kinds: self.all_named("counter_kinds")?.unwrap_or_default(),
            ..SidebarRule::written(self.required("list")?)
        })
    }

    fn currency(&self) -> Result<CurrencyRule> {
        self.check_keys(keys::<QuotePart>(CURRENCY))?;
        let rule = CurrencyRule::written(self.required("container")?);
        Ok(CurrencyRule {
            parts: self.parts()?,
            prices_order: self.all_named("prices_order")?.unwrap_or(rule.prices_order),
            source_text: self.string("source_text")?.map(|source| source.text),
            unit_count: self.count("unit_count")?,
            ..rule
        })
    }

    fn parts<P: Part>(&self) -> Result<WrittenParts<P>> {
        let present = P::ALL.iter().filter(|(_, key)| self.table.contains_key(*key));
        present.map(|(part, key)| Ok((*part, self.strings(key)?))).collect()
    }

    /// Refuses keys that are not `known`.
    fn check_keys(&self, known: impl Iterator<Item = &'static str> + Clone) -> Result<()> {
        let unknown = |key: &&Spanned<_>| !known.clone().any(|known| known == key_text(key));
        let Some(key) = self.table.keys().filter(unknown).min_by_key(|key| key.span().start) else {
            return Ok(());
        };
        let nearest = nearest(key_text(key), known);
        let line = Some(self.lines.line(&key.span()));
        let fault = ProfileFault::UnknownKey { nearest };
        Err(ProfileError::new(self.key(key_text(key)), line, fault))
    }

    /// The table of `[[key]]`s, each read.
    fn each<T>(&self, key: &str, read: impl Fn(&Reader<'_>) -> Result<T>) -> Result<Vec<T>> {
        let Some(value) = self.table.get(key) else { return Ok(Vec::new()) };
        let DeValue::Array(tables) = value.get_ref() else {
            return Err(self.wrong_type(self.key(key), "an array of tables", value));
        };
        let read = |(index, value): (usize, &Value<'_>)| {
            read(&self.table_in(format!("{key}[{index}]"), value)?)
        };
        tables.iter().enumerate().map(read).collect()
    }

    fn table_in<'v>(&'v self, path: String, value: &'v Value<'v>) -> Result<Reader<'v>> {
        match value.get_ref() {
            DeValue::Table(table) => {
                let line = Some(self.lines.line(&value.span()));
                Ok(Reader { lines: self.lines, path, line, table })
            }
            _ => Err(self.wrong_type(path, "a table", value)),
        }
    }

    fn string(&self, key: &str) -> Result<Option<Written>> {
        self.table.get(key).map(|value| self.text(self.key(key), value)).transpose()
    }

    /// One string or several.
    fn strings(&self, key: &str) -> Result<Vec<Written>> {
        match self.table.get(key) {
            None => Ok(Vec::new()),
            Some(value) => match value.get_ref() {
                DeValue::Array(values) => {
                    let text =
                        |(index, value)| self.text(format!("{}[{index}]", self.key(key)), value);
                    values.iter().enumerate().map(text).collect()
                }
                DeValue::String(_) => Ok(vec![self.text(self.key(key), value)?]),
                _ => Err(self.wrong_type(self.key(key), "a string or an array of strings", value)),
            },
        }
    }

    fn required(&self, key: &str) -> Result<Vec<Written>> {
        let strings = self.strings(key)?;
        if strings.is_empty() { Err(self.missing(key)) } else { Ok(strings) }
    }

    fn count(&self, key: &str) -> Result<Option<u32>> {
        let Some(value) = self.table.get(key) else { return Ok(None) };
        let count = value.get_ref().as_integer();
        let count =
            count.and_then(|number| u32::from_str_radix(number.as_str(), number.radix()).ok());
        match count {
            Some(count) if count > 0 => Ok(Some(count)),
            _ => Err(self.wrong_type(self.key(key), "a whole number from 1", value)),
        }
    }

    fn text(&self, key: String, value: &Value<'_>) -> Result<Written> {
        match value.get_ref().as_str() {
            Some(text) => {
                let line = Some(self.lines.line(&value.span()));
                Ok(Written { text: text.to_owned(), line })
            }
            None => Err(self.wrong_type(key, "a string", value)),
        }
    }

    fn all_named<T: for<'de> Deserialize<'de>>(&self, key: &str) -> Result<Option<Vec<T>>> {
        let named = |(index, name): (usize, &Written)| self.named(&format!("{key}[{index}]"), name);
        let stated = self.table.get(key).map(|_| self.strings(key)).transpose()?;
        stated.map(|names| names.iter().enumerate().map(named).collect()).transpose()
    }

    fn named<T: for<'de> Deserialize<'de>>(&self, key: &str, name: &Written) -> Result<T> {
        let text: StrDeserializer<'_, NameError> = name.text.as_str().into_deserializer();
        T::deserialize(text).map_err(|error| {
            ProfileError::new(
                self.key(key),
                name.line,
                ProfileFault::UnknownName(error.to_string()),
            )
        })
    }

    fn key(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn missing(&self, key: &str) -> ProfileError {
        ProfileError::new(self.key(key), self.line, ProfileFault::Missing)
    }

    fn wrong_type(&self, key: String, expected: &'static str, value: &Value<'_>) -> ProfileError {
        let found = value.get_ref().type_str();
        let line = Some(self.lines.line(&value.span()));
        ProfileError::new(key, line, ProfileFault::WrongType { expected, found })
    }
}

fn key_text<'k>(key: &'k Spanned<std::borrow::Cow<'_, str>>) -> &'k str {
    key.get_ref()
}

fn keys<P: Part>(others: &'static [&'static str]) -> impl Iterator<Item = &'static str> + Clone {
    P::ALL.iter().map(|(_, key)| *key).chain(others.iter().copied())
}

/// The known key that is spelt most like `key`, if at most a third of it is to be changed.
fn nearest(key: &str, known: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let distance = |known: &'static str| (edit_distance(key, known), known);
    let (changes, nearest) = known.map(distance).min()?;
    (changes <= nearest.len() / 3 + 1).then_some(nearest)
}

/// How many characters must be added, removed or replaced (Levenshtein).
fn edit_distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, a) in a.chars().enumerate() {
        let (mut diagonal, mut left) = (i, i + 1);
        let mut cells = row.iter_mut();
        if let Some(first) = cells.next() {
            *first = left;
        }
        for (b, cell) in b.chars().zip(cells) {
            let replaced = diagonal + usize::from(a != b);
            diagonal = *cell;
            left = replaced.min(diagonal + 1).min(left + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}
