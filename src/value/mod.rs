//! Text to value: pure functions from the text of a page to numbers, money, moments and names.
//!
//! Nothing here knows of HTML. What depends on a language is data, in [`locale`].

pub(crate) mod bytes;
pub(crate) mod counter;
pub(crate) mod currency;
pub(crate) mod date;
pub(crate) mod letter;
pub(crate) mod locale;
pub(crate) mod lookup;
pub(crate) mod money;
pub(crate) mod name;
pub(crate) mod number;
pub(crate) mod text;
pub(crate) mod word;
