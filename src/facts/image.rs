//! Images that metadata names.

use serde_json::{Map, Value as Json};

use crate::dom::{Base, ElementRef};
use crate::model::Image;

/// An `ImageObject`.
pub(super) fn from_json(node: &Map<String, Json>) -> Option<Image> {
    let url = ["url", "contentUrl", "@id", "thumbnailUrl"].iter().find_map(|key| {
        let value = node.get(*key)?;
        value.as_str().or_else(|| value.as_array()?.iter().find_map(Json::as_str))
    })?;
    let text = |key: &str| node.get(key).and_then(Json::as_str).map(str::to_owned);
    Some(Image {
        width: node.get("width").and_then(size),
        height: node.get("height").and_then(size),
        alt: text("caption").or_else(|| text("description")).filter(|alt| !alt.trim().is_empty()),
        ..Image::new(url)
    })
}

/// A size: a number, a text such as `1200px`, or a `QuantitativeValue`.
fn size(value: &Json) -> Option<u32> {
    match value {
        Json::Number(number) => number.as_u64()?.try_into().ok(),
        Json::String(text) => pixels(text),
        Json::Object(quantity) => size(quantity.get("value").filter(|value| !value.is_object())?),
        _ => None,
    }
}

/// The number of pixels in `1200`, `1200px` or `1200.0`.
pub(super) fn pixels(text: &str) -> Option<u32> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.get(..end)?.parse().ok().filter(|pixels| *pixels > 0)
}

/// The `<img>` or other element that a property stands on.
pub(super) fn from_element(element: ElementRef<'_>) -> Option<Image> {
    let url = ["content", "src", "href", "data-src"].iter().find_map(|name| element.attr(name))?;
    Some(Image {
        width: element.attr("width").and_then(pixels),
        height: element.attr("height").and_then(pixels),
        alt: element.attr("alt").filter(|alt| !alt.trim().is_empty()).map(str::to_owned),
        ..Image::new(url)
    })
}

/// An image with its address resolved. `None` for what is no picture of an article.
pub(super) fn resolved(image: Image, base: &Base) -> Option<Image> {
    let url = base.resolve(&image.url)?;
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let host_alone =
        path.split_once("://").is_some_and(|(_, rest)| !rest.trim_end_matches('/').contains('/'));
    (!host_alone).then_some(Image { url, ..image })
}
