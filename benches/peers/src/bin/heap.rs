//! Peak heap as a multiple of the size of the page, on made pages from 10 KB to 50 MB and on the
//! pages of a file.
//!
//! `heap [PAGES.jsonl]`. The text of the page itself is not counted: the caller has it. Times here
//! are those of the counting allocator as well; `ratios` gives the true ones.

use std::hint::black_box;

use dhat::{HeapStats, Profiler};
use newsprint::Parser;
use newsprint_peers::{BASE, Page, SIZES, SUBJECTS, Subject, pages};

#[path = "../../../support/mod.rs"]
mod support;

use support::Kind;

#[global_allocator]
static HEAP: dhat::Alloc = dhat::Alloc;

fn main() {
    let subjects: Vec<_> = SUBJECTS.iter().filter(|subject| is_shown(subject.name)).collect();
    print!("| pages |");
    subjects.iter().for_each(|subject| print!(" {} |", subject.name));
    println!("\n| --- |{}", " --- |".repeat(subjects.len()));
    for kind in Kind::ALL {
        for (size, bytes) in SIZES {
            let html = support::page(kind, bytes);
            let page = Page { html, url: "https://example.com/news/1".to_owned() };
            print_row(&format!("{}, {size}", kind.name()), &subjects, &[page]);
        }
    }
    if let Some(path) = std::env::args().nth(1) {
        let lines = std::fs::read_to_string(&path).expect("pages can be read");
        print_row(&path, &subjects, &pages(&lines, 400));
    }
}

fn is_shown(name: &str) -> bool {
    let shown = [BASE, "newsprint, tree", "newsprint, parse_article", "newsprint, whole page"];
    shown.contains(&name)
}

fn print_row(name: &str, subjects: &[&Subject], pages: &[Page]) {
    print!("| {name} |");
    for subject in subjects {
        print!(" {:.2} |", measure(subject, pages));
    }
    println!();
}

/// The peaks of all pages as a multiple of their sizes.
fn measure(subject: &Subject, pages: &[Page]) -> f64 {
    let parser = Parser::new();
    // What is made once for a process is no cost of a page.
    let small = Page { html: support::page(Kind::Text, 10_000), url: String::new() };
    black_box((subject.run)(&parser, &small));
    let bytes: usize = pages.iter().map(|page| page.html.len()).sum();
    let peaks: usize = pages.iter().map(|page| peak(subject, &parser, page)).sum();
    peaks as f64 / bytes as f64
}

fn peak(subject: &Subject, parser: &Parser, page: &Page) -> usize {
    let profiler = Profiler::builder().testing().trim_backtraces(Some(0)).build();
    black_box((subject.run)(parser, page));
    let peak = HeapStats::get().max_bytes;
    drop(profiler);
    peak
}
