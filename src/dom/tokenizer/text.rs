//! Text, up to where something else begins.

use std::ops::Range;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::Token;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::states::{Rawtext, Rcdata, ScriptData, ScriptDataEscaped};
use memchr::memmem;

use super::input::{CHUNK, Decoding};
use super::reference::Place;
use super::{Content, TagSink, Tokenizer, bytes, script};

impl<'a, S: TagSink<'a>> Tokenizer<'a, S> {
    /// Text with character references, and the markup behind it.
    pub(super) fn data(&mut self) {
        let (end, is_plain) = self.next_markup();
        let text = self.at..end;
        if is_plain && text.len() <= CHUNK {
            self.plain(text);
        } else {
            self.text_and_nul(text, Decoding::References(Place::Text));
        }
        self.at = end;
        if end < self.input.len() {
            self.markup();
        }
    }

    /// The place of the next `<` that is not text, or the end, and whether it is known that the text
    /// before is what it stands for.
    fn next_markup(&self) -> (usize, bool) {
        let end = (self.input.len(), false);
        let (mut at, mut is_plain) = self.input.find_behind_plain(b'<', self.at).unwrap_or(end);
        loop {
            match self.input.rest(at) {
                [] | [_, b'!' | b'?' | b'a'..=b'z' | b'A'..=b'Z', ..] | [_, b'/', _, ..] => {
                    return (at, is_plain);
                }
                _ => (at, is_plain) = (self.input.find(b'<', at + 1), false),
            }
        }
    }

    /// Text as it stands, in one piece.
    fn plain(&mut self, range: Range<usize>) {
        if !range.is_empty() && !self.sink.take_text(self.input.str(range.clone()), self.at) {
            let text = self.input.raw(range);
            self.emit(Token::CharacterTokens(text));
        }
    }

    /// Text of an element that holds no elements, and its end tag.
    pub(super) fn raw(&mut self, kind: RawKind) {
        let end = match kind {
            Rcdata | Rawtext => self.raw_end(),
            ScriptData | ScriptDataEscaped(_) => {
                let is_end = |at: usize| self.is_end_tag(at);
                self.at + script::end(self.input.rest(self.at), |length| is_end(self.at + length))
            }
        };
        let decoding = match kind {
            Rcdata => Decoding::References(Place::Text),
            _ => Decoding::Clean,
        };
        self.text(self.at..end, decoding);
        self.at = end;
        if end < self.input.len() {
            self.content = Content::Data;
            self.end_tag();
        }
    }

    fn raw_end(&self) -> usize {
        let rest = self.input.rest(self.at);
        let found = memmem::find_iter(rest, b"</").find(|found| self.is_end_tag(self.at + found));
        found.map_or(self.input.len(), |found| self.at + found)
    }

    /// Whether the `</` at that place begins the end tag of the element that is open.
    fn is_end_tag(&self, at: usize) -> bool {
        let name = &*self.last_start_tag;
        let start = at + "</".len();
        let behind = self.input.byte(start + name.len());
        !name.is_empty()
            && behind.is_some_and(|byte| bytes::class(byte) & bytes::ENDS_TAG_NAME != 0)
            && self.input.has_word(name, start)
    }

    pub(super) fn plaintext(&mut self) {
        let end = self.input.len();
        self.text(self.at..end, Decoding::Clean);
        self.at = end;
    }

    pub(super) fn cdata(&mut self) {
        let closing = "]]>";
        let found = memmem::find(self.input.rest(self.at), closing.as_bytes());
        let end = found.map_or(self.input.len(), |found| self.at + found);
        self.text_and_nul(self.at..end, Decoding::Clean);
        self.at = self.input.len().min(end + closing.len());
        self.content = Content::Data;
    }

    /// Text in which the tree builder wants to see each NUL.
    fn text_and_nul(&mut self, mut range: Range<usize>, decoding: Decoding) {
        while let Some(nul) = self.input.find_nul(range.clone()) {
            self.text(range.start..nul, decoding);
            self.emit(Token::NullCharacterToken);
            range.start = nul + 1;
        }
        self.text(range, decoding);
    }

    /// Text, in pieces that are not too long.
    fn text(&mut self, mut range: Range<usize>, decoding: Decoding) {
        while !range.is_empty() {
            let piece = range.start..self.input.piece_end(&range);
            if self.input.next_special(&piece, decoding).is_none() {
                range.start = piece.end;
                self.plain(piece);
            } else {
                let (text, end) = self.input.decode(range.clone(), decoding, CHUNK);
                range.start = end;
                self.decoded(&text);
            }
        }
    }

    /// Text that differs from what stands in the page.
    fn decoded(&mut self, text: &str) {
        if !self.sink.take_text(text, self.at) {
            self.emit(Token::CharacterTokens(StrTendril::from_slice(text)));
        }
    }
}
