//! What a tokenizer gives, written down to be compared.

use std::cell::RefCell;

use html5ever::Attribute;
use html5ever::tokenizer::{Doctype, Tag, TagKind, Token, TokenSink, TokenSinkResult};

/// A token, as far as a tree builder cares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Seen {
    /// Name, public and system identifier, and whether quirks are forced.
    Doctype(Option<String>, Option<String>, Option<String>, bool),
    /// Name, attributes and whether the tag closes itself.
    Start(String, Vec<(String, String)>, bool),
    /// Name.
    End(String),
    Comment(String),
    /// All text up to the next token of another kind.
    Text(String),
    Eof,
}

/// Writes down the tokens on their way to another sink, which says how to go on.
#[derive(Debug)]
pub(super) struct Recorder<S> {
    inner: S,
    seen: RefCell<Vec<Seen>>,
}

impl<S> Recorder<S> {
    pub(super) fn new(inner: S) -> Self {
        Self { inner, seen: RefCell::default() }
    }

    pub(super) fn finish(self) -> (S, Vec<Seen>) {
        (self.inner, self.seen.into_inner())
    }

    fn record(&self, token: &Token) {
        match token {
            Token::DoctypeToken(doctype) => self.push(seen_doctype(doctype)),
            Token::TagToken(tag) => self.push(seen_tag(tag)),
            Token::CommentToken(comment) => self.push(Seen::Comment(comment.to_string())),
            Token::CharacterTokens(text) => self.text(text),
            Token::NullCharacterToken => self.text("\0"),
            Token::EOFToken => self.push(Seen::Eof),
            Token::ParseError(_) => {}
        }
    }

    fn push(&self, seen: Seen) {
        self.seen.borrow_mut().push(seen);
    }

    fn text(&self, text: &str) {
        let mut seen = self.seen.borrow_mut();
        match seen.last_mut() {
            Some(Seen::Text(before)) => before.push_str(text),
            _ if text.is_empty() => {}
            _ => seen.push(Seen::Text(text.to_owned())),
        }
    }
}

fn seen_doctype(doctype: &Doctype) -> Seen {
    let [name, public, system] = [&doctype.name, &doctype.public_id, &doctype.system_id]
        .map(|part| part.as_ref().map(ToString::to_string));
    Seen::Doctype(name, public, system, doctype.force_quirks)
}

fn seen_tag(tag: &Tag) -> Seen {
    match tag.kind {
        TagKind::StartTag => Seen::Start(
            tag.name.to_string(),
            tag.attrs.iter().map(pair).collect(),
            tag.self_closing,
        ),
        TagKind::EndTag => Seen::End(tag.name.to_string()),
    }
}

fn pair(attribute: &Attribute) -> (String, String) {
    (attribute.name.local.to_string(), attribute.value.to_string())
}

impl<S: TokenSink> TokenSink for Recorder<S> {
    type Handle = S::Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<S::Handle> {
        self.record(&token);
        self.inner.process_token(token, line)
    }

    fn end(&self) {
        self.inner.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.inner.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
