use serde::{Deserialize, Serialize};

use super::{Block, Evidence, Image, Timestamp, Video};

/// The article of a page.
///
/// `None` and empty mean that the page does not say. Text is as shown, with white space collapsed
/// and character references decoded; addresses are resolved against the page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Article {
    /// The headline, without the site's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// A line above the headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kicker: Option<String>,
    /// The lead: a summary that stands between headline and body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dek: Option<String>,
    /// Whether the page shows the dek as the opening of the article's text. It is no part of
    /// [`body`](Article::body) then, and [`to_text`](Article::to_text) begins with it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub dek_opens_text: bool,
    /// Who wrote it, in page order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Author>,
    /// When it was first published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Timestamp>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<Timestamp>,
    /// The section of the site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The path from the front page to the article.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub breadcrumbs: Vec<Link>,
    /// Tags, keywords or topics.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The language, as a BCP 47 tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The address that the site gives as the article's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub canonical_url: Option<String>,
    /// The name of the site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site_name: Option<String>,
    /// The picture that the site shows for the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_image: Option<Image>,
    /// All pictures of the body.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub images: Vec<Image>,
    /// The videos that the metadata of the article names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub videos: Vec<Video>,
    /// How often the article was viewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub views: Option<u64>,
    /// How many comments it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comments: Option<u64>,
    /// Who may read all of it, where the page says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<Access>,
    /// The address of the article in AMP.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amp_url: Option<String>,
    /// The article in other languages, and in its own where the page lists it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternates: Vec<Alternate>,
    /// The feeds that the page offers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub feeds: Vec<Feed>,
    /// The body, in document order.
    pub body: Vec<Block>,
    /// Where each field comes from.
    pub evidence: Evidence,
}

impl Article {
    /// Those of the [`authors`](Article::authors) who wrote the text, without who took the pictures,
    /// translated it or made another part.
    ///
    /// ```
    /// use newsprint::model::{Article, Author, Contribution};
    ///
    /// let mut photographer = Author::person("Timur Sadykov");
    /// photographer.contribution = Contribution::Photo;
    /// let mut article = Article::default();
    /// article.authors = vec![photographer, Author::person("Aliya Nurlan")];
    /// let writers: Vec<&str> = article.writers().map(|author| author.name.as_str()).collect();
    /// assert_eq!(writers, ["Aliya Nurlan"]);
    /// ```
    pub fn writers(&self) -> impl Iterator<Item = &Author> {
        self.authors.iter().filter(|author| author.contribution == Contribution::Text)
    }
}

/// Who wrote an article, or made another part of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Author {
    /// The name, as the page gives it.
    pub name: String,
    /// The author's page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The part in the article, as the page says it (`photo`, `перевод`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Which part of the article is theirs.
    #[serde(default, skip_serializing_if = "Contribution::is_text")]
    pub contribution: Contribution,
    /// A person or an organisation.
    #[serde(default)]
    pub kind: AuthorKind,
}

/// Which part of an article an [`Author`] made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Contribution {
    /// The text.
    #[default]
    Text,
    /// Reporting, for a text that another wrote.
    Reporting,
    /// Photographs and other pictures.
    Photo,
    /// Drawings and graphics.
    Illustration,
    /// Moving pictures.
    Video,
    /// The translation.
    Translation,
    /// The editing.
    Editing,
    /// The check of what the text says.
    Review,
}

impl Contribution {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
    fn is_text(&self) -> bool {
        *self == Self::Text
    }
}

impl Author {
    /// A person of that name.
    pub fn person(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// What an [`Author`] is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AuthorKind {
    /// A human being.
    #[default]
    Person,
    /// An agency, an outlet or a desk.
    Organization,
}

/// A piece of text with its target.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Link {
    /// The text.
    pub text: String,
    /// The target, resolved against the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl Link {
    /// A text without a target.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), url: None }
    }
}

/// An article at another address in another language, as `<link rel="alternate" hreflang>` names it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Alternate {
    /// The language, as a BCP 47 tag; `x-default` for readers of any other.
    pub language: String,
    /// The address, resolved against the page.
    pub url: String,
}

impl Alternate {
    /// An address in a language.
    pub fn new(language: impl Into<String>, url: impl Into<String>) -> Self {
        Self { language: language.into(), url: url.into() }
    }
}

/// A feed that a page offers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Feed {
    /// The address, resolved against the page.
    pub url: String,
    /// The title, where the page gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The media type, in lower case: `application/rss+xml`.
    pub media_type: String,
}

impl Feed {
    /// A feed without a title.
    pub fn new(url: impl Into<String>, media_type: impl Into<String>) -> Self {
        Self { url: url.into(), title: None, media_type: media_type.into() }
    }
}

/// Who may read all of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Access {
    /// Everybody.
    Free,
    /// Everybody, for some articles a month.
    Metered,
    /// Those who pay.
    Paid,
}
