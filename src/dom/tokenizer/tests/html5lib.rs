//! The tokenizer tests of the html5lib project, where they are at hand.

use std::fs;
use std::path::Path;

use html5ever::LocalName;
use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use serde_json::Value;

use super::*;

#[test]
fn tokens_are_those_of_html5lib() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/html5lib-tests/tokenizer");
    let Ok(entries) = folder.read_dir() else {
        eprintln!("skipped: {} is not there", folder.display());
        return;
    };
    let mut tally = Tally::default();
    for path in entries.map(|entry| entry.expect("a file").path()) {
        if path.extension().is_some_and(|extension| extension == "test") {
            let text = fs::read_to_string(&path).expect("tests are text");
            let file: Value = serde_json::from_str(&text).expect("tests are JSON");
            for test in list(&file["tests"]) {
                tally.run(test);
            }
        }
    }
    eprintln!("{} runs; {} skipped, whose text is no Unicode", tally.runs, tally.skipped);
    assert!(tally.failures.is_empty(), "{}", tally.failures.join("\n"));
    assert!(tally.runs > 6000);
}

#[derive(Default)]
struct Tally {
    runs: usize,
    skipped: usize,
    failures: Vec<String>,
}

impl Tally {
    fn run(&mut self, test: &Value) {
        let states = match &test["initialStates"] {
            Value::Null => vec!["Data state"],
            states => list(states).iter().filter_map(Value::as_str).collect(),
        };
        for state in states {
            match run(test, state) {
                None => self.skipped += 1,
                Some((seen, expected)) => {
                    self.runs += 1;
                    let fails = sorted(seen.clone()) != sorted(expected.clone());
                    self.failures.extend(fails.then(|| {
                        format!("{}, {state}: {seen:?}\n  {expected:?}", test["description"])
                    }));
                }
            }
        }
    }
}

/// What is seen and what is expected; `None` where the test can't be run: text here is Unicode,
/// and a lone surrogate is not.
fn run(test: &Value, state: &str) -> Option<(Vec<Seen>, Vec<Seen>)> {
    let escaped = test["doubleEscaped"] == Value::Bool(true);
    let input = text(&test["input"], escaped)?;
    let expected = list(&test["output"]).iter().map(|token| expected(token, escaped));
    let expected: Vec<Seen> = joined(expected.collect::<Option<_>>()?);
    let mut tokenizer = Tokenizer::new(&input, usize::MAX - 1, Recorder::new(Plain));
    tokenizer.content = content(state);
    if let Some(name) = test["lastStartTag"].as_str() {
        tokenizer.last_start_tag = LocalName::from(name);
    }
    let mut seen = tokenizer.run().finish().1;
    assert_eq!(seen.pop(), Some(Seen::Eof));
    Some((seen, expected))
}

/// A sink that lets the tokenizer go on in its own way.
struct Plain;

impl TokenSink for Plain {
    type Handle = ();

    fn process_token(&self, _token: Token, _line: u64) -> TokenSinkResult<()> {
        TokenSinkResult::Continue
    }
}

fn content(state: &str) -> Content {
    match state {
        "Data state" => Content::Data,
        "PLAINTEXT state" => Content::Plaintext,
        "RCDATA state" => Content::Raw(Rcdata),
        "RAWTEXT state" => Content::Raw(Rawtext),
        "Script data state" => Content::Raw(ScriptData),
        "CDATA section state" => Content::Cdata,
        _ => panic!("no such state: {state}"),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A string of a test; `\uXXXX` in some is to be resolved once more.
fn text(value: &Value, escaped: bool) -> Option<String> {
    let text = value.as_str()?;
    if !escaped {
        return Some(text.to_owned());
    }
    let mut units = Vec::new();
    let mut parts = text.split("\\u");
    units.extend(parts.next()?.encode_utf16());
    for part in parts {
        units.push(u16::from_str_radix(part.get(..4)?, 16).ok()?);
        units.extend(part.get(4..)?.encode_utf16());
    }
    String::from_utf16(&units).ok()
}

fn expected(token: &Value, escaped: bool) -> Option<Seen> {
    let part = |at: usize| text(&token[at], escaped);
    Some(match token[0].as_str()? {
        "DOCTYPE" => Seen::Doctype(part(1), part(2), part(3), token[4] == Value::Bool(false)),
        "StartTag" => {
            let attributes = token[2].as_object()?.iter();
            let attributes = attributes.map(|(name, value)| {
                Some((text(&name.clone().into(), escaped)?, text(value, escaped)?))
            });
            let closes = token[3] == Value::Bool(true);
            Seen::Start(part(1)?, attributes.collect::<Option<_>>()?, closes)
        }
        "EndTag" => Seen::End(part(1)?),
        "Comment" => Seen::Comment(part(1)?),
        "Character" => Seen::Text(part(1)?),
        other => panic!("no such token: {other}"),
    })
}

/// With texts that follow each other as one.
fn joined(tokens: Vec<Seen>) -> Vec<Seen> {
    let mut joined: Vec<Seen> = Vec::new();
    for token in tokens {
        match (joined.last_mut(), token) {
            (Some(Seen::Text(before)), Seen::Text(text)) => before.push_str(&text),
            (_, token) => joined.push(token),
        }
    }
    joined
}

/// The attributes of a test have no order.
fn sorted(mut tokens: Vec<Seen>) -> Vec<Seen> {
    for token in &mut tokens {
        if let Seen::Start(_, attributes, _) = token {
            attributes.sort();
        }
    }
    tokens
}
