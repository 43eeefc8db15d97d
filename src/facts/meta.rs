//! `<meta>`, `<link>`, `<title>` and the attributes of `<html>`.

use std::borrow::Cow;

use super::clean::clean;
use super::finding::{Findings, Value};
use super::image::pixels;
use super::page::Page;
use crate::dom::{Base, ElementRef};
use crate::model::{Alternate, Feed, Image, OriginKind};
use crate::value::text::tokens;

/// The attributes that name a `<meta>`, in the order in which they are asked.
const NAMES: &[&str] = &["property", "name", "itemprop", "http-equiv"];

pub(super) fn read(page: &Page<'_>, findings: &mut Findings) {
    for (name, content) in &page.metas {
        match name.as_str() {
            "og:type" => findings.push_type(content),
            _ if name.starts_with("og:image") || name.starts_with("og:video") => {}
            _ => {
                let known = findings.all.len();
                findings.push_text(OriginKind::Meta, name, content);
                if findings.all.len() == known && names_publication(name) {
                    findings.push_text(OriginKind::Meta, "other published", content);
                }
            }
        }
    }
    open_graph_images(page, findings);
    super::video::open_graph(&page.metas, findings);
    for link in &page.links {
        let href = link.attr("href").unwrap_or_default();
        for rel in link.attr("rel").unwrap_or_default().split_ascii_whitespace() {
            let rel = rel.to_ascii_lowercase();
            match rel.as_str() {
                "image_src" => {
                    findings.push(OriginKind::Link, &rel, &Value::Image(Image::new(href)));
                }
                "alternate" => alternate(*link, href, findings),
                _ => findings.push_text(OriginKind::Link, &rel, href),
            }
        }
    }
    if let Some(title) = page.title {
        findings.push_text(OriginKind::TitleElement, "title", &title.raw_text());
    }
    let lang = page.html.and_then(|html| html.attr("lang").or_else(|| html.attr("xml:lang")));
    findings.push_text(OriginKind::HtmlAttribute, "lang", lang.unwrap_or_default());
}

/// The article in another language, or a feed.
fn alternate(link: ElementRef<'_>, href: &str, findings: &mut Findings) {
    let media_type = link.attr("type").unwrap_or_default().trim().to_ascii_lowercase();
    if FEEDS.contains(&media_type.as_str()) {
        let title = link.attr("title").and_then(clean);
        let feed = Feed { title, ..Feed::new(href, media_type) };
        findings.push(OriginKind::Link, "feed", &Value::Feed(feed));
    } else if let Some(language) = link.attr("hreflang") {
        let alternate = Alternate::new(language.trim(), href);
        findings.push(OriginKind::Link, "hreflang", &Value::Alternate(alternate));
    }
}

/// The media types of feeds.
const FEEDS: &[&str] = &[
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
];

/// Whether a name that no rule knows says that it holds the date of publication.
fn names_publication(name: &str) -> bool {
    let mut published = false;
    let mut dated = false;
    for token in tokens(name) {
        published |= matches!(token, "publish" | "published" | "publication" | "publishing");
        dated |= matches!(token, "date" | "time" | "datetime" | "at" | "on");
    }
    published && dated
}

/// The name of a `<meta>` in lower case, and what it says. Some sites write `value` for `content`.
pub(super) fn named(meta: ElementRef<'_>) -> Option<(String, &str)> {
    let name = NAMES.iter().find_map(|attribute| meta.attr(attribute))?;
    let content = meta.attr("content").or_else(|| meta.attr("value"))?;
    let filled = !content.trim().is_empty();
    filled.then(|| (name.trim().to_ascii_lowercase(), content))
}

/// `og:image` starts an image; its size and text follow it.
fn open_graph_images(page: &Page<'_>, findings: &mut Findings) {
    let mut images: Vec<Image> = Vec::new();
    for (name, content) in &page.metas {
        let Some(part) = name.strip_prefix("og:image") else { continue };
        match (part, images.last_mut()) {
            ("", _) | (":url", None) => images.push(Image::new(*content)),
            (":width", Some(image)) => image.width = image.width.or(pixels(content)),
            (":height", Some(image)) => image.height = image.height.or(pixels(content)),
            (":alt", Some(image)) => {
                image.alt = image.alt.take().or_else(|| Some((*content).to_owned()));
            }
            _ => {}
        }
    }
    for image in images {
        findings.push(OriginKind::Meta, "og:image", &Value::Image(image));
    }
}

impl Page<'_> {
    /// The addresses that the page gives as its own, in the form of [`bare`](super::graph::bare).
    pub(super) fn addresses(&self, base: &Base) -> std::collections::HashSet<String> {
        let links = self.links.iter().filter(|link| {
            link.attr("rel").is_some_and(|rel| rel.trim().eq_ignore_ascii_case("canonical"))
        });
        let metas = self.metas.iter().filter(|(name, _)| name == "og:url");
        links
            .filter_map(|link| link.attr("href"))
            .chain(metas.map(|(_, content)| *content))
            .chain(base.page().map(url::Url::as_str))
            .map(|url| super::graph::bare(url).to_owned())
            .collect()
    }

    /// JSON-LD that a framework has put into the `content` of a `<meta>`.
    pub(super) fn json_ld_metas(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let blocks = self.metas.iter().filter(|(name, _)| name.ends_with("ld+json"));
        blocks.map(|(_, content)| Cow::Borrowed(*content))
    }

    /// What the first non-empty `<meta>` of this name says.
    pub(super) fn meta(&self, wanted: &str) -> Option<&str> {
        self.metas.iter().find_map(|(name, content)| (name == wanted).then_some(*content))
    }
}
