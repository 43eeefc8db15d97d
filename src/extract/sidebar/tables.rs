//! The words and figures by which lists of articles are told from everything else, each with its
//! reason. Tokens are whole tokens of class and id names.

/// The fewest characters of a link that can be a headline: section names and buttons are shorter.
pub(super) const HEADLINE_CHARS: u32 = 8;

/// How many times longer than any other link of an entry its headline is: authors, sections and
/// 'read more' are links too.
pub(super) const HEADLINE_LEAD: u32 = 3;

/// The longest text of one entry: headline, teaser and figures. Longer ones are articles.
pub(super) const ENTRY_CHARS: u32 = 900;

/// The longest text that is a heading.
pub(super) const HEADING_CHARS: u32 = 80;

/// How much text may stand between a heading and its list: dates, a line of description.
pub(super) const HEADING_GAP: u32 = 160;

/// How many elements outwards a list is named by class or id.
pub(super) const NAMED_WITHIN: usize = 7;

/// How much more text than the list the element has that names it: `2` leaves room for the other
/// tabs of one box.
pub(super) const BOX_FACTOR: u32 = 4;

/// Text of a box beside its list: headings, 'see all'.
pub(super) const BOX_REST: u32 = 200;

/// The mean characters of links that can be headlines; half of [`MEAN_LETTERS`], for scripts without
/// spaces between words.
pub(super) const MEAN_CHARS: usize = MEAN_LETTERS / 2;

/// The mean letters of headlines. Menus and tag clouds have one or two words an entry; a letter
/// of a script without spaces between words counts as two.
pub(super) const MEAN_LETTERS: usize = 24;

/// The mean text of entries with a kicker or a teaser.
pub(super) const MEAN_ENTRY: usize = 60;

/// The same where most entries have a rank, a time or counters, or as much text as
/// [`MEAN_ENTRY`], which those of menus do not have.
pub(super) const MEAN_LETTERS_FULL: usize = 12;

/// The same below a heading that menus have too, where entries have nothing beside the headline.
pub(super) const MEAN_LETTERS_VAGUE: usize = 32;

/// The fewest entries of a list below a heading.
pub(super) const MIN_ITEMS: usize = 2;

/// The fewest entries of a list that only class or id names announce: pairs of teasers in the text
/// have such names too.
pub(super) const MIN_ITEMS_NAMED: usize = 3;

/// The least letters of the headline of an entry that stands alone beside a list: buttons and links
/// to sections have fewer.
pub(super) const STRAY_LETTERS: usize = MEAN_LETTERS;

/// The least part of a list's box that its entries fill, if entries of several shapes are to be of
/// one list: numerator and denominator.
pub(super) const BOX_SHARE: (u32, u32) = (3, 5);

/// Class names of lists whose entries are counted.
pub(super) const ORDERED: &[&str] =
    &["rank", "ranking", "ranked", "numbered", "ordered", "numbers", "counted", "toplist"];

/// Words of headings of such lists.
pub(super) const ORDERED_HEADINGS: &[&str] = &[
    "ランキング",
    "排行",
    "랭킹",
    "Ranking",
    "ranking",
    "RANKING",
    "Top 5",
    "Top 10",
    "TOP 5",
    "TOP 10",
];

/// The longest text about an entry that can be a label, a time or a counter.
pub(super) const MARK_CHARS: usize = 48;

/// Parts of the page that hold links but no lists of articles, unless a heading says so.
pub(super) const FURNITURE: &[&str] = &[
    "nav",
    "navbar",
    "navigation",
    "menu",
    "submenu",
    "megamenu",
    "breadcrumb",
    "breadcrumbs",
    "pagination",
    "pager",
    "footer",
    "social",
    "sharing",
    "languages",
    "langs",
    "toolbar",
    "tagcloud",
    "hamburger",
    "offcanvas",
    "cookie",
    "cookies",
    "consent",
];

/// Menus. The few teasers in a menu that opens over the page are no list; what has as many entries
/// as [`MENU_ITEMS`], with headlines as long as [`MENU_CHARS`], or with times, is one.
pub(super) const MENUS: &[&str] = &[
    "nav",
    "navbar",
    "navigation",
    "menu",
    "submenu",
    "megamenu",
    "hamburger",
    "offcanvas",
    "dropnav",
];

/// The fewest entries of a list in a menu.
pub(super) const MENU_ITEMS: usize = 5;

/// The fewest characters of headlines of a list in a menu, on average.
pub(super) const MENU_CHARS: usize = 28;

/// Parts that hold no lists of articles whatever their heading says.
pub(super) const NEVER: &[&str] = &[
    "breadcrumb",
    "breadcrumbs",
    "pagination",
    "disqus",
    "tagcloud",
    "cookie",
    "cookies",
    "consent",
    "commentlist",
];

/// Comment threads, in class and id names of the elements close around them.
pub(super) const COMMENTS: &[&str] = &[
    "comments",
    "comment",
    "commentlist",
    "respond",
    "replies",
    "kommentare",
    "kommentar",
    "comentarios",
    "commentaires",
    "commenti",
    "reacties",
    "komentarze",
    "kommentarer",
];

/// Advertising, in class and id names.
pub(super) const ADVERTS: &[&str] = &[
    "ad",
    "ads",
    "adv",
    "advert",
    "adverts",
    "advertisement",
    "advertising",
    "adslot",
    "adsbygoogle",
    "sponsor",
    "sponsoren",
    "promoted",
    "anzeige",
    "anzeigen",
    "werbung",
    "reklama",
    "реклама",
    "publicidad",
    "publicite",
    "pubblicita",
    "affiliate",
    "native",
    "brandstudio",
];

/// Advertising networks and words that name nothing else.
pub(super) const PAID: &[&str] =
    &["outbrain", "taboola", "revcontent", "mgid", "dianomi", "sponsored", "advertorial"];

/// Advertising, as all of a label that a reader sees.
pub(super) const ADVERT_LABELS: &[&str] = &[
    "ad",
    "advertisement",
    "sponsored",
    "promoted",
    "advertorial",
    "anzeige",
    "werbung",
    "реклама",
    "на правах рекламы",
    "партнёрский материал",
    "партнерский материал",
    "publicidad",
    "publicité",
    "pubblicità",
    "patrocinado",
    "sponsorisé",
    "gesponsord",
    "advertentie",
    "annons",
    "annonce",
    "mainos",
    "reklama",
    "reklam",
    "iklan",
    "广告",
    "廣告",
    "広告",
    "pr",
    "광고",
];

/// Words of headings over paid links and over those of partners.
pub(super) const ADVERT_HEADINGS: &[&str] = &[
    "pr",
    "sponsored",
    "promoted",
    "advertisement",
    "advertorial",
    "anzeige",
    "anzeigen",
    "werbung",
    "реклама",
    "партнёров",
    "партнеров",
    "партнерів",
    "партнёры",
    "партнеры",
    "партнери",
    "partner",
    "partners",
    "partnern",
    "partenaires",
    "patrocinado",
    "sponsorisé",
    "gesponsord",
    "広告",
    "广告",
    "광고",
    "reklama",
    "reklam",
    "iklan",
];

/// Names of the headline inside an entry.
pub(super) const HEADLINES: &[&str] = &[
    "title",
    "titles",
    "headline",
    "heading",
    "hed",
    "titel",
    "titre",
    "titulo",
    "titolo",
    "tytul",
    "zagolovok",
    "subject",
    "ttl",
];

/// Names of a heading of a list.
pub(super) const HEADINGS: &[&str] = &[
    "title", "heading", "header", "head", "headline", "caption", "name", "titel", "titre",
    "titulo", "titolo", "label", "tab",
];

/// Names of the place in a ranking.
pub(super) const RANKS: &[&str] = &[
    "rank", "ranking", "number", "num", "nr", "count", "counter", "position", "pos", "index",
    "order", "ordinal", "no", "numero", "digit",
];

/// Names of a kicker, section or topic.
pub(super) const LABELS: &[&str] = &[
    "kicker",
    "label",
    "labels",
    "category",
    "categories",
    "cat",
    "section",
    "rubric",
    "rubrik",
    "ressort",
    "topline",
    "eyebrow",
    "overline",
    "tag",
    "tags",
    "topic",
    "topics",
    "dachzeile",
    "spitzmarke",
    "pretitle",
    "supertitle",
    "antetitulo",
    "channel",
    "surtitle",
    "surtitre",
    "roofline",
    "theme",
    "subtitle",
    "flag",
];

/// Names of what is no part of the headline: signs for video and subscriptions, teasers, bylines,
/// and text for screen readers.
pub(super) const BADGES: &[&str] = &[
    "badge",
    "video",
    "icon",
    "ico",
    "live",
    "premium",
    "paid",
    "photo",
    "gallery",
    "sr",
    "visually",
    "visuallyhidden",
    "offscreen",
    "screen",
    "reader",
    "duration",
    "byline",
    "author",
    "authors",
    "summary",
    "excerpt",
    "description",
    "desc",
    "dek",
    "standfirst",
    "lead",
    "caption",
    "credit",
    "share",
    "button",
    "btn",
    "readmore",
    "more",
    "bookmark",
];

/// Names of the time of an entry.
pub(super) const TIMES: &[&str] = &[
    "time",
    "date",
    "datetime",
    "timestamp",
    "published",
    "pubdate",
    "ago",
    "fecha",
    "datum",
    "zeit",
    "uhrzeit",
    "hora",
    "data",
    "heure",
    "vremya",
    "timeago",
];

/// Names of the tab that is open.
pub(super) const ACTIVE: &[&str] = &["active", "selected", "current", "aktiv", "open"];

/// Hosts on which links share the page: no articles of lists.
pub(super) const SHARING_HOSTS: &[&str] = &[
    "facebook.com",
    "twitter.com",
    "x.com",
    "vk.com",
    "ok.ru",
    "connect.ok.ru",
    "t.me",
    "telegram.me",
    "wa.me",
    "api.whatsapp.com",
    "whatsapp.com",
    "instagram.com",
    "linkedin.com",
    "pinterest.com",
    "reddit.com",
    "b.hatena.ne.jp",
    "line.me",
    "social-plugins.line.me",
    "getpocket.com",
    "bsky.app",
    "threads.net",
    "tiktok.com",
];

/// Parameters of addresses at which a site shares its own page.
pub(super) const SHARING_QUERIES: &[&str] = &["share=", "replytocom="];

/// Attributes that hold the place in a ranking, for style sheets to show.
pub(super) const RANK_ATTRIBUTES: &[&str] =
    &["data-rank", "data-count", "data-number", "data-position", "data-index", "data-order"];
