use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::dom::Base;
use crate::model::Direction;
use crate::profile::Profile;

fn quotes_at(html: &str, url: &str) -> (Vec<CurrencyQuote>, Vec<Warning>) {
    let limits = Limits::default();
    let document = Document::parse(html, &limits);
    let base = Base::new(&document, Some(url));
    extract(&PageView::new(&document, &base, &limits))
}

/// The quotes of a page of a site in Kazakhstan, as `CODE buy/sell/rate`.
fn quotes(html: &str) -> Vec<String> {
    quotes_at(html, "https://example.kz/").0.iter().map(short).collect()
}

fn short(quote: &CurrencyQuote) -> String {
    let part = |value: Option<Decimal>| value.map_or("-".to_owned(), |value| value.to_string());
    let unit = if quote.unit == 1 { String::new() } else { format!(" per {}", quote.unit) };
    let (buy, sell, rate) = (part(quote.buy), part(quote.sell), part(quote.rate));
    format!("{} {buy}/{sell}/{rate}{unit}", quote.code)
}

/// The only quote of a page.
fn only(html: &str) -> CurrencyQuote {
    let (mut quotes, _) = quotes_at(html, "https://example.kz/");
    assert_eq!(quotes.len(), 1, "{quotes:?}");
    quotes.remove(0)
}

#[test]
fn rows_of_running_markup() {
    let cases: &[(&str, &[&str])] = &[
        (
            "<div><div>USD:</div><div>521.1 / 523.7</div></div>\
             <div><div>EUR:</div><div>611.5 / 616.5</div></div>",
            &["USD 521.1/523.7/-", "EUR 611.5/616.5/-"],
        ),
        (
            "<dl><dt>USD</dt><dd>521,10</dd><dt>EUR</dt><dd>611,50</dd></dl>",
            &["USD -/-/521.10", "EUR -/-/611.50"],
        ),
        (
            "<div>USD: 28,44 <span class=down>-0,1216</span>&nbsp; EUR: 34,32 <span class=up>0,1003</span></div>",
            &["USD -/-/28.44", "EUR -/-/34.32"],
        ),
        (
            "<ul><li><a href=/usd>Доллар США 57.1072</a><li><a href=/eur>Евро 70.4303</a></ul>",
            &["USD -/-/57.1072", "EUR -/-/70.4303"],
        ),
        (
            "<p class=rates><span>$ 76.35</span> <span>€ 83.10</span></p>",
            &["USD -/-/76.35", "EUR -/-/83.10"],
        ),
        (
            "<ul><li>USD 36.<span>5686</span></li><li>EUR 35.<span>9817</span></li></ul>",
            &["USD -/-/36.5686", "EUR -/-/35.9817"],
        ),
        (
            "<ul><li>Dólar: $856,74</li><li>Euro: $901,26</li><li>UF: $32.257,34</li></ul>",
            &["USD -/-/856.74", "EUR -/-/901.26"],
        ),
        (
            "<div><b>63.31</b><i>Доллар</i></div><div><b>68.62</b><i>Евро</i></div>",
            &["USD -/-/63.31", "EUR -/-/68.62"],
        ),
        (
            "<ul><li>USD покупка 469.9 продажа 472.9<li>EUR покупка 536.5 продажа 541.5</ul>",
            &["USD 469.9/472.9/-", "EUR 536.5/541.5/-"],
        ),
        (
            "<ul><li>100 JPY 320.5<li>1 USD = 470,25 KZT<li>CNY (10) 650.15</ul>",
            &["JPY -/-/320.5 per 100", "USD -/-/470.25", "CNY -/-/650.15 per 10"],
        ),
    ];
    for (html, expected) in cases {
        assert_eq!(quotes(html), *expected, "{html}");
    }
}

#[test]
fn rows_of_tables() {
    let cases: &[(&str, &[&str])] = &[
        (
            "<table><tr><td class='buy up'>469.9<td class=currency>USD<td class='sell up'>472.9\
             <tr><td class=buy>5.75<td class=currency>RUR<td class=sell>5.87\
             <tr><td class=buy>59550<td class=currency>GOLD<td class=sell>62550</table>",
            &["USD 469.9/472.9/-", "RUB 5.75/5.87/-"],
        ),
        (
            "<table><tr><th>Валюта<th>Продажа<th>Покупка<tr><td>USD<td>472.9<td>469.9\
             <tr><td>EUR<td>541.5<td>536.5</table>",
            &["USD 469.9/472.9/-", "EUR 536.5/541.5/-"],
        ),
        (
            "<table><tr><th rowspan=2>Банк<th colspan=2>Доллар<th colspan=2>Евро\
             <tr><th>Покупка<th>Продажа<th>Покупка<th>Продажа\
             <tr><td>Халық<td rowspan=2>56,60<td rowspan=2>57,67<td rowspan=2>69,90<td rowspan=2>71,09\
             <tr><td>09:00 - 18:00<tr><td>Каспи<td>56,50<td>57,80<td>69,50<td>71,00</table>",
            &["USD 56.60/57.67/-", "EUR 69.90/71.09/-", "USD 56.50/57.80/-", "EUR 69.50/71.00/-"],
        ),
        (
            "<table><tr><th><th>Банки <small>Купівля / Продаж</small><th>НБУ\
             <tr><td>USD<td>40,000 <i class=trend>0.0500</i> 40,550<td>36.<span>5686</span><br><i>0</i>\
             <tr><td>EUR<td>38,750 <i class=trend>0.1250</i> 39,700<td>35.<span>9817</span><br><i>0</i></table>",
            &["USD 40.000/40.550/-", "USD -/-/36.5686", "EUR 38.750/39.700/-", "EUR -/-/35.9817"],
        ),
        (
            "<table><tr><td>Код<td>Единиц<td>Курс<tr><td>USD<td>1<td>470,25<tr><td>JPY<td>100<td>320,11</table>",
            &["USD -/-/470.25", "JPY -/-/320.11 per 100"],
        ),
        (
            "<table><tr><td><font>USD:</font><td><font>521.1 / 523.7</font><tr><td>EUR:<td>611.5 / 616.5</table>",
            &["USD 521.1/523.7/-", "EUR 611.5/616.5/-"],
        ),
        (
            "<table><tr><th>Döviz<th>Alış<th>Satış<tr><td>Dolar<td>37,95<td>37,99<tr><td>Euro<td>41,50<td>41,62</table>",
            &["USD 37.95/37.99/-", "EUR 41.50/41.62/-"],
        ),
        (
            "<table><tr><th>Sorten<th>Ankauf<th>Verkauf<tr><td>USD<td>1,05<td>1,15<tr><td>GBP<td>1,25<td>1,35</table>",
            &["USD 1.05/1.15/-", "GBP 1.25/1.35/-"],
        ),
    ];
    for (html, expected) in cases {
        assert_eq!(quotes(html), *expected, "{html}");
    }
}

#[test]
fn what_is_no_quote() {
    for html in [
        "<p>The dollar rose to 450.5 tenge on Monday, and the euro to 490.2 tenge, the bank said.</p>",
        "<p>Вчера <b>доллар</b> подорожал до <b>450,5</b> тенге, <b>евро</b> подешевел до 490,2.</p>",
        "<ul class=currency-switcher><li>USD<li>EUR<li>GBP</ul>",
        "<div class=product><span class=currency>$</span> 12.99</div>",
        "<span class=price>$12.99</span> <span class=price>€11.49</span>",
        "<ul><li>Gold 1950.25<li>Brent 85.10<li>BTC 43000.5<li>BIST 100 9500.5</ul>",
        "<!-- <div>USD 425.05 EUR 480.10</div> -->",
        "<template><div>USD 425.05</div><div>EUR 480.10</div></template>",
        "<div hidden><div>USD 425.05</div><div>EUR 480.10</div></div>",
        "<div class=rates><div>USD</div><div></div><div>EUR</div><div></div></div>",
        "<div>USD +7 (700) 000-00-00</div><div>EUR +7 (727) 250-50.50</div>",
        "<ul><li>Euro 2024<li>Real 2:1<li>10.50</ul>",
        "<ul><li>Deposit USD 3.5%<li>Deposit EUR 1.5%</ul>",
        "<h2>Обмен валют</h2><ul><li>от 5000 долларов<li>Доллар: 5000<li>с 9.30</ul>",
        "<ul><li>USD 20:15<li>EUR 24.03.2018</ul>",
        "",
    ] {
        assert_eq!(quotes(html), [""; 0], "{html}");
    }
    // Prices of goods on a site of no country.
    let goods = "<li>€12.99 (about $13.99)</li><li>USD 19.99, GBP 17.99</li>";
    assert!(quotes_at(goods, "https://shop.example.com/").0.is_empty());
}

#[test]
fn changes() {
    let change = |html: &str| only(html).change.unwrap();
    let down = change("<div class=rates>USD: 28,44 <span class=down>-0,1216</span></div>");
    assert_eq!(down.value, Some(Decimal::new(-1216, 4)));
    assert_eq!(down.direction, Some(Direction::Down));
    let arrow = change("<div class=rates>USD 425.05 ▲ 1.20 (0,28%)</div>");
    assert_eq!(
        (arrow.value, arrow.percent),
        (Some(Decimal::new(120, 2)), Some(Decimal::new(28, 2)))
    );
    assert_eq!(arrow.direction, Some(Direction::Up));
    let image =
        change("<div class=exchange_block><span>USD 425.05 <img src=/i/down.png></span></div>");
    assert_eq!(image.direction, Some(Direction::Down));
    assert_eq!(image.value, None);
}

#[test]
fn source_base_and_day() {
    let table = "<table><tr><th colspan=2>Курсы Центрального банка на 24.03.2018\
                 <tr><th>Валюта<th>Курс<tr><td>Доллар США<td>57.1072<tr><td>Евро<td>70.4303</table>";
    let (quotes, _) = quotes_at(table, "https://example.ru/");
    let [dollar, _] = quotes.as_slice() else { panic!("{quotes:?}") };
    assert_eq!(dollar.base.as_deref(), Some("RUB"));
    assert_eq!(dollar.source.as_deref(), Some("Курсы Центрального банка на 24.03.2018"));
    assert!(dollar.as_of.is_some());
    let list = "<ul class=rates><li>USD 470,25 ₸<li>EUR 510,10 ₸</ul>";
    let (quotes, _) = quotes_at(list, "https://example.com/");
    assert_eq!(quotes.first().and_then(|quote| quote.base.as_deref()), Some("KZT"));
}

#[test]
fn a_price_to_buy_above_that_to_sell_is_reported() {
    let html = "<table><tr><th><th>Покупка<th>Продажа<tr><td>USD<td>472.9<td>469.9\
                <tr><td>EUR<td>536.5<td>541.5</table>";
    let (quotes, warnings) = quotes_at(html, "https://example.kz/");
    assert_eq!(quotes.first().map(short).as_deref(), Some("USD 472.9/469.9/-"));
    assert_eq!(warnings, [Warning::BuyAboveSell { code: "USD".to_owned() }]);
}

#[test]
fn repeated_widgets_are_one() {
    let widget = "<ul><li>USD 470.25<li>EUR 510.10</ul>";
    assert_eq!(quotes(&format!("{widget}<p>Погода</p>{widget}")).len(), 2);
}

#[test]
fn rules_come_first() {
    let profile = Profile::from_toml(
        "name = \"herald\"\nhosts = [\"herald.example\"]\nbase_currency = \"KZT\"\n\
         [[currency]]\ncontainer = \".k\"\nrow = \"p\"\ncode = \"b\"\nprices = \"i\"\n\
         prices_order = [\"sell\", \"buy\"]\n",
    )
    .unwrap();
    let limits = Limits::default();
    let page =
        "<div class=k><p><b>100 JPY</b><i>341,5 / 340,1</i></div><ul><li>USD 1.5<li>EUR 2.5</ul>";
    let document = Document::parse(page, &limits);
    let base = Base::new(&document, None);
    let matches = crate::profile::SiteProfile::rules(&profile).find_in(&document);
    let view = PageView::new(&document, &base, &limits).with_rules(Some(&matches));
    let (quotes, _) = extract(&view);
    assert_eq!(quotes.iter().map(short).collect::<Vec<_>>(), ["JPY 340.1/341.5/- per 100"]);
    assert_eq!(quotes.first().and_then(|quote| quote.base.as_deref()), Some("KZT"));
}

proptest! {
    #[test]
    fn nothing_panics(parts in prop::collection::vec(prop::sample::select(vec![
        "<table>", "</table>", "<tr>", "<td>", "<td colspan=3>", "<td rowspan=9>", "<th>Покупка", "<div>",
        "</div>", "USD", "€", "$", "Евро", " 521.1 ", "523,7", "/", "100 ", "%", "▲", "-0,5", "<img class=up>",
        "<li>", "банк", "12:30", "курс", "<b>", "</b>", "=", "(", ")",
    ]), 0..60)) {
        let html = parts.concat();
        for quote in quotes_at(&html, "https://example.kz/").0 {
            prop_assert!(quote.buy.or(quote.sell).or(quote.rate).is_some());
        }
    }

    #[test]
    fn prices_are_exact(buy in 1_000u32..900_000, gap in 0u32..500) {
        let (buy, sell) = (Decimal::new(buy.into(), 2), Decimal::new((buy + gap).into(), 2));
        let html = format!("<ul><li>USD {buy} / {sell}<li>CNY {buy} / {sell}</ul>");
        let (quotes, warnings) = quotes_at(&html, "https://example.kz/");
        prop_assert_eq!(quotes.len(), 2);
        for quote in quotes {
            prop_assert_eq!((quote.buy, quote.sell), (Some(buy), Some(sell)));
        }
        prop_assert!(warnings.is_empty());
    }
}
