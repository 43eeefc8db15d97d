//! How much faster two threads read the pages of a file than one, with one parser for both.
//!
//! `threads PAGES.jsonl [MOST] [ROUNDS]`. Of the rounds of each the quickest counts.

use std::hint::black_box;
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
    let best = |threads: usize| -> Duration {
        (0..rounds).map(|_| time(&parser, &pages, threads)).min().unwrap_or_default()
    };
    let (one, two) = (best(1), best(2));
    println!("1 thread {one:.2?}, 2 threads {two:.2?}: {:.2} times", one.div_duration_f64(two));
}

fn time(parser: &Parser, pages: &[Page], threads: usize) -> Duration {
    let begin = Instant::now();
    std::thread::scope(|scope| {
        for thread in 0..threads {
            scope.spawn(move || {
                pages.iter().skip(thread).step_by(threads).for_each(|page| read(parser, page))
            });
        }
    });
    begin.elapsed()
}

fn read(parser: &Parser, page: &Page) {
    if let Ok(page) = parser.parse(Source::html(&page.html).with_url(&page.url)) {
        black_box((page.article().is_ok(), page.sidebar(), page.currency(), page.report()));
    }
}
