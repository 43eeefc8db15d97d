//! The time of day and its zone.

use jiff::civil::{DateTime, Time};
use jiff::tz::{self, TimeZone};

use super::lex::Token;
use super::time;
use crate::model::Precision;
use crate::value::locale::dates::{Half, half_of_day, is_filler, is_hour_word};
use crate::value::locale::zones::{AMBIGUOUS, REGIONS, fixed_offset};

/// A time of day.
#[derive(Debug, Clone)]
pub(super) struct Clock {
    /// The time.
    pub(super) time: Time,
    /// Whether seconds are written.
    seconds: bool,
    /// The zone that is written.
    pub(super) zone: Option<Zone>,
    /// The token after it.
    pub(super) end: usize,
}

impl Clock {
    /// A time to the minute.
    pub(super) fn of(time: Time) -> Self {
        Self { time, seconds: false, zone: None, end: 0 }
    }

    /// The smallest unit that is written.
    pub(super) fn precision(&self) -> Precision {
        if self.seconds { Precision::Second } else { Precision::Minute }
    }
}

/// A zone as written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Zone {
    /// Minutes east of UTC.
    Minutes(i32),
    /// The IANA name of a zone whose common name holds all year (`ET`).
    Region(&'static str),
}

impl Zone {
    /// The offset at a moment.
    pub(super) fn offset(self, moment: DateTime) -> Option<tz::Offset> {
        match self {
            Self::Minutes(minutes) => tz::Offset::from_seconds(minutes * 60).ok(),
            Self::Region(name) => {
                Some(TimeZone::get(name).ok()?.to_zoned_datetime(moment).ok()?.offset())
            }
        }
    }
}

/// The most marks and fillers between a date and its time.
const BETWEEN: usize = 8;

/// The time after a date that ends before token `at`.
pub(super) fn after(tokens: &[Token], at: usize) -> Option<Clock> {
    for start in at..tokens.len().min(at + BETWEEN) {
        if let Some(clock) = compact(tokens, start).or_else(|| beside_date(tokens, start)) {
            return Some(clock);
        }
        if !tokens.get(start).is_some_and(is_between) {
            return None;
        }
    }
    None
}

/// The time before a date that starts at token `at`, and where it starts.
pub(super) fn before(tokens: &[Token], at: usize) -> Option<(usize, Clock)> {
    (at.saturating_sub(2 * BETWEEN)..at).find_map(|start| {
        let clock = beside_date(tokens, start)?;
        let between = tokens.get(clock.end..at)?;
        (between.len() <= BETWEEN && between.iter().all(is_between)).then_some((start, clock))
    })
}

/// A time that stands without a date: `19:01`, but not `19.01`.
pub(super) fn bare(tokens: &[Token], at: usize) -> Option<Clock> {
    clock(tokens, at, false)
}

/// A time beside a date, where a point may stand for the colon.
fn beside_date(tokens: &[Token], at: usize) -> Option<Clock> {
    clock(tokens, at, true)
}

/// Whether a token may stand between a date and its time.
fn is_between(token: &Token) -> bool {
    match token.mark() {
        Some(mark) => !matches!(mark, '+' | '?' | '!' | '$' | '%'),
        None => token.word().is_some_and(is_filler),
    }
}

/// `T121600`, `T1216`: hours, minutes and seconds without marks.
fn compact(tokens: &[Token], at: usize) -> Option<Clock> {
    let t = tokens.get(at)?;
    let (value, digits) = tokens.get(at + 1)?.number()?;
    if t.word() != Some("t") || !matches!(digits, 4 | 6) {
        return None;
    }
    let (hour_minute, second) = if digits == 6 { (value / 100, value % 100) } else { (value, 0) };
    let small = |value: u64| i8::try_from(value).ok();
    let time = time(small(hour_minute / 100)?, small(hour_minute % 100)?, small(second)?)?;
    let end = skip_fraction(tokens, at + 2);
    Some(with_zone(tokens, Clock { time, seconds: digits == 6, zone: None, end }, true))
}

/// The time at token `at`.
fn clock(tokens: &[Token], at: usize, points: bool) -> Option<Clock> {
    let half = tokens.get(at).and_then(Token::word).and_then(half_of_day);
    let start = if half.is_some() { at + 1 } else { at };
    let hour = tokens.get(start)?.short_number()?;
    let (minute, second, end) = minutes(tokens, start + 1, points)
        .or_else(|| hour_only(tokens, start + 1, half.is_some()))?;
    let (after, end) = meridiem(tokens, end).map_or((None, end), |(half, end)| (Some(half), end));
    let hour = in_half(hour, half.or(after))?;
    let time = time(hour, minute, second.unwrap_or_default())?;
    let machine = at.checked_sub(1).and_then(|b| tokens.get(b)).and_then(Token::word) == Some("t");
    let clock = Clock { time, seconds: second.is_some(), zone: None, end };
    Some(with_zone(tokens, clock, machine || second.is_some()))
}

/// Whether `12.03` goes on as `12.03.2024` at this token.
fn is_numeric_date(tokens: &[Token], at: usize) -> bool {
    let point = tokens.get(at).is_some_and(|token| token.is_mark('.') && !token.spaced);
    let year = tokens.get(at + 1).filter(|token| !token.spaced).and_then(Token::number);
    point && year.is_some_and(|(_, digits)| digits == 4)
}

/// The minutes and seconds after the hour, and the end.
fn minutes(tokens: &[Token], at: usize, points: bool) -> Option<(i8, Option<i8>, usize)> {
    let separator = tokens.get(at)?;
    let glued = tokens.get(at + 1).is_some_and(|t| !t.spaced) && !separator.spaced;
    let point = separator.is_mark('.') && points && glued;
    if !(separator.is_mark(':') || point || separator.word().is_some_and(is_hour_word)) {
        return None;
    }
    let (minute, digits) = tokens.get(at + 1)?.number()?;
    if digits > 2 || digits < 2 && !separator.word().is_some_and(is_hour_word) {
        return None;
    }
    if point && is_numeric_date(tokens, at + 2) {
        return None;
    }
    let minute = i8::try_from(minute).ok()?;
    let end = skip_unit(tokens, at + 2, &["分", "분", "min"]);
    let sign = tokens.get(end);
    let spoken = end > at + 2 && sign.is_some_and(|t| t.short_number().is_some());
    let second_at = if spoken { end } else { end + 1 };
    let marked = sign.is_some_and(|t| t.is_mark(':') || point && t.is_mark('.') && !t.spaced);
    let second =
        tokens.get(second_at).and_then(Token::number).filter(|n| n.1 == 2 && (spoken || marked));
    match second {
        Some((second, _)) => {
            let end = skip_unit(tokens, skip_fraction(tokens, second_at + 1), &["秒", "초"]);
            Some((minute, Some(i8::try_from(second).ok()?.min(59)), end))
        }
        None => Some((minute, None, skip_unit(tokens, end, &["uhr", "h", "ч", "год", "น"]))),
    }
}

/// An hour that a word marks: `16 Uhr`, `14h`, `5 pm`.
fn hour_only(tokens: &[Token], at: usize, marked: bool) -> Option<(i8, Option<i8>, usize)> {
    let word = tokens.get(at)?.word();
    let unit = word.is_some_and(|w| matches!(w, "uhr" | "時" | "时" | "点" | "點" | "시"));
    if unit || marked && word.is_some_and(is_hour_word) {
        return Some((0, None, at + 1));
    }
    meridiem(tokens, at).map(|_| (0, None, at))
}

/// The end after one of these words.
fn skip_unit(tokens: &[Token], at: usize, units: &[&str]) -> usize {
    let unit = tokens.get(at).and_then(Token::word).is_some_and(|word| units.contains(&word));
    if unit { at + 1 } else { at }
}

/// The end after a fraction of a second.
fn skip_fraction(tokens: &[Token], at: usize) -> usize {
    let glued = |at: usize| tokens.get(at).filter(|token| !token.spaced);
    let marked = glued(at).is_some_and(|token| token.is_mark('.') || token.is_mark(','));
    if marked && glued(at + 1).is_some_and(|token| token.number().is_some()) { at + 2 } else { at }
}

/// The half of the day after a time (`pm`, `p.m.`, `μ.μ.`, `مساء`), and the end.
fn meridiem(tokens: &[Token], at: usize) -> Option<(Half, usize)> {
    let word = tokens.get(at)?.word()?;
    let dotted = || {
        let second =
            tokens.get(at + 1).filter(|t| t.is_mark('.')).and(tokens.get(at + 2))?.word()?;
        let half = half_of_day(&format!("{word}{second}"))?;
        let end = at + 3 + usize::from(tokens.get(at + 3).is_some_and(|t| t.is_mark('.')));
        Some((half, end))
    };
    dotted().or_else(|| Some((half_of_day(word)?, at + 1)))
}

/// The hour of the day, given the half.
fn in_half(hour: i8, half: Option<Half>) -> Option<i8> {
    match half {
        Some(Half::Before) if hour == 12 => Some(0),
        Some(Half::After) if hour < 12 => hour.checked_add(12),
        _ => Some(hour),
    }
}

/// The time with the zone that follows it. `machine` says that the form is one in which a hyphen
/// and hours are an offset, not the end of a span of time.
fn with_zone(tokens: &[Token], mut clock: Clock, machine: bool) -> Clock {
    let opening = tokens.get(clock.end).is_some_and(|t| t.is_mark('(') || t.is_mark(','));
    let at = clock.end + usize::from(opening);
    if let Some((zone, end)) = numeric_zone(tokens, at, machine).or_else(|| named_zone(tokens, at))
    {
        clock.zone = Some(zone);
        clock.end = end;
    } else {
        clock.end = after_ambiguous(tokens, clock.end);
    }
    clock
}

/// The end after a name of a zone that does not say which.
fn after_ambiguous(tokens: &[Token], at: usize) -> usize {
    let named =
        |token: &Token| token.capitals && token.word().is_some_and(|w| AMBIGUOUS.contains(&w));
    at + usize::from(tokens.get(at).is_some_and(named))
}

/// `+05:00`, `+0500`, `+05`, `-0400`.
fn numeric_zone(tokens: &[Token], at: usize, machine: bool) -> Option<(Zone, usize)> {
    let sign = match tokens.get(at)?.mark()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let hours = tokens.get(at + 1).filter(|t| !t.spaced)?;
    let (value, digits) = hours.number()?;
    let minutes = tokens
        .get(at + 2)
        .filter(|t| t.is_mark(':'))
        .and(tokens.get(at + 3))
        .and_then(Token::number)
        .filter(|(_, digits)| *digits == 2);
    let (total, end) = match (digits, minutes) {
        (4, None) => (value / 100 * 60 + value % 100, at + 2),
        (1 | 2, Some((minutes, _))) => (value * 60 + minutes, at + 4),
        (1 | 2, None) if sign > 0 || machine => (value * 60, at + 2),
        _ => return None,
    };
    if sign < 0 && !machine && digits != 4 || total > 14 * 60 {
        return None;
    }
    Some((Zone::Minutes(sign * i32::try_from(total).ok()?), end))
}

/// `Z`, `UTC`, `GMT+5`, `EST`, `мск`, `ET`.
fn named_zone(tokens: &[Token], at: usize) -> Option<(Zone, usize)> {
    let token = tokens.get(at)?;
    let word = token.word()?;
    if word.is_ascii() && !token.capitals && word != "z" {
        return None;
    }
    if matches!(word, "utc" | "gmt") {
        let shifted = numeric_zone(tokens, at + 1, true);
        return shifted.or(Some((Zone::Minutes(0), at + 1)));
    }
    let region =
        || REGIONS.iter().find(|(name, _)| *name == word).map(|(_, zone)| Zone::Region(zone));
    fixed_offset(word).map(Zone::Minutes).or_else(region).map(|zone| (zone, at + 1))
}
