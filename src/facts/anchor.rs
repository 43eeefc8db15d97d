//! The headline as the page shows it, which says where the rest is looked for.

use std::cell::OnceCell;

use super::clean::letters;
use super::lines::lines;
use super::page::{Page, Spot};
use super::ranking::{LIKE_TITLE_SHARE, Words, share, words};
use super::region::Roles;
use super::title::SiteNames;
use crate::dom::Tag;
use crate::value::text::{is_one_of, tokens};

/// The texts that the page gives as its title, the visible headline first.
pub(super) fn headings(page: &Page<'_>, anchor: Option<&Anchor<'_>>) -> Vec<String> {
    let first = anchor.map(|anchor| anchor.text.clone());
    let metas = ["og:title", "twitter:title"].into_iter().filter_map(|name| page.meta(name));
    let title = page.title.map(|title| title.raw_text().into_owned());
    first.into_iter().chain(metas.map(str::to_owned)).chain(title).collect()
}

/// The headline as shown.
pub(super) struct Anchor<'a> {
    pub(super) spot: Spot<'a>,
    pub(super) text: String,
    /// Whether it is a heading of the first level and stands for the whole page.
    pub(super) first: bool,
}

impl<'a> Anchor<'a> {
    fn new(spot: Spot<'a>, text: String) -> Self {
        Self { first: spot.element.tag() == Tag::H1, spot, text }
    }
}

/// The heading that the page's title repeats, or an `<h1>` in words like it, else the first `<h1>`.
/// The name of the site is the headline of a page without any other.
pub(super) fn anchor<'a>(page: &Page<'a>, host: Option<&str>) -> Option<Anchor<'a>> {
    let titles: Vec<Title> = headings(page, None).into_iter().map(Title::new).collect();
    let sites = SITE_METAS.iter().filter_map(|name| page.meta(name));
    let sites = sites.filter(|name| !titles.iter().any(|title| title.letters == letters(name)));
    let sites = SiteNames::new(sites, host);
    let (mut best, mut firsts) = (None, 0);
    for spot in page.headings.iter().take(MOST_HEADINGS) {
        // Its text is read only where it may be the best.
        let most = (true, Likeness::at_most(spot), is_called_headline(spot));
        if best.as_ref().is_some_and(|(best, _)| most <= *best) {
            continue;
        }
        let shown = spot.element.text();
        let likeness = likeness(spot, &shown, &titles);
        let Some(likeness) = likeness else { continue };
        let headline = !sites.is_name(&shown) && !is_logo(spot);
        let named = is_called_headline(spot);
        firsts += usize::from(headline && likeness.is_by_level());
        let rank = (headline, likeness, named);
        if best.as_ref().is_none_or(|(best, _)| rank > *best) {
            best = Some((rank, Anchor::new(*spot, shown)));
        }
    }
    let Some(((_, likeness, named), anchor)) = best else {
        return unmarked_headline(page, &titles);
    };
    let one_of_many = likeness.is_by_level() && !named && firsts >= MANY_FIRSTS;
    Some(Anchor { first: anchor.first && !one_of_many, ..anchor })
}

/// From so many headings of the first level on, none of them in words of the title, they are those
/// of the parts of a text.
const MANY_FIRSTS: usize = 4;

/// A title of the page, for comparing with headings.
struct Title {
    text: String,
    letters: String,
    /// Few headings are compared by their words.
    words: OnceCell<Words>,
}

impl Title {
    fn new(text: String) -> Self {
        Self { letters: letters(&text), text, words: OnceCell::new() }
    }

    fn words(&self) -> &Words {
        self.words.get_or_init(|| words(&self.text))
    }
}

/// How likely a heading is to be the headline, by its level, its words and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    ForeignRepeated,
    /// Called a headline, and the end of a title.
    End,
    ForeignFirst,
    First,
    Repeated,
    ForeignRepeatedFirst,
    RepeatedHeadline,
    /// A first heading in words like a title's, or called a headline and the end of a title.
    LikeFirst,
    RepeatedFirst,
}

impl Likeness {
    /// The most that a heading can have, whatever its words.
    fn at_most(spot: &Spot<'_>) -> Self {
        match (spot.element.tag() == Tag::H1, is_own_heading(spot)) {
            (true, true) => Self::RepeatedFirst,
            (true, false) => Self::ForeignRepeatedFirst,
            (false, true) if is_called_headline(spot) => Self::RepeatedHeadline,
            (false, true) => Self::Repeated,
            (false, false) => Self::ForeignRepeated,
        }
    }

    /// Whether nothing but the level of the heading speaks for it.
    fn is_by_level(self) -> bool {
        matches!(self, Self::First | Self::ForeignFirst)
    }
}

/// `None` for a lower heading that no title repeats.
fn likeness(spot: &Spot<'_>, shown: &str, titles: &[Title]) -> Option<Likeness> {
    let text = letters(shown);
    let first = spot.element.tag() == Tag::H1;
    let own = is_own_heading(spot);
    let named = is_called_headline(spot);
    let repeated = titles.iter().any(|title| repeats(&title.letters, &text));
    let long = text.chars().count() >= SHORT_HEADLINE;
    let like = || {
        let shown = words(shown);
        titles.iter().any(|title| is_like(&shown, title.words()))
    };
    let ends = || named && long && titles.iter().any(|title| title.letters.ends_with(&text));
    match (first, repeated) {
        _ if text.is_empty() => None,
        (true, true) if own => Some(Likeness::RepeatedFirst),
        (true, true) => Some(Likeness::ForeignRepeatedFirst),
        (true, false) if own && (like() || ends()) => Some(Likeness::LikeFirst),
        (true, false) => Some(if own { Likeness::First } else { Likeness::ForeignFirst }),
        (false, true) if named => Some(Likeness::RepeatedHeadline),
        (false, true) => Some(if own { Likeness::Repeated } else { Likeness::ForeignRepeated }),
        (false, false) => ends().then_some(Likeness::End),
    }
}

/// Whether a heading stands in no part that is not the article's.
fn is_own_heading(spot: &Spot<'_>) -> bool {
    !spot.around.has(Roles::FOREIGN)
}

/// Whether the name of such a heading says that it is a headline.
fn is_called_headline(spot: &Spot<'_>) -> bool {
    spot.own.has(Roles::HEADLINE) && is_own_heading(spot)
}

/// Metas that name the site.
const SITE_METAS: &[&str] = &["og:site_name", "application-name"];

/// Whether a heading has so many words of a title that it is a version of it.
fn is_like(heading: &Words, title: &Words) -> bool {
    heading.intersection(title).count() >= LIKE_WORDS && share(heading, title) >= LIKE_TITLE_SHARE
}

/// The fewest words that a version of a title has in common with it.
const LIKE_WORDS: usize = 4;

/// Whether a heading is a link to the front page, or is called so, as the name of a site is.
fn is_logo(spot: &Spot<'_>) -> bool {
    let names = ["class", "id"].iter().filter_map(|name| spot.element.attr(name));
    if names.flat_map(tokens).any(|token| is_one_of(token, LOGO_NAMES)) {
        return true;
    }
    let inside = || spot.element.elements().take(LOGO_ELEMENTS).find(|inner| inner.tag() == Tag::A);
    let around = || spot.element.ancestors().find(|outer| outer.tag() == Tag::A);
    let link = if spot.around.has(Roles::LINK) { around() } else { inside() };
    link.and_then(|link| link.attr("href")).is_some_and(is_front_page)
}

/// What the name of a site is called.
const LOGO_NAMES: &[&str] = &["logo", "branding", "brand", "masthead"];

/// The most elements of a heading among which its link is looked for.
const LOGO_ELEMENTS: usize = 4;

/// Whether an address is that of the front page of a host.
fn is_front_page(href: &str) -> bool {
    let href = href.trim();
    let path =
        href.split_once("//").and_then(|(_, rest)| rest.split_once('/').or(Some((rest, ""))));
    path.map_or(href == "/", |(_, path)| path.is_empty())
}

/// The fewest letters of a headline.
const SHORT_HEADLINE: usize = 6;

/// The headline of a page without headings: the line of text that its title repeats.
fn unmarked_headline<'a>(page: &Page<'a>, titles: &[Title]) -> Option<Anchor<'a>> {
    let own = |spot: &Spot<'_>| is_own_heading(spot);
    let line = lines(page, 0..UNMARKED_REACH, own).into_iter().find(|line| {
        let text = letters(&line.text);
        text.chars().count() >= HEADLINE_CHARS
            && titles.iter().any(|title| repeats(&title.letters, &text))
    })?;
    Some(Anchor::new(line.spot, line.text.into_owned()))
}

/// How many elements of a page without headings are searched for the headline.
const UNMARKED_REACH: usize = 1500;

/// The fewest characters of a line that is taken for a headline.
const HEADLINE_CHARS: usize = 20;

/// The most headings that are compared with the page's title.
const MOST_HEADINGS: usize = 200;

/// Whether a title repeats the text of a heading: all of it, and not a word alone.
fn repeats(title: &str, heading: &str) -> bool {
    title == heading
        || (heading.chars().count() >= 12 && title.contains(heading))
        || (heading.chars().count() >= 6 && title.starts_with(heading))
}
