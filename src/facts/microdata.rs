//! Microdata (`itemprop`) and RDFa (`property`) of the article.

use super::finding::{Findings, Value};
use super::image::from_element;
use super::page::{Page, Spot};
use super::region::Roles;
use crate::dom::{ElementRef, NodeRef, Tag};
use crate::model::{Author, AuthorKind, Link, OriginKind};

/// Types whose properties are the article's own.
fn is_article(name: &str) -> bool {
    name.ends_with("Article")
        || name.ends_with("Posting")
        || name.ends_with("Report")
        || matches!(name, "CreativeWork" | "BlogPost" | "WebPage" | "Blog")
}

pub(super) fn read(page: &Page<'_>, findings: &mut Findings) {
    let main = main_scope(page);
    for spot in &page.properties {
        property(page, spot, main, findings);
    }
    trails(page, findings);
    for scope in &page.scopes {
        scope_types(scope.element).for_each(|name| findings.push_type(name));
    }
}

/// The article that stands for the page: the first that is not among teasers or comments.
fn main_scope(page: &Page<'_>) -> Option<usize> {
    let of_article = |wanted: fn(&str) -> bool| {
        page.scopes.iter().position(|scope| {
            !scope.around.has(Roles::FOREIGN.with(Roles::ITEM))
                && scope_types(scope.element).any(wanted)
        })
    };
    of_article(|name| is_article(name) && !matches!(name, "WebPage" | "Blog" | "CreativeWork"))
        .or_else(|| of_article(is_article))
}

fn scope_types(element: ElementRef<'_>) -> impl Iterator<Item = &str> {
    ["itemtype", "typeof"]
        .into_iter()
        .filter_map(move |name| element.attr(name))
        .flat_map(str::split_ascii_whitespace)
        .map(|name| name.rsplit(['/', ':', '#']).next().unwrap_or_default())
}

/// A property that belongs to the article itself.
fn property(page: &Page<'_>, spot: &Spot<'_>, main: Option<usize>, findings: &mut Findings) {
    let element = spot.element;
    let (names, kind) = match (element.attr("itemprop"), element.attr("property")) {
        (Some(names), _) => (names, OriginKind::Microdata),
        (None, Some(names)) if element.tag() != Tag::Meta => (names, OriginKind::Rdfa),
        _ => return,
    };
    let loose = spot.scope.is_none() && !spot.around.has(Roles::FOREIGN);
    if !(spot.scope == main && main.is_some() || loose) || spot.around.has(Roles::COMMENTS) {
        return;
    }
    for name in names.split_ascii_whitespace() {
        let key = name.rsplit([':', '/']).next().unwrap_or_default().to_ascii_lowercase();
        match key.as_str() {
            "author" | "creator" => person(page, spot, kind, &key, findings),
            "image" => {
                if let Some(image) = from_element(element) {
                    findings.push(kind, &key, &Value::Image(image));
                }
            }
            "publisher" => {
                findings.push_text(kind, &key, &named_inside(page, element).unwrap_or_default());
            }
            "articlebody" | "text" => {}
            _ => findings.push_text(kind, &key, &content(element)),
        }
    }
}

/// What a property says: its attribute where the standard gives the element one, else its text.
fn content(element: ElementRef<'_>) -> String {
    let attribute = element.attr("content").or_else(|| match element.tag() {
        Tag::Time => element.attr("datetime"),
        Tag::Data | Tag::Meter => element.attr("value"),
        Tag::Link => element.attr("href"),
        _ => None,
    });
    let attribute = attribute.filter(|text| !text.trim().is_empty() && text.len() <= LONGEST);
    attribute.map_or_else(|| short_text(element), str::to_owned)
}

/// A longer value, in bytes, is none of a property: elements with properties nest, and each says
/// what all inside it say.
const LONGEST: usize = 8 * 1024;

/// The text of an element, if it is no longer than a value may be.
fn short_text(element: ElementRef<'_>) -> String {
    let texts = element.node().descendants().filter_map(NodeRef::as_text);
    let mut left = Some(LONGEST);
    for text in texts {
        left = left.and_then(|left| left.checked_sub(text.trim().len()));
        if left.is_none() {
            return String::new();
        }
    }
    element.text()
}

fn person(page: &Page<'_>, spot: &Spot<'_>, kind: OriginKind, key: &str, findings: &mut Findings) {
    let element = spot.element;
    let typed = element.attr("itemscope").is_some() || element.attr("typeof").is_some();
    let name = named_inside(page, element).filter(|_| typed);
    let Some(name) = name else {
        return findings.push_text(kind, key, &content(element));
    };
    let organization = scope_types(element).any(|name| name.ends_with("Organization"));
    let author = Author {
        kind: if organization { AuthorKind::Organization } else { AuthorKind::Person },
        ..Author::person(name)
    };
    findings.push(kind, key, &Value::Person(author));
}

/// The `name` of the item that `element` is.
fn named_inside(page: &Page<'_>, element: ElementRef<'_>) -> Option<String> {
    let inside = page.properties.partition_point(|spot| spot.element.id() <= element.id());
    page.properties
        .iter()
        .skip(inside)
        .take_while(|spot| element.node().contains(spot.element.id()))
        .take(MOST_PROPERTIES)
        .find(|spot| {
            let names = spot.element.attr("itemprop").or_else(|| spot.element.attr("property"));
            names.is_some_and(|names| {
                names.split_ascii_whitespace().any(|name| name == "name" || name.ends_with(":name"))
            })
        })
        .map(|spot| content(spot.element))
}

/// How many properties of a person or a publisher are looked through for the name.
const MOST_PROPERTIES: usize = 24;

fn trails(page: &Page<'_>, findings: &mut Findings) {
    let list = page.scopes.iter().position(|scope| {
        scope_types(scope.element).any(|name| name == "BreadcrumbList" || name == "Breadcrumb")
    });
    let Some(list) = list.and_then(|list| page.scopes.get(list)) else { return };
    let names = page.properties.iter().filter(|spot| {
        list.element.node().contains(spot.element.id())
            && [spot.element.attr("itemprop"), spot.element.attr("property")].iter().flatten().any(
                |names| names.split_ascii_whitespace().any(|name| matches!(name, "name" | "title")),
            )
    });
    let steps: Vec<Link> = names
        .map(|spot| Link { text: content(spot.element), url: link_around(spot.element) })
        .filter(|link| !link.text.trim().is_empty())
        .collect();
    if !steps.is_empty() {
        findings.push(OriginKind::Microdata, "breadcrumb", &Value::Trail(steps));
    }
}

/// The target of the link that `element` is or stands in.
fn link_around(element: ElementRef<'_>) -> Option<String> {
    std::iter::once(element)
        .chain(element.ancestors())
        .take(3)
        .find_map(|element| element.attr("href"))
        .map(str::to_owned)
}
