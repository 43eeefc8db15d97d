use std::{borrow::Cow, path::PathBuf};

use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, KOI8_R, SHIFT_JIS, UTF_8, WINDOWS_1251, WINDOWS_1252,
};
use proptest::prelude::*;

use super::{decode, prescan};
use crate::model::EncodingSource;

/// A language's encoding, a text, and what the detector calls the encoding: the superset that
/// reads the same bytes alike.
const PAGES: &[(&Encoding, &str, &str)] = &[
    (
        WINDOWS_1251,
        "Ночью в Алматы выпал первый снег, и утром автобусы шли с опозданием на полчаса.",
        "windows-1251",
    ),
    (
        KOI8_R,
        "Библиотека на улице Садовой снова открыта: ремонт занял всего четыре месяца.",
        "KOI8-U",
    ),
    (
        GB18030,
        "昨天夜里全市普降大雪，早晨的公共汽车普遍晚点半个小时。图书馆将于下周重新开放。",
        "GBK",
    ),
    (
        SHIFT_JIS,
        "昨夜は市内で大雪が降り、今朝のバスは三十分ほど遅れました。図書館は来週また開きます。",
        "Shift_JIS",
    ),
    (
        EUC_KR,
        "어젯밤 시내에 큰 눈이 내려 오늘 아침 버스가 삼십 분쯤 늦었다. 도서관은 다음 주에 다시 연다.",
        "EUC-KR",
    ),
    (
        WINDOWS_1252,
        "La bibliothèque a rouvert après l’été : les élèves étaient déjà là, très tôt, à l’entrée.",
        "windows-1252",
    ),
    (EUC_JP, "市役所は新しい図書館の計画を発表した。建物は駅の近くに建てられるという。", "EUC-JP"),
    (BIG5, "昨天夜裡全市下起大雪，早晨的公車普遍晚點半個小時。圖書館將於下週重新開放。", "Big5"),
];

fn page(head: &str, text: &str) -> String {
    format!("<!DOCTYPE html><html><head>{head}<title>News</title></head><body><p>{text}</p></body>")
}

fn encode(encoding: &'static Encoding, html: &str) -> Vec<u8> {
    let (bytes, _, unmappable) = encoding.encode(html);
    assert!(!unmappable, "{} lacks a character of {html}", encoding.name());
    bytes.into_owned()
}

fn utf16(html: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    html.encode_utf16().flat_map(to_bytes).collect()
}

#[track_caller]
fn check(bytes: &[u8], header: Option<&str>, expected: (&str, &str, EncodingSource)) {
    let decoded = decode(bytes, header);
    let (text, encoding, source) = expected;
    assert_eq!((decoded.encoding, decoded.source), (encoding, source));
    assert_eq!(decoded.text, text);
    assert!(!decoded.malformed);
}

#[test]
fn the_header_names_the_encoding() {
    for (encoding, text, _) in PAGES {
        let html = page("<meta charset=utf-8>", text);
        let header = format!("text/html; charset={}", encoding.name());
        let expected = (html.as_str(), encoding.name(), EncodingSource::ContentType);
        check(&encode(encoding, &html), Some(&header), expected);
    }
}

#[test]
fn a_meta_element_names_the_encoding() {
    for (encoding, text, _) in PAGES {
        for head in [
            format!("<meta charset=\"{}\">", encoding.name()),
            format!(
                "<meta http-equiv=Content-Type content='text/html; charset={}'>",
                encoding.name()
            ),
        ] {
            let html = page(&head, text);
            let expected = (html.as_str(), encoding.name(), EncodingSource::Meta);
            check(&encode(encoding, &html), Some("text/html"), expected);
        }
    }
}

#[test]
fn the_detector_finds_the_encoding() {
    for (encoding, text, name) in PAGES {
        let html = page("", text);
        let expected = (html.as_str(), *name, EncodingSource::Detector);
        check(&encode(encoding, &html), None, expected);
    }
}

#[test]
fn utf16_is_read_by_mark_header_declaration_and_detector() {
    for (name, to_bytes) in
        [("UTF-16LE", u16::to_le_bytes as fn(u16) -> [u8; 2]), ("UTF-16BE", u16::to_be_bytes)]
    {
        for (_, text, _) in PAGES {
            let html = page("<meta charset=utf-16>", text);
            let marked = utf16(&format!("\u{FEFF}{html}"), to_bytes);
            let lying = Some("text/html; charset=koi8-r");
            check(&marked, lying, (&html, name, EncodingSource::ByteOrderMark));
            let bytes = utf16(&html, to_bytes);
            let header = format!("text/html; charset={name}");
            check(&bytes, Some(&header), (&html, name, EncodingSource::ContentType));
            check(&bytes, None, (&html, name, EncodingSource::Detector));
            let xml = format!("<?xml version=\"1.0\"?>{html}");
            check(&utf16(&xml, to_bytes), None, (&xml, name, EncodingSource::Meta));
        }
    }
}

#[test]
fn a_meta_element_that_names_utf16_means_utf8() {
    let html = page("<meta charset=utf-16le>", "Жаңа кітапхана ашылды.");
    check(html.as_bytes(), None, (&html, "UTF-8", EncodingSource::Meta));
}

#[test]
fn utf8_is_borrowed() {
    let html = page("", "Жаңа кітапхана ашылды.");
    let marked = format!("\u{FEFF}{html}");
    for (bytes, header, source) in [
        (html.as_bytes(), None, EncodingSource::Detector),
        (html.as_bytes(), Some("text/html; charset=utf-8"), EncodingSource::ContentType),
        (marked.as_bytes(), None, EncodingSource::ByteOrderMark),
    ] {
        check(bytes, header, (&html, "UTF-8", source));
        assert!(matches!(decode(bytes, header).text, Cow::Borrowed(_)));
    }
    assert!(matches!(decode(b"<p>ASCII</p>", None).text, Cow::Borrowed(_)));
}

#[test]
fn malformed_bytes_are_flagged() {
    for (bytes, label, text) in [
        (&b"caf\xE9 au lait"[..], "utf-8", "caf\u{FFFD} au lait"),
        (b"\xB0\xA1\xFF<p>", "euc-kr", "가\u{FFFD}<p>"),
        (b"<\0p\0>\0\x20", "utf-16le", "<p>\u{FFFD}"),
        (b"\x3D\xD8<\0", "utf-16le", "\u{FFFD}<"),
        (b"<p>", "iso-2022-kr", "\u{FFFD}"),
    ] {
        let decoded = decode(bytes, Some(&format!("text/html; charset={label}")));
        assert_eq!(decoded.text, text, "{label}");
        assert!(decoded.malformed, "{label}");
    }
}

#[test]
fn an_empty_page_decodes() {
    check(b"", None, ("", "windows-1252", EncodingSource::Detector));
    check(b"\xEF\xBB\xBF", None, ("", "UTF-8", EncodingSource::ByteOrderMark));
}

/// A case of html5lib's encoding suite.
struct Case {
    data: Vec<u8>,
    encoding: &'static Encoding,
}

impl Case {
    /// Why the bytes alone can't decide the case, if so.
    fn beyond_the_prescan(&self) -> Option<&'static str> {
        let meta = self.data.windows(5).rposition(|w| w.eq_ignore_ascii_case(b"<meta"))?;
        (meta >= prescan::WINDOW).then_some(
            "the <meta> begins after the 1024 bytes of the prescan: a tree builder finds it",
        )
    }

    /// The suite's default is windows-1252: it has no detector.
    fn decided(&self) -> &'static Encoding {
        match Encoding::for_bom(&self.data) {
            Some((encoding, _)) => encoding,
            None => prescan::prescan(&self.data).unwrap_or(WINDOWS_1252),
        }
    }
}

fn html5lib_suite() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/html5lib-tests/encoding")
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, part)
}

fn cases(file: &[u8]) -> Vec<Case> {
    const DATA: &[u8] = b"#data\n";
    const ENCODING: &[u8] = b"\n#encoding\n";
    let mut cases = Vec::new();
    let mut rest = file;
    while let Some(start) = find(rest, DATA) {
        rest = &rest[start + DATA.len()..];
        let end = find(rest, ENCODING).expect("each #data has an #encoding");
        let data = rest[..end].to_vec();
        rest = &rest[end + ENCODING.len()..];
        let label = rest.split(|b| *b == b'\n').next().expect("a label");
        let encoding = Encoding::for_label(label).expect("a known label");
        cases.push(Case { data, encoding });
    }
    cases
}

#[test]
fn html5lib_encoding_suite() {
    if !html5lib_suite().is_dir() {
        println!("skipped: {} is absent", html5lib_suite().display());
        return;
    }
    println!("skipped: scripted/ changes the page by scripts, which are not run");
    let (mut passed, mut failed) = (0, Vec::new());
    for name in ["tests1.dat", "tests2.dat", "test-yahoo-jp.dat"] {
        let file = std::fs::read(html5lib_suite().join(name)).expect("the suite is complete");
        for (index, case) in cases(&file).iter().enumerate() {
            if let Some(reason) = case.beyond_the_prescan() {
                println!("skipped: {name} case {index}: {reason}");
            } else if case.decided() == case.encoding {
                passed += 1;
            } else {
                failed.push(format!("{name} case {index}: {}", case.decided().name()));
            }
        }
    }
    println!("{passed} cases passed");
    assert!(failed.is_empty(), "{failed:#?}");
    assert!(passed > 0);
}

/// The file holds the page in UTF-8 although its `<meta>` says EUC-JP, so it is encoded first.
#[test]
fn html5lib_yahoo_japan_page_reads_right() {
    let Ok(file) = std::fs::read(html5lib_suite().join("test-yahoo-jp.dat")) else {
        println!("skipped: {} is absent", html5lib_suite().display());
        return;
    };
    for case in cases(&file) {
        let html = String::from_utf8(case.data).expect("the file is UTF-8");
        let bytes = encode(case.encoding, &html);
        check(&bytes, None, (&html, "EUC-JP", EncodingSource::Meta));
    }
}

/// A label of each encoding that reads ASCII bytes as ASCII.
const ASCII_COMPATIBLE: &[&str] = &[
    "utf-8",
    "ibm866",
    "iso-8859-2",
    "iso-8859-3",
    "iso-8859-4",
    "iso-8859-5",
    "iso-8859-6",
    "iso-8859-7",
    "iso-8859-8",
    "iso-8859-8-i",
    "iso-8859-10",
    "iso-8859-13",
    "iso-8859-14",
    "iso-8859-15",
    "iso-8859-16",
    "koi8-r",
    "koi8-u",
    "macintosh",
    "windows-874",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-1258",
    "x-mac-cyrillic",
    "gbk",
    "gb18030",
    "big5",
    "euc-jp",
    "shift_jis",
    "euc-kr",
    "x-user-defined",
];

proptest! {
    #[test]
    fn any_bytes_decode(
        bytes in prop::collection::vec(any::<u8>(), 0..3000),
        header in prop::option::of(".{0,60}"),
    ) {
        let decoded = decode(&bytes, header.as_deref());
        prop_assert!(Encoding::for_label(decoded.encoding.as_bytes()).is_some());
        prop_assert!(decoded.text.len() <= bytes.len() * 3);
    }

    #[test]
    fn any_markup_decodes(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "<meta", " charset", "=", "\"", "'", "koi8-r", "utf-16", " content", " http-equiv",
                "content-type", ">", "<", "/", "<!--", "-->", "<?xml", " encoding", "<p ", "\0", "é",
            ]),
            0..60,
        ),
    ) {
        let html = parts.concat();
        let decoded = decode(html.as_bytes(), None);
        if decoded.encoding == UTF_8.name() {
            prop_assert_eq!(&decoded.text, &html);
        }
    }

    #[test]
    fn ascii_stays_as_it_is(
        html in "[\\x00-\\x7F]{0,300}",
        label in prop::sample::select(ASCII_COMPATIBLE),
    ) {
        let decoded = decode(html.as_bytes(), Some(&format!("text/html; charset={label}")));
        prop_assert_eq!(decoded.source, EncodingSource::ContentType);
        prop_assert_eq!(&decoded.text, &html);
        prop_assert!(!decoded.malformed);
    }
}
