//! Boxes around an article: headings, tabs, entries of several shapes, rates in markup and script.

#![no_main]

use std::fmt::Write;

use arbitrary::{Arbitrary, Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use newsprint_fuzz::read_html;

/// Names that boxes and their parts have on pages.
const NAMES: &[&str] = &[
    "most-read",
    "related",
    "title",
    "category",
    "rank",
    "time",
    "comments",
    "menu",
    "ad",
    "tab",
    "rates",
    "buy",
    "sell",
    "flag flag-us",
    "currency",
    "",
];
/// Texts that are something to the extractors.
const TEXTS: &[&str] = &[
    "Most read",
    "Recent comments",
    "A first story of some length",
    "12.3K",
    "1",
    "5 hours ago",
    "USD",
    "€",
    "521.1",
    "40,000",
    "за 100",
    "{\"USD\":[1.5,1.6]}",
    "Доллар",
    "+0,5%",
];
const TAGS: &[&str] =
    &["div", "ul", "li", "a href=/a", "a href=/b", "h3", "span", "table", "tr", "td", "script"];
/// How deep boxes nest.
const DEPTH: usize = 6;

/// A page of boxes.
#[derive(Debug)]
struct Boxes(String);

impl<'a> Arbitrary<'a> for Boxes {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut html = String::from("<p>Rain is expected in the north of the country.</p>");
        while !u.is_empty() {
            element(u, DEPTH, &mut html)?;
        }
        Ok(Self(html))
    }
}

fn element(u: &mut Unstructured<'_>, depth: usize, html: &mut String) -> Result<()> {
    let tag = *u.choose(TAGS)?;
    let name = *u.choose(NAMES)?;
    let _ = write!(html, "<{tag} class='{name}' data-value='{name}'>");
    for _ in 0..u.int_in_range(0..=4)? {
        if depth > 0 && u.ratio(2, 3)? {
            element(u, depth - 1, html)?;
        } else if u.ratio(3, 4)? {
            html.push_str(u.choose(TEXTS)?);
        } else {
            html.push_str(&u.arbitrary::<&str>()?.replace(['<', '&'], ""));
        }
    }
    let end = tag.split(' ').next().unwrap_or_default();
    let _ = write!(html, "</{end}>");
    Ok(())
}

fuzz_target!(|page: Boxes| read_html(&page.0));
