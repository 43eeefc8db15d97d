//! Text that is likely to be body text by itself, but was said before or belongs to another article.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::areas::{Area, AreaId};
use super::measures::Measures;
use super::{Blocks, Run, Traits};
use crate::dom::{NodeId, Tag};

/// Shorter texts stand on a page twice for other reasons than that it has two versions of its text.
const WORDS_OF_DOUBLE: f32 = 8.0;
/// So many doubles in a row are a second version.
const DOUBLES_IN_A_ROW: usize = 2;
/// From this probability on the first of two is the one that is kept.
const LIKELY: f32 = 0.5;

/// Which runs belong to a second version of the text, as for small screens: several different texts
/// in the order of the first version.
pub(super) fn doubles(blocks: &Blocks, measures: &[Measures], probabilities: &[f32]) -> Vec<bool> {
    let mut kept: FxHashMap<&str, usize> = FxHashMap::default();
    // Of each run that says what another does, the number of the other.
    let mut originals: Vec<Option<usize>> = vec![None; probabilities.len()];
    let at = |index: usize| probabilities.get(index).copied().unwrap_or_default();
    let runs = blocks.runs().iter().zip(measures).enumerate();
    let repeated = runs.filter(|(_, (_, m))| m.times > 1.0 && m.words >= WORDS_OF_DOUBLE);
    for (index, (run, _)) in repeated {
        let original = kept.entry(blocks.text(run)).or_insert(index);
        let is_better = at(*original) < LIKELY && at(index) > at(*original);
        let double = if is_better { std::mem::replace(original, index) } else { index };
        if let Some(of_double) = originals.get_mut(double).filter(|_| double != *original) {
            *of_double = Some(*original);
        }
    }
    bridge(&mut originals, blocks, measures);
    // `None` stands before all numbers, so that it ends a row and begins none.
    let rows = originals.chunk_by(|a, b| a.is_some() && a <= b);
    rows.flat_map(|row| {
        let mut different: Vec<_> = row.iter().flatten().collect();
        different.dedup();
        let is_version = different.len() >= DOUBLES_IN_A_ROW;
        row.iter().map(move |original| is_version && original.is_some())
    })
    .collect()
}

/// Gives short repetitions between two doubles the original of the one before them: the headings of
/// a second version are repeated, too. In tables short texts are repeated for other reasons.
fn bridge(originals: &mut [Option<usize>], blocks: &Blocks, measures: &[Measures]) {
    let is_of_text = |area: &Area| !area.is_in(Tag::Table);
    let is_short = |(run, measures): (&Run, &Measures)| {
        let repeated = measures.times_before > 0.0 && measures.words < WORDS_OF_DOUBLE;
        repeated && blocks.area(run.area).is_some_and(is_of_text)
    };
    // The last double, as long as there are only short repetitions behind it.
    let mut last: Option<usize> = None;
    for (index, run) in blocks.runs().iter().zip(measures).enumerate() {
        let is_double = originals.get(index).is_some_and(Option::is_some);
        if let Some(double) = last.filter(|_| is_double) {
            let original = originals.get(double).copied().flatten();
            originals.get_mut(double + 1..index).unwrap_or_default().fill(original);
        }
        last = if is_double { Some(index) } else { last.filter(|_| is_short(run)) };
    }
}

/// The first article needs this many words that are likely to be its body for others to be told
/// from it: the teasers of a front page are no articles.
const WORDS_OF_FIRST: f32 = 60.0;

/// The nodes of articles that stand behind the page's own, as where scrolling adds them: elements
/// like the one around the first article, each with a headline of its own.
pub(super) fn other_articles(
    blocks: &Blocks,
    measures: &[Measures],
    probabilities: &[f32],
) -> Vec<Range<NodeId>> {
    let headlines = blocks.areas.iter().enumerate().filter(|(_, area)| area.tag == Tag::H1);
    let mut headlines = headlines
        .map(|(index, _)| AreaId::new(index))
        .filter(|headline| around(blocks, *headline).any(|(_, area)| is_article(area)));
    let Some(first) = headlines.next() else { return Vec::new() };
    let likely = Likely::new(measures, probabilities);
    let words = |within: &Range<NodeId>| likely.words(blocks.runs_in(within));
    let mut lead: Option<Range<NodeId>> = None;
    let mut others = Vec::new();
    for headline in headlines {
        let Some((own, other)) = siblings(blocks, first, headline) else { continue };
        // The elements of further articles stand beside the same one.
        if lead.as_ref() != Some(&own) {
            if lead.is_some() || words(&own) < WORDS_OF_FIRST {
                continue;
            }
            lead = Some(own);
        }
        if others.last() != Some(&other) {
            others.push(other);
        }
    }
    others
}

/// The words before each run, and before the end, that are likely to be body text.
pub(super) struct Likely(Vec<f32>);

impl Likely {
    pub(super) fn new(measures: &[Measures], probabilities: &[f32]) -> Self {
        let words = measures.iter().zip(probabilities).scan(0.0, |sum, (measures, probability)| {
            *sum += measures.words * probability;
            Some(*sum)
        });
        Self(std::iter::once(0.0).chain(words).collect())
    }

    /// Those of the runs of a range.
    pub(super) fn words(&self, runs: Range<usize>) -> f32 {
        let at = |index: usize| self.0.get(index).copied().unwrap_or_default();
        at(runs.end) - at(runs.start)
    }
}

/// The elements around an element, itself first.
fn around(blocks: &Blocks, id: AreaId) -> impl Iterator<Item = (AreaId, &Area)> {
    let outer = |(_, area): &(AreaId, &Area)| Some((area.parent?, blocks.area(area.parent?)?));
    std::iter::successors(blocks.area(id).map(|area| (id, area)), outer)
}

fn is_article(area: &Area) -> bool {
    area.tag == Tag::Article || area.own.has(Traits::ARTICLE)
}

/// The two elements beside each other that hold one of two headlines each, if they are alike and
/// the second is an article or stands around one.
fn siblings(blocks: &Blocks, a: AreaId, b: AreaId) -> Option<(Range<NodeId>, Range<NodeId>)> {
    let first = blocks.area(a)?.id;
    let (_, other) = around(blocks, b).take_while(|(_, area)| !area.contains(first)).last()?;
    let headline = blocks.area(b)?.id;
    let (_, own) = around(blocks, a).take_while(|(_, area)| !area.contains(headline)).last()?;
    let mut inside = around(blocks, b).take_while(|(_, area)| !area.contains(first));
    let alike = own.signature == other.signature && own.tag != Tag::H1;
    (alike && inside.any(|(_, area)| is_article(area)))
        .then_some((own.id..own.end, other.id..other.end))
}

#[cfg(test)]
mod tests {
    use crate::blocks::judged::chosen;

    fn paragraphs(names: &[&str]) -> String {
        let rest = "said that the bus would stop at the old mill from Monday on. ".repeat(3);
        names.iter().map(|name| ["<p>", *name, " ", &rest, "</p>"].concat()).collect()
    }

    #[test]
    fn a_version_for_small_screens_is_left_out() {
        let text = paragraphs(&["A", "B", "C"]);
        let page = format!("<div class=desktop>{text}</div><div class=mobile>{text}</div><p>End.");
        assert_eq!(chosen(&page), ["A", "B", "C", "End."]);
    }

    #[test]
    fn headings_of_a_second_version_are_left_out_with_it() {
        let text = |last| paragraphs(&["A"]) + "<h2>Stops</h2>" + &paragraphs(&["B"]) + last;
        let page = text("<p>Mill.") + &text("<p>The mill.");
        assert_eq!(chosen(&page), ["A", "Stops", "B", "Mill.", "The"]);
    }

    #[test]
    fn a_sentence_that_stands_out_may_be_said_again() {
        let page = paragraphs(&["A", "B", "A", "C"]);
        assert_eq!(chosen(&page), ["A", "B", "A", "C"]);
        let filler = paragraphs(&["A", "A", "A"]);
        assert_eq!(chosen(&filler), ["A", "A", "A"]);
    }

    #[test]
    fn articles_behind_the_pages_own_are_left_out() {
        let article = |names: &[&str]| {
            let text = paragraphs(names);
            format!("<div class=scroll><article><h1>Title</h1>{text}</article></div>")
        };
        let page = article(&["A", "B"]) + &article(&["C", "D"]) + &article(&["E"]);
        assert_eq!(chosen(&page), ["Title", "A", "B"]);
    }

    #[test]
    fn parts_of_an_article_may_have_headlines() {
        let part = |name: &str| format!("<section><h1>{name}</h1>{}</section>", paragraphs(&["P"]));
        let page = format!("<article>{}{}</article>", part("A"), part("B"));
        assert_eq!(chosen(&page), ["A", "P", "B", "P"]);
        let entry = |name: &str| format!("<article><h1>{name}</h1><p>Short.</article>");
        assert_eq!(chosen(&(entry("A") + &entry("B"))), ["A", "Short.", "B", "Short."]);
    }
}
