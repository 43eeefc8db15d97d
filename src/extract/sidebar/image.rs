//! The picture of an entry.

use crate::dom::{Base, ElementRef, Tag};
use crate::model::Image;
use crate::value::text::collapse;

/// Where the address of a picture stands. Lazily loaded pictures have a placeholder in `src`, so
/// that comes last.
const SOURCES: &[&str] =
    &["data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "src"];

/// The picture that an `<img>` shows.
pub(super) fn read(base: &Base, element: ElementRef<'_>) -> Option<Image> {
    if element.tag() != Tag::Img {
        return None;
    }
    let plain =
        SOURCES.iter().filter_map(|name| element.attr(name)).find_map(|src| base.resolve(src));
    let sets = ["data-srcset", "srcset"].into_iter().filter_map(|name| element.attr(name));
    let url =
        plain.or_else(|| sets.filter_map(first_candidate).find_map(|src| base.resolve(src)))?;
    let mut image = Image::new(url);
    image.alt = element.attr("alt").map(collapse).filter(|alt| !alt.is_empty());
    image.width = pixels(element, "width");
    image.height = pixels(element, "height");
    Some(image)
}

fn first_candidate(srcset: &str) -> Option<&str> {
    srcset.split_ascii_whitespace().next().map(|url| url.trim_end_matches(','))
}

fn pixels(element: ElementRef<'_>, name: &str) -> Option<u32> {
    element.attr(name)?.trim().trim_end_matches("px").parse().ok()
}
