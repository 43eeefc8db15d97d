//! Reads pages as JSON lines and writes what is in them as JSON lines, on all cores.
//!
//! ```text
//! cargo run --release --example extract -- --jsonl < pages.jsonl > extracted.jsonl
//! ```
//!
//! A line in is `{"id", "url", "html"}`, of which `url` may be missing or null. A line out is
//! `{"id", "title", "authors", "published", "text", "article", "sidebar", "currency"}`, in the
//! order of the lines in; `authors` are those who wrote the text. `article` is null where the page
//! is not an article, and `error` says why. A line that cannot be read is reported with its number
//! on standard error.

#![allow(clippy::print_stderr, reason = "a program talks to its user")]

use std::error::Error;
use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressStyle};
use newsprint::model::{Article, CurrencyQuote, SidebarList};
use newsprint::{NewsPage, Parser, Source};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How many lines are read before they are worked on, for each core.
const LINES_A_CORE: usize = 16;

#[derive(Deserialize)]
struct Input {
    id: Value,
    url: Option<String>,
    html: String,
}

#[derive(Default, Serialize)]
struct Output {
    id: Value,
    title: Option<String>,
    authors: Vec<String>,
    published: Option<String>,
    text: String,
    article: Option<Article>,
    sidebar: Vec<SidebarList>,
    currency: Vec<CurrencyQuote>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
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
    let mut lines = input.split(b'\n');
    let (mut number, mut bad) = (0, 0);
    loop {
        let size = LINES_A_CORE * rayon::current_num_threads();
        let batch: Vec<Vec<u8>> = lines.by_ref().take(size).collect::<io::Result<_>>()?;
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

fn extract(parser: &Parser, line: &[u8]) -> serde_json::Result<String> {
    let input: Input = serde_json::from_slice(line)?;
    let source = Source::html(&input.html);
    let source = match input.url {
        Some(url) => source.with_url(url),
        None => source,
    };
    let mut output = Output { id: input.id, ..Output::default() };
    match parser.parse(source) {
        Ok(page) => output.take_from(&page),
        Err(error) => output.error = Some(error.to_string()),
    }
    serde_json::to_string(&output)
}

impl Output {
    fn take_from(&mut self, page: &NewsPage) {
        self.sidebar = page.sidebar().to_vec();
        self.currency = page.currency().to_vec();
        match page.article() {
            Ok(article) => self.take_article(article),
            Err(error) => self.error = Some(error.to_string()),
        }
    }

    fn take_article(&mut self, article: &Article) {
        self.title.clone_from(&article.title);
        self.authors = article.writers().map(|author| author.name.clone()).collect();
        self.published = article.published.as_ref().and_then(|moment| moment.value.clone());
        self.text = article.to_text();
        self.article = Some(article.clone());
    }
}
