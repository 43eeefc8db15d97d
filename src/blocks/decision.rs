//! From probabilities to a body.

use super::areas::Area;
use super::measures::{Measures, measure_all};
use super::{Blocks, Traits, boxes, others, phrases};
use crate::dom::{NodeId, Tag};

/// The runs that were chosen as the article's body.
#[derive(Debug, Clone, Default)]
pub(crate) struct Body {
    /// Of each run, whether it is body text.
    kept: Vec<bool>,
    /// The nodes of the runs that are, in document order: first, and one past the last.
    ranges: Vec<(NodeId, NodeId)>,
    /// The F1 over words that the choice is expected to have, from 0 to 1.
    pub(crate) confidence: f32,
    /// How many words are in it.
    pub(crate) words: f32,
    /// How many of them are in runs that look like prose, and not like opening hours and addresses.
    pub(crate) prose: f32,
}

/// A body needs this many words for text that looks like comments or stands in a footer or a window
/// to be left out of it: where less remains, a site calls its whole article so.
const LEAST_REST: f32 = 25.0;

impl Body {
    /// A body of the runs that `kept` marks.
    pub(crate) fn of_runs(blocks: &Blocks, kept: Vec<bool>, confidence: f32) -> Self {
        Self::measured(blocks, kept, &measure_all(blocks, |_| ()), confidence)
    }

    fn measured(blocks: &Blocks, kept: Vec<bool>, measures: &[Measures], confidence: f32) -> Self {
        let runs = blocks.runs.iter().zip(&kept).filter(|(_, kept)| **kept);
        let ranges: Vec<_> = runs.clone().map(|(run, _)| (run.first, run.end)).collect();
        let chosen = || measures.iter().zip(&kept).filter(|(_, kept)| **kept);
        let words = chosen().map(|(measures, _)| measures.words).sum();
        let running = chosen().filter(|(measures, _)| !measures.is_of_numbers());
        let prose = running.map(|(measures, _)| measures.prose()).sum();
        Self { kept, ranges, confidence, words, prose }
    }

    /// Whether the run of this number is in it.
    pub(crate) fn has_run(&self, index: usize) -> bool {
        self.kept.get(index).copied().unwrap_or_default()
    }

    /// Whether a node belongs to a run of it.
    pub(crate) fn contains(&self, id: NodeId) -> bool {
        let behind = self.ranges.partition_point(|(first, _)| *first <= id);
        behind
            .checked_sub(1)
            .and_then(|index| self.ranges.get(index))
            .is_some_and(|(_, end)| id < *end)
    }

    /// The nodes from the first run to the last.
    pub(crate) fn span(&self) -> Option<(NodeId, NodeId)> {
        Some((self.ranges.first()?.0, self.ranges.last()?.1))
    }
}

/// A choice that is expected to be worse than this is none: the page has no body.
const LEAST_CONFIDENCE: f32 = 0.1;
/// And so is one in which fewer words are expected to be the article's: of a page that ends before
/// its text something in its header would be the likeliest.
const LEAST_WORDS: f32 = 3.0;

/// The body that is expected to be best, given how likely each run is body text by itself.
pub(super) fn decide(blocks: &Blocks, measures: &[Measures], probabilities: &[f32]) -> Body {
    let words: Vec<f32> = measures.iter().map(|measures| measures.words).collect();
    let mut probabilities = without_surroundings(blocks, probabilities, &words);
    judge_by_page(blocks, measures, &mut probabilities);
    let (best, confidence) = best_runs(&probabilities, &words);
    let mut kept = vec![false; probabilities.len()];
    for index in best {
        if let Some(kept) = kept.get_mut(index) {
            *kept = true;
        }
    }
    Body::measured(blocks, kept, measures, confidence)
}

/// Corrects the probabilities by what stands around the runs and by what they say.
fn judge_by_page(blocks: &Blocks, measures: &[Measures], probabilities: &mut [f32]) {
    let hidden = boxes::hidden(blocks, measures, probabilities);
    leave_out(probabilities, hidden);
    let boxed = boxes::boxed(blocks, measures, probabilities);
    leave_out(probabilities, boxed);
    boxes::keep_code(blocks, measures, probabilities);
    let not_body = phrases::not_body(blocks, measures, probabilities);
    leave_out(probabilities, not_body);
    let notes = phrases::notes(blocks, measures, probabilities);
    leave_out(probabilities, notes);
    let doubles = others::doubles(blocks, measures, probabilities);
    leave_out(probabilities, doubles);
    for other in others::other_articles(blocks, measures, probabilities) {
        if let Some(probabilities) = probabilities.get_mut(blocks.runs_in(&other)) {
            probabilities.fill(0.0);
        }
    }
}

/// The runs by which the expected F1 over words is greatest, and that F1: by falling probability,
/// as many as raise `2 Σ p·w / (Σ w taken + Σ p·w of all)`.
fn best_runs(probabilities: &[f32], words: &[f32]) -> (Vec<usize>, f32) {
    let at = |values: &[f32], index: usize| values.get(index).copied().unwrap_or_default();
    // A run raises an F1 of less than twice its probability, and up to that.
    let possible = |index: &usize| at(probabilities, *index) > LEAST_CONFIDENCE / 2.0;
    let possible = (0..probabilities.len()).filter(possible);
    let mut order: Vec<usize> = possible.collect();
    order.sort_unstable_by(|a, b| {
        at(probabilities, *b).total_cmp(&at(probabilities, *a)).then(a.cmp(b))
    });
    let expected: f32 = probabilities.iter().zip(words).map(|(p, words)| p * words).sum();
    let (mut hit, mut taken) = (0.0, 0.0);
    let (mut best, mut count, mut expected_of_best) = (0.0, 0, 0.0);
    for (place, index) in order.iter().enumerate() {
        hit += at(probabilities, *index) * at(words, *index);
        taken += at(words, *index);
        let f1 = 2.0 * hit / (taken + expected + f32::EPSILON);
        if f1 > best {
            (best, count, expected_of_best) = (f1, place + 1, hit);
        }
    }
    let is_none = best < LEAST_CONFIDENCE || expected_of_best < LEAST_WORDS;
    order.truncate(if is_none { 0 } else { count });
    (order, best)
}

fn leave_out(probabilities: &mut [f32], which: impl IntoIterator<Item = bool>) {
    for (probability, _) in probabilities.iter_mut().zip(which).filter(|(_, is_out)| *is_out) {
        *probability = 0.0;
    }
}

/// The probabilities without those of comments, footers and windows over the page.
fn without_surroundings(blocks: &Blocks, probabilities: &[f32], words: &[f32]) -> Vec<f32> {
    let is_outside = |run: &super::Run| {
        let area = blocks.area(run.area);
        // The footer of a quotation says whose it is.
        let is_footer = |area: &Area| area.is_in(Tag::Footer) && !area.is_in(Tag::Blockquote);
        let never = Traits::COMMENTS.union(Traits::WINDOW);
        area.is_some_and(|area| area.traits.has(never) || is_footer(area))
    };
    let all = || blocks.runs.iter().zip(probabilities).zip(words);
    let rest: f32 =
        all().filter(|((run, p), _)| !is_outside(run) && **p > 0.5).map(|(_, words)| words).sum();
    let leave_out = rest >= LEAST_REST;
    all().map(|((run, p), _)| if leave_out && is_outside(run) { 0.0 } else { *p }).collect()
}

#[cfg(test)]
mod tests {
    use crate::blocks::judged::chosen;

    const TEXT: &str = "<p>The council said that the bus would stop at the old mill from Monday on, \
                        and that nobody would have to walk up the hill any more.</p>";

    #[test]
    fn comments_footers_and_windows_are_outside_where_enough_is_left() {
        let around = "<div class=comments><p>Nice walk.</div><footer><p>No advice.</footer>\
                      <div class=popmake-content><p>Our mill.</div>";
        assert_eq!(chosen(&format!("{TEXT}{TEXT}{around}")), ["The", "The"]);
        assert_eq!(chosen(around), ["Nice", "No", "Our"]);
    }

    #[test]
    fn the_footer_of_a_quotation_is_inside() {
        let quote = "<blockquote><p>Walk on.</p><footer>Ann Lee</footer></blockquote>";
        assert_eq!(chosen(&format!("{TEXT}{TEXT}{quote}")), ["The", "The", "Walk", "Ann"]);
    }
}
