//! Prints what is in a saved page: the article, the lists around it and the currency quotes.
//!
//! ```text
//! cargo run --example parse_page -- fixtures/informburo/news-item/page.html
//! cargo run --example parse_page -- --json - < page.html
//! ```
//!
//! Where a file `page.url` stands beside `page.html`, its first line is taken as the address.

#![allow(clippy::print_stderr, reason = "a program talks to its user")]

use std::error::Error;
use std::fmt::Display;
use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use newsprint::model::{Article, CurrencyQuote, SidebarItem, SidebarList};
use newsprint::{NewsPage, Parser, Source};
use serde_json::json;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let as_json = arguments.first().is_some_and(|first| first == "--json");
    if as_json {
        arguments.remove(0);
    }
    let [path] = arguments.as_slice() else {
        eprintln!("usage: parse_page [--json] FILE|-");
        return Ok(ExitCode::from(2));
    };
    let bytes = read(path)?;
    let source = match address(path) {
        Some(url) => Source::bytes(&bytes).with_url(url),
        None => Source::bytes(&bytes),
    };
    let page = Parser::new().parse(source)?;
    let mut out = io::stdout().lock();
    if as_json {
        print_json(&page, &mut out)?;
    } else {
        print_text(&page, &mut out)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn read(path: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    if path == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    std::fs::read(path).map_err(|error| format!("{path}: {error}").into())
}

fn address(path: &str) -> Option<String> {
    let text = std::fs::read_to_string(Path::new(path).with_extension("url")).ok()?;
    text.lines().next().map(|line| line.trim().to_owned())
}

fn print_json(page: &NewsPage, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let value = json!({
        "article": page.article().ok(),
        "sidebar": page.sidebar(),
        "currency": page.currency(),
        "report": page.report(),
    });
    serde_json::to_writer_pretty(&mut *out, &value)?;
    writeln!(out)?;
    Ok(())
}

fn print_text(page: &NewsPage, out: &mut impl Write) -> io::Result<()> {
    match page.article() {
        Ok(article) => print_article(article, out)?,
        Err(error) => writeln!(out, "{error}")?,
    }
    for list in page.sidebar() {
        print_list(list, out)?;
    }
    if !page.currency().is_empty() {
        print_quotes(page.currency(), out)?;
    }
    for warning in &page.report().warnings {
        writeln!(out, "{} {warning}", style("note:", "2"))?;
    }
    Ok(())
}

fn print_article(article: &Article, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", style(article.title.as_deref().unwrap_or("(no title)"), "1"))?;
    let authors: Vec<_> = article.authors.iter().map(|author| author.name.as_str()).collect();
    let published = article.published.as_ref();
    let facts = [
        ("authors", authors.join(", ")),
        ("published", published.map(or_raw).unwrap_or_default()),
        ("section", article.section.clone().unwrap_or_default()),
        ("tags", article.tags.join(", ")),
        ("language", article.language.clone().unwrap_or_default()),
        ("views", shown(article.views)),
        ("image", article.lead_image.as_ref().map(|image| image.url.clone()).unwrap_or_default()),
    ];
    for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        writeln!(out, "{} {value}", style(&format!("{name:>10}"), "2"))?;
    }
    if let Some(dek) = &article.dek {
        writeln!(out, "\n{}", style(dek, "3"))?;
    }
    writeln!(out, "\n{}", article.to_text().trim_end())
}

fn or_raw(time: &newsprint::model::Timestamp) -> String {
    time.value.clone().unwrap_or_else(|| time.raw.clone())
}

fn print_list(list: &SidebarList, out: &mut impl Write) -> io::Result<()> {
    let kind = serde_json::to_value(list.kind).map_err(io::Error::other)?;
    let kind = kind.as_str().unwrap_or_default();
    let heading = list.heading.as_deref().unwrap_or("(no heading)");
    writeln!(out, "\n{} {}", style(heading, "1"), style(kind, "2"))?;
    let mut table = table();
    for item in &list.items {
        let counters: Vec<_> = item.counters.iter().map(|counter| counter.raw.as_str()).collect();
        table.add_row([
            shown(item.rank),
            item.emoji.clone().unwrap_or_default(),
            item.title.clone(),
            counters.join("  "),
            time(item),
        ]);
    }
    align_right(&mut table, &[0, 3]);
    writeln!(out, "{}", table.trim_fmt())
}

fn time(item: &SidebarItem) -> String {
    item.time.as_ref().map(|time| time.raw.clone()).unwrap_or_default()
}

fn print_quotes(quotes: &[CurrencyQuote], out: &mut impl Write) -> io::Result<()> {
    writeln!(out)?;
    let mut table = table();
    table.set_header(["", "buy", "sell", "rate", "in", "source"]);
    for quote in quotes {
        let unit = if quote.unit == 1 { String::new() } else { format!("{} ", quote.unit) };
        table.add_row([
            format!("{unit}{}", quote.code),
            shown(quote.buy),
            shown(quote.sell),
            shown(quote.rate),
            quote.base.clone().unwrap_or_default(),
            quote.source.clone().unwrap_or_default(),
        ]);
    }
    align_right(&mut table, &[1, 2, 3]);
    writeln!(out, "{}", table.trim_fmt())
}

fn table() -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table
}

fn align_right(table: &mut Table, columns: &[usize]) {
    for column in columns {
        if let Some(column) = table.column_mut(*column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
}

fn shown(value: Option<impl Display>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// Text in an SGR style (ECMA-48), where a person reads it.
fn style(text: &str, code: &str) -> String {
    if io::stdout().is_terminal() { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
}
