//! The stages of reading a page one by one, for the benches of this repository. Not part of the
//! interface of the crate: anything here may change or go at any time.

use crate::dom::{self, Document};
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

/// The number of runs of text.
pub fn blocks(document: &Document) -> usize {
    blocks::Blocks::cut(document).runs().len()
}

/// Reads the metadata of a page, which the page keeps.
pub fn facts(page: &NewsPage) -> usize {
    page.facts().title.len()
}

/// Chooses the body of a page, with its blocks and metadata, all of which the page keeps.
pub fn body(page: &NewsPage) -> usize {
    page.with_view(|view, _| page.body(view).0.runs().len())
}
