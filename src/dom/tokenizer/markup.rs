//! What a `<` begins, and comments.

use html5ever::tokenizer::Token;
use memchr::memchr_iter;

use super::{Content, TagSink, Tokenizer};

impl<'a, S: TagSink<'a>> Tokenizer<'a, S> {
    /// The markup whose `<` is next.
    pub(super) fn markup(&mut self) {
        match self.input.rest(self.at) {
            [_, b'!', ..] => self.declaration(),
            [_, b'/', b'>', ..] => self.at += "</>".len(),
            [_, b'/', b'a'..=b'z' | b'A'..=b'Z', ..] => self.end_tag(),
            [_, b'/', ..] => self.bogus_comment(self.at + "</".len()),
            [_, b'?', ..] => self.bogus_comment(self.at + "<".len()),
            _ => self.start_tag(),
        }
    }

    /// What begins with `<!` (HTML standard, section 13.2.5.42).
    fn declaration(&mut self) {
        let start = self.at + "<!".len();
        let rest = self.input.rest(start);
        if rest.starts_with(b"--") {
            self.comment(start + "--".len());
        } else if self.input.has_word("doctype", start) {
            self.doctype(start + "doctype".len());
        } else if rest.starts_with(b"[CDATA[")
            && self.sink.adjusted_current_node_present_but_not_in_html_namespace()
        {
            self.at = start + "[CDATA[".len();
            self.content = Content::Cdata;
        } else {
            self.bogus_comment(start);
        }
    }

    /// A comment from behind its `<!--` on.
    fn comment(&mut self, start: usize) {
        let rest = self.input.rest(start);
        let (length, closing) = match rest {
            [b'>', ..] => (0, ">".len()),
            [b'-', b'>', ..] => (0, "->".len()),
            _ => comment_end(rest).unwrap_or_else(|| unclosed_comment_end(rest)),
        };
        let comment = self.input.clean(start..start + length);
        self.at = start + length + closing;
        self.emit(Token::CommentToken(comment));
    }

    /// A comment from `start` to the next `>`.
    fn bogus_comment(&mut self, start: usize) {
        let end = self.input.find(b'>', start);
        let comment = self.input.clean(start..end);
        self.at = self.input.len().min(end + ">".len());
        self.emit(Token::CommentToken(comment));
    }
}

/// The length of a comment, and of what closes it.
fn comment_end(text: &[u8]) -> Option<(usize, usize)> {
    memchr_iter(b'>', text).find_map(|at| {
        let before = text.get(..at)?;
        let closing = [b"--".as_slice(), b"--!"].into_iter().find(|end| before.ends_with(end))?;
        Some((at - closing.len(), closing.len() + ">".len()))
    })
}

/// The length of a comment that the page ends in, without what was to close it.
fn unclosed_comment_end(text: &[u8]) -> (usize, usize) {
    let ends = [b"--!".as_slice(), b"--", b"-"];
    let closing = ends.iter().find(|end| text.ends_with(end)).map_or(0, |end| end.len());
    (text.len() - closing, closing)
}
