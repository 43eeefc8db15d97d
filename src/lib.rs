//! Typed data from the HTML of news pages.

mod blocks;
mod decode;
mod dom;
mod error;
mod extract;
mod facts;
mod limits;
pub mod model;
mod parser;
pub mod profile;
mod render;
mod room;
mod source;
#[cfg(feature = "__stages")]
#[doc(hidden)]
pub mod stages;
mod value;

/// What trains the model of the body. Not part of the stable API.
#[cfg(feature = "training")]
#[doc(hidden)]
pub use blocks::training;

pub use dom::{Document, ElementRef, Selector, SelectorError};
pub use error::{Error, Result};
pub use limits::Limits;
pub use parser::{NewsPage, Parser};
pub use profile::{PageIdentity, PageView, Profile, ProfileError, Profiles, Rules, SiteProfile};
pub use source::Source;

#[doc = include_str!("../docs/sources.md")]
pub mod sources {}

#[doc = include_str!("../docs/robustness.md")]
pub mod robustness {}

/// The article of a page, with the built-in profiles and the default limits.
///
/// # Errors
///
/// [`Error::NotAnArticle`] where the page is something else, and the errors of [`Parser::parse`].
///
/// ```
/// let html = include_str!("../fixtures/other/minimal/page.html");
/// let article = newsprint::parse_article(html)?;
/// assert_eq!(article.title.as_deref(), Some("Old mill turns again after ninety years"));
/// assert_eq!(article.authors[0].name, "Nora Fennimore");
/// assert_eq!(article.body.len(), 4);
/// # Ok::<(), newsprint::Error>(())
/// ```
pub fn parse_article(html: &str) -> Result<model::Article> {
    Parser::new().parse(Source::html(html))?.into_article()
}

/// The lists around the article of a page, with the built-in profiles and the default limits.
/// Empty where there are none, or where the input is no HTML.
///
/// ```
/// let html = include_str!("../fixtures/informburo/news-item/page.html");
/// let lists = newsprint::parse_sidebar(html);
/// let popular = lists.iter().find(|list| list.items.len() == 10).unwrap();
/// assert_eq!(popular.heading.as_deref(), Some("Популярное"));
/// assert_eq!(popular.items[0].rank, Some(1));
/// assert_eq!(popular.items[0].emoji.as_deref(), Some("✈️"));
/// assert_eq!(popular.items[0].counters[0].value, 3351);
/// ```
pub fn parse_sidebar(html: &str) -> Vec<model::SidebarList> {
    let page = Parser::new().parse(Source::html(html));
    page.map(|page| page.sidebar().to_vec()).unwrap_or_default()
}

/// The currency quotes of a page, with the built-in profiles and the default limits. Empty where
/// there are none, or where the input is no HTML.
///
/// ```
/// let html = include_str!("../fixtures/informburo/news-item/page.html");
/// let quotes = newsprint::parse_currency(html);
/// assert_eq!(quotes[0].code, "USD");
/// assert_eq!(quotes[0].buy.unwrap().to_string(), "521.1");
/// assert_eq!(quotes[0].sell.unwrap().to_string(), "523.7");
/// ```
pub fn parse_currency(html: &str) -> Vec<model::CurrencyQuote> {
    let page = Parser::new().parse(Source::html(html));
    page.map(|page| page.currency().to_vec()).unwrap_or_default()
}
