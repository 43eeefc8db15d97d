//! Rows in running markup: lists, menus, tickers, neighbouring blocks.

use std::ops::Range;

use crate::dom::{ElementRef, NodeId};
use crate::model::Direction;

use super::cells::Cell;
use super::lex::{Kind, Label, Token};
use super::row::{Number, Row};
use super::words::{Role, direction_of_name, role_of_name};

/// How many elements around a label are looked at for the row that it is in, and around a number
/// for its class.
const CLIMB: usize = 4;

/// The most numbers that a row has: prices, changes and extremes.
const ROW_NUMBERS: usize = 6;

/// The most tokens of a row on each side of its label.
const ROW_TOKENS: usize = 32;

/// A row, and the tokens that it is of.
pub(super) struct FlowRow<'a, 'c> {
    pub(super) row: Row<'a, 'c>,
    pub(super) tokens: Range<usize>,
}

/// The rows of a stretch of tokens, on a page that gives prices in `page_base`.
pub(super) fn rows<'a, 'c>(
    cells: &'c [Cell<'a>],
    tokens: &[Token<'c>],
    stretch: Range<usize>,
    page_base: Option<&str>,
) -> Vec<FlowRow<'a, 'c>> {
    let reader = Reader { cells, tokens, end: stretch.end, page_base };
    let mut rows = Vec::new();
    let mut at = stretch.start;
    let mut start = at;
    while at < stretch.end {
        let row = reader.label(at).and_then(|label| reader.row(label, at, start));
        at = row.as_ref().map_or(at + 1, |row| row.tokens.end.max(at + 1));
        start = row.as_ref().map_or(start, |row| row.tokens.end);
        rows.extend(row);
    }
    rows
}

struct Reader<'r, 'a, 'c> {
    cells: &'c [Cell<'a>],
    tokens: &'r [Token<'c>],
    end: usize,
    page_base: Option<&'r str>,
}

impl<'a, 'c> Reader<'_, 'a, 'c> {
    fn kind(&self, at: usize) -> Option<&Kind<'c>> {
        (at < self.end).then(|| self.tokens.get(at)).flatten().map(|token| &token.kind)
    }

    fn label(&self, at: usize) -> Option<Label> {
        match self.kind(at)? {
            Kind::Label(label) => Some(*label),
            _ => None,
        }
    }

    fn cell(&self, at: usize) -> Option<&'c Cell<'a>> {
        self.cells.get(self.tokens.get(at)?.cell)
    }

    /// The row of the label at this token.
    fn row(&self, label: Label, at: usize, start: usize) -> Option<FlowRow<'a, 'c>> {
        let node = self.cell(at)?.node;
        let mut building = Building::new(Row::new(label, node));
        if let Some(Kind::Unit(unit)) = at.checked_sub(1).and_then(|before| self.kind(before)) {
            building.row.unit = *unit;
        }
        let before = self.before(at, start);
        let first = before.map_or(at, |(first, _)| first);
        for index in first..at {
            self.take(index, at, &mut building);
        }
        building.role = None;
        let is_in_row = |index| before.is_none_or(|(_, element)| self.is_inside(element, index));
        let mut end = at + 1;
        while end < self.end && is_in_row(end) && self.take(end, at, &mut building) {
            end += 1;
        }
        (!building.row.numbers.is_empty())
            .then_some(FlowRow { row: building.row, tokens: first..end })
    }

    /// Where the numbers before the label start that stand with it in one element which holds no
    /// other label, and that element: `469.9 USD 472.9` in a row of its own.
    fn before(&self, at: usize, start: usize) -> Option<(usize, ElementRef<'a>)> {
        let first = (start..at).rev().take(ROW_NUMBERS).take_while(|i| self.may_lead(*i)).last()?;
        let is_number = |index: &usize| matches!(self.kind(*index), Some(Kind::Number { .. }));
        let first = (first..at).find(is_number)?;
        let row = self.cell(at)?.node.ancestors().take(CLIMB).find(|element| {
            (first..at).any(|index| is_number(&index) && self.is_inside(*element, index))
        })?;
        let first = (first..at).find(|index| self.is_inside(row, *index))?;
        let is_free = !self.is_named(first, row) && !self.has_other_label(row, at);
        is_free.then_some((first, row))
    }

    /// Whether the part of a row that a number stands in says before it what the number is of:
    /// `DAX 18.175,04` in a list with currencies.
    fn is_named(&self, number: usize, row: ElementRef<'a>) -> bool {
        let part = self
            .cell(number)
            .and_then(|cell| cell.node.ancestors().take_while(|element| *element != row).last());
        let before = number.checked_sub(1).filter(|at| self.kind(*at) == Some(&Kind::Other));
        part.zip(before).is_some_and(|(part, before)| self.is_inside(part, before))
    }

    /// Whether a token may stand in a row before its label.
    fn may_lead(&self, at: usize) -> bool {
        matches!(
            self.kind(at),
            Some(Kind::Number { .. } | Kind::Roles(_) | Kind::Move(_) | Kind::Unit(_))
        )
    }

    fn is_inside(&self, element: ElementRef<'a>, at: usize) -> bool {
        self.cell(at).is_some_and(|cell| element.node().contains(cell.node.id()))
    }

    /// Whether another row's label stands in `element`.
    fn has_other_label(&self, element: ElementRef<'a>, at: usize) -> bool {
        let own = self.label(at);
        let after =
            (at + 1..self.end).take(ROW_TOKENS).take_while(|index| self.is_inside(element, *index));
        let before =
            (0..at).rev().take(ROW_TOKENS).take_while(|index| self.is_inside(element, *index));
        after.chain(before).filter_map(|index| self.label(index)).any(|label| {
            Some(label.code) != own.map(|own| own.code)
                && (!label.sign || own.is_some_and(|own| own.sign))
        })
    }

    /// Adds the token to the row of the label at `at`; `false` if the row ends before it.
    fn take(&self, index: usize, at: usize, building: &mut Building<'a, 'c>) -> bool {
        let started = !building.row.numbers.is_empty();
        match self.kind(index) {
            Some(Kind::Number { text, percent }) if building.row.numbers.len() < ROW_NUMBERS => {
                let (role, direction) = self.by_class(index, at);
                building.number(Number { text, percent: *percent, role, direction });
            }
            Some(Kind::Unit(unit)) => {
                let own = !started && self.label(index + 1).is_none_or(|label| label.sign);
                if own {
                    building.row.unit = *unit;
                }
                return own || index < at;
            }
            Some(Kind::Roles(roles)) => building.role = roles.first().copied(),
            Some(Kind::Move(direction)) => building.direction(*direction),
            Some(Kind::Source(_)) => return !started,
            Some(Kind::Label(label)) => return self.take_label(index, *label, building),
            _ => return false,
        }
        true
    }

    /// Another label within a row: the same currency by another name, the sign of the price, or
    /// the currency of the price behind it.
    fn take_label(&self, index: usize, label: Label, building: &mut Building<'a, 'c>) -> bool {
        let awaited = building.role.is_some();
        let row = &mut building.row;
        let before_number = matches!(self.kind(index + 1), Some(Kind::Number { .. }));
        let same = label.code == row.label.code;
        if row.numbers.is_empty() {
            let sign = label.sign && !row.label.sign && before_number;
            row.label.sign &= label.sign || !same;
            return same || sign;
        }
        if label.sign && before_number && awaited && !row.label.sign {
            return true;
        }
        let previous = index.checked_sub(1).and_then(|before| self.tokens.get(before));
        let number = previous.filter(|token| matches!(token.kind, Kind::Number { .. }));
        let is_of_price = number
            .is_some_and(|number| self.is_base_of(label, number, index) || !self.starts_row(index));
        if is_of_price && !same {
            row.base.get_or_insert(label.code);
        }
        is_of_price
    }

    /// Whether a label is what the page gives prices in, in one text with the number before it:
    /// `1 EUR = 4,97 RON`.
    fn is_base_of(&self, label: Label, number: &Token<'c>, at: usize) -> bool {
        let own = self.tokens.get(at).is_some_and(|token| token.cell == number.cell);
        own && self.page_base == Some(label.code)
    }

    /// Whether the label's own numbers follow it.
    fn starts_row(&self, index: usize) -> bool {
        for next in index + 1..self.end {
            match self.kind(next) {
                Some(Kind::Number { .. } | Kind::Unit(_)) => return true,
                Some(Kind::Roles(_) | Kind::Move(_) | Kind::Source(_)) => {}
                Some(Kind::Label(label)) if label.sign => {}
                _ => return false,
            }
        }
        false
    }

    /// What the classes around a number say, as far as its label is not among them too.
    fn by_class(&self, index: usize, label: usize) -> (Option<Role>, Option<Direction>) {
        let (Some(cell), Some(label)) = (self.cell(index), self.cell(label)) else {
            return (None, None);
        };
        by_class(cell, label.node.id())
    }
}

/// What the classes of the elements around a cell say, innermost first, up to the element that
/// also holds `other`.
pub(super) fn by_class(cell: &Cell<'_>, other: NodeId) -> (Option<Role>, Option<Direction>) {
    let around = cell.node.ancestors().take(CLIMB).take_while(|e| !e.node().contains(other));
    let mut found = (None, None);
    for class in around.filter_map(|element| element.attr("class")) {
        found.0 = found.0.or_else(|| role_of_name(class));
        found.1 = found.1.or_else(|| direction_of_name(class));
    }
    found
}

/// A row under construction.
struct Building<'a, 'c> {
    row: Row<'a, 'c>,
    /// What a word before the next number calls it.
    role: Option<Role>,
}

impl<'a, 'c> Building<'a, 'c> {
    fn new(row: Row<'a, 'c>) -> Self {
        Self { row, role: None }
    }

    fn number(&mut self, number: Number<'c>) {
        let role = self.role.take().or(number.role);
        self.row.numbers.push(Number { role, ..number });
    }

    /// A mark stands behind the number that it is about, or before the first.
    fn direction(&mut self, direction: Direction) {
        self.row.direction.get_or_insert(direction);
    }
}
