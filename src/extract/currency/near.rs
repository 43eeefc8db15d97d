//! Where on a page a widget may be: around numbers with fractions that have the name of one of the
//! great currencies near them. No widget is without, and nearly all of a page is.

use std::ops::Range;

use super::cells::{Cell, Cut};
use super::lex::{Kind, lex};
use super::words::is_major;
use crate::dom::Document;
use crate::value::currency::{self, Hint, major_hint};

/// How many cells on each side of a fraction may be of the same widget: rows of whole prices.
const AROUND: usize = 24;

/// How many cells behind the last name of a great currency may be of rows of others.
const BEHIND: usize = 4 * AROUND;

/// The stretches of cells that may be of a widget, in page order.
pub(super) fn stretches(cut: &Cut, document: &Document) -> Vec<Range<usize>> {
    let mut tables = cut.tables.iter().map(|table| table.cells.clone()).peekable();
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for index in cut.fractions.iter().copied() {
        while tables.next_if(|table| table.end <= index).is_some() {}
        let mut near = index.saturating_sub(AROUND)..(index + AROUND + 1).min(cut.len());
        if let Some(table) = tables.peek().filter(|table| table.contains(&index)) {
            near = near.start.min(table.start)..near.end.max(table.end);
        }
        match stretches.last_mut() {
            Some(last) if near.start <= last.end => {
                last.start = last.start.min(near.start);
                last.end = last.end.max(near.end);
            }
            _ => stretches.push(near),
        }
    }
    stretches.into_iter().filter_map(|stretch| around_names(cut, document, stretch)).collect()
}

/// The part of a stretch around the cells that name great currencies: the others stand behind
/// them. Amounts that all have one sign are no widget.
fn around_names(cut: &Cut, document: &Document, stretch: Range<usize>) -> Option<Range<usize>> {
    let cells = (stretch.start..).zip(cut.cells(document, stretch.clone()));
    let hinted = cells.filter_map(|(at, cell)| Some((at, hint_of(&cell)?, cell)));
    let hinted: Vec<(usize, Hint, Cell<'_>)> = hinted.collect();
    let (first, hint) = hinted.first().map(|(first, hint, _)| (*first, *hint))?;
    let last = hinted.last().map_or(first, |(last, ..)| *last);
    let differs = |other: Hint| other == Hint::Word || other != hint;
    let several = hinted.iter().any(|(_, other, _)| differs(*other));
    // To read a label takes longest.
    if !several || !hinted.iter().any(|(.., cell)| names_major(cell)) {
        return None;
    }
    let near = first.saturating_sub(AROUND)..last + BEHIND;
    let table = |at: usize| {
        let next = cut.tables.partition_point(|table| table.cells.end <= at);
        cut.tables.get(next).filter(|table| table.cells.contains(&at))
    };
    let start = table(first).map_or(near.start, |table| near.start.min(table.cells.start));
    let end = table(last).map_or(near.end, |table| near.end.max(table.cells.end));
    Some(start.max(stretch.start)..end.min(stretch.end))
}

/// Whether the labels in stretches of cells are of more than one currency.
pub(super) fn name_two(cells: &[Cell<'_>], stretches: &[Range<usize>]) -> bool {
    let mut first = None;
    let mut signs = Vec::new();
    let cells = stretches.iter().filter_map(|stretch| cells.get(stretch.clone())).flatten();
    let mut codes = cells.filter(|cell| may_add_label(cell, &mut signs)).flat_map(codes);
    codes.any(|code| *first.get_or_insert(code) != code)
}

/// Whether a cell may have a label that the cells with `signs` have not.
fn may_add_label(cell: &Cell<'_>, signs: &mut Vec<char>) -> bool {
    if cell.text.is_empty() {
        return true;
    }
    match cell.is_short().then(|| currency::hint(&cell.text)).flatten() {
        Some(Hint::Word) => true,
        Some(Hint::Sign(sign)) if !signs.contains(&sign) => {
            signs.push(sign);
            true
        }
        _ => false,
    }
}

/// Whether a label in a cell is that of one of the great currencies.
fn names_major(cell: &Cell<'_>) -> bool {
    codes(cell).any(is_major)
}

/// The currencies that the labels in a cell name.
fn codes(cell: &Cell<'_>) -> impl Iterator<Item = &'static str> {
    let mut tokens = Vec::new();
    lex(cell, 0, &mut tokens);
    tokens.into_iter().filter_map(|token| match token.kind {
        Kind::Label(label) => Some(label.code),
        _ => None,
    })
}

/// What in a cell may name one of the great currencies.
fn hint_of(cell: &Cell<'_>) -> Option<Hint> {
    if cell.text.is_empty() {
        let picture = || cell.pictured().map(|_| Hint::Word);
        cell.alt().and_then(major_hint).or_else(picture)
    } else {
        cell.is_short().then(|| major_hint(cell.text.trim())).flatten()
    }
}
