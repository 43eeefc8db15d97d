//! Dates in the addresses of articles.

use crate::model::{Offset, Precision, Timestamp};
use crate::value::locale::dates::month;

use super::date;

/// The years of articles on the web.
const WEB_YEARS: std::ops::Range<i16> = 1990..2100;

/// The date in the path of an address: `/2024/04/01/`, `/2024/apr/01/`, `/20240401/`,
/// `/2024-04-01-title`, `title-2024-04-01.html`, `/25-12-2024-title`.
pub(super) fn from_url(url: &str) -> Option<Timestamp> {
    let path = url.split(['?', '#']).next()?;
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let parts: Vec<Part<'_>> = parts(path).collect();
    let dated = |read: fn(&str, &str, &str) -> Option<Timestamp>| {
        parts.windows(3).find_map(|window| match window {
            [a, b, c] if is_whole(b, c) => read(a.text, b.text, c.text),
            _ => None,
        })
    };
    dated(separate)
        .or_else(|| dated(reversed))
        .or_else(|| parts.iter().find_map(|part| compact(part.text)))
}

/// A part of a path, and the mark behind it.
struct Part<'a> {
    text: &'a str,
    mark: Option<u8>,
}

fn parts(path: &str) -> impl Iterator<Item = Part<'_>> {
    let marks = ['/', '-', '_', '.'];
    path.split_inclusive(marks).map(move |part| {
        let text = part.trim_end_matches(marks);
        Part { text, mark: part.as_bytes().get(text.len()).copied() }
    })
}

/// Whether what follows a month and its mark is a day, and not the number that a title starts
/// with: `/2024/04/3-reasons`.
fn is_whole(month: &Part<'_>, day: &Part<'_>) -> bool {
    month.mark != Some(b'/') || day.mark != Some(b'-') || day.text.len() == 2
}

/// Year, month and day in parts of their own.
fn separate(year: &str, month_part: &str, day: &str) -> Option<Timestamp> {
    let number = |text: &str, longest: usize| {
        let digits = text.len() <= longest && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse::<i16>().ok()).flatten()
    };
    let small = |text: &str| number(text, 2).and_then(|value| i8::try_from(value).ok());
    let named = || month(&month_part.to_ascii_lowercase());
    let year_value = number(year, 4).filter(|_| year.len() == 4)?;
    stamp(
        year_value,
        small(month_part).or_else(named)?,
        small(day)?,
        &format!("{year}/{month_part}/{day}"),
    )
}

/// Day, month and year, where the day can be no month.
fn reversed(day: &str, month: &str, year: &str) -> Option<Timestamp> {
    let two = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    let order = two(day) && two(month) && (day > "12" || day == month);
    order.then(|| separate(year, month, day)).flatten()
}

/// Year, month and day as eight digits.
fn compact(part: &str) -> Option<Timestamp> {
    if part.len() != 8 || !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let year = part.get(..4)?.parse().ok()?;
    stamp(year, part.get(4..6)?.parse().ok()?, part.get(6..)?.parse().ok()?, part)
}

/// The date, if it is one that an article can have.
fn stamp(year: i16, month: i8, day: i8, raw: &str) -> Option<Timestamp> {
    let value = date(year, month, day).filter(|_| WEB_YEARS.contains(&year))?.to_string();
    Some(Timestamp::new(raw, Some(value), Offset::Unknown, Precision::Day))
}
