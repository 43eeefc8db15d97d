//! The caption and the credit of a figure.

use super::Ground;
use super::inline::rich_text;
use crate::dom::{ElementRef, NodeId, NodeRef, Tag};
use crate::model::{Figure, Image};
use crate::value::text::has_token;

/// The tokens of classes that hold the credit of a picture.
const CREDIT: &[&str] = &[
    "credit",
    "credits",
    "copyright",
    "photographer",
    "source",
    "author",
    "attribution",
    "rights",
];

/// The tokens of classes that hold the caption of a picture.
const CAPTION: &[&str] = &["caption", "figcaption", "description", "legend"];

/// Text in a figure that is called nothing is its caption, unless it is longer than this many
/// bytes.
const LONGEST_UNNAMED: usize = 600;

/// Text beside a caption is the credit, unless it is longer than this many bytes.
const LONGEST_UNNAMED_CREDIT: usize = 120;

/// A figure of these images; its caption is `<figcaption>`, or what is called so.
pub(super) fn figure(element: ElementRef<'_>, images: Vec<Image>, ground: Ground<'_>) -> Figure {
    let mut figure = Figure { images, ..Figure::default() };
    let caption = caption(element);
    let credit = credit(element, caption);
    figure.credit = credit.map(ElementRef::text).filter(|text| !text.is_empty());
    let Some(caption) = caption else { return figure };
    figure.credit = figure.credit.or_else(|| unnamed_credit(element, caption));
    let (first, end) = (caption.node().id(), caption.node().end());
    let text = match credit.filter(|credit| caption.node().contains(credit.id())) {
        Some(credit) if credit.id() == caption.id() => return figure,
        Some(credit) => {
            let mut text = rich_text(ground, (first, credit.id()));
            text.append(rich_text(ground, (credit.node().end(), end)), " ");
            text
        }
        None => rich_text(ground, (first, end)),
    };
    figure.caption = Some(text).filter(|text| !text.is_empty());
    figure
}

/// The nodes of the caption and of the credit.
pub(super) fn nodes(element: ElementRef<'_>) -> Vec<(NodeId, NodeId)> {
    let caption = caption(element);
    let credit = credit(element, caption);
    let is_whole = credit.is_none()
        && caption.is_some_and(|caption| unnamed_credit(element, caption).is_some());
    let whole = is_whole.then_some(element);
    let parts = whole.into_iter().chain(caption).chain(credit);
    parts.map(|part| (part.id(), part.node().end())).collect()
}

/// The text of a figure beside its caption, if it is short and all in one element.
fn unnamed_credit(element: ElementRef<'_>, caption: ElementRef<'_>) -> Option<String> {
    let outside = |node: NodeRef<'_>| !caption.node().contains(node.id());
    let texts = element.node().descendants().filter(|node| outside(*node));
    let mut texts = texts.filter(|node| is_words(*node));
    let parent = texts.next()?.parent()?.as_element()?;
    let rest_is_inside = texts.all(|node| parent.node().contains(node.id()));
    let text = parent.text();
    let is_credit = rest_is_inside
        && !text.is_empty()
        && text.len() <= LONGEST_UNNAMED_CREDIT
        && !parent.node().contains(caption.id());
    is_credit.then_some(text)
}

fn caption(element: ElementRef<'_>) -> Option<ElementRef<'_>> {
    if element.tag() != Tag::Figure {
        return caption_behind(element);
    }
    let named = |inside: &ElementRef<'_>| is_named(*inside, CAPTION);
    let mut inside = element.elements();
    let figcaption = inside.find(|inside| inside.tag() == Tag::Figcaption);
    let unnamed = || Some(element).filter(|element| element.text().len() <= LONGEST_UNNAMED);
    figcaption.or_else(|| element.elements().find(named)).or_else(unnamed)
}

/// The caption of an image outside `<figure>`: what is called so and comes next, with an end or two
/// of elements and what says nothing between them.
fn caption_behind(image: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let around = std::iter::once(image).chain(image.ancestors()).take(1 + MOST_AROUND);
    for element in around {
        let behind =
            std::iter::successors(element.node().next_sibling(), |node| node.next_sibling());
        let behind = behind.filter(|node| node.as_element().is_some() || is_words(*node));
        for node in behind.take(MOST_BETWEEN) {
            let next = node.as_element()?;
            if is_named(next, CAPTION_BEHIND) {
                return Some(next).filter(|caption| is_caption(*caption));
            }
            if next.tag() != Tag::Button && says_something(next) {
                return None;
            }
        }
    }
    None
}

/// How many elements around an image may end before its caption: a link, `<picture>`, a box.
const MOST_AROUND: usize = 3;
/// How many elements that say nothing may stand between them: buttons that enlarge it, rules.
const MOST_BETWEEN: usize = 3;
/// Those of [`CAPTION`] that are none of a teaser beside its image.
const CAPTION_BEHIND: &[&str] = &["caption", "figcaption"];

/// Whether an element that is called a caption is short, and does not hold the next image too.
fn is_caption(element: ElementRef<'_>) -> bool {
    element.elements().all(|inside| inside.tag() != Tag::Img)
        && element.text().len() <= LONGEST_UNNAMED
}

/// Whether a node is text that is more than white space.
fn is_words(node: NodeRef<'_>) -> bool {
    node.as_text().is_some_and(|text| !text.trim().is_empty())
}

fn says_something(element: ElementRef<'_>) -> bool {
    let is_image = |node: NodeRef<'_>| node.as_element().is_some_and(|e| e.tag() == Tag::Img);
    let mut inside = std::iter::once(element.node()).chain(element.node().descendants());
    inside.any(|node| is_image(node) || is_words(node))
}

/// The credit in a figure, or in the caption of an image outside one.
fn credit<'a>(element: ElementRef<'a>, caption: Option<ElementRef<'a>>) -> Option<ElementRef<'a>> {
    let inside = if element.tag() == Tag::Figure { Some(element) } else { caption };
    inside?.elements().find(|inside| is_credit(*inside))
}

fn is_credit(element: ElementRef<'_>) -> bool {
    element.attr("itemprop") == Some("copyrightHolder") || is_named(element, CREDIT)
}

fn is_named(element: ElementRef<'_>, tokens: &[&str]) -> bool {
    element.attr("class").is_some_and(|class| has_token(class, tokens))
}
