//! The tokens of a date: numbers, words and marks.

use crate::value::letter::is_alphabetic;
use crate::value::number::digit;
use crate::value::text::plain;

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    /// A run of digits: its value, and how many there are.
    Number(u64, usize),
    /// A run of letters, folded.
    Word(String),
    /// Any other character.
    Mark(char),
}

/// A token and where it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    kind: Kind,
    /// Where it starts, in bytes.
    pub(super) start: usize,
    /// Where it ends, in bytes.
    pub(super) end: usize,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
    /// Whether it is a word in ASCII capitals only.
    pub(super) capitals: bool,
}

impl Token {
    /// The folded word.
    pub(super) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The number, and how many digits it has.
    pub(super) fn number(&self) -> Option<(u64, usize)> {
        match self.kind {
            Kind::Number(value, digits) => Some((value, digits)),
            _ => None,
        }
    }

    /// The number, if it has one or two digits.
    pub(super) fn short_number(&self) -> Option<i8> {
        let (value, _) = self.number().filter(|(_, digits)| *digits <= 2)?;
        i8::try_from(value).ok()
    }

    /// The mark.
    pub(super) fn mark(&self) -> Option<char> {
        match self.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// Whether it is this mark.
    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.mark() == Some(mark)
    }
}

/// Units of dates and times that are written against their numbers in Chinese, Japanese and
/// Korean: each is a token of its own after a number.
const UNITS: &str = "年月日号號時时点點分秒년월일시분초";

/// What follows a unit that measures a span (`2時間前`, `5分钟`): the word stays whole.
const SPANS: &str = "間间钟鐘前전간";

/// A date stands among the first of so many tokens, or is one in a text.
const MOST: usize = 1000;

/// How many tokens most dates have at the most.
const TOKENS: usize = 16;

/// The tokens of `text`.
pub(super) fn lex(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(TOKENS);
    let mut at = 0;
    let mut spaced = false;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty() && tokens.len() < MOST) {
        let after_number = tokens.last().is_some_and(|token| token.number().is_some());
        let Some((kind, length)) = token(rest, after_number) else { break };
        if let Some(kind) = kind {
            let capitals =
                rest.get(..length).is_some_and(|t| t.bytes().all(|b| b.is_ascii_uppercase()));
            tokens.push(Token { kind, start: at, end: at + length, spaced, capitals });
            spaced = false;
        } else {
            spaced = true;
        }
        at += length;
    }
    tokens
}

/// The first token of `rest` and its length; no token for white space and what shows nothing.
fn token(rest: &str, after_number: bool) -> Option<(Option<Kind>, usize)> {
    let c = rest.chars().next()?;
    if digit(c).is_some() {
        return Some(number(rest));
    }
    let is_unit = after_number && !c.is_ascii() && UNITS.contains(c);
    if is_unit && !rest.chars().nth(1).is_some_and(|c| SPANS.contains(c)) {
        return Some((Some(Kind::Word(c.to_string())), c.len_utf8()));
    }
    if is_letter(c) {
        let length = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
        let word = rest.get(..length)?;
        let folded = if word.is_ascii() { word.to_ascii_lowercase() } else { plain(word) };
        return Some((Some(Kind::Word(folded)), length));
    }
    let shows = !c.is_whitespace()
        && !c.is_control()
        && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    Some((shows.then_some(Kind::Mark(ascii_mark(c))), c.len_utf8()))
}

/// The run of digits that `rest` starts with. A number too large for any use becomes zero.
fn number(rest: &str) -> (Option<Kind>, usize) {
    let length = rest.find(|c| digit(c).is_none()).unwrap_or(rest.len());
    let mut digits = rest.chars().map_while(digit);
    let count = digits.clone().count();
    let value = digits.try_fold(0u64, |value, d| value.checked_mul(10)?.checked_add(u64::from(d)));
    (Some(Kind::Number(value.unwrap_or_default(), count)), length)
}

/// Whether `c` is part of a word: letters, and the signs that Semitic and Indic scripts put on
/// them.
fn is_letter(c: char) -> bool {
    is_alphabetic(c)
        || matches!(c, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{64B}'..='\u{65F}')
        || matches!(c, '\u{900}'..='\u{E7F}')
            && digit(c).is_none()
            && !matches!(c, '\u{964}' | '\u{965}')
}

/// The ASCII form of a mark.
fn ascii_mark(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '－' => '-',
        '：' => ':',
        '／' => '/',
        '．' | '。' => '.',
        '，' | '、' | '،' => ',',
        '（' => '(',
        '）' => ')',
        '’' | '‘' | 'ʼ' => '\'',
        _ => c,
    }
}
