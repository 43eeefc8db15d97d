//! The tokenizer against the standard, against html5lib's tests and against html5ever's tokenizer.

mod corpora;
mod html5lib;
mod standard;

use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData};
use html5ever::tokenizer::{TagKind, Token, TokenSink, TokenSinkResult};

use super::record::{Recorder, Seen};
use super::{Content, TagSink, Tokenizer};

/// A tree builder that knows of nothing but the elements that hold text alone, and `<svg>`.
#[derive(Debug, Default)]
struct Builder {
    in_svg: std::cell::Cell<bool>,
}

impl TokenSink for Builder {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else { return TokenSinkResult::Continue };
        let opens = tag.kind == TagKind::StartTag;
        match &*tag.name {
            "svg" => self.in_svg.set(opens),
            "title" | "textarea" if opens => return TokenSinkResult::RawData(Rcdata),
            "style" if opens => return TokenSinkResult::RawData(Rawtext),
            "script" if opens => return TokenSinkResult::RawData(ScriptData),
            "plaintext" if opens => return TokenSinkResult::Plaintext,
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.in_svg.get()
    }
}

impl<S: TokenSink> TagSink<'_> for Recorder<S> {}

fn seen(html: &str) -> Vec<Seen> {
    super::tokenize(html, usize::MAX - 1, Recorder::new(Builder::default())).finish().1
}

fn seen_by_theirs(html: &str) -> Vec<Seen> {
    let recorder = Recorder::new(Builder::default());
    crate::dom::html5ever_tokenizer::tokenize(html, recorder).finish().1
}
