//! Pages of real sites, where they are at hand: the tree is the one that html5ever's tokenizer
//! gives.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use rayon::prelude::*;
use serde_json::Value;

use crate::Limits;
use crate::dom::Document;

/// Without optimisation, every so manieth page is read, so that the whole takes seconds.
const STEP: usize = if cfg!(debug_assertions) { 16 } else { 1 };

#[test]
fn trees_of_real_pages_are_the_same_by_both_tokenizers() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora");
    let Ok(entries) = folder.read_dir() else {
        eprintln!("skipped: {} is not there", folder.display());
        return;
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.retain(|path| path.to_string_lossy().ends_with(".jsonl.zst"));
    paths.sort();
    for path in paths {
        let Some(lines) = lines(&path) else {
            eprintln!("skipped: there is no program `zstd` to read {}", path.display());
            return;
        };
        let different: Vec<_> = lines.par_iter().filter_map(|line| difference(line)).collect();
        eprintln!("{}: {} pages", path.display(), lines.len());
        assert!(different.is_empty(), "{different:?}");
    }
}

fn lines(path: &Path) -> Option<Vec<String>> {
    let mut command = Command::new("zstd");
    command.args(["-dcq", "--long=27"]).arg(path).stdout(Stdio::piped());
    let mut child = command.spawn().ok()?;
    let lines = BufReader::new(child.stdout.take()?).lines().step_by(STEP);
    let lines = lines.map(|line| line.expect("a corpus is text")).collect();
    child.wait().ok()?.success().then_some(lines)
}

/// The id of a page whose trees differ.
fn difference(line: &str) -> Option<String> {
    let page: Value = serde_json::from_str(line).expect("a corpus has JSON lines");
    let html = page["html"].as_str()?;
    let limits = Limits::default();
    let ours = Document::parse(html, &limits);
    let theirs = Document::parse_with_html5ever(html, &limits);
    (!ours.is_same(&theirs)).then(|| page["id"].to_string())
}
