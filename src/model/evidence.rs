use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// For each field of an [`Article`](super::Article) that has a value, where it comes from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Evidence {
    fields: BTreeMap<Field, FieldEvidence>,
}

impl Evidence {
    /// The evidence for one field.
    pub fn get(&self, field: Field) -> Option<&FieldEvidence> {
        self.fields.get(&field)
    }

    /// States the evidence for one field; what was stated before is replaced.
    pub fn insert(&mut self, field: Field, evidence: FieldEvidence) {
        self.fields.insert(field, evidence);
    }

    /// All fields with evidence, in the order of [`Field`].
    pub fn iter(&self) -> impl Iterator<Item = (Field, &FieldEvidence)> {
        self.fields.iter().map(|(field, evidence)| (*field, evidence))
    }
}

/// A field of an [`Article`](super::Article).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[expect(missing_docs, reason = "each is the field of its name")]
pub enum Field {
    Title,
    Kicker,
    Dek,
    Authors,
    Published,
    Modified,
    Section,
    Breadcrumbs,
    Tags,
    Language,
    CanonicalUrl,
    SiteName,
    LeadImage,
    Videos,
    Views,
    Comments,
    Access,
    AmpUrl,
    Alternates,
    Feeds,
    Body,
}

/// Which source won, and what else was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FieldEvidence {
    /// The source of the value.
    pub origin: Origin,
    /// From 0 to 1: how much the value can be relied on. Of titles, authors and dates of publication
    /// it is the share of pages on which a value so found was right, measured on six corpora; see
    /// [`sources`](crate::sources).
    pub confidence: f32,
    /// How many of the others say the same, white space and marks aside; of dates, name the same
    /// day.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub agreeing: u32,
    /// The other sources that have a value, best first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Candidate>,
}

impl FieldEvidence {
    /// A value from one source alone.
    pub fn new(origin: Origin, confidence: f32) -> Self {
        Self { origin, confidence, agreeing: 0, others: Vec::new() }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn is_zero(count: &u32) -> bool {
    *count == 0
}

/// A value that was found but did not win.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Candidate {
    /// Where it was found.
    pub origin: Origin,
    /// What it says.
    pub value: String,
}

impl Candidate {
    /// A value and where it was found.
    pub fn new(origin: Origin, value: impl Into<String>) -> Self {
        Self { origin, value: value.into() }
    }
}

/// A place of a page that a value was read from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Origin {
    /// What kind of place.
    pub kind: OriginKind,
    /// Which one: a JSON-LD path, the name of a meta element, a selector.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

impl Origin {
    /// A place of a page.
    pub fn new(kind: OriginKind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into() }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.name())?;
        if self.detail.is_empty() { Ok(()) } else { write!(f, " {}", self.detail) }
    }
}

/// What kind of place a value was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OriginKind {
    /// A rule of a site profile.
    Profile,
    /// A hook of a site profile.
    Hook,
    /// A JSON-LD block.
    JsonLd,
    /// The data of a script, such as `__NEXT_DATA__`: its name, and the path in it.
    State,
    /// `<meta>`: OpenGraph, Twitter, Dublin Core and the rest.
    Meta,
    /// Microdata (`itemprop`).
    Microdata,
    /// RDFa (`property` outside `<meta>`).
    Rdfa,
    /// `<link>`.
    Link,
    /// An attribute of `<html>`.
    HtmlAttribute,
    /// `<title>`.
    TitleElement,
    /// What the page shows.
    Visible,
    /// The address of the page.
    Url,
    /// The content of the body.
    Body,
    /// The choice of body blocks by their features.
    Model,
}

impl OriginKind {
    /// The name as in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::Hook => "hook",
            Self::JsonLd => "json_ld",
            Self::State => "state",
            Self::Meta => "meta",
            Self::Microdata => "microdata",
            Self::Rdfa => "rdfa",
            Self::Link => "link",
            Self::HtmlAttribute => "html_attribute",
            Self::TitleElement => "title_element",
            Self::Visible => "visible",
            Self::Url => "url",
            Self::Body => "body",
            Self::Model => "model",
        }
    }
}
