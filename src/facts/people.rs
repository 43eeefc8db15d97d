//! Authors from raw text.

use super::clean::{clean, is_address, letters};
use super::finding::{Finding, Value};
use crate::dom::Base;
use crate::model::{Author, AuthorKind};

/// The authors of one source.
pub(super) fn authors(findings: &[Finding], base: &Base) -> Vec<Author> {
    let mut authors: Vec<Author> = Vec::new();
    for author in findings.iter().flat_map(|finding| of_value(&finding.value, base)) {
        let known = authors.iter_mut().find(|known| letters(&known.name) == letters(&author.name));
        match known {
            Some(known) => known.url = known.url.take().or(author.url),
            None => authors.push(author),
        }
    }
    authors
}

fn of_value(value: &Value, base: &Base) -> Vec<Author> {
    match value {
        Value::Text(text) => names(text),
        Value::Person(person) => {
            let url = person.url.as_deref().and_then(|url| base.resolve(url));
            let mut authors = names(&person.name);
            if let [author] = authors.as_mut_slice() {
                author.url = url;
                author.kind = stronger(author.kind, person.kind);
            }
            authors
        }
        Value::Image(_) | Value::Trail(_) => Vec::new(),
    }
}

fn stronger(read: AuthorKind, stated: AuthorKind) -> AuthorKind {
    if read == AuthorKind::Organization { read } else { stated }
}

/// The names in a text; none in an address.
fn names(text: &str) -> Vec<Author> {
    match clean(text) {
        Some(text) if !is_address(&text) => split(&text),
        _ => Vec::new(),
    }
}

fn split(text: &str) -> Vec<Author> {
    let text = text.strip_prefix("By ").or_else(|| text.strip_prefix("by ")).unwrap_or(text);
    text.split([',', ';', '|', '•'])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" & "))
        .map(str::trim)
        .filter(|name| name.chars().count() > 1 && name.len() < 60 && !name.contains(|c: char| c.is_ascii_digit()))
        .map(Author::person)
        .collect()
}
