//! Texts of dates in several languages: what is read is a date, a local date-time or a moment of
//! RFC 3339, and reads as itself.

#![no_main]

use jiff::civil::{Date, DateTime};
use libfuzzer_sys::fuzz_target;
use newsprint::model::Timestamp;
use newsprint::stages::dates;

const LANGUAGES: &[Option<&str>] = &[
    None,
    Some("en"),
    Some("en-US"),
    Some("ru"),
    Some("kk"),
    Some("de"),
    Some("fr"),
    Some("es"),
    Some("tr"),
    Some("uk"),
    Some("zh"),
    Some("ja"),
    Some("ar"),
    Some("no such language"),
];

fuzz_target!(|input: (u8, &str)| {
    let (language, text) = input;
    let language = LANGUAGES[usize::from(language) % LANGUAGES.len()];
    for moment in dates(text, language).into_iter().flatten() {
        assert!(!moment.raw.trim().is_empty(), "{text:?}: {moment:?}");
        check(&moment, language);
    }
});

fn check(moment: &Timestamp, language: Option<&str>) {
    let Some(value) = moment.value.as_deref() else { return };
    let is_moment = value.parse::<jiff::Timestamp>().is_ok();
    let is_local = value.parse::<DateTime>().is_ok() || value.parse::<Date>().is_ok();
    assert!(is_moment || is_local, "{moment:?}");
    let [again, _] = dates(value, language);
    assert_eq!(again.and_then(|again| again.value).as_deref(), Some(value), "{moment:?}");
}
