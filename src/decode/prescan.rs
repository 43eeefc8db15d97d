//! The encoding that the first bytes of a page name: the standard's [prescan a byte stream to
//! determine its encoding].
//!
//! [prescan a byte stream to determine its encoding]: https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding

use std::collections::HashSet;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use memchr::{memchr, memmem};

use super::label;

/// How many bytes are looked at, as the standard says.
pub(super) const WINDOW: usize = 1024;

/// The encoding that a `<meta>` element or an XML declaration within the window names.
pub(super) fn prescan(bytes: &[u8]) -> Option<&'static Encoding> {
    let window = bytes.get(..WINDOW).unwrap_or(bytes);
    utf16_xml_declaration(window)
        .or_else(|| Cursor { rest: window }.find_meta())
        .or_else(|| xml_declaration(window))
}

/// `<?x` in UTF-16; what encoding the declaration names is of no account.
fn utf16_xml_declaration(window: &[u8]) -> Option<&'static Encoding> {
    match window {
        [b'<', 0, b'?', 0, b'x', 0, ..] => Some(UTF_16LE),
        [0, b'<', 0, b'?', 0, b'x', ..] => Some(UTF_16BE),
        _ => None,
    }
}

/// The standard's [get an XML encoding].
///
/// [get an XML encoding]: https://html.spec.whatwg.org/multipage/parsing.html#concept-get-xml-encoding-when-sniffing
fn xml_declaration(window: &[u8]) -> Option<&'static Encoding> {
    const NAME: &[u8] = b"encoding";
    let rest = window.strip_prefix(b"<?xml")?;
    let declaration = rest.get(..memchr(b'>', rest)?)?;
    let after = declaration.get(memmem::find(declaration, NAME)? + NAME.len()..)?;
    let [b'=', value @ ..] = trim_controls(after) else { return None };
    let [quote @ (b'"' | b'\''), value @ ..] = trim_controls(value) else { return None };
    let value = value.get(..memchr(*quote, value)?)?;
    if value.iter().any(|b| *b <= b' ') {
        return None;
    }
    Encoding::for_label(value).map(label::as_xml)
}

/// Leaves out leading bytes up to the space, which is what XML declarations skip here.
fn trim_controls(bytes: &[u8]) -> &[u8] {
    let start = bytes.iter().position(|b| *b > b' ').unwrap_or(bytes.len());
    bytes.get(start..).unwrap_or_default()
}

/// What the bytes at a place begin.
enum Token {
    Comment,
    Meta,
    Tag,
    Bogus,
    Other,
}

/// An attribute, its name and value in lower case.
struct Attribute {
    name: Vec<u8>,
    value: Vec<u8>,
}

/// A place in the window. Where the bytes run out, the prescan is over.
struct Cursor<'a> {
    rest: &'a [u8],
}

impl Cursor<'_> {
    fn find_meta(&mut self) -> Option<&'static Encoding> {
        loop {
            self.advance(memchr(b'<', self.rest)?);
            match token(self.rest) {
                Token::Comment => self.skip_comment()?,
                Token::Meta => {
                    self.advance(b"<meta".len());
                    if let Some(encoding) = self.meta() {
                        return Some(encoding);
                    }
                }
                Token::Tag => self.skip_tag()?,
                Token::Bogus => self.advance(memchr(b'>', self.rest)?),
                Token::Other => {}
            }
            self.advance(1);
        }
    }

    /// Moves to the end of a comment, whose dashes may be those that it began with.
    fn skip_comment(&mut self) -> Option<()> {
        self.advance(b"<!".len());
        self.advance(memmem::find(self.rest, b"-->")? + b"--".len());
        Some(())
    }

    fn skip_tag(&mut self) -> Option<()> {
        let is_end = |b: &u8| is_space(*b) || *b == b'>';
        self.advance(self.rest.iter().position(is_end)?);
        while self.attribute().is_some() {}
        Some(())
    }

    /// Reads the attributes of a `<meta>`, which must end within the window to name an encoding.
    fn meta(&mut self) -> Option<&'static Encoding> {
        let mut meta = Meta::default();
        while let Some(attribute) = self.attribute() {
            meta.add(attribute);
        }
        meta.encoding().filter(|_| !self.rest.is_empty())
    }

    /// The standard's [get an attribute]. There is none at the `>` of the tag, and none where the
    /// bytes run out, in which case nothing is left.
    ///
    /// [get an attribute]: https://html.spec.whatwg.org/multipage/parsing.html#concept-get-attributes-when-sniffing
    fn attribute(&mut self) -> Option<Attribute> {
        self.skip(|b| is_space(b) || b == b'/');
        if self.peek() == Some(b'>') {
            return None;
        }
        let attribute = self.name_and_value();
        if attribute.is_none() {
            self.rest = &[];
        }
        attribute
    }

    fn name_and_value(&mut self) -> Option<Attribute> {
        let name = self.name()?;
        self.skip(is_space);
        let value = if self.peek()? == b'=' { self.value()? } else { Vec::new() };
        Some(Attribute { name, value })
    }

    /// A name. It may begin with an equals sign, as the standard has it.
    fn name(&mut self) -> Option<Vec<u8>> {
        let ends = |b: u8| is_space(b) || matches!(b, b'/' | b'>' | b'=');
        let length = self.rest.iter().skip(1).position(|b| ends(*b))? + 1;
        self.take(length)
    }

    /// A value, from its equals sign.
    fn value(&mut self) -> Option<Vec<u8>> {
        self.advance(1);
        self.skip(is_space);
        match self.peek()? {
            quote @ (b'"' | b'\'') => {
                self.advance(1);
                let value = self.take(memchr(quote, self.rest)?);
                self.advance(1);
                value
            }
            _ => self.take(self.rest.iter().position(|b| is_space(*b) || *b == b'>')?),
        }
    }

    fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    fn advance(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
    }

    fn skip(&mut self, unwanted: impl Fn(u8) -> bool) {
        let count = self.rest.iter().take_while(|b| unwanted(**b)).count();
        self.advance(count);
    }

    fn take(&mut self, count: usize) -> Option<Vec<u8>> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken.to_ascii_lowercase())
    }
}

/// What the attributes of a `<meta>` have said so far.
#[derive(Default)]
struct Meta {
    seen: HashSet<Vec<u8>>,
    got_pragma: bool,
    /// Whether the encoding holds only with `http-equiv`; `None` while nothing named one.
    need_pragma: Option<bool>,
    charset: Option<&'static Encoding>,
}

impl Meta {
    fn add(&mut self, attribute: Attribute) {
        if self.seen.contains(&attribute.name) {
            return;
        }
        match attribute.name.as_slice() {
            b"http-equiv" => self.got_pragma = attribute.value == b"content-type",
            b"content" => self.add_content(&attribute.value),
            b"charset" => {
                self.charset = Encoding::for_label(&attribute.value);
                self.need_pragma = Some(false);
            }
            _ => {}
        }
        self.seen.insert(attribute.name);
    }

    fn add_content(&mut self, content: &[u8]) {
        if self.need_pragma.is_some() {
            return;
        }
        if let Some(encoding) = label::from_content(content) {
            self.charset = Some(encoding);
            self.need_pragma = Some(true);
        }
    }

    fn encoding(&self) -> Option<&'static Encoding> {
        let holds = self.got_pragma || !self.need_pragma?;
        self.charset.filter(|_| holds).map(label::as_meta)
    }
}

fn token(bytes: &[u8]) -> Token {
    match bytes {
        [b'<', b'!', b'-', b'-', ..] => Token::Comment,
        [b'<', name @ ..] if is_meta(name) => Token::Meta,
        [b'<', b'/', letter, ..] | [b'<', letter, ..] if letter.is_ascii_alphabetic() => Token::Tag,
        [b'<', b'!' | b'/' | b'?', ..] => Token::Bogus,
        _ => Token::Other,
    }
}

fn is_meta(after: &[u8]) -> bool {
    let Some((name, [end, ..])) = after.split_at_checked(b"meta".len()) else { return false };
    name.eq_ignore_ascii_case(b"meta") && (is_space(*end) || *end == b'/')
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\x0C' | b'\r' | b' ')
}

#[cfg(test)]
mod tests {
    use super::{WINDOW, prescan};

    fn name(html: &str) -> Option<&'static str> {
        prescan(html.as_bytes()).map(encoding_rs::Encoding::name)
    }

    #[test]
    fn encodings_are_found() {
        for (html, expected) in [
            ("<meta charset=koi8-r>", "KOI8-R"),
            ("<META/CHARSET='KOI8-R'>", "KOI8-R"),
            ("<meta charset=utf-16be>", "UTF-8"),
            ("<meta charset=x-user-defined>", "windows-1252"),
            ("<meta charset=nonsense><meta charset=big5>", "Big5"),
            ("<meta charset=big5 charset=koi8-r>", "Big5"),
            ("<meta content='charset=big5' charset=koi8-r>", "KOI8-R"),
            ("<meta charset=koi8-r content='charset=big5' http-equiv=content-type>", "KOI8-R"),
            ("<meta content='charset=big5'><meta charset=koi8-r>", "KOI8-R"),
            ("<meta HTTP-EQUIV=Content-Type content='a; charset=big5'>", "Big5"),
            ("<!--><meta charset=big5>-->", "Big5"),
            ("<!-- > <meta charset=koi8-r> --><meta charset=big5>", "Big5"),
            ("<?php <meta charset=koi8-r><meta charset=big5>", "Big5"),
            ("<a title='<meta charset=koi8-r>'><meta charset=big5>", "Big5"),
            ("</a title='<meta charset=koi8-r>'><meta charset=big5>", "Big5"),
            ("1 < 2 <meta charset=big5>", "Big5"),
            ("<meta =x charset=big5>", "Big5"),
            ("<?xml version='1.0' encoding='big5'?>", "Big5"),
            ("<?xml version='1.0' encoding = \"utf-16\" ?>", "UTF-8"),
            ("<?xml encoding='koi8-r'?><meta charset=big5>", "Big5"),
            ("<\0?\0x\0m\0l\0", "UTF-16LE"),
            ("\0<\0?\0x\0m\0l", "UTF-16BE"),
        ] {
            assert_eq!(name(html), Some(expected), "{html}");
        }
    }

    #[test]
    fn other_markup_names_none() {
        for html in [
            "",
            "<",
            "<meta",
            "<meta charset=koi8-r",
            "<meta charset='koi8-r",
            "<meta charset=koi8-r x='>",
            "<meta charset=koi8-r x",
            "<meta charset>",
            "<metacharset=koi8-r>",
            "<meta content='charset=koi8-r'>",
            "<meta http-equiv=refresh content='charset=koi8-r'>",
            "<meta charset=nonsense http-equiv=content-type content='charset=koi8-r'>",
            "<!-- <meta charset=koi8-r>",
            "<?xml encoding='koi 8'?>",
            "<?xml encoding=koi8-r?>",
            "<?xml encoding='koi8-r'",
            " <?xml encoding='koi8-r'?>",
        ] {
            assert_eq!(name(html), None, "{html}");
        }
    }

    #[test]
    fn the_tag_must_end_within_the_window() {
        let tag = "<meta charset=koi8-r>";
        let page = |before: usize| format!("{}{tag}", " ".repeat(before));
        assert_eq!(name(&page(WINDOW - tag.len())), Some("KOI8-R"));
        assert_eq!(name(&page(WINDOW - tag.len() + 1)), None);
    }
}
