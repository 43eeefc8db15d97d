//! Saved pages with faults in them.

use std::ops::Range;

use arbitrary::{Arbitrary, Result, Unstructured};

const PAGES: &[(&str, &[u8])] = &[
    (
        "https://informburo.kz/novosti/1",
        include_bytes!("../../../fixtures/informburo/news-item/page.html"),
    ),
    ("https://mig.kz/", include_bytes!("../../../fixtures/mig-kz/rates/page.html")),
    ("https://www.example.com/", include_bytes!("../../../fixtures/other/front-page/page.html")),
    ("https://www.example.com/news/1", include_bytes!("../../../fixtures/other/minimal/page.html")),
];

/// What is put in between others.
const PIECES: &[&str] = &[
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<table>",
    "<tr><td>",
    "</table>",
    "<a href=javascript:alert(1)>",
    "</a>",
    "<b>",
    "<ul><li>",
    "</ul>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<svg>",
    "<template>",
    "<title>",
    "<base href='//[\'>",
    "<li hidden>",
    "\u{202e}",
    "\0",
];

/// A page with faults, and its address.
#[derive(Debug)]
pub struct Faulty {
    /// The page.
    pub bytes: Vec<u8>,
    /// Where it is from.
    pub url: &'static str,
}

impl<'a> Arbitrary<'a> for Faulty {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let (url, page) = *u.choose(PAGES)?;
        let mut bytes = page.to_vec();
        while !u.is_empty() && !bytes.is_empty() {
            fault(u, &mut bytes)?;
        }
        Ok(Self { bytes, url })
    }
}

fn fault(u: &mut Unstructured<'_>, bytes: &mut Vec<u8>) -> Result<()> {
    let at = u.choose_index(bytes.len())?;
    let tag = tag_from(bytes, at);
    match u.int_in_range(0..=6)? {
        0 => bytes[at] ^= u.arbitrary::<u8>()?,
        1 => drop(bytes.drain(tag)),
        2 => {
            let copy = bytes[tag.clone()].to_vec();
            bytes.splice(tag.end..tag.end, copy);
        }
        3 => {
            let other = tag_from(bytes, u.choose_index(bytes.len())?);
            if tag.end <= other.start {
                let (one, another) = (bytes[tag.clone()].to_vec(), bytes[other.clone()].to_vec());
                bytes.splice(other, one);
                bytes.splice(tag, another);
            }
        }
        4 if u.ratio(1, 20)? => bytes.truncate(at),
        _ => {
            let piece = u.choose(PIECES)?.bytes();
            bytes.splice(tag.start..tag.start, piece);
        }
    }
    Ok(())
}

/// The first thing from a place on that looks like a tag.
fn tag_from(bytes: &[u8], at: usize) -> Range<usize> {
    let start = at + memchr::memchr(b'<', &bytes[at..]).unwrap_or_default();
    let end = memchr::memchr(b'>', &bytes[start..]).map_or(start, |length| start + length + 1);
    start..end
}
