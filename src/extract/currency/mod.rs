//! Exchange-rate quotes anywhere on a page.

mod by_rules;
mod cells;
mod context;
mod flow;
mod grid;
mod lex;
mod row;
mod table;
mod words;

use std::collections::HashSet;
use std::ops::Range;

use crate::Limits;
use crate::dom::{Document, ElementRef, Tag};
use crate::model::{CurrencyQuote, Warning};
use crate::profile::PageView;
use crate::value::money::Separators;

use cells::Cell;
use flow::FlowRow;
use lex::{Kind, Token};
use row::Row;

/// How many cells on each side of a fraction may be of the same widget: rows of whole prices.
const AROUND: usize = 24;

/// How many tokens may stand between two rows of one widget.
const GAP: usize = 8;

/// The quotes of a page: where a profile's rules find them, or else by markup and words. What is
/// odd about them comes as warnings.
pub(crate) fn extract(page: &PageView<'_>) -> (Vec<CurrencyQuote>, Vec<Warning>) {
    let ruled = page.rules().map(by_rules::quotes).unwrap_or_default();
    let quotes = if ruled.is_empty() {
        let of_site = page.rules().and_then(|matches| matches.rules().base_currency());
        let page_base = of_site.or_else(|| context::page_base(page.base(), page.language()));
        read(page.document(), page.limits(), page_base, page.language())
    } else {
        ruled
    };
    let warnings = quotes.iter().filter_map(warning).collect();
    (quotes, warnings)
}

/// The quotes of a page by its markup and words alone, in page order, each once.
fn read(
    document: &Document,
    limits: &Limits,
    page_base: Option<&str>,
    language: Option<&str>,
) -> Vec<CurrencyQuote> {
    let cells = cells::cut(document);
    if !cells.iter().any(Cell::has_fraction) {
        return Vec::new();
    }
    let tables = tables(document, &cells);
    let tokens = tokens(&cells, &tables);
    let mut quotes: Vec<CurrencyQuote> = Vec::new();
    for widget in widgets(&cells, &tokens, &tables, limits) {
        if !context::is_widget(&widget, &cells, page_base) {
            continue;
        }
        let found = quotes_of(&widget, &cells, page_base, language);
        if context::are_plausible(&found) {
            quotes.extend(found);
        }
    }
    once(quotes)
}

/// A table without another inside, with the cells in it.
struct Table<'a> {
    element: ElementRef<'a>,
    cells: Range<usize>,
}

/// The innermost tables with a number in them.
fn tables<'a>(document: &'a Document, cells: &[Cell<'a>]) -> Vec<Table<'a>> {
    let mut found: Vec<ElementRef<'a>> = Vec::new();
    for table in document.elements().filter(|element| element.tag() == Tag::Table) {
        if found.last().is_some_and(|outer| outer.node().contains(table.id())) {
            found.pop();
        }
        found.push(table);
    }
    let with_cells = found.into_iter().map(|element| {
        let cells = cells::inside(cells, element.id(), element.node().end());
        Table { element, cells }
    });
    with_cells
        .filter(|table| cells_in(cells, &table.cells).iter().any(Cell::has_fraction))
        .collect()
}

fn cells_in<'s, 'a>(cells: &'s [Cell<'a>], range: &Range<usize>) -> &'s [Cell<'a>] {
    cells.get(range.clone()).unwrap_or_default()
}

/// The tokens of the cells that may be of a widget; what is between them is a token of its own.
fn tokens<'c>(cells: &'c [Cell<'_>], tables: &[Table<'_>]) -> Vec<Token<'c>> {
    let mut near = vec![false; cells.len()];
    for (index, _) in cells.iter().enumerate().filter(|(_, cell)| cell.has_fraction()) {
        let from = index.saturating_sub(AROUND);
        near.iter_mut().skip(from).take(index + AROUND + 1 - from).for_each(|near| *near = true);
    }
    for table in tables {
        near.iter_mut()
            .skip(table.cells.start)
            .take(table.cells.len())
            .for_each(|near| *near = true);
    }
    let mut tokens = Vec::new();
    for (index, (cell, near)) in cells.iter().zip(near).enumerate() {
        if near {
            lex::lex(cell, index, &mut tokens);
        } else if tokens.last().is_some_and(|token: &Token<'_>| token.kind != Kind::Other) {
            tokens.push(Token { kind: Kind::Other, cell: index });
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
    tables: &[Table<'a>],
    limits: &Limits,
) -> Vec<Widget<'a, 'c>> {
    let mut widgets = Vec::new();
    let mut start = 0;
    for table in tables {
        let rows = table::rows(table.element, cells, tokens, limits.table_cells());
        if rows.is_empty() {
            continue;
        }
        let token_of = |cell: usize| tokens.partition_point(|token| token.cell < cell);
        let (from, to) = (token_of(table.cells.start), token_of(table.cells.end));
        widgets.extend(together(flow::rows(cells, tokens, start..from), tokens));
        widgets.push(Widget { rows, table: Some(table.element), cell: table.cells.start });
        start = to;
    }
    widgets.extend(together(flow::rows(cells, tokens, start..tokens.len()), tokens));
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
    let separators = Separators::infer(prices);
    let mut quotes: Vec<_> = widget.rows.iter().filter_map(|row| row.quote(separators)).collect();
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
