//! Reads all of a page.

use std::sync::LazyLock;

use newsprint::model::Article;
use newsprint::{NewsPage, Parser, Source};

use crate::assert_inert;

/// With the built-in profiles.
pub static PARSER: LazyLock<Parser> = LazyLock::new(Parser::new);

/// The moment that words like 'yesterday' count from.
const REFERENCE: &str = "2024-04-01T12:16:00+05:00";
/// A site with a built-in profile, so that rules run as well.
const PROFILED: &str = "https://informburo.kz/novosti/story";
const PLAIN: &str = "https://example.com/news/1";

/// Parses a page as text, once for a site with a profile and once for another, and reads all of it.
pub fn read_html(html: &str) {
    for url in [PROFILED, PLAIN] {
        let source = Source::html(html).with_url(url).with_reference_time(REFERENCE);
        if let Ok(page) = PARSER.parse(source) {
            read_all(&page);
        }
    }
}

/// Reads and renders all that is in a page, and checks what is written.
pub fn read_all(page: &NewsPage) {
    let mut written = vec![
        serde_json::to_string(page.sidebar()).expect("lists are plain data"),
        serde_json::to_string(page.currency()).expect("quotes are plain data"),
        serde_json::to_string(&page.report()).expect("a report is plain data"),
    ];
    page.report().warnings.iter().for_each(|warning| written.push(warning.to_string()));
    if let Ok(article) = page.article() {
        check_article(article);
    }
    assert!(written.iter().all(|text| !text.is_empty()));
}

/// Renders an article in every form, and reads its JSON back.
pub fn check_article(article: &Article) {
    let json = serde_json::to_string(article).expect("an article is plain data");
    let again: Article = serde_json::from_str(&json).expect("an article reads its own JSON");
    assert_eq!(&again, article);
    assert_inert(&article.to_html());
    article.to_text();
    article.to_markdown();
    let script = article.to_json_ld_script();
    assert!(!script.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{script}");
    let value: serde_json::Value = serde_json::from_str(&script).expect("JSON-LD is JSON");
    assert_eq!(value, article.to_json_ld());
}
