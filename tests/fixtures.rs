//! The saved pages of `fixtures/`, each with all that is read from it and every rendering.
//!
//! A case is a folder with `page.html`, the bytes as a server sends them, and `page.url`, the
//! address. What is expected stands in `tests/snapshots/fixtures/<site>/<case>/`.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "support/output.rs"]
mod output;

use std::path::Path;

use insta::{assert_json_snapshot, assert_snapshot};
use newsprint::{NewsPage, Parser, Source};
use output::Output;

#[test]
fn saved_pages_give_what_is_in_them() {
    let parser = Parser::new();
    insta::glob!("../fixtures", "*/*/page.html", |path| {
        let folder = path.parent().expect("a page stands in the folder of its case");
        let page = parse(&parser, path);
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(Path::new("snapshots/fixtures").join(case(folder)));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.remove_snapshot_suffix();
        settings.remove_input_file();
        settings.bind(|| check(&page));
    });
}

/// `<site>/<case>`.
fn case(folder: &Path) -> &Path {
    let site = folder.parent().and_then(Path::parent).expect("a case stands in a site's folder");
    folder.strip_prefix(site).expect("the site's folder holds the case")
}

fn parse(parser: &Parser, path: &Path) -> NewsPage {
    let bytes = std::fs::read(path).expect("the page can be read");
    let url = std::fs::read_to_string(path.with_extension("url")).expect("the page has an address");
    parser.parse(Source::bytes(&bytes).with_url(url.trim())).expect("the page is HTML")
}

fn check(page: &NewsPage) {
    assert_json_snapshot!("output", Output::of(page));
    if let Ok(article) = page.article() {
        assert_snapshot!("text", article.to_text());
        assert_snapshot!("markdown", article.to_markdown());
        assert_snapshot!("html", article.to_html());
        assert_json_snapshot!("json_ld", article.to_json_ld());
    }
}
