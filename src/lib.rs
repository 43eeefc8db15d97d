//! Typed data from the HTML of news pages.

#[cfg_attr(not(test), expect(dead_code, reason = "the parser that decodes is not there yet"))]
mod decode;
mod error;
mod limits;
pub mod model;
#[cfg_attr(not(test), expect(dead_code, reason = "the parser that reads sources is not there yet"))]
mod source;

pub use error::{Error, Result};
pub use limits::Limits;
pub use source::Source;
