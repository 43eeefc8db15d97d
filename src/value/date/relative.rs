//! Moments that count from another: `вчера, 18:40`, `2 hours ago`.

use jiff::Span;
use jiff::civil::DateTime;

use super::clock::{self, Clock};
use super::lex::Token;
use super::{DateContext, WORDS_BESIDE, stamp};
use crate::model::{Offset, Precision, Timestamp};
use crate::value::locale::dates::{is_ago, is_filler, relative_day, unit_seconds};

/// The seconds of a day.
const DAY: i64 = 86_400;

/// The most that can be counted: a year of minutes and more.
const MOST: u64 = 1_000_000;

/// The moment of a text such as `вчера, 18:40` or `2 hours ago`; without a value where the context
/// has no reference.
pub(super) fn parse(text: &str, tokens: &[Token], context: &DateContext<'_>) -> Option<Timestamp> {
    let words = tokens.iter().filter(|t| t.word().is_some_and(|word| !is_filler(word))).count();
    if words > WORDS_BESIDE {
        return None;
    }
    ago(text, tokens, context).or_else(|| named_day(text, tokens, context))
}

/// `2 hours ago`, `vor einer Stunde`, `2小时前`.
fn ago(text: &str, tokens: &[Token], context: &DateContext<'_>) -> Option<Timestamp> {
    let (at, seconds) = tokens
        .iter()
        .enumerate()
        .find_map(|(at, token)| Some((at, unit_seconds(token.word()?)?)))?;
    if !tokens.iter().any(|token| token.word().is_some_and(is_ago)) {
        return None;
    }
    let count = at.checked_sub(1).and_then(|before| tokens.get(before)).and_then(Token::number);
    let count = count.map_or(1, |(value, _)| value);
    if count > MOST {
        return None;
    }
    let precision = if seconds < DAY { Precision::Minute } else { Precision::Day };
    let passed = seconds.checked_mul(i64::try_from(count).ok()?)?;
    let Some(moment) = context.reference.and_then(|reference| before(reference, passed)) else {
        return Some(Timestamp::new(text, None, Offset::Unknown, precision));
    };
    Some(match precision {
        Precision::Day => dated(text, moment),
        _ => stamp(text, moment, &clock_of(moment), context),
    })
}

/// The moment so many seconds before the reference.
fn before(reference: DateTime, seconds: i64) -> Option<DateTime> {
    reference.checked_sub(Span::new().try_seconds(seconds).ok()?).ok()
}

/// The clock of a moment that was counted.
fn clock_of(moment: DateTime) -> Clock {
    Clock::of(moment.time())
}

/// A day without a time.
fn dated(text: &str, moment: DateTime) -> Timestamp {
    Timestamp::new(text, Some(moment.date().to_string()), Offset::Unknown, Precision::Day)
}

/// `вчера, 18:40`, `today`.
fn named_day(text: &str, tokens: &[Token], context: &DateContext<'_>) -> Option<Timestamp> {
    let (at, days) = tokens
        .iter()
        .enumerate()
        .find_map(|(at, token)| Some((at, relative_day(token.word()?)?)))?;
    let clock = clock::after(tokens, at + 1).or_else(|| clock::before(tokens, at).map(|(_, c)| c));
    let precision = clock.as_ref().map_or(Precision::Day, Clock::precision);
    let Some(moment) = context.reference.and_then(|reference| before(reference, days * DAY)) else {
        return Some(Timestamp::new(text, None, Offset::Unknown, precision));
    };
    Some(match clock {
        Some(clock) => stamp(text, moment.date().to_datetime(clock.time), &clock, context),
        None => dated(text, moment),
    })
}
