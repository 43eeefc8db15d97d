//! Moments from raw text, in the language and the zone of the page.

use super::ReadContext;
use super::clean::clean;
use crate::model::{Precision, Timestamp};
use crate::value::date::{self, DateContext, DateOrder};

fn context<'a>(language: Option<&'a str>, given: &ReadContext<'a>) -> DateContext<'a> {
    DateContext {
        language,
        reference: given.reference,
        zone: given.zone,
        order: DateOrder::Unknown,
    }
}

/// The moment that a text of metadata states. `None` where it states no date.
pub(super) fn parse(
    text: &str,
    language: Option<&str>,
    given: &ReadContext<'_>,
) -> Option<Timestamp> {
    let text = clean(text)?;
    let moment = date::parse(&text, &context(language, given))?;
    moment.value.is_some().then(|| without_midnight(moment))
}

/// The moment that a visible line states; some words may stand around it.
pub(super) fn find(
    text: &str,
    language: Option<&str>,
    given: &ReadContext<'_>,
) -> Option<Timestamp> {
    let context = context(language, given);
    let moment = date::parse(text, &context).or_else(|| date::find(text, &context))?;
    Some(moment)
}

/// The moment of a line that is hardly more than a date. A second day in it makes it a span or a
/// way to other pages.
pub(super) fn line(
    text: &str,
    language: Option<&str>,
    given: &ReadContext<'_>,
) -> Option<Timestamp> {
    let context = context(language, given);
    let moment = date::parse(text, &context)?;
    let day = moment.date()?;
    let found = date::find(text, &context)?;
    let (before, after) = text.split_once(found.raw.as_str())?;
    let beside = before.chars().chain(after.chars()).filter(|c| c.is_alphabetic());
    let beside: usize = beside.map(|c| if c >= '\u{3040}' { 3 } else { 1 }).sum();
    let second = date::find(after, &context).filter(|second| second.value.is_some());
    let spans = second.is_some_and(|second| second.date() != Some(day));
    (beside <= LETTERS_BESIDE && !spans).then_some(moment)
}

/// The most letters beside the date of such a line; a sign of East Asia counts as three.
const LETTERS_BESIDE: usize = 40;

/// A date whose time is midnight to the second in UTC or nowhere is a date: the time was filled
/// in by software.
fn without_midnight(moment: Timestamp) -> Timestamp {
    let filled = moment.value.as_deref().is_some_and(|value| {
        let time = value.get(10..).unwrap_or_default();
        matches!(time, "T00:00:00" | "T00:00:00+00:00")
    });
    match moment.date() {
        Some(day) if filled && moment.precision != Precision::Day => {
            let day = day.to_owned();
            Timestamp::new(moment.raw, Some(day), crate::model::Offset::Unknown, Precision::Day)
        }
        _ => moment,
    }
}
