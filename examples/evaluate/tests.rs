//! The figures of made-up pages, and of pages made up to be extracted. What is expected of
//! `testdata` was computed by an implementation of the same definitions in Python.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use super::*;
use score::{Metric, Value};

fn testdata(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/evaluate/testdata").join(name)
}

fn figures(metrics: &[Metric]) -> BTreeMap<String, Option<f64>> {
    let figure = |metric: &Metric| match metric.value {
        Value::Count(count) => Some(count as f64),
        Value::Score(score) => score,
    };
    metrics.iter().map(|metric| (metric.name.to_owned(), figure(metric))).collect()
}

fn predicted() -> Vec<Scored> {
    let predictions = predict::read(&testdata("predictions.jsonl")).unwrap();
    evaluate(&testdata("corpus.jsonl"), Some(&predictions), None, None).unwrap()
}

fn metrics_of(pages: &[Scored]) -> Vec<Metric> {
    score::metrics(pages.iter().map(|page| &page.score), given_missing(pages))
}

#[test]
fn figures_are_those_of_the_definitions() {
    let figures = figures(&metrics_of(&predicted()));
    let expected = fs::read_to_string(testdata("expected.json")).unwrap();
    let expected: BTreeMap<String, Option<f64>> = serde_json::from_str(&expected).unwrap();
    assert_eq!(figures.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    for (name, expected) in expected {
        match (figures[&name], expected) {
            (Some(figure), Some(expected)) => {
                assert!((figure - expected).abs() < 1e-6, "{name}: {figure}, not {expected}");
            }
            (figure, expected) => assert_eq!(figure, expected, "{name}"),
        }
    }
}

#[test]
fn pages_are_extracted_and_compared_with_older_predictions() {
    let folder = std::env::temp_dir().join(format!("newsprint-evaluate-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let (corpus, saved) = (folder.join("corpus.jsonl"), folder.join("saved.jsonl"));
    let paragraphs: Vec<String> = (1..10)
        .map(|day| format!("On day {day} the water mill ground flour, and a queue of {day}0 came."))
        .collect();
    let text = paragraphs.join("\n");
    let html = format!("<title>Mill</title><article><h1>Mill</h1><p>{}", paragraphs.join("<p>"));
    let page = serde_json::json!({"id": 1, "html": html, "truth": {"text": text, "title": "Mill"}});
    fs::write(&corpus, format!("{page}\n\n")).unwrap();

    let mut save = BufWriter::new(File::create(&saved).unwrap());
    let pages = evaluate(&corpus, None, None, Some(&mut save)).unwrap();
    drop(save);
    assert_eq!(pages[0].script, Some("Latin"));
    assert_eq!(figures(&metrics_of(&pages))["text.word_f1"], Some(1.0));

    let older = predict::read(&saved).unwrap();
    let again = evaluate(&corpus, None, Some(&older), None).unwrap();
    assert_eq!(again[0].older.as_ref().unwrap().word_f1(), Some(1.0));
    let none = evaluate(&corpus, None, Some(&Predictions::new()), None).unwrap();
    assert_eq!(none[0].score.changes(none[0].older.as_ref().unwrap()), ["+title"]);
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_fall_is_noticed() {
    let scores = |score: f64| BTreeMap::from([("text.word_f1".to_owned(), score)]);
    assert!(record::fallen(&scores(0.95), &scores(0.948)).is_empty());
    assert_eq!(record::fallen(&scores(0.95), &scores(0.946)).len(), 1);
    assert_eq!(record::fallen(&scores(0.95), &BTreeMap::new()).len(), 1);
}

#[test]
fn scores_are_recorded_for_each_corpus() {
    let path = std::env::temp_dir().join(format!("newsprint-record-{}.json", std::process::id()));
    let metrics = metrics_of(&predicted());
    record::write(&path, "a", &metrics).unwrap();
    record::write(&path, "b", &metrics).unwrap();
    assert!(record::check(&path, "a", &metrics).unwrap());
    assert!(!record::check(&path, "b", &[]).unwrap());
    assert!(record::check(&path, "c", &metrics).is_err());
    fs::remove_file(&path).unwrap();
}

#[test]
fn options_are_read() {
    let read = |line: &str| Options::from_arguments(line.split(' ').map(Into::into));
    let options = read("evaluate a.jsonl --worst 3 b.jsonl --by-script").unwrap();
    assert_eq!((options.corpora.len(), options.worst, options.by_script), (2, 3, true));
    assert!(read("evaluate --worst 3").is_err());
    assert!(read("evaluate a.jsonl --best").is_err());
}
