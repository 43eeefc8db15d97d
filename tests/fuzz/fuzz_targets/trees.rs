//! The crate's tokenizer and html5ever's give the same tree on the crate's own arena.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint::{Limits, stages};
use newsprint_fuzz::Tags;

fuzz_target!(|tags: Tags| {
    for limits in [Limits::default(), Limits::default().with_attributes(2)] {
        assert!(stages::is_same_tree(&tags.0, &limits), "{:?}", tags.0);
    }
});
