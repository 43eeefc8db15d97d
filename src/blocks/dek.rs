//! The dek: the sentences that a page sets between its headline and its text.
//!
//! Readers take it for the article's text, and so do nineteen of twenty annotations of news pages;
//! of other pages half leave it out. What is learned from both is torn, and keeps or loses deks by
//! chance. So a likely one is told by what the page says of it.

use super::features::Features;
use super::measures::Measures;

/// A dek has at least this many words: less is a label.
const WORDS: f32 = 7.0;
/// And at least this much of it is in the description that the page gives of itself.
const DESCRIBED: f32 = 0.8;
/// A run that has more in common with the headline repeats it.
const HEADLINE: f32 = 0.6;
/// A run with more of its text in links leads elsewhere.
const LINKS: f32 = 0.3;
/// It stands within this many runs behind the headline.
const NEAR: f32 = 40.0;

/// Text begins at the first run that is this likely body text and has this many words.
const TEXT: f32 = 0.8;
const TEXT_WORDS: f32 = 15.0;

/// How likely body text a dek is.
const PROBABILITY: f32 = 0.7;

/// Whether a run with these features is a dek if it stands before the text.
pub(super) fn may_be_dek(features: &Features) -> bool {
    let is_called_so = features.description_overlap >= DESCRIBED || features.lead > 0.0;
    let is_behind_headline = features.title_runs > 0.0 && features.title_runs < NEAR;
    let is_other = features.caption + features.hidden > 0.0
        || features.title_overlap > HEADLINE
        || features.link_density > LINKS;
    features.words >= WORDS && is_called_so && is_behind_headline && !is_other
}

/// Raises the probability of the first run that may be a dek, where it stands before the text.
pub(super) fn raise(probabilities: &mut [f32], measures: &[Measures], may_be_dek: &[bool]) {
    let Some(dek) = may_be_dek.iter().position(|may_be| *may_be) else { return };
    let mut runs = probabilities.iter().zip(measures);
    let text = runs.position(|(p, measures)| *p > TEXT && measures.words > TEXT_WORDS);
    let is_before_text = text.is_some_and(|text| dek < text);
    if let Some(probability) = probabilities.get_mut(dek).filter(|_| is_before_text) {
        *probability = probability.max(PROBABILITY);
    }
}

#[cfg(test)]
mod tests {
    use super::super::measures::measure_all;
    use super::*;
    use crate::Limits;
    use crate::blocks::lexicon::Lexicon;
    use crate::blocks::{Blocks, Hints};
    use crate::dom::Document;

    const DEK: &str = "The bus to the old mill will stop at the school from Monday on.";

    fn blocks_of(html: &str) -> Blocks {
        let document = Document::parse(html, &Limits::default());
        Blocks::cut_with(&document, &Lexicon::default())
    }

    /// The texts of the runs that may be a dek.
    fn candidates(html: &str, description: Option<&str>) -> Vec<String> {
        let mut blocks = blocks_of(html);
        let mut found = Vec::new();
        let hints = Hints::new(Some("New stops in the north"), description);
        blocks.each_features(&hints, &Lexicon::default(), |features| {
            found.push(may_be_dek(&features));
        });
        let runs = blocks.runs().iter().zip(found).filter(|(_, may_be)| *may_be);
        runs.map(|(run, _)| blocks.text(run).to_owned()).collect()
    }

    #[test]
    fn a_dek_is_described_or_called_so() {
        let page = format!("<h1>New stops in the north</h1><h2>{DEK}</h2>");
        assert_eq!(candidates(&page, Some(DEK)), [DEK]);
        assert!(candidates(&page, None).is_empty());
        let called = format!("<h1>New stops in the north</h1><p class=article-lead>{DEK}");
        assert_eq!(candidates(&called, None), [DEK]);
    }

    #[test]
    fn captions_links_labels_and_what_stands_before_the_headline_are_no_deks() {
        let headline = "<h1>New stops in the north</h1>";
        let others = [
            format!("{headline}<figure><figcaption>{DEK}</figcaption></figure>"),
            format!("{headline}<p><a href=/a>{DEK}</a>"),
            format!("{headline}<p>The old mill"),
            format!("<p>{DEK}{headline}"),
        ];
        assert!(others.iter().all(|page| candidates(page, Some(DEK)).is_empty()));
    }

    #[test]
    fn only_what_stands_before_the_text_is_raised() {
        let text = "It will also stop at the library, said the mayor on Friday, if enough ask. ";
        let text = text.repeat(3);
        let blocks = blocks_of(&format!("<p>{DEK}<p>{text}<p>{DEK}"));
        let measures = measure_all(&blocks, |_| ());
        let raised = |may_be_dek: [bool; 3]| {
            let mut probabilities = [0.2, 0.9, 0.2];
            raise(&mut probabilities, &measures, &may_be_dek);
            probabilities.map(|probability| probability > 0.5)
        };
        assert_eq!(raised([true, false, true]), [true, true, false]);
        assert_eq!(raised([false, false, true]), [false, true, false]);
        assert_eq!(raised([false; 3]), [false, true, false]);
    }
}
