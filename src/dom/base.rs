//! Where links lead.

use url::{Position, Url};

use super::{Document, ElementRef, Tag};

/// The longest address that is kept, in bytes. No server answers to a longer one, and a page whose
/// base is long would have all of it in each of its links.
const LONGEST_URL: usize = 8 * 1024;

/// Resolves the links of a page by the URL standard.
#[derive(Debug, Clone, Default)]
pub(crate) struct Base {
    page: Option<Url>,
    base: Option<Url>,
}

impl Base {
    /// The base of a page: `<base href>` against the page's address. Where the caller gives no
    /// address, the page's own canonical link or `og:url` stands for it.
    pub(crate) fn new(document: &Document, url: Option<&str>) -> Self {
        let page = url.and_then(web_url).or_else(|| stated_url(document));
        // Few pages have one, and all elements would be asked.
        let href = document.has_name("base").then(|| {
            let mut bases = document.elements().filter(|element| element.tag() == Tag::Base);
            bases.find_map(|element| element.attr("href"))
        });
        let href = href.flatten();
        let base = href.and_then(|href| match &page {
            Some(page) => page.join(href).ok().filter(is_base),
            None => web_url(href),
        });
        let base = base.or_else(|| page.clone());
        Self { page, base }
    }

    /// The page's address, as given or as the page states it.
    pub(crate) fn page(&self) -> Option<&Url> {
        self.page.as_ref()
    }

    /// The host that the page is from, without `www.`.
    pub(crate) fn host(&self) -> Option<&str> {
        let host = self.page.as_ref().or(self.base.as_ref())?.host_str()?;
        Some(host.strip_prefix("www.").unwrap_or(host))
    }

    /// The absolute form of a link. `None` for what leads nowhere on the web: `javascript:`,
    /// `data:`, `mailto:`, addresses of more than 8 KiB and text that is no address. A relative link of a page whose address is
    /// not known stays as it is.
    pub(crate) fn resolve(&self, link: &str) -> Option<String> {
        let link = link.trim();
        if link.is_empty() || link.len() > LONGEST_URL || leads_off_the_web(link) {
            return None;
        }
        if let Some(plain) = self.resolve_plain(link) {
            return Some(plain).filter(|url| url.len() <= LONGEST_URL);
        }
        let resolved = match &self.base {
            Some(base) => base.join(link).ok().filter(is_web).map(String::from),
            None => match Url::parse(link) {
                Ok(url) => is_web(&url).then(|| url.into()),
                Err(url::ParseError::RelativeUrlWithoutBase) => {
                    let plain = !link.contains(char::is_control);
                    plain.then(|| link.to_owned())
                }
                Err(_) => None,
            },
        };
        resolved.filter(|url| url.len() <= LONGEST_URL)
    }

    /// The absolute form of a link that the URL standard leaves as it is, as nearly all links of
    /// pages are: to parse those costs twenty times as much.
    fn resolve_plain(&self, link: &str) -> Option<String> {
        if link.starts_with('/') {
            let host = &self.base.as_ref()?[..Position::BeforePath];
            return is_plain_path(link).then(|| [host, link].concat());
        }
        let rest = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"))?;
        let (host, path) = rest.split_at_checked(memchr::memchr(b'/', rest.as_bytes())?)?;
        (is_plain_host(host) && is_plain_path(path)).then(|| link.to_owned())
    }
}

/// Whether a link names a scheme that is not of the web. Images that scripts load stand as `data:`
/// until then: a hundred bytes and more, and to parse one costs as much as all links of a body.
fn leads_off_the_web(link: &str) -> bool {
    let in_scheme = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let end = link.bytes().position(|byte| !in_scheme(byte));
    let Some((scheme, rest)) = end.and_then(|end| link.split_at_checked(end)) else { return false };
    rest.starts_with(':')
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && !["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web))
}

/// Whether a host is a domain in ASCII and lower case, with a last part that no number can be.
fn is_plain_host(host: &str) -> bool {
    let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.');
    let mut last = host.bytes().rev().take_while(|byte| *byte != b'.').peekable();
    host.bytes().all(is_plain)
        && last.peek().is_some()
        && last.all(|byte| byte.is_ascii_lowercase())
        && !(host.bytes().any(|byte| byte == b'-') && host.contains("xn--"))
}

/// Whether a path, with the query and fragment behind it, has neither characters to encode nor
/// parts that are resolved (`..`), and does not begin with a host.
fn is_plain_path(path: &str) -> bool {
    let kinds = |byte: &u8| PATH_BYTES.get(usize::from(*byte)).copied().unwrap_or_default();
    let is = |kind: u8| move |byte: &u8| kinds(byte) & kind != 0;
    let end = path.as_bytes().iter().position(|byte| !is(IN_PATH)(byte)).unwrap_or(path.len());
    let Some((path, rest)) = path.split_at_checked(end) else { return false };
    let mut dots = memchr::memchr_iter(b'.', path.as_bytes());
    !path.starts_with("//")
        && !dots.any(|at| path.get(..at).is_some_and(|before| before.ends_with('/')))
        && (rest.is_empty() || rest.starts_with(['?', '#']))
        && rest.as_bytes().iter().all(is(BEHIND_PATH))
}

/// Bytes that stay as they are in a path.
const IN_PATH: u8 = 1;

/// Bytes that do in the query and the fragment behind it.
const BEHIND_PATH: u8 = 2;

/// Where each byte stays as it is.
#[expect(clippy::indexing_slicing, reason = "a short table, made when the crate is compiled")]
const PATH_BYTES: [u8; 256] = {
    let (mut table, mut byte) = ([0; 256], 0_u8);
    while byte.is_ascii() {
        table[byte as usize] = match byte {
            b'/' | b'-' | b'_' | b'.' | b'~' | b'!' | b'$' | b'&' | b'(' | b')' | b'*' | b'+'
            | b',' | b';' | b'=' | b':' | b'@' => IN_PATH | BEHIND_PATH,
            b'?' | b'#' | b'%' => BEHIND_PATH,
            _ if byte.is_ascii_alphanumeric() => IN_PATH | BEHIND_PATH,
            _ => 0,
        };
        byte += 1;
    }
    table
};

fn web_url(text: &str) -> Option<Url> {
    let text = text.trim();
    let short = text.len() <= LONGEST_URL;
    short.then(|| Url::parse(text).ok().filter(is_base)).flatten()
}

/// Whether links can be resolved against an address.
fn is_base(url: &Url) -> bool {
    is_web(url) && url.as_str().len() <= LONGEST_URL
}

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

/// The address that the page gives as its own.
fn stated_url(document: &Document) -> Option<Url> {
    document.elements().filter_map(stated_by).find_map(web_url)
}

fn stated_by(element: ElementRef<'_>) -> Option<&str> {
    match element.tag() {
        Tag::Link => {
            let rel = element.attr("rel")?;
            let canonical =
                rel.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case("canonical"));
            canonical.then(|| element.attr("href"))?
        }
        Tag::Meta if element.attr("property") == Some("og:url") => element.attr("content"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn base() -> Base {
        let url = Url::parse("https://user:word@example.com:8080/news/1?x#y").ok();
        Base { page: url.clone(), base: url }
    }

    #[test]
    fn plain_links_are_the_most() {
        for link in ["/a-b/c.html?d=1&e=%D0#f", "http://m.example.com/", "https://a.kz/x,1.html#?"]
        {
            assert!(base().resolve_plain(link).is_some(), "{link}");
        }
        for link in ["//a.com/", "/a/../b", "/%2e%2e/b", "https://1.2/", "https://a.com", "a", "/я"]
        {
            assert_eq!(base().resolve_plain(link), None, "{link}");
        }
    }

    proptest! {
        /// What is not parsed for its scheme would come to nothing.
        #[test]
        fn what_leads_off_the_web_is_told_by_its_scheme(
            link in "(data|mailto|javascript|HTTPS?|http|ftp|a|[a-z0-9+.-]{0,6})(:|%3A)[/a-z:;,?#@ \\t]{0,9}",
        ) {
            let link = link.trim();
            for base in [base().base, None] {
                let parsed = base.map_or_else(|| Url::parse(link), |base| base.join(link));
                let kept = match parsed {
                    Ok(url) => is_web(&url),
                    Err(error) => error == url::ParseError::RelativeUrlWithoutBase,
                };
                prop_assert!(!(kept && leads_off_the_web(link)));
            }
        }

        /// What is not parsed is as it would be parsed.
        #[test]
        fn plain_links_stay_as_they_are(
            start in "(/|https?://(www\\.)?[a-z0-9.-]{0,6}|https?://[a-zA-Z.:@%-]{0,6})",
            rest in "[/a-cA-C0-9._~!$&'()*+,;=:@%?#\\\\\"<>|^`{}\\[\\] \t-]{0,12}",
        ) {
            let link = format!("{start}{rest}");
            if let Some(plain) = base().resolve_plain(&link) {
                let parsed = base().base.and_then(|base| base.join(&link).ok());
                prop_assert_eq!(Some(plain), parsed.map(String::from));
            }
        }
    }
}
