//! Which source of a field is believed before which.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::model::{
    Field,
    Field::{
        Access, Alternates, AmpUrl, Authors, Body, Breadcrumbs, CanonicalUrl, Comments, Dek, Feeds,
        Kicker, Language, LeadImage, Modified, Published, Section, SiteName, Tags, Title, Videos,
        Views,
    },
    Origin, OriginKind,
    OriginKind::{
        HtmlAttribute, JsonLd, Link, Meta, Microdata, Rdfa, State, TitleElement, Url, Visible,
    },
};

/// One source of one field.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    pub(crate) field: Field,
    pub(crate) kind: OriginKind,
    /// The property, the name of the meta element (in lower case) or the visible part.
    pub(crate) key: &'static str,
    /// From 0 to 1: how much a value of this source is relied on when nothing else speaks for or
    /// against it. The sources of a field are tried in the order of it.
    pub(crate) confidence: f32,
}

impl Rule {
    /// The place as the evidence names it.
    pub(crate) fn origin(&self) -> Origin {
        Origin::new(self.kind, self.key)
    }
}

/// The rules for one property, meta name or visible part: one a field that it is a source of.
pub(crate) fn rules_of(kind: OriginKind, key: &str) -> impl Iterator<Item = Rule> {
    static INDEX: LazyLock<FxHashMap<&'static str, Vec<Rule>>> = LazyLock::new(|| {
        let mut index: FxHashMap<_, Vec<Rule>> = FxHashMap::default();
        for rule in rules() {
            index.entry(rule.key).or_default().push(rule);
        }
        index
    });
    let rules = INDEX.get(key).map(Vec::as_slice).unwrap_or_default();
    rules.iter().copied().filter(move |rule| rule.kind == kind)
}

fn rules() -> impl Iterator<Item = Rule> {
    PRECEDENCE.iter().flat_map(|(field, sources)| {
        sources.iter().flat_map(move |(kind, confidence, keys, _)| {
            keys.iter().map(move |key| Rule {
                field: *field,
                kind: *kind,
                key,
                confidence: *confidence,
            })
        })
    })
}

/// Sources of the same reliability: where they stand, how much they are relied on, their names,
/// and the reason.
type Source = (OriginKind, f32, &'static [&'static str], &'static str);

/// The one table: for each field its sources, best first.
#[rustfmt::skip]
pub(crate) const PRECEDENCE: &[(Field, &[Source])] = &[
    (Title, &[
        (JsonLd, 0.96, &["newsarticle.headline"], "the headline of a news system, which search engines show"),
        (Visible, 0.80, &["h1"], "what readers see as the headline"),
        (JsonLd, 0.78, &["headline"], "the publisher's own headline, without furniture"),
        (Microdata, 0.76, &["headline"], "the same, marked in the page"),
        (Rdfa, 0.75, &["headline"], "the same, marked in the page"),
        (Meta, 0.70, &["og:title"], "sometimes written for social media"),
        (Meta, 0.66, &["parsely-title", "sailthru.title", "cxenseparse:recs:title", "citation_title", "dc.title", "dcterms.title", "hdl", "headline"], "written for indexing"),
        (Meta, 0.64, &["twitter:title"], "often shortened"),
        (Visible, 0.62, &["heading"], "a lower heading that `<title>` repeats"),
        (JsonLd, 0.55, &["name", "webpage.headline"], "often the title with furniture"),
        (TitleElement, 0.50, &["title"], "with the site's name, which has to be cut"),
        (JsonLd, 0.40, &["webpage.name"], "mostly a copy of `<title>`"),
        (Meta, 0.35, &["title"], "mostly a copy of `<title>`"),
    ]),
    (Kicker, &[
        (Visible, 0.70, &["kicker"], "a class name says so"),
        (Visible, 0.60, &["heading start"], "the part of the headline that its title lacks elsewhere"),
    ]),
    (Dek, &[
        (Visible, 0.75, &["dek"], "a class name says so"),
        (JsonLd, 0.50, &["description"], "often the dek, often written for search engines"),
        (Microdata, 0.50, &["description"], "as in JSON-LD"),
        (Meta, 0.45, &["og:description"], "as in JSON-LD"),
        (Meta, 0.40, &["twitter:description", "description", "sailthru.description", "dc.description"], "mostly written for search engines"),
    ]),
    (Authors, &[
        (JsonLd, 0.90, &["author"], "structured, and read by search engines"),
        (Microdata, 0.86, &["author"], "marked in the page"),
        (Rdfa, 0.84, &["author"], "marked in the page"),
        (Meta, 0.83, &["parsely-author", "sailthru.author", "cxenseparse:author", "citation_author"], "one name an element, kept for statistics"),
        (Visible, 0.81, &["rel=author"], "a link to the author's page"),
        (Visible, 0.805, &["author words"], "a line that starts with 'By' or 'Автор'"),
        (Meta, 0.80, &["author", "byl", "article:author_name", "dc.creator", "dcterms.creator", "dc.creator.personalname", "article:author", "og:author", "og:article:author", "author_name", "mediator_author", "article.author", "shareaholic:article_author_name", "cxenseparse:recs:author", "rbauthors", "dable:author"], "sometimes the site, the editor or the agency that made the page"),
        (JsonLd, 0.79, &["creator", "webpage.author"], "mostly the author, at times who entered the text"),
        (Meta, 0.79, &["twitter:data1"], "the author in the markup of a common plugin, or a reading time"),
        (Visible, 0.785, &["author page"], "a link beside the headline to a page about an author"),
        (Visible, 0.78, &["byline"], "what readers see, with labels and links beside it"),
        (Visible, 0.70, &["portrait"], "a name beside an image of that name"),
        (Visible, 0.60, &["author words elsewhere"], "a line below the article that says who wrote it"),
        (Visible, 0.59, &["name beside a date"], "a line that is a name and a date alone, or a place or a section"),
        (Microdata, 0.58, &["creator"], "often who entered the text"),
        (Meta, 0.30, &["twitter:creator"], "an account, often that of the site"),
        (JsonLd, 0.20, &["editor"], "who edited it: named beside the authors"),
        (JsonLd, 0.19, &["translator"], "who translated it: named beside the authors"),
    ]),
    (Published, &[
        (JsonLd, 0.92, &["datepublished"], "structured, and read by search engines"),
        (Meta, 0.90, &["article:published_time", "og:article:published_time", "article:published", "og:published_time"], "defined as the first publication"),
        (Microdata, 0.88, &["datepublished"], "marked in the page"),
        (Rdfa, 0.87, &["datepublished"], "marked in the page"),
        (Meta, 0.85, &["parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "datepublished", "pubdate", "publishdate", "publish-date", "published", "published-date", "published_date", "publication_date", "publication-date", "publish_date", "article.published", "article_date_original", "originalpublicationdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "ptime", "datecreated", "displaydate", "citation_publication_date", "citation_date", "citation_online_date", "bt:pubdate", "rnews:datepublished", "mediator_published_time", "article:post_date", "shareaholic:article_published_time", "dc.terms.issued", "prism.publicationdate", "pub_date", "cre_date", "article:publicationdate"], "kept for indexing"),
        (Visible, 0.81, &["line"], "a line beside the headline that is hardly more than a date"),
        (Visible, 0.80, &["time"], "a `<time>` beside the headline"),
        (JsonLd, 0.78, &["webpage.datepublished"], "of the page, mostly that of the article"),
        (Visible, 0.74, &["dateline"], "a date beside the headline"),
        (JsonLd, 0.70, &["datecreated", "uploaddate"], "when it was entered"),
        (Microdata, 0.68, &["datecreated", "uploaddate"], "when it was entered"),
        (Meta, 0.66, &["dc.date", "dcterms.date", "date", "og:date", "article:date", "dc.terms.date", "sortdate", "created", "datetime", "search_date", "doc_date", "release_date"], "the name does not say which date"),
        (Visible, 0.62, &["labelled date"], "a line away from the headline that says so"),
        (Url, 0.60, &["path"], "made when the article was first saved; a day at best"),
        (Visible, 0.52, &["time elsewhere"], "a `<time>` of the article away from the headline"),
        (Visible, 0.50, &["line beyond"], "such a line behind a marked date"),
        (Meta, 0.46, &["other published"], "a name with 'published' in it that no other site uses"),
        (Visible, 0.45, &["dateline elsewhere"], "a date of the article away from the headline"),
        (State, 0.40, &["published"], "the data that the page is made from, where it has one date"),
        (Visible, 0.36, &["only line"], "the only day that lines of the page name that are hardly more than a date"),
        (Visible, 0.35, &["only time"], "the only day that `<time>` elements of the page name"),
    ]),
    (Modified, &[
        (JsonLd, 0.92, &["datemodified"], "structured, and read by search engines"),
        (Meta, 0.90, &["article:modified_time", "og:article:modified_time", "article:modified", "og:updated_time", "article:updated_time"], "defined as the last change"),
        (Microdata, 0.88, &["datemodified"], "marked in the page"),
        (Rdfa, 0.87, &["datemodified"], "marked in the page"),
        (Meta, 0.85, &["datemodified", "lastmod", "last-modified", "lastmodified", "article.updated", "article_date_updated", "dcterms.modified", "dc.date.modified", "revised", "last-updated", "modified", "modified_date", "utime", "lastupdate", "last_updated", "dc.date.lastmodified"], "kept for indexing"),
        (Visible, 0.80, &["time updated", "dateline updated"], "beside a word for 'updated'"),
        (JsonLd, 0.70, &["webpage.datemodified"], "of the page, sometimes of its template"),
        (Visible, 0.50, &["line updated"], "a line beside the headline that is a date"),
        (Visible, 0.40, &["labelled update"], "a line away from the headline that says so"),
    ]),
    (Section, &[
        (JsonLd, 0.85, &["articlesection"], "structured"),
        (Meta, 0.83, &["article:section", "og:article:section"], "defined as the section"),
        (Microdata, 0.80, &["articlesection"], "marked in the page"),
        (Meta, 0.75, &["parsely-section", "sailthru.section", "cxenseparse:section", "section", "article.section", "dc.subject.section", "category"], "kept for statistics"),
        (Visible, 0.55, &["breadcrumbs"], "the last step but the article"),
    ]),
    (Breadcrumbs, &[
        (JsonLd, 0.85, &["breadcrumb"], "structured"),
        (Microdata, 0.80, &["breadcrumb"], "marked in the page"),
        (Visible, 0.75, &["breadcrumbs"], "a class name or label says so"),
    ]),
    (Tags, &[
        (Visible, 0.80, &["tags"], "what readers see; the others are often stuffed"),
        (Visible, 0.78, &["rel=tag"], "a link to the page of the tag"),
        (Meta, 0.76, &["article:tag", "og:article:tag"], "one tag an element"),
        (JsonLd, 0.75, &["keywords"], "structured"),
        (Microdata, 0.74, &["keywords"], "marked in the page"),
        (Meta, 0.70, &["news_keywords", "parsely-tags", "sailthru.tags", "cxenseparse:keywords", "citation_keywords"], "kept for indexing"),
        (Meta, 0.50, &["keywords", "dc.subject"], "often those of the whole site"),
    ]),
    (Language, &[
        (JsonLd, 0.90, &["inlanguage"], "of the article itself"),
        (HtmlAttribute, 0.85, &["lang"], "of the page, sometimes of its template"),
        (Microdata, 0.80, &["inlanguage"], "of the article itself"),
        (Meta, 0.75, &["content-language", "language", "dc.language", "dcterms.language", "citation_language"], "seldom kept up"),
        (Meta, 0.70, &["og:locale"], "often the default of the software"),
    ]),
    (CanonicalUrl, &[
        (Link, 0.95, &["canonical"], "defined for this"),
        (Meta, 0.85, &["og:url"], "defined for this, for social media"),
        (JsonLd, 0.80, &["url", "mainentityofpage"], "structured"),
        (Meta, 0.70, &["twitter:url", "parsely-link", "cxenseparse:url"], "copies"),
    ]),
    (SiteName, &[
        (Meta, 0.90, &["og:site_name"], "defined for this"),
        (JsonLd, 0.85, &["publisher"], "sometimes the company behind the site"),
        (JsonLd, 0.80, &["website.name"], "the name of the site's own node"),
        (Microdata, 0.75, &["publisher"], "as in JSON-LD"),
        (Meta, 0.70, &["application-name", "apple-mobile-web-app-title", "al:android:app_name", "al:ios:app_name", "cre", "dc.publisher", "citation_journal_title", "copyright-holder"], "sometimes of an app"),
        (TitleElement, 0.50, &["title"], "the part that the headline lacks"),
    ]),
    (LeadImage, &[
        (Meta, 0.88, &["og:image", "og:image:url", "og:image:secure_url"], "chosen for the article, with size"),
        (JsonLd, 0.86, &["image"], "several renditions at times"),
        (Meta, 0.75, &["twitter:image", "twitter:image:src", "parsely-image-url", "sailthru.image.full", "thumbnail"], "at times cropped"),
        (Microdata, 0.74, &["image"], "marked in the page"),
        (Link, 0.70, &["image_src"], "an old form"),
        (JsonLd, 0.60, &["thumbnailurl", "webpage.primaryimageofpage"], "small"),
    ]),
    (Videos, &[
        (JsonLd, 0.88, &["video"], "structured, and read by search engines"),
        (Meta, 0.70, &["og:video"], "the video that social media show"),
    ]),
    (AmpUrl, &[
        (Link, 0.95, &["amphtml"], "defined for this"),
    ]),
    (Alternates, &[
        (Link, 0.90, &["hreflang"], "defined for this"),
    ]),
    (Feeds, &[
        (Link, 0.95, &["feed"], "defined for this"),
    ]),
    (Views, &[
        (JsonLd, 0.90, &["interactionstatistic.views"], "structured"),
        (Visible, 0.75, &["views"], "a counter of the article"),
    ]),
    (Comments, &[
        (JsonLd, 0.90, &["commentcount", "interactionstatistic.comments"], "structured"),
        (Microdata, 0.80, &["commentcount"], "marked in the page"),
        (Visible, 0.70, &["comments"], "a counter of the article"),
    ]),
    (Access, &[
        (JsonLd, 0.90, &["isaccessibleforfree"], "structured, and read by search engines"),
        (Meta, 0.85, &["article:content_tier", "og:article:content_tier"], "defined for this"),
        (Microdata, 0.80, &["isaccessibleforfree"], "marked in the page"),
        (JsonLd, 0.75, &["haspart.isaccessibleforfree"], "a part of the page that not all may read"),
        (Visible, 0.50, &["paywall"], "a class name says so; some are kept ready on free articles"),
    ]),
    (Body, &[
        (JsonLd, 0.80, &["articlebody"], "plain text, at times cut short"),
        (JsonLd, 0.40, &["text"], "of a post"),
    ]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write;

    /// What the example `sources` measured.
    const MEASURED: &str = include_str!("measured.tsv");

    const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/sources.md");

    const HEAD: &str = "# Where each field comes from\n\n\
        For each field of an article its sources, best first: the place, how much a value of it is \
        relied on\nwhen nothing else speaks for or against it, why, and on how many of the pages of \
        six corpora that have it and\nwhose truth is known its value is the true one. A source that \
        is right less often than one below it is either\nseldom the only one, or right where the \
        lower one is wrong. Made from the table in the code and the counts of\nthe example \
        `sources`.\n";

    const SURENESS: &str = "\n## How sure a value is\n\n\
        The confidence in the evidence is not the number in the tables below, which orders the \
        sources: of the\nfields whose truth is known it is the share of pages on which a value was \
        right that as many others\nconfirmed and contradicted. How often the values were right that \
        were chosen with a confidence from\nsuch a number to the next:\n\n\
        | field | confidence from | right |\n| --- | --- | --- |\n";

    /// The pages with a value of a source, and those where it is right.
    fn measured(field: &str, kind: &str, key: &str) -> Option<(u64, u64)> {
        MEASURED.lines().find_map(|line| {
            let mut cells = line.split('\t');
            let own = [field, kind, key].iter().all(|cell| cells.next() == Some(cell));
            let mut number = || cells.next()?.parse().ok();
            own.then(|| Some((number()?, number()?)))?
        })
    }

    fn row(field: &str, (kind, confidence, keys, why): &Source) -> String {
        let counts = keys.iter().filter_map(|key| measured(field, kind.name(), key));
        let (pages, right) = counts.fold((0, 0), |(a, b), (c, d)| (a + c, b + d));
        let share = match pages {
            0 => String::new(),
            _ => format!("{} % of {pages}", (right * 100 + pages / 2) / pages),
        };
        let keys = keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
        format!("| `{}` | {keys} | {confidence:.2} | {why} | {share} |\n", kind.name())
    }

    /// How often values of a field were right that were chosen with a confidence of a range.
    fn sureness(field: &str) -> String {
        let rows = MEASURED.lines().filter_map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let ["confidence", own, start, pages, right] = cells.as_slice() else { return None };
            let (pages, right) = (pages.parse::<u64>().ok()?, right.parse::<u64>().ok()?);
            let share = (right * 100 + pages / 2) / pages;
            (*own == field).then(|| format!("| `{field}` | {start} | {share} % of {pages} |\n"))
        });
        rows.collect()
    }

    fn page() -> String {
        let mut page = HEAD.to_owned();
        page.push_str(SURENESS);
        page.extend(["title", "authors", "published"].map(sureness));
        for (field, sources) in PRECEDENCE {
            let name = serde_json::to_value(field).expect("a field has a name");
            let name = name.as_str().expect("the name is text").to_owned();
            let head = "| kind | name | relied on | why | right |\n| --- | --- | --- | --- | --- |";
            write!(page, "\n## `{name}`\n\n{head}\n").expect("a string takes all");
            page.extend(sources.iter().map(|source| row(&name, source)));
        }
        page
    }

    /// Written anew by `UPDATE_DOCS=1 cargo test sources_of_the_documentation`.
    #[test]
    fn sources_of_the_documentation_are_those_of_the_table() {
        let page = page();
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(PAGE, &page).expect("the page can be written");
        }
        let written = std::fs::read_to_string(PAGE).expect("the page is there");
        assert!(written == page, "docs/sources.md is older than the table");
    }

    #[test]
    fn sources_stand_best_first_and_once() {
        let mut seen = std::collections::HashSet::new();
        for (field, sources) in PRECEDENCE {
            assert!(sources.is_sorted_by(|(_, a, ..), (_, b, ..)| a >= b), "{field:?}");
            for (kind, _, keys, _) in *sources {
                for key in *keys {
                    assert_eq!(key.to_lowercase(), *key);
                    assert!(seen.insert((*field, *kind, *key)), "{field:?} {kind:?} {key}");
                }
            }
        }
    }
}
