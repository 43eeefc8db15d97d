//! The caption and the credit of a figure.

use super::inline::rich_text;
use crate::dom::{Base, Document, ElementRef, Tag};
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

/// A figure of these images; its caption is `<figcaption>`, or what is called so.
pub(super) fn figure(
    element: ElementRef<'_>,
    images: Vec<Image>,
    document: &Document,
    base: &Base,
) -> Figure {
    let mut figure = Figure { images, ..Figure::default() };
    let Some(caption) = caption(element) else { return figure };
    let credit = element.elements().find(|inside| is_credit(*inside));
    figure.credit = credit.map(ElementRef::text).filter(|text| !text.is_empty());
    let (first, end) = (caption.node().id(), caption.node().end());
    let text = match credit.filter(|credit| caption.node().contains(credit.id())) {
        Some(credit) if credit.id() == caption.id() => return figure,
        Some(credit) => {
            let mut text = rich_text(document, base, (first, credit.id()));
            text.extend(rich_text(document, base, (credit.node().end(), end)).runs().to_vec());
            text
        }
        None => rich_text(document, base, (first, end)),
    };
    figure.caption = Some(text).filter(|text| !text.is_empty());
    figure
}

fn caption(element: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let named = |inside: &ElementRef<'_>| {
        inside.attr("class").is_some_and(|class| has_token(class, CAPTION))
    };
    let mut inside = element.elements();
    let figcaption = inside.find(|inside| inside.tag() == Tag::Figcaption);
    // Text of a figure that is called nothing can only be its caption.
    figcaption.or_else(|| element.elements().find(named)).or(Some(element))
}

fn is_credit(element: ElementRef<'_>) -> bool {
    element.attr("itemprop") == Some("copyrightHolder")
        || element.attr("class").is_some_and(|class| has_token(class, CREDIT))
}
