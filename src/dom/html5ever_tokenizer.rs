//! html5ever's tokenizer, to compare with.

use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{TokenSink, Tokenizer, TokenizerOpts};

/// Feeds the tokens of `html` to `sink` and gives the sink back.
pub(super) fn tokenize<S: TokenSink>(html: &str, sink: S) -> S {
    // The option takes a byte order mark away behind each script too, where it is text.
    let options = TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() };
    let tokenizer = Tokenizer::new(sink, options);
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html));
    // The tokenizer stops behind each script, for those who run them.
    while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink
}
