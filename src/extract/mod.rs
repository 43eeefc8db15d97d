//! The three typed extractors.

pub(crate) mod article;
