use super::*;
use std::io::{BufRead, Write};
#[test]
#[ignore]
fn dump() {
    let out = std::fs::File::create(std::env::var("DUMP_OUT").unwrap()).unwrap();
    let mut out = std::io::BufWriter::new(out);
    for line in std::io::stdin().lock().lines() {
        let page: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let document = Document::parse(page["html"].as_str().unwrap(), &crate::Limits::default());
        let mut blocks = Blocks::cut(&document);
        let headline = document.elements().find(|e| e.tag() == crate::dom::Tag::H1).map(|e| e.id());
        let features = features::compute(&mut blocks, headline);
        let runs: Vec<_> = blocks
            .runs
            .iter()
            .zip(&features)
            .map(|(run, f)| serde_json::json!({"t": blocks.text(run), "f": f.values().to_vec()}))
            .collect();
        let j = serde_json::json!({"id": page["id"], "url": page["url"], "truth": page["truth"], "page_type": page["page_type"], "runs": runs, "names": features::Features::NAMES});
        writeln!(out, "{j}").unwrap();
    }
}
