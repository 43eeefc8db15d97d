//! What may stand in an output: characters of a line, characters of HTML, addresses.

use url::Url;

/// The embedding, override and isolate characters of the Unicode Bidirectional Algorithm, which
/// make the text after them read in another order than it is written.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Line and paragraph separators, which JavaScript and some editors take for line ends.
fn is_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// A field of one line: white space collapsed, control characters and bidi overrides left out.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_whitespace() || c == '\u{b}' || is_separator(c) {
            push_space(&mut line);
        } else if !c.is_control() && !is_bidi_control(c) {
            line.push(c);
        }
    }
    line.trim().to_owned()
}

fn push_space(line: &mut String) {
    if !line.is_empty() && !line.ends_with(' ') {
        line.push(' ');
    }
}

/// [`one_line`] of a field that may be absent; `None` when nothing is left of it.
pub(super) fn optional_line(text: Option<&str>) -> Option<String> {
    text.map(one_line).filter(|line| !line.is_empty())
}

/// Preformatted text: line ends are `\n`, and of the control characters only it and tabs remain;
/// vertical tabs and form feeds part words, so spaces take their place.
pub(super) fn preformatted(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n").replace(['\u{b}', '\u{c}'], " ");
    lines.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// The address of an image or a page: `http` and `https` only, without white space.
pub(super) fn web_url(url: &str) -> Option<&str> {
    allowed_url(url, &["http", "https"])
}

/// The target of a link: [`web_url`] or `mailto`.
pub(super) fn link_url(url: &str) -> Option<&str> {
    allowed_url(url, &["http", "https", "mailto"])
}

/// White space and control characters are refused rather than mended: readers of URLs disagree
/// on which of them to drop, so `java\tscript:` is harmless to some and a script to others. So are
/// addresses of the web without `//`, which lead elsewhere from one page than from another.
fn allowed_url<'a>(url: &'a str, schemes: &[&str]) -> Option<&'a str> {
    let url = url.trim();
    let clean = |c: char| !c.is_whitespace() && !c.is_control() && !is_bidi_control(c);
    if !url.chars().all(clean) {
        return None;
    }
    let parsed = Url::parse(url).ok()?;
    let rest = url.get(parsed.scheme().len()..)?;
    let is_whole = rest.starts_with("://") || parsed.cannot_be_a_base();
    (is_whole && schemes.contains(&parsed.scheme())).then_some(url)
}

/// A name of a programming language that is safe in a class and in the info string of a fence.
pub(super) fn language_name(language: &str) -> Option<&str> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '-' | '_' | '.');
    let language = language.trim();
    (!language.is_empty() && language.chars().all(allowed)).then_some(language)
}

/// Appends text to HTML, with the escapes of the HTML standard's serialiser.
pub(super) fn push_html_text(html: &mut String, text: &str) {
    text.chars().for_each(|c| push_html_char(html, c));
}

/// Appends ` name="value"` to an open tag.
pub(super) fn push_html_attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    for c in value.chars() {
        match c {
            '"' => html.push_str("&quot;"),
            _ => push_html_char(html, c),
        }
    }
    html.push('"');
}

fn push_html_char(html: &mut String, c: char) {
    match c {
        '&' => html.push_str("&amp;"),
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        '\u{A0}' => html.push_str("&nbsp;"),
        _ => html.push(c),
    }
}

/// JSON as it may stand in a `<script>` element: the escaped characters occur only in strings.
pub(super) fn script_json(json: &str) -> String {
    let mut script = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => script.push_str("\\u003c"),
            '>' => script.push_str("\\u003e"),
            '&' => script.push_str("\\u0026"),
            '\u{2028}' => script.push_str("\\u2028"),
            '\u{2029}' => script.push_str("\\u2029"),
            _ => script.push(c),
        }
    }
    script
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_controls_and_no_overrides() {
        assert_eq!(one_line(" a\r\n b\u{0}\u{202E}c\u{2029}d \t"), "a bc d");
        assert_eq!(one_line("\u{2067}\u{7F}"), "");
        assert_eq!(optional_line(Some(" \n")), None);
    }

    #[test]
    fn only_web_addresses_are_let_through() {
        for url in ["https://example.com/a?b=c", "HTTP://example.com", "https://пример.рф/я"]
        {
            assert_eq!(web_url(url), Some(url));
        }
        let bad = [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,x",
            "//example.com",
            "/a",
            "",
            "http://",
            "http://a b",
            "https:/a",
            "https:a",
            "https:\\\\a",
            "vbscript:x",
            "mailto:a@example.com",
        ];
        for url in bad {
            assert_eq!(web_url(url), None, "{url:?}");
        }
        assert_eq!(link_url("mailto:a@example.com"), Some("mailto:a@example.com"));
    }

    #[test]
    fn attributes_cannot_be_left() {
        let mut html = String::new();
        push_html_attribute(&mut html, "alt", "\"><script>&\u{A0}");
        assert_eq!(html, " alt=\"&quot;&gt;&lt;script&gt;&amp;&nbsp;\"");
    }

    #[test]
    fn preformatted_text_keeps_tabs_and_line_ends() {
        assert_eq!(preformatted("a\r\n\tb\rc\u{0}\u{1b}d\u{b}e\u{c}f"), "a\n\tb\ncd e f");
    }
}
