//! How good a choice of runs is.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use crate::corpus::{Sample, Truth};

/// The scores of the pages of each corpus, with the measure's name: means over pages, and of
/// snippets over all.
pub(crate) fn by_corpus(
    samples: &[Sample],
    probabilities: &[Vec<f32>],
) -> Vec<(String, String, f64)> {
    let mut sums: BTreeMap<&str, Sums> = BTreeMap::new();
    for (sample, score) in samples.iter().zip(of_pages(samples, probabilities)) {
        sums.entry(&sample.corpus).or_default().add(&score);
    }
    let named = sums.into_iter().flat_map(|(corpus, sums)| {
        let scores = sums.scores().into_iter();
        scores.map(move |(name, score)| (corpus.to_owned(), name.to_owned(), rounded(score)))
    });
    named.collect()
}

fn rounded(score: f64) -> f64 {
    (score * 1e4).round() / 1e4
}

/// How good the choice on a page is.
struct Score {
    /// Precision, recall and F1 over words, where the text is known.
    words: Option<[f64; 3]>,
    /// Parts of the body that are there and that are missing, and text that should not be there.
    snippets: [usize; 3],
}

impl Score {
    fn f1(&self) -> Option<f64> {
        self.words.map(|[.., f1]| f1)
    }
}

#[derive(Default)]
struct Sums {
    pages: f64,
    words: [f64; 3],
    snippets: [usize; 3],
}

impl Sums {
    fn add(&mut self, score: &Score) {
        if let Some(words) = score.words {
            self.pages += 1.0;
            self.words.iter_mut().zip(words).for_each(|(sum, score)| *sum += score);
        }
        self.snippets.iter_mut().zip(score.snippets).for_each(|(sum, count)| *sum += count);
    }

    fn scores(&self) -> Vec<(&'static str, f64)> {
        let mut scores = Vec::new();
        if self.pages > 0.0 {
            let names = ["word_p", "word_r", "word_f1"];
            scores.extend(names.into_iter().zip(self.words.map(|sum| sum / self.pages)));
        }
        let [there, missing, wrong] = self.snippets.map(|count| count as f64);
        if there > 0.0 {
            scores.push(("snippets_f1", 2.0 * there / (2.0 * there + missing + wrong)));
        }
        scores
    }
}

pub(crate) fn print(what: &str, scores: &[(String, String, f64)]) {
    let parts = scores.iter().map(|(corpus, name, score)| match name.as_str() {
        "word_f1" => format!("{corpus} {score:.4}"),
        "snippets_f1" => format!("{corpus} s{score:.4}"),
        _ => format!("{score:.4}"),
    });
    println!("{what:28} {}", parts.collect::<Vec<_>>().join(" "));
}

/// The F1 over words of each page whose text is known.
pub(crate) fn f1_of_pages(samples: &[Sample], probabilities: &[Vec<f32>]) -> Vec<Option<f64>> {
    of_pages(samples, probabilities).iter().map(Score::f1).collect()
}

fn of_pages(samples: &[Sample], probabilities: &[Vec<f32>]) -> Vec<Score> {
    let pages = samples.par_iter().zip(probabilities);
    pages
        .map(|(sample, probabilities)| {
            let text = sample.page.text(probabilities);
            let words = sample.truth.text().map(|truth| shared_words(&text, truth));
            Score { words, snippets: snippets_in(&text, &sample.truth) }
        })
        .collect()
}

/// Of the parts that are known, how many of the body are there and are missing, and how many of
/// other text are there. White space does not count.
fn snippets_in(text: &str, truth: &Truth) -> [usize; 3] {
    let text = squash(text);
    let found = |snippets: &Option<Vec<String>>| {
        let snippets = snippets.iter().flatten();
        snippets.filter(|snippet| text.contains(&squash(snippet))).count()
    };
    let there = found(&truth.with);
    let missing = truth.with.as_ref().map_or(0, Vec::len) - there;
    [there, missing, found(&truth.without)]
}

fn squash(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Precision, recall and F1 over the words.
fn shared_words(text: &str, truth: &str) -> [f64; 3] {
    let mut found: HashMap<String, usize> = HashMap::new();
    let mut count = 0;
    for word in words(text) {
        *found.entry(word).or_default() += 1;
        count += 1;
    }
    let truth: Vec<String> = words(truth).collect();
    let mut shared = 0;
    for word in &truth {
        if let Some(left) = found.get_mut(word).filter(|left| **left > 0) {
            *left -= 1;
            shared += 1;
        }
    }
    let ratio = |whole: usize| if whole == 0 { 0.0 } else { f64::from(shared) / whole as f64 };
    let (precision, recall) = (ratio(count), ratio(truth.len()));
    let sum = precision + recall;
    [precision, recall, if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 }]
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Shows the pages with the least F1, and the runs on which choice and truth differ most.
pub(crate) fn print_worst(samples: &[Sample], probabilities: &[Vec<f32>], count: usize) {
    let scores = of_pages(samples, probabilities);
    let mut order: Vec<usize> = (0..samples.len()).collect();
    order.retain(|at| scores[*at].words.is_some());
    let f1 = |at: usize| scores[at].f1().unwrap_or_default();
    order.sort_by(|a, b| f1(*a).total_cmp(&f1(*b)));
    for at in order.into_iter().take(count) {
        let sample = &samples[at];
        let [p, r, f1] = scores[at].words.unwrap_or_default();
        println!("\n== {} {} f1 {f1:.3} p {p:.3} r {r:.3}", sample.corpus, sample.id);
        print_page(sample, &probabilities[at]);
    }
}

fn print_page(sample: &Sample, probabilities: &[f32]) {
    let kept = sample.page.decide(probabilities);
    for (index, run) in sample.runs.iter().enumerate() {
        let mark = match (kept[index], sample.labels[index]) {
            (true, Some(false)) => "+",
            (false, Some(true)) => "-",
            _ => continue,
        };
        let text: String = run.text.chars().take(90).collect();
        let (p, place) = (probabilities[index], sample.page.place(index));
        println!("{mark} {p:.2} w{:<4.0} {text} | {place}", run.words);
    }
}
