//! The text of a body that a page does not show, but holds for its scripts.
//!
//! Pages that a script renders carry their data as JSON: in `<script type="application/json">`,
//! assigned to a variable, or pushed to a list in pieces. The text is found in it by its structure,
//! as there are no names that all sites share: long text or HTML in one string, or a list of blocks
//! that hold a paragraph each. It is written as HTML and read like a page.

mod candidates;
mod flight;
mod scripts;
mod write;

use super::body::{self, Room};
use crate::blocks::{Blocks, Body, is_placeholder};
use crate::dom::{Base, Document};
use crate::limits::Limits;
use crate::model::{Block, Origin, OriginKind, Warning};
use crate::value::text::fold;

/// A text needs this many words of prose to be a body.
const LEAST_PROSE: f32 = 40.0;
/// Prose makes up this share of a body; of settings, messages and styles less.
const LEAST_PROSE_SHARE: f32 = 0.6;
/// How many of the longest candidates are read.
const CANDIDATES: usize = 4;

/// How sure a text is that stands beside the headline of the page, and one that does not.
const CONFIDENCE_WITH_HEADLINE: f32 = 0.7;
const CONFIDENCE: f32 = 0.4;

/// A body that was written as HTML or text somewhere else than in the page's own markup.
pub(super) struct Stated {
    pub(super) blocks: Vec<Block>,
    pub(super) words: f32,
    /// Which limits it reached.
    pub(super) warnings: Vec<Warning>,
    prose: f32,
}

/// Reads the text of a body: HTML, or paragraphs set apart by line breaks.
pub(super) fn read(text: &str, base: &Base, limits: &Limits) -> Stated {
    let html = if write::is_markup(text) { text.to_owned() } else { write::paragraphs(text) };
    let document = Document::parse(&html, limits);
    let blocks = Blocks::cut(&document);
    let kept = blocks.runs().iter().map(|run| !is_placeholder(blocks.text(run))).collect();
    let body = Body::of_runs(&blocks, kept, 1.0);
    let room = Room::new(limits);
    let ground = body::Ground { document: &document, base, blocks: &blocks, room: &room };
    let built = body::build(ground, &body, document.root().id(), |_| false);
    let warnings = room.warnings(&document);
    Stated { blocks: built, words: body.words, prose: body.prose, warnings }
}

/// The body in the states of a page's scripts, with where it was found and how sure it is.
pub(super) fn find(
    document: &Document,
    base: &Base,
    limits: &Limits,
    headline: Option<&str>,
) -> Option<(Stated, Origin, f32)> {
    let headline = headline.map(fold);
    let data = scripts::states(document, limits.json_ld_bytes());
    let mut found = candidates::find(data, headline.as_deref());
    found.sort_by_key(|candidate| std::cmp::Reverse(candidate.weight()));
    found.into_iter().take(CANDIDATES).find_map(|candidate| {
        let stated = read(&candidate.html, base, limits);
        let is_body =
            stated.prose >= LEAST_PROSE && stated.prose >= LEAST_PROSE_SHARE * stated.words;
        let confidence =
            if candidate.has_headline() { CONFIDENCE_WITH_HEADLINE } else { CONFIDENCE };
        is_body.then(|| (stated, Origin::new(OriginKind::State, candidate.path), confidence))
    })
}

#[cfg(test)]
mod tests;
