//! What is measured side by side: this crate, and others that parse pages or find their text.

use newsprint::{Document, Limits, NewsPage, Parser, Source, stages};
use serde_json::Value;

/// The sizes of made pages, in bytes.
pub const SIZES: [(&str, usize); 5] = [
    ("10 KB", 10_000),
    ("100 KB", 100_000),
    ("1 MB", 1_000_000),
    ("10 MB", 10_000_000),
    ("50 MB", 50_000_000),
];

/// A page and its address.
pub struct Page {
    pub html: String,
    pub url: String,
}

/// The pages of a file of JSON lines `{"url", "html"}`.
pub fn pages(lines: &str, most: usize) -> Vec<Page> {
    lines.lines().take(most).map(page).collect()
}

fn page(line: &str) -> Page {
    let page: Value = serde_json::from_str(line).expect("a line is JSON");
    let text = |key: &str| page[key].as_str().unwrap_or_default().to_owned();
    let url = text("url");
    // Some want an address.
    let url = if url.is_empty() { "https://example.com/news/1".to_owned() } else { url };
    Page { html: text("html"), url }
}

/// Something that is done with a page. The number makes sure that it is done.
pub struct Subject {
    pub name: &'static str,
    pub run: fn(&Parser, &Page) -> usize,
}

/// What all others are divided by.
pub const BASE: &str = "scraper, Html::parse_document";

pub const SUBJECTS: &[Subject] = &[
    Subject {
        name: BASE,
        run: |_, page| scraper::Html::parse_document(&page.html).tree.values().len(),
    },
    Subject { name: "newsprint, decode", run: |_, page| stages::decode(page.html.as_bytes()) },
    Subject { name: "newsprint, tokens", run: |_, page| stages::tokens(&page.html) },
    Subject { name: "html5ever, tokens", run: |_, page| stages::tokens_by_html5ever(&page.html) },
    Subject { name: "newsprint, tree", run: |_, page| elements(&tree(page)) },
    Subject {
        name: "newsprint, tree of html5ever's tokens",
        run: |_, page| elements(&stages::tree_by_html5ever(&page.html)),
    },
    Subject { name: "newsprint, tree + blocks", run: |_, page| stages::blocks(&tree(page)) },
    Subject {
        name: "newsprint, Parser::parse",
        run: |parser, page| read(parser, page, |page| elements(page.document())),
    },
    Subject {
        name: "newsprint, parse + facts",
        run: |parser, page| read(parser, page, stages::facts),
    },
    Subject {
        name: "newsprint, parse + facts + body",
        run: |parser, page| read(parser, page, stages::body),
    },
    Subject { name: "newsprint, article", run: |parser, page| read(parser, page, article) },
    Subject {
        name: "newsprint, sidebar",
        run: |parser, page| read(parser, page, |page| page.sidebar().len()),
    },
    Subject {
        name: "newsprint, currency",
        run: |parser, page| read(parser, page, |page| page.currency().len()),
    },
    Subject { name: "newsprint, parse_article", run: |_, page| parse_article(page) },
    Subject { name: "newsprint, whole page", run: |parser, page| read(parser, page, whole) },
    Subject { name: "lol_html, pass-through", run: |_, page| lol_html(&page.html) },
    Subject { name: "dom_smoothie", run: |_, page| dom_smoothie(page) },
    Subject { name: "legible", run: |_, page| legible(page) },
    Subject {
        name: "readable-readability",
        run: |_, page| {
            readable_readability::Readability::new()
                .parse(&page.html)
                .1
                .page_title
                .map_or(0, |t| t.len())
        },
    },
    Subject {
        name: "rs-trafilatura",
        run: |_, page| {
            rs_trafilatura::extract(&page.html).map_or(0, |found| found.content_text.len())
        },
    },
];

fn tree(page: &Page) -> Document {
    Document::parse(&page.html, &Limits::default())
}

fn elements(document: &Document) -> usize {
    std::mem::size_of_val(document)
}

fn read(parser: &Parser, page: &Page, read: impl Fn(&NewsPage) -> usize) -> usize {
    let parsed = parser.parse(Source::html(&page.html).with_url(&page.url));
    parsed.map_or(0, |page| read(&page))
}

fn article(page: &NewsPage) -> usize {
    page.article().map_or(0, |article| article.body.len())
}

fn parse_article(page: &Page) -> usize {
    newsprint::parse_article(&page.html).map_or(0, |article| article.body.len())
}

fn whole(page: &NewsPage) -> usize {
    article(page) + page.sidebar().len() + page.currency().len() + page.report().warnings.len()
}

fn lol_html(html: &str) -> usize {
    let mut length = 0;
    let every = lol_html::element!("*", |_| Ok(()));
    let settings = lol_html::Settings::new().append_element_content_handler(every);
    let mut rewriter = lol_html::HtmlRewriter::new(settings, |chunk: &[u8]| length += chunk.len());
    let done = rewriter.write(html.as_bytes()).and_then(|()| rewriter.end());
    done.map_or(0, |()| length)
}

fn dom_smoothie(page: &Page) -> usize {
    let readability =
        dom_smoothie::Readability::new(page.html.as_str(), Some(page.url.as_str()), None);
    let article = readability.and_then(|mut readability| readability.parse());
    article.map_or(0, |article| article.text_content.len())
}

fn legible(page: &Page) -> usize {
    legible::parse(&page.html, Some(&page.url), None).map_or(0, |found| found.text_content.len())
}
