//! The crate's tokenizer, much of which goes past html5ever's tree builder, and html5ever's give the
//! same tree on the crate's own arena.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint::{Limits, stages};
use newsprint_fuzz::Tags;

fuzz_target!(|tags: Tags| {
    let low = Limits::default().with_attributes(2).with_depth(16).with_formatting_elements(4);
    for limits in [Limits::default(), low] {
        assert!(stages::is_same_tree(&tags.0, &limits), "{:?}", tags.0);
    }
});
