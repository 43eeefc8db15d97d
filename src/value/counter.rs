//! Counters: how often something was viewed, commented, shared or liked.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::letter::lower;
use super::locale::counters::{
    DURATIONS, MAGNITUDES, NOT_COUNTERS, STEMS, TOKENS, UNSPACED, WORDS,
};
use super::locale::{entries, index};
use super::lookup::Lookup;
use super::number::{ascii_digits, integer, is_group_space};
use super::text::{is_one_of, plain, tokens};
use crate::model::CounterKind;

/// The one number of a counter: `3351`, `3 351`, `12.3K`, `3,3 тыс.`, `12.768` (grouped), `(185)`,
/// `1K+`, `604 COMMENTS`, `Просмотров: 3 351`.
///
/// Words beside the number must name something that pages count; times, dates, prices and shares
/// of a hundred are no counters. What does not fit a `u64` is none either.
pub(crate) fn parse(text: &str) -> Option<u64> {
    let text = ascii_digits(text);
    let (before, number, after) = split_number(&text)?;
    let (factor, after, short) = magnitude(after);
    let words = [before, after].map(surrounding);
    let [Some(before), Some(after)] = words else { return None };
    let named = !before.is_empty() || !after.is_empty();
    if named && kind_of_word(&before).or_else(|| kind_of_word(&after)).is_none() {
        return None;
    }
    let plural_minutes = short && !named && !number.contains(['.', ',']);
    if plural_minutes { None } else { scaled(number, factor) }
}

/// `text` around its one run of digits and the marks between them.
fn split_number(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    Some((text.get(..start)?, text.get(start..end)?, text.get(end..)?))
}

/// What the number is multiplied by, the text after the word that says so, and whether that word
/// is the `m` that also stands for minutes.
fn magnitude(after: &str) -> (u64, &str, bool) {
    let text = after.trim_start();
    if text.is_empty() {
        return (1, after, false);
    }
    let first = text.chars().next().map(lower);
    let folded_start = |entry: &str| {
        if first != entry.chars().next() {
            return None;
        }
        let head = text
            .get(..text.char_indices().nth(entry.chars().count()).map_or(text.len(), |(i, _)| i))?;
        let rest = text.get(head.len()..)?;
        let ends =
            entry.ends_with('.') || is_unspaced(entry) || !rest.starts_with(char::is_alphanumeric);
        (head.to_lowercase() == entry && ends).then_some(rest)
    };
    let found = MAGNITUDES
        .iter()
        .flat_map(|(factor, words)| words.iter().map(move |word| (*factor, *word)))
        .filter_map(|(factor, word)| Some((factor, word, folded_start(word)?)))
        .max_by_key(|(_, word, _)| word.len());
    match found {
        Some((factor, word, rest)) => (factor, rest, word == "m" && text.starts_with('m')),
        None => (1, after, false),
    }
}

/// Whether `word` is of a script that does not put spaces between words.
fn is_unspaced(word: &str) -> bool {
    word.chars().any(|c| matches!(c, '\u{3000}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}'))
}

/// The words of the text beside a number; `None` where a mark says that it counts nothing.
fn surrounding(text: &str) -> Option<String> {
    let marked = text.chars().any(|c| {
        matches!(c, '%' | '$' | '€' | '£' | '₽' | '₸' | '¥' | '°' | '@' | '=' | '<' | '-' | '−')
    });
    let words = text.trim_matches(|c: char| !c.is_alphabetic());
    let timed = words.split_whitespace().any(|word| is_one_of(word.trim_matches('.'), DURATIONS));
    (!marked && !timed).then(|| words.to_owned())
}

/// `number`, with a decimal fraction if it is multiplied.
fn scaled(number: &str, factor: u64) -> Option<u64> {
    if factor == 1 {
        return integer(number);
    }
    let mark = number.find(['.', ',']).filter(|at| number.rfind(['.', ',']) == Some(*at));
    let Some((whole, fraction)) =
        mark.and_then(|at| Some((number.get(..at)?, number.get(at + 1..)?)))
    else {
        return integer(number)?.checked_mul(factor);
    };
    let fraction_value = fraction_of(fraction, factor)?;
    integer(whole)?.checked_mul(factor)?.checked_add(fraction_value)
}

/// The decimal `fraction` of `factor`, rounded down.
fn fraction_of(fraction: &str, factor: u64) -> Option<u64> {
    let digits = fraction.bytes().all(|b| b.is_ascii_digit()) && fraction.len() <= 6;
    let value: u64 = digits.then(|| fraction.parse().ok())??;
    let scale = 10u64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    Some(value.checked_mul(factor)? / scale)
}

/// Folded words of [`WORDS`].
static WORD_KINDS: LazyLock<FxHashMap<String, CounterKind>> = LazyLock::new(|| index(WORDS));

/// Folded stems of [`STEMS`] by their first letter.
static STEM_KINDS: LazyLock<FxHashMap<char, Vec<(String, CounterKind)>>> = LazyLock::new(|| {
    let mut stems: FxHashMap<char, Vec<_>> = FxHashMap::default();
    for (kind, stem) in entries(STEMS) {
        let stem = plain(stem);
        stems.entry(stem.chars().next().unwrap_or_default()).or_default().push((stem, kind));
    }
    stems
});

/// What a word or a short text such as `604 COMMENTS` says is counted.
pub(crate) fn kind_of_word(text: &str) -> Option<CounterKind> {
    let folded = plain(text);
    folded
        .split(|c: char| {
            c.is_ascii_digit() || c.is_ascii_punctuation() && c != '\'' || is_group_space(c)
        })
        .filter(|word| !word.is_empty())
        .find_map(kind_of_folded)
        .or_else(|| {
            if folded.is_ascii() {
                return None;
            }
            UNSPACED.iter().find(|(_, words)| words.iter().any(|w| folded.contains(w))).map(|u| u.0)
        })
}

/// What one folded word says is counted.
fn kind_of_folded(word: &str) -> Option<CounterKind> {
    WORD_KINDS.get(word).copied().or_else(|| {
        let stems = STEM_KINDS.get(&word.chars().next()?)?;
        stems.iter().find(|(stem, _)| word.starts_with(stem.as_str())).map(|(_, kind)| *kind)
    })
}

/// What each token says is counted, or that nothing is: [`NOT_COUNTERS`] and [`TOKENS`].
pub(crate) fn named_tokens() -> impl Iterator<Item = (&'static str, Option<CounterKind>)> {
    let others = NOT_COUNTERS.iter().map(|token| (*token, None));
    let kinds =
        TOKENS.iter().flat_map(|(kind, tokens)| tokens.iter().map(|token| (*token, Some(*kind))));
    others.chain(kinds)
}

/// [`named_tokens`] by token.
static TOKEN_KINDS: LazyLock<Lookup<Option<CounterKind>>> =
    LazyLock::new(|| Lookup::new(named_tokens(), |first, _| first));

/// What a class, id or icon name says is counted: `icon-eye`, `fa-comments`, `shareCount`.
pub(crate) fn kind_of_token(name: &str) -> Option<CounterKind> {
    let mut found = None;
    for kind in tokens(name).filter_map(|token| TOKEN_KINDS.get(token)) {
        found = found.or(Some(kind?));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counters_as_pages_write_them() {
        let cases = [
            ("3351", 3351),
            ("3 351", 3351),
            ("3\u{a0}351", 3351),
            ("3\u{2009}351", 3351),
            ("3\u{202f}351", 3351),
            ("12.3K", 12_300),
            ("12.3k", 12_300),
            ("3,3 тыс.", 3300),
            ("3,3\u{a0}тыс", 3300),
            ("1,2 млн", 1_200_000),
            ("1.5 mln", 1_500_000),
            ("12.768", 12_768),
            ("1.2M", 1_200_000),
            ("1.2m", 1_200_000),
            ("(185)", 185),
            ("[185]", 185),
            ("604 COMMENTS", 604),
            ("1201574", 1_201_574),
            ("2,1 mil", 2100),
            ("3万", 30_000),
            ("1.2万", 12_000),
            ("1.2億", 120_000_000),
            ("3.4만", 34_000),
            ("5천", 5000),
            ("1,234", 1234),
            ("1K+", 1000),
            ("100+", 100),
            ("Просмотров: 3 351", 3351),
            ("3,3 тыс. просмотров", 3300),
            ("12 комментариев", 12),
            ("Comments (7)", 7),
            ("👁 1 204", 1204),
            ("45 mil visualizações", 45_000),
            ("1,2 tis. zobrazení", 1200),
            ("12 Kommentare", 12),
            ("3条评论", 3),
            ("阅读 1234", 1234),
            ("조회수 1,234", 1234),
            ("١٢٣", 123),
            ("12 تعليق", 12),
            ("2 rb", 2000),
            ("1,5 jt", 1_500_000),
            ("3 bin", 3000),
            ("5 lakh views", 500_000),
            ("0", 0),
            ("2.5B", 2_500_000_000),
            ("17m views", 17_000_000),
        ];
        for (text, value) in cases {
            assert_eq!(parse(text), Some(value), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_counters() {
        for text in [
            "",
            "12:16",
            "1 апреля",
            "2 hours ago",
            "5%",
            "$5",
            "3/5",
            "12.5",
            "-5",
            "01.04.2024",
            "3m",
            "Kurs 523,7",
            "many",
            "K",
            "99999999999999999999",
            "18446744073709551615K",
            "USD 425.05",
            "5 min read",
            "Top 10",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn words_say_what_is_counted() {
        use CounterKind::{Comments, Reactions, Shares, Views};
        let cases = [
            ("comments", Comments),
            ("комментариев", Comments),
            ("Kommentare", Comments),
            ("commentaires", Comments),
            ("comentarios", Comments),
            ("commenti", Comments),
            ("reacties", Comments),
            ("komentarzy", Comments),
            ("komentářů", Comments),
            ("yorum", Comments),
            ("تعليقات", Comments),
            ("コメント", Comments),
            ("评论", Comments),
            ("댓글", Comments),
            ("hozzászólás", Comments),
            ("σχόλια", Comments),
            ("пікірлер", Comments),
            ("коментарів", Comments),
            ("ummæli", Comments),
            ("bình luận", Comments),
            ("просмотров", Views),
            ("views", Views),
            ("қаралым", Views),
            ("переглядів", Views),
            ("Aufrufe", Views),
            ("vues", Views),
            ("visitas", Views),
            ("visualizzazioni", Views),
            ("wyświetleń", Views),
            ("görüntülenme", Views),
            ("مشاهدة", Views),
            ("閲覧数", Views),
            ("阅读", Views),
            ("조회수", Views),
            ("Прочитали", Views),
            ("shares", Shares),
            ("partages", Shares),
            ("поделились", Shares),
            ("udostępnień", Shares),
            ("likes", Reactions),
            ("j'aime", Reactions),
            ("нравится", Reactions),
            ("いいね", Reactions),
            ("좋아요", Reactions),
        ];
        for (word, kind) in cases {
            assert_eq!(kind_of_word(word), Some(kind), "{word}");
        }
        assert_eq!(kind_of_word("Алматы"), None);
        assert_eq!(kind_of_word("review"), None);
    }

    #[test]
    fn tokens_say_what_is_counted() {
        use CounterKind::{Comments, Reactions, Shares, Views};
        let cases = [
            ("icon-eye", Some(Views)),
            ("fa fa-comments-o", Some(Comments)),
            ("viewCount", Some(Views)),
            ("icon--view-gray", Some(Views)),
            ("meta__item_views", Some(Views)),
            ("chat", Some(Comments)),
            ("social-share__count", Some(Shares)),
            ("icon_heart", Some(Reactions)),
            ("article__likes", Some(Reactions)),
            ("views-row", None),
            ("review", None),
            ("view-all", None),
            ("preview", None),
        ];
        for (name, kind) in cases {
            assert_eq!(kind_of_token(name), kind, "{name}");
        }
    }

    proptest! {
        #[test]
        fn plain_counters_round_trip(value: u64) {
            prop_assert_eq!(parse(&value.to_string()), Some(value));
            prop_assert_eq!(parse(&format!("({value})")), Some(value));
        }

        #[test]
        fn short_forms_round_trip(whole in 0u64..1000, tenth in 0u64..10, unit in prop::sample::select(vec![
            ("K", 1000u64), (" тыс.", 1000), (" млн", 1_000_000), ("M", 1_000_000), ("万", 10_000),
        ]), mark in prop::sample::select(vec!['.', ','])) {
            let text = format!("{whole}{mark}{tenth}{}", unit.0);
            prop_assert_eq!(parse(&text), Some(whole * unit.1 + tenth * unit.1 / 10));
        }

        #[test]
        fn nothing_panics(text in "\\PC*", number in "[0-9.,  KM万тыс%-]{0,12}") {
            let _ = (parse(&text), kind_of_word(&text), kind_of_token(&text), parse(&number));
        }
    }
}
