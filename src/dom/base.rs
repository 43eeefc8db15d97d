//! Where links lead.

use url::Url;

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
        let href = document
            .elements()
            .filter(|element| element.tag() == Tag::Base)
            .find_map(|element| element.attr("href"));
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
        if link.is_empty() || link.len() > LONGEST_URL {
            return None;
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
}

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
