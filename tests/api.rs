//! What holds for the API as a whole: threads, repeatability, and the ways in that must agree.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "support/output.rs"]
mod output;

use std::thread;

use fixtures::Case;
use newsprint::{
    Document, ElementRef, Error, Limits, NewsPage, PageIdentity, PageView, Parser, Profile,
    ProfileError, Profiles, Rules, Selector, SelectorError, SiteProfile, Source, model, profile,
};
use output::Output;

#[test]
fn what_a_user_keeps_can_be_sent_shared_and_kept() {
    fn check<T: Send + Sync + 'static>() {}
    check::<Document>();
    check::<Error>();
    check::<Limits>();
    check::<NewsPage>();
    check::<Parser>();
    check::<Profile>();
    check::<ProfileError>();
    check::<Profiles>();
    check::<Rules>();
    check::<Selector>();
    check::<SelectorError>();
    check::<Box<dyn SiteProfile>>();
    check::<profile::ArticleField>();
    check::<profile::CurrencyRule>();
    check::<profile::ListPart>();
    check::<profile::Price>();
    check::<profile::ProfileFault>();
    check::<profile::QuotePart>();
    check::<profile::RulesBuilder>();
    check::<profile::SidebarRule>();
}

#[test]
fn views_of_a_page_can_be_sent_and_shared() {
    fn check<T: Send + Sync>() {}
    check::<ElementRef<'_>>();
    check::<PageIdentity<'_>>();
    check::<PageView<'_>>();
    check::<Source<'_>>();
}

#[test]
fn output_can_be_sent_shared_and_kept() {
    fn check<T: Send + Sync + 'static>() {}
    check::<model::Access>();
    check::<model::Article>();
    check::<model::Author>();
    check::<model::AuthorKind>();
    check::<model::Block>();
    check::<model::Candidate>();
    check::<model::Change>();
    check::<model::Code>();
    check::<model::Counter>();
    check::<model::CounterKind>();
    check::<model::CounterReason>();
    check::<model::CurrencyQuote>();
    check::<model::Direction>();
    check::<model::Embed>();
    check::<model::EmbedKind>();
    check::<model::EncodingSource>();
    check::<model::Entry>();
    check::<model::Evidence>();
    check::<model::Field>();
    check::<model::FieldEvidence>();
    check::<model::Figure>();
    check::<model::Heading>();
    check::<model::Image>();
    check::<model::ImageCandidate>();
    check::<model::Inline>();
    check::<model::Link>();
    check::<model::List>();
    check::<model::ListItem>();
    check::<model::ListKind>();
    check::<model::Offset>();
    check::<model::Origin>();
    check::<model::OriginKind>();
    check::<model::Paragraph>();
    check::<model::Precision>();
    check::<model::Quote>();
    check::<model::Report>();
    check::<model::RichText>();
    check::<model::SidebarItem>();
    check::<model::SidebarList>();
    check::<model::Table>();
    check::<model::Timestamp>();
    check::<model::Warning>();
}

fn parse(parser: &Parser, case: &Case) -> NewsPage {
    let source = Source::bytes(&case.bytes).with_url(&case.url);
    parser.parse(source).unwrap_or_else(|error| unreadable(case, &error))
}

#[expect(clippy::panic, reason = "a test that cannot go on fails")]
fn unreadable(case: &Case, error: &Error) -> ! {
    panic!("{}: {error}", case.name)
}

/// The whole output of each page, as JSON.
fn json(parser: &Parser, cases: &[Case]) -> Vec<String> {
    let outputs = cases.iter().map(|case| Output::of(&parse(parser, case)));
    outputs.map(|output| serde_json::to_string(&output).expect("output can be JSON")).collect()
}

#[test]
fn one_parser_serves_many_threads() {
    let cases = fixtures::all();
    let parser = Parser::new();
    let expected = json(&parser, &cases);
    thread::scope(|scope| {
        let read = || json(&parser, &cases);
        let threads: Vec<_> = (0..16).map(|_| scope.spawn(read)).collect();
        for thread in threads {
            assert!(thread.join().expect("nothing panics") == expected);
        }
    });
}

#[test]
fn one_page_serves_many_threads() {
    for case in fixtures::all() {
        let page = parse(&Parser::new(), &case);
        let expected = Output::of(&parse(&Parser::new(), &case));
        // Nothing of the page has been read when the threads begin.
        thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| Output::of(&page))).collect();
            for thread in threads {
                assert_eq!(thread.join().expect("nothing panics"), expected, "{}", case.name);
            }
        });
    }
}

#[test]
fn parsing_again_gives_the_same_bytes() {
    let cases = fixtures::all();
    let [one, other] = [Parser::new(), Parser::new()].map(|parser| json(&parser, &cases));
    for ((one, other), case) in one.iter().zip(&other).zip(&cases) {
        assert_eq!(one, other, "{}", case.name);
    }
}

#[test]
fn output_is_read_back_as_it_was_written() {
    let parser = Parser::new();
    for case in fixtures::all() {
        let output = Output::of(&parse(&parser, &case));
        let json = serde_json::to_string(&output).expect("output can be JSON");
        let back: Output = serde_json::from_str(&json).expect("the JSON is output");
        assert_eq!(back, output, "{}", case.name);
        let again = serde_json::to_string(&back).expect("output can be JSON");
        assert_eq!(again, json, "{}", case.name);
    }
}

#[test]
fn order_of_reading_does_not_matter() {
    let parser = Parser::new();
    for case in fixtures::all() {
        let [page, reversed] = [parse(&parser, &case), parse(&parser, &case)];
        let expected = Output::of(&page);
        let report = reversed.report();
        let (currency, sidebar) = (reversed.currency().len(), reversed.sidebar().len());
        assert_eq!(Output::of(&reversed), expected, "{}", case.name);
        assert_eq!(report, page.report(), "{}", case.name);
        assert_eq!((currency, sidebar), (page.currency().len(), page.sidebar().len()));
        let article = page.article().cloned();
        assert_eq!(page.into_article(), article, "{}", case.name);
    }
}

#[test]
fn short_ways_agree_with_the_parser() {
    let cases = fixtures::all();
    let texts = cases.iter().filter_map(|case| str::from_utf8(&case.bytes).ok());
    for html in texts {
        let page = Parser::new().parse(Source::html(html)).expect("the page is HTML");
        assert_eq!(newsprint::parse_article(html).as_ref().ok(), page.article().ok());
        assert_eq!(newsprint::parse_article(html).err(), page.article().err());
        assert_eq!(newsprint::parse_sidebar(html), page.sidebar());
        assert_eq!(newsprint::parse_currency(html), page.currency());
    }
}

#[test]
fn text_and_its_bytes_agree() {
    for case in fixtures::all() {
        let Ok(html) = str::from_utf8(&case.bytes) else { continue };
        let from_bytes = parse(&Parser::new(), &case);
        let from_text = Parser::new().parse(Source::html(html).with_url(&case.url));
        let from_text = from_text.expect("the page is HTML");
        assert_eq!(from_bytes.article(), from_text.article(), "{}", case.name);
        assert_eq!(from_bytes.sidebar(), from_text.sidebar(), "{}", case.name);
        assert_eq!(from_bytes.currency(), from_text.currency(), "{}", case.name);
        assert_eq!(from_text.report().encoding, None, "{}", case.name);
    }
}
