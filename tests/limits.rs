//! Each limit at what a page has, one above and one below: the page is whole, or cut with a
//! warning that says which limit it was and where the page went over it.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "support/everything.rs"]
mod everything;
#[path = "support/output.rs"]
mod output;

use everything::everything;
use newsprint::model::{Article, Block, List, RichText, Warning};
use newsprint::{Error, Limits, NewsPage, Parser, Source};

const PAGE: &str = include_str!("../fixtures/informburo/news-item/page.html");
const URL: &str = "https://informburo.kz/novosti/1";

/// A paragraph of an article, of 138 bytes.
const STORY: &str = "The ferry stays in the harbour until the wind drops below forty knots, the \
                     harbour master said, and nobody knows when that will be, or how.";

/// A limit, a page, how much of what is limited the page has, and where that ends.
struct Case {
    limit: &'static str,
    with: fn(Limits, usize) -> Limits,
    html: String,
    has: usize,
    place: &'static str,
}

fn read(limits: Limits, html: &str) -> NewsPage {
    let parser = Parser::new().with_limits(limits);
    let page = parser.parse(Source::html(html).with_url(URL)).expect("any text is a page");
    everything(&page);
    page
}

/// The limits that a page went over, with what they allow and where.
fn reached(page: &NewsPage) -> Vec<(String, u64, String)> {
    let warnings = page.report().warnings.into_iter();
    let limits = warnings.filter_map(|warning| match warning {
        Warning::LimitReached { limit, allowed, place } => Some((limit, allowed, place)),
        _ => None,
    });
    limits.collect()
}

/// An article with something among its paragraphs.
fn article_with(part: &str) -> String {
    let text = format!("<p>{STORY}</p>").repeat(3);
    format!("<h1>Ferry stays in harbour</h1><article>{text}{part}{text}</article>")
}

fn table() -> String {
    let rows = "<tr><td>Pier Street</td><td>forty knots</td></tr>".repeat(3);
    format!(
        "<table><caption>Wind at noon</caption><tr><th>Place</th><th>Wind</th></tr>{rows}</table>"
    )
}

fn cases() -> Vec<Case> {
    let json = r#"<script type="application/ld+json">{"a":[[1]]}</script>"#;
    let links = "<a href=/a>one</a> <a href=/b>two</a>";
    let image = "<figure><img src=/a.jpg srcset='/b.jpg 640w, /c.jpg 1280w' width=640></figure>";
    vec![
        Case {
            limit: "input_bytes",
            with: Limits::with_input_bytes,
            html: "<p>Rain is expected.</p>".to_owned(),
            has: 24,
            place: "byte 23",
        },
        Case {
            // The document, `<html>`, `<head>`, `<body>`, and ten paragraphs.
            limit: "nodes",
            with: Limits::with_nodes,
            html: "<p>".repeat(10),
            has: 14,
            place: "byte 30",
        },
        Case {
            // `<html>`, `<body>`, and ten more.
            limit: "depth",
            with: Limits::with_depth,
            html: "<div>".repeat(10) + "x",
            has: 12,
            place: "byte 50",
        },
        Case {
            limit: "attributes",
            with: Limits::with_attributes,
            html: "<p a b c d>x".to_owned(),
            has: 4,
            place: "byte 11",
        },
        Case {
            limit: "formatting_elements",
            with: Limits::with_formatting_elements,
            html: "<b><i><u><s>x".to_owned(),
            has: 4,
            place: "byte 12",
        },
        Case {
            limit: "json_ld_bytes",
            with: Limits::with_json_ld_bytes,
            html: json.repeat(2) + "<p>x",
            has: 22,
            place: "JSON-LD block 2",
        },
        Case {
            limit: "json_ld_depth",
            with: Limits::with_json_ld_depth,
            html: format!("{}<p>x", json.replace("[[1]]", "1") + json),
            has: 3,
            place: "JSON-LD block 2",
        },
        Case {
            limit: "list_items",
            with: Limits::with_list_items,
            html: PAGE.to_owned(),
            has: 10,
            place: "list 2",
        },
        Case {
            limit: "table_cells",
            with: Limits::with_table_cells,
            html: article_with(&table()),
            has: 8,
            place: "<table> 1",
        },
        Case {
            limit: "text_bytes",
            with: Limits::with_text_bytes,
            html: article_with(""),
            has: 6 * STORY.len(),
            place: "<p> 6",
        },
        Case {
            limit: "links",
            with: Limits::with_links,
            html: article_with(&format!("<p>{STORY} {links}</p>")),
            has: 2,
            place: "<a> 2",
        },
        Case {
            // The address of the image, and three candidates: the two and the plain one.
            limit: "links",
            with: Limits::with_links,
            html: article_with(image),
            has: 4,
            place: "<figure> 1",
        },
    ]
}

#[test]
fn a_page_within_a_limit_is_whole() {
    for case in cases() {
        for allowed in [case.has, case.has + 1] {
            let page = read((case.with)(Limits::default(), allowed), &case.html);
            assert_eq!(reached(&page), [], "{} {allowed}", case.limit);
            let unlimited = read(Limits::default(), &case.html);
            assert_eq!(page.article(), unlimited.article(), "{} {allowed}", case.limit);
            assert_eq!(page.sidebar(), unlimited.sidebar(), "{} {allowed}", case.limit);
        }
    }
}

#[test]
fn a_page_over_a_limit_is_cut_and_says_where() {
    for case in cases() {
        let allowed = case.has - 1;
        let page = read((case.with)(Limits::default(), allowed), &case.html);
        let expected = (case.limit.to_owned(), allowed as u64, case.place.to_owned());
        assert_eq!(reached(&page), [expected], "{}", case.limit);
    }
}

#[test]
fn where_a_limit_leaves_nothing_the_page_is_no_article() {
    for case in cases() {
        let page = read((case.with)(Limits::default(), 0), &case.html);
        assert!(!reached(&page).is_empty() || page.article().is_err(), "{}", case.limit);
    }
    let nothing = Limits::default().with_text_bytes(0);
    let error = read(nothing, &article_with("")).into_article().expect_err("there is no text");
    assert!(matches!(error, Error::NotAnArticle { .. }));
}

#[test]
fn text_that_ends_at_the_limit_is_not_the_last_word_of_the_report() {
    let page = read(Limits::default().with_text_bytes(5 * STORY.len()), &article_with(""));
    let expected = ("text_bytes".to_owned(), 5 * STORY.len() as u64, "<p> 6".to_owned());
    assert_eq!(reached(&page), [expected]);
}

fn article(limits: Limits, html: &str) -> Article {
    read(limits, html).into_article().expect("it is an article")
}

/// The cells of the tables of an article.
fn cells(article: &Article) -> usize {
    let tables = article.body.iter().filter_map(|block| match block {
        Block::Table(table) => {
            Some(table.header.iter().chain(&table.rows).map(Vec::len).sum::<usize>())
        }
        _ => None,
    });
    tables.sum()
}

/// All rich text of an article without figures and quotations.
fn texts(article: &Article) -> Vec<&RichText> {
    let mut texts = Vec::new();
    for block in &article.body {
        match block {
            Block::Paragraph(paragraph) => texts.push(&paragraph.content),
            Block::Heading(heading) => texts.push(&heading.content),
            Block::List(list) => add_items(list, &mut texts),
            Block::Table(table) => {
                texts.extend(&table.caption);
                texts.extend(table.header.iter().chain(&table.rows).flatten());
            }
            _ => {}
        }
    }
    texts
}

fn add_items<'a>(list: &'a List, texts: &mut Vec<&'a RichText>) {
    for item in &list.items {
        texts.push(&item.content);
        item.lists.iter().for_each(|list| add_items(list, texts));
    }
}

fn text_bytes(article: &Article) -> usize {
    texts(article).iter().map(|text| text.text().len()).sum()
}

fn links(article: &Article) -> usize {
    let runs = texts(article).into_iter().flat_map(RichText::runs);
    runs.filter(|run| run.url.is_some()).count()
}

#[test]
fn spans_do_not_multiply_cells_beyond_the_limit() {
    for spans in ["colspan=2147483647", "rowspan=2147483647", "colspan=100 rowspan=65534"] {
        let rows = format!("{}<tr><td {spans}>Wind<td>5</table>", table().replace("</table>", ""));
        let html = article_with(&(rows + &"<tr><td>calm".repeat(2000)));
        let article = article(Limits::default().with_table_cells(1000), &html);
        assert!(cells(&article) <= 1000, "{spans}: {}", cells(&article));
    }
}

#[test]
fn spans_do_not_multiply_text_beyond_the_limit() {
    let long = STORY.repeat(3);
    let html = article_with(&table().replace("<td>Pier Street", &format!("<td colspan=99>{long}")));
    let limits = Limits::default().with_text_bytes(5_000);
    let article = article(limits, &html);
    assert!(cells(&article) > 100 && text_bytes(&article) <= 5_000, "{}", text_bytes(&article));
}

#[test]
fn text_beyond_the_limit_of_links_is_kept() {
    let item = |n: u32| format!("<li>On day {n} {STORY} <a href=/{n}>more of it</a>");
    let items = (0..100).map(item).collect::<Vec<_>>().concat();
    let html = article_with(&format!("<ul>{items}</ul>"));
    let [all, few] = [10_000, 30].map(|most| article(Limits::default().with_links(most), &html));
    assert_eq!((links(&all), links(&few)), (100, 30));
    assert_eq!(all.to_text(), few.to_text());
}

#[test]
fn a_link_of_many_pieces_is_counted_for_each() {
    let pieces = "<b>the</b> ferry ".repeat(30);
    let html =
        article_with(&format!("<p>{}<a href=/{}>{pieces}</a>", STORY.repeat(9), "a".repeat(8000)));
    let [all, few] = [10_000, 20].map(|most| article(Limits::default().with_links(most), &html));
    assert_eq!((links(&all), links(&few)), (60, 20));
}

#[test]
fn lists_together_have_no_more_items_than_links_are_allowed() {
    let list = |name: &str| {
        let item = |n: u32| {
            format!("<li><a href=/{name}/{n}>A story of the day, number {n} of {name}</a>")
        };
        let items = (0..8).map(item).collect::<Vec<_>>().concat();
        format!("<aside><h3>Most read in {name}</h3><ol>{items}</ol></aside>")
    };
    let html = ["north", "south", "east", "west"].map(list).concat();
    let all = read(Limits::default(), &html);
    assert!(all.sidebar().len() >= 3);
    let few = read(Limits::default().with_links(20), &html);
    assert_eq!(Some(few.sidebar()), all.sidebar().get(..2));
    assert_eq!(reached(&few), [("links".to_owned(), 20, "list 3".to_owned())]);
}

#[test]
fn an_address_of_more_than_8_kib_is_none() {
    for (length, is_kept) in [(8191, true), (8192, true), (8193, false), (10_000_000, false)] {
        let start = "https://a.example/";
        let url = start.to_owned() + &"a".repeat(length - start.len());
        let html = article_with(&format!("<p>{STORY} <a href={url}>more of it</a></p>"));
        assert_eq!(links(&article(Limits::default(), &html)), usize::from(is_kept), "{length}");
    }
}

#[test]
fn a_base_that_is_none_leaves_links_to_the_address_of_the_page() {
    let long = format!("https://a.example/{}/", "a".repeat(1_000_000));
    for base in ["", "http://[", "javascript:alert(1)", "data:text/html,x", "::::", "\0", &long] {
        let part = format!("<base href=\"{base}\"><p>{STORY} <a href=b>more of it</a></p>");
        let article = article(Limits::default(), &article_with(&part));
        let urls = texts(&article).into_iter().flat_map(RichText::runs);
        let urls: Vec<_> = urls.filter_map(|run| run.url.as_deref()).collect();
        assert_eq!(urls, ["https://informburo.kz/novosti/b"], "{base:.40}");
    }
}

#[test]
fn a_set_of_ten_megabytes_of_images_gives_as_many_candidates_as_are_kept() {
    let set: String = (1..).map(|n| format!("/{n}.jpg {n}w, ")).take(600_000).collect();
    assert!(set.len() > 10_000_000);
    let html = article_with(&format!("<img width=640 src=/a.jpg srcset=\"{set}\">"));
    let article = article(Limits::default(), &html);
    let image = article.images.first().expect("an image");
    assert!((1..=65).contains(&image.candidates.len()), "{}", image.candidates.len());
}

#[test]
fn ten_megabytes_of_nested_json_ld_are_no_metadata() {
    let deep = format!("{}1{}", "{\"a\":[".repeat(50_000), "]}".repeat(50_000));
    let json = format!("{{\"@type\":\"NewsArticle\",\"headline\":\"Rain\",\"b\":{deep}}}");
    let script = |json: &str| format!("<script type=application/ld+json>{json}</script>");
    let long = format!("{{\"a\":\"{}\",\"b\":{deep}}}", "x".repeat(10_000_000));
    for (html, limit) in [(script(&json), "json_ld_depth"), (script(&long), "json_ld_bytes")] {
        let page = read(Limits::default(), &(html + &article_with("")));
        let article = page.article().expect("it is an article");
        assert_eq!(article.title.as_deref(), Some("Ferry stays in harbour"));
        let [(reached, _, place)] = &*reached(&page) else { panic!("one limit is reached") };
        assert_eq!((reached.as_str(), place.as_str()), (limit, "JSON-LD block 1"));
    }
}
