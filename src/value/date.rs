//! Dates and times, from machine formats and from visible text in many languages.
//!
//! No clock is read and no zone is guessed: what a text does not say comes from the caller's
//! [`DateContext`] or stays unknown.

mod clock;
mod day;
mod lex;
mod relative;
mod url;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{self, TimeZone};

use self::clock::Clock;
use self::day::Day;
use self::lex::{Token, lex};
use super::locale::dates::{MONTH_FIRST_LANGUAGES, is_filler};
use crate::model::{Offset, Precision, Timestamp};

/// The order of day and month in numeric dates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum DateOrder {
    /// `1/4/2024` is the first of April.
    DayFirst,
    /// `1/4/2024` is the fourth of January.
    MonthFirst,
    /// Nobody says; the language decides where it is clear.
    #[default]
    Unknown,
}

/// What is known beside the text of a date.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct DateContext<'a> {
    /// The language of the page, as a BCP 47 tag.
    pub(crate) language: Option<&'a str>,
    /// The moment that `yesterday` and `2 hours ago` count from, in the page's own zone.
    pub(crate) reference: Option<DateTime>,
    /// The zone that a site's profile names, for times without an offset.
    pub(crate) zone: Option<&'a TimeZone>,
    /// The order of day and month, where the page or its profile gives it.
    pub(crate) order: DateOrder,
}

impl DateContext<'_> {
    /// The primary subtag of the language.
    fn primary_language(&self) -> &str {
        self.language.and_then(|tag| tag.split(['-', '_']).next()).unwrap_or_default()
    }

    /// Day first, month first, or unknown: by the context, then by the language. English alone
    /// does not decide, but its regions do.
    fn day_order(&self) -> DateOrder {
        if self.order != DateOrder::Unknown {
            return self.order;
        }
        let Some(language) = self.language else { return DateOrder::Unknown };
        if MONTH_FIRST_LANGUAGES.iter().any(|tag| tag.eq_ignore_ascii_case(language)) {
            DateOrder::MonthFirst
        } else if language.eq_ignore_ascii_case("en") {
            DateOrder::Unknown
        } else {
            DateOrder::DayFirst
        }
    }
}

/// How many words may stand beside the date in a text that is a date as a whole.
const WORDS_BESIDE: usize = 5;

/// The longest text that [`parse`] takes for a date, in bytes.
const LONGEST: usize = 300;

/// The moment that a text states as a whole; a few words may stand beside it (`Published: …`).
///
/// `None` if there is no date or time in it, an impossible one, or much else. The value is `None`
/// where the text needs what the context does not give: `2 hours ago` and `вчера` without a
/// reference, a date without a year, a time without a date, and `1/4/2024` where the order of day
/// and month is not known.
pub(crate) fn parse(text: &str, context: &DateContext<'_>) -> Option<Timestamp> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    if let Some(moment) = epoch(text) {
        return Some(moment);
    }
    let tokens = lex(text);
    if let Some(found) = first_date(&tokens, context) {
        return few_words_beside(&tokens, &found).then(|| found.stamp(text, context));
    }
    relative::parse(text, &tokens, context).or_else(|| bare_time(text, &tokens))
}

/// The first date inside a longer text, with the time beside it.
pub(crate) fn find(text: &str, context: &DateContext<'_>) -> Option<Timestamp> {
    if !may_be_in(text) {
        return None;
    }
    let tokens = lex(text);
    let found = first_date(&tokens, context)?;
    found.stamp_own(text, &tokens, context)
}

/// The first date of a text that is a date as a whole, as [`parse`] has it.
pub(crate) fn find_whole(text: &str, context: &DateContext<'_>) -> Option<Timestamp> {
    if !may_be_in(text) || text.trim().len() > LONGEST {
        return None;
    }
    let tokens = lex(text);
    let found = first_date(&tokens, context).filter(|found| few_words_beside(&tokens, found))?;
    found.stamp_own(text, &tokens, context)
}

/// Whether a date may be in a text, as far as a glance tells: East Asia alone may do without
/// digits.
pub(crate) fn may_be_in(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit() || !byte.is_ascii())
}

/// The order of day and month that a numeric date in a text shows: of `25/12/2024` the day is
/// first. `None` where both orders are possible.
pub(crate) fn numeric_order(text: &str) -> Option<DateOrder> {
    if text.len() > LONGEST {
        return None;
    }
    day::numeric_order(&lex(text))
}

/// The date in the path of an address: `/2024/04/01/`, `/2024/apr/01/`, `/20240401/`,
/// `/2024-04-01-title`.
pub(crate) fn from_url(address: &str) -> Option<Timestamp> {
    url::from_url(address)
}

/// Seconds or milliseconds since 1970, of years that a news page can be of.
fn epoch(text: &str) -> Option<Timestamp> {
    if !text.bytes().all(|b| b.is_ascii_digit()) || !matches!(text.len(), 10 | 13) {
        return None;
    }
    let seconds: i64 = text.get(..10)?.parse().ok()?;
    let moment = tz::Offset::UTC.to_datetime(jiff::Timestamp::from_second(seconds).ok()?);
    let value = format!("{}+00:00", second_form(moment));
    (1990..2100)
        .contains(&moment.year())
        .then(|| Timestamp::new(text, Some(value), Offset::Given, Precision::Second))
}

/// A date in a run of tokens, with the time beside it.
struct Found {
    day: Day,
    clock: Option<Clock>,
    start: usize,
    end: usize,
}

/// The first date in the tokens.
fn first_date(tokens: &[Token], context: &DateContext<'_>) -> Option<Found> {
    (0..tokens.len()).find_map(|at| {
        let day = day::at(tokens, at, context)?;
        Some(with_clock(tokens, at, day))
    })
}

/// The date with the time after it, else the one before it.
fn with_clock(tokens: &[Token], start: usize, mut day: Day) -> Found {
    let after = clock::after(tokens, day.end);
    if let Some(clock) = after {
        let end = year_after(tokens, &mut day, clock.end);
        return Found { day, end, clock: Some(clock), start };
    }
    match clock::before(tokens, start) {
        Some((at, clock)) => Found { end: day.end, day, clock: Some(clock), start: at },
        None => Found { end: day.end, day, clock: None, start },
    }
}

/// Takes a year that follows the time, as in `Apr 1 12:16:00 UTC 2024`; gives the end.
fn year_after(tokens: &[Token], day: &mut Day, end: usize) -> usize {
    match tokens.get(end).and_then(day::full_year) {
        Some(year) if day.year.is_none() => {
            day.year = Some(year);
            end + 1
        }
        _ => end,
    }
}

/// Whether hardly any words stand outside what was found.
fn few_words_beside(tokens: &[Token], found: &Found) -> bool {
    let outside =
        tokens.iter().enumerate().filter(|(at, _)| !(found.start..found.end).contains(at));
    outside.filter(|(_, t)| t.word().is_some_and(|word| !is_filler(word))).count() <= WORDS_BESIDE
}

impl Found {
    /// What was found, with its own part of the text.
    fn stamp_own(
        self,
        text: &str,
        tokens: &[Token],
        context: &DateContext<'_>,
    ) -> Option<Timestamp> {
        let start = tokens.get(self.start)?.start;
        let end = tokens.get(self.end.checked_sub(1)?)?.end;
        Some(self.stamp(text.get(start..end)?, context))
    }

    /// What was found, as the model has it.
    fn stamp(self, raw: &str, context: &DateContext<'_>) -> Timestamp {
        let date = self.day.resolve(context);
        let Some(clock) = self.clock else {
            let value = date.map(|date| date.to_string());
            return Timestamp::new(raw, value, Offset::Unknown, Precision::Day);
        };
        match date {
            Some(date) => stamp(raw, date.to_datetime(clock.time), &clock, context),
            None => Timestamp::new(raw, None, Offset::Unknown, clock.precision()),
        }
    }
}

/// The moment of a date and a time, with its offset where text or context give one.
fn stamp(raw: &str, moment: DateTime, clock: &Clock, context: &DateContext<'_>) -> Timestamp {
    let local = second_form(moment);
    let (value, offset) = match (&clock.zone, context.zone) {
        (Some(zone), _) => match zone.offset(moment) {
            Some(offset) => (format!("{local}{}", offset_form(offset)), Offset::Given),
            None => (local, Offset::Unknown),
        },
        (None, Some(zone)) => assumed(moment, zone).unwrap_or((local, Offset::Unknown)),
        (None, None) => (local, Offset::Unknown),
    };
    Timestamp::new(raw, Some(value), offset, clock.precision())
}

/// The moment in the zone of the context.
fn assumed(moment: DateTime, zone: &TimeZone) -> Option<(String, Offset)> {
    let zoned = zone.to_zoned_datetime(moment).ok()?;
    let value = format!("{}{}", second_form(zoned.datetime()), offset_form(zoned.offset()));
    Some((value, Offset::Assumed(zone.iana_name()?.to_owned())))
}

/// `2024-04-01T12:16:00`.
fn second_form(moment: DateTime) -> String {
    let (mut form, time) = (moment.date().to_string(), moment.time());
    for (mark, part) in [('T', time.hour()), (':', time.minute()), (':', time.second())] {
        form.push(mark);
        form.extend(two_digits(part.into()));
    }
    form
}

/// The last two digits of a number.
fn two_digits(number: i32) -> impl Iterator<Item = char> {
    let digits = [number / 10 % 10, number % 10];
    digits.into_iter().filter_map(|digit| char::from_digit(digit.unsigned_abs(), 10))
}

/// `+05:00`.
fn offset_form(offset: tz::Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// A text that is a time and nothing else of weight.
fn bare_time(text: &str, tokens: &[Token]) -> Option<Timestamp> {
    let (start, clock) = (0..tokens.len()).find_map(|at| Some((at, clock::bare(tokens, at)?)))?;
    let outside = tokens.iter().enumerate().filter(|(at, _)| !(start..clock.end).contains(at));
    let strange =
        outside.filter(|(_, t)| t.number().is_some() || t.word().is_some_and(|w| !is_filler(w)));
    (strange.count() <= 1).then(|| Timestamp::new(text, None, Offset::Unknown, clock.precision()))
}

/// A date, if it is one of the calendar.
fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

/// A time, if it is one of the day.
fn time(hour: i8, minute: i8, second: i8) -> Option<Time> {
    Time::new(hour, minute, second, 0).ok()
}

#[cfg(test)]
mod tests;
