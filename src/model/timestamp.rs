use serde::{Deserialize, Serialize};

/// A moment as the page states it. No time zone is ever guessed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Timestamp {
    /// The text of the page that was read.
    pub raw: String,
    /// What it says, as far as it says it: an RFC 3339 date-time with its offset
    /// (`2024-04-01T12:16:00+05:00`), a local date-time when the offset is not known
    /// (`2024-04-01T12:16:00`), or a date (`2024-04-01`).
    ///
    /// `None` when the text needs a moment that the page does not give (`2 hours ago`, `19:01`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Where the offset from UTC comes from.
    pub offset: Offset,
    /// The smallest unit that the text states.
    pub precision: Precision,
}

impl Timestamp {
    /// A moment that was read from `raw`; `value` in one of the forms of [`Timestamp::value`].
    pub fn new(
        raw: impl Into<String>,
        value: Option<String>,
        offset: Offset,
        precision: Precision,
    ) -> Self {
        Self { raw: raw.into(), value, offset, precision }
    }

    /// The date of [`Timestamp::value`], as written there: `2024-04-01`.
    pub fn date(&self) -> Option<&str> {
        self.value.as_deref()?.get(..10)
    }
}

/// Where the offset of a [`Timestamp`] from UTC comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Offset {
    /// The page states it.
    Given,
    /// A site profile names this IANA time zone.
    Assumed(String),
    /// The page does not say.
    #[default]
    Unknown,
}

/// The smallest unit that a text about a moment states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Precision {
    /// A date.
    Day,
    /// Hours and minutes.
    Minute,
    /// Seconds or finer.
    Second,
}
