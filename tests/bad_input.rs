//! Input that is no page, or a hostile one: a typed error or an empty result with a warning,
//! within the stack of a small thread and in time that grows with the input alone.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "support/everything.rs"]
mod everything;
#[path = "support/output.rs"]
mod output;

use std::fmt::Write;
use std::thread;
use std::time::{Duration, Instant};

use everything::everything;
use newsprint::model::{Block, Warning};
use newsprint::{ElementRef, Error, Limits, NewsPage, Parser, Selector, Source};

const PAGE: &[u8] = include_bytes!("../fixtures/informburo/news-item/page.html");
const URL: &str = "https://informburo.kz/novosti/1";

/// A quarter of what Rust gives to its threads, an eighth of what Linux gives to the first.
const SMALL_STACK: usize = 256 * 1024;

/// Far above what any page here takes without optimisation on a slow machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// Reads all of a page on a thread with a small stack.
fn read(bytes: &[u8]) -> Result<NewsPage, Error> {
    read_by(&Parser::new(), bytes)
}

fn read_by(parser: &Parser, bytes: &[u8]) -> Result<NewsPage, Error> {
    let begin = Instant::now();
    let result = thread::scope(|scope| {
        let read = || {
            let page = parser.parse(Source::bytes(bytes).with_url(URL))?;
            everything(&page);
            Ok(page)
        };
        let small = thread::Builder::new().stack_size(SMALL_STACK);
        let thread = small.spawn_scoped(scope, read).expect("a thread can be made");
        thread.join().expect("nothing panics")
    });
    assert!(begin.elapsed() < PATIENCE, "it took {:?}", begin.elapsed());
    result
}

fn page(html: &str) -> NewsPage {
    read(html.as_bytes()).expect("any text is a page")
}

fn is_empty(page: &NewsPage) -> bool {
    page.article().is_err() && page.sidebar().is_empty() && page.currency().is_empty()
}

/// The limits that the report says were reached, with what they allow.
fn reached(page: &NewsPage) -> Vec<(String, u64)> {
    let warnings = page.report().warnings.into_iter();
    let limits = warnings.filter_map(|warning| match warning {
        Warning::LimitReached { limit, allowed } => Some((limit, allowed)),
        _ => None,
    });
    limits.collect()
}

fn reaches(page: &NewsPage, limit: &str, allowed: u64) -> bool {
    reached(page) == [(limit.to_owned(), allowed)]
}

#[test]
fn nothing_is_an_error() {
    for bytes in ["", " ", "\r\n\t \u{c}\n", "\u{a0}\u{2003}\n", "\u{feff}", "\u{feff}\n"] {
        assert_eq!(read(bytes.as_bytes()).err(), Some(Error::Empty), "{bytes:?}");
    }
    assert_eq!(Parser::new().parse(Source::html(" \n")).err(), Some(Error::Empty));
    assert_eq!(newsprint::parse_article("").err(), Some(Error::Empty));
    assert!(newsprint::parse_sidebar("").is_empty());
    assert!(newsprint::parse_currency("").is_empty());
}

#[test]
fn files_of_other_kinds_are_named() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";
    let pdf = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";
    let json = br#"{"title": "Rain", "body": ["<p>Rain is expected.</p>"]}"#;
    let list = br#"[{"title": "Rain"}, {"title": "Snow"}]"#;
    let gzip = b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xb3\xc9(\xc9\xcd\xb1\xe3\x02\0";
    let binary: Vec<u8> =
        (0..4096_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0]).collect();
    for (name, bytes) in [
        ("PNG", &png[..]),
        ("PDF", pdf),
        ("JSON", json),
        ("JSON", list),
        ("gzip", gzip),
        ("binary", &binary),
    ] {
        match read(bytes).expect_err(name) {
            Error::NotHtml { found } => {
                assert!(found.to_lowercase().contains(&name.to_lowercase()), "{name}: {found}");
            }
            other => panic!("{name}: {other}"),
        }
    }
}

#[test]
fn a_page_cut_anywhere_is_read_as_far_as_it_goes() {
    let last = PAGE.len();
    let parser = Parser::new();
    let mut paragraphs = 0;
    for cut in (1..last).step_by(487).chain([last - 1, last]) {
        let head = PAGE.get(..cut).unwrap_or_default();
        let page = read_by(&parser, head).expect("the head of a page is HTML");
        let found = page.article().map_or(0, |article| article.body.len());
        assert!(found + 1 >= paragraphs, "{found} blocks of the first {cut} bytes");
        paragraphs = paragraphs.max(found);
    }
    assert!(paragraphs >= 11);
}

#[test]
fn nested_elements_are_cut_and_their_text_is_kept() {
    let text = "The water mill at Hollow Beck ground flour this morning for the first time.";
    let html = format!("{}<p>{text}</p>", "<div>".repeat(200_000));
    let page = page(&html);
    assert!(reaches(&page, "depth", 512));
    let body = Selector::parse("body").expect("it is CSS");
    let kept = page.document().select(&body);
    assert_eq!(kept.map(ElementRef::text).collect::<Vec<_>>(), [text]);
}

#[test]
fn nesting_of_each_kind_is_bounded() {
    for tag in ["b", "a", "font", "table", "ul", "li", "blockquote", "span", "svg", "template"] {
        let html = format!("<h1>Rain</h1>{}text", format!("<{tag}>").repeat(20_000));
        let page = page(&html);
        assert!(page.sidebar().is_empty() && page.currency().is_empty(), "{tag}");
        let closed = html.clone() + &format!("</{tag}>").repeat(20_000);
        assert!(read(closed.as_bytes()).is_ok(), "{tag}");
    }
}

#[test]
fn nested_lists_quotes_and_tables_with_text_are_read() {
    let text = "The ferry stays in the harbour until the wind drops below forty knots, it said.";
    for open in ["<ul><li>", "<blockquote><p>", "<table><tr><td>", "<ol><li><b>", "<div><i>"] {
        let mut html = String::from("<h1>Ferry stays in harbour</h1><article>");
        for _ in 0..1000 {
            html.push_str(open);
            html.push_str(text);
        }
        let page = page(&html);
        assert!(!reached(&page).is_empty(), "{open}");
    }
}

#[test]
fn a_megabyte_in_one_attribute_is_no_text() {
    let value = "Rain is expected in the north. ".repeat(1 << 15);
    assert!(value.len() > 1_000_000);
    for attribute in ["class", "id", "href", "style", "content", "title", "srcset", "datetime"] {
        let page =
            page(&format!("<p {attribute}=\"{value}\"><a {attribute}=\"{value}\">x</a></p>"));
        assert!(is_empty(&page), "{attribute}");
    }
}

#[test]
fn twenty_thousand_attributes_are_cut() {
    let mut tag = String::from("<p");
    for number in 0..20_000 {
        write!(tag, " a{number}=x").expect("a string can be written");
    }
    let page = page(&(tag + ">Rain is expected.</p>"));
    assert!(reaches(&page, "attributes", 256));
    assert!(is_empty(&page));
}

#[test]
fn bytes_that_are_no_text_are_reported() {
    let mut bytes = PAGE.to_vec();
    let at = bytes.windows(3).position(|window| window == b"<p>").expect("it has paragraphs");
    bytes.splice(at + 3..at + 3, [0xff, 0xfe, 0xc3, 0x28]);
    let page = read(&bytes).expect("it is HTML");
    assert!(page.report().warnings.contains(&Warning::MalformedBytes));
    assert!(page.article().is_ok());
    let clean = read(PAGE).expect("it is HTML");
    assert!(!clean.report().warnings.contains(&Warning::MalformedBytes));
}

#[test]
fn nul_is_no_text() {
    let html = String::from_utf8_lossy(PAGE).replace("<p>", "<p>\0").replace(" в ", " \0в\0 ");
    let page = Parser::new().parse(Source::html(&html).with_url(URL)).expect("it is HTML");
    let article = page.article().expect("it is an article");
    assert!(!article.to_text().contains('\0'));
    assert!(!article.to_html().contains('\0'));
}

#[test]
fn a_page_of_another_kind_is_no_article() {
    let front = include_bytes!("../fixtures/other/front-page/page.html");
    let rates = include_bytes!("../fixtures/mig-kz/rates/page.html");
    for bytes in [&front[..], rates] {
        let page = read(bytes).expect("it is HTML");
        assert!(matches!(page.article(), Err(Error::NotAnArticle { .. })));
    }
    assert!(!read(front).expect("it is HTML").sidebar().is_empty());
    assert!(!read(rates).expect("it is HTML").currency().is_empty());
}

#[test]
fn markup_without_text_is_no_article() {
    for html in [
        "<",
        "<>",
        "</p>",
        "<!",
        "<!--",
        "<!doctype html>",
        "<p",
        "<a href=",
        "&#0;",
        "&amp",
        "<script>",
        "<style>x",
        "<table>",
        "<frameset>",
        "<plaintext>",
        "<svg><![CDATA[",
        "]]>",
        "<select><option>",
        "<title>",
        "<textarea>x",
        "<template><p>x",
        "<noscript><p>x",
        "<math><mi>",
        "<body hidden><p>x",
    ] {
        let page = page(html);
        assert!(is_empty(&page), "{html}");
    }
}

#[test]
fn costly_pages_take_no_longer_than_others() {
    let misnested = "<p><b><i><u><s><em><strong><code>x</p>".repeat(5_000);
    let foster = format!("<table>{}", "<p>x<tr><b>y".repeat(10_000));
    let links = "<a href=x>a".repeat(50_000);
    let ends = "</p></br></div></a>".repeat(50_000);
    let script = format!("<script>{}", "<!--<script>".repeat(50_000));
    let entities = "&#x10ffff;&notit;&amp".repeat(50_000);
    let items = format!("<ul>{}", "<li><a href=/x>Rain is expected</a> 1 2 3</li>".repeat(10_000));
    let rates = format!("<table>{}", "<tr><td>USD<td>1.2<td>1.3".repeat(5_000));
    let spans = "<table><tr><td colspan=1000 rowspan=65534>USD 1.2 1.3".repeat(50);
    let digits = format!("<p>USD {}</p>", "1".repeat(200_000));
    let spaces = format!("<p>a{}b</p>", " \u{a0}\u{200b}".repeat(100_000));
    let json = format!("<script type=application/ld+json>{}", "[{\"a\":".repeat(100_000));
    for html in [
        misnested, foster, links, ends, script, entities, items, rates, spans, digits, spaces, json,
    ] {
        let begin = Instant::now();
        page(&html);
        let head: String = html.chars().take(40).collect();
        println!("{:?} for {} bytes of {head}", begin.elapsed(), html.len());
    }
}

/// Parses with `limits` and reads all.
fn with_limits(limits: Limits, html: &str) -> NewsPage {
    read_by(&Parser::new().with_limits(limits), html.as_bytes()).expect("any text is a page")
}

#[test]
fn limit_of_input_bytes() {
    let html = "<p>Rain is expected.</p>";
    let limits = Limits::default();
    assert_eq!(reached(&with_limits(limits.clone().with_input_bytes(24), html)), []);
    assert!(reaches(&with_limits(limits.with_input_bytes(23), html), "input_bytes", 23));
}

#[test]
fn limit_of_nodes() {
    // The document, `<html>`, `<head>`, `<body>`, and ten paragraphs.
    let html = "<p>".repeat(10);
    let limits = Limits::default();
    assert_eq!(reached(&with_limits(limits.clone().with_nodes(14), &html)), []);
    assert!(reaches(&with_limits(limits.with_nodes(13), &html), "nodes", 13));
}

#[test]
fn limit_of_depth() {
    // `<html>`, `<body>`, and ten more.
    let html = "<div>".repeat(10) + "x";
    let limits = Limits::default();
    assert_eq!(reached(&with_limits(limits.clone().with_depth(12), &html)), []);
    assert!(reaches(&with_limits(limits.with_depth(11), &html), "depth", 11));
}

#[test]
fn limit_of_attributes() {
    let html = "<p a b c d>x";
    let limits = Limits::default();
    assert_eq!(reached(&with_limits(limits.clone().with_attributes(4), html)), []);
    assert!(reaches(&with_limits(limits.with_attributes(3), html), "attributes", 3));
}

#[test]
fn limit_of_formatting_elements() {
    let html = "<b><i><u><s>x";
    let limits = Limits::default();
    assert_eq!(reached(&with_limits(limits.clone().with_formatting_elements(4), html)), []);
    let page = with_limits(limits.with_formatting_elements(3), html);
    assert!(reaches(&page, "formatting_elements", 3));
}

const JSON_LD: &str = r#"<script type="application/ld+json">{"a":[[1]]}</script><p>x"#;

#[test]
fn limit_of_json_ld_bytes() {
    let limits = Limits::default();
    assert_eq!(reached(&with_limits(limits.clone().with_json_ld_bytes(11), JSON_LD)), []);
    let page = with_limits(limits.with_json_ld_bytes(10), JSON_LD);
    assert!(reaches(&page, "json_ld_bytes", 10));
}

#[test]
fn limit_of_json_ld_depth() {
    let limits = Limits::default();
    assert_eq!(with_limits(limits.clone().with_json_ld_depth(3), JSON_LD).report().warnings, []);
    let warnings = with_limits(limits.with_json_ld_depth(2), JSON_LD).report().warnings;
    let [Warning::BrokenJsonLd { message }] = warnings.as_slice() else {
        panic!("one block is too deep: {warnings:?}");
    };
    assert_eq!(message, "values nest deeper than 2");
}

/// The page with at most so many items in a list.
fn with_list_items(items: usize) -> NewsPage {
    let parser = Parser::new().with_limits(Limits::default().with_list_items(items));
    read_by(&parser, PAGE).expect("it is HTML")
}

fn longest_list(page: &NewsPage) -> usize {
    page.sidebar().iter().map(|list| list.items.len()).max().unwrap_or_default()
}

#[test]
fn limit_of_list_items() {
    let page = with_list_items(10);
    assert_eq!((longest_list(&page), reached(&page)), (10, Vec::new()));
    assert_eq!(longest_list(&with_list_items(9)), 9);
}

#[test]
fn limit_of_list_items_is_reported() {
    assert!(reaches(&with_list_items(9), "list_items", 9));
}

/// A page with eight cells, read with room for so many.
fn with_table_cells(cells: usize) -> NewsPage {
    let text = "<p>The ferry stays in the harbour until the wind drops below forty knots, the \
                harbour master said, and nobody knows when that will be.</p>"
        .repeat(5);
    let rows = "<tr><td>Pier Street</td><td>forty knots</td></tr>".repeat(3);
    let table = format!("<table><tr><th>Place</th><th>Wind</th></tr>{rows}</table>");
    let html = format!("<h1>Ferry stays in harbour</h1><article>{text}{table}{text}</article>");
    with_limits(Limits::default().with_table_cells(cells), &html)
}

#[test]
fn limit_of_table_cells() {
    let page = with_table_cells(8);
    assert_eq!((cells(&page), reached(&page)), (8, Vec::new()));
    assert_eq!(cells(&with_table_cells(6)), 6);
}

#[test]
fn limit_of_table_cells_is_reported() {
    assert!(reaches(&with_table_cells(7), "table_cells", 7));
}

/// The cells of the tables of an article.
fn cells(page: &NewsPage) -> usize {
    let article = page.article().expect("it is an article");
    let tables = article.body.iter().filter_map(|block| match block {
        Block::Table(table) => {
            Some(table.header.iter().chain(&table.rows).map(Vec::len).sum::<usize>())
        }
        _ => None,
    });
    tables.sum()
}
