//! Time per byte from small pages to large ones, in nanoseconds, and the greatest of a row as a
//! multiple of the least.
//!
//! `growth [SECONDS]`: how long each size of each kind of page is run, at the least twice. Of these
//! runs the quickest counts.

use std::hint::black_box;
use std::time::{Duration, Instant};

use newsprint::{Limits, Parser};
use newsprint_peers::{Page, SIZES, SUBJECTS, Subject};

#[path = "../../../support/mod.rs"]
mod support;

use support::Kind;

/// What is run.
const SHOWN: [&str; 3] =
    ["newsprint, Parser::parse", "newsprint, article", "newsprint, whole page"];
/// However slow, so often.
const LEAST_RUNS: usize = 2;

fn main() {
    let seconds = std::env::args().nth(1).map_or(1.0, |text| text.parse().expect("seconds"));
    let patience = Duration::from_secs_f64(seconds);
    print!("| pages | what |");
    SIZES.iter().for_each(|(size, _)| print!(" {size} |"));
    println!(" most by least |\n| --- | --- |{} --- |", " --- |".repeat(SIZES.len()));
    let parser = Parser::new().with_limits(unlimited());
    for kind in Kind::ALL {
        let pages = SIZES.map(|(_, bytes)| Page {
            html: support::page(kind, bytes),
            url: "https://example.com/news/1".to_owned(),
        });
        for subject in SUBJECTS.iter().filter(|subject| SHOWN.contains(&subject.name)) {
            print_row(kind, subject, &parser, &pages, patience);
        }
    }
}

/// So that all of the largest pages is read, as is all of the smallest.
fn unlimited() -> Limits {
    Limits::default()
        .with_nodes(usize::MAX)
        .with_list_items(usize::MAX)
        .with_table_cells(usize::MAX)
        .with_text_bytes(usize::MAX)
        .with_links(usize::MAX)
}

fn print_row(kind: Kind, subject: &Subject, parser: &Parser, pages: &[Page], patience: Duration) {
    print!("| {} | {} |", kind.name(), subject.name);
    let (mut least, mut most) = (f64::MAX, 0.0_f64);
    for page in pages {
        let per_byte = quickest(subject, parser, page, patience) * 1e9 / page.html.len() as f64;
        print!(" {per_byte:.1} |");
        (least, most) = (least.min(per_byte), most.max(per_byte));
    }
    println!(" {:.2} |", most / least);
}

fn quickest(subject: &Subject, parser: &Parser, page: &Page, patience: Duration) -> f64 {
    let begin = Instant::now();
    let (mut best, mut runs) = (f64::MAX, 0);
    while runs < LEAST_RUNS || begin.elapsed() < patience {
        let start = Instant::now();
        black_box((subject.run)(parser, black_box(page)));
        best = best.min(start.elapsed().as_secs_f64());
        runs += 1;
    }
    best
}
