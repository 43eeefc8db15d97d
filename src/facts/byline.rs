//! Visible bylines: what the page shows of who wrote the article.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::clean::letters;
use super::finding::{Findings, Value};
use super::lines::Line;
use super::page::Spot;
use super::region::Roles;
use super::visible::{View, links, parts};
use crate::dom::ElementRef;
use crate::model::Author;
use crate::model::OriginKind::Visible;
use crate::value::date::{self, DateContext};
use crate::value::locale::names::{BYLINES, SHORT_BYLINES};
use crate::value::lookup::Lookup;
use crate::value::name::{is_full_name, is_signature, joins_names};
use crate::value::text::is_longer;

/// How far behind and before the headline a line is looked at for the words of a byline.
const WORDS_REACH: usize = 120;
const WORDS_BEFORE: usize = 6;

/// How far from the headline a link to the page of an author stands at most.
const LINK_REACH: usize = 150;

/// How far from the headline the name beside a portrait stands at most.
const PORTRAIT_REACH: usize = 80;

/// The most candidates for the byline, nearest first.
const MOST_BYLINES: usize = 40;

/// The most elements between two names of one byline.
const BYLINE_GAP: usize = 12;

/// The most elements between a label and the name under it.
const LABEL_GAP: usize = 8;

/// The most characters of a byline, and of one that stands alone under its label.
const BYLINE_CHARS: usize = 160;
const NAME_CHARS: usize = 60;

/// Segments of the addresses of pages about authors.
const AUTHOR_PATHS: &[&str] = &[
    "author",
    "authors",
    "autor",
    "autores",
    "autoren",
    "auteur",
    "auteurs",
    "autore",
    "autori",
    "writer",
    "writers",
    "contributor",
    "contributors",
    "journalist",
    "journalists",
    "reporter",
    "reporters",
    "columnist",
    "columnists",
    "byline",
    "profile",
    "profiles",
    "bio",
    "redakteur",
    "redaktion",
    "redactie",
    "yazar",
    "yazarlar",
    "autorzy",
    "avtor",
    "avtory",
    "authorid",
    "editors",
    "staff",
    "staff_name",
];

impl<'a> View<'_, 'a> {
    pub(super) fn bylines(&self, findings: &mut Findings) {
        self.class_bylines(findings);
        let near = self.nearest(&self.page.author_links);
        let from = near.first().map_or(0, |link| link.place);
        for link in near.iter().filter(|link| link.place.abs_diff(from) <= BYLINE_GAP) {
            push_link("rel=author", link.element, findings);
        }
        self.author_pages(findings);
        self.words(findings);
        self.portraits(findings);
    }

    /// Elements whose class says that they hold a byline.
    fn class_bylines(&self, findings: &mut Findings) {
        let named = |spot: &&Spot<'a>| !spot.own.has(Roles::NOT_NAME);
        let mut spots = self.nearest(&self.page.bylines);
        spots.retain(|spot| !spot.around.has(Roles::FIGURE));
        let (best, rest): (Vec<&Spot<'a>>, Vec<&Spot<'a>>) =
            spots.into_iter().take(MOST_BYLINES).partition(named);
        let all: Vec<&Spot<'a>> = best.into_iter().chain(rest).collect();
        let first = all.iter().find(|spot| is_byline(&spot.element.text()));
        for line in first.into_iter().flat_map(|first| names_of(first, &all)) {
            findings.push_text(Visible, "byline", &line);
        }
    }

    /// Links beside the headline to pages about authors, by their addresses.
    fn author_pages(&self, findings: &mut Findings) {
        let near = self.lines.iter().filter(|line| self.distance(&line.spot) <= LINK_REACH);
        let mut linked = near.flat_map(|line| {
            let links = line.links.iter().filter(|link| is_author_page(**link));
            links.map(|link| (line.spot.place, *link))
        });
        let Some((from, first)) = linked.find(|(_, link)| is_byline(&link.text())) else { return };
        push_link("author page", first, findings);
        for (_, link) in linked.filter(|(place, _)| place.abs_diff(from) <= BYLINE_GAP) {
            push_link("author page", link, findings);
        }
    }

    /// A line beside the headline that starts with a word such as `By`.
    fn words(&self, findings: &mut Findings) {
        let near = self.lines.iter().filter(|line| {
            let place = line.spot.place;
            place + WORDS_BEFORE >= self.place && place <= self.place + WORDS_REACH
        });
        let near: Vec<&Line<'a>> = near.collect();
        if let Some(line) = signature(&near, |text| opens_byline(text, 1) || is_signature(text)) {
            findings.push_text(Visible, "author words", &line);
        }
    }

    /// A line beside the headline that repeats the text of the image before it.
    fn portraits(&self, findings: &mut Findings) {
        let near = self.lines.iter().filter(|line| self.distance(&line.spot) <= PORTRAIT_REACH);
        let named = near.filter(|line| {
            let heading = line.spot.element.tag().heading_level().is_some();
            let Some(alt) = line.portrait.filter(|_| !heading) else { return false };
            if line.spot.around.has(Roles::FIGURE) {
                return false;
            }
            let words = line.text.split_whitespace();
            let capitals = words.clone().all(|word| word.starts_with(char::is_uppercase));
            (2..=4).contains(&words.count())
                && capitals
                && line.text.chars().count() <= NAME_CHARS
                && letters(alt).starts_with(&letters(&line.text))
        });
        if let Some(line) = named.into_iter().next() {
            findings.push_text(Visible, "portrait", &line.text);
        }
    }
}

/// Lines anywhere in the article that say at length that they name its author.
pub(super) fn signatures(lines: &[Line<'_>], findings: &mut Findings) {
    let lines: Vec<&Line<'_>> = lines.iter().collect();
    if let Some(line) = signature(&lines, |text| opens_byline(text, LONG_OPENING)) {
        findings.push_text(Visible, "author words elsewhere", &line);
    }
}

/// The fewest characters of an opening (`Written by`, `Автор`) that is believed away from the
/// headline, where `By` starts sentences.
const LONG_OPENING: usize = 5;

/// The first line that opens a byline, or that stands under a label that does.
fn signature(lines: &[&Line<'_>], opens: impl Fn(&str) -> bool) -> Option<String> {
    let mut before: Option<&Line<'_>> = None;
    for line in lines {
        let joined = before.replace(line).and_then(|before| under_label(before, line));
        if let Some(joined) = joined.filter(|joined| opens(joined)) {
            return Some(joined);
        }
        let mut parts = parts(&line.text).filter(|text| !is_longer(text, BYLINE_CHARS));
        let found =
            parts.find_map(|text| if opens(text) { Some(text) } else { behind_date(text, &opens) });
        if let Some(found) = found {
            return Some(linked(found, &line.links));
        }
    }
    None
}

/// A short line with the label of the line before it, if that is one.
fn under_label(before: &Line<'_>, line: &Line<'_>) -> Option<String> {
    let near = line.spot.place.abs_diff(before.spot.place) <= LABEL_GAP;
    if !near || is_longer(&line.text, NAME_CHARS) {
        return None;
    }
    let label = before.text.trim_end_matches([':', ' ']);
    let label = label.strip_suffix("(s)").unwrap_or(label);
    is_opening(label).then(|| format!("{label}: {}", line.text))
}

/// The name in a line beside the headline that is nothing but a name and a date.
pub(super) fn beside_dates<'a>(lines: impl Iterator<Item = &'a Line<'a>>, findings: &mut Findings) {
    let named = lines
        .filter(|line| line.text.len() <= NAME_AND_DATE && date::may_be_in(&line.text))
        .find_map(|line| name_beside_date(&line.text));
    findings.push_text(Visible, "name beside a date", named.unwrap_or_default());
}

/// The longest line of a name and a date, in bytes.
const NAME_AND_DATE: usize = 80;

/// `Ann Lee` of `11.12.2019 - Ann Lee` and `Ann Lee | 11 December 2019`.
fn name_beside_date(line: &str) -> Option<&str> {
    let (first, second) = [" - ", " – ", " — ", " | ", " • ", " · ", " / ", ", "]
        .iter()
        .find_map(|mark| line.split_once(mark).filter(|(_, rest)| !rest.contains(mark)))?;
    let dated = |text: &str| {
        let found = date::find(text, &DateContext::default());
        found.is_some_and(|found| found.value.is_some() && found.raw.len() == text.trim().len())
    };
    let name = if dated(first) { second } else { first };
    (dated(first) != dated(second) && is_full_name(name.trim())).then_some(name.trim())
}

/// The byline behind the date in a text such as `Published 7 August 2023 by Nora Fennimore`.
fn behind_date(text: &str, opens: impl Fn(&str) -> bool) -> Option<&str> {
    let end = text.bytes().rposition(|byte| byte.is_ascii_digit())? + 1;
    let (date, rest) = text.split_at(end);
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation());
    let rest = HALVES.iter().find_map(|half| rest.strip_prefix(half)).unwrap_or(rest).trim_start();
    let dated = || date::find(date, &DateContext::default()).is_some();
    (is_byline(rest) && opens(rest) && dated()).then_some(rest)
}

/// The halves of a day, behind its time.
const HALVES: &[&str] = &["am ", "pm ", "AM ", "PM ", "a.m. ", "p.m. "];

/// A byline cut to the names that it links to pages about authors: what stands between and behind
/// such names is no name, unless words or marks join it to them.
fn linked(byline: &str, links: &[ElementRef<'_>]) -> String {
    let names: Vec<String> =
        links.iter().filter(|link| is_author_page(**link)).map(|link| link.text()).collect();
    let Some(first) = names.first() else { return byline.to_owned() };
    let Some((opening, _)) = byline.split_once(first.as_str()) else { return byline.to_owned() };
    let mut rest = byline.get(opening.len()..).unwrap_or_default();
    let mut between = String::new();
    for name in &names {
        let (before, after) = rest.split_once(name.as_str()).unwrap_or(("", rest));
        between.push_str(before);
        rest = after;
    }
    // Behind the names may come those of sections.
    let topics = links.iter().any(|link| is_topic(*link));
    between.push_str(if topics { "" } else { rest });
    if joins_names(&between) { byline.to_owned() } else { format!("{opening}{}", names.join(", ")) }
}

/// Whether a link leads to the page of a section or a tag.
fn is_topic(link: ElementRef<'_>) -> bool {
    let rel = link.attr("rel").unwrap_or_default();
    rel.split_ascii_whitespace().any(|rel| matches!(rel, "tag" | "category"))
}

/// The texts of the names in a byline: of the innermost candidates in it and beside it, else of
/// the links in it, else all of it.
fn names_of(first: &Spot<'_>, all: &[&Spot<'_>]) -> Vec<String> {
    let inside = |outer: &Spot<'_>, inner: &Spot<'_>| {
        outer.place < inner.place && outer.element.node().contains(inner.element.id())
    };
    let named = |spot: &Spot<'_>| !spot.own.has(Roles::NOT_NAME) && is_byline(&spot.element.text());
    let class = first.element.attr("class");
    let beside = |spot: &Spot<'_>| {
        class.is_some()
            && spot.element.attr("class") == class
            && spot.place.abs_diff(first.place) <= BYLINE_GAP
    };
    let mut inner: Vec<_> = all
        .iter()
        .filter(|spot| named(spot) && (inside(first, spot) || beside(spot)))
        .filter(|outer| !all.iter().any(|spot| named(spot) && inside(outer, spot)))
        .collect();
    inner.sort_by_key(|spot| spot.place);
    if inner.is_empty() {
        vec![first.element.text()]
    } else {
        inner.iter().map(|spot| line_of(spot.element)).collect()
    }
}

/// The links of a byline where they hold nearly all of it, else its text.
fn line_of(element: ElementRef<'_>) -> String {
    let text = element.text();
    let linked: Vec<String> =
        links(element).map(ElementRef::text).filter(|text| is_byline(text)).collect();
    if linked.len() > 1 { linked.join(", ") } else { text }
}

/// Notes the author whose name a link shows, with its target.
fn push_link(key: &str, link: ElementRef<'_>, findings: &mut Findings) {
    let name = link.text();
    if !name.trim().is_empty() {
        let url = link.attr("href").map(str::to_owned);
        findings.push(Visible, key, &Value::Person(Author { url, ..Author::person(name) }));
    }
}

/// Whether a text is short enough for a byline and has letters.
fn is_byline(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    !is_longer(text, BYLINE_CHARS) && letters.nth(1).is_some()
}

/// Whether a link leads to a page about an author of this site.
fn is_author_page(link: ElementRef<'_>) -> bool {
    let href = link.attr("href").unwrap_or_default();
    let path = href.split(['?', '#']).next().unwrap_or_default();
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let path = path.split_once('/').map_or("", |(_, path)| path).trim_end_matches('/');
    // The last segment is the author's own.
    let Some((directories, _)) = path.rsplit_once('/') else { return false };
    directories.split('/').any(|segment| KNOWN_AUTHOR_PATHS.has(segment))
}

static KNOWN_AUTHOR_PATHS: LazyLock<Lookup<()>> =
    LazyLock::new(|| Lookup::set(AUTHOR_PATHS.iter().copied()));

/// The words that open bylines, by their starts. Some open other lines as often.
static OPENINGS: LazyLock<FxHashMap<Start, Vec<&str>>> = LazyLock::new(|| {
    let all = BYLINES.iter().flat_map(|(_, words)| words.split('|'));
    let mut openings: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for words in all.filter(|words| !AMBIGUOUS_OPENINGS.contains(words)) {
        openings.entry(start(words)).or_default().push(words);
    }
    openings
});

/// The first two letters of a text, in lower case.
type Start = [Option<char>; 2];

fn start(text: &str) -> Start {
    if let Some([first, second]) = text.as_bytes().first_chunk()
        && first.is_ascii()
        && second.is_ascii()
    {
        return [first, second].map(|byte| Some(char::from(byte.to_ascii_lowercase())));
    }
    let mut lower = text.chars().flat_map(char::to_lowercase);
    [lower.next(), lower.next()]
}

/// The openings with the first letters of a text.
fn openings(text: &str) -> impl Iterator<Item = &'static str> {
    let [first, second] = start(text);
    // Some openings are one sign.
    let starts = [[first, second], [first, None]].into_iter();
    starts.filter_map(|start| OPENINGS.get(&start)).flatten().copied()
}

/// Whether a text is `words`, which are in lower case.
fn is_in_lower_case(text: &str, words: &str) -> bool {
    if text.is_ascii() {
        return text.eq_ignore_ascii_case(words);
    }
    text.chars().flat_map(char::to_lowercase).eq(words.chars())
}

/// Words before names that open other lines of a page as often as bylines.
const AMBIGUOUS_OPENINGS: &[&str] =
    &["about", "from", "more from", "text", "interview", "texte", "texto", "text", "source"];

/// Whether a text is nothing but words that open a byline.
fn is_opening(text: &str) -> bool {
    openings(text).any(|words| is_in_lower_case(text, words) && !SHORT_BYLINES.contains(&words))
}

/// Whether a line starts with words of at least so many characters that open a byline, and a name
/// follows.
fn opens_byline(text: &str, least: usize) -> bool {
    openings(text).any(|words| {
        let start = text.get(..words.len()).filter(|start| is_in_lower_case(start, words));
        let start = start.filter(|_| words.chars().count() >= least);
        let Some(rest) = start.and_then(|_| text.get(words.len()..)) else { return false };
        let colon = rest.trim_start().strip_prefix(COLONS);
        let name = colon.unwrap_or(rest).trim_start();
        let short = words.chars().count() >= LONG_WORD && !is_longer(text, SHORT_LINE);
        let marked = name.starts_with(is_caseless)
            && (colon.is_some() || short && words.starts_with(is_right_to_left));
        (colon.is_some() || name.len() < rest.len())
            && (name.starts_with(char::is_uppercase) || marked)
            && (name.contains(' ') || least == 1 && text.len() <= SINGLE_NAME)
    })
}

/// What stands between the words that open a byline and the name.
const COLONS: &[char] = &[':', '：', '/', '／', '=', '＝'];

/// Whether a letter is of a script without capitals.
fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase()
}

/// Whether a letter is of the Hebrew or the Arabic script.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{06FF}')
}

/// The fewest letters of a word that opens a byline in a script without capitals and colon, and the
/// most characters of the line.
const LONG_WORD: usize = 4;
const SHORT_LINE: usize = 30;

/// The longest byline of a single name, in bytes: `by Amanda`.
const SINGLE_NAME: usize = 24;
