//! Which of the facts of a field comes first: sources that agree strengthen each other, and some
//! are believed over others for what they say.

use std::collections::HashSet;
use std::str::FromStr;

use rustc_hash::FxBuildHasher;

use super::clean::letters;
use super::{Fact, date};
use crate::model::{Author, AuthorKind, Contribution, Offset, OriginKind, Precision, Timestamp};
use crate::value::letter::is_alphanumeric;

/// What a source gains for each kind of source that says the same.
const AGREEMENT: f32 = 0.06;

/// No source is relied on more.
const MOST_CONFIDENCE: f32 = 0.99;

/// What a visible headline gains whose words are mostly those of the page's title: it is a
/// version of the title, and the one that readers see.
const LIKE_TITLE: f32 = 0.09;

/// The share of words from which on a heading is like the title.
pub(super) const LIKE_TITLE_SHARE: f32 = 0.4;

/// What a visible heading loses that has the words of no other title and hardly any, or more than
/// a headline has.
const UNLIKE_TITLE: f32 = 0.3;
const LABEL_WORDS: usize = 3;
const HEADLINE_CHARS: usize = 220;

/// The least confidence of a title that somebody wrote as such.
const WRITTEN_TITLE: f32 = 0.6;

/// What a moment gains that is given to the minute, over the bare date of another source.
const FINER: f32 = 0.05;

/// What a moment gains whose offset is given, over the same without it.
const WITH_OFFSET: f32 = 0.03;

/// The words of a title.
pub(super) type Words = HashSet<String, FxBuildHasher>;

/// Raises a visible headline that is a version of another title, and lowers one that is a label or
/// a text.
pub(super) fn favour_visible(titles: &mut [Fact<String>]) {
    let is_visible = |fact: &Fact<String>| fact.origin.kind == OriginKind::Visible;
    let stated = titles.iter().filter(|fact| !is_visible(fact));
    let stated: Vec<String> = stated.map(|fact| fact.value.clone()).collect();
    for fact in titles.iter_mut().filter(|fact| is_visible(fact)) {
        fact.confidence += favour(&fact.value, &stated);
    }
}

/// What a visible headline gains or loses by the titles that are stated.
fn favour(title: &str, stated: &[String]) -> f32 {
    if title.chars().count() > HEADLINE_CHARS {
        return -UNLIKE_TITLE;
    }
    let same = || stated.iter().any(|stated| stated == title);
    if title.contains(char::is_alphanumeric) && same() {
        return LIKE_TITLE;
    }
    let own = words(title);
    let alike = stated.iter().map(|stated| share(&own, &words(stated))).fold(0.0, f32::max);
    let label = own.len() <= LABEL_WORDS && alike == 0.0 && !stated.is_empty();
    match () {
        () if label => -UNLIKE_TITLE,
        () if alike >= LIKE_TITLE_SHARE => LIKE_TITLE,
        () => 0.0,
    }
}

/// Where the best title is the heading, and the page gives elsewhere as the title what some of its
/// parts are, takes that: the others are a kicker, a date or a count. Where another source differs
/// from the heading by white space alone, takes its text.
pub(super) fn without_kicker(titles: &mut [Fact<String>], inner: impl FnOnce() -> Vec<String>) {
    let Some(best) = titles.first() else { return };
    let heading = titles.iter().find(|fact| fact.origin.kind == OriginKind::Visible);
    let is_heading = heading.is_some_and(|fact| {
        fact.value == best.value || letters(&fact.value) == letters(&best.value)
    });
    if !is_heading {
        return;
    }
    let inner = inner();
    let spaceless = |text: &str| text.split_whitespace().collect::<String>();
    let visible = best.origin.kind == OriginKind::Visible;
    let found = titles.iter().find(|fact| {
        let given = matches!(
            fact.origin.kind,
            OriginKind::JsonLd | OriginKind::Meta | OriginKind::Microdata
        );
        let same =
            visible && fact.value != best.value && spaceless(&fact.value) == spaceless(&best.value);
        let part = || !inner.is_empty() && inner.contains(&letters(&fact.value));
        let element = fact.origin.kind == OriginKind::TitleElement;
        given && fact.confidence >= WRITTEN_TITLE && (same || part()) || element && part()
    });
    let Some(value) = found.map(|fact| fact.value.clone()) else { return };
    if let Some(best) = titles.first_mut() {
        best.value = value;
    }
}

/// Puts the visible headline before one of metadata that is its start: search engines want a
/// headline of 110 characters at most, so that systems cut it.
pub(super) fn untruncated(titles: &mut [Fact<String>]) {
    let Some(best) = titles.first().filter(|best| best.origin.kind != OriginKind::Visible) else {
        return;
    };
    let start = letters(best.value.trim_end_matches(['.', '…']));
    if start.chars().count() < CUT_HEADLINE {
        return;
    }
    let goes_on = |text: String| text.len() > start.len() && text.starts_with(&start);
    let whole = titles
        .iter()
        .position(|fact| fact.origin.kind == OriginKind::Visible && goes_on(letters(&fact.value)));
    promote(titles, whole);
}

/// The fewest letters of a headline that was cut.
const CUT_HEADLINE: usize = 50;

/// The words of a title, in lower case.
pub(super) fn words(title: &str) -> Words {
    let words = title.split(|c: char| !is_alphanumeric(c));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// How much of the smaller set is in the other.
#[expect(clippy::cast_precision_loss, reason = "a headline has few words")]
pub(super) fn share(a: &Words, b: &Words) -> f32 {
    a.intersection(b).count() as f32 / a.len().min(b.len()).max(1) as f32
}

/// Raises facts that sources of other kinds confirm, and puts the best first.
pub(super) fn strengthen<T>(facts: &mut [Fact<T>], key: impl Fn(&T) -> String) {
    let keys: Vec<(String, u8)> =
        facts.iter().map(|fact| (key(&fact.value), voice(fact.origin.kind))).collect();
    for (fact, (own, kind)) in facts.iter_mut().zip(&keys) {
        let same = keys.iter().filter(|(key, _)| key == own);
        let voices = same.fold(0_u8, |voices, (_, kind)| voices | kind) & !kind;
        let gain: f32 = (0..voices.count_ones()).map(|_| AGREEMENT).sum();
        fact.confidence = (fact.confidence + gain).min(MOST_CONFIDENCE);
    }
    facts.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
}

/// Sources of one voice are filled from one entry of the publishing system, so that they don't
/// confirm each other.
pub(super) fn voice(kind: OriginKind) -> u8 {
    match kind {
        OriginKind::Visible => 1,
        OriginKind::JsonLd | OriginKind::Microdata | OriginKind::Rdfa => 1 << 1,
        OriginKind::Meta | OriginKind::TitleElement => 1 << 2,
        OriginKind::Url => 1 << 3,
        _ => 1 << 4,
    }
}

/// Of two forms of the best moment puts the one in local time with its offset first: it says in
/// addition on which day the article appeared where it was published.
pub(super) fn in_local_time(moments: &mut [Fact<Timestamp>]) {
    let instant = |fact: &Fact<Timestamp>| {
        let minute = jiff::Timestamp::from_str(fact.value.value.as_deref()?).ok()?.as_second() / 60;
        Some((minute, fact.value.value.as_deref()?.ends_with("+00:00")))
    };
    let Some(first) = moments.first() else { return };
    let local = match instant(first) {
        Some((best, true)) => moments.iter().position(|fact| instant(fact) == Some((best, false))),
        Some(_) => None,
        None => {
            let minute = first.value.value.as_deref().and_then(|value| value.get(..MINUTE_BYTES));
            let same = |fact: &Fact<Timestamp>| {
                fact.value.value.as_deref().and_then(|value| value.get(..MINUTE_BYTES)) == minute
            };
            let offset = |fact: &Fact<Timestamp>| fact.value.offset == Offset::Given && same(fact);
            minute.and_then(|_| moments.iter().position(offset))
        }
    };
    promote(moments, local);
}

/// The bytes of a moment to the minute.
const MINUTE_BYTES: usize = 16;

/// Where the best moment is a day, puts the best of that day with a time first.
pub(super) fn to_the_minute(moments: &mut [Fact<Timestamp>]) {
    let coarse = |moment: &Timestamp| moment.precision == Precision::Day || date::is_filled(moment);
    let Some(best) = moments.first().filter(|fact| coarse(&fact.value)) else { return };
    let day = best.value.date().map(str::to_owned);
    let finer =
        moments.iter().position(|fact| !coarse(&fact.value) && fact.value.date() == day.as_deref());
    promote(moments, finer);
}

/// Where metadata that are defined as the first publication name several days, puts the earliest
/// first: systems restate some of them when an article is changed.
pub(super) fn first_stated(moments: &mut [Fact<Timestamp>]) {
    let first = |fact: &Fact<Timestamp>| {
        STATED_FIRST.contains(&(fact.origin.kind, fact.origin.detail.as_str()))
    };
    let Some(best) = moments.first().filter(|fact| first(fact)) else { return };
    let day = |fact: &Fact<Timestamp>| fact.value.date().map(str::to_owned);
    let Some(taken) = day(best) else { return };
    let stated = moments.iter().enumerate().filter(|(_, fact)| first(fact));
    let dated = stated.filter_map(|(at, fact)| Some((day(fact)?, at)));
    let earliest = dated.filter(|(day, _)| *day < taken && !is_next_day(day, &taken)).min();
    promote(moments, earliest.map(|(_, at)| at));
}

/// Whether the second of two days follows the first: in another zone it may be the same.
fn is_next_day(first: &str, second: &str) -> bool {
    let date = |text: &str| jiff::civil::Date::from_str(text).ok();
    date(first).and_then(|date| date.tomorrow().ok()) == date(second)
}

/// Metadata that are defined as the first publication.
const STATED_FIRST: &[(OriginKind, &str)] = &[
    (OriginKind::JsonLd, "datepublished"),
    (OriginKind::Microdata, "datepublished"),
    (OriginKind::Meta, "article:published_time"),
    (OriginKind::Meta, "og:article:published_time"),
    (OriginKind::Meta, "datepublished"),
];

/// Puts the first date that the page shows beside its headline, or has in its address, before
/// metadata that state a later day: an article cannot have been shown before it was published, but
/// systems restate dates when they are moved or built anew.
pub(super) fn before_metadata(moments: &mut [Fact<Timestamp>]) {
    let stated =
        |kind| matches!(kind, OriginKind::JsonLd | OriginKind::Meta | OriginKind::Microdata);
    let Some(best) = moments.first().filter(|fact| stated(fact.origin.kind)) else { return };
    let (Some(day), confidence) = (best.value.date(), best.confidence) else { return };
    let shown = moments.iter().position(|fact| {
        SHOWN.contains(&(fact.origin.kind, fact.origin.detail.as_str()))
            && fact.value.date().is_some_and(|shown| shown < day && !is_swapped(shown, day))
    });
    if let Some(at) = shown {
        if let Some(front) = moments.get_mut(..=at) {
            front.rotate_right(1);
        }
        if let Some(first) = moments.first_mut() {
            first.confidence = confidence.min(FIRST_SHOWN);
        }
    }
}

/// Puts the day that the page shows before metadata that state the midnight at its start as a
/// moment in UTC, in a zone to the east: `2024-03-31T22:00:00Z` is the first of April in Berlin.
pub(super) fn local_day(moments: &mut [Fact<Timestamp>]) {
    let Some(best) = moments.first().filter(|fact| fact.origin.kind != OriginKind::Visible) else {
        return;
    };
    let evening = best.value.value.as_deref().and_then(|value| value.get(10..));
    let day = best.value.date().filter(|_| evening.is_some_and(|time| EVENING.contains(&time)));
    let shown = moments.iter().position(|fact| {
        let shown = SHOWN.contains(&(fact.origin.kind, fact.origin.detail.as_str()));
        let next = day.zip(fact.value.date()).is_some_and(|(day, shown)| is_next_day(day, shown));
        shown && next && fact.value.precision == Precision::Day
    });
    promote(moments, shown);
}

/// Times in UTC that are midnight in Europe and Asia.
const EVENING: &[&str] = &[
    "T23:00:00+00:00",
    "T22:00:00+00:00",
    "T21:00:00+00:00",
    "T20:00:00+00:00",
    "T19:00:00+00:00",
    "T18:30:00+00:00",
    "T18:00:00+00:00",
    "T17:00:00+00:00",
    "T16:00:00+00:00",
    "T15:00:00+00:00",
];

/// Whether two days differ in the order of day and month alone: a shown date was misread then.
fn is_swapped(first: &str, second: &str) -> bool {
    let parts = |text: &str| {
        let mut parts = text.splitn(3, '-').map(str::to_owned);
        Some((parts.next()?, parts.next()?, parts.next()?))
    };
    let pair = parts(first).zip(parts(second));
    pair.is_some_and(|((year, month, day), other)| (year, day, month) == other)
}

/// The dates that are believed over metadata that state a later day.
const SHOWN: &[(OriginKind, &str)] =
    &[(OriginKind::Visible, "line"), (OriginKind::Visible, "dateline"), (OriginKind::Url, "path")];

/// How much a date is relied on that is shown although metadata state a later one.
const FIRST_SHOWN: f32 = 0.80;

/// Raises moments of the same day, those to the minute more, and puts the best first. What needs
/// a moment that the page does not give comes last.
pub(super) fn settle(moments: &mut [Fact<Timestamp>]) {
    for fact in moments.iter_mut() {
        let filled = date::is_filled(&fact.value);
        if fact.value.precision != Precision::Day && !filled {
            fact.confidence += FINER;
        }
        if fact.value.offset == Offset::Given && !filled {
            fact.confidence += WITH_OFFSET;
        }
        if fact.value.value.is_none() {
            fact.confidence *= 0.2;
        }
    }
    strengthen(moments, |moment| moment.date().unwrap_or_default().to_owned());
}

/// Where metadata give only the name of an account (`asmith`, `ann.smith`), puts the first source
/// that shows a person with a full name before them.
pub(super) fn before_accounts(facts: &mut [Fact<Vec<Author>>]) {
    let account = |author: &Author| {
        let name = &author.name;
        let latin =
            name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'));
        let inner = name.get(1..).is_some_and(|rest| {
            rest.contains(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '.')
        });
        latin && (inner || name.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    let Some(best) = facts.first() else { return };
    if best.origin.kind == OriginKind::Visible || !best.value.iter().all(account) {
        return;
    }
    let person = |author: &Author| {
        author.kind == AuthorKind::Person && !is_credit(author) && author.name.contains(' ')
    };
    let shown = facts
        .iter()
        .position(|fact| fact.origin.kind == OriginKind::Visible && fact.value.iter().all(person));
    promote(facts, shown);
}

/// Where a line that opens with `By` names the author that metadata give among other people, puts
/// these first: systems often store one name. Links and class names hold reviewers as well.
pub(super) fn before_fewer(facts: &mut [Fact<Vec<Author>>]) {
    let Some(best) = facts.first().filter(|fact| fact.origin.kind != OriginKind::Visible) else {
        return;
    };
    let named = |authors: &[Author], author: &Author| {
        let key = letters(&author.name);
        authors.iter().any(|known| letters(&known.name).ends_with(&key))
    };
    let more = facts.iter().position(|fact| {
        let line = fact.origin.kind == OriginKind::Visible && fact.origin.detail == "author words";
        let people = fact.value.iter().all(|author| {
            author.kind == AuthorKind::Person && !is_credit(author) && author.name.contains(' ')
        });
        let all = best.value.iter().all(|author| named(&fact.value, author));
        line && people && all && fact.value.len() > best.value.len()
    });
    promote(facts, more);
}

/// Puts a fact first, with the confidence of the one that was.
fn promote<T>(facts: &mut [Fact<T>], at: Option<usize>) {
    let confidence = facts.first().map(|fact| fact.confidence);
    if let Some(front) = at.and_then(|at| facts.get_mut(..=at)) {
        front.rotate_right(1);
        if let Some((first, confidence)) = front.first_mut().zip(confidence) {
            first.confidence = confidence;
        }
    }
}

/// Gives the authors of the best source the addresses and roles that other sources have for them.
pub(super) fn complete(facts: &mut [Fact<Vec<Author>>]) {
    let Some((best, others)) = facts.split_first_mut() else { return };
    for author in &mut best.value {
        let key = letters(&author.name);
        let same = others.iter().flat_map(|fact| &fact.value);
        for other in same.filter(|other| letters(&other.name) == key) {
            author.url = author.url.take().or_else(|| other.url.clone());
            author.role = author.role.take().or_else(|| other.role.clone());
        }
    }
}

pub(super) fn is_credit(author: &Author) -> bool {
    author.contribution != Contribution::Text
}
