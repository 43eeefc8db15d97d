//! Everything that the crate can do with a page.

use newsprint::NewsPage;

use crate::output::Output;

/// Reads a page to the last and writes it in each way; the lengths of what was written.
pub(crate) fn everything(page: &NewsPage) -> Vec<usize> {
    let json = serde_json::to_string(&Output::of(page)).map(|json| json.len());
    let mut lengths = vec![json.unwrap_or_default()];
    if let Ok(article) = page.article() {
        lengths.extend([
            article.to_text().len(),
            article.to_markdown().len(),
            article.to_html().len(),
            article.to_json_ld().to_string().len(),
            article.to_json_ld_script().len(),
        ]);
    }
    lengths
}
