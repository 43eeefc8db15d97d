//! Currency names, signs and codes to ISO 4217 codes.

use std::collections::{HashMap, HashSet};
use std::hash::Hasher;
use std::str::FromStr;
use std::sync::LazyLock;

use iso_currency::{Country, Currency};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};

use super::bytes::{HIGH, ONES, at_least};
use super::letter::{is_alphabetic, is_alphanumeric};
use super::locale::currencies::{
    MAJOR, NAMES, NOT_CURRENCIES, OLD_CODES, SIGNS, WHOLE_NAMES, WORD_CODES,
};
use super::locale::{entries, index};
use super::text::{collapse, plain, plain_letters};

/// The most words that a label has beside a currency's name (`курс НБ РК`); more are a sentence.
const LABEL_WORDS: usize = 3;

/// The most words that the name of a currency has.
const NAME_WORDS: usize = 4;

/// How many letters an ISO 4217 code has.
const CODE_LETTERS: usize = 3;

/// Folded [`NAMES`].
static BY_NAME: LazyLock<Names<&str>> = LazyLock::new(|| folded_names(NAMES));

/// Folded [`WHOLE_NAMES`].
static BY_WHOLE_NAME: LazyLock<Names<&str>> = LazyLock::new(|| folded_names(WHOLE_NAMES));

/// Names of languages without spaces between words, the longest first.
static UNSPACED: LazyLock<Vec<(&str, &str)>> =
    LazyLock::new(|| longest_first(entries(NAMES).filter(|(_, name)| is_unspaced(name))));

/// [`SIGNS`] by their first character, each with its place among all, the longest first.
static BY_SIGN: LazyLock<HashMap<char, Vec<Sign>, FxBuildHasher>> = LazyLock::new(|| {
    let mut signs: HashMap<_, Vec<_>, _> = HashMap::default();
    for (place, (code, sign)) in longest_first(entries(SIGNS)).into_iter().enumerate() {
        signs.entry(sign.chars().next().unwrap_or_default()).or_default().push(Sign {
            place,
            code,
            text: sign,
        });
    }
    signs
});

struct Sign {
    place: usize,
    code: &'static str,
    text: &'static str,
}

/// The codes of ISO 4217 but those of metals, funds and units of account.
static BY_CODE: LazyLock<HashMap<&[u8], &str, FxBuildHasher>> = LazyLock::new(|| {
    let currencies = (0..=MAX_NUMBER).filter_map(Currency::from_numeric);
    let currencies = currencies.filter(|currency| !currency.is_special() && !currency.is_fund());
    currencies.map(|currency| (currency.code().as_bytes(), currency.code())).collect()
});

/// The last letters of all codes and old codes, a bit each, by [their first two](shape): few words
/// of three letters are codes.
static CODE_SHAPES: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let mut shapes = vec![0; LETTERS * LETTERS];
    let old = BY_OLD_CODE.keys().map(|code| code.as_bytes());
    for code in BY_CODE.keys().copied().chain(old) {
        if let (Some(shape), Some(last)) = (shape(code), code.last())
            && let Some(lasts) = shapes.get_mut(shape)
        {
            *lasts |= letter_bit(*last);
        }
    }
    shapes
});

/// The highest number that ISO 4217 gives a currency beside its code.
const MAX_NUMBER: u16 = 999;

/// [`OLD_CODES`] by the old one.
static BY_OLD_CODE: LazyLock<HashMap<&str, &str, FxBuildHasher>> =
    LazyLock::new(|| entries(OLD_CODES).map(|(new, old)| (old, new)).collect());

/// Folded [`NOT_CURRENCIES`].
static OTHERS: LazyLock<Names<()>> = LazyLock::new(|| {
    Names::new(
        NOT_CURRENCIES.split('|').map(|words| (words_and_numbers(&plain(words)).join(" "), ())),
    )
});

/// Names of a few words each.
struct Names<T> {
    meanings: HashMap<String, T, FxBuildHasher>,
    /// The words that a name starts with: most words are none.
    starts: HashSet<String, FxBuildHasher>,
}

impl<T: Copy> Names<T> {
    fn new(names: impl Iterator<Item = (String, T)>) -> Self {
        let meanings: HashMap<_, _, _> = names.collect();
        let starts = meanings.keys().filter_map(|name| name.split(' ').next()).map(str::to_owned);
        Self { starts: starts.collect(), meanings }
    }

    fn get(&self, words: &[&str]) -> Option<T> {
        let starts = words.first().is_some_and(|first| self.starts.contains(*first));
        starts.then(|| self.meanings.get(&words.join(" ")).copied()).flatten()
    }

    /// The longest name among the words, with how many it has.
    fn longest_in(&self, words: &[&str]) -> Option<(usize, T)> {
        let starts = words.iter().any(|word| self.starts.contains(*word));
        starts.then(|| runs(words).find_map(|run| Some((run.len(), self.get(run)?)))).flatten()
    }
}

/// A table by the folded words of each name.
fn folded_names(table: &[(&'static str, &'static str)]) -> Names<&'static str> {
    Names::new(entries(table).map(|(code, name)| (words(&plain(name)).join(" "), code)))
}

/// Code and text of each entry, the longest text first.
fn longest_first(
    entries: impl Iterator<Item = (&'static str, &'static str)>,
) -> Vec<(&'static str, &'static str)> {
    let mut sorted: Vec<_> = entries.collect();
    sorted.sort_by_key(|(_, text)| std::cmp::Reverse(text.len()));
    sorted
}

/// Whether `text` is of a script that puts no spaces between words.
pub(crate) fn is_unspaced(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '\u{E00}'..='\u{E7F}' | '\u{1000}'..='\u{109F}'
        | '\u{3040}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}')
    })
}

/// The ISO 4217 code of the currency that a label names by a code (`USD`, `usd:`, `RUR`), a sign
/// (`$`, `₸`, `zł`) or a name (`доллар США`, `美金`). Of a pair (`USD/KZT`) it is the first.
///
/// Gold, oil, indices, crypto-currencies and units of account (`XAU`, `XDR`, `BTC/USD`) are no
/// currencies, and a sentence is no label.
pub(crate) fn code_of(text: &str) -> Option<&'static str> {
    if !may_name(text) {
        return None;
    }
    let label = collapse(text);
    let folded = plain(&label);
    let words = words(&folded);
    if words.len() > LABEL_WORDS + NAME_WORDS || is_other(&words_and_numbers(&folded)) {
        return None;
    }
    BY_WHOLE_NAME
        .get(&words)
        .or_else(|| first_code(&label))
        .or_else(|| first_name(&words))
        .or_else(|| first_sign(&label))
        .or_else(|| unspaced_name(&label))
}

/// Whether `text` may name a currency: a quick look before [`code_of`], which finds none where this
/// is `false`.
pub(crate) fn may_name(text: &str) -> bool {
    hint(text).is_some()
}

/// What in `text` may name a currency: a quick look before [`code_of`], which finds none where this
/// is `None`.
pub(crate) fn hint(text: &str) -> Option<Hint> {
    if may_be_code(text) { Some(Hint::Word) } else { HINTS.find(text) }
}

/// What in `text` may name one of the great currencies, as [`hint`] says it of all.
pub(crate) fn major_hint(text: &str) -> Option<Hint> {
    MAJOR_HINTS.find(text)
}

/// What in a text may name a currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hint {
    /// A word, a code, or more than one sign.
    Word,
    /// A sign without letters of its own, and no other: the text names what the sign does.
    Sign(char),
}

/// What a text that names a currency has in it: a quick look finds the texts that cannot.
struct Hints {
    /// A word of each code and name: the one that is a name by itself, or else the longest.
    words: HashSet<Start, FxBuildHasher>,
    /// How many letters those words have, a bit each, by [their first two](shape): most words of a
    /// text are told by that.
    lengths: Vec<u16>,
    /// Signs, and the letters that names begin with in scripts without spaces between words.
    signs: HashSet<char, FxBuildHasher>,
}

/// Hints of the great currencies.
static MAJOR_HINTS: LazyLock<Hints> = LazyLock::new(|| Hints::of(|code| MAJOR.contains(&code)));

/// Hints of all currencies.
static HINTS: LazyLock<Hints> = LazyLock::new(|| Hints::of(|_| true));

impl Hints {
    fn of(wanted: impl Fn(&str) -> bool) -> Self {
        let names = entries(NAMES).chain(entries(WHOLE_NAMES)).chain(entries(SIGNS));
        let names = names.chain(entries(OLD_CODES)).chain(MAJOR.iter().map(|code| (*code, *code)));
        let names: Vec<&str> =
            names.filter(|(code, _)| wanted(code)).map(|(_, name)| name).collect();
        let signs = names.iter().filter_map(|name| name.chars().find(|c| is_sign(*c))).collect();
        let mut hints =
            Self { words: HashSet::default(), lengths: vec![0; LETTERS * LETTERS], signs };
        // A sign with letters of its own is found by the sign: `A$` makes no hint of each `a`.
        let spaced =
            names.into_iter().filter(|name| !is_unspaced(name) && !name.contains(is_money));
        let (single, several): (Vec<&str>, Vec<&str>) =
            spaced.partition(|name| lettered(name).nth(1).is_none());
        single.into_iter().flat_map(lettered).for_each(|word| hints.admit(word));
        for name in several {
            let longest = lettered(name).max_by_key(|word| word.len());
            if !lettered(name).any(|word| hints.words.contains(&start(word)))
                && let Some(longest) = longest
            {
                hints.admit(longest);
            }
        }
        hints
    }

    fn admit(&mut self, word: &str) {
        self.words.insert(start(word));
        let letters = plain_letters(word.chars()).take(START_LETTERS);
        let ascii: Vec<u8> = letters.map_while(|letter| u8::try_from(letter).ok()).collect();
        let lengths = shape(&ascii).and_then(|shape| self.lengths.get_mut(shape));
        if let Some(lengths) = lengths {
            *lengths |= 1 << ascii.len();
        }
    }

    fn find(&self, text: &str) -> Option<Hint> {
        if self.has_word(text) { Some(Hint::Word) } else { self.sign_in(text) }
    }

    fn sign_in(&self, text: &str) -> Option<Hint> {
        if text.is_ascii() && !text.contains('$') {
            return None;
        }
        let mut found = None;
        let mut before = None;
        for c in text.chars() {
            if is_sign(c) && self.signs.contains(&c) {
                let is_other = found.is_some_and(|sign| sign != c);
                if is_other || before.is_some_and(is_alphabetic) {
                    return Some(Hint::Word);
                }
                found = Some(c);
            }
            before = Some(c);
        }
        found.map(Hint::Sign)
    }

    fn has_word(&self, text: &str) -> bool {
        if text.is_ascii() {
            return has_ascii_word(text, |word| self.has_ascii(word));
        }
        lettered(text).any(|word| {
            if word.is_ascii() {
                self.has_ascii(word.as_bytes())
            } else {
                self.words.contains(&start(word))
            }
        })
    }

    /// Whether a word is there: nearly all are told by their first letters and their length.
    fn has_ascii(&self, word: &[u8]) -> bool {
        let lengths = shape(word).and_then(|shape| self.lengths.get(shape)).copied();
        lengths.unwrap_or_default() & 1 << word.len().min(START_LETTERS) != 0
            && self.words.contains(&start_of_ascii(word))
    }
}

/// Whether `c` is no letter of a script with spaces between words, and no mark of writing.
fn is_sign(c: char) -> bool {
    c >= FIRST_UNSPACED || !is_alphanumeric(c) && (!c.is_ascii() || c == '$')
}

/// Whether `c` is the sign of a currency, which letters before it make that of another: `HK$`.
fn is_money(c: char) -> bool {
    matches!(c, '$' | '\u{A2}'..='\u{A5}' | '\u{20A0}'..='\u{20CF}')
}

/// The first letters of a word, folded, as a hash.
type Start = u64;

/// As many letters tell a currency from nearly all other words.
const START_LETTERS: usize = 8;

/// How many letters are told apart.
const LETTERS: usize = 32;

/// The number of the first two letters of an ASCII word, whatever their case.
fn shape(word: &[u8]) -> Option<usize> {
    let [first, rest @ ..] = word else { return None };
    let second = rest.first().copied().unwrap_or_default();
    Some(usize::from(*first) % LETTERS * LETTERS + usize::from(second) % LETTERS)
}

/// A bit for a letter, whatever its case.
fn letter_bit(letter: u8) -> u32 {
    1 << (usize::from(letter) % LETTERS)
}

/// Whether a word of `text` may be the code of a currency.
fn may_be_code(text: &str) -> bool {
    if text.is_ascii() {
        let is_code = |word: &[u8]| {
            word.len() == CODE_LETTERS
                && std::str::from_utf8(word).is_ok_and(|word| code(word).is_some())
        };
        return has_ascii_word(text, is_code);
    }
    let mut words = lettered(text).filter(|word| word.len() == CODE_LETTERS);
    words.any(|word| code(word).is_some())
}

/// The first letter of a script without spaces between words: Thai, and what follows it.
const FIRST_UNSPACED: char = '\u{E00}';

/// The runs of letters in a text.
fn lettered(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_alphabetic(c)).filter(|word| !word.is_empty())
}

/// Whether `is_it` holds of one of the [`lettered`] words of a text that is ASCII.
fn has_ascii_word(text: &str, is_it: impl Fn(&[u8]) -> bool) -> bool {
    let text = text.as_bytes();
    if text.len() > MASKED_BYTES {
        return text.split(|byte| !byte.is_ascii_alphabetic()).any(is_it);
    }
    let letters = letters_of(text);
    let (mut firsts, mut lasts) = (letters & !(letters << 1), letters & !(letters >> 1));
    while firsts != 0 {
        let word = text.get(firsts.trailing_zeros() as usize..=lasts.trailing_zeros() as usize);
        if word.is_some_and(&is_it) {
            return true;
        }
        firsts &= firsts - 1;
        lasts &= lasts - 1;
    }
    false
}

/// The longest text of which each byte has a bit of a mask.
const MASKED_BYTES: usize = 128;

/// Which bytes of a text that is ASCII are letters, a bit each.
fn letters_of(text: &[u8]) -> u128 {
    let (words, rest) = text.as_chunks::<8>();
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    let masks = words.iter().chain([&last]).map(|word| letters_in(u64::from_le_bytes(*word)));
    masks.rev().fold(0, |letters, mask| letters << 8 | u128::from(mask))
}

/// Which of eight bytes that are ASCII are letters, a bit each.
fn letters_in(word: u64) -> u64 {
    let lower = word | (ONES * u64::from(b'a' ^ b'A'));
    let letters = at_least(lower, b'a') & !at_least(lower, b'z' + 1) & HIGH;
    // Shifts each of them to a bit of its own at the top.
    (letters >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

fn start(word: &str) -> Start {
    if word.is_ascii() {
        return start_of_ascii(word.as_bytes());
    }
    let mut hasher = FxHasher::default();
    let letters = plain_letters(word.chars()).take(START_LETTERS);
    letters.for_each(|letter| hasher.write_u32(letter.into()));
    hasher.finish()
}

fn start_of_ascii(word: &[u8]) -> Start {
    let mut hasher = FxHasher::default();
    let letters = word.iter().take(START_LETTERS);
    letters.for_each(|letter| hasher.write_u32(letter.to_ascii_lowercase().into()));
    hasher.finish()
}

/// The words of a folded label, without its numbers.
fn words(folded: &str) -> Vec<&str> {
    let mut words = words_and_numbers(folded);
    words.retain(|word| word.chars().any(|c| !c.is_ascii_digit()));
    words
}

/// The words of a folded label.
fn words_and_numbers(folded: &str) -> Vec<&str> {
    folded.split(is_break).filter(|word| !word.is_empty()).collect()
}

/// Whether `c` stands between words of a label. `S&P` and `R$` are words.
fn is_break(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_punctuation() && !matches!(c, '\'' | '&' | '$')
        || matches!(c, '«' | '»' | '·' | '—' | '–' | '•' | '：')
}

/// Whether a run of these words names something else that is traded.
fn is_other(words: &[&str]) -> bool {
    OTHERS.longest_in(words).is_some()
}

/// All runs of words that could be a name, the longest first.
fn runs<'s, 'w>(words: &'s [&'w str]) -> impl Iterator<Item = &'s [&'w str]> {
    (1..=NAME_WORDS).rev().flat_map(move |length| words.windows(length))
}

/// The first word of the label that is a code. A word of letters and hyphens is one word, of which
/// only the start can be a code: `USD-KZT` is, `ME-USD` is not.
fn first_code(label: &str) -> Option<&'static str> {
    label
        .split(|c: char| !is_alphabetic(c) && c != '-')
        .filter_map(|word| word.split('-').find(|part| !part.is_empty()))
        .find_map(code)
}

/// The currency of a code in capitals, or in any case where it is no common word.
fn code(word: &str) -> Option<&'static str> {
    let mut letters: [u8; CODE_LETTERS] = word.as_bytes().try_into().ok()?;
    let lasts = shape(&letters).and_then(|shape| CODE_SHAPES.get(shape))?;
    // Nearly all words end here.
    if lasts & letter_bit(letters[CODE_LETTERS - 1]) == 0 {
        return None;
    }
    letters.make_ascii_uppercase();
    let upper = std::str::from_utf8(&letters).ok()?;
    let current = || BY_CODE.get(BY_OLD_CODE.get(upper)?.as_bytes());
    let found = BY_CODE.get(letters.as_slice()).or_else(current)?;
    (upper == word || !WORD_CODES.contains(&upper)).then_some(found)
}

/// The longest name among the words.
fn first_name(words: &[&str]) -> Option<&'static str> {
    let (length, code) = BY_NAME.longest_in(words)?;
    (words.len() - length <= LABEL_WORDS).then_some(code)
}

/// The longest sign in the label that no letter touches.
fn first_sign(label: &str) -> Option<&'static str> {
    let signs = label.chars().filter_map(|c| BY_SIGN.get(&c)).flatten();
    let found = signs.filter(|sign| stands_alone(label, sign.text)).min_by_key(|sign| sign.place);
    found.map(|sign| sign.code)
}

/// Whether `sign` stands in `label` without a letter beside its own letters.
fn stands_alone(label: &str, sign: &str) -> bool {
    label.match_indices(sign).any(|(at, _)| {
        let before = label.get(..at).and_then(|text| text.chars().next_back());
        let after = label.get(at + sign.len()..).and_then(|text| text.chars().next());
        let touches = |own: Option<char>, other: Option<char>| {
            own.is_some_and(char::is_alphabetic) && other.is_some_and(char::is_alphabetic)
        };
        let other_dollar = sign == "$" && before.is_some_and(|c| c.is_ascii_alphabetic());
        let is_inside =
            touches(sign.chars().next(), before) || touches(sign.chars().next_back(), after);
        !is_inside && !other_dollar
    })
}

/// A name of a language without spaces in the label.
fn unspaced_name(label: &str) -> Option<&'static str> {
    if !is_unspaced(label) {
        return None;
    }
    UNSPACED.iter().find(|(_, name)| label.contains(name)).map(|(code, _)| *code)
}

/// Top-level domains of countries that sites take for their look, wherever they are.
const VANITY_DOMAINS: &[&str] =
    &["ai", "cc", "co", "fm", "gg", "io", "ly", "me", "nu", "sh", "tk", "to", "tv", "ws"];

/// Country codes that domains and pages use beside those of ISO 3166, with the currency.
const OTHER_COUNTRIES: &[(&str, &str)] =
    &[("EUR", "eu"), ("GBP", "uk"), ("RUB", "su|рф"), ("KZT", "қаз"), ("VES", "ve")];

/// [`OTHER_COUNTRIES`] by country.
static BY_OTHER_COUNTRY: LazyLock<FxHashMap<String, &str>> =
    LazyLock::new(|| index(OTHER_COUNTRIES));

/// The currency of a country, by its ISO 3166 code or its top-level domain: `kz` gives `KZT`.
pub(crate) fn country_currency(country_code_or_tld: &str) -> Option<&'static str> {
    let country = country_code_or_tld.trim_start_matches('.').to_lowercase();
    if VANITY_DOMAINS.contains(&country.as_str()) {
        return None;
    }
    if let Some(code) = BY_OTHER_COUNTRY.get(&country) {
        return Some(code);
    }
    let country = Country::from_str(&country.to_uppercase()).ok()?;
    let in_use = |currency: &Currency| currency.flags().is_empty();
    Currency::from_country(country).into_iter().find(in_use).map(|currency| currency.code())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_quick_look_misses_no_name() {
        for (code, name) in entries(NAMES).chain(entries(SIGNS)).chain(entries(OLD_CODES)) {
            if MAJOR.contains(&code) {
                assert!(major_hint(name).is_some(), "{name}");
                let text = format!("1 {} = ", name.to_uppercase());
                assert!(major_hint(&text).is_some(), "{name}");
            }
        }
        assert_eq!(major_hint("The harbour wall 3.5"), None);
        for (code, name) in entries(NAMES).chain(entries(SIGNS)).chain(entries(WHOLE_NAMES)) {
            assert!(may_name(name) && may_name(&name.to_uppercase()), "{code} {name}");
        }
    }

    #[test]
    fn labels_of_currencies() {
        let cases = [
            ("USD", "USD"),
            ("usd:", "USD"),
            ("USD/KZT", "USD"),
            ("EUR 1", "EUR"),
            ("RUR", "RUB"),
            ("TRL", "TRY"),
            ("BYR", "BYN"),
            ("UAK", "UAH"),
            ("$", "USD"),
            ("€", "EUR"),
            ("£", "GBP"),
            ("₽", "RUB"),
            ("₸", "KZT"),
            ("¥", "JPY"),
            ("₴", "UAH"),
            ("₺", "TRY"),
            ("zł", "PLN"),
            ("Kč", "CZK"),
            ("R$", "BRL"),
            ("HK$", "HKD"),
            ("$ 76.35", "USD"),
            ("26,85 грн", "UAH"),
            ("доллар США", "USD"),
            ("Доллар США 57.1072", "USD"),
            ("ДОЛЛАР", "USD"),
            ("евро", "EUR"),
            ("Евро", "EUR"),
            ("российский рубль", "RUB"),
            ("美金", "USD"),
            ("Dollar", "USD"),
            ("dólar", "USD"),
            ("Dolar:", "USD"),
            ("юань", "CNY"),
            ("Китайский юань", "CNY"),
            ("тенге", "KZT"),
            ("фунт", "GBP"),
            ("фунт стерлингов", "GBP"),
            ("Canadian Dollar", "CAD"),
            ("Австралийский доллар", "AUD"),
            ("100 японских иен JPY", "JPY"),
            ("الدولار", "USD"),
            ("유로", "EUR"),
            ("米ドル", "USD"),
            ("豪ドル", "AUD"),
            ("人民币", "CNY"),
            ("Euro", "EUR"),
            ("Белорусский рубль", "BYN"),
            ("Швейцарский франк", "CHF"),
            ("АҚШ доллары", "USD"),
            ("Ресей рублі", "RUB"),
            ("Dólar comercial", "USD"),
            ("CHF", "CHF"),
            ("Real", "BRL"),
            ("Курс доллара ЦБ", "USD"),
            ("1 USD =", "USD"),
            ("ТRY TRY", "TRY"),
        ];
        for (label, code) in cases {
            assert_eq!(code_of(label), Some(code), "{label}");
        }
    }

    #[test]
    fn other_labels() {
        for label in [
            "",
            "XAU",
            "XAG",
            "XDR",
            "XTS",
            "XXX",
            "BTC",
            "BTC/USD",
            "GOLD",
            "Золото",
            "Gold USD/oz",
            "Brent",
            "Нефть",
            "UF",
            "BIST 100",
            "ME-USD",
            "S&P 500",
            "Top",
            "all",
            "try",
            "Погода",
            "Real Madrid",
            "Доллар упал до минимума за пять лет на фоне новостей",
            "Bitcoin",
            "CHW",
            "Евро 2024",
            "kr",
            "Алматы",
            "ABC",
        ] {
            assert_eq!(code_of(label), None, "{label}");
        }
    }

    #[test]
    fn countries() {
        let cases = [
            ("kz", Some("KZT")),
            ("KZ", Some("KZT")),
            (".ru", Some("RUB")),
            ("uk", Some("GBP")),
            ("de", Some("EUR")),
            ("eu", Some("EUR")),
            ("bg", Some("EUR")),
            ("us", Some("USD")),
            ("ch", Some("CHF")),
            ("cl", Some("CLP")),
            ("aq", None),
            ("com", None),
            ("", None),
            ("io", None),
            ("ua", Some("UAH")),
            ("рф", Some("RUB")),
        ];
        for (country, code) in cases {
            assert_eq!(country_currency(country), code, "{country}");
        }
    }

    #[test]
    fn all_currencies_are_found_by_their_codes() {
        let letters = || (b'A'..=b'Z').map(char::from);
        for code in letters().flat_map(|a| letters().map(move |b| [a, b])) {
            for code in letters().map(|c| String::from_iter([code[0], code[1], c])) {
                let known = Currency::from_code(&code);
                let known = known.filter(|known| !known.is_special() && !known.is_fund());
                assert_eq!(BY_CODE.get(code.as_bytes()).copied(), known.map(|known| known.code()));
            }
        }
    }

    #[test]
    fn the_tables_name_currencies() {
        for table in [NAMES, WHOLE_NAMES, SIGNS, OLD_CODES, OTHER_COUNTRIES] {
            for (code, _) in table {
                assert!(Currency::from_code(code).is_some(), "{code}");
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "\\PC*", short in "[A-Za-z$€ ]{0,8}") {
            let _ = (code_of(&text), code_of(&short), country_currency(&text), country_currency(&short));
        }

        #[test]
        fn words_of_a_mask_are_those_of_the_text(text in "[ -~]{0,140}") {
            let words = std::cell::RefCell::new(Vec::new());
            has_ascii_word(&text, |word| {
                words.borrow_mut().push(String::from_utf8_lossy(word).into_owned());
                false
            });
            words.borrow_mut().retain(|word| !word.is_empty());
            prop_assert_eq!(words.into_inner(), lettered(&text).collect::<Vec<_>>());
        }
    }
}
