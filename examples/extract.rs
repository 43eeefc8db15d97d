//! Reads pages as JSON lines and writes what is in them as JSON lines, on all cores.
//!
//! ```text
//! cargo run --release --example extract -- --jsonl < pages.jsonl > extracted.jsonl
//! ```
//!
//! A line in is `{"id", "url", "html"}`, of which `url` may be missing or null. A line out is
//! `{"id", "title", "authors", "published", "text", "article", "sidebar", "currency"}`, in the
//! order of the lines in; `article` is null where the page is not an article, and `error` says
//! why. A line that cannot be read is reported with its number on standard error.

use std::error::Error;
use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressStyle};
use newsprint::{NewsPage, Parser, Source};
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

/// How many lines are read before they are worked on, for each core.
const LINES_A_CORE: usize = 16;

#[derive(Deserialize)]
struct Input {
    id: Value,
    url: Option<String>,
    html: String,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    if std::env::args().nth(1).as_deref() != Some("--jsonl") {
        eprintln!("usage: extract --jsonl < pages.jsonl > extracted.jsonl");
        return Ok(ExitCode::from(2));
    }
    let bad = run(io::stdin().lock(), BufWriter::new(io::stdout().lock()))?;
    if bad > 0 {
        eprintln!("{bad} lines could not be read");
    }
    Ok(if bad > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Works through all lines and returns how many could not be read.
fn run(input: impl BufRead, mut output: impl Write) -> io::Result<u64> {
    let parser = Parser::new();
    // Drawn on standard error, and only if that is a terminal.
    let style = ProgressStyle::with_template("{pos} pages, {per_sec}, {elapsed} {spinner}");
    let progress = ProgressBar::no_length().with_style(style.map_err(io::Error::other)?);
    let mut lines = input.lines();
    let (mut number, mut bad) = (0, 0);
    loop {
        let size = LINES_A_CORE * rayon::current_num_threads();
        let batch: Vec<String> = lines.by_ref().take(size).collect::<io::Result<_>>()?;
        if batch.is_empty() {
            break;
        }
        let results: Vec<_> = batch.par_iter().map(|line| extract(&parser, line)).collect();
        for result in results {
            number += 1;
            match result {
                Ok(line) => writeln!(output, "{line}")?,
                Err(error) => {
                    bad += 1;
                    progress.suspend(|| eprintln!("line {number}: {error}"));
                }
            }
            progress.inc(1);
        }
    }
    progress.finish_and_clear();
    output.flush()?;
    Ok(bad)
}

fn extract(parser: &Parser, line: &str) -> serde_json::Result<Value> {
    let input: Input = serde_json::from_str(line)?;
    let source = Source::html(&input.html);
    let source = match input.url {
        Some(url) => source.with_url(url),
        None => source,
    };
    match parser.parse(source) {
        Ok(page) => typed(&input.id, &page),
        Err(error) => Ok(json!({ "id": input.id, "error": error.to_string() })),
    }
}

fn typed(id: &Value, page: &NewsPage) -> serde_json::Result<Value> {
    let mut line = json!({
        "id": id,
        "article": null,
        "sidebar": serde_json::to_value(page.sidebar())?,
        "currency": serde_json::to_value(page.currency())?,
    });
    match page.article() {
        Ok(article) => {
            let names: Vec<_> = article.authors.iter().map(|author| &author.name).collect();
            let published = article.published.as_ref().and_then(|moment| moment.value.as_ref());
            line["title"] = json!(article.title);
            line["authors"] = json!(names);
            line["published"] = json!(published);
            line["text"] = json!(article.to_text());
            line["article"] = serde_json::to_value(article)?;
        }
        Err(error) => line["error"] = json!(error.to_string()),
    }
    Ok(line)
}
