//! The text of a page, and pieces of it as html5ever takes them.

use std::borrow::Cow;
use std::ops::Range;

use html5ever::tendril::StrTendril;
use memchr::{memchr, memchr2, memchr3};

use super::reference::{Place, reference};

/// How much of a page is copied at once, and how long a piece of text may be: enough that the
/// copying costs nothing beside the rest, and little enough to stay in the cache.
pub(super) const CHUNK: usize = 8 * 1024;

/// Text of as many bytes is kept in a tendril itself: there is nothing to share.
const INLINE: usize = 8;

/// A page that is being tokenized.
///
/// Line ends are normalised when text is taken out (HTML standard, section 13.2.3.5): nowhere
/// before does it matter whether white space is CR or LF.
pub(super) struct Input<'a> {
    text: &'a str,
    /// Whether there is a byte anywhere that [`Input::clean`] would change.
    is_dirty: bool,
    has_nul: bool,
    /// A copy of a part of `text`, which the tokens made from it share.
    chunk: StrTendril,
    chunk_at: usize,
}

/// What is left to do when text is taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Decoding {
    /// Line ends are normalised and NUL is replaced.
    Clean,
    /// Character references are resolved, too.
    References(Place),
}

impl<'a> Input<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let is_dirty = memchr2(b'\r', 0, text.as_bytes()).is_some();
        let has_nul = is_dirty && memchr(0, text.as_bytes()).is_some();
        Self { text, is_dirty, has_nul, chunk: StrTendril::new(), chunk_at: 0 }
    }

    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    pub(super) fn rest(&self, at: usize) -> &'a [u8] {
        self.text.as_bytes().get(at..).unwrap_or_default()
    }

    pub(super) fn bytes(&self, range: Range<usize>) -> &'a [u8] {
        self.text.as_bytes().get(range).unwrap_or_default()
    }

    pub(super) fn str(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// The place of the next `byte`, or the end.
    pub(super) fn find(&self, byte: u8, from: usize) -> usize {
        memchr(byte, self.rest(from)).map_or(self.len(), |found| from + found)
    }

    /// The place of the next `byte`, and whether what comes before is text as it stands. Where
    /// there is neither that nor what stands for something else, there is none.
    pub(super) fn find_behind_plain(&self, byte: u8, from: usize) -> Option<(usize, bool)> {
        let rest = self.rest(from);
        let found = if self.is_dirty {
            memchr3(byte, b'&', b'\r', rest)
        } else {
            memchr2(byte, b'&', rest)
        };
        let at = from + found?;
        if self.byte(at) == Some(byte) {
            return Some((at, !self.has_nul));
        }
        memchr(byte, self.rest(at)).map(|length| (at + length, false))
    }

    /// The place of the first byte that is no white space, or the end.
    pub(super) fn skip_space(&self, from: usize) -> usize {
        let spaces = self.rest(from).iter().take_while(|byte| super::bytes::is_space(**byte));
        from + spaces.count()
    }

    /// Whether `word` comes next, in any case.
    pub(super) fn has_word(&self, word: &str, at: usize) -> bool {
        self.bytes(at..at + word.len()).eq_ignore_ascii_case(word.as_bytes())
    }

    /// The place of the next NUL of a range.
    pub(super) fn find_nul(&self, range: Range<usize>) -> Option<usize> {
        let start = range.start;
        self.has_nul.then(|| memchr(0, self.bytes(range)).map(|found| start + found)).flatten()
    }

    /// The end of a piece of text of about [`CHUNK`] bytes at most.
    pub(super) fn piece_end(&self, range: &Range<usize>) -> usize {
        if range.len() <= CHUNK {
            return range.end;
        }
        self.text.floor_char_boundary(range.start + CHUNK)
    }

    /// Text as it stands in the page.
    pub(super) fn raw(&mut self, range: Range<usize>) -> StrTendril {
        if range.len() <= INLINE {
            return StrTendril::from_slice(self.str(range));
        }
        let end = self.chunk_at + self.chunk.len();
        if range.start < self.chunk_at || range.end > end {
            let end = self.text.floor_char_boundary(range.start + CHUNK).max(range.end);
            self.chunk = StrTendril::from_slice(self.str(range.start..end));
            self.chunk_at = range.start;
        }
        self.chunk.subtendril(small(range.start - self.chunk_at), small(range.len()))
    }

    /// Text with line ends normalised and NUL replaced.
    pub(super) fn clean(&mut self, range: Range<usize>) -> StrTendril {
        if self.next_special(&range, Decoding::Clean).is_none() {
            return self.raw(range);
        }
        StrTendril::from_slice(&self.decode(range, Decoding::Clean, usize::MAX).0)
    }

    /// The value of an attribute. Whether it is text as it stands may be known.
    #[inline]
    pub(super) fn value(&self, range: Range<usize>, is_plain: bool) -> Cow<'a, str> {
        if is_plain { Cow::Borrowed(self.str(range)) } else { self.decoded_value(range) }
    }

    fn decoded_value(&self, range: Range<usize>) -> Cow<'a, str> {
        let decoding = Decoding::References(Place::Attribute);
        match self.next_special(&range, decoding) {
            None => Cow::Borrowed(self.str(range)),
            Some(_) => Cow::Owned(self.decode(range, decoding, usize::MAX).0),
        }
    }

    /// A name in lower case with NUL replaced.
    pub(super) fn changed_name(&self, range: Range<usize>) -> String {
        self.str(range).to_ascii_lowercase().replace('\0', "\u{fffd}")
    }

    /// The place of the first byte of a range that is not text as it stands.
    pub(super) fn next_special(&self, range: &Range<usize>, decoding: Decoding) -> Option<usize> {
        let bytes = self.bytes(range.clone());
        let found = match (decoding, self.is_dirty) {
            (Decoding::Clean, false) => None,
            (Decoding::Clean, true) => memchr2(b'\r', 0, bytes),
            (Decoding::References(_), false) => memchr(b'&', bytes),
            (Decoding::References(_), true) => memchr3(b'&', b'\r', 0, bytes),
        };
        found.map(|found| range.start + found)
    }

    /// Decodes the text of a range until about `enough` bytes are there, and says where it stopped.
    pub(super) fn decode(
        &self,
        range: Range<usize>,
        decoding: Decoding,
        enough: usize,
    ) -> (String, usize) {
        let mut decoded = String::with_capacity(range.len().min(enough));
        let mut rest = range;
        while !rest.is_empty() && decoded.len() < enough {
            let piece = rest.start..self.piece_end(&rest);
            let special = self.next_special(&piece, decoding);
            let plain_end = special.unwrap_or(piece.end);
            decoded.push_str(self.str(piece.start..plain_end));
            rest.start = plain_end;
            if special.is_some() {
                rest.start += self.decode_one(rest.clone(), decoding, &mut decoded);
            }
        }
        (decoded, rest.start)
    }

    /// Decodes what is special at the start of a range, and says how long it is.
    fn decode_one(&self, range: Range<usize>, decoding: Decoding, decoded: &mut String) -> usize {
        match (self.bytes(range.clone()), decoding) {
            ([b'\r', b'\n', ..], _) => {
                decoded.push('\n');
                2
            }
            ([b'\r', ..], _) => {
                decoded.push('\n');
                1
            }
            ([b'&', rest @ ..], Decoding::References(place)) => {
                let Some(reference) = reference(rest, place) else {
                    decoded.push('&');
                    return 1;
                };
                decoded.extend(reference.chars());
                reference.length + 1
            }
            _ => {
                decoded.push(char::REPLACEMENT_CHARACTER);
                1
            }
        }
    }
}

/// A length as tendrils have it; input is cut far below `u32::MAX`.
fn small(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
