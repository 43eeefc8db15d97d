//! How much faster two threads read the pages of a file than one, with one parser for both.
//!
//! `threads PAGES.jsonl [MOST] [ROUNDS]`. One and two threads run in turn, so that what else the
//! machine does falls on both; of the rounds of each the quickest counts.

use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

use newsprint::{Parser, Source};
use newsprint_peers::{Page, pages};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("a file of pages");
    let most = arguments.next().map_or(400, |most| most.parse().expect("a number of pages"));
    let rounds = arguments.next().map_or(5, |rounds| rounds.parse().expect("a number of rounds"));
    let pages = pages(&std::fs::read_to_string(path).expect("pages can be read"), most);
    let parser = Parser::new();
    let (mut one, mut two) = (Duration::MAX, Duration::MAX);
    for _ in 0..rounds {
        one = one.min(time(&parser, &pages, 1));
        two = two.min(time(&parser, &pages, 2));
    }
    println!("1 thread {one:.2?}, 2 threads {two:.2?}: {:.2} times", one.div_duration_f64(two));
}

fn time(parser: &Parser, pages: &[Page], threads: usize) -> Duration {
    // Each thread takes the next page, as pages differ in size.
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(page) = pages.get(next.fetch_add(1, Relaxed)) {
            read(parser, page);
        }
    };
    let begin = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    begin.elapsed()
}

fn read(parser: &Parser, page: &Page) {
    if let Ok(page) = parser.parse(Source::html(&page.html).with_url(&page.url)) {
        black_box((page.article().is_ok(), page.sidebar(), page.currency(), page.report()));
    }
}
