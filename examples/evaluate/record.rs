//! Scores kept in a file: what they were, so that a change that loses is noticed.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use crate::score::{Metric, Value};

/// How far a score may fall before it counts as lost: single pages of small corpora move it by
/// less.
const ALLOWED_FALL: f64 = 0.003;

/// The scores that are kept. The others are parts of these or counts.
const KEPT: [&str; 9] = [
    "text.word_f1",
    "text.shingle_f1",
    "paragraphs.hit",
    "snippets.f1",
    "title.exact",
    "authors.f1",
    "published.day",
    "published.p",
    "published.minute",
];

type Record = BTreeMap<String, BTreeMap<String, f64>>;

/// Compares with the record; prints what fell, and says whether nothing did.
pub(crate) fn check(path: &Path, corpus: &str, metrics: &[Metric]) -> Result<bool, Box<dyn Error>> {
    let record = read(path)?;
    let recorded = record.get(corpus).ok_or_else(|| format!("no scores of {corpus} recorded"))?;
    let now = kept(metrics);
    let fallen = fallen(recorded, &now);
    for (name, before, now) in &fallen {
        eprintln!("{corpus}: {name} fell from {before:.4} to {now:.4}");
    }
    Ok(fallen.is_empty())
}

/// Scores that are lower than recorded by more than is allowed, or not there any more.
pub(crate) fn fallen(
    recorded: &BTreeMap<String, f64>,
    now: &BTreeMap<String, f64>,
) -> Vec<(String, f64, f64)> {
    let pairs = recorded
        .iter()
        .map(|(name, before)| (name.clone(), *before, now.get(name).copied().unwrap_or_default()));
    pairs.filter(|(_, before, now)| before - now > ALLOWED_FALL).collect()
}

/// Records the scores of a corpus; those of others stay.
pub(crate) fn write(path: &Path, corpus: &str, metrics: &[Metric]) -> Result<(), Box<dyn Error>> {
    let mut record = if path.exists() { read(path)? } else { Record::new() };
    let rounded = kept(metrics).into_iter().map(|(name, score)| (name, round(score)));
    record.insert(corpus.to_owned(), rounded.collect());
    fs::write(path, serde_json::to_string_pretty(&record)? + "\n")?;
    Ok(())
}

/// To the digits that are shown.
fn round(score: f64) -> f64 {
    (score * 1e4).round() / 1e4
}

pub(crate) fn kept(metrics: &[Metric]) -> BTreeMap<String, f64> {
    let scores = metrics.iter().filter_map(|metric| match metric.value {
        Value::Score(Some(score)) => Some((metric.name.to_owned(), score)),
        _ => None,
    });
    scores.filter(|(name, _)| KEPT.contains(&name.as_str())).collect()
}

fn read(path: &Path) -> Result<Record, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(serde_json::from_str(&text)?)
}
