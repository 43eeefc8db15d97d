//! What the fuzz targets share: reading all of a page, checking what was written, and making
//! pages and articles out of arbitrary data.

mod check;
mod read;
mod soup;
mod tokens;
mod written;

pub use check::{assert_inert, assert_markdown_keeps_text};
pub use read::{PARSER, read_all, read_html};
pub use soup::Soup;
pub use tokens::assert_same_tokens;
pub use written::Written;
