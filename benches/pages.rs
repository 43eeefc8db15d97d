//! Bytes of page a second, stage by stage, beside what `scraper` takes to parse the same page.
//!
//! `benches/README.md` says how to run it.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::cast_possible_truncation,
    missing_docs,
    reason = "a bench stops at what is wrong"
)]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;

use criterion::measurement::WallTime;
use criterion::{
    BenchmarkGroup, Criterion, SamplingMode, Throughput, criterion_group, criterion_main,
};
use newsprint::{NewsPage, Parser, Source};
use serde_json::Value;

mod support;

use support::Kind;

const SIZES: [(&str, usize); 3] = [("10KB", 10_000), ("100KB", 100_000), ("1MB", 1_000_000)];
/// How many pages of the corpus are read, so that a run takes minutes.
const CORPUS_PAGES: usize = 200;
const ADDRESS: &str = "https://example.com/news/1";

/// Pages that are measured together, with their addresses.
type Pages = Vec<(String, String)>;

fn generated(criterion: &mut Criterion) {
    for kind in Kind::ALL {
        for (size, bytes) in SIZES {
            let pages = vec![(support::page(kind, bytes), ADDRESS.to_owned())];
            measure(criterion, &format!("{}-{size}", kind.name()), &pages);
        }
    }
}

fn fixtures(criterion: &mut Criterion) {
    let mut pages = Pages::new();
    for site in entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")) {
        for case in entries(&site) {
            // Those that are not UTF-8 are left to the tests of decoding.
            let Ok(html) = fs::read_to_string(case.join("page.html")) else { continue };
            let url = fs::read_to_string(case.join("page.url")).unwrap_or_default();
            pages.push((html, url.trim().to_owned()));
        }
    }
    measure(criterion, "fixtures", &pages);
}

fn entries(directory: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// Pages of `NEWSPRINT_CORPUS`, a file of JSON lines `{"url", "html"}`.
fn corpus(criterion: &mut Criterion) {
    let Ok(path) = std::env::var("NEWSPRINT_CORPUS") else { return };
    let file = fs::File::open(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let pages: Pages = BufReader::new(file)
        .lines()
        .take(CORPUS_PAGES)
        .map(|line| page_of(&line.unwrap()))
        .collect();
    measure(criterion, "corpus", &pages);
}

fn page_of(line: &str) -> (String, String) {
    let page: Value = serde_json::from_str(line).unwrap();
    let text = |key: &str| page[key].as_str().unwrap_or_default().to_owned();
    (text("html"), text("url"))
}

fn measure(criterion: &mut Criterion, name: &str, pages: &Pages) {
    let mut group = criterion.benchmark_group(name);
    let bytes: usize = pages.iter().map(|(html, _)| html.len()).sum();
    group.throughput(Throughput::Bytes(bytes as u64)).sampling_mode(SamplingMode::Flat);
    group.bench_function("scraper", |bencher| {
        bencher.iter(|| pages.iter().map(|(html, _)| scraper(html)).sum::<usize>());
    });
    stages(&mut group, pages);
    renderings(&mut group, pages);
    group.finish();
}

fn scraper(html: &str) -> usize {
    scraper::Html::parse_document(html).tree.values().len()
}

/// What each function takes from the text on, with the parse.
fn stages(group: &mut BenchmarkGroup<'_, WallTime>, pages: &Pages) {
    let parser = Parser::new();
    let mut stage = |name: &str, read: fn(&NewsPage) -> usize| {
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let pages = pages.iter().filter_map(|page| parse(&parser, page));
                pages.map(|page| read(&page)).sum::<usize>()
            });
        });
    };
    stage("parse", |_| 1);
    stage("article", |page| page.article().map_or(0, |article| article.body.len()));
    stage("sidebar", |page| page.sidebar().len());
    stage("currency", |page| page.currency().len());
    stage("whole", |page| {
        let body = page.article().map_or(0, |article| article.body.len());
        body + page.sidebar().len() + page.currency().len() + page.report().warnings.len()
    });
}

fn parse(parser: &Parser, (html, url): &(String, String)) -> Option<NewsPage> {
    parser.parse(Source::html(html).with_url(url)).ok()
}

/// What each rendering takes, of articles that were read before.
fn renderings(group: &mut BenchmarkGroup<'_, WallTime>, pages: &Pages) {
    let parser = Parser::new();
    let articles: Vec<_> = pages
        .iter()
        .filter_map(|page| parse(&parser, page))
        .filter_map(|page| page.into_article().ok())
        .collect();
    if articles.is_empty() {
        return;
    }
    let mut rendering = |name: &str, render: fn(&newsprint::model::Article) -> usize| {
        group.bench_function(name, |bencher| {
            bencher.iter(|| articles.iter().map(render).sum::<usize>());
        });
    };
    rendering("to_text", |article| article.to_text().len());
    rendering("to_markdown", |article| article.to_markdown().len());
    rendering("to_html", |article| article.to_html().len());
    rendering("to_json_ld", |article| article.to_json_ld_script().len());
}

criterion_group! {
    name = pages;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(std::time::Duration::from_millis(300))
        .measurement_time(std::time::Duration::from_secs(1));
    targets = fixtures, generated, corpus
}
criterion_main!(pages);
