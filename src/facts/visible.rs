//! What the page shows of its metadata.

use super::anchor::Anchor;
use super::date;
use super::finding::{Findings, Value};
use super::lines::{Line, lines};
use super::page::{Page, Spot};
use super::people;
use super::region::Roles;
use crate::dom::{ElementRef, NodeRef, Tag, is_hidden};
use crate::model::{CounterKind, Field, Link, OriginKind::Visible};
use crate::value::counter;
use crate::value::date::DateContext;
use crate::value::letter::{is_alphabetic, is_alphanumeric, is_numeric};
use crate::value::locale::dates::{modified_at, says_modified, says_published};
use crate::value::text::collapse;

/// How far from the headline, in elements, a date is still beside it.
const BESIDE: usize = 60;

/// How far from the headline a kicker stands at most.
const KICKER_REACH: usize = 15;

/// How many elements before and behind the headline are read line by line.
const LINES_BEFORE: usize = 30;
const LINES_BEHIND: usize = 150;

/// The most dates of one kind that are handed on: the nearest that can be read is taken.
const MOST_DATES: usize = 6;

/// The most dates of anything that say in which order the page writes day and month.
const MOST_BESIDE: usize = 40;

/// The most characters of a line with a date, of a kicker, of a tag.
const DATELINE_CHARS: usize = 120;
const KICKER_CHARS: usize = 60;
const TAG_CHARS: usize = 60;

/// The most characters of a line that is hardly more than a date.
const DATE_LINE_CHARS: usize = 70;

/// The fewest characters of what a paywall says.
const PAYWALL_CHARS: usize = 20;

/// The bytes of a day in the `datetime` attribute.
const DAY_BYTES: usize = 10;

/// The most bytes of a line that is a label alone.
const LABEL_BYTES: usize = 30;

/// The fewest and most characters of a dek.
const DEK_CHARS: std::ops::RangeInclusive<usize> = 20..=700;

/// The parts of a line such as `1 April 2024 | By Nora Fennimore | 12 comments`.
pub(super) fn parts(line: &str) -> impl Iterator<Item = &str> {
    let separates = |c| matches!(c, '|' | '•' | '·' | '⋅' | '∙' | '●' | '‧' | '—');
    // Of most lines a glance at the first bytes of these signs tells that they are one part.
    let is_one = memchr::memchr3(b'|', 0xC2, 0xE2, line.as_bytes()).is_none();
    let parts = (!is_one).then(|| line.split(separates)).into_iter().flatten();
    let parts = is_one.then_some(line).into_iter().chain(parts).map(str::trim);
    parts.filter(|part| !part.is_empty())
}

pub(super) fn read<'a>(page: &Page<'a>, anchor: Option<Anchor<'a>>, findings: &mut Findings) {
    let view = View::new(page, anchor);
    view.headline(findings);
    view.bylines(findings);
    view.dates(findings);
    view.date_lines(findings);
    view.labels(findings);
    view.topics(findings);
    view.counters(findings);
    view.paywall(findings);
    view.elsewhere(findings);
}

/// A page seen from its headline.
pub(super) struct View<'p, 'a> {
    pub(super) page: &'p Page<'a>,
    pub(super) anchor: Option<Anchor<'a>>,
    /// The `<article>` of the headline, or the largest.
    article: Option<ElementRef<'a>>,
    /// The roles of parts that are not the article's. A role that the headline itself stands in
    /// is that of a whole column.
    foreign: Roles,
    /// The place of the headline, or else of the article.
    pub(super) place: usize,
    /// The article's own lines around the headline.
    pub(super) lines: Vec<Line<'a>>,
}

impl<'p, 'a> View<'p, 'a> {
    fn new(page: &'p Page<'a>, anchor: Option<Anchor<'a>>) -> Self {
        let article = anchor
            .as_ref()
            .and_then(|anchor| page.articles.get(anchor.spot.article?).copied())
            .or_else(|| page.articles.iter().copied().max_by_key(|article| size(*article)));
        let around = anchor.as_ref().map(|anchor| anchor.spot.around).unwrap_or_default();
        let foreign = Roles::FOREIGN.without(around);
        let start = article.map(ElementRef::id);
        let start = start.map(|start| page.elements.partition_point(|id| *id < start));
        let place = anchor.as_ref().map(|anchor| anchor.spot.place).or(start).unwrap_or_default();
        let mut view = Self { page, anchor, article, foreign, place, lines: Vec::new() };
        view.lines = view.own_lines(place.saturating_sub(LINES_BEFORE)..place + LINES_BEHIND);
        view
    }

    /// The article's own lines of a part of the page.
    fn own_lines(&self, region: std::ops::Range<usize>) -> Vec<Line<'a>> {
        let mut lines = lines(self.page, region, |spot| self.is_own(spot));
        lines.retain(|line| self.is_own(&line.spot));
        lines
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
        has_heading && !self.is_headline_in(item)
    }

    fn is_headline_in(&self, element: ElementRef<'a>) -> bool {
        let anchor = self.anchor.as_ref();
        anchor.is_some_and(|anchor| element.node().contains(anchor.spot.element.id()))
    }

    /// How far a spot is from the headline; what stands before it counts as thrice as far.
    pub(super) fn distance(&self, spot: &Spot<'a>) -> usize {
        let from = self.place;
        if spot.place >= from { spot.place - from } else { (from - spot.place) * 3 }
    }

    /// The article's own spots of a list, nearest first.
    pub(super) fn nearest(&self, spots: &'p [Spot<'a>]) -> Vec<&'p Spot<'a>> {
        let mut own: Vec<_> = spots.iter().filter(|spot| self.is_own(spot)).collect();
        own.sort_by_key(|spot| self.distance(spot));
        own
    }

    fn headline(&self, findings: &mut Findings) {
        let Some(anchor) = &self.anchor else { return };
        let key = if anchor.first { "h1" } else { "heading" };
        let parts = heading_parts(anchor.spot.element);
        if parts.len() > 1 {
            let whole = anchor.text.clone();
            findings.push(Visible, key, &Value::Headline { whole, parts });
        } else {
            findings.push_text(Visible, key, &anchor.text);
        }
    }

    fn dates(&self, findings: &mut Findings) {
        let stated = self.page.times.iter().filter_map(|spot| spot.element.attr("datetime"));
        let stated = stated.filter(|stated| stated.len() >= DAY_BYTES).take(MOST_BESIDE);
        findings.dates_beside = stated.map(str::to_owned).collect();
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
            if text.chars().count() > DATELINE_CHARS {
                continue;
            }
            let updated = is_modified(spot, "");
            let key = if self.distance(spot) <= BESIDE { "dateline" } else { "dateline elsewhere" };
            for (text, changed) in moments(&text) {
                findings.push_text(
                    Visible,
                    if updated || changed { "dateline updated" } else { key },
                    text,
                );
            }
        }
    }

    /// Lines beside the headline that hold hardly more than a date, whatever their class. A date
    /// that markup names as such and that stands nearer is believed before them.
    fn date_lines(&self, findings: &mut Findings) {
        let marked = self.page.times.iter().chain(&self.page.datelines);
        let marked = marked.filter(|spot| self.is_own(spot) && has_digit(spot.element));
        let marked = marked.map(|spot| self.distance(spot)).min().unwrap_or(BESIDE);
        let mut near: Vec<(usize, &Line<'a>)> = self.lines.iter().enumerate().collect();
        near.retain(|(_, line)| self.distance(&line.spot) <= BESIDE && !is_foreign_text(line));
        near.sort_by_key(|(_, line)| self.distance(&line.spot));
        for (at, line) in near {
            let label = at.checked_sub(1).and_then(|before| self.lines.get(before));
            let updated = line.spot.own.is_change()
                || label.is_some_and(|label| is_label_of_change(&label.text));
            let first = self.distance(&line.spot) <= marked + INSIDE;
            let numeric = parts(&line.text).filter(|part| part.contains(is_numeric));
            for (text, changed) in numeric.flat_map(moments) {
                let sized = (6..=DATE_LINE_CHARS).contains(&text.chars().count());
                if sized && text.contains(is_numeric) {
                    let key = match (updated || changed, first) {
                        (true, _) => "line updated",
                        (false, true) => "line",
                        (false, false) => "line beyond",
                    };
                    findings.push_text(Visible, key, text);
                }
            }
        }
    }

    /// What a page without any date or author beside its headline says about them elsewhere.
    fn elsewhere(&self, findings: &mut Findings) {
        let dated = findings.has_date_but(FAR);
        let mut authors = findings.all.iter().filter(|found| found.rule.field == Field::Authors);
        let signed = authors.any(people::is_somebody);
        if dated && signed {
            return;
        }
        let mut all =
            lines(self.page, 0..self.page.elements.len(), |spot| !dated || self.is_own(spot));
        if !dated {
            self.labelled_dates(&all, findings);
        }
        all.retain(|line| self.is_own(&line.spot));
        if !signed {
            super::byline::signatures(&all, findings);
            let near = all.iter().filter(|line| self.distance(&line.spot) <= BESIDE);
            super::byline::beside_dates(near, findings);
        }
        if !findings.has_date() {
            only_line(&all, findings);
            self.only_time(findings);
        }
    }

    /// Lines that say that they hold the date of publication or change. Beside the article, where
    /// lists have dates as well, the label stands in a line of its own.
    fn labelled_dates(&self, lines: &[Line<'_>], findings: &mut Findings) {
        let mut label = ("", None);
        for line in lines {
            let numeric = line.text.contains(is_numeric);
            let item = line.spot.item.map(ElementRef::id);
            let (words, of) = label;
            let says = |text: &str| says_published(text) || says_modified(text);
            let own = || self.is_own(&line.spot) && says(&line.text);
            let beside = || {
                let same = item.is_some() && item == of && !is_elsewhere(&line.spot);
                (same || self.is_beside(&line.spot)) && says(words)
            };
            if numeric && line.text.chars().count() <= DATELINE_CHARS && (own() || beside()) {
                let updated = says_modified(&line.text) || says_modified(words);
                let key = if updated { "labelled update" } else { "labelled date" };
                findings.push_text(Visible, key, &line.text);
            }
            let is_label = !numeric && line.text.len() <= LABEL_BYTES;
            label = if is_label { (&line.text, item) } else { ("", None) };
        }
    }

    /// Whether a spot may tell of the article although it stands in a column beside it.
    fn is_beside(&self, spot: &Spot<'a>) -> bool {
        !spot.around.has(Roles::ITEM) && !is_elsewhere(spot) || self.is_own(spot)
    }

    /// The `<time>` of a page all of whose `<time>` elements outside lists and comments name one
    /// day.
    fn only_time(&self, findings: &mut Findings) {
        let outside = Roles::COMMENTS.with(Roles::FOOTER).with(Roles::ITEM);
        let times = self.page.times.iter().filter(|spot| !spot.around.has(outside));
        let mut stated = times.filter_map(|spot| {
            let text = spot.element.attr("datetime").unwrap_or_default();
            (text.len() >= DAY_BYTES).then_some(text)
        });
        let Some(first) = stated.next() else { return };
        if stated.all(|other| other.get(..DAY_BYTES) == first.get(..DAY_BYTES)) {
            findings.push_text(Visible, "only time", first);
        }
    }

    fn labels(&self, findings: &mut Findings) {
        let near = |spot: &&&Spot<'a>| {
            let anchor = self.anchor.as_ref();
            anchor.is_some_and(|anchor| anchor.spot.place.abs_diff(spot.place) <= KICKER_REACH)
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

    /// An element that asks for a subscription, with its words in it.
    fn paywall(&self, findings: &mut Findings) {
        let filled = |spot: &&Spot<'a>| {
            self.is_own(spot) && spot.element.text().chars().count() >= PAYWALL_CHARS
        };
        if self.page.paywalls.iter().any(|spot| filled(&spot)) {
            findings.push_text(Visible, "paywall", "false");
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

/// The texts that a heading is made of, whole words each.
fn heading_parts(heading: ElementRef<'_>) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut glued = false;
    let shown = |node: &NodeRef<'_>| {
        let mut around = node.ancestors().take_while(|outer| outer.id() != heading.id());
        !around.any(is_hidden)
    };
    let texts = heading.node().descendants().take(MOST_HEADING_NODES).filter(shown);
    for text in texts.filter_map(NodeRef::as_text) {
        let inside = glued && text.starts_with(char::is_lowercase);
        match parts.last_mut().filter(|_| inside) {
            Some(last) => last.push_str(&collapse(text)),
            None => parts.push(collapse(text)),
        }
        glued = text.ends_with(is_alphabetic);
    }
    parts.retain(|part| part.contains(is_alphanumeric));
    parts.truncate(MOST_PARTS);
    parts
}

/// The most parts of a heading that are compared with titles.
const MOST_PARTS: usize = 8;

/// The most nodes of a heading that are read for its parts.
const MOST_HEADING_NODES: usize = 60;

/// How many elements inside of one with a date its text stands at most.
const INSIDE: usize = 3;

/// Whether an element shows or states a number.
fn has_digit(element: ElementRef<'_>) -> bool {
    let stated = element.attr("datetime").is_some_and(|text| text.contains(is_numeric));
    stated
        || element
            .node()
            .descendants()
            .take(8)
            .any(|node| node.as_text().is_some_and(|text| text.contains(is_numeric)))
}

/// Whether a line is quoted from elsewhere, or a cell of a table of figures.
fn is_foreign_text(line: &Line<'_>) -> bool {
    let block = line.spot.element;
    let around = || std::iter::once(block).chain(block.ancestors());
    let quoted = || around().any(|element| element.tag() == Tag::Blockquote);
    let table = || around().find(|element| element.tag() == Tag::Table);
    let cell = matches!(block.tag(), Tag::Td | Tag::Th);
    cell && table().is_some_and(|table| table.elements().take(12).any(|e| e.tag() == Tag::Th))
        || quoted()
}

/// The moments in a part of a line, each with whether it is that of the last change:
/// `1 April 2024, updated 3 April 2024` has two.
fn moments(part: &str) -> impl Iterator<Item = (&str, bool)> {
    let at = modified_at(part);
    let (first, second) = at.map_or((part, ""), |at| part.split_at(at));
    let both = first.contains(is_numeric) && second.contains(is_numeric);
    let parts =
        if both { [(first, false), (second, true)] } else { [(part, at.is_some()), ("", true)] };
    parts.into_iter().filter(|(text, _)| !text.is_empty())
}

/// Whether a line is a label such as `Last updated:` alone.
fn is_label_of_change(line: &str) -> bool {
    line.len() <= LABEL_BYTES && !line.contains(is_numeric) && says_modified(line)
}

/// The line that is hardly more than a date, where all such lines name one day.
fn only_line(lines: &[Line<'_>], findings: &mut Findings) {
    let context = DateContext::default();
    let dated = lines.iter().filter(|line| {
        line.text.contains(is_numeric) && (6..=DATE_LINE_CHARS).contains(&line.text.chars().count())
    });
    let mut dated = dated.filter_map(|line| Some((date::line(&line.text, &context)?, line)));
    let Some((first, line)) = dated.next() else { return };
    if first.value.is_some() && dated.all(|(other, _)| other.date() == first.date()) {
        findings.push_text(Visible, "only line", &line.text);
    }
}

/// Whether a spot is in a menu, a comment or at the foot of the page.
fn is_elsewhere(spot: &Spot<'_>) -> bool {
    let others = Roles::FOREIGN.without(Roles::RELATED);
    spot.around.has(others) || spot.own.has(others)
}

/// Dates that stand away from the headline.
const FAR: &[&str] = &["time elsewhere", "dateline elsewhere", "line beyond"];

/// Whether a date is that of the last change, by its class or by the words in and before it.
fn is_modified(spot: &Spot<'_>, text: &str) -> bool {
    let before = spot.element.node().prev_sibling();
    let before = before.map(|node| match (node.as_text(), node.as_element()) {
        (Some(text), _) => text.to_owned(),
        (_, Some(element)) if size(element) < 5 => element.text(),
        _ => String::new(),
    });
    spot.own.is_change()
        || says_modified(text)
        || before.is_some_and(|text| text.len() < 60 && says_modified(&text))
}

pub(super) fn links(element: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
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
