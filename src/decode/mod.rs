//! Bytes to text, in the order of the HTML standard, and a look at what is no HTML at all.
//!
//! The order is that of [determining the character encoding]: a byte order mark, the header of
//! the transport, a `<meta>` element near the start, and a detector where the page doesn't say.
//!
//! [determining the character encoding]: https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding

mod content_type;
mod detect;
mod label;
mod prescan;
pub(crate) mod sniff;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use encoding_rs::Encoding;

use crate::model::EncodingSource;

/// The text of a page and how it was come by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decoded<'a> {
    /// The text, without a byte order mark; borrowed where the bytes are UTF-8 already.
    pub(crate) text: Cow<'a, str>,
    /// The WHATWG name of the encoding.
    pub(crate) encoding: &'static str,
    /// The step that decided the encoding.
    pub(crate) source: EncodingSource,
    /// Whether some bytes are no text in that encoding; each malformed sequence stands as U+FFFD.
    pub(crate) malformed: bool,
}

/// Decodes a page, given the value of its `Content-Type` header if there was one.
pub(crate) fn decode<'a>(bytes: &'a [u8], content_type: Option<&str>) -> Decoded<'a> {
    let (encoding, source, mark) = choose(bytes, content_type);
    let body = bytes.get(mark..).unwrap_or_default();
    let (text, malformed) = encoding.decode_without_bom_handling(body);
    Decoded { text, encoding: encoding.name(), source, malformed }
}

/// The encoding, the step that decided it, and the length of the byte order mark.
fn choose(bytes: &[u8], content_type: Option<&str>) -> (&'static Encoding, EncodingSource, usize) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return (encoding, EncodingSource::ByteOrderMark, mark);
    }
    if let Some(encoding) = content_type.and_then(content_type::charset) {
        return (encoding, EncodingSource::ContentType, 0);
    }
    if let Some(encoding) = prescan::prescan(bytes) {
        return (encoding, EncodingSource::Meta, 0);
    }
    (detect::detect(bytes), EncodingSource::Detector, 0)
}
