//! Tables of data, with spans resolved.

use std::rc::Rc;

use super::inline::rich_text;
use super::{Ground, Room};
use crate::dom::{ElementRef, NodeId, Tag};
use crate::model::{RichText, Table};

/// A column number beyond this is no table that anybody reads.
const MAX_COLUMNS: usize = 100;

/// Whether a table holds data: several rows and columns, and cells of single blocks. A table that
/// lays out a page has cells with paragraphs, lists, or tables in them.
pub(super) fn is_data(table: ElementRef<'_>) -> bool {
    let (mut rows, mut widest, mut width, mut layout) = (0, 0, 0, false);
    for element in table.elements() {
        match element.tag() {
            Tag::Tr => {
                rows += 1;
                width = 0;
            }
            Tag::Td | Tag::Th => {
                width += 1;
                widest = widest.max(width);
                layout |= is_layout_cell(element);
            }
            Tag::Table | Tag::Form => layout = true,
            _ => {}
        }
    }
    rows >= 2 && widest >= 2 && !layout && table.attr("role") != Some("presentation")
}

fn is_layout_cell(cell: ElementRef<'_>) -> bool {
    let blocks = cell.children().filter(|child| child.tag().is_block());
    blocks.take(3).count() > 2
}

/// A table with as many cells, spans resolved, and as much text as there is room for.
pub(super) fn table(element: ElementRef<'_>, ground: Ground<'_>) -> Table {
    let text = |cell: ElementRef<'_>| rich_text(ground, (cell.id().next(), cell.node().end()));
    let mut grid = Grid::new(element.id(), ground.room);
    let mut caption = RichText::default();
    for inside in element.elements() {
        match inside.tag() {
            // The standard allows one; what stands in more of them is still a part of the text.
            Tag::Caption => caption.append(text(inside), "\n"),
            Tag::Tr => grid.start_row(inside),
            Tag::Td | Tag::Th => grid.cell(inside, text(inside)),
            _ => {}
        }
    }
    let header_rows = grid.header_rows();
    let mut rows = grid.finish();
    let body = rows.split_off(header_rows);
    let caption = Some(caption).filter(|caption| !caption.is_empty());
    Table { caption, header: rows, rows: body }
}

/// Rows of cells under construction.
#[derive(Debug)]
struct Grid<'a> {
    table: NodeId,
    room: &'a Room,
    rows: Vec<Row>,
    /// Of each column: the cell that reaches down into the next rows, and for how many.
    reaching: Vec<Option<(Rc<RichText>, usize)>>,
    cells: usize,
    allowed: usize,
}

#[derive(Debug, Default)]
struct Row {
    cells: Vec<RichText>,
    in_head: bool,
    has_data_cell: bool,
}

impl<'a> Grid<'a> {
    fn new(table: NodeId, room: &'a Room) -> Self {
        let allowed = room.table_cells();
        Self { table, room, rows: Vec::new(), reaching: Vec::new(), cells: 0, allowed }
    }

    /// Whether there is no room for another cell.
    fn is_full(&self) -> bool {
        let full = self.cells >= self.allowed;
        if full {
            self.room.cut_table(self.table);
        }
        full
    }

    fn start_row(&mut self, row: ElementRef<'_>) {
        self.fill_from_above();
        let in_head = row.parent().is_some_and(|parent| parent.tag() == Tag::Thead);
        self.rows.push(Row { in_head, ..Row::default() });
        self.fill_from_above();
    }

    /// Puts in the cells that reach down from the rows above, at the columns that come next.
    fn fill_from_above(&mut self) {
        loop {
            let column = self.rows.last().map_or(usize::MAX, |row| row.cells.len());
            let reaching = self.reaching.get(column).is_some_and(Option::is_some);
            if !reaching || self.is_full() {
                return;
            }
            let Some(slot) = self.reaching.get_mut(column) else { return };
            let (Some((text, rows)), Some(row)) = (slot.as_mut(), self.rows.last_mut()) else {
                return;
            };
            row.cells.push(copy(text, self.table, self.room));
            self.cells += 1;
            *rows -= 1;
            if *rows == 0 {
                *slot = None;
            }
        }
    }

    fn cell(&mut self, cell: ElementRef<'_>, text: RichText) {
        let columns = span(cell, "colspan").min(MAX_COLUMNS);
        let rows = span(cell, "rowspan").min(self.allowed);
        let is_data = cell.tag() == Tag::Td;
        let text = Rc::new(text);
        for number in 0..columns {
            let column = self.rows.last().map_or(usize::MAX, |row| row.cells.len());
            if column >= MAX_COLUMNS || self.is_full() {
                return;
            }
            let Some(row) = self.rows.last_mut() else { return };
            row.has_data_cell |= is_data;
            row.cells.push(match number {
                0 => RichText::clone(&text),
                _ => copy(&text, self.table, self.room),
            });
            self.cells += 1;
            if rows > 1 {
                self.reach_down(column, &text, rows - 1);
            }
        }
        self.fill_from_above();
    }

    /// Notes that a cell stands in so many rows below, too.
    fn reach_down(&mut self, column: usize, text: &Rc<RichText>, rows: usize) {
        self.reaching.resize(self.reaching.len().max(column + 1), None);
        if let Some(slot) = self.reaching.get_mut(column) {
            *slot = Some((Rc::clone(text), rows));
        }
    }

    /// The rows at the top that are in `<thead>` or hold `<th>` alone.
    fn header_rows(&self) -> usize {
        let is_header = |row: &&Row| row.in_head || (!row.has_data_cell && !row.cells.is_empty());
        let count = self.rows.iter().take_while(is_header).count();
        if count == self.rows.len() { 0 } else { count }
    }

    fn finish(self) -> Vec<Vec<RichText>> {
        let width = self.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        let most = self.allowed / width.max(1);
        let mut rows: Vec<_> =
            self.rows.into_iter().map(|row| row.cells).filter(|cells| !cells.is_empty()).collect();
        if rows.len() > most {
            self.room.cut_table(self.table);
            rows.truncate(most);
        }
        for cells in &mut rows {
            cells.resize(width, RichText::default());
        }
        rows
    }
}

/// The text of a cell that stands in several; empty where there is no room for all of it.
fn copy(text: &RichText, table: NodeId, room: &Room) -> RichText {
    let links = text.runs().iter().filter(|run| run.url.is_some()).count();
    let whole = text.text();
    let fits = room.fit(&whole, table).len() == whole.len() && room.take_links(links, table);
    if fits { text.clone() } else { RichText::default() }
}

/// A span attribute; 0 and what is no number are 1, as nothing better is known.
fn span(cell: ElementRef<'_>, name: &str) -> usize {
    cell.attr(name).and_then(|span| span.trim().parse().ok()).filter(|span| *span > 0).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;
    use crate::blocks::Blocks;
    use crate::dom::{Base, Document};

    fn read(html: &str) -> (bool, Table) {
        let document = Document::parse(html, &Limits::default());
        let base = Base::new(&document, None);
        let element = document.elements().find(|element| element.tag() == Tag::Table);
        let element = element.expect("a table");
        let (blocks, room) =
            (Blocks::cut(&document), Room::new(&Limits::default().with_table_cells(1000)));
        let ground = Ground { document: &document, base: &base, blocks: &blocks, room: &room };
        (is_data(element), table(element, ground))
    }

    fn texts(rows: &[Vec<RichText>]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(RichText::text).collect()).collect()
    }

    #[test]
    fn spans_are_resolved() {
        let (is_data, table) = read(
            "<table><caption>Rain</caption><thead><tr><th rowspan=2>Town<th colspan=2>mm<tr><th>May<th>June\
             </thead><tr><td rowspan=2>A<td>1<td>2<tr><td colspan=2>3<tr><td>B</table>",
        );
        assert!(is_data);
        assert_eq!(table.caption.expect("a caption").text(), "Rain");
        assert_eq!(texts(&table.header), [["Town", "mm", "mm"], ["Town", "May", "June"]]);
        assert_eq!(texts(&table.rows), [["A", "1", "2"], ["A", "3", "3"], ["B", "", ""]]);
    }

    #[test]
    fn huge_spans_cost_nothing() {
        let (_, table) = read(
            "<table><tr><td colspan=2147483647 rowspan=2147483647>a<td>b<tr><td>c<tr><td>d</table>",
        );
        assert!(table.rows.iter().all(|row| row.len() == MAX_COLUMNS));
    }

    #[test]
    fn tables_that_lay_out_a_page_hold_no_data() {
        assert!(!read("<table><tr><td>a<td>b<tr><td><table><tr><td>c</table><td>d</table>").0);
        assert!(!read("<table><tr><td><p>a<p>b<p>c<td>d<tr><td>e<td>f</table>").0);
        assert!(!read("<table><tr><td>a<td>b</table>").0);
    }
}
