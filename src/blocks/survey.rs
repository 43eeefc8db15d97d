//! What the features of a run need to know of the page around it, gathered in a few passes.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::areas::{AreaId, low_bits};
use super::containers::{Containers, hops};
use super::hints::Hints;
use super::lexicon::{Lexicon, Opinion};
use super::measures::{Measures, to_f32};
use super::words::Words;
use super::{Blocks, Run};

/// A distance to what there is none of, and the greatest that is told apart.
pub(super) const FAR: f32 = 99.0;

/// The page as a whole.
pub(super) struct Survey<'a> {
    pub(super) blocks: &'a Blocks,
    pub(super) measures: &'a [Measures],
    pub(super) totals: Totals,
    /// Of each run, what stands before it.
    pub(super) before: Vec<Before>,
    /// Of each run, how far the prose behind it is.
    pub(super) prose_behind: Vec<f32>,
    pub(super) containers: Containers,
    pub(super) alike: Alike,
    pub(super) heard: &'a [Heard],
    pub(super) title: Option<Title>,
}

/// What the words of a run say.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Heard {
    /// How much of the headline and of the description there is in it.
    pub(super) overlaps: (f32, f32),
    /// What its words say, if it is short.
    pub(super) opinion: Opinion,
}

impl Heard {
    pub(super) fn new(words: &Words, hints: &Hints, lexicon: &Lexicon) -> Self {
        let mut opinion = Opinion::default();
        words.label_keys(|key| lexicon.get(key).into_iter().for_each(|value| opinion.add(value)));
        Self { overlaps: hints.overlaps(words), opinion }
    }
}

/// Sums over the page.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Totals {
    pub(super) runs: f32,
    pub(super) words: f32,
    pub(super) prose: f32,
    /// The mean depth of the runs, weighted by words.
    pub(super) depth: f32,
}

/// Sums over what stands before a run, and the last of its kind there.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Before {
    pub(super) words: f32,
    pub(super) prose: f32,
    pub(super) bytes: f32,
    pub(super) link_bytes: f32,
    pub(super) prose_distance: f32,
    /// The number of the last run that is a heading.
    pub(super) heading: Option<u32>,
}

/// Where the headline stands.
#[derive(Debug)]
pub(super) struct Title {
    pub(super) index: usize,
    pub(super) hops: Vec<f32>,
}

impl<'a> Survey<'a> {
    pub(super) fn new(blocks: &'a Blocks, measures: &'a [Measures], heard: &'a [Heard]) -> Self {
        Self {
            blocks,
            measures,
            totals: totals(blocks, measures),
            before: before(blocks, measures),
            prose_behind: prose_behind(measures),
            containers: Containers::new(blocks, measures),
            alike: Alike::new(blocks, measures),
            title: title(blocks, heard),
            heard,
        }
    }

    pub(super) fn heard(&self, index: usize) -> Heard {
        self.heard.get(index).copied().unwrap_or_default()
    }

    /// The sums before run `index`, those of the whole page behind the last.
    pub(super) fn before(&self, index: usize) -> Before {
        self.before.get(index.min(self.measures.len())).copied().unwrap_or_default()
    }
}

fn totals(blocks: &Blocks, measures: &[Measures]) -> Totals {
    let mut totals = Totals { runs: to_f32(measures.len()), ..Totals::default() };
    let (mut depths, mut weights) = (0.0, 0.0);
    for (run, measures) in blocks.runs.iter().zip(measures) {
        totals.words += measures.words;
        totals.prose += measures.prose();
        // Runs without words count a little, so that a page of them has a mean too.
        let weight = measures.words + 1.0;
        depths += depth(blocks, run.area) * weight;
        weights += weight;
    }
    totals.depth = depths / f32::max(weights, 1.0);
    totals
}

pub(super) fn depth(blocks: &Blocks, area: AreaId) -> f32 {
    blocks.area(area).map_or(0.0, |area| f32::from(area.depth))
}

fn before(blocks: &Blocks, measures: &[Measures]) -> Vec<Before> {
    let mut sums = Before { prose_distance: FAR, ..Before::default() };
    let mut before = Vec::with_capacity(measures.len() + 1);
    before.push(sums);
    for (index, (run, measures)) in blocks.runs.iter().zip(measures).enumerate() {
        let bytes = to_f32(run.len());
        sums.words += measures.words;
        sums.prose += measures.prose();
        sums.bytes += bytes;
        sums.link_bytes += bytes * measures.link_density;
        sums.prose_distance =
            if measures.is_prose() { 1.0 } else { f32::min(sums.prose_distance + 1.0, FAR) };
        if is_heading(blocks, run) {
            sums.heading = u32::try_from(index).ok();
        }
        before.push(sums);
    }
    before
}

fn is_heading(blocks: &Blocks, run: &Run) -> bool {
    blocks.area(run.area).is_some_and(|area| area.tag.heading_level().is_some())
}

fn prose_behind(measures: &[Measures]) -> Vec<f32> {
    let mut distance = FAR;
    let mut behind: Vec<f32> = measures
        .iter()
        .rev()
        .map(|measures| {
            let here = distance;
            distance = if measures.is_prose() { 1.0 } else { f32::min(distance + 1.0, FAR) };
            here
        })
        .collect();
    behind.reverse();
    behind
}

/// How much more an `<h1>` looks like the headline than other elements, in shares of overlap.
const H1: f32 = 0.35;
/// What a run loses for each that stands before it: the first of equals is the headline.
const LATER: f32 = 0.0005;
/// A headline needs this much.
const LEAST: f32 = 0.3;

fn title(blocks: &Blocks, heard: &[Heard]) -> Option<Title> {
    let mut best: Option<(usize, f32)> = None;
    for (index, (run, heard)) in blocks.runs.iter().zip(heard).enumerate() {
        let h1 = blocks.area(run.area).is_some_and(|area| area.tag.heading_level() == Some(1));
        let score = heard.overlaps.0 + if h1 { H1 } else { 0.0 } - LATER * to_f32(index);
        if score > LEAST && best.is_none_or(|(_, most)| score > most) {
            best = Some((index, score));
        }
    }
    let (index, _) = best?;
    let area = blocks.runs.get(index)?.area;
    Some(Title { index, hops: hops(&blocks.areas, area) })
}

/// What runs in elements of the same kind have together.
#[derive(Debug, Default)]
pub(super) struct Alike {
    own: FxHashMap<u32, Group>,
    parents: FxHashMap<u32, Group>,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Group {
    pub(super) prose: f32,
    pub(super) runs: f32,
    /// In how many elements the runs stand.
    pub(super) elements: f32,
    last: Option<AreaId>,
}

impl Alike {
    fn new(blocks: &Blocks, measures: &[Measures]) -> Self {
        let mut alike = Self::default();
        for (run, measures) in blocks.runs.iter().zip(measures) {
            let Some(area) = blocks.area(run.area) else { continue };
            alike.own.entry(area.signature).or_default().add(measures, run.area);
            if let (Some(parent), Some(key)) = (area.parent, parent_key(blocks, run.area)) {
                alike.parents.entry(key).or_default().add(measures, parent);
            }
        }
        alike
    }

    pub(super) fn own(&self, blocks: &Blocks, area: AreaId) -> Group {
        let signature = blocks.area(area).map(|area| area.signature);
        signature.and_then(|key| self.own.get(&key)).copied().unwrap_or_default()
    }

    pub(super) fn parent(&self, blocks: &Blocks, area: AreaId) -> Group {
        let key = parent_key(blocks, area);
        key.and_then(|key| self.parents.get(&key)).copied().unwrap_or_default()
    }
}

impl Group {
    fn add(&mut self, measures: &Measures, element: AreaId) {
        self.prose += measures.prose();
        self.runs += 1.0;
        if self.last != Some(element) {
            self.elements += 1.0;
            self.last = Some(element);
        }
    }
}

fn parent_key(blocks: &Blocks, area: AreaId) -> Option<u32> {
    let area = blocks.area(area)?;
    let parent = blocks.area(area.parent?)?;
    let mut hash = FxHasher::default();
    hash.write_u32(parent.signature);
    hash.write_u64(area.tag as u64);
    Some(low_bits(hash.finish()))
}
