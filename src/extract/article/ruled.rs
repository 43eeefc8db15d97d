//! Values that the rules of a profile find.

use super::choice::Ruled;
use crate::dom::{ElementRef, Tag};
use crate::facts::Facts;
use crate::model::{Author, Image, Link, Timestamp};
use crate::profile::{ArticleField, Found, PageView, RuleMatches};
use crate::value::date::{self, DateContext};
use crate::value::text::collapse;
use crate::value::{counter, name};

/// Reads the values of a profile's rules as what their fields hold.
pub(super) struct Reader<'a> {
    page: &'a PageView<'a>,
    language: Option<&'a str>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(page: &'a PageView<'a>, facts: &'a Facts) -> Self {
        let stated = facts.language.first().map(|fact| fact.value.as_str());
        Self { page, language: stated.or(page.language()) }
    }

    fn found(&self, field: ArticleField) -> Vec<Found<'a>> {
        self.page.rules().map(|rules| rules.all(field)).unwrap_or_default()
    }

    /// The first value of a field that `read` understands.
    fn first<T>(
        &self,
        field: ArticleField,
        read: impl Fn(&Found<'a>) -> Option<T>,
    ) -> Option<Ruled<T>> {
        let found = self.found(field);
        found
            .iter()
            .find_map(|found| Some(Ruled { value: read(found)?, rule: found.rule.to_owned() }))
    }

    /// All values of a field that `read` understands; `None` where there is none.
    fn every<T>(
        &self,
        field: ArticleField,
        read: impl Fn(&Found<'a>) -> Vec<T>,
    ) -> Option<Ruled<Vec<T>>> {
        let found = self.found(field);
        let rule = found.first()?.rule.to_owned();
        let value: Vec<T> = found.iter().flat_map(read).collect();
        (!value.is_empty()).then_some(Ruled { value, rule })
    }

    pub(super) fn text(&self, field: ArticleField) -> Option<Ruled<String>> {
        self.first(field, |found| Some(collapse(&found.value)).filter(|text| !text.is_empty()))
    }

    pub(super) fn count(&self, field: ArticleField) -> Option<Ruled<u64>> {
        self.first(field, |found| counter::parse(&found.value))
    }

    pub(super) fn time(&self, field: ArticleField) -> Option<Ruled<Timestamp>> {
        let zone = self.page.rules().and_then(|rules| rules.rules().zone());
        let context = DateContext { language: self.language, zone, ..DateContext::default() };
        self.first(field, |found| {
            let time = date::parse(&found.value, &context);
            time.or_else(|| date::find(&found.value, &context)).filter(|time| time.value.is_some())
        })
    }

    pub(super) fn authors(&self) -> Option<Ruled<Vec<Author>>> {
        self.every(ArticleField::Authors, |found| {
            let rules = self.page.rules().map(RuleMatches::rules);
            let text = rules.and_then(|rules| rules.name_in(&found.value));
            let mut authors = name::authors(text.unwrap_or(&found.value), self.language);
            if let [author] = authors.as_mut_slice() {
                author.url = self.link(found.element);
            }
            authors
        })
    }

    pub(super) fn tags(&self) -> Option<Ruled<Vec<String>>> {
        self.every(ArticleField::Tags, |found| {
            let tag = collapse(found.value.trim_start_matches('#'));
            Some(tag).filter(|tag| !tag.is_empty()).into_iter().collect()
        })
    }

    pub(super) fn breadcrumbs(&self) -> Option<Ruled<Vec<Link>>> {
        self.every(ArticleField::Breadcrumbs, |found| {
            let link = Link { text: collapse(&found.value), url: self.link(found.element) };
            Some(link).filter(|link| !link.text.is_empty()).into_iter().collect()
        })
    }

    pub(super) fn image(&self) -> Option<Ruled<Image>> {
        self.first(ArticleField::LeadImage, |found| match found.element.tag() {
            Tag::Img => super::body::image(found.element, self.page.base()),
            _ => self.page.resolve(&found.value).map(Image::new),
        })
    }

    fn link(&self, element: ElementRef<'_>) -> Option<String> {
        let inside = std::iter::once(element).chain(element.elements());
        inside
            .filter(|element| element.tag() == Tag::A)
            .find_map(|link| self.page.resolve(link.attr("href")?))
    }
}
