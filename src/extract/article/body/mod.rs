//! The typed blocks of a body: chosen runs of text, figures and embedded content, put into the
//! lists, quotations and tables that the page has around them.

mod caption;
mod frames;
mod inline;
mod items;
mod live;
mod media;
mod room;
mod table;

use crate::blocks::{Blocks, Body};
use crate::dom::{Base, Document, ElementRef, NodeId};
use crate::model::{Block, Image};

use frames::Frames;
pub(in crate::extract::article) use media::image;
pub(super) use room::Room;

/// What a body is built from.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) document: &'a Document,
    pub(super) base: &'a Base,
    pub(super) blocks: &'a Blocks,
    pub(super) room: &'a Room,
}

/// The blocks of a body. `from` is where figures may start to belong to it, and `excluded` names
/// elements of which nothing but chosen text does.
pub(super) fn build(
    ground: Ground<'_>,
    body: &Body,
    from: NodeId,
    excluded: impl Fn(ElementRef<'_>) -> bool,
) -> Vec<Block> {
    trimmed(assemble(ground, body, from, excluded))
}

/// All pieces of a body in the structures around them.
fn assemble(
    ground: Ground<'_>,
    body: &Body,
    from: NodeId,
    excluded: impl Fn(ElementRef<'_>) -> bool,
) -> Vec<Block> {
    let Some((first, end)) = body.span() else { return Vec::new() };
    let mut items = items::items(ground, (from.min(first), end), excluded).into_iter().peekable();
    let runs = ground.blocks.runs().iter().enumerate();
    let runs = runs.filter(|(index, _)| body.has_run(*index)).map(|(_, run)| run);
    let mut frames = Frames::new(ground);
    // What an item has taken of the text: its caption and credit, or what it shows.
    let mut taken: Vec<(NodeId, NodeId)> = Vec::new();
    for run in runs {
        while let Some((element, item)) = items.next_if(|(item, _)| item.id() <= run.first) {
            taken = item.text(element);
            frames.add_item(element, item);
        }
        if !is_within(run.first, &taken) {
            frames.add_run(run);
        }
    }
    items.for_each(|(element, item)| frames.add_item(element, item));
    frames.finish()
}

fn is_within(id: NodeId, ranges: &[(NodeId, NodeId)]) -> bool {
    ranges.iter().any(|(first, end)| (*first..*end).contains(&id))
}

/// The blocks without separators at the ends or in a row, and without headings at the end.
fn trimmed(mut blocks: Vec<Block>) -> Vec<Block> {
    // The one before the first block is a separator, so to say.
    let mut after_separator = true;
    blocks.retain(|block| {
        let is_separator = *block == Block::Separator;
        let repeated = is_separator && after_separator;
        after_separator = is_separator;
        !repeated
    });
    while let Some(Block::Separator | Block::Heading(_)) = blocks.last() {
        blocks.pop();
    }
    blocks
}

/// All images of the figures in the blocks, in order.
pub(super) fn images(blocks: &[Block]) -> Vec<Image> {
    let mut images = Vec::new();
    let mut rest: Vec<&Block> = blocks.iter().rev().collect();
    while let Some(block) = rest.pop() {
        match block {
            Block::Figure(figure) => images.extend(figure.images.iter().cloned()),
            Block::Quote(quote) => rest.extend(quote.blocks.iter().rev()),
            Block::Entry(entry) => rest.extend(entry.blocks.iter().rev()),
            _ => {}
        }
    }
    images
}

#[cfg(test)]
mod kept_text;
#[cfg(test)]
mod tests;
