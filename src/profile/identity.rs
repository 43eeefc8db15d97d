//! Which page it is.

use url::Url;

use crate::dom::{Base, Document, ElementRef, Tag};

/// What a page says about where it is from, for [`SiteProfile::matches`](super::SiteProfile).
///
/// ```
/// use newsprint::profile::PageIdentity;
/// use newsprint::{Document, Limits};
///
/// let html = "<meta property=og:site_name content='The Herald'>";
/// let page = Document::parse(html, &Limits::default());
/// let identity = PageIdentity::of(&page, Some("https://www.herald.example/news/1"));
/// assert_eq!(identity.host(), Some("herald.example"));
/// assert_eq!(identity.site_name(), Some("The Herald"));
/// ```
#[derive(Debug, Clone)]
pub struct PageIdentity<'a> {
    host: Option<String>,
    canonical: Option<Url>,
    site_name: Option<&'a str>,
}

impl<'a> PageIdentity<'a> {
    /// The identity of a page, with the address it was fetched from, if known.
    pub fn of(document: &'a Document, url: Option<&str>) -> Self {
        Self::new(document, &Base::new(document, url))
    }

    /// The identity of a page whose base is known.
    pub(crate) fn new(document: &'a Document, base: &Base) -> Self {
        let (mut canonical, mut og_url, mut site_name) = (None, None, None);
        for element in document.elements() {
            match element.tag() {
                Tag::Link if is_canonical(element) => {
                    canonical = canonical.or_else(|| element.attr("href"));
                }
                Tag::Meta => match meta_name(element) {
                    "og:url" => og_url = og_url.or_else(|| element.attr("content")),
                    "og:site_name" => site_name = site_name.or_else(|| element.attr("content")),
                    _ => {}
                },
                _ => {}
            }
            // Nearly all pages say it in their heads.
            if canonical.is_some() && og_url.is_some() && site_name.is_some() {
                break;
            }
        }
        let resolve = |link: &str| Url::parse(&base.resolve(link)?).ok();
        Self {
            host: base.host().map(str::to_owned),
            canonical: canonical.and_then(resolve).or_else(|| og_url.and_then(resolve)),
            site_name: site_name.map(str::trim).filter(|name| !name.is_empty()),
        }
    }

    /// The host that the page is from, in lower case and without `www.`: of the address it was
    /// fetched from, or of the one it gives as its own.
    pub fn host(&self) -> Option<&str> {
        self.host.as_deref()
    }

    /// The host of [`Self::canonical_url`], in lower case and without `www.`.
    pub fn canonical_host(&self) -> Option<&str> {
        let host = self.canonical.as_ref()?.host_str()?;
        Some(host.strip_prefix("www.").unwrap_or(host))
    }

    /// The address that the page gives as its own, by `<link rel=canonical>` or `og:url`,
    /// resolved against the page.
    pub fn canonical_url(&self) -> Option<&str> {
        self.canonical.as_ref().map(Url::as_str)
    }

    /// The name of the site, by `og:site_name`.
    pub fn site_name(&self) -> Option<&str> {
        self.site_name
    }
}

fn is_canonical(link: ElementRef<'_>) -> bool {
    let rel = link.attr("rel").unwrap_or_default();
    rel.split_ascii_whitespace().any(|token| token.eq_ignore_ascii_case("canonical"))
}

fn meta_name(meta: ElementRef<'_>) -> &str {
    meta.attr("property").or_else(|| meta.attr("name")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;

    fn page(html: &str) -> Document {
        Document::parse(html, &Limits::default())
    }

    #[test]
    fn a_page_without_any_sign() {
        let page = page("<p>Rain");
        let identity = PageIdentity::of(&page, None);
        assert_eq!(identity.host(), None);
        assert_eq!(identity.canonical_url(), None);
        assert_eq!(identity.canonical_host(), None);
        assert_eq!(identity.site_name(), None);
    }

    #[test]
    fn hosts_are_in_lower_case_without_www() {
        let page = page("<link rel=canonical href='https://WWW.Herald.Example/a'>");
        let identity = PageIdentity::of(&page, Some("https://Mirror.Example:8080/a"));
        assert_eq!(identity.host(), Some("mirror.example"));
        assert_eq!(identity.canonical_host(), Some("herald.example"));
    }

    #[test]
    fn the_canonical_link_is_taken_before_og_url() {
        let page = page(
            "<meta property=og:url content=https://b.example/1><link rel=canonical href=/2>\
             <meta name=og:site_name content=' '>",
        );
        let identity = PageIdentity::of(&page, Some("https://a.example/"));
        assert_eq!(identity.canonical_url(), Some("https://a.example/2"));
        assert_eq!(identity.site_name(), None);
    }
}
