//! Cases of our own, by the sections of the standard.

use std::fmt::Write;

use super::*;

/// The tokens in one line.
fn line(html: &str) -> String {
    let seen = seen(html);
    assert_eq!(seen, seen_by_theirs(html), "html5ever reads {html:?} in another way");
    seen.iter().map(sketch).collect::<Vec<_>>().join(" ")
}

fn sketch(seen: &Seen) -> String {
    match seen {
        Seen::Doctype(name, public, system, quirks) => {
            let [name, public, system] =
                [name, public, system].map(|part| part.as_deref().unwrap_or("-"));
            format!("!{name},{public},{system}{}", if *quirks { ",quirks" } else { "" })
        }
        Seen::Start(name, attributes, closed) => {
            let mut tag = format!("<{name}");
            for (name, value) in attributes {
                write!(tag, " {name}={value:?}").expect("a string takes all");
            }
            tag + if *closed { "/>" } else { ">" }
        }
        Seen::End(name) => format!("</{name}>"),
        Seen::Comment(comment) => format!("#{comment:?}"),
        Seen::Text(text) => format!("{text:?}"),
        Seen::Eof => "$".to_owned(),
    }
}

fn check(cases: &[(&str, &str)]) {
    for (html, expected) in cases {
        assert_eq!(line(html), *expected, "{html:?}");
    }
}

#[test]
fn tags_have_names_in_lower_case() {
    check(&[
        ("<A><b/><c /><d/ >", r"<a> <b/> <c/> <d> $"),
        ("<x\0Y></x\0y>", "<x\u{fffd}y> </x\u{fffd}y> $"),
        ("<é>< p>a<", r#""<é>< p>a<" $"#),
        ("<p\n\tq\x0Cr>", r#"<p q="" r=""> $"#),
        ("</p a=b c></P/>", r"</p> </p> $"),
        ("a</>b</", r#""ab</" $"#),
    ]);
}

#[test]
fn what_a_page_ends_in_is_dropped_if_it_is_a_tag() {
    for tag in ["p", "p ", "p a", "p a ", "p a=", "p a= ", "p a=b", "p a='b", "p a='b'", "p /"] {
        assert_eq!(line(&format!("x<{tag}")), r#""x" $"#, "{tag}");
        assert_eq!(line(&format!("x</{tag}")), r#""x" $"#, "{tag}");
    }
}

#[test]
fn attributes_are_read_with_and_without_quotes() {
    check(&[
        (r#"<p a=1 b='2"' c="3'" d>"#, r#"<p a="1" b="2\"" c="3'" d=""> $"#),
        ("<p A = b C\n=\n'd'e=f>", r#"<p a="b" c="d" e="f"> $"#),
        ("<p =a =b== =c=d>", r#"<p =a="b==" =c="d"> $"#),
        ("<p a=>", r#"<p a=""> $"#),
        ("<p a=b/>", r#"<p a="b/"> $"#),
        ("<p a/b/=c>", r#"<p a="" b="" =c=""> $"#),
        ("<p a='x'/>", r#"<p a="x"/> $"#),
        ("<p \"a'<=`b\">", r#"<p "a'<="`b\""> $"#),
        ("<p a=\0\r\nb='\r\r\n\0'>", "<p a=\"\u{fffd}\" b=\"\\n\\n\u{fffd}\"> $"),
        ("<p a=1 A=2 b=3 a=4>", r#"<p a="1" b="3"> $"#),
    ]);
}

#[test]
fn of_many_attributes_with_one_name_the_first_counts() {
    let names = (0..100).chain(0..100);
    let mut attributes = String::new();
    for (at, name) in names.enumerate() {
        write!(attributes, " a{name}={at}").expect("a string takes all");
    }
    let Seen::Start(_, attributes, _) = seen(&format!("<p{attributes}>")).remove(0) else {
        panic!("no start tag");
    };
    let expected = (0..100).map(|at| (format!("a{at}"), at.to_string()));
    assert_eq!(attributes, expected.collect::<Vec<_>>());
}

#[test]
fn one_attribute_more_than_is_allowed_is_kept() {
    let html = "<p a=1 b=2 a=3 c=4 d=5>";
    let recorder = super::super::tokenize(html, 2, Recorder::new(Builder::default()));
    assert_eq!(sketch(&recorder.finish().1[0]), r#"<p a="1" b="2" c="4">"#);
}

#[test]
fn references_are_resolved_in_text_and_values() {
    check(&[
        ("a&amp;b&ampc&#x41;&#66&nope;&", r#""a&b&cAB&nope;&" $"#),
        ("&notin;&notit;&NotEqualTilde;&lt;p>", "\"∉¬it;\u{2242}\\u{338}<p>\" $"),
        ("<p a='&amp;&ampc&amp=&amp' b=&copy;&copy1>", r#"<p a="&&ampc&amp=&" b="©&copy1"> $"#),
        ("&am\rp;&#\0;", "\"&am\\np;&#\\0;\" $"),
        ("<title>&lt;&#0;</title>", "<title> \"<\u{fffd}\" </title> $"),
        (
            "<style>&lt;</style><script>&lt;</script>",
            r#"<style> "&lt;" </style> <script> "&lt;" </script> $"#,
        ),
    ]);
}

#[test]
fn line_ends_are_normalised_and_nul_is_passed_on() {
    check(&[
        ("a\r\nb\rc\n\rd\r", r#""a\nb\nc\n\nd\n" $"#),
        ("a\0<b>\0\0</b>", r#""a\0" <b> "\0\0" </b> $"#),
        ("<!--a\0\r\n-->", "#\"a\u{fffd}\\n\" $"),
        ("<style>\0\r</style>", "<style> \"\u{fffd}\\n\" </style> $"),
    ]);
}

#[test]
fn comments_end_as_browsers_end_them() {
    check(&[
        ("<!--a-->b<!---->c<!-->d<!--->e", r#"#"a" "b" #"" "c" #"" "d" #"" "e" $"#),
        ("<!--a--!>b<!--a--!-->c", r#"#"a" "b" #"a--!" "c" $"#),
        ("<!--a->b--->c", r#"#"a->b-" "c" $"#),
        ("<!--<!--a-->-->", r#"#"<!--a" "-->" $"#),
        ("<!--a<!-->b", r#"#"a<!" "b" $"#),
        ("<!--a", r#"#"a" $"#),
        ("<!--a-", r#"#"a" $"#),
        ("<!--a--", r#"#"a" $"#),
        ("<!--a--!", r#"#"a" $"#),
        ("<!--a---", r#"#"a-" $"#),
        ("<!--", r#"#"" $"#),
        ("<!---", r#"#"" $"#),
        ("<!----!", r#"#"" $"#),
        ("<!---!", r#"#"-!" $"#),
    ]);
}

#[test]
fn other_declarations_are_comments() {
    check(&[
        ("<?xml version='1'?>a", r#"#"?xml version='1'?" "a" $"#),
        ("<!ELEMENT a>b", r#"#"ELEMENT a" "b" $"#),
        ("<!>a</ b>c", r#"#"" "a" #" b" "c" $"#),
        ("<![CDATA[a]]>", r#"#"[CDATA[a]]" $"#),
        ("<!", r#"#"" $"#),
        ("<!-a", r#"#"-a" $"#),
        ("<?", r#"#"?" $"#),
        ("</\r>", r#"#"\n" $"#),
    ]);
}

#[test]
fn sections_of_character_data_stand_in_svg() {
    check(&[
        ("<svg><![CDATA[<a>&amp;]]>&amp;", r#"<svg> "<a>&amp;&" $"#),
        ("<svg><![CDATA[a]b]]c]]]></svg>", r#"<svg> "a]b]]c]" </svg> $"#),
        ("<svg><![CDATA[\0\r\n]]", r#"<svg> "\0\n]]" $"#),
        ("<svg><![CDATA[", "<svg> $"),
    ]);
}

#[test]
fn doctypes_have_a_name_and_identifiers() {
    check(&[
        ("<!DOCTYPE html>", "!html,-,- $"),
        ("<!doctypeHTML\0>", "!html\u{fffd},-,- $"),
        ("<!DOCTYPE>", "!-,-,-,quirks $"),
        ("<!DOCTYPE", "!-,-,-,quirks $"),
        ("<!DOCTYPE html", "!html,-,-,quirks $"),
        ("<!DOCTYPE html x>", "!html,-,-,quirks $"),
        ("<!DOCTYPE html PUBLIC>", "!html,-,-,quirks $"),
        ("<!DOCTYPE html public 'a'>", "!html,a,- $"),
        ("<!DOCTYPE html PUBLIC\"a\"'b'>", "!html,a,b $"),
        ("<!DOCTYPE html PUBLIC 'a' 'b' c>d", r#"!html,a,b "d" $"#),
        ("<!DOCTYPE html PUBLIC 'a' c>", "!html,a,-,quirks $"),
        ("<!DOCTYPE html PUBLIC 'a>b", r#"!html,a,-,quirks "b" $"#),
        ("<!DOCTYPE html SYSTEM 'a\0\r'>", "!html,-,a\u{fffd}\n $"),
        ("<!DOCTYPE html SYSTEM 'a' b", "!html,-,a $"),
        ("<!DOCTYPE html SYSTEM 'a' ", "!html,-,a,quirks $"),
        ("<!DOCTYPE html SYSTEM a>", "!html,-,-,quirks $"),
    ]);
}

#[test]
fn text_of_elements_without_elements_ends_at_their_end_tag() {
    check(&[
        ("<title><b></titles></title x>a", r#"<title> "<b></titles>" </title> "a" $"#),
        ("<style></ style></STYLE\n>", r#"<style> "</ style>" </style> $"#),
        ("<textarea>a</textarea", r#"<textarea> "a</textarea" $"#),
        ("<textarea>a</textarea ", r#"<textarea> "a" $"#),
        ("<title></title/>a", r#"<title> </title> "a" $"#),
        ("<plaintext>a</plaintext>\0", "<plaintext> \"a</plaintext>\u{fffd}\" $"),
    ]);
}

#[test]
fn scripts_hide_in_comments() {
    let text_of = |script: &str| match &seen(&format!("<script>{script}"))[..] {
        [_, Seen::Text(text), ..] => text.clone(),
        other => panic!("{other:?}"),
    };
    let whole = [
        "a<b</scripts><!-",
        "<!--<script></script>",
        "<!--<script </script>-",
        "<!--<SCRIPT/</script></script",
        "<!-- <script>--</script>",
        "<!--<script>x</script\u{c}",
    ];
    for script in whole {
        assert_eq!(text_of(script), script);
        assert_eq!(text_of(&format!("{script}</script>")), script, "{script}");
    }
}
