//! Peak heap as a multiple of the size of the page, and time for a byte, on made pages from 10 KB
//! to 50 MB and on the pages of a file.
//!
//! `heap [PAGES.jsonl]`. The text of the page itself is not counted: the caller has it.

use std::hint::black_box;
use std::time::Instant;

use newsprint::Parser;
use newsprint_peers::{BASE, Page, SUBJECTS, Subject, pages};
use peak_alloc::PeakAlloc;

#[path = "../../../support/mod.rs"]
mod support;

use support::Kind;

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

const SIZES: [(&str, usize); 5] = [
    ("10 KB", 10_000),
    ("100 KB", 100_000),
    ("1 MB", 1_000_000),
    ("10 MB", 10_000_000),
    ("50 MB", 50_000_000),
];

fn main() {
    let subjects: Vec<_> = SUBJECTS.iter().filter(|subject| is_shown(subject.name)).collect();
    print!("| pages |");
    subjects.iter().for_each(|subject| print!(" {}: heap, ns/B |", subject.name));
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
        let (heap, time) = measure(subject, pages);
        print!(" {heap:.2}, {time:.2} |");
    }
    println!();
}

/// The mean over all bytes of the peak of each page as a multiple of its size, and nanoseconds
/// for a byte.
fn measure(subject: &Subject, pages: &[Page]) -> (f64, f64) {
    let parser = Parser::new();
    let bytes: usize = pages.iter().map(|page| page.html.len()).sum();
    let mut peaks = 0;
    let mut seconds = 0.0;
    for page in pages {
        // What is made once for a process is no cost of a page.
        if page.html.len() < 1_000_000 {
            black_box((subject.run)(&parser, page));
        }
        let before = HEAP.current_usage();
        HEAP.reset_peak_usage();
        let begin = Instant::now();
        black_box((subject.run)(&parser, page));
        seconds += begin.elapsed().as_secs_f64();
        peaks += HEAP.peak_usage() - before;
    }
    (peaks as f64 / bytes as f64, seconds * 1e9 / bytes as f64)
}
