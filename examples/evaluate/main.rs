//! Measures extraction on a corpus: extracts every page on all cores and compares with the truth.
//!
//! ```text
//! cargo run --release --example evaluate -- corpus.jsonl.zst --worst 20
//! ```
//!
//! A corpus has JSON lines `{"id", "url", "html", "truth": {"text", "paragraphs", "with",
//! "without", "title", "authors", "published"}}`, as they are or compressed with Zstandard. A part
//! of a truth that is null is not annotated and not scored; `""` and `[]` are annotated as absent.
//! What the figures mean is said in the module `score`.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a program that counts and talks to its user; a test that cannot go on fails"
)]

mod corpus;
mod dates;
mod options;
mod predict;
mod record;
mod report;
mod score;
mod script;
mod tokens;

use std::collections::HashMap;
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use corpus::{Corpus, Page};
use newsprint::Parser;
use options::Options;
use predict::Prediction;
use rayon::prelude::*;
use score::{PageScore, score_page};

/// How many pages are read before they are worked on, for each core.
const PAGES_A_CORE: usize = 16;

/// A page of a corpus, scored.
struct Scored {
    id: String,
    url: Option<String>,
    script: Option<&'static str>,
    refused: bool,
    score: PageScore,
    /// The score of the older prediction, where one is compared with.
    older: Option<PageScore>,
}

type Predictions = HashMap<String, Prediction>;

fn main() -> ExitCode {
    let options = match Options::from_arguments(std::env::args_os()) {
        Ok(options) => options,
        Err(error) => {
            eprintln!("{error}\n{}", options::USAGE);
            return ExitCode::from(2);
        }
    };
    match run(&options) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Evaluates all corpora; `false` where a score fell under the recorded one.
fn run(options: &Options) -> Result<bool, Box<dyn Error>> {
    let given = options.predictions.as_deref().map(predict::read).transpose()?;
    let older = options.diff.as_deref().map(predict::read).transpose()?;
    let mut save = options.save.as_deref().map(File::create).transpose()?.map(BufWriter::new);
    let mut passed = true;
    for path in &options.corpora {
        let name = corpus::name(path);
        let pages = evaluate(path, given.as_ref(), older.as_ref(), save.as_mut())?;
        let metrics = score::metrics(pages.iter().map(|page| &page.score), given_missing(&pages));
        report::print(&name, &pages, &metrics, options);
        if let Some(record) = &options.check {
            passed &= record::check(record, &name, &metrics)?;
        }
        if let Some(record) = &options.record {
            record::write(record, &name, &metrics)?;
        }
    }
    if let Some(mut save) = save {
        save.flush()?;
    }
    Ok(passed)
}

fn given_missing(pages: &[Scored]) -> usize {
    pages.iter().filter(|page| page.score.missing).count()
}

/// Extracts or looks up the pages of a corpus and scores them, in their order.
fn evaluate(
    path: &Path,
    given: Option<&Predictions>,
    older: Option<&Predictions>,
    mut save: Option<&mut BufWriter<File>>,
) -> Result<Vec<Scored>, Box<dyn Error>> {
    let parser = Parser::new();
    let mut corpus = Corpus::open(path)?;
    let mut scored = Vec::new();
    loop {
        let batch = corpus.batch(PAGES_A_CORE * rayon::current_num_threads())?;
        if batch.is_empty() {
            break;
        }
        let work = |line: &String| {
            let page: Page = serde_json::from_str(line)?;
            let prediction = match given {
                Some(given) => given.get(&page.key()).cloned(),
                None => Some(predict::extract(&parser, &page)),
            };
            let older = older.map(|older| older.get(&page.key()).cloned());
            Ok((score_one(&page, prediction.as_ref(), older.as_ref()), prediction))
        };
        let results: Vec<serde_json::Result<_>> = batch.par_iter().map(work).collect();
        for result in results {
            let (page, prediction) = result?;
            if let (Some(save), Some(prediction)) = (&mut save, prediction) {
                serde_json::to_writer(&mut **save, &prediction)?;
                save.write_all(b"\n")?;
            }
            scored.push(page);
        }
    }
    Ok(scored)
}

fn score_one(
    page: &Page,
    prediction: Option<&Prediction>,
    older: Option<&Option<Prediction>>,
) -> Scored {
    Scored {
        id: page.key(),
        url: page.url.clone(),
        script: page.truth.text.as_deref().map(script::of),
        refused: prediction.is_some_and(|prediction| prediction.error.is_some()),
        score: score_page(&page.truth, prediction),
        older: older.map(|older| score_page(&page.truth, older.as_ref())),
    }
}

#[cfg(test)]
mod tests;
