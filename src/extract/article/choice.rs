//! Chooses the value of a field: that of the profile's rule where there is one, else the best
//! fact; and states what it was chosen from.

use crate::facts::{Fact, Said, confidence};
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

/// The value of a field, with its evidence noted. `show` gives the values as text.
pub(super) fn choose<T: Clone>(
    evidence: &mut Evidence,
    field: Field,
    ruled: Option<Ruled<T>>,
    facts: &[Fact<T>],
    show: impl Fn(&T) -> String,
) -> Option<T> {
    let mut said: Vec<Said<'_>> = Vec::with_capacity(facts.len());
    for fact in facts {
        say(&mut said, field, &fact.origin, fact.confidence, show(&fact.value));
    }
    let (value, stated) = if let Some(Ruled { value, rule }) = ruled {
        let own = key(field, &show(&value));
        let origin = Origin::new(OriginKind::Profile, rule);
        (value, stated(origin, PROFILE_CONFIDENCE, own.as_deref(), said))
    } else {
        (facts.first()?.value.clone(), by_facts(field, said)?)
    };
    evidence.insert(field, stated);
    Some(value)
}

// What follows is the same code for the values of all fields.

/// Notes what a fact says. Sources often say it to the letter as another does.
fn say<'a>(
    said: &mut Vec<Said<'a>>,
    field: Field,
    origin: &'a Origin,
    confidence: f32,
    text: String,
) {
    let same = said.iter().find(|known| known.text == text);
    let key = same.map_or_else(|| key(field, &text), |known| known.key.clone());
    said.push(Said { origin, confidence, text, key });
}

/// The evidence of a field whose value is that of the best fact.
fn by_facts(field: Field, mut said: Vec<Said<'_>>) -> Option<FieldEvidence> {
    let confidence = confidence(field, &said)?;
    let best = said.remove(0);
    Some(stated(best.origin.clone(), confidence, best.key.as_deref(), said))
}

fn stated(
    origin: Origin,
    confidence: f32,
    own: Option<&str>,
    others: Vec<Said<'_>>,
) -> FieldEvidence {
    let same = others.iter().filter(|other| own.is_some() && other.key.as_deref() == own).count();
    let mut stated = FieldEvidence::new(origin, confidence);
    stated.agreeing = u32::try_from(same).unwrap_or(u32::MAX);
    let others = others.into_iter().map(|other| Candidate::new(other.origin.clone(), other.text));
    stated.others = others.collect();
    stated
}
