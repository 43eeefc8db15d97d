//! Text of dates, counters, names and money, where pages have them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint_fuzz::read_html;

/// Where a value stands in a page.
const PLACES: &[(&str, &str)] = &[
    ("<h1>Rain in the north</h1><time>", "</time><p>Rain is expected."),
    ("<meta property=\"article:published_time\" content=\"", "\"><h1>Rain</h1><p>Rain."),
    ("<h1>Rain in the north</h1><p class=byline>", "</p><p>Rain is expected."),
    ("<h1>Rain in the north</h1><span class=views>", "</span><p>Rain is expected."),
];
const LIST: &str = "<aside><h3>Most read</h3><ol>\
    <li><a href=/news/1-first-story>{} A first story of some length</a> <i class=views>{}</i></li>\
    <li><a href=/news/2-second-story>A second story of some length</a> <i class=views>{}</i></li>\
    <li><a href=/news/3-third-story>A third story of some length</a> <time>{}</time></li></ol>";
const RATES: &str = "<table><caption>Currency rates {}</caption>\
    <tr><th>Currency</th><th>Buy</th><th>Sell</th></tr>\
    <tr><td>USD</td><td>{}</td><td>523.7</td></tr>\
    <tr><td>{}</td><td>5,43</td><td>{}</td></tr></table>\
    <div class=rates><b>EUR</b> <span>{}</span></div>";

fuzz_target!(|input: (u8, &str)| {
    let (place, value) = input;
    let value = value.replace(['<', '"'], "");
    match PLACES.get(usize::from(place) % (PLACES.len() + 2)) {
        Some((before, after)) => read_html(&format!("{before}{value}{after}")),
        None if place % 2 == 0 => read_html(&LIST.replace("{}", &value)),
        None => read_html(&RATES.replace("{}", &value)),
    }
});
