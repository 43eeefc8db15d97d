//! JSON-LD values as a graph of schema.org nodes, and which of them is the article.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value as Json};

use super::anchor::{Anchor, headings};
use super::clean::{clean, letters};
use super::finding::{Findings, Value};
use super::image::from_json;
use super::page::Page;
use crate::dom::Base;
use crate::model::{Author, AuthorKind, Link, OriginKind};

type Node = Map<String, Json>;

/// The nodes of a page: those at the roots, in `@graph` and behind `mainEntity`.
#[derive(Debug)]
pub(super) struct Graph<'a> {
    nodes: Vec<&'a Node>,
    by_id: HashMap<&'a str, &'a Node>,
}

/// Where the page names itself.
pub(super) struct OwnNames<'p, 'a> {
    pub(super) page: &'p Page<'a>,
    pub(super) anchor: Option<&'p Anchor<'a>>,
}

/// Properties that hold nodes which stand for the page or its article.
const INWARD: &[&str] =
    &["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "mainContentOfPage"];

/// schema.org types whose nodes describe an article.
const ARTICLE_TYPES: &[&str] = &[
    "Article",
    "NewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "AskPublicNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "ReviewNewsArticle",
    "AdvertiserContentArticle",
    "SatiricalArticle",
    "ScholarlyArticle",
    "MedicalScholarlyArticle",
    "TechArticle",
    "APIReference",
    "Report",
    "SocialMediaPosting",
    "DiscussionForumPosting",
    "Review",
    "CriticReview",
    "MediaReview",
    "ClaimReview",
    "Blog",
    "Recipe",
    "VideoObject",
    "PodcastEpisode",
    "CreativeWork",
    "HowTo",
    "BlogPost",
];

/// Types that are articles only where nothing better is there.
const SECONDARY_TYPES: &[&str] = &[
    "VideoObject",
    "CreativeWork",
    "Blog",
    "Review",
    "ClaimReview",
    "Recipe",
    "HowTo",
    "PodcastEpisode",
];

/// schema.org types of the page as a whole.
const PAGE_TYPES: &[&str] = &[
    "WebPage",
    "ItemPage",
    "AboutPage",
    "FAQPage",
    "ProfilePage",
    "QAPage",
    "CollectionPage",
    "MedicalWebPage",
];

/// Text properties of an article: the names of schema.org, and the keys of the rules.
const TEXTS: &[(&str, &str)] = &[
    ("name", "name"),
    ("description", "description"),
    ("datePublished", "datepublished"),
    ("dateModified", "datemodified"),
    ("dateCreated", "datecreated"),
    ("uploadDate", "uploaddate"),
    ("articleSection", "articlesection"),
    ("keywords", "keywords"),
    ("inLanguage", "inlanguage"),
    ("url", "url"),
    ("mainEntityOfPage", "mainentityofpage"),
    ("publisher", "publisher"),
    ("isAccessibleForFree", "isaccessibleforfree"),
    ("commentCount", "commentcount"),
    ("articleBody", "articlebody"),
    ("text", "text"),
];

/// Who made an article, and who had another part in it.
const PEOPLE: &[(&str, &str)] = &[
    ("author", "author"),
    ("creator", "creator"),
    ("editor", "editor"),
    ("translator", "translator"),
];

/// The headline, which is relied on more where a news system states it.
const HEADLINE: &[(&str, &str)] = &[("headline", "headline")];
const NEWS_HEADLINE: &[(&str, &str)] = &[("headline", "newsarticle.headline")];

/// The same for the node of the page.
const PAGE_TEXTS: &[(&str, &str)] = &[
    ("headline", "webpage.headline"),
    ("name", "webpage.name"),
    ("datePublished", "webpage.datepublished"),
    ("dateModified", "webpage.datemodified"),
    ("inLanguage", "inlanguage"),
];

impl<'a> Graph<'a> {
    pub(super) fn new(roots: &'a [Json]) -> Self {
        let mut graph = Self { nodes: Vec::new(), by_id: HashMap::new() };
        let mut open: Vec<(&Json, bool)> = roots.iter().rev().map(|root| (root, true)).collect();
        while let Some((value, listed)) = open.pop() {
            match value {
                Json::Array(values) => {
                    open.extend(values.iter().rev().map(|value| (value, listed)));
                }
                Json::Object(node) => {
                    if listed {
                        graph.nodes.push(node);
                    }
                    graph.name(node);
                    let inner = node.iter().rev();
                    open.extend(
                        inner.map(|(key, value)| (value, listed && INWARD.contains(&key.as_str()))),
                    );
                }
                _ => {}
            }
        }
        graph
    }

    /// Notes the `@id` of a node; a reference alone does not hide the node that it refers to.
    fn name(&mut self, node: &'a Node) {
        if node.len() > 1
            && let Some(id) = node.get("@id").and_then(Json::as_str)
        {
            let known = self.by_id.entry(id).or_insert(node);
            if known.len() < node.len() {
                *known = node;
            }
        }
    }

    /// The node that a value is or refers to.
    fn resolve(&self, value: &'a Json) -> Option<&'a Node> {
        match value {
            Json::Object(node) if node.contains_key("name") => Some(node),
            Json::Object(node) => {
                let id = node.get("@id").and_then(Json::as_str);
                Some(id.and_then(|id| self.by_id.get(id).copied()).unwrap_or(node))
            }
            Json::String(id) => self.by_id.get(id.as_str()).copied(),
            _ => None,
        }
    }

    /// Hands on what the article, the page and the site say.
    pub(super) fn read(&self, own: &OwnNames<'_, '_>, base: &Base, findings: &mut Findings) {
        for node in &self.nodes {
            types(node).for_each(|name| findings.push_type(name));
        }
        if let Some(article) = self.article(own, base) {
            self.texts(article, TEXTS, findings);
            let news = types(article).any(|name| name.ends_with("NewsArticle"));
            self.texts(article, if news { NEWS_HEADLINE } else { HEADLINE }, findings);
            self.people(article, PEOPLE, base, findings);
            self.images(article, &[("image", "image"), ("thumbnailUrl", "thumbnailurl")], findings);
            self.statistics(article, findings);
            self.videos(article, findings);
            self.closed_parts(article, findings);
        }
        for node in self.of_types(PAGE_TYPES).take(1) {
            self.texts(node, PAGE_TEXTS, findings);
            self.people(node, &[("author", "webpage.author")], base, findings);
            self.images(node, &[("primaryImageOfPage", "webpage.primaryimageofpage")], findings);
        }
        for node in self.of_types(&["WebSite"]).take(1) {
            self.texts(node, &[("name", "website.name")], findings);
        }
        self.trails(base, findings);
    }

    fn of_types(&self, wanted: &'static [&'static str]) -> impl Iterator<Item = &'a Node> {
        self.nodes
            .iter()
            .copied()
            .filter(move |node| types(node).any(|name| wanted.contains(&name)))
    }

    /// The node of the article: of several, the one whose address or headline is the page's.
    fn article(&self, own: &OwnNames<'_, '_>, base: &Base) -> Option<&'a Node> {
        let candidates: Vec<&Node> = self.of_types(ARTICLE_TYPES).collect();
        if candidates.len() < 2 {
            return candidates.first().copied();
        }
        let headings: HashSet<String> =
            headings(own.page, own.anchor).iter().map(|text| letters(text)).collect();
        let own = own.page.addresses(base);
        let fit = |node: &Node| {
            let main = !types(node).any(|name| SECONDARY_TYPES.contains(&name));
            let address = addresses(node).any(|url| own.contains(bare(url)));
            let headline = ["headline", "name"].iter().filter_map(|key| node.get(*key)?.as_str());
            let titled = headline.filter_map(clean).any(|text| headings.contains(&letters(&text)));
            let headed = node.contains_key("headline") || node.contains_key("datePublished");
            (main, usize::from(address) * 2 + usize::from(titled) * 3, headed)
        };
        // Of equals the first: `max_by_key` gives the last.
        candidates.into_iter().rev().max_by_key(|node| fit(node))
    }

    fn texts(&self, node: &'a Node, table: &[(&str, &str)], findings: &mut Findings) {
        for (property, key) in table {
            for value in node.get(*property).into_iter().flat_map(values) {
                if let Some(text) = self.text(value, property) {
                    findings.push_text(OriginKind::JsonLd, key, &text);
                }
            }
        }
    }

    /// A value as text: itself, or the name or address of the node that it is.
    fn text(&self, value: &'a Json, property: &str) -> Option<String> {
        match value {
            Json::String(text) if property != "publisher" => Some(text.clone()),
            Json::Number(number) => Some(number.to_string()),
            Json::Bool(flag) => Some(flag.to_string()),
            _ if property == "mainEntityOfPage" => string(value.as_object()?, &["@id", "url"]),
            Json::String(text) => Some(
                self.resolve(value)
                    .and_then(|node| string(node, &["name"]))
                    .unwrap_or_else(|| text.clone()),
            ),
            _ => string(self.resolve(value)?, &["name", "@value", "alternateName"]),
        }
    }

    fn people(&self, node: &'a Node, table: &[(&str, &str)], base: &Base, findings: &mut Findings) {
        for (property, key) in table {
            for value in node.get(*property).into_iter().flat_map(values) {
                match (self.resolve(value), value) {
                    (Some(person), _) => {
                        for author in authors(person, base) {
                            findings.push(OriginKind::JsonLd, key, &Value::Person(author));
                        }
                    }
                    (None, Json::String(text)) => findings.push_text(OriginKind::JsonLd, key, text),
                    _ => {}
                }
            }
        }
    }

    fn images(&self, node: &'a Node, table: &[(&str, &str)], findings: &mut Findings) {
        for (property, key) in table {
            for value in node.get(*property).into_iter().flat_map(values) {
                let image = match self.resolve(value) {
                    Some(node) => from_json(node),
                    None => value.as_str().map(crate::model::Image::new),
                };
                if let Some(image) = image {
                    findings.push(OriginKind::JsonLd, key, &Value::Image(image));
                }
            }
        }
    }

    /// The videos of the article: those that it names, else those of the page.
    fn videos(&self, article: &'a Node, findings: &mut Findings) {
        let named = article.get("video").into_iter().flat_map(values);
        let mut videos: Vec<&Node> = named.filter_map(|value| self.resolve(value)).collect();
        if videos.is_empty() {
            videos = self.of_types(&["VideoObject"]).collect();
        }
        for video in videos.into_iter().filter_map(super::video::from_json) {
            findings.push(OriginKind::JsonLd, "video", &Value::Video(video));
        }
    }

    /// Parts of the article that not everybody may read.
    fn closed_parts(&self, article: &'a Node, findings: &mut Findings) {
        for part in article.get("hasPart").into_iter().flat_map(values) {
            let free = self.resolve(part).and_then(|part| part.get("isAccessibleForFree"));
            if let Some(text) = free.and_then(|free| self.text(free, "isAccessibleForFree")) {
                findings.push_text(OriginKind::JsonLd, "haspart.isaccessibleforfree", &text);
            }
        }
    }

    fn statistics(&self, node: &'a Node, findings: &mut Findings) {
        for value in node.get("interactionStatistic").into_iter().flat_map(values) {
            let Some(node) = self.resolve(value) else { continue };
            let kind = node.get("interactionType").map(Json::to_string).unwrap_or_default();
            let count = node.get("userInteractionCount").map(Json::to_string).unwrap_or_default();
            let key = match () {
                () if kind.contains("CommentAction") => "interactionstatistic.comments",
                () if ["ReadAction", "ViewAction", "WatchAction"]
                    .iter()
                    .any(|a| kind.contains(a)) =>
                {
                    "interactionstatistic.views"
                }
                () => continue,
            };
            findings.push_text(OriginKind::JsonLd, key, count.trim_matches('"'));
        }
    }

    fn trails(&self, base: &Base, findings: &mut Findings) {
        let inner =
            self.of_types(PAGE_TYPES).filter_map(|page| self.resolve(page.get("breadcrumb")?));
        let trail = self.of_types(&["BreadcrumbList"]).chain(inner);
        for list in trail {
            let mut steps: Vec<(u64, Link)> = list
                .get("itemListElement")
                .into_iter()
                .flat_map(values)
                .filter_map(|step| self.step(step.as_object()?, base))
                .collect();
            steps.sort_by_key(|(position, _)| *position);
            let steps: Vec<Link> = steps.into_iter().map(|(_, link)| link).collect();
            if !steps.is_empty() {
                findings.push(OriginKind::JsonLd, "breadcrumb", &Value::Trail(steps));
            }
        }
    }

    fn step(&self, step: &'a Node, base: &Base) -> Option<(u64, Link)> {
        let item = step.get("item");
        let inner = item.and_then(|item| self.resolve(item));
        let name = string(step, &["name"]).or_else(|| string(inner?, &["name"]))?;
        let url = item.and_then(Json::as_str).map(str::to_owned);
        let url = url.or_else(|| string(inner?, &["@id", "url"]));
        let position = step.get("position");
        let position =
            position.and_then(|p| p.as_u64().or_else(|| p.as_str()?.trim().parse().ok()));
        let link = Link { text: clean(&name)?, url: url.and_then(|url| base.resolve(&url)) };
        Some((position.unwrap_or(u64::MAX), link))
    }
}

/// The authors that one node names: one name a string.
fn authors(node: &Node, base: &Base) -> Vec<Author> {
    let organization =
        types(node).any(|name| name.ends_with("Organization") || name == "Corporation");
    let kind = if organization { AuthorKind::Organization } else { AuthorKind::Person };
    let url = ["url", "@id", "sameAs"].iter().find_map(|key| {
        let url = values(node.get(*key)?).find_map(Json::as_str)?;
        base.resolve(url).filter(|url| url.starts_with("http"))
    });
    let names: Vec<String> = match node.get("name") {
        Some(name) => values(name).filter_map(|name| Some(name.as_str()?.to_owned())).collect(),
        None => full_name(node).into_iter().collect(),
    };
    let url = url.filter(|_| names.len() == 1);
    let role = string(node, &["jobTitle"]).and_then(|role| clean(&role));
    let author =
        |name| Author { url: url.clone(), role: role.clone(), kind, ..Author::person(name) };
    names.into_iter().map(author).collect()
}

fn full_name(node: &Node) -> Option<String> {
    let family = string(node, &["familyName"])?;
    Some(string(node, &["givenName"]).map_or(family.clone(), |given| format!("{given} {family}")))
}

/// The types of a node, without the vocabulary before them.
fn types(node: &Node) -> impl Iterator<Item = &str> {
    let types = node.get("@type").or_else(|| node.get("type"));
    types
        .into_iter()
        .flat_map(values)
        .filter_map(Json::as_str)
        .map(|name| name.trim().rsplit(['/', '#', ':']).next().unwrap_or_default())
}

/// A value, or the values of an array.
fn values(value: &Json) -> impl Iterator<Item = &Json> {
    let (many, one) = match value {
        Json::Array(values) => (values.as_slice(), None),
        value => (&[][..], Some(value)),
    };
    many.iter().chain(one)
}

/// The first of these properties that is a text or an array that starts with one.
fn string(node: &Node, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| values(node.get(*key)?).find_map(Json::as_str)).map(str::to_owned)
}

/// The addresses that a node gives as its own.
fn addresses(node: &Node) -> impl Iterator<Item = &str> {
    let own = ["url", "@id"].iter().filter_map(|key| node.get(*key));
    let page = node.get("mainEntityOfPage").and_then(|page| match page {
        Json::Object(page) => page.get("@id").or_else(|| page.get("url")),
        page => Some(page),
    });
    own.chain(page).filter_map(Json::as_str)
}

/// An address without what differs between copies of one.
pub(super) fn bare(url: &str) -> &str {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    url.strip_prefix("www.").unwrap_or(url).trim_end_matches('/')
}
