//! Arbitrary HTML of the tags that a tree builder treats each in its own way.

use std::fmt::Write as _;

use arbitrary::{Arbitrary, Result, Unstructured};

#[rustfmt::skip]
const NAMES: &[&str] = &[
    "a", "annotation-xml", "applet", "b", "body", "br", "button", "caption", "col", "colgroup", "dd",
    "desc", "div", "font", "foreignobject", "form", "frameset", "g", "h1", "head", "hr", "html", "i",
    "iframe", "image", "input", "li", "link", "malignmark", "math", "meta", "mglyph", "mi", "nobr",
    "noscript", "object", "optgroup", "option", "p", "plaintext", "pre", "rp", "ruby", "script",
    "select", "span", "style", "svg", "table", "tbody", "td", "template", "textarea", "title", "tr",
    "ul", "x-y",
];
#[rustfmt::skip]
const ATTRIBUTES: &[&str] = &[
    "charset=a", "class=\"a b\"", "CLASS=c", "color=red", "definitionurl=a", "encoding=text/html",
    "form=a", "hidden", "href='?a&amp;b'", "http-equiv=content-type", "id=a", "id=\"\r\na\"",
    "shadowrootmode=open", "style=display:none", "type=hidden", "type=text", "viewbox=0",
    "xlink:href=a", "xmlns=a",
];
const TEXTS: &[&str] =
    &["a", " ", "\n", "&lt;", "\0", "<!--a-->", "<!doctype html>", "<![CDATA[a]]>"];

/// A page of such tags, and of little text.
#[derive(Debug)]
pub struct Tags(pub String);

impl<'a> Arbitrary<'a> for Tags {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut html = String::new();
        while !u.is_empty() {
            match u.int_in_range(0..=7)? {
                0..=3 => start_tag(u, &mut html)?,
                4..=5 => drop(write!(html, "</{}>", u.choose(NAMES)?)),
                _ => html.push_str(u.choose(TEXTS)?),
            }
        }
        Ok(Self(html))
    }
}

fn start_tag(u: &mut Unstructured<'_>, html: &mut String) -> Result<()> {
    let _ = write!(html, "<{}", u.choose(NAMES)?);
    for _ in 0..u.int_in_range(0..=3)? {
        let _ = write!(html, " {}", u.choose(ATTRIBUTES)?);
    }
    html.push_str(if u.ratio(1, 8)? { " />" } else { ">" });
    Ok(())
}
