//! The stages of parsing one by one, for benches.

use std::cell::Cell;

use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult};

use super::{html5ever_tokenizer, tokenizer};
use crate::Limits;

/// Counts tokens, and knows which elements hold text alone.
#[derive(Debug, Default)]
struct Counter(Cell<usize>);

impl TokenSink for Counter {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if matches!(token, Token::ParseError(_)) {
            return TokenSinkResult::Continue;
        }
        self.0.set(self.0.get() + 1);
        let Token::TagToken(tag) = token else { return TokenSinkResult::Continue };
        match (tag.kind, &*tag.name) {
            (html5ever::tokenizer::StartTag, "script") => TokenSinkResult::RawData(ScriptData),
            (html5ever::tokenizer::StartTag, "style" | "iframe") => {
                TokenSinkResult::RawData(Rawtext)
            }
            (html5ever::tokenizer::StartTag, "title" | "textarea") => {
                TokenSinkResult::RawData(Rcdata)
            }
            _ => TokenSinkResult::Continue,
        }
    }
}

impl tokenizer::TagSink<'_> for Counter {}

/// The number of tokens of a page.
pub(crate) fn tokens(html: &str) -> usize {
    tokenizer::tokenize(html, Limits::default().attributes(), Counter::default()).0.get()
}

/// The same by html5ever's tokenizer.
pub(crate) fn tokens_by_html5ever(html: &str) -> usize {
    html5ever_tokenizer::tokenize(html, Counter::default()).0.get()
}
