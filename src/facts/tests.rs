use super::*;
use crate::model::{Contribution, Offset, OriginKind, Precision};
use proptest::prelude::*;

const URL: &str = "https://www.dailyrain.example/2024/04/02/world/rain-in-may";

fn read(html: &str) -> Facts {
    read_at(Some(URL), html)
}

fn read_at(url: Option<&str>, html: &str) -> Facts {
    let limits = Limits::default();
    let document = Document::parse(html, &limits);
    let base = Base::new(&document, url);
    Facts::read(&document, &base, &ReadContext { limits: &limits, zone: None, reference: None })
}

fn value<T>(facts: &[Fact<T>]) -> &T {
    &facts.first().expect("the page gives the field").value
}

fn names(facts: &Facts) -> Vec<&str> {
    let authors = facts.authors.first();
    authors.iter().flat_map(|fact| &fact.value).map(|author| author.name.as_str()).collect()
}

fn json_ld(json: &str) -> Facts {
    read(&format!("<script type='application/ld+json'>{json}</script><p>text"))
}

#[test]
fn editors_and_translators_stand_beside_the_authors() {
    let parts = |json: &str| {
        let facts = json_ld(json);
        let people = facts.authors.first().into_iter().flat_map(|fact| &fact.value);
        people.map(|author| (author.name.clone(), author.contribution)).collect::<Vec<_>>()
    };
    let whole = parts(
        r#"{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Ann Lee"},
            "editor": [{"@type": "Person", "name": "Ed Eel"}, {"@type": "Person", "name": "Ann Lee"}],
            "translator": "Cy Coe"}"#,
    );
    let text = ("Ann Lee".to_owned(), Contribution::Text);
    let editing = ("Ed Eel".to_owned(), Contribution::Editing);
    let translation = ("Cy Coe".to_owned(), Contribution::Translation);
    assert_eq!(whole, [text, editing.clone(), translation]);
    let alone =
        parts(r#"{"@type": "NewsArticle", "editor": {"@type": "Person", "name": "Ed Eel"}}"#);
    assert_eq!(alone, [editing]);
    let desk = parts(
        r#"{"@type": "NewsArticle", "author": "Ann Lee",
            "editor": {"@type": "Organization", "name": "News Desk"}}"#,
    );
    assert_eq!(desk.len(), 1);
}

#[test]
fn a_graph_with_references_is_resolved() {
    let facts = json_ld(
        r##"{"@context": "https://schema.org", "@graph": [
            {"@type": ["WebPage"], "@id": "#page", "name": "Rain | Daily Rain"},
            {"@type": "NewsArticle", "headline": "Rain in May", "author": [{"@id": "#ann"}, {"@type": "Person", "name": "Bo Berg"}],
             "publisher": {"@id": "#org"}, "datePublished": "2024-04-01T12:16:00+05:00", "articleSection": "World",
             "image": {"@id": "#image"}, "isAccessibleForFree": false, "keywords": ["rain", "May"],
             "interactionStatistic": {"interactionType": "https://schema.org/CommentAction", "userInteractionCount": 7}},
            {"@type": "Person", "@id": "#ann", "name": "Ann Lee", "url": "/ann"},
            {"@type": "Organization", "@id": "#org", "name": "Daily Rain"},
            {"@type": "ImageObject", "@id": "#image", "url": "/rain.jpg", "width": "1200px", "height": 630},
            {"@type": "BreadcrumbList", "itemListElement": [
              {"position": 2, "name": "World", "item": "/world"}, {"position": 1, "item": {"@id": "/", "name": "Home"}}]}]}"##,
    );
    assert_eq!(value(&facts.title), "Rain in May");
    assert_eq!(names(&facts), ["Ann Lee", "Bo Berg"]);
    assert_eq!(value(&facts.authors)[0].url.as_deref(), Some("https://www.dailyrain.example/ann"));
    assert_eq!(value(&facts.site_name), "Daily Rain");
    let published = value(&facts.published);
    assert_eq!(published.value.as_deref(), Some("2024-04-01T12:16:00+05:00"));
    assert_eq!(published.offset, Offset::Given);
    let image = value(&facts.lead_image);
    assert_eq!((image.width, image.height), (Some(1200), Some(630)));
    assert_eq!(
        value(&facts.breadcrumbs).iter().map(|step| &*step.text).collect::<Vec<_>>(),
        ["Home", "World"]
    );
    assert_eq!(value(&facts.tags), &["rain", "May"]);
    assert_eq!((value(&facts.section).as_str(), *value(&facts.comments)), ("World", 7));
    assert_eq!(*value(&facts.access), Access::Paid);
    assert!(facts.types.contains(&"NewsArticle".to_owned()));
}

#[test]
fn one_bad_block_or_node_never_costs_the_rest() {
    let facts = read(
        "<script type='application/ld+json'>{\"a\": @@@}</script>
         <script type='application/ld+json'>[{\"@type\": \"NewsArticle\", \"headline\": \"Rain in May\",
           \"author\": [42, null, {\"name\": [\"Ann Lee\", 7]}], \"image\": 5, \"datePublished\": {}}]</script>",
    );
    assert_eq!(value(&facts.title), "Rain in May");
    assert_eq!(names(&facts), ["Ann Lee"]);
    assert!(facts.warnings.iter().any(|warning| matches!(warning, Warning::BrokenJsonLd { .. })));
}

#[test]
fn of_several_articles_the_one_of_the_page_is_read() {
    let facts = read(
        r#"<title>Rain in May</title><script type="application/ld+json">[
          {"@type": "NewsArticle", "headline": "Other news", "url": "https://dailyrain.example/other", "author": "Cy Coe"},
          {"@type": "NewsArticle", "headline": "Rain in May", "author": "Ann Lee"}]</script><h1>Rain in May</h1>"#,
    );
    assert_eq!(names(&facts), ["Ann Lee"]);
}

#[test]
fn metas_are_read_with_value_duplicates_and_empty_ones() {
    let facts = read(
        r#"<meta property="og:title" content=""><meta property="OG:Title" value="Tom &amp;amp; Ann&amp;#39;s rain">
           <meta name="author" content="https://x.example/ann"><meta name="author" content="Ann Lee">
           <meta property="article:tag" content="rain"><meta property="article:tag" content="May">
           <meta property="og:image" content="/a.jpg"><meta property="og:image:width" content="800">
           <meta property="og:image:alt" content="Rain"><meta property="og:image" content="/b.jpg">
           <meta property="og:locale" content="en_GB"><meta property="article:content_tier" content="metered">"#,
    );
    assert_eq!(value(&facts.title), "Tom & Ann's rain");
    assert_eq!(names(&facts), ["Ann Lee"]);
    assert_eq!(value(&facts.tags), &["rain", "May"]);
    let image = value(&facts.lead_image);
    assert_eq!(
        (image.url.as_str(), image.width),
        ("https://www.dailyrain.example/a.jpg", Some(800))
    );
    assert_eq!(image.alt.as_deref(), Some("Rain"));
    assert_eq!(value(&facts.language), "en-GB");
    assert_eq!(*value(&facts.access), Access::Metered);
}

#[test]
fn microdata_of_the_article_is_read_and_that_of_comments_is_not() {
    let facts = read(
        r#"<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Rain in May</h1>
           <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ann Lee</b></span>
           <meta itemprop="datePublished" content="2024-04-01T08:00:00Z">
           <div class="comments"><div itemprop="comment" itemscope itemtype="https://schema.org/Comment">
             <span itemprop="author">Cy Coe</span><time itemprop="datePublished" datetime="2024-05-05">5 May</time></div></div></div>"#,
    );
    assert_eq!(names(&facts), ["Ann Lee"]);
    assert_eq!(value(&facts.published).value.as_deref(), Some("2024-04-01T08:00:00+00:00"));
}

#[test]
fn bylines_of_teasers_lists_and_comments_are_not_read() {
    let facts = read(
        r#"<ul><li><h3><a href="/x">Sun in June</a></h3><span class="author">Cy Coe</span></li></ul>
           <aside><p class="byline">By Di Dow</p></aside>
           <article><h1>Rain in May</h1><p class="byline">By <a href="/ann">Ann Lee</a> and Bo Berg</p>
             <article><h2>Sun</h2><span class="author">Ed Eel</span></article></article>
           <div id="comments"><span class="comment-author">Flo Fox</span></div>"#,
    );
    let all: Vec<&str> =
        facts.authors.iter().flat_map(|fact| &fact.value).map(|author| &*author.name).collect();
    assert!(all.contains(&"Ann Lee") && all.contains(&"Bo Berg"), "{all:?}");
    assert!(all.iter().all(|name| ["Ann Lee", "Bo Berg"].contains(name)), "{all:?}");
}

#[test]
fn the_site_is_no_author_beside_people() {
    let facts = json_ld(
        r#"{"@type": "NewsArticle", "headline": "Rain", "author": [{"@type": "Organization", "name": "Daily Rain"},
            {"@type": "Person", "name": "Ann Lee"}], "publisher": {"name": "Daily Rain"}}"#,
    );
    assert_eq!(names(&facts), ["Ann Lee"]);
    let alone = json_ld(
        r#"{"@type": "NewsArticle", "author": "Daily Rain", "publisher": {"name": "Daily Rain"}}"#,
    );
    assert_eq!(value(&alone.authors)[0].kind, crate::model::AuthorKind::Organization);
    assert!(alone.warnings.contains(&Warning::AuthorIsPublisher { name: "Daily Rain".to_owned() }));
}

#[test]
fn visible_dates_of_publication_and_change_are_told_apart() {
    let facts = read(
        r#"<html lang="ru"><body><aside><time datetime="2020-01-01">1 января</time></aside><h1>Дождь в мае</h1>
           <p>Опубликовано: <time datetime="2024-04-01T12:16">1 апреля 2024, 12:16</time></p>
           <p>Обновлено: <time datetime="2024-04-03T09:00">3 апреля 2024, 09:00</time></p>"#,
    );
    let published = value(&facts.published);
    assert_eq!(published.value.as_deref(), Some("2024-04-01T12:16:00"));
    assert_eq!((&published.offset, published.precision), (&Offset::Unknown, Precision::Minute));
    assert_eq!(value(&facts.modified).value.as_deref(), Some("2024-04-03T09:00:00"));
}

#[test]
fn the_zone_of_a_profile_is_applied() {
    let limits = Limits::default();
    let document =
        Document::parse("<h1>Rain</h1><time datetime='2024-04-01T12:16'>x</time>", &limits);
    let zone = TimeZone::get("Asia/Almaty").expect("the zone is bundled");
    let context = ReadContext { limits: &limits, zone: Some(&zone), reference: None };
    let facts = Facts::read(&document, &Base::default(), &context);
    assert_eq!(value(&facts.published).offset, Offset::Assumed("Asia/Almaty".to_owned()));
}

#[test]
fn the_address_gives_a_day_where_nothing_else_does() {
    let facts = read("<h1>Rain in May</h1>");
    let published = facts.published.first().expect("the address has a day");
    assert_eq!(
        (published.origin.kind, published.value.date()),
        (OriginKind::Url, Some("2024-04-02"))
    );
}

#[test]
fn the_title_is_the_headline_without_furniture() {
    let facts = read(
        "<title>Rain in May: what we know - World - Daily Rain</title>
         <meta property='og:site_name' content='Daily Rain'>
         <header><h1>Daily Rain</h1></header><article><h1>Rain in May: what we know</h1></article>",
    );
    assert_eq!(value(&facts.title), "Rain in May: what we know");
    assert!(facts.title.iter().all(|fact| !fact.value.contains("Daily Rain")));
}

#[test]
fn visible_topics_are_read() {
    let facts = read(
        r#"<nav class="breadcrumbs"><a href="/">Home</a> <a href="/world">World</a></nav>
            <article><p class="kicker">Weather</p><h1>Rain in May</h1><p class="standfirst">It will rain on most days of May.</p>
            <ul class="article-tags"><li><a href="/t/1">#rain</a></li><li><a href="/t/2">May</a></li></ul>
            <span class="views">1 234</span></article>"#,
    );
    assert_eq!(value(&facts.kicker), "Weather");
    assert_eq!(value(&facts.dek), "It will rain on most days of May.");
    assert_eq!(value(&facts.section), "World");
    assert_eq!(value(&facts.tags), &["rain", "May"]);
    assert_eq!(*value(&facts.views), 1234);
}

#[test]
fn deep_and_empty_pages_are_read() {
    assert!(read("").title.is_empty());
    let deep = "<div class=author>".repeat(20_000);
    assert!(read(&deep).authors.is_empty());
}

/// The day of publication, and the source of it.
fn day(facts: &Facts) -> (&str, &str) {
    let fact = facts.published.first().expect("the page gives a date");
    (fact.value.date().unwrap_or_default(), fact.origin.detail.as_str())
}

#[test]
fn a_line_of_text_beside_the_headline_is_a_dateline() {
    let facts = read(
        "<h1>Rain in May</h1><div><img alt='x'>Posted on 15/12/2025 at 19:00 by <a href='/who'>Ann Lee</a>
         <span>·</span> 12 comments</div><p>Text</p>",
    );
    assert_eq!(day(&facts), ("2025-12-15", "line"));
}

#[test]
fn a_marked_date_that_stands_nearer_is_believed_before_lines() {
    let facts = read(
        "<h1>Rain in May</h1><p class='date'>4 April 2024</p><p>Text</p>
         <blockquote>Rain Office (@rain) June 1, 2017</blockquote><div>30 April 2024</div>",
    );
    assert_eq!(day(&facts).0, "2024-04-04");
}

#[test]
fn spans_and_ways_to_other_days_are_no_dateline() {
    for line in ["12.03.2024 - 14.03.2024", "Previous (2 April 2024) Next (4 April 2024)"] {
        let facts = read(&format!("<h1>Rain in May</h1><p>{line}</p>"));
        assert_eq!(day(&facts), ("2024-04-02", "path"), "{line}");
    }
    let cells = read(
        "<h1>Rain</h1><table><tr><th>Day</th><th>mm</th></tr><tr><td>1/13/2013</td></tr></table>",
    );
    assert_eq!(day(&cells), ("2024-04-02", "path"));
}

#[test]
fn a_date_that_is_shown_comes_before_later_metadata() {
    let facts = read(
        "<meta property='article:published_time' content='2025-06-24T10:00:00Z'>
         <h1>Rain in May</h1><p>August 25, 2024</p>",
    );
    assert_eq!(day(&facts), ("2024-08-25", "line"));
    let updated = read(
        "<meta property='article:published_time' content='2024-04-01T10:00:00Z'>
         <h1>Rain in May</h1><p>August 25, 2024</p>",
    );
    assert_eq!(day(&updated), ("2024-04-01", "article:published_time"));
}

#[test]
fn of_several_first_publications_the_earliest_is_taken() {
    let facts = read(
        "<meta property='article:published_time' content='2024-03-01T10:00:00Z'>
         <div itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>Rain in May</h1>
         <meta itemprop='datePublished' content='2024-04-02T10:00:00Z'><p>2 April 2024</p></div>",
    );
    assert_eq!(day(&facts).0, "2024-03-01");
}

#[test]
fn of_one_instant_the_local_form_is_taken() {
    let facts = read(
        "<meta property='article:published_time' content='2024-04-02T02:41:41Z'>
         <h1>Rain in May</h1><time datetime='2024-04-01T19:41:41-07:00'>April 1</time>",
    );
    assert_eq!(value(&facts.published).value.as_deref(), Some("2024-04-01T19:41:41-07:00"));
}

#[test]
fn a_time_of_the_same_day_is_taken_over_the_day_alone() {
    let facts = read(
        "<meta property='article:published_time' content='2024-04-01T00:00:00Z'>
         <h1>Rain in May</h1><time datetime='2024-04-01T19:41:41+02:00'>April 1</time>",
    );
    assert_eq!(value(&facts.published).value.as_deref(), Some("2024-04-01T19:41:41+02:00"));
}

#[test]
fn the_order_of_day_and_month_is_decided_by_other_dates() {
    let page = |more: &str| {
        let page = format!(
            "<html lang='en'><h1>Rain in May</h1><time datetime='02-04-2024'>x</time>{more}"
        );
        read(&page)
            .published
            .iter()
            .find(|fact| fact.origin.kind == OriginKind::Visible)
            .and_then(|fact| fact.value.value.clone())
    };
    // The address has the second of April.
    assert_eq!(page("").as_deref(), Some("2024-04-02"));
    let limits = Limits::default();
    let html = "<html lang='en'><h1>Rain in May</h1><time datetime='02-04-2024'>x</time>
                <p class='date'>updated 25-04-2024</p>";
    let document = Document::parse(html, &limits);
    let context = ReadContext { limits: &limits, zone: None, reference: None };
    let facts = Facts::read(&document, &Base::default(), &context);
    assert_eq!(day(&facts).0, "2024-04-02");
}

#[test]
fn videos_links_and_paywalls_are_read() {
    let facts = read(
        "<link rel='amphtml' href='/amp'><link rel='alternate' hreflang='KK-kz' href='/kk'>
         <link rel='alternate' hreflang='no language' href='/x'>
         <link rel='alternate' type='application/rss+xml' title='All' href='/rss'>
         <meta property='og:video' content='/v.mp4'><meta property='og:video:duration' content='93'>
         <h1>Rain in May</h1><div class='paywall'>Subscribe to read all of this article.</div>",
    );
    assert!(value(&facts.amp_url).ends_with("/amp"));
    let alternates = value(&facts.alternates);
    assert_eq!((alternates.len(), alternates[0].language.as_str()), (1, "kk-KZ"));
    assert_eq!(value(&facts.feeds)[0].title.as_deref(), Some("All"));
    let video = &value(&facts.videos)[0];
    assert!(
        video.url.as_deref().is_some_and(|url| url.ends_with("/v.mp4"))
            && video.seconds == Some(93)
    );
    assert_eq!(*value(&facts.access), Access::Paid);
}

#[test]
fn authors_take_addresses_and_roles_from_any_source() {
    let facts = read(
        "<meta name='author' content='Ann Lee'><h1>Rain in May</h1>
         <p><a href='/authors/ann-lee'>Ann Lee</a></p>",
    );
    let author = &value(&facts.authors)[0];
    assert!(author.url.as_deref().is_some_and(|url| url.ends_with("/authors/ann-lee")));
}

#[test]
fn the_data_of_a_script_gives_a_date_where_nothing_else_does() {
    let limits = Limits::default();
    let read = |script: &str| {
        let document = Document::parse(&format!("<h1>Rain</h1><script>{script}</script>"), &limits);
        let context = ReadContext { limits: &limits, zone: None, reference: None };
        let facts = Facts::read(&document, &Base::default(), &context);
        facts.published.first().and_then(|fact| fact.value.date().map(str::to_owned))
    };
    let one = r#"x = {"a": {"publishedAt": "2024-04-01T12:16:00Z"}}"#;
    assert_eq!(read(one).as_deref(), Some("2024-04-01"));
    let escaped = r#"x = "{\"publishedAt\":\"2024-04-01\"}""#;
    assert_eq!(read(escaped).as_deref(), Some("2024-04-01"));
    let several = r#"x = [{"publishedAt": "2024-04-01"}, {"publishedAt": "2024-04-02"}]"#;
    assert_eq!(read(several), None);
    assert_eq!(read("publishedAt"), None);
}

#[test]
fn a_change_alone_stands_for_the_publication() {
    let limits = Limits::default();
    let page = "<h1>Rain in May</h1><div>Last updated:</div><div>Dec 12, 2025</div>";
    let document = Document::parse(page, &limits);
    let context = ReadContext { limits: &limits, zone: None, reference: None };
    let facts = Facts::read(&document, &Base::default(), &context);
    let published = facts.published.first().expect("the change stands for it");
    assert_eq!(published.value.date(), Some("2025-12-12"));
    assert!(published.confidence < 0.6);
    assert_eq!(value(&facts.modified).date(), Some("2025-12-12"));
}

#[test]
fn dates_of_publication_and_change_in_one_line_are_told_apart() {
    let facts = read("<h1>Rain in May</h1><p>Published 1 April 2024, updated 3 April 2024</p>");
    assert_eq!(day(&facts), ("2024-04-01", "line"));
    assert_eq!(value(&facts.modified).date(), Some("2024-04-03"));
}

#[test]
fn labelled_dates_are_found_behind_the_article() {
    let page = format!(
        "<h1>Rain in May</h1>{}<p>Veröffentlicht am 16.08.2019</p>",
        "<p>Es regnet.</p>".repeat(200)
    );
    let limits = Limits::default();
    let document = Document::parse(&page, &limits);
    let context = ReadContext { limits: &limits, zone: None, reference: None };
    let facts = Facts::read(&document, &Base::default(), &context);
    assert_eq!(day(&facts), ("2019-08-16", "labelled date"));
}

#[test]
fn bylines_are_read_from_lines_labels_links_and_portraits() {
    let cases = [
        "<p>by <a href='/x'>Ann Lee</a> · Dec 20, 2025 at 3:00 am · <a href='/c'>News</a></p>",
        "<small>WRITTEN BY</small><p><strong>Ann Lee</strong></p>",
        "<h6>Author(s)</h6><ul><li>Ann Lee</li></ul>",
        "<div><a href='/blog/authors/ann-lee'>Ann Lee</a><span>12 min read</span></div>",
        "<div><img src='a.jpg' alt='Ann Lee, weather writer'></div><p>Ann Lee</p>",
        "<p><span>By</span><span>Ann Lee</span></p>",
    ];
    for case in cases {
        let facts = read(&format!("<h1>Rain in May</h1>{case}<p>It will rain.</p>"));
        assert_eq!(names(&facts), ["Ann Lee"], "{case}");
    }
}

#[test]
fn bylines_of_scripts_without_capitals_are_read_behind_a_colon() {
    let page = |line: &str| read(&format!("<h1>Rain in May</h1><p>{line}</p><p>text"));
    assert_eq!(names(&page("بقلم: ليلى حداد")), ["ليلى حداد"]);
    assert_eq!(names(&page("文／张三")), ["张三"]);
    assert_eq!(names(&page("文 张三"))[..], [] as [&str; 0]);
}

#[test]
fn who_wrote_it_is_found_behind_the_article() {
    let page =
        format!("<h1>Rain in May</h1>{}<p>Written by Ann Lee</p>", "<p>Rain.</p>".repeat(300));
    assert_eq!(names(&read(&page)), ["Ann Lee"]);
    let menu = page.replace("Written by Ann Lee", "About Us");
    assert!(read(&menu).authors.is_empty());
}

#[test]
fn full_names_come_before_accounts_and_single_names() {
    let of = |author: &str, byline: &str| {
        let page =
            format!("<meta name='author' content='{author}'><h1>Rain in May</h1><p>{byline}</p>");
        let facts = read(&page);
        names(&facts).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(of("AnnLee7", "By Ann Lee"), ["Ann Lee"]);
    assert_eq!(of("ann.lee", "By Ann Lee"), ["Ann Lee"]);
    let json =
        "<script type='application/ld+json'>{'@type': 'Article', 'author': 'Ann Lee'}</script>";
    let json = json
        .replace("{'", "{\"")
        .replace("': '", "\": \"")
        .replace("', '", "\", \"")
        .replace("'}", "\"}");
    let more = read(&format!("{json}<h1>Rain in May</h1><p>By Ann Lee and Bo Berg</p>"));
    assert_eq!(names(&more), ["Ann Lee", "Bo Berg"]);
    let other = read(&format!("{json}<h1>Rain in May</h1><p>By Cy Coe and Bo Berg</p>"));
    assert_eq!(names(&other), ["Ann Lee"]);
}

#[test]
fn links_in_a_byline_say_where_names_end() {
    let facts = read(
        "<h1>Rain in May</h1><p>By <a href='/contributor/ann-lee'>Ann Lee</a> View in Digital Edition</p>",
    );
    assert_eq!(names(&facts), ["Ann Lee"]);
    let two = read(
        "<h1>Rain in May</h1><p>By <a href='/contributor/ann-lee'>Ann Lee</a> and Bo Berg</p>",
    );
    assert_eq!(names(&two), ["Ann Lee", "Bo Berg"]);
}

#[test]
fn a_byline_stands_behind_the_date_of_its_line() {
    let of = |line: &str| {
        let facts = read(&format!("<div>{line}</div><h1>Rain in May</h1><p>It rains.</p>"));
        names(&facts).join(", ")
    };
    assert_eq!(of("<span>Published August 7, 2023</span> <span>by Ann Lee</span>"), "Ann Lee");
    assert_eq!(of("03/01/2017 4:30 PM by Ann Lee and Bo Berg"), "Ann Lee, Bo Berg");
    assert_eq!(of("Opened in 20 towns by Ann Lee"), "");
}

#[test]
fn who_signs_below_is_the_author_where_nothing_else_names_one() {
    let facts = read(
        "<meta property='article:author' content='https://www.facebook.com/dailyrain'>
         <h1>Rain in May</h1><div class=byline>Updated March 13, 2024</div>
         <p>It rains.</p><h3>Written by Ann Lee</h3>",
    );
    assert_eq!(names(&facts), ["Ann Lee"]);
}

#[test]
fn an_address_in_the_metadata_names_no_authors() {
    let facts = read(
        "<meta property='og:site_name' content='Daily Rain'>
         <meta name='author' content='Daily Rain, Springfield, Nevada'><h1>Rain in May</h1>",
    );
    assert!(facts.authors.is_empty());
}

#[test]
fn the_first_element_of_a_heading_is_no_part_of_a_title_that_is_given_without_it() {
    let facts = read(
        "<meta property='og:title' content='Rain falls in May'>
         <h1><span>Weather</span> <span>Rain falls in May</span></h1>",
    );
    assert_eq!(value(&facts.title), "Rain falls in May");
    assert_eq!(value(&facts.kicker), "Weather");
    let spaced = read(
        "<meta property='og:title' content='Rain: it falls in May'>
         <h1><span>Rain</span> : <span>it falls in May</span></h1>",
    );
    assert_eq!(value(&spaced.title), "Rain: it falls in May");
}

#[test]
fn a_label_is_no_headline() {
    let facts = read(
        "<title>Rain falls in May</title><meta property='og:title' content='Rain falls in May'>
         <h1>Select an option</h1><p>It will rain.</p>",
    );
    assert_eq!(value(&facts.title), "Rain falls in May");
}

#[test]
fn days_under_one_property_of_the_page_are_those_of_a_list() {
    let facts = read(
        "<h1>Rain in May</h1><p>27 March 2024</p><meta name='date' content='2024-03-27'>
         <meta itemprop='datePublished' content='2024-04-02'>
         <meta itemprop='datePublished' content='2024-04-03'>
         <meta itemprop='datePublished' content='2024-04-04'>",
    );
    assert_eq!(day(&facts).0, "2024-03-27");
}

#[test]
fn a_change_in_the_metadata_alone_is_no_publication() {
    let facts = read_at(
        None,
        "<h1>Rain in May</h1><meta property='article:modified_time' content='2024-04-02T10:00:00Z'>",
    );
    assert!(facts.published.is_empty());
    assert_eq!(value(&facts.modified).date(), Some("2024-04-02"));
}

#[test]
fn a_shown_change_comes_before_dates_away_from_the_headline() {
    let facts = read_at(
        None,
        &format!(
            "<h1>Rain in May</h1><p class='post-date'>Updated 2 April 2024</p>{}
             <p class='date'>4 May 2023</p>",
            "<p>text</p>".repeat(80)
        ),
    );
    assert_eq!(day(&facts).0, "2024-04-02");
    assert_eq!(value(&facts.modified).date(), Some("2024-04-02"));
}

#[test]
fn a_date_with_classes_for_publication_and_change_is_that_of_publication() {
    let facts = read_at(
        None,
        "<h1>Rain in May</h1><time class='entry-date published updated' datetime='2024-04-02'>2 April</time>",
    );
    assert_eq!(day(&facts).0, "2024-04-02");
    assert!(facts.modified.is_empty());
}

#[test]
fn a_label_in_a_column_beside_the_article_says_what_its_date_is() {
    let facts = read_at(
        None,
        "<main><h1>Rain in May</h1><p>Text of the article.</p></main>
         <aside><h4>Published</h4><div>8 July 2025</div><h4>Latest</h4><div>9 July 2025</div></aside>",
    );
    assert_eq!(day(&facts).0, "2025-07-08");
}

#[test]
fn the_only_day_that_lines_name_is_that_of_the_article() {
    let page = |more: &str| {
        let text = "<p>text</p>".repeat(90);
        read_at(None, &format!("<h1>Rain in May</h1>{text}<p>Bo Berg<p>8 July 2025{more}"))
    };
    assert_eq!(day(&page("")).0, "2025-07-08");
    assert!(page("<p>9 July 2025").published.is_empty());
}

#[test]
fn a_date_that_was_misread_is_not_believed_over_metadata() {
    let facts = read_at(
        None,
        "<meta property='article:published_time' content='2017-11-03T03:01:00Z'>
         <h1>Rain in May</h1><p>11.03.17</p>",
    );
    assert_eq!(day(&facts).0, "2017-11-03");
}

#[test]
fn custom_elements_with_a_moment_are_times() {
    let facts = read_at(
        None,
        "<h1>Rain in May</h1><relative-time datetime='2024-04-02T10:00:00Z'>today</relative-time>",
    );
    assert_eq!(day(&facts).0, "2024-04-02");
}

#[test]
fn a_headline_that_metadata_cut_is_taken_whole() {
    let whole = "Rain in May falls on every town between the mountains and the lakes of the north";
    let facts = read(&format!(
        "<script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"headline\": \"{}...\"}}</script>
         <h1>{whole}</h1>",
        &whole[..70]
    ));
    assert_eq!(value(&facts.title), whole);
}

#[test]
fn a_class_of_the_whole_layout_is_no_sidebar() {
    let facts = read_at(
        None,
        "<h1>Rain in May</h1><div class='layout-sidebar'><p class='date'>8 July 2025</p><p>a<p>b<p>c<p>d</div>",
    );
    assert_eq!(day(&facts).0, "2025-07-08");
}

/// A block of JSON-LD, the metas of a template that was not filled in, or both.
fn junk() -> impl Strategy<Value = String> {
    let names = prop::sample::select(vec![
        "author",
        "article:published_time",
        "article:modified_time",
        "date",
        "og:title",
        "parsely-author",
        "x:y",
    ]);
    let values = prop::sample::select(vec!["", " ", "undefined", "null", "{{ it }}", "[]", "\0"]);
    let attributes = prop::sample::select(vec!["content", "value", "contents"]);
    let meta = (names, attributes, values)
        .prop_map(|(name, attribute, value)| format!("<meta name='{name}' {attribute}='{value}'>"));
    let json = "[^<&]{0,60}|[\\]\\[{}\":,@a1 \\\\]{0,40}"
        .prop_map(|json| format!("<script type='application/ld+json'>{json}</script>"));
    let node = "[^<&\"\\\\\n\r]{0,30}".prop_map(|text| {
        format!(
            "<script type='application/ld+json'>{{\"@type\": [\"{text}\", 7], \"headline\": {{}}, \
             \"author\": [null, \"{text}\"], \"datePublished\": [[]],}}</script>"
        )
    });
    prop::collection::vec(prop_oneof![meta, json, node], 0..8).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn junk_beside_the_metadata_costs_nothing(before in junk(), after in junk()) {
        let facts = read(&format!(
            "<title>Rain in May | Daily Rain</title>{before}
             <script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"headline\": \"Rain in May\",
             \"author\": {{\"name\": \"Ann Lee\"}}, \"datePublished\": \"2024-04-01T12:16:00+05:00\"}}</script>
             {after}<h1>Rain in May</h1><p>text"
        ));
        prop_assert_eq!(value(&facts.title), "Rain in May");
        prop_assert_eq!(names(&facts), ["Ann Lee"]);
        let published = value(&facts.published).value.as_deref();
        prop_assert_eq!(published, Some("2024-04-01T12:16:00+05:00"));
    }
}

#[test]
fn the_name_of_the_site_is_no_headline() {
    let cases = [
        // In a heading of its own, which the title repeats.
        "<title>Rain in May falls on all | Springfield Weather</title>
         <h1><a href='/'>Springfield Weather</a></h1><h1 class=headline>Rain in May falls on all</h1>",
        "<title>Rain in May falls on all | Springfield Weather</title>
         <h1 id=branding>Springfield Weather</h1><h2 class=title>Rain in May falls on all</h2>",
        "<title>Rain in May falls on all - Springfield Weather</title>
         <meta property=og:site_name content='Springfield Weather'>
         <h1>Springfield Weather</h1><p>text</p>",
        // The site is named after the article.
        "<title>Rain in May falls on all | Rains</title>
         <meta property=og:site_name content='Rain in May falls on all | Rains'>
         <h1>Rain in May falls on all</h1>",
    ];
    for html in cases {
        let facts = read_at(Some("https://rains.example/a"), html);
        assert_eq!(value(&facts.title), "Rain in May falls on all", "{html}");
    }
    // Where nothing else is a title, it stays.
    let facts = read("<title>The Daily Rain</title><h1>Daily Rain</h1>");
    assert_eq!(value(&facts.title), "Daily Rain");
}

#[test]
fn a_short_headline_behind_the_name_of_the_site_is_found() {
    let html = "<title>rains.example Wet Days</title>
        <h1><a href='https://rains.example/'>rains.example</a></h1>
        <h2 class=date>May 3, 2024</h2><h3 class=title>Wet Days</h3><p>text";
    let facts = read_at(Some("https://rains.example/a"), html);
    assert_eq!(value(&facts.title), "Wet Days");
}

#[test]
fn a_version_of_the_title_comes_before_a_lower_heading_that_is_its_start() {
    let html = "<title>What is the rain in May? Definition and types</title>
        <h1>What is the rain in the month of May?</h1><h2>What is the rain in May</h2>";
    assert_eq!(value(&read(html).title), "What is the rain in the month of May?");
}

#[test]
fn a_headline_in_the_breadcrumbs_gives_way_to_the_one_above_the_text() {
    let html = "<title>Weather: Rain will fall on all of us</title>
        <meta property=og:title content='Rain will fall on all of us'>
        <script type='application/ld+json'>{\"@type\": \"NewsArticle\",
          \"headline\": \"Weather: Rain will fall on all of us\"}</script>
        <nav><h1>Weather: Rain will fall on all of us</h1></nav>
        <h2 class=title><span>Weather</span><span>: </span><span>Rain will fall on all of us</span></h2>";
    let facts = read(html);
    assert_eq!(value(&facts.title), "Rain will fall on all of us");
    assert_eq!(value(&facts.kicker), "Weather");
}

#[test]
fn what_stands_in_the_heading_beside_the_headline_is_cut() {
    let html = "<meta property=og:title content='Rain will fall on all of us'>
        <h1><a href=/a><time>May 3</time> <em>Rain</em> will fall on all of us
        <i style='display: none'>Edit</i></a> <small>(rains.example) 12</small></h1>";
    assert_eq!(value(&read(html).title), "Rain will fall on all of us");
    // But no part of a word.
    let html = "<meta property=og:title content='Rainy day'><h1>Rainy day<b>s</b></h1>";
    assert_eq!(value(&read(html).title), "Rainy days");
}

#[test]
fn the_first_of_many_headings_of_the_first_level_is_no_headline() {
    let parts = "<h1>Of clouds</h1><p>a<h1>Of drops</h1><p>b<h1>Of wind</h1><p>c<h1>Next</h1>";
    let facts = read(&format!("<meta property=og:title content='Rain in May'>{parts}"));
    assert_eq!(value(&facts.title), "Rain in May");
}

#[test]
fn sections_behind_a_byline_are_no_authors() {
    let html = "<h1>Rain in May</h1><p>By <a href=/author/ann>Ann Lee</a>
        In <a href=/c/w rel='category tag'>Weather</a>, <a href=/c/t rel='category tag'>Travel Tips</a></p>";
    assert_eq!(names(&read(html)), ["Ann Lee"]);
}

#[test]
fn json_ld_in_the_content_of_a_meta_is_read() {
    let facts = read(
        r#"<meta name="script:ld+json" content="{&quot;@type&quot;: &quot;Article&quot;,
           &quot;datePublished&quot;: &quot;2024-04-02T09:00:00-05:00&quot;}"><p>text"#,
    );
    assert_eq!(day(&facts), ("2024-04-02", "datepublished"));
}

#[test]
fn a_label_and_its_date_may_stand_in_an_item_beside_the_article() {
    let facts = read_at(
        None,
        "<h1>Rain in May</h1><p>a<p>b<p>c<p>d<p>e<p>f<p>g<p>h<p>i<p>j<div class=sidebar><ul>
         <li><p>Recorded</p><p>15 April 2019</p><li><p>Published</p><p>23 May 2019</p>
         <li><p>Duration</p><p>12:30</p></ul></div>",
    );
    assert_eq!(day(&facts), ("2019-05-23", "labelled date"));
}

#[test]
fn a_labelled_date_comes_before_the_times_of_teasers() {
    let teaser = "<div><time datetime='2019-01-17T12:00:00Z'>17 Jan 2019</time></div>";
    let facts = read_at(
        None,
        &format!(
            "<h1>Rain in May</h1>{}<div>Published</div><div>15 November 2018</div>{teaser}",
            "<p>text</p>".repeat(200)
        ),
    );
    assert_eq!(day(&facts), ("2018-11-15", "labelled date"));
}

#[test]
fn parts_whose_names_only_sound_like_others_are_the_article_s() {
    let dated = |class: &str| {
        let html = format!("<h1>Rain in May</h1><div class='{class}'><p>3 May 2024</p></div>");
        read_at(None, &html).published.len()
    };
    assert_eq!(dated("nav meta"), 1);
    assert_eq!(dated("layout layout--sidebar-end"), 1);
    assert_eq!(dated("has-sidebar"), 1);
    assert_eq!(dated("nav header"), 0);
    assert_eq!(dated("sidebar"), 0);
}

#[test]
fn of_several_changes_that_are_shown_the_stated_one_stands_for_the_publication() {
    let facts = read_at(
        None,
        r#"<script type="application/ld+json">{"@type": "Article", "dateModified": "2024-12-11"}</script>
           <h1>Rain in May</h1><div>Updated on December 11, 2024</div><p>text</p>
           <div><p class=date>Updated October 17, 2024</p></div>"#,
    );
    assert_eq!(day(&facts).0, "2024-12-11");
}

#[test]
fn any_other_date_of_the_page_may_show_the_order_of_day_and_month() {
    let facts = read_at(
        None,
        "<html lang=en><h1>Rain in May</h1><time datetime='02-12-2024'>02-12-2024</time><p>text</p>
         <aside><time datetime='2024-12-02'>December 02, 2024</time></aside>",
    );
    assert_eq!(day(&facts).0, "2024-12-02");
}

#[test]
fn a_local_midnight_in_utc_is_the_day_that_is_shown() {
    let of = |time: &str| {
        let html = format!(
            "<meta property='article:published_time' content='2024-03-31T{time}Z'>
             <h1>Rain in May</h1><p>1 April 2024</p>"
        );
        day(&read_at(None, &html)).0.to_owned()
    };
    assert_eq!(of("22:00"), "2024-04-01");
    assert_eq!(of("22:10"), "2024-03-31");
}

#[test]
fn a_line_of_a_name_and_a_date_names_the_author_where_nothing_else_does() {
    let of = |line: &str| {
        let facts = read(&format!("<h1>Rain in May</h1><p>{line}</p><p>It rains.</p>"));
        names(&facts).join(", ")
    };
    assert_eq!(of("11.12.2019 - Ann Lee"), "Ann Lee");
    assert_eq!(of("Ann Lee | December 11, 2019"), "Ann Lee");
    assert_eq!(of("Press Release | December 11, 2019"), "");
    assert_eq!(of("UNHCR Berlin, 11 December 2019"), "");
    assert_eq!(of("Ann Lee wrote it, 11 December 2019"), "");
    assert_eq!(of("By Bo Berg</p><p>11.12.2019 - Ann Lee"), "Bo Berg");
}

#[test]
fn a_line_of_a_name_and_what_its_bearer_does_is_a_byline() {
    let of = |line: &str| {
        let facts = read(&format!("<h1>Rain in May</h1><p>{line}</p><p>It rains.</p>"));
        names(&facts).join(", ")
    };
    assert_eq!(of("Ann Lee, Staff Writer"), "Ann Lee");
    assert_eq!(of("Иван Иванов, корреспондент"), "Иван Иванов");
    assert_eq!(of("홍길동 기자 hong@rain.example"), "홍길동");
    assert_eq!(of("山田太郎記者"), "山田太郎");
    assert_eq!(of("بقلم محمد علي"), "محمد علي");
    assert_eq!(of("Ann Lee, mayor of Springfield"), "");
    assert_eq!(of("Rain, said our correspondent, will fall"), "");
}
