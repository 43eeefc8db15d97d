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
use newsprint::model::Warning;
use newsprint::{ElementRef, Error, NewsPage, Parser, Profiles, Selector, Source};

const PAGE: &[u8] = include_bytes!("../fixtures/informburo/news-item/page.html");
const URL: &str = "https://informburo.kz/novosti/1";

/// A sixteenth of what Rust gives to its threads.
const SMALL_STACK: usize = 128 * 1024;

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
        Warning::LimitReached { limit, allowed, .. } => Some((limit, allowed)),
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

/// Reads a page of a site without a profile.
fn of_another_site(bytes: &[u8]) -> NewsPage {
    read_by(&Parser::new().with_profiles(Profiles::none()), bytes).expect("it is HTML")
}

#[test]
fn a_front_page_is_no_article() {
    let page = of_another_site(include_bytes!("../fixtures/other/front-page/page.html"));
    assert!(matches!(page.article(), Err(Error::NotAnArticle { .. })));
    assert!(!page.sidebar().is_empty());
}

#[test]
fn a_page_of_rates_is_no_article_and_has_quotes() {
    let page = of_another_site(include_bytes!("../fixtures/mig-kz/rates/page.html"));
    assert!(matches!(page.article(), Err(Error::NotAnArticle { .. })));
    assert!(page.sidebar().is_empty());
    assert_eq!(page.currency().len(), 6);
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
