use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Timestamp;

/// One row of an exchange-rate widget. Decimals are exact, and strings in JSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CurrencyQuote {
    /// The quoted currency, as an ISO 4217 code (`RUR` is given as `RUB`).
    pub code: String,
    /// The currency that the prices are in, as an ISO 4217 code, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// How many units of `code` the prices are for; mostly 1, 10 or 100.
    pub unit: u32,
    /// What the source pays for `unit` of `code`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub buy: Option<Decimal>,
    /// What the source asks for `unit` of `code`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub sell: Option<Decimal>,
    /// A single rate that is neither a buying nor a selling price, as that of a central bank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub rate: Option<Decimal>,
    /// The change since the quote before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// Whose rate it is, as the page says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// When the rate was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Timestamp>,
}

impl CurrencyQuote {
    /// A quote for one unit of `code`, without any price yet.
    pub fn new(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            base: None,
            unit: 1,
            buy: None,
            sell: None,
            rate: None,
            change: None,
            source: None,
            as_of: None,
        }
    }
}

/// How a rate moved.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Change {
    /// By how much, signed, in the unit of the price.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub value: Option<Decimal>,
    /// By how many per cent, signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub percent: Option<Decimal>,
    /// The direction, from the sign, an arrow, an image or a class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
}

/// The direction of a [`Change`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Direction {
    /// The price rose.
    Up,
    /// The price fell.
    Down,
    /// The price stayed.
    Unchanged,
}
