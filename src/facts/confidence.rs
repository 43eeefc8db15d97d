//! How sure the best value of a field is.
//!
//! The order of facts comes from how much their sources are relied on. How often the best of them
//! is right is another question: it hangs on what the other sources of the page say. The answers
//! are shares of pages, measured on six corpora with truth.

use super::ranking::voice;
use crate::model::{Field, Origin, OriginKind};

/// A fact whose source is relied on less than this is a last resort.
const LAST_RESORT: f32 = 0.6;

/// How often the best value of a field is right.
struct Shares {
    field: Field,
    /// By how many other voices say the same (none, one, more), and by what says something else:
    /// nothing, metadata alone, the visible page.
    by_others: [[f32; 3]; 3],
    /// Where it is a last resort.
    last_resort: f32,
    /// The least that the source of a value is relied on which says something else: the name of the
    /// site says nothing against people.
    heard: f32,
}

/// Shares of the pages of six corpora. Where less than ten pages are in a cell, it has the share of
/// the one above.
#[rustfmt::skip]
const MEASURED: &[Shares] = &[
    Shares {
        field: Field::Title,
        by_others: [[0.96, 0.60, 0.64], [0.94, 0.89, 0.60], [0.96, 0.79, 0.60]],
        last_resort: 0.28,
        heard: 0.0,
    },
    Shares {
        field: Field::Authors,
        by_others: [[0.83, 0.70, 0.70], [0.97, 0.93, 0.86], [0.97, 0.93, 0.94]],
        last_resort: 0.76,
        heard: LAST_RESORT,
    },
    Shares {
        field: Field::Published,
        by_others: [[0.91, 0.83, 0.56], [0.96, 0.74, 0.56], [0.98, 0.76, 0.56]],
        last_resort: 0.84,
        heard: 0.0,
    },
];

/// What one of the facts of a field says.
#[derive(Debug)]
pub(crate) struct Said<'a> {
    pub(crate) origin: &'a Origin,
    /// That of the fact.
    pub(crate) confidence: f32,
    pub(crate) text: String,
    /// What two facts that say the same have in common; `None` for one that says nothing definite.
    pub(crate) key: Option<String>,
}

/// How sure the first of the facts of a field is, by what all of them say.
pub(crate) fn confidence(field: Field, said: &[Said<'_>]) -> Option<f32> {
    let (best, others) = said.split_first()?;
    let shares = MEASURED.iter().find(|shares| shares.field == field);
    let Some((shares, own)) = shares.zip(best.key.as_deref()) else { return Some(best.confidence) };
    if best.confidence < LAST_RESORT {
        return Some(shares.last_resort);
    }
    let (mut same, mut against) = (0_u8, 0_u8);
    for other in others.iter().filter(|other| is_near(&other.origin.detail)) {
        match other.key.as_deref() {
            Some(key) if key == own => same |= voice(other.origin.kind),
            Some(_) if other.confidence >= shares.heard => against |= voice(other.origin.kind),
            _ => {}
        }
    }
    let others = (same & !voice(best.origin.kind)).count_ones().min(2) as usize;
    shares.by_others.get(others)?.get(column(against)).copied()
}

/// The column of [`Shares::by_others`] for the voices that say something else.
fn column(against: u8) -> usize {
    match () {
        () if against & voice(OriginKind::Visible) != 0 => 2,
        () if against & (voice(OriginKind::JsonLd) | voice(OriginKind::Meta)) != 0 => 1,
        () => 0,
    }
}

/// Whether a source is not one whose values are mostly those of other articles.
fn is_near(detail: &str) -> bool {
    !detail.ends_with(" elsewhere") && !detail.ends_with(" beyond")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(facts: &[(OriginKind, &str, f32)]) -> Option<f32> {
        let origins: Vec<Origin> = facts.iter().map(|(kind, ..)| Origin::new(*kind, "x")).collect();
        let said = facts.iter().zip(&origins).map(|((_, text, confidence), origin)| Said {
            origin,
            confidence: *confidence,
            text: (*text).to_owned(),
            key: Some((*text).to_owned()).filter(|text| text != "?"),
        });
        confidence(Field::Title, &said.collect::<Vec<_>>())
    }

    #[test]
    fn voices_that_agree_or_contradict_change_it() {
        use OriginKind::{JsonLd, Meta, TitleElement, Visible};
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[(Visible, "a", 0.5)]), Some(0.28));
        assert_eq!(of(&[(Visible, "a", 0.8)]), Some(0.96));
        // Two sources of one voice count once.
        assert_eq!(
            of(&[(Visible, "a", 0.8), (Meta, "a", 0.7), (TitleElement, "a", 0.5)]),
            Some(0.94)
        );
        assert_eq!(of(&[(Visible, "a", 0.8), (Meta, "a", 0.7), (JsonLd, "a", 0.5)]), Some(0.96));
        assert_eq!(of(&[(Visible, "a", 0.8), (Meta, "b", 0.7)]), Some(0.60));
        assert_eq!(of(&[(JsonLd, "a", 0.8), (Meta, "a", 0.7), (Visible, "b", 0.5)]), Some(0.60));
        assert_eq!(of(&[(Visible, "a", 0.8), (Meta, "?", 0.7)]), Some(0.96));
        assert_eq!(of(&[(Visible, "?", 0.2), (Meta, "a", 0.1)]), Some(0.2));
    }
}
