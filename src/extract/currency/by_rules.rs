//! Quotes where the rules of a profile say they are.

use crate::dom::ElementRef;
use crate::model::{CurrencyQuote, Direction};
use crate::profile::{Container, Price, QuotePart, QuoteRule, RuleMatches};
use crate::value::currency::code_of;
use crate::value::money::{Separators, numbers_in};
use crate::value::text::collapse;

use super::lex::{Label, unit};
use super::row::{Number, Row};
use super::words::{Role, arrow_in, direction_of_name};

/// The parts of a row with a price or a change each.
const PRICES: &[(QuotePart, Role)] = &[
    (QuotePart::Buy, Role::Buy),
    (QuotePart::Sell, Role::Sell),
    (QuotePart::Rate, Role::Rate),
    (QuotePart::Change, Role::Change),
];

/// The quotes of all widgets that the rules find.
pub(super) fn quotes(matches: &RuleMatches<'_>) -> Vec<CurrencyQuote> {
    let base = matches.rules().base_currency();
    let mut quotes = Vec::new();
    for widget in matches.currency() {
        let texts = Texts { matches, rule: widget.rule };
        let rows: Vec<Texted<'_>> =
            texts.rows(&widget).into_iter().filter_map(|row| texts.row(row)).collect();
        let source = texts.source(&widget);
        let rows: Vec<Row<'_, '_>> = rows.iter().map(|row| row.numbers(widget.rule)).collect();
        let separators =
            Separators::infer(rows.iter().flat_map(Row::prices).map(|number| number.text));
        for mut quote in rows.iter().filter_map(|row| row.quote(separators)) {
            let of_site = || base.filter(|base| *base != quote.code).map(str::to_owned);
            quote.base = quote.base.take().or_else(of_site);
            quote.source.clone_from(&source);
            quotes.push(quote);
        }
    }
    quotes
}

/// The texts of one row.
struct Texted<'a> {
    element: ElementRef<'a>,
    code: &'static str,
    unit: Option<u32>,
    prices: Vec<(Option<Role>, String, Option<Direction>)>,
}

/// Reads the parts of a widget.
struct Texts<'r, 'a> {
    matches: &'r RuleMatches<'a>,
    rule: &'a QuoteRule,
}

impl<'a> Texts<'_, 'a> {
    /// The rows; without a rule for them the widget is one row.
    fn rows(&self, widget: &Container<'a, QuoteRule>) -> Vec<ElementRef<'a>> {
        self.matches.rows(widget).unwrap_or_else(|| vec![widget.element])
    }

    fn texts(&self, part: QuotePart, inside: ElementRef<'a>) -> Vec<(String, ElementRef<'a>)> {
        let Some(rules) = self.rule.part(part) else { return Vec::new() };
        let found = self.matches.texts_inside(rules, inside);
        found.into_iter().map(|found| (collapse(&found.value), found.element)).collect()
    }

    fn row(&self, element: ElementRef<'a>) -> Option<Texted<'a>> {
        let (code, _) = self.texts(QuotePart::Code, element).into_iter().next()?;
        let units = self.texts(QuotePart::Unit, element);
        let stated = units.iter().find_map(|(text, _)| numbers_in(text).find_map(unit));
        let mut prices = Vec::new();
        for (part, role) in PRICES {
            let first = self.texts(*part, element).into_iter().next();
            prices.extend(first.map(|(text, at)| (Some(*role), text, direction(at))));
        }
        let together = self.texts(QuotePart::Prices, element).into_iter().next();
        prices.extend(together.map(|(text, at)| (None, text, direction(at))));
        Some(Texted {
            element,
            code: code_of(&code)?,
            unit: stated.or_else(|| numbers_in(&code).find_map(unit)),
            prices,
        })
    }

    fn source(&self, widget: &Container<'a, QuoteRule>) -> Option<String> {
        let stated = self.rule.source_text.clone();
        stated.or_else(|| Some(self.texts(QuotePart::Source, widget.element).into_iter().next()?.0))
    }
}

impl<'a> Texted<'a> {
    fn numbers(&self, widget: &QuoteRule) -> Row<'a, '_> {
        let label = Label { code: self.code, base: None, sign: false };
        let mut row = Row::new(label, self.element.node());
        row.unit = widget.unit_count.or(self.unit).unwrap_or(1);
        for (role, text, direction) in &self.prices {
            row.direction = row.direction.or_else(|| arrow_in(text));
            let mut order = widget.prices_order.iter().map(|price| role_of(*price));
            for number in numbers_in(text) {
                let role = role.or_else(|| order.next());
                let percent = text.contains('%') && role == Some(Role::Change);
                row.numbers.push(Number { text: number, percent, role, direction: *direction });
            }
        }
        row
    }
}

fn role_of(price: Price) -> Role {
    match price {
        Price::Buy => Role::Buy,
        Price::Sell => Role::Sell,
        Price::Rate => Role::Rate,
    }
}

/// The direction that the classes of an element say.
fn direction(element: ElementRef<'_>) -> Option<Direction> {
    element.attr("class").and_then(direction_of_name)
}
