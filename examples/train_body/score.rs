//! How good a choice of runs is.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use crate::corpus::Sample;

/// The mean scores of the pages of each corpus, with the measure's name.
pub(crate) fn by_corpus(
    samples: &[Sample],
    probabilities: &[Vec<f32>],
) -> Vec<(String, String, f64)> {
    let scores = of_pages(samples, probabilities);
    let mut sums: BTreeMap<&str, ([f64; 3], f64)> = BTreeMap::new();
    for (sample, score) in samples.iter().zip(&scores) {
        let (sum, count) = sums.entry(&sample.corpus).or_default();
        sum.iter_mut().zip(score).for_each(|(sum, score)| *sum += score);
        *count += 1.0;
    }
    let named = sums.into_iter().flat_map(|(corpus, (sum, count))| {
        let names = ["word_p", "word_r", "word_f1"];
        names.into_iter().zip(sum).map(move |(name, sum)| {
            (corpus.to_owned(), name.to_owned(), (sum / count * 1e4).round() / 1e4)
        })
    });
    named.collect()
}

pub(crate) fn print(what: &str, scores: &[(String, String, f64)]) {
    let parts = scores.iter().map(|(corpus, name, score)| match name.as_str() {
        "word_p" => format!("{corpus} {score:.4}"),
        _ => format!("{score:.4}"),
    });
    println!("{what:28} {}", parts.collect::<Vec<_>>().join(" "));
}

/// Precision, recall and F1 over the words of each page.
fn of_pages(samples: &[Sample], probabilities: &[Vec<f32>]) -> Vec<[f64; 3]> {
    let pages = samples.par_iter().zip(probabilities);
    pages
        .map(|(sample, probabilities)| of_page(sample, &sample.page.decide(probabilities)))
        .collect()
}

fn of_page(sample: &Sample, kept: &[bool]) -> [f64; 3] {
    let mut found: HashMap<String, usize> = HashMap::new();
    let mut count = 0;
    for (run, _) in sample.runs.iter().zip(kept).filter(|(_, kept)| **kept) {
        for word in words(&run.text) {
            *found.entry(word).or_default() += 1;
            count += 1;
        }
    }
    let truth: Vec<String> = words(&sample.truth).collect();
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
    order.sort_by(|a, b| scores[*a][2].total_cmp(&scores[*b][2]));
    for at in order.into_iter().take(count) {
        let sample = &samples[at];
        let [p, r, f1] = scores[at];
        println!("\n== {} {} f1 {f1:.3} p {p:.3} r {r:.3}", sample.corpus, sample.id);
        print_page(sample, &probabilities[at]);
    }
}

fn print_page(sample: &Sample, probabilities: &[f32]) {
    let kept = sample.page.decide(probabilities);
    for (index, run) in sample.runs.iter().enumerate() {
        let mark = match (kept[index], sample.labels[index]) {
            (true, false) => "+",
            (false, true) => "-",
            _ => continue,
        };
        let text: String = run.text.chars().take(90).collect();
        let (p, place) = (probabilities[index], sample.page.place(index));
        println!("{mark} {p:.2} w{:<4.0} {text} | {place}", run.words);
    }
}
