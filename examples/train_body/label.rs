//! Finds the runs of a page in a truth text, in order.
//!
//! Short runs stand in many places, and teasers repeat what the body says, so runs are not looked
//! up one by one: each has candidate places in the truth, and the chain of candidates is taken
//! that covers most words while both page and truth go forward and little of the page is skipped.

use std::collections::HashMap;

/// A place of a run in the truth.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    run: usize,
    start: usize,
    end: usize,
    /// How many words of the run are there, in order.
    matched: f32,
    share: f32,
}

/// The chain is looked for this often, each time among what the chains before left.
const ROUNDS: usize = 3;
/// A candidate needs this share of its place not to be taken.
const FREE: f32 = 0.7;
/// Candidates of later rounds need this many words: they stand out of order.
const WORDS_OUT_OF_ORDER: f32 = 4.0;
/// And a whole chain of them this many.
const CHAIN_OUT_OF_ORDER: f32 = 8.0;
/// What skipping costs, by the logarithm of the words: on the page, and in the truth.
const SKIP_PAGE: f32 = 0.5;
const SKIP_TRUTH: f32 = 0.15;
/// What beginning a chain costs.
const BEGIN: f32 = 0.3;

/// Of each run, the share of its words that the truth has in its place.
pub(crate) fn covered(runs: &[&str], truth: &str) -> Vec<f32> {
    let mut numbers = Numbers::default();
    let truth = numbers.of(truth);
    let runs: Vec<Vec<u32>> = runs.iter().map(|run| numbers.of(run)).collect();
    let mut covered = vec![0.0; runs.len()];
    let mut taken = vec![false; truth.len()];
    let mut candidates = candidates(&runs, &truth);
    let before = words_before(&runs);
    for round in 0..ROUNDS {
        candidates.retain(|candidate| {
            covered[candidate.run] == 0.0
                && free(candidate, &taken) >= FREE
                && (round == 0 || candidate.matched >= WORDS_OUT_OF_ORDER)
        });
        let chain = best_chain(&candidates, &before);
        let words: f32 = chain.iter().map(|candidate| candidate.matched).sum();
        if chain.is_empty() || (round > 0 && words < CHAIN_OUT_OF_ORDER) {
            break;
        }
        for candidate in chain {
            covered[candidate.run] = candidate.share;
            taken[candidate.start..candidate.end].fill(true);
        }
    }
    covered
}

/// Numbers words, so that they compare fast.
#[derive(Debug, Default)]
struct Numbers(HashMap<String, u32>);

impl Numbers {
    fn of(&mut self, text: &str) -> Vec<u32> {
        let mut numbers = Vec::new();
        let mut word = String::new();
        for c in text.chars() {
            let alone = is_unspaced(c);
            if alone || !c.is_alphanumeric() {
                self.push(&mut word, &mut numbers);
            }
            if c.is_alphanumeric() {
                word.extend(c.to_lowercase());
            }
            if alone {
                self.push(&mut word, &mut numbers);
            }
        }
        self.push(&mut word, &mut numbers);
        numbers
    }

    fn push(&mut self, word: &mut String, numbers: &mut Vec<u32>) {
        if !word.is_empty() {
            let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
            numbers.push(*self.0.entry(std::mem::take(word)).or_insert(next));
        }
    }
}

/// Letters of scripts that set no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{0E00}'..='\u{0E7F}')
}

fn words_before(runs: &[Vec<u32>]) -> Vec<usize> {
    let sums = runs.iter().scan(0, |sum, run| {
        *sum += run.len();
        Some(*sum)
    });
    std::iter::once(0).chain(sums).collect()
}

fn free(candidate: &Candidate, taken: &[bool]) -> f32 {
    let place = &taken[candidate.start..candidate.end];
    share(place.iter().filter(|taken| !**taken).count(), place.len())
}

/// Runs are looked up by this many words in a row.
const GRAM: usize = 3;
/// Of a gram that is everywhere, this many places are looked at.
const PLACES: usize = 40;
/// Of a run, this many of the places with most grams are considered, and this many kept.
const CONSIDERED: usize = 12;
const KEPT: usize = 5;
/// A run of a longer text needs two grams in a place.
const LONG: usize = 8;
/// A candidate covers at least this share.
const LEAST: f32 = 0.4;

fn candidates(runs: &[Vec<u32>], truth: &[u32]) -> Vec<Candidate> {
    let mut index: HashMap<&[u32], Vec<usize>> = HashMap::new();
    for size in 1..=GRAM {
        for (at, gram) in truth.windows(size).enumerate() {
            index.entry(gram).or_default().push(at);
        }
    }
    let runs = runs.iter().enumerate();
    runs.flat_map(|(number, words)| of_run(number, words, truth, &index)).collect()
}

fn of_run(
    run: usize,
    words: &[u32],
    truth: &[u32],
    index: &HashMap<&[u32], Vec<usize>>,
) -> Vec<Candidate> {
    let size = words.len().min(GRAM);
    if size == 0 {
        return Vec::new();
    }
    let mut votes: HashMap<isize, usize> = HashMap::new();
    for (at, gram) in words.windows(size).enumerate() {
        for place in index.get(gram).into_iter().flatten().take(PLACES) {
            *votes.entry(place.wrapping_sub(at).cast_signed()).or_default() += 1;
        }
    }
    let mut votes: Vec<_> = votes.into_iter().collect();
    votes.sort_by_key(|(start, count)| (std::cmp::Reverse(*count), *start));
    if words.len() <= GRAM {
        let whole = votes.iter().filter_map(|(start, _)| exact(run, words.len(), *start, truth));
        return whole.collect();
    }
    let mut used: Vec<isize> = Vec::new();
    let mut found = Vec::new();
    for (start, count) in votes.into_iter().take(CONSIDERED) {
        let near = (words.len() / 2).max(GRAM);
        if used.iter().any(|other| other.abs_diff(start) < near) {
            continue;
        }
        used.push(start);
        if count >= 2 || words.len() <= LONG {
            found.extend(loose(run, words, start, truth));
        }
        if used.len() >= KEPT {
            break;
        }
    }
    found
}

/// A run as short as a gram stands where the gram does.
fn exact(run: usize, length: usize, start: isize, truth: &[u32]) -> Option<Candidate> {
    let start = usize::try_from(start).ok()?;
    let end = start + length;
    let matched = length as f32;
    (end <= truth.len()).then_some(Candidate { run, start, end, matched, share: 1.0 })
}

/// A longer run may have a few words more or fewer than the truth.
fn loose(run: usize, words: &[u32], start: isize, truth: &[u32]) -> Option<Candidate> {
    let length = words.len().cast_signed();
    let slack = if words.len() > 60 { length / 2 } else { GRAM.cast_signed() + length / 10 };
    let clip = |at: isize| at.clamp(0, truth.len().cast_signed()).cast_unsigned();
    let matched = common(words, &truth[clip(start - slack)..clip(start + length + slack)]);
    let (start, end) = (clip(start), clip(start + length));
    let share = share(matched, words.len());
    let matched = matched as f32;
    (share >= LEAST && start < end).then_some(Candidate { run, start, end, matched, share })
}

/// The length of the longest common subsequence.
fn common(a: &[u32], b: &[u32]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (at, y) in b.iter().enumerate() {
            let up = row[at + 1];
            row[at + 1] = if x == y { diagonal + 1 } else { up.max(row[at]) };
            diagonal = up;
        }
    }
    row[b.len()]
}

fn best_chain(candidates: &[Candidate], before: &[usize]) -> Vec<Candidate> {
    let mut sorted = candidates.to_vec();
    sorted.sort_by_key(|candidate| (candidate.run, candidate.start));
    let mut scores: Vec<f32> = Vec::with_capacity(sorted.len());
    let mut back: Vec<Option<usize>> = Vec::with_capacity(sorted.len());
    for candidate in &sorted {
        let (mut best, mut from) = (candidate.matched - BEGIN, None);
        for (at, (other, score)) in sorted.iter().zip(&scores).enumerate() {
            let joined = score - skip(other, candidate, before).unwrap_or(f32::INFINITY);
            if joined > 0.0 && joined + candidate.matched > best {
                (best, from) = (joined + candidate.matched, Some(at));
            }
        }
        scores.push(best);
        back.push(from);
    }
    let last = (0..sorted.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]));
    std::iter::successors(last, |at| back[*at]).map(|at| sorted[at]).collect()
}

/// What it costs to go from one candidate to the next; `None` if that goes backward.
fn skip(from: &Candidate, to: &Candidate, before: &[usize]) -> Option<f32> {
    let slack = ((from.end - from.start) / 3).min(3);
    if from.run >= to.run || from.end - slack > to.start {
        return None;
    }
    let page = before[to.run] - before[from.run + 1];
    let truth = to.start.saturating_sub(from.end);
    Some(SKIP_PAGE * (page as f32).ln_1p() + SKIP_TRUTH * (truth as f32).ln_1p())
}

fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole as f32
}
