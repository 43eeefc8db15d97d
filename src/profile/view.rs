//! A page as hooks see it.

use super::RuleMatches;
use crate::Limits;
use crate::dom::{Base, Document, ElementRef, Selector};

/// A page, read-only, as the hooks of a [`SiteProfile`](super::SiteProfile) see it.
#[derive(Debug, Clone, Copy)]
pub struct PageView<'a> {
    document: &'a Document,
    base: &'a Base,
    limits: &'a Limits,
    rules: Option<&'a RuleMatches<'a>>,
    profile_name: Option<&'a str>,
    language: Language<'a>,
}

/// The language of a page. To know it, the metadata must be read, so that is left until someone
/// asks.
#[derive(Clone, Copy)]
enum Language<'a> {
    Known(Option<&'a str>),
    Lazy(&'a dyn KnowsLanguage),
}

/// What finds the language of a page.
pub(crate) trait KnowsLanguage: Send + Sync {
    /// The language, as a BCP 47 tag.
    fn language(&self) -> Option<&str>;
}

impl std::fmt::Debug for Language<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Known(language) => language.fmt(f),
            Self::Lazy(_) => f.write_str("…"),
        }
    }
}

impl<'a> PageView<'a> {
    /// A view of a page of which no profile says anything.
    pub(crate) fn new(document: &'a Document, base: &'a Base, limits: &'a Limits) -> Self {
        Self {
            document,
            base,
            limits,
            rules: None,
            profile_name: None,
            language: Language::Known(None),
        }
    }

    /// The view with what the rules of a profile match.
    #[must_use]
    pub(crate) fn with_rules(self, rules: Option<&'a RuleMatches<'a>>) -> Self {
        Self { rules, ..self }
    }

    /// The view with the name of the profile.
    #[must_use]
    pub(crate) fn with_profile_name(self, profile_name: Option<&'a str>) -> Self {
        Self { profile_name, ..self }
    }

    /// The view with the language of the page.
    #[cfg(test)]
    #[must_use]
    pub(crate) fn with_language(self, language: Option<&'a str>) -> Self {
        Self { language: Language::Known(language), ..self }
    }

    /// The view with what finds the language of the page.
    #[must_use]
    pub(crate) fn with_language_of(self, page: &'a dyn KnowsLanguage) -> Self {
        Self { language: Language::Lazy(page), ..self }
    }

    /// The page.
    pub fn document(&self) -> &'a Document {
        self.document
    }

    /// The page's address, as given or as the page states it.
    pub fn url(&self) -> Option<&'a str> {
        self.base.page().map(url::Url::as_str)
    }

    /// The host that the page is from, in lower case and without `www.`.
    pub fn host(&self) -> Option<&'a str> {
        self.base.host()
    }

    /// The absolute form of a link; `None` for what leads nowhere on the web.
    pub fn resolve(&self, link: &str) -> Option<String> {
        self.base.resolve(link)
    }

    /// The elements that match, in document order.
    pub fn select(&self, selector: &Selector) -> impl Iterator<Item = ElementRef<'a>> {
        self.document.select(selector)
    }

    /// The language of the page, as a BCP 47 tag.
    pub fn language(&self) -> Option<&'a str> {
        match self.language {
            Language::Known(language) => language,
            Language::Lazy(page) => page.language(),
        }
    }

    /// Resolves links.
    pub(crate) fn base(&self) -> &'a Base {
        self.base
    }

    /// The limits of the parse.
    pub(crate) fn limits(&self) -> &'a Limits {
        self.limits
    }

    /// The name of the profile.
    pub(crate) fn profile_name(&self) -> Option<&'a str> {
        self.profile_name
    }

    /// What the rules of the profile match.
    pub(crate) fn rules(&self) -> Option<&'a RuleMatches<'a>> {
        self.rules
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_resolved_against_the_page() {
        let limits = Limits::default();
        let page = Document::parse("<p class=lead>Rain", &limits);
        let base = Base::new(&page, Some("https://www.herald.example/news/1"));
        let view = PageView::new(&page, &base, &limits).with_language(Some("en"));
        assert_eq!(view.url(), Some("https://www.herald.example/news/1"));
        assert_eq!(view.host(), Some("herald.example"));
        assert_eq!(view.resolve("2").as_deref(), Some("https://www.herald.example/news/2"));
        assert_eq!(view.language(), Some("en"));
        let lead = Selector::parse(".lead").unwrap();
        assert_eq!(view.select(&lead).map(ElementRef::text).collect::<Vec<_>>(), ["Rain"]);
    }
}
