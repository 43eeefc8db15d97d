//! Prices and rates, as exact decimals.
//!
//! Whether `40,000` is forty or forty thousand is decided over a whole table, never by one cell.

use rust_decimal::Decimal;

use super::locale::currencies::SMALL_UNITS;
use super::number::{ascii_digits, digit, is_group_space};

/// What a mark between digits means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// It stands before the fraction.
    Decimal,
    /// It groups digits.
    Grouping,
}

/// What point and comma mean in one table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Separators {
    point: Role,
    comma: Role,
}

impl Default for Separators {
    /// Both stand before fractions: rates are written to three decimals more often than grouped.
    fn default() -> Self {
        Self { point: Role::Decimal, comma: Role::Decimal }
    }
}

impl Separators {
    /// What point and comma mean in the table of these cells.
    ///
    /// A mark that appears with other than three digits after it stands before fractions; one that
    /// is repeated in a number, or stands before the other mark, groups digits. Where a mark has
    /// only ever three digits after it, the reading wins that brings its numbers near the others;
    /// with no others to go by, it stands before fractions.
    pub(crate) fn infer<'a>(cells: impl IntoIterator<Item = &'a str>) -> Self {
        Self::infer_in(cells, None)
    }

    /// The same for prices in the currency `base`: where it is worth so little that others cost
    /// thousands, a mark that may mean either groups digits.
    pub(crate) fn infer_in<'a>(
        cells: impl IntoIterator<Item = &'a str>,
        base: Option<&str>,
    ) -> Self {
        let small = base.is_some_and(|base| SMALL_UNITS.contains(&base));
        let mut found = Survey { in_thousands: small, ..Survey::default() };
        for cell in cells {
            numbers_in(cell).for_each(|number| found.add(&ascii_digits(number)));
        }
        Self { point: found.role('.'), comma: found.role(',') }
    }

    /// The one number in `cell`, with its sign. Currency signs, words and `%` may stand beside it;
    /// `None` if there is no number or more than one.
    pub(crate) fn parse(self, cell: &str) -> Option<Decimal> {
        let mut numbers = numbers_in(cell);
        let number = numbers.next()?;
        if numbers.next().is_some() {
            return None;
        }
        let value = self.unsigned(&ascii_digits(number))?;
        let start = cell.find(number)?;
        let negative = is_minus(number.chars().next()?) || has_minus_before(cell.get(..start)?);
        Some(if negative { -value } else { value })
    }

    /// The number without its sign.
    fn unsigned(self, number: &str) -> Option<Decimal> {
        let shape = Shape::of(number);
        let decimal = shape.last_mark.filter(|mark| self.is_decimal(&shape, *mark));
        let (whole, fraction) = match decimal {
            Some(mark) => number.rsplit_once(mark)?,
            None => (number, ""),
        };
        let digits = grouped_digits(whole)?;
        if !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        Decimal::from_str_exact(&format!("{digits}.{fraction}0"))
            .ok()
            .map(|d| rescaled(d, fraction))
    }

    /// Whether the last mark of a number of this shape stands before its fraction.
    fn is_decimal(self, shape: &Shape, mark: char) -> bool {
        let role = match shape.evidence() {
            Evidence::Says(role) => role,
            Evidence::Either if mark == '.' => self.point,
            Evidence::Either => self.comma,
        };
        role == Role::Decimal
    }
}

/// `value` with as many decimals as were written.
fn rescaled(mut value: Decimal, fraction: &str) -> Decimal {
    value.rescale(u32::try_from(fraction.len()).unwrap_or(u32::MAX));
    value
}

/// The digits of a whole number, whose groups must have three (or, in India, two) digits.
fn grouped_digits(whole: &str) -> Option<String> {
    let unsigned = whole.trim_start_matches(|c| is_minus(c) || c == '+');
    let groups: Vec<&str> = unsigned.split(|c: char| !c.is_ascii_digit()).collect();
    let (_, rest) = groups.split_first()?;
    let regular = rest.last().is_none_or(|last| last.len() == 3)
        && rest.iter().all(|group| matches!(group.len(), 2 | 3));
    let digits = groups.concat();
    (regular && !digits.is_empty()).then_some(digits)
}

/// What one number says of its last mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Evidence {
    /// It can only mean this.
    Says(Role),
    /// It may mean either.
    Either,
}

/// The marks of a number.
struct Shape {
    /// The last point or comma.
    last_mark: Option<char>,
    /// How often the last mark appears.
    repeats: usize,
    /// The other mark, if it appears too.
    other: Option<char>,
    /// How many digits stand before the first mark, without leading zeros.
    lead: usize,
    /// How many digits follow the last mark.
    tail: usize,
    /// Whether spaces or apostrophes group the digits.
    spaced: bool,
}

impl Shape {
    fn of(number: &str) -> Self {
        let last_mark = number.chars().rfind(|c| matches!(c, '.' | ','));
        let unsigned = number.trim_start_matches(|c: char| !c.is_ascii_digit());
        Self {
            last_mark,
            repeats: number.chars().filter(|c| Some(*c) == last_mark).count(),
            other: number.chars().find(|c| matches!(c, '.' | ',') && Some(*c) != last_mark),
            lead: unsigned.trim_start_matches('0').find(|c: char| !c.is_ascii_digit()).unwrap_or(0),
            tail: number.chars().rev().take_while(char::is_ascii_digit).count(),
            spaced: number.contains(|c| is_group_space(c) || matches!(c, '\'' | '’')),
        }
    }

    /// What the last mark can mean, by this number alone.
    fn evidence(&self) -> Evidence {
        if self.repeats > 1 {
            Evidence::Says(Role::Grouping)
        } else if self.other.is_some()
            || self.spaced
            || self.tail != 3
            || !(1..=3).contains(&self.lead)
        {
            Evidence::Says(Role::Decimal)
        } else {
            Evidence::Either
        }
    }
}

/// How far a reading may be from the other numbers, as a factor, to overrule the rule that the
/// other mark than the decimal one groups digits.
const NEAR: f64 = 3.0;

/// What the numbers of a table say of each mark.
#[derive(Debug, Default)]
struct Survey {
    /// Marks that stand before fractions, one for each number that says so.
    decimal: Vec<char>,
    /// Marks that group digits, one for each number that says so.
    grouping: Vec<char>,
    /// Numbers that may mean either: the mark, and the value if it stands before a fraction.
    open: Vec<(char, f64)>,
    /// The sizes of the numbers with known fractions.
    sizes: Vec<f64>,
    /// The sizes of the whole numbers that are not units such as 1, 10 and 100.
    wholes: Vec<f64>,
    /// Whether prices are in thousands where nothing says otherwise.
    in_thousands: bool,
}

impl Survey {
    fn add(&mut self, number: &str) {
        let shape = Shape::of(number);
        let Some(mark) = shape.last_mark else {
            self.wholes.extend(size(number).filter(|_| !is_unit(number)));
            return;
        };
        self.grouping.extend(shape.other);
        match shape.evidence() {
            Evidence::Says(Role::Grouping) => self.grouping.push(mark),
            Evidence::Says(Role::Decimal) => {
                self.decimal.push(mark);
                self.sizes.extend(number.rsplit_once(mark).and_then(|(whole, _)| size(whole)));
            }
            Evidence::Either => {
                let value = number.replace(mark, ".").parse::<f64>().ok();
                self.open.extend(value.map(|value| (mark, value.abs())));
            }
        }
    }

    fn role(&self, mark: char) -> Role {
        let count = |marks: &[char]| marks.iter().filter(|m| **m == mark).count();
        let (decimal, grouping) = (count(&self.decimal), count(&self.grouping));
        if decimal > grouping || decimal > 0 && decimal == grouping {
            Role::Decimal
        } else if grouping > 0 {
            Role::Grouping
        } else {
            self.role_by_size(mark)
        }
    }

    /// The role of a mark that no number decides.
    fn role_by_size(&self, mark: char) -> Role {
        let mut open: Vec<f64> =
            self.open.iter().filter(|(m, _)| *m == mark).map(|(_, value)| *value).collect();
        let Some(value) = median(&mut open) else { return Role::Decimal };
        let distance = |other: f64| (value / other).max(other / value);
        if let Some(other) = median(&mut self.sizes.clone()) {
            return if distance(other) < NEAR { Role::Decimal } else { Role::Grouping };
        }
        match median(&mut self.wholes.clone()) {
            Some(other) if distance(other) > distance(other / 1000.0) => Role::Grouping,
            None if self.in_thousands => Role::Grouping,
            _ => Role::Decimal,
        }
    }
}

/// The size of a whole number with or without groups, at least one.
fn size(whole: &str) -> Option<f64> {
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    digits.parse::<f64>().ok().map(|value| value.max(1.0))
}

/// Whether a whole number is a count of units, as in `100 RUB`.
fn is_unit(number: &str) -> bool {
    matches!(number, "1" | "10" | "100" | "1000" | "10000")
}

/// The middle one of `values`.
fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

/// Whether `c` is a minus sign.
fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2212}' | '\u{2013}' | '\u{FE63}' | '\u{FF0D}')
}

/// Whether the text before a number is a minus and a currency sign, as in `-$5`.
fn has_minus_before(before: &str) -> bool {
    let before = before.trim_end();
    let rest = before
        .trim_end_matches(|c: char| !c.is_alphanumeric() && !is_minus(c) && !c.is_whitespace());
    rest.len() < before.len() && rest.trim_start().chars().all(is_minus) && !rest.trim().is_empty()
}

/// The numbers in a text, each with its sign and the marks between its digits:
/// `521.1 / 523.7` gives `521.1` and `523.7`.
///
/// A sign belongs to the number that it is glued to, unless a digit or letter stands before it.
/// Non-breaking and thin spaces group digits; a plain space does so only before exactly three
/// digits, after one or two, or where a fraction follows.
pub(crate) fn numbers_in(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    let mut before: Option<char> = None;
    std::iter::from_fn(move || {
        let start = rest.find(|c| digit(c).is_some())?;
        let head = rest.get(..start)?;
        let end = start + number_length(rest.get(start..)?);
        let start = start - sign_length(head, before);
        let number = rest.get(start..end)?;
        before = number.chars().next_back();
        rest = rest.get(end..)?;
        Some(number)
    })
}

/// The length of the sign at the end of `head`, which follows the character `before`.
fn sign_length(head: &str, before: Option<char>) -> usize {
    let mut chars = head.chars().rev();
    let Some(sign) = chars.next().filter(|c| is_minus(*c) || *c == '+') else { return 0 };
    let glued = chars.next().or(before).is_some_and(char::is_alphanumeric);
    if glued { 0 } else { sign.len_utf8() }
}

/// The length of the number that `text` starts with.
fn number_length(text: &str) -> usize {
    let mut end = digits_length(text);
    let mut lead = end;
    while let Some(rest) = text.get(end..) {
        let Some(mark) = rest.chars().next().filter(|c| joins_digits(*c)) else { break };
        let tail = rest.get(mark.len_utf8()..).unwrap_or_default();
        let group = digits_length(tail);
        if group == 0 || is_group_space(mark) && !is_spaced_group(mark, lead, tail) {
            break;
        }
        lead = if is_group_space(mark) { lead.min(2) } else { usize::MAX };
        end += mark.len_utf8() + group;
    }
    end
}

/// Whether `c` may stand between the digits of a number.
fn joins_digits(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '’' | '\u{66B}' | '\u{66C}') || is_group_space(c)
}

/// Whether the digits after a space belong to the number before it, whose group has `lead` bytes.
fn is_spaced_group(mark: char, lead: usize, tail: &str) -> bool {
    let digits = tail.chars().take_while(|c| digit(*c).is_some()).count();
    let after = tail.chars().nth(digits);
    let fraction = matches!(after, Some('.' | ','))
        && tail.chars().nth(digits + 1).is_some_and(|c| digit(c).is_some());
    digits == 3 && lead <= 3 && (mark != ' ' || lead <= 2 || fraction)
}

/// How many bytes of digits `text` starts with.
fn digits_length(text: &str) -> usize {
    text.find(|c| digit(c).is_none()).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parse_in(table: &[&str], cell: &str) -> Option<String> {
        Separators::infer(table.iter().copied()).parse(cell).map(|d| d.to_string())
    }

    #[test]
    fn one_cell() {
        let cases = [
            ("505.32", "505.32"),
            ("28,44", "28.44"),
            ("$856,74", "856.74"),
            ("26,85 грн", "26.85"),
            ("-0,1216", "-0.1216"),
            ("\u{2212}0.5", "-0.5"),
            ("+1.2%", "1.2"),
            ("-$5.10", "-5.10"),
            ("1 234,56 ₽", "1234.56"),
            ("1\u{a0}234,56", "1234.56"),
            ("1'234.56", "1234.56"),
            ("$32.257,34", "32257.34"),
            ("1,234,567.8", "1234567.8"),
            ("1.234.567", "1234567"),
            ("36.5686", "36.5686"),
            ("40,000", "40.000"),
            ("523", "523"),
            ("0.123", "0.123"),
            ("٥٫٢٥", "5.25"),
            ("USD 425.05", "425.05"),
            ("12,34,567.50", "1234567.50"),
        ];
        for (cell, value) in cases {
            assert_eq!(parse_in(&[cell], cell).as_deref(), Some(value), "{cell}");
        }
    }

    #[test]
    fn the_table_decides() {
        let forty = ["40,000", "36.5686", "38,750", "35.9817", "8,000", "7.6839"];
        assert_eq!(parse_in(&forty, "40,000").as_deref(), Some("40.000"));
        assert_eq!(parse_in(&["40,000", "40,450"], "40,000").as_deref(), Some("40.000"));
        let rupiah = Separators::infer_in(["15.650", "16.900"], Some("IDR"));
        assert_eq!(rupiah.parse("15.650").map(|d| d.to_string()).as_deref(), Some("15650"));
        let dong = ["25.450", "27.120", "162,34", "3.512,50"];
        assert_eq!(parse_in(&dong, "25.450").as_deref(), Some("25450"));
        let won = ["1,345", "1,455.20", "905.12"];
        assert_eq!(parse_in(&won, "1,345").as_deref(), Some("1345"));
        assert_eq!(parse_in(&["1,345", "987", "100"], "1,345").as_deref(), Some("1345"));
        assert_eq!(parse_in(&["521,123", "6,45"], "521,123").as_deref(), Some("521.123"));
        let mixed = ["57.1072", "56,11", "69,39"];
        assert_eq!(parse_in(&mixed, "57.1072").as_deref(), Some("57.1072"));
        assert_eq!(parse_in(&mixed, "56,11").as_deref(), Some("56.11"));
    }

    #[test]
    fn no_number_or_several_are_none() {
        for cell in ["", "—", "521.1 / 523.7", "01.04.2024", "n/a", "12:30", "1..2"] {
            assert_eq!(parse_in(&[cell], cell), None, "{cell}");
        }
    }

    #[test]
    fn numbers_are_found() {
        let find = |text| numbers_in(text).collect::<Vec<_>>();
        assert_eq!(find("521.1 / 523.7"), ["521.1", "523.7"]);
        assert_eq!(find("521.1-523.7"), ["521.1", "523.7"]);
        assert_eq!(find("USD: 28,44 -0,1216"), ["28,44", "-0,1216"]);
        assert_eq!(find("1 234,56 и 425 430"), ["1 234,56", "425", "430"]);
        assert_eq!(find("100 RUB 6.45."), ["100", "6.45"]);
        assert_eq!(find("1\u{202f}234\u{202f}567 тг"), ["1\u{202f}234\u{202f}567"]);
        assert_eq!(find("1 234 567.5"), ["1 234 567.5"]);
        assert!(find("нет").is_empty());
    }

    proptest! {
        #[test]
        fn amounts_round_trip(units in 0i64..100_000_000, cents in 0u32..100, style in 0usize..4) {
            let (group, decimal) = [(',', '.'), ('.', ','), ('\u{a0}', ','), ('\'', '.')][style];
            let mut whole = String::new();
            let digits = units.to_string();
            for (at, c) in digits.chars().enumerate() {
                if at > 0 && (digits.len() - at).is_multiple_of(3) {
                    whole.push(group);
                }
                whole.push(c);
            }
            let text = format!("{whole}{decimal}{cents:02}");
            let value = Decimal::new(units * 100 + i64::from(cents), 2);
            prop_assert_eq!(Separators::infer([text.as_str()]).parse(&text), Some(value));
        }

        #[test]
        fn nothing_panics(text in "\\PC*", number in "[-+0-9.,' \u{a0}$%]{0,16}") {
            for cell in [&text, &number] {
                let _ = Separators::infer([cell.as_str()]).parse(cell);
                prop_assert!(numbers_in(cell).all(|n| n.contains(|c| digit(c).is_some())));
            }
        }
    }
}
