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

/// Where a tree builder does more with a start tag than to make an element of it, or less.
const TAGS_APART: &[&str] = &[
    // Attributes that are added to what is there, elements that are implied before, none at all.
    "<html lang=a><html lang=b class=c><body id=a><body id=b class=c>d",
    "<head id=a><head id=b><title id=c>d</title><meta charset=e><link rel=f>",
    "<link id=a>b<meta http-equiv=content-type content='text/html; charset=c'>",
    "<p id=a>b<form id=c><form id=d>e</form><form id=f>",
    "<tr id=a><td id=b><col id=c><frame id=d><caption id=e>f",
    "<table id=a><td id=b>c<tr id=d><th id=e><col id=f><tbody id=g>",
    "<table id=a><tr id=b><table id=c><td id=d><table id=e><caption id=f><td id=g>",
    "<table> a <tr id=b> <div id=c>d<td id=e><p id=f><b id=g>h</table>i",
    "<table><input id=a type=hidden><input id=b type=text><form id=c><form id=d>",
    "<frameset id=a><frame id=b><frameset id=c></frameset><noframes id=d>e",
    "<select id=a><option id=b>c<option id=d><optgroup id=e><select id=f><input id=g>",
    "<image src=a><br id=b></br id=c><p id=d></p id=e></p>",
    "<svg><body id=a><template id=b><html id=c><td id=d>e</template>",
    "<ruby><rb id=a><rtc id=b><rp id=c><button id=d><button id=e><object form=f>",
    "<body id=a></body><div id=b></html><div id=c><textarea id=d>\n</textarea><pre id=e>\n",
    // Formatting elements: made again, compared, closed around others.
    "<p><b id=a class=b><i id=c>d<p id=e>f</i>g</b>h",
    "<p><b id=a><b id=a><b id=a><b id=a><b id=b><p>c",
    "<a href=a>b<div id=c><a href=d>e<p id=f>g</a>h</div><nobr id=i><nobr id=j>k",
    "<b id=a><font color=c><div id=d><p id=e></b>f</font><span id=g>h",
    // Attributes that change their names, or tell what is to be done.
    "<svg viewbox=a xlink:href=b id=c><a xlink:href=d id=e><font id=f><font color=g>h",
    "<svg><foreignobject id=a><div viewbox=b><svg viewbox=c></svg><p id=d></svg><p viewbox=e>",
    "<body><svg viewbox=a xmlns=b hidden><g xmlns:xlink=c fill=d><path pathlength=e d=f /><use xlink:href=g>",
    "<body><svg id=a><path id=b></path><title id=c>d</title><lineargradient id=e><path id=f></svg>g",
    "<svg><desc id=a><td id=b><table id=c><table id=d></desc><title id=e viewbox=f><p viewbox=g>",
    "<math definitionurl=a><mi id=b><mglyph definitionurl=c><p definitionurl=d><malignmark id=e>",
    "<math><annotation-xml encoding=text/html id=a><svg viewbox=b><div id=c>d",
    "<math><annotation-xml encoding=A id=a><div definitionurl=b>c<malignmark definitionurl=d>",
    "<div><template shadowrootmode=open id=a><p id=b>c</template><template id=d><p id=e>f",
    "<template><col id=a><td id=b><div id=c></template><template><tr id=d><td id=e>",
    // Attributes that the page has not as they are meant, twice, or in great number.
    "<p id=a ID=b iD=c title='&lt;&amp;d' lang=e&amp;f hidden alt='\r\n\0'>",
    "<p a b c d e f g h i j k l m n a=1 n=2 o=3><b a b c d e f g h i j k l m n a=1 n=2 o=3>",
    "<p id='a' title='\0\r'><div id='b'><p id",
    // Text that goes on where it stood before something else.
    "a</html><!--b-->c<p>d</body><!--e-->f<table><td>g<p>h</td>i</table>j",
];

#[test]
fn attributes_that_go_past_the_tree_builder_come_to_their_elements() {
    let low = Limits::default().with_depth(5).with_attributes(2).with_formatting_elements(2);
    for limits in [Limits::default(), low] {
        for html in TAGS_APART {
            let theirs = Document::parse_with_html5ever(html, &limits);
            assert!(Document::parse(html, &limits).is_same(&theirs), "{html}");
        }
    }
    let all = TAGS_APART.join("</table></svg></math></select></template>");
    let theirs = Document::parse_with_html5ever(&all, &Limits::default());
    assert!(parse(&all).is_same(&theirs));
}

/// The names of all elements whose tags html5ever's tree builder treats in ways of their own, and
/// of some others.
const NAMES: &str = "\
    a address applet article b base body br button caption code col colgroup dd desc \
    dialog div dl dt font foreignObject form frame frameset g h1 h2 head hr html i iframe \
    image img input li link listing main marquee math menu meta mi my-card nobr noembed \
    noframes noscript object ol optgroup option p param path plaintext pre rb rp rt rtc ruby \
    script search select source span strong style summary svg table tbody td template \
    textarea tfoot th thead title tr ul use xmp";

#[test]
fn what_goes_past_the_tree_builder_goes_where_it_would_have_put_it() {
    let low = Limits::default().with_depth(12).with_nodes(24).with_formatting_elements(2);
    let kinds = |page: &Document| page.cuts().iter().map(|cut| cut.kind).collect::<Vec<_>>();
    let pages = [
        "<body><div>a<X>\nb<Y>\nc</X>d<!--e--><p>f</Y>g<div>h</div>i",
        "<body><ul><li><X>a<b c>d<div><Y>e<li>f</b><X>g</Y></X>h</li><p>i</div>j<frameset>k",
        "<head><X>a<Y> </X><!--b--></Y>\0<link>c<title>d</title><body>e<X>f<table><Y>g",
        "<head> <Y><title>a</title> <X>b</Y>\n<meta>\n<!--c--></X> d</head><div>e<frameset>f",
        "<body><p>a<svg viewbox=b><X viewbox=c />d<Y xlink:href=e>f\0</X><![CDATA[g]]><path/></Y>h</svg>i",
        "<body><div><svg><g><X>a<p>b<Y>c</X></g></Y><svg/>d</svg><b>e<svg></Y><X/></b></div>f",
        "<head><noscript><img></noscript><Y>a</Y><body b><X>c<div><Y>d</X>e</div><frameset>f",
        "<body><p><X id=a></Y>b<table><tr><td><Y>c<span>d</X></span>e</td>f</table><i>g</p>h",
    ];
    for page in pages {
        for x in NAMES.split(' ') {
            for y in NAMES.split(' ') {
                let html = page.replace('X', x).replace('Y', y);
                for limits in [&Limits::default(), &low] {
                    let theirs = Document::parse_with_html5ever(&html, limits);
                    let ours = Document::parse(&html, limits);
                    assert!(ours.is_same(&theirs) && kinds(&ours) == kinds(&theirs), "{html}");
                }
            }
        }
    }
}

#[test]
fn attributes_stand_at_the_element_of_their_tag_alone() {
    let attrs = |html: &str| -> Vec<String> {
        let document = parse(html);
        let with_attrs = document.elements().filter(|element| element.attrs().next().is_some());
        with_attrs
            .map(|element| format!("{} {:?}", element.name(), element.attrs().collect::<Vec<_>>()))
            .collect()
    };
    assert_eq!(attrs("<table><td id=a>"), [r#"td [("id", "a")]"#]);
    assert_eq!(attrs("<form id=a><form id=b>"), [r#"form [("id", "a")]"#]);
    assert_eq!(attrs("<tr id=a><p><b></p><p id=b>"), [r#"p [("id", "b")]"#]);
    assert_eq!(attrs("<link id=a>"), [r#"link [("id", "a")]"#]);
    assert_eq!(attrs("<p title='&lt;\r\n' id=b id=c>"), [r#"p [("title", "<\n"), ("id", "b")]"#]);
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
fn text_does_not_count_for_the_limit_of_depth() {
    let limits = Limits::default().with_depth(16).with_formatting_elements(2);
    let page = format!("<body><b><i><u>{}<span>y", "x<!---->".repeat(8));
    assert!(sketch(&Document::parse(&page, &limits)).ends_with(r#""x" (span "y"))))"#));
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
fn names_beyond_the_last_number_are_none() {
    let names: String = (0..70_000).map(|i| "<p a%=b>".replace('%', &i.to_string())).collect();
    let document = parse(&format!("<p class=a>{names}<p class=a>"));
    let attrs: Vec<_> = document.elements().flat_map(ElementRef::attrs).collect();
    assert!(matches!(
        attrs.as_slice(),
        [("class", "a"), ("a0", "b"), .., ("", "b"), ("class", "a")]
    ));
}

#[test]
fn values_of_any_length_are_kept() {
    for length in [0, 1, 65_534, 65_535, 65_536, 200_000] {
        let value = "a".repeat(length);
        let document = parse(&format!("<p title=b><p title='{value}'><p title='{value}' id=c>"));
        let titles: Vec<_> =
            document.elements().filter_map(|element| element.attr("title")).collect();
        assert_eq!(titles, ["b", &value, &value], "{length}");
    }
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
