//! Blocks of a state as HTML.

use serde_json::{Map, Value};

use crate::value::text::has_token;

/// Blocks nested deeper than this are left out.
const MAX_DEPTH: usize = 24;
/// Text of so many bytes with a space in it may be prose; what is shorter counts in blocks alone.
const SHORTEST_TEXT: usize = 200;

/// The names under which blocks hold text or other blocks, as the usual editors write them.
const TEXT: &[&str] = &[
    "__html",
    "blocks",
    "body",
    "children",
    "content",
    "contents",
    "copy",
    "data",
    "html",
    "innerHTML",
    "items",
    "markup",
    "nodes",
    "paragraph",
    "paragraphs",
    "text",
    "value",
];

/// The names under which blocks say what they are.
const KINDS: &[&str] = &["type", "tag", "tagName", "nodeType", "blockType", "kind", "__typename"];

/// The tokens of what blocks say they are, and the element that is; the first that fits counts.
const ELEMENTS: &[(&[&str], &str)] = &[
    (&["image", "picture", "photo", "video", "audio", "embed", "iframe", "gallery"], ""),
    (&["ad", "advert", "advertisement", "promo", "related", "newsletter", "script", "style"], ""),
    (&["author", "caption", "comments", "divider", "teaser"], ""),
    (&["h", "heading", "header", "subheading", "subhead", "crosshead"], "h2"),
    (&["item", "li"], "li"),
    (&["ol", "ordered"], "ol"),
    (&["ul", "list", "unordered"], "ul"),
    (&["blockquote", "quote", "pullquote"], "blockquote"),
    (&["p", "paragraph", "unstyled"], "p"),
    (
        &["a", "b", "i", "em", "strong", "span", "text", "link", "hyperlink", "bold", "italic"],
        "span",
    ),
    (&["br"], "br"),
];

/// Objects with a headline stand for whole articles or teasers if they have an address, or do not
/// say what kind of block they are.
const ADDRESSES: &[&str] = &["url", "href", "slug", "link", "permalink", "canonicalUrl", "path"];
const HEADLINES: &[&str] = &["title", "headline"];

/// The first item of an array that stands for an element of React.
const ELEMENT: &str = "$";

/// Whether a text is written in HTML.
pub(super) fn is_markup(text: &str) -> bool {
    text.contains("</") || text.contains("<p") || text.contains("<br")
}

/// Whether a string may be text that people read, and not an address, a key or code.
pub(super) fn is_text(text: &str) -> bool {
    text.len() >= SHORTEST_TEXT && !text.starts_with(['{', '[']) && !text.starts_with("http")
}

/// Whether there are at least so many ends of sentences in a text or in HTML.
pub(super) fn has_sentences(html: &str, least: usize) -> bool {
    let mut chars = html.chars().peekable();
    let mut count = 0;
    while let Some(c) = chars.next() {
        let is_end = match c {
            '.' | '!' | '?' | '؟' | '…' => chars.peek().is_none_or(|next| {
                next.is_whitespace() || matches!(next, '<' | '"' | '”' | '»' | '&')
            }),
            '。' | '！' | '？' | '।' => true,
            _ => false,
        };
        count += usize::from(is_end);
        if count >= least {
            return true;
        }
    }
    false
}

/// Lines as paragraphs.
pub(super) fn paragraphs(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + "<p>".len());
    for line in text.split(['\n', '\r']).filter(|line| !line.trim().is_empty()) {
        html.push_str("<p>");
        escape(line, &mut html);
    }
    html
}

/// The text of an array of blocks; `None` where its items are something else.
pub(super) fn group(items: &[Value]) -> Option<String> {
    if element(items).is_some() {
        return None;
    }
    let articles = items.iter().filter(|item| is_article(item)).count();
    if articles * 2 > items.len() {
        return None;
    }
    let mut writer = Writer::default();
    for item in items {
        writer.write(item, 0);
    }
    Some(writer.html)
}

fn is_article(value: &Value) -> bool {
    let Value::Object(fields) = value else { return false };
    let has = |names: &[&str]| names.iter().any(|name| fields.contains_key(*name));
    has(HEADLINES) && (has(ADDRESSES) || !has(KINDS))
}

/// The name and the properties of an element of React: `["$", "p", key, {…}]`.
fn element(items: &[Value]) -> Option<(&str, &Map<String, Value>)> {
    match items {
        [Value::String(mark), Value::String(name), _, Value::Object(properties), ..]
            if mark == ELEMENT =>
        {
            Some((name, properties))
        }
        _ => None,
    }
}

#[derive(Default)]
struct Writer {
    html: String,
    /// Whether what comes is in a paragraph already.
    in_block: bool,
}

impl Writer {
    fn write(&mut self, value: &Value, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        match value {
            Value::String(text) => self.text(text),
            Value::Array(items) => match element(items) {
                Some((name, properties)) => self.block(Some(name), properties, depth),
                None => items.iter().for_each(|item| self.write(item, depth + 1)),
            },
            Value::Object(fields) if !is_article(value) => {
                let kind = KINDS.iter().find_map(|name| fields.get(*name)?.as_str());
                self.block(kind, fields, depth);
            }
            _ => {}
        }
    }

    /// A block of the kind that it says it is.
    fn block(&mut self, kind: Option<&str>, fields: &Map<String, Value>, depth: usize) {
        let named = kind.and_then(|kind| ELEMENTS.iter().find(|(names, _)| has_token(kind, names)));
        let tag = match named {
            Some((_, "")) => return,
            Some((_, "span")) | None => None,
            Some((_, tag)) => Some(*tag),
        };
        let around = self.in_block;
        if let Some(tag) = tag {
            self.tag("<", tag);
            self.in_block = !matches!(tag, "ol" | "ul" | "blockquote");
        }
        for value in TEXT.iter().filter_map(|name| fields.get(*name)) {
            self.write(value, depth + 1);
        }
        if let Some(tag) = tag {
            self.tag("</", tag);
        }
        self.in_block = around;
    }

    fn tag(&mut self, open: &str, name: &str) {
        self.html.extend([open, name, ">"]);
    }

    fn text(&mut self, text: &str) {
        // An element of React that is defined elsewhere.
        if text.starts_with(ELEMENT) {
            return;
        }
        if is_markup(text) {
            self.html.push_str(text);
        } else if self.in_block {
            escape(text, &mut self.html);
        } else {
            self.html.push_str(&paragraphs(text));
        }
    }
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '<' => html.push_str("&lt;"),
            '&' => html.push_str("&amp;"),
            c => html.push(c),
        }
    }
}
