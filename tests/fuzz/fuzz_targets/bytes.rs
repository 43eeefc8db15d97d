//! Bytes to a page, all of it read and rendered.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint::Source;
use newsprint_fuzz::{PARSER, read_all};

fuzz_target!(|data: &[u8]| {
    if let Ok(page) = PARSER.parse(Source::bytes(data)) {
        read_all(&page);
    }
});
