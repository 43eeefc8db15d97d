//! Pages of any size that are made of a few pieces, each once or again and again.

use crate::random::Random;

/// A page of pieces. Those that repeat do so until the page has its size; `%` in them is the number
/// of the repetition.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shape {
    /// Whether the page has text that is an article, so that what stands beside it is read too.
    pub(crate) story: bool,
    pub(crate) pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece {
    Once(&'static str),
    Repeated(Vec<&'static str>),
}

/// What opens places that are read in ways of their own.
const PLACES: &[&str] = &[
    "<head>",
    "<base href=\"https://a.example/b/",
    "<link rel=canonical href=\"https://a.example/",
    "<title>",
    "<meta property=og:title content=\"",
    "<meta name=author content=\"",
    "<meta name=keywords content=\"",
    "<meta property=article:published_time content=\"",
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[",
    "<script type=application/ld+json>{\"@type\":[",
    "<script type=application/ld+json>[",
    "<script type=application/ld+json>{\"@graph\":[",
    "<script type=application/ld+json>{\"@type\":\"BreadcrumbList\",\"itemListElement\":[",
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"image\":[",
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"",
    "<script type=application/ld+json>",
    "<script>window.state = {",
    "<script>self.__next_f.push([1,\"",
    "<script id=__NEXT_DATA__ type=application/json>[",
    "<script>var rates = [",
    "<body>",
    "<h1>",
    "<h1>A ferry in the harbour</h1>",
    "<div class=byline>",
    "<span class=author>",
    "<time>",
    "<time datetime=\"",
    "<div class=breadcrumbs>",
    "<ul>",
    "<ol>",
    "<ul class=most-read><h3>Most read</h3>",
    "<aside><h2>Most read</h2>",
    "<div class=tabs>",
    "<article>",
    "<div class=article-body>",
    "<div class=live-entry>",
    "<div itemscope itemtype=https://schema.org/NewsArticle>",
    "<div class=\"",
    "<p>",
    "<p class=\"",
    "<p style=\"",
    "<p ",
    "<blockquote>",
    "<blockquote class=twitter-tweet>",
    "<blockquote><cite>",
    "<cite>",
    "<figure>",
    "<figcaption>",
    "<picture>",
    "<img src=a.jpg srcset=\"",
    "<a href=\"/a",
    "<a href=/b>",
    "<pre>",
    "<table>",
    "<table><caption>Rates</caption>",
    "<tr>",
    "<td>USD</td><td>",
    "<td colspan=100 rowspan=65534>",
    "<div class=rates>USD ",
    "<noscript>",
    "<template>",
    "<svg>",
    "<!--",
];

/// What may stand in them, once or many times.
const UNITS: &[&str] = &[
    "word% ",
    "a",
    " ",
    "\u{a0}",
    "\n",
    ".",
    ", ",
    "&amp;",
    "&",
    "<",
    "\0",
    "1",
    "%,",
    "1.%",
    "(",
    "«",
    "\"",
    "\\",
    "\\\"",
    "[",
    "{",
    "{\"a\":",
    "[[",
    "]",
    "}",
    "\"a%\",",
    "{\"name\":\"Anna Bell%\"},",
    "{\"@type\":\"Person\",\"@id\":\"#%\",\"name\":\"Anna Bell\"},",
    "{\"@type\":\"NewsArticle\",\"headline\":\"Rain %\",\"author\":{\"@id\":\"#1\"}},",
    "{\"@type\":\"ListItem\",\"position\":%,\"name\":\"a\",\"item\":\"/a%\"},",
    "{\"url\":\"/a%.jpg\"},",
    "\"a%\":{\"datePublished\":\"2024-04-01\",\"b\":\"c\"},",
    "{\"code\":\"USD\",\"buy\":1.5,\"sell\":1.6},",
    "\"USD\":[1.5,1.6],",
    "x = {\"a\":1};",
    "x = {\"a\"",
    "f(\"a\\\"",
    "datePublished\":\"2024-04-01T12:16:00Z\",",
    "Anna Bell%, ",
    "Anna Bell and ",
    "By Anna Bell",
    "by ",
    "2024-04-01 ",
    "1 April 2024, 12:16 ",
    "12:16 ",
    "5 hours ago ",
    "USD ",
    "USD 1.5 1.6 ",
    "€ ",
    "доллар ",
    "за 100 ",
    "12.3K ",
    "Updated: ",
    "Most read ",
    "The ferry stays in the harbour until the wind drops, the harbour master said. ",
    "<p>The ferry stays in the harbour until the wind drops, the harbour master said on day %.</p>",
    "<p>a",
    "<p>",
    "<br>",
    "<br><br>",
    "<hr>",
    "<b>x</b>y",
    "<b>",
    "<i>x",
    "</p>",
    "</div>",
    "<div>",
    "<div>a</div>",
    "<div hidden>a</div>",
    "<div class=a%>",
    "<div class=caption>",
    "<span class=credit>b</span>",
    "<section>",
    "<article class=live-entry>",
    "<article class=live-entry><time>12:16</time><h3>A title</h3><p>a</article>",
    "<h2>A heading %</h2>",
    "<h3>Most read</h3>",
    "<span>a</span>",
    "<span class=author>Anna Bell%</span>",
    "<time>1 April 2024</time>",
    "<time datetime=2024-04-01T12:16:00Z>",
    "<a href=/news/%>A story of the day in full</a>",
    "<a href=/news/%>a</a>",
    "<a href=x>a",
    "<a rel=author href=/authors/%>Anna Bell</a>",
    "<li><a href=/news/%>A story of the day in full</a> <i>12</i>",
    "<li>a",
    "<li>",
    "<ul>",
    "<ul><li>",
    "<ul><li><a href=/news/%>A story of the day in full</a></ul>",
    "<section><h3>Most read</h3><ul><li><a href=/%>A story of the day</a><li><a href=/b%>Another story of it</a></ul></section>",
    "<div class=item><a href=/news/%><img src=/a%.jpg></a><a href=/news/%>A story of the day in full</a><time>12:16</time></div>",
    "<img src=a%.jpg>",
    "<img src=a%.jpg srcset='a.jpg 1x, b.jpg 2x'>",
    "a%.jpg %w, ",
    "<source srcset=a%.jpg>",
    "<iframe src=https://www.youtube.com/embed/%></iframe>",
    "<figure><img src=a%.jpg><figcaption>b</figcaption></figure>",
    "<figcaption>",
    "<blockquote>",
    "<blockquote><p>a</blockquote>",
    "<blockquote class=twitter-tweet>",
    "<cite>a</cite>",
    "<pre>a",
    "<code>a</code>",
    "<table>",
    "<table><tr><td>a<td>b<tr><td>c<td>d</table>",
    "<tr>",
    "<tr><td>",
    "<tr><td>a<td>b",
    "<td>a",
    "<td colspan=100 rowspan=65534>a",
    "<tr><td>USD<td>1.%<td>2.%",
    "<tr><td>USD",
    "<td>USD 1.5",
    "<th>USD",
    "<th>Buy",
    "<tr><th>Currency<th>Buy<th>Sell",
    "<div>USD</div><div>1.5</div><div>1.6</div>",
    "<meta property=article:tag content=a%>",
    "<meta name=author content='Anna Bell%'>",
    "<meta property=og:image content=/a%.jpg>",
    "<link rel=alternate hreflang=en href=/a%>",
    "<div itemprop=author itemscope><span itemprop=name>Anna Bell%</span></div>",
    "<div itemscope itemprop=author>",
    "<div itemprop=description>",
    "<div itemprop=keywords>",
    "<div class=author>",
    "<div class=dek>",
    "<div class=tags>",
    "<div class=breadcrumbs>",
    "<h1>",
    "<div itemref=\"a b\">",
    "<nav>",
    "<nav><a href=/a%>a</a></nav>",
    "<footer>",
    "<script>",
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"a\"}</script>",
    "<style>",
    "<svg>",
    "<select><option>a",
    "<textarea>",
    "<template>",
    "<noscript><p>a",
    "a%=1 ",
    "a% ",
    "article-body ",
    "display:none;",
    "b/",
];

/// What ends places.
const ENDS: &[&str] = &[
    "\">",
    "'>",
    ">",
    "\"",
    "]",
    "}",
    "]}",
    "]}</script>",
    "\"}</script>",
    "</script>",
    "</a>",
    "</p>",
    "</cite>",
    "</h1>",
    "</table>",
    "</ul>",
    "</div>",
    "</figure>",
    "</title>",
    "</blockquote>",
    "-->",
    "</article>",
    "",
];

const HEADLINE: &str = "<h1>A ferry in the harbour</h1><article>";
const STORY: &str = "<p>The ferry stays in the harbour until the wind drops below forty knots, the \
    harbour master said on Tuesday, and nobody knows when that will be, or what comes after it.</p>";
/// How often the story stands before and behind the pieces.
const PARAGRAPHS: usize = 5;

impl Shape {
    /// Places with units in them.
    pub(crate) fn random(random: &mut Random) -> Self {
        let story = random.below(2) == 0;
        let mut pieces = Vec::new();
        for _ in 0..=random.below(3) {
            pieces.extend((0..random.below(3)).map(|_| Piece::Once(random.of(PLACES))));
            pieces.extend((0..random.below(2)).map(|_| Piece::Once(random.of(UNITS))));
            let units = 1 + random.below(3);
            pieces.push(Piece::Repeated((0..units).map(|_| random.of(UNITS)).collect()));
            pieces.push(Piece::Once(random.of(ENDS)));
        }
        Self { story, pieces }
    }

    /// The same with one piece less, or one unit of a piece less.
    pub(crate) fn smaller(&self) -> Vec<Self> {
        let mut smaller = Vec::new();
        if self.story {
            smaller.push(Self { story: false, ..self.clone() });
        }
        for (index, piece) in self.pieces.iter().enumerate() {
            let mut fewer = self.clone();
            fewer.pieces.remove(index);
            smaller.push(fewer);
            let Piece::Repeated(units) = piece else { continue };
            for unit in 0..units.len() {
                let mut fewer = self.clone();
                let mut rest = units.clone();
                rest.remove(unit);
                fewer.pieces.splice(index..=index, [Piece::Repeated(rest)]);
                smaller.push(fewer);
            }
        }
        smaller.retain(|shape| shape.repeated().next().is_some_and(|units| !units.is_empty()));
        smaller
    }

    fn repeated(&self) -> impl Iterator<Item = &[&'static str]> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Repeated(units) => Some(units.as_slice()),
            Piece::Once(_) => None,
        })
    }

    /// A page of about so many bytes, shared evenly by the pieces that repeat.
    pub(crate) fn page(&self, bytes: usize) -> String {
        let share = bytes / self.repeated().count().max(1);
        let mut html = String::with_capacity(bytes + bytes / 4);
        let story = if self.story { STORY.repeat(PARAGRAPHS) } else { String::new() };
        if self.story {
            html.push_str(HEADLINE);
        }
        html.push_str(&story);
        for piece in &self.pieces {
            match piece {
                Piece::Once(text) => html.push_str(text),
                Piece::Repeated(units) => repeat(&units.concat(), share, &mut html),
            }
        }
        html + &story
    }
}

fn repeat(unit: &str, bytes: usize, html: &mut String) {
    let end = html.len() + bytes;
    let mut number = 0_usize;
    while html.len() < end && !unit.is_empty() {
        let mut parts = unit.split('%');
        html.push_str(parts.next().unwrap_or_default());
        for part in parts {
            html.push_str(&number.to_string());
            html.push_str(part);
        }
        number += 1;
    }
}
