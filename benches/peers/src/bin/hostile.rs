//! Pages made to cost more than their size: each at n, 2n and 4n, with the seconds for the whole
//! page and what each doubling multiplies them by.
//!
//! `hostile [NAME]`

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use newsprint::{Parser, Source};

/// Twice the input may take this much longer.
const LINEAR: f64 = 2.3;
/// Below this, a clock says little.
const SHORT: Duration = Duration::from_millis(20);
const ROUNDS: usize = 3;

const PARAGRAPH: &str = "<p>Some article text that is long enough to look like a paragraph, with \
    commas, and so on. Some article text that is long enough to look like a paragraph, with \
    commas, and so on. Some article text that is long enough to look like a paragraph, with \
    commas, and so on.</p>";

/// A page of `count` times `unit`, in which `%` is the number of the repetition.
struct Case {
    name: &'static str,
    before: &'static str,
    unit: &'static str,
    after: &'static str,
    count: usize,
}

const fn case(name: &'static str, count: usize, unit: &'static str) -> Case {
    Case { name, before: "<body>", unit, after: "", count }
}

const CASES: &[Case] = &[
    case("nested div", 50_000, "<div>"),
    case("formatting elements", 2500, "<b><i><font>"),
    case("adoption agency", 2500, "<b id=%><p>x</b>"),
    case("distinct font", 2500, "<font a%=1>"),
    Case { after: ">", ..Case { before: "<body><div ", ..case("attributes", 10_000, "a%=1 ") } },
    Case { before: "", ..case("less-than signs", 12_500_000, "<") },
    Case { before: "<body><p>", ..case("words", 1_500_000, "word ") },
    Case { before: "<body><p>", ..case("lines", 750_000, "a\n") },
    Case {
        before: "<body><table>",
        after: "</table>",
        ..case("fostered rows", 250_000, "<tr><td>a</td>x<b>y</b>")
    },
    Case { before: "<body><table><tr>", after: "</table>", ..case("cells", 250_000, "<td>a") },
    Case { before: "<body><table>", after: "</table>", ..case("fostered div", 5000, "x<div>") },
    case("nested tables", 5000, "<table><tr><td>"),
    case("nested svg", 50_000, "<svg>"),
    case("nested template", 12_500, "<template>"),
    case("paragraphs in spans", 25_000, "<span><p>a"),
    Case { before: "<body><p>", ..case("NUL", 1_250_000, "\0a") },
    Case { before: "<body><p>", ..case("references", 100_000, "&NotEqualTilde;&amp;&#x41;") },
    Case { before: "<body><p>", ..case("ampersands", 2_500_000, "&") },
    Case {
        before: "<body><p>",
        ..case("beginnings of references", 50_000, "&CounterClockwiseContourIntegra ")
    },
    case("comments", 50_000, "<!--x"),
    case("selects", 50_000, "<select><option>"),
    case("distinct tags", 50_000, "<t%>a</t%>"),
    case("distinct attributes", 50_000, "<p a%=1>"),
    case("links", 50_000, "<li><a href=/news/%>A story of the day</a>"),
    case("headings", 50_000, "<h2>A heading</h2>"),
    case("rates", 20_000, "<tr><td>USD<td>1.%<td>2.%"),
    case("times", 50_000, "<time>1 April 2024</time>"),
    case(
        "sections",
        20_000,
        "<section><h3>Most read</h3><ul><li><a href=/%>A story of the day</a></ul>",
    ),
    case("script of comments", 200_000, "<script><!--<script>"),
    case("end tags", 200_000, "</p></b>"),
    case("unclosed quotes", 200_000, "<a b='"),
];

fn main() {
    let name = std::env::args().nth(1).unwrap_or_default();
    let mut fails = false;
    println!("| page | n | seconds at n, 2n, 4n | ratios |\n| --- | --- | --- | --- |");
    for case in CASES.iter().filter(|case| case.name.contains(&name)) {
        let times = [1, 2, 4].map(|times| time(&page(case, case.count * times)));
        let [n, n2, n4] = times.map(|time| time.as_secs_f64());
        let (first, second) = (n2 / n, n4 / n2);
        let slow = times[2] > SHORT && (n4 / n).sqrt() > LINEAR;
        fails |= slow;
        let mark = if slow { " **more than linear**" } else { "" };
        println!(
            "| {} | {} | {n:.3}, {n2:.3}, {n4:.3} | {first:.2}, {second:.2}{mark} |",
            case.name, case.count
        );
    }
    std::process::exit(i32::from(fails));
}

fn page(case: &Case, count: usize) -> String {
    let mut html = case.before.to_owned();
    for number in 0..count {
        match case.unit.contains('%') {
            true => {
                let _ = write!(html, "{}", case.unit.replace('%', &number.to_string()));
            }
            false => html.push_str(case.unit),
        }
    }
    html + case.after + PARAGRAPH
}

/// The best of some rounds.
fn time(html: &str) -> Duration {
    let parser = Parser::new();
    let round = || {
        let begin = Instant::now();
        if let Ok(page) = parser.parse(Source::html(html)) {
            let _ = page.article();
            page.sidebar();
            page.currency();
            page.report();
        }
        begin.elapsed()
    };
    (0..ROUNDS).map(|_| round()).min().unwrap_or_default()
}
