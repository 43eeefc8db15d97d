//! Typed data from the HTML of news pages.

pub mod model;
mod render;
