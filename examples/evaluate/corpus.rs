//! Reading a corpus.

use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use ruzstd::decoding::StreamingDecoder;
use serde::Deserialize;
use serde_json::Value;

/// The largest window a compressed corpus may ask for: what `zstd --long=27` writes.
const LARGEST_WINDOW: u64 = 1 << 27;

/// A page and what is true of it.
#[derive(Deserialize)]
pub(crate) struct Page {
    pub id: Value,
    pub url: Option<String>,
    #[serde(default)]
    pub html: String,
    pub truth: Truth,
}

impl Page {
    /// The id as a string.
    pub(crate) fn key(&self) -> String {
        key(&self.id)
    }
}

/// What stands for an id in tables: ids are strings or numbers.
pub(crate) fn key(id: &Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

/// What is known of a page. `None` is not annotated.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Truth {
    pub text: Option<String>,
    pub paragraphs: Option<Vec<String>>,
    pub with: Option<Vec<String>>,
    pub without: Option<Vec<String>>,
    pub title: Option<String>,
    pub authors: Option<Vec<String>>,
    pub published: Option<String>,
}

/// The file name without its endings.
pub(crate) fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.trim_end_matches(".zst").trim_end_matches(".jsonl").to_owned()
}

/// The lines of a corpus, read with a progress bar on standard error.
pub(crate) struct Corpus {
    lines: io::Lines<Box<dyn BufRead>>,
    progress: ProgressBar,
}

impl Corpus {
    pub(crate) fn open(path: &Path) -> Result<Self, Box<dyn Error>> {
        let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let progress = progress(&name(path), file.metadata()?.len())?;
        let file = BufReader::new(progress.wrap_read(file));
        let is_compressed = path.extension().is_some_and(|ending| ending == "zst");
        let reader: Box<dyn BufRead> = if is_compressed {
            Box::new(BufReader::new(decompress(file)?))
        } else {
            Box::new(file)
        };
        Ok(Self { lines: reader.lines(), progress })
    }

    /// The next lines, at most `size`; none at the end.
    pub(crate) fn batch(&mut self, size: usize) -> io::Result<Vec<String>> {
        let lines = self.lines.by_ref();
        let is_blank =
            |line: &io::Result<String>| line.as_ref().is_ok_and(|line| line.trim().is_empty());
        lines.filter(|line| !is_blank(line)).take(size).collect()
    }
}

impl Drop for Corpus {
    fn drop(&mut self) {
        self.progress.finish_and_clear();
    }
}

fn decompress(file: impl Read) -> Result<impl Read, Box<dyn Error>> {
    let decoder = StreamingDecoder::new_with_max_window_size(file, LARGEST_WINDOW);
    Ok(decoder.map_err(|error| error.to_string())?)
}

/// A bar over the bytes of the file; nothing is drawn where nobody watches.
fn progress(name: &str, bytes: u64) -> Result<ProgressBar, Box<dyn Error>> {
    if !io::stderr().is_terminal() {
        return Ok(ProgressBar::hidden());
    }
    let style = ProgressStyle::with_template("{msg} {wide_bar} {bytes}/{total_bytes} {eta}")?;
    Ok(ProgressBar::new(bytes).with_style(style).with_message(name.to_owned()))
}
