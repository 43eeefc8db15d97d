//! The JSON values in a page's scripts.

use serde_json::{Deserializer, Value};

use super::flight;
use crate::dom::{Document, ElementRef, Tag};

/// Scripts shorter than this hold no body.
const SHORTEST: usize = 200;
/// How many values in a script may turn out not to be JSON: each may cost as much as the script is
/// long.
const MAX_FAILURES: usize = 8;

/// A JSON value, and the name of the script or the variable that holds it.
pub(super) struct State {
    pub(super) name: String,
    pub(super) value: Value,
}

/// All states of a page, in document order; scripts beyond `bytes` of them are not read.
pub(super) fn states(document: &Document, bytes: usize) -> Vec<State> {
    let mut states = Vec::new();
    let mut rows = String::new();
    let mut left = bytes;
    for script in document.elements().filter(|element| element.tag() == Tag::Script) {
        let Some(kind) = kind(script) else { continue };
        let text = script.raw_text();
        let Some(rest) = left.checked_sub(text.len()) else { break };
        left = rest;
        match kind {
            Kind::Json => states.extend(json(script, &text)),
            Kind::Code if flight::collect(&text, &mut rows) => {}
            Kind::Code if text.len() >= SHORTEST => assigned(&text, &mut states),
            Kind::Code => {}
        }
    }
    states.extend(flight::rows(&rows));
    states
}

enum Kind {
    Json,
    Code,
}

/// What a script holds; `None` for what is read as metadata, and for code elsewhere.
fn kind(script: ElementRef<'_>) -> Option<Kind> {
    let kind = script.attr("type").unwrap_or_default().trim().to_ascii_lowercase();
    match kind.as_str() {
        "application/ld+json" => None,
        "" | "module" | "text/javascript" | "application/javascript" => {
            script.attr("src").is_none().then_some(Kind::Code)
        }
        kind => kind.ends_with("json").then_some(Kind::Json),
    }
}

fn json(script: ElementRef<'_>, text: &str) -> Option<State> {
    let value = serde_json::from_str(text.trim()).ok()?;
    let name = script.attr("id").filter(|id| !id.is_empty()).unwrap_or("script");
    Some(State { name: name.to_owned(), value })
}

/// The values that code assigns to variables or gives to functions: `window.state = {…}`,
/// `push([…])`, `JSON.parse("…")`.
fn assigned(code: &str, states: &mut Vec<State>) {
    let mut failures = 0;
    let mut at = 0;
    while failures < MAX_FAILURES {
        let Some((name, start)) = next_value(code, at) else { return };
        let Some(rest) = code.get(start..) else { return };
        let mut values = Deserializer::from_str(rest).into_iter::<Value>();
        if let Some(Ok(value)) = values.next() {
            at = start + values.byte_offset().max(1);
            states.push(State { name: name.to_owned(), value });
        } else {
            at = start + 1;
            failures += 1;
        }
    }
}

/// The next place from `at` where a JSON value may begin, and the name before it.
fn next_value(code: &str, mut at: usize) -> Option<(&str, usize)> {
    loop {
        let sign = at + memchr::memchr2(b'=', b'(', code.as_bytes().get(at..)?)?;
        let behind = code.get(sign + 1..)?;
        let value = behind.trim_start();
        if value.starts_with(['{', '[', '"']) {
            let name = name(code.get(..sign)?);
            return Some((name, sign + 1 + behind.len() - value.len()));
        }
        at = sign + 1;
    }
}

/// The last name in the code before a value: `state` of `window.app.state =`.
fn name(before: &str) -> &str {
    let before = before.trim_end().trim_end_matches([']', '"', '\'']);
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    let name = before.rsplit(|c| !is_part(c)).next().unwrap_or_default();
    if name.is_empty() { "script" } else { name }
}
