use super::*;

/// Seven sentences, of which a teaser could not be made.
const SENTENCES: [&str; 4] = [
    "The water mill at Hollow Beck ground flour this morning, for the first time in ninety years.",
    "A queue for the first bag reached the bridge. It was raining, and nobody left.",
    "Volunteers spent six winters on the wheel. The shaft was found under a hedge.",
    "She will grind at weekends from now on, as long as the beck is full and the otters let her.",
];

const HEADLINE: &str = "Old mill turns again";

fn find_in(scripts: &str) -> Option<(Vec<String>, String, f32)> {
    let limits = Limits::default();
    let document = Document::parse(&format!("<div id=app></div>{scripts}"), &limits);
    let (stated, origin, confidence) = find(&document, &Base::default(), &limits, Some(HEADLINE))?;
    assert_eq!(origin.kind, OriginKind::State);
    Some((stated.blocks.iter().map(show).collect(), origin.detail, confidence))
}

fn show(block: &Block) -> String {
    match block {
        Block::Paragraph(paragraph) => paragraph.content.text(),
        Block::Heading(heading) => format!("# {}", heading.content),
        other => format!("{other:?}"),
    }
}

/// Asserts that the four paragraphs are found at a path.
fn assert_found(scripts: &str, path: &str) {
    let (paragraphs, found, _) = find_in(scripts).unwrap_or_else(|| panic!("nothing: {path}"));
    assert_eq!(found, path);
    assert_eq!(paragraphs, SENTENCES);
}

fn data(value: &serde_json::Value) -> String {
    format!("<script id=__NEXT_DATA__ type=application/json>{value}</script>")
}

fn html() -> String {
    SENTENCES.map(|text| format!("<p>{text}</p>")).concat()
}

#[test]
fn html_in_a_string() {
    let state = serde_json::json!({"props": {"article": {"title": HEADLINE, "body": html()}}});
    assert_found(&data(&state), "__NEXT_DATA__.props.article.body");
}

#[test]
fn text_in_lines() {
    let state = serde_json::json!({"story": {"text": SENTENCES.join("\n\n")}});
    assert_found(&data(&state), "__NEXT_DATA__.story.text");
}

#[test]
fn lists_of_blocks_of_several_editors() {
    let blocks = [
        SENTENCES.map(|text| serde_json::json!({"type": "paragraph", "data": {"text": text}})),
        SENTENCES.map(|text| serde_json::json!({"type": "unstyled", "text": text, "key": "a1"})),
        SENTENCES.map(|text| serde_json::json!(text)),
        SENTENCES.map(|text| {
            let (head, tail) = text.split_at(10);
            serde_json::json!({"nodeType": "paragraph", "content": [
                {"nodeType": "text", "value": head},
                {"nodeType": "hyperlink", "data": {"uri": "https://a.example/"},
                 "content": [{"nodeType": "text", "value": tail}]},
            ]})
        }),
        SENTENCES.map(|text| serde_json::json!(["$", "p", null, {"children": text}])),
    ];
    for blocks in blocks {
        assert_found(&data(&serde_json::json!({"content": blocks})), "__NEXT_DATA__.content");
    }
}

#[test]
fn pictures_are_left_out_and_headings_kept() {
    let mut blocks =
        SENTENCES.map(|text| serde_json::json!({"type": "text", "text": text})).to_vec();
    blocks.insert(1, serde_json::json!({"type": "image", "text": "A wheel. By Ann.", "url": "/a"}));
    blocks.insert(2, serde_json::json!({"type": "heading", "text": "The queue"}));
    let (found, ..) = find_in(&data(&serde_json::json!({"blocks": blocks}))).expect("a body");
    assert_eq!(found[..3], [SENTENCES[0], "# The queue", SENTENCES[1]]);
}

#[test]
fn variables_and_calls_and_states_in_strings() {
    let state = serde_json::json!({"article": {"html": html(), "filler": "x".repeat(1000)}});
    let code = format!("<script>var a = b({{}});window.__STATE__ = {state};run();</script>");
    assert_found(&code, "__STATE__.article.html");
    let text = serde_json::Value::from(state.to_string());
    assert_found(&format!("<script>s=JSON.parse({text})</script>"), "parse.article.html");
}

#[test]
fn pieces_of_a_stream() {
    let text = html();
    let stream = format!("1:\"$Sreact\"\n2a:T{:x},{text}3:[\"$\",\"div\",null,{{}}]\n", text.len());
    let (head, tail) = stream.split_at(100);
    let push = |piece: &str| {
        let piece = serde_json::Value::from(piece).to_string().replace('<', "\\u003c");
        format!("<script>self.__next_f.push([1,{piece}])</script>")
    };
    let scripts = format!(
        "<script>(self.__next_f=self.__next_f||[]).push([0])</script>{}{}",
        push(head),
        push(tail)
    );
    assert_found(&scripts, "__next_f.2a");
}

#[test]
fn the_text_beside_the_headline_is_taken_before_a_longer_one() {
    let other = format!("{}{}", html().replace("mill", "weir"), html().replace("mill", "lock"));
    let state = serde_json::json!([
        {"title": "Lock opens", "body": other},
        {"title": HEADLINE, "body": html()},
    ]);
    assert_found(&data(&state), "__NEXT_DATA__.1.body");
    let (.., confidence) = find_in(&data(&state)).expect("a body");
    assert!(confidence > CONFIDENCE);
}

#[test]
fn teasers_comments_and_code_are_no_body() {
    let teasers =
        SENTENCES.map(|text| serde_json::json!({"title": "A", "url": "/a", "text": text}));
    assert!(find_in(&data(&serde_json::json!({"items": teasers}))).is_none());
    assert!(find_in(&data(&serde_json::json!({"comments": [html()]}))).is_none());
    let words: Vec<String> = (0..300).map(|number| format!("chunk {number}")).collect();
    assert!(find_in(&data(&serde_json::json!({"chunks": words}))).is_none());
}

#[test]
fn code_that_is_no_json_is_left() {
    let code = "var a = {b: 1}; var c = [function(){}];".repeat(50);
    assert!(find_in(&format!("<script>{code}</script>")).is_none());
    assert!(find_in("<script>self.__next_f.push([1,\"2:Tfffff,a\"])</script>").is_none());
}
