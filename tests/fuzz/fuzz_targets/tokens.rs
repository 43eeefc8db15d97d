//! The crate's tokenizer and html5ever's give the same tokens and the same tree.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint_fuzz::assert_same_tokens;

fuzz_target!(|data: &[u8]| assert_same_tokens(&String::from_utf8_lossy(data)));
