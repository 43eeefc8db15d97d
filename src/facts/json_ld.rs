//! The JSON-LD blocks of a page as JSON values.

use serde_json::{Deserializer, Value};

use super::clean::decoded_twice;
use super::finding::Findings;
use super::json_mend::{depth, mend, salvage};
use super::page::Page;
use crate::Limits;
use crate::model::Warning;

/// The most blocks whose faults are told.
const MOST_FAULTS: usize = 20;

/// The roots of all JSON-LD blocks, in page order. A block that can't be read leaves a warning.
pub(super) fn read(page: &Page<'_>, limits: &Limits, findings: &mut Findings) -> Vec<Value> {
    let mut left = limits.json_ld_bytes();
    let (mut roots, mut faults, mut deep) = (Vec::new(), Vec::new(), None);
    let scripts = page.json_ld.iter().map(|script| script.raw_text());
    for (number, text) in (1..).zip(scripts.chain(page.json_ld_metas())) {
        let Some(rest) = left.checked_sub(text.len()) else {
            faults.push(limit_reached("json_ld_bytes", limits.json_ld_bytes(), number));
            break;
        };
        left = rest;
        let (values, fault) = block(&text, limits.json_ld_depth());
        roots.extend(values);
        match fault {
            Some(Why::Broken(message)) if faults.len() < MOST_FAULTS => {
                faults.push(Warning::BrokenJsonLd { message });
            }
            Some(Why::Deep) => deep = deep.or(Some(number)),
            _ => {}
        }
    }
    let deep = deep.map(|number| limit_reached("json_ld_depth", limits.json_ld_depth(), number));
    findings.warnings.extend(faults.into_iter().chain(deep));
    roots
}

fn limit_reached(limit: &str, allowed: usize, block: u32) -> Warning {
    Warning::limit_reached(limit, allowed, format!("JSON-LD block {block}"))
}

/// The roots of one block, and what is wrong with the part that could not be read.
fn block(text: &str, allowed_depth: usize) -> (Vec<Value>, Option<Why>) {
    if text.trim().is_empty() {
        return (Vec::new(), None);
    }
    if let Ok(values) = parse(text, allowed_depth) {
        return (values, None);
    }
    let text = if text.contains("&quot;") { decoded_twice(text) } else { text.to_owned() };
    let mended = mend(&text);
    match parse(&mended, allowed_depth) {
        Ok(values) if values.is_empty() => {
            (values, Some(Why::Broken("it holds no value".to_owned())))
        }
        Ok(values) => (values, None),
        Err(Fault { before, why, at }) => {
            let rest = mended.get(..at).and_then(salvage);
            let rest = rest.and_then(|rest| parse(&rest, allowed_depth).ok());
            (rest.unwrap_or(before), Some(why))
        }
    }
}

/// Why text is not read.
#[derive(Debug, PartialEq)]
enum Why {
    /// It is no JSON, says the reader.
    Broken(String),
    /// Its values nest too deep.
    Deep,
}

/// Where text is no JSON.
struct Fault {
    /// The roots before the fault.
    before: Vec<Value>,
    why: Why,
    /// The byte where it was noticed.
    at: usize,
}

fn parse(text: &str, allowed_depth: usize) -> Result<Vec<Value>, Fault> {
    let mut values = Vec::new();
    if depth(text) > allowed_depth {
        return Err(Fault { before: values, why: Why::Deep, at: 0 });
    }
    for value in Deserializer::from_str(text).into_iter() {
        match value {
            Ok(value) => values.push(value),
            Err(error) => {
                let at = position(text, error.line(), error.column());
                return Err(Fault { before: values, why: Why::Broken(error.to_string()), at });
            }
        }
    }
    Ok(values)
}

/// The byte at a line and a column that count from 1.
fn position(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    text.floor_char_boundary(before + column.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn several_roots_in_a_block_are_all_read() {
        assert_eq!(block("{\"a\": 1}\n{\"b\": 2}", 64).0, [json!({"a": 1}), json!({"b": 2})]);
        assert_eq!(
            block("{\"a\": 1},\n{\"b\": 2}", 64),
            (vec![json!({"a": 1}), json!({"b": 2})], None)
        );
    }

    #[test]
    fn entities_are_decoded_where_quotes_are_entities() {
        let (values, fault) = block("{&quot;a&quot;: &quot;b &amp;amp; c&quot;}", 64);
        assert_eq!((values, fault), (vec![json!({"a": "b &amp; c"})], None));
    }

    #[test]
    fn what_precedes_a_fault_is_kept_and_the_fault_is_told() {
        let (values, fault) = block("{\"headline\": \"Rain\", \"image\": @@, \"x\": 1}", 64);
        assert_eq!(values, [json!({"headline": "Rain"})]);
        assert!(matches!(fault, Some(Why::Broken(message)) if message.contains("expected value")));
    }

    #[test]
    fn deep_values_are_refused() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        let (values, fault) = block(&deep, 64);
        assert!(values.is_empty());
        assert_eq!(fault, Some(Why::Deep));
    }

    #[test]
    fn an_empty_block_is_no_fault() {
        assert_eq!(block(" \n", 64), (Vec::new(), None));
    }
}
