//! The same input gives the same bytes: on sixteen threads that share a parser, and in processes
//! that hash with other seeds.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "support/corpora.rs"]
mod corpora;
#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "support/output.rs"]
mod output;

use std::env;
use std::process::Command;
use std::thread;

use newsprint::{NewsPage, Parser, Source};
use output::Output;

const THREADS: usize = 16;

/// Every so manieth saved page of the repository, and page of the corpora, and the longest.
const FIXTURES: usize = 4;
const STEP: usize = 200;
const LARGEST: usize = 300_000;

/// A page to read.
struct Page {
    url: Option<String>,
    bytes: Vec<u8>,
}

fn pages() -> Vec<Page> {
    let fixtures = fixtures::all().into_iter().step_by(FIXTURES);
    let fixtures = fixtures.map(|case| Page { url: Some(case.url), bytes: case.bytes });
    let lines = corpora::paths().into_iter().flat_map(|path| corpora::sample(&path, STEP));
    let real = lines.map(|line| Page { url: line.url, bytes: line.html.into_bytes() });
    fixtures.chain(real.filter(|page| page.bytes.len() <= LARGEST)).collect()
}

/// All that is written of a page.
fn written(parser: &Parser, page: &Page) -> String {
    let source = Source::bytes(&page.bytes);
    let source = match &page.url {
        Some(url) => source.with_url(url),
        None => source,
    };
    let page = match parser.parse(source) {
        Ok(page) => page,
        Err(error) => return error.to_string(),
    };
    let mut written = serde_json::to_string(&Output::of(&page)).expect("output can be JSON");
    written.push_str(&rendered(&page));
    written
}

fn rendered(page: &NewsPage) -> String {
    let Ok(article) = page.article() else { return String::new() };
    [article.to_text(), article.to_markdown(), article.to_html(), article.to_json_ld_script()]
        .concat()
}

/// FNV-1a, which no seed changes.
fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[test]
fn sixteen_threads_write_what_one_does() {
    let (parser, pages) = (Parser::new(), pages());
    let expected: Vec<u64> = pages.iter().map(|page| digest(&written(&parser, page))).collect();
    thread::scope(|scope| {
        let (parser, pages, expected) = (&parser, &pages, &expected);
        for number in 0..THREADS {
            // Each begins with another page.
            scope.spawn(move || {
                for step in 0..pages.len() {
                    let at = (number * pages.len() / THREADS + step) % pages.len();
                    let (Some(page), Some(expected)) = (pages.get(at), expected.get(at)) else {
                        continue;
                    };
                    assert_eq!(digest(&written(parser, page)), *expected, "{:?}", page.url);
                }
            });
        }
    });
}

/// A process with this set is one that the test below has started.
const CHILD: &str = "NEWSPRINT_DIGESTS";
const MARK: &str = "digest ";

fn digests() -> Vec<String> {
    let parser = Parser::new();
    pages().iter().map(|page| format!("{MARK}{:016x}", digest(&written(&parser, page)))).collect()
}

#[test]
fn processes_with_other_hash_seeds_write_the_same() {
    let own = digests();
    if env::var_os(CHILD).is_some() {
        println!("\n{}", own.join("\n"));
        return;
    }
    let program = env::current_exe().expect("this program is a file");
    let name = "processes_with_other_hash_seeds_write_the_same";
    let mut child = Command::new(program);
    let child = child.args(["--exact", name, "--nocapture"]).env(CHILD, "1").output();
    let child = child.expect("this program can be started");
    assert!(child.status.success());
    let printed = String::from_utf8(child.stdout).expect("a test prints text");
    let theirs: Vec<&str> = printed.lines().filter(|line| line.starts_with(MARK)).collect();
    assert_eq!(theirs, own);
    assert!(own.len() > 5);
}
