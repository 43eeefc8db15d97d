//! The typed extractors: rules, facts and blocks made into the values of the model.

pub(crate) mod sidebar;
