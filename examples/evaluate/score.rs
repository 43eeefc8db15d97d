//! The figures.
//!
//! - `text.word_*`: mean over pages of precision, recall and F1 of the multisets of lower-cased
//!   words (the definition of the Web Content Extraction Benchmark); both empty is a perfect page.
//! - `text.shingle_*`: the same of sequences of four words, each page weighing the same (the
//!   definition of the article extraction benchmark of Scrapinghub); `text.exact`: all words in
//!   order.
//! - `paragraphs.hit`: mean share of the true paragraphs that stand in the text.
//! - `snippets.*`: whether snippets that belong to the text are in it, and others are not, over all
//!   snippets (the definition of trafilatura's evaluation).
//! - `title.exact`, `authors.*` (over all names, as sets), `published.day`, `published.minute`, and
//!   `published.p`: of the dates given, how many are right.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use crate::corpus::Truth;
use crate::dates::{self, same_day, same_minute};
use crate::predict::Prediction;
use crate::tokens::{author_key, squash, title_key, words};

/// Words in a shingle.
const SHINGLE: usize = 4;

/// A figure and its name.
#[derive(Debug)]
pub(crate) struct Metric {
    pub name: &'static str,
    pub value: Value,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Value {
    Count(usize),
    /// `None` where nothing was to be found.
    Score(Option<f64>),
}

/// What was right on a page; `None` where it is not annotated.
#[derive(Debug, Default)]
pub(crate) struct PageScore {
    /// There is no prediction.
    pub missing: bool,
    text: Option<Text>,
    paragraphs: Option<f64>,
    snippets: Option<Snippets>,
    title: Option<bool>,
    authors: Option<Counts>,
    published: Option<Published>,
}

#[derive(Debug)]
struct Text {
    word: Prf,
    shingle: [f64; 3],
    exact: bool,
}

/// Precision, recall, F1.
#[derive(Debug, Clone, Copy)]
struct Prf([f64; 3]);

/// True and false positives, false negatives.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Counts {
    tp: usize,
    fp: usize,
    fn_: usize,
}

impl Counts {
    /// Of two multisets.
    fn of<T: Hash + Eq>(prediction: &HashMap<T, usize>, truth: &HashMap<T, usize>) -> Self {
        let shared = |(item, count): (&T, &usize)| {
            prediction.get(item).map_or(0, |predicted| (*predicted).min(*count))
        };
        let tp = truth.iter().map(shared).sum();
        let (predicted, true_) =
            (prediction.values().sum::<usize>(), truth.values().sum::<usize>());
        Self { tp, fp: predicted - tp, fn_: true_ - tp }
    }

    fn prf(self) -> Prf {
        let Self { tp, fp, fn_ } = self;
        let p = ratio(tp, tp + fp).unwrap_or_default();
        let r = ratio(tp, tp + fn_).unwrap_or_default();
        Prf([p, r, harmonic(p, r)])
    }
}

#[derive(Debug, Default, PartialEq)]
struct Snippets {
    with: usize,
    with_hit: usize,
    without: usize,
    without_hit: usize,
}

/// How a date compares.
#[derive(Debug, PartialEq)]
struct Published {
    has_truth: bool,
    is_given: bool,
    is_day: bool,
    /// Whether the minute is right, where the truth has a time.
    is_minute: Option<bool>,
}

impl PageScore {
    pub(crate) fn word_f1(&self) -> Option<f64> {
        self.text.as_ref().map(|text| text.word.0[2])
    }

    /// What besides the words differs from an older score: `+title` is right now, `-title` not any
    /// more.
    pub(crate) fn changes(&self, older: &Self) -> Vec<String> {
        let snippets =
            |score: &Self| score.snippets.as_ref().map(|s| s.with_hit + s.without - s.without_hit);
        let authors = |score: &Self| score.authors.map(|a| a.tp as f64 - a.fp as f64);
        let day = |score: &Self| score.published.as_ref().map(|published| published.is_day);
        let minute = |score: &Self| score.published.as_ref().and_then(|p| p.is_minute);
        [
            change("paragraphs", older.paragraphs, self.paragraphs),
            change("snippets", snippets(older), snippets(self)),
            change("title", older.title, self.title),
            change("authors", authors(older), authors(self)),
            change("day", day(older), day(self)),
            change("minute", minute(older), minute(self)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

fn change<T: PartialOrd>(name: &str, older: Option<T>, newer: Option<T>) -> Option<String> {
    let (older, newer) = (older?, newer?);
    let sign = if newer > older { '+' } else { '-' };
    (newer != older).then(|| format!("{sign}{name}"))
}

pub(crate) fn score_page(truth: &Truth, prediction: Option<&Prediction>) -> PageScore {
    let empty = Prediction::default();
    let missing = prediction.is_none();
    let prediction = prediction.unwrap_or(&empty);
    let text = prediction.text.as_deref().unwrap_or_default();
    let title = prediction.title.as_deref().unwrap_or_default();
    let flat = squash(text);
    PageScore {
        missing,
        text: truth.text.as_deref().map(|truth| score_text(text, truth)),
        paragraphs: paragraphs(truth, &flat),
        snippets: snippets(truth, &flat),
        title: truth.title.as_ref().map(|truth| title_key(title) == title_key(truth)),
        authors: authors(truth, prediction),
        published: published(truth, prediction),
    }
}

fn score_text(prediction: &str, truth: &str) -> Text {
    let predicted: Vec<&str> = words(prediction).collect();
    let true_: Vec<&str> = words(truth).collect();
    Text {
        word: word_prf(prediction, truth),
        shingle: shingle_counts(&predicted, &true_),
        exact: predicted == true_,
    }
}

fn word_prf(prediction: &str, truth: &str) -> Prf {
    let (prediction, truth) = (prediction.to_lowercase(), truth.to_lowercase());
    let (predicted, true_) = (multiset(words(&prediction)), multiset(words(&truth)));
    if true_.is_empty() {
        return Prf([f64::from(predicted.is_empty()); 3]);
    }
    Counts::of(&predicted, &true_).prf()
}

/// Counts over shingles, scaled so that each page weighs the same. A text shorter than a shingle is
/// one shorter shingle.
fn shingle_counts(prediction: &[&str], truth: &[&str]) -> [f64; 3] {
    let Counts { tp, fp, fn_ } = Counts::of(&shingles(prediction), &shingles(truth));
    let total = tp + fp + fn_;
    [tp, fp, fn_].map(|count| ratio(count, total).unwrap_or_default())
}

fn shingles<'a>(words: &'a [&'a str]) -> HashMap<&'a [&'a str], usize> {
    if words.is_empty() {
        return HashMap::new();
    }
    multiset(words.windows(SHINGLE.min(words.len())))
}

fn multiset<T: Hash + Eq>(items: impl Iterator<Item = T>) -> HashMap<T, usize> {
    let mut counts = HashMap::new();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    counts
}

fn paragraphs(truth: &Truth, flat: &str) -> Option<f64> {
    let paragraphs = truth.paragraphs.as_ref().filter(|paragraphs| !paragraphs.is_empty())?;
    ratio(hits(paragraphs, flat), paragraphs.len())
}

/// How many of the snippets stand in the text.
fn hits(snippets: &[String], flat: &str) -> usize {
    snippets.iter().filter(|snippet| flat.contains(&squash(snippet))).count()
}

fn snippets(truth: &Truth, flat: &str) -> Option<Snippets> {
    if truth.with.is_none() && truth.without.is_none() {
        return None;
    }
    let with = truth.with.as_deref().unwrap_or_default();
    let without = truth.without.as_deref().unwrap_or_default();
    Some(Snippets {
        with: with.len(),
        with_hit: hits(with, flat),
        without: without.len(),
        without_hit: hits(without, flat),
    })
}

fn authors(truth: &Truth, prediction: &Prediction) -> Option<Counts> {
    let names = |names: &[String]| -> HashSet<String> {
        let keys = names.iter().map(|name| author_key(name));
        keys.filter(|key| !key.is_empty()).collect()
    };
    let want = names(truth.authors.as_ref()?);
    let got = names(prediction.authors.as_deref().unwrap_or_default());
    let tp = want.intersection(&got).count();
    Some(Counts { tp, fp: got.len() - tp, fn_: want.len() - tp })
}

fn published(truth: &Truth, prediction: &Prediction) -> Option<Published> {
    let truth = dates::parse(truth.published.as_ref()?);
    let given = dates::parse(prediction.published.as_deref().unwrap_or_default());
    Some(Published {
        has_truth: truth.is_some(),
        is_given: given.is_some(),
        is_day: same_day(given.as_ref(), truth.as_ref()),
        is_minute: truth.and_then(|date| date.moment).map(|time| same_minute(given.as_ref(), time)),
    })
}

/// The figures over all pages.
pub(crate) fn metrics<'a>(
    pages: impl Iterator<Item = &'a PageScore>,
    missing: usize,
) -> Vec<Metric> {
    let pages: Vec<&PageScore> = pages.collect();
    let mut out = Metrics::default();
    out.count("pages", pages.len());
    out.count("missing", missing);
    out.text(&collect(&pages, |page| page.text.as_ref()));
    let paragraphs = collect(&pages, |page| page.paragraphs);
    if !paragraphs.is_empty() {
        out.count("paragraphs.n", paragraphs.len());
        out.score("paragraphs.hit", mean(&paragraphs));
    }
    out.snippets(&collect(&pages, |page| page.snippets.as_ref()));
    let titles = collect(&pages, |page| page.title);
    if !titles.is_empty() {
        out.count("title.n", titles.len());
        out.share("title.exact", titles.iter().filter(|hit| **hit).count(), titles.len());
    }
    out.authors(&collect(&pages, |page| page.authors));
    out.published(&collect(&pages, |page| page.published.as_ref()));
    out.0
}

fn collect<'a, T>(pages: &[&'a PageScore], part: impl Fn(&'a PageScore) -> Option<T>) -> Vec<T> {
    pages.iter().filter_map(|page| part(page)).collect()
}

#[derive(Default)]
struct Metrics(Vec<Metric>);

impl Metrics {
    fn count(&mut self, name: &'static str, count: usize) {
        self.0.push(Metric { name, value: Value::Count(count) });
    }

    fn score(&mut self, name: &'static str, score: f64) {
        self.0.push(Metric { name, value: Value::Score(Some(score)) });
    }

    fn share(&mut self, name: &'static str, count: usize, of: usize) {
        self.0.push(Metric { name, value: Value::Score(ratio(count, of)) });
    }

    /// A share where nothing of nothing is 0.
    fn share_or_zero(&mut self, name: &'static str, count: usize, of: usize) {
        self.score(name, ratio(count, of).unwrap_or_default());
    }

    fn text(&mut self, texts: &[&Text]) {
        if texts.is_empty() {
            return;
        }
        let word = |i: usize| mean(&texts.iter().map(|text| text.word.0[i]).collect::<Vec<_>>());
        self.count("text.n", texts.len());
        self.score("text.word_f1", word(2));
        self.score("text.word_p", word(0));
        self.score("text.word_r", word(1));
        let p = shingle_mean(texts, |[tp, fp, _]| (tp, fp));
        let r = shingle_mean(texts, |[tp, _, fn_]| (tp, fn_));
        self.score("text.shingle_f1", harmonic(p, r));
        self.score("text.shingle_p", p);
        self.score("text.shingle_r", r);
        self.share("text.exact", texts.iter().filter(|text| text.exact).count(), texts.len());
    }

    fn snippets(&mut self, pages: &[&Snippets]) {
        if pages.is_empty() {
            return;
        }
        let sum = |part: fn(&Snippets) -> usize| pages.iter().map(|page| part(page)).sum::<usize>();
        let (with, tp) = (sum(|s| s.with), sum(|s| s.with_hit));
        let (without, fp) = (sum(|s| s.without), sum(|s| s.without_hit));
        let Prf([p, r, f1]) = Counts { tp, fp, fn_: with - tp }.prf();
        self.count("snippets.n", pages.len());
        self.share("snippets.with_hit", tp, with);
        self.share("snippets.without_avoided", without - fp, without);
        self.score("snippets.f1", f1);
        self.score("snippets.p", p);
        self.score("snippets.r", r);
        self.share_or_zero("snippets.accuracy", tp + without - fp, with + without);
    }

    fn authors(&mut self, pages: &[Counts]) {
        if pages.is_empty() {
            return;
        }
        let sum = |part: fn(&Counts) -> usize| pages.iter().map(part).sum::<usize>();
        let all = Counts { tp: sum(|c| c.tp), fp: sum(|c| c.fp), fn_: sum(|c| c.fn_) };
        let Prf([p, r, f1]) = all.prf();
        let exact = pages.iter().filter(|page| page.fp + page.fn_ == 0).count();
        self.count("authors.n", pages.len());
        self.score("authors.f1", f1);
        self.score("authors.p", p);
        self.score("authors.r", r);
        self.share("authors.page_exact", exact, pages.len());
    }

    fn published(&mut self, pages: &[&Published]) {
        if pages.is_empty() {
            return;
        }
        let count = |is: fn(&Published) -> bool| pages.iter().filter(|page| is(page)).count();
        let (days, truths) = (count(|p| p.is_day), count(|p| p.has_truth));
        let given = count(|p| p.is_given);
        self.count("published.n", pages.len());
        self.count("published.with_truth", truths);
        self.share("published.day", days, truths);
        self.share_or_zero("published.p", days, given);
        self.share_or_zero("published.r", days, truths);
        self.share("published.given", given, pages.len());
        if pages.len() > truths {
            self.count("published.absent_n", pages.len() - truths);
        }
        let times = count(|p| p.is_minute.is_some());
        if times > 0 {
            self.count("published.time_n", times);
            self.share("published.minute", count(|p| p.is_minute == Some(true)), times);
        }
    }
}

/// Mean of the shares over the pages where there is anything.
fn shingle_mean(texts: &[&Text], part: impl Fn([f64; 3]) -> (f64, f64)) -> f64 {
    let pairs = texts.iter().map(|text| part(text.shingle)).filter(|(hit, miss)| hit + miss > 0.0);
    mean(&pairs.map(|(hit, miss)| hit / (hit + miss)).collect::<Vec<_>>())
}

/// 0 of nothing.
pub(crate) fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / values.len() as f64 }
}

fn ratio(count: usize, of: usize) -> Option<f64> {
    (of > 0).then(|| count as f64 / of as f64)
}

fn harmonic(p: f64, r: f64) -> f64 {
    if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
}
