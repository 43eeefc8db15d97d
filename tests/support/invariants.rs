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
    let shown: Vec<Letter> = letters(&shown).map(Letter::shown).collect();
    // What is hidden may be shown by a script, and is read where it looks like the body.
    first_astray(&texts, &shown).and_then(|_| first_astray(&texts, &all_letters(html)))
}

/// A letter or digit of a page.
struct Letter {
    letter: char,
    /// How many letters from this one on a text around them may be without: those of a whole text
    /// of the page, at its first.
    may_lack: usize,
}

impl Letter {
    fn shown(letter: char) -> Self {
        Self { letter, may_lack: 0 }
    }
}

/// The first text that is not in the page, or not in its order.
fn first_astray(texts: &[String], page: &[Letter]) -> Option<String> {
    let mut rest = page;
    for text in texts {
        let wanted: Vec<char> = letters(text).collect();
        let Some(behind) = behind_first(rest, &wanted) else {
            return Some(format!("not in the page, or not in its order: {text:?}"));
        };
        rest = behind;
    }
    None
}

/// What follows the first place where the wanted letters stand: that which ends first, as one may
/// reach over much that is not shown.
fn behind_first<'a>(page: &'a [Letter], wanted: &[char]) -> Option<&'a [Letter]> {
    let Some(first) = wanted.first() else { return Some(page) };
    let mut most: Option<&[Letter]> = None;
    for (start, letter) in page.iter().enumerate() {
        if most.is_some_and(|rest| page.len() - rest.len() <= start) {
            break;
        }
        if letter.letter == *first {
            let rest = behind(page.get(start..)?, wanted);
            most = most.into_iter().chain(rest).max_by_key(|rest| rest.len());
        }
    }
    most
}

/// What follows the wanted letters, if the page begins with them. A text that is not shown is
/// there from its first letter on, or not at all.
fn behind<'a>(page: &'a [Letter], wanted: &[char]) -> Option<&'a [Letter]> {
    let (mut page, mut wanted) = (page, wanted);
    while !wanted.is_empty() {
        let unshown = page.first()?.may_lack;
        let (next, later) = wanted.split_at_checked(unshown.max(1)).unwrap_or((wanted, &[]));
        let found = page.iter().map(|letter| letter.letter).take(next.len());
        if found.eq(next.iter().copied()) {
            (page, wanted) = (page.get(next.len()..)?, later);
        } else if unshown > 0 {
            page = page.get(unshown..)?;
        } else {
            return None;
        }
    }
    Some(page)
}

/// The letters of a page in the order of its tree, shown or hidden, by another library.
fn all_letters(html: &str) -> Vec<Letter> {
    // As for readers without scripts, whom `<noscript>` is for.
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder, ..ParseOpts::default() };
    let sink = scraper::HtmlTreeSink::new(scraper::Html::new_document());
    let page = html5ever::parse_document(sink, options).one(html);
    let texts = page.tree.root().descendants().filter_map(|node| {
        let may_lack = node.ancestors().any(|node| may_be_unshown(node.value()));
        Some((node.value().as_text()?.to_string(), may_lack))
    });
    let letters_of = |(text, may_lack): (String, bool)| {
        let mut letters: Vec<Letter> = letters(&text).map(Letter::shown).collect();
        let size = letters.len();
        if let Some(first) = letters.first_mut().filter(|_| may_lack) {
            first.may_lack = size;
        }
        letters
    };
    texts.flat_map(letters_of).collect()
}

/// Ends of the classes of what is there for screen readers alone.
const FOR_EARS: [&str; 11] = [
    "a11y-hidden",
    "element-invisible",
    "screen-reader",
    "screen-reader-only",
    "screen-reader-text",
    "show-for-sr",
    "sr-only",
    "sr-text",
    "vh",
    "visually-hidden",
    "visuallyhidden",
];

/// Elements whose content is no text of the page.
const UNSHOWN: [&str; 12] = [
    "audio", "canvas", "iframe", "math", "object", "script", "select", "style", "svg", "template",
    "textarea", "video",
];

/// Whether a text around an element may be without what is in it.
fn may_be_unshown(node: &scraper::Node) -> bool {
    node.as_element().is_some_and(|element| {
        UNSHOWN.contains(&element.name())
            || element.classes().any(is_class_for_ears)
            || element.attr("hidden").is_some()
            || element.attr("style").is_some_and(|style| style.contains("none"))
    })
}

fn is_class_for_ears(class: &str) -> bool {
    let class = class.to_ascii_lowercase().replace('_', "-");
    FOR_EARS.iter().any(|name| class == *name || class.ends_with(&format!("-{name}")))
}

fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|letter| letter.is_alphanumeric())
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

#[test]
fn texts_that_are_lost_or_out_of_order_are_astray() {
    let is_astray = |texts: &[&str], html: &str| {
        let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        first_astray(&texts, &all_letters(html)).is_some()
    };
    let page = "<p>One two<script>let three = 3</script> three<span class=sr-only> and a half</span>\
                <p>Four";
    assert!(!is_astray(&["One two three", "Four"], page));
    assert!(!is_astray(&["two three and a half", "Four"], page));
    assert!(is_astray(&["Four", "One two three"], page));
    assert!(is_astray(&["One three"], page));
    assert!(is_astray(&["One two three", "Five"], page));
    // With `l`, `as` and the `t` at the end there is another `last`, which reaches too far.
    let drawing = "<svg><text>l</text><text>as</text><text>last</text><text>middle</text>\
                   <text>t</text></svg>";
    assert!(!is_astray(&["last", "middle"], drawing));
}
