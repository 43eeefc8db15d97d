//! What is told of a run by the part of the page that it stands in: text in boxes and galleries among
//! the text of an article, hidden text beside text that is shown, and code between paragraphs.
//!
//! The model sees each run by itself, and is torn where annotations of pages are.

use std::ops::Range;

use super::areas::Area;
use super::measures::Measures;
use super::others::Likely;
use super::{Blocks, Run, Traits};
use crate::dom::{ElementRef, Tag};

/// A kind of boxes.
struct Kind {
    traits: Traits,
    /// The most of the words that are likely to be body text that stand in one: whole articles
    /// stand in elements called `subscription`, too.
    most: f32,
    /// The fewest of them that stand in none: galleries are the articles of some pages.
    rest: f32,
    /// A run that is at least as likely body text is kept, whatever its box is called.
    sure: f32,
}

const KINDS: [Kind; 4] = [
    // Calls to subscribe, buttons for sharing, advertisements, and what covers the page.
    Kind { traits: Traits::BOXED, most: 0.15, rest: 0.0, sure: 0.9 },
    Kind { traits: Traits::AUTHOR_BOX, most: 0.35, rest: 0.0, sure: 0.95 },
    // Their text reads as the article's does, and can be longer.
    Kind { traits: Traits::FACT_BOX, most: 0.7, rest: 0.0, sure: f32::INFINITY },
    // The captions of pictures beside an article.
    Kind { traits: Traits::GALLERY, most: 0.9, rest: 300.0, sure: f32::INFINITY },
];

/// Which runs stand in boxes.
pub(super) fn boxed(blocks: &Blocks, measures: &[Measures], probabilities: &[f32]) -> Vec<bool> {
    let likely = Likely::new(measures, probabilities);
    let mut boxed = vec![false; probabilities.len()];
    for kind in KINDS {
        mark_boxes(&kind, blocks, &likely, probabilities, &mut boxed);
    }
    boxed
}

fn mark_boxes(
    kind: &Kind,
    blocks: &Blocks,
    likely: &Likely,
    probabilities: &[f32],
    boxed: &mut [bool],
) {
    let all = likely.words(0..probabilities.len());
    let of_kind = boxes_of(kind, blocks, |runs| likely.words(runs) <= kind.most * all);
    let inside: f32 = of_kind.iter().map(|runs| likely.words(runs.clone())).sum();
    for runs in of_kind.into_iter().filter(|_| all - inside >= kind.rest) {
        let of_box = boxed.get_mut(runs.clone()).into_iter().flatten();
        let probabilities = probabilities.get(runs).into_iter().flatten();
        of_box
            .zip(probabilities)
            .for_each(|(boxed, probability)| *boxed |= *probability < kind.sure);
    }
}

/// The runs of each outermost box of a kind that is small enough.
fn boxes_of(
    kind: &Kind,
    blocks: &Blocks,
    is_small: impl Fn(Range<usize>) -> bool,
) -> Vec<Range<usize>> {
    let mut boxes: Vec<Range<usize>> = Vec::new();
    let is_box = |area: &&Area| area.own.has(kind.traits) && !area.own.has(Traits::PAYWALL);
    for area in blocks.areas.iter().filter(is_box) {
        let runs = blocks.runs_in(&(area.id..area.end));
        let is_inside = boxes.last().is_some_and(|outer| runs.start < outer.end);
        if !runs.is_empty() && !is_inside && is_small(runs.clone()) {
            boxes.push(runs);
        }
    }
    boxes
}

/// Text that the page hides is the article's, which scripts show, where it is at least this share
/// of what is likely to be.
const HIDDEN: f32 = 0.3;

/// Which runs are hidden for good: beside enough text that is shown, or as paragraphs of their own on
/// a page without scripts. Tabs and the like hide what is around paragraphs, and pages are saved
/// without the scripts that show them.
pub(super) fn hidden(blocks: &Blocks, measures: &[Measures], probabilities: &[f32]) -> Vec<bool> {
    let words = |is_counted: &dyn Fn(&Run) -> bool| -> f32 {
        let runs = blocks.runs.iter().zip(measures.iter().zip(probabilities));
        runs.filter(|(run, _)| is_counted(run)).map(|(_, (m, p))| m.words * p).sum()
    };
    let is_little = words(&|run| run.hidden) < HIDDEN * words(&|_| true);
    let is_gone = |run: &Run| is_little || !blocks.scripted && is_hidden_alone(blocks, run);
    blocks.runs.iter().map(|run| run.hidden && is_gone(run)).collect()
}

/// Whether what hides a run is its own element.
fn is_hidden_alone(blocks: &Blocks, run: &Run) -> bool {
    let around = blocks.area(run.area).and_then(|area| blocks.area(area.parent?));
    around.is_some_and(|around| !around.hidden)
}

/// Whether an element is a script that runs, and not one that holds data.
pub(super) fn is_script(element: ElementRef<'_>) -> bool {
    let is_data = |kind: &str| kind.contains("json") || kind.contains("template");
    element.tag() == Tag::Script && !element.attr("type").is_some_and(is_data)
}

/// How likely code between two texts is body text: annotations have 72 of 100.
const CODE: f32 = 0.72;
/// How many words, likely to be body text, the texts on both sides have.
const TEXT_WORDS: f32 = 15.0;
/// How many elements outward the one is looked for that holds code and text.
const OUTWARD: usize = 3;

/// Raises the probability of code that stands between likely text in one element.
pub(super) fn keep_code(blocks: &Blocks, measures: &[Measures], probabilities: &mut [f32]) {
    let likely = Likely::new(measures, probabilities);
    for ((index, run), probability) in blocks.runs.iter().enumerate().zip(probabilities) {
        let Some(code) = blocks.area(run.area).filter(|area| area.tag == Tag::Pre) else {
            continue;
        };
        let outer = |area: &&Area| blocks.area(area.parent?);
        let mut around = std::iter::successors(outer(&code), outer).take(OUTWARD);
        let is_between = around.any(|area| {
            let runs = blocks.runs_in(&(area.id..area.end));
            [runs.start..index, index + 1..runs.end]
                .into_iter()
                .all(|side| likely.words(side) >= TEXT_WORDS)
        });
        if is_between {
            *probability = probability.max(CODE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::judged::{self, cut, first_word};

    const TEXT: &str = "<p>The council said that the bus would stop at the old mill from Monday on, \
                        and that nobody would have to walk up the hill any more.</p>";

    /// The first words of the runs that are marked where all are as likely.
    fn marked(
        html: &str,
        probability: f32,
        mark: impl Fn(&Blocks, &[Measures], &[f32]) -> Vec<bool>,
    ) -> Vec<String> {
        judged::marked(html, probability, mark).iter().map(|text| first_word(text)).collect()
    }

    #[test]
    fn small_boxes_are_told_by_their_names() {
        let call = "<div class=newsletter><h4>News</h4><p>Sign up for our letter.</p></div>";
        let page = format!("{}{call}{}", TEXT.repeat(3), TEXT.repeat(3));
        assert_eq!(marked(&page, 0.7, boxed), ["News", "Sign"]);
        assert_eq!(marked(&page, 0.95, boxed), [""; 0]);
        let article = format!("<div class=subscription-article>{}</div>", TEXT.repeat(3));
        assert_eq!(marked(&article, 0.7, boxed), [""; 0]);
        let paid = format!("{}<div class=paywall>{TEXT}</div>", TEXT.repeat(9));
        assert_eq!(marked(&paid, 0.7, boxed), [""; 0]);
    }

    #[test]
    fn boxes_of_facts_can_be_longer_than_the_text() {
        for name in ["metro-factbox", "article__fact-box", "InfoBox", "fakta-ruta"] {
            let facts = format!("<div class={name}><h3>Facts</h3>{}</div>", TEXT.repeat(2));
            let page = format!("{TEXT}{facts}{TEXT}");
            assert_eq!(marked(&page, 0.98, boxed), ["Facts", "The", "The"], "{name}");
        }
        let article = format!("{TEXT}<div class=info-box>{}</div>", TEXT.repeat(4));
        assert_eq!(marked(&article, 0.98, boxed), [""; 0]);
    }

    #[test]
    fn a_gallery_is_a_box_beside_an_article() {
        let gallery = "<ul class=full-gallery><li>The old mill.<li>The new stop.</ul>";
        let article = format!("{}{gallery}", TEXT.repeat(14));
        assert_eq!(marked(&article, 0.98, boxed), ["The", "The"]);
        assert_eq!(marked(&format!("{TEXT}{gallery}"), 0.98, boxed), [""; 0]);
        let picture = format!("<div class=gallery>{TEXT}</div>");
        assert_eq!(marked(&picture.repeat(20), 0.98, boxed), [""; 0]);
    }

    #[test]
    fn hidden_text_counts_where_little_else_is_there() {
        let shown = format!("{}<p hidden>Not shown at all.</p>", TEXT.repeat(3));
        assert_eq!(marked(&shown, 0.7, hidden), ["Not"]);
        let drawn = format!("<p>Loading the page.</p><div hidden>{}</div>", TEXT.repeat(3));
        assert_eq!(marked(&drawn, 0.7, hidden), [""; 0]);
    }

    #[test]
    fn hidden_paragraphs_stay_hidden_without_scripts() {
        let alone = format!("{TEXT}<p style='display: none'>Not shown.</p><p hidden>Nor this.</p>");
        let long = format!("{alone}<pre hidden>{}</pre>", "All of it again. ".repeat(20));
        assert_eq!(marked(&long, 0.7, hidden), ["Not", "Nor", "All"]);
        let data = format!("{long}<script type=application/ld+json>{{}}</script>");
        assert_eq!(marked(&data, 0.7, hidden), ["Not", "Nor", "All"]);
        let scripted = format!("{long}<script>show()</script>");
        assert_eq!(marked(&scripted, 0.7, hidden), [""; 0]);
        let tab = format!("<p>Week 1</p><div hidden>{}</div>", TEXT.repeat(3));
        assert_eq!(marked(&tab, 0.7, hidden), [""; 0]);
    }

    #[test]
    fn code_between_texts_is_kept() {
        let kept = |html: &str| {
            let (blocks, measures) = cut(html);
            let is_code = |run: &Run| blocks.area(run.area).is_some_and(|a| a.tag == Tag::Pre);
            let code = blocks.runs.iter().position(is_code).unwrap();
            let mut probabilities = vec![0.9; measures.len()];
            probabilities[code] = 0.1;
            keep_code(&blocks, &measures, &mut probabilities);
            probabilities[code] > 0.5
        };
        let code = "<div class=highlight><pre><code>let mill = 1;</code></pre></div>";
        assert!(kept(&format!("<article>{TEXT}{code}{TEXT}</article>")));
        assert!(!kept(&format!("<article>{TEXT}</article>{code}")));
        assert!(!kept(&format!("<article>{TEXT}{code}<p>End.</article>")));
    }
}
