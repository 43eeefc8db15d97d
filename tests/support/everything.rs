//! Everything that the crate can do with a page.

use newsprint::NewsPage;
use serde_json::{Value, json};

use crate::whole;

/// The output, and the article in each rendering.
pub fn everything(page: &NewsPage) -> Value {
    let mut all = whole::output(page);
    if let Ok(article) = page.article() {
        all["text"] = json!(article.to_text());
        all["markdown"] = json!(article.to_markdown());
        all["html"] = json!(article.to_html());
        all["json_ld"] = article.to_json_ld();
        all["json_ld_script"] = json!(article.to_json_ld_script());
    }
    all
}
