//! Exchange-rate quotes anywhere on a page.

mod by_rules;
mod cells;
mod context;
mod flow;
mod grid;
mod lex;
mod near;
mod row;
mod script;
mod table;
mod words;

use std::collections::HashSet;
use std::ops::Range;

use crate::Limits;
use crate::dom::ElementRef;
use crate::model::{CurrencyQuote, Warning};
use crate::profile::PageView;
use crate::value::money::Separators;

use cells::{Cell, Table};
pub(crate) use cells::{Cut, Cutter, cut};
use flow::FlowRow;
use lex::{Kind, Token};
use row::Row;
use table::Own;

/// How many tokens may stand between two rows of one widget.
const GAP: usize = 8;

/// The quotes of a page: where a profile's rules find them, or else by markup and words. What is
/// odd about them comes as warnings.
pub(crate) fn extract<'c>(
    page: &PageView<'_>,
    cut: impl FnOnce() -> &'c Cut,
) -> (Vec<CurrencyQuote>, Vec<Warning>) {
    let ruled = page.rules().map(by_rules::quotes).unwrap_or_default();
    let quotes = if ruled.is_empty() { read(page, cut()) } else { ruled };
    let warnings = quotes.iter().filter_map(warning).collect();
    (quotes, warnings)
}

/// The quotes of a page by its markup and words alone, in page order, each once.
fn read(page: &PageView<'_>, cut: &Cut) -> Vec<CurrencyQuote> {
    let shown = shown(page, cut);
    if !shown.is_empty() {
        return once(shown);
    }
    let mut drawn = script::quotes(cut.scripts(page.document()), page.limits());
    if !drawn.is_empty() {
        let page_base = page_base(page);
        for quote in &mut drawn {
            quote.base = page_base.filter(|base| *base != quote.code).map(str::to_owned);
        }
    }
    once(drawn)
}

/// The currency that a page gives prices in. Asking for it has the metadata read.
fn page_base<'a>(page: &PageView<'a>) -> Option<&'a str> {
    let of_site = page.rules().and_then(|matches| matches.rules().base_currency());
    of_site.or_else(|| context::page_base(page.base(), page.language()))
}

/// The quotes that the page shows in the stretches of cells that may be of a widget.
fn shown(page: &PageView<'_>, cut: &Cut) -> Vec<CurrencyQuote> {
    let document = page.document();
    let near = near::stretches(cut, document);
    if near.is_empty() {
        return Vec::new();
    }
    let (page_base, language) = (page_base(page), page.language());
    let cells: Vec<Cell<'_>> = cut.cells(document, 0..cut.len()).collect();
    let cells = cells.as_slice();
    // No widget in one currency alone is told from amounts where it is not known what the page gives
    // prices in.
    if page_base.is_none() && !near::name_two(cells, &near) {
        return Vec::new();
    }
    let is_near = |table: &&Table| {
        let next = near.partition_point(|near| near.end <= table.cells.start);
        near.get(next).is_some_and(|near| near.contains(&table.cells.start))
    };
    let element = |table: &Table| document.get(table.node).as_element();
    let tables = cut.tables.iter().filter(is_near);
    let tables = tables.filter_map(|table| Some((element(table)?, table.cells.clone())));
    let tables: Vec<(ElementRef<'_>, Range<usize>)> = tables.collect();
    let tokens = tokens(cells, &near);
    let mut quotes: Vec<CurrencyQuote> = Vec::new();
    for widget in widgets(cells, &tokens, &tables, page_base, page.limits()) {
        if !context::is_widget(&widget, cells, page_base) {
            continue;
        }
        let found = quotes_of(&widget, cells, page_base, language);
        if context::are_plausible(&found) {
            quotes.extend(found);
        }
    }
    quotes
}

/// The tokens of the cells that may be of a widget; what is between them is a token of its own.
fn tokens<'c>(cells: &'c [Cell<'_>], near: &[Range<usize>]) -> Vec<Token<'c>> {
    let mut tokens = Vec::new();
    for stretch in near {
        if !tokens.is_empty() {
            tokens.push(Token { kind: Kind::Other, cell: stretch.start });
        }
        for (index, cell) in cells.iter().enumerate().take(stretch.end).skip(stretch.start) {
            lex::lex(cell, index, &mut tokens);
        }
    }
    tokens
}

/// Rows that stand together.
struct Widget<'a, 'c> {
    rows: Vec<Row<'a, 'c>>,
    /// The table that they are of.
    table: Option<ElementRef<'a>>,
    /// The first cell.
    cell: usize,
}

/// The rows of the page by table, and those between the tables by nearness, in page order.
fn widgets<'a, 'c>(
    cells: &'c [Cell<'a>],
    tokens: &[Token<'c>],
    tables: &[(ElementRef<'a>, Range<usize>)],
    page_base: Option<&str>,
    limits: &Limits,
) -> Vec<Widget<'a, 'c>> {
    let between = |stretch| together(flow::rows(cells, tokens, stretch, page_base), tokens);
    let mut widgets = Vec::new();
    let mut start = 0;
    for (table, of_table) in tables {
        let token_of = |cell: usize| tokens.partition_point(|token| token.cell < cell);
        let (from, to) = (token_of(of_table.start), token_of(of_table.end));
        let own = Own { cells: of_table.clone(), tokens: from..to };
        let rows = table::rows(*table, cells, tokens, own, limits.table_cells());
        if rows.is_empty() {
            continue;
        }
        widgets.extend(between(start..from));
        widgets.push(Widget { rows, table: Some(*table), cell: of_table.start });
        start = to;
    }
    widgets.extend(between(start..tokens.len()));
    widgets
}

/// Rows with little between them are one widget.
fn together<'a, 'c>(rows: Vec<FlowRow<'a, 'c>>, tokens: &[Token<'c>]) -> Vec<Widget<'a, 'c>> {
    let mut widgets: Vec<Widget<'a, 'c>> = Vec::new();
    let mut end = 0;
    for FlowRow { row, tokens: range } in rows {
        let near = range.start.saturating_sub(end) <= GAP;
        end = range.end;
        match widgets.last_mut() {
            Some(widget) if near => widget.rows.push(row),
            _ => {
                let cell = tokens.get(range.start).map_or(0, |token| token.cell);
                widgets.push(Widget { rows: vec![row], table: None, cell });
            }
        }
    }
    widgets
}

/// The quotes of a widget.
fn quotes_of(
    widget: &Widget<'_, '_>,
    cells: &[Cell<'_>],
    page_base: Option<&str>,
    language: Option<&str>,
) -> Vec<CurrencyQuote> {
    let prices = widget.rows.iter().flat_map(Row::prices).map(|number| number.text);
    let separators = Separators::infer_in(prices, page_base);
    let mut quotes: Vec<_> = widget.rows.iter().filter_map(|row| row.quote(separators)).collect();
    without_dates(&mut quotes);
    let source = context::source(widget, cells);
    let as_of = context::as_of(widget, cells, language);
    for quote in &mut quotes {
        if quote.base.is_none() {
            quote.base = page_base.filter(|base| *base != quote.code).map(str::to_owned);
        }
        if quote.source.is_none() {
            quote.source.clone_from(&source);
        }
        quote.as_of.clone_from(&as_of);
    }
    quotes
}

/// Takes what looks like changes off if all are the same and none says where to: the day, written
/// `12.04`.
fn without_dates(quotes: &mut [CurrencyQuote]) {
    let [first, .., _] = quotes else { return };
    let Some(same) = first.change.as_ref().and_then(|change| change.value) else { return };
    let is_same = |quote: &CurrencyQuote| {
        let change = quote.change.as_ref();
        change.is_some_and(|c| c.value == Some(same) && c.percent.is_none() && !same.is_zero())
    };
    if same.is_sign_positive() && quotes.iter().all(is_same) {
        for quote in quotes {
            quote.change = None;
        }
    }
}

/// The quotes without repetitions: pages repeat widgets for small screens.
fn once(mut quotes: Vec<CurrencyQuote>) -> Vec<CurrencyQuote> {
    let mut seen = HashSet::new();
    quotes.retain(|quote| {
        let prices = (quote.buy, quote.sell, quote.rate);
        seen.insert((quote.code.clone(), prices, quote.source.clone()))
    });
    quotes
}

fn warning(quote: &CurrencyQuote) -> Option<Warning> {
    let (buy, sell) = (quote.buy?, quote.sell?);
    (buy > sell).then(|| Warning::BuyAboveSell { code: quote.code.clone() })
}

#[cfg(test)]
mod tests;
