//! Images and embedded content.

use crate::dom::{Base, ElementRef, Tag};
use crate::model::{Embed, EmbedKind, Image, ImageCandidate};

/// The attributes that give the address of an image, those of lazy loading first: where they
/// stand, `src` is a placeholder.
const SOURCES: &[&str] = &[
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-lazy",
    "data-url",
    "data-image",
    "data-hi-res-src",
    "data-full",
    "src",
];

/// The attributes that give candidates with descriptors.
const SOURCE_SETS: &[&str] = &["data-srcset", "data-lazy-srcset", "srcset"];

/// Images that are smaller than this in both stated dimensions are icons and tracking pixels.
const SMALLEST: u32 = 80;

/// How many candidates of one image are kept.
const MAX_CANDIDATES: usize = 64;

/// The image of an `<img>` or `<amp-img>`, with the candidates of the `<picture>` around it and of
/// the `<noscript>` behind it.
pub(in crate::extract::article) fn image(element: ElementRef<'_>, base: &Base) -> Option<Image> {
    if is_tiny(element) {
        return None;
    }
    let mut candidates = all_candidates(element, base);
    let own = address(element, base);
    let fallback = fallback(element).filter(|image| !is_tiny(*image));
    if let Some(fallback) = fallback {
        candidates.extend(all_candidates(fallback, base));
    }
    let other = fallback.and_then(|fallback| address(fallback, base));
    let has_set = !candidates.is_empty();
    let url = best(&candidates).or_else(|| own.clone()).or_else(|| other.clone())?;
    let alt = |image: ElementRef<'_>| {
        image.attr("alt").map(str::trim).filter(|alt| !alt.is_empty()).map(str::to_owned)
    };
    let mut image = Image::new(url);
    image.alt = alt(element).or_else(|| fallback.and_then(alt));
    (image.width, image.height) = (pixels(element, "width"), pixels(element, "height"));
    let plain = own.into_iter().chain(other);
    let plain = plain.map(|url| alone(&url));
    image.candidates = each_once(candidates.into_iter().chain(plain));
    if !has_set && image.candidates.len() == 1 {
        image.candidates.clear();
    }
    Some(image)
}

/// A candidate of which only the address is known.
fn alone(url: &str) -> ImageCandidate {
    ImageCandidate { url: url.to_owned(), ..ImageCandidate::default() }
}

/// The first candidates, each address once unless the page describes it in several ways.
fn each_once(candidates: impl Iterator<Item = ImageCandidate>) -> Vec<ImageCandidate> {
    let mut kept: Vec<ImageCandidate> = Vec::new();
    for candidate in candidates.take(2 * MAX_CANDIDATES) {
        let is_bare = candidate == alone(&candidate.url);
        let known =
            |other: &ImageCandidate| *other == candidate || (is_bare && other.url == candidate.url);
        if kept.len() < MAX_CANDIDATES && !kept.iter().any(known) {
            kept.push(candidate);
        }
    }
    kept
}

/// Whether the image is an icon or a tracking pixel.
fn is_tiny(element: ElementRef<'_>) -> bool {
    let is_small = |name| pixels(element, name).is_some_and(|pixels| pixels < SMALLEST);
    is_small("width") && is_small("height")
}

fn address(element: ElementRef<'_>, base: &Base) -> Option<String> {
    SOURCES.iter().find_map(|name| base.resolve(element.attr(name)?))
}

/// The candidates of an image and of the `<picture>` around it.
fn all_candidates(element: ElementRef<'_>, base: &Base) -> Vec<ImageCandidate> {
    let sources = picture(element).into_iter().flat_map(ElementRef::children);
    let sources = sources.filter(|source| source.tag() == Tag::Source);
    let mut candidates: Vec<_> = sources.flat_map(|source| candidates_of(source, base)).collect();
    candidates.extend(candidates_of(element, base));
    candidates.truncate(MAX_CANDIDATES);
    candidates
}

fn picture(image: ElementRef<'_>) -> Option<ElementRef<'_>> {
    image.parent().filter(|parent| parent.tag() == Tag::Picture)
}

/// The image that stands for another where no script loads it: in `<noscript>` behind it.
fn fallback(image: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let behind = picture(image).unwrap_or(image).next_element()?;
    let mut inside = (behind.tag() == Tag::Noscript).then(|| behind.elements())?;
    inside.find(|element| element.tag() == Tag::Img)
}

/// Whether a `<noscript>` holds nothing but the image before it.
pub(super) fn is_fallback(noscript: ElementRef<'_>, base: &Base) -> bool {
    if noscript.tag() != Tag::Noscript {
        return false;
    }
    let shown = |element: &ElementRef<'_>| {
        matches!(element.tag(), Tag::Img | Tag::Iframe | Tag::Video | Tag::Audio)
    };
    let mut inside = noscript.elements().filter(shown);
    let is_single = inside.next().is_some_and(|first| first.tag() == Tag::Img);
    is_single && inside.next().is_none() && image_before(noscript, base)
}

/// Whether there is an image before an element.
fn image_before(element: ElementRef<'_>, base: &Base) -> bool {
    let Some(before) = element.prev_element() else { return false };
    let before = match before.tag() {
        Tag::Picture => before.children().find(|child| child.tag() == Tag::Img),
        Tag::Img => Some(before),
        _ => None,
    };
    before.is_some_and(|before| is_image(before, base))
}

/// Whether [`image`] gives one; nearly all images have an address of their own.
fn is_image(element: ElementRef<'_>, base: &Base) -> bool {
    !is_tiny(element) && address(element, base).is_some() || image(element, base).is_some()
}

fn pixels(element: ElementRef<'_>, name: &str) -> Option<u32> {
    element.attr(name)?.trim().trim_end_matches("px").parse().ok()
}

fn candidates_of(element: ElementRef<'_>, base: &Base) -> Vec<ImageCandidate> {
    let set = SOURCE_SETS.iter().find_map(|name| element.attr(name));
    set.map(|set| srcset(set, base)).unwrap_or_default()
}

/// Reads a `srcset` attribute by the HTML standard: addresses are set apart by white space, since
/// they may hold commas, and candidates by commas.
fn srcset(text: &str, base: &Base) -> Vec<ImageCandidate> {
    let mut candidates = Vec::new();
    let mut rest = text;
    while candidates.len() < MAX_CANDIDATES {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if rest.is_empty() {
            break;
        }
        let (url, behind) =
            rest.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((rest, ""));
        let address = url.trim_end_matches(',');
        let (descriptor, behind) =
            if address.len() < url.len() { ("", behind) } else { split_at_comma(behind) };
        rest = behind;
        if let Some(url) = base.resolve(address) {
            candidates.push(candidate(url, descriptor));
        }
    }
    candidates
}

fn split_at_comma(text: &str) -> (&str, &str) {
    text.split_once(',').unwrap_or((text, ""))
}

fn candidate(url: String, descriptor: &str) -> ImageCandidate {
    let mut candidate = ImageCandidate { url, ..ImageCandidate::default() };
    for word in descriptor.split_ascii_whitespace() {
        if let Some(width) = word.strip_suffix('w') {
            candidate.width = width.parse().ok();
        } else if let Some(density) = word.strip_suffix('x') {
            candidate.density = density.parse().ok().filter(|density: &f32| density.is_finite());
        }
    }
    candidate
}

/// The address of the largest candidate; of equals the first, which the page prefers.
fn best(candidates: &[ImageCandidate]) -> Option<String> {
    let size = |candidate: &ImageCandidate| {
        (candidate.width.unwrap_or_default(), candidate.density.unwrap_or(1.0))
    };
    let largest = candidates.iter().rev().max_by(|a, b| {
        let ((a_width, a_density), (b_width, b_density)) = (size(a), size(b));
        a_width.cmp(&b_width).then(a_density.total_cmp(&b_density))
    })?;
    Some(largest.url.clone())
}

/// The services, by the end of the host's name.
const SERVICES: &[(&str, EmbedKind)] = &[
    ("youtube.com", EmbedKind::YouTube),
    ("youtube-nocookie.com", EmbedKind::YouTube),
    ("youtu.be", EmbedKind::YouTube),
    ("twitter.com", EmbedKind::X),
    ("x.com", EmbedKind::X),
    ("instagram.com", EmbedKind::Instagram),
    ("t.me", EmbedKind::Telegram),
    ("telegram.org", EmbedKind::Telegram),
    ("tiktok.com", EmbedKind::TikTok),
    ("facebook.com", EmbedKind::Facebook),
    ("fb.watch", EmbedKind::Facebook),
    ("vimeo.com", EmbedKind::Vimeo),
    ("vk.com", EmbedKind::Vk),
    ("vkvideo.ru", EmbedKind::Vk),
];

/// Hosts whose frames are advertisements or measure readers.
const NOT_CONTENT: &[&str] = &[
    "doubleclick.net",
    "googletagmanager.com",
    "googlesyndication.com",
    "google-analytics.com",
    "adservice.google.com",
    "criteo.com",
    "taboola.com",
    "outbrain.com",
    "yandex.ru",
    "amazon-adsystem.com",
    "disqus.com",
    "recaptcha.net",
];

/// The classes of the quotations that services have sites put in for their posts.
const POST_CLASSES: &[&str] = &[
    "twitter-tweet",
    "twitter-video",
    "instagram-media",
    "tiktok-embed",
    "fb-post",
    "fb-video",
    "telegram-post",
];

/// The attributes that give the address of a post.
const POST_ADDRESSES: &[&str] = &["cite", "data-instgrm-permalink", "data-href", "data-url"];

/// Whether the element is a post of a service, with its text in it. Templates call whole articles
/// like posts, but do not quote them or give them another address.
pub(super) fn is_post(element: ElementRef<'_>) -> bool {
    let is_given = element.tag() == Tag::Blockquote
        || POST_ADDRESSES.iter().any(|name| element.attr(name).is_some());
    is_given && element.classes().any(|class| POST_CLASSES.contains(&class))
}

/// The embedded content that an element stands for.
pub(super) fn embed(element: ElementRef<'_>, base: &Base) -> Option<Embed> {
    if is_post(element) {
        return post(element, base);
    }
    let url = match element.tag() {
        Tag::Script => format!("https://t.me/{}", element.attr("data-telegram-post")?),
        Tag::Iframe => ["src", "data-src", "data-lazy-src"]
            .iter()
            .find_map(|name| base.resolve(element.attr(name)?))?,
        Tag::Video | Tag::Audio => return media(element, base),
        Tag::Custom if element.name() == "amp-youtube" => {
            format!("https://www.youtube.com/watch?v={}", element.attr("data-videoid")?)
        }
        _ => return None,
    };
    let kind = service(&url)?;
    Some(Embed { kind, url, text: None })
}

/// The service that an address is of; `None` for what is no content.
fn service(url: &str) -> Option<EmbedKind> {
    let host = url::Url::parse(url).ok()?.host_str()?.to_owned();
    let is_of = |name: &str| {
        host.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    if NOT_CONTENT.iter().any(|name| is_of(name)) {
        return None;
    }
    let service = SERVICES.iter().find(|(name, _)| is_of(name));
    Some(service.map_or(EmbedKind::Frame, |(_, kind)| *kind))
}

/// A post: its address is given by an attribute or by its last link to the service.
fn post(element: ElementRef<'_>, base: &Base) -> Option<Embed> {
    let stated = POST_ADDRESSES.iter().find_map(|name| base.resolve(element.attr(name)?));
    let linked = || {
        let links = element.elements().filter_map(|link| base.resolve(link.attr("href")?));
        links.filter(|url| service(url).is_some_and(|kind| kind != EmbedKind::Frame)).last()
    };
    let url = stated.or_else(linked)?;
    let text = Some(element.text()).filter(|text| !text.is_empty());
    Some(Embed { kind: service(&url).unwrap_or_default(), url, text })
}

fn media(element: ElementRef<'_>, base: &Base) -> Option<Embed> {
    let sources = element.children().filter(|child| child.tag() == Tag::Source);
    let mut elements = std::iter::once(element).chain(sources);
    let url = elements.find_map(|element| base.resolve(element.attr("src")?))?;
    Some(Embed { kind: EmbedKind::Media, url, text: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::Document;
    use crate::{Limits, Selector};

    fn first<T>(html: &str, selector: &str, read: impl Fn(ElementRef<'_>, &Base) -> T) -> T {
        let document = Document::parse(html, &Limits::default());
        let base = Base::new(&document, Some("https://a.kz/n/1"));
        let selector = Selector::parse(selector).expect("a selector");
        let element = document.select(&selector).next().expect("an element");
        read(element, &base)
    }

    #[test]
    fn the_largest_candidate_is_the_image() {
        let image = first(
            "<picture><source srcset='/a,b.webp 640w, /c.webp 1280w'>\
             <img src=data:image/gif;base64,R0 data-src=/d.jpg alt=' A mill '></picture>",
            "img",
            image,
        );
        let image = image.expect("an image");
        assert_eq!(image.url, "https://a.kz/c.webp");
        assert_eq!(image.alt.as_deref(), Some("A mill"));
        let urls: Vec<_> = image.candidates.iter().map(|c| (c.url.as_str(), c.width)).collect();
        assert_eq!(
            urls,
            [
                ("https://a.kz/a,b.webp", Some(640)),
                ("https://a.kz/c.webp", Some(1280)),
                ("https://a.kz/d.jpg", None)
            ]
        );
    }

    #[test]
    fn an_image_without_scripts_is_a_candidate_of_the_one_before_it() {
        let lazy = "<img src=data:image/gif;base64,R0 data-src=/small.jpg>";
        let page = |behind: &str| format!("{lazy}<noscript>{behind}</noscript>");
        let html = page("<img src=/large.jpg srcset='/large.jpg 1200w, /small.jpg 600w' alt=A>");
        let found = first(&html, "img", image).expect("an image");
        assert_eq!(
            (found.url.as_str(), found.alt.as_deref()),
            ("https://a.kz/large.jpg", Some("A"))
        );
        assert_eq!(found.candidates.len(), 2);
        assert!(first(&html, "noscript", is_fallback));
        let same = first(&page("<img src=/small.jpg>"), "img", image).expect("an image");
        assert_eq!((same.url.as_str(), same.candidates.len()), ("https://a.kz/small.jpg", 0));
        let pixel = first(&page("<img src=//t.example/p width=1 height=1>"), "img", image);
        assert_eq!(pixel.expect("an image").candidates, []);
        assert!(!first("<noscript><img src=/a.jpg></noscript>", "noscript", is_fallback));
    }

    #[test]
    fn pixels_and_placeholders_are_no_images() {
        assert_eq!(first("<img src=/p.gif width=1 height=1>", "img", image), None);
        assert_eq!(first("<img src=data:image/gif;base64,R0>", "img", image), None);
    }

    #[test]
    fn services_are_told_by_their_hosts() {
        let frame = |src: &str| first(&format!("<iframe src='{src}'></iframe>"), "iframe", embed);
        let kind = |src: &str| frame(src).map(|embed| embed.kind);
        assert_eq!(kind("//www.youtube.com/embed/x"), Some(EmbedKind::YouTube));
        assert_eq!(kind("https://notyoutube.com/x"), Some(EmbedKind::Frame));
        assert_eq!(kind("https://www.googletagmanager.com/ns.html"), None);
        assert_eq!(kind("javascript:x"), None);
    }

    #[test]
    fn a_post_has_its_address_and_text() {
        let html = "<blockquote class=twitter-tweet><p>Rain.</p>\
                    <a href=https://twitter.com/a/status/1>May 1</a></blockquote>";
        let embed = first(html, "blockquote", embed).expect("an embed");
        assert_eq!(embed.kind, EmbedKind::X);
        assert_eq!(embed.url, "https://twitter.com/a/status/1");
        assert_eq!(embed.text.as_deref(), Some("Rain. May 1"));
    }
}
