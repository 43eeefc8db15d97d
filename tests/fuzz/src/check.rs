//! What must hold for every rendering.

use newsprint::model::{Article, Block, List};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scraper::Html;
use scraper::node::Element;

/// The elements that `Article::to_html` may write, besides those that the HTML parser adds.
const ELEMENTS: &[&str] = &[
    "a",
    "article",
    "blockquote",
    "body",
    "br",
    "caption",
    "cite",
    "code",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "html",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "time",
    "tr",
    "ul",
];
/// The attributes that it may write.
const ATTRIBUTES: &[&str] =
    &["alt", "class", "datetime", "height", "href", "src", "srcset", "width"];
const SCHEMES: &[&str] = &["http://", "https://", "mailto:"];

/// Panics unless a fragment of HTML, read as a browser reads it, holds only elements and
/// attributes that do nothing, and only addresses that are of the web or of mail.
pub fn assert_inert(html: &str) {
    let fragment = Html::parse_fragment(html);
    for element in fragment.tree.values().filter_map(|node| node.as_element()) {
        assert!(ELEMENTS.contains(&element.name()), "<{}> in {html}", element.name());
        element.attrs().for_each(|(name, value)| assert_inert_attribute(element, name, value));
    }
}

fn assert_inert_attribute(element: &Element, name: &str, value: &str) {
    assert!(ATTRIBUTES.contains(&name), "<{} {name}={value:?}>", element.name());
    let is_inert = match name {
        "href" | "src" | "srcset" => has_inert_scheme(value),
        _ => true,
    };
    assert!(is_inert, "<{} {name}={value:?}>", element.name());
}

fn has_inert_scheme(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    SCHEMES.iter().any(|scheme| url.starts_with(scheme))
}

/// Panics unless the Markdown of paragraphs, headings, lists, tables, quotes and code, read as
/// CommonMark, shows the words of their texts.
pub fn assert_markdown_keeps_text(article: &Article) {
    let markdown = article.to_markdown();
    let mut texts = Vec::new();
    collect(&article.body, &mut texts);
    assert_eq!(words(&shown(&markdown)), words(&texts.join(" ")), "{markdown}");
}

/// The words, without what a rendering may keep or leave out: control characters and marks of
/// direction.
fn words(text: &str) -> Vec<String> {
    let may_go =
        |c: char| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    // The one character that is of both kinds goes.
    let is_space = |c: char| c.is_whitespace() && c != '\u{85}';
    let words = text.split(is_space).map(|word| word.replace(may_go, ""));
    words.filter(|word| !word.is_empty()).collect()
}

/// The text that a reader of the Markdown sees.
fn shown(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak
            | Event::HardBreak
            | Event::Start(Tag::List(_))
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::CodeBlock,
            ) => text.push(' '),
            _ => {}
        }
    }
    text
}

/// Panics unless the HTML of an article, read by an HTML parser, shows the texts of the body in
/// their order.
pub fn assert_html_keeps_text(article: &Article) {
    let html = article.to_html();
    let shown: String = Html::parse_fragment(&html).root_element().text().collect();
    let shown: Vec<char> = letters(&shown).collect();
    let mut rest = shown.as_slice();
    let mut texts = Vec::new();
    collect(&article.body, &mut texts);
    for text in texts {
        let wanted: Vec<char> = letters(&text).collect();
        let at = match wanted.len() {
            0 => Some(0),
            length => rest.windows(length).position(|window| window == wanted),
        };
        let at = at.unwrap_or_else(|| panic!("{text:?} is not in {html}"));
        rest = &rest[at + wanted.len()..];
    }
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_alphanumeric())
}

/// The texts of blocks whose text HTML shows as it is.
fn collect(blocks: &[Block], texts: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => texts.push(paragraph.content.text()),
            Block::Heading(heading) => texts.push(heading.content.text()),
            Block::Code(code) => texts.push(code.text.clone()),
            Block::List(list) => collect_items(list, texts),
            Block::Table(table) => {
                let cells = table.header.iter().chain(&table.rows).flatten();
                texts.extend(cells.map(|cell| cell.text()));
            }
            Block::Quote(quote) => collect(&quote.blocks, texts),
            Block::Entry(entry) => collect(&entry.blocks, texts),
            _ => {}
        }
    }
}

fn collect_items(list: &List, texts: &mut Vec<String>) {
    for item in &list.items {
        texts.push(item.content.text());
        item.lists.iter().for_each(|list| collect_items(list, texts));
    }
}
