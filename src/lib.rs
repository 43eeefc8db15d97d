//! Typed data from the HTML of news pages.

pub mod model;
#[cfg_attr(
    not(test),
    expect(dead_code, reason = "the extractors that read these values come next")
)]
mod value;
