//! The rest of a list whose entries do not all have one shape: a first one with a large picture, a
//! row of two.

use super::filter::is_body;
use super::naming::{Names, Naming, is_heading, line_of};
use super::runs::{Entry, Run};
use super::survey::{Leaf, Survey};
use super::tables::{BOX_SHARE, HEADING_CHARS};
use crate::dom::NodeId;

/// The run with the entries that stand alone beside it in its box, up to the next heading; `None`
/// if there are none, or if the box has much else in it.
pub(super) fn whole<'a>(
    survey: &Survey<'a>,
    names: &Names<'_, 'a>,
    run: &Run<'a>,
    naming: &Naming<'a>,
    in_body: &impl Fn(NodeId) -> bool,
) -> Option<Run<'a>> {
    let (from, to) = stretch(survey, names, run, naming)?;
    let own = run.nodes()?;
    let mut entries: Vec<Entry<'a>> = names
        .strays_in(from, to)
        .iter()
        .filter(|stray| !own.contains(&stray.nodes.start) && !stray.nodes.contains(&own.start))
        .filter(|stray| !is_body(survey, stray.element, in_body))
        .cloned()
        .collect();
    if entries.is_empty() {
        return None;
    }
    entries.extend(run.entries.iter().cloned());
    entries.sort_by_key(|entry| entry.nodes.start);
    let seen = entries.iter().filter_map(|entry| survey.get(entry.index));
    let chars: u32 = seen.map(|seen| seen.chars).sum();
    let all = chars_between(survey, from, to);
    (chars * BOX_SHARE.1 >= all * BOX_SHARE.0).then_some(Run { parent: run.parent, entries })
}

/// The stretch of nodes that a list can fill: of its box, behind its heading, without what other
/// headings and other lists have.
fn stretch<'a>(
    survey: &Survey<'a>,
    names: &Names<'_, 'a>,
    run: &Run<'a>,
    naming: &Naming<'a>,
) -> Option<(NodeId, NodeId)> {
    let holds = |id: NodeId| survey.boxes(run).find(|element| element.node().contains(id));
    let area = match naming.anchor {
        Some(anchor) => holds(anchor.id())?,
        None => naming.area?,
    };
    let own = run.nodes()?;
    let mut from = naming.anchor.map_or(area.id(), |anchor| anchor.node().end());
    let mut to = area.node().end();
    for leaf in survey.leaves_in(&(from..to)) {
        let id = leaf.id;
        if own.contains(&id) || !ends_list(survey, names, leaf) {
            continue;
        }
        if id >= own.end {
            to = id;
            break;
        }
        from = id;
    }
    Some((from, to))
}

/// Whether a text is of another list, or a heading.
fn ends_list(survey: &Survey<'_>, names: &Names<'_, '_>, leaf: &Leaf) -> bool {
    if names.is_entry(leaf) {
        return true;
    }
    if names.stray_at(leaf.id).is_some() {
        return false;
    }
    let line = line_of(survey, leaf).and_then(|index| survey.get(index));
    line.is_some_and(|line| line.chars <= HEADING_CHARS && is_heading(survey, line))
}

/// How much text a stretch of nodes shows.
fn chars_between(survey: &Survey<'_>, from: NodeId, to: NodeId) -> u32 {
    let [first, .., last] = survey.leaves_in(&(from..to)) else { return 0 };
    last.end.saturating_sub(first.end)
}
