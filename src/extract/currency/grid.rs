//! The cells of a table by row and column, with `colspan` and `rowspan` resolved.

use crate::dom::{ElementRef, Tag};

/// The most columns that a `colspan` fills, by the HTML standard (section 4.9.11).
const MAX_SPAN: usize = 1000;

/// A place in a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) element: ElementRef<'a>,
    pub(super) column: usize,
    /// How many columns the cell fills.
    pub(super) width: usize,
}

/// The rows of a table, each with the cells that start in it; rows times columns are at most
/// `limit`.
pub(super) fn rows(table: ElementRef<'_>, limit: usize) -> Vec<Vec<Place<'_>>> {
    let mut rows = Vec::new();
    // For each column, how many more rows a cell from above fills it.
    let mut filled: Vec<usize> = Vec::new();
    let mut left = limit;
    for row in table.elements().filter(|element| element.tag() == Tag::Tr) {
        let mut column = 0;
        let mut places = Vec::new();
        let before = std::mem::take(&mut filled);
        if before.len() >= left {
            return rows;
        }
        left -= before.len();
        filled = before.iter().map(|rows| rows.saturating_sub(1)).collect();
        for element in row.children().filter(|e| matches!(e.tag(), Tag::Td | Tag::Th)) {
            while before.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            let width = span(element, "colspan").min(left);
            if width == 0 {
                return rows;
            }
            left -= width;
            let below = span(element, "rowspan") - 1;
            filled.resize(filled.len().max(column + width), 0);
            filled.iter_mut().skip(column).take(width).for_each(|rows| *rows = below);
            places.push(Place { element, column, width });
            column += width;
        }
        rows.push(places);
    }
    rows
}

fn span(element: ElementRef<'_>, name: &str) -> usize {
    let span = element.attr(name).and_then(|value| value.trim().parse().ok());
    span.unwrap_or(1).clamp(1, MAX_SPAN)
}
