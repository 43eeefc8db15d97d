//! What class names, ids, roles and elements say about a part of a page.

use std::sync::LazyLock;

use crate::dom::{
    Document, ElementRef, Meanings, NameWord, NameWords, Tag, Value, is_hidden, words_of_name,
};
use crate::value::counter::named_tokens;
use crate::value::word::{Word, WordMap};

/// A set of roles.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Roles(u32);

impl Roles {
    pub(super) const BYLINE: Self = Self(1);
    pub(super) const NOT_NAME: Self = Self(1 << 1);
    pub(super) const DATE: Self = Self(1 << 2);
    pub(super) const MODIFIED: Self = Self(1 << 3);
    pub(super) const TAGS: Self = Self(1 << 4);
    pub(super) const KICKER: Self = Self(1 << 5);
    pub(super) const DEK: Self = Self(1 << 6);
    pub(super) const COMMENTS: Self = Self(1 << 7);
    pub(super) const RELATED: Self = Self(1 << 8);
    pub(super) const NAV: Self = Self(1 << 9);
    pub(super) const BREADCRUMBS: Self = Self(1 << 10);
    pub(super) const FOOTER: Self = Self(1 << 11);
    pub(super) const META: Self = Self(1 << 12);
    /// Inside a list item.
    pub(super) const ITEM: Self = Self(1 << 13);
    /// Inside a link.
    pub(super) const LINK: Self = Self(1 << 14);
    pub(super) const HEADLINE: Self = Self(1 << 15);
    pub(super) const FIGURE: Self = Self(1 << 16);
    /// What stands before the rest of an article until somebody pays.
    pub(super) const PAYWALL: Self = Self(1 << 17);
    /// The first publication, where a date has classes for it and for the last change.
    pub(super) const PUBLISHED: Self = Self(1 << 18);
    /// Counts something, by its name or by what it is called for the eye or the ear.
    pub(super) const COUNTER: Self = Self(1 << 19);
    /// Counts nothing, although a part of the name says so.
    const NO_COUNTER: Self = Self(1 << 24);
    /// Of the article, although a part of the name says navigation: `nav meta`.
    const NO_NAV: Self = Self(1 << 25);
    /// A part beside the article, unless the name is that of what lays both out.
    const SIDEBAR: Self = Self(1 << 26);
    /// Lays out parts: `layout-sidebar`, `has-sidebar`.
    const LAYOUT: Self = Self(1 << 27);
    /// Not shown, by the element's own attributes.
    pub(super) const HIDDEN: Self = Self(1 << 20);
    /// A property of microdata or RDFa.
    pub(super) const PROPERTY: Self = Self(1 << 21);
    /// An item of microdata or a resource of RDFa.
    pub(super) const SCOPE: Self = Self(1 << 22);
    /// A link or an element that says what it is in `rel`.
    pub(super) const REL: Self = Self(1 << 23);

    /// Parts of a page whose names and dates are not those of the article.
    pub(super) const FOREIGN: Self =
        Self(Self::COMMENTS.0 | Self::RELATED.0 | Self::NAV.0 | Self::FOOTER.0);
    /// Roles that hold for all that is inside.
    const INHERITED: Self =
        Self(Self::FOREIGN.0 | Self::BREADCRUMBS.0 | Self::ITEM.0 | Self::LINK.0 | Self::FIGURE.0);

    pub(super) fn has(self, any_of: Self) -> bool {
        self.0 & any_of.0 != 0
    }

    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the roles say that a date is that of the last change alone. Systems give a date both
    /// names where nothing was changed since.
    pub(super) fn is_change(self) -> bool {
        self.has(Self::MODIFIED) && !self.has(Self::PUBLISHED)
    }

    fn only(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) fn inherited(self) -> Self {
        self.only(Self::INHERITED)
    }
}

/// What a token of a class name or an id says. Whole tokens, in lower case.
#[rustfmt::skip]
const TOKENS: &[(Roles, &[&str])] = &[
    (Roles::BYLINE, &["byline", "bylines", "author", "authors", "writer", "writers", "reporter", "reporters", "autor", "autores", "autoren", "autora", "auteur", "auteurs", "autore", "autori", "автор", "авторы", "contributor", "contributors", "journalist", "verfasser", "redacteur", "skribent", "forfatter", "kirjoittaja", "yazar", "muallif", "columnist", "firma", "signature", "penulis", "editor", "creator", "escritor", "byl", "redactor"]),
    (Roles::NOT_NAME, &["bio", "biography", "image", "img", "avatar", "photo", "picture", "thumb", "thumbnail", "desc", "description", "about", "follow", "social", "share", "twitter", "facebook", "email", "mail", "more", "posts", "articles", "job", "position", "icon", "box", "card", "profile", "info", "note", "details", "credit", "image-credit", "caption", "popup", "modal", "tooltip", "subscribe", "list", "archive", "role", "title"]),
    (Roles::DATE, &["date", "dates", "time", "published", "pubdate", "datum", "datetime", "timestamp", "posted", "dateline", "fecha", "дата", "data", "datepublished", "publicado", "publish", "publication", "tid", "dato", "veroeffentlicht", "ngay", "zeit"]),
    (Roles::PUBLISHED, &["published", "pubdate", "datepublished", "posted", "publicado", "veroeffentlicht"]),
    (Roles::MODIFIED, &["updated", "modified", "update", "datemodified", "lastmod", "lastupdate", "aktualisiert", "actualizado", "atualizado"]),
    (Roles::TAGS, &["tag", "tags", "topics", "keywords", "taglist", "tagcloud", "etiquetas", "schlagworte", "теги", "tagy", "hashtags"]),
    (Roles::KICKER, &["kicker", "eyebrow", "overline", "supertitle", "suptitle", "antetitulo", "topline", "spitzmarke", "pretitle", "dachzeile", "overtitle", "roofline", "occhiello", "strapline"]),
    (Roles::DEK, &["dek", "standfirst", "subtitle", "subheadline", "subheading", "lead", "lede", "excerpt", "deck", "chapo", "entradilla", "sapo", "ingress", "vorspann", "anons", "sommario", "bajada", "copete", "perex", "manchet", "annotation", "standfirst"]),
    (Roles::COMMENTS, &["comments", "comment", "disqus", "respond", "commentlist", "reviews", "commentaires", "kommentare", "comentarios", "комментарии"]),
    (Roles::RELATED, &["related", "recommended", "recommendations", "recommendation", "recirc", "popular", "trending", "teaser", "teasers", "promo", "promos", "rightbar", "newsletter", "carousel", "outbrain", "taboola", "latest", "similar", "bestof", "mostread", "mostviewed", "widget", "ticker", "advert", "advertisement", "sponsored", "upnext", "rail", "readmore", "recent"]),
    (Roles::NAV, &["nav", "navigation", "navbar", "menu", "megamenu", "offcanvas", "pagination", "pager"]),
    (Roles::BREADCRUMBS, &["breadcrumb", "breadcrumbs", "crumbs", "crumb", "ariane"]),
    (Roles::FOOTER, &["colophon", "copyright", "imprint"]),
    (Roles::META, &["meta", "info", "header", "details", "postmeta", "entry", "metadata"]),
    (Roles::PAYWALL, &["paywall", "paywalled", "regwall", "metered", "paywallcontainer", "piano", "subscribewall", "abowall", "bezahlschranke", "paidcontent"]),
    (Roles::NO_NAV, &["meta", "postmeta"]),
    (Roles::SIDEBAR, &["sidebar"]),
    (Roles::LAYOUT, &["layout", "lay", "with", "has"]),
    (Roles::HEADLINE, &["headline", "title", "heading", "hed", "titre", "titulo", "titel", "заголовок"]),
];

/// Class names that many systems put on `<body>` or a whole column; they say nothing there.
const WHOLE_PAGE: &[Tag] = &[Tag::Html, Tag::Body, Tag::Main];

/// What an attribute says of its element.
#[derive(Debug, Clone, Copy)]
enum Says {
    /// It is the same role, whatever the value.
    Role(Roles),
    /// It names the element.
    Name,
    /// It names the element for programs.
    DataName,
    /// It tells its role to screen readers.
    Aria,
    /// It is read out.
    Label,
    /// It is shown beside the pointer.
    Title,
}

impl Says {
    fn of(attribute: &str) -> Option<Self> {
        match attribute {
            "itemprop" | "property" => Some(Self::Role(Roles::PROPERTY)),
            "itemscope" | "typeof" => Some(Self::Role(Roles::SCOPE)),
            "rel" => Some(Self::Role(Roles::REL)),
            "class" | "id" => Some(Self::Name),
            "data-testid" | "data-qa" | "data-component" => Some(Self::DataName),
            "role" => Some(Self::Aria),
            "aria-label" => Some(Self::Label),
            "title" => Some(Self::Title),
            _ => None,
        }
    }
}

/// Reads the roles of elements, each value once a page: pages repeat them by the hundred.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    says: Meanings<Says>,
    names: Names<'a>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self { says: Meanings::new(document, Says::of), names: Names::new(document) }
    }

    /// The roles of an element by itself.
    pub(super) fn roles(&mut self, element: ElementRef<'_>) -> Roles {
        let tag = element.tag();
        let mut roles = by_tag(tag);
        let whole_page = WHOLE_PAGE.contains(&tag);
        for (says, value) in self.says.attrs(element) {
            roles = roles.with(by_attribute(says, value, whole_page, &mut self.names));
        }
        if is_hidden(element) { roles.with(Roles::HIDDEN) } else { roles }
    }
}

/// What the names met so far say.
#[derive(Debug)]
struct Names<'a> {
    words: &'a NameWords,
    /// A power of two of places, each with the last value that fell on it, by its number: looking
    /// one up takes a quarter of what a map takes, and few values fall on the place of another.
    places: Vec<(Option<u32>, Roles)>,
}

impl<'a> Names<'a> {
    fn new(document: &'a Document) -> Self {
        let places = (document.len() / NODES_PER_PLACE).next_power_of_two();
        let places = vec![(None, Roles::default()); places.min(MOST_PLACES)];
        Self { words: document.name_words(), places }
    }

    fn of(&mut self, value: Value<'_>) -> Roles {
        let Some(number) = value.number() else { return Roles::default() };
        let last = self.places.len() - 1;
        let Some(place) = self.places.get_mut(number as usize & last) else {
            return Roles::default();
        };
        if place.0 != Some(number) {
            let roles = match self.words.of(value) {
                Some(words) => by_words(words),
                None => by_words(words_of_name(value.text())),
            };
            *place = (Some(number), roles);
        }
        place.1
    }
}

/// Most pages have a value for every eight nodes.
const NODES_PER_PLACE: usize = 4;
const MOST_PLACES: usize = 1 << 12;

/// What an attribute says. Names on a whole page say nothing.
fn by_attribute(says: Says, value: Value<'_>, whole_page: bool, names: &mut Names<'_>) -> Roles {
    match says {
        Says::Role(role) => role,
        _ if whole_page => Roles::default(),
        Says::Name => names.of(value),
        Says::DataName => names.of(value).without(Roles::COUNTER),
        Says::Aria => by_aria(value.text()),
        Says::Label if value.text().len() < LABEL_BYTES => {
            names.of(value).only(Roles::BREADCRUMBS.with(Roles::COUNTER))
        }
        Says::Title | Says::Label => names.of(value).only(Roles::COUNTER),
    }
}

/// A label for screen readers of as many bytes is a sentence.
const LABEL_BYTES: usize = 20;

fn by_tag(tag: Tag) -> Roles {
    match tag {
        Tag::Nav => Roles::NAV,
        Tag::Aside => Roles::RELATED,
        Tag::Li => Roles::ITEM,
        Tag::A => Roles::LINK,
        Tag::Figure | Tag::Figcaption => Roles::FIGURE,
        _ => Roles::default(),
    }
}

fn by_aria(role: &str) -> Roles {
    match role {
        "navigation" => Roles::NAV,
        "complementary" => Roles::RELATED,
        "contentinfo" => Roles::FOOTER,
        _ => Roles::default(),
    }
}

fn by_words(words: impl Iterator<Item = NameWord>) -> Roles {
    static INDEX: LazyLock<WordMap<Roles>> = LazyLock::new(|| {
        let words = TOKENS.iter().flat_map(|(role, words)| words.iter().map(|word| (*word, *role)));
        let counters = named_tokens().map(|(word, kind)| match kind {
            Some(_) => (word, Roles::COUNTER),
            None => (word, Roles::NO_COUNTER),
        });
        let mut index: WordMap<Roles> = WordMap::default();
        for (word, role) in words.chain(counters) {
            let roles = index.entry(Word::of(word));
            *roles = roles.with(role);
        }
        index
    });
    let index = &*INDEX;
    let found = words.filter_map(|word| index.get(word.word));
    let roles = found.fold(Roles::default(), Roles::with);
    let roles = DENIALS.iter().fold(roles, |roles, (denial, denied)| {
        if roles.has(*denial) { roles.without(denial.with(*denied)) } else { roles }
    });
    if roles.has(Roles::SIDEBAR) { roles.with(Roles::RELATED) } else { roles }
}

/// Roles of a name that say that it has not others which its parts name.
const DENIALS: &[(Roles, Roles)] = &[
    (Roles::NO_COUNTER, Roles::COUNTER),
    (Roles::NO_NAV, Roles::NAV),
    (Roles::LAYOUT, Roles::SIDEBAR),
];
