use serde::{Deserialize, Serialize};

/// An image of the page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Image {
    /// The largest candidate, resolved against the page.
    pub url: String,
    /// The alternative text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// Width in CSS pixels, where the page states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Height in CSS pixels, where the page states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// All that `src`, `srcset`, lazy-loading attributes, `<source>` and `<noscript>` offer, in
    /// page order; left empty when there is only [`Image::url`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<ImageCandidate>,
}

impl Image {
    /// An image of which only the address is known.
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), ..Self::default() }
    }
}

/// One rendition of an [`Image`], as in a `srcset` attribute.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct ImageCandidate {
    /// The address, resolved against the page.
    pub url: String,
    /// The width descriptor (`640w`) in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// The pixel density descriptor (`2x`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub density: Option<f32>,
}

/// A video of an article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Video {
    /// The file or stream, resolved against the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The player, resolved against the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub embed_url: Option<String>,
    /// The title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// A picture of it, resolved against the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumbnail: Option<String>,
    /// How long it is, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u64>,
}
