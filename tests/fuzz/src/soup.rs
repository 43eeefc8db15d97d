//! Arbitrary HTML: start tags, end tags and text in any order, with the names and attributes that
//! news pages have and that the crate looks at.

use std::fmt::Write as _;

use arbitrary::{Arbitrary, Result, Unstructured};

const NAMES: &[&str] = &[
    "a",
    "article",
    "aside",
    "b",
    "base",
    "blockquote",
    "body",
    "br",
    "caption",
    "code",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "li",
    "link",
    "main",
    "math",
    "meta",
    "nav",
    "noscript",
    "ol",
    "option",
    "p",
    "picture",
    "pre",
    "script",
    "section",
    "select",
    "source",
    "span",
    "style",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "u",
    "ul",
    "video",
];
const ATTRIBUTES: &[&str] = &[
    "alt",
    "aria-hidden",
    "aria-label",
    "class",
    "colspan",
    "content",
    "data-src",
    "datetime",
    "hidden",
    "href",
    "id",
    "itemprop",
    "itemref",
    "itemscope",
    "itemtype",
    "lang",
    "name",
    "onclick",
    "property",
    "rel",
    "role",
    "rowspan",
    "src",
    "srcset",
    "style",
    "title",
    "type",
    "width",
];
const VALUES: &[&str] = &[
    "article",
    "article-body",
    "article:published_time",
    "author",
    "breadcrumb",
    "byline",
    "canonical",
    "comments",
    "currency",
    "datePublished",
    "display:none",
    "headline",
    "https://schema.org/NewsArticle",
    "javascript:alert(1)",
    "keywords",
    "live-entry",
    "most-read",
    "og:title",
    "og:image",
    "ru",
    "share",
    "views",
    "2024-04-01T12:16:00Z",
    "1000",
    "/news/some-long-story-of-the-day",
    "application/ld+json",
    "a.jpg 1x, b.jpg 2x",
];
const TEXTS: &[&str] = &[
    "A paragraph that is long enough to be part of an article, with commas, and a full stop. ",
    "Слова на другом языке, чтобы их было достаточно для статьи, и ещё немного. ",
    "Most read",
    "Популярное",
    "1✈️ A headline of a story",
    "By Anna Bell and Boris Dell",
    "2 January 2024, 12:30",
    "12.3K",
    "1 234",
    "USD",
    "€",
    "521.10",
    "523,7",
    "▲ 0.5",
    "<script>alert(1)</script>",
    "&lt;script&gt;",
    "&#0;",
    "<!--",
    "-->",
    "<![CDATA[",
    "\u{202e}",
];

/// A page of tags and text.
#[derive(Debug)]
pub struct Soup(pub String);

impl<'a> Arbitrary<'a> for Soup {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut html = String::new();
        let mut open = Vec::new();
        while !u.is_empty() {
            match u.int_in_range(0..=7)? {
                0..=2 => open.push(start_tag(u, &mut html)?),
                3 => close(open.pop().unwrap_or("p"), &mut html),
                4 => close(u.choose(NAMES)?, &mut html),
                5 => repeat_last(u, &mut html)?,
                6 => html.push_str(u.arbitrary::<&str>()?),
                _ => html.push_str(u.choose(TEXTS)?),
            }
        }
        Ok(Self(html))
    }
}

fn start_tag(u: &mut Unstructured<'_>, html: &mut String) -> Result<&'static str> {
    let name = *u.choose(NAMES)?;
    html.push('<');
    html.push_str(name);
    for _ in 0..u.int_in_range(0..=3)? {
        let value = if u.ratio(3, 4)? { *u.choose(VALUES)? } else { u.arbitrary()? };
        let _ = write!(html, " {}=\"{value}\"", u.choose(ATTRIBUTES)?);
    }
    html.push('>');
    Ok(name)
}

fn close(name: &str, html: &mut String) {
    let _ = write!(html, "</{name}>");
}

/// Lists and tables need rows that look alike.
fn repeat_last(u: &mut Unstructured<'_>, html: &mut String) -> Result<()> {
    let length = usize::from(u.arbitrary::<u8>()?);
    let start = html.floor_char_boundary(html.len().saturating_sub(length));
    let part = html.split_off(start);
    for _ in 0..=u.int_in_range(1..=4)? {
        html.push_str(&part);
    }
    Ok(())
}
