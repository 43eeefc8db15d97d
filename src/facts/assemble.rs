//! Findings to facts: the values of each source are read and put in order.

use std::cell::OnceCell;
use std::collections::HashSet;

use super::clean::{clean, letters};
use super::finding::{Finding, Findings, Value};
use super::precedence::{Rule, rules_of};
use super::ranking::{
    before_accounts, before_fewer, before_metadata, complete, favour_visible, first_stated,
    in_local_time, is_credit, local_day, settle, strengthen, to_the_minute, untruncated,
    without_kicker,
};
use super::title::{Furniture, SiteNames, cut};
use super::{Fact, Facts, ReadContext, date, image, people, topic, video};
use crate::dom::Base;
use crate::model::{Author, AuthorKind, Feed, Field, Image, Link, OriginKind, Timestamp, Warning};
use crate::value::counter;
use crate::value::date::{DateContext, DateOrder, from_url, numeric_order, parse};

/// What the name of the site loses as the author: readers may be shown a person.
const SITE_AS_AUTHOR: f32 = 0.35;

/// What organisations alone lose as the author.
const ORGANIZATION_AS_AUTHOR: f32 = 0.15;

/// What people lose as the authors who made only the pictures or the translation.
const CREDIT_AS_AUTHOR: f32 = 0.3;

/// How much the last change is relied on as the publication, where the page shows it and no date
/// of publication beside it: it is the one date that readers are given.
const SHOWN_CHANGE: f32 = 0.55;

/// So many days under one property are those of a list of articles.
const DAYS_OF_LIST: usize = 3;

/// The most videos, languages or feeds of a page that are kept.
const MOST_LISTED: usize = 100;

/// The fewest letters of a headline that is looked for in the name of the site.
const HEADLINE_LETTERS: usize = 16;

/// The longest headline that is read, in bytes.
const LONGEST_TITLE: usize = 1000;

pub(super) fn assemble(findings: Findings, base: &Base, given: &ReadContext<'_>) -> Facts {
    let Findings { all, types, warnings, dates_beside, .. } = findings;
    let mut facts = Facts { types, warnings, ..Facts::default() };
    let read =
        Reader { all: &all, dates_beside: &dates_beside, base, given, order: OnceCell::new() };
    facts.language = read.texts(Field::Language, topic::language);
    facts.site_name = read.site_names();
    let sites = SiteNames::new(facts.site_name.iter().map(|fact| fact.value.as_str()), base.host());
    facts.title = read.titles(&sites);
    facts.kicker = read.kickers(facts.title.first());
    facts.dek = read.texts(Field::Dek, clean);
    let language = facts.language.first().map(|fact| fact.value.clone());
    read.authors(language.as_deref(), &sites, &mut facts);
    facts.modified = read.modified(language.as_deref());
    facts.published = read.published(language.as_deref(), &facts.modified);
    read.topics(&mut facts);
    facts.canonical_url = read.texts(Field::CanonicalUrl, |url| base.resolve(url));
    facts.lead_image = read.images();
    facts.views = read.texts(Field::Views, counter::parse);
    facts.comments = read.texts(Field::Comments, counter::parse);
    facts.access = read.texts(Field::Access, topic::access);
    facts.videos = read.lists(Field::Videos, |value| match value {
        Value::Video(video) => video::resolved(video, base),
        _ => None,
    });
    facts.amp_url = read.texts(Field::AmpUrl, |url| base.resolve(url));
    facts.alternates = read.lists(Field::Alternates, |value| match value {
        Value::Alternate(alternate) => topic::alternate(alternate, base),
        _ => None,
    });
    facts.feeds = read.lists(Field::Feeds, |value| match value {
        Value::Feed(feed) => Some(Feed { url: base.resolve(&feed.url)?, ..feed.clone() }),
        _ => None,
    });
    facts.body_text = read.texts(Field::Body, |text| Some(text.trim().to_owned()));
    facts
}

struct Reader<'a> {
    all: &'a [Finding],
    dates_beside: &'a [String],
    base: &'a Base,
    given: &'a ReadContext<'a>,
    order: OnceCell<DateOrder>,
}

impl<'a> Reader<'a> {
    fn of(&self, field: Field) -> impl Iterator<Item = &'a Finding> {
        self.all.iter().filter(move |finding| finding.rule.field == field)
    }

    /// The findings of a field by source, in the order of their confidence.
    fn by_rule(&self, field: Field) -> Vec<(Rule, Vec<&'a Finding>)> {
        let mut sources: Vec<(Rule, Vec<&Finding>)> = Vec::new();
        for finding in self.of(field) {
            let rule = finding.rule;
            match sources
                .iter_mut()
                .find(|(known, _)| known.kind == rule.kind && known.key == rule.key)
            {
                Some((_, findings)) => findings.push(finding),
                None => sources.push((rule, vec![finding])),
            }
        }
        sources.sort_by(|(a, _), (b, _)| b.confidence.total_cmp(&a.confidence));
        sources
    }

    /// One fact a source: the first text that `parse` reads.
    fn texts<T>(&self, field: Field, parse: impl Fn(&str) -> Option<T>) -> Vec<Fact<T>> {
        let sources = self.by_rule(field).into_iter();
        sources
            .filter_map(|(rule, findings)| {
                let mut texts = findings.into_iter().filter_map(text_of);
                texts.find_map(&parse).map(|value| fact(rule, value))
            })
            .collect()
    }

    /// One fact a source: all values that `read` understands, each once.
    fn lists<T: PartialEq>(
        &self,
        field: Field,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Vec<Fact<Vec<T>>> {
        let sources = self.by_rule(field).into_iter();
        sources
            .filter_map(|(rule, findings)| {
                let mut values: Vec<T> = Vec::new();
                for value in findings.iter().filter_map(|finding| read(&finding.value)) {
                    if values.len() < MOST_LISTED && !values.contains(&value) {
                        values.push(value);
                    }
                }
                (!values.is_empty()).then(|| fact(rule, values))
            })
            .collect()
    }

    fn site_names(&self) -> Vec<Fact<String>> {
        let usable = |text: &str| {
            clean(text).filter(|name| {
                name.len() < 80 && !name.starts_with("http") && !name.starts_with('@')
            })
        };
        // Some systems name the site after the article.
        let shown = self.of(Field::Title).filter(|found| found.rule.kind == OriginKind::Visible);
        let shown: Vec<String> = shown.filter_map(text_of).map(letters).collect();
        let is_title = |name: &str| {
            let starts =
                |heading: &String| heading.len() >= HEADLINE_LETTERS && name.starts_with(heading);
            shown.iter().any(|heading| starts(heading) && name.len() > heading.len())
        };
        let mut names = self.texts(Field::SiteName, usable);
        names.retain(|fact| {
            fact.origin.kind != OriginKind::TitleElement && !is_title(&letters(&fact.value))
        });
        names
    }

    fn titles(&self, sites: &SiteNames) -> Vec<Fact<String>> {
        let short = |text: &str| clean(text).filter(|title| title.len() <= LONGEST_TITLE);
        let raw = self.texts(Field::Title, short);
        let own_title = raw.iter().find(|fact| fact.origin.kind == OriginKind::TitleElement);
        let own_title = own_title.map(|fact| fact.value.clone());
        let all = raw.iter().map(|fact| (letters(&fact.value), fact));
        let all: Vec<_> = all.filter(|(title, _)| !sites.has_letters(title)).collect();
        let heads = all.iter().filter(|(title, fact)| {
            let written = matches!(
                fact.origin.kind,
                OriginKind::Visible | OriginKind::JsonLd | OriginKind::Microdata
            );
            (written || fact.origin.detail == "headline") && title.chars().count() > 5
        });
        let heads: Vec<&str> = heads.map(|(title, _)| title.as_str()).collect();
        let all: Vec<&str> = all.iter().map(|(title, _)| title.as_str()).collect();
        let titles: Vec<Fact<String>> = raw
            .iter()
            .map(|fact| {
                let element = fact.origin.kind == OriginKind::TitleElement;
                let others = if element { &all } else { &heads };
                let furniture = match () {
                    () if element => Furniture::Any,
                    () if own_title.as_deref() == Some(fact.value.as_str()) => Furniture::Barred,
                    () => Furniture::Keep,
                };
                let value = cut(&fact.value, sites, others, furniture);
                Fact { value, ..fact.clone() }
            })
            .collect();
        let (site, own): (Vec<_>, Vec<_>) =
            titles.into_iter().partition(|fact| sites.has(&fact.value));
        // Of a front page, or where the site is named after the article, it is the title.
        let mut titles = if own.is_empty() { site } else { own };
        favour_visible(&mut titles);
        strengthen(&mut titles, |title| letters(title));
        without_kicker(&mut titles, || {
            let inner = self.headlines().flat_map(|(_, parts)| ranges(parts));
            inner.map(|text| letters(&text)).collect()
        });
        untruncated(&mut titles);
        titles
    }

    /// The headings of several parts, with these.
    fn headlines(&self) -> impl Iterator<Item = (&'a str, &'a [String])> {
        self.of(Field::Title).filter_map(|finding| match &finding.value {
            Value::Headline { whole, parts } => Some((whole.as_str(), parts.as_slice())),
            _ => None,
        })
    }

    /// The lines above the headline: those that say so, and the first part of a heading the rest of
    /// which is the title.
    fn kickers(&self, title: Option<&Fact<String>>) -> Vec<Fact<String>> {
        let mut kickers = self.texts(Field::Kicker, clean);
        let title = title.map(|title| letters(&title.value)).unwrap_or_default();
        let inside = self.headlines().find_map(|(_, parts)| {
            let mut splits = (1..parts.len()).map(|at| parts.split_at(at));
            splits.find(|(_, rest)| letters(&rest.concat()) == title).map(|(first, _)| first)
        });
        let text = inside.and_then(|first| clean(&first.join(" ")));
        let rule = rules_of(OriginKind::Visible, "heading start").next();
        kickers.extend(rule.zip(text).map(|(rule, text)| fact(rule, text)));
        kickers
    }

    fn authors(&self, language: Option<&str>, sites: &SiteNames, facts: &mut Facts) {
        let mut others = Vec::new();
        for (rule, findings) in self.by_rule(Field::Authors) {
            let authors = people::authors(findings.into_iter(), language, self.base);
            let Some(found) = authors_of_source(rule, authors, sites) else { continue };
            if people::part_of(&rule).is_some() {
                others.push(found);
            } else {
                facts.authors.push(found);
            }
        }
        strengthen(&mut facts.authors, |authors| {
            let mut names: Vec<_> = authors.iter().map(|author| letters(&author.name)).collect();
            names.sort();
            names.concat()
        });
        before_accounts(&mut facts.authors);
        before_fewer(&mut facts.authors);
        complete(&mut facts.authors);
        people::add_others(&mut facts.authors, others);
        let best = facts.authors.first().and_then(|fact| fact.value.first());
        if let Some(best) = best.filter(|author| sites.has(&author.name)) {
            facts.warnings.push(Warning::AuthorIsPublisher { name: best.name.clone() });
        }
    }

    /// The moments of a field, one a source.
    fn moments(&self, field: Field, language: Option<&str>) -> Vec<Fact<Timestamp>> {
        let order = *self.order.get_or_init(|| self.order(language));
        let ReadContext { reference, zone, .. } = *self.given;
        let context = DateContext { language, reference, zone, order };
        let sources = self.by_rule(field).into_iter();
        sources
            .filter(|(rule, findings)| !is_of_list(*rule, findings, &context))
            .filter_map(|(rule, findings)| {
                let mut texts = findings.into_iter().filter_map(text_of);
                let moment = texts.find_map(|text| moment(rule, text, &context));
                moment.map(|moment| fact(rule, moment))
            })
            .collect()
    }

    /// The order of day and month in the dates of the page, where one of them or the address
    /// decides it.
    fn order(&self, language: Option<&str>) -> DateOrder {
        let context = DateContext { language, ..DateContext::default() };
        let fields = [Field::Published, Field::Modified];
        let texts = || fields.into_iter().flat_map(|field| self.of(field)).filter_map(text_of);
        let beside = || self.dates_beside.iter().map(String::as_str);
        let open = || texts().chain(beside()).filter(|text| may_be_open(text));
        if let Some(order) = open().find_map(numeric_order) {
            return order;
        }
        let day = |text: &str, order| {
            let moment = parse(text, &DateContext { order, ..context })?;
            moment.date().map(str::to_owned)
        };
        let unclear = open().find(|text| {
            parse(text, &context).is_some_and(|moment| moment.value.is_none())
                && day(text, DateOrder::DayFirst).is_some()
        });
        let Some(unclear) = unclear else { return DateOrder::Unknown };
        let url = self.base.page().and_then(|url| from_url(url.as_str()));
        let url = url.and_then(|moment| moment.date().map(str::to_owned));
        let clear: Vec<String> = texts()
            .chain(beside())
            .filter_map(|text| day(text, DateOrder::Unknown))
            .chain(url)
            .collect();
        let orders = [DateOrder::DayFirst, DateOrder::MonthFirst];
        let fits = |order: &DateOrder| day(unclear, *order).is_some_and(|day| clear.contains(&day));
        orders.into_iter().find(fits).unwrap_or_default()
    }

    fn modified(&self, language: Option<&str>) -> Vec<Fact<Timestamp>> {
        let mut moments = self.moments(Field::Modified, language);
        settle(&mut moments);
        moments
    }

    fn published(
        &self,
        language: Option<&str>,
        modified: &[Fact<Timestamp>],
    ) -> Vec<Fact<Timestamp>> {
        let mut moments = self.moments(Field::Published, language);
        let url = self.base.page().and_then(|url| from_url(url.as_str()));
        if let Some(moment) = url.filter(|moment| moment.value.is_some()) {
            moments
                .extend(rules_of(OriginKind::Url, "path").map(|rule| fact(rule, moment.clone())));
        }
        settle(&mut moments);
        first_stated(&mut moments);
        in_local_time(&mut moments);
        to_the_minute(&mut moments);
        before_metadata(&mut moments);
        local_day(&mut moments);
        let best = moments.first().filter(|best| best.value.value.is_some());
        if best.is_none_or(|best| best.confidence < SHOWN_CHANGE) {
            moments.splice(0..0, shown_change(modified));
        }
        moments
    }

    fn topics(&self, facts: &mut Facts) {
        let titles: Vec<String> = facts.title.iter().map(|fact| letters(&fact.value)).collect();
        facts.breadcrumbs = self.trails();
        facts.section = self.texts(Field::Section, clean);
        let trail = facts.breadcrumbs.first();
        if let Some((trail, section)) =
            trail.and_then(|fact| Some((fact, topic::section(&fact.value, &titles)?)))
        {
            let mut rules = rules_of(OriginKind::Visible, "breadcrumbs");
            let rule = rules.find(|rule| rule.field == Field::Section);
            facts.section.extend(rule.map(|rule| Fact {
                value: section,
                origin: trail.origin.clone(),
                confidence: rule.confidence,
            }));
        }
        facts.tags = self
            .by_rule(Field::Tags)
            .into_iter()
            .map(|(rule, findings)| {
                fact(rule, topic::tags(findings.into_iter().filter_map(text_of)))
            })
            .filter(|fact| !fact.value.is_empty())
            .collect();
    }

    fn trails(&self) -> Vec<Fact<Vec<Link>>> {
        let sources = self.by_rule(Field::Breadcrumbs).into_iter();
        sources
            .filter_map(|(rule, findings)| {
                let longest = findings.into_iter().filter_map(|finding| match &finding.value {
                    Value::Trail(steps) => Some(steps),
                    _ => None,
                });
                let steps = longest.max_by_key(|steps| steps.len())?;
                let resolved = steps.iter().map(|step| Link {
                    text: step.text.clone(),
                    url: step.url.as_deref().and_then(|url| self.base.resolve(url)),
                });
                Some(fact(rule, resolved.collect()))
            })
            .collect()
    }

    fn images(&self) -> Vec<Fact<Image>> {
        let sources = self.by_rule(Field::LeadImage).into_iter();
        sources
            .filter_map(|(rule, findings)| {
                let images = findings.into_iter().filter_map(|finding| match &finding.value {
                    Value::Image(image) => Some(image.clone()),
                    Value::Text(url) => Some(Image::new(url.trim())),
                    _ => None,
                });
                let mut images = images.filter_map(|found| image::resolved(found, self.base));
                images.next().map(|image| fact(rule, image))
            })
            .collect()
    }
}

/// The last change that the page shows, as the publication; of several that which other sources
/// name.
fn shown_change(modified: &[Fact<Timestamp>]) -> Option<Fact<Timestamp>> {
    let shown = modified
        .iter()
        .filter(|change| change.origin.kind == OriginKind::Visible && change.value.value.is_some());
    let stated = modified.iter().find(|change| change.origin.kind != OriginKind::Visible);
    let day = stated.and_then(|stated| stated.value.date());
    let same = shown.clone().find(|change| change.value.date() == day);
    let shown = same.or_else(|| shown.clone().next())?;
    Some(Fact { confidence: SHOWN_CHANGE, ..shown.clone() })
}

/// Whether a text may be a numeric date whose order of day and month is open: with marks other
/// than points, and not of the form `2024-04-01`.
fn may_be_open(text: &str) -> bool {
    let year_first = text.bytes().take_while(u8::is_ascii_digit).count() == YEAR_DIGITS;
    !year_first && text.contains(['/', '-'])
}

/// The digits of a year.
const YEAR_DIGITS: usize = 4;

/// The moment that a text of a source states.
fn moment(rule: Rule, text: &str, context: &DateContext<'_>) -> Option<Timestamp> {
    match rule.kind {
        OriginKind::Visible if rule.key.starts_with("line") => date::line(text, context),
        OriginKind::Visible if rule.key.starts_with("labelled") => {
            date::find(text, context).filter(|found| found.value.is_some())
        }
        OriginKind::Visible => date::find(text, context),
        _ => date::parse(text, context),
    }
}

/// Whether the dates under a property of the page are those of other articles that it lists.
fn is_of_list(rule: Rule, findings: &[&Finding], context: &DateContext<'_>) -> bool {
    let marked = matches!(rule.kind, OriginKind::Meta | OriginKind::Microdata);
    if !marked || findings.len() < DAYS_OF_LIST {
        return false;
    }
    let moments = findings.iter().filter_map(|finding| moment(rule, text_of(finding)?, context));
    let days: HashSet<String> =
        moments.filter_map(|moment| moment.date().map(str::to_owned)).collect();
    days.len() >= DAYS_OF_LIST
}

/// The texts of neighbouring parts of a heading, all parts aside.
fn ranges(parts: &[String]) -> impl Iterator<Item = String> {
    let count = parts.len();
    let spans = (0..count).flat_map(move |from| (from + 1..=count).map(move |to| (from, to)));
    let spans = spans.filter(move |(from, to)| to - from < count);
    spans.filter_map(|(from, to)| Some(parts.get(from..to)?.concat()))
}

/// The authors that one source names, without the sites among people; `None` where it names nobody,
/// or gives an address.
fn authors_of_source(
    rule: Rule,
    mut authors: Vec<Author>,
    sites: &SiteNames,
) -> Option<Fact<Vec<Author>>> {
    let is_person = |author: &Author| !sites.has(&author.name);
    let people = authors.iter().filter(|author| is_person(author)).count();
    let lists_site = people < authors.len();
    if people > 0 {
        authors.retain(is_person);
    }
    // `The Daily Rain, Springfield, Nevada` is an address.
    let is_address = rule.kind == OriginKind::Meta && authors.iter().all(is_one_word);
    if lists_site && people > 0 && is_address {
        return None;
    }
    let first = authors.first_mut()?;
    if people == 0 {
        first.kind = AuthorKind::Organization;
    }
    let loss = if people == 0 {
        SITE_AS_AUTHOR
    } else if authors.iter().all(|author| author.kind == AuthorKind::Organization) {
        ORGANIZATION_AS_AUTHOR
    } else if authors.iter().all(is_credit) {
        CREDIT_AS_AUTHOR
    } else {
        0.0
    };
    let mut found = fact(rule, authors);
    found.confidence -= loss;
    Some(found)
}

fn is_one_word(author: &Author) -> bool {
    !author.name.contains(' ')
}

fn fact<T>(rule: Rule, value: T) -> Fact<T> {
    Fact { value, origin: rule.origin(), confidence: rule.confidence }
}

fn text_of(finding: &Finding) -> Option<&str> {
    match &finding.value {
        Value::Text(text) | Value::Headline { whole: text, .. } => Some(text),
        Value::Person(person) => Some(&person.name),
        _ => None,
    }
}
