//! Moments from raw text, in the language and the zone of the page.

use super::ReadContext;
use super::clean::clean;
use crate::model::{Precision, Timestamp};
use crate::value::date::{self, DateContext, DateOrder};

/// Words that say that a date is the one of the last change, by language, in lower case.
const MODIFIED_WORDS: &[&str] = &[
    "updated",
    "update",
    "modified",
    "edited",
    "revised",
    "aktualisiert",
    "geändert",
    "mis à jour",
    "mise à jour",
    "modifié",
    "actualizado",
    "actualizada",
    "atualizado",
    "atualizada",
    "aggiornato",
    "aggiornamento",
    "bijgewerkt",
    "zaktualizowano",
    "aktualizacja",
    "aktualizováno",
    "aktualizované",
    "обновлено",
    "обновлён",
    "изменено",
    "оновлено",
    "жаңартылды",
    "güncelleme",
    "güncellendi",
    "uppdaterad",
    "oppdatert",
    "opdateret",
    "päivitetty",
    "frissítve",
    "actualizat",
    "ενημέρωση",
    "更新",
    "수정",
    "تحديث",
    "עודכן",
    "diperbarui",
    "cập nhật",
    "ажурирано",
    "последна промяна",
];

/// Whether a short text speaks of the last change.
pub(super) fn says_modified(text: &str) -> bool {
    let text = text.to_lowercase();
    MODIFIED_WORDS.iter().any(|word| {
        text.match_indices(word).any(|(at, _)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            !before.is_some_and(char::is_alphabetic)
        })
    })
}

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

/// The moment of a line that is hardly more than a date.
pub(super) fn line(
    text: &str,
    language: Option<&str>,
    given: &ReadContext<'_>,
) -> Option<Timestamp> {
    let moment = date::parse(text, &context(language, given))?;
    moment.value.is_some().then_some(moment)
}

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
