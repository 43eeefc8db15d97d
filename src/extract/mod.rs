//! What a page says, as the types of the model.

pub(crate) mod currency;
