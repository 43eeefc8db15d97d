//! Dates as the scores see them.

use std::sync::LazyLock;

use jiff::SignedDuration;
use jiff::civil::DateTime;
use regex::{Captures, Regex};

const MINUTES_A_DAY: i64 = 24 * 60;

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?xi) ^\s* (\d{4}) -? (\d\d)
        (?: -? (\d\d)
            (?: [T\x20]+ (\d\d) :? (\d\d) (?: :? (\d\d) (?: [.,] \d+ )? )?
                \s* ( Z | UTC | [+-] \d\d (?: :? \d\d )? )? )? )?";
    Regex::new(pattern).expect("a pattern")
});

/// A day, with a time where one was given.
#[derive(Debug, PartialEq)]
pub(crate) struct Date {
    /// `YYYY-MM-DD` as written, or `YYYY-MM`.
    day: String,
    pub moment: Option<Moment>,
}

/// A time to the minute.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Moment {
    local: DateTime,
    /// Minutes east of UTC, where that was said.
    offset: Option<i64>,
}

impl Moment {
    fn utc(self) -> Option<DateTime> {
        self.local.checked_sub(SignedDuration::from_mins(self.offset?)).ok()
    }

    fn at_offset(self, offset: i64) -> Option<DateTime> {
        self.utc()?.checked_add(SignedDuration::from_mins(offset)).ok()
    }
}

/// What is at the start of a text; `None` where that is no date.
pub(crate) fn parse(text: &str) -> Option<Date> {
    let found = DATE.captures(text)?;
    let mut day = format!("{}-{}", &found[1], &found[2]);
    if let Some(number) = found.get(3) {
        day = format!("{day}-{}", number.as_str());
    }
    Some(Date { day, moment: moment(&found) })
}

fn moment(found: &Captures<'_>) -> Option<Moment> {
    let number = |group: usize| found.get(group).and_then(|number| number.as_str().parse().ok());
    let year: i16 = found[1].parse().ok()?;
    let hour: i8 = number(4)?;
    let local = DateTime::new(year, number(2)?, number(3)?, hour % 24, number(5)?, 0, 0).ok()?;
    let offset = found.get(7).map(|zone| offset(zone.as_str()));
    let possible = offset.is_none_or(|offset| offset.is_some());
    possible.then_some(Moment { local, offset: offset.flatten() })
}

/// Minutes east of UTC; `None` where there is no such zone.
fn offset(zone: &str) -> Option<i64> {
    let Some(sign) = zone.chars().next().filter(|sign| "+-".contains(*sign)) else {
        return Some(0);
    };
    let digits = zone[1..].replace(':', "");
    let minutes = digits.get(2..).filter(|minutes| !minutes.is_empty()).unwrap_or("0");
    let size = digits.get(..2)?.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?;
    (size < MINUTES_A_DAY).then_some(if sign == '+' { size } else { -size })
}

/// Whether the days as written agree, or agree once the prediction is moved to the truth's time
/// zone. A truth of a whole month accepts any day in it.
pub(crate) fn same_day(prediction: Option<&Date>, truth: Option<&Date>) -> bool {
    let (Some(prediction), Some(truth)) = (prediction, truth) else { return false };
    let is_month = truth.day.len() == "YYYY-MM".len();
    if prediction.day == truth.day || (is_month && prediction.day.starts_with(&truth.day)) {
        return true;
    }
    let (Some(a), Some(b)) = (prediction.moment, truth.moment) else { return false };
    let moved = b.offset.and_then(|offset| a.at_offset(offset));
    moved.is_some_and(|moved| moved.date() == b.local.date())
}

/// Whether the times agree: as moments where both say their zone, else as written.
pub(crate) fn same_minute(prediction: Option<&Date>, truth: Moment) -> bool {
    let Some(prediction) = prediction.and_then(|date| date.moment) else { return false };
    match (prediction.utc(), truth.utc()) {
        (Some(a), Some(b)) => a == b,
        _ => prediction.local == truth.local,
    }
}
