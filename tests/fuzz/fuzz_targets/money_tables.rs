//! Tables of rates: what is read has a currency and prices that are none below zero; no price is
//! read that the cell has no digits of.

#![no_main]

use std::fmt::Write;

use arbitrary::{Arbitrary, Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use newsprint::stages::{currency_code, prices};
use newsprint::{Source, model::CurrencyQuote};
use newsprint_fuzz::{PARSER, read_all};

const CELLS: &[&str] = &[
    "USD",
    "EUR",
    "100 JPY",
    "10 RUB",
    "доллар США",
    "евро",
    "€",
    "$",
    "美元",
    "Gold",
    "BTC",
    "521.1",
    "523,7",
    "40,000",
    "1 234,50",
    "1'234.50",
    "521.1 / 523.7",
    "▲ 0.5",
    "-0,12%",
    "за 100",
    "Buy",
    "Sell",
    "Покупка",
    "Продажа",
    "Bank of the North",
    "1 April 2024",
    "—",
    "",
];
const ROWS: &[&str] = &["<tr><td>", "<tr><th>", "</table><table><tr><td>", "<div>"];
const CUTS: &[&str] = &["<td>", "<th>", "</td><td>", "<td colspan=2>", "<td rowspan=3>", "<br>"];

#[derive(Debug)]
struct Table {
    html: String,
    cells: Vec<String>,
}

impl<'a> Arbitrary<'a> for Table {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut table = Self {
            html: "<table class=rates><caption>Currency rates</caption>".to_owned(),
            cells: Vec::new(),
        };
        while !u.is_empty() {
            let between = if u.ratio(1, 3)? { u.choose(ROWS)? } else { u.choose(CUTS)? };
            let cell = if u.ratio(4, 5)? { u.choose(CELLS)? } else { u.arbitrary::<&str>()? };
            let cell = cell.replace(['<', '&'], "");
            let _ = write!(table.html, "{between}{cell}");
            table.cells.push(cell);
        }
        Ok(table)
    }
}

fuzz_target!(|table: Table| {
    let cells: Vec<&str> = table.cells.iter().map(String::as_str).collect();
    for (cell, price) in cells.iter().zip(prices(&cells)) {
        assert!(price.is_none() || cell.contains(char::is_numeric), "{cell:?}: {price:?}");
    }
    let source = Source::html(&table.html).with_url("https://bank.example/rates");
    if let Ok(page) = PARSER.parse(source) {
        page.currency().iter().for_each(check);
        read_all(&page);
    }
});

fn check(quote: &CurrencyQuote) {
    assert_eq!(currency_code(&quote.code), Some(quote.code.as_str()), "{quote:?}");
    assert!(quote.unit > 0, "{quote:?}");
    let prices = [quote.buy, quote.sell, quote.rate];
    assert!(prices.iter().any(Option::is_some), "{quote:?}");
    assert!(prices.into_iter().flatten().all(|price| !price.is_sign_negative()), "{quote:?}");
}
