//! Plain text.

use super::escape::optional_line;
use super::inline::{clean, clean_line};
use crate::model::{Block, Entry, List, ListItem, Quote, RichText, Table, Timestamp};

/// Blocks, set apart by blank lines, up to the first by which there are so many bytes.
pub(super) fn blocks(blocks: &[Block], bytes: usize) -> String {
    let mut text = String::new();
    for block in blocks {
        if text.len() >= bytes {
            break;
        }
        push_block(&mut text, block);
    }
    text
}

/// The line over the text of a live-blog entry: when, and its title.
pub(super) fn entry_heading(entry: &Entry) -> Option<String> {
    let parts = [entry.time.as_ref().and_then(shown_time), optional_line(entry.title.as_deref())];
    let heading = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    Some(heading).filter(|heading| !heading.is_empty())
}

/// A moment as the page shows it, or else its value.
pub(super) fn shown_time(time: &Timestamp) -> Option<String> {
    optional_line(Some(&time.raw)).or_else(|| optional_line(time.value.as_deref()))
}

fn push_blocks(text: &mut String, blocks: &[Block]) {
    for block in blocks {
        push_block(text, block);
    }
}

fn push_block(text: &mut String, block: &Block) {
    match block {
        Block::Paragraph(paragraph) => push_rich(text, &paragraph.content),
        Block::Heading(heading) => push_chunk(text, &clean_line(&heading.content).text()),
        Block::List(list) => push_chunk(text, &list_lines(list)),
        Block::Quote(quote) => push_quote(text, quote),
        Block::Table(table) => push_chunk(text, &table_lines(table)),
        Block::Code(code) => push_chunk(text, code.text.trim_end_matches('\n')),
        Block::Entry(entry) => push_entry(text, entry),
        // Captions and posts stand beside the running text, and are no part of it.
        Block::Figure(_) | Block::Embed(_) | Block::Separator => {}
    }
}

fn push_rich(text: &mut String, content: &RichText) {
    push_chunk(text, &clean(content).text());
}

/// Appends a block's text after a blank line, if there is any.
fn push_chunk(text: &mut String, chunk: &str) {
    if chunk.trim().is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push_str("\n\n");
    }
    text.push_str(chunk);
}

fn push_quote(text: &mut String, quote: &Quote) {
    push_blocks(text, &quote.blocks);
    if let Some(cite) = optional_line(quote.cite.as_deref()) {
        push_chunk(text, &format!("— {cite}"));
    }
}

fn push_entry(text: &mut String, entry: &Entry) {
    push_chunk(text, &entry_heading(entry).unwrap_or_default());
    push_blocks(text, &entry.blocks);
}

fn table_lines(table: &Table) -> String {
    let caption = table.caption.iter().map(|caption| clean_line(caption).text());
    let rows = table.header.iter().chain(&table.rows).map(|row| table_line(row));
    caption.chain(rows).filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

fn table_line(row: &[RichText]) -> String {
    row.iter().map(|cell| clean_line(cell).text()).collect::<Vec<_>>().join("\t")
}

fn list_lines(list: &List) -> String {
    let mut lines = Lines { text: String::new(), indent: 0 };
    lines.push_list(list);
    lines.text
}

/// The lines of a list, and how far the next one is indented.
struct Lines {
    text: String,
    indent: usize,
}

impl Lines {
    fn push_list(&mut self, list: &List) {
        for (index, item) in list.items.iter().enumerate() {
            let marker = if list.ordered { format!("{}. ", index + 1) } else { "- ".to_owned() };
            self.push_item(&marker, item);
        }
    }

    fn push_item(&mut self, marker: &str, item: &ListItem) {
        let content = clean(&item.content).text();
        let mut lines = content.split('\n');
        self.push_line(&format!("{marker}{}", lines.next().unwrap_or_default()));
        self.indent += marker.len();
        lines.for_each(|line| self.push_line(line));
        item.lists.iter().for_each(|list| self.push_list(list));
        self.indent -= marker.len();
    }

    fn push_line(&mut self, line: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.extend(std::iter::repeat_n(' ', self.indent));
        self.text.push_str(line.trim_end());
    }
}
