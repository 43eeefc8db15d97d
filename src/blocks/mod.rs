//! The visible text of a page as blocks, and which of them are the article's body.
//!
//! Text is cut into runs as a browser breaks it into lines of their own ([`runs`]). Each run is
//! measured by its characters ([`letters`], [`counts`], [`words`], [`measures`]), the page is
//! surveyed ([`survey`], [`containers`]), and both give the features of each run ([`features`],
//! [`gather`]), among them what the names of the elements around it say ([`names`], [`lexicon`]).
//! The features give the probability that the run is body text ([`model`], [`trees`]). What stands
//! around it and what it says correct that ([`boxes`], [`phrases`], [`others`], [`dek`]), and the
//! probabilities of all runs give the body ([`decision`]).

mod areas;
mod boxes;
mod containers;
mod counts;
mod decision;
mod dek;
mod features;
mod gather;
mod hints;
#[cfg(test)]
mod judged;
mod letters;
mod lexicon;
mod measures;
mod model;
mod names;
mod others;
mod phrases;
mod runs;
mod survey;
#[cfg(feature = "training")]
pub mod training;
mod traits;
mod trees;
mod words;

use std::ops::Range;

pub(crate) use decision::Body;
pub(crate) use hints::Hints;
pub(crate) use phrases::is_placeholder;
pub(crate) use runs::Run;
pub(crate) use traits::Traits;

use crate::dom::{Document, NodeId};
use areas::{Area, AreaId};
use features::Features;
use lexicon::Lexicon;
use measures::Measures;
use model::{MODEL, Model};
use survey::{Heard, Survey};
use trees::Judge;
use words::Words;

/// The text of a page, in document order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Blocks {
    text: String,
    runs: Vec<Run>,
    /// What the body is chosen by, until it is.
    areas: Vec<Area>,
    /// The block-level elements whose own names say something.
    named: Vec<(NodeId, Traits)>,
    /// How many pictures there are.
    images: u32,
    /// Whether there is hidden text, and a script that could show it.
    scripted: bool,
}

impl Blocks {
    /// Cuts a page.
    pub(crate) fn cut(document: &Document) -> Self {
        let mut blocks = Self::cut_with(document, &MODEL.lexicon);
        blocks.drop_areas();
        blocks
    }

    /// Cuts a page; `lexicon` says what the names of its elements mean.
    fn cut_with(document: &Document, lexicon: &Lexicon) -> Self {
        let runs::Cut { text, runs, areas, named, images } = runs::cut(document, lexicon);
        let is_hidden = runs.iter().any(|run| run.hidden);
        let scripted = is_hidden && document.elements().any(boxes::is_script);
        Self { text, runs, areas, named, images, scripted }
    }

    /// Gives back what the body was chosen by: a quarter of the size of the page.
    fn drop_areas(&mut self) {
        self.areas = Vec::new();
    }

    /// Cuts a page, and chooses its body by the model.
    pub(crate) fn with_body(document: &Document, hints: &Hints) -> (Self, Body) {
        let mut blocks = Self::cut_with(document, &MODEL.lexicon);
        let body = blocks.choose_body(hints, &MODEL);
        blocks.drop_areas();
        (blocks, body)
    }

    pub(crate) fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// The numbers of the runs that begin in a range of nodes.
    fn runs_in(&self, nodes: &Range<NodeId>) -> Range<usize> {
        let before = |id: NodeId| self.runs.partition_point(|run| run.first < id);
        before(nodes.start)..before(nodes.end)
    }

    /// The text of a run, white space collapsed.
    pub(crate) fn text(&self, run: &Run) -> &str {
        self.text.get(run.text()).unwrap_or_default()
    }

    fn area(&self, id: AreaId) -> Option<&Area> {
        self.areas.get(id.index())
    }

    /// What the names of a block-level element itself say.
    pub(crate) fn own_traits(&self, id: NodeId) -> Traits {
        let found = self.named.binary_search_by_key(&id, |(id, _)| *id).ok();
        found.and_then(|index| self.named.get(index)).map(|(_, own)| *own).unwrap_or_default()
    }

    fn choose_body(&mut self, hints: &Hints, model: &Model) -> Body {
        let mut judge = Judge::new(&model.trees, self.runs.len());
        let mut may_be_dek = Vec::with_capacity(self.runs.len());
        let hear = |features: Features| {
            judge.hear(&features.values());
            may_be_dek.push(dek::may_be_dek(&features));
        };
        let measures = self.each_features(hints, &model.lexicon, hear);
        let mut probabilities = judge.probabilities();
        dek::raise(&mut probabilities, &measures, &may_be_dek);
        decision::decide(self, &measures, &probabilities)
    }

    /// Calls `found` with the features of each run.
    fn each_features(
        &mut self,
        hints: &Hints,
        lexicon: &Lexicon,
        found: impl FnMut(Features),
    ) -> Vec<Measures> {
        let mut heard = Vec::with_capacity(self.runs.len());
        let listen = |words: &Words| heard.push(Heard::new(words, hints, lexicon));
        let measures = measures::measure_all(self, listen);
        sum(self, &measures);
        gather::gather(&Survey::new(self, &measures, &heard)).for_each(found);
        measures
    }
}

/// Sums the measures of the runs over the areas they are in.
fn sum(blocks: &mut Blocks, measures: &[Measures]) {
    for (run, measures) in blocks.runs.iter().zip(measures) {
        let Some(area) = blocks.areas.get_mut(run.area.index()) else { continue };
        let bytes = measures::to_f32(run.len());
        area.sums.runs += 1.0;
        area.sums.words += measures.words;
        area.sums.bytes += bytes;
        area.sums.link_bytes += bytes * measures.link_density;
        area.sums.sentences += measures.sentences;
        area.sums.prose_runs += measures::flag(measures.is_prose());
        area.sums.prose += measures.prose();
    }
    areas::sum_up(&mut blocks.areas);
}
