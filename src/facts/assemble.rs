//! Findings to facts: values are read, sources that agree strengthen each other, the best comes
//! first.

use std::collections::HashSet;

use super::clean::{clean, letters};
use super::finding::{Finding, Findings, Value};
use super::precedence::{Rule, rules_of};
use super::title::{Furniture, SiteNames, cut};
use super::{Fact, Facts, ReadContext, date, image, people, topic};
use crate::dom::Base;
use crate::model::{AuthorKind, Field, Image, Link, OriginKind, Precision, Timestamp, Warning};
use crate::value::{counter, date::from_url};

/// What a source gains for each kind of source that says the same.
const AGREEMENT: f32 = 0.06;

/// No source is relied on more.
const MOST_CONFIDENCE: f32 = 0.99;

/// What a visible headline gains whose words are mostly those of the page's title: it is a
/// version of the title, and the one that readers see.
const LIKE_TITLE: f32 = 0.09;

/// The share of words from which on a heading is like the title.
const LIKE_TITLE_SHARE: f32 = 0.4;

/// What a moment gains that is given to the minute, over the bare date of another source.
const FINER: f32 = 0.05;

/// What the name of the site loses as the author: readers may be shown a person.
const SITE_AS_AUTHOR: f32 = 0.35;

/// What organisations alone lose as the author.
const ORGANIZATION_AS_AUTHOR: f32 = 0.15;

/// The longest headline that is read, in bytes.
const LONGEST_TITLE: usize = 1000;

pub(super) fn assemble(findings: Findings, base: &Base, given: &ReadContext<'_>) -> Facts {
    let Findings { all, types, warnings } = findings;
    let mut facts = Facts { types, warnings, ..Facts::default() };
    let read = Reader { all: &all, base, given };
    facts.language = read.texts(Field::Language, topic::language);
    facts.site_name = read.site_names();
    let sites = SiteNames::new(facts.site_name.iter().map(|fact| fact.value.as_str()), base.host());
    facts.title = read.titles(&sites);
    facts.kicker = read.texts(Field::Kicker, clean);
    facts.dek = read.texts(Field::Dek, clean);
    let language = facts.language.first().map(|fact| fact.value.clone());
    read.authors(language.as_deref(), &sites, &mut facts);
    facts.published = read.published(language.as_deref());
    facts.modified = read.modified(language.as_deref());
    read.topics(&mut facts);
    facts.canonical_url = read.texts(Field::CanonicalUrl, |url| base.resolve(url));
    facts.lead_image = read.images();
    facts.views = read.texts(Field::Views, counter::parse);
    facts.comments = read.texts(Field::Comments, counter::parse);
    facts.access = read.texts(Field::Access, topic::access);
    facts.body_text = read.texts(Field::Body, |text| Some(text.trim().to_owned()));
    facts
}

struct Reader<'a> {
    all: &'a [Finding],
    base: &'a Base,
    given: &'a ReadContext<'a>,
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

    fn site_names(&self) -> Vec<Fact<String>> {
        let usable = |text: &str| {
            clean(text).filter(|name| {
                name.len() < 80 && !name.starts_with("http") && !name.starts_with('@')
            })
        };
        let mut names = self.texts(Field::SiteName, usable);
        names.retain(|fact| fact.origin.kind != OriginKind::TitleElement);
        names
    }

    fn titles(&self, sites: &SiteNames) -> Vec<Fact<String>> {
        let short = |text: &str| clean(text).filter(|title| title.len() <= LONGEST_TITLE);
        let raw = self.texts(Field::Title, short);
        let own_title = raw.iter().find(|fact| fact.origin.kind == OriginKind::TitleElement);
        let own_title = own_title.map(|fact| fact.value.clone());
        let heads: Vec<String> = raw
            .iter()
            .filter(|fact| {
                matches!(
                    fact.origin.kind,
                    OriginKind::Visible | OriginKind::JsonLd | OriginKind::Microdata
                )
            })
            .map(|fact| letters(&fact.value))
            .filter(|title| title.chars().count() > 5)
            .collect();
        let all: Vec<String> = raw.iter().map(|fact| letters(&fact.value)).collect();
        let mut titles: Vec<Fact<String>> = raw
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
            .filter(|fact| !sites.has(&fact.value) || raw.len() == 1)
            .collect();
        favour_visible(&mut titles);
        strengthen(&mut titles, |title| letters(title));
        titles
    }

    fn authors(&self, language: Option<&str>, sites: &SiteNames, facts: &mut Facts) {
        for (rule, findings) in self.by_rule(Field::Authors) {
            let mut authors = people::authors(findings.into_iter(), language, self.base);
            let people = authors.iter().filter(|author| !sites.has(&author.name)).count();
            if people > 0 {
                authors.retain(|author| !sites.has(&author.name));
            }
            let Some(first) = authors.first_mut() else { continue };
            let mut loss = 0.0;
            if people == 0 {
                first.kind = AuthorKind::Organization;
                loss = SITE_AS_AUTHOR;
            } else if authors.iter().all(|author| author.kind == AuthorKind::Organization) {
                loss = ORGANIZATION_AS_AUTHOR;
            }
            let mut found = fact(rule, authors);
            found.confidence -= loss;
            facts.authors.push(found);
        }
        strengthen(&mut facts.authors, |authors| {
            let mut names: Vec<_> = authors.iter().map(|author| letters(&author.name)).collect();
            names.sort();
            names.concat()
        });
        let best = facts.authors.first().and_then(|fact| fact.value.first());
        if let Some(best) = best.filter(|author| sites.has(&author.name)) {
            facts.warnings.push(Warning::AuthorIsPublisher { name: best.name.clone() });
        }
    }

    /// The moments of a field, one a source.
    fn moments(&self, field: Field, language: Option<&str>) -> Vec<Fact<Timestamp>> {
        let sources = self.by_rule(field).into_iter();
        sources
            .filter_map(|(rule, findings)| {
                let mut texts = findings.into_iter().filter_map(text_of);
                let moment = texts.find_map(|text| match rule.kind {
                    OriginKind::Visible if rule.key.starts_with("line") => {
                        date::line(text, language, self.given)
                    }
                    OriginKind::Visible => date::find(text, language, self.given),
                    _ => date::parse(text, language, self.given),
                });
                moment.map(|moment| fact(rule, moment))
            })
            .collect()
    }

    fn modified(&self, language: Option<&str>) -> Vec<Fact<Timestamp>> {
        let mut moments = self.moments(Field::Modified, language);
        settle(&mut moments);
        moments
    }

    fn published(&self, language: Option<&str>) -> Vec<Fact<Timestamp>> {
        let mut moments = self.moments(Field::Published, language);
        let url = self.base.page().and_then(|url| from_url(url.as_str()));
        if let Some(moment) = url.filter(|moment| moment.value.is_some()) {
            moments
                .extend(rules_of(OriginKind::Url, "path").map(|rule| fact(rule, moment.clone())));
        }
        settle(&mut moments);
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

fn fact<T>(rule: Rule, value: T) -> Fact<T> {
    Fact { value, origin: rule.origin(), confidence: rule.confidence }
}

fn text_of(finding: &Finding) -> Option<&str> {
    match &finding.value {
        Value::Text(text) => Some(text),
        Value::Person(person) => Some(&person.name),
        _ => None,
    }
}

/// Raises a visible headline that is a version of another title.
fn favour_visible(titles: &mut [Fact<String>]) {
    let words = |title: &str| -> HashSet<String> {
        title
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let stated: Vec<HashSet<String>> = titles
        .iter()
        .filter(|fact| fact.origin.kind != OriginKind::Visible)
        .map(|fact| words(&fact.value))
        .collect();
    for fact in titles.iter_mut().filter(|fact| fact.origin.kind == OriginKind::Visible) {
        let own = words(&fact.value);
        if stated.iter().any(|stated| share(&own, stated) >= LIKE_TITLE_SHARE) {
            fact.confidence += LIKE_TITLE;
        }
    }
}

/// How much of the smaller set is in the other.
#[expect(clippy::cast_precision_loss, reason = "a headline has few words")]
fn share(a: &HashSet<String>, b: &HashSet<String>) -> f32 {
    a.intersection(b).count() as f32 / a.len().min(b.len()).max(1) as f32
}

/// Raises facts that sources of other kinds confirm, and puts the best first.
fn strengthen<T>(facts: &mut [Fact<T>], key: impl Fn(&T) -> String) {
    let keys: Vec<(String, u8)> =
        facts.iter().map(|fact| (key(&fact.value), voice(fact.origin.kind))).collect();
    for (fact, (own, kind)) in facts.iter_mut().zip(&keys) {
        let same = keys.iter().filter(|(key, _)| key == own);
        let voices = same.fold(0_u8, |voices, (_, kind)| voices | kind) & !kind;
        let gain: f32 = (0..voices.count_ones()).map(|_| AGREEMENT).sum();
        fact.confidence = (fact.confidence + gain).min(MOST_CONFIDENCE);
    }
    facts.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
}

/// Sources of one voice are filled from one entry of the publishing system, so that they don't
/// confirm each other.
fn voice(kind: OriginKind) -> u8 {
    match kind {
        OriginKind::Visible => 1,
        OriginKind::JsonLd | OriginKind::Microdata | OriginKind::Rdfa => 1 << 1,
        OriginKind::Meta | OriginKind::TitleElement => 1 << 2,
        OriginKind::Url => 1 << 3,
        _ => 1 << 4,
    }
}

/// Raises moments of the same day, those to the minute more, and puts the best first. What needs
/// a moment that the page does not give comes last.
fn settle(moments: &mut [Fact<Timestamp>]) {
    for fact in moments.iter_mut() {
        if fact.value.precision != Precision::Day {
            fact.confidence += FINER;
        }
        if fact.value.value.is_none() {
            fact.confidence *= 0.2;
        }
    }
    strengthen(moments, |moment| moment.date().unwrap_or_default().to_owned());
}
