//! Typed data from the HTML of news pages.

#[allow(dead_code, unused_imports)]
mod dom;
#[allow(dead_code)]
mod extract;
#[allow(dead_code, missing_docs)]
mod limits;
pub mod model;
#[allow(dead_code, unused_imports)]
mod value;

pub use dom::{Document, ElementRef, Selector, SelectorError};
pub use limits::Limits;
