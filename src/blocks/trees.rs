//! The trees of the model, read for many runs at once.
//!
//! To walk from split to split is to guess each turn, and to wait for each value. So no tree is
//! walked: each of its splits is asked of [`LANES`] runs together, whether they come by it or not,
//! and strikes out the leaves of the side that they do not take. The first leaf that is left is the
//! one that a walk would end at.

use super::features::Features;
use super::model::{LEAF, Node};

/// How many runs are read together.
const LANES: usize = 16;

/// A value for each run that is read.
type Lanes<T> = [T; LANES];

/// A set of leaves, that of the left end as the lowest bit.
type Leaves = u32;

/// How many leaves a tree may have.
#[cfg_attr(not(feature = "training"), expect(unreachable_pub, reason = "public for training"))]
pub const MOST_LEAVES: usize = Leaves::BITS as usize;

/// A tree of at most [`MOST_LEAVES`].
#[derive(Debug, Clone)]
pub(crate) struct Tree {
    splits: Vec<Split>,
    /// What each leaf adds to the log-odds, and behind the last what none does.
    leaves: [f32; MOST_LEAVES + 1],
}

#[derive(Debug, Clone, Copy)]
struct Split {
    feature: u16,
    /// Values from this on go right.
    threshold: f32,
    /// The leaves that are left to those: all but what is in the left child.
    right: Leaves,
}

impl Tree {
    /// A tree of nodes in preorder; `None` where they are none, or too many.
    pub(crate) fn of(nodes: &[Node]) -> Option<Self> {
        let mut tree = Self { splits: Vec::new(), leaves: [0.0; MOST_LEAVES + 1] };
        // The leaves before each node.
        let mut before = Vec::with_capacity(nodes.len());
        let mut count = 0;
        for node in nodes {
            before.push(below(count));
            if node.feature == LEAF {
                *tree.leaves.get_mut(..MOST_LEAVES)?.get_mut(count)? = node.value;
                count += 1;
            }
        }
        let splits = nodes.iter().enumerate().filter(|(_, node)| node.feature != LEAF);
        for (at, node) in splits {
            let left = before.get(usize::from(node.right))? & !before.get(at)?;
            let (feature, threshold) = (node.feature, node.value);
            tree.splits.push(Split { feature, threshold, right: !left });
        }
        (count > 0).then_some(tree)
    }

    /// Whether all that it asks for is there.
    #[cfg(test)]
    pub(super) fn is_sound(&self) -> bool {
        self.splits
            .iter()
            .all(|s| usize::from(s.feature) < Features::LEN && s.threshold.is_finite())
            && self.leaves.iter().all(|value| value.is_finite())
    }

    /// Adds what the tree says of each run.
    fn add_to(&self, sums: &mut Lanes<f32>, columns: &[Lanes<f32>]) {
        let mut left = [Leaves::MAX; LANES];
        for split in &self.splits {
            let Some(values) = columns.get(usize::from(split.feature)) else { continue };
            for (left, value) in left.iter_mut().zip(values) {
                let goes_left = Leaves::from(*value < split.threshold).wrapping_neg();
                *left &= goes_left | split.right;
            }
        }
        for (sum, left) in sums.iter_mut().zip(left) {
            *sum += self.leaves.get(left.trailing_zeros() as usize).unwrap_or(&0.0);
        }
    }
}

/// The set of the first leaves.
fn below(count: usize) -> Leaves {
    u32::try_from(count)
        .ok()
        .and_then(|count| 1_u32.checked_shl(count))
        .unwrap_or(0)
        .wrapping_sub(1)
}

/// Trees that every run is shown to. Most are clear by then: those whose log-odds are further from
/// even than [`SURE`] are not shown to the others, which would move them still further.
const FIRST_TREES: usize = 32;
const SURE: f32 = 3.5;

/// Judges runs by trees.
#[derive(Debug)]
pub(super) struct Judge<'m> {
    trees: &'m [Tree],
    /// The values of the runs that are not judged yet, by feature.
    columns: Vec<Lanes<f32>>,
    waiting: usize,
    probabilities: Vec<f32>,
}

impl<'m> Judge<'m> {
    /// A judge of about `runs` runs.
    pub(super) fn new(trees: &'m [Tree], runs: usize) -> Self {
        let columns = vec![[0.0; LANES]; Features::LEN];
        Self { trees, columns, waiting: 0, probabilities: Vec::with_capacity(runs + LANES) }
    }

    /// Takes the values of the next run, in the order of [`Features::names`].
    pub(super) fn hear(&mut self, values: &[f32]) {
        let lane = self.waiting % LANES;
        for (column, value) in self.columns.iter_mut().zip(values) {
            if let Some(here) = column.get_mut(lane) {
                *here = *value;
            }
        }
        self.waiting += 1;
        if self.waiting == LANES {
            self.judge();
        }
    }

    /// The probability of each run to be body text, from 0 to 1.
    pub(super) fn probabilities(mut self) -> Vec<f32> {
        let waiting = self.waiting;
        if waiting > 0 {
            self.judge();
            self.probabilities.truncate(self.probabilities.len() + waiting - LANES);
        }
        self.probabilities
    }

    /// Judges those that wait, and behind them what is left of earlier ones.
    fn judge(&mut self) {
        let (first, rest) = self.trees.split_at(self.trees.len().min(FIRST_TREES));
        let mut log_odds = self.sums(first);
        if log_odds.into_iter().any(is_unclear) {
            let more = self.sums(rest);
            let unclear = log_odds.iter_mut().zip(more).filter(|(sum, _)| is_unclear(**sum));
            unclear.for_each(|(sum, more)| *sum += more);
        }
        self.probabilities.extend(log_odds.map(probability));
        self.waiting = 0;
    }

    fn sums(&self, trees: &[Tree]) -> Lanes<f32> {
        let mut sums = [0.0; LANES];
        for tree in trees {
            tree.add_to(&mut sums, &self.columns);
        }
        sums
    }
}

fn is_unclear(log_odds: f32) -> bool {
    log_odds.abs() < SURE
}

fn probability(log_odds: f32) -> f32 {
    // In double precision the libraries of all platforms give the same after rounding.
    #[expect(clippy::cast_possible_truncation, reason = "a probability is rounded")]
    let probability = (1.0 / (1.0 + f64::from(-log_odds).exp())) as f32;
    probability
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(feature: u16, value: f32, right: u16) -> Node {
        Node { feature, value, right }
    }

    fn leaf(value: f32) -> Node {
        Node { feature: LEAF, value, right: 0 }
    }

    /// What a tree says, read from split to split.
    fn walk(nodes: &[Node], values: &[f32]) -> f32 {
        let mut at = 0;
        while nodes[at].feature != LEAF {
            let goes_left = values[usize::from(nodes[at].feature)] < nodes[at].value;
            at = if goes_left { at + 1 } else { usize::from(nodes[at].right) };
        }
        nodes[at].value
    }

    fn probabilities(trees: &[Tree], rows: &[[f32; 2]]) -> Vec<f32> {
        let mut judge = Judge::new(trees, rows.len());
        for row in rows {
            judge.hear(row);
        }
        judge.probabilities()
    }

    /// Splits of two features, of the greatest depth and as many leaves as there may be.
    fn comb() -> Vec<Node> {
        let splits = u16::try_from(MOST_LEAVES).unwrap() - 1;
        let step = |at: u16| {
            let value = f32::from(at / 2);
            [split(at % 2, -value, 2 * at + 2), leaf(value)]
        };
        (0..splits).flat_map(step).chain([leaf(-1.0)]).collect()
    }

    #[test]
    fn leaves_are_those_that_a_walk_ends_at() {
        let nodes = [
            split(0, 2.0, 4),
            split(1, 1.0, 3),
            leaf(-1.0),
            leaf(0.25),
            split(1, -1.0, 6),
            leaf(0.5),
            leaf(1.5),
        ];
        let rows: Vec<[f32; 2]> =
            (0_u8..60).map(|at| [f32::from(at % 8) - 4.0, f32::from(at / 8) - 4.0]).collect();
        for nodes in [&nodes[..], &comb(), &[leaf(0.5)]] {
            let found = probabilities(&[Tree::of(nodes).unwrap()], &rows);
            let walked: Vec<f32> = rows.iter().map(|row| probability(walk(nodes, row))).collect();
            assert_eq!(found, walked);
        }
    }

    #[test]
    fn trees_have_not_too_many_leaves() {
        let more = [&[split(0, 0.0, 2), leaf(1.0)][..], &comb()].concat();
        assert!(Tree::of(&more).is_none());
        assert!(Tree::of(&[]).is_none());
    }

    #[test]
    fn what_is_clear_is_not_shown_to_the_other_trees() {
        let tree = Tree::of(&[split(0, 0.0, 2), leaf(0.05), leaf(0.2)]).unwrap();
        let found = probabilities(&vec![tree; 2 * FIRST_TREES], &[[-1.0, 0.0], [1.0, 0.0]]);
        let sum = |value: f32, trees: usize| (0..trees).map(|_| value).sum::<f32>();
        let twice = sum(0.05, FIRST_TREES) + sum(0.05, FIRST_TREES);
        assert_eq!(found, [probability(twice), probability(sum(0.2, FIRST_TREES))]);
    }
}
