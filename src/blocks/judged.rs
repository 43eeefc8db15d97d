//! Pages that are cut and judged where all runs are as likely, for tests.

use super::decision::decide;
use super::lexicon::Lexicon;
use super::measures::{Measures, measure_all};
use super::{Blocks, Run};
use crate::Limits;
use crate::dom::Document;

pub(super) fn cut(html: &str) -> (Blocks, Vec<Measures>) {
    let document = Document::parse(html, &Limits::default());
    let blocks = Blocks::cut_with(&document, &Lexicon::default());
    let measures = measure_all(&blocks, |_| ());
    (blocks, measures)
}

/// The texts of the runs that are marked.
pub(super) fn marked(
    html: &str,
    probability: f32,
    mark: impl Fn(&Blocks, &[Measures], &[f32]) -> Vec<bool>,
) -> Vec<String> {
    let (blocks, measures) = cut(html);
    let marked = mark(&blocks, &measures, &vec![probability; measures.len()]);
    let runs = blocks.runs.iter().zip(marked).filter(|(_, is_marked)| *is_marked);
    runs.map(|(run, _)| blocks.text(run).to_owned()).collect()
}

/// The first words of the runs that are chosen.
pub(super) fn chosen(html: &str) -> Vec<String> {
    let (blocks, measures) = cut(html);
    let body = decide(&blocks, &measures, &vec![0.9; measures.len()]);
    let runs = blocks.runs.iter().enumerate().filter(|(index, _)| body.has_run(*index));
    runs.map(|(_, run): (_, &Run)| first_word(blocks.text(run))).collect()
}

pub(super) fn first_word(text: &str) -> String {
    text.split(' ').next().unwrap_or_default().to_owned()
}
