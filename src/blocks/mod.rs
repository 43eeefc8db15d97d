//! The visible text of a page as blocks, and which of them are the article's body.
//!
//! Text is cut into runs as a browser breaks it into lines of their own ([`runs`]). Each run gets
//! features from its text and from the elements around it ([`features`]), the features give the
//! probability that it is body text ([`model`]), and the probabilities of all runs give the body
//! ([`decision`]).

mod areas;
mod decision;
mod features;
mod model;
mod phrases;
mod runs;
mod traits;

pub(crate) use areas::{Area, AreaId};
pub(crate) use decision::Body;
pub(crate) use runs::Run;
pub(crate) use traits::Traits;

use crate::dom::{Document, NodeId};

/// The visible text of a page, in document order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Blocks {
    text: String,
    runs: Vec<Run>,
    areas: Vec<Area>,
}

impl Blocks {
    /// Cuts a page.
    pub(crate) fn cut(document: &Document) -> Self {
        let runs::Cut { text, runs, areas } = runs::cut(document);
        Self { text, runs, areas }
    }

    pub(crate) fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// The text of a run, white space collapsed.
    pub(crate) fn text(&self, run: &Run) -> &str {
        self.text.get(run.text.clone()).unwrap_or_default()
    }

    pub(crate) fn area(&self, id: AreaId) -> Option<&Area> {
        self.areas.get(id.index())
    }

    /// Chooses the body by the features of all runs.
    pub(crate) fn choose_body(&mut self, headline: Option<NodeId>) -> Body {
        let features = features::compute(self, headline);
        let probabilities: Vec<f32> = features.iter().map(model::probability).collect();
        decision::decide(self, &features, &probabilities)
    }
}
