//! Rates in the data of a script that draws the widget: `[{"name": …, "data": {"USD": [320.9, 321.7]}}]`.

use memchr::memmem::Finder;
use rust_decimal::Decimal;
use serde_json::{Deserializer, Map, Value};

use crate::Limits;
use crate::dom::{ElementRef, NodeRef};
use crate::model::CurrencyQuote;
use crate::value::currency::code_of;
use crate::value::money::Separators;
use crate::value::text::collapse;

use super::row::are_pair;
use super::words::{Role, role_of_name};

/// What every set of rates has, in the quotes of JSON.
const MAJOR_KEY: &str = "\"USD\"";

/// What a row has that is about one currency.
const BUY_KEY: &str = "\"buy\"";

/// The most places of one script where a value is looked for: data stands at the start of a
/// statement, and what cannot be read is program text.
const TRIES: usize = 16;

/// The most bytes from where a value starts to its first rate: names and addresses of an office.
const LEAD_BYTES: usize = 1 << 14;

/// Keys under which an office or bank has its name.
const NAMES: &[&str] = &["name", "title", "bank", "office", "company", "label"];

/// Keys under which a row has its currency.
const CODES: &[&str] =
    &["code", "currency", "iso", "symbol", "ccy", "cur", "char_code", "charcode"];

/// The quotes in the data of scripts, in page order. Single numbers are none, since shops convert
/// prices by such tables: buying and selling price must both be there.
pub(super) fn quotes<'a>(
    scripts: impl Iterator<Item = ElementRef<'a>>,
    limits: &Limits,
) -> Vec<CurrencyQuote> {
    let finder = Finder::new(MAJOR_KEY);
    let mut quotes = Vec::new();
    for script in scripts {
        let texts = script.node().children().filter_map(NodeRef::as_text);
        for text in texts.filter(|text| has_rates(text, &finder)) {
            for value in values(text, &finder) {
                read(&value, limits.table_cells(), &mut quotes);
            }
        }
    }
    quotes
}

/// Whether rates can be in a script: more than a price's `"currency": "USD"`. The dollar is the key
/// of an array or object, or there are prices to buy at.
fn has_rates(text: &str, finder: &Finder<'_>) -> bool {
    let holds = |at: usize| {
        let rest = text.get(at + MAJOR_KEY.len()..).unwrap_or_default();
        let value = rest.trim_start().strip_prefix(':').map(str::trim_start);
        value.is_some_and(|value| value.starts_with(['[', '{']))
    };
    let mut dollars = finder.find_iter(text.as_bytes()).peekable();
    dollars.peek().is_some()
        && (dollars.any(holds)
            || memchr::memmem::find(text.as_bytes(), BUY_KEY.as_bytes()).is_some())
}

/// The JSON values of a script with a rate in dollars in them.
fn values(text: &str, finder: &Finder<'_>) -> Vec<Value> {
    let mut values = Vec::new();
    let mut from = 0;
    let mut tries = 0;
    while let Some(key) = text.get(from..).and_then(|rest| finder.find(rest.as_bytes())) {
        let key = from + key;
        let mut next = key + MAJOR_KEY.len();
        for start in starts(text, from, key) {
            tries += 1;
            if tries > TRIES {
                return values;
            }
            let rest = text.get(start..).unwrap_or_default();
            let mut stream = Deserializer::from_str(rest).into_iter::<Value>();
            if let Some(Ok(value)) = stream.next()
                && start + stream.byte_offset() > key
            {
                next = start + stream.byte_offset();
                values.push(value);
                break;
            }
        }
        from = next;
    }
    values
}

/// Where a value can start that holds `key`, outermost first: at brackets behind what stands
/// before data in a program, and then at the object of the key itself.
fn starts(text: &str, from: usize, key: usize) -> impl Iterator<Item = usize> {
    let from = from.max(key.saturating_sub(LEAD_BYTES));
    let lead = text.as_bytes().get(from..key).unwrap_or_default();
    let outer = lead.iter().enumerate().filter(move |(at, byte)| {
        let before = lead.get(..*at).unwrap_or_default().trim_ascii_end().last();
        matches!(byte, b'[' | b'{') && before.is_none_or(|before| matches!(before, b'=' | b'('))
    });
    let inner = lead.iter().rposition(|byte| *byte == b'{');
    outer.map(|(at, _)| at).chain(inner).map(move |at| from + at)
}

/// Adds the rates of a value. No recursion: pages nest as deep as they like.
fn read(value: &Value, limit: usize, quotes: &mut Vec<CurrencyQuote>) {
    let mut open: Vec<(&Value, Option<String>)> = vec![(value, None)];
    while let Some((value, name)) = open.pop() {
        match value {
            Value::Array(values) => {
                open.extend(values.iter().rev().map(|value| (value, name.clone())));
            }
            Value::Object(object) => {
                let name = name_in(object).or(name);
                quotes.extend(row(object, name.as_deref()));
                quotes.extend(rows(object, name.as_deref()));
                let inside = object.values().filter(|value| value.is_array() || value.is_object());
                let mut inside: Vec<_> = inside.map(|value| (value, name.clone())).collect();
                inside.reverse();
                open.extend(inside);
            }
            _ => {}
        }
        if quotes.len() >= limit {
            quotes.truncate(limit);
            return;
        }
    }
}

/// The name of the office that an object is about.
fn name_in(object: &Map<String, Value>) -> Option<String> {
    let name = NAMES.iter().find_map(|key| object.get(*key)?.as_str())?;
    Some(collapse(name)).filter(|name| !name.is_empty())
}

/// The rates of an object with a currency for each key.
fn rows(object: &Map<String, Value>, source: Option<&str>) -> Vec<CurrencyQuote> {
    let mut quotes = Vec::new();
    for (key, value) in object {
        if let Some(code) = code(key)
            && let Some((buy, sell)) = prices(value)
        {
            quotes.push(quote(code, buy, sell, source));
        }
    }
    quotes
}

/// The rate of an object that is about one currency.
fn row(object: &Map<String, Value>, source: Option<&str>) -> Option<CurrencyQuote> {
    let named = CODES.iter().find_map(|key| object.get(*key)?.as_str());
    let code = code(named.or_else(|| NAMES.iter().find_map(|key| object.get(*key)?.as_str()))?)?;
    let (buy, sell) = by_names(object)?;
    // The name of a row is its currency's, so that of the office stands farther out.
    let source = source.filter(|source| code_of(source).is_none());
    Some(quote(code, buy, sell, source))
}

fn quote(code: &str, buy: Decimal, sell: Decimal, source: Option<&str>) -> CurrencyQuote {
    let mut quote = CurrencyQuote::new(code);
    (quote.buy, quote.sell) = (Some(buy), Some(sell));
    quote.source = source.map(str::to_owned);
    quote
}

/// The currency of a key that is its code and nothing else.
fn code(key: &str) -> Option<&'static str> {
    let is_code = key.len() == 3 && key.bytes().all(|b| b.is_ascii_uppercase());
    is_code.then(|| code_of(key)).flatten()
}

/// Buying and selling price: two numbers in this order, or named so.
fn prices(value: &Value) -> Option<(Decimal, Decimal)> {
    match value {
        Value::Array(pair) => match pair.as_slice() {
            [buy, sell] => pair_of(number(buy)?, number(sell)?),
            _ => None,
        },
        Value::Object(object) => by_names(object),
        _ => None,
    }
}

fn by_names(object: &Map<String, Value>) -> Option<(Decimal, Decimal)> {
    let of = |role: Role| {
        let mut named = object.iter().filter(|(key, _)| role_of_name(key) == Some(role));
        named.find_map(|(_, value)| number(value))
    };
    pair_of(of(Role::Buy)?, of(Role::Sell)?)
}

fn pair_of(buy: Decimal, sell: Decimal) -> Option<(Decimal, Decimal)> {
    let open = !buy.is_zero() && !sell.is_zero();
    (open && are_pair(buy, sell)).then_some((buy, sell))
}

/// A number, or a text with one.
fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) => number.to_string().parse().ok(),
        Value::String(text) => Separators::default().parse(text),
        _ => None,
    }
}
