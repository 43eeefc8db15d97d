//! What a page may cost: time and memory that grow with its size alone, whatever it holds.
//!
//! `cargo test --release --test costs -- --ignored --nocapture` searches on; `NEWSPRINT_SEED` and
//! `NEWSPRINT_PAGES` say from where and how far.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]
#![expect(clippy::print_stdout, reason = "a search tells what it finds")]

#[path = "support/random.rs"]
mod random;
#[path = "support/shapes.rs"]
mod shapes;

use std::env;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use newsprint::{Limits, NewsPage, Parser, Profiles, Source};
use peak_alloc::PeakAlloc;
use random::Random;
use shapes::{Piece, Shape};

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// Memory is that of the whole program, so the tests take turns.
fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

fn parser(limits: Limits) -> Parser {
    Parser::new().with_profiles(Profiles::none()).with_limits(limits)
}

const URL: &str = "https://www.example.com/news/1";

/// Four times the page may take this much longer.
const LINEAR: f64 = 7.0;
/// Below this, a clock says little.
const SHORT: Duration = Duration::from_millis(80);
/// No page may take longer, in nanoseconds a byte.
const LONGEST: f64 = if cfg!(debug_assertions) { 60_000.0 } else { 3_000.0 };
/// No page may need more bytes of memory for each of its own, and this much besides.
const MEMORY: f64 = 160.0;
const MEMORY_OF_ANY: f64 = 4_000_000.0;

/// How often what looks costly is measured again.
const ROUNDS: usize = 2;

/// What reading a page costs.
#[derive(Debug, Clone, Copy)]
struct Cost {
    bytes: usize,
    time: Duration,
    memory: usize,
}

impl Cost {
    /// The cost of the quicker of two runs.
    fn or(self, other: Self) -> Self {
        Self { time: self.time.min(other.time), ..self }
    }

    fn nanoseconds_a_byte(self) -> f64 {
        self.time.as_secs_f64() * 1e9 / float(self.bytes)
    }

    fn memory_a_byte(self) -> f64 {
        float(self.memory) / float(self.bytes)
    }
}

#[expect(clippy::cast_precision_loss, reason = "a size for comparing")]
fn float(size: usize) -> f64 {
    size as f64
}

/// Reads all of a page, and writes it in each way.
fn cost(parser: &Parser, html: &str) -> Cost {
    ALLOCATOR.reset_peak_usage();
    let before = ALLOCATOR.current_usage();
    let begin = Instant::now();
    if let Ok(page) = parser.parse(Source::html(html).with_url(URL)) {
        read_all(&page);
    }
    let time = begin.elapsed();
    let memory = ALLOCATOR.peak_usage().saturating_sub(before);
    Cost { bytes: html.len(), time, memory }
}

/// Reads all of a page, and writes it in each way, without keeping what was written.
fn read_all(page: &NewsPage) {
    page.sidebar();
    page.currency();
    page.report();
    if let Ok(article) = page.article() {
        article.to_text();
        article.to_markdown();
        article.to_html();
        article.to_json_ld_script();
    }
}

/// The cost of a shape at a size, and at four times the size.
fn costs(parser: &Parser, shape: &Shape, bytes: usize) -> [Cost; 2] {
    let pages = [bytes, 4 * bytes].map(|bytes| shape.page(bytes));
    let costs = || pages.each_ref().map(|html| cost(parser, html));
    let first = costs();
    // Another program may have had the processor for a while.
    let again = if fault(first).is_some() { ROUNDS } else { 0 };
    (0..again).fold(first, |[small, large], _| {
        let [small_again, large_again] = costs();
        [small.or(small_again), large.or(large_again)]
    })
}

/// What is wrong with the costs of a shape, if anything.
fn fault([small, large]: [Cost; 2]) -> Option<String> {
    let growth = large.nanoseconds_a_byte() * 4.0 / small.nanoseconds_a_byte();
    let slow = large.time > SHORT && growth > LINEAR;
    let big = float(large.memory) > MEMORY * float(large.bytes) + MEMORY_OF_ANY;
    let fault = match (slow, big) {
        _ if large.nanoseconds_a_byte() > LONGEST => "takes long",
        (true, _) => "takes more than linear time",
        (_, true) => "takes much memory",
        _ => return None,
    };
    Some(format!(
        "{fault}: {:.1?} for {} bytes, {:.1?} for {}; {:.0} bytes a byte",
        small.time,
        small.bytes,
        large.time,
        large.bytes,
        large.memory_a_byte(),
    ))
}

/// A smaller shape with a fault, if there is one, and so on.
fn reduced(parser: &Parser, shape: Shape, bytes: usize) -> Shape {
    let is_costly = |shape: &Shape| fault(costs(parser, shape, bytes)).is_some();
    match shape.smaller().into_iter().find(is_costly) {
        Some(smaller) => reduced(parser, smaller, bytes),
        None => shape,
    }
}

/// The faults of some random shapes from a seed on, and the most that one took.
fn search(parser: &Parser, seed: u64, pages: u64, bytes: usize) -> Vec<String> {
    let mut faults = Vec::new();
    let (mut slowest, mut largest) = (0.0_f64, 0.0_f64);
    for seed in seed..seed + pages {
        let shape = Shape::random(&mut Random::new(seed));
        let costs = costs(parser, &shape, bytes);
        if let Some(fault) = fault(costs) {
            let shape = reduced(parser, shape, bytes);
            println!("{seed} {fault} {shape:?}");
            faults.push(format!("{seed} {fault} {shape:?}"));
            continue;
        }
        let [_, cost] = costs;
        if cost.nanoseconds_a_byte() > slowest {
            slowest = cost.nanoseconds_a_byte();
            println!("{seed}: {slowest:.0} ns a byte {shape:?}");
        }
        if cost.memory_a_byte() > largest {
            largest = cost.memory_a_byte();
            println!("{seed}: {largest:.0} bytes a byte {shape:?}");
        }
    }
    faults
}

#[test]
#[ignore = "a search of any length, with optimisation"]
fn search_for_costly_pages() {
    let _turn = turn();
    let number =
        |name: &str, default| env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(default);
    let faults = search(
        &parser(Limits::default()),
        number("NEWSPRINT_SEED", 0),
        number("NEWSPRINT_PAGES", 2_000),
        128 * 1024,
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The costliest shapes that were found by search and by thought, each with the place where most
/// of its cost arises.
fn known() -> Vec<(&'static str, Shape)> {
    [known_markup(), known_text()].concat()
}

fn known_markup() -> Vec<(&'static str, Shape)> {
    use Piece::{Once, Repeated};
    let shape = |pieces: &[Piece]| Shape { story: false, pieces: pieces.to_vec() };
    let story = |pieces: &[Piece]| Shape { story: true, pieces: pieces.to_vec() };
    vec![
        (
            "names around runs",
            story(&[
                Once("<div class=\""),
                Repeated(vec!["live, "]),
                Once("\">"),
                Repeated(vec!["<p>a", "<img src=a%.jpg>"]),
            ]),
        ),
        ("authors", shape(&[Repeated(vec!["<meta name=author content='Anna Bell%'>"])])),
        (
            "types",
            shape(&[
                Once("<script type=application/ld+json>{\"@type\":["),
                Repeated(vec!["\"a%\","]),
                Once("\"b\"]}</script>"),
            ]),
        ),
        (
            "properties in properties",
            shape(&[Repeated(vec!["<div itemprop=keywords>"]), Repeated(vec!["word% "])]),
        ),
        (
            "a long source of a quotation",
            story(&[
                Once("<blockquote><cite>"),
                Repeated(vec!["word% "]),
                Once("</cite>"),
                Repeated(vec!["<p>a"]),
                Once("</blockquote>"),
            ]),
        ),
        (
            "images of one figure",
            story(&[
                Once("<figure>"),
                Repeated(vec!["<img src=a%.jpg srcset='a.jpg 1x, b.jpg 2x'>"]),
                Once("</figure>"),
            ]),
        ),
        (
            "images behind one another, with one caption",
            story(&[
                Once("<div>"),
                Repeated(vec!["<div><img src=a%.jpg><i></i>"]),
                Once("<p class=caption>"),
                Repeated(vec!["a "]),
            ]),
        ),
        (
            "a long base",
            story(&[
                Once("<base href=\"https://a.example/"),
                Repeated(vec!["b/"]),
                Once("\">"),
                Repeated(vec!["<a href=x>a</a> "]),
            ]),
        ),
        (
            "a long link in pieces",
            story(&[
                Once("<p><a href=\"/a"),
                Repeated(vec!["b/"]),
                Once("\">"),
                Repeated(vec!["<b>x</b>y"]),
            ]),
        ),
        ("short paragraphs", shape(&[Repeated(vec!["<p>a"])])),
        ("breaks", shape(&[Repeated(vec!["<hr>"])])),
        ("nested lists", shape(&[Repeated(vec!["<ul><li>"]), Repeated(vec!["a<br>"])])),
        (
            "lists",
            shape(&[Repeated(vec![
                "<section><h3>Most read</h3><ul><li><a href=/%>A story of the day</a><li><a href=/b%>Another story of it</a></ul></section>",
            ])]),
        ),
    ]
}

fn known_text() -> Vec<(&'static str, Shape)> {
    use Piece::{Once, Repeated};
    let shape = |pieces: &[Piece]| Shape { story: false, pieces: pieces.to_vec() };
    let story = |pieces: &[Piece]| Shape { story: true, pieces: pieces.to_vec() };
    vec![
        ("rates", shape(&[Once("<table>"), Repeated(vec!["<tr><td>USD<td>1.%<td>2.%"])])),
        ("rates that are none", story(&[Once("<p>"), Repeated(vec!["USD "])])),
        ("numbers", story(&[Once("<div class=rates>USD "), Repeated(vec!["1.%"])])),
        ("dates", story(&[Once("<time>"), Repeated(vec!["1 April 2024, 12:16 "])])),
        ("a byline", story(&[Once("<div class=byline>By "), Repeated(vec!["Anna Bell% and "])])),
        (
            "brackets of code",
            shape(&[Once("<script>"), Repeated(vec!["x = {\"a\""]), Once("</script>")]),
        ),
        (
            "numbers of JSON",
            shape(&[
                Once("<script type=application/ld+json>["),
                Repeated(vec!["1,"]),
                Once("1]</script>"),
            ]),
        ),
        (
            "data for scripts",
            shape(&[
                Once("<script type=application/json>["),
                Repeated(vec!["{\"a\":1},"]),
                Once("1]</script>"),
            ]),
        ),
        (
            "entries in entries",
            story(&[Repeated(vec!["<article class=live-entry>"]), Repeated(vec!["<p>a"])]),
        ),
        ("a class", story(&[Once("<p class=\""), Repeated(vec!["article-body "]), Once("\">a")])),
        ("a style", story(&[Once("<p style=\""), Repeated(vec!["display:none;"]), Once("\">a")])),
    ]
}

const SMALL: usize = 8 * 1024;

/// A page of that size may nest as deep as the limit, and so cost more than one of half the size.
fn flat() -> Limits {
    Limits::default().with_depth(32)
}

#[test]
fn the_costliest_pages_known_cost_what_their_size_does() {
    let _turn = turn();
    let parser = parser(flat());
    for (name, shape) in known() {
        let costs = costs(&parser, &shape, SMALL);
        let [_, cost] = costs;
        println!(
            "{name}: {:.0} ns and {:.0} bytes a byte",
            cost.nanoseconds_a_byte(),
            cost.memory_a_byte()
        );
        assert_eq!(fault(costs), None, "{name}");
    }
}

#[test]
fn pages_of_random_shapes_cost_what_their_size_does() {
    let _turn = turn();
    let faults = search(&parser(flat()), 0, 60, SMALL);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The most memory that a page of so many bytes takes, in bytes, as the documentation of
/// [`Limits`] has it.
fn bound(limits: &Limits, bytes: usize) -> usize {
    16 * bytes.min(limits.input_bytes())
        + 1024 * limits.nodes().min(bytes)
        + 128 * limits.json_ld_bytes().min(bytes)
        + 8 * limits.text_bytes()
        + 32 * 1024 * limits.links()
        + (1 << 20)
}

#[test]
fn memory_is_bounded_by_the_limits() {
    let _turn = turn();
    let limits = Limits::default()
        .with_input_bytes(1 << 20)
        .with_nodes(2_000)
        .with_json_ld_bytes(10_000)
        .with_text_bytes(100_000)
        .with_links(50);
    let parser = parser(limits.clone());
    for (name, shape) in known() {
        for bytes in [100_000, 2_000_000] {
            let cost = cost(&parser, &shape.page(bytes));
            let bound = bound(&limits, cost.bytes);
            println!("{name}: {} of {bound} bytes", cost.memory);
            assert!(cost.memory <= bound, "{name}: {} of {bound} bytes", cost.memory);
        }
    }
}
