//! Authors from the raw values of one source.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::Fact;
use super::clean::{clean, is_address, letters};
use super::finding::{Finding, Value};
use super::precedence::Rule;
use crate::dom::Base;
use crate::model::{Author, AuthorKind, Contribution, OriginKind};
use crate::value::name;

/// The most authors that one source may name; more are no authors.
const MOST_AUTHORS: usize = 200;

/// The authors that the values of one source name, in their order, each once.
pub(super) fn authors<'a>(
    findings: impl Iterator<Item = &'a Finding>,
    language: Option<&str>,
    base: &Base,
) -> Vec<Author> {
    let mut authors: Vec<Author> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let named = findings.flat_map(|finding| {
        let visible = finding.rule.kind == OriginKind::Visible;
        let part = part_of(&finding.rule);
        let authors = of_value(&finding.value, language, base).into_iter();
        let authors = authors.map(move |author| Author {
            contribution: part.unwrap_or(author.contribution),
            ..author
        });
        authors.filter(move |author| !visible || is_written_as_name(&author.name))
    });
    for author in named {
        match places.entry(letters(&author.name)) {
            Entry::Occupied(place) => {
                if let Some(known) = authors.get_mut(*place.get()) {
                    known.url = known.url.take().or(author.url);
                }
            }
            Entry::Vacant(place) if authors.len() < MOST_AUTHORS => {
                place.insert(authors.len());
                authors.push(author);
            }
            Entry::Vacant(_) => {}
        }
    }
    authors
}

/// The part that those had in an article whom a source names, where it is not that of authors.
pub(super) fn part_of(rule: &Rule) -> Option<Contribution> {
    match (rule.kind, rule.key) {
        (OriginKind::JsonLd, "editor") => Some(Contribution::Editing),
        (OriginKind::JsonLd, "translator") => Some(Contribution::Translation),
        _ => None,
    }
}

/// Names those who had another part in an article beside its authors. Without authors they come to
/// stand in their place.
pub(super) fn add_others(facts: &mut Vec<Fact<Vec<Author>>>, others: Vec<Fact<Vec<Author>>>) {
    let Some(best) = facts.first_mut() else {
        facts.extend(others);
        return;
    };
    let named = others.into_iter().flat_map(|fact| fact.value);
    for other in named.filter(|other| other.kind == AuthorKind::Person) {
        let key = letters(&other.name);
        if !best.value.iter().any(|author| letters(&author.name) == key) {
            best.value.push(other);
        }
    }
}

/// Whether a source names somebody.
pub(super) fn is_somebody(finding: &Finding) -> bool {
    let name = match &finding.value {
        Value::Text(text) => text,
        Value::Person(person) => &person.name,
        _ => return false,
    };
    let visible = finding.rule.kind == OriginKind::Visible;
    names(name, None).iter().any(|author| !visible || is_written_as_name(&author.name))
}

fn of_value(value: &Value, language: Option<&str>, base: &Base) -> Vec<Author> {
    match value {
        Value::Text(text) => names(text, language),
        Value::Person(person) => {
            let mut authors = names(&person.name, language);
            if let [author] = authors.as_mut_slice() {
                author.url = person.url.as_deref().and_then(|url| base.resolve(url));
                author.role = author.role.take().or_else(|| person.role.clone());
                if person.kind == AuthorKind::Organization {
                    author.kind = person.kind;
                }
            }
            authors
        }
        _ => Vec::new(),
    }
}

/// The names in a text; none in an address.
fn names(text: &str, language: Option<&str>) -> Vec<Author> {
    match clean(text) {
        Some(text) if !is_address(&text) && !is_account(&text) && text.len() < LONGEST => {
            let mut authors = name::authors(&text, language);
            authors.retain(|author| !is_label(&author.name));
            let mut first = true;
            authors.retain(|author| std::mem::take(&mut first) || !is_credential(author));
            authors
        }
        _ => Vec::new(),
    }
}

/// Whether a text is the name of an account of a network.
fn is_account(text: &str) -> bool {
    text.starts_with('@') && !text.contains(' ')
}

/// Whether a text of several words starts and ends with a capital, where its script has them. A
/// text of metadata is taken at its word; a visible line may be anything.
fn is_written_as_name(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let ends = (words.next(), words.next_back());
    let (Some(first), Some(last)) = ends else { return true };
    [first, last].iter().all(|word| !word.starts_with(char::is_lowercase))
}

/// Labels beside names that are no names.
const LABELS: &[&str] = &[
    "by",
    "written",
    "written by",
    "posted by",
    "author",
    "authors",
    "the author",
    "about the author",
    "fact checked",
    "fact checked by",
    "reviewed by",
    "medically reviewed by",
    "edited by",
    "published by",
    "view all posts",
    "follow",
    "share",
    "more",
    "read more",
    "view profile",
    "author bio",
    "full bio",
    "see full bio",
    "updated",
    "published",
    "subscribe",
];

fn is_label(name: &str) -> bool {
    LABELS.contains(&name.to_lowercase().trim_end_matches(':').trim())
}

/// Whether a part behind a name is a degree or a licence such as `MD` or `CEPF®`.
fn is_credential(author: &Author) -> bool {
    let name = author.name.trim_end_matches(['®', '™', '.']);
    let capitals = name.chars().filter(char::is_ascii_uppercase).count();
    let marked = name.len() < author.name.len();
    let short =
        (2..=6).contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphabetic() || c == '.');
    short && capitals > 1 && (author.kind == AuthorKind::Person || marked)
}

/// The longest byline, in bytes; what is longer is text about the author.
const LONGEST: usize = 400;
