//! Does one thing with every page, for a program that counts instructions.
//!
//! `.ci/instructions` runs it, and `benches/README.md` says how.

#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "it stops at what is wrong"
)]

use std::hint::black_box;
use std::path::Path;
use std::{env, fs};

use newsprint::{Document, Limits, NewsPage, Parser, Source};

#[expect(dead_code, reason = "other benches name the kinds of pages")]
mod support;

/// The size of each made page.
const BYTES: usize = 50_000;
const ADDRESS: &str = "https://example.com/news/1";

fn main() {
    // `cargo bench` hands over options of its own.
    let Some(stage) = env::args().skip(1).find(|argument| !argument.starts_with('-')) else {
        return;
    };
    let stage = stage_of(&stage);
    let parser = Parser::new();
    for (html, url) in &pages() {
        black_box(stage(&parser, html, url));
    }
}

fn pages() -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for site in entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")) {
        for case in entries(&site) {
            let Ok(html) = fs::read_to_string(case.join("page.html")) else { continue };
            let url = fs::read_to_string(case.join("page.url")).unwrap_or_default();
            pages.push((html, url.trim().to_owned()));
        }
    }
    let made = support::Kind::ALL.map(|kind| (support::page(kind, BYTES), ADDRESS.to_owned()));
    pages.extend(made);
    pages
}

fn entries(directory: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

type Stage = fn(&Parser, &str, &str) -> usize;

fn stage_of(name: &str) -> Stage {
    match name {
        // What is counted for the others, too, and taken off.
        "nothing" => |_, html, _| html.len(),
        "scraper" => |_, html, _| scraper::Html::parse_document(html).tree.values().len(),
        "tree" => |_, html, _| size_of_val(&black_box(Document::parse(html, &Limits::default()))),
        "article" => |parser, html, url| read(parser, html, url, article),
        "sidebar" => |parser, html, url| read(parser, html, url, |page| page.sidebar().len()),
        "currency" => |parser, html, url| read(parser, html, url, |page| page.currency().len()),
        "whole" => |parser, html, url| read(parser, html, url, whole),
        _ => panic!("no such stage: {name}"),
    }
}

fn read(parser: &Parser, html: &str, url: &str, read: impl Fn(&NewsPage) -> usize) -> usize {
    let page = parser.parse(Source::html(html).with_url(url));
    page.map_or(0, |page| read(&page))
}

fn article(page: &NewsPage) -> usize {
    page.article().map_or(0, |article| article.body.len())
}

fn whole(page: &NewsPage) -> usize {
    article(page) + page.sidebar().len() + page.currency().len() + page.report().warnings.len()
}
