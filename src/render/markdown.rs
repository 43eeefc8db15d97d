//! Markdown, with the tables of GFM.

use super::escape::{language_name, one_line, optional_line, preformatted, web_url};
use super::inline::{clean, clean_line, clean_plain, shown_embed};
use super::text::entry_heading;
use crate::model::{
    Article, Block, Code, Embed, Entry, Figure, Image, List, ListItem, Quote, RichText, Table,
};

mod inline;

/// The shortest fence around code.
const SHORTEST_FENCE: usize = 3;
/// The level of an entry's title, right under the title of the article.
const ENTRY_LEVEL: u8 = 2;

/// Title, lead and body.
pub(super) fn article(article: &Article) -> String {
    let mut markdown = Markdown { out: String::new(), prefix: String::new(), fresh: true };
    markdown.heading(1, &clean_plain(&one_line(article.title.as_deref().unwrap_or_default())));
    markdown.paragraph(&clean_plain(article.dek.as_deref().unwrap_or_default()));
    markdown.blocks(&article.body);
    if !markdown.out.is_empty() {
        markdown.out.push('\n');
    }
    markdown.out
}

/// Markdown as it grows.
struct Markdown {
    out: String,
    /// What every line of the open quotes and list items starts with.
    prefix: String,
    /// Whether the next block starts where `out` ends: at the start, or after a marker.
    fresh: bool,
}

impl Markdown {
    fn blocks(&mut self, blocks: &[Block]) {
        let mut lists = 0;
        for block in blocks {
            let start = self.out.len();
            self.block(block, lists % 2 == 1);
            // What is left out does not part the lists before and behind it.
            if self.out.len() > start {
                lists = if matches!(block, Block::List(_)) { lists + 1 } else { 0 };
            }
        }
    }

    /// `other_marker` tells a list from the one right before it.
    fn block(&mut self, block: &Block, other_marker: bool) {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(&clean(&paragraph.content)),
            Block::Heading(heading) => {
                self.heading(heading.level.clamp(2, 6), &clean_line(&heading.content));
            }
            Block::List(list) => self.outer_list(list, other_marker),
            Block::Quote(quote) => self.quote(quote),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Embed(embed) => self.embed(embed),
            Block::Code(code) => self.code(code),
            Block::Entry(entry) => self.entry(entry),
            Block::Separator => self.leaf("---"),
        }
    }

    /// Goes to where the next block starts, a blank line after the one before.
    fn begin(&mut self) {
        if !self.fresh {
            self.out.push('\n');
            self.out.push_str(self.prefix.trim_end());
            self.newline();
        }
        self.fresh = false;
    }

    fn newline(&mut self) {
        self.out.push('\n');
        self.out.push_str(&self.prefix);
    }

    /// A block of lines that are Markdown already.
    fn leaf(&mut self, markdown: &str) {
        if markdown.is_empty() {
            return;
        }
        self.begin();
        self.lines(markdown);
    }

    fn lines(&mut self, markdown: &str) {
        for (index, line) in markdown.split('\n').enumerate() {
            if index > 0 {
                self.newline();
            }
            self.out.push_str(line);
        }
    }

    fn paragraph(&mut self, text: &RichText) {
        self.leaf(&inline::rich(text));
    }

    fn heading(&mut self, level: u8, text: &RichText) {
        if !text.is_empty() {
            let marks = "#".repeat(level.into());
            self.leaf(&format!("{marks} {}", inline::rich(text)));
        }
    }

    fn outer_list(&mut self, list: &List, other_marker: bool) {
        if says_anything(list) {
            self.begin();
            self.list(list, other_marker);
        }
    }

    fn list(&mut self, list: &List, other_marker: bool) {
        for (index, item) in list.items.iter().filter(|item| item_says_anything(item)).enumerate() {
            if index > 0 {
                self.newline();
            }
            self.item(&marker(list.ordered, index, other_marker), item);
        }
    }

    fn item(&mut self, marker: &str, item: &ListItem) {
        self.out.push_str(marker);
        let outer = self.prefix.len();
        self.prefix.extend(std::iter::repeat_n(' ', marker.len()));
        let content = inline::rich(&clean(&item.content));
        self.lines(&content);
        self.nested_lists(item, content.is_empty());
        self.prefix.truncate(outer);
    }

    fn nested_lists(&mut self, item: &ListItem, mut on_marker_line: bool) {
        let lists = item.lists.iter().filter(|list| says_anything(list));
        for (index, list) in lists.enumerate() {
            if !on_marker_line {
                self.begin_nested(list);
            }
            on_marker_line = false;
            self.list(list, index % 2 == 1);
        }
    }

    /// An item without text does not end a paragraph, so a blank line has to.
    fn begin_nested(&mut self, list: &List) {
        let first = list.items.iter().find(|item| item_says_anything(item));
        if first.is_some_and(|item| clean(&item.content).is_empty()) {
            self.begin();
        } else {
            self.newline();
        }
    }

    /// A quotation, left out where it says nothing.
    fn quote(&mut self, quote: &Quote) {
        let (start, fresh, outer) = (self.out.len(), self.fresh, self.prefix.len());
        self.begin();
        self.out.push_str("> ");
        self.prefix.push_str("> ");
        self.fresh = true;
        self.blocks(&quote.blocks);
        if let Some(cite) = optional_line(quote.cite.as_deref()) {
            self.paragraph(&RichText::plain(format!("— {cite}")));
        }
        self.prefix.truncate(outer);
        if self.fresh {
            self.out.truncate(start);
            self.fresh = fresh;
        }
    }

    fn table(&mut self, table: &Table) {
        if let Some(caption) = &table.caption {
            self.paragraph(&clean(caption));
        }
        let mut rows = table.header.iter().chain(&table.rows);
        let columns = rows.clone().map(Vec::len).max().unwrap_or_default();
        if columns == 0 {
            return;
        }
        let header = if table.header.is_empty() { None } else { rows.next() };
        self.begin();
        self.header(header.map_or(&[], Vec::as_slice), columns);
        for row in rows.filter(|row| !row.is_empty()) {
            self.newline();
            self.row(row);
        }
    }

    /// The row of headings, as wide as the widest row, and the line under it.
    fn header(&mut self, row: &[RichText], columns: usize) {
        self.row(row);
        self.out.push_str(&"  |".repeat(columns.saturating_sub(row.len())));
        self.newline();
        self.out.push('|');
        self.out.push_str(&" --- |".repeat(columns));
    }

    fn row(&mut self, row: &[RichText]) {
        self.out.push('|');
        for cell in row {
            self.out.push(' ');
            self.out.push_str(&inline::cell(&clean_line(cell)));
            self.out.push_str(" |");
        }
    }

    fn figure(&mut self, figure: &Figure) {
        let images: Vec<_> = figure.images.iter().filter_map(image).collect();
        self.leaf(&images.join("\n"));
        self.paragraph(&figure.caption.as_ref().map(clean).unwrap_or_default());
        self.paragraph(&clean_plain(&one_line(figure.credit.as_deref().unwrap_or_default())));
    }

    fn embed(&mut self, embed: &Embed) {
        match shown_embed(embed) {
            (Some(url), label) => self.leaf(&inline::link(url, &inline::rich(&label))),
            (None, text) => self.paragraph(&text),
        }
    }

    fn code(&mut self, code: &Code) {
        let text = preformatted(&code.text);
        if text.trim().is_empty() {
            return;
        }
        let fence = "`".repeat(SHORTEST_FENCE.max(inline::longest_backticks(&text) + 1));
        let language = code.language.as_deref().and_then(language_name).unwrap_or_default();
        let body = text.strip_suffix('\n').unwrap_or(&text);
        self.leaf(&format!("{fence}{language}\n{body}\n{fence}"));
    }

    fn entry(&mut self, entry: &Entry) {
        let heading = entry_heading(entry).unwrap_or_default();
        self.heading(ENTRY_LEVEL, &RichText::plain(heading));
        self.blocks(&entry.blocks);
    }
}

fn marker(ordered: bool, index: usize, other: bool) -> String {
    match (ordered, other) {
        (false, false) => "- ".to_owned(),
        (false, true) => "* ".to_owned(),
        (true, false) => format!("{}. ", index + 1),
        (true, true) => format!("{}) ", index + 1),
    }
}

fn image(image: &Image) -> Option<String> {
    let url = web_url(&image.url)?;
    let alt = clean_plain(&one_line(image.alt.as_deref().unwrap_or_default()));
    Some(format!("!{}", inline::link(url, &inline::rich(&alt))))
}

/// Whether there is text in a list. Without any, a chain of its markers would be a thematic break.
fn says_anything(list: &List) -> bool {
    list.items.iter().any(item_says_anything)
}

fn item_says_anything(item: &ListItem) -> bool {
    !clean(&item.content).is_empty() || item.lists.iter().any(says_anything)
}
