//! Where in a state the text of a body may be.

use serde_json::{Map, Value};

use super::scripts::State;
use super::write::{self, has_sentences, is_text};
use crate::value::text::{fold, has_token};

/// Text shorter than this many bytes is a teaser, a caption or a message.
const SHORTEST: usize = 300;
/// A body has at least so many sentences.
const SENTENCES: usize = 3;
/// A string of JSON shorter than this holds no body.
const SHORTEST_JSON: usize = 1000;
/// How often states may be nested as strings.
const MAX_STRINGS: usize = 3;

/// How much more a text weighs that stands beside the headline of the page, and how much less one
/// that stands beside another.
const WITH_HEADLINE: usize = 8;
const WITH_OTHER_HEADLINE: usize = 4;

/// What headlines are called.
const HEADLINES: &[&str] = &["headline", "title", "name", "hed"];

/// The tokens of names under which text stands that is no body.
const NOT_BODY: &[&str] = &[
    "ads",
    "comment",
    "comments",
    "config",
    "consent",
    "cookie",
    "cookies",
    "faq",
    "footer",
    "legal",
    "locale",
    "menu",
    "messages",
    "nav",
    "navigation",
    "newsletter",
    "paywall",
    "privacy",
    "promo",
    "recirculation",
    "recommended",
    "related",
    "settings",
    "styles",
    "terms",
    "translations",
];

/// Text that may be a body, as HTML.
pub(super) struct Candidate {
    pub(super) html: String,
    pub(super) path: String,
    headline: Headline,
}

impl Candidate {
    /// Its length, by which candidates compare.
    pub(super) fn weight(&self) -> usize {
        let bytes = self.html.len();
        match self.headline {
            Headline::Same => bytes.saturating_mul(WITH_HEADLINE),
            Headline::Unknown => bytes,
            Headline::Other => bytes / WITH_OTHER_HEADLINE,
        }
    }

    pub(super) fn has_headline(&self) -> bool {
        self.headline == Headline::Same
    }
}

/// Whether the innermost headline around a value is that of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Headline {
    Same,
    Other,
    Unknown,
}

/// A value that is still to be looked at.
struct Place<'a> {
    value: &'a Value,
    path: String,
    headline: Headline,
}

/// All text that may be a body.
pub(super) fn find(states: Vec<State>, headline: Option<&str>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut round = states;
    for _ in 0..MAX_STRINGS {
        let mut nested = Vec::new();
        for state in &round {
            walk(state, headline, &mut found, &mut nested);
        }
        round = nested;
    }
    found
}

fn walk(
    state: &State,
    headline: Option<&str>,
    found: &mut Vec<Candidate>,
    nested: &mut Vec<State>,
) {
    let path = state.name.clone();
    let mut places = vec![Place { value: &state.value, path, headline: Headline::Unknown }];
    while let Some(place) = places.pop() {
        let html = match place.value {
            Value::String(text) => {
                nested.extend(json(text).map(|value| State { name: place.path.clone(), value }));
                is_text(text).then(|| text.clone())
            }
            Value::Array(items) => write::group(items),
            _ => None,
        };
        match html.filter(|html| html.len() >= SHORTEST && has_sentences(html, SENTENCES)) {
            Some(html) => {
                found.push(Candidate { html, path: place.path, headline: place.headline });
            }
            None => add_inside(&place, headline, &mut places),
        }
    }
}

/// A state in a string.
fn json(text: &str) -> Option<Value> {
    let is_json = text.len() >= SHORTEST_JSON && text.starts_with(['{', '[']);
    is_json.then(|| serde_json::from_str(text).ok())?
}

/// Adds the values in an array or an object that may hold text, so that the first comes next.
fn add_inside<'a>(place: &Place<'a>, headline: Option<&str>, places: &mut Vec<Place<'a>>) {
    let first = places.len();
    let mut add = |key: &dyn std::fmt::Display, value: &'a Value, headline: Headline| {
        if may_hold_text(value) {
            places.push(Place { value, path: format!("{}.{key}", place.path), headline });
        }
    };
    match place.value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| add(&index, item, place.headline));
        }
        Value::Object(fields) => {
            let headline = headline_of(fields, headline).unwrap_or(place.headline);
            let fields = fields.iter().filter(|(key, _)| !has_token(key, NOT_BODY));
            fields.for_each(|(key, value)| add(key, value, headline));
        }
        _ => {}
    }
    if let Some(added) = places.get_mut(first..) {
        added.reverse();
    }
}

fn may_hold_text(value: &Value) -> bool {
    match value {
        Value::String(text) => text.len() >= SHORTEST,
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => false,
    }
}

/// How the headline in an object compares with that of the page; `None` where it has none.
fn headline_of(fields: &Map<String, Value>, headline: Option<&str>) -> Option<Headline> {
    let headline = headline?;
    let mut stated = HEADLINES.iter().filter_map(|name| fields.get(*name)?.as_str()).peekable();
    stated.peek()?;
    let is_same = stated.any(|stated| fold(stated) == headline);
    Some(if is_same { Headline::Same } else { Headline::Other })
}
