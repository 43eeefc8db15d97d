//! Chooses the value of a field: that of the profile's rule where there is one, else the best
//! fact; and states what it was chosen from.

use crate::facts::Fact;
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

/// The value of a field, with its evidence noted. `show` gives the other values as text.
pub(super) fn choose<T: Clone>(
    evidence: &mut Evidence,
    field: Field,
    ruled: Option<Ruled<T>>,
    facts: &[Fact<T>],
    show: impl Fn(&T) -> String,
) -> Option<T> {
    let candidate = |fact: &Fact<T>| Candidate::new(fact.origin.clone(), show(&fact.value));
    let (value, origin, confidence, others) = if let Some(Ruled { value, rule }) = ruled {
        (value, Origin::new(OriginKind::Profile, rule), PROFILE_CONFIDENCE, facts)
    } else {
        let (best, others) = facts.split_first()?;
        (best.value.clone(), best.origin.clone(), best.confidence, others)
    };
    let day = matches!(field, Field::Published | Field::Modified);
    let key =
        |shown: &str| if day { shown.get(..DAY).unwrap_or(shown).to_owned() } else { fold(shown) };
    let own = key(&show(&value));
    let same = others.iter().filter(|fact| key(&show(&fact.value)) == own).count();
    let mut stated = FieldEvidence::new(origin, confidence);
    stated.agreeing = u32::try_from(same).unwrap_or(u32::MAX);
    stated.others = others.iter().map(candidate).collect();
    evidence.insert(field, stated);
    Some(value)
}
