//! The `charset` of an HTTP `Content-Type` header.
//!
//! Fetch's [legacy extract an encoding] over its [extract a MIME type]; a single value is read by
//! the [MIME type parser].
//!
//! [legacy extract an encoding]: https://fetch.spec.whatwg.org/#legacy-extract-an-encoding
//! [extract a MIME type]: https://fetch.spec.whatwg.org/#concept-header-extract-mime-type
//! [MIME type parser]: https://mimesniff.spec.whatwg.org/#parse-a-mime-type

use encoding_rs::Encoding;

/// The encoding that a header names, if it is a known one.
pub(super) fn charset(header: &str) -> Option<&'static Encoding> {
    let mut essence = String::new();
    let mut charset = None;
    for value in split_outside_quotes(header, ',') {
        let Some(mime) = MimeType::parse(value).filter(|mime| mime.essence != "*/*") else {
            continue;
        };
        if mime.charset.is_some() || mime.essence != essence {
            charset = mime.charset;
        }
        essence = mime.essence;
    }
    Encoding::for_label(charset?.as_bytes())
}

/// What is wanted of a MIME type.
struct MimeType {
    /// `type/subtype` in lower case.
    essence: String,
    /// The first `charset` parameter, as written.
    charset: Option<String>,
}

impl MimeType {
    fn parse(value: &str) -> Option<Self> {
        let mut parts = split_outside_quotes(value, ';');
        let essence = parts.next()?.trim_matches(is_http_space).to_ascii_lowercase();
        let (kind, subtype) = essence.split_once('/')?;
        if !is_token(kind) || !is_token(subtype) {
            return None;
        }
        let charset = parts.find_map(charset_parameter);
        Some(Self { essence, charset })
    }
}

/// The value of a parameter, if it is a `charset` that has one.
fn charset_parameter(parameter: &str) -> Option<String> {
    let (name, value) = parameter.split_once('=')?;
    if !name.trim_start_matches(is_http_space).eq_ignore_ascii_case("charset") {
        return None;
    }
    match value.strip_prefix('"') {
        Some(quoted) => Some(unquote(quoted)),
        None => Some(value.trim_end_matches(is_http_space).to_owned()).filter(|v| !v.is_empty()),
    }
}

/// The content of a quoted string, after its first quote. What follows the last quote is ignored,
/// and the last quote may be missing.
fn unquote(quoted: &str) -> String {
    let mut value = String::new();
    let mut chars = quoted.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => value.push(chars.next().unwrap_or('\\')),
            _ => value.push(c),
        }
    }
    value
}

/// Splits at a separator, but not where it stands in a quoted string.
fn split_outside_quotes(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let (mut quoted, mut escaped) = (false, false);
    text.split(move |c: char| {
        let skip = std::mem::take(&mut escaped);
        match c {
            _ if skip => false,
            '\\' if quoted => {
                escaped = true;
                false
            }
            '"' => {
                quoted = !quoted;
                false
            }
            _ => c == separator && !quoted,
        }
    })
}

fn is_http_space(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' ')
}

/// Whether all is [HTTP token code points](https://mimesniff.spec.whatwg.org/#http-token-code-point).
fn is_token(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !text.is_empty() && text.chars().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::charset;

    fn name(header: &str) -> Option<&'static str> {
        charset(header).map(encoding_rs::Encoding::name)
    }

    #[test]
    fn charsets_are_found() {
        for (header, expected) in [
            ("text/html; charset=windows-1251", "windows-1251"),
            ("text/html;charset=UTF-8", "UTF-8"),
            (" Text/HTML ; Charset=koi8-r ", "KOI8-R"),
            ("text/html; charset=\"Shift_JIS\"", "Shift_JIS"),
            ("text/html; charset=\"gb18030\"x", "gb18030"),
            ("text/html; charset=\"euc-kr", "EUC-KR"),
            ("text/html; charset=\"euc\\-kr\"", "EUC-KR"),
            ("text/html; x=\"; charset=utf-8\"; charset=euc-jp", "EUC-JP"),
            ("text/html; charset=; charset=euc-jp", "EUC-JP"),
            ("text/html; charset=euc-jp; charset=utf-8", "EUC-JP"),
            ("text/html; charset=latin1", "windows-1252"),
            ("text/html; charset=utf-16", "UTF-16LE"),
            ("text/html; version=\"a\\\"b;\"; charset=big5", "Big5"),
            ("text/html; charset=utf-8, */*; charset=koi8-r", "UTF-8"),
            ("text/html; charset=big5, text/html", "Big5"),
            ("text/plain; charset=big5, text/html; charset=koi8-r", "KOI8-R"),
        ] {
            assert_eq!(name(header), Some(expected), "{header}");
        }
    }

    #[test]
    fn other_headers_name_no_charset() {
        for header in [
            "",
            "text/html",
            "charset=utf-8",
            "text; charset=utf-8",
            "te xt/html; charset=utf-8",
            "text/html; charset",
            "text/html; charset =utf-8",
            "text/html; charset=",
            "text/html; charset=none-such",
            "text/html; xcharset=utf-8",
            "text/html; charset='utf-8'",
            "text/html; charset=utf-8, text/plain",
        ] {
            assert_eq!(name(header), None, "{header}");
        }
    }
}
