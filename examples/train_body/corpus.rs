//! Pages with the text that people or parsers took for their body.

use std::collections::HashSet;
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use newsprint::training::{Page, Run};
use rayon::prelude::*;
use serde::Deserialize;

use crate::{label, parts};

/// A page with the truth about each of its runs.
pub(crate) struct Sample {
    pub(crate) corpus: String,
    pub(crate) id: String,
    /// The registrable domain, by which pages are kept together.
    pub(crate) domain: String,
    pub(crate) page: Page,
    pub(crate) runs: Vec<Run>,
    /// Of each run, whether it is body text, where that is known.
    pub(crate) labels: Vec<Option<bool>>,
    pub(crate) truth: Truth,
    /// How much the page counts in a training; 0 if it is only scored.
    pub(crate) weight: f64,
}

impl Sample {
    pub(crate) fn is_trained_on(&self) -> bool {
        self.weight > 0.0
    }

    /// Whether it is known of all runs what they are.
    pub(crate) fn is_whole(&self) -> bool {
        self.truth.text().is_some()
    }
}

/// A corpus, and how much each of its pages counts in a training.
#[derive(Debug, Clone)]
pub(crate) struct Corpus {
    pub(crate) path: PathBuf,
    pub(crate) weight: f64,
}

impl Corpus {
    pub(crate) fn name(&self) -> &str {
        let name = self.path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.split('.').next().unwrap_or_default()
    }
}

#[derive(Deserialize)]
struct Line {
    id: String,
    url: Option<String>,
    html: String,
    truth: Truth,
}

/// What people or parsers took for the body of a page.
#[derive(Debug, Deserialize)]
pub(crate) struct Truth {
    #[serde(default)]
    pub(crate) text: Option<String>,
    /// Parts of the body.
    #[serde(default)]
    pub(crate) with: Option<Vec<String>>,
    /// Text of the page that is not in it.
    #[serde(default)]
    pub(crate) without: Option<Vec<String>>,
}

impl Truth {
    pub(crate) fn text(&self) -> Option<&str> {
        self.text.as_deref().filter(|text| !text.trim().is_empty())
    }

    fn says_something(&self) -> bool {
        self.text().is_some() || self.with.is_some() || self.without.is_some()
    }
}

/// A run belongs to the body if this share of its words is in the truth, in order.
const COVERED: f32 = 0.5;

/// The pages of some corpora with a text, or with parts of it. Of a page that two corpora have, the
/// first counts.
pub(crate) fn read(corpora: &[Corpus]) -> Result<Vec<Sample>, Box<dyn Error>> {
    let mut samples = Vec::new();
    let mut urls = HashSet::new();
    for corpus in corpora {
        let mut lines = lines(&corpus.path)?;
        lines.retain(|line| line.url.clone().is_none_or(|url| urls.insert(url)));
        samples.par_extend(lines.into_par_iter().filter_map(|line| sample(corpus, line)));
    }
    Ok(samples)
}

fn lines(path: &Path) -> Result<Vec<Line>, Box<dyn Error>> {
    let file = BufReader::new(File::open(path)?);
    let compressed = path.extension().is_some_and(|extension| extension == "zst");
    let lines: Box<dyn BufRead> = if compressed {
        Box::new(BufReader::new(ruzstd::decoding::StreamingDecoder::new(file)?))
    } else {
        Box::new(file)
    };
    lines.lines().map(|line| Ok(serde_json::from_str(&line?)?)).collect()
}

fn sample(corpus: &Corpus, line: Line) -> Option<Sample> {
    let truth = line.truth;
    if !truth.says_something() {
        return None;
    }
    let page = Page::parse(&line.html, line.url.as_deref())?;
    let runs = page.runs();
    let texts: Vec<&str> = runs.iter().map(|run| run.text.as_str()).collect();
    let labels = match truth.text() {
        Some(text) => {
            let covered = label::covered(&texts, text);
            covered.iter().map(|share| Some(*share >= COVERED)).collect()
        }
        None => parts::labels(&texts, truth.with.as_deref(), truth.without.as_deref()),
    };
    let domain = line.url.as_deref().and_then(domain).unwrap_or_else(|| line.id.clone());
    let (corpus, weight) = (corpus.name().to_owned(), corpus.weight);
    Some(Sample { corpus, id: line.id, domain, page, runs, labels, truth, weight })
}

/// The part of a host that somebody registered, by the Public Suffix List.
fn domain(url: &str) -> Option<String> {
    let url = url::Url::parse(url).ok()?;
    psl::domain_str(url.host_str()?).map(str::to_owned)
}
