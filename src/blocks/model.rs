//! The learned model: a lexicon, and gradient-boosted trees over the features.
//!
//! It is stored as bytes, all numbers little-endian:
//!
//! - `u32` length of the header, and the header: JSON, see [`Header`];
//! - `u32` count of words, and for each its [`Key`] as `u32` and its log-odds as `i8` in steps of
//!   [`STEP`];
//! - `u32` count of trees, and for each `u16` count of nodes and the nodes in preorder: `u16`
//!   number of the feature, `f32` threshold, `u16` number of the right child; a leaf has
//!   [`LEAF`] for its feature, and its value for a threshold.

use once_cell::sync::Lazy;
use serde::{Deserialize, Serialize};

use super::features::Features;
use super::lexicon::{Key, Lexicon};
use super::trees::Tree;

/// The model that the crate ships.
pub(crate) static MODEL: Lazy<Model> = Lazy::new(|| Model::read(BYTES).unwrap_or_default());

static BYTES: &[u8] = include_bytes!("body.model");

/// Where a model comes from, and how good it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(feature = "training"), expect(unreachable_pub, reason = "public for training"))]
pub struct Header {
    /// The version of the format.
    pub version: u32,
    /// The day of the training, as given to it.
    pub date: String,
    /// The corpora it was trained on, with the number of their pages.
    pub corpora: Vec<(String, usize)>,
    /// The seed of the training.
    pub seed: u64,
    /// The names of the features, in the order in which the trees number them.
    pub features: Vec<String>,
    /// Scores by corpus and measure, over folds that share no registrable domain.
    pub scores: Vec<(String, String, f64)>,
}

/// Version of the format.
pub(crate) const VERSION: u32 = 1;

/// A lexicon and trees.
#[derive(Debug, Clone, Default)]
pub(crate) struct Model {
    pub(crate) lexicon: Lexicon,
    pub(crate) trees: Vec<Tree>,
}

/// A node of a tree in preorder: its left child is the next one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Node {
    /// The number of the feature, or [`LEAF`].
    pub(crate) feature: u16,
    /// The right child is for values from this on; in a leaf, what it adds to the log-odds.
    pub(crate) value: f32,
    pub(crate) right: u16,
}

pub(crate) const LEAF: u16 = u16::MAX;
/// The log-odds of words are stored in steps of this.
pub(crate) const STEP: f32 = 1.0 / 24.0;

impl Model {
    /// A model from its bytes; `None` where they are not a model of this version.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let (header, mut reader) = split_header(bytes)?;
        let words = (0..reader.u32()?).map(|_| reader.word()).collect::<Option<Lexicon>>()?;
        let trees = (0..reader.u32()?).map(|_| reader.tree()).collect::<Option<_>>()?;
        let known = header.version == VERSION && header.features.len() == Features::LEN;
        known.then_some(Self { lexicon: words, trees })
    }
}

/// Header of a model, and what comes behind it.
fn split_header(bytes: &[u8]) -> Option<(Header, Reader<'_>)> {
    let mut reader = Reader(bytes);
    let length = reader.u32()? as usize;
    Some((serde_json::from_slice(reader.take(length)?).ok()?, reader))
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    fn word(&mut self) -> Option<(Key, f32)> {
        let key = Key(self.u32()?);
        Some((key, f32::from(i8::from_le_bytes(self.array()?)) * STEP))
    }

    fn tree(&mut self) -> Option<Tree> {
        let nodes = (0..self.u16()?).map(|_| self.node()).collect::<Option<Vec<_>>>()?;
        Tree::of(&nodes)
    }

    fn node(&mut self) -> Option<Node> {
        let feature = self.u16()?;
        let value = f32::from_le_bytes(self.array()?);
        Some(Node { feature, value, right: self.u16()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::lexicon::{Place, Word};

    /// The most that the model may add to a program.
    const MOST_BYTES: usize = 200_000;

    #[test]
    fn the_shipped_model_says_where_it_comes_from_and_fits_the_features() {
        let (header, _) = split_header(BYTES).unwrap();
        assert!(BYTES.len() < MOST_BYTES, "{}", BYTES.len());
        assert_eq!(header.version, VERSION);
        assert!(header.date.parse::<jiff::civil::Date>().is_ok(), "{:?}", header.date);
        let names: Vec<_> = Features::names().into_iter().map(|(_, name)| name).collect();
        assert_eq!(header.features, names);
        let pages = |corpus: &str| {
            header.corpora.iter().find(|(name, _)| name == corpus).map(|(_, pages)| *pages)
        };
        assert!(pages("wcxb_dev_articles").is_some_and(|pages| pages > 600), "{header:?}");
        assert!(pages("fundus").is_some_and(|pages| pages > 100), "{header:?}");
        assert!(pages("trafilatura").is_some_and(|pages| pages > 400), "{header:?}");
        let f1 = header.scores.iter().filter(|(_, measure, _)| measure == "word_f1");
        assert!(f1.clone().count() >= 2 && f1.clone().all(|(.., score)| *score > 0.9));
    }

    #[test]
    fn the_shipped_model_can_be_read() {
        let model = Model::read(BYTES).unwrap();
        assert!(model.trees.len() > 10);
        assert!(model.trees.iter().all(Tree::is_sound));
        let sidebar = model.lexicon.get(Word::of("sidebar").at(Place::Class));
        assert!(sidebar.is_some_and(|log_odds| log_odds < 0.0));
    }

    #[test]
    fn other_bytes_are_no_model() {
        assert!(Model::read(b"").is_none());
        assert!(Model::read(b"\x02\0\0\0{}").is_none());
        assert!(Model::read(&BYTES[..BYTES.len() - 1]).is_none());
    }
}
