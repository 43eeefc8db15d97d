//! The output types: their traits, their JSON, and its schema.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "support/sample.rs"]
mod sample;
#[path = "support/strategies.rs"]
mod strategies;

use newsprint::model::{
    Article, Block, Change, Counter, CounterKind, CounterReason, CurrencyQuote, Direction,
    Evidence, Field, Image, Inline, ListKind, Report, RichText, SidebarItem, SidebarList,
    Timestamp, Warning,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde::Serialize;
use serde::de::DeserializeOwned;

#[test]
fn outputs_can_be_sent_shared_and_kept() {
    fn check<T: Send + Sync + 'static>() {}
    check::<Article>();
    check::<Block>();
    check::<RichText>();
    check::<Inline>();
    check::<Image>();
    check::<Timestamp>();
    check::<Evidence>();
    check::<SidebarList>();
    check::<CurrencyQuote>();
    check::<Report>();
}

/// Writes and reads a value, and gives the JSON.
fn round_trip<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) -> String {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value, "{json}");
    json
}

fn decimal() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), 0..=12_u32).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

fn counter() -> impl Strategy<Value = Counter> {
    (strategies::string(), any::<u64>(), of(strategies::string())).prop_map(
        |(raw, value, token)| match token {
            Some(token) => {
                Counter::known(raw, value, CounterKind::Views, CounterReason::Token(token))
            }
            None => Counter::unknown(raw, value),
        },
    )
}

fn sidebar_item() -> impl Strategy<Value = SidebarItem> {
    let lines = (strategies::string(), of(strategies::string()), of(strategies::url()));
    let counts = (of(any::<u32>()), of(any::<u64>()), vec(counter(), 0..3));
    let rest = (of(strategies::timestamp()), of(strategies::image()));
    (lines, counts, rest).prop_map(|(lines, counts, rest)| {
        let mut item = SidebarItem::default();
        (item.title, item.label, item.url) = lines;
        (item.rank, item.views, item.counters) = counts;
        (item.time, item.image) = rest;
        item
    })
}

fn sidebar() -> impl Strategy<Value = SidebarList> {
    (of(strategies::string()), vec(sidebar_item(), 0..4)).prop_map(|(heading, items)| {
        let mut list = SidebarList::default();
        (list.heading, list.items, list.kind) = (heading, items, ListKind::MostRead);
        list
    })
}

fn quote() -> impl Strategy<Value = CurrencyQuote> {
    let prices = (of(decimal()), of(decimal()), of(decimal()));
    let rest = (of(strategies::string()), of(strategies::timestamp()), of(decimal()));
    ("[A-Z]{3}", any::<u32>(), prices, rest).prop_map(|(code, unit, prices, rest)| {
        let mut quote = CurrencyQuote::new(code);
        quote.unit = unit;
        (quote.buy, quote.sell, quote.rate) = prices;
        (quote.source, quote.as_of) = (rest.0, rest.1);
        quote.change = rest.2.map(change);
        quote
    })
}

fn change(value: Decimal) -> Change {
    let mut change = Change::default();
    change.value = Some(value);
    change.direction = Some(Direction::Down);
    change
}

fn report() -> Report {
    let mut report = Report::default();
    report.encoding = Some("windows-1251".into());
    report.warnings = vec![
        Warning::TitleNotInBody,
        Warning::LimitReached { limit: "nodes".into(), allowed: 10, place: "byte 200".into() },
        Warning::RuleFoundNothing { profile: "example".into(), rule: "article.body".into() },
    ];
    report
}

/// As many cases as `PROPTEST_CASES` asks for, and no files beside the tests.
fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn articles_survive_json(article in strategies::article()) {
        round_trip(&article);
    }

    #[test]
    fn sidebar_lists_survive_json(list in sidebar()) {
        round_trip(&list);
    }

    #[test]
    fn currency_quotes_survive_json_to_the_digit(quote in quote()) {
        let json: serde_json::Value = serde_json::from_str(&round_trip(&quote)).unwrap();
        let written = json.get("buy").map(|buy| buy.as_str().unwrap().to_owned());
        prop_assert_eq!(written, quote.buy.map(|buy| buy.to_string()));
    }
}

#[test]
fn the_sample_and_the_report_survive_json() {
    let article = sample::article();
    assert!(article.evidence.get(Field::Title).is_some());
    round_trip(&article);
    round_trip(&report());
}

#[test]
fn an_empty_object_is_an_article() {
    assert_eq!(serde_json::from_str::<Article>("{}").unwrap(), Article::default());
}

#[cfg(feature = "schema")]
mod schema {
    use super::*;

    /// All that a page gives, as one value.
    #[derive(Serialize, schemars::JsonSchema)]
    struct Output {
        article: Article,
        sidebar: Vec<SidebarList>,
        currency: Vec<CurrencyQuote>,
        report: Report,
    }

    /// The schema of what is written: fields that are always there are required.
    fn schema() -> serde_json::Value {
        let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
        settings.into_generator().into_root_schema_for::<Output>().to_value()
    }

    #[test]
    fn the_schema_is_as_published() {
        insta::assert_json_snapshot!("schema", schema());
    }

    fn assert_valid(output: &Output) {
        let schema = jsonschema::validator_for(&schema()).unwrap();
        let value = serde_json::to_value(output).unwrap();
        let errors: Vec<_> =
            schema.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }

    #[test]
    fn the_sample_agrees_with_the_schema() {
        assert_valid(&Output {
            article: sample::article(),
            sidebar: Vec::new(),
            currency: vec![CurrencyQuote::new("USD")],
            report: report(),
        });
    }

    #[test]
    fn the_schema_refuses_other_json() {
        let schema = jsonschema::validator_for(&schema()).unwrap();
        let mut value = serde_json::to_value(Output {
            article: sample::article(),
            sidebar: Vec::new(),
            currency: vec![CurrencyQuote::new("USD")],
            report: report(),
        })
        .unwrap();
        value["currency"][0]["buy"] = 1.5.into();
        assert!(!schema.is_valid(&value));
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn all_output_agrees_with_the_schema(
            article in strategies::article(),
            sidebar in vec(sidebar(), 0..3),
            currency in vec(quote(), 0..3),
        ) {
            assert_valid(&Output { article, sidebar, currency, report: report() });
        }
    }
}
