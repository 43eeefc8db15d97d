//! Threads that read at the same time read what one does, while Miri looks for data races and
//! undefined behaviour in all that they run, dependencies included.
//!
//! Tables of words are made at their first use, so threads begin with different texts.

use std::sync::Barrier;
use std::thread;

use newsprint::{Document, Limits, Parser, Selector, Source, stages};

const THREADS: usize = 2;

const PAGE: &str = "<!doctype html><title>Old mill turns again</title>\
    <nav><a href=/>Home</a></nav><h1 class=title>Old mill turns &agrave; nouveau</h1>\
    <p>By <b>Nora <i>Fennimore</b></i><p>The wheel <table><td>turned<div>again</table>\
    <svg><title>Wheel</title><path d=M0/></svg><script>let a = '</p>';</script>";

const DATES: &[(&str, Option<&str>)] = &[
    ("1 апреля 2024, 12:16", Some("ru")),
    ("Published: April 1, 2024 5:30 PM EST", Some("en")),
    ("令和6年4月1日", Some("ja")),
    ("١ أبريل ٢٠٢٤", Some("ar")),
    ("2024-04-01T12:16:00+05:00", None),
];
const COUNTERS: &[&str] = &["3,4 тыс.", "1.2K", "3351", "12 comments"];
const ROWS: &[[&str; 3]] = &[["521,1", "523,7", "40,000"], ["1 234.50", "1,234", "6.45"]];

type Reader = fn() -> String;

const READERS: &[Reader] = &[dates, counters, prices, tree];

fn dates() -> String {
    let read = DATES.iter().map(|(text, language)| stages::dates(text, *language));
    format!("{:?}", read.collect::<Vec<_>>())
}

fn counters() -> String {
    let read = COUNTERS.iter().map(|text| (stages::counter(text), stages::integer(text)));
    format!("{:?}", read.collect::<Vec<_>>())
}

fn prices() -> String {
    format!("{:?}", ROWS.iter().map(|row| stages::prices(row)).collect::<Vec<_>>())
}

/// The elements of one document, read by two threads with one selector.
fn tree() -> String {
    let document = Document::parse(PAGE, &Limits::default());
    let several = Selector::parse("h1.title ~ *, svg > title, p:has(b) i").expect("a selector");
    let read = || {
        let elements = document.select(&several).map(|element| {
            let attributes: Vec<_> = element.attrs().collect();
            format!("{} {attributes:?} {:?}\n", element.name(), element.text())
        });
        elements.collect::<String>()
    };
    thread::scope(|scope| {
        let other = scope.spawn(read);
        let own = read();
        assert_eq!(own, other.join().expect("a thread that reads"));
        own
    })
}

/// What each reader reads, begun with another one on each thread.
fn read_from(first: usize) -> Vec<String> {
    let mut read = vec![String::new(); READERS.len()];
    for at in (first..READERS.len()).chain(0..first) {
        read[at] = READERS[at]();
    }
    read
}

#[test]
fn threads_read_what_one_does() {
    let together = Barrier::new(THREADS);
    let read: Vec<Vec<String>> = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|first| {
                let together = &together;
                scope.spawn(move || {
                    together.wait();
                    read_from(first)
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("a thread that reads")).collect()
    });
    let alone = read_from(0);
    assert!(alone[0].contains("2024-04-01"), "{}", alone[0]);
    assert!(alone[2].contains("523.7"), "{}", alone[2]);
    assert!(alone[3].contains("Wheel"), "{}", alone[3]);
    for other in read {
        assert_eq!(other, alone);
    }
}

#[test]
#[ignore = "takes long: Miri makes every table of words"]
fn a_parser_reads_a_whole_page_on_two_threads() {
    const WHOLE: &str = include_str!("../../../fixtures/other/minimal/page.html");
    let parser = Parser::new();
    let read = || {
        let page = parser.parse(Source::html(WHOLE)).expect("a page");
        let article = page.article().expect("an article").to_markdown();
        format!("{article}{:?}{:?}", page.sidebar(), page.currency())
    };
    thread::scope(|scope| {
        let (one, other) = (scope.spawn(read), scope.spawn(read));
        let one = one.join().expect("a thread that reads");
        assert!(one.contains("Old mill turns again"), "{one}");
        assert_eq!(one, other.join().expect("a thread that reads"));
    });
}
