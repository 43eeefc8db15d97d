//! What holds for the output of any page.

use html5ever::ParseOpts;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use newsprint::model::{Article, Block, OriginKind, RichText, SidebarList};
use newsprint::{ElementRef, NewsPage, Selector};
use serde_json::Value;

use crate::output::Output;

/// The fields of one line, in each place of the output. Texts of the body may hold line breaks;
/// `raw` and what stands in evidence and warnings are quoted from the page.
const LINES: [&str; 14] = [
    "title",
    "kicker",
    "dek",
    "name",
    "role",
    "section",
    "heading",
    "label",
    "emoji",
    "alt",
    "credit",
    "cite",
    "site_name",
    "source",
];

/// What is wrong with the output of a page, if anything.
pub(crate) fn fault(page: &NewsPage, html: &str) -> Option<String> {
    let json = serde_json::to_value(Output::of(page)).ok()?;
    let article = page.article().ok();
    fault_in("", &json)
        .or_else(|| article.and_then(|article| fault_of_text(article, page, html)))
        .or_else(|| fault_of_lists(page.sidebar()))
}

fn fault_in(key: &str, value: &Value) -> Option<String> {
    match value {
        Value::String(text) => fault_of(key, text).then(|| format!("{key}: {text:?}")),
        Value::Array(values) => values.iter().find_map(|value| fault_in(key, value)),
        Value::Object(fields) => fields
            .iter()
            .filter(|(key, _)| !matches!(key.as_str(), "evidence" | "report" | "error"))
            .find_map(|(key, value)| fault_in(key, value)),
        _ => None,
    }
}

fn fault_of(key: &str, text: &str) -> bool {
    match key {
        _ if key == "url" || key.ends_with("_url") => {
            text.is_empty() || text.contains(is_unprintable) || leads_astray(text)
        }
        _ if LINES.contains(&key) => text.trim().is_empty() || text.contains(is_unprintable),
        _ => false,
    }
}

/// Control characters, separators of lines, and marks that turn the direction of what follows.
fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether an address is neither of the web nor relative.
fn leads_astray(url: &str) -> bool {
    match url::Url::parse(url) {
        Ok(url) => !matches!(url.scheme(), "http" | "https"),
        Err(error) => error != url::ParseError::RelativeUrlWithoutBase,
    }
}

/// Paragraphs and headings say what the page says, in its order.
fn fault_of_text(article: &Article, page: &NewsPage, html: &str) -> Option<String> {
    let from_page =
        |kind| matches!(kind, OriginKind::Model | OriginKind::Profile | OriginKind::Visible);
    let origin = article.evidence.get(newsprint::model::Field::Body)?.origin.kind;
    if !from_page(origin) {
        return None;
    }
    let mut texts = Vec::new();
    collect(&article.body, &mut texts);
    let root = Selector::parse("html").ok()?;
    let shown: String = page.document().select(&root).map(ElementRef::text).collect();
    // What is hidden may be shown by a script, and is read where it looks like the body.
    first_astray(&texts, &shown).and_then(|_| first_astray(&texts, &all_text(html)))
}

/// The first text that is not in the page, or not in its order.
fn first_astray(texts: &[String], page: &str) -> Option<String> {
    let page: Vec<char> = letters(page).collect();
    let mut rest = page.as_slice();
    for text in texts {
        let wanted: Vec<char> = letters(text).collect();
        let Some(at) = find(rest, &wanted) else {
            return Some(format!("not in the page, or not in its order: {text:?}"));
        };
        rest = rest.get(at + wanted.len()..).unwrap_or_default();
    }
    None
}

/// The text of a page, shown or hidden, by another library; without scripts, and without what is
/// read aloud alone.
fn all_text(html: &str) -> String {
    // As for readers without scripts, whom `<noscript>` is for.
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder, ..ParseOpts::default() };
    let sink = scraper::HtmlTreeSink::new(scraper::Html::new_document());
    let page = html5ever::parse_document(sink, options).one(html);
    let texts =
        page.tree.nodes().filter(|node| !node.ancestors().any(|node| is_never_shown(node.value())));
    texts.filter_map(|node| node.value().as_text().map(|text| &**text)).collect()
}

/// Whether an element holds no text for readers, whatever scripts do: it is a script or a style, or
/// there for screen readers alone.
fn is_never_shown(node: &scraper::Node) -> bool {
    let classes = ["sr-only", "screen-reader-text", "visually-hidden"];
    let is_for_ears =
        |element: &scraper::node::Element| element.classes().any(|c| classes.contains(&c));
    node.as_element().is_some_and(|element| match element.name() {
        "script" | "style" => true,
        "span" => is_for_ears(element),
        _ => false,
    })
}

fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|letter| letter.is_alphanumeric())
}

fn find(text: &[char], wanted: &[char]) -> Option<usize> {
    if wanted.is_empty() {
        return Some(0);
    }
    text.windows(wanted.len()).position(|window| window == wanted)
}

fn collect(blocks: &[Block], texts: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => texts.push(RichText::text(&paragraph.content)),
            Block::Heading(heading) => texts.push(heading.content.text()),
            Block::Quote(quote) => collect(&quote.blocks, texts),
            Block::Entry(entry) => collect(&entry.blocks, texts),
            _ => {}
        }
    }
}

fn fault_of_lists(lists: &[SidebarList]) -> Option<String> {
    let empty = lists.iter().find(|list| list.items.is_empty());
    empty.map(|list| format!("a list without items: {list:?}"))
}
