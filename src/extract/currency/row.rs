//! A row of a widget, and how its numbers become the prices of a quote.

use rust_decimal::Decimal;

use crate::dom::NodeRef;
use crate::model::{Change, CurrencyQuote, Direction};
use crate::value::money::Separators;

use super::lex::Label;
use super::words::Role;

/// A number that is more than so many times smaller than the first of its row is a change.
const CHANGE_FACTOR: i64 = 4;

/// How many times dearer one of two prices may be than the other: above that it is another thing's.
const PAIR_FACTOR: i64 = 2;

/// A currency with its numbers.
#[derive(Debug, Clone)]
pub(super) struct Row<'a, 'c> {
    pub(super) label: Label,
    /// Where the label stands.
    pub(super) at: NodeRef<'a>,
    pub(super) base: Option<&'static str>,
    pub(super) unit: u32,
    pub(super) numbers: Vec<Number<'c>>,
    pub(super) direction: Option<Direction>,
    pub(super) source: Option<String>,
}

/// A number of a row, with what its place says of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number<'c> {
    pub(super) text: &'c str,
    pub(super) percent: bool,
    pub(super) role: Option<Role>,
    pub(super) direction: Option<Direction>,
}

impl<'a> Row<'a, '_> {
    pub(super) fn new(label: Label, at: NodeRef<'a>) -> Self {
        Self {
            label,
            at,
            base: label.base,
            unit: 1,
            numbers: Vec::new(),
            direction: None,
            source: None,
        }
    }

    /// Whether buying and selling price are both named as such.
    pub(super) fn is_marked(&self) -> bool {
        let has = |role| self.numbers.iter().any(|number| number.role == Some(role));
        has(Role::Buy) && has(Role::Sell)
    }

    /// Whether a number has a fraction; for `sure`, since three digits behind a mark may be
    /// thousands.
    pub(super) fn has_fraction(&self, sure: bool) -> bool {
        let tail = |text: &str| {
            text.rsplit_once(['.', ',', '\u{66b}']).map(|(_, tail)| tail.chars().count())
        };
        let mut tails = self.numbers.iter().filter_map(|number| tail(number.text));
        tails.any(|tail| !sure || tail != 3)
    }

    /// The numbers that may be prices by their looks: changes are signed, per cents, or less than
    /// one, and would mislead about what the marks in prices mean.
    pub(super) fn prices(&self) -> impl Iterator<Item = &Number<'_>> {
        let plain = |number: &&Number<'_>| {
            !number.percent && number.text.starts_with(|c: char| c.is_numeric() && c != '0')
        };
        self.numbers.iter().filter(plain)
    }

    /// The quote, if there is a price among the numbers.
    pub(super) fn quote(&self, separators: Separators) -> Option<CurrencyQuote> {
        let mut reading = Reading::default();
        for number in &self.numbers {
            if let Some(value) = separators.parse(number.text) {
                reading.add(*number, value);
            }
        }
        let mut quote = CurrencyQuote::new(self.label.code);
        reading.set_prices(&mut quote);
        quote.change = reading.change(self.direction);
        quote.unit = self.unit;
        quote.source.clone_from(&self.source);
        quote.base = self.base.filter(|base| *base != self.label.code).map(str::to_owned);
        (quote.buy.is_some() || quote.sell.is_some() || quote.rate.is_some()).then_some(quote)
    }
}

/// The numbers of a row, by what they are.
#[derive(Debug, Default)]
struct Reading {
    buy: Option<Decimal>,
    sell: Option<Decimal>,
    rate: Option<Decimal>,
    plain: Vec<Decimal>,
    /// The change, and the direction that its own markup shows.
    change: Option<(Decimal, Option<Direction>)>,
    percent: Option<(Decimal, Option<Direction>)>,
    direction: Option<Direction>,
}

impl Reading {
    fn add(&mut self, number: Number<'_>, value: Decimal) {
        if number.percent {
            self.percent.get_or_insert((value, number.direction));
        } else if self.is_change(number, value) {
            self.change.get_or_insert((value, number.direction));
        } else if !value.is_zero() {
            self.direction = self.direction.or(number.direction);
            let place = match number.role {
                Some(Role::Buy) => &mut self.buy,
                Some(Role::Sell) => &mut self.sell,
                Some(Role::Rate) => &mut self.rate,
                Some(Role::Unit | Role::Other) => return,
                Some(Role::Change) | None => return self.plain.push(value),
            };
            place.get_or_insert(value);
        }
    }

    fn first(&self) -> Option<Decimal> {
        self.buy.or(self.sell).or(self.rate).or(self.plain.first().copied())
    }

    fn is_change(&self, number: Number<'_>, value: Decimal) -> bool {
        let signed = number.text.starts_with(|c: char| !c.is_alphanumeric());
        let small =
            self.first().is_some_and(|first| value.abs() * Decimal::from(CHANGE_FACTOR) < first);
        let said = number.role == Some(Role::Change) && self.first().is_some();
        signed || small || said
    }

    fn set_prices(&self, quote: &mut CurrencyQuote) {
        (quote.buy, quote.sell, quote.rate) = (self.buy, self.sell, self.rate);
        let named = quote.buy.is_some() || quote.sell.is_some() || quote.rate.is_some();
        match self.plain.as_slice() {
            _ if named => {}
            [first, second, ..] if are_pair(*first, *second) => {
                (quote.buy, quote.sell) = (Some(*first), Some(*second));
            }
            [rate, ..] => quote.rate = Some(*rate),
            [] => {}
        }
    }

    fn change(&self, of_row: Option<Direction>) -> Option<Change> {
        let own = |found: Option<(Decimal, Option<Direction>)>| found.and_then(|(_, own)| own);
        let shown = own(self.change).or(own(self.percent)).or(of_row).or(self.direction);
        let signed = |(value, own): (Decimal, Option<Direction>)| match own.or(shown) {
            Some(Direction::Down) if value.is_sign_positive() && !value.is_zero() => -value,
            _ => value,
        };
        let value = self.change.map(signed);
        let percent = self.percent.map(signed);
        let direction = shown.or_else(|| value.or(percent).map(direction_of));
        if direction.is_none() && value.is_none() && percent.is_none() {
            return None;
        }
        let mut change = Change::default();
        (change.value, change.percent, change.direction) = (value, percent, direction);
        Some(change)
    }
}

/// Whether two prices can be those of one currency.
pub(super) fn are_pair(buy: Decimal, sell: Decimal) -> bool {
    let factor = Decimal::from(PAIR_FACTOR);
    buy < sell * factor && sell < buy * factor
}

fn direction_of(change: Decimal) -> Direction {
    match change {
        change if change.is_zero() => Direction::Unchanged,
        change if change.is_sign_negative() => Direction::Down,
        _ => Direction::Up,
    }
}
