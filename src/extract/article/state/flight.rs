//! The stream that React's server components leave in a page.
//!
//! Its pieces are strings that scripts push to a list; put together they are rows: an identifier, a
//! colon, and JSON up to the end of the line, or `T`, a length in hexadecimal, a comma and as many
//! bytes of text.

use serde_json::Value;

use super::scripts::State;

/// What the scripts call the list.
const LIST: &str = "__next_f";
/// How a push of a piece of the stream begins.
const PUSH: &str = ".push(";
/// The number before a piece of text in a push.
const TEXT: i64 = 1;

/// Appends the pieces that a script pushes; says whether the script is one that does so.
pub(super) fn collect(code: &str, rows: &mut String) -> bool {
    let Some((_, rest)) = code.split_once(LIST) else { return false };
    let Some((_, argument)) = rest.split_once(PUSH) else { return false };
    let Some((argument, _)) = argument.rsplit_once(')') else { return false };
    let Ok((kind, piece)) = serde_json::from_str::<(i64, String)>(argument) else { return true };
    if kind == TEXT {
        rows.push_str(&piece);
    }
    true
}

/// The rows that hold JSON or text, each under its identifier.
pub(super) fn rows(stream: &str) -> Vec<State> {
    let mut states = Vec::new();
    let mut rest = stream;
    while let Some((id, row)) = rest.split_once(':') {
        let (value, behind) = text(row).unwrap_or_else(|| line(row));
        if let Some(value) = value {
            states.push(State { name: format!("{LIST}.{}", id.trim()), value });
        }
        rest = behind;
    }
    states
}

/// A row of text, and what stands behind it.
fn text(row: &str) -> Option<(Option<Value>, &str)> {
    let (length, behind) = row.strip_prefix('T')?.split_once(',')?;
    let length = usize::from_str_radix(length, 16).ok()?;
    let (text, behind) = behind.split_at_checked(length)?;
    Some((Some(Value::from(text)), behind))
}

/// A row of one line. Those that begin with a letter name modules and hints.
fn line(row: &str) -> (Option<Value>, &str) {
    let (line, behind) = row.split_once('\n').unwrap_or((row, ""));
    (serde_json::from_str(line).ok(), behind)
}
