use crate::model::{
    Article, Block, Code, Entry, Figure, Heading, Image, ImageCandidate, Inline, List, ListItem,
    Paragraph, Quote, RichText, Table,
};

fn of(body: Vec<Block>) -> Article {
    Article { body, ..Article::default() }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(Paragraph::new(text))
}

fn markdown(block: Block) -> String {
    of(vec![block]).to_markdown().trim_end().to_owned()
}

fn rich_markdown(runs: impl IntoIterator<Item = Inline>) -> String {
    markdown(Block::Paragraph(Paragraph::new(RichText::from_iter(runs))))
}

fn strong(text: &str) -> Inline {
    Inline { strong: true, ..Inline::plain(text) }
}

#[test]
fn an_empty_article_renders_to_nothing() {
    let article = Article::default();
    assert_eq!(article.to_text(), "");
    assert_eq!(article.to_markdown(), "");
    assert_eq!(article.to_html(), "<article>\n</article>\n");
    assert_eq!(article.to_json_ld()["@type"], "NewsArticle");
}

#[test]
fn blocks_without_content_are_left_out() {
    let quote = Block::Quote(Quote::new(vec![Block::Quote(Quote::default())]));
    let article = of(vec![
        quote,
        Block::Figure(Figure::default()),
        Block::Table(Table::default()),
        Block::List(List::default()),
        Block::Code(Code::default()),
        Block::Entry(Entry::default()),
        paragraph("a"),
    ]);
    assert_eq!(article.to_text(), "a");
    assert_eq!(article.to_markdown(), "a\n");
    assert_eq!(article.to_html(), "<article>\n<p>a</p>\n</article>\n");
}

#[test]
fn markdown_escapes_only_what_has_a_meaning() {
    let cases = [
        ("# a # b#", "\\# a \\# b#"),
        ("1. a 1.5", "1\\. a 1.5"),
        ("- a - b", "\\- a - b"),
        ("a & b &amp; c", "a & b \\&amp; c"),
        ("snake_case*", "snake\\_case\\*"),
        ("wow!", "wow\\!"),
        ("a\n> b", "a\\\n\\> b"),
    ];
    for (text, expected) in cases {
        assert_eq!(markdown(paragraph(text)), expected);
    }
}

#[test]
fn marks_stand_beside_text_and_elements_where_marks_cannot() {
    let around = |text: &str| rich_markdown([Inline::plain("a"), strong(text), Inline::plain("b")]);
    assert_eq!(around("x"), "a**x**b");
    assert_eq!(around(" x "), "a **x** b");
    assert_eq!(around("(x)"), "a<strong>(x)</strong>b");
    let emphasis = Inline { emphasis: true, ..Inline::plain("y") };
    assert_eq!(rich_markdown([strong("x"), emphasis]), "**x**<em>y</em>");
}

#[test]
fn fences_are_longer_than_what_they_hold() {
    let code = Inline { code: true, ..Inline::plain("a``b`") };
    assert_eq!(rich_markdown([code]), "``` a``b` ```");
    let mut block = Code::new("````\n");
    block.language = Some("c++".into());
    assert_eq!(markdown(Block::Code(block)), "`````c++\n````\n`````");
}

#[test]
fn neighbouring_lists_stay_apart() {
    let list = |ordered| Block::List(List::new(ordered, vec![ListItem::new("a")]));
    let article = of(vec![list(false), list(false), list(true), list(true)]);
    assert_eq!(article.to_markdown(), "- a\n\n* a\n\n1. a\n\n1) a\n");
}

#[test]
fn items_without_any_text_are_left_out() {
    let empty = || ListItem::new("");
    let nested = |items| ListItem { lists: vec![List::new(false, items)], ..empty() };
    let chain = nested(vec![nested(vec![nested(vec![empty()])])]);
    let list = List::new(true, vec![empty(), ListItem::new("a"), chain, ListItem::new("b")]);
    assert_eq!(markdown(Block::List(list)), "1. a\n2. b");
    let list = |item| Block::List(List::new(false, vec![item]));
    let article = of(vec![list(ListItem::new("a")), list(empty()), list(ListItem::new("b"))]);
    assert_eq!(article.to_markdown(), "- a\n\n* b\n");
}

#[test]
fn an_item_without_text_starts_with_its_list() {
    let mut item = ListItem::new("");
    item.lists = vec![List::new(true, vec![ListItem::new("a"), ListItem::new("b")])];
    let list = Block::List(List::new(false, vec![item]));
    assert_eq!(markdown(list.clone()), "- 1. a\n  2. b");
    assert_eq!(of(vec![list]).to_text(), "-\n  1. a\n  2. b");
}

#[test]
fn tables_are_as_wide_as_their_widest_row() {
    let row = |cells: &[&str]| cells.iter().copied().map(RichText::from).collect::<Vec<_>>();
    let table = Table::new(vec![row(&["h"])], vec![row(&["a|b", "c\nd"]), row(&[])]);
    let block = Block::Table(table);
    assert_eq!(markdown(block.clone()), "| h |  |\n| --- | --- |\n| a\\|b | c d |");
    assert_eq!(of(vec![block]).to_text(), "h\na|b\tc d");
}

#[test]
fn sources_have_a_width_or_none_of_them_has() {
    let source = |url: &str, width, density| ImageCandidate { url: url.into(), width, density };
    let mut image = Image::new("https://example.com/a");
    image.candidates = vec![
        source("https://example.com/a", Some(640), None),
        source("https://example.com/b,", Some(1280), None),
        source("https://example.com/c", None, Some(2.0)),
        source("javascript:d", Some(1), None),
    ];
    let figure = |image| of(vec![Block::Figure(Figure::new(vec![image]))]).to_html();
    assert!(figure(image.clone()).contains(" srcset=\"https://example.com/a 640w\" "));
    image.candidates.remove(0);
    image.candidates.remove(0);
    image.candidates.pop();
    assert!(figure(image).contains(" srcset=\"https://example.com/c 2x\" "));
}

#[test]
fn the_title_is_the_only_heading_of_level_one() {
    let levels = of((0..=7).map(|level| Block::Heading(Heading::new(level, "h"))).collect());
    assert!(!levels.to_html().contains("<h1>"));
    assert!(levels.to_html().contains("<h6>h</h6>"));
    assert!(!levels.to_markdown().starts_with("# "));
}

#[test]
fn a_body_with_entries_is_a_live_blog() {
    let mut entry = Entry::new(vec![paragraph("a")]);
    entry.title = Some("b".into());
    let json = of(vec![Block::Entry(entry)]).to_json_ld();
    assert_eq!(json["@type"], "LiveBlogPosting");
    assert_eq!(json["liveBlogUpdate"][0]["headline"], "b");
    assert_eq!(json["articleBody"], "b\n\na");
}

/// As deep as a caller may nest: `serde_json` reads 128 levels, of which a quote takes two.
#[test]
fn deep_nesting_needs_little_stack() {
    let quotes = (0..128).fold(paragraph("a"), |inner, _| Block::Quote(Quote::new(vec![inner])));
    let nest = |inner| ListItem { content: "b".into(), lists: vec![List::new(true, vec![inner])] };
    let items = (0..128).fold(ListItem::new("b"), |inner, _| nest(inner));
    let article = of(vec![quotes, Block::List(List::new(false, vec![items]))]);
    let render = move || {
        let lengths = [article.to_text().len(), article.to_markdown().len()];
        (lengths, article.to_html().len(), article.to_json_ld_script().len())
    };
    let thread = std::thread::Builder::new().stack_size(512 * 1024).spawn(render).unwrap();
    let (_, html, _) = thread.join().unwrap();
    assert!(html > 128 * 2 * "<blockquote></blockquote>".len());
}

#[test]
fn marks_in_a_link_look_at_the_text_that_follows_in_it() {
    let linked = |run: Inline| Inline { url: Some("https://example.com/a".into()), ..run };
    let marked = Inline { emphasis: true, ..Inline::plain("b)") };
    let runs = [linked(marked), linked(Inline::plain("c"))];
    assert_eq!(rich_markdown(runs), "[<em>b)</em>c](https://example.com/a)");
}

#[test]
fn code_in_a_link_defines_no_link() {
    let run = Inline {
        url: Some("https://example.com/".to_owned()),
        code: true,
        ..Inline::plain("a]: b")
    };
    assert_eq!(rich_markdown([run]), "[<code>a\\]: b</code>](https://example.com/)");
}
