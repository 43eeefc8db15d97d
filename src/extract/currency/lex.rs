//! The tokens of a cell: labels of currencies, numbers, words for what numbers are.

use crate::model::Direction;
use crate::value::currency::code_of;
use crate::value::letter::{is_alphabetic, is_alphanumeric};
use crate::value::money::{Separators, numbers_in};
use crate::value::number::digit;

use super::cells::Cell;
use super::words::{Role, arrow, arrow_in, ends_before_unit, roles_and_source};

/// The most characters that a label has.
const LABEL_CHARS: usize = 48;

/// The most letters of a sign: `R$`, `NT$`.
const SIGN_LETTERS: usize = 2;

/// Numbers of units that prices are given for.
const UNITS: &[&str] = &["1", "10", "100", "1000", "10000", "1 000", "10 000"];

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token<'c> {
    pub(super) kind: Kind<'c>,
    /// The number of the cell.
    pub(super) cell: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind<'c> {
    Label(Label),
    Number {
        text: &'c str,
        percent: bool,
    },
    /// A number of units: `100 JPY`, `за 100`.
    Unit(u32),
    Roles(Vec<Role>),
    Move(Direction),
    /// The name of a bank, an exchange or a market.
    Source(&'c str),
    /// Anything else.
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) code: &'static str,
    /// The second currency of a pair.
    pub(super) base: Option<&'static str>,
    /// A sign, which may be that of a price, or a picture.
    pub(super) sign: bool,
}

/// The tokens of one cell.
pub(super) fn lex<'c>(cell: &'c Cell<'_>, index: usize, tokens: &mut Vec<Token<'c>>) {
    let mut lexer = Lexer { tokens, cell: index };
    if cell.text.is_empty() {
        lexer.mark(cell);
    } else if cell.is_short() {
        lexer.text(cell.text.trim());
    } else {
        lexer.push(Kind::Other);
    }
}

struct Lexer<'t, 'c> {
    tokens: &'t mut Vec<Token<'c>>,
    cell: usize,
}

impl<'c> Lexer<'_, 'c> {
    fn push(&mut self, kind: Kind<'c>) {
        self.tokens.push(Token { kind, cell: self.cell });
    }

    /// An element without text: an arrow, a flag, or nothing.
    fn mark(&mut self, cell: &Cell<'_>) {
        if let Some(direction) = cell.mark() {
            self.push(Kind::Move(direction));
        } else if let Some(label) = cell.alt().and_then(label_of) {
            self.push(Kind::Label(label));
        } else if let Some(code) = cell.pictured() {
            self.push(Kind::Label(Label { code, base: None, sign: true }));
        }
    }

    fn text(&mut self, text: &'c str) {
        let mut rest = text;
        for number in numbers_in(text) {
            let Some((before, after)) = rest.split_once(number) else { break };
            self.words(before);
            self.number(number, before, after);
            rest = after;
        }
        self.words(rest);
    }

    fn number(&mut self, number: &'c str, before: &str, after: &str) {
        let unit = unit(number).filter(|_| self.is_unit(before, after));
        if let Some(unit) = unit {
            self.push(Kind::Unit(unit));
        } else if is_price(number, before, after) {
            self.push(Kind::Number { text: number, percent: after.trim_start().starts_with('%') });
        } else {
            self.push(Kind::Other);
        }
    }

    /// Whether a number beside these texts counts units: `100 JPY`, `JPY (100)`, `за 100`, `1 USD =`.
    fn is_unit(&self, before: &str, after: &str) -> bool {
        let first = self.tokens.last().is_none_or(|token| token.cell != self.cell);
        let starts_label = first && before.trim().is_empty() && {
            let label = after.split(|c| digit(c).is_some()).next().unwrap_or_default();
            !label.trim().is_empty() && label_of(label).is_some_and(|label| !label.sign)
        };
        let bracket = after.split_once(')').map(|(inside, _)| inside.trim());
        let bracketed = before.ends_with('(')
            && bracket.is_some_and(|inside| inside.is_empty() || label_of(inside).is_some());
        starts_label || bracketed || ends_before_unit(before) || after.trim_start().starts_with('=')
    }

    fn words(&mut self, text: &'c str) {
        if let Some(direction) = arrow_in(text) {
            self.push(Kind::Move(direction));
        }
        let core = text.trim_matches(|c: char| is_filler(c) || arrow(c).is_some());
        if core.is_empty() {
            return;
        }
        let label = label_of(core);
        let (roles, names_source) = roles_and_source(core);
        let has_words = core.chars().filter(|c| is_alphabetic(*c)).count() > SIGN_LETTERS;
        let named = label.is_some_and(|label| !label.sign || !has_words);
        if names_source {
            self.push(Kind::Source(core));
        } else if !named && roles.is_empty() && !ends_before_unit(core) {
            self.push(Kind::Other);
        }
        if let Some(label) = label {
            self.push(Kind::Label(label));
        }
        if !roles.is_empty() {
            self.push(Kind::Roles(roles));
        }
    }
}

/// What stands between the parts of a row without a meaning.
fn is_filler(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ':' | '='
                | '/'
                | '\\'
                | '|'
                | '-'
                | '–'
                | '—'
                | '−'
                | '•'
                | '·'
                | '('
                | ')'
                | '['
                | ']'
                | ','
                | '.'
                | ';'
                | '~'
                | '≈'
                | '+'
                | '*'
                | '%'
                | '«'
                | '»'
                | '"'
                | '>'
                | '<'
                | '\u{feff}'
                | '\u{200b}'
                | '：'
                | '∙'
                | '●'
        )
}

/// The currency, and the second of a pair, that a text of a few words names.
pub(super) fn label_of(text: &str) -> Option<Label> {
    if text.len() > LABEL_CHARS * 4 || text.chars().count() > LABEL_CHARS {
        return None;
    }
    let code = code_of(text)?;
    let base = text
        .split_once(['/', '→', '-'])
        .and_then(|(_, second)| code_of(second))
        .filter(|base| *base != code);
    let is_word = |c: &char| is_alphanumeric(*c) || c.is_whitespace();
    if text.chars().all(|c| is_word(&c) || c.is_ascii_punctuation() && c != '$') {
        return Some(Label { code, base, sign: false });
    }
    let words: String = text.chars().filter(is_word).collect();
    Some(Label { code, base, sign: code_of(&words).is_none() })
}

/// The number of units that a whole number says.
pub(super) fn unit(number: &str) -> Option<u32> {
    let number = number.trim();
    UNITS.contains(&number).then(|| number.replace(' ', "").parse().ok()).flatten()
}

/// Whether a number can be a price or a change by what touches it: no part of a word, of a time,
/// a date, a temperature or a telephone number.
fn is_price(number: &str, before: &str, after: &str) -> bool {
    let touches =
        |c: Option<char>| c.is_some_and(|c| matches!(c, ':' | '°' | '#' | '№' | '_' | 'º'));
    let digit_after = after.chars().nth(1).is_some_and(|c| digit(c).is_some());
    let time = after.starts_with(':') && digit_after || before == ":";
    let digits = number.trim_start_matches(|c: char| digit(c).is_none());
    let padded =
        digits.starts_with('0') && digits.chars().nth(1).is_some_and(|c| digit(c).is_some());
    let temperature = after.trim_start().starts_with(['°', 'º', '℃']);
    let marked = touches(before.chars().next_back()) && !before.ends_with(':');
    !time
        && !padded
        && !temperature
        && !marked
        && !is_glued(before.chars().next_back(), before)
        && !is_glued(after.chars().next(), after)
        && !is_year(digits)
        && !is_dialling_code(number, after)
        && Separators::default().parse(digits).is_some()
}

/// Whether a number starts a telephone number: `+7 (700) …`. A change may be followed by its per
/// cents in brackets.
fn is_dialling_code(number: &str, after: &str) -> bool {
    let bracket = after.trim_start().strip_prefix('(').and_then(|rest| rest.split(')').next());
    number.starts_with('+')
        && bracket.is_some_and(|inside| inside.chars().all(|c| digit(c).is_some()))
}

/// Whether a whole number is more likely a year (`Euro 2020`).
fn is_year(digits: &str) -> bool {
    let whole = digits.bytes().all(|b| b.is_ascii_digit());
    whole && digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// Whether a letter touches the number that is not that of a currency.
fn is_glued(touching: Option<char>, text: &str) -> bool {
    touching.is_some_and(char::is_alphabetic) && {
        let text: &str = text.trim();
        label_of(text.split(|c| digit(c).is_some()).next().unwrap_or_default()).is_none()
    }
}
