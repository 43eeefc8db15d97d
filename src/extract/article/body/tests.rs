use super::*;
use crate::Limits;
use crate::model::RichText;

/// Builds a body of all visible text.
fn build_all(html: &str) -> Vec<Block> {
    let document = Document::parse(html, &Limits::default());
    let base = Base::new(&document, Some("https://a.kz/n/1"));
    let blocks = Blocks::cut(&document);
    let body = Body::of_runs(&blocks, vec![true; blocks.runs().len()], 1.0);
    let room = Room::new(&Limits::default());
    let ground = Ground { document: &document, base: &base, blocks: &blocks, room: &room };
    build(ground, &body, document.root().id(), |_| false)
}

fn json(html: &str) -> serde_json::Value {
    serde_json::to_value(build_all(html)).expect("blocks are JSON")
}

#[test]
fn lists_nest_and_keep_their_order() {
    insta::assert_json_snapshot!(json(
        "<ol><li>a<ul><li>b<li>c<p>d</p></ul>e<li>f</ol><ul><ul><li>g</ul></ul><p>h"
    ));
}

#[test]
fn quotations_keep_their_source_apart() {
    insta::assert_json_snapshot!(json(
        "<blockquote><p>a<p>b<footer>— <cite>C. D.</cite></footer></blockquote><p>e"
    ));
}

#[test]
fn figures_tables_code_and_posts_are_read_as_wholes() {
    insta::assert_json_snapshot!(json(
        "<p>a<figure><img src=/b.jpg alt=c width=640><figcaption>d <span class=credit>Photo: E</span>\
         </figcaption></figure><table><tr><th>f<th>g<tr><td>h<td>i</table>\
         <pre><code class=language-rust>fn j() {\n    k()\n}</code></pre><hr>\
         <blockquote class=twitter-tweet><p>l</p><a href=https://x.com/m/status/1>n</a></blockquote>\
         <iframe src=https://www.youtube.com/embed/o></iframe><p>p"
    ));
}

#[test]
fn entries_of_a_live_blog_have_time_and_title() {
    insta::assert_json_snapshot!(json(
        "<div class=live-entry><time datetime=2024-04-18T14:32:00+01:00>14:32</time><h2>a</h2><p>b</div>\
         <div class=live-entry><h2 class=live-entry__title>c</h2><p>d</div>\
         <div class=live-event-entry data-post-time=1713443400000><time>13:30</time>by E<p>f</div>\
         <div class=live-post><time>13:10</time> g, and so on, which is a longer text than the names of authors are</div>"
    ));
}

#[test]
fn text_is_never_lost_and_order_is_that_of_the_document() {
    let html = "a<div>b<br><br>c<p>d<span>e</span>f</p>g</div><dl><dt>h<dd>i</dl>\
                <table><tr><td><p>j<p>k<p>l<td>m</table><h2>n</h2><section><h3>o</h3>p</section>";
    let texts: Vec<String> = build_all(html)
        .iter()
        .map(|block| match block {
            Block::Paragraph(paragraph) => paragraph.content.text(),
            Block::Heading(heading) => format!("{} {}", heading.level, heading.content),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(texts, ["a", "b", "c", "def", "g", "h", "i", "j", "k", "l", "m", "2 n", "3 o", "p"]);
}

#[test]
fn a_credit_may_be_the_last_of_the_page() {
    let blocks = build_all("<p>a<figure><span class=credit><img src=/b.jpg> c ");
    let Some(Block::Figure(figure)) = blocks.last() else { panic!("a figure") };
    assert_eq!((figure.caption.as_ref(), figure.credit.as_deref()), (None, Some("c")));
}

#[test]
fn what_stands_around_an_empty_credit_stays_apart() {
    let blocks = build_all(
        "<figure><footer>a <span class=credit><img src=/b.jpg></span></footer> c</figure>",
    );
    let [Block::Figure(figure)] = blocks.as_slice() else { panic!("a figure: {blocks:?}") };
    assert_eq!(figure.caption.as_ref().map(RichText::text).as_deref(), Some("a c"));
}

/// The caption and the credit of the first block, a figure, and how many blocks there are.
fn first_figure(html: &str) -> (Option<String>, Option<String>, usize) {
    let blocks = build_all(html);
    let Some(Block::Figure(figure)) = blocks.first() else { panic!("a figure: {blocks:?}") };
    (figure.caption.as_ref().map(RichText::text), figure.credit.clone(), blocks.len())
}

#[test]
fn a_caption_may_stand_behind_an_image_without_a_figure() {
    let image = "<img src=/a.jpg>";
    for html in [
        format!("{image}<div class=caption>b</div>"),
        format!("<div><a href=/a>{image}</a><p class=wp-caption-text>b</p></div>"),
        format!(
            "<div><div>{image}<button aria-label=Zoom></button></div> <div class=caption><p>b</p></div></div>"
        ),
    ] {
        assert_eq!(first_figure(&html), (Some("b".into()), None, 1), "{html}");
    }
    let credited = format!("{image}<p class=caption>b <span class=credit>C. D.</span></p>");
    assert_eq!(first_figure(&credited), (Some("b".into()), Some("C. D.".into()), 1));
}

#[test]
fn other_text_behind_an_image_is_no_caption_of_it() {
    let image = "<img src=/a.jpg>";
    let long = "b ".repeat(400);
    for (html, blocks) in [
        (format!("{image}<p>b</p><p class=caption>c</p>"), 3),
        (format!("{image} b <p class=caption>c</p>"), 3),
        (format!("{image}<p class=description>b</p>"), 2),
        (format!("{image}<p class=caption>{long}</p>"), 2),
        (format!("{image}<div class=caption><img src=/b.jpg> c</div>"), 3),
    ] {
        assert_eq!(first_figure(&html), (None, None, blocks), "{html}");
    }
}

#[test]
fn templates_may_call_an_article_like_a_post() {
    let blocks = build_all("<div class=instagram-media><p>a<p>b</div>");
    assert_eq!(blocks.len(), 2);
}

#[test]
fn blocks_in_cells_and_captions_are_set_apart() {
    let blocks = build_all("<table><tr><td>a<div>b</div>c<td>d<tr><td>e<td>f</table>");
    let Some(Block::Table(table)) = blocks.first() else { panic!("a table") };
    assert_eq!(table.rows[0][0].text(), "a\nb\nc");
}

#[test]
fn all_captions_of_a_table_are_kept() {
    let blocks = build_all("<table><caption>a<tr><td>b<td>c<tr><caption>d<tr><td>e<td>f</table>");
    let Some(Block::Table(table)) = blocks.first() else { panic!("a table: {blocks:?}") };
    assert_eq!(table.caption.as_ref().map(RichText::text).as_deref(), Some("a\nd"));
}

#[test]
fn lines_of_code_are_kept() {
    let Some(Block::Code(code)) = build_all("<pre>a<br>  b<div>c</div></pre>").pop() else {
        panic!("code")
    };
    assert_eq!(code.text, "a\n  b\nc");
}

#[test]
fn deep_nesting_is_given_to_the_structure_around() {
    let html = format!("{}a", "<ul><li>".repeat(300));
    let mut depth = 0;
    let mut blocks = build_all(&html);
    let Some(Block::List(mut list)) = blocks.pop() else { panic!("a list") };
    while let Some(inner) = list.items.pop().and_then(|mut item| item.lists.pop()) {
        depth += 1;
        list = inner;
    }
    assert!(depth < 16);
}

#[test]
fn an_image_is_one_figure_whether_scripts_load_it_or_not() {
    let images = |html: &str| images(&build_all(html)).len();
    let lazy = "<img data-src=/a.jpg><noscript><img src=/a.jpg></noscript>";
    assert_eq!(images(&format!("<p>a<p>{lazy}<p>b")), 1);
    assert_eq!(images(&format!("<p>a<figure>{lazy}<figcaption>c</figcaption></figure><p>b")), 1);
    let picture = lazy.replace("<noscript>", "</picture><noscript><picture>");
    assert_eq!(images(&format!("<p>a<figure><picture>{picture}</figure><p>b")), 1);
    assert_eq!(images("<p>a<p><noscript><img src=/a.jpg></noscript><p>b"), 1);
    assert_eq!(images(&format!("<p>a<p>{lazy}<noscript><img src=/b.jpg></noscript><p>b")), 2);
}
