//! Whole pages with faults: cut, bytes flipped, tags dropped, swapped, doubled and put in.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint::Source;
use newsprint_fuzz::{Faulty, PARSER, read_all};

fuzz_target!(|page: Faulty| {
    let source = Source::bytes(&page.bytes).with_url(page.url);
    if let Ok(page) = PARSER.parse(source) {
        read_all(&page);
    }
});
