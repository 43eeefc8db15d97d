//! Text of metadata as a reader would see it.

use std::borrow::Cow;

use crate::Limits;
use crate::dom::{Document, ElementRef, NodeRef};
use crate::value::letter::{is_alphanumeric, lower};
use crate::value::text::{collapse, is_collapsed};

/// Values that templates leave behind where there is nothing to say.
const EMPTY: &[&str] =
    &["null", "undefined", "none", "nil", "n/a", "na", "false", "-", "[]", "{}", "unknown", "nan"];

/// `text` as one line of plain text: markup and character references that were encoded twice are
/// resolved. `None` where it says nothing.
pub(super) fn clean(text: &str) -> Option<String> {
    let plain = plain(text);
    let line = if is_collapsed(&plain) { plain.into_owned() } else { collapse(&plain) };
    let says_nothing = line.is_empty()
        || EMPTY.iter().any(|empty| line.eq_ignore_ascii_case(empty))
        || line.starts_with("{{")
        || line.starts_with("${");
    (!says_nothing).then_some(line)
}

/// How many times systems encode the same text over what the page itself needs.
const MOST_ENCODINGS: usize = 2;

fn plain(text: &str) -> Cow<'_, str> {
    // Most texts have neither markup nor references.
    if memchr::memchr2(b'<', b'&', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut tags = text.split('<').skip(1);
    if tags.any(|tag| ["/", "br", "p>"].iter().any(|start| tag.starts_with(start))) {
        return Cow::Owned(shown(text));
    }
    let mut text = Cow::Borrowed(text);
    for _ in 0..MOST_ENCODINGS {
        if !has_reference(&text) {
            break;
        }
        text = Cow::Owned(decoded_twice(&text));
    }
    text
}

/// `text` with its character references resolved; markup in it stays as text.
pub(super) fn decoded_twice(text: &str) -> String {
    let escaped = text.replace('<', "&lt;");
    let html = format!("<pre>&#8203;{escaped}");
    let document = Document::parse(&html, &Limits::default());
    let text: String = document.root().descendants().filter_map(NodeRef::as_text).collect();
    text.trim_start_matches('\u{200B}').to_owned()
}

fn shown(html: &str) -> String {
    let document = Document::parse(html, &Limits::default());
    document.body().map(ElementRef::text).unwrap_or_default()
}

/// Whether `text` has something that looks like `&name;` or `&#1234;`.
fn has_reference(text: &str) -> bool {
    text.split('&').skip(1).any(|rest| {
        let name = rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '#').next();
        name.is_some_and(|name| {
            name.len() > 1 && rest.get(name.len()..).is_some_and(|rest| rest.starts_with(';'))
        })
    })
}

/// `text` for comparing: letters and digits alone, in lower case.
pub(super) fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            letters.push(c.to_ascii_lowercase());
        } else if !c.is_ascii() && is_alphanumeric(c) {
            letters.push(lower(c));
        }
    }
    letters
}

/// Whether `text` is an address and not words.
pub(super) fn is_address(text: &str) -> bool {
    let text = text.trim();
    let web =
        ["http://", "https://", "//", "www.", "/"].iter().any(|start| text.starts_with(start));
    web || (text.contains('@') && !text.contains(' ') && text.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_and_markup_are_resolved() {
        let cases = [
            ("Tom &amp; Jerry&#39;s", Some("Tom & Jerry's")),
            ("caf&eacute; &ndash; 3 < 5", Some("café – 3 < 5")),
            ("<em>Rain</em> tomorrow", Some("Rain tomorrow")),
            ("rain&amp;#8230; in May", Some("rain… in May")),
            ("AT&T; 5 & 6", Some("AT&T; 5 & 6")),
            ("  a\n b ", Some("a b")),
            ("undefined", None),
            ("{{ title }}", None),
            ("", None),
        ];
        for (text, plain) in cases {
            assert_eq!(clean(text).as_deref(), plain, "{text}");
        }
    }

    #[test]
    fn addresses_are_told_from_words() {
        assert!(is_address("https://x.org/a") && is_address("a@b.org") && is_address("/author/1"));
        assert!(!is_address("Ann Lee") && !is_address("@annlee"));
    }
}
