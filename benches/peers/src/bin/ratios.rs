//! Times of this crate's stages and of others, as multiples of the time that scraper takes to parse
//! the same pages.
//!
//! `ratios PAGES [MOST] [ROUNDS] [NAME]`, where `PAGES` is a file of lines `{"url", "html"}`, or a
//! kind and size of made pages such as `text:100000`. All subjects run in turn on each page, so
//! that what else the machine does falls on all of them; of the rounds of a page the quickest
//! counts. `NAME` is a part of the names of the subjects to run.

use std::hint::black_box;
use std::time::{Duration, Instant};

use newsprint::Parser;
use newsprint_peers::{BASE, Page, SUBJECTS, Subject, pages};

#[path = "../../../support/mod.rs"]
mod support;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("a file of pages");
    let most = arguments.next().map_or(400, |most| most.parse().expect("a number of pages"));
    let rounds = arguments.next().map_or(5, |rounds| rounds.parse().expect("a number of rounds"));
    let name = arguments.next().unwrap_or_default();
    let pages = made(&path)
        .unwrap_or_else(|| pages(&std::fs::read_to_string(path).expect("pages can be read"), most));
    let bytes: usize = pages.iter().map(|page| page.html.len()).sum();
    let subjects: Vec<_> = SUBJECTS
        .iter()
        .filter(|subject| subject.name == BASE || subject.name.contains(&name))
        .collect();
    println!("{} pages, {:.1} MB, best of {rounds}", pages.len(), bytes as f64 / 1e6);
    print(&subjects, &measure(&subjects, &pages, rounds), bytes);
}

/// A made page, where `KIND:BYTES` asks for one.
fn made(text: &str) -> Option<Vec<Page>> {
    let (kind, bytes) = text.split_once(':')?;
    let kind = support::Kind::ALL.into_iter().find(|known| known.name() == kind)?;
    let html = support::page(kind, bytes.parse().ok()?);
    Some(vec![Page { html, url: "https://example.com/news/1".to_owned() }])
}

fn measure(subjects: &[&Subject], pages: &[Page], rounds: usize) -> Vec<Duration> {
    let parser = Parser::new();
    let mut totals = vec![Duration::ZERO; subjects.len()];
    for page in pages {
        let mut best = vec![Duration::MAX; subjects.len()];
        for _ in 0..rounds {
            for (best, subject) in best.iter_mut().zip(subjects) {
                let begin = Instant::now();
                black_box((subject.run)(&parser, black_box(page)));
                *best = begin.elapsed().min(*best);
            }
        }
        totals.iter_mut().zip(best).for_each(|(total, best)| *total += best);
    }
    totals
}

fn print(subjects: &[&Subject], totals: &[Duration], bytes: usize) {
    let base = totals.first().map_or(f64::NAN, Duration::as_secs_f64);
    println!("| what | ns/B | MB/s | × scraper's parse |\n| --- | --- | --- | --- |");
    for (subject, total) in subjects.iter().zip(totals) {
        let seconds = total.as_secs_f64();
        let per_byte = seconds * 1e9 / bytes as f64;
        let speed = bytes as f64 / 1e6 / seconds;
        println!("| {} | {per_byte:.2} | {speed:.0} | {:.2} |", subject.name, seconds / base);
    }
}
