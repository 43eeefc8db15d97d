//! What the fuzz targets share: reading all of a page, checking what was written, and making
//! pages and articles out of arbitrary data.

mod check;
mod faulty;
mod read;
mod soup;
mod tags;
mod tokens;
mod whole;
mod written;

pub use check::{assert_html_keeps_text, assert_inert, assert_markdown_keeps_text};
pub use faulty::Faulty;
pub use read::{PARSER, check_article, read_all, read_html};
pub use soup::Soup;
pub use tags::Tags;
pub use tokens::assert_same_tokens;
pub use whole::Whole;
pub use written::Written;
