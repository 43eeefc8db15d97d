//! The language of a page that does not say it, from its text.

use whatlang::Lang;

use crate::facts::Fact;
use crate::model::{Article, Origin, OriginKind};

/// The detector reads this many bytes of the body; more changes nothing.
const SAMPLE: usize = 4_096;

/// The language of the body, as a BCP 47 tag; `None` where the detector is not sure.
pub(super) fn detect(article: &Article) -> Option<Fact<String>> {
    let text = article.to_text();
    let sample = text.get(..text.floor_char_boundary(SAMPLE))?;
    let info = whatlang::detect(sample).filter(whatlang::Info::is_reliable)?;
    #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
    let confidence = info.confidence() as f32;
    let value = tag(info.lang()).to_owned();
    Some(Fact { value, origin: Origin::new(OriginKind::Body, ""), confidence })
}

/// The shortest code of a language, as BCP 47 (RFC 5646, section 2.2.1) wants it: the ISO 639-1 code
/// of it, or of the language that it is a variety of.
fn tag(language: Lang) -> &'static str {
    let code = language.code();
    TAGS.iter().find(|(long, _)| *long == code).map_or(code, |(_, short)| short)
}

/// ISO 639-3 and ISO 639-1 codes of the languages that the detector knows.
#[rustfmt::skip]
const TAGS: &[(&str, &str)] = &[
    ("afr", "af"), ("aka", "ak"), ("amh", "am"), ("ara", "ar"), ("aze", "az"), ("bel", "be"),
    ("ben", "bn"), ("bul", "bg"), ("cat", "ca"), ("ces", "cs"), ("cmn", "zh"), ("cym", "cy"),
    ("dan", "da"), ("deu", "de"), ("ell", "el"), ("eng", "en"), ("epo", "eo"), ("est", "et"),
    ("fin", "fi"), ("fra", "fr"), ("guj", "gu"), ("heb", "he"), ("hin", "hi"), ("hrv", "hr"),
    ("hun", "hu"), ("hye", "hy"), ("ind", "id"), ("ita", "it"), ("jav", "jv"), ("jpn", "ja"),
    ("kan", "kn"), ("kat", "ka"), ("khm", "km"), ("kor", "ko"), ("lat", "la"), ("lav", "lv"),
    ("lit", "lt"), ("mal", "ml"), ("mar", "mr"), ("mkd", "mk"), ("mya", "my"), ("nep", "ne"),
    ("nld", "nl"), ("nob", "nb"), ("ori", "or"), ("pan", "pa"), ("pes", "fa"), ("pol", "pl"),
    ("por", "pt"), ("ron", "ro"), ("rus", "ru"), ("sin", "si"), ("slk", "sk"), ("slv", "sl"),
    ("sna", "sn"), ("spa", "es"), ("srp", "sr"), ("swe", "sv"), ("tam", "ta"), ("tel", "te"),
    ("tgl", "tl"), ("tha", "th"), ("tuk", "tk"), ("tur", "tr"), ("ukr", "uk"), ("urd", "ur"),
    ("uzb", "uz"), ("vie", "vi"), ("yid", "yi"), ("zul", "zu"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_of_the_detector_has_a_tag_of_two_letters() {
        for language in Lang::all() {
            assert_eq!(tag(*language).len(), 2, "{language:?}");
        }
    }
}
