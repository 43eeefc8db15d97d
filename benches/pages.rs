//! How fast pages are read, beside scraper's parse of the same pages in the same run.

#![allow(missing_docs, clippy::unwrap_used, reason = "a bench")]

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use newsprint::{Parser, Source};

/// The news item of the fixtures with its body repeated until the page has so many bytes.
fn page_of(bytes: usize) -> String {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/informburo/news-item/page.html");
    let page = fs::read_to_string(path).unwrap();
    let (head, tail) = page.split_at(page.rfind("<footer").unwrap());
    let paragraph = "<div class=\"uk-card\"><p>Речь идёт только о координатах самого автобуса, \
                     а не о тех, кто в нём едет. <a href=\"/novosti/1\">Подробнее</a></p></div>\n";
    let more = bytes.saturating_sub(page.len()) / paragraph.len();
    [head, &paragraph.repeat(more), tail].concat()
}

fn stages(c: &mut Criterion) {
    for kilobytes in [32, 256, 2048] {
        let page = page_of(kilobytes * 1024);
        let mut group = c.benchmark_group("page");
        group.throughput(Throughput::Bytes(page.len() as u64));
        let parser = Parser::new();
        let mut bench = |name: &str, run: &dyn Fn(&str)| {
            group.bench_with_input(BenchmarkId::new(name, kilobytes), &*page, |b, page| {
                b.iter(|| run(black_box(page)));
            });
        };
        let parse = |page: &str| parser.parse(Source::html(page)).unwrap();
        bench("scraper", &|page| drop(black_box(scraper::Html::parse_document(page))));
        bench("tree", &|page| drop(black_box(parse(page))));
        bench("article", &|page| {
            black_box(parse(page).article().unwrap().body.len());
        });
        bench("sidebar", &|page| {
            black_box(parse(page).sidebar().len());
        });
        bench("currency", &|page| {
            black_box(parse(page).currency().len());
        });
        bench("all", &|page| {
            let page = parse(page);
            black_box((page.article().unwrap(), page.sidebar(), page.currency()));
        });
    }
}

fn renderings(c: &mut Criterion) {
    let page = page_of(32 * 1024);
    let article = newsprint::parse_article(&page).unwrap();
    let mut group = c.benchmark_group("render");
    group.bench_function("text", |b| b.iter(|| black_box(&article).to_text()));
    group.bench_function("markdown", |b| b.iter(|| black_box(&article).to_markdown()));
    group.bench_function("html", |b| b.iter(|| black_box(&article).to_html()));
    group.bench_function("json_ld", |b| b.iter(|| black_box(&article).to_json_ld()));
}

criterion_group!(benches, stages, renderings);
criterion_main!(benches);
