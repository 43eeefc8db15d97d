//! Texts of counters and whole numbers: what is read, written in digits, reads as itself, and white
//! space around it says nothing.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint::stages::{counter, integer};

fuzz_target!(|text: &str| {
    for read in [counter, integer] {
        let number = read(text);
        assert_eq!(read(&format!(" {text}\u{a0}")), number, "{text:?}");
        if let Some(number) = number {
            assert_eq!(read(&number.to_string()), Some(number), "{text:?}");
        }
    }
});
