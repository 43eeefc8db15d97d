//! The metadata of a page, read once: every source of every field, best first.
//!
//! [`page`] walks the document once and notes where metadata stands; the readers of each kind of
//! source ([`json_ld`], [`meta`], [`microdata`], [`visible`]) turn that into findings under the
//! rules of [`precedence`]; [`assemble`] turns findings into typed facts.

mod anchor;
mod assemble;
mod byline;
mod clean;
mod confidence;
mod date;
mod finding;
mod graph;
mod image;
mod json_ld;
mod json_mend;
mod lines;
mod meta;
mod microdata;
mod page;
mod people;
mod precedence;
mod ranking;
mod region;
mod script;
mod title;
mod topic;
mod video;
mod visible;

pub(crate) use confidence::{Said, confidence};
use finding::Findings;
use graph::{Graph, OwnNames};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use page::Page;

use crate::Limits;
use crate::dom::{Base, Document};
use crate::model::{
    Access, Alternate, Author, Feed, Image, Link, Origin, Timestamp, Video, Warning,
};

/// A value with the place that it was read from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fact<T> {
    pub(crate) value: T,
    pub(crate) origin: Origin,
    /// From 0 to 1: how much the source is relied on, and others with it. Facts stand in the order
    /// of it; [`mod@confidence`] says how sure the first is.
    pub(crate) confidence: f32,
}

/// What a page says about its article. Each field holds one fact a source, best first.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Facts {
    /// The headline, without the site's name.
    pub(crate) title: Vec<Fact<String>>,
    /// A line above the headline.
    pub(crate) kicker: Vec<Fact<String>>,
    /// A summary.
    pub(crate) dek: Vec<Fact<String>>,
    /// Who wrote it.
    pub(crate) authors: Vec<Fact<Vec<Author>>>,
    /// When it was first published.
    pub(crate) published: Vec<Fact<Timestamp>>,
    /// When it was last changed.
    pub(crate) modified: Vec<Fact<Timestamp>>,
    /// The section of the site.
    pub(crate) section: Vec<Fact<String>>,
    /// The path from the front page to the article.
    pub(crate) breadcrumbs: Vec<Fact<Vec<Link>>>,
    /// Tags, keywords or topics.
    pub(crate) tags: Vec<Fact<Vec<String>>>,
    /// The language, as a BCP 47 tag.
    pub(crate) language: Vec<Fact<String>>,
    /// The address that the site gives as the article's own.
    pub(crate) canonical_url: Vec<Fact<String>>,
    /// The name of the site.
    pub(crate) site_name: Vec<Fact<String>>,
    /// The picture that the site shows for the article.
    pub(crate) lead_image: Vec<Fact<Image>>,
    /// How often the article was viewed.
    pub(crate) views: Vec<Fact<u64>>,
    /// How many comments it has.
    pub(crate) comments: Vec<Fact<u64>>,
    /// Who may read all of it.
    pub(crate) access: Vec<Fact<Access>>,
    /// The videos of the article.
    pub(crate) videos: Vec<Fact<Vec<Video>>>,
    /// The address of the article in AMP.
    pub(crate) amp_url: Vec<Fact<String>>,
    /// The article in other languages.
    pub(crate) alternates: Vec<Fact<Vec<Alternate>>>,
    /// The feeds that the page offers.
    pub(crate) feeds: Vec<Fact<Vec<Feed>>>,
    /// The text of the article as its metadata gives it.
    pub(crate) body_text: Vec<Fact<String>>,
    /// The schema.org types and the `og:type` that the page names, each once.
    pub(crate) types: Vec<String>,
    /// What was noticed while reading.
    pub(crate) warnings: Vec<Warning>,
}

/// What the reading of facts is told from outside.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReadContext<'a> {
    /// How much JSON-LD is read.
    pub(crate) limits: &'a Limits,
    /// The zone that local times are in, where a site profile names it.
    pub(crate) zone: Option<&'a TimeZone>,
    /// The moment that `yesterday` is relative to, in the zone of the page.
    pub(crate) reference: Option<DateTime>,
}

impl Facts {
    /// Reads all metadata of a page.
    pub(crate) fn read(document: &Document, base: &Base, context: &ReadContext<'_>) -> Self {
        let page = Page::walk(document);
        let mut findings = Findings::default();
        let roots = json_ld::read(&page, context.limits, &mut findings);
        let anchor = anchor::anchor(&page, base.host());
        let own = OwnNames { page: &page, anchor: anchor.as_ref() };
        Graph::new(&roots).read(&own, base, &mut findings);
        meta::read(&page, &mut findings);
        microdata::read(&page, &mut findings);
        visible::read(&page, anchor, &mut findings);
        if !findings.has_date() {
            script::read(&page, &mut findings);
        }
        assemble::assemble(findings, base, context)
    }
}

#[cfg(test)]
mod tests;
