//! Trains the model that tells which runs of a page's text are its body.
//!
//! ```sh
//! cargo run --release --features training --example train_body -- \
//!     --date 2026-11-27 --write src/blocks/body.model corpora/{fundus,wcxb_dev_articles}.jsonl.zst \
//!     --weight 0.3 corpora/trafilatura.jsonl.zst
//! ```
//!
//! A corpus is a file of JSON lines `{"id", "url", "html", "truth": {"text"}}`. The scores that go
//! into the model's header are of the texts of articles as a user gets them, from pages whose
//! registrable domain the model at hand has not seen.
//! A truth may give parts of the body instead of all of it, as `{"with": […], "without": […]}`:
//! then the runs that hold them are trained on, and no others. Corpora behind `--weight` count
//! that much, and those behind `--weight 0` are scored without being trained on. So are pages whose
//! truth is unlike all that a model reads which was trained without their domain. The model that the
//! crate ships is trained on pages that give all of their text, and at a weight of 0.3 on pages
//! that give parts.

#![allow(
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::print_stdout,
    reason = "a tool that its developers run: what is wrong should stop it, and numbers are small"
)]

mod boost;
mod corpus;
mod label;
mod options;
mod parts;
mod score;
mod words;

use std::collections::BTreeMap;
use std::error::Error;

use boost::{Rows, Settings};
use corpus::Sample;
use newsprint::training::{Header, Trained, Words, feature_names};
use options::Options;
use rayon::prelude::*;
use words::Statistics;

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::from_env()?;
    let mut samples = corpus::read(&options.corpora)?;
    let left_out = vec![false; feature_names().len()];
    leave_out_unlike(&mut samples, &left_out, &options)?;
    let folds = folds(&samples, options.folds);
    let probabilities = cross_validate(&folds, &samples, &left_out, options.settings)?;
    let scores = score::by_corpus(&samples, &probabilities);
    score::print("all features", &scores);
    score::print_worst(&samples, &probabilities, options.worst);
    if options.ablate {
        ablate(&folds, &samples, options.settings)?;
    }
    if let Some(path) = &options.write {
        let header = header(&samples, scores, &options);
        let all: Vec<&Sample> = samples.iter().filter(|s| s.is_trained_on()).collect();
        let model = train(header, &all, &left_out, options.settings)?;
        std::fs::write(path, model.to_bytes())?;
    }
    Ok(())
}

/// A page has another text than its article for truth if the words of both have less in common than
/// this F1: annotations end behind the first lines, or are of an index of links.
const UNLIKE: f64 = 0.5;

/// Leaves the pages out of the training whose truth is unlike what a model reads that has not seen
/// their domain. They are scored all the same.
fn leave_out_unlike(
    samples: &mut [Sample],
    left_out: &[bool],
    options: &Options,
) -> Result<(), Box<dyn Error>> {
    let folds = folds(samples, options.folds);
    let probabilities = cross_validate(&folds, samples, left_out, options.settings)?;
    let f1 = score::f1_of_pages(samples, &probabilities);
    drop(folds);
    let unlike = samples.iter_mut().zip(f1).filter(|(_, f1)| f1.is_some_and(|f1| f1 < UNLIKE));
    unlike.for_each(|(sample, _)| sample.weight = 0.0);
    Ok(())
}

/// What a fold is trained and scored on. The features hold what the words say, so they are of
/// one fold.
struct Fold<'a> {
    words: Vec<(u32, f32)>,
    rows: Rows,
    /// The numbers of the pages to score, with their features.
    tests: Vec<(usize, &'a Sample, Vec<Vec<f32>>)>,
}

fn folds(samples: &[Sample], count: u64) -> Vec<Fold<'_>> {
    let fold = |sample: &Sample| hash(&sample.domain) % count.max(1);
    let make = |number| {
        let train = samples.iter().filter(|s| s.is_trained_on() && fold(s) != number);
        let train: Vec<&Sample> = train.collect();
        let (words, rows) = rows(&train);
        let table = words::table(&words);
        let tests = samples.iter().enumerate().filter(|(_, sample)| fold(sample) == number);
        let tests = tests.map(|(at, sample)| (at, sample, sample.page.features(&table)));
        Fold { words, rows, tests: tests.collect() }
    };
    (0..count).into_par_iter().map(make).collect()
}

/// 64-bit FNV-1a.
fn hash(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// The words learned from pages, and the rows of their runs, each without what its own domain
/// says of the words.
fn rows(samples: &[&Sample]) -> (Vec<(u32, f32)>, Rows) {
    let statistics = Statistics::of(samples.iter().copied().filter(|sample| sample.is_whole()));
    let words = statistics.words();
    let table = words::table(&words);
    let mut by_domain: BTreeMap<&str, Vec<&Sample>> = BTreeMap::new();
    for sample in samples {
        by_domain.entry(&sample.domain).or_default().push(sample);
    }
    let mut rows = Rows::default();
    for (domain, samples) in by_domain {
        let table = statistics.table_without(&table, domain);
        for sample in samples {
            rows.extend(rows_of(sample, &table));
        }
    }
    (words, rows)
}

/// How much of a page's weight its runs have in equal parts; the rest they have by their words.
const EQUAL: f64 = 0.35;

fn rows_of(sample: &Sample, table: &Words) -> Rows {
    let known = || sample.runs.iter().zip(&sample.labels).filter_map(|(run, l)| Some((run, (*l)?)));
    let all: f64 = known().map(|(run, _)| f64::from(run.words)).sum();
    let count = known().count() as f64;
    // Of a part nothing says how much of the page it stands for.
    let equal = if sample.is_whole() { EQUAL } else { 1.0 };
    let weight = |words: f32| {
        sample.weight * (equal / count + (1.0 - equal) * f64::from(words) / (all + 1.0))
    };
    let features = sample.page.features(table).into_iter().zip(&sample.labels);
    Rows {
        features: features.filter(|(_, label)| label.is_some()).map(|(row, _)| row).collect(),
        labels: known().map(|(_, label)| label).collect(),
        weights: known().map(|(run, _)| weight(run.words)).collect(),
    }
}

fn train(
    header: Header,
    samples: &[&Sample],
    left_out: &[bool],
    settings: Settings,
) -> Result<Trained, Box<dyn Error>> {
    let (words, rows) = rows(samples);
    Ok(Trained { header, words, trees: boost::train(&rows, left_out, settings)? })
}

/// The probabilities of the runs of each page, by a model that has not seen its domain.
fn cross_validate(
    folds: &[Fold<'_>],
    samples: &[Sample],
    left_out: &[bool],
    settings: Settings,
) -> Result<Vec<Vec<f32>>, Box<dyn Error>> {
    let trained = folds.par_iter().map(|fold| {
        let trees = boost::train(&fold.rows, left_out, settings).map_err(|e| e.to_string())?;
        let words = fold.words.clone();
        let model = Trained { header: Header::default(), words, trees };
        let model = model.loaded();
        Ok(fold.tests.iter().map(|(at, _, rows)| (*at, model.probabilities(rows))).collect())
    });
    let found = trained.collect::<Result<Vec<Vec<(usize, Vec<f32>)>>, String>>()?;
    let mut probabilities = vec![Vec::new(); samples.len()];
    for (at, found) in found.into_iter().flatten() {
        probabilities[at] = found;
    }
    Ok(probabilities)
}

fn ablate(
    folds: &[Fold<'_>],
    samples: &[Sample],
    settings: Settings,
) -> Result<(), Box<dyn Error>> {
    let names = feature_names();
    let mut groups: Vec<&str> = names.iter().map(|(group, _)| *group).collect();
    groups.dedup();
    for group in groups {
        let left_out: Vec<bool> = names.iter().map(|(other, _)| *other == group).collect();
        let probabilities = cross_validate(folds, samples, &left_out, settings)?;
        score::print(&format!("without {group}"), &score::by_corpus(samples, &probabilities));
    }
    Ok(())
}

fn header(samples: &[Sample], scores: Vec<(String, String, f64)>, options: &Options) -> Header {
    let mut corpora: BTreeMap<&str, usize> = BTreeMap::new();
    for sample in samples.iter().filter(|sample| sample.is_trained_on()) {
        *corpora.entry(&sample.corpus).or_default() += 1;
    }
    let corpora = corpora.into_iter().map(|(name, pages)| (name.to_owned(), pages)).collect();
    let (date, seed) = (options.date.clone(), options.settings.seed);
    Header { date, corpora, seed, scores, ..Header::default() }
}
