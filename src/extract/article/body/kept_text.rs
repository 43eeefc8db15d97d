//! What must hold for every body: no visible text of its runs is lost, and the order is that of the
//! document. Checked on markup made up at random, and on pages of real sites where they are at
//! hand.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use proptest::prelude::*;
use rayon::prelude::*;

use super::inline::{is_unseen, rich_text};
use super::*;
use crate::Limits;
use crate::blocks::Run;
use crate::model::{List, RichText};

/// Every so manieth page of a corpus is read.
const STEP: usize = 40;
/// Pages of more bytes say nothing that smaller ones don't, and take long.
const LARGEST: usize = 600_000;

/// The texts of a body, in the order of its blocks.
#[derive(Default)]
struct Texts {
    /// All of it.
    all: Vec<String>,
    /// That of paragraphs and headings which stand in no other block.
    plain: Vec<String>,
}

impl Texts {
    fn of(blocks: &[Block]) -> Self {
        let mut texts = Self::default();
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => texts.plain.push(paragraph.content.text()),
                Block::Heading(heading) => texts.plain.push(heading.content.text()),
                _ => {}
            }
            texts.add(block);
        }
        texts
    }

    fn add(&mut self, block: &Block) {
        match block {
            Block::Paragraph(paragraph) => self.rich(&paragraph.content),
            Block::Heading(heading) => self.rich(&heading.content),
            Block::List(list) => self.list(list),
            Block::Quote(quote) => {
                quote.blocks.iter().for_each(|block| self.add(block));
                self.all.extend(quote.cite.clone());
            }
            Block::Table(table) => {
                table.caption.iter().for_each(|caption| self.rich(caption));
                table.header.iter().chain(&table.rows).flatten().for_each(|cell| self.rich(cell));
            }
            Block::Figure(figure) => {
                figure.caption.iter().for_each(|caption| self.rich(caption));
                self.all.extend(figure.credit.clone());
            }
            Block::Embed(embed) => self.all.extend(embed.text.clone()),
            Block::Code(code) => self.all.push(code.text.clone()),
            Block::Entry(entry) => {
                self.all.extend(entry.time.as_ref().map(|time| time.raw.clone()));
                self.all.extend(entry.title.clone());
                entry.blocks.iter().for_each(|block| self.add(block));
            }
            Block::Separator => {}
        }
    }

    fn rich(&mut self, text: &RichText) {
        self.all.push(text.text());
    }

    fn list(&mut self, list: &List) {
        for item in &list.items {
            self.rich(&item.content);
            item.lists.iter().for_each(|list| self.list(list));
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// What is wrong with the body of the runs that `keep` names, if anything.
fn fault(html: &str, keep: impl Fn(usize) -> bool) -> Option<String> {
    let document = Document::parse(html, &Limits::default());
    let base = Base::default();
    let blocks = Blocks::cut(&document);
    let kept = (0..blocks.runs().len()).map(keep).collect();
    let body = Body::of_runs(&blocks, kept, 1.0);
    let room = Room::new(&Limits::default().with_table_cells(10_000));
    let ground = Ground { document: &document, base: &base, blocks: &blocks, room: &room };
    let built = assemble(ground, &body, document.root().id(), |_| false);
    if !room.warnings(&document).is_empty() {
        return None;
    }
    let runs = blocks.runs().iter().enumerate().filter(|(index, _)| body.has_run(*index));
    let runs: Vec<&Run> = runs.map(|(_, run)| run).collect();
    let kept: Vec<String> = runs.iter().map(|run| text(ground, run)).collect();
    let shown = runs.iter().zip(&kept).filter(|(run, _)| !is_read_aloud(ground, run));
    let texts = Texts::of(&built);
    lost(shown.map(|(_, text)| text), &texts.all).or_else(|| out_of_order(&kept, &texts.plain))
}

/// Whether all of a run is there for screen readers alone.
fn is_read_aloud(ground: Ground<'_>, run: &Run) -> bool {
    ground.document.get(run.first).ancestors().any(is_unseen)
}

/// The text of a run as it was cut, or as it is written where a part of it is not shown.
fn text(ground: Ground<'_>, run: &Run) -> String {
    let mut id = run.first;
    while id < run.end {
        let node = ground.document.get(id);
        if node.as_element().is_some_and(is_unseen) {
            return rich_text(ground, (run.first, run.end)).text();
        }
        id = id.next();
    }
    ground.blocks.text(run).to_owned()
}

/// A word of the runs that is in no block.
fn lost<'a>(kept: impl Iterator<Item = &'a String>, texts: &[String]) -> Option<String> {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for word in texts.iter().flat_map(|text| words(text)) {
        *left.entry(word).or_default() += 1;
    }
    for run in kept {
        for word in words(run) {
            match left.get_mut(word) {
                Some(count) if *count > 0 => *count -= 1,
                _ => return Some(format!("lost: {word:?} of {run:?}")),
            }
        }
    }
    None
}

/// A paragraph that no run from the one before it on has the text of.
fn out_of_order(kept: &[String], plain: &[String]) -> Option<String> {
    let bare = |text: &str| words(text).collect::<Vec<_>>().concat();
    let mut runs = kept.iter();
    let mut is_next = |text: &&String| runs.any(|run| bare(run) == bare(text));
    plain.iter().find(|text| !is_next(text)).map(|text| format!("not in order: {text:?}"))
}

const TAGS: &[&str] = &[
    "p",
    "div",
    "ul",
    "ol",
    "li",
    "blockquote",
    "table",
    "tr",
    "td",
    "th",
    "figure",
    "figcaption",
    "h2",
    "a href=/x",
    "b",
    "span",
    "pre",
    "code",
    "section",
    "article class=live-entry",
    "time",
    "cite",
    "footer",
    "dl",
    "dt",
    "dd",
    "center",
    "details",
    "summary",
    "x-y",
    "blockquote class=twitter-tweet",
    "div class=caption",
    "span class=credit",
    "caption",
    "thead",
];

/// Markup of open, closed and unclosed elements around words that are all different.
fn markup() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => (0..TAGS.len()).prop_map(|tag| format!("<{}>", TAGS[tag])),
        3 => (0..TAGS.len())
            .prop_map(|tag| format!("</{}>", TAGS[tag].split(' ').next().unwrap_or_default())),
        4 => Just("WORD".to_owned()),
        1 => Just("<br>".to_owned()),
        1 => Just("<img src=/a.jpg>".to_owned()),
        1 => Just("<hr>".to_owned()),
        1 => Just("<iframe src=https://youtube.com/embed/a></iframe>".to_owned()),
    ];
    prop::collection::vec(part, 0..60).prop_map(|parts| {
        let numbered = parts.into_iter().enumerate().map(|(number, part)| match part.as_str() {
            "WORD" => format!(" w{number}x "),
            _ => part,
        });
        numbered.collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_text_is_lost_and_order_is_kept(html in markup(), kept in any::<u64>()) {
        let fault = fault(&html, |index| kept >> (index % 64) & 1 == 1);
        prop_assert_eq!(fault, None);
    }
}

#[test]
fn no_text_of_real_pages_is_lost_and_order_is_kept() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora");
    let entries = folder.read_dir().into_iter().flatten().flatten().map(|entry| entry.path());
    let mut paths: Vec<_> =
        entries.filter(|path| path.extension().is_some_and(|end| end == "zst")).collect();
    paths.sort();
    let faults: Vec<String> = paths.iter().flat_map(|path| faults_in(path)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The longest window of a compressed corpus.
const WINDOW: u64 = 1 << 27;

fn faults_in(path: &Path) -> Vec<String> {
    let file = BufReader::new(File::open(path).expect("a corpus"));
    let decoder = ruzstd::decoding::StreamingDecoder::new_with_max_window_size(file, WINDOW);
    let lines = BufReader::new(decoder.expect("a compressed corpus")).lines();
    let lines: Vec<String> = lines.step_by(STEP).map(|line| line.expect("text")).collect();
    let check = |line: &String| {
        let line: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
        let html = line["html"].as_str().filter(|html| html.len() <= LARGEST)?;
        let fault = fault(html, |_| true).or_else(|| fault(html, |index| index % 3 != 0))?;
        Some(format!("{} {}: {fault}", path.display(), line["id"]))
    };
    lines.par_iter().filter_map(check).collect()
}
