//! Rows in tables: a currency a row, or a currency a group of columns and a bank, or a kind of price,
//! a row.

use std::ops::Range;

use crate::dom::ElementRef;
use crate::value::text::collapse;

use super::cells::{Cell, inside};
use super::flow::by_class;
use super::grid::{self, Place};
use super::lex::{Kind, Label, Token, unit};
use super::row::{Number, Row};
use super::words::Role;

/// The most characters of a header or a row's name that is given as the source of a rate.
const SOURCE_CHARS: usize = 120;

/// What the headers above a column say.
#[derive(Debug, Clone, Default)]
struct Column {
    label: Option<Label>,
    roles: Vec<Role>,
    /// The text of the last header that names no role alone.
    title: Option<String>,
    /// Which header cell that spans several columns stands above.
    group: Option<usize>,
}

/// The rows of one table.
pub(super) fn rows<'a, 'c>(
    table: ElementRef<'a>,
    cells: &'c [Cell<'a>],
    tokens: &[Token<'c>],
    own: Own,
    limit: usize,
) -> Vec<Row<'a, 'c>> {
    let mut reader = Reader {
        cells,
        tokens,
        own,
        columns: Vec::new(),
        in_header: true,
        several_codes: false,
        rows: Vec::new(),
    };
    for places in grid::rows(table, limit) {
        let places: Vec<Read<'a>> = places.into_iter().map(|place| reader.read(place)).collect();
        reader.add(&places);
    }
    reader.rows
}

/// Which of the page's cells and tokens are of the table.
#[derive(Debug, Clone)]
pub(super) struct Own {
    pub(super) cells: Range<usize>,
    pub(super) tokens: Range<usize>,
}

struct Reader<'r, 'a, 'c> {
    cells: &'c [Cell<'a>],
    tokens: &'r [Token<'c>],
    own: Own,
    columns: Vec<Column>,
    in_header: bool,
    /// Whether the headers name more than one currency.
    several_codes: bool,
    rows: Vec<Row<'a, 'c>>,
}

/// A place with its tokens.
struct Read<'a> {
    place: Place<'a>,
    tokens: Range<usize>,
    label: Option<Label>,
    has_number: bool,
}

impl<'a, 'c> Reader<'_, 'a, 'c> {
    fn read(&self, place: Place<'a>) -> Read<'a> {
        let cells = self.inside(&place);
        let own = self.tokens.get(self.own.tokens.clone()).unwrap_or_default();
        let before = |cell| own.partition_point(|token| token.cell < cell) + self.own.tokens.start;
        let (from, to) = (before(cells.start), before(cells.end));
        let tokens = from..to.max(from);
        let kinds = || self.kinds(&tokens);
        let labels = || {
            kinds().filter_map(|kind| match kind {
                Kind::Label(label) => Some(*label),
                _ => None,
            })
        };
        let label = labels().find(|label| !label.sign).or_else(|| labels().next());
        let has_number = kinds().any(|kind| matches!(kind, Kind::Number { .. } | Kind::Unit(_)));
        Read { place, tokens, label, has_number }
    }

    /// The numbers of the cells inside a place.
    fn inside(&self, place: &Place<'a>) -> Range<usize> {
        let node = place.element.node();
        let own = self.cells.get(self.own.cells.clone()).unwrap_or_default();
        let found = inside(own, node.id(), node.end());
        found.start + self.own.cells.start..found.end + self.own.cells.start
    }

    fn kinds(&self, tokens: &Range<usize>) -> impl Iterator<Item = &Kind<'c>> {
        self.tokens.get(tokens.clone()).unwrap_or_default().iter().map(|token| &token.kind)
    }

    fn add(&mut self, places: &[Read<'a>]) {
        let labelled = places.iter().position(|read| self.is_row_label(read));
        let numbers = places.iter().any(|read| read.has_number && read.label.is_none());
        match labelled {
            Some(label) if numbers || has_numbers_beside(places, label) => {
                self.in_header = false;
                self.currency_row(places, label);
            }
            _ if numbers && self.columns.iter().any(|column| column.label.is_some()) => {
                self.in_header = false;
                self.bank_row(places);
            }
            _ => self.header(places),
        }
    }

    /// Whether a place names the currency of its row: a label and no price, in a table that has
    /// not several currencies in its headers. A single one there is that of the prices.
    fn is_row_label(&self, read: &Read<'a>) -> bool {
        read.label.is_some()
            && !self.several_codes
            && !self.kinds(&read.tokens).any(|kind| matches!(kind, Kind::Number { .. }))
    }

    fn header(&mut self, places: &[Read<'a>]) {
        let says = |kind: &Kind<'_>| matches!(kind, Kind::Label(_) | Kind::Roles(_));
        let is_header = places.iter().any(|read| self.kinds(&read.tokens).any(says));
        if !self.in_header && !is_header {
            return;
        }
        if !self.in_header {
            self.columns.clear();
            self.in_header = true;
        }
        for read in places {
            self.header_cell(read, places.len() == 1);
        }
        let mut codes = self.columns.iter().filter_map(|column| column.label).map(|l| l.code);
        let first = codes.next();
        self.several_codes = codes.any(|code| Some(code) != first);
    }

    /// A header cell; one that is alone in its row is a caption.
    fn header_cell(&mut self, read: &Read<'a>, alone: bool) {
        let Place { column: start, width, .. } = read.place;
        self.columns.resize(self.columns.len().max(start + width), Column::default());
        let (roles, named) = (self.roles(read), self.names_source(read));
        let title = self.title(read);
        for column in self.columns.iter_mut().skip(start).take(width) {
            column.label = read.label.or(column.label);
            if !roles.is_empty() && !alone {
                column.roles.clone_from(&roles);
            }
            if width > 1 && !alone {
                column.group = Some(start);
            }
            if named || roles.is_empty() && read.label.is_none() {
                column.title.clone_from(&title);
            }
        }
    }

    /// What a header cell calls the numbers below, in the order of its words.
    fn roles(&self, read: &Read<'a>) -> Vec<Role> {
        let roles = self.kinds(&read.tokens).filter_map(|kind| match kind {
            Kind::Roles(roles) => Some(roles.as_slice()),
            _ => None,
        });
        roles.flatten().copied().collect()
    }

    fn names_source(&self, read: &Read<'a>) -> bool {
        self.kinds(&read.tokens).any(|kind| matches!(kind, Kind::Source(_)))
    }

    /// The first text of a header cell: tooltips and the names of the prices follow it.
    fn title(&self, read: &Read<'a>) -> Option<String> {
        let cells = self.cells.get(self.inside(&read.place))?;
        title(&collapse(&cells.first()?.text))
    }

    /// A row that starts with its currency.
    fn currency_row(&mut self, places: &[Read<'a>], labelled: usize) {
        let Some((read, label)) = places.get(labelled).and_then(|read| Some((read, read.label?)))
        else {
            return;
        };
        let mut unit = self.unit_in(read);
        let mut splitter = Splitter::default();
        for other in places.iter().filter(|other| !std::ptr::eq(*other, read)) {
            let column = self.columns.get(other.place.column).cloned().unwrap_or_default();
            unit = unit.or_else(|| self.unit_column(other, &column));
            let numbers = self.numbers(other, &column, read.place.element);
            splitter.add(numbers, &column);
        }
        let at = read.place.element.node();
        let base = self.columns.iter().find_map(|column| column.label).map(|label| label.code);
        for (numbers, source) in splitter.finish() {
            let mut row = Row::new(label, at);
            row.unit = unit.unwrap_or(1);
            row.base = row.base.or(base);
            row.numbers = numbers;
            row.source = source;
            self.rows.push(row);
        }
    }

    /// A row with the prices of each currency in columns: those of a bank, or of one kind.
    fn bank_row(&mut self, places: &[Read<'a>]) {
        let name = places.iter().find(|read| !read.has_number);
        let roles = name.map(|name| self.roles(name)).unwrap_or_default();
        if let [role @ (Role::Buy | Role::Sell)] = roles.as_slice() {
            return self.row_of_role(places, *role);
        }
        let source = name.and_then(|name| title(&collapse(&name.place.element.text())));
        let mut last: Option<&'static str> = None;
        for read in places {
            let Some(column) = self.columns.get(read.place.column).cloned() else { continue };
            let Some(label) = column.label else { continue };
            let numbers = self.numbers(read, &column, read.place.element);
            if numbers.is_empty() {
                continue;
            }
            if last != Some(label.code) {
                let mut row = Row::new(label, read.place.element.node());
                row.source.clone_from(&source);
                self.rows.push(row);
            }
            last = Some(label.code);
            if let Some(row) = self.rows.last_mut() {
                row.numbers.extend(numbers);
            }
        }
    }

    /// A row with one kind of price of each currency: the others stand in rows of their own.
    fn row_of_role(&mut self, places: &[Read<'a>], role: Role) {
        for read in places {
            let Some(label) = self.columns.get(read.place.column).and_then(|column| column.label)
            else {
                continue;
            };
            let numbers = self.numbers(read, &Column::default(), read.place.element);
            let Some(price) = numbers.first().map(|number| Number { role: Some(role), ..*number })
            else {
                continue;
            };
            let has_role = |row: &Row<'_, '_>| row.numbers.iter().any(|n| n.role == Some(role));
            let is_awaited =
                |row: &&mut Row<'_, '_>| row.label.code == label.code && !has_role(row);
            if let Some(row) = self.rows.iter_mut().rev().find(is_awaited) {
                row.numbers.push(price);
            } else {
                let mut row = Row::new(label, read.place.element.node());
                row.numbers.push(price);
                self.rows.push(row);
            }
        }
    }

    fn unit_in(&self, read: &Read<'a>) -> Option<u32> {
        self.kinds(&read.tokens).find_map(|kind| match kind {
            Kind::Unit(unit) => Some(*unit),
            _ => None,
        })
    }

    fn unit_column(&self, read: &Read<'a>, column: &Column) -> Option<u32> {
        let is_unit = column.roles.first() == Some(&Role::Unit);
        self.kinds(&read.tokens).find_map(|kind| match kind {
            Kind::Unit(unit) => Some(*unit),
            Kind::Number { text, .. } if is_unit => unit(text),
            _ => None,
        })
    }

    /// The numbers of a place, each with what header and class call it.
    fn numbers(&self, read: &Read<'a>, column: &Column, label: ElementRef<'a>) -> Vec<Number<'c>> {
        let mut numbers: Vec<Number<'c>> = Vec::new();
        for token in self.tokens.get(read.tokens.clone()).unwrap_or_default() {
            let (Kind::Number { text, percent }, Some(cell)) =
                (&token.kind, self.cells.get(token.cell))
            else {
                continue;
            };
            let (role, direction) = by_class(cell, label.id());
            numbers.push(Number { text, percent: *percent, role, direction });
        }
        name_by_header(&mut numbers, &column.roles);
        numbers
    }
}

/// Whether another place than the label's has a number, with or without the sign of its currency.
fn has_numbers_beside(places: &[Read<'_>], label: usize) -> bool {
    let mut others = places.iter().enumerate().filter(|(index, _)| *index != label);
    others.any(|(_, read)| read.has_number && read.label.is_none_or(|label| label.sign))
}

/// Names the numbers of one place by the roles in its header: the first number of the place by
/// one role; first and last by two.
fn name_by_header(numbers: &mut [Number<'_>], roles: &[Role]) {
    let prices: Vec<Role> = roles.iter().copied().filter(|role| role.is_price()).collect();
    let both = prices.contains(&Role::Buy) && prices.contains(&Role::Sell);
    if let ([first, .., last], true) = (&mut *numbers, both) {
        let buy_first = prices.iter().find(|role| **role != Role::Rate) == Some(&Role::Buy);
        let (of_first, of_last) =
            if buy_first { (Role::Buy, Role::Sell) } else { (Role::Sell, Role::Buy) };
        (first.role, last.role) = (Some(of_first), Some(of_last));
    } else if let (Some(first), false) = (numbers.first_mut(), both) {
        let named = roles.iter().find(|role| **role != Role::Rate).or(roles.first());
        first.role = named.copied().or(first.role);
    }
}

/// The numbers of a row, set apart by whose rate they are.
#[derive(Default)]
struct Splitter<'c> {
    parts: Vec<(Vec<Number<'c>>, Option<String>)>,
    group: Option<usize>,
    closed: bool,
}

impl<'c> Splitter<'c> {
    fn add(&mut self, numbers: Vec<Number<'c>>, column: &Column) {
        if numbers.is_empty() {
            return;
        }
        let alone = column.title.is_some()
            && (has_both(&column.roles) || column.roles.as_slice() == [Role::Rate]);
        let starts = alone
            || self.closed
            || self.parts.is_empty()
            || self.group != column.group
            || self.repeats(&numbers);
        if starts {
            self.parts.push((Vec::new(), column.title.clone()));
        }
        (self.group, self.closed) = (column.group, alone);
        if let Some((part, _)) = self.parts.last_mut() {
            part.extend(numbers);
        }
    }

    /// The parts. Where there are more prices to buy than to sell, or the other way round, as for
    /// cash and for transfers, the first of each are taken for a pair.
    fn finish(self) -> Vec<(Vec<Number<'c>>, Option<String>)> {
        let roles = || self.parts.iter().flat_map(|(part, _)| part).filter_map(|n| n.role);
        let count = |role: Role| roles().filter(|other| *other == role).count();
        let counts = [count(Role::Buy), count(Role::Sell)];
        let titled = self.parts.iter().any(|(_, title)| title.is_some());
        if titled || counts[0] == counts[1] || counts.contains(&0) {
            return self.parts;
        }
        let mut pair: Vec<Number<'c>> = Vec::new();
        for number in self.parts.into_iter().flat_map(|(part, _)| part) {
            if number.role.is_none() || pair.iter().all(|known| known.role != number.role) {
                pair.push(number);
            }
        }
        vec![(pair, None)]
    }

    /// Whether the part has a price of the same kind already.
    fn repeats(&self, numbers: &[Number<'c>]) -> bool {
        let Some((part, _)) = self.parts.last() else { return false };
        let prices = |number: &&Number<'c>| number.role.is_some_and(Role::is_price);
        numbers.iter().filter(prices).any(|new| part.iter().any(|old| old.role == new.role))
    }
}

fn has_both(roles: &[Role]) -> bool {
    roles.contains(&Role::Buy) && roles.contains(&Role::Sell)
}

/// The text of a header or a row's name as the source of rates.
fn title(text: &str) -> Option<String> {
    let fits = !text.is_empty() && text.chars().count() <= SOURCE_CHARS;
    fits.then(|| text.to_owned())
}
