//! What is known about the pages of a site, beyond what every page says of itself.
//!
//! A [`SiteProfile`] says which pages it is for, gives [`Rules`] for them, and may have hooks for
//! what rules cannot say. Where a rule finds nothing, and for what there is no rule, the generic
//! way answers. A [`Profile`] is data alone, read from TOML; [`Profiles`] is what a parser knows.
//!
//! # The format
//!
//! ```
//! # let text = r##"
//! name = "herald"                      # as it stands in the report of a page
//! hosts = ["herald.example"]           # with all hosts below them (www.herald.example)
//! site_names = ["The Herald"]          # og:site_name; this or `hosts` must be there
//! language = "en"                      # BCP 47, for pages that do not say theirs
//! time_zone = "Europe/London"          # IANA, for times that do not say theirs
//! base_currency = "GBP"                # ISO 4217, what the rates are in
//! bylines = ["Words: {name}"]          # what stands around a name in a byline
//!
//! [article]
//! ## Each rule is a selector, or several that are tried in order. The value is the text of the
//! ## element, or that of an attribute, if one is named behind the selector.
//! title = "h1"
//! kicker = ".overline"
//! dek = ["p.standfirst", "p.intro"]
//! authors = ".byline a"                # one element for each author
//! published = ["time.date @datetime", "time.date"]
//! modified = "time.updated @datetime"
//! section = "nav .active"
//! breadcrumbs = "ol.path a"            # one link for each step
//! tags = "ul.topics a"                 # one element for each tag
//! lead_image = "figure.lead img @src"
//! views = ".meta .views"
//! comments = "#comments @data-count"
//! ## The body: all elements that the first of these selectors with any matches, ...
//! body = ["div.story", "#content"]
//! ## ... without what these match, ...
//! drop = [".read-also", "aside"]
//! ## ... but with this, even inside something dropped: the innermost match decides.
//! keep = "aside.correction"
//!
//! [[sidebar]]                          # one for each list of links
//! list = "section.popular"             # the container; must be there
//! levels_up = 0                        # how far above what `list` matches it stands
//! heading = "h2"                       # inside the container, or
//! ## heading_text = "Most read"         # fixed
//! kind = "most_read"                   # a ListKind, in place of what the heading says
//! item = "ol > li"                     # inside the container; all below is inside an item
//! title = "a"
//! url = "a @href"                      # "@href" alone is an attribute of the item itself
//! label = ".section"
//! time = "time @datetime"
//! image = "img @src"
//! rank = ".number"
//! counters = ".count"                  # one element for each number, ...
//! counter_kinds = ["views", "comments"] # ... and what they count, in order (CounterKind)
//!
//! [[currency]]                         # one for each widget
//! container = "div.rates"              # must be there
//! source = "caption"                   # inside the container, or
//! ## source_text = "Bank of England"    # fixed
//! row = "tr"                           # inside the container; all below is inside a row
//! code = "th"
//! buy = "td.buy"
//! sell = "td.sell"
//! rate = "td.rate"                     # neither a buying nor a selling price
//! change = "td.change"
//! unit = "td.unit"                     # how many units the price is for, or
//! ## unit_count = 100                   # fixed
//!
//! [[currency]]
//! container = "div.ticker > span"
//! levels_up = 1                        # as for lists: div.ticker
//! row = "span"
//! code = "b"
//! prices = "i"                         # one text with several prices: "0.85 / 0.87"
//! prices_order = ["sell", "buy"]       # default: buy, sell; also: rate
//! # "##;
//! # use newsprint::profile::{PageIdentity, Profile, SiteProfile};
//! # let herald = Profile::from_toml(text)?;
//! # let page = newsprint::Document::parse("<h1>Rain</h1>", &newsprint::Limits::default());
//! # assert!(herald.matches(&PageIdentity::of(&page, Some("https://www.herald.example/"))));
//! # assert!(herald.rules().unmatched_in(&page).contains(&"article.dek".to_owned()));
//! # Ok::<(), newsprint::profile::ProfileError>(())
//! ```
//!
//! Selectors are CSS (Selectors Level 4). On a page made for it, `:has()` and `~` cost more than in
//! proportion to the page; `levels_up` does without.
//!
//! A key that is not among these, a selector that cannot be read, and an unknown time zone,
//! currency or kind are errors that name the line. Where nothing inside an item (or row) matches
//! one of its rules, the item itself may.
//!
//! # Testing a profile
//!
//! [`Rules::unmatched_in`] names the rules that find nothing in a saved page:
//!
//! ```
//! use newsprint::profile::{Profile, SiteProfile};
//! use newsprint::{Document, Limits};
//!
//! let herald = Profile::from_toml(r#"
//!     name = "herald"
//!     hosts = ["herald.example"]
//!     article.title = "h1.headline"
//!     article.body = "div.story"
//! "#)?;
//! let saved = Document::parse("<h1>Rain</h1><div class=story>It rains.", &Limits::default());
//! assert_eq!(herald.rules().unmatched_in(&saved), ["article.title"]);
//! # Ok::<(), newsprint::profile::ProfileError>(())
//! ```

mod data;
mod error;
mod file;
mod identity;
mod matches;
mod parts;
mod registry;
mod rules;
mod view;

#[cfg(test)]
mod tests;

use std::fmt;

use crate::model::{Article, CurrencyQuote, SidebarList};

pub use data::Profile;
pub use error::{ProfileError, ProfileFault};
pub use identity::PageIdentity;
pub(crate) use matches::{Container, Found, RuleMatches};
pub use parts::{ArticleField, CurrencyRule, ListPart, Price, QuotePart, SidebarRule};
pub use registry::Profiles;
pub(crate) use rules::{ListRule, QuoteRule};
pub use rules::{Rules, RulesBuilder};
pub(crate) use view::KnowsLanguage;
pub use view::PageView;

/// What is known about the pages of a site: rules, and hooks for what rules cannot say.
///
/// ```
/// use newsprint::model::Article;
/// use newsprint::profile::{ArticleField, PageIdentity, PageView, Profiles, Rules, SiteProfile};
///
/// #[derive(Debug)]
/// struct Herald(Rules);
///
/// impl SiteProfile for Herald {
///     fn name(&self) -> &str {
///         "herald"
///     }
///
///     fn matches(&self, page: &PageIdentity<'_>) -> bool {
///         page.host() == Some("herald.example")
///     }
///
///     fn rules(&self) -> &Rules {
///         &self.0
///     }
///
///     fn refine_article(&self, _page: &PageView<'_>, article: &mut Article) {
///         article.authors.retain(|author| author.name != "Herald staff");
///     }
/// }
///
/// let rules = Rules::builder().with(ArticleField::Title, ["h1.headline"]).build()?;
/// let profiles = Profiles::builtin().with(Herald(rules));
/// assert!(profiles.names().any(|name| name == "herald"));
/// # Ok::<(), newsprint::profile::ProfileError>(())
/// ```
pub trait SiteProfile: Send + Sync + fmt::Debug + 'static {
    /// The name, as in [`Report::profile`](crate::model::Report::profile).
    fn name(&self) -> &str;

    /// Whether a page is of the site.
    fn matches(&self, page: &PageIdentity<'_>) -> bool;

    /// The rules for the pages of the site.
    fn rules(&self) -> &Rules;

    /// Changes the article that the rules gave. Default: nothing.
    fn refine_article(&self, page: &PageView<'_>, article: &mut Article) {
        let _ = (page, article);
    }

    /// Changes the lists that the rules gave. Default: nothing.
    fn refine_sidebar(&self, page: &PageView<'_>, lists: &mut Vec<SidebarList>) {
        let _ = (page, lists);
    }

    /// Changes the quotes that the rules gave. Default: nothing.
    fn refine_currency(&self, page: &PageView<'_>, quotes: &mut Vec<CurrencyQuote>) {
        let _ = (page, quotes);
    }
}
