//! Arbitrary articles with all their fields.

use arbitrary::{Arbitrary, Result, Unstructured};
use newsprint::model::{
    Article, Author, Block, Embed, EmbedKind, Entry, Figure, Image, ImageCandidate, Link, Offset,
    Precision, Timestamp,
};

use crate::Written;

/// Addresses that a page may hold and an output may not, and some that both may.
const URLS: &[&str] = &[
    "javascript:alert(1)",
    "JaVa\tScript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "https://example.com/\"onclick=alert(1)",
    "https://example.com/</script>",
    "//example.com",
    "/a",
    "mailto:a@example.com",
];
/// Texts that mean something where they are written.
const TEXTS: &[&str] = &[
    "</script>",
    "<!--",
    "]]>",
    "<img src=x onerror=alert(1)>",
    "\u{2028}",
    "\u{202e}",
    "\"",
    "&quot;",
];

/// An article with a body, and whatever stands around it.
#[derive(Debug)]
pub struct Whole(pub Article);

impl<'a> Arbitrary<'a> for Whole {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut article = Written::arbitrary(u)?.0;
        article.title = Some(text(u)?);
        article.dek = Some(text(u)?);
        article.section = Some(text(u)?);
        article.tags = vec![text(u)?, text(u)?];
        let mut author = Author::person(text(u)?);
        author.url = Some(url(u)?);
        article.authors = vec![author];
        article.canonical_url = Some(url(u)?);
        article.language = Some(text(u)?);
        let mut link = Link::new(text(u)?);
        link.url = Some(url(u)?);
        article.breadcrumbs = vec![link];
        article.published = Some(moment(u)?);
        article.lead_image = Some(image(u)?);
        while !u.is_empty() && article.body.len() < 16 {
            article.body.push(block(u)?);
        }
        Ok(Self(article))
    }
}

fn text(u: &mut Unstructured<'_>) -> Result<String> {
    let known = *u.choose(TEXTS)?;
    Ok(format!("{}{}", u.arbitrary::<&str>()?, if u.arbitrary()? { known } else { "" }))
}

fn url(u: &mut Unstructured<'_>) -> Result<String> {
    Ok(if u.ratio(1, 4)? {
        u.arbitrary::<&str>()?.to_owned()
    } else {
        (*u.choose(URLS)?).to_owned()
    })
}

fn moment(u: &mut Unstructured<'_>) -> Result<Timestamp> {
    Ok(Timestamp::new(text(u)?, Some(text(u)?), Offset::Unknown, Precision::Minute))
}

fn image(u: &mut Unstructured<'_>) -> Result<Image> {
    let mut image = Image::new(url(u)?);
    image.alt = Some(text(u)?);
    let mut candidate = ImageCandidate::default();
    candidate.url = url(u)?;
    candidate.width = u.arbitrary()?;
    image.candidates = vec![candidate];
    Ok(image)
}

fn block(u: &mut Unstructured<'_>) -> Result<Block> {
    Ok(match u.int_in_range(0..=2)? {
        0 => {
            let mut figure = Figure::new(vec![image(u)?]);
            figure.caption = Some(text(u)?.as_str().into());
            figure.credit = Some(text(u)?);
            Block::Figure(figure)
        }
        1 => {
            let mut embed = Embed::new(EmbedKind::X, url(u)?);
            embed.text = Some(text(u)?);
            Block::Embed(embed)
        }
        _ => {
            let mut entry = Entry::new(Written::arbitrary(u)?.0.body);
            entry.title = Some(text(u)?);
            entry.time = Some(moment(u)?);
            Block::Entry(entry)
        }
    })
}
