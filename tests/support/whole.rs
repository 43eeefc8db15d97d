//! All that can be read from a page, as one value.

use newsprint::NewsPage;
use serde_json::{Value, json};

/// Article (or the reason why there is none), lists, quotes and report.
pub fn output(page: &NewsPage) -> Value {
    let (article, error) = match page.article() {
        Ok(article) => (Some(article), None),
        Err(error) => (None, Some(error.to_string())),
    };
    json!({
        "article": article,
        "error": error,
        "sidebar": page.sidebar(),
        "currency": page.currency(),
        "report": page.report(),
    })
}
