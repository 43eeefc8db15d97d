//! What the page shows of its metadata.

use super::clean::letters;
use super::date::says_modified;
use super::finding::{Findings, Value};
use super::page::{Page, Spot};
use super::region::Roles;
use crate::dom::{ElementRef, Tag};
use crate::model::{CounterKind, Link, OriginKind::Visible};
use crate::value::counter;
use crate::value::locale::names::BYLINES;

/// How far from the headline, in elements, a date is still beside it.
const BESIDE: usize = 60;

/// How far from the headline a kicker stands at most.
const KICKER_REACH: usize = 15;

/// How far behind the headline a line is looked at for the words of a byline.
const WORDS_REACH: usize = 60;

/// The most dates of one kind that are handed on: the nearest that can be read is taken.
const MOST_DATES: usize = 6;

/// The most candidates for the byline, nearest first.
const MOST_BYLINES: usize = 40;

/// The most elements between two names of one byline.
const BYLINE_GAP: usize = 12;

/// The most characters of a line with a date, of a kicker, of a tag, of a byline.
const DATELINE_CHARS: usize = 120;
const KICKER_CHARS: usize = 60;
const TAG_CHARS: usize = 60;
const BYLINE_CHARS: usize = 160;

/// The most characters of a line that is hardly more than a date.
const DATE_LINE_CHARS: usize = 70;

/// The fewest and most characters of a dek.
const DEK_CHARS: std::ops::RangeInclusive<usize> = 20..=700;

/// The texts that the page gives as its title, the visible headline first.
pub(super) fn headings(page: &Page<'_>) -> Vec<String> {
    let first = anchor(page).map(|spot| spot.element.text());
    let metas = ["og:title", "twitter:title"].into_iter().filter_map(|name| page.meta(name));
    let title = page.title.map(ElementRef::raw_text);
    first.into_iter().chain(metas.map(str::to_owned)).chain(title).collect()
}

/// The headline as shown: the heading that the page's title repeats, else the first `<h1>`.
fn anchor<'p, 'a>(page: &'p Page<'a>) -> Option<&'p Spot<'a>> {
    let titles: Vec<String> = [page.title.map(ElementRef::raw_text)]
        .into_iter()
        .flatten()
        .chain(page.meta("og:title").map(str::to_owned))
        .map(|title| letters(&title))
        .collect();
    let mut best = None;
    for spot in page.headings.iter().take(MOST_HEADINGS) {
        let text = letters(&spot.element.text());
        if text.is_empty() {
            continue;
        }
        let repeated = titles.iter().any(|title| repeats(title, &text));
        let first = spot.element.tag() == Tag::H1;
        let own = !spot.around.has(Roles::FOREIGN);
        let named = spot.own.has(Roles::HEADLINE);
        let rank = (repeated && (first || own), first && own, first, named && own);
        if (repeated || first) && best.is_none_or(|(best, _)| rank > best) {
            best = Some((rank, spot));
        }
    }
    best.map(|(_, spot)| spot).or_else(|| unmarked_headline(page, &titles))
}

/// The headline of a page without headings: the line of text that its title repeats.
fn unmarked_headline<'p, 'a>(page: &'p Page<'a>, titles: &[String]) -> Option<&'p Spot<'a>> {
    let own = page.short_lines.iter().filter(|spot| !spot.around.has(Roles::FOREIGN));
    own.take(MOST_LINES).find(|spot| {
        let text = letters(&spot.element.text());
        text.chars().count() >= HEADLINE_CHARS && titles.iter().any(|title| repeats(title, &text))
    })
}

/// The most lines of text that are compared with the title of a page without headings.
const MOST_LINES: usize = 400;

/// The fewest characters of a line that is taken for a headline.
const HEADLINE_CHARS: usize = 20;

/// The most headings that are compared with the page's title.
const MOST_HEADINGS: usize = 200;

/// The parts of a line such as `1 April 2024 | By Nora Fennimore | 12 comments`.
fn parts(line: &str) -> Vec<String> {
    let parts = line.split(['|', '•', '·']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Whether a title repeats the text of a heading: all of it, and not a word alone.
fn repeats(title: &str, heading: &str) -> bool {
    title == heading
        || (heading.chars().count() >= 12 && title.contains(heading))
        || (heading.chars().count() >= 6 && title.starts_with(heading))
}

pub(super) fn read(page: &Page<'_>, findings: &mut Findings) {
    let view = View::new(page);
    view.headline(findings);
    view.bylines(findings);
    view.dates(findings);
    view.date_lines(findings);
    view.labels(findings);
    view.topics(findings);
    view.counters(findings);
}

/// A page seen from its headline.
struct View<'p, 'a> {
    page: &'p Page<'a>,
    anchor: Option<&'p Spot<'a>>,
    /// The `<article>` of the headline, or the largest.
    article: Option<ElementRef<'a>>,
    /// The roles of parts that are not the article's. A role that the headline itself stands in
    /// is that of a whole column.
    foreign: Roles,
}

impl<'p, 'a> View<'p, 'a> {
    fn new(page: &'p Page<'a>) -> Self {
        let anchor = anchor(page);
        let article = anchor
            .and_then(|anchor| page.articles.get(anchor.article?).copied())
            .or_else(|| page.articles.iter().copied().max_by_key(|article| size(*article)));
        let around = anchor.map(|anchor| anchor.around).unwrap_or_default();
        Self { page, anchor, article, foreign: Roles::FOREIGN.without(around) }
    }

    /// Whether a spot belongs to the article, and not to a teaser, a comment or a menu.
    fn is_own(&self, spot: &Spot<'a>) -> bool {
        !spot.own.has(self.foreign) && self.is_around_own(spot)
    }

    fn is_around_own(&self, spot: &Spot<'a>) -> bool {
        let in_article = spot.article.and_then(|article| self.page.articles.get(article));
        let own_article = match (in_article, self.article) {
            (Some(article), Some(main)) => article.node().contains(main.id()),
            _ => true,
        };
        own_article
            && !spot.around.has(self.foreign)
            && !spot.item.is_some_and(|item| self.is_teaser(item))
    }

    /// Whether a list item has a heading: then it is a teaser, unless the headline is in it.
    fn is_teaser(&self, item: ElementRef<'a>) -> bool {
        let inside = self.page.headings.partition_point(|spot| spot.element.id() <= item.id());
        let heading = self.page.headings.get(inside);
        let has_heading = heading.is_some_and(|spot| item.node().contains(spot.element.id()));
        has_heading && !self.anchor.is_some_and(|anchor| item.node().contains(anchor.element.id()))
    }

    /// How far a spot is from the headline; what stands before it counts as thrice as far.
    fn distance(&self, spot: &Spot<'a>) -> usize {
        let from = self.anchor.map_or(0, |anchor| anchor.place);
        if spot.place >= from { spot.place - from } else { (from - spot.place) * 3 }
    }

    /// The article's own spots of a list, nearest first.
    fn nearest(&self, spots: &'p [Spot<'a>]) -> Vec<&'p Spot<'a>> {
        let mut own: Vec<_> = spots.iter().filter(|spot| self.is_own(spot)).collect();
        own.sort_by_key(|spot| self.distance(spot));
        own
    }

    fn headline(&self, findings: &mut Findings) {
        let Some(anchor) = self.anchor else { return };
        let key = if anchor.element.tag() == Tag::H1 { "h1" } else { "heading" };
        findings.push_text(Visible, key, &anchor.element.text());
    }

    fn bylines(&self, findings: &mut Findings) {
        let named = |spot: &&Spot<'a>| !spot.own.has(Roles::NOT_NAME);
        let mut spots = self.nearest(&self.page.bylines);
        spots.retain(|spot| !spot.around.has(Roles::FIGURE));
        let (best, rest): (Vec<&Spot<'a>>, Vec<&Spot<'a>>) =
            spots.into_iter().take(MOST_BYLINES).partition(named);
        let all: Vec<&Spot<'a>> = best.into_iter().chain(rest).collect();
        let first = all.iter().find(|spot| is_byline(&spot.element.text()));
        if let Some(first) = first {
            for line in names_of(first, &all) {
                findings.push_text(Visible, "byline", &line);
            }
        }
        let links = self.nearest(&self.page.author_links);
        let from = links.first().map_or(0, |link| link.place);
        for link in links.iter().filter(|link| link.place.abs_diff(from) <= BYLINE_GAP) {
            findings.push_text(Visible, "rel=author", &link.element.text());
        }
        self.byline_words(findings);
    }

    /// A line behind the headline that starts with a word such as `By`.
    fn byline_words(&self, findings: &mut Findings) {
        let Some(anchor) = self.anchor else { return };
        let reach = anchor.place..anchor.place + WORDS_REACH;
        let lines = self.page.short_lines.iter().filter(|spot| reach.contains(&spot.place));
        let line = lines
            .filter(|spot| self.is_own(spot))
            .flat_map(|spot| parts(&spot.element.text()))
            .find(|text| text.chars().count() <= BYLINE_CHARS && opens_byline(text));
        if let Some(line) = line {
            findings.push_text(Visible, "author words", &line);
        }
    }

    fn dates(&self, findings: &mut Findings) {
        for spot in self.nearest(&self.page.times).into_iter().take(MOST_DATES) {
            let text = spot.element.text();
            let stated = spot.element.attr("datetime").filter(|stated| !stated.trim().is_empty());
            let key = match () {
                () if is_modified(spot, &text) => "time updated",
                () if self.distance(spot) <= BESIDE => "time",
                () => "time elsewhere",
            };
            findings.push_text(Visible, key, stated.unwrap_or(&text));
        }
        for spot in self.nearest(&self.page.datelines).into_iter().take(MOST_DATES) {
            let text = spot.element.text();
            let key = match () {
                () if text.chars().count() > DATELINE_CHARS => continue,
                () if is_modified(spot, &text) => "dateline updated",
                () if self.distance(spot) <= BESIDE => "dateline",
                () => "dateline elsewhere",
            };
            findings.push_text(Visible, key, &text);
        }
    }

    /// Lines beside the headline that hold hardly more than a date, whatever their class.
    fn date_lines(&self, findings: &mut Findings) {
        let lines = self.nearest(&self.page.short_lines).into_iter();
        let lines = lines.take_while(|spot| self.distance(spot) <= BESIDE);
        let lines = lines
            .flat_map(|spot| parts(&spot.element.text()).into_iter().map(move |text| (spot, text)));
        let lines = lines.filter(|(_, text)| {
            let sized = (6..=DATE_LINE_CHARS).contains(&text.chars().count());
            sized && text.contains(char::is_numeric)
        });
        for (spot, text) in lines {
            let updated = is_modified(spot, &text);
            findings.push_text(Visible, if updated { "line updated" } else { "line" }, &text);
        }
    }

    fn labels(&self, findings: &mut Findings) {
        let near = |spot: &&&Spot<'a>| {
            self.anchor.is_some_and(|anchor| anchor.place.abs_diff(spot.place) <= KICKER_REACH)
        };
        let kicker = self.nearest(&self.page.kickers);
        let kicker = kicker.iter().filter(near).map(|spot| spot.element.text());
        let mut kicker = kicker.filter(|text| (2..=KICKER_CHARS).contains(&text.chars().count()));
        findings.push_text(Visible, "kicker", &kicker.next().unwrap_or_default());
        let dek = self.nearest(&self.page.deks);
        let mut dek = dek
            .iter()
            .filter(|spot| self.distance(spot) <= BESIDE && !spot.around.has(Roles::FIGURE))
            .map(|spot| spot.element.text())
            .filter(|text| DEK_CHARS.contains(&text.chars().count()));
        findings.push_text(Visible, "dek", &dek.next().unwrap_or_default());
    }

    fn topics(&self, findings: &mut Findings) {
        let crumbs = self.page.breadcrumbs.iter().map(|spot| steps(spot.element));
        if let Some(trail) = crumbs.into_iter().find(|steps| !steps.is_empty()) {
            findings.push(Visible, "breadcrumbs", &Value::Trail(trail));
        }
        for spot in self.page.tags.iter().filter(|spot| self.is_own(spot)) {
            for link in links(spot.element) {
                push_tag("tags", &link.text(), findings);
            }
        }
        for spot in self.page.tag_links.iter().filter(|spot| self.is_own(spot)) {
            push_tag("rel=tag", &spot.element.text(), findings);
        }
    }

    fn counters(&self, findings: &mut Findings) {
        for spot in &self.page.counters {
            if spot.around.has(Roles::ITEM) || !self.is_around_own(spot) {
                continue;
            }
            let names = ["class", "id", "title", "aria-label"];
            let kind =
                names.iter().find_map(|name| counter::kind_of_token(spot.element.attr(name)?));
            let key = match kind {
                Some(CounterKind::Views) => "views",
                Some(CounterKind::Comments) => "comments",
                _ => continue,
            };
            let text = spot.element.text();
            if counter::parse(&text).is_some() {
                findings.push_text(Visible, key, &text);
            }
        }
    }
}

fn size(element: ElementRef<'_>) -> usize {
    element.node().descendants().size_hint().0
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

/// Whether a text is short enough for a byline and has letters.
fn is_byline(text: &str) -> bool {
    text.chars().count() <= BYLINE_CHARS && text.chars().filter(|c| c.is_alphabetic()).count() > 1
}

/// Whether a line starts with a word that opens a byline, and a name follows.
fn opens_byline(text: &str) -> bool {
    BYLINES.iter().flat_map(|(_, words)| words.split('|')).any(|word| {
        let start = text.get(..word.len()).filter(|start| start.to_lowercase() == word);
        let Some(rest) = start.and_then(|_| text.get(word.len()..)) else { return false };
        let colon = rest.trim_start().strip_prefix(':');
        let name = colon.unwrap_or(rest).trim_start();
        (colon.is_some() || name.len() < rest.len())
            && name.starts_with(char::is_uppercase)
            && name.contains(' ')
    })
}

/// Whether a date is that of the last change, by its class or by the words in and before it.
fn is_modified(spot: &Spot<'_>, text: &str) -> bool {
    let before = spot.element.node().prev_sibling();
    let before = before.map(|node| match (node.as_text(), node.as_element()) {
        (Some(text), _) => text.to_owned(),
        (_, Some(element)) if size(element) < 5 => element.text(),
        _ => String::new(),
    });
    let published = spot.own.has(Roles::DATE) && !spot.own.has(Roles::MODIFIED);
    spot.own.has(Roles::MODIFIED)
        || says_modified(text) && !published
        || before.is_some_and(|text| text.len() < 60 && says_modified(&text))
}

fn links(element: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    std::iter::once(element).chain(element.elements()).filter(|element| element.tag() == Tag::A)
}

/// The steps of visible breadcrumbs.
fn steps(element: ElementRef<'_>) -> Vec<Link> {
    links(element)
        .map(|link| Link { text: link.text(), url: link.attr("href").map(str::to_owned) })
        .filter(|link| !link.text.is_empty())
        .collect()
}

fn push_tag(key: &str, text: &str, findings: &mut Findings) {
    if text.chars().count() <= TAG_CHARS {
        findings.push_text(Visible, key, text);
    }
}
