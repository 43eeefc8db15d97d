//! Typed data from the HTML of news pages.

#[allow(dead_code)]
mod blocks;
#[allow(dead_code, unused_imports)]
mod decode;
#[allow(dead_code, unused_imports)]
mod dom;
mod error;
#[allow(dead_code)]
mod extract;
mod limits;
pub mod model;
#[allow(dead_code, unused_imports)]
pub mod profile;
#[allow(dead_code)]
mod source;
#[allow(dead_code)]
mod value;

pub use dom::{Document, ElementRef, Selector, SelectorError};
pub use error::{Error, Result};
pub use limits::Limits;
pub use source::Source;
