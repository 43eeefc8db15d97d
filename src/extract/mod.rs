//! The three typed extractors.

pub(crate) mod article;
pub(crate) mod currency;
pub(crate) mod sidebar;
pub(crate) mod tidy;
