//! Faults put into whole pages: cut, flipped, with tags dropped, swapped and doubled, in a wrong
//! encoding. Nothing panics or hangs, all fits a small stack, and what holds for any page holds.
//!
//! `cargo test --release --test faults -- --ignored --nocapture` goes through every page of the
//! corpora; `NEWSPRINT_STEP` says to take every so manieth.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "support/corpora.rs"]
mod corpora;
#[path = "support/damage.rs"]
mod damage;
#[path = "support/everything.rs"]
mod everything;
#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "support/invariants.rs"]
mod invariants;
#[path = "support/output.rs"]
mod output;
#[path = "support/random.rs"]
mod random;

use std::collections::BTreeMap;
use std::env;
use std::thread;
use std::time::{Duration, Instant};

use damage::{Broken, Damage, broken};
use everything::everything;
use newsprint::{Error, Parser, Source};
use random::Random;
use rayon::prelude::*;

/// A page before it is broken.
struct Page {
    name: String,
    url: Option<String>,
    bytes: Vec<u8>,
}

/// A way in which a page is broken.
#[derive(Debug, Clone, Copy)]
struct Break {
    /// The place of the page.
    page: usize,
    damage: Damage,
    seed: u64,
}

/// How a broken page was read.
#[derive(Debug)]
struct Outcome {
    name: String,
    broken: Break,
    bytes: usize,
    took: Duration,
    fault: Option<String>,
}

/// The stack of a thread that reads.
const SMALL_STACK: usize = 128 * 1024;

/// How much longer than most of its size a page may take, and how long any may.
const TIMES_THE_MEDIAN: f64 = 50.0;
const ANY: Duration = Duration::from_millis(20);
/// How often what takes long is measured again.
const ROUNDS: usize = 3;

/// Pages of more than this say nothing that smaller ones don't, and take long without
/// optimisation.
const LARGEST_OF_SAMPLE: usize = 300_000;

/// Reads a broken page on a small stack.
fn read(parser: &Parser, page: &Page, how: Break) -> Outcome {
    let broken = broken(&page.bytes, how.damage, &mut Random::new(how.seed));
    let name = format!("{} {:?} {}", page.name, how.damage, how.seed);
    // Where the stack is too small, the process ends with the name of the thread.
    let small = thread::Builder::new().stack_size(SMALL_STACK).name(name.clone());
    let begin = Instant::now();
    let result = thread::scope(|scope| {
        let read = || fault(parser, page.url.as_deref(), &broken);
        small.spawn_scoped(scope, read).expect("a thread can be made").join()
    });
    let took = begin.elapsed();
    let fault = result.unwrap_or_else(|_| Some("panicked".to_owned()));
    Outcome { name, broken: how, bytes: broken.bytes.len(), took, fault }
}

/// What is wrong with what is read, if anything.
fn fault(parser: &Parser, url: Option<&str>, broken: &Broken) -> Option<String> {
    let mut source = Source::bytes(&broken.bytes);
    if let Some(url) = url {
        source = source.with_url(url);
    }
    if let Some(charset) = broken.charset {
        source = source.with_content_type(format!("text/html; charset={charset}"));
    }
    match parser.parse(source) {
        Ok(page) => {
            everything(&page);
            let encoding = page.report().encoding.unwrap_or_default();
            let encoding = encoding_rs::Encoding::for_label(encoding.as_bytes());
            let html = encoding.unwrap_or(encoding_rs::UTF_8).decode(&broken.bytes).0;
            invariants::fault(&page, &html)
        }
        Err(Error::Empty | Error::NotHtml { .. }) => None,
        Err(error) => Some(error.to_string()),
    }
}

/// Every outcome of pages with so many damages of each kind.
fn outcomes(pages: &[Page], repeated: fn(Damage) -> u64) -> Vec<Outcome> {
    let parser = Parser::new();
    let seeded = pages.par_iter().enumerate().flat_map_iter(|(number, page)| {
        let parser = &parser;
        Damage::ALL.into_iter().enumerate().flat_map(move |(kind, damage)| {
            let seed = (number as u64) << 16 | (kind as u64) << 8;
            let seeds = seed..seed + repeated(damage);
            seeds.map(move |seed| read(parser, page, Break { page: number, damage, seed }))
        })
    });
    seeded.collect()
}

/// The faults of outcomes, among them taking long.
fn faults(pages: &[Page], outcomes: &[Outcome]) -> Vec<String> {
    let medians = medians(outcomes);
    let faults = outcomes.iter().filter_map(|outcome| {
        let median = medians.get(&size(outcome)).copied().unwrap_or_default();
        let most = Duration::from_secs_f64(TIMES_THE_MEDIAN * median).max(ANY);
        let slow = || format!("took {:?}, others of its size {median:.4} s", outcome.took);
        let fault = outcome.fault.clone().or_else(|| is_slow(pages, outcome, most).then(slow))?;
        Some(format!("{}: {fault}", outcome.name))
    });
    faults.collect()
}

/// The median time, in seconds, of each size.
fn medians(outcomes: &[Outcome]) -> BTreeMap<u32, f64> {
    let mut sizes: BTreeMap<u32, Vec<f64>> = BTreeMap::new();
    for outcome in outcomes {
        sizes.entry(size(outcome)).or_default().push(outcome.took.as_secs_f64());
    }
    let median = |mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied().unwrap_or_default()
    };
    sizes.into_iter().map(|(size, times)| (size, median(times))).collect()
}

/// Whether a page takes longer than `most` each time: once says little on a machine that does other
/// work.
fn is_slow(pages: &[Page], outcome: &Outcome, most: Duration) -> bool {
    let again = || {
        let page = pages.get(outcome.broken.page).expect("outcomes are of pages");
        read(&Parser::new(), page, outcome.broken).took
    };
    outcome.took > most && (0..ROUNDS).all(|_| again() > most)
}

/// Pages of half or twice the bytes are of another size.
fn size(outcome: &Outcome) -> u32 {
    outcome.bytes.max(1).ilog2()
}

fn pages_of_fixtures() -> Vec<Page> {
    let pages = fixtures::all().into_iter();
    pages.map(|case| Page { name: case.name, url: Some(case.url), bytes: case.bytes }).collect()
}

fn pages_of_corpora(step: usize, largest: usize) -> Vec<Page> {
    let lines = corpora::paths().into_iter().flat_map(|path| corpora::sample(&path, step));
    let pages = lines.enumerate().map(|(number, line)| {
        let name = format!("{number} {}", line.url.as_deref().unwrap_or_default());
        Page { name, url: line.url, bytes: line.html.into_bytes() }
    });
    pages.filter(|page| page.bytes.len() <= largest).collect()
}

fn assert_none(pages: &[Page], outcomes: &[Outcome]) {
    let faults = faults(pages, outcomes);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn broken_fixtures_are_read() {
    let pages = pages_of_fixtures();
    assert_none(&pages, &outcomes(&pages, |_| 1));
}

#[test]
fn broken_pages_of_real_sites_are_read() {
    let pages = pages_of_corpora(200, LARGEST_OF_SAMPLE);
    assert_none(&pages, &outcomes(&pages, |_| 1));
}

#[test]
#[ignore = "takes ten minutes, with optimisation"]
fn every_page_of_the_corpora_is_read_however_broken() {
    let step = env::var("NEWSPRINT_STEP").ok().and_then(|step| step.parse().ok()).unwrap_or(1);
    let pages = pages_of_corpora(step, usize::MAX);
    let outcomes = outcomes(&pages, |damage| match damage {
        Damage::Cut | Damage::Flip => 20,
        Damage::Drop | Damage::Swap | Damage::Double | Damage::Charset => 5,
    });
    let slowest = outcomes.iter().max_by_key(|outcome| outcome.took);
    println!("{} pages, {} broken ones; the slowest: {slowest:?}", pages.len(), outcomes.len());
    assert_none(&pages, &outcomes);
}
