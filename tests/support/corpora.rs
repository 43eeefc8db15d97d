//! Pages of real sites, where they are at hand: a folder of files with JSON lines
//! `{"url", "html"}`, each compressed with Zstandard.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub(crate) struct Line {
    pub(crate) url: Option<String>,
    pub(crate) html: String,
}

/// The files; none where there is no such folder.
pub(crate) fn paths() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora");
    let entries = folder.read_dir().into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.to_string_lossy().ends_with(".jsonl.zst"));
    paths.sort();
    paths
}

/// The longest window of a compressed corpus.
const WINDOW: u64 = 1 << 27;

/// Every so manieth page of a corpus.
pub(crate) fn sample(path: &Path, step: usize) -> Vec<Line> {
    let file = BufReader::new(File::open(path).expect("a corpus can be opened"));
    let decoder = ruzstd::decoding::StreamingDecoder::new_with_max_window_size(file, WINDOW);
    let lines = BufReader::new(decoder.expect("a corpus is compressed")).lines().step_by(step);
    let lines = lines.map(|line| line.expect("a corpus is text"));
    lines.map(|line| serde_json::from_str(&line).expect("a corpus has JSON lines")).collect()
}
