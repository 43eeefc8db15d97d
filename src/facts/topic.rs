//! Section, tags, language and access from raw text.

use super::clean::{clean, is_address, letters};
use crate::dom::Base;
use crate::model::{Access, Alternate, Link};

/// The most characters of a tag; what is longer is a sentence.
const TAG_CHARS: usize = 60;

/// The most tags that one source may have before it is taken for a list of search words.
const MOST_TAGS: usize = 60;

/// Steps of breadcrumbs that are the front page.
const HOME: &[&str] = &[
    "home",
    "homepage",
    "startseite",
    "start",
    "accueil",
    "inicio",
    "início",
    "portada",
    "главная",
    "головна",
    "басты бет",
    "strona główna",
    "úvod",
    "anasayfa",
    "ana sayfa",
    "首页",
    "首頁",
    "ホーム",
    "홈",
    "hjem",
    "etusivu",
    "index",
    "front page",
    "domů",
    "beranda",
    "trang chủ",
];

/// The tags of one source, each once. A text may hold several, set apart by commas.
pub(super) fn tags<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    let parts = texts.flat_map(|text| {
        let text = text.trim().trim_start_matches('[').trim_end_matches(']').to_owned();
        let mark = if text.contains(';') { ';' } else { ',' };
        text.split([mark, '，', '、', '|']).map(str::to_owned).collect::<Vec<_>>()
    });
    for part in parts.take(MOST_TAGS) {
        let Some(tag) = clean(part.trim_matches(['"', '\'', ' '])) else { continue };
        let tag = tag.trim_start_matches('#').trim();
        let fits = !tag.is_empty() && tag.chars().count() <= TAG_CHARS && !is_address(tag);
        if fits && seen.insert(letters(tag)) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

/// The last step of breadcrumbs that is neither the front page nor the article.
pub(super) fn section(trail: &[Link], titles: &[String]) -> Option<String> {
    let steps = trail.iter().filter(|step| !is_home(&step.text));
    let mut steps = steps.filter(|step| !titles.contains(&letters(&step.text)));
    steps.next_back().map(|step| step.text.clone()).filter(|text| text.chars().count() <= TAG_CHARS)
}

fn is_home(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    HOME.contains(&text.as_str())
}

/// A language as a BCP 47 tag in its usual case: `en-US`, `zh-Hant-TW`.
///
/// `None` for what is no tag, such as the name of a language.
pub(super) fn language(text: &str) -> Option<String> {
    let text = text.split([',', ';', '.', '@']).next()?.trim().replace('_', "-");
    let mut subtags = text.split('-');
    let primary = subtags.next()?.to_ascii_lowercase();
    let valid =
        (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    if !valid || matches!(primary.as_str(), "und" | "mul" | "zxx" | "xx") {
        return None;
    }
    let mut tag = primary;
    for subtag in subtags {
        let form = match subtag.len() {
            2 if subtag.bytes().all(|b| b.is_ascii_alphabetic()) => subtag.to_ascii_uppercase(),
            3 if subtag.bytes().all(|b| b.is_ascii_digit()) => subtag.to_owned(),
            4 if subtag.bytes().all(|b| b.is_ascii_alphabetic()) => capitalised(subtag),
            _ => break,
        };
        tag.push('-');
        tag.push_str(&form);
    }
    Some(tag)
}

/// An address in a language, resolved, with its tag in the usual case.
pub(super) fn alternate(given: &Alternate, base: &Base) -> Option<Alternate> {
    let default = given.language.eq_ignore_ascii_case("x-default");
    let language = if default { "x-default".to_owned() } else { language(&given.language)? };
    Some(Alternate::new(language, base.resolve(&given.url)?))
}

fn capitalised(subtag: &str) -> String {
    let (first, rest) = subtag.split_at_checked(1).unwrap_or((subtag, ""));
    first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
}

/// Who may read all of an article, from `isAccessibleForFree` or `article:content_tier`.
pub(super) fn access(text: &str) -> Option<Access> {
    let word = text.trim().rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    match word.as_str() {
        "true" | "1" | "yes" | "free" | "y" => Some(Access::Free),
        "metered" => Some(Access::Metered),
        "false" | "0" | "no" | "locked" | "paid" | "premium" | "n" => Some(Access::Paid),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_take_the_usual_form() {
        let cases = [
            ("en", Some("en")),
            ("EN_us", Some("en-US")),
            ("ru-RU", Some("ru-RU")),
            ("zh-hant-tw", Some("zh-Hant-TW")),
            ("es-419", Some("es-419")),
            ("de-DE-x-formal", Some("de-DE")),
            ("English", None),
            ("", None),
            ("kk, ru", Some("kk")),
        ];
        for (text, tag) in cases {
            assert_eq!(language(text).as_deref(), tag, "{text}");
        }
    }

    #[test]
    fn tags_are_split_and_stand_once() {
        assert_eq!(tags(["rain, May,Rain", "#sun"].into_iter()), ["rain", "May", "sun"]);
        assert_eq!(tags(["a b; c, d"].into_iter()), ["a b", "c, d"]);
        assert!(tags(["https://x.org/tag"].into_iter()).is_empty());
    }

    #[test]
    fn the_section_is_the_last_step_but_the_article() {
        let step = |text: &str| Link { text: text.to_owned(), url: None };
        let trail = [step("Home"), step("World"), step("Rain in May")];
        assert_eq!(section(&trail, &[letters("Rain in May")]).as_deref(), Some("World"));
        assert_eq!(section(&trail[..1], &[]), None);
    }

    #[test]
    fn access_is_read_from_words_and_addresses() {
        assert_eq!(access("http://schema.org/False"), Some(Access::Paid));
        assert_eq!(access("True"), Some(Access::Free));
        assert_eq!(access("metered"), Some(Access::Metered));
        assert_eq!(access("maybe"), None);
    }
}
