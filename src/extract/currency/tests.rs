use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::dom::{Base, Document};
use crate::model::Direction;
use crate::profile::Profile;

fn quotes_at(html: &str, url: &str) -> (Vec<CurrencyQuote>, Vec<Warning>) {
    let limits = Limits::default();
    let document = Document::parse(html, &limits);
    let base = Base::new(&document, Some(url));
    quotes_of_page(&PageView::new(&document, &base, &limits))
}

fn quotes_of_page(page: &PageView<'_>) -> (Vec<CurrencyQuote>, Vec<Warning>) {
    let cut = cut(page.document());
    extract(page, || &cut)
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
fn tables_with_kinds_of_prices_in_rows_or_more_than_two_columns() {
    let cases: &[(&str, &[&str])] = &[
        (
            "<table><tr><th><th>USD<th>EUR<tr><td>Покупка<td>447,1<td>484,0\
             <tr><td>Продажа<td>449,5<td>488,2</table>",
            &["USD 447.1/449.5/-", "EUR 484.0/488.2/-"],
        ),
        (
            "<table><tr><th>Currency<th>Buying<th>Selling<tr><td>US Dollar<td>278.50<td>279.30\
             <tr><td>Saudi Riyal<td>73.9<td>74.6</table>",
            &["USD 278.50/279.30/-", "SAR 73.9/74.6/-"],
        ),
        (
            "<table><tr><th>Ngoại tệ<th>Mua tiền mặt<th>Mua chuyển khoản<th>Bán\
             <tr><td>USD<td>470,70<td>471,00<td>474,40<tr><td>EUR<td>512,12<td>515,78<td>539,65</table>",
            &["USD 470.70/474.40/-", "EUR 512.12/539.65/-"],
        ),
        (
            "<table><tr><th>Валюта<th>Покупка<th>Продажа<th>Покупка<th>Продажа\
             <tr><td>USD<td>447,1<td>449,5<td>446,0<td>450,0<tr><td>EUR<td>484,0<td>488,2<td>483,0<td>489,0</table>",
            &["USD 447.1/449.5/-", "USD 446.0/450.0/-", "EUR 484.0/488.2/-", "EUR 483.0/489.0/-"],
        ),
    ];
    for (html, expected) in cases {
        assert_eq!(quotes(html), *expected, "{html}");
    }
}

#[test]
fn pairs_are_rates_on_any_page() {
    let ticker = "<ul><li>DAX <b>18.175,04</b><li><a>EUR/USD <b>1,0845</b> <i>-0,10%</i></a>\
                  <li>Gold <b>2.329,75</b></ul>";
    let (quotes, _) = quotes_at(ticker, "https://example.de/");
    assert_eq!(quotes.iter().map(short).collect::<Vec<_>>(), ["EUR -/-/1.0845"]);
    assert_eq!(quotes[0].base.as_deref(), Some("USD"));
    for other in ["<ul><li>EUR/USD <b>10,50</b></ul>", "<ul><li>EUR / USD 10.50 / 12.50</ul>"] {
        assert!(quotes_at(other, "https://example.de/").0.is_empty(), "{other}");
    }
}

#[test]
fn what_a_price_is_in_begins_no_row() {
    let list = "<ul class=rates><li>1 USD = 447.10 KZT <span class=up>0.50</span>\
                <li>1 EUR = 484.00 KZT</ul>";
    assert_eq!(quotes(list), ["USD -/-/447.10", "EUR -/-/484.00"]);
    let lines = "<div class=valuta><p>1 € = 484.0000 KZT</p><p>1 $ = 447.1000 KZT</p></div>";
    assert_eq!(quotes(lines), ["EUR -/-/484.0000", "USD -/-/447.1000"]);
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
    let (quotes, _) = quotes_of_page(&view);
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
/// Widgets as sites of many countries have them, under the domain of each: what is read from them.
const WIDGETS: &[(&str, &str, &[&str])] = &[
    (
        "kz",
        r#"<div class="currency"><div class=item><span>USD</span><span class=val>521.1</span></div><div class=item><span>EUR</span><span class=val>611.5</span></div><div class=item><span>RUB</span><span class=val>5.64</span></div></div>"#,
        &["USD -/-/521.1", "EUR -/-/611.5", "RUB -/-/5.64"],
    ),
    (
        "kz",
        r#"<ul class="exchange"><li>$ 521.1 <i class="icon up"></i></li><li>€ 611.5 <i class="icon down"></i></li><li>₽ 6.45</li></ul>"#,
        &["USD -/-/521.1", "EUR -/-/611.5", "RUB -/-/6.45"],
    ),
    (
        "kz",
        r#"<div class=currency><a class="currency__item">USD <span>521,10 ₸</span></a><a class="currency__item">EUR <span>611,50 ₸</span></a></div>"#,
        &["USD -/-/521.10", "EUR -/-/611.50"],
    ),
    (
        "kz",
        r#"<div class="exchange_block"><span>USD 425.05 <img src=/img/up.png></span><!-- <span>USD 350</span> --><span>EUR 500.84 <img src=/img/down.png></span></div>"#,
        &["USD -/-/425.05", "EUR -/-/500.84"],
    ),
    (
        "kz",
        r#"<div id=app></div><script>var punkts = [{"id":1,"name":"Обмен на Абая","data":{"USD":[320.9,321.7],"EUR":[380.5,382.5],"RUB":[5.64,5.7]}},{"id":2,"name":"Миг","data":{"USD":[321,321.6],"EUR":[380.8,382.2]}}];</script>"#,
        &[
            "EUR 380.5/382.5/-",
            "RUB 5.64/5.7/-",
            "USD 320.9/321.7/-",
            "EUR 380.8/382.2/-",
            "USD 321/321.6/-",
        ],
    ),
    (
        "ru",
        r#"<table class="currency-table"><tr><th>Валюта<th>Покупка<th>Продажа<th>ЦБ РФ</tr><tr><td>USD<td>92,50<td>94,10<td>93,2519 <span class=up>+0,12</span></tr><tr><td>EUR<td>100,50<td>102,10<td>101,2519 <span class=down>−0,12</span></tr></table>"#,
        &["USD 92.50/94.10/-", "USD -/-/93.2519", "EUR 100.50/102.10/-", "EUR -/-/101.2519"],
    ),
    (
        "ru",
        r#"<div class="header__rates"><a class="ind"><span class=name>USD ЦБ</span> <span class=val>93,25</span> <span class=chg>+0,12</span></a><a class="ind"><span class=name>EUR ЦБ</span> <span class=val>101,30</span> <span class=chg>-0,40</span></a><a><span>Нефть</span><span>83,20</span><span>+1,2%</span></a></div>"#,
        &["USD -/-/93.25", "EUR -/-/101.30"],
    ),
    (
        "ru",
        r#"<div class="informer">Курс ЦБ <span>$ 93,25 ↑</span> <span>€ 101,30 ↓</span></div>"#,
        &["USD -/-/93.25", "EUR -/-/101.30"],
    ),
    (
        "com.tr",
        r#"<ul class="market"><li><span>DOLAR</span><span>34,2510</span><span>% 0,12</span></li><li><span>EURO</span><span>36,7012</span><span>% -0,32</span></li><li><span>STERLİN</span><span>44,1012</span></li><li><span>GRAM ALTIN</span><span>2.950,12</span></li><li><span>BIST 100</span><span>8.920,10</span></li></ul>"#,
        &["USD -/-/34.2510", "EUR -/-/36.7012", "GBP -/-/44.1012"],
    ),
    (
        "com.br",
        "<div class=cotacoes><div><span>Dólar comercial</span> <span>R$ 4,9512</span> <span class=up>+0,35%</span></div><div><span>Dólar turismo</span> <span>R$ 5,1500</span></div><div><span>Euro</span> <span>R$ 5,3312</span></div></div>",
        &["USD -/-/4.9512", "USD -/-/5.1500", "EUR -/-/5.3312"],
    ),
    (
        "com.ar",
        "<section class=cotizaciones><h3>Cotización del dólar hoy</h3><div class=card><p>Dólar Oficial</p><span>Compra</span><b>$350,50</b><span>Venta</span><b>$369,50</b></div><div class=card><p>Dólar Blue</p><span>Compra</span><b>$985,00</b><span>Venta</span><b>$1.005,00</b></div></section>",
        &["USD 350.50/369.50/-", "USD 985.00/1005.00/-"],
    ),
    (
        "ro",
        "<p>Curs BNR: EUR 4.9765 | USD 4.5523 | GBP 5.8012</p>",
        &["EUR -/-/4.9765", "USD -/-/4.5523", "GBP -/-/5.8012"],
    ),
    (
        "pl",
        "<table><caption>Kursy walut NBP z dnia 12.04.2024</caption><tr><td>1 USD<td>dolar amerykański<td>3,9512<tr><td>100 HUF<td>forint<td>1,0712<tr><td>1 EUR<td>euro<td>4,2612</table>",
        &["USD -/-/3.9512", "HUF -/-/1.0712 per 100", "EUR -/-/4.2612"],
    ),
    (
        "cz",
        "<table class=kurzy><tr><th>země<th>množství<th>kód<th>kurz</tr><tr><td>EMU<td>1<td>EUR<td>24,555<tr><td>Maďarsko<td>100<td>HUF<td>6,512<tr><td>USA<td>1<td>USD<td>23,120</table>",
        &["EUR -/-/24.555", "HUF -/-/6.512 per 100", "USD -/-/23.120"],
    ),
    (
        "co.jp",
        "<dl class=kawase><dt>為替</dt><dd>米ドル 149.25円</dd><dd>ユーロ 161.30円</dd></dl>",
        &["USD -/-/149.25", "EUR -/-/161.30"],
    ),
    (
        "co.kr",
        "<div class=exchange><h3>환율</h3><ul><li><span>미국 USD</span><span>1,345.50</span><span class=up>상승 2.50</span></li><li><span>일본 JPY(100엔)</span><span>905.12</span></li><li><span>유럽연합 EUR</span><span>1,455.20</span></li></ul></div>",
        &["USD -/-/1345.50", "JPY -/-/905.12 per 100", "EUR -/-/1455.20"],
    ),
    (
        "kg",
        "<div class=valuta><span>USD</span> 89.10 / 89.60 <span>EUR</span> 95.2 / 96.9 <span>KZT</span> 0.182 / 0.201</div>",
        &["USD 89.10/89.60/-", "EUR 95.2/96.9/-", "KZT 0.182/0.201/-"],
    ),
    (
        "uz",
        "<ul class=rates><li>USD <b>12 650.34</b> <span class=up>+12.5</span></li><li>EUR <b>13 720.10</b> <span class=down>-20.1</span></li><li>RUB <b>135.20</b></li></ul>",
        &["USD -/-/12650.34", "EUR -/-/13720.10", "RUB -/-/135.20"],
    ),
    (
        "uz",
        "<div class=currency><div>1 USD = 12 650,34 сум</div><div>1 EUR = 13 720,10 сум</div></div>",
        &["USD -/-/12650.34", "EUR -/-/13720.10"],
    ),
    (
        "az",
        "<div class=valyuta><span>USD 1.7000</span><span>EUR 1.8512</span><span>RUB 0.0184</span></div>",
        &["USD -/-/1.7000", "EUR -/-/1.8512", "RUB -/-/0.0184"],
    ),
    (
        "am",
        "<div class=rates><div>USD 387.51 <img src=/i/up.gif></div><div>EUR 421.30 <img src=/i/down.gif></div><div>RUB 4.21</div></div>",
        &["USD -/-/387.51", "EUR -/-/421.30", "RUB -/-/4.21"],
    ),
    (
        "by",
        "<table><tr><th>Курсы валют НБ РБ<tr><td>1 USD<td>3.2035<td>+0.0012<tr><td>1 EUR<td>3.4712<td>-0.0102<tr><td>100 RUB<td>3.5012</table>",
        &["USD -/-/3.2035", "EUR -/-/3.4712", "RUB -/-/3.5012 per 100"],
    ),
    (
        "ge",
        r#"<div class="currency-box"><div>1 USD <span>2.6901 ₾</span></div><div>1 EUR <span>2.9110 ₾</span></div></div>"#,
        &["USD -/-/2.6901", "EUR -/-/2.9110"],
    ),
    (
        "mn",
        "<div class=hansh><h4>Валютын ханш</h4><ul><li>Ам.доллар 3,450.00</li><li>Евро 3,720.50</li><li>Юань 478.30</li></ul></div>",
        &["USD -/-/3450.00", "EUR -/-/3720.50", "CNY -/-/478.30"],
    ),
    (
        "vn",
        "<h3>Tỷ giá ngoại tệ</h3><table><tr><th>Mã<th>Mua vào<th>Bán ra</tr><tr><td>USD<td>24.300<td>24.670<tr><td>EUR<td>26.120<td>27.300<tr><td>JPY<td>162,3<td>171,8</table>",
        &["USD 24300/24670/-", "EUR 26120/27300/-", "JPY 162.3/171.8/-"],
    ),
    (
        "co.id",
        "<div class=kurs><h4>Kurs</h4><table><tr><th>Mata Uang<th>Beli<th>Jual<tr><td>USD<td>15.650<td>15.750<tr><td>EUR<td>16.900<td>17.050</table></div>",
        &["USD 15650/15750/-", "EUR 16900/17050/-"],
    ),
    (
        "com.eg",
        "<table><caption>أسعار العملات</caption><tr><th>العملة<th>شراء<th>بيع<tr><td>دولار أمريكى<td>30.85<td>30.95<tr><td>يورو<td>33.10<td>33.60</table>",
        &["USD 30.85/30.95/-", "EUR 33.10/33.60/-"],
    ),
    (
        "bg",
        "<div class=currency><span>EUR 1.95583</span><span>USD 1.81210</span></div>",
        &["EUR -/-/1.95583", "USD -/-/1.81210"],
    ),
    (
        "co.il",
        r#"<div class="rates">שערי מטבע <span>דולר</span> <span>3.6512</span> <span>אירו</span> <span>3.9812</span></div>"#,
        &["USD -/-/3.6512", "EUR -/-/3.9812"],
    ),
    (
        "kz",
        r#"<div class=exchange-rates><h4>Курсы валют</h4><div class=row><span class="flag flag-us"></span><span>521.1</span><span>523.7</span></div><div class=row><span class="flag flag-eu"></span><span>611.5</span><span>616.5</span></div></div>"#,
        &["USD 521.1/523.7/-", "EUR 611.5/616.5/-"],
    ),
    (
        "kz",
        r#"<div class=rates><div class=row><img src="https://i.example.ru/flags/us.png"><span>521.1</span><span>523.7</span></div><div class=row><img src="/img/flags/ru.png"><span>5.65</span><span>5.87</span></div></div>"#,
        &["USD 521.1/523.7/-", "RUB 5.65/5.87/-"],
    ),
    (
        "ua",
        r#"<div class=kurs><div class=row><i class="icon icon-usd"></i><b>36,56</b></div><div class=row><i class="icon icon-eur"></i><b>39,12</b></div></div>"#,
        &["USD -/-/36.56", "EUR -/-/39.12"],
    ),
    (
        "kz",
        "<div class=currency><span>USD</span><span id=usd></span><span>EUR</span><span id=eur></span><!-- USD 520.1 EUR 610.2 --></div>",
        &[],
    ),
    ("kz", "<div class=currency>USD — EUR — RUB —</div>", &[]),
    (
        "kz",
        "<div class=product><span class=price>$ 19.99</span><span class=price>€ 18.99</span></div>",
        &[],
    ),
    ("kz", "<p>Стоимость выросла с $1,5 млн до €2,3 млн за год.</p>", &[]),
    (
        "com",
        "<div class=ticker><span>BTC/USD 64,250.10</span><span>ETH/USD 3,120.50</span><span>XAU/USD 2,310.5</span></div>",
        &[],
    ),
    (
        "de",
        "<ul class=boerse><li>DAX 18.105,20 +0,3%</li><li>EUR/USD 1,0852 -0,1%</li><li>Gold 2.310,50</li><li>Öl (Brent) 83,20</li></ul>",
        &["EUR -/-/1.0852"],
    ),
    (
        "ru",
        "<table><tr><th rowspan=2>Банк<th colspan=2>USD<th colspan=2>EUR<tr><th>Покупка<th>Продажа<th>Покупка<th>Продажа<tr><td>Альфа<td>92,1<td>94,2<td>100,1<td>102,3<tr><td>ВТБ<td>92,3<td>94,0<td>100,4<td>102,0</table>",
        &["USD 92.1/94.2/-", "EUR 100.1/102.3/-", "USD 92.3/94.0/-", "EUR 100.4/102.0/-"],
    ),
    (
        "kz",
        "<table><tr><th>Валюта<th>Курс<tr><td>USD<td>447.12<tr><td>100 JPY<td>301.5<tr><td>KRW (100)<td>33.1</table>",
        &["USD -/-/447.12", "JPY -/-/301.5 per 100", "KRW -/-/33.1 per 100"],
    ),
    (
        "kz",
        "<table><tr><th>Валюта<th>Покупка<th>Продажа<tr><td>USD<td>523.7<td>521.1<tr><td>EUR<td>611.5<td>616.5</table>",
        &["USD 523.7/521.1/-", "EUR 611.5/616.5/-"],
    ),
    (
        "md",
        "<table><tr><th><th>Продажа<th>Покупка<tr><td>USD<td>18.10<td>17.80<tr><td>EUR<td>19.60<td>19.20</table>",
        &["USD 17.80/18.10/-", "EUR 19.20/19.60/-"],
    ),
    (
        "rs",
        "<div class=kursna-lista><h3>Kursna lista</h3><ul><li>EUR 117,1712</li><li>USD 108,0312</li><li>CHF 120,15</li></ul></div>",
        &["EUR -/-/117.1712", "USD -/-/108.0312", "CHF -/-/120.15"],
    ),
    (
        "kz",
        "<div class=currency><h3>Курсы НБ РК на 12.04.2024</h3><ul><li>USD 447.12</li><li>EUR 480.02</li></ul></div>",
        &["USD -/-/447.12", "EUR -/-/480.02"],
    ),
    (
        "ru",
        "<div class=currency><div>USD <b>92.50</b> <span>12.04</span></div><div>EUR <b>99.10</b> <span>12.04</span></div></div>",
        &["USD -/-/92.50", "EUR -/-/99.10"],
    ),
    (
        "ua",
        r#"<div class="currency-today"><span class="title">Доллар</span><span>39,15</span><span>39,58</span><span class="title">Евро</span><span>41,90</span><span>42,60</span></div>"#,
        &["USD 39.15/39.58/-", "EUR 41.90/42.60/-"],
    ),
    (
        "ua",
        r#"<div class="header_rates"><span>USD 39.21</span><span>EUR 42.10</span></div>"#,
        &["USD -/-/39.21", "EUR -/-/42.10"],
    ),
    (
        "co.th",
        "<table><caption>อัตราแลกเปลี่ยน</caption><tr><th>สกุลเงิน<th>ซื้อ<th>ขาย<tr><td>USD<td>35.12<td>35.62<tr><td>EUR<td>38.01<td>38.90</table>",
        &["USD 35.12/35.62/-", "EUR 38.01/38.90/-"],
    ),
    (
        "cl",
        "<ul class=indicadores><li>UF $37.100,25</li><li>Dólar $ 945,30</li><li>Euro $ 1.021,40</li><li>UTM $65.182</li></ul>",
        &["USD -/-/945.30", "EUR -/-/1021.40"],
    ),
    (
        "com.ve",
        "<div class=tasas><h4>Tasa BCV</h4><p>USD <strong>36,42150000</strong></p><p>EUR <strong>38,71030000</strong></p></div>",
        &["USD -/-/36.42150000", "EUR -/-/38.71030000"],
    ),
];

#[test]
fn widgets_of_many_countries() {
    for (domain, html, expected) in WIDGETS {
        let (quotes, _) = quotes_at(html, &format!("https://example.{domain}/"));
        let found: Vec<String> = quotes.iter().map(short).collect();
        assert_eq!(found, *expected, "{domain}: {html}");
    }
}

#[test]
fn rates_in_the_data_of_a_script() {
    let (quotes, _) = quotes_at(
        r#"<div id=app></div><script>
        var settings = {"currency": "USD", "lang": "ru"};
        var points = [{"id": 1, "name": "Обмен на Абая",
            "data": {"USD": [320.9, 321.7], "RUB": [5.64, 5.7], "GOLD": [0, 0]}},
            {"id": 2, "name": "Центр", "data": {"USD": ["321", "321,6"], "EUR": [0, 0]}}];
        </script>"#,
        "https://example.kz/",
    );
    let found: Vec<_> = quotes.iter().map(|q| (short(q), q.source.as_deref())).collect();
    assert_eq!(
        found,
        [
            ("RUB 5.64/5.7/-".to_owned(), Some("Обмен на Абая")),
            ("USD 320.9/321.7/-".to_owned(), Some("Обмен на Абая")),
            ("USD 321/321.6/-".to_owned(), Some("Центр")),
        ]
    );
    assert!(quotes.iter().all(|quote| quote.base.as_deref() == Some("KZT")));
    // By names, in an array of rows, as the argument of a call.
    let rows = r#"<script>draw([{"code":"USD","buy":"521.1","sell":"523.7"},
        {"code":"EUR","buy":"611.5","sell":"616.5"}]);</script>"#;
    assert_eq!(self::quotes(rows), ["USD 521.1/523.7/-", "EUR 611.5/616.5/-"]);
    // A table by which a shop converts prices, program text, and a widget that shows its rates.
    for html in [
        r#"<script>Shop.rates = {"USD": 1.0, "EUR": 1.08, "KZT": 0.0021};</script>"#,
        r#"<script>if (a["USD"] > [1, 2]) { b = {"USD": [1, }</script>"#,
        r#"<script>x = [{"USD": [320.9, 32170]}]</script>"#,
    ] {
        assert_eq!(self::quotes(html), [] as [&str; 0], "{html}");
    }
    let both = format!("<p class=rates>USD 447.12 EUR 480.02</p>{rows}");
    assert_eq!(self::quotes(&both), ["USD -/-/447.12", "EUR -/-/480.02"]);
}
