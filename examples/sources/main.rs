//! Measures how often each source of a field is right: runs over corpora with truth, and compares
//! what every source gave with it, whether it won or not.
//!
//! ```text
//! cargo run --release --example sources -- corpus.jsonl.zst... > src/facts/measured.tsv
//! ```
//!
//! A line out is a field, a kind of source, its name, on how many pages it gave a value, and on how
//! many of these the right one, set apart by tabs; or `confidence`, a field, a range of confidence,
//! and the same for the values that were chosen with it. The page of the documentation on sources is
//! made of it. The corpora are those of the example `evaluate`.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::expect_used,
    clippy::indexing_slicing,
    dead_code,
    reason = "a program that talks to its user; parts of another example"
)]

#[path = "../evaluate/corpus.rs"]
mod corpus;
#[path = "../evaluate/dates.rs"]
mod dates;
#[path = "../evaluate/tokens.rs"]
mod tokens;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

use corpus::{Corpus, Page, Truth};
use newsprint::model::{Article, Field};
use newsprint::{Parser, Source};
use rayon::prelude::*;

/// How many pages are read before they are worked on, for each core.
const PAGES_A_CORE: usize = 16;

/// The pages on which a source gave a value, and those on which it was the right one.
#[derive(Default, Clone, Copy)]
struct Count {
    pages: u64,
    right: u64,
}

/// The counts by field, kind and name of the source.
type Counts = BTreeMap<(&'static str, &'static str, String), Count>;

/// The key of a count, and whether what one source gave on one page was right.
type Judged = (&'static str, &'static str, String, bool);

/// The ranges of confidence, each from its start to the next.
const RANGES: &[f32] = &[0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/// Tells whether a value is the true one.
type Test = Box<dyn Fn(&str) -> bool>;

fn main() -> Result<(), Box<dyn Error>> {
    let mut counts = Counts::new();
    for path in std::env::args().skip(1) {
        measure(Path::new(&path), &mut counts)?;
    }
    for ((field, kind, detail), count) in &counts {
        println!("{field}\t{kind}\t{detail}\t{}\t{}", count.pages, count.right);
    }
    Ok(())
}

fn measure(path: &Path, counts: &mut Counts) -> Result<(), Box<dyn Error>> {
    let parser = Parser::new();
    let mut corpus = Corpus::open(path)?;
    loop {
        let batch = corpus.batch(PAGES_A_CORE * rayon::current_num_threads())?;
        if batch.is_empty() {
            return Ok(());
        }
        let pages: Vec<Vec<Judged>> =
            batch.par_iter().map(|line| judge(&parser, line)).collect::<Result<_, _>>()?;
        for (field, kind, detail, right) in pages.into_iter().flatten() {
            let count = counts.entry((field, kind, detail)).or_default();
            count.pages += 1;
            count.right += u64::from(right);
        }
    }
}

/// All that the sources of a page gave for the fields whose truth is known.
fn judge(parser: &Parser, line: &str) -> serde_json::Result<Vec<Judged>> {
    let page: Page = serde_json::from_str(line)?;
    let source = Source::html(&page.html);
    let source = match &page.url {
        Some(url) => source.with_url(url.as_str()),
        None => source,
    };
    let parsed = parser.parse(source).ok().and_then(|page| page.into_article().ok());
    let Some(article) = parsed else { return Ok(Vec::new()) };
    Ok([Field::Title, Field::Authors, Field::Published]
        .into_iter()
        .filter_map(|field| Some((field, is_right(field, &page.truth)?)))
        .flat_map(|(field, is_right)| field_of(&article, field, &is_right))
        .collect())
}

/// The name of a field with what tells its right values; `None` where the truth is not known.
fn is_right(field: Field, truth: &Truth) -> Option<Test> {
    match field {
        Field::Title => {
            let key = tokens::title_key(truth.title.as_ref().filter(|title| !title.is_empty())?);
            Some(Box::new(move |value| tokens::title_key(value) == key))
        }
        Field::Authors => {
            let names = truth.authors.as_ref().filter(|names| !names.is_empty())?;
            let keys = keys(names.iter().map(String::as_str));
            Some(Box::new(move |value| self::keys(value.split(", ")) == keys))
        }
        _ => {
            let day = dates::parse(truth.published.as_ref()?)?;
            Some(Box::new(move |value| dates::same_day(dates::parse(value).as_ref(), Some(&day))))
        }
    }
}

fn keys<'a>(names: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    names.map(tokens::author_key).filter(|name| !name.is_empty()).collect()
}

/// What each source gave for a field.
fn field_of(article: &Article, field: Field, is_right: &Test) -> Vec<Judged> {
    let (name, taken) = match field {
        Field::Title => ("title", article.title.clone()),
        Field::Authors => {
            let names: Vec<&str> =
                article.authors.iter().map(|author| author.name.as_str()).collect();
            ("authors", Some(names.join(", ")))
        }
        _ => ("published", article.published.as_ref().and_then(|time| time.value.clone())),
    };
    let Some(evidence) = article.evidence.get(field) else { return Vec::new() };
    let Some(taken) = taken.filter(|taken| !taken.is_empty()) else { return Vec::new() };
    let start = RANGES.iter().rev().find(|start| evidence.confidence >= **start);
    let range = format!("{:.2}", start.copied().unwrap_or_default());
    let sure = ("confidence", name, range, is_right(&taken));
    let taken = (&evidence.origin, taken);
    let others = evidence.others.iter().map(|other| (&other.origin, other.value.clone()));
    std::iter::once(taken)
        .chain(others)
        .map(|(origin, value)| (name, origin.kind.name(), origin.detail.clone(), is_right(&value)))
        .chain(std::iter::once(sure))
        .collect()
}
