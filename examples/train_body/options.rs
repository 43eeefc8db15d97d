//! The command line.

use std::path::PathBuf;

use lexopt::{Arg, ValueExt};

use crate::boost::Settings;
use crate::corpus::Corpus;

const USAGE: &str = "usage: train_body CORPUS.jsonl[.zst]... [options]
  --weight X        how much pages of the corpora behind it count (1); with 0 they are only scored
  --write MODEL     write the model, trained on all pages
  --date DAY        the day that the model's header names
  --folds N         into how many parts the domains are split to score the training (5)
  --ablate          score the training without each group of features too
  --worst N         show the N worst pages, run by run
  --trees N  --leaves N  --depth N  --rate X  --features X  --rows X  --leaf-weight X  --l2 X
  --seed N          the shape of the training";

#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) corpora: Vec<Corpus>,
    pub(crate) write: Option<PathBuf>,
    pub(crate) date: String,
    pub(crate) folds: u64,
    pub(crate) ablate: bool,
    pub(crate) worst: usize,
    pub(crate) settings: Settings,
}

impl Options {
    pub(crate) fn from_env() -> Result<Self, lexopt::Error> {
        let options = Self::parse(lexopt::Parser::from_env())?;
        if options.corpora.is_empty() {
            return Err(USAGE.into());
        }
        Ok(options)
    }

    fn parse(mut parser: lexopt::Parser) -> Result<Self, lexopt::Error> {
        let mut options = Self {
            corpora: Vec::new(),
            write: None,
            date: String::new(),
            folds: 5,
            ablate: false,
            worst: 0,
            settings: Settings::default(),
        };
        let settings = &mut options.settings;
        let mut weight = 1.0;
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Value(path) => options.corpora.push(Corpus { path: path.into(), weight }),
                Arg::Long("weight") => weight = parser.value()?.parse()?,
                Arg::Long("write") => options.write = Some(parser.value()?.into()),
                Arg::Long("date") => options.date = parser.value()?.string()?,
                Arg::Long("folds") => options.folds = parser.value()?.parse()?,
                Arg::Long("ablate") => options.ablate = true,
                Arg::Long("worst") => options.worst = parser.value()?.parse()?,
                Arg::Long("trees") => settings.trees = parser.value()?.parse()?,
                Arg::Long("leaves") => settings.leaves = parser.value()?.parse()?,
                Arg::Long("depth") => settings.depth = parser.value()?.parse()?,
                Arg::Long("rate") => settings.rate = parser.value()?.parse()?,
                Arg::Long("features") => settings.features = parser.value()?.parse()?,
                Arg::Long("rows") => settings.rows = parser.value()?.parse()?,
                Arg::Long("leaf-weight") => settings.leaf_weight = parser.value()?.parse()?,
                Arg::Long("l2") => settings.l2 = parser.value()?.parse()?,
                Arg::Long("seed") => settings.seed = parser.value()?.parse()?,
                _ => return Err(argument.unexpected()),
            }
        }
        Ok(options)
    }
}
