//! What a training of the body's model needs of the crate: the same runs, features and decision
//! as when a page is read. Not part of the stable API.

use std::collections::BTreeSet;

use super::features::Features;
use super::lexicon::{Key, Lexicon};
use super::measures::Measures;
use super::model::{LEAF, Model, Node, STEP, VERSION};
use super::trees::Judge;
use super::{Blocks, Body, decision, dek, measures, names};
use crate::dom::{ElementRef, Tag};
use crate::parser::{NewsPage, Parser};
use crate::profile::Profiles;
use crate::source::Source;

pub use super::model::Header;
pub use super::trees::MOST_LEAVES;

/// A page to learn from.
#[derive(Debug)]
pub struct Page {
    page: NewsPage,
}

/// A run of a page's text.
#[derive(Debug, Clone)]
pub struct Run {
    /// The text, white space collapsed.
    pub text: String,
    /// How many words it has, those of scripts without spaces estimated.
    pub words: f32,
    /// The keys of all names of the elements around it, each once.
    pub names: Vec<u32>,
    /// The keys of its words, if it is short.
    pub labels: Vec<u32>,
}

impl Page {
    /// A page without a profile; `None` where it is no HTML.
    pub fn parse(html: &str, url: Option<&str>) -> Option<Self> {
        let source = Source::html(html);
        let source = match url {
            Some(url) => source.with_url(url),
            None => source,
        };
        let page = Parser::new().with_profiles(Profiles::none()).parse(source).ok()?;
        Some(Self { page })
    }

    /// The runs of the page.
    pub fn runs(&self) -> Vec<Run> {
        let blocks = Blocks::cut_with(self.page.document(), &Lexicon::default());
        let mut labels = Vec::new();
        let measures = measures::measure_all(&blocks, |words| {
            let mut keys = Vec::new();
            words.label_keys(|key| keys.push(key.0));
            labels.push(keys);
        });
        let runs = blocks.runs.iter().zip(measures.iter().zip(labels));
        let run = |(run, (measures, labels)): (&super::Run, (&Measures, Vec<u32>))| {
            self.run(blocks.text(run), measures.words, labels, run)
        };
        runs.map(run).collect()
    }

    fn run(&self, text: &str, words: f32, labels: Vec<u32>, run: &super::Run) -> Run {
        let mut keys = BTreeSet::new();
        let around = self.page.document().get(run.first).ancestors();
        for element in around.take_while(|element| element.tag() != Tag::Html) {
            names::keys(element, |key| {
                keys.insert(key.0);
            });
        }
        Run { text: text.to_owned(), words, names: keys.into_iter().collect(), labels }
    }

    /// The features of each run, with the words of a table.
    pub fn features(&self, words: &Words) -> Vec<Vec<f32>> {
        let mut blocks = Blocks::cut_with(self.page.document(), &words.0);
        let mut rows = Vec::new();
        blocks.each_features(&self.page.hints(), &words.0, |features| {
            rows.push(features.values().to_vec());
        });
        rows
    }

    /// Which runs are the body, given the probability of each.
    pub fn decide(&self, probabilities: &[f32]) -> Vec<bool> {
        let (blocks, body) = self.body(probabilities);
        (0..blocks.runs.len()).map(|index| body.has_run(index)).collect()
    }

    /// The text of the article, given the probability of each run; empty where the page is none.
    pub fn text(&self, probabilities: &[f32]) -> String {
        let (blocks, body) = self.body(probabilities);
        let article = self.page.with_view(|page, _| self.page.build_article(page, &blocks, &body));
        article.map(|(article, _)| article.to_text()).unwrap_or_default()
    }

    fn body(&self, probabilities: &[f32]) -> (Blocks, Body) {
        let mut blocks = Blocks::cut_with(self.page.document(), &Lexicon::default());
        let (mut probabilities, mut may_be_dek) = (probabilities.to_vec(), Vec::new());
        let judge = |features: Features| may_be_dek.push(dek::may_be_dek(&features));
        let measures = blocks.each_features(&self.page.hints(), &Lexicon::default(), judge);
        dek::raise(&mut probabilities, &measures, &may_be_dek);
        let body = decision::decide(&blocks, &measures, &probabilities);
        (blocks, body)
    }

    /// The element that a run stands in, for looking at mistakes.
    pub fn place(&self, index: usize) -> String {
        let blocks = Blocks::cut_with(self.page.document(), &Lexicon::default());
        let Some(run) = blocks.runs.get(index) else { return String::new() };
        let show = |element: ElementRef<'_>| match element.attr("class") {
            Some(class) => format!("{}.{}", element.name(), class.replace(' ', ".")),
            None => element.name().to_owned(),
        };
        let around = self.page.document().get(run.first).ancestors().map(show);
        around.take(5).collect::<Vec<_>>().join(" < ")
    }
}

/// The names and groups of the features, in order.
pub fn feature_names() -> Vec<(&'static str, String)> {
    Features::names()
}

/// A table of words with their log-odds, rounded as the model stores them.
#[derive(Debug, Clone, Default)]
pub struct Words(Lexicon);

impl Words {
    /// Sets the log-odds of a word, or takes it out.
    pub fn set(&mut self, key: u32, log_odds: Option<f32>) {
        self.0.set(Key(key), log_odds.map(|value| f32::from(steps(value)) * STEP));
    }
}

#[expect(clippy::cast_possible_truncation, reason = "clamped to the range of the type")]
fn steps(log_odds: f32) -> i8 {
    (log_odds / STEP).round().clamp(f32::from(i8::MIN), f32::from(i8::MAX)) as i8
}

/// A node of a tree under construction.
#[derive(Debug, Clone, Copy)]
pub enum Branch {
    /// The right child is for values of the feature from the threshold on. The left child is the
    /// next node.
    Split {
        /// The number of the feature.
        feature: u16,
        /// The threshold.
        threshold: f32,
        /// The number of the right child.
        right: u16,
    },
    /// What the tree adds to the log-odds.
    Leaf(f32),
}

impl From<Branch> for Node {
    fn from(branch: Branch) -> Self {
        match branch {
            Branch::Split { feature, threshold, right } => {
                Self { feature, value: threshold, right }
            }
            Branch::Leaf(value) => Self { feature: LEAF, value, right: 0 },
        }
    }
}

/// A trained model.
#[derive(Debug, Clone)]
pub struct Trained {
    /// Where it comes from; the version and the features are set when it is written.
    pub header: Header,
    /// Words with their log-odds.
    pub words: Vec<(u32, f32)>,
    /// Trees, each with its nodes in preorder.
    pub trees: Vec<Vec<Branch>>,
}

impl Trained {
    /// The model as the crate reads it.
    pub fn loaded(&self) -> Loaded {
        Loaded(Model::read(&self.to_bytes()).unwrap_or_default())
    }

    /// The bytes that the crate ships.
    pub fn to_bytes(&self) -> Vec<u8> {
        let features = feature_names().into_iter().map(|(_, name)| name).collect();
        let header = Header { version: VERSION, features, ..self.header.clone() };
        let header = serde_json::to_vec(&header).unwrap_or_default();
        let mut bytes = Vec::new();
        bytes.extend(length(header.len()));
        bytes.extend(header);
        bytes.extend(length(self.words.len()));
        for (key, log_odds) in &self.words {
            bytes.extend(key.to_le_bytes());
            bytes.extend(steps(*log_odds).to_le_bytes());
        }
        bytes.extend(length(self.trees.len()));
        for tree in &self.trees {
            bytes.extend(u16::try_from(tree.len()).unwrap_or(u16::MAX).to_le_bytes());
            for branch in tree {
                push_node(&mut bytes, Node::from(*branch));
            }
        }
        bytes
    }
}

/// A model as the crate reads it from its bytes.
#[derive(Debug, Clone)]
pub struct Loaded(Model);

impl Loaded {
    /// The probability of each row of features to be of body text.
    pub fn probabilities(&self, rows: &[Vec<f32>]) -> Vec<f32> {
        let mut judge = Judge::new(&self.0.trees, rows.len());
        for values in rows {
            judge.hear(values);
        }
        judge.probabilities()
    }
}

fn length(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes()
}

fn push_node(bytes: &mut Vec<u8>, node: Node) {
    bytes.extend(node.feature.to_le_bytes());
    bytes.extend(node.value.to_le_bytes());
    bytes.extend(node.right.to_le_bytes());
}
