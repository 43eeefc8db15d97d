//! TOML of profiles: an error has a message, and what is read can parse a page.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint::{Parser, Profile, Profiles, Source};
use newsprint_fuzz::read_all;

/// A page with what rules look for: an article, a list and rates.
const PAGE: &str = include_str!("../../../fixtures/informburo/news-item/page.html");

fuzz_target!(|text: &str| {
    match Profile::from_toml(text) {
        Ok(profile) => {
            let parser = Parser::new().with_profiles(Profiles::none().with(profile));
            let source = Source::html(PAGE).with_url("https://example.com/news/1");
            read_all(&parser.parse(source).expect("the page is HTML"));
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
