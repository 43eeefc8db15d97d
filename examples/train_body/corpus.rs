//! Pages with the text that people or parsers took for their body.

use std::collections::HashSet;
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use newsprint::training::{Page, Run};
use rayon::prelude::*;
use serde::Deserialize;

use crate::label;

/// A page with the truth about each of its runs.
pub(crate) struct Sample {
    pub(crate) corpus: String,
    pub(crate) id: String,
    /// The registrable domain, by which pages are kept together.
    pub(crate) domain: String,
    pub(crate) page: Page,
    pub(crate) runs: Vec<Run>,
    /// Of each run, whether it is body text.
    pub(crate) labels: Vec<bool>,
    pub(crate) truth: String,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    url: Option<String>,
    html: String,
    truth: Truth,
}

#[derive(Deserialize)]
struct Truth {
    text: Option<String>,
}

/// A run belongs to the body if this share of its words is in the truth, in order.
const COVERED: f32 = 0.5;

/// The pages of some corpora that have a text. Of a page that two corpora have, the first counts.
pub(crate) fn read(paths: &[PathBuf]) -> Result<Vec<Sample>, Box<dyn Error>> {
    let mut samples = Vec::new();
    let mut urls = HashSet::new();
    for path in paths {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let name = name.split('.').next().unwrap_or_default();
        let mut lines = lines(path)?;
        lines.retain(|line| line.url.clone().is_none_or(|url| urls.insert(url)));
        samples.par_extend(lines.into_par_iter().filter_map(|line| sample(name, line)));
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

fn sample(corpus: &str, line: Line) -> Option<Sample> {
    let truth = line.truth.text.filter(|text| !text.trim().is_empty())?;
    let page = Page::parse(&line.html, line.url.as_deref())?;
    let runs = page.runs();
    let texts: Vec<&str> = runs.iter().map(|run| run.text.as_str()).collect();
    let labels = label::covered(&texts, &truth).iter().map(|share| *share >= COVERED).collect();
    let domain = line.url.as_deref().and_then(domain).unwrap_or_else(|| line.id.clone());
    Some(Sample { corpus: corpus.to_owned(), id: line.id, domain, page, runs, labels, truth })
}

/// The part of a host that somebody registered, by the Public Suffix List.
fn domain(url: &str) -> Option<String> {
    let url = url::Url::parse(url).ok()?;
    psl::domain_str(url.host_str()?).map(str::to_owned)
}
