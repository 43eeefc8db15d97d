//! Arbitrary articles, with strings that try to break out of what they are written into.

use newsprint::model::{
    Access, Article, Author, AuthorKind, Block, Code, Embed, EmbedKind, Entry, Evidence, Field,
    FieldEvidence, Figure, Heading, Image, ImageCandidate, Inline, List, ListItem, Offset, Origin,
    OriginKind, Paragraph, Precision, Quote, RichText, Table, Timestamp,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

/// Pieces that mean something in HTML, Markdown, JSON or a terminal.
const HOSTILE: &[&str] = &[
    "</script>",
    "<!--",
    "-->",
    "]]>",
    "<b>",
    "\"",
    "'",
    "&amp;",
    "&",
    "amp;",
    "&#60;",
    "*",
    "**",
    "_",
    "`",
    "```",
    "~",
    "~~~",
    "[",
    "](",
    "]",
    "(",
    ")",
    "!",
    "|",
    "\\",
    "#",
    "# ",
    "- ",
    "+ ",
    "1. ",
    "2) ",
    "> ",
    "---",
    "===",
    ":-",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "    ",
    " ",
    "\u{0}",
    "\u{1b}",
    "\u{85}",
    "\u{a0}",
    "\u{202e}",
    "\u{2028}",
    "\u{2066}",
    "\u{200b}",
    "a",
    "Ж",
    "漢",
    "「",
    "é",
    "Ⓐ",
    "1",
    "😀",
    "https://example.com",
    "www.example.com",
    "<br>",
    "$x$",
    "%}",
    "=",
];

/// Addresses of all kinds, most of them not allowed in an output.
const URLS: &[&str] = &[
    "https://example.com/a",
    "http://example.com/?a=1&amp=2&copy;=3",
    "https://example.com/(a)_b*c<d>|e\\f\"g'h`i]j",
    "https://example.com/я,",
    "mailto:a@example.com",
    "javascript:alert(1)",
    "JaVa\tScRiPt:alert(1)",
    " https://example.com/ a",
    "data:text/html,<script>alert(1)</script>",
    "//example.com",
    "/a",
    "#",
    "",
    "http://[",
];

pub(crate) fn string() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(HOSTILE).prop_map(str::to_owned),
        2 => "[a-z]{1,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

pub(crate) fn url() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(URLS).prop_map(str::to_owned),
        1 => string(),
        1 => string().prop_map(|end| format!("https://example.com/{end}")),
    ]
}

fn inline() -> impl Strategy<Value = Inline> {
    let flags = (any::<bool>(), any::<bool>(), prop::bool::weighted(0.2));
    (string(), prop::option::weighted(0.3, url()), flags).prop_map(|(text, url, flags)| {
        let mut run = Inline::plain(text);
        run.url = url;
        (run.strong, run.emphasis, run.code) = flags;
        run
    })
}

pub(crate) fn rich() -> impl Strategy<Value = RichText> {
    vec(inline(), 0..5).prop_map(RichText::from_iter)
}

pub(crate) fn timestamp() -> impl Strategy<Value = Timestamp> {
    let offset =
        prop_oneof![Just(Offset::Given), string().prop_map(Offset::Assumed), Just(Offset::Unknown)];
    let precision =
        prop::sample::select(&[Precision::Day, Precision::Minute, Precision::Second][..]);
    (string(), of(string()), offset, precision)
        .prop_map(|(raw, value, offset, precision)| Timestamp::new(raw, value, offset, precision))
}

fn candidate() -> impl Strategy<Value = ImageCandidate> {
    (url(), of(any::<u32>()), of(prop::num::f32::NORMAL)).prop_map(|(url, width, density)| {
        let mut candidate = ImageCandidate::default();
        (candidate.url, candidate.width, candidate.density) = (url, width, density);
        candidate
    })
}

pub(crate) fn image() -> impl Strategy<Value = Image> {
    let size = (of(any::<u32>()), of(any::<u32>()));
    (url(), of(string()), size, vec(candidate(), 0..3)).prop_map(|(url, alt, size, candidates)| {
        let mut image = Image::new(url);
        (image.alt, image.candidates) = (alt, candidates);
        (image.width, image.height) = size;
        image
    })
}

fn list() -> impl Strategy<Value = List> {
    let leaf = (any::<bool>(), vec(rich().prop_map(ListItem::new), 0..3))
        .prop_map(|(ordered, items)| List::new(ordered, items));
    leaf.prop_recursive(4, 16, 3, |list| {
        let item = (rich(), vec(list, 0..3)).prop_map(|(content, lists)| {
            let mut item = ListItem::new(content);
            item.lists = lists;
            item
        });
        (any::<bool>(), vec(item, 0..3)).prop_map(|(ordered, items)| List::new(ordered, items))
    })
}

fn table() -> impl Strategy<Value = Table> {
    let rows = |most| vec(vec(rich(), 0..3), 0..most);
    (of(rich()), rows(3), rows(3)).prop_map(|(caption, header, rows)| {
        let mut table = Table::new(header, rows);
        table.caption = caption;
        table
    })
}

fn figure() -> impl Strategy<Value = Figure> {
    (vec(image(), 0..3), of(rich()), of(string())).prop_map(|(images, caption, credit)| {
        let mut figure = Figure::new(images);
        (figure.caption, figure.credit) = (caption, credit);
        figure
    })
}

fn embed() -> impl Strategy<Value = Embed> {
    let kinds = &[EmbedKind::YouTube, EmbedKind::X, EmbedKind::Media, EmbedKind::Frame][..];
    (prop::sample::select(kinds), url(), of(string())).prop_map(|(kind, url, text)| {
        let mut embed = Embed::new(kind, url);
        embed.text = text;
        embed
    })
}

fn code() -> impl Strategy<Value = Code> {
    (of(string()), string()).prop_map(|(language, text)| {
        let mut code = Code::new(text);
        code.language = language;
        code
    })
}

fn leaf_block() -> impl Strategy<Value = Block> {
    prop_oneof![
        4 => rich().prop_map(|text| Block::Paragraph(Paragraph::new(text))),
        1 => (any::<u8>(), rich()).prop_map(|(level, text)| Block::Heading(Heading::new(level, text))),
        2 => list().prop_map(Block::List),
        1 => table().prop_map(Block::Table),
        1 => figure().prop_map(Block::Figure),
        1 => embed().prop_map(Block::Embed),
        1 => code().prop_map(Block::Code),
        1 => Just(Block::Separator),
    ]
}

fn block() -> impl Strategy<Value = Block> {
    leaf_block().prop_recursive(4, 16, 3, |block| {
        let blocks = vec(block, 0..3);
        let quote = (blocks.clone(), of(string())).prop_map(|(blocks, cite)| {
            let mut quote = Quote::new(blocks);
            quote.cite = cite;
            Block::Quote(quote)
        });
        let entry = (blocks, of(timestamp()), of(string())).prop_map(|(blocks, time, title)| {
            let mut entry = Entry::new(blocks);
            (entry.time, entry.title) = (time, title);
            Block::Entry(entry)
        });
        prop_oneof![quote, entry]
    })
}

fn author() -> impl Strategy<Value = Author> {
    (string(), of(url()), of(string()), any::<bool>()).prop_map(|(name, url, role, person)| {
        let mut author = Author::person(name);
        (author.url, author.role) = (url, role);
        author.kind = if person { AuthorKind::Person } else { AuthorKind::Organization };
        author
    })
}

fn evidence() -> impl Strategy<Value = Evidence> {
    (string(), 0.0..=1.0_f32).prop_map(|(detail, confidence)| {
        let mut evidence = Evidence::default();
        let origin = Origin::new(OriginKind::Meta, detail);
        evidence.insert(Field::Dek, FieldEvidence::new(origin, confidence));
        evidence
    })
}

/// The fields around the body.
fn frame() -> impl Strategy<Value = Article> {
    let lines = vec(of(string()), 6);
    let times = (of(timestamp()), of(timestamp()));
    let lists = (vec(author(), 0..3), vec(string(), 0..3), vec(image(), 0..2), of(image()));
    let numbers = (of(any::<u64>()), of(any::<u64>()));
    let access = of(prop::sample::select(&[Access::Free, Access::Metered, Access::Paid][..]));
    (lines, times, lists, numbers, (access, of(url()), evidence())).prop_map(
        |(mut lines, times, lists, numbers, rest)| {
            let mut article = Article::default();
            let mut line = || lines.pop().flatten();
            (article.title, article.kicker, article.dek) = (line(), line(), line());
            (article.section, article.language, article.site_name) = (line(), line(), line());
            (article.published, article.modified) = times;
            (article.authors, article.tags, article.images, article.lead_image) = lists;
            (article.views, article.comments) = numbers;
            (article.access, article.canonical_url, article.evidence) = rest;
            article
        },
    )
}

pub(crate) fn article() -> impl Strategy<Value = Article> {
    (frame(), vec(block(), 0..4)).prop_map(|(mut article, body)| {
        article.body = body;
        article
    })
}
