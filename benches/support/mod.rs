//! Pages made for the benches: an article with navigation, lists around it and widgets.
//!
//! The same kind and size always give the same page. Pages of a kind are made of the same at every
//! size, so that what a byte costs is told apart from what it is a byte of.

use std::fmt::Write as _;

/// What a page is mostly made of. Every page has some of all.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    /// Paragraphs in Latin script.
    Text,
    /// Paragraphs in Cyrillic script, which takes two bytes a letter.
    Cyrillic,
    /// Lists of links to articles, as on a front page.
    Lists,
    /// Nested elements with many attributes, inline SVG, styles and scripts.
    Markup,
    /// Tables of exchange rates.
    Rates,
}

impl Kind {
    pub(crate) const ALL: [Self; 5] =
        [Self::Text, Self::Cyrillic, Self::Lists, Self::Markup, Self::Rates];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Cyrillic => "cyrillic",
            Self::Lists => "lists",
            Self::Markup => "markup",
            Self::Rates => "rates",
        }
    }
}

const LATIN: &[&str] = &[
    "the",
    "council",
    "river",
    "bridge",
    "of",
    "new",
    "and",
    "minister",
    "said",
    "a",
    "budget",
    "in",
    "region",
    "school",
    "on",
    "winter",
    "report",
    "was",
    "engineers",
    "by",
    "market",
];
const CYRILLIC: &[&str] = &[
    "город",
    "река",
    "и",
    "мост",
    "новый",
    "в",
    "министр",
    "сообщил",
    "бюджет",
    "на",
    "область",
    "школа",
    "зима",
    "по",
    "отчёт",
    "был",
    "инженеры",
    "рынок",
    "с",
    "дороги",
    "до",
];

/// How many items a list on the page has, and how many rows a table.
const ITEMS: usize = 10;

/// The lists and tables around the article begin where so many parts of the page are written.
const ARTICLE: (usize, usize) = (2, 3);

/// What a list and a table around the article take, about.
const AROUND: usize = 1700;

/// A page of about that many bytes.
pub(crate) fn page(kind: Kind, bytes: usize) -> String {
    let (language, words) = match kind {
        Kind::Cyrillic => ("ru", CYRILLIC),
        _ => ("en", LATIN),
    };
    let mut maker = Maker { html: String::with_capacity(bytes + 4096), state: 1, words };
    maker.head(language);
    maker.navigation();
    maker.open_article();
    while maker.html.len() < bytes / ARTICLE.1 * ARTICLE.0 {
        match kind {
            Kind::Text | Kind::Cyrillic => maker.paragraph(),
            Kind::Lists => maker.list("Latest"),
            Kind::Markup => maker.widget(),
            Kind::Rates => maker.rates(),
        }
    }
    maker.paragraph();
    maker.html.push_str("</article></main><aside>");
    while maker.html.len() < bytes.saturating_sub(AROUND) {
        maker.list("Most read");
        maker.rates();
    }
    maker.html.push_str("</aside><footer><p>© 2024 The Example</p></footer></body></html>\n");
    maker.html
}

struct Maker {
    html: String,
    /// Of a linear congruential generator.
    state: u64,
    words: &'static [&'static str],
}

impl Maker {
    fn number(&mut self, below: usize) -> usize {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.state >> 33).unwrap_or_default() % below
    }

    fn words(&mut self, count: usize) -> String {
        let mut words = Vec::with_capacity(count);
        for _ in 0..count {
            let index = self.number(self.words.len());
            words.push(self.words[index]);
        }
        words.join(" ")
    }

    fn head(&mut self, language: &str) {
        let title = self.words(8);
        let _ = write!(
            self.html,
            r#"<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title} - Example</title>
<meta property="og:title" content="{title}"><meta property="og:type" content="article">
<meta property="article:published_time" content="2024-04-01T12:16:00+05:00">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"{title}","datePublished":"2024-04-01T12:16:00+05:00",
"author":{{"@type":"Person","name":"Nora Fennimore"}}}}</script></head><body>
"#
        );
    }

    fn navigation(&mut self) {
        self.html.push_str("<header><nav><ul>");
        for section in 0..ITEMS {
            let name = self.words(1);
            let _ = write!(self.html, r#"<li><a href="/section/{section}">{name}</a></li>"#);
        }
        self.html.push_str("</ul></nav></header>\n");
    }

    fn open_article(&mut self) {
        let title = self.words(8);
        let _ = write!(
            self.html,
            r#"<main><article><h1>{title}</h1><p class="byline">By <a href="/by/nora">Nora Fennimore</a></p>
<time datetime="2024-04-01T12:16:00+05:00">1 April 2024</time><div class="article-body">
"#
        );
    }

    fn paragraph(&mut self) {
        let (before, linked, after) = (self.words(30), self.words(3), self.words(25));
        let page = self.number(10_000);
        let _ = writeln!(
            self.html,
            r#"<p>{before}, <a href="/news/{page}">{linked}</a> &amp; {after}.</p>"#
        );
    }

    fn list(&mut self, heading: &str) {
        let _ = write!(self.html, r#"<section class="list"><h3>{heading}</h3><ul>"#);
        for _ in 0..ITEMS {
            let (title, page, views) = (self.words(8), self.number(100_000), self.number(9000));
            let _ = write!(
                self.html,
                r#"
<li><a href="/news/{page}-a-story-of-the-day">{title}</a> <span class="views">{views}</span></li>"#
            );
        }
        self.html.push_str("</ul></section>\n");
    }

    fn widget(&mut self) {
        let (id, text) = (self.number(100_000), self.words(4));
        let _ = write!(
            self.html,
            r##"<div id="w{id}" class="uk-card uk-card-default uk-margin" data-id="{id}" data-slot="right" style="width: 100%; height: auto">
<div class="uk-card-header" uk-grid><svg width="24" height="24" viewBox="0 0 24 24"><path d="M2 2h4v20H2zM10 2h4l8 13V2h4v20h-4L14 9v13h-4z"/><use href="#i-{id}"/></svg>
<span class="uk-label" aria-label="{text}">{text}</span></div>
<div class="uk-card-body"><div><div><button type="button" class="uk-button" uk-toggle="target: #w{id}">{text}</button></div></div></div>
<style>#w{id} > div {{ color: #333 }}</style><script>window.queue.push(function () {{ show('w{id}', {{ 'refresh': true }}); }});</script></div>
"##
        );
    }

    fn rates(&mut self) {
        self.html.push_str("<table class=\"rates\"><caption>Exchange rates</caption><tr><th>Currency</th><th>Buy</th><th>Sell</th></tr>");
        for code in ["USD", "EUR", "GBP", "CNY", "TRY", "KGS"] {
            let (whole, cents) = (self.number(600) + 1, self.number(90));
            let _ = write!(
                self.html,
                "\n<tr><td>{code}</td><td>{whole}.{cents:02}</td><td>{whole}.{:02}</td></tr>",
                cents + 9
            );
        }
        self.html.push_str("</table>\n");
    }
}
