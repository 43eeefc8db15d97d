//! Trains gradient-boosted trees.

use std::error::Error;

use forust_ml::gradientbooster::GrowPolicy;
use forust_ml::objective::ObjectiveType;
use forust_ml::sampler::SampleMethod;
use forust_ml::tree::Tree;
use forust_ml::{GradientBooster, Matrix};
use newsprint::training::{Branch, MOST_LEAVES};

/// The shape of a training.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings {
    /// How many trees.
    pub(crate) trees: usize,
    /// How many leaves each has at most, [`MOST_LEAVES`] being the greatest number.
    pub(crate) leaves: usize,
    /// How deep each is at most.
    pub(crate) depth: usize,
    /// How much of its correction each tree makes.
    pub(crate) rate: f32,
    /// The share of features that each tree may look at.
    pub(crate) features: f64,
    /// The share of rows that each tree is trained on.
    pub(crate) rows: f32,
    /// How much of the loss's curvature a leaf must hold.
    pub(crate) leaf_weight: f32,
    /// Shrinks the values of leaves.
    pub(crate) l2: f32,
    /// Of the random choices.
    pub(crate) seed: u64,
}

impl Default for Settings {
    /// What scored best within the time that a page may take.
    fn default() -> Self {
        Self {
            trees: 110,
            leaves: 16,
            depth: 6,
            rate: 0.12,
            features: 0.5,
            rows: 0.7,
            leaf_weight: 3.0,
            l2: 5.0,
            seed: 2,
        }
    }
}

/// Rows of features with what they are worth and what they are.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    pub(crate) features: Vec<Vec<f32>>,
    pub(crate) labels: Vec<bool>,
    pub(crate) weights: Vec<f64>,
}

impl Rows {
    pub(crate) fn extend(&mut self, other: Self) {
        self.features.extend(other.features);
        self.labels.extend(other.labels);
        self.weights.extend(other.weights);
    }

    /// The values by column, as the trainer wants them; those of columns left out are 0.
    fn by_column(&self, left_out: &[bool]) -> Vec<f64> {
        let columns = self.features.first().map_or(0, Vec::len);
        let value = |column: usize, row: &Vec<f32>| {
            if left_out.get(column) == Some(&true) { 0.0 } else { f64::from(row[column]) }
        };
        let columns = 0..columns;
        columns.flat_map(|column| self.features.iter().map(move |row| value(column, row))).collect()
    }
}

/// Trees that tell the labels from the features, without the columns that are left out.
pub(crate) fn train(
    rows: &Rows,
    left_out: &[bool],
    settings: Settings,
) -> Result<Vec<Vec<Branch>>, Box<dyn Error>> {
    let columns = rows.features.first().map_or(0, Vec::len);
    let values = rows.by_column(left_out);
    let matrix = Matrix::new(&values, rows.features.len(), columns);
    let labels: Vec<f64> = rows.labels.iter().map(|label| f64::from(*label)).collect();
    let mean = rows.weights.iter().sum::<f64>() / rows.weights.len() as f64;
    let weights: Vec<f64> = rows.weights.iter().map(|weight| weight / mean).collect();
    let mut booster = GradientBooster::default()
        .set_objective_type(ObjectiveType::LogLoss)
        .set_iterations(settings.trees)
        .set_learning_rate(settings.rate)
        .set_max_leaves(settings.leaves.min(MOST_LEAVES))
        .set_max_depth(settings.depth)
        .set_l2(settings.l2)
        .set_min_leaf_weight(settings.leaf_weight)
        .set_nbins(BINS)
        .set_colsample_bytree(settings.features)
        .set_subsample(settings.rows)
        .set_sample_method(SampleMethod::Random)
        .set_seed(settings.seed)
        .set_initialize_base_score(false)
        .set_base_score(0.0)
        .set_parallel(false);
    booster.grow_policy = GrowPolicy::LossGuide;
    booster.fit(&matrix, &labels, &weights, None)?;
    Ok(booster.trees.iter().map(preorder).collect())
}

/// Thresholds a feature is tried at.
const BINS: u16 = 64;

/// The nodes in preorder, so that a left child follows its parent.
fn preorder(tree: &Tree) -> Vec<Branch> {
    let mut branches = Vec::new();
    // Nodes to write, each with the split whose right child it is.
    let mut rest = vec![(0, None)];
    while let Some((number, parent)) = rest.pop() {
        let node = &tree.nodes[number];
        if let Some(parent) = parent {
            let at = branches.len() as u16;
            if let Some(Branch::Split { right, .. }) = branches.get_mut::<usize>(parent) {
                *right = at;
            }
        }
        if node.is_leaf {
            branches.push(Branch::Leaf(node.weight_value));
            continue;
        }
        rest.push((node.right_child, Some(branches.len())));
        rest.push((node.left_child, None));
        let (feature, threshold) = (node.split_feature as u16, node.split_value as f32);
        branches.push(Branch::Split { feature, threshold, right: 0 });
    }
    branches
}
