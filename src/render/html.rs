//! Clean, inert HTML.

use super::escape::{
    language_name, one_line, optional_line, preformatted, push_html_attribute, push_html_text,
    web_url,
};
use super::inline::{clean, clean_line, clean_plain, shown_embed};
use super::text::shown_time;
use crate::model::{
    Article, Block, Code, Embed, Entry, Figure, Heading, Image, ImageCandidate, Inline, List,
    ListItem, Quote, RichText, Table, Timestamp,
};

/// The level of an entry's title, right under the `<h1>` of the article.
const ENTRY_LEVEL: u8 = 2;

/// One `<article>` element.
pub(super) fn article(article: &Article) -> String {
    let mut html = Html { out: String::new() };
    html.line("<article>");
    if let Some(title) = optional_line(article.title.as_deref()) {
        html.text_element("h1", &title);
    }
    html.paragraph(&clean_plain(article.dek.as_deref().unwrap_or_default()));
    html.blocks(&article.body);
    html.line("</article>");
    html.out
}

struct Html {
    out: String,
}

impl Html {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(&clean(&paragraph.content)),
            Block::Heading(heading) => self.heading(heading),
            Block::List(list) => self.list(list),
            Block::Quote(quote) => self.quote(quote),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Embed(embed) => self.embed(embed),
            Block::Code(code) => self.code(code),
            Block::Entry(entry) => self.entry(entry),
            Block::Separator => self.line("<hr>"),
        }
    }

    fn line(&mut self, tag: &str) {
        self.out.push_str(tag);
        self.out.push('\n');
    }

    fn text_element(&mut self, name: &str, text: &str) {
        self.element(name, |html| push_html_text(&mut html.out, text));
        self.out.push('\n');
    }

    fn rich_element(&mut self, name: &str, text: &RichText) {
        self.element(name, |html| html.rich(text));
        self.out.push('\n');
    }

    fn element(&mut self, name: &str, content: impl FnOnce(&mut Self)) {
        self.open(name);
        content(self);
        self.close(name);
    }

    fn open(&mut self, name: &str) {
        self.out.push('<');
        self.out.push_str(name);
        self.out.push('>');
    }

    fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// An element with blocks in it, left out where they are nothing.
    fn container(&mut self, name: &str, content: impl FnOnce(&mut Self)) {
        let start = self.out.len();
        self.open(name);
        self.out.push('\n');
        let inside = self.out.len();
        content(self);
        if self.out.len() == inside {
            self.out.truncate(start);
        } else {
            self.close(name);
            self.out.push('\n');
        }
    }

    /// Of clean text.
    fn paragraph(&mut self, text: &RichText) {
        if !text.is_empty() {
            self.rich_element("p", text);
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let text = clean_line(&heading.content);
        if !text.is_empty() {
            self.rich_element(heading_name(heading.level), &text);
        }
    }

    fn list(&mut self, list: &List) {
        let name = if list.ordered { "ol" } else { "ul" };
        self.container(name, |html| list.items.iter().for_each(|item| html.item(item)));
    }

    fn item(&mut self, item: &ListItem) {
        self.open("li");
        self.rich(&clean(&item.content));
        if !item.lists.is_empty() {
            self.out.push('\n');
            item.lists.iter().for_each(|list| self.list(list));
        }
        self.line("</li>");
    }

    fn quote(&mut self, quote: &Quote) {
        self.container("blockquote", |html| {
            html.blocks(&quote.blocks);
            if let Some(cite) = optional_line(quote.cite.as_deref()) {
                html.text_element("cite", &cite);
            }
        });
    }

    fn table(&mut self, table: &Table) {
        self.container("table", |html| {
            if let Some(caption) = &table.caption {
                html.rich_element("caption", &clean(caption));
            }
            html.row_group("thead", "th", &table.header);
            html.row_group("tbody", "td", &table.rows);
        });
    }

    fn row_group(&mut self, group: &str, cell: &str, rows: &[Vec<RichText>]) {
        self.container(group, |html| rows.iter().for_each(|row| html.row(cell, row)));
    }

    fn row(&mut self, cell: &str, row: &[RichText]) {
        self.open("tr");
        for text in row {
            self.element(cell, |html| html.rich(&clean(text)));
        }
        self.line("</tr>");
    }

    fn figure(&mut self, figure: &Figure) {
        self.container("figure", |html| {
            figure.images.iter().for_each(|image| html.image(image));
            html.caption(figure);
        });
    }

    fn caption(&mut self, figure: &Figure) {
        let mut caption = figure.caption.as_ref().map(clean).unwrap_or_default();
        if let Some(credit) = optional_line(figure.credit.as_deref()) {
            let space = if caption.is_empty() { "" } else { "\n" };
            caption.push(Inline::plain(format!("{space}{credit}")));
        }
        if !caption.is_empty() {
            self.rich_element("figcaption", &caption);
        }
    }

    fn image(&mut self, image: &Image) {
        let Some(url) = web_url(&image.url) else { return };
        self.out.push_str("<img");
        self.attribute("src", url);
        self.srcset(&image.candidates);
        self.attribute("alt", &one_line(image.alt.as_deref().unwrap_or_default()));
        self.number("width", image.width);
        self.number("height", image.height);
        self.line(">");
    }

    fn srcset(&mut self, candidates: &[ImageCandidate]) {
        let by_width = candidates.iter().any(|candidate| candidate.width.is_some());
        let sources = candidates.iter().filter_map(|candidate| source(candidate, by_width));
        let srcset = sources.collect::<Vec<_>>().join(", ");
        if !srcset.is_empty() {
            self.attribute("srcset", &srcset);
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        push_html_attribute(&mut self.out, name, value);
    }

    fn number(&mut self, name: &str, value: Option<u32>) {
        if let Some(value) = value {
            self.attribute(name, &value.to_string());
        }
    }

    fn embed(&mut self, embed: &Embed) {
        match shown_embed(embed) {
            (Some(url), label) => {
                self.element("p", |html| html.link(url, label.runs()));
                self.out.push('\n');
            }
            (None, text) => self.paragraph(&text),
        }
    }

    fn code(&mut self, code: &Code) {
        let text = preformatted(&code.text);
        if text.trim().is_empty() {
            return;
        }
        self.out.push_str("<pre><code");
        if let Some(language) = code.language.as_deref().and_then(language_name) {
            self.attribute("class", &format!("language-{language}"));
        }
        self.out.push('>');
        push_html_text(&mut self.out, &text);
        self.line("</code></pre>");
    }

    fn entry(&mut self, entry: &Entry) {
        self.container("section", |html| {
            if let Some(time) = &entry.time {
                html.time(time);
            }
            if let Some(title) = optional_line(entry.title.as_deref()) {
                html.text_element(heading_name(ENTRY_LEVEL), &title);
            }
            html.blocks(&entry.blocks);
        });
    }

    fn time(&mut self, time: &Timestamp) {
        let Some(shown) = shown_time(time) else { return };
        self.out.push_str("<p><time");
        if let Some(value) = optional_line(time.value.as_deref()) {
            self.attribute("datetime", &value);
        }
        self.out.push('>');
        push_html_text(&mut self.out, &shown);
        self.line("</time></p>");
    }

    fn rich(&mut self, text: &RichText) {
        for runs in text.runs().chunk_by(|a, b| a.url == b.url) {
            match runs.first().and_then(|run| run.url.as_deref()) {
                Some(url) => self.link(url, runs),
                None => self.runs(runs),
            }
        }
    }

    fn link(&mut self, url: &str, runs: &[Inline]) {
        self.out.push_str("<a");
        self.attribute("href", url);
        self.out.push('>');
        self.runs(runs);
        self.close("a");
    }

    fn runs(&mut self, runs: &[Inline]) {
        for run in runs {
            self.run(run);
        }
    }

    fn run(&mut self, run: &Inline) {
        let marks = [("strong", run.strong), ("em", run.emphasis), ("code", run.code)];
        let names = marks.into_iter().filter_map(|(name, on)| on.then_some(name));
        names.clone().for_each(|name| self.open(name));
        self.text_with_breaks(&run.text);
        names.rev().for_each(|name| self.close(name));
    }

    fn text_with_breaks(&mut self, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.out.push_str("<br>");
            }
            push_html_text(&mut self.out, line);
        }
    }
}

/// The element of a heading in the body, where `<h1>` is the article's title.
fn heading_name(level: u8) -> &'static str {
    match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

/// One image candidate string of a `srcset`, all of them with a width or none. The grammar gives
/// commas at the ends of an address to the list, so such addresses cannot be written.
fn source(candidate: &ImageCandidate, by_width: bool) -> Option<String> {
    let url = web_url(&candidate.url).filter(|url| !url.ends_with(','))?;
    if by_width {
        return Some(format!("{url} {}w", candidate.width.filter(|width| *width > 0)?));
    }
    match candidate.density {
        Some(density) if density.is_finite() && density > 0.0 => Some(format!("{url} {density}x")),
        Some(_) => None,
        None => Some(url.to_owned()),
    }
}
