//! Learns which words speak for body text: tokens of names, and words of short texts.

use std::collections::{BTreeMap, HashMap};

use newsprint::training::Words;

use crate::corpus::Sample;

/// Shares are drawn to the prior as by this many domains.
const SMOOTHING: f64 = 1.5;
/// The share of positive words of a word that nothing is known of.
const PRIOR: f64 = 0.4;
/// A run counts at most this many words: one long paragraph is no better witness than a few.
const MOST_WORDS: f32 = 100.0;
/// A name must stand on the pages of this many domains, a word of a text on those of more, since
/// it has a language.
const DOMAINS_OF_NAME: f64 = 3.0;
const DOMAINS_OF_LABEL: f64 = 5.0;

/// Of each word, the sum over domains of the share of its text that is body text.
#[derive(Debug, Default)]
pub(crate) struct Statistics {
    totals: HashMap<u32, Total>,
    by_domain: HashMap<String, Domain>,
}

/// What the pages of a domain say.
#[derive(Debug, Default)]
struct Domain {
    /// How much it counts.
    weight: f64,
    /// Of each word, the share of its text that is body text.
    shares: HashMap<u32, f64>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Total {
    shares: f64,
    domains: f64,
    is_name: bool,
}

impl Total {
    fn log_odds(&self) -> Option<f32> {
        let least = if self.is_name { DOMAINS_OF_NAME } else { DOMAINS_OF_LABEL };
        let share = (self.shares + SMOOTHING * PRIOR) / (self.domains + SMOOTHING);
        let log_odds = |share: f64| (share / (1.0 - share)).ln();
        (self.domains >= least).then_some((log_odds(share) - log_odds(PRIOR)) as f32)
    }
}

impl Statistics {
    pub(crate) fn of<'a>(samples: impl Iterator<Item = &'a Sample>) -> Self {
        let mut counts: BTreeMap<&str, (f64, Counts)> = BTreeMap::new();
        for sample in samples {
            let (weight, counts) = counts.entry(&sample.domain).or_default();
            *weight = weight.max(sample.weight);
            count(sample, counts);
        }
        let mut statistics = Self::default();
        for (domain, (weight, counts)) in counts {
            statistics.add(domain, weight, &counts);
        }
        statistics
    }

    fn add(&mut self, domain: &str, weight: f64, counts: &Counts) {
        let own = self.by_domain.entry(domain.to_owned()).or_default();
        own.weight = weight;
        #[expect(clippy::iter_over_hash_type, reason = "each word has sums of its own")]
        for ((key, is_name), [body, other]) in counts {
            if body + other == 0.0 {
                continue;
            }
            let share = body / (body + other);
            own.shares.insert(*key, share);
            let total = self.totals.entry(*key).or_default();
            total.shares += share * weight;
            total.domains += weight;
            total.is_name = *is_name;
        }
    }

    /// The words that stand on the pages of enough domains, with their log-odds, by key.
    pub(crate) fn words(&self) -> Vec<(u32, f32)> {
        let words = self.totals.iter();
        let mut words: Vec<_> =
            words.filter_map(|(key, total)| Some((*key, total.log_odds()?))).collect();
        words.sort_by_key(|(key, _)| *key);
        words
    }

    /// The table without what the pages of a domain say: a model that is trained on words which
    /// know the page at hand would believe them too much.
    pub(crate) fn table_without(&self, table: &Words, domain: &str) -> Words {
        let mut table = table.clone();
        let Some(own) = self.by_domain.get(domain) else { return table };
        #[expect(clippy::iter_over_hash_type, reason = "each word is set by itself")]
        for (key, share) in &own.shares {
            if let Some(total) = self.totals.get(key) {
                let shares = total.shares - share * own.weight;
                let rest = Total { shares, domains: total.domains - own.weight, ..*total };
                table.set(*key, rest.log_odds());
            }
        }
        table
    }
}

pub(crate) fn table(words: &[(u32, f32)]) -> Words {
    let mut table = Words::default();
    for (key, value) in words {
        table.set(*key, Some(*value));
    }
    table
}

/// Of each word, and whether it is a name, the weights of its text that is body and that is not.
type Counts = HashMap<(u32, bool), [f64; 2]>;

fn count(sample: &Sample, counts: &mut Counts) {
    for (run, is_body) in sample.runs.iter().zip(&sample.labels) {
        let Some(is_body) = is_body else { continue };
        let mut add = |key: u32, is_name: bool, weight: f64| {
            let counts = counts.entry((key, is_name)).or_default();
            counts[usize::from(!is_body)] += weight;
        };
        let weight = f64::from(run.words.min(MOST_WORDS));
        run.names.iter().for_each(|key| add(*key, true, weight));
        run.labels.iter().for_each(|key| add(*key, false, 1.0));
    }
}
