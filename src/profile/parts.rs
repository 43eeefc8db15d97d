//! What rules can be given for, and rules as they are written.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::{CounterKind, Field, ListKind};

/// Something that rules are given for, with the name that it has in TOML.
pub(super) trait Part: Copy + Ord + 'static {
    /// All of them, with their names.
    const ALL: &'static [(Self, &'static str)];

    /// The name in TOML.
    fn key(self) -> &'static str {
        Self::ALL.iter().find_map(|(part, key)| (*part == self).then_some(*key)).unwrap_or_default()
    }
}

macro_rules! parts {
    ($(#[$doc:meta])* $name:ident { $($(#[$part_doc:meta])* $part:ident = $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name { $($(#[$part_doc])* $part,)* }

        impl Part for $name {
            const ALL: &'static [(Self, &'static str)] = &[$((Self::$part, $key),)*];
        }
    };
}

parts! {
    /// A field of the article that rules can be given for.
    ArticleField {
        /// The headline.
        Title = "title",
        /// A line above the headline.
        Kicker = "kicker",
        /// The lead between headline and body.
        Dek = "dek",
        /// Who wrote it; an element for each author.
        Authors = "authors",
        /// When it was first published.
        Published = "published",
        /// When it was last changed.
        Modified = "modified",
        /// The section of the site.
        Section = "section",
        /// The path from the front page; a link for each step.
        Breadcrumbs = "breadcrumbs",
        /// Tags; an element for each.
        Tags = "tags",
        /// The picture of the article.
        LeadImage = "lead_image",
        /// How often it was viewed.
        Views = "views",
        /// How many comments it has.
        Comments = "comments",
    }
}

parts! {
    /// A part of a sidebar list that rules can be given for.
    ListPart {
        /// The heading, inside the list's container.
        Heading = "heading",
        /// The entries, inside the container; what is below is looked for inside an entry.
        Item = "item",
        /// The headline of an entry.
        Title = "title",
        /// The link of an entry.
        Url = "url",
        /// A kicker or section that stands with the headline.
        Label = "label",
        /// When the entry's article was published.
        Time = "time",
        /// The picture of an entry.
        Image = "image",
        /// The place in a ranked list.
        Rank = "rank",
        /// The numbers that count something; an element for each.
        Counters = "counters",
    }
}

parts! {
    /// A part of a currency widget that rules can be given for.
    QuotePart {
        /// Whose rates they are, inside the container.
        Source = "source",
        /// The rows, inside the container; what is below is looked for inside a row.
        Row = "row",
        /// The currency.
        Code = "code",
        /// What the source pays.
        Buy = "buy",
        /// What the source asks.
        Sell = "sell",
        /// A rate that is neither.
        Rate = "rate",
        /// The change since the quote before.
        Change = "change",
        /// One text with several prices in it.
        Prices = "prices",
        /// How many units the price is for.
        Unit = "unit",
    }
}

impl From<ArticleField> for Field {
    fn from(field: ArticleField) -> Self {
        match field {
            ArticleField::Title => Self::Title,
            ArticleField::Kicker => Self::Kicker,
            ArticleField::Dek => Self::Dek,
            ArticleField::Authors => Self::Authors,
            ArticleField::Published => Self::Published,
            ArticleField::Modified => Self::Modified,
            ArticleField::Section => Self::Section,
            ArticleField::Breadcrumbs => Self::Breadcrumbs,
            ArticleField::Tags => Self::Tags,
            ArticleField::LeadImage => Self::LeadImage,
            ArticleField::Views => Self::Views,
            ArticleField::Comments => Self::Comments,
        }
    }
}

/// What a number in the text of [`QuotePart::Prices`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Price {
    /// What the source pays.
    Buy,
    /// What the source asks.
    Sell,
    /// A rate that is neither.
    Rate,
}

/// A text of a rule and the line of the TOML file that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) text: String,
    pub(super) line: Option<usize>,
}

impl Written {
    /// A text that stands in no file.
    pub(super) fn here(text: impl Into<String>) -> Self {
        Self { text: text.into(), line: None }
    }

    /// Texts that stand in no file.
    pub(super) fn all<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Vec<Self> {
        texts.into_iter().map(Self::here).collect()
    }
}

/// The alternatives written for each part.
pub(super) type WrittenParts<P> = BTreeMap<P, Vec<Written>>;

/// Where a list of links stands, and what its parts are.
///
/// Selectors are as in [`RulesBuilder::with`](super::RulesBuilder::with).
///
/// ```
/// use newsprint::model::{CounterKind, ListKind};
/// use newsprint::profile::{ListPart, Rules, SidebarRule};
///
/// let most_read = SidebarRule::new(["section.popular"])
///     .with_kind(ListKind::MostRead)
///     .with(ListPart::Item, ["ol > li"])
///     .with(ListPart::Counters, [".count"])
///     .with_counter_kinds([CounterKind::Views]);
/// Rules::builder().with_sidebar(most_read).build()?;
/// # Ok::<(), newsprint::profile::ProfileError>(())
/// ```
#[derive(Debug, Clone)]
pub struct SidebarRule {
    pub(super) list: Vec<Written>,
    pub(super) parts: WrittenParts<ListPart>,
    pub(super) heading_text: Option<String>,
    pub(super) kind: Option<ListKind>,
    pub(super) counter_kinds: Vec<CounterKind>,
}

impl SidebarRule {
    /// A rule for the containers that these selectors match: of the first selector that matches
    /// any, all.
    pub fn new<T: Into<String>>(list: impl IntoIterator<Item = T>) -> Self {
        Self::written(Written::all(list))
    }

    pub(super) fn written(list: Vec<Written>) -> Self {
        Self {
            list,
            parts: WrittenParts::new(),
            heading_text: None,
            kind: None,
            counter_kinds: Vec::new(),
        }
    }

    /// The selectors for one part, tried in order. Default: the part is found without a rule.
    #[must_use]
    pub fn with<T: Into<String>>(
        mut self,
        part: ListPart,
        selectors: impl IntoIterator<Item = T>,
    ) -> Self {
        self.parts.insert(part, Written::all(selectors));
        self
    }

    /// The heading, where the page does not show it. Default: as the page says it.
    #[must_use]
    pub fn with_heading_text(mut self, heading: impl Into<String>) -> Self {
        self.heading_text = Some(heading.into());
        self
    }

    /// What the list is ordered by. Default: as the heading says it.
    #[must_use]
    pub fn with_kind(mut self, kind: ListKind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// What the counters of an entry count, in page order. Default, and for the counters behind
    /// the last kind: as the page says it.
    #[must_use]
    pub fn with_counter_kinds(mut self, kinds: impl IntoIterator<Item = CounterKind>) -> Self {
        self.counter_kinds = kinds.into_iter().collect();
        self
    }
}

/// Where a currency widget stands, and what its parts are.
///
/// ```
/// use newsprint::profile::{CurrencyRule, Price, QuotePart, Rules};
///
/// let rates = CurrencyRule::new(["div.rates"])
///     .with(QuotePart::Row, ["tr"])
///     .with(QuotePart::Code, ["th"])
///     .with(QuotePart::Prices, ["td"])
///     .with_prices_order([Price::Buy, Price::Sell]);
/// Rules::builder().with_base_currency("KZT").with_currency(rates).build()?;
/// # Ok::<(), newsprint::profile::ProfileError>(())
/// ```
#[derive(Debug, Clone)]
pub struct CurrencyRule {
    pub(super) container: Vec<Written>,
    pub(super) parts: WrittenParts<QuotePart>,
    pub(super) prices_order: Vec<Price>,
    pub(super) source_text: Option<String>,
    pub(super) unit_count: Option<u32>,
}

impl CurrencyRule {
    /// A rule for the containers that these selectors match: of the first selector that matches
    /// any, all.
    pub fn new<T: Into<String>>(container: impl IntoIterator<Item = T>) -> Self {
        Self::written(Written::all(container))
    }

    pub(super) fn written(container: Vec<Written>) -> Self {
        Self {
            container,
            parts: WrittenParts::new(),
            prices_order: vec![Price::Buy, Price::Sell],
            source_text: None,
            unit_count: None,
        }
    }

    /// The selectors for one part, tried in order. Default: the part is found without a rule.
    #[must_use]
    pub fn with<T: Into<String>>(
        mut self,
        part: QuotePart,
        selectors: impl IntoIterator<Item = T>,
    ) -> Self {
        self.parts.insert(part, Written::all(selectors));
        self
    }

    /// What the numbers of [`QuotePart::Prices`] are. Default: buy, sell.
    #[must_use]
    pub fn with_prices_order(mut self, order: impl IntoIterator<Item = Price>) -> Self {
        self.prices_order = order.into_iter().collect();
        self
    }

    /// Whose rates they are, where the page does not say it. Default: as the page says it.
    #[must_use]
    pub fn with_source_text(mut self, source: impl Into<String>) -> Self {
        self.source_text = Some(source.into());
        self
    }

    /// How many units all prices are for. Default: as the page says it, or 1.
    #[must_use]
    pub fn with_unit_count(mut self, count: u32) -> Self {
        self.unit_count = Some(count);
        self
    }
}
