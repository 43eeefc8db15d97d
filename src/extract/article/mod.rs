//! The article: facts and rules merged into its fields, and the body built of its blocks.

mod body;
mod checks;
mod choice;
mod language;
mod ruled;
mod state;
mod verdict;

use crate::blocks::{Blocks, Body, Traits};
use crate::dom::{ElementRef, NodeId, Tag};
use crate::error::Error;
use crate::facts::{Fact, Facts};
use crate::model::{
    Article, Author, Block, Evidence, Field, FieldEvidence, Origin, OriginKind, Timestamp, Warning,
};
use crate::profile::{ArticleField, PageView};
use crate::value::date::{self, DateContext};
use crate::value::text::fold;

use choice::choose;
use ruled::Reader;
use state::Stated;

/// What an article is made from.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'a> {
    pub(crate) page: &'a PageView<'a>,
    pub(crate) facts: &'a Facts,
    pub(crate) blocks: &'a Blocks,
    pub(crate) body: &'a Body,
}

/// The article of a page, with what was noticed about it.
///
/// # Errors
///
/// [`Error::NotAnArticle`] where the page is something else.
pub(crate) fn extract(ground: Ground<'_>) -> Result<(Article, Vec<Warning>), Error> {
    let mut article = Article::default();
    set_fields(&mut article, ground);
    let limits_reached = set_body(&mut article, ground);
    if article.language.is_none() || language::is_of_other_script(&article) {
        let mut found: Vec<_> = language::detect(&article).into_iter().collect();
        found.extend(ground.facts.language.iter().cloned());
        article.language =
            choose(&mut article.evidence, Field::Language, None, &found, String::clone);
    }
    verdict::judge(&article, ground)?;
    let mut warnings = checks::warnings(&article, ground);
    warnings.extend(limits_reached);
    Ok((article, warnings))
}

/// The headline of the page, for measuring where text stands: the element of the profile's rule,
/// or the first `<h1>`.
pub(crate) fn headline(page: &PageView<'_>) -> Option<NodeId> {
    let ruled = page.rules().and_then(|rules| rules.elements(ArticleField::Title).first().copied());
    let h1 = || page.document().elements().find(|element| element.tag() == Tag::H1);
    ruled.or_else(h1).map(ElementRef::id)
}

fn set_fields(article: &mut Article, ground: Ground<'_>) {
    let Ground { page, facts, .. } = ground;
    let reader = Reader::new(page, facts);
    let mut evidence = Evidence::default();
    let e = &mut evidence;
    let text = String::clone;
    article.title = choose(e, Field::Title, reader.text(ArticleField::Title), &facts.title, text);
    article.kicker =
        choose(e, Field::Kicker, reader.text(ArticleField::Kicker), &facts.kicker, text);
    article.dek = choose(e, Field::Dek, reader.text(ArticleField::Dek), &facts.dek, text);
    article.authors =
        choose(e, Field::Authors, reader.authors(), &facts.authors, names).unwrap_or_default();
    let published = reader.time(ArticleField::Published);
    article.published = choose(e, Field::Published, published, &facts.published, show_time);
    let modified = reader.time(ArticleField::Modified);
    article.modified = choose(e, Field::Modified, modified, &facts.modified, show_time);
    let section = reader.text(ArticleField::Section);
    article.section = choose(e, Field::Section, section, &facts.section, text);
    let links = |links: &Vec<crate::model::Link>| {
        links.iter().map(|link| link.text.as_str()).collect::<Vec<_>>().join(" > ")
    };
    article.breadcrumbs =
        choose(e, Field::Breadcrumbs, reader.breadcrumbs(), &facts.breadcrumbs, links)
            .unwrap_or_default();
    let tags = |tags: &Vec<String>| tags.join(", ");
    article.tags = choose(e, Field::Tags, reader.tags(), &facts.tags, tags).unwrap_or_default();
    article.language = choose(e, Field::Language, None, &facts.language, text);
    article.canonical_url = choose(e, Field::CanonicalUrl, None, &facts.canonical_url, text);
    article.site_name = choose(e, Field::SiteName, None, &facts.site_name, text);
    article.lead_image =
        choose(e, Field::LeadImage, reader.image(), &facts.lead_image, |image| image.url.clone());
    article.views =
        choose(e, Field::Views, reader.count(ArticleField::Views), &facts.views, u64::to_string);
    let comments = reader.count(ArticleField::Comments);
    article.comments = choose(e, Field::Comments, comments, &facts.comments, u64::to_string);
    article.access = choose(e, Field::Access, None, &facts.access, |access| format!("{access:?}"));
    article.videos = choose(e, Field::Videos, None, &facts.videos, |videos| {
        let urls =
            videos.iter().filter_map(|video| video.url.as_deref().or(video.embed_url.as_deref()));
        urls.collect::<Vec<_>>().join(" ")
    })
    .unwrap_or_default();
    set_links(article, facts, e);
    article.evidence = evidence;
}

/// The addresses that belong to the article beside its own.
fn set_links(article: &mut Article, facts: &Facts, e: &mut Evidence) {
    article.amp_url = choose(e, Field::AmpUrl, None, &facts.amp_url, String::clone);
    article.alternates = choose(e, Field::Alternates, None, &facts.alternates, |alternates| {
        alternates.iter().map(|alternate| alternate.url.as_str()).collect::<Vec<_>>().join(" ")
    })
    .unwrap_or_default();
    article.feeds = choose(e, Field::Feeds, None, &facts.feeds, |feeds| {
        feeds.iter().map(|feed| feed.url.as_str()).collect::<Vec<_>>().join(" ")
    })
    .unwrap_or_default();
}

#[expect(clippy::ptr_arg, reason = "the value of a field is a vector")]
fn names(authors: &Vec<Author>) -> String {
    authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn show_time(time: &Timestamp) -> String {
    time.value.clone().unwrap_or_else(|| time.raw.clone())
}

/// Sets the body and the images in it; gives the limits that it reached.
fn set_body(article: &mut Article, ground: Ground<'_>) -> Vec<Warning> {
    let Ground { page, blocks, body, .. } = ground;
    let from = headline(page).or(body.span().map(|(first, _)| first));
    let room = body::Room::new(page.limits());
    let parts = body::Ground { document: page.document(), base: page.base(), blocks, room: &room };
    let from = from.unwrap_or_else(|| page.document().root().id());
    let blocks = body::build(parts, body, from, |element| is_outside(element, ground));
    let mut limits_reached = room.warnings(page.document());
    article.body = blocks;
    drop_headline(article);
    take_dek(article);
    drop_byline(article);
    let (origin, confidence) = match hidden_body(article, ground) {
        Some((stated, origin, confidence)) => {
            article.body = stated.blocks;
            limits_reached = stated.warnings;
            (origin, confidence)
        }
        None => body_origin(ground),
    };
    article.images = body::images(&article.body);
    if !article.body.is_empty() {
        article.evidence.insert(Field::Body, FieldEvidence::new(origin, confidence));
    }
    limits_reached
}

fn body_origin(ground: Ground<'_>) -> (Origin, f32) {
    let ruled = ground.page.rules().is_some_and(|rules| !rules.body().is_empty());
    let (kind, detail) =
        if ruled { (OriginKind::Profile, "article.body") } else { (OriginKind::Model, "") };
    (Origin::new(kind, detail), ground.body.confidence)
}

/// Whether an element holds no figures of the body: what a profile drops, or else what is named
/// as standing around articles.
fn is_outside(element: ElementRef<'_>, ground: Ground<'_>) -> bool {
    match ground.page.rules().filter(|rules| !rules.body().is_empty()) {
        Some(rules) => rules.is_dropped(element.id()),
        None => ground.blocks.own_traits(element.id()).has(Traits::FURNITURE),
    }
}

/// Takes a repetition of the headline from the start of the body.
fn drop_headline(article: &mut Article) {
    let Some(title) = article.title.as_deref().map(fold) else { return };
    let mut opening = article.body.iter().take(OPENING);
    let first = opening.position(|block| match block {
        Block::Heading(heading) => {
            let text = fold(&heading.content.text());
            text == title || heading.level == 1 && text.ends_with(&title)
        }
        // Not every page marks it up as a heading.
        Block::Paragraph(paragraph) => {
            let text = paragraph.content.text();
            text.len() <= MOST_FOLDED * title.len() && fold(&text) == title
        }
        _ => false,
    });
    if let Some(index) = first {
        article.body.remove(index);
    }
}

/// Folding makes of a sign of three bytes one of one byte at most.
const MOST_FOLDED: usize = 3;

/// How many blocks at the start of a body may be the headline.
const OPENING: usize = 3;

/// Takes the dek from the start of the body, where the page sets it apart there.
fn take_dek(article: &mut Article) {
    let shown = article.evidence.get(Field::Dek).map(|dek| dek.origin.kind);
    let Some(dek) = article.dek.as_deref().filter(|_| shown == Some(OriginKind::Visible)) else {
        return;
    };
    let opening = match article.body.first() {
        Some(Block::Paragraph(paragraph)) => paragraph.content.text(),
        // Some sites mark their deks up as lower headings.
        Some(Block::Heading(heading)) => heading.content.text(),
        _ => return,
    };
    if fold(&opening) == fold(dek) {
        article.body.remove(0);
        article.dek_opens_text = true;
    }
}

/// How many characters a byline or a dateline has at most.
const BYLINE: usize = 100;

/// Takes lines of the date and the author's name from the start of the body.
fn drop_byline(article: &mut Article) {
    let context = DateContext { language: article.language.as_deref(), ..DateContext::default() };
    let is_furniture = |block: &Block| {
        let Block::Paragraph(paragraph) = block else { return false };
        let text = paragraph.content.text();
        let named = |author: &Author| {
            text.contains(&author.name) && text.len() < 2 * author.name.len() + BYLINE_WORDS
        };
        text.chars().count() <= BYLINE
            && (date::parse(&text, &context).is_some() || article.authors.iter().any(named))
    };
    let count = article.body.iter().take_while(|block| is_furniture(block)).count();
    article.body.drain(..count);
}

/// How many bytes of a byline may be others than the author's name, beside as many as that has.
const BYLINE_WORDS: usize = 16;

/// Metadata or the data of a script give the text of a page that shows it by a script: this many
/// times what the page itself holds,
const SCRIPT_RENDERED: f32 = 3.0;
/// which then has fewer words than this.
const SHORT_BODY: f32 = 100.0;

/// How many bytes a word has at the least, with the space behind it.
const BYTES_A_WORD: f32 = 3.0;

/// The most words that a text of so many bytes can have.
#[expect(clippy::cast_precision_loss, reason = "a length for comparing")]
fn to_words(bytes: usize) -> f32 {
    bytes as f32 / BYTES_A_WORD
}

/// The body that the page holds without showing it, if what it shows is none.
fn hidden_body(article: &Article, ground: Ground<'_>) -> Option<(Stated, Origin, f32)> {
    let Ground { page, facts, body, .. } = ground;
    let least = SCRIPT_RENDERED * body.words.max(10.0);
    let long = |fact: &&Fact<String>| to_words(fact.value.len()) > least;
    if let Some(fact) = facts.body_text.first().filter(long) {
        let stated = state::read(&fact.value, page.base(), page.limits());
        if stated.words > least {
            return Some((stated, fact.origin.clone(), fact.confidence));
        }
    }
    if body.words >= SHORT_BODY {
        return None;
    }
    let found = state::find(page.document(), page.base(), page.limits(), article.title.as_deref());
    found.filter(|(stated, ..)| stated.words > least)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Paragraph;

    #[test]
    fn the_headline_is_no_paragraph_of_the_body() {
        let paragraph = |text: &str| Block::Paragraph(Paragraph::new(text));
        let text = paragraph("The bus stops at the mill again.");
        let title = Some("Bus stops again".to_owned());
        let body = vec![paragraph("News"), paragraph("Bus Stops Again"), text.clone()];
        let mut article = Article { title, body, ..Article::default() };
        drop_headline(&mut article);
        assert_eq!(article.body, [paragraph("News"), text]);
    }
}
