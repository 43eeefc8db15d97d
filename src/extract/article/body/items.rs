//! What stands in the body besides text: figures, embedded content, thematic breaks.

use std::collections::HashSet;

use super::{Ground, caption, media};
use crate::dom::{Base, ElementRef, NodeId, Tag, is_hidden};
use crate::model::{Embed, Image};

/// Something of the body that is not a run of text.
#[derive(Debug, Clone)]
pub(super) enum Item<'a> {
    Figure(ElementRef<'a>, Vec<Image>),
    Embed(Embed),
    Separator,
}

impl Item<'_> {
    /// How many addresses the item has.
    fn links(&self) -> usize {
        match self {
            Self::Figure(_, images) => images.iter().map(|image| 1 + image.candidates.len()).sum(),
            Self::Embed(_) => 1,
            Self::Separator => 0,
        }
    }

    /// The nodes of the text that is a part of the item.
    pub(super) fn text(&self, element: ElementRef<'_>) -> Vec<(NodeId, NodeId)> {
        match self {
            Self::Figure(..) => caption::nodes(element),
            Self::Embed(_) | Self::Separator => vec![(element.id(), element.node().end())],
        }
    }
}

/// The items in a range of nodes, in document order, each with its element. Items inside other
/// items, those in elements that `excluded` names, and those with more links than there is room
/// for are left out.
pub(super) fn items<'a>(
    ground: Ground<'a>,
    (first, end): (NodeId, NodeId),
    excluded: impl Fn(ElementRef<'a>) -> bool,
) -> Vec<(ElementRef<'a>, Item<'a>)> {
    let mut items = Vec::new();
    let mut id = first;
    while id < end {
        let node = ground.document.get(id);
        id = id.next();
        let Some(element) = node.as_element() else { continue };
        if is_hidden(element) || excluded(element) || media::is_fallback(element, ground.base) {
            id = node.end();
        } else if let Some(item) = item(element, ground.base) {
            id = node.end();
            if ground.room.take_links(item.links(), element.id()) {
                items.push((element, item));
            }
        } else if leaf_container(element.tag()) {
            id = node.end();
        }
    }
    items
}

/// Elements whose inside is no content of the page, and which are no items themselves.
fn leaf_container(tag: Tag) -> bool {
    // What stands in `<noscript>` is shown where scripts would put the same.
    tag.is_unshown() && tag != Tag::Noscript
}

fn item<'a>(element: ElementRef<'a>, base: &Base) -> Option<Item<'a>> {
    match element.tag() {
        Tag::Hr => Some(Item::Separator),
        Tag::Figure => figure(element, base),
        Tag::Img => Some(Item::Figure(element, vec![media::image(element, base)?])),
        Tag::Custom if element.name() == "amp-img" => {
            Some(Item::Figure(element, vec![media::image(element, base)?]))
        }
        _ => media::embed(element, base).map(Item::Embed),
    }
}

/// Whether an image is the one before the `<noscript>` around it.
fn is_said_before(image: ElementRef<'_>, base: &Base) -> bool {
    let mut around = image.ancestors().take(FAR_IN_NOSCRIPT);
    around.any(|element| media::is_fallback(element, base))
}

/// How many elements are between `<noscript>` and its image at the most, both counted: a link or
/// `<picture>`.
const FAR_IN_NOSCRIPT: usize = 3;

/// The most images of one figure that are kept.
const MOST_IMAGES: usize = 200;

/// A `<figure>` of images. One that holds a table, code or a quotation is no figure of ours.
fn figure<'a>(element: ElementRef<'a>, base: &Base) -> Option<Item<'a>> {
    let mut images: Vec<Image> = Vec::new();
    let mut seen: HashSet<String> = HashSet::new();
    for inside in element.elements() {
        match inside.tag() {
            Tag::Table | Tag::Pre | Tag::Blockquote | Tag::Iframe | Tag::Video | Tag::Audio => {
                return None;
            }
            Tag::Img if is_said_before(inside, base) => {}
            Tag::Img | Tag::Custom if images.len() < MOST_IMAGES => {
                let image = media::image(inside, base);
                images.extend(image.filter(|image| seen.insert(image.url.clone())));
            }
            _ => {}
        }
    }
    (!images.is_empty()).then_some(Item::Figure(element, images))
}
