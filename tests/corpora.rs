//! Pages of real sites, where they are at hand, are read in order and in time.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "support/corpora.rs"]
mod corpora;
#[path = "support/everything.rs"]
mod everything;
#[path = "support/invariants.rs"]
mod invariants;
#[path = "support/output.rs"]
mod output;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use corpora::Line;
use everything::everything;
use newsprint::{Parser, Source};
use rayon::prelude::*;

/// Every so manieth page is read, so that the whole takes seconds without optimisation.
const STEP: usize = 20;

/// Pages of more than this say nothing that smaller ones don't, and take long.
const LARGEST: usize = 1_000_000;

const LONGEST: Duration = Duration::from_secs(2);

/// What is wrong with a page, if anything.
fn fault(parser: &Parser, line: &Line) -> Option<String> {
    let source = Source::html(&line.html);
    let source = match &line.url {
        Some(url) => source.with_url(url),
        None => source,
    };
    let begin = Instant::now();
    let page = parser.parse(source).ok()?;
    everything(&page);
    let took = begin.elapsed();
    let slow = (took > LONGEST).then(|| format!("took {took:?} for {} bytes", line.html.len()));
    slow.or_else(|| invariants::fault(&page, &line.html))
}

fn check(parser: &Parser, line: &Line) -> Option<String> {
    if line.html.len() > LARGEST {
        return None;
    }
    let result = catch_unwind(AssertUnwindSafe(|| fault(parser, line)));
    let fault = result.unwrap_or_else(|_| Some("panicked".to_owned()))?;
    Some(format!("{}: {fault}", line.url.as_deref().unwrap_or_default()))
}

#[test]
fn pages_of_real_sites_are_read_in_order_and_in_time() {
    let parser = Parser::new();
    let paths = corpora::paths();
    if paths.is_empty() {
        println!("skipped: there are no corpora beside the repository");
        return;
    }
    let faults = Mutex::new(Vec::new());
    for path in paths {
        let lines = corpora::sample(&path, STEP);
        lines.par_iter().filter_map(|line| check(&parser, line)).for_each(|fault| {
            faults.lock().expect("nothing panics here").push(fault);
        });
        println!("{} pages of {}", lines.len(), path.display());
    }
    let faults = faults.into_inner().expect("nothing panics here");
    assert!(faults.is_empty(), "{} pages:\n{}", faults.len(), faults.join("\n"));
}
