//! Mends what sites get wrong in JSON, as a filter over its text. Each function is one pass.

use std::iter::Peekable;
use std::str::CharIndices;

use memchr::memchr2;

/// `text` with its common faults mended; valid JSON comes out unchanged.
///
/// Dropped: comments, `CDATA` and `<!-- -->` wrappers, trailing and doubled commas, semicolons,
/// control characters outside strings. In strings, raw control characters are escaped, quotes that
/// end nothing are escaped, and backslashes that escape nothing are doubled. Brackets that are
/// left open are closed.
pub(super) fn mend(text: &str) -> String {
    let mut mender = Mender::new(text);
    while let Some((at, c)) = mender.chars.next() {
        mender.step(at, c);
    }
    mender.finish()
}

/// What of `text` stands before the last comma outside strings, with its brackets closed: what is
/// left when the text breaks off or is beyond mending from there on.
pub(super) fn salvage(text: &str) -> Option<String> {
    let mut end = None;
    scan(text, |at, byte| {
        if byte == b',' {
            end = Some(at);
        }
    });
    let head = text.get(..end?)?;
    Some(closed(head))
}

/// How deep the arrays and objects of `text` nest.
pub(super) fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    scan(text, |_, byte| match byte {
        b'{' | b'[' => {
            depth += 1;
            deepest = deepest.max(depth);
        }
        b'}' | b']' => depth = depth.saturating_sub(1),
        _ => {}
    });
    deepest
}

/// Calls `outside` for each byte that is in no string.
fn scan(text: &str, mut outside: impl FnMut(usize, u8)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'"' => at = string_end(bytes, at),
            _ => outside(at - 1, byte),
        }
    }
}

/// Where the string that begins before `start` ends, with its quote.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(found) = memchr2(b'"', b'\\', bytes.get(at..).unwrap_or_default()) {
        at += found + 1;
        if bytes.get(at - 1) == Some(&b'"') {
            return at;
        }
        at += 1;
    }
    bytes.len()
}

/// `text` with the brackets that are open at its end closed.
fn closed(text: &str) -> String {
    let mut open = Vec::new();
    scan(text, |_, byte| match byte {
        b'{' => open.push('}'),
        b'[' => open.push(']'),
        b'}' | b']' => {
            open.pop();
        }
        _ => {}
    });
    text.chars().chain(open.into_iter().rev()).collect()
}

/// The wrappers that pages put around scripts so that old browsers don't show them.
const WRAPPERS: &[&str] = &["<![CDATA[", "]]>", "<!--", "-->"];

struct Mender<'a> {
    text: &'a str,
    chars: Peekable<CharIndices<'a>>,
    out: String,
    /// Where `out` has a comma that nothing has followed yet.
    comma: Option<usize>,
    /// What `out` ends with, white space aside.
    last: char,
    /// The closing brackets that are owed, and how many of them are `}`.
    open: Vec<char>,
    braces: usize,
}

impl<'a> Mender<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            chars: text.char_indices().peekable(),
            out: String::with_capacity(text.len()),
            comma: None,
            last: '[',
            open: Vec::new(),
            braces: 0,
        }
    }

    fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    fn skip_to(&mut self, end: usize) {
        while self.chars.next_if(|(at, _)| *at < end).is_some() {}
    }

    fn step(&mut self, at: usize, c: char) {
        if let Some(wrapper) = WRAPPERS.iter().find(|wrapper| self.rest(at).starts_with(**wrapper))
        {
            return self.skip_to(at + wrapper.len());
        }
        match c {
            '/' => self.comment(at),
            '"' => self.string(),
            ',' => self.comma(),
            '{' | '[' => self.bracket(c),
            '}' | ']' => self.closing(c),
            ';' => {}
            ' ' | '\n' | '\r' | '\t' => self.out.push(c),
            _ if c.is_whitespace() || c.is_control() || c == '\u{FEFF}' => self.out.push(' '),
            _ => self.value(c),
        }
    }

    fn comment(&mut self, at: usize) {
        let rest = self.rest(at);
        let inner = rest.get(2..).unwrap_or_default().trim_start_matches([' ', '\t']);
        let length = if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if WRAPPERS.iter().any(|wrapper| inner.starts_with(wrapper)) {
            // `//<![CDATA[ {` holds the data in the line of the comment.
            2
        } else if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else {
            1
        };
        self.skip_to(at + length);
    }

    fn value(&mut self, c: char) {
        self.comma = None;
        self.last = c;
        self.out.push(c);
    }

    fn comma(&mut self) {
        if self.open.is_empty() || matches!(self.last, '{' | '[' | ',') {
            self.out.push(' ');
        } else {
            self.value(',');
            self.comma = Some(self.out.len() - 1);
        }
    }

    fn bracket(&mut self, c: char) {
        self.value(c);
        self.braces += usize::from(c == '{');
        self.open.push(if c == '{' { '}' } else { ']' });
    }

    /// Closes what `c` closes; a bracket that was left open inside is closed before it.
    fn closing(&mut self, c: char) {
        self.drop_comma();
        let owed = if c == '}' { self.braces } else { self.open.len() - self.braces };
        while owed > 0
            && let Some(open) = self.open.pop()
        {
            self.braces -= usize::from(open == '}');
            self.value(open);
            if open == c {
                break;
            }
        }
    }

    fn drop_comma(&mut self) {
        if let Some(at) = self.comma.take() {
            self.out.remove(at);
        }
    }

    fn string(&mut self) {
        self.value('"');
        while let Some((at, c)) = self.chars.next() {
            match c {
                '"' if self.ends_string(at + 1) => {
                    self.out.push('"');
                    return;
                }
                '"' => self.out.push_str("\\\""),
                '\\' => self.escape(at + 1),
                '\n' => self.out.push_str("\\n"),
                '\t' => self.out.push_str("\\t"),
                '\0'..='\u{1F}' => self.out.push(' '),
                _ => self.out.push(c),
            }
        }
        self.out.push('"');
    }

    /// Whether a quote before `at` ends its string: what follows goes on with the JSON around it.
    fn ends_string(&self, at: usize) -> bool {
        let rest = self.rest(at).trim_start();
        match rest.chars().next() {
            None | Some('}' | ']' | ':' | ';') => true,
            Some(',') => {
                let next = rest.get(1..).unwrap_or_default().trim_start().chars().next();
                next.is_none_or(|c| {
                    matches!(c, '"' | '{' | '[' | '}' | ']' | '-' | ',' | '/' | 't' | 'f' | 'n')
                        || c.is_ascii_digit()
                })
            }
            // The comma between two members was forgotten, or a comment follows.
            Some('"') => rest.len() < self.rest(at).len(),
            Some('/') => rest.starts_with("//") || rest.starts_with("/*"),
            Some(_) => false,
        }
    }

    fn escape(&mut self, at: usize) {
        let rest = self.rest(at);
        let unicode = rest.as_bytes().get(1..5);
        let valid = match rest.chars().next() {
            Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') => true,
            Some('u') => unicode.is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)),
            _ => false,
        };
        if valid {
            self.out.push('\\');
            self.out.extend(self.chars.next().map(|(_, c)| c));
        } else if !rest.starts_with('\'') {
            self.out.push_str("\\\\");
        }
    }

    fn finish(mut self) -> String {
        self.drop_comma();
        self.out.extend(self.open.iter().rev());
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn read(text: &str) -> Value {
        serde_json::from_str(&mend(text)).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn common_faults_are_mended() {
        let cases = [
            ("<!-- {\"a\": 1} -->", json!({"a": 1})),
            ("//<![CDATA[\n{\"a\": 1}\n//]]>", json!({"a": 1})),
            ("//<![CDATA[ {\"a\": 1} //]]>", json!({"a": 1})),
            ("/*<![CDATA[*/{\"a\": 1}/*]]>*/", json!({"a": 1})),
            ("{\"a\": 1, // why\n \"b\": /* x */ 2,}", json!({"a": 1, "b": 2})),
            ("[1, 2, , 3,]", json!([1, 2, 3])),
            ("{\"a\": \"x\ny\tz\u{0}\"};", json!({"a": "x\ny\tz "})),
            ("{\"a\": \"say \"no\" now\", \"b\": 1}", json!({"a": "say \"no\" now", "b": 1})),
            (r#"{"a": "it\'s \x C:\dir"}"#, json!({"a": "it's \\x C:\\dir"})),
            ("\u{feff}{\u{a0}\"a\": 1\0}", json!({"a": 1})),
            ("{\"a\": [1, {\"b\": \"cut o", json!({"a": [1, {"b": "cut o"}]})),
            ("{\"a\": [1, 2}", json!({"a": [1, 2]})),
            ("{\"a\": \"http://x.org/?a=//b\"}", json!({"a": "http://x.org/?a=//b"})),
            ("{\"a\": 1}}", json!({"a": 1})),
        ];
        for (text, value) in cases {
            assert_eq!(read(text), value, "{text}");
        }
    }

    #[test]
    fn what_stands_before_a_fault_is_salvaged() {
        assert_eq!(
            salvage(r#"{"a": [1, {"b": 2}], "c": @"#).as_deref(),
            Some(r#"{"a": [1, {"b": 2}]}"#)
        );
        assert_eq!(salvage("{ nothing"), None);
    }

    #[test]
    fn depth_counts_brackets_outside_strings() {
        assert_eq!(depth(r#"{"a": ["[[[[\"[", {}]}"#), 3);
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
            "[\"\\\\,:{}/* <>!\\-\\]]{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map("\\PC{0,6}", inner, 0..6)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn valid_json_stays_as_it_is(value in any_json()) {
            let compact = value.to_string();
            prop_assert_eq!(mend(&compact), compact);
            let pretty = format!("{value:#}");
            prop_assert_eq!(mend(&pretty), pretty);
        }

        #[test]
        fn nothing_panics(text in "\\PC*", marks in "[\"\\\\,:{}/* <>!\\-\\]\\[\n\u{0}a1]{0,40}") {
            for text in [text, marks] {
                let mended = mend(&text);
                prop_assert!(mended.len() <= text.len() * 2 + 1);
                let _ = (salvage(&mended), depth(&mended));
            }
        }
    }
}
