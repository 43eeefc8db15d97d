//! Where on the page prose masses, and how far each element is from there.

use super::areas::{Area, AreaId};
use super::measures::{Measures, to_f32};
use super::{Blocks, Run};
use crate::dom::Tag;

/// What is known of the elements of a page as containers of an article.
#[derive(Debug, Default)]
pub(super) struct Containers {
    /// Of each area, the mass of prose in it.
    mass: Vec<f32>,
    /// The area with the most, and its mass.
    pub(super) best: Option<AreaId>,
    best_mass: f32,
    /// Of each area, how many elements out from the best the first is that holds it too.
    best_hops: Vec<f32>,
    /// The area with the most prose directly inside.
    pub(super) most_direct: Option<AreaId>,
    /// The numbers of the first and the last run of the best.
    span: (usize, usize),
}

/// How much of the mass of a run counts for the elements around it, innermost first.
const MASS_OUTWARD: [f32; 4] = [1.0, 0.5, 0.3, 0.2];

impl Containers {
    pub(super) fn new(blocks: &Blocks, measures: &[Measures]) -> Self {
        let mass = masses(blocks, measures);
        let best = greatest(&mass);
        let area = |id: AreaId| blocks.area(id);
        Self {
            best_mass: best.and_then(|id| mass.get(id.index()).copied()).unwrap_or_default(),
            best_hops: best.map(|id| hops(&blocks.areas, id)).unwrap_or_default(),
            span: best.and_then(area).map_or((0, 0), |best| span(blocks, best)),
            most_direct: greatest(&direct_prose(blocks, measures)),
            best,
            mass,
        }
    }

    /// The mass of an area by that of the best.
    pub(super) fn mass(&self, id: AreaId) -> f32 {
        self.mass.get(id.index()).copied().unwrap_or_default() / (self.best_mass + f32::EPSILON)
    }

    pub(super) fn hops_from_best(&self, id: AreaId) -> f32 {
        self.best_hops.get(id.index()).copied().unwrap_or_default()
    }

    /// Where a run stands between the first and the last run of the best.
    pub(super) fn place(&self, index: usize) -> f32 {
        let (first, last) = self.span;
        (to_f32(index) - to_f32(first)) / (to_f32(last) - to_f32(first) + 1.0)
    }
}

fn masses(blocks: &Blocks, measures: &[Measures]) -> Vec<f32> {
    let mut mass = vec![0.0; blocks.areas.len()];
    for (run, measures) in blocks.runs.iter().zip(measures).filter(|(_, m)| m.is_prose()) {
        for (id, weight) in outward(blocks, container(blocks, run)).zip(MASS_OUTWARD) {
            if let Some(mass) = mass.get_mut(id.index()) {
                *mass += measures.words * weight;
            }
        }
    }
    for (mass, area) in mass.iter_mut().zip(&blocks.areas) {
        *mass *= 1.0 - area.sums.link_density();
    }
    mass
}

/// Of each area, the words of prose in it and in areas directly inside.
fn direct_prose(blocks: &Blocks, measures: &[Measures]) -> Vec<f32> {
    let mut direct = vec![0.0; blocks.areas.len()];
    for (run, measures) in blocks.runs.iter().zip(measures).filter(|(_, m)| m.is_prose()) {
        for id in outward(blocks, Some(run.area)).take(2) {
            if let Some(direct) = direct.get_mut(id.index()) {
                *direct += measures.words;
            }
        }
    }
    direct
}

/// The element that holds the paragraph, list item or quotation of a run.
fn container(blocks: &Blocks, run: &Run) -> Option<AreaId> {
    let area = blocks.area(run.area)?;
    let is_part =
        matches!(area.tag, Tag::P | Tag::Pre | Tag::Blockquote | Tag::Li | Tag::H2 | Tag::H3);
    if is_part { area.parent } else { Some(run.area) }
}

fn outward(blocks: &Blocks, from: Option<AreaId>) -> impl Iterator<Item = AreaId> {
    std::iter::successors(from, |id| blocks.area(*id)?.parent)
}

fn greatest(values: &[f32]) -> Option<AreaId> {
    let mut greatest = None;
    for (index, value) in values.iter().enumerate().filter(|(_, value)| **value > 0.0) {
        if greatest.is_none_or(|(_, most)| *value > most) {
            greatest = Some((index, *value));
        }
    }
    greatest.map(|(index, _)| AreaId::new(index))
}

/// Of each area, how many elements out from `target` the first is that holds it too: 0 inside.
pub(super) fn hops(areas: &[Area], target: AreaId) -> Vec<f32> {
    let Some(at) = areas.get(target.index()) else { return Vec::new() };
    let mut hops: Vec<f32> = Vec::with_capacity(areas.len());
    for area in areas {
        let outer = area.parent.and_then(|parent| hops.get(parent.index()).copied());
        let is_around = area.contains(at.id);
        let own = f32::from(at.depth.saturating_sub(area.depth));
        hops.push(match outer {
            _ if is_around => own,
            _ if at.contains(area.id) => 0.0,
            outer => outer.unwrap_or_default(),
        });
    }
    hops
}

fn span(blocks: &Blocks, area: &Area) -> (usize, usize) {
    let mut inside = blocks
        .runs
        .iter()
        .enumerate()
        .filter(|(_, run)| area.contains(run.first))
        .map(|(at, _)| at);
    let first = inside.next().unwrap_or_default();
    (first, inside.next_back().unwrap_or(first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;
    use crate::blocks::lexicon::Lexicon;
    use crate::blocks::measures::measure_all;
    use crate::blocks::sum;
    use crate::dom::Document;

    #[test]
    fn prose_masses_in_the_container_of_paragraphs() {
        let prose = "It rained all day in the north, and it will rain again tomorrow, they said.";
        let html = format!(
            "<div id=a><p><a href=x>{prose}</a></div>\
             <div id=b><div id=c><p>{prose}<p>{prose}</div><aside>x</aside></div>"
        );
        let page = Document::parse(&html, &Limits::default());
        let mut blocks = Blocks::cut_with(&page, &Lexicon::default());
        let measures = measure_all(&blocks, |_| ());
        sum(&mut blocks, &measures);
        let containers = Containers::new(&blocks, &measures);
        let best = containers.best.and_then(|id| blocks.area(id)).unwrap();
        let id = |area: &Area| page.get(area.id).as_element().and_then(|e| e.attr("id"));
        assert_eq!(id(best), Some("c"));
        let hops: Vec<_> =
            blocks.runs.iter().map(|run| containers.hops_from_best(run.area)).collect();
        assert_eq!(hops, [2.0, 0.0, 0.0, 1.0]);
    }
}
