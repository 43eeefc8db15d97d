//! Moments from raw text, in the language and the zone of the page.

use super::clean::clean;
use crate::model::Timestamp;
use crate::value::date::{self, DateContext};

/// The moment that a text of metadata states. `None` where it states no date.
pub(super) fn parse(text: &str, context: &DateContext<'_>) -> Option<Timestamp> {
    let text = clean(text)?;
    let moment = date::parse(&text, context)?;
    moment.value.is_some().then_some(moment)
}

/// The moment that a visible line states; some words may stand around it.
pub(super) fn find(text: &str, context: &DateContext<'_>) -> Option<Timestamp> {
    let moment = date::parse(text, context).or_else(|| date::find(text, context))?;
    Some(moment)
}

/// The moment of a line that is hardly more than a date. A second day in it makes it a span or a
/// way to other pages.
pub(super) fn line(text: &str, context: &DateContext<'_>) -> Option<Timestamp> {
    let found = date::find_whole(text, context)?;
    let day = found.date()?;
    let (before, after) = text.split_once(found.raw.as_str())?;
    let beside = before.chars().chain(after.chars()).filter(|c| c.is_alphabetic());
    let beside: usize = beside.map(|c| if c >= '\u{3040}' { 3 } else { 1 }).sum();
    let second = date::find(after, context).filter(|second| second.value.is_some());
    let spans = second.is_some_and(|second| second.date() != Some(day));
    (beside <= LETTERS_BESIDE && !spans).then_some(found)
}

/// The most letters beside the date of such a line; a sign of East Asia counts as three.
const LETTERS_BESIDE: usize = 40;

/// Whether the time of a moment is midnight to the second, in UTC or nowhere: then software has
/// filled it in.
pub(super) fn is_filled(moment: &Timestamp) -> bool {
    moment.value.as_deref().is_some_and(|value| {
        let time = value.get(10..).unwrap_or_default();
        matches!(time, "T00:00:00" | "T00:00:00+00:00")
    })
}
