//! The crate's tokenizer beside html5ever's. The sources are taken in as they are, since the crate
//! shows neither.

#[path = "../../../src/dom/html5ever_tokenizer.rs"]
mod html5ever_tokenizer;
#[path = "../../../src/dom/tokenizer/record.rs"]
mod record;
#[path = "../../../src/dom/tokenizer/mod.rs"]
#[allow(dead_code, reason = "here nothing is taken past the tree builder")]
mod tokenizer;

use html5ever::interface::TreeSink;
use html5ever::tokenizer::TokenSink;
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use record::{Recorder, Seen};
use scraper::{Html, HtmlTreeSink};

impl<S: TokenSink> tokenizer::TagSink<'_> for Recorder<S> {}

type Builder = TreeBuilder<<HtmlTreeSink as TreeSink>::Handle, HtmlTreeSink>;

/// More than a page of the fuzzer can have.
const MAX_ATTRIBUTES: usize = 100_000;

/// Panics unless both tokenizers give the same tokens, and html5ever's tree builder the same tree
/// of them.
pub fn assert_same_tokens(html: &str) {
    let ours = read(|recorder| tokenizer::tokenize(html, MAX_ATTRIBUTES, recorder));
    let theirs = read(|recorder| html5ever_tokenizer::tokenize(html, recorder));
    assert_eq!(ours, theirs);
}

fn read(tokenize: impl FnOnce(Recorder<Builder>) -> Recorder<Builder>) -> (Vec<Seen>, String) {
    let sink = HtmlTreeSink::new(Html::new_document());
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let (builder, seen) = tokenize(Recorder::new(TreeBuilder::new(sink, options))).finish();
    (seen, builder.sink.finish().html())
}
