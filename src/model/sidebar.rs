use serde::{Deserialize, Serialize};

use super::{Image, Timestamp};

/// A list of links to articles that stands around the article, such as 'most read'.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SidebarList {
    /// The heading as shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// What the list is ordered or chosen by.
    pub kind: ListKind,
    /// The entries, in page order.
    pub items: Vec<SidebarItem>,
}

/// What a [`SidebarList`] is ordered or chosen by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ListKind {
    /// 'Most read', 'most popular'.
    MostRead,
    /// 'Most viewed', 'most watched'.
    MostViewed,
    /// 'Most commented', 'most discussed'.
    MostCommented,
    /// 'Most shared'.
    MostShared,
    /// 'Trending', 'hot'.
    Trending,
    /// 'Latest', 'news feed'.
    Latest,
    /// 'Related', 'read also'.
    Related,
    /// 'Editors' choice'.
    EditorsPick,
    /// The page does not say.
    #[default]
    Other,
}

/// An entry of a [`SidebarList`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct SidebarItem {
    /// The place in a ranked list, from 1: as printed, or by position where the list is ordered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<u32>,
    /// The headline, without rank, emoji, label, time and counters.
    pub title: String,
    /// A kicker or section that stands with the headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Emoji that stand before the headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emoji: Option<String>,
    /// The article, resolved against the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// How often it was viewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub views: Option<u64>,
    /// How many comments it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comments: Option<u64>,
    /// How often it was shared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shares: Option<u64>,
    /// How many likes or other reactions it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reactions: Option<u64>,
    /// All numbers of the entry that count something, in page order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub counters: Vec<Counter>,
    /// When the article was published, as the entry says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Timestamp>,
    /// The picture of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
}

/// A number of an entry that counts something.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Counter {
    /// The text of the page.
    pub raw: String,
    /// The number; `12.3K` is 12300.
    pub value: u64,
    /// What it counts.
    pub kind: CounterKind,
    /// Why it was taken to count that; `None` when nothing on the page says what it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<CounterReason>,
}

impl Counter {
    /// A number of which the page does not say what it counts.
    pub fn unknown(raw: impl Into<String>, value: u64) -> Self {
        Self { raw: raw.into(), value, kind: CounterKind::Unknown, reason: None }
    }

    /// A number that counts `kind`, for the `reason` given.
    pub fn known(
        raw: impl Into<String>,
        value: u64,
        kind: CounterKind,
        reason: CounterReason,
    ) -> Self {
        Self { raw: raw.into(), value, kind, reason: Some(reason) }
    }
}

/// What a [`Counter`] counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CounterKind {
    /// Views or reads.
    Views,
    /// Comments.
    Comments,
    /// Shares.
    Shares,
    /// Likes and other reactions.
    Reactions,
    /// The page does not say.
    #[default]
    Unknown,
}

/// Why a [`Counter`] was taken to count what it counts.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CounterReason {
    /// A rule of this site profile.
    Profile(String),
    /// This class, id or icon name.
    Token(String),
    /// This `title`, `aria-label` or `alt` attribute.
    Label(String),
    /// This word beside the number.
    Word(String),
    /// The heading of the list: the one counter of 'most commented' counts comments.
    Heading(String),
}
