//! Dates in the addresses of articles.

use crate::model::{Offset, Precision, Timestamp};
use crate::value::locale::dates::month;

use super::date;

/// The years of articles on the web.
const WEB_YEARS: std::ops::Range<i16> = 1990..2100;

/// The date in the path of an address: `/2024/04/01/`, `/2024/apr/01/`, `/20240401/`,
/// `/2024-04-01-title`, `title-2024-04-01.html`.
pub(super) fn from_url(url: &str) -> Option<Timestamp> {
    let path = url.split(['?', '#']).next()?;
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let parts: Vec<&str> = path.split(['/', '-', '_', '.']).collect();
    parts
        .windows(3)
        .find_map(|window| if let [y, m, d] = window { separate(y, m, d) } else { None })
        .or_else(|| parts.iter().find_map(|part| compact(part)))
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
