//! Encodings that a page names in its own markup.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

/// Finds the `charset` in the `content` of a `<meta>` element: the standard's
/// [extracting a character encoding from a `meta` element].
///
/// [extracting a character encoding from a `meta` element]: https://html.spec.whatwg.org/multipage/urls-and-fetching.html#extracting-character-encodings-from-meta-elements
pub(super) fn from_content(content: &[u8]) -> Option<&'static Encoding> {
    const NAME: &[u8] = b"charset";
    let mut rest = content;
    loop {
        let at = rest.windows(NAME.len()).position(|w| w.eq_ignore_ascii_case(NAME))?;
        rest = rest.get(at + NAME.len()..)?.trim_ascii_start();
        if let [b'=', value @ ..] = rest {
            return Encoding::for_label(unquoted(value.trim_ascii_start())?);
        }
    }
}

/// A value up to the quote that it begins with, or else up to a space or semicolon. A quote that
/// nothing answers makes it no value.
fn unquoted(value: &[u8]) -> Option<&[u8]> {
    match value {
        [] => None,
        [quote @ (b'"' | b'\''), rest @ ..] => {
            rest.iter().position(|b| b == quote).and_then(|end| rest.get(..end))
        }
        _ => value.split(|b| *b == b';' || b.is_ascii_whitespace()).next(),
    }
}

/// What a `<meta>` element stands for when it names an encoding: it was read byte by byte, so the
/// page can't be UTF-16, and `x-user-defined` is meant for scripts alone.
pub(super) fn as_meta(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == X_USER_DEFINED { WINDOWS_1252 } else { as_xml(encoding) }
}

/// What an XML declaration stands for when it names an encoding.
pub(super) fn as_xml(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding }
}

#[cfg(test)]
mod tests {
    use super::from_content;

    fn name(content: &str) -> Option<&'static str> {
        from_content(content.as_bytes()).map(encoding_rs::Encoding::name)
    }

    #[test]
    fn charsets_are_found() {
        for (content, expected) in [
            ("text/html; charset=koi8-r", "KOI8-R"),
            ("CHARSET = \"koi8-r\" x", "KOI8-R"),
            ("charset='koi8-r'", "KOI8-R"),
            ("charset=koi8-r;x", "KOI8-R"),
            ("charset charset=koi8-r", "KOI8-R"),
            ("charsetcharset=koi8-r", "KOI8-R"),
        ] {
            assert_eq!(name(content), Some(expected), "{content}");
        }
    }

    #[test]
    fn other_content_names_none() {
        for content in ["", "charset", "charset=", "charset=\"koi8-r", "charset=koi8-r\"", "koi8-r"]
        {
            assert_eq!(name(content), None, "{content}");
        }
    }
}
