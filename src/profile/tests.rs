//! Profiles on pages, and the texts of errors.

use proptest::prelude::*;

use super::*;
use crate::dom::Document;
use crate::model::{CounterKind, ListKind};
use crate::{Limits, Selector};

fn page(html: &str) -> Document {
    Document::parse(html, &Limits::default())
}

fn profile(rest: &str) -> Profile {
    let text = format!("name = 'herald'\nhosts = ['herald.example']\n{rest}");
    Profile::from_toml(&text).unwrap_or_else(|error| panic!("{error}"))
}

fn texts(found: &[Found<'_>]) -> Vec<String> {
    found.iter().map(|found| found.value.clone()).collect()
}

fn error(text: &str) -> String {
    Profile::from_toml_named("herald.toml", text).unwrap_err().to_string()
}

/// The error of a file with a name and a host in its first two lines.
fn error_in(rest: &str) -> String {
    error(&format!("name = 'herald'\nhosts = ['herald.example']\n{rest}"))
}

#[test]
fn errors_of_files() {
    let errors = [
        error("name = "),
        error("name = 'a'\nname = 'b'"),
        error("hosts = ['herald.example']"),
        error("name = 'herald'"),
        error("name = 'herald'\nhosts = ['https://herald.example/']"),
        error("name = 'herald'\nhosts = ['herald.example', '127.0.0.1']"),
        error("name = 'herald'\nhosts = ''"),
        error("name = 3"),
        error_in("timezone = 'Europe/London'"),
        error_in("zzz = 1"),
        error_in("time_zone = 'Europe/Lundun'"),
        error_in("base_currency = 'XYZ'"),
        error_in("bylines = ['Words: {name}', 'Words']"),
    ];
    insta::assert_snapshot!(errors.join("\n"));
}

#[test]
fn errors_of_rules() {
    let errors = [
        error_in("[article]\ntitel = 'h1'"),
        error_in("[article]\ntitle = 'h1['"),
        error_in("[article]\npublished = [\n  'time',\n  'time[',\n]"),
        error_in("[article]\npublished = ['time[ @datetime', 'time']"),
        error_in("[article]\ntitle = '@content'"),
        error_in("[article]\nbody = ''"),
        error_in("[article]\ndrop = ['.a', 'p::first-line']"),
        error_in("[article]\ntitle = true"),
        error_in("[article]\ntitle = ['h1', 2]"),
        error_in("article = 'h1'"),
    ];
    insta::assert_snapshot!(errors.join("\n"));
}

#[test]
fn errors_of_lists_and_widgets() {
    let errors = [
        error_in("[[sidebar]]\nitem = 'li'"),
        error_in("[[sidebar]]\nlist = 'ul'\n\n[[sidebar]]\nlist = 'ol'\nitems = 'li'"),
        error_in("[[sidebar]]\nlist = 'ul'\nkind = 'popular'"),
        error_in("[[sidebar]]\nlist = 'ul'\ncounter_kinds = ['views', 'reads']"),
        error_in("[[sidebar]]\nlist = 'ul'\nurl = 'a >'"),
        error_in("[sidebar]\nlist = 'ul'"),
        error_in("[[currency]]\nrow = 'tr'"),
        error_in("[[currency]]\ncontainer = 'table'\nprices_order = ['ask']"),
        error_in("[[currency]]\ncontainer = 'table'\nunit_count = 0"),
        error_in("[[currency]]\ncontainer = 'table'\nbuy = ['td', ':hover']"),
    ];
    insta::assert_snapshot!(errors.join("\n"));
}

#[test]
fn errors_in_rust_have_no_line() {
    let error = Rules::builder().with(ArticleField::Title, ["h1", "h1["]).build().unwrap_err();
    assert_eq!((error.key(), error.line(), error.file()), ("article.title[1]", None, None));
    assert!(matches!(error.fault(), ProfileFault::Selector(_)));
    let error = Rules::builder().with_time_zone("Mars/Olympus").build().unwrap_err();
    assert_eq!(error.fault(), &ProfileFault::TimeZone("Mars/Olympus".to_owned()));
}

#[test]
fn errors_can_be_sent_and_kept() {
    fn check<T: std::error::Error + Send + Sync + 'static>() {}
    check::<ProfileError>();
    check::<ProfileFault>();
}

fn is_for(profile: &Profile, html: &str, url: Option<&str>) -> bool {
    profile.matches(&PageIdentity::of(&page(html), url))
}

#[test]
fn hosts_match_on_label_borders() {
    let herald = profile("");
    assert!(is_for(&herald, "", Some("https://herald.example/")));
    assert!(is_for(&herald, "", Some("https://m.herald.example/")));
    assert!(!is_for(&herald, "", Some("https://theherald.example/")));
    assert!(!is_for(&herald, "", Some("https://herald.example.org/")));
    assert!(!is_for(&herald, "", None));
}

#[test]
fn a_copy_is_known_by_its_canonical_address_or_its_name() {
    let herald = profile("site_names = ['The Herald']");
    let canonical = "<link rel=canonical href=https://www.herald.example/1>";
    let name = "<meta property=og:site_name content='the herald'>";
    assert!(is_for(&herald, canonical, Some("https://mirror.example/1")));
    assert!(is_for(&herald, name, Some("https://mirror.example/1")));
    assert!(!is_for(&profile(""), name, Some("https://mirror.example/1")));
}

#[test]
fn the_first_alternative_with_a_value_wins() {
    let herald = profile("[article]\npublished = ['time @datetime', 'time']\ntags = ['.a', '.b']");
    let page = page("<time>May 1</time><time></time><p class=b>Rain<p class=a> <p class=b>Wind");
    let matches = herald.rules().find_in(&page);
    let published = matches.all(ArticleField::Published).remove(0);
    assert_eq!((published.value.as_str(), published.rule), ("May 1", "time"));
    assert_eq!(published.element.name(), "time");
    assert_eq!(texts(&matches.all(ArticleField::Tags)), ["Rain", "Wind"]);
    assert_eq!(matches.elements(ArticleField::Published).len(), 2);
    assert!(matches.all(ArticleField::Title).is_empty());
}

#[test]
fn attributes_are_values() {
    let herald = profile("[article]\nlead_image = 'img.lead @SRC'\nviews = 'div\t @data-views'");
    let page = page("<img class=lead><img class=lead src=' a.jpg '><div data-views=7>8</div>");
    let matches = herald.rules().find_in(&page);
    let image = matches.all(ArticleField::LeadImage).remove(0);
    assert_eq!((image.value.as_str(), image.rule), ("a.jpg", "img.lead @SRC"));
    assert_eq!(matches.all(ArticleField::Views).remove(0).value, "7");
}

#[test]
fn the_innermost_of_drop_and_keep_decides() {
    let herald = profile("[article]\nbody = '.story'\ndrop = '.no'\nkeep = '.yes'");
    let page = page(
        "<p id=a>a</p><div class=story id=s><p id=b>b<div class=no id=c>c<div class=yes id=d>d\
         <i class=no id=e>e</i><i class='no yes' id=f>f</i></div><u id=g>g</u></div><p id=h>h\
         <div class=story>i</div></div>",
    );
    let matches = herald.rules().find_in(&page);
    let in_body = |id: &&str| {
        let element = page.select(&Selector::parse(&format!("#{id}")).unwrap()).next().unwrap();
        matches.is_body(element.id())
    };
    let ids = ["a", "s", "b", "c", "d", "e", "f", "g", "h"];
    assert_eq!(
        ids.iter().filter(|id| in_body(id)).collect::<Vec<_>>(),
        [&"s", &"b", &"d", &"f", &"h"]
    );
    assert_eq!(matches.body().len(), 1);
}

#[test]
fn a_body_may_have_several_containers() {
    let herald = profile("[article]\nbody = ['.none', '.story', 'p']");
    let page = page("<div class=story>1</div><p>2</p><div class=story>3</div>");
    let matches = herald.rules().find_in(&page);
    let texts: Vec<_> = matches.body().iter().map(|id| crate::dom::flat(page.get(*id))).collect();
    assert_eq!(texts, ["1", "3"]);
}

#[test]
fn items_are_not_nested_and_parts_are_inside_them() {
    let herald = profile(
        "[[sidebar]]\nlist = '.top'\nkind = 'most_read'\nitem = 'ul > li'\ntitle = 'a'\n\
         url = ['@data-url', 'a @href']\ncounters = 'li li'\ncounter_kinds = ['views']",
    );
    let page = page(
        "<ul><li><a href=/0>Out</a></ul><div class=top><ul><li><a href=/1>Rain</a><ul><li>7<li>8</ul>\
         <li data-url=/2><a href=/3>Wind</a><li></ul></div>",
    );
    let matches = herald.rules().find_in(&page);
    let lists = matches.sidebar();
    let [list] = &lists[..] else { panic!("one list") };
    assert_eq!(list.rule.kind, Some(ListKind::MostRead));
    assert_eq!(list.rule.counter_kinds, [CounterKind::Views]);
    let items = matches.items(list).unwrap();
    let part = |part: ListPart, item: usize| {
        texts(&matches.texts_inside(list.rule.part(part).unwrap(), items[item]))
    };
    assert_eq!(items.len(), 3);
    assert_eq!(
        (part(ListPart::Title, 0), part(ListPart::Counters, 0)),
        (vec!["Rain".to_owned()], vec!["7".to_owned(), "8".to_owned()])
    );
    assert_eq!(
        (part(ListPart::Url, 0), part(ListPart::Url, 1)),
        (vec!["/1".to_owned()], vec!["/2".to_owned()])
    );
    assert_eq!(part(ListPart::Counters, 1), Vec::<String>::new());
    assert!(list.rule.part(ListPart::Rank).is_none());
}

#[test]
fn an_item_may_itself_be_its_link() {
    let herald = profile("[[sidebar]]\nlist = 'nav'\nitem = 'a'\ntitle = 'a'\nurl = 'a @href'");
    let page = page("<nav><a href=/1>Rain</a></nav>");
    let matches = herald.rules().find_in(&page);
    let list = &matches.sidebar()[0];
    let item = matches.items(list).unwrap()[0];
    let rules = list.rule.part(ListPart::Title).unwrap();
    assert_eq!(texts(&matches.texts_inside(rules, item)), ["Rain"]);
    assert_eq!(matches.elements_inside(list.rule.part(ListPart::Url).unwrap(), item), [item]);
}

#[test]
fn rows_of_a_widget() {
    let herald = profile(
        "[[currency]]\ncontainer = 'table'\nrow = 'tr'\ncode = 'th'\nprices = 'td'\n\
         prices_order = ['sell', 'buy']\nunit_count = 100\nsource_text = 'Bank'",
    );
    let page = page("<table><tr><th>USD<td>1 / 2<tr><th>EUR<td>3 / 4</table>");
    let matches = herald.rules().find_in(&page);
    let widget = &matches.currency()[0];
    assert_eq!(widget.rule.prices_order, [Price::Sell, Price::Buy]);
    assert_eq!(
        (widget.rule.unit_count, widget.rule.source_text.as_deref()),
        (Some(100), Some("Bank"))
    );
    let rows = matches.rows(widget).unwrap();
    let codes = rows
        .iter()
        .flat_map(|row| matches.texts_inside(widget.rule.part(QuotePart::Code).unwrap(), *row));
    assert_eq!(codes.map(|code| code.value).collect::<Vec<_>>(), ["USD", "EUR"]);
}

#[test]
fn rules_that_find_nothing_are_named() {
    let herald = profile(
        "[article]\ntitle = 'h1'\ndek = ['.a', '.b']\nlead_image = 'img @src'\nbody = 'main'\n\
         drop = '.no'\n[[sidebar]]\nlist = 'ul'\nitem = 'li'\nrank = 'b'\n[[sidebar]]\nlist = 'ol'\n\
         item = 'li'\n[[currency]]\ncontainer = 'table'",
    );
    let page = page("<h1>Rain</h1><p class=b>Wind<img><ul><li>1</ul>");
    let expected =
        ["article.lead_image", "article.body", "sidebar[0].rank", "sidebar[1]", "currency[0]"];
    assert_eq!(herald.rules().unmatched_in(&page), expected);
}

#[test]
fn names_in_bylines() {
    let herald = profile("bylines = ['Words: {name}', '{name}, for the Herald']");
    let rules = herald.rules();
    assert_eq!(rules.name_in(" Words: Ann Lee "), Some("Ann Lee"));
    assert_eq!(rules.name_in("Bo Ek, for the Herald"), Some("Bo Ek"));
    assert_eq!(rules.name_in("Words:"), None);
    assert_eq!(rules.name_in("Ann Lee"), None);
}

#[test]
fn facts_of_a_site() {
    let herald = profile("language = 'en'\ntime_zone = 'Europe/London'\nbase_currency = 'GBP'");
    let rules = herald.rules();
    assert_eq!(rules.language(), Some("en"));
    assert_eq!(rules.time_zone(), Some("Europe/London"));
    assert_eq!(rules.base_currency(), Some("GBP"));
    assert!(rules.zone().is_some());
    assert!(Rules::default().zone().is_none());
}

const INFORMBURO: &[(&str, &str)] = &[
    ("news-item", include_str!("../../fixtures/informburo/news-item/page.html")),
    ("subheadings", include_str!("../../fixtures/informburo/subheadings/page.html")),
    ("long-read", include_str!("../../fixtures/informburo/long-read/page.html")),
    ("kazakh", include_str!("../../fixtures/informburo/kazakh/page.html")),
];

fn summary(matches: &RuleMatches<'_>) -> String {
    let text =
        |field| matches.all(field).into_iter().next().map(|found| found.value).unwrap_or_default();
    let lists = matches.sidebar().into_iter().map(|list| {
        let items = matches.items(&list).unwrap();
        let titled = items.iter().filter(|item| {
            !matches.texts_inside(list.rule.part(ListPart::Title).unwrap(), **item).is_empty()
        });
        format!("{:?} {}", list.rule.kind, titled.count())
    });
    let rates = matches.currency().into_iter().flat_map(|widget| {
        matches.rows(&widget).unwrap().into_iter().map(crate::ElementRef::text).collect::<Vec<_>>()
    });
    format!(
        "{} | {} | views {} | tags {} | image {} | body {} | {} | {} | nothing: {}",
        text(ArticleField::Title).chars().take(20).collect::<String>(),
        text(ArticleField::Published),
        text(ArticleField::Views),
        matches.all(ArticleField::Tags).len(),
        text(ArticleField::LeadImage),
        matches.body().len(),
        lists.collect::<Vec<_>>().join(", "),
        rates.collect::<Vec<_>>().join(", "),
        matches.unmatched().join(" "),
    )
}

#[test]
fn the_rules_for_informburo() {
    let profiles = Profiles::builtin();
    let lines = INFORMBURO.iter().map(|(name, html)| {
        let page = page(html);
        let profile = profiles.find(&PageIdentity::of(&page, None)).unwrap();
        format!("{name}: {}", summary(&profile.rules().find_in(&page)))
    });
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"));
}

proptest! {
    #[test]
    fn any_text_is_a_profile_or_an_error(text in "\\PC*") {
        if let Err(error) = Profile::from_toml(&text) {
            prop_assert!(!error.to_string().is_empty());
        }
    }

    #[test]
    fn any_selector_compiles_or_is_an_error_with_its_line(rule in "[a-z.#@:>()\\[\\]=~+ *,\\\\]{0,20}") {
        let text = format!("name = 'a'\nhosts = ['a.example']\narticle.title = '''{rule}'''");
        match Profile::from_toml(&text) {
            Ok(profile) => {
                prop_assert!(profile.rules().unmatched_in(&page("<p>")).len() <= 1);
            }
            Err(error) => prop_assert_eq!(error.line(), Some(3)),
        }
    }

    #[test]
    fn any_table_is_a_profile_or_an_error(
        lines in prop::collection::vec(
            ("(\\[\\[?)?(name|hosts|article|sidebar|currency|list|title|kind|unit_count)(\\]\\]?)?",
             "( = )?(1|''|'a'|\\['b'\\]|\\{\\}|true|\\[\\{\\}\\])?"),
            0..8,
        )
    ) {
        let lines: Vec<_> = lines.iter().map(|(key, value)| format!("{key}{value}")).collect();
        let text = lines.join("\n");
        if let Err(error) = Profile::from_toml(&text) {
            prop_assert!(error.line().is_none_or(|line| line <= lines.len() + 1));
        }
    }
}
