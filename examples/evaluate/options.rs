//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::{Arg, ValueExt};

pub(crate) const USAGE: &str = "usage: evaluate CORPUS.jsonl[.zst]... [options]
  --worst N             also list the N pages with the lowest word F1
  --by-script           also print word F1 by the script of the true text
  --diff OLD.jsonl      also list which pages got better and worse since these predictions
  --save OUT.jsonl      write the predictions
  --predictions P.jsonl score these predictions instead of extracting
  --check SCORES.json   fail where a score fell under the recorded one
  --record SCORES.json  record the scores of these corpora
  --json                print the figures as a JSON object a corpus";

#[derive(Debug, Default)]
pub(crate) struct Options {
    pub corpora: Vec<PathBuf>,
    pub worst: usize,
    pub by_script: bool,
    pub json: bool,
    pub diff: Option<PathBuf>,
    pub save: Option<PathBuf>,
    pub predictions: Option<PathBuf>,
    pub check: Option<PathBuf>,
    pub record: Option<PathBuf>,
}

impl Options {
    pub(crate) fn from_arguments(
        arguments: impl IntoIterator<Item = OsString>,
    ) -> Result<Self, lexopt::Error> {
        let mut parser = lexopt::Parser::from_iter(arguments);
        let mut options = Self::default();
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Value(corpus) => options.corpora.push(corpus.into()),
                Arg::Long("worst") => options.worst = parser.value()?.parse()?,
                Arg::Long("by-script") => options.by_script = true,
                Arg::Long("json") => options.json = true,
                Arg::Long("diff") => options.diff = Some(parser.value()?.into()),
                Arg::Long("save") => options.save = Some(parser.value()?.into()),
                Arg::Long("predictions") => options.predictions = Some(parser.value()?.into()),
                Arg::Long("check") => options.check = Some(parser.value()?.into()),
                Arg::Long("record") => options.record = Some(parser.value()?.into()),
                _ => return Err(argument.unexpected()),
            }
        }
        if options.corpora.is_empty() {
            return Err("no corpus is named".into());
        }
        Ok(options)
    }
}
