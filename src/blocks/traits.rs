//! What the names that a site gives its elements say about the text in them.

use once_cell::sync::Lazy;

use crate::dom::Tag;
use crate::value::word::{Word, WordMap};

/// A set of traits of an element, its own or those of the elements around it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Traits(u32);

/// A trait and the tokens of class, id, role and the like that state it.
struct Row {
    traits: Traits,
    tokens: &'static [&'static str],
}

impl Traits {
    pub(crate) const NAVIGATION: Self = Self(1);
    pub(crate) const FOOTER: Self = Self(1 << 1);
    pub(crate) const HEADER: Self = Self(1 << 2);
    pub(crate) const ASIDE: Self = Self(1 << 3);
    pub(crate) const FORM: Self = Self(1 << 4);
    pub(crate) const COMMENTS: Self = Self(1 << 5);
    pub(crate) const RELATED: Self = Self(1 << 6);
    pub(crate) const SHARE: Self = Self(1 << 7);
    pub(crate) const NEWSLETTER: Self = Self(1 << 8);
    pub(crate) const TAGS: Self = Self(1 << 9);
    pub(crate) const BYLINE: Self = Self(1 << 10);
    pub(crate) const ADVERT: Self = Self(1 << 11);
    pub(crate) const CAPTION: Self = Self(1 << 12);
    pub(crate) const OVERLAY: Self = Self(1 << 13);
    pub(crate) const TEASER: Self = Self(1 << 14);
    pub(crate) const BODY: Self = Self(1 << 15);
    pub(crate) const ARTICLE: Self = Self(1 << 16);
    pub(crate) const MAIN: Self = Self(1 << 17);
    pub(crate) const LEAD: Self = Self(1 << 18);
    pub(crate) const BREADCRUMBS: Self = Self(1 << 19);
    pub(crate) const GALLERY: Self = Self(1 << 20);
    pub(crate) const FACT_BOX: Self = Self(1 << 21);
    pub(crate) const AUTHOR_BOX: Self = Self(1 << 22);
    pub(crate) const DISCLAIMER: Self = Self(1 << 23);

    /// A window over the page.
    pub(crate) const WINDOW: Self = Self(1 << 31);

    /// Behind a paywall stands the article, as often as its price.
    pub(crate) const PAYWALL: Self = Self(1 << 28);

    /// Halves of names: `fact-box`, `infoBox`, `author-card`, `forum-message`.
    const FACT: Self = Self(1 << 24);
    const AUTHOR: Self = Self(1 << 25);
    const BOX: Self = Self(1 << 26);
    const CARD: Self = Self(1 << 27);
    const FORUM: Self = Self(1 << 29);
    const MESSAGE: Self = Self(1 << 30);

    /// What never holds body text, whatever the text looks like.
    pub(crate) const NEVER_BODY: Self =
        Self(Self::COMMENTS.0 | Self::NAVIGATION.0 | Self::OVERLAY.0 | Self::BREADCRUMBS.0);

    /// What stands around articles.
    pub(crate) const FURNITURE: Self = Self(
        Self::NEVER_BODY.0
            | Self::FOOTER.0
            | Self::RELATED.0
            | Self::SHARE.0
            | Self::NEWSLETTER.0
            | Self::TAGS.0
            | Self::BYLINE.0
            | Self::ADVERT.0
            | Self::CAPTION.0
            | Self::TEASER.0,
    );

    /// What stands in small boxes among the text of an article.
    pub(super) const BOXED: Self = Self(
        Self::NEWSLETTER.0 | Self::SHARE.0 | Self::OVERLAY.0 | Self::ADVERT.0 | Self::DISCLAIMER.0,
    );

    pub(crate) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What the tag says.
    pub(super) fn of_tag(tag: Tag) -> Self {
        match tag {
            Tag::Nav | Tag::Menu => Self::NAVIGATION,
            Tag::Footer => Self::FOOTER,
            Tag::Header => Self::HEADER,
            Tag::Aside => Self::ASIDE,
            Tag::Form | Tag::Fieldset => Self::FORM,
            Tag::Dialog => Self::OVERLAY,
            Tag::Figcaption => Self::CAPTION,
            Tag::Article => Self::ARTICLE,
            Tag::Main => Self::MAIN,
            _ => Self::default(),
        }
    }

    /// What a token of a name says.
    pub(super) fn of_word(token: Word) -> Self {
        BY_TOKEN.get(token).unwrap_or_default()
    }

    /// What a token says together with the one behind it.
    pub(super) fn with_next(self, next: Self) -> Self {
        if self.has(Self::FACT) && next.has(Self::BOX) {
            Self::FACT_BOX
        } else if self.has(Self::AUTHOR) && next.has(Self::BOX.union(Self::CARD)) {
            Self::AUTHOR_BOX
        } else if self.has(Self::FORUM) && next.has(Self::MESSAGE) {
            Self::COMMENTS
        } else {
            Self::default()
        }
    }
}

static BY_TOKEN: Lazy<WordMap<Traits>> = Lazy::new(|| {
    let mut map = WordMap::default();
    for row in TOKENS {
        for token in row.tokens {
            let traits: &mut Traits = map.entry(Word::of(token));
            *traits = traits.union(row.traits);
        }
    }
    map
});

/// The tokens, as found most often on the pages of news sites.
const TOKENS: &[Row] = &[
    Row {
        traits: Traits::NAVIGATION,
        tokens: &["nav", "navigation", "navbar", "menu", "menubar", "pagination", "pager", "toc"],
    },
    Row { traits: Traits::BREADCRUMBS, tokens: &["breadcrumb", "breadcrumbs", "crumbs"] },
    Row { traits: Traits::FOOTER, tokens: &["footer", "contentinfo", "copyright", "colophon"] },
    Row { traits: Traits::HEADER, tokens: &["header", "masthead", "topbar", "banner"] },
    Row { traits: Traits::ASIDE, tokens: &["sidebar", "aside", "complementary", "rail", "widget"] },
    Row { traits: Traits::FORM, tokens: &["form", "search", "login", "signin", "captcha"] },
    Row {
        traits: Traits::COMMENTS,
        tokens: &[
            "comment",
            "comments",
            "commentlist",
            "commentlisting",
            "commentlinks",
            "commentbody",
            "commentmetadata",
            "commentform",
            "commentsblock",
            "commentwrap",
            "postcomment",
            "jcomments",
            "disqus",
            "respond",
            "reply",
            "replies",
            "discussion",
            "livefyre",
            "spotim",
            "conversation",
            "wpdiscuz",
            "hyvor",
            "viafoura",
            "openweb",
            "giscus",
            "utterances",
            "intensedebate",
            "kommentare",
            "kommentarer",
            "commentaires",
            "comentarios",
            "commenti",
            "reacties",
            "komentarze",
            "yorumlar",
        ],
    },
    Row {
        traits: Traits::RELATED,
        tokens: &[
            "related",
            "recommended",
            "recommendations",
            "recommendation",
            "readmore",
            "recirc",
            "recirculation",
            "outbrain",
            "taboola",
            "similar",
            "popular",
            "trending",
            "suggested",
            "seealso",
            "also",
            "more",
            "latest",
            "yarpp",
            "relatedposts",
            "zergnet",
            "mgid",
            "revcontent",
            "dable",
            "plista",
            "engageya",
            "relacionadas",
            "relacionados",
            "verwandte",
            "similaires",
            "correlati",
        ],
    },
    Row {
        traits: Traits::SHARE,
        tokens: &[
            "share",
            "sharing",
            "shares",
            "social",
            "addthis",
            "sharedaddy",
            "socials",
            "addtoany",
            "sharethis",
            "shariff",
            "heateor",
            "ssba",
            "essb",
            "teilen",
            "partage",
            "partager",
            "compartir",
            "compartilhar",
            "condividi",
            "udostepnij",
            "paylas",
        ],
    },
    Row {
        traits: Traits::NEWSLETTER,
        tokens: &[
            "newsletter",
            "subscribe",
            "subscription",
            "signup",
            "mailchimp",
            "donate",
            "donation",
            "paywall",
            "membership",
            "optin",
            "mailpoet",
            "convertkit",
            "mailerlite",
            "infolettre",
            "nyhetsbrev",
            "nyhedsbrev",
            "nieuwsbrief",
            "boletin",
            "cta",
        ],
    },
    Row {
        traits: Traits::TAGS,
        tokens: &[
            "tags",
            "tag",
            "topics",
            "keywords",
            "taglist",
            "labels",
            "etiquetas",
            "schlagworte",
            "hashtags",
        ],
    },
    Row {
        traits: Traits::BYLINE,
        tokens: &[
            "byline",
            "author",
            "authors",
            "bio",
            "meta",
            "dateline",
            "timestamp",
            "date",
            "published",
            "time",
            "postmeta",
            "credit",
            "credits",
        ],
    },
    Row {
        traits: Traits::ADVERT,
        tokens: &[
            "ad",
            "ads",
            "advert",
            "advertisement",
            "adsbygoogle",
            "sponsor",
            "sponsored",
            "promo",
            "promotion",
            "promoted",
            "banner",
            "affiliate",
            "anzeige",
            "werbung",
            "publicidad",
            "publicite",
            "pubblicita",
            "reklama",
            "reklam",
            "adslot",
            "adunit",
        ],
    },
    Row { traits: Traits::CAPTION, tokens: &["caption", "captions", "figcaption", "wpcaption"] },
    Row { traits: Traits::GALLERY, tokens: &["gallery", "slideshow"] },
    // Software for popups and for consent, whose windows hold no text of the site's articles.
    Row {
        traits: Traits::WINDOW.union(Traits::OVERLAY),
        tokens: &[
            "popmake",
            "pum",
            "mfp",
            "onetrust",
            "cmplz",
            "didomi",
            "usercentrics",
            "iubenda",
            "borlabs",
        ],
    },
    Row {
        traits: Traits::OVERLAY,
        tokens: &[
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "modal",
            "popup",
            "overlay",
            "lightbox",
            "tooltip",
            "dialog",
            "offcanvas",
            "fancybox",
            "interstitial",
        ],
    },
    Row {
        traits: Traits::TEASER,
        tokens: &["teaser", "teasers", "card", "cards", "tile", "promobox", "carousel", "listing"],
    },
    Row {
        traits: Traits::BODY,
        tokens: &[
            "articlebody",
            "body",
            "content",
            "entry",
            "story",
            "text",
            "richtext",
            "wysiwyg",
            "paragraph",
            "post",
            "prose",
            "storytext",
            "maincontent",
            "detail",
        ],
    },
    Row { traits: Traits::ARTICLE, tokens: &["article", "news", "hentry", "blogpost"] },
    Row { traits: Traits::MAIN, tokens: &["main"] },
    Row {
        traits: Traits::LEAD,
        tokens: &[
            "lead",
            "lede",
            "dek",
            "standfirst",
            "excerpt",
            "summary",
            "intro",
            "subtitle",
            "subheadline",
            "subhead",
            "description",
            "teasertext",
            "anons",
        ],
    },
    Row {
        traits: Traits::FACT_BOX,
        tokens: &[
            "factbox",
            "factsbox",
            "faktabox",
            "faktaboks",
            "faktaruta",
            "faktarute",
            "faktenbox",
            "infobox",
            "infokasten",
            "infoboks",
            "inforuta",
        ],
    },
    Row {
        traits: Traits::AUTHOR_BOX,
        // `saboxplugin`, `abh` and `molongui` are plugins of WordPress.
        tokens: &["authorbox", "authorbio", "authorcard", "saboxplugin", "abh", "molongui"],
    },
    Row { traits: Traits::PAYWALL, tokens: &["paywall"] },
    Row { traits: Traits::DISCLAIMER, tokens: &["disclaimer", "disclaimers"] },
    Row { traits: Traits::FACT, tokens: &["fact", "facts", "fakta", "fakten", "info"] },
    Row { traits: Traits::AUTHOR, tokens: &["author", "authors", "autor", "auteur", "autore"] },
    Row { traits: Traits::BOX, tokens: &["box", "boks", "ruta", "rute", "ramme", "kasten"] },
    Row { traits: Traits::CARD, tokens: &["card", "bio", "info", "about", "profile", "desc"] },
    Row { traits: Traits::FORUM, tokens: &["forum"] },
    // As SPIP names what its readers write.
    Row { traits: Traits::MESSAGE, tokens: &["message", "texte", "fil"] },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_read_whole_and_in_any_case() {
        assert!(Traits::of_word(Word::of("Story")).has(Traits::BODY));
        assert_eq!(Traits::of_word(Word::of("shared")), Traits::default());
    }

    #[test]
    fn some_names_are_two_tokens() {
        let pair = |first, next| {
            Traits::of_word(Word::of(first)).with_next(Traits::of_word(Word::of(next)))
        };
        assert_eq!(pair("fact", "box"), Traits::FACT_BOX);
        assert_eq!(pair("author", "info"), Traits::AUTHOR_BOX);
        assert_eq!(pair("forum", "message"), Traits::COMMENTS);
        assert_eq!(pair("forum", "list"), Traits::default());
        assert_eq!(pair("info", "card"), Traits::default());
        assert_eq!(pair("box", "info"), Traits::default());
    }
}
