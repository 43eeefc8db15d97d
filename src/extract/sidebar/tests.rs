use proptest::prelude::*;

use super::extract;
use super::survey::Survey;
use crate::Limits;
use crate::dom::{Base, Document, NodeId, Tag};
use crate::extract::currency::{self, Cutter};
use crate::model::{CounterKind, CounterReason, ListKind, SidebarList};
use crate::profile::{PageView, Profile, SiteProfile};

const URL: &str = "https://herald.example/news/1";

fn lists_within(html: &str, limits: &Limits) -> Vec<SidebarList> {
    let document = Document::parse(html, limits);
    let base = Base::new(&document, Some(URL));
    lists_of(&PageView::new(&document, &base, limits), |_| false)
}

fn lists_of(page: &PageView<'_>, in_body: impl Fn(NodeId) -> bool) -> Vec<SidebarList> {
    extract(page, in_body, &mut Cutter::new(page.document()))
}

#[test]
fn the_walk_for_lists_finds_where_quotes_may_be() {
    let html = "<head><script>1</script></head><p>36.<b>5</b> <i>7.</i>5<div>x</div>\
        <svg><path/></svg><img alt=USD><div hidden>1.5<table><td>9.5</table></div>\
        <table><td>1.<i hidden>x</i>5<td>8.</table>\u{a0}<noscript><img></noscript><select></select>\
        <ul><li>1.<li>5</ul><table><td><table><td>3,5</table></table><script>2</script>";
    let document = Document::parse(html, &Limits::default());
    let mut cutter = Cutter::new(&document);
    let _ = Survey::of(&document, &mut cutter);
    assert_eq!(format!("{:?}", cutter.finish()), format!("{:?}", currency::cut(&document)));
}

fn lists(html: &str) -> Vec<SidebarList> {
    lists_within(html, &Limits::default())
}

/// The one list of a page.
fn list(html: &str) -> SidebarList {
    let mut lists = lists(html);
    assert_eq!(lists.len(), 1, "{lists:#?}");
    lists.remove(0)
}

fn titles(list: &SidebarList) -> Vec<&str> {
    list.items.iter().map(|item| item.title.as_str()).collect()
}

fn ranks(list: &SidebarList) -> Vec<Option<u32>> {
    list.items.iter().map(|item| item.rank).collect()
}

#[test]
fn a_ranked_list_with_numbers_in_nested_lists() {
    let html = "<h3>Популярное</h3><ul>\
        <li><a href=/a>1✈️ В аэропорту начали реконструкцию входа</a>\
            <ul><li>3351</li><li>1</li><li>14</li></ul></li><li></li>\
        <li><a href=/b>2🚕 Учишь казахский - ездишь бесплатно</a>\
            <ul><li>2683</li><li>0</li><li>2</li></ul></li><li></li></ul>";
    let list = list(html);
    assert_eq!((list.kind, list.heading.as_deref()), (ListKind::MostRead, Some("Популярное")));
    assert_eq!(ranks(&list), [Some(1), Some(2)]);
    assert_eq!(
        titles(&list),
        ["В аэропорту начали реконструкцию входа", "Учишь казахский - ездишь бесплатно"]
    );
    let first = &list.items[0];
    assert_eq!(first.emoji.as_deref(), Some("✈️"));
    assert_eq!(first.url.as_deref(), Some("https://herald.example/a"));
    let counters: Vec<_> = list.items.iter().map(|item| &item.counters).collect();
    let values: Vec<Vec<u64>> =
        counters.iter().map(|all| all.iter().map(|counter| counter.value).collect()).collect();
    assert_eq!(values, [[3351, 1, 14], [2683, 0, 2]]);
    assert!(first.counters.iter().all(|counter| counter.reason.is_none()));
    assert_eq!((first.views, first.comments), (None, None));
}

#[test]
fn rows_of_a_table_are_entries() {
    let row = |n: u32, title: &str| {
        format!("<tr><td><b>{n}</b><td><a href=/{n}>{title}</a><td>3{n}5<td>{n}<td>14")
    };
    let html = format!(
        "<table><tr><td><b>Most read</b><tr><td><table>{}{}{}</table></table>",
        row(1, "Harbour wall repairs to start in June"),
        row(2, "School orchestra to play on the ferry"),
        row(3, "Council votes to keep the night bus"),
    );
    let list = list(&html);
    assert_eq!(ranks(&list), [Some(1), Some(2), Some(3)]);
    assert_eq!(list.items[0].title, "Harbour wall repairs to start in June");
    let counters = |place: usize| list.items[place].counters.iter().map(|c| c.value);
    assert!(counters(0).eq([315, 1, 14]) && counters(2).eq([335, 3, 14]));
}

#[test]
fn links_without_a_box_of_their_own_are_entries() {
    let html = "<b>Related articles</b><br><div>\
        <a href=/a>Harbour wall repairs to start</a> <i>21 March 2024</i><br>\
        <a href=/b>School orchestra on the ferry</a> <i>18 March 2024</i><br>\
        <a href=/c>Council keeps the night bus</a> <i>14 March 2024</i><br></div>";
    let list = list(html);
    assert_eq!(list.kind, ListKind::Related);
    let times: Vec<_> = list.items.iter().filter_map(|item| item.time.as_ref()?.date()).collect();
    assert_eq!(times, ["2024-03-21", "2024-03-18", "2024-03-14"]);
}

#[test]
fn positions_are_ranks_where_the_page_counts_them() {
    let entries = "<li><a href=/a>Harbour wall repairs to start</a>\
        <li><a href=/b>School orchestra on the ferry</a>\
        <li><a href=/c>Council keeps the night bus</a>";
    let of = |html: &str| ranks(&list(html));
    let counted = [Some(1), Some(2), Some(3)];
    assert_eq!(of(&format!("<h2>Most read</h2><ol>{entries}</ol>")), counted);
    assert_eq!(of(&format!("<h2>Most read</h2><ul class=numbered>{entries}</ul>")), counted);
    assert_eq!(of(&format!("<h2>人気記事ランキング</h2><ul>{entries}</ul>")), counted);
    assert_eq!(of(&format!("<h2>Most read</h2><ul>{entries}</ul>")), [None; 3]);
    assert_eq!(of(&format!("<h2>Latest news</h2><ol>{entries}</ol>")), [None; 3]);
}

#[test]
fn printed_ranks_alone_make_a_list() {
    let html = "<div>\
        <p class=e><span class=is-rank1>1</span><a href=/a>Harbour wall repairs to start</a>\
        <p class=e><span class=is-rank2>2</span><a href=/b>School orchestra on the ferry</a>\
        <p class=e><span class=is-rank3>3</span><a href=/c>Council keeps the night bus</a></div>";
    let list = list(html);
    assert_eq!(list.kind, ListKind::Other);
    assert_eq!(ranks(&list), [Some(1), Some(2), Some(3)]);
}

#[test]
fn tabs_are_lists_of_their_own() {
    let html = "<ul role=tablist><li><a href=#p1>Most read</a><li><a href=#p2>Most commented</a></ul>\
        <div id=p1><ul><li><a href=/a>Harbour wall repairs to start</a>\
            <li><a href=/b>School orchestra on the ferry</a></ul></div>\
        <div id=p2 hidden><ul><li><a href=/c>Council keeps the night bus</a> (185)\
            <li><a href=/d>Storm damage fund closes on Friday</a> (64)</ul></div>";
    let lists = lists(html);
    let kinds: Vec<_> = lists.iter().map(|list| (list.kind, list.heading.as_deref())).collect();
    assert_eq!(
        kinds,
        [
            (ListKind::MostRead, Some("Most read")),
            (ListKind::MostCommented, Some("Most commented"))
        ]
    );
    let first = &lists[1].items[0];
    assert_eq!((first.comments, first.title.as_str()), (Some(185), "Council keeps the night bus"));
    assert_eq!(first.counters[0].reason, Some(CounterReason::Heading("Most commented".to_owned())));
}

#[test]
fn a_link_that_skips_the_menus_is_no_tab() {
    let html = "<a href=#content>Skip to content</a><main id=content>\
        <div class=top-stories><ul><li><a href=/a>Harbour wall repairs to start in June</a>\
        <li><a href=/b>School orchestra to play on the ferry</a>\
        <li><a href=/c>Council votes to keep the night bus</a></ul></div></main>";
    let list = list(html);
    assert_eq!((list.heading.as_deref(), list.kind), (None, ListKind::EditorsPick));
}

#[test]
fn the_open_tab_names_the_list_below_a_row_of_tabs() {
    let tabs = |first: &str, second: &str| {
        format!(
            "<div><a class='{first}' href=#>Meistgelesen</a></div>\
            <div><a class='{second}' href=#>Meistkommentiert</a></div>\
            <ol><li><a href=/a>Hafenmauer wird im Juni repariert</a>\
            <li><a href=/b>Schulorchester spielt auf der Fähre</a></ol>"
        )
    };
    assert_eq!(list(&tabs("", "")).kind, ListKind::MostRead);
    assert_eq!(list(&tabs("", "is-active")).kind, ListKind::MostCommented);
}

#[test]
fn parts_of_an_entry_are_told_apart() {
    let html = "<section class=latest-news><h2>Latest news</h2>\
        <article><a href=/a><img src=/a.jpg alt=Wall width=90></a>\
            <span class=kicker>Harbour</span><span class=date>19:01</span>\
            <h3><a href=/a>Wall repairs to start in June</a> <span class=video>Video</span></h3>\
            <a class=author href=/by/jo>Jo Miller</a>\
            <span class=icon-eye></span> <span>1 204</span>\
            <span title='Comments'>7</span><a href=/a#comments>12 comments</a></article>\
        <article><h3><a href=/b>School orchestra to play on the ferry</a></h3></article>\
        <article><h3><a href=/c>Council votes to keep the night bus</a></h3></article></section>";
    let list = list(html);
    assert_eq!(list.items.len(), 3);
    let item = &list.items[0];
    assert_eq!(item.title, "Wall repairs to start in June");
    assert_eq!(item.label.as_deref(), Some("Harbour"));
    assert_eq!(item.time.as_ref().map(|time| time.raw.as_str()), Some("19:01"));
    assert_eq!(item.image.as_ref().map(|i| i.url.as_str()), Some("https://herald.example/a.jpg"));
    let counters: Vec<_> = item.counters.iter().map(|c| (c.value, c.kind)).collect();
    assert_eq!(
        counters,
        [(1204, CounterKind::Views), (7, CounterKind::Comments), (12, CounterKind::Comments)]
    );
    assert_eq!((item.views, item.comments), (Some(1204), Some(7)));
    assert_eq!(item.counters[0].reason, Some(CounterReason::Token("icon-eye".to_owned())));
}

#[test]
fn kickers_are_no_part_of_the_headline() {
    for entry in [
        "<h4>Berlin election</h4><h3>The flaw that stays with the winner</h3><p>A teaser.</p>",
        "<div>Berlin election</div><div>The flaw that stays with the winner</div>",
        "<span><strong>Berlin election</strong>The flaw that stays with the winner</span>",
        "<h3><span class=kicker>Berlin election</span> The flaw that stays with the winner</h3>",
    ] {
        let html = format!(
            "<h2>Most read</h2><ul><li><a href=/a>{entry}</a>\
            <li><a href=/b><h3>School orchestra to play on the ferry</h3></a></ul>"
        );
        assert_eq!(list(&html).items[0].title, "The flaw that stays with the winner", "{entry}");
    }
}

#[test]
fn a_headline_that_is_cut_off_is_given_in_full() {
    let html = "<h2>Most read</h2><ul>\
        <li><a href=/a title='Harbour wall repairs to start in June'>Harbour wall repairs…</a>\
        <li><a href=/b title='Something else'>School orchestra to play…</a></ul>";
    assert_eq!(
        titles(&list(html)),
        ["Harbour wall repairs to start in June", "School orchestra to play…"]
    );
}

#[test]
fn copies_and_adverts_are_left_out() {
    let entries = "<li><a href=/a><img src=a.png></a><li><a href=/a>Harbour wall repairs to start</a>\
        <li><a href=/b>School orchestra on the ferry</a>\
        <li class=ad><a href=/x>Buy a car of the year today</a>\
        <li><a rel=sponsored href=/y>Ten doctors hate this one trick</a>\
        <li><a href=/z>Mattresses for all of you</a> <span class=label>Sponsored</span>\
        <li><a href=/c>Council keeps the night bus</a><li><a href=/b#c>School orchestra on the ferry</a>";
    let html = format!(
        "<h2>Most read</h2><ul>{entries}</ul><div class=mobile><h2>Most read</h2><ul>{entries}</ul></div>"
    );
    assert_eq!(
        titles(&list(&html)),
        [
            "Harbour wall repairs to start",
            "School orchestra on the ferry",
            "Council keeps the night bus"
        ]
    );
}

#[test]
fn other_lists_of_links_are_no_lists_of_articles() {
    let long = "<li><a href=/a>Harbour wall repairs to start</a>\
        <li><a href=/b>School orchestra on the ferry</a><li><a href=/c>Council keeps the bus</a>";
    for html in [
        String::new(),
        "<p>Text".to_owned(),
        "<h3>Most read</h3><ul><li><a href=/a>Politics</a><li><a href=/b>Business</a></ul>"
            .to_owned(),
        format!("<ul>{long}</ul>"),
        format!("<h3>Our services and partners</h3><ul>{long}</ul>"),
        format!("<nav class=latest-news><ul>{long}</ul></nav>"),
        format!("<div class=breadcrumbs><h3>Latest news</h3><ul>{long}</ul></div>"),
        format!("<div class=outbrain><h3>Latest news</h3><ul>{long}</ul></div>"),
        "<div class=related><a href=https://facebook.com/sharer?u=1>Share this on Facebook</a>\
         <a href=https://twitter.com/share?u=1>Share this on Twitter</a>\
         <a href=https://vk.com/share?u=1>Share this on VKontakte</a></div>"
            .to_owned(),
    ] {
        let page = format!("{html}<p>{}", "Text ".repeat(99));
        assert_eq!(lists(&page), [], "{html}");
    }
}

#[test]
fn lists_of_the_body_are_its_own() {
    let html = "<main><h2>Related articles</h2><ul><li><a href=/a>Harbour wall repairs to start</a>\
        <li><a href=/b>School orchestra on the ferry</a></ul></main>";
    let limits = Limits::default();
    let document = Document::parse(html, &limits);
    let base = Base::new(&document, Some(URL));
    let page = PageView::new(&document, &base, &limits);
    let main = document.elements().find(|element| element.tag() == Tag::Main).unwrap();
    assert_eq!(lists_of(&page, |_| false).len(), 1);
    assert_eq!(lists_of(&page, |id| main.node().contains(id)), []);
}

#[test]
fn at_most_one_item_more_than_allowed_is_read() {
    let entry = |n| format!("<li><a href=/{n}>Headline of article number {n}</a>");
    let entries = (0..9).map(entry).collect::<Vec<_>>().concat();
    let html = format!("<h2>Latest news</h2><ul>{entries}</ul>");
    let items = |allowed| {
        let limits = Limits::default().with_list_items(allowed);
        lists_within(&html, &limits).iter().map(|list| list.items.len()).sum::<usize>()
    };
    assert_eq!((items(7), items(8), items(9)), (8, 9, 9));
}

const RULED: &str = "<aside class=box><h4>Leserhits</h4>\
    <div class=e><b>1</b><a href=/a>Hafenmauer</a><i>351</i><i>4</i></div>\
    <div class=e><b>2</b><a href=/b>Orchester</a><i>120</i><i>0</i></div></aside>\
    <h2>Neueste Nachrichten</h2><ul><li><a href=/c>Der Nachtbus bleibt den Gemeinden</a>\
    <li><a href=/d>Sturmfonds schließt am Freitag</a></ul>";

fn lists_by(rules: &str) -> Vec<SidebarList> {
    let toml = format!("name = \"herald\"\nhosts = [\"herald.example\"]\n{rules}");
    let profile = Profile::from_toml(&toml).unwrap();
    let limits = Limits::default();
    let document = Document::parse(RULED, &limits);
    let base = Base::new(&document, Some(URL));
    let matches = profile.rules().find_in(&document);
    lists_of(&PageView::new(&document, &base, &limits).with_rules(Some(&matches)), |_| false)
}

#[test]
fn rules_come_first_and_the_page_answers_the_rest() {
    let lists = lists_by(
        "[[sidebar]]\nlist = \"aside.box\"\nkind = \"most_read\"\nheading = \"h4\"\nitem = \".e\"\n\
         title = \"a\"\nurl = \"a @href\"\nrank = \"b\"\ncounters = \"i\"\n\
         counter_kinds = [\"views\", \"comments\"]\n",
    );
    assert_eq!(lists.len(), 2);
    let ruled = &lists[0];
    assert_eq!((ruled.kind, ruled.heading.as_deref()), (ListKind::MostRead, Some("Leserhits")));
    assert_eq!(
        (titles(ruled), ranks(ruled)),
        (vec!["Hafenmauer", "Orchester"], vec![Some(1), Some(2)])
    );
    let item = &ruled.items[0];
    assert_eq!(item.url.as_deref(), Some("https://herald.example/a"));
    assert_eq!((item.views, item.comments), (Some(351), Some(4)));
    assert!(matches!(item.counters[0].reason, Some(CounterReason::Profile(_))));
    assert_eq!(lists[1].kind, ListKind::Latest);
}

#[test]
fn a_list_of_the_rules_is_not_given_again() {
    let lists = lists_by("[[sidebar]]\nlist = \"ul\"\nkind = \"editors_pick\"\n");
    assert_eq!(lists.len(), 1);
    assert_eq!(lists[0].kind, ListKind::EditorsPick);
    assert_eq!(lists[0].heading.as_deref(), Some("Neueste Nachrichten"));
}

#[test]
fn where_a_rule_finds_nothing_the_page_answers() {
    let lists = lists_by("[[sidebar]]\nlist = \".absent\"\nkind = \"most_read\"\n");
    assert_eq!(lists.iter().map(|list| list.kind).collect::<Vec<_>>(), [ListKind::Latest]);
}

proptest! {
    #[test]
    fn items_have_titles(parts in proptest::collection::vec(0..PIECES.len(), 0..60)) {
        let html: String = parts.iter().filter_map(|part| PIECES.get(*part).copied()).collect();
        for list in lists(&html) {
            prop_assert!(!list.items.is_empty());
            prop_assert!(list.items.iter().all(|item| !item.title.trim().is_empty()));
        }
    }
}

const PIECES: &[&str] = &[
    "<h3>Most read</h3>",
    "<ul>",
    "<ol>",
    "</ul>",
    "</ol>",
    "<li>",
    "</li>",
    "<div class=a>",
    "</div>",
    "<a href=/1>",
    "<a href=/2>",
    "<a href=/3>",
    "<a href=#>",
    "</a>",
    "A headline of some length",
    "1",
    "2. ",
    "🚕",
    "…",
    "<time datetime=2024-01-01>",
    "</time>",
    "<span class=rank>",
    "</span>",
    "<img src=a.png>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<p>",
    "<b>",
    "</b>",
    "<nav>",
    "</nav>",
    "<h2 class=title>",
    "</h2>",
    "<div hidden>",
    "&nbsp;",
    "(185)",
    "<dl>",
    "<dt>",
    "<dd>",
    "</dl>",
];

/// Entries of an unordered list.
const THREE: &str = "<li><a href=/b>School orchestra to play on the evening ferry</a>\
    <li><a href=/c>Council votes to keep the night bus for a year</a>\
    <li><a href=/d>Storm closes the coast road until Friday morning</a>";

#[test]
fn a_first_entry_of_another_shape_is_of_the_list() {
    let lead = "<div class=lead><a href=/a><img src=/a.jpg></a>\
        <h3><a href=/a>Harbour wall repairs to start in the first week of June</a></h3></div>";
    let whole = list(&format!("<aside><h2>Most read</h2>{lead}<ul>{THREE}</ul></aside>"));
    assert_eq!(whole.kind, ListKind::MostRead);
    assert_eq!(whole.items.len(), 4);
    assert_eq!(whole.items[0].title, "Harbour wall repairs to start in the first week of June");
    // What stands below a heading of its own is of another list.
    let apart = list(&format!(
        "<aside><h2>Most read</h2><ul>{THREE}</ul><h2>Comment of the day</h2>{lead}</aside>"
    ));
    assert_eq!(apart.items.len(), 3);
}

#[test]
fn links_to_sections_are_no_second_headline() {
    let entry = |url: &str, title: &str| {
        format!(
            "<div class=e><a href=/town-and-harbour class=category>Town and harbour</a>\
             <a href={url}>{title}</a></div>"
        )
    };
    let list = list(&format!(
        "<h2>Most popular</h2><div>{}{}</div>",
        entry("/town-and-harbour/a", "Harbour wall repairs to start"),
        entry("/town-and-harbour/b", "School orchestra on the ferry"),
    ));
    assert_eq!(titles(&list), ["Harbour wall repairs to start", "School orchestra on the ferry"]);
}

#[test]
fn the_link_of_a_heading_is_the_headline_beside_a_longer_teaser() {
    let entry = |n: u8| {
        format!(
            "<li><h3><span><a href=/{n}>The harbour bridge opens, part {n}</a></span></h3>\
             <a href=/{n}><p>After three years of work and two floods, cars cross the river again \
             on the widest of its bridges.</p></a></li>"
        )
    };
    let html = format!("<h2>Read next</h2><ul>{}</ul>", (1..4).map(entry).collect::<String>());
    let headlines = (1..4).map(|n| format!("The harbour bridge opens, part {n}"));
    assert_eq!(titles(&list(&html)), headlines.collect::<Vec<_>>());
}

#[test]
fn a_teaser_link_is_no_headline() {
    let entry = |url: &str, title: &str| {
        format!(
            "<li><a class=headline href={url}>{title}</a><a class=description href={url}>\
             What the council said about it at its last sitting of the year</a></li>"
        )
    };
    let list = list(&format!(
        "<h2>Most read</h2><ul>{}{}</ul>",
        entry("/a", "Harbour wall repairs to start"),
        entry("/b", "School orchestra on the ferry"),
    ));
    assert_eq!(titles(&list), ["Harbour wall repairs to start", "School orchestra on the ferry"]);
}

#[test]
fn tabs_within_a_tab_are_of_its_kind() {
    let lists = lists(&format!(
        "<ul><li><a href=#read>Meistgelesen</a><li><a href=#new>Newsletter</a></ul>\
         <div id=read><ul><li><a href=#day>24 h</a><li><a href=#week>Letzte Woche</a></ul>\
         <div id=day><ul>{THREE}</ul></div><div id=week><ul>\
         <li><a href=/x>Lighthouse opens to visitors for the summer</a>\
         <li><a href=/y>New ferry arrives from the yard in the north</a>\
         <li><a href=/z>Fish market to stay where it is, says mayor</a></ul></div></div>"
    ));
    let called: Vec<_> = lists.iter().map(|list| (list.kind, list.heading.as_deref())).collect();
    assert_eq!(
        called,
        [(ListKind::MostRead, Some("24 h")), (ListKind::MostRead, Some("Letzte Woche"))]
    );
}

#[test]
fn panels_find_their_label_by_a_value_in_common() {
    let lists = lists(&format!(
        "<ul><li><button data-value=read>Most read</button><li>\
         <button data-value=new>Most recent</button></ul>\
         <div data-value=read><ul>{THREE}</ul></div><div data-value=new><ul>\
         <li><a href=/x>Lighthouse opens to visitors for the summer</a>\
         <li><a href=/y>New ferry arrives from the yard in the north</a></ul></div>"
    ));
    let kinds: Vec<_> = lists.iter().map(|list| list.kind).collect();
    assert_eq!(kinds, [ListKind::MostRead, ListKind::Latest]);
}

#[test]
fn comments_subjects_and_shares_are_no_articles() {
    for html in [
        format!("<h2>Recent comments</h2><ul>{THREE}</ul>"),
        format!("<h2>Popular tags</h2><ul>{THREE}</ul>"),
        format!("<h2>Related</h2><div class=comments><ul>{THREE}</ul></div>"),
        "<h2>News</h2><ul><li><a href=/1?share=a>Click to share on the first network</a>\
         <li><a href=/1?share=b>Click to share on the second network</a>\
         <li><a href=/1?share=c>Click to email this page to a friend</a></ul>"
            .to_owned(),
    ] {
        assert_eq!(lists(&html), [], "{html}");
    }
}

#[test]
fn a_menu_in_the_name_of_a_named_list_is_no_menu() {
    let list = list(&format!("<div><ul id=menu-most-read class=numbered>{THREE}</ul></div>"));
    assert_eq!(ranks(&list), [Some(1), Some(2), Some(3)]);
    let text = "<p>The harbour wall will be repaired in June, the council says.".repeat(6);
    let menu = format!("<nav class=menu><ul class=popular>{THREE}</ul></nav>{text}");
    assert_eq!(lists(&menu), []);
}

#[test]
fn ranks_and_counters_stand_behind_and_before_headlines_too() {
    let list = list(
        "<h2>Les plus lus</h2><div>\
         <p class=e><a href=/a>Le port rouvre au mois de juin</a><span>1</span>\
         <p class=e><a href=/b>Le bus de nuit est maintenu</a><span>2</span>\
         <p class=e><a href=/c>La tempête ferme la côte</a><span>3</span></div>",
    );
    assert_eq!(ranks(&list), [Some(1), Some(2), Some(3)]);
    assert!(list.items.iter().all(|item| item.counters.is_empty() && item.views.is_none()));
    let viewed = lists(
        "<h2>Top posts</h2><ul><li><a href=/a>212.3k views: Harbour wall repairs to start</a>\
         <li><a href=/b>111.9k views: School orchestra on the ferry</a></ul>",
    );
    assert_eq!(viewed[0].items[0].title, "Harbour wall repairs to start");
    assert_eq!(viewed[0].items[0].views, Some(212_300));
}
