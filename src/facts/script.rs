//! The date of publication in the data of a page that shows itself by a script.

use memchr::memmem::Finder;

use super::finding::Findings;
use super::page::Page;
use crate::model::OriginKind::State;
use crate::value::date::{self, DateContext};

/// The keys under which publishing systems keep the date of publication.
const KEYS: &[&str] = &[
    "datePublished",
    "publishedAt",
    "published_at",
    "publishedDate",
    "published_date",
    "publishDate",
    "publish_date",
    "publishedTime",
    "publicationDate",
    "publication_date",
    "first_publication_date",
    "firstPublished",
    "datePosted",
    "date_posted",
    "displayDate",
    "display_date",
    "firstPublishedAt",
    "first_published_at",
    "deployDt",
    "regDt",
    "regDate",
];

/// The longest date, in bytes.
const LONGEST: usize = 40;

/// Notes the date that a script gives under one of the keys, unless it gives several.
pub(super) fn read(page: &Page<'_>, findings: &mut Findings) {
    let texts: Vec<_> = page.scripts.iter().map(|script| script.raw_text()).collect();
    for key in KEYS {
        let finder = Finder::new(key);
        let stated = texts.iter().flat_map(|text| values(text, key, &finder));
        let mut dates: Vec<(String, &str)> = stated.collect();
        dates.dedup_by(|(a, _), (b, _)| a == b);
        if let [(_, text)] = dates.as_slice() {
            return findings.push_text(State, "published", text);
        }
    }
}

/// The dates that stand behind a key, each with its day.
fn values<'a>(
    text: &'a str,
    key: &'a str,
    finder: &Finder<'_>,
) -> impl Iterator<Item = (String, &'a str)> {
    let places: Vec<usize> = finder.find_iter(text.as_bytes()).collect();
    places.into_iter().filter_map(move |at| {
        let rest = text.get(at + key.len()..)?;
        let value = rest.trim_start_matches(['\\', '"', '\'', ':', ' ']);
        // Behind the key come its quote and a colon at least.
        if rest.len() - value.len() < 2 {
            return None;
        }
        let end = value.find(['"', '\\', '\'', ',', '}']).filter(|end| *end <= LONGEST)?;
        let value = value.get(..end)?;
        let moment = date::parse(value, &DateContext::default())?;
        Some((moment.date()?.to_owned(), value))
    })
}
