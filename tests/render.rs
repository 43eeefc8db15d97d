//! What the renderings of an article hold, whatever the article holds.

#[path = "support/sample.rs"]
mod sample;
#[path = "support/strategies.rs"]
mod strategies;

use std::collections::{HashMap, HashSet};

use newsprint::model::{Article, Block, Embed, Figure, Inline, RichText};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

#[test]
fn renderings_of_an_article_with_every_kind_of_block() {
    let article = sample::article();
    insta::assert_snapshot!("text", article.to_text());
    insta::assert_snapshot!("markdown", article.to_markdown());
    insta::assert_snapshot!("html", article.to_html());
    insta::assert_json_snapshot!("json_ld", article.to_json_ld());
}

/// An independent cleaner that knows the elements and attributes of `Article::to_html`.
fn cleaner() -> ammonia::Builder<'static> {
    let attributes = [
        ("a", &["href"][..]),
        ("code", &["class"]),
        ("img", &["src", "srcset", "alt", "width", "height"]),
        ("time", &["datetime"]),
    ];
    let tags = "a article blockquote br caption cite code em figcaption figure h1 h2 h3 h4 h5 h6 \
                hr img li ol p pre section strong table tbody td th thead time tr ul";
    let attributes: HashMap<_, HashSet<_>> =
        attributes.into_iter().map(|(tag, names)| (tag, names.iter().copied().collect())).collect();
    let mut cleaner = ammonia::Builder::empty();
    cleaner
        .tags(tags.split_whitespace().collect())
        .tag_attributes(attributes)
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(None);
    cleaner
}

/// The words that a reader of the Markdown sees, without alternative texts.
fn words_of_markdown(markdown: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut text = String::new();
    let mut images = 0;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Image { .. }) => images += 1,
            Event::End(TagEnd::Image) => images -= 1,
            Event::Text(part) | Event::Code(part) if images == 0 => text.push_str(&part),
            Event::SoftBreak
            | Event::HardBreak
            | Event::Start(Tag::List(_))
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::CodeBlock,
            ) => text.push(' '),
            _ => {}
        }
    }
    words(&text)
}

fn words(text: &str) -> Vec<String> {
    text.split_ascii_whitespace().map(str::to_owned).collect()
}

/// The words of the body that Markdown shows: those of the text without the markers of lists.
fn shown_words(article: &Article) -> Vec<String> {
    let mut article = article.clone();
    article.body = article.body.into_iter().flat_map(without_markers).collect();
    words(&article.to_text())
}

/// The same content without list markers, and with the addresses that Markdown shows for embeds.
fn without_markers(block: Block) -> Vec<Block> {
    match block {
        Block::List(list) => items(&list).into_iter().map(paragraph).collect(),
        Block::Quote(mut quote) => {
            quote.blocks = quote.blocks.into_iter().flat_map(without_markers).collect();
            vec![Block::Quote(quote)]
        }
        Block::Entry(mut entry) => {
            entry.blocks = entry.blocks.into_iter().flat_map(without_markers).collect();
            vec![Block::Entry(entry)]
        }
        // Captions and posts are no part of the plain text.
        Block::Embed(embed) => with_text(embed).text.as_deref().map(plain).into_iter().collect(),
        Block::Figure(figure) => captions(figure),
        Block::Code(mut code) => {
            // Markdown leaves control characters out; a vertical tab becomes a space.
            code.text = code.text.replace('\u{b}', " ");
            code.text.retain(|c| !c.is_control() || c.is_ascii_whitespace());
            vec![Block::Code(code)]
        }
        other => vec![other],
    }
}

fn paragraph(content: RichText) -> Block {
    Block::Paragraph(newsprint::model::Paragraph::new(content))
}

fn items(list: &newsprint::model::List) -> Vec<RichText> {
    let nested = |item: &newsprint::model::ListItem| {
        let lists = item.lists.iter().flat_map(items).collect::<Vec<_>>();
        std::iter::once(item.content.clone()).chain(lists)
    };
    list.items.iter().flat_map(nested).collect()
}

fn with_text(mut embed: Embed) -> Embed {
    let blank = |text: &str| text.chars().all(|c| c.is_whitespace() || is_dropped(c));
    if embed.text.as_deref().is_none_or(blank) {
        let url = embed.url.trim();
        let mut shown = Article::default();
        shown.body = vec![Block::Embed(Embed::new(embed.kind, url))];
        let is_link = shown.to_html().contains("<a ");
        embed.text = is_link.then(|| url.to_owned());
    }
    embed
}

/// Characters that no text of the renderings has: control characters and marks of direction,
fn is_dropped(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// and those that stand as a space where they are written on one line.
fn is_space(c: char) -> bool {
    c.is_ascii_whitespace() || matches!(c, '\u{b}' | '\u{2028}' | '\u{2029}')
}

fn captions(figure: Figure) -> Vec<Block> {
    let one_line = |text: String| text.replace(is_space, " ").replace(is_dropped, "");
    let credit = figure.credit.map(one_line);
    let credit = credit.as_deref().map(plain);
    figure.caption.map(paragraph).into_iter().chain(credit).collect()
}

fn plain(text: &str) -> Block {
    paragraph(RichText::plain(text))
}

/// An address with those characters percent-encoded that Markdown's links cannot hold.
fn encoded(url: &str) -> String {
    let codes = [('\\', "%5C"), ('<', "%3C"), ('>', "%3E"), ('|', "%7C")];
    codes.into_iter().fold(url.to_owned(), |url, (c, code)| url.replace(c, code))
}

/// Of these are made `</script>`, `<!--`, `]]>` and the line ends of JavaScript.
const SCRIPT_BREAKERS: &[char] = &['<', '>', '&', '\u{2028}', '\u{2029}'];
/// Bidi overrides and separators of lines.
const LINE_BREAKERS: &[char] = &['\u{202E}', '\u{2066}', '\u{2028}'];

/// As many cases as `PROPTEST_CASES` asks for, and no files beside the tests.
fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn markdown_reads_back_as_the_same_text(body in strategies::article()) {
        let mut article = Article::default();
        article.body = body.body;
        let markdown = article.to_markdown();
        prop_assert_eq!(words_of_markdown(&markdown), shown_words(&article), "{}", markdown);
    }

    #[test]
    fn links_of_markdown_go_where_those_of_html_go(url in strategies::url()) {
        let mut run = Inline::plain("a");
        run.url = Some(url.clone());
        let mut article = Article::default();
        article.body = vec![paragraph(RichText::from_iter([run]))];
        let markdown = article.to_markdown();
        let targets = Parser::new(&markdown).filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
            _ => None,
        });
        let expected = article.to_html().contains("<a ").then(|| encoded(url.trim()));
        prop_assert_eq!(targets.collect::<Vec<_>>(), Vec::from_iter(expected));
    }

    #[test]
    fn html_is_clean_already(article in strategies::article()) {
        let html = article.to_html();
        prop_assert_eq!(cleaner().clean(&html).to_string(), html);
    }

    #[test]
    fn json_ld_stays_in_its_script(article in strategies::article()) {
        let script = article.to_json_ld_script();
        prop_assert!(!script.contains(SCRIPT_BREAKERS), "{}", script);
        let value: serde_json::Value = serde_json::from_str(&script).unwrap();
        prop_assert_eq!(value, article.to_json_ld());
    }

    #[test]
    fn one_line_fields_are_one_line(article in strategies::article()) {
        let json = article.to_json_ld();
        let authors = json["author"].as_array().into_iter().flatten().map(|author| &author["name"]);
        let fields = ["headline", "description", "articleSection"].map(|key| &json[key]);
        for line in authors.chain(fields).filter_map(|value| value.as_str()) {
            prop_assert!(!line.contains(char::is_control), "{:?}", line);
            prop_assert!(!line.contains(LINE_BREAKERS), "{:?}", line);
        }
    }
}
