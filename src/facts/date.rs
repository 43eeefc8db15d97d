//! Moments from raw text.

use super::ReadContext;
use crate::model::{Offset, Precision, Timestamp};

/// The moment that a text of metadata states.
pub(super) fn parse(text: &str, _language: Option<&str>, _context: &ReadContext<'_>) -> Option<Timestamp> {
    let text = text.trim();
    let day = text.get(..10)?;
    let b = day.as_bytes();
    let shape = b.iter().enumerate().all(|(i, c)| if i == 4 || i == 7 { *c == b'-' } else { c.is_ascii_digit() });
    if !shape { return None; }
    let precision = if text.len() > 15 { Precision::Minute } else { Precision::Day };
    let value = if precision == Precision::Day { day.to_owned() } else { text.to_owned() };
    Some(Timestamp::new(text, Some(value), Offset::Unknown, precision))
}
