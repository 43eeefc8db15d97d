//! CSS selectors: what is read keeps its text, is read again, and can be matched.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use newsprint::{NewsPage, Parser, Selector, Source};

static PAGE: LazyLock<NewsPage> = LazyLock::new(|| {
    let html = include_str!("../../../fixtures/other/minimal/page.html");
    Parser::new().parse(Source::html(html)).expect("the page is HTML")
});

fuzz_target!(|text: &str| {
    match Selector::parse(text) {
        Ok(selector) => {
            assert!(Selector::parse(selector.as_str()).is_ok());
            let found = PAGE.document().select(&selector).count();
            let everything = Selector::parse("*").expect("a selector");
            let elements = PAGE.document().select(&everything);
            assert_eq!(elements.filter(|element| selector.matches(*element)).count(), found);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
