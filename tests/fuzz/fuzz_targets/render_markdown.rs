//! Articles to Markdown and back: no words are lost, and none appear; the HTML is inert.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint_fuzz::{Written, assert_inert, assert_markdown_keeps_text};

fuzz_target!(|written: Written| {
    assert_inert(&written.0.to_html());
    assert_markdown_keeps_text(&written.0);
});
