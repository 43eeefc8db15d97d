use serde::{Deserialize, Serialize};

use super::{Image, RichText, Timestamp};

/// A piece of an article's body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A heading inside the body.
    Heading(Heading),
    /// A bulleted or numbered list.
    List(List),
    /// A quotation set apart.
    Quote(Quote),
    /// A table of data.
    Table(Table),
    /// One or more images with caption and credit.
    Figure(Figure),
    /// Content of another service.
    Embed(Embed),
    /// Preformatted text.
    Code(Code),
    /// An entry of a live blog.
    Entry(Entry),
    /// A thematic break (`<hr>`).
    Separator,
}

/// A paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Paragraph {
    /// The text.
    pub content: RichText,
}

impl Paragraph {
    /// A paragraph of that text.
    pub fn new(content: impl Into<RichText>) -> Self {
        Self { content: content.into() }
    }
}

/// A heading inside the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Heading {
    /// 1 to 6, as in `<h1>` to `<h6>`.
    pub level: u8,
    /// The text.
    pub content: RichText,
}

impl Heading {
    /// A heading; `level` from 1 to 6.
    pub fn new(level: u8, content: impl Into<RichText>) -> Self {
        Self { level, content: content.into() }
    }
}

/// A bulleted or numbered list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct List {
    /// Whether the items are numbered.
    pub ordered: bool,
    /// The items.
    pub items: Vec<ListItem>,
}

impl List {
    /// A list of these items.
    pub fn new(ordered: bool, items: Vec<ListItem>) -> Self {
        Self { ordered, items }
    }
}

/// An item of a [`List`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ListItem {
    /// The item's own text; paragraphs in it are set apart by `\n`.
    pub content: RichText,
    /// Lists nested in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<List>,
}

impl ListItem {
    /// An item without nested lists.
    pub fn new(content: impl Into<RichText>) -> Self {
        Self { content: content.into(), lists: Vec::new() }
    }
}

/// A quotation set apart.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Quote {
    /// What is quoted.
    pub blocks: Vec<Block>,
    /// Whose words they are, as the page says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cite: Option<String>,
}

impl Quote {
    /// A quotation that does not say whose it is.
    pub fn new(blocks: Vec<Block>) -> Self {
        Self { blocks, cite: None }
    }
}

/// A table of data. All rows have the same number of cells: a cell that spans several stands in
/// each of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Table {
    /// The caption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<RichText>,
    /// Rows of `<thead>` or of `<th>` cells alone, at the top.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub header: Vec<Vec<RichText>>,
    /// The other rows.
    pub rows: Vec<Vec<RichText>>,
}

impl Table {
    /// A table without caption.
    pub fn new(header: Vec<Vec<RichText>>, rows: Vec<Vec<RichText>>) -> Self {
        Self { caption: None, header, rows }
    }
}

/// One or more images with caption and credit.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Figure {
    /// The images.
    pub images: Vec<Image>,
    /// The caption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<RichText>,
    /// Whose images they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

impl Figure {
    /// Images without caption and credit.
    pub fn new(images: Vec<Image>) -> Self {
        Self { images, caption: None, credit: None }
    }
}

/// Content of another service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Embed {
    /// The service.
    pub kind: EmbedKind,
    /// Where it is, resolved against the page.
    pub url: String,
    /// What the page shows in its place, such as the text of a post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Embed {
    /// Content of a service, with nothing shown in its place.
    pub fn new(kind: EmbedKind, url: impl Into<String>) -> Self {
        Self { kind, url: url.into(), text: None }
    }
}

/// The service that an [`Embed`] is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[expect(missing_docs, reason = "the names are those of the services")]
pub enum EmbedKind {
    #[serde(rename = "youtube")]
    YouTube,
    X,
    Instagram,
    Telegram,
    #[serde(rename = "tiktok")]
    TikTok,
    Facebook,
    Vimeo,
    Vk,
    /// A `<video>` or `<audio>` file of the site itself.
    Media,
    /// Any other `<iframe>`.
    #[default]
    Frame,
}

/// Preformatted text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Code {
    /// The programming language, from a `language-…` class.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The text, white space and line breaks as they are.
    pub text: String,
}

impl Code {
    /// Text in no known programming language.
    pub fn new(text: impl Into<String>) -> Self {
        Self { language: None, text: text.into() }
    }
}

/// An entry of a live blog.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Entry {
    /// When it was published; `raw` is what the page shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Timestamp>,
    /// Its headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl Entry {
    /// An entry without time and headline.
    pub fn new(blocks: Vec<Block>) -> Self {
        Self { time: None, title: None, blocks }
    }
}
