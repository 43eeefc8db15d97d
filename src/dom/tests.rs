use super::*;

fn parse(html: &str) -> Document {
    Document::parse(html, &Limits::default())
}

/// The tree in one line: `(body (p "text"))`.
fn sketch(document: &Document) -> String {
    use std::fmt::Write;

    let mut out = String::new();
    for edge in document.body().expect("a body").node().traverse() {
        match edge {
            Edge::Open(node) => {
                if let Some(element) = node.as_element() {
                    write!(out, "({} ", element.name()).expect("a string takes all");
                } else if let Some(text) = node.as_text() {
                    write!(out, "{text:?} ").expect("a string takes all");
                }
            }
            Edge::Close(_) => {
                out.truncate(out.trim_end().len());
                out.push_str(") ");
            }
        }
    }
    out.trim_end().to_owned()
}

#[test]
fn the_tree_is_that_of_the_standard() {
    assert_eq!(sketch(&parse("<p>a<p>b<b>c</p>d")), r#"(body (p "a") (p "b" (b "c")) (b "d"))"#);
    assert_eq!(
        sketch(&parse("<table>x<tr><td>y</table>")),
        r#"(body "x" (table (tbody (tr (td "y")))))"#
    );
}

#[test]
fn a_byte_order_mark_is_text_but_at_the_start() {
    let page = "\u{feff}<p>a<script>b</script>\u{feff}c";
    for parse in [Document::parse, Document::parse_with_html5ever] {
        let document = parse(page, &Limits::default());
        assert_eq!(
            sketch(&document),
            "(body (p \"a\" (script \"b\") \"\u{feff}c\"))".replace('\u{feff}', "\\u{feff}")
        );
    }
}

#[test]
fn numbers_follow_document_order() {
    let document = parse("<table>a<tr><td>b</table><p>c<template><i>d</i></template>e");
    let ids: Vec<_> = document.root().descendants().map(NodeRef::id).collect();
    assert!(ids.is_sorted());
    for node in document.root().descendants() {
        let inside: Vec<_> = node.descendants().map(NodeRef::id).collect();
        assert!(inside.iter().all(|id| node.contains(*id)));
        assert!(node.children().all(|child| inside.contains(&child.id())));
    }
    assert_eq!(flat(document.root()), "a b ce");
}

#[test]
fn declared_shadow_roots_are_put_into_their_hosts() {
    let root = |mode: &str| format!("<template shadowrootmode={mode}><p>a<b>b</template>");
    let open = root("open");
    assert_eq!(
        sketch(&parse(&format!("<x-y>{open}c</x-y>d"))),
        r#"(body (x-y (p "a" (b "b")) "c") "d")"#
    );
    assert_eq!(sketch(&parse(&format!("<div>{}</div>", root("closed")))).matches("(p").count(), 1);
    let twice = parse(&format!("<div>{open}{open}</div>"));
    assert_eq!(sketch(&twice), r#"(body (div (p "a" (b "b")) (template)))"#);
    let nested = "<div><template shadowrootmode=open><p>a<x-y><template shadowrootmode=open>b</template>\
                  </x-y>c</template></div>";
    assert_eq!(sketch(&parse(nested)), r#"(body (div (p "a" (x-y "b") "c")))"#);
    // These may have none, by the standard.
    for host in ["<ul>", "<a>", "<table>"] {
        assert!(!sketch(&parse(&format!("{host}{open}"))).contains("(p"), "{host}");
    }
    assert!(!sketch(&parse(&format!("<div>{}</div>", root("none")))).contains("(p"));
}

#[test]
fn contents_of_templates_stand_apart() {
    let document = parse("<template><p>a</p></template>");
    let template =
        document.elements().find(|element| element.tag() == Tag::Template).expect("a template");
    let contents = document.template_contents(template).expect("contents");
    assert_eq!(flat(contents), "a");
    assert_eq!(document.elements().filter(|element| element.tag() == Tag::P).count(), 0);
}

#[test]
fn visible_text_keeps_words_apart_and_hidden_text_out() {
    let document = parse(
        "<div>a<br>b<p>c\n d</p><script>x</script><p hidden>y<p style='color:red;Display: NONE'>z\
         </div><span>e</span><span>f</span>",
    );
    assert_eq!(flat(document.root()), "a b c d ef");
    assert_eq!(lines(document.root()), "a\nb\nc d\nef");
}

#[test]
fn nested_elements_are_cut_at_the_limit_with_their_end_tags() {
    let limits = Limits::default().with_depth(4);
    // html, body and two elements may be open.
    let document = Document::parse("<div><p>a<i><i>b</i></i>c</p>d</div>e", &limits);
    assert_eq!(sketch(&document), r#"(body (div (p "abc") "d") "e")"#);
    assert_eq!(document.cuts(), [Cut { kind: CutKind::Depth, allowed: 4, at: 12 }]);
    let document = Document::parse("<div><p>a</p>d</div>e", &limits);
    assert_eq!(document.cuts(), []);
}

#[test]
fn what_closes_an_element_around_those_left_out_closes_them_too() {
    let limits = Limits::default().with_depth(4);
    let document = Document::parse("<ul><li>a<ul><li>b</ul>c</ul><p>d", &limits);
    assert_eq!(sketch(&document), r#"(body (ul (li "abc")) (p "d"))"#);
    let document = Document::parse("<div><p>a<i>b</div><p><u>c</u></p>e", &limits);
    assert_eq!(sketch(&document), r#"(body (div (p "ab")) (p (u "c")) "e")"#);
}

#[test]
fn limits_of_nodes_attributes_and_formatting_elements_cut() {
    let document = Document::parse(&"<p>a".repeat(100), &Limits::default().with_nodes(50));
    assert!(
        document.arena.nodes.len() <= 60
            && document.cuts().first().map(|cut| cut.kind) == Some(CutKind::Nodes)
    );

    let document = Document::parse("<p a=1 b=2 c=3>x", &Limits::default().with_attributes(2));
    let p = document.elements().find(|element| element.tag() == Tag::P).expect("a paragraph");
    assert_eq!(p.attrs().collect::<Vec<_>>(), [("a", "1"), ("b", "2")]);

    let limits = Limits::default().with_formatting_elements(2);
    let document = Document::parse("<b><i><u>a</u></i></b><p><b><i>b</i></b>", &limits);
    assert_eq!(sketch(&document), r#"(body (b (i "a")) (p (b (i "b"))))"#);
    assert_eq!(document.cuts(), [Cut { kind: CutKind::FormattingElements, allowed: 2, at: 9 }]);
}

#[test]
fn input_is_cut_at_a_character() {
    let document = Document::parse("aé", &Limits::default().with_input_bytes(2));
    assert_eq!(flat(document.root()), "a");
    assert_eq!(document.cuts(), [Cut { kind: CutKind::InputBytes, allowed: 2, at: 1 }]);
}

#[test]
fn hostile_nesting_is_parsed_in_linear_time() {
    for unit in
        ["<div>", "<b id=%>", "<font a%=1>", "<table><tr><td>", "<svg>", "<template>", "x<div>"]
    {
        let html: String = (0..20_000).map(|i| unit.replace('%', &i.to_string())).collect();
        let document = parse(&format!("<table>{html}<p>The end of the page.</p>"));
        assert!(!document.cuts().is_empty(), "{unit}");
    }
}

#[test]
fn selectors_match_in_one_walk_as_alone() {
    let document = parse(
        "<div id=a class='x y'><p class=x>1</p><p data-k=v>2<a href=#>3</a></div><ul><li>4<li>5</ul>",
    );
    let selectors: Vec<_> = [
        "#a",
        ".x",
        "p",
        "[data-k]",
        "[data-k=v] a",
        "div > .x, li",
        "*",
        ":is(p, li):last-child",
        "div:has(a)",
        "li:nth-child(2)",
        "p:not(.x)",
        "section",
    ]
    .map(|selector| Selector::parse(selector).expect(selector))
    .into();
    let found = RuleSet::new(&selectors).find_in(&document);
    for (rule, selector) in selectors.iter().enumerate() {
        let alone: Vec<_> = document.select(selector).map(ElementRef::id).collect();
        assert_eq!(found.of(rule), alone, "{selector:?}");
        assert_eq!(alone.is_empty(), selector.as_str() == "section");
    }
}

#[test]
fn a_bad_selector_says_what_is_wrong() {
    let texts = ["", "p >", "p:hover", "a[=b]", "p..c", "p, ", "::before", "p{}"]
        .map(|selector| Selector::parse(selector).expect_err("not a selector").to_string());
    insta::assert_snapshot!(texts.join("\n"));
}

#[test]
fn links_are_resolved_against_base_and_page() {
    let resolve =
        |html: &str, url: Option<&str>, link: &str| Base::new(&parse(html), url).resolve(link);
    let page = Some("https://a.kz/news/1");
    assert_eq!(resolve("", page, "../x?y#z").as_deref(), Some("https://a.kz/x?y#z"));
    assert_eq!(resolve("<base href=/b/>", page, "x").as_deref(), Some("https://a.kz/b/x"));
    assert_eq!(
        resolve("<base href='no url ://'>", page, "x").as_deref(),
        Some("https://a.kz/news/no%20url%20://x")
    );
    assert_eq!(
        resolve("<link rel=canonical href=https://c.kz/1>", None, "/x").as_deref(),
        Some("https://c.kz/x")
    );
    assert_eq!(resolve("", None, "/x").as_deref(), Some("/x"));
    for link in ["javascript:alert(1)", "data:text/html,x", "mailto:a@b.kz", "", "http://"] {
        assert_eq!(resolve("", page, link), None, "{link}");
        assert_eq!(resolve("", None, link), None, "{link}");
    }
}

#[test]
fn a_page_parsed_with_scraper_gives_the_same_tree() {
    let html =
        "<!doctype html><title>t</title><p>a<b>b</b><template><i>c</i></template><table>d<tr><td>e";
    let theirs = Document::from(&scraper::Html::parse_document(html));
    assert_eq!(sketch(&theirs), sketch(&parse(html)));
}
