use std::fmt;

use serde::{Deserialize, Serialize};

/// What a parse noticed about a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Report {
    /// The WHATWG name of the encoding that the bytes were read in; `None` for text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// Which step decided the encoding; `None` for text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding_source: Option<EncodingSource>,
    /// The site profile that was used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
    /// What may be wrong, in the order in which it was noticed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
}

/// Which step of the WHATWG algorithm decided the encoding of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EncodingSource {
    /// A byte order mark.
    ByteOrderMark,
    /// The `charset` of the HTTP `Content-Type` header.
    ContentType,
    /// A `<meta>` element in the first 1024 bytes.
    Meta,
    /// The bytes themselves.
    Detector,
}

/// Something about a page that may be wrong.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Warning {
    /// There are bytes that are no text in the encoding of the page; each stands as U+FFFD.
    MalformedBytes,
    /// A limit was reached and the rest was left out.
    LimitReached {
        /// The name of the limit, as in `Limits::with_…`.
        limit: String,
        /// How much of it is allowed.
        allowed: u64,
        /// Where the page went over it first: `byte 1048576` of the text as UTF-8, the third
        /// `<table>` as `<table> 3`, the second of the lists as `list 2`, the first script of JSON-LD as
        /// `JSON-LD block 1`.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        place: String,
    },
    /// A JSON-LD block is no JSON, even after mending.
    BrokenJsonLd {
        /// What the JSON reader says.
        message: String,
    },
    /// Two sources of one field contradict each other.
    Disagreement {
        /// The field.
        field: super::Field,
        /// What was taken.
        taken: String,
        /// What another source says.
        other: String,
        /// That other source.
        origin: super::Origin,
    },
    /// The author is the site itself.
    AuthorIsPublisher {
        /// The name.
        name: String,
    },
    /// Words of the title appear nowhere in the body.
    TitleNotInBody,
    /// A rule of the site profile found nothing on a page of the site.
    RuleFoundNothing {
        /// The profile.
        profile: String,
        /// The key of the rule.
        rule: String,
    },
    /// A time zone of the profile is not in the IANA database, or a local time does not exist.
    TimeZone {
        /// What is wrong.
        message: String,
    },
    /// A quote buys dearer than it sells.
    BuyAboveSell {
        /// The ISO 4217 code.
        code: String,
    },
}

impl Warning {
    pub(crate) fn limit_reached(limit: &str, allowed: usize, place: String) -> Self {
        Self::LimitReached { limit: limit.to_owned(), allowed: allowed as u64, place }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MalformedBytes => f.write_str("some bytes are no text in the page's encoding"),
            Self::LimitReached { limit, allowed, place } if place.is_empty() => {
                write!(f, "the limit of {allowed} {limit} was reached; the rest was left out")
            }
            Self::LimitReached { limit, allowed, place } => {
                write!(
                    f,
                    "the limit of {allowed} {limit} was reached at {place}; the rest was left out"
                )
            }
            Self::BrokenJsonLd { message } => write!(f, "a JSON-LD block is no JSON: {message}"),
            Self::Disagreement { field, taken, other, origin } => {
                write!(f, "{field:?}: took {taken:?}, but {origin} says {other:?}")
            }
            Self::AuthorIsPublisher { name } => write!(f, "the author {name:?} is the site itself"),
            Self::TitleNotInBody => f.write_str("no word of the title is in the body"),
            Self::RuleFoundNothing { profile, rule } => {
                write!(f, "rule {rule} of profile {profile} found nothing")
            }
            Self::TimeZone { message } => f.write_str(message),
            Self::BuyAboveSell { code } => write!(f, "{code} buys dearer than it sells"),
        }
    }
}
