//! The stages of reading a page one by one, and the readers of values, for the benches and the fuzz
//! targets of this repository. Not part of the interface of the crate: anything here may change or
//! go at any time.

use rust_decimal::Decimal;

use crate::dom::{self, Document};
use crate::model::Timestamp;
use crate::value::date::DateContext;
use crate::value::money::Separators;
use crate::value::{counter, currency, date, number};
use crate::{Limits, NewsPage, blocks, decode};

/// The number of bytes of the decoded page.
pub fn decode(bytes: &[u8]) -> usize {
    decode::decode(bytes, None).text.len()
}

/// The number of tokens of a page.
pub fn tokens(html: &str) -> usize {
    dom::stages::tokens(html)
}

/// The number of tokens by html5ever's tokenizer.
pub fn tokens_by_html5ever(html: &str) -> usize {
    dom::stages::tokens_by_html5ever(html)
}

/// A page parsed with html5ever's tokenizer.
pub fn tree_by_html5ever(html: &str) -> Document {
    Document::parse_with_html5ever(html, &Limits::default())
}

/// Whether a page has the same tree, and has gone over the same limits, by both tokenizers.
pub fn is_same_tree(html: &str, limits: &Limits) -> bool {
    let [ours, theirs] =
        [Document::parse, Document::parse_with_html5ever].map(|parse| parse(html, limits));
    ours.is_same(&theirs)
        && ours.cuts().iter().map(|cut| cut.kind).eq(theirs.cuts().iter().map(|cut| cut.kind))
}

/// The number of runs of text.
pub fn blocks(document: &Document) -> usize {
    blocks::Blocks::cut(document).runs().len()
}

/// Reads the metadata of a page, which the page keeps.
pub fn facts(page: &NewsPage) -> usize {
    page.facts().title.len()
}

/// Chooses the body of a page, with its blocks and metadata; the page keeps the metadata.
pub fn body(page: &NewsPage) -> usize {
    page.with_view(|view, _| page.body(view).0.runs().len())
}

/// The moment that a text is, and the first that stands in it, in a page of that language.
pub fn dates(text: &str, language: Option<&str>) -> [Option<Timestamp>; 2] {
    let context = DateContext { language, ..DateContext::default() };
    [date::parse(text, &context), date::find(text, &context)]
}

/// The count that a text is.
pub fn counter(text: &str) -> Option<u64> {
    counter::parse(text)
}

/// The whole number that a text is.
pub fn integer(text: &str) -> Option<u64> {
    number::integer(text)
}

/// The price in each cell of a table.
pub fn prices(cells: &[&str]) -> Vec<Option<Decimal>> {
    let separators = Separators::infer(cells.iter().copied());
    cells.iter().map(|cell| separators.parse(cell)).collect()
}

/// The currency that a text names.
pub fn currency_code(text: &str) -> Option<&'static str> {
    currency::code_of(text)
}
