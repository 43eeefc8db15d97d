//! Chooses the value of a field: that of the profile's rule where there is one, else the best
//! fact; and states what it was chosen from.

use crate::facts::{Fact, confidence};
use crate::model::{Candidate, Evidence, Field, FieldEvidence, Origin, OriginKind};
use crate::value::text::fold;

/// A rule was written by somebody who looked at the site.
const PROFILE_CONFIDENCE: f32 = 0.98;

/// The bytes of the day in a date.
const DAY: usize = 10;

/// A value that a profile's rule found.
pub(super) struct Ruled<T> {
    pub(super) value: T,
    pub(super) rule: String,
}

/// What two values of a field have in common that say the same: of dates the day.
fn key(field: Field, shown: &str) -> Option<String> {
    match field {
        Field::Published | Field::Modified => {
            let day = shown.get(..DAY)?;
            (day.as_bytes().get(4) == Some(&b'-')).then(|| day.to_owned())
        }
        _ => Some(fold(shown)),
    }
}

/// The value of a field, with its evidence noted. `show` gives the other values as text.
pub(super) fn choose<T: Clone>(
    evidence: &mut Evidence,
    field: Field,
    ruled: Option<Ruled<T>>,
    facts: &[Fact<T>],
    show: impl Fn(&T) -> String,
) -> Option<T> {
    let shown: Vec<String> = facts.iter().map(|fact| show(&fact.value)).collect();
    let keys: Vec<Option<String>> = shown.iter().map(|shown| key(field, shown)).collect();
    let (value, origin, confidence, own, behind) = if let Some(Ruled { value, rule }) = ruled {
        let own = key(field, &show(&value));
        (value, Origin::new(OriginKind::Profile, rule), PROFILE_CONFIDENCE, own, 0)
    } else {
        let best = facts.first()?;
        let own = keys.first().cloned().flatten();
        (best.value.clone(), best.origin.clone(), confidence(field, facts, &keys)?, own, 1)
    };
    let same = keys.iter().skip(behind).filter(|key| own.is_some() && **key == own).count();
    let others = facts.iter().zip(shown).skip(behind);
    let others = others.map(|(fact, shown)| Candidate::new(fact.origin.clone(), shown));
    let mut stated = FieldEvidence::new(origin, confidence);
    stated.agreeing = u32::try_from(same).unwrap_or(u32::MAX);
    stated.others = others.collect();
    evidence.insert(field, stated);
    Some(value)
}
