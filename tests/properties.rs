//! What holds for any input: text, and markup of any kind and order.

#[path = "support/everything.rs"]
mod everything;
#[path = "support/invariants.rs"]
mod invariants;
#[path = "support/output.rs"]
mod output;

use everything::everything;
use newsprint::{Error, Parser, Profiles, Source};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const TAGS: &[&str] = &[
    "a",
    "article",
    "aside",
    "b",
    "blockquote",
    "body",
    "br",
    "code",
    "div",
    "dl",
    "em",
    "figure",
    "figcaption",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "head",
    "header",
    "hr",
    "html",
    "iframe",
    "img",
    "li",
    "main",
    "math",
    "meta",
    "nav",
    "noscript",
    "ol",
    "option",
    "p",
    "picture",
    "pre",
    "script",
    "section",
    "select",
    "source",
    "span",
    "strong",
    "style",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "th",
    "time",
    "title",
    "tr",
    "ul",
    "video",
    "x-box",
];

const ATTRIBUTES: &[&str] = &[
    "alt",
    "aria-hidden",
    "aria-label",
    "class",
    "colspan",
    "content",
    "data-src",
    "datetime",
    "hidden",
    "href",
    "id",
    "itemprop",
    "lang",
    "name",
    "property",
    "rel",
    "role",
    "rowspan",
    "src",
    "srcset",
    "style",
    "title",
    "type",
];

const VALUES: &[&str] = &[
    "",
    "0",
    "1",
    "100",
    "-1",
    "99999999999999999999",
    "/news/1",
    "https://example.com/a b",
    "//example.com",
    "javascript:alert(1)",
    "data:text/html,x",
    "mailto:a@b.example",
    "#x",
    "http://[",
    "article-body",
    "popular",
    "most-read",
    "sidebar",
    "comments",
    "rates",
    "byline",
    "share",
    "headline",
    "articleBody",
    "author",
    "datePublished",
    "og:title",
    "og:url",
    "article:tag",
    "canonical",
    "tag",
    "2024-04-01T12:16:00+05:00",
    "2024-13-45",
    "1 апреля 2024, 12:16",
    "application/ld+json",
    "display:none",
    "true",
    "a.jpg 1x, b.jpg 2x",
    "a.jpg 400w,,",
    "ru",
    "zz-ZZ",
];

const TEXTS: &[&str] = &[
    "The ferry stays in the harbour until the wind drops below forty knots, the crew said.",
    "Паром останется в порту, пока ветер не ослабеет, сообщили в администрации порта.",
    "風がおさまるまでフェリーは港にとどまると、港長が火曜日に語った。",
    "لن تغادر العبارة الميناء حتى تهدأ الرياح، كما قال مدير الميناء.",
    "1",
    "3 351",
    "12.3K",
    "1✈️ ",
    "USD",
    "EUR:",
    "521.1 / 523.7",
    "доллар",
    "Most read",
    "Популярное",
    "Читайте также",
    "By Nora Fennimore",
    "Автор: Дина Касенова",
    "2 hours ago",
    "1 апреля 2024, 12:16",
    "{\"@type\":\"NewsArticle\",\"headline\":\"Rain\"}",
    "[{]",
    "<",
    ">",
    "&",
    "&amp;",
    "&#0;",
    "&#x202e;",
    "&nbsp;",
    "&#133;",
    "&#xd800;",
    "&notin",
    "\0",
    "\u{1}",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "\u{200b}",
    " ",
    "\n",
    "\t",
    "\r\n",
    "]]>",
    "-->",
    "👩‍👩‍👧",
    "🇰🇿",
];

fn attributes() -> impl Strategy<Value = String> {
    let attribute = (select(ATTRIBUTES), select(VALUES), 0..3_usize);
    let written = attribute.prop_map(|(name, value, quotes)| match quotes {
        0 => format!(" {name}=\"{value}\""),
        1 => format!(" {name}='{value}'"),
        _ => format!(" {name}={value}"),
    });
    vec(written, 0..4).prop_map(|attributes| attributes.concat())
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (select(TAGS), attributes()).prop_map(|(tag, rest)| format!("<{tag}{rest}>")),
        3 => select(TAGS).prop_map(|tag| format!("</{tag}>")),
        4 => select(TEXTS).prop_map(str::to_owned),
        1 => ".{0,12}",
        1 => select(&["<!--", "-->", "<!doctype html>", "<![CDATA[", "<?x", "</", "<a <b"][..])
            .prop_map(str::to_owned),
    ]
}

fn soup() -> impl Strategy<Value = String> {
    vec(piece(), 0..120).prop_map(|pieces| pieces.concat())
}

/// A page like those of news sites: a headline, and parts of text, lists and rates around it.
fn article() -> impl Strategy<Value = String> {
    let text = select(TEXTS);
    let part = prop_oneof![
        4 => vec(text.clone(), 1..4).prop_map(|texts| format!("<p>{}</p>", texts.join(" "))),
        1 => vec(text.clone(), 1..5)
            .prop_map(|items| format!("<ul><li>{}</ul>", items.join("<li>"))),
        1 => text.clone().prop_map(|text| format!("<blockquote><p>{text}</p></blockquote>")),
        1 => text.clone().prop_map(|text| format!("<h2>{text}</h2>")),
        1 => text.prop_map(|text| format!("<div>{text}<br><br>{text} <b>{text}</b></div>")),
        1 => vec(piece(), 0..20).prop_map(|pieces| pieces.concat()),
    ];
    (select(TEXTS), vec(part, 0..16)).prop_map(|(title, parts)| {
        let head = "<meta property=og:type content=article>";
        format!("{head}<h1>{title}</h1><div class=article-body>{}</div>", parts.concat())
    })
}

fn check(html: &str) -> Result<(), TestCaseError> {
    for parser in [Parser::new(), Parser::new().with_profiles(Profiles::none())] {
        for source in [
            Source::html(html),
            Source::html(html).with_url("https://informburo.kz/novosti/1"),
            Source::bytes(html.as_bytes()).with_url("https://www.example.com/news/1"),
        ] {
            match parser.parse(source) {
                Ok(page) => {
                    everything(&page);
                    prop_assert_eq!(invariants::fault(&page, html), None);
                }
                Err(Error::Empty | Error::NotHtml { .. }) => {}
                Err(other) => prop_assert!(false, "{other}"),
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in ".{0,400}") {
        check(&text)?;
    }

    #[test]
    fn any_markup_is_read(html in soup()) {
        check(&html)?;
    }

    #[test]
    fn any_article_is_read(html in article()) {
        check(&html)?;
    }

    #[test]
    fn any_bytes_are_read(bytes in vec(any::<u8>(), 0..400), content_type in ".{0,20}") {
        let source = Source::bytes(&bytes).with_content_type(content_type);
        if let Ok(page) = Parser::new().parse(source) {
            everything(&page);
            let html = String::from_utf8_lossy(&bytes);
            prop_assert_eq!(invariants::fault(&page, &html), None);
        }
    }

    #[test]
    fn addresses_and_times_of_the_caller_may_be_anything(url in ".{0,40}", moment in ".{0,30}") {
        let html = include_str!("../fixtures/other/minimal/page.html");
        let source = Source::html(html).with_url(url).with_reference_time(moment);
        let page = Parser::new().parse(source).expect("the page is HTML");
        prop_assert!(page.article().is_ok());
        prop_assert_eq!(invariants::fault(&page, html), None);
    }
}
