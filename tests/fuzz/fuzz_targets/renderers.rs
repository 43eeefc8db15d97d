//! Whole articles, with strings that try to break out: HTML, parsed again, is inert and has the text
//! of the body in its order; JSON-LD stays in its script; JSON reads back as the same article.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint_fuzz::{Whole, assert_html_keeps_text, check_article};

fuzz_target!(|whole: Whole| {
    check_article(&whole.0);
    assert_html_keeps_text(&whole.0);
});
