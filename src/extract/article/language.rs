//! The language of a page that does not say it, from its text.

use whatlang::Lang;

use crate::facts::Fact;
use crate::model::{Article, Block, Origin, OriginKind};

/// The detector reads this many bytes of the body; more changes nothing.
const SAMPLE: usize = 4_096;

/// The language of the body, as a BCP 47 tag; `None` where the detector is not sure.
pub(super) fn detect(article: &Article) -> Option<Fact<String>> {
    let text = article.start_of_text(SAMPLE);
    let sample = text.get(..text.floor_char_boundary(SAMPLE))?;
    if let Some(tag) = by_letters(sample) {
        return Some(fact(tag, BY_LETTERS));
    }
    let info = whatlang::detect(sample).filter(whatlang::Info::is_reliable)?;
    #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
    let confidence = info.confidence() as f32;
    Some(fact(tag(info.lang()), confidence))
}

fn fact(tag: &str, confidence: f32) -> Fact<String> {
    Fact { value: tag.to_owned(), origin: Origin::new(OriginKind::Body, ""), confidence }
}

/// Whether a page says that it is in a language that is not written in the script of its text: the
/// template of another language was taken.
pub(super) fn is_of_other_script(article: &Article) -> bool {
    let stated = article.language.as_deref().and_then(|tag| tag.split('-').next());
    let stated = stated.filter(|tag| !OF_SEVERAL_SCRIPTS.contains(tag)).and_then(of_tag);
    let first = article.body.iter().find_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.content.text()),
        _ => None,
    });
    let first = first.filter(|text| text.chars().count() >= LONG_TEXT);
    let script = first.and_then(|text| whatlang::detect_script(&text));
    stated.zip(script).is_some_and(|(stated, script)| !script.langs().contains(&stated))
}

/// The fewest characters of a paragraph whose script is that of the text.
const LONG_TEXT: usize = 60;

/// Languages that the detector knows in one of their scripts.
const OF_SEVERAL_SCRIPTS: &[&str] = &["sr", "az", "uz", "tk", "ja", "zh", "pa"];

/// The language of a tag, where the detector knows it.
fn of_tag(tag: &str) -> Option<Lang> {
    let (long, _) = TAGS.iter().find(|(_, short)| *short == tag)?;
    Lang::from_code(*long)
}

/// The language whose own letters a text has, where the detector does not know it: it would take it
/// for another in the same script.
fn by_letters(text: &str) -> Option<&'static str> {
    let rare: Vec<char> = text.chars().filter(|c| RARE.contains(c)).collect();
    let count =
        |letters: &str| rare.iter().filter(|c| letters.contains(**c)).take(OWN_LETTERS).count();
    let known =
        OWN.iter().find(|(_, own, foreign)| count(own) >= OWN_LETTERS && count(foreign) == 0);
    known.map(|(tag, ..)| *tag)
}

/// Where all these letters are: the Cyrillic ones behind those of Russian.
const RARE: std::ops::RangeInclusive<char> = '\u{450}'..='\u{52F}';

/// So many letters of its own tell a language.
const OWN_LETTERS: usize = 3;

/// How sure a language is that its letters tell.
const BY_LETTERS: f32 = 0.9;

/// Languages with letters of their own, and letters that they don't have.
const OWN: &[(&str, &str, &str)] = &[
    ("kk", "ұ", "ҙҡ"),
    ("tg", "ӯӣҷ", "ұ"),
    ("ba", "ҙҡҫ", ""),
    ("tt", "җ", "ұ"),
    ("ky", "ң", "әқһў"),
    ("mn", "өү", "ңәқў"),
];

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
    fn languages_that_the_detector_does_not_know_are_told_by_their_letters() {
        let kazakh = "Ұлы дала елінде жаңбыр жауып тұр, ұзақ жолда қалған жұрт үйге қайтты";
        assert_eq!(by_letters(kazakh), Some("kk"));
        let kyrgyz = "Жаңы жылда эң көп жамгыр жаады, өлкөнүн тоолорунда кар эриди, таң атты";
        assert_eq!(by_letters(kyrgyz), Some("ky"));
        let mongolian = "Өнөөдөр бүх өдөр бороо орж, хүмүүс гэртээ үлдэв";
        assert_eq!(by_letters(mongolian), Some("mn"));
        assert_eq!(by_letters("В городе весь день шёл дождь, и люди оставались дома"), None);
        assert_eq!(by_letters("У горадзе ўвесь дзень ішоў дождж, і людзі заставаліся дома"), None);
    }

    #[test]
    fn letters_that_tell_languages_are_rare() {
        let all = OWN.iter().flat_map(|(_, own, foreign)| own.chars().chain(foreign.chars()));
        assert!(all.into_iter().all(|letter| RARE.contains(&letter)));
    }

    #[test]
    fn every_language_of_the_detector_has_a_tag_of_two_letters() {
        for language in Lang::all() {
            assert_eq!(tag(*language).len(), 2, "{language:?}");
        }
    }
}
