//! Pages of real sites, where they are at hand: a folder of files with JSON lines
//! `{"url", "html"}`, each compressed with Zstandard.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "support/everything.rs"]
mod everything;
#[path = "support/invariants.rs"]
mod invariants;
#[path = "support/output.rs"]
mod output;

use std::io::{BufRead, BufReader};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use everything::everything;
use newsprint::{Parser, Source};
use rayon::prelude::*;
use serde::Deserialize;

/// Every so manieth page is read, so that the whole takes seconds without optimisation.
const STEP: usize = 20;

/// Pages of more than this say nothing that smaller ones don't, and take long.
const LARGEST: usize = 1_000_000;

const LONGEST: Duration = Duration::from_secs(2);

#[derive(Deserialize)]
struct Line {
    url: Option<String>,
    html: String,
}

fn corpora() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora");
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.to_string_lossy().ends_with(".jsonl.zst"));
    paths.sort();
    paths
}

/// A sample of the lines of a corpus; `None` where there is no program to read it.
fn sample(path: &Path) -> Option<Vec<String>> {
    let mut command = Command::new("zstd");
    command.arg("-dcq").arg(path).stdout(Stdio::piped());
    let mut child = command.spawn().ok()?;
    let lines = BufReader::new(child.stdout.take()?).lines();
    let sample = lines.step_by(STEP).map(|line| line.expect("a corpus is text")).collect();
    child.wait().ok()?.success().then_some(sample)
}

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

fn check(parser: &Parser, line: &str) -> Option<String> {
    let line: Line = serde_json::from_str(line).expect("a corpus has JSON lines");
    if line.html.len() > LARGEST {
        return None;
    }
    let result = catch_unwind(AssertUnwindSafe(|| fault(parser, &line)));
    let fault = result.unwrap_or_else(|_| Some("panicked".to_owned()))?;
    Some(format!("{}: {fault}", line.url.unwrap_or_default()))
}

#[test]
fn pages_of_real_sites_are_read_in_order_and_in_time() {
    let parser = Parser::new();
    let paths = corpora();
    if paths.is_empty() {
        println!("skipped: there are no corpora beside the repository");
        return;
    }
    let faults = Mutex::new(Vec::new());
    for path in paths {
        let Some(lines) = sample(&path) else {
            println!("skipped {}: the program zstd cannot read it", path.display());
            continue;
        };
        lines.par_iter().filter_map(|line| check(&parser, line)).for_each(|fault| {
            faults.lock().expect("nothing panics here").push(fault);
        });
        println!("{} pages of {}", lines.len(), path.display());
    }
    let faults = faults.into_inner().expect("nothing panics here");
    assert!(faults.is_empty(), "{} pages:\n{}", faults.len(), faults.join("\n"));
}
