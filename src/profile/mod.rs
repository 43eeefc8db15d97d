//! What is known about the pages of a site.

mod data;
mod error;
mod file;
mod identity;
mod matches;
mod parts;
mod registry;
mod rules;
mod view;

use std::fmt;

use crate::model::{Article, CurrencyQuote, SidebarList};

pub use data::Profile;
pub use error::{ProfileError, ProfileFault};
pub use identity::PageIdentity;
pub(crate) use matches::{Container, Found, RuleMatches};
pub use parts::{ArticleField, CurrencyRule, ListPart, Price, QuotePart, SidebarRule};
pub use registry::Profiles;
pub(crate) use rules::{Alternatives, ListRule, QuoteRule};
pub use rules::{Rules, RulesBuilder};
pub use view::PageView;

/// What is known about the pages of a site: rules, and hooks for what rules cannot say.
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
