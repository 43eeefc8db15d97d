//! Plain text: white space, emoji, ranks, the tokens of class names, and folding for comparison.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use super::letter::{is_alphabetic, lower};
use super::number::digit;
use super::word::Word;

/// `text` as one line: runs of white space (of any script) become one space, the ends are
/// trimmed, and characters that show nothing are dropped: zero-width spaces, soft hyphens, bidi
/// and other control characters.
///
/// The zero-width joiners stay: emoji sequences and some scripts change without them.
pub(crate) fn collapse(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut space = false;
    let mut rest = text;
    while !rest.is_empty() {
        let (plain, next) = rest.split_at(plain_length(rest));
        if !plain.is_empty() {
            push_after(&mut line, &mut space, plain);
            rest = next;
            continue;
        }
        let mut chars = rest.chars();
        let Some(c) = chars.next() else { break };
        if c.is_whitespace() {
            space = true;
        } else if !is_invisible(c) {
            push_after(&mut line, &mut space, rest.get(..c.len_utf8()).unwrap_or_default());
        }
        rest = chars.as_str();
    }
    line
}

/// The same of a text that most often is such a line already.
pub(crate) fn collapsed(text: &str) -> Cow<'_, str> {
    if is_collapsed(text) { text.into() } else { collapse(text).into() }
}

/// Whether [`collapse`] would change nothing, as far as a glance tells.
pub(crate) fn is_collapsed(text: &str) -> bool {
    plain_length(text) == text.len()
}

/// How much of the start of `text` is visible for sure: ASCII, characters whose first byte begins
/// neither white space nor what shows nothing, and single spaces between them.
fn plain_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_plain = |at: usize| bytes.get(at).is_some_and(|byte| is_plain_byte(*byte));
    let mut end = 0;
    loop {
        end += ascii_words(bytes.get(end..).unwrap_or_default());
        end += bytes.iter().skip(end).take_while(|byte| is_plain_byte(**byte)).count();
        if end == 0 || bytes.get(end) != Some(&b' ') || !is_plain(end + 1) {
            return end;
        }
        end += 1;
    }
}

/// Whether all of `text` is white space.
pub(crate) fn is_blank(text: &str) -> bool {
    match text.bytes().find(|byte| !byte.is_ascii_whitespace()) {
        None => true,
        Some(byte) => !byte.is_ascii_graphic() && text.trim_start().is_empty(),
    }
}

/// `text` up to the first white space that is not a single space between words, and from there on.
pub(crate) fn split_line(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    let may_be_space = |at: usize| bytes.get(at).is_none_or(|byte| begins_space(*byte));
    let mut end = 0;
    loop {
        if bytes.len() - end > STEP {
            end += ascii_words(bytes.get(end..).unwrap_or_default());
        }
        end += bytes.iter().skip(end).take_while(|byte| !begins_space(**byte)).count();
        match bytes.get(end) {
            None => return (text, ""),
            Some(b' ') if end > 0 && !may_be_space(end + 1) => end += 1,
            Some(byte) if byte.is_ascii() => return text.split_at(end),
            Some(_) => match text.get(end..).and_then(|rest| rest.chars().next()) {
                Some(c) if !c.is_whitespace() => end += c.len_utf8(),
                _ => return text.split_at(end),
            },
        }
    }
}

/// So many bytes are looked at in one step.
const STEP: usize = 16;

/// How much of the start of a text is words of ASCII with single spaces between them, in whole
/// steps: most text is, and the compiler makes a few instructions of a step.
fn ascii_words(bytes: &[u8]) -> usize {
    if !bytes.first().is_some_and(u8::is_ascii_graphic) {
        return 0;
    }
    let mut length = 0;
    while let Some(rest) = bytes.get(length..)
        && let (Some(step), Some(next)) = (rest.first_chunk::<STEP>(), rest.get(1..=STEP))
    {
        let shows = |byte: &u8| (b' '..=b'~').contains(byte);
        let odd = step.iter().fold(0, |odd, byte| odd | u8::from(!shows(byte)));
        // Of what is shown, space is the least: no other two have its bit alone.
        let pairs = step.iter().zip(next);
        let doubled = pairs.fold(0, |doubled, (a, b)| doubled | u8::from(a | b == b' '));
        if odd | doubled != 0 {
            break;
        }
        length += STEP;
    }
    // Whether a space is single shows behind it.
    let before = length.checked_sub(1).filter(|last| bytes.get(*last) == Some(&b' '));
    before.unwrap_or(length)
}

/// Whether white space, in UTF-8, begins with a byte, and what else does.
fn begins_space(byte: u8) -> bool {
    BEGINS_SPACE.get(usize::from(byte)).copied().unwrap_or_default()
}

/// Whether a byte is part of what is visible for sure.
fn is_plain_byte(byte: u8) -> bool {
    IS_PLAIN.get(usize::from(byte)).copied().unwrap_or_default()
}

// Tables, since all text of a page is read byte by byte.

#[expect(clippy::indexing_slicing, reason = "a short table, made when the crate is compiled")]
const BEGINS_SPACE: [bool; 256] = {
    let (mut table, mut byte) = ([false; 256], 0_u8);
    loop {
        table[byte as usize] = matches!(byte, 9..=13 | 32 | 0xC2 | 0xE1..=0xE3);
        if byte == u8::MAX {
            break table;
        }
        byte += 1;
    }
};

#[expect(clippy::indexing_slicing, reason = "a short table, made when the crate is compiled")]
const IS_PLAIN: [bool; 256] = {
    let (mut table, mut byte) = ([false; 256], 0_u8);
    loop {
        let hides = matches!(byte, 0xC2 | 0xD8 | 0xE1..=0xE3 | 0xEF);
        table[byte as usize] = !hides && (byte.is_ascii_graphic() || byte >= 0x80);
        if byte == u8::MAX {
            break table;
        }
        byte += 1;
    }
};

/// Appends to a line, behind a space if there was any.
fn push_after(line: &mut String, space: &mut bool, text: &str) {
    if *space && !line.is_empty() {
        line.push(' ');
    }
    *space = false;
    line.push_str(text);
}

/// Whether `c` shows nothing and joins nothing.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}'
            | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether `c` does something where it is printed: control characters, separators of lines, and
/// marks that turn the direction of what follows.
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The emoji at the start of `text`, if there are any, and what follows, trimmed.
///
/// Sequences stay whole: joiners, variation selectors, flags, skin tones and keycaps.
pub(crate) fn split_leading_emoji(text: &str) -> (Option<&str>, &str) {
    let text = text.trim();
    let mut end = 0;
    while let Some(next) = text.get(end..).and_then(after_emoji) {
        end = text.len() - next.len();
    }
    match text.split_at_checked(end) {
        Some((emoji, rest)) if end > 0 => (Some(emoji.trim()), rest.trim()),
        _ => (None, text),
    }
}

/// What follows the emoji sequence that `text` starts with, after white space.
fn after_emoji(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let mut chars = text.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    if is_keycap_base(first) {
        let rest = rest.strip_prefix('\u{FE0F}').unwrap_or(rest);
        return rest.strip_prefix('\u{20E3}');
    }
    let symbol = !first.is_alphanumeric() && !first.is_ascii();
    let emoji = is_pictograph(first) || symbol && rest.starts_with('\u{FE0F}');
    emoji.then(|| rest.trim_start_matches(extends_emoji))
}

/// Whether `c` starts a keycap such as `1️⃣`.
fn is_keycap_base(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '#' | '*')
}

/// Whether `c` changes or joins the emoji before it. A pictograph after a joiner is then an emoji
/// of its own to the loop, which gives the same sequence.
fn extends_emoji(c: char) -> bool {
    matches!(c,
        '\u{200D}' | '\u{FE0E}' | '\u{FE0F}' | '\u{20E3}' | '\u{1F3FB}'..='\u{1F3FF}'
        | '\u{E0020}'..='\u{E007F}')
}

/// Whether `c` is a picture without a variation selector. Of the dingbats, ornamental quotes and
/// brackets, circled digits and arrows are text.
fn is_pictograph(c: char) -> bool {
    matches!(c,
        '\u{1F000}'..='\u{1F0FF}' | '\u{1F170}'..='\u{1F1FF}' | '\u{1F201}'..='\u{1F2FF}'
        | '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{275A}' | '\u{2763}'..='\u{2767}'
        | '\u{2795}'..='\u{2797}' | '\u{27A1}' | '\u{27B0}' | '\u{27BF}'
        | '\u{231A}' | '\u{231B}' | '\u{23CF}' | '\u{23E9}'..='\u{23FA}'
        | '\u{2B1B}' | '\u{2B1C}' | '\u{2B50}' | '\u{2B55}')
}

/// The rank at the start of `text`, if there is one, and what follows, trimmed.
///
/// A rank is a number of at most three digits that is
/// - all of the text (`1`), padded with a zero (`01 Title`), or marked (`#3`, `№ 3`, `3️⃣`, `③`);
/// - followed by `.` or `)` and then white space, nothing, or a letter that is not ASCII
///   (`1. Title`, `1.标题`, but neither `1.5 million` nor `1.FC Köln`);
/// - glued to an emoji or to an opening quote or bracket, or before an emoji (`1✈️ Title`).
///
/// A number glued to a letter (`5G`) or followed by a word (`10 best`, `2024 год`) belongs to the
/// title.
pub(crate) fn split_rank(text: &str) -> (Option<u32>, &str) {
    let text = text.trim();
    marked_rank(text)
        .or_else(|| circled_rank(text))
        .or_else(|| plain_rank(text))
        .map_or((None, text), |(rank, rest)| (Some(rank), rest.trim()))
}

/// The most digits that a rank has: longer lists show no ranks.
const RANK_DIGITS: usize = 3;

/// `#3`, `№ 3`.
fn marked_rank(text: &str) -> Option<(u32, &str)> {
    let rest = text.strip_prefix(['#', '№', '＃'])?.trim_start();
    let (rank, rest, _) = leading_rank(rest)?;
    let rest = rest.strip_prefix(['.', ')', ':']).unwrap_or(rest);
    (!rest.starts_with(char::is_alphanumeric)).then_some((rank, rest))
}

/// `③`, `❸`.
fn circled_rank(text: &str) -> Option<(u32, &str)> {
    let mut chars = text.chars();
    let c = chars.next()?;
    let base = match c {
        '\u{2460}'..='\u{2473}' => 0x2460,
        '\u{2776}'..='\u{277F}' => 0x2776,
        '\u{2780}'..='\u{2789}' => 0x2780,
        '\u{278A}'..='\u{2793}' => 0x278A,
        _ => return None,
    };
    Some((u32::from(c) - base + 1, chars.as_str()))
}

/// A number without a mark before it.
fn plain_rank(text: &str) -> Option<(u32, &str)> {
    let (rank, rest, padded) = leading_rank(text)?;
    if let Some(rest) = rest.strip_prefix('\u{FE0F}').unwrap_or(rest).strip_prefix('\u{20E3}') {
        return Some((rank, rest));
    }
    let before_space = rest.is_empty() || rest.starts_with(char::is_whitespace);
    if rest.is_empty() || padded && before_space || after_emoji(rest).is_some() {
        return Some((rank, rest));
    }
    if rest.starts_with(['«', '„', '“', '‘', '"', '(', '[', '【', '「', '『', '《']) {
        return Some((rank, rest));
    }
    let rest = rest.strip_prefix(['.', ')', '、', '．', '：'])?;
    match rest.chars().next() {
        Some(c) if c.is_ascii() && !c.is_whitespace() && !matches!(c, '"' | '\'' | '(' | '[') => {
            None
        }
        Some(c) if digit(c).is_some() => None,
        _ => Some((rank, rest)),
    }
}

/// The digits at the start of `text` as a rank, what follows, and whether a zero stands first.
fn leading_rank(text: &str) -> Option<(u32, &str, bool)> {
    let mut rank = 0;
    let mut rest = text;
    let mut digits = 0;
    while let Some((c, d)) = rest.chars().next().and_then(|c| Some((c, digit(c)?))) {
        digits += 1;
        if digits > RANK_DIGITS {
            return None;
        }
        rank = rank * 10 + d;
        rest = rest.get(c.len_utf8()..)?;
    }
    (rank > 0).then_some((rank, rest, text.starts_with('0')))
}

/// The tokens of a class or id name: split at whatever is not a letter, and at camel case.
///
/// `is-rank1 mostRead HTMLBlock` gives `is`, `rank`, `most`, `Read`, `HTML`, `Block`.
#[inline]
pub(crate) fn tokens(name: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = token_start(name, at)?;
        at = token_end(name, start);
        name.get(start..at)
    })
}

/// The same tokens as words, with their lengths in bytes.
pub(crate) fn token_words(name: &str) -> impl Iterator<Item = (Word, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = token_start(name, at)?;
        let (mut word, mut behind) = (Word::new(), None);
        let mut bytes = name.as_bytes().get(start..)?.iter();
        at = name.len() - bytes.len();
        for byte in bytes.by_ref() {
            if !byte.is_ascii_lowercase() {
                behind = Some(*byte);
                break;
            }
            word = word.with(char::from(*byte));
            at += 1;
        }
        if behind.is_some_and(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
            at = camel_token_end(name, start);
            word = Word::of(name.get(start..at)?);
        }
        Some((word, at - start))
    })
}

/// Where the first letter from `from` on is.
#[inline]
fn token_start(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(from..)?;
    let start = bytes.iter().position(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii())?;
    let is_letter = bytes.get(start).is_some_and(u8::is_ascii);
    if is_letter { Some(from + start) } else { next_letter(text, from + start) }
}

#[cold]
fn next_letter(text: &str, from: usize) -> Option<usize> {
    text.get(from..)?.find(is_alphabetic).map(|letter| from + letter)
}

/// Where the token that begins at `start` ends: at whatever is not a letter, or where the first of
/// its camel-case parts ends.
#[inline]
fn token_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes().get(start..).unwrap_or_default();
    let plain = bytes.iter().position(|byte| !byte.is_ascii_lowercase()).unwrap_or(bytes.len());
    match bytes.get(plain) {
        Some(byte) if byte.is_ascii_uppercase() || !byte.is_ascii() => camel_token_end(text, start),
        _ => start + plain,
    }
}

/// The same for a token of other letters than small ASCII ones.
#[inline(never)]
fn camel_token_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    if let Some((word, behind)) = rest.split_at_checked(letters)
        && behind.bytes().next().is_none_or(|byte| byte.is_ascii())
    {
        return start + ascii_camel_end(word.as_bytes());
    }
    let word_end = rest.find(|c: char| !is_alphabetic(c)).unwrap_or(rest.len());
    start + camel_end(rest.get(..word_end).unwrap_or_default())
}

/// Where the first camel-case part of `word` ends; an acronym ends before the capital that starts
/// a word.
fn camel_end(word: &str) -> usize {
    let mut chars = word.char_indices().peekable();
    let mut before = None;
    while let Some((at, c)) = chars.next() {
        let after_lower = before.is_some_and(|b: char| !b.is_uppercase());
        let next_lower = chars.peek().is_some_and(|(_, n)| n.is_lowercase());
        if before.is_some() && c.is_uppercase() && (after_lower || next_lower) {
            return at;
        }
        before = Some(c);
    }
    word.len()
}

/// The same for a word of ASCII letters.
fn ascii_camel_end(word: &[u8]) -> usize {
    let capital = |at: usize| word.get(at).is_some_and(u8::is_ascii_uppercase);
    let small = |at: usize| word.get(at).is_some_and(u8::is_ascii_lowercase);
    let ends = |at: &usize| capital(*at) && (!capital(at - 1) || small(at + 1));
    (1..word.len()).find(ends).unwrap_or(word.len())
}

/// Whether a token of `name` is one of `table`, whatever its ASCII case.
pub(crate) fn has_token(name: &str, table: &[&str]) -> bool {
    tokens(name).any(|token| is_one_of(token, table))
}

/// Whether `token` is one of `table`, whatever its ASCII case.
pub(crate) fn is_one_of(token: &str, table: &[&str]) -> bool {
    table.iter().any(|entry| entry.eq_ignore_ascii_case(token))
}

/// Whether a text has more characters than so many. Most are told by their bytes.
pub(crate) fn is_longer(text: &str, chars: usize) -> bool {
    text.len() > chars && text.chars().count() > chars
}

/// `text` for comparing titles: one line in lower case, all quotes as `'`, all dashes as `-`.
pub(crate) fn fold(text: &str) -> String {
    let line = collapsed(text);
    if line.is_ascii() && memchr::memchr2(b'"', b'`', line.as_bytes()).is_none() {
        return line.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(line.len());
    for c in line.chars().map(lower) {
        match c {
            '"'
            | '`'
            | '´'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '\u{2018}'..='\u{201F}'
            | '〝'
            | '〞'
            | '＂' => {
                folded.push('\'');
            }
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '－' => folded.push('-'),
            '…' => folded.push_str("..."),
            _ => folded.push(c),
        }
    }
    folded
}

/// `text` for looking words up in a table: lower case, without diacritics, one space between
/// words, typographic apostrophes as `'`. `Août` gives `aout`, `أبريل` gives `ابريل`.
pub(crate) fn plain(text: &str) -> String {
    let line = collapsed(text);
    if line.is_ascii() {
        return line.to_ascii_lowercase();
    }
    let mut plain = String::with_capacity(line.len());
    plain.extend(plain_letters(line.chars()));
    plain
}

/// The letters of [`plain`], with white space as it stands.
pub(crate) fn plain_chars(text: &str) -> impl Iterator<Item = char> {
    let shown = text.chars().filter(|c| c.is_whitespace() || !is_invisible(*c));
    plain_letters(shown)
}

/// Letters in lower case, without their diacritics.
pub(crate) fn plain_letters(letters: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    letters.map(lower).filter_map(plain_letter)
}

/// [`LETTERS`] by the marked letter.
static PLAIN_LETTERS: LazyLock<HashMap<char, char, FxBuildHasher>> = LazyLock::new(|| {
    let letters = LETTERS.iter();
    letters.flat_map(|(marked, plain)| marked.chars().map(|letter| (letter, *plain))).collect()
});

/// A lower-case letter without its diacritic; `None` for a combining mark or a joiner.
fn plain_letter(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c);
    }
    PLAIN_LETTERS.get(&c).copied().or_else(|| (!is_mark(c)).then_some(c))
}

/// Whether `c` only marks the letter before it. The vowel signs of Indic scripts are letters here.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}' | '\u{640}' | '\u{670}' | '\u{200C}' | '\u{200D}' | '\u{FE0F}')
}

/// Letters that words are written with and without: writers leave the mark off, and the composed
/// and the decomposed form must meet.
const LETTERS: &[(&str, char)] = &[
    ("áàâäãåāăąǎạảấầẩẫậắằẳẵặ", 'a'),
    ("çćčĉċ", 'c'),
    ("ďđ", 'd'),
    ("éèêëēĕėęěẹẻẽếềểễệ", 'e'),
    ("ğģĝġ", 'g'),
    ("íìîïīĭįıĩỉị", 'i'),
    ("ķ", 'k'),
    ("łľļĺ", 'l'),
    ("ñńňņ", 'n'),
    ("óòôöõøōŏőọỏốồổỗộơớờởỡợ", 'o'),
    ("řŕ", 'r'),
    ("śšşșŝ", 's'),
    ("ťţț", 't'),
    ("úùûüũūŭůűųụủưứừửữự", 'u'),
    ("ýÿŷỳỷỹỵ", 'y'),
    ("źžż", 'z'),
    ("ё", 'е'),
    ("й", 'и'),
    ("ї", 'і'),
    ("ў", 'у'),
    ("ά", 'α'),
    ("έ", 'ε'),
    ("ή", 'η'),
    ("ίϊΐ", 'ι'),
    ("ό", 'ο'),
    ("ύϋΰ", 'υ'),
    ("ώ", 'ω'),
    ("ς", 'σ'),
    ("أإآٱ", 'ا'),
    ("ى", 'ي'),
    ("’‘ʼʻ＇", '\''),
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn collapse_gives_one_line() {
        assert_eq!(collapse("  a\u{a0}\u{2003}b\n\tc  "), "a b c");
        assert_eq!(collapse("\u{feff}те\u{ad}кст\u{200b} \u{202e}x\u{202c}"), "текст x");
        assert_eq!(collapse("👨\u{200d}👩\u{200d}👧 дом"), "👨\u{200d}👩\u{200d}👧 дом");
        assert_eq!(collapse(" \u{200b} "), "");
    }

    #[test]
    fn long_lines_are_read_like_short_ones() {
        for length in 0..40 {
            let words = "a rainy day in may, then sun again and wind";
            let (head, rest) = words.split_at(length);
            let head = head.trim_end();
            for space in ["  ", " \n", "\n", "\u{a0}", " \u{a0}", "\u{3000}"] {
                let text = format!("{head}{space}{rest}");
                let (line, behind) = split_line(&text);
                assert_eq!((line, behind.trim_start()), (head, rest.trim_start()), "{text:?}");
                let collapsed = format!("{head} {rest}");
                assert_eq!(collapse(&text), collapsed.trim().replace("  ", " "), "{text:?}");
                assert!(!is_collapsed(&text) && is_collapsed(&collapse(&text)));
            }
            assert_eq!((split_line(head), collapse(head).as_str()), ((head, ""), head));
        }
    }

    #[test]
    fn emoji_are_split_off_whole() {
        let cases = [
            ("✈️ В аэропорту", Some("✈️"), "В аэропорту"),
            ("🎬🎥Новую часть", Some("🎬🎥"), "Новую часть"),
            ("🔥 🔥 Hot", Some("🔥 🔥"), "Hot"),
            ("🇰🇿 Kazakhstan", Some("🇰🇿"), "Kazakhstan"),
            ("👩🏽\u{200d}🚀 Space", Some("👩🏽\u{200d}🚀"), "Space"),
            ("🏴󠁧󠁢󠁥󠁮󠁧󠁿 England", Some("🏴󠁧󠁢󠁥󠁮󠁧󠁿"), "England"),
            ("❤️‍🔥 Love", Some("❤️‍🔥"), "Love"),
            ("▶️ Video", Some("▶️"), "Video"),
            ("⚡Срочно", Some("⚡"), "Срочно"),
            ("1️⃣ First", Some("1️⃣"), "First"),
            ("No emoji 🎉", None, "No emoji 🎉"),
            ("10 best", None, "10 best"),
            ("©️ words", Some("©️"), "words"),
            ("«Барыс»", None, "«Барыс»"),
            ("", None, ""),
            ("🚓", Some("🚓"), ""),
        ];
        for (text, emoji, rest) in cases {
            assert_eq!(split_leading_emoji(text), (emoji, rest), "{text}");
        }
    }

    #[test]
    fn ranks_are_split_off() {
        let cases = [
            ("1✈️ В аэропорту", 1, "✈️ В аэропорту"),
            ("2🚕 Учишь казахский", 2, "🚕 Учишь казахский"),
            ("7🎬🎥Новую часть", 7, "🎬🎥Новую часть"),
            ("10 🔥 Title", 10, "🔥 Title"),
            ("01. Title", 1, "Title"),
            ("01 Title", 1, "Title"),
            ("1.", 1, ""),
            ("1", 1, ""),
            ("10)\u{a0}Title", 10, "Title"),
            ("#3", 3, ""),
            ("#3 Title", 3, "Title"),
            ("№ 4. Title", 4, "Title"),
            ("1«Барыс» выиграл", 1, "«Барыс» выиграл"),
            ("1.标题", 1, "标题"),
            ("２、標題", 2, "標題"),
            ("③ Title", 3, "Title"),
            ("❷Title", 2, "Title"),
            ("3️⃣ Title", 3, "Title"),
            ("1. \"Quoted\"", 1, "\"Quoted\""),
            ("١. عنوان", 1, "عنوان"),
        ];
        for (text, rank, rest) in cases {
            assert_eq!(split_rank(text), (Some(rank), rest), "{text}");
        }
    }

    #[test]
    fn numbers_of_titles_are_no_ranks() {
        for text in [
            "10 самых красивых мест",
            "2024 год",
            "5G в Алматы",
            "1.5 million people",
            "3D",
            "1:0",
            "1-летний",
            "20% больше",
            "100$",
            "1.FC Köln",
            "9/11",
            "2024. Итоги",
            "0",
            "#tag",
            "",
            "#1Direction",
            "3,5 тысячи",
            "1000",
            "24/7",
            "50+ ways",
        ] {
            assert_eq!(split_rank(text), (None, text));
        }
    }

    #[test]
    fn words_end_at_white_space_of_any_kind() {
        for space in [' ', '\n', '\u{B}', '\u{85}', '\u{A0}', '\u{1680}', '\u{2009}', '\u{3000}'] {
            let text = format!("«日ав»{space} b");
            let (line, rest) = split_line(&text);
            // A single space is a part of the line where it is sure that none follows.
            assert_eq!([line, rest].concat(), text);
            assert!(line == "«日ав»" || (line == text && space == ' '), "{space:?}");
            assert!(is_blank(&format!(" {space}\n")) && !is_blank(&text));
        }
        assert_eq!(split_line("ツ‐a b  c"), ("ツ‐a b", "  c"));
        assert_eq!(split_line("a\u{A0}"), ("a", "\u{A0}"));
        assert_eq!(split_line(" a"), ("", " a"));
        assert_eq!(split_line("a "), ("a", " "));
        assert_eq!((split_line(""), is_blank("")), (("", ""), true));
    }

    #[test]
    fn class_names_are_split_into_tokens() {
        let split = |name| tokens(name).collect::<Vec<_>>();
        assert_eq!(split("is-rank1 mostRead"), ["is", "rank", "most", "Read"]);
        assert_eq!(split("HTMLBlock"), ["HTML", "Block"]);
        assert_eq!(split("most_read__item--big"), ["most", "read", "item", "big"]);
        assert_eq!(split("uk-width-2-3@m"), ["uk", "width", "m"]);
        assert_eq!(split("новостиДня"), ["новости", "Дня"]);
        assert!(split("123").is_empty());
        assert!(has_token("post-Comments", &["comments"]));
        assert!(!has_token("superhero-story", &["hero"]));
    }

    #[test]
    fn folding_makes_titles_equal() {
        assert_eq!(fold("«Барыс» —  выиграл"), fold("\"барыс\" - Выиграл"));
        assert_eq!(fold("It’s İstanbul…"), "it's istanbul...");
        assert_eq!(plain("Août ÉTÉ"), "aout ete");
        assert_eq!(plain("мАЙ"), plain("маи\u{306}"));
        assert_eq!(plain("أبريل"), "ابريل");
        assert_eq!(plain("Απριλίου"), "απριλιου");
        assert_eq!(plain("İyi Ağustos"), "iyi agustos");
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "\\PC*") {
            let line = collapse(&text);
            prop_assert_eq!(collapse(&line), line.clone());
            let (_, rest) = split_leading_emoji(&text);
            prop_assert!(text.contains(rest));
            let (_, rest) = split_rank(&text);
            prop_assert!(text.contains(rest));
            prop_assert!(tokens(&text).all(|t| !t.is_empty() && t.chars().all(char::is_alphabetic)));
            let folded = plain(&text);
            prop_assert!(folded.len() <= text.len() * 3);
        }

        #[test]
        fn marked_ranks_round_trip(rank in 1u32..1000, title in "[a-zа-я]{3,12}") {
            let text = format!("{rank}. {title}");
            prop_assert_eq!(split_rank(&text), (Some(rank), title.as_str()));
            let text = format!("{rank}🚕{title}");
            prop_assert_eq!(split_rank(&text).0, Some(rank));
        }
    }
}
