//! The output: plain serde types, without behaviour beyond what reading them needs.
//!
//! The JSON names are the wire format. Fields that are `None` or empty are left out of the JSON
//! and read back as `None` or empty.

mod article;
mod block;
mod currency;
mod evidence;
mod media;
mod report;
mod sidebar;
mod text;
mod timestamp;

pub use article::{Access, Alternate, Article, Author, AuthorKind, Contribution, Feed, Link};
pub use block::{
    Block, Code, Embed, EmbedKind, Entry, Figure, Heading, List, ListItem, Paragraph, Quote, Table,
};
pub use currency::{Change, CurrencyQuote, Direction};
pub use evidence::{Candidate, Evidence, Field, FieldEvidence, Origin, OriginKind};
pub use media::{Image, ImageCandidate, Video};
pub use report::{EncodingSource, Report, Warning};
pub use sidebar::{Counter, CounterKind, CounterReason, ListKind, SidebarItem, SidebarList};
pub use text::{Inline, RichText};
pub use timestamp::{Offset, Precision, Timestamp};
