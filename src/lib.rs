//! Typed data from the HTML of news pages.

pub mod model;
#[expect(dead_code, reason = "the extractors that read these values come next")]
mod value;
