//! `<!DOCTYPE …>` (HTML standard, section 13.2.5.53 to 13.2.5.68).

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Doctype, Token};
use memchr::memchr2;

use super::bytes::{ENDS_UNQUOTED, run};
use super::{TagSink, Tokenizer};

impl<'a, S: TagSink<'a>> Tokenizer<'a, S> {
    /// A doctype from behind that word on.
    pub(super) fn doctype(&mut self, start: usize) {
        let start = self.input.skip_space(start);
        let (length, _) = run(self.input.rest(start), ENDS_UNQUOTED);
        self.at = start + length;
        let mut doctype = Doctype::default();
        if length > 0 {
            let name = self.input.changed_name(start..self.at);
            doctype.name = Some(StrTendril::from_slice(&name));
        }
        doctype.force_quirks = length == 0 || !self.identifiers(&mut doctype);
        let end = self.input.find(b'>', self.at);
        self.at = self.input.len().min(end + ">".len());
        self.emit(Token::DoctypeToken(doctype));
    }

    /// What follows the name. This and those below move `self.at` on and give `false` where the
    /// standard forces quirks.
    fn identifiers(&mut self, doctype: &mut Doctype) -> bool {
        self.at = self.input.skip_space(self.at);
        let behind_keyword = self.at + "public".len();
        if self.input.has_word("public", self.at) {
            self.at = behind_keyword;
            self.public_identifier(doctype)
        } else if self.input.has_word("system", self.at) {
            self.at = behind_keyword;
            self.system_identifier(doctype)
        } else {
            self.input.byte(self.at) == Some(b'>')
        }
    }

    fn public_identifier(&mut self, doctype: &mut Doctype) -> bool {
        if !self.identifier(&mut doctype.public_id) {
            return false;
        }
        self.at = self.input.skip_space(self.at);
        match self.input.byte(self.at) {
            Some(b'"' | b'\'') => self.system_identifier(doctype),
            next => next == Some(b'>'),
        }
    }

    fn system_identifier(&mut self, doctype: &mut Doctype) -> bool {
        if !self.identifier(&mut doctype.system_id) {
            return false;
        }
        // Anything may follow, but for the end of the page.
        self.input.skip_space(self.at) < self.input.len()
    }

    /// An identifier in quotes; `false` where it has no quotes or is not closed.
    fn identifier(&mut self, id: &mut Option<StrTendril>) -> bool {
        self.at = self.input.skip_space(self.at);
        let Some(quote @ (b'"' | b'\'')) = self.input.byte(self.at) else { return false };
        let start = self.at + 1;
        let length = memchr2(quote, b'>', self.input.rest(start));
        let end = length.map_or(self.input.len(), |length| start + length);
        *id = Some(self.input.clean(start..end));
        let is_closed = self.input.byte(end) == Some(quote);
        self.at = end + usize::from(is_closed);
        is_closed
    }
}
