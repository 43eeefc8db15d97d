//! All that is read from a page, as one value.

use newsprint::NewsPage;
use newsprint::model::{Article, CurrencyQuote, Report, SidebarList};
use serde::{Deserialize, Serialize};

/// Article (or the reason why there is none), lists, quotes and report.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Output {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    article: Option<Article>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    sidebar: Vec<SidebarList>,
    currency: Vec<CurrencyQuote>,
    report: Report,
}

impl Output {
    pub(crate) fn of(page: &NewsPage) -> Self {
        Self {
            article: page.article().ok().cloned(),
            error: page.article().err().map(|error| error.to_string()),
            sidebar: page.sidebar().to_vec(),
            currency: page.currency().to_vec(),
            report: page.report(),
        }
    }
}
