//! What stands around rows: whether they are a widget, whose rates they are, in which currency.

use std::collections::HashSet;

use rust_decimal::Decimal;

use crate::dom::{Base, ElementRef, Tag};
use crate::model::{CurrencyQuote, Timestamp};
use crate::value::currency::country_currency;
use crate::value::date::{self, DateContext};
use crate::value::text::collapse;

use super::Widget;
use super::cells::Cell;
use super::row::Row;
use super::words::{is_heading, is_major, is_shop_name, is_widget_name, names_source};

/// How many elements around a row are looked at for names.
const CLIMB: usize = 7;

/// How many cells before a widget may be its heading.
const HEADING_CELLS: usize = 6;

/// How many cells before a widget may hold its date.
const DATE_CELLS: usize = 2;

/// The most characters of a heading.
const HEADING_CHARS: usize = 120;

/// Languages of one country, for pages under a domain of no country.
const LANGUAGES: &[(&str, &str)] = &[
    ("kk", "KZT"),
    ("uk", "UAH"),
    ("hy", "AMD"),
    ("ka", "GEL"),
    ("az", "AZN"),
    ("uz", "UZS"),
    ("ky", "KGS"),
    ("be", "BYN"),
    ("mn", "MNT"),
    ("tr", "TRY"),
    ("pl", "PLN"),
    ("cs", "CZK"),
    ("hu", "HUF"),
    ("ja", "JPY"),
    ("ko", "KRW"),
    ("vi", "VND"),
    ("th", "THB"),
    ("he", "ILS"),
    ("tg", "TJS"),
    ("tk", "TMT"),
    ("is", "ISK"),
    ("sq", "ALL"),
    ("id", "IDR"),
];

/// The currency that a site of this country gives prices in.
pub(super) fn page_base(base: &Base, language: Option<&str>) -> Option<&'static str> {
    let domain = base.host().and_then(|host| host.rsplit('.').next());
    domain.and_then(country_currency).or_else(|| {
        let mut parts = language?.split(['-', '_']);
        let language = parts.next()?.to_ascii_lowercase();
        // Pages in English from anywhere say `en-US`.
        let region = parts.next_back().filter(|part| part.len() == 2 && language != "en");
        let by_language = LANGUAGES.iter().find(|(known, _)| *known == language);
        region.and_then(country_currency).or(by_language.map(|(_, code)| *code))
    })
}

/// Whether rows are an exchange-rate widget: a fraction somewhere, one of the great currencies,
/// and either several currencies or a name or heading that says so. On a page of which it is not
/// known what it gives prices in, or that gives them in a currency of the widget, amounts in
/// several currencies are prices of goods as well as not, unless all are of pairs: `EUR/USD`.
pub(super) fn is_widget(
    widget: &Widget<'_, '_>,
    cells: &[Cell<'_>],
    page_base: Option<&str>,
) -> bool {
    let rows = &widget.rows;
    let codes: HashSet<&str> = rows.iter().map(|row| row.label.code).collect();
    let foreign = page_base.is_some_and(|base| !codes.contains(base));
    let fraction = rows.iter().any(|row| row.has_fraction(!foreign));
    if !fraction || !codes.iter().any(|code| is_major(code)) || is_in_shop(widget) {
        return false;
    }
    let words = rows.iter().filter(|row| !row.label.sign).count();
    if rows.iter().all(|row| row.label.base.is_some() && row.has_fraction(true)) {
        return true;
    }
    match (codes.len(), words) {
        (2.., 2..) => foreign || is_named(widget, cells),
        (2.., _) => is_named(widget, cells),
        (1, 1..) => foreign && (rows.iter().any(Row::is_marked) || is_named(widget, cells)),
        _ => false,
    }
}

/// Pairs of currencies, and how many times the first may be worth the second. Twice as wide as
/// they have been since 2000, since rates of official and other markets differ.
const RATIOS: &[(&str, &str, (Decimal, Decimal))] = &[
    ("EUR", "USD", (dec(4), dec(32))),
    ("GBP", "USD", (dec(5), dec(42))),
    ("GBP", "EUR", (dec(5), dec(35))),
];

/// Tenths.
const fn dec(tenths: u32) -> Decimal {
    Decimal::from_parts(tenths, 0, 0, false, 1)
}

/// Whether the great currencies are worth as much of each other as they can be. Amounts of
/// different things are not.
pub(super) fn are_plausible(quotes: &[CurrencyQuote]) -> bool {
    let price = |code: &str| {
        let quote = quotes.iter().find(|quote| quote.code == code)?;
        quote.rate.or(quote.sell).or(quote.buy)?.checked_div(Decimal::from(quote.unit))
    };
    let of_pair = |first: &str, second: &str| {
        let quote = quotes.iter().find(|q| q.code == first && q.base.as_deref() == Some(second))?;
        quote.rate.or(quote.sell).or(quote.buy)
    };
    RATIOS.iter().all(|(first, second, (least, most))| {
        let ratio = of_pair(first, second)
            .or_else(|| price(first).zip(price(second)).and_then(|(a, b)| a.checked_div(b)));
        ratio.is_none_or(|ratio| (*least..=*most).contains(&ratio))
    })
}

fn around<'a>(widget: &Widget<'a, '_>) -> impl Iterator<Item = ElementRef<'a>> {
    widget.rows.first().into_iter().flat_map(|row| row.at.ancestors().take(CLIMB))
}

fn names(element: ElementRef<'_>) -> impl Iterator<Item = &str> {
    element.attrs().filter(|(name, _)| matches!(*name, "class" | "id")).map(|(_, value)| value)
}

fn is_in_shop(widget: &Widget<'_, '_>) -> bool {
    around(widget).flat_map(names).any(is_shop_name)
}

/// Whether a class, an id, an accessible name or a heading says that rates are here.
fn is_named(widget: &Widget<'_, '_>, cells: &[Cell<'_>]) -> bool {
    let labelled = |element: ElementRef<'_>| {
        ["aria-label", "title"].into_iter().filter_map(|name| element.attr(name)).any(is_heading)
    };
    around(widget).any(|element| names(element).any(is_widget_name) || labelled(element))
        || headings(widget, cells).any(|text| is_heading(&text))
}

/// The short texts before the rows, nearest first.
fn headings<'s>(
    widget: &Widget<'_, '_>,
    cells: &'s [Cell<'_>],
) -> impl Iterator<Item = String> + use<'s> {
    let before = cells.get(..widget.cell).unwrap_or_default().iter().rev().take(HEADING_CELLS);
    before.map(|cell| collapse(&cell.text)).filter(|text| text.chars().count() <= HEADING_CHARS)
}

/// Whose rates they are, as the widget says it: its caption, its first row, its accessible name or
/// the heading before it, where that names a bank, an exchange or a market.
pub(super) fn source(widget: &Widget<'_, '_>, cells: &[Cell<'_>]) -> Option<String> {
    let caption = widget.table.and_then(caption);
    let label = || around(widget).find_map(|element| element.attr("aria-label")).map(collapse);
    let heading = || headings(widget, cells).find(|text| is_heading(text));
    let says = |text: &String| names_source(text) && text.chars().count() <= HEADING_CHARS;
    caption.filter(says).or_else(|| label().filter(says)).or_else(|| heading().filter(says))
}

/// When the rates were set: the date in the caption or a heading of the widget.
pub(super) fn as_of(
    widget: &Widget<'_, '_>,
    cells: &[Cell<'_>],
    language: Option<&str>,
) -> Option<Timestamp> {
    let context = DateContext { language, ..DateContext::default() };
    let dated = |text: String| date::find(&text, &context).filter(|stamp| stamp.value.is_some());
    let caption = widget.table.and_then(caption);
    let heading = headings(widget, cells).take(DATE_CELLS).filter(|text| is_heading(text));
    caption.into_iter().chain(heading).find_map(dated)
}

/// The text of the first cell of a table, if that is a caption.
fn caption(table: ElementRef<'_>) -> Option<String> {
    let first = table
        .elements()
        .find(|element| matches!(element.tag(), Tag::Caption | Tag::Td | Tag::Th))?;
    Some(collapse(&first.text())).filter(|text| !text.is_empty())
}
