//! What is printed.

use crate::options::Options;
use crate::score::{Metric, Value, mean};
use crate::{Scored, script};

/// Pages whose word F1 moved by less than this count as the same.
const MOVED: f64 = 0.0005;

/// Prints the figures of a corpus and the lists that were asked for.
pub(crate) fn print(corpus: &str, pages: &[Scored], metrics: &[Metric], options: &Options) {
    if options.json {
        println!("{}", json(corpus, metrics));
    } else {
        println!("== {corpus}");
        for Metric { name, value } in metrics {
            println!("{name:<26}{:>10}", show(*value));
        }
        let refused = pages.iter().filter(|page| page.refused).count();
        println!("{:<26}{refused:>10}", "refused");
    }
    if options.by_script {
        by_script(pages);
    }
    worst(pages, options.worst);
    if options.diff.is_some() {
        diff(pages);
    }
}

fn json(corpus: &str, metrics: &[Metric]) -> serde_json::Value {
    let mut object = serde_json::Map::new();
    object.insert("corpus".to_owned(), corpus.into());
    for Metric { name, value } in metrics {
        let value = match value {
            Value::Count(count) => (*count).into(),
            Value::Score(score) => (*score).into(),
        };
        object.insert((*name).to_owned(), value);
    }
    object.into()
}

fn show(value: Value) -> String {
    match value {
        Value::Count(count) => count.to_string(),
        Value::Score(Some(score)) => format!("{score:.4}"),
        Value::Score(None) => "None".to_owned(),
    }
}

fn by_script(pages: &[Scored]) {
    for name in script::NAMES {
        let of_script = pages.iter().filter(|page| page.script == Some(name));
        let scores: Vec<f64> = of_script.filter_map(|page| page.score.word_f1()).collect();
        if !scores.is_empty() {
            println!("word_f1 {name:<12}{:>10.4}{:>8} pages", mean(&scores), scores.len());
        }
    }
}

/// The pages with the lowest word F1, the lowest first.
fn worst(pages: &[Scored], count: usize) {
    let scores = pages.iter().filter_map(|page| Some((page.score.word_f1()?, page)));
    let mut scores: Vec<_> = scores.collect();
    scores.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    for (f1, page) in scores.into_iter().take(count) {
        println!("{f1:.4}  {}", place(page));
    }
}

fn place(page: &Scored) -> String {
    format!("{}  {}", page.id, page.url.as_deref().unwrap_or_default())
}

/// Pages that differ from the older predictions, those that lost most first.
fn diff(pages: &[Scored]) {
    let changes = pages.iter().filter_map(|page| {
        let older = page.older.as_ref()?;
        let moved = page.score.word_f1().unwrap_or_default() - older.word_f1().unwrap_or_default();
        let other: Vec<String> = page.score.changes(older);
        (moved.abs() >= MOVED || !other.is_empty()).then_some((moved, other, page))
    });
    let mut changes: Vec<_> = changes.collect();
    changes.sort_by(|(a, ..), (b, ..)| a.total_cmp(b));
    let better = changes.iter().filter(|(moved, ..)| *moved >= MOVED).count();
    let worse = changes.iter().filter(|(moved, ..)| *moved <= -MOVED).count();
    println!("word F1: {better} pages better, {worse} worse");
    for (moved, other, page) in changes {
        let now = page.score.word_f1().map(|f1| format!("{f1:.4}")).unwrap_or_default();
        println!("{moved:>+8.4} {now:>7}  {}  {}", place(page), other.join(" "));
    }
}
