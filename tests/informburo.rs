//! What must hold for an ordinary news item of informburo.kz: with its profile and without, as
//! UTF-8 and as windows-1251, in the site's markup and in a page made of tables.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "support/output.rs"]
mod output;

use newsprint::model::{
    Article, Block, CounterKind, CurrencyQuote, EncodingSource, ListKind, Offset, SidebarItem,
};
use newsprint::{Document, NewsPage, Parser, Profiles, Source};
use output::Output;

const URL: &str = include_str!("../fixtures/informburo/news-item/page.url");
const PAGE: &[u8] = include_bytes!("../fixtures/informburo/news-item/page.html");
const WINDOWS_1251: &[u8] =
    include_bytes!("../fixtures/informburo/news-item-windows-1251/page.html");
const TABLES: &[u8] = include_bytes!("../fixtures/informburo/news-item-tables/page.html");

const TITLE: &str = "Кожабергенов: карта школьных автобусов не будет следить за детьми";

const PARAGRAPHS: [&str; 11] = [
    "Министр цифровых услуг Арсен Кожабергенов заверил журналистов, что единую карту \
     школьных автобусов, которую разработала казахстанская компания ТОО \"Лаборатория \
     \"Бағдар\", не будут использовать для сбора данных о детях.",
    "\"Речь идёт только о координатах самого автобуса. Ни имён, ни фотографий, ни номеров \
     телефонов школьников в системе нет и не будет\", – сказал Арсен Кожабергенов в \
     кулуарах заседания правительства.",
    "Он опроверг сообщения о том, что доступ к карте получат страховые компании и \
     операторы связи.",
    "\"Никаких договоров со страховщиками мы не подписывали. И подписывать не \
     собираемся\", – сказал Арсен Кожабергенов.",
    "20 декабря в министерстве сообщили, что такой сервис просили сами родители. Особенно \
     настойчиво – в Костанайской и Акмолинской областях, где прошлой зимой три автобуса с \
     детьми попали в буран.",
    "В тестовом режиме карту запустили в 14 районах. По данным министерства, за два \
     месяца ею воспользовались 11,4 тысячи человек, а среднее время ожидания на остановке \
     сократилось с 17 до 6 минут.",
    "Журналисты поинтересовались у министра, сколько стоит проект и кто за него платит.",
    "\"Бюджет потратил 86 млн тенге, это меньше цены двух новых автобусов. Остальное \
     вложила компания\", – ответил Арсен Кожабергенов.",
    "Напомнил он и о других работах года: о переводе справок для сельских школ в \
     электронный вид, о резервных каналах связи в четырёх областях и об открытии учебного \
     центра для диспетчеров в Кокшетау.",
    "Журналисты также спросили, сможет ли водитель отключить передачу координат после \
     смены.",
    "\"Сможет, и это прописано в правилах. Закончил рейс, нажал кнопку – автобус с карты \
     исчез. Поэтому, я думаю, вопросов ни у кого не останется\", – сказал Арсен \
     Кожабергенов.",
];

/// Rank, emoji, title, and the three counters that the page does not name.
const MOST_READ: [(u32, &str, &str, [u64; 3]); 10] = [
    (1, "✈️", "В аэропорту Алматы начали реконструкцию главного входа", [3351, 1, 14]),
    (
        2,
        "🚕",
        "Учишь казахский - ездишь бесплатно: в Темиртау появилось необычное такси",
        [2683, 0, 49],
    ),
    (
        3,
        "🏞",
        "Где отдохнуть зимой в Казахстане: восемь лучших мест Алматинской области по версии Минтуризма",
        [2454, 0, 5],
    ),
    (
        4,
        "🚗",
        "В Абайской области больше 30 машин незаконно прорвались через блокпосты, выставленные из-за непогоды.",
        [2523, 5, 20],
    ),
    (5, "🚓", "В Алматы задержали восьмиклассника за угрозы школам в соцсетях", [2433, 2, 28]),
    (
        6,
        "😷",
        "Гонконгский грипп в Казахстане: чем опасен вирус и что рекомендуют медики",
        [2659, 0, 9],
    ),
    (7, "🎬🎥", "Новую часть «Доспехов Бога» с Джеки Чаном снимут в Мангистау", [2400, 1, 57]),
    (
        8,
        "💣",
        "В Астане взорвался газовый баллон в тандырной: пострадали 4 человека",
        [2573, 3, 26],
    ),
    (9, "🤔", "Не успели морозы вступить в силу, как тут же сдали позиции.", [2447, 1, 6]),
    (
        10,
        "🎵",
        "Щелкунчик, квартирники и AZAGHAL. Что можно посмотреть в Алматы и Астане с 11 по 31 декабря",
        [2616, 0, 8],
    ),
];

const QUOTES: [(&str, &str, &str); 3] =
    [("USD", "521.1", "523.7"), ("EUR", "611.5", "616.5"), ("RUB", "6.45", "6.57")];

fn with_profile(bytes: &[u8]) -> NewsPage {
    read(&Parser::new(), bytes)
}

fn without_profile(bytes: &[u8]) -> NewsPage {
    read(&Parser::new().with_profiles(Profiles::none()), bytes)
}

fn read(parser: &Parser, bytes: &[u8]) -> NewsPage {
    let page = parser.parse(Source::bytes(bytes).with_url(URL.trim()));
    page.expect("the page is HTML")
}

fn variants() -> [(&'static str, NewsPage); 6] {
    [
        ("with its profile", with_profile(PAGE)),
        ("without a profile", without_profile(PAGE)),
        ("windows-1251 with its profile", with_profile(WINDOWS_1251)),
        ("windows-1251 without a profile", without_profile(WINDOWS_1251)),
        ("tables with its profile", with_profile(TABLES)),
        ("tables without a profile", without_profile(TABLES)),
    ]
}

fn article(page: &NewsPage) -> &Article {
    page.article().expect("the page is an article")
}

fn paragraphs(article: &Article) -> Vec<String> {
    let paragraphs = article.body.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.content.text()),
        _ => None,
    });
    paragraphs.collect()
}

#[test]
fn each_variant_has_title_and_language() {
    for (variant, page) in variants() {
        let article = article(&page);
        assert_eq!(article.title.as_deref(), Some(TITLE), "{variant}");
        assert_eq!(article.language.as_deref(), Some("ru"), "{variant}");
    }
}

#[test]
#[ignore = "author and date of the page of tables stand in one visible line, which is not read yet"]
fn each_variant_has_author_and_date() {
    for (variant, page) in variants() {
        let article = article(&page);
        let authors: Vec<_> = article.authors.iter().map(|author| author.name.as_str()).collect();
        assert_eq!(authors, ["Дина Касенова"], "{variant}");
        let published = article.published.as_ref().and_then(|time| time.value.as_deref());
        let local = published.and_then(|value| value.get(..16));
        assert_eq!(local, Some("2023-12-22T15:40"), "{variant}");
    }
}

#[test]
fn views_stand_where_the_profile_says() {
    for bytes in [PAGE, WINDOWS_1251] {
        assert_eq!(article(&with_profile(bytes)).views, Some(4128));
    }
}

#[test]
fn each_variant_has_the_eleven_paragraphs_in_order() {
    for (variant, page) in variants() {
        let mut found = paragraphs(article(&page));
        found.retain(|text| PARAGRAPHS.contains(&text.as_str()));
        assert_eq!(found, PARAGRAPHS, "{variant}");
    }
}

#[test]
fn body_by_the_profile_is_the_eleven_paragraphs_alone() {
    for bytes in [PAGE, WINDOWS_1251] {
        let page = with_profile(bytes);
        assert_eq!(article(&page).to_text(), PARAGRAPHS.join("\n\n"));
    }
}

#[test]
#[ignore = "the generic body keeps boxes that stand between the paragraphs"]
fn body_of_each_variant_is_the_eleven_paragraphs_alone() {
    for (variant, page) in variants() {
        assert_eq!(article(&page).to_text(), PARAGRAPHS.join("\n\n"), "{variant}");
    }
}

#[test]
fn each_variant_has_the_ten_items_with_rank_emoji_and_counters() {
    for (variant, page) in variants() {
        let mut lists = page.sidebar().iter().filter(|list| list.kind == ListKind::MostRead);
        let list = lists.next().expect("the page has a list of what is read most");
        assert_eq!(lists.next(), None, "{variant}");
        assert_eq!(list.heading.as_deref(), Some("Популярное"), "{variant}");
        let items: Vec<_> = list.items.iter().map(item).collect();
        let expected = MOST_READ.map(|(rank, emoji, title, counters)| {
            (Some(rank), Some(emoji), title, counters.to_vec())
        });
        assert_eq!(items, expected, "{variant}");
    }
}

fn item(item: &SidebarItem) -> (Option<u32>, Option<&str>, &str, Vec<u64>) {
    let counters = item.counters.iter().map(|counter| counter.value).collect();
    (item.rank, item.emoji.as_deref(), &item.title, counters)
}

#[test]
fn each_variant_has_the_three_quotes() {
    for (variant, page) in variants() {
        let quotes: Vec<_> = page.currency().iter().map(quote).collect();
        let expected =
            QUOTES.map(|(code, buy, sell)| (code, Some(buy.to_owned()), Some(sell.to_owned())));
        assert_eq!(quotes, expected, "{variant}");
        let mut quotes = page.currency().iter();
        assert!(quotes.all(|quote| quote.unit == 1 && quote.rate.is_none()), "{variant}");
    }
}

fn quote(quote: &CurrencyQuote) -> (&str, Option<String>, Option<String>) {
    let [buy, sell] = [quote.buy, quote.sell].map(|price| price.map(|price| price.to_string()));
    (&quote.code, buy, sell)
}

/// The page does not say what the numbers count; the profile knows it of the first.
#[test]
fn only_the_profile_knows_what_the_first_counter_counts() {
    let [ruled, generic] = [with_profile(PAGE), without_profile(PAGE)].map(|page| {
        let lists = page.sidebar().iter().filter(|list| list.kind == ListKind::MostRead);
        let items: Vec<_> = lists.flat_map(|list| list.items.clone()).collect();
        items
    });
    for item in &ruled {
        let kinds: Vec<_> = item.counters.iter().map(|counter| counter.kind).collect();
        assert_eq!(kinds, [CounterKind::Views, CounterKind::Unknown, CounterKind::Unknown]);
        assert_eq!(item.views, item.counters.first().map(|counter| counter.value));
    }
    let mut counters = generic.iter().flat_map(|item| &item.counters);
    assert!(counters.all(|counter| counter.kind == CounterKind::Unknown));
    assert!(generic.iter().all(|item| item.views.is_none()));
}

/// What the site's own markup says and the page of tables does not.
#[test]
fn site_markup_states_the_rest() {
    let all = variants();
    for (variant, page) in all.iter().filter(|(variant, _)| !variant.starts_with("tables")) {
        let article = article(page);
        let author = article.authors.first().and_then(|author| author.url.as_deref());
        assert_eq!(author, Some("https://informburo.kz/avtor/dina-kasenova"), "{variant}");
        assert_eq!(article.section.as_deref(), Some("Новости"), "{variant}");
        assert_eq!(article.canonical_url.as_deref(), Some(URL.trim()), "{variant}");
        assert_eq!(article.comments, Some(2), "{variant}");
        let times = [&article.published, &article.modified].map(|time| {
            let time = time.as_ref().expect("the page says when");
            (time.value.as_deref(), &time.offset)
        });
        let expected = ["2023-12-22T15:40:00+06:00", "2023-12-22T16:05:00+06:00"];
        assert_eq!(times, expected.map(|time| (Some(time), &Offset::Given)), "{variant}");
    }
}

#[test]
#[ignore = "the date of the page of tables is not read yet"]
fn offset_is_not_guessed() {
    let page = without_profile(TABLES);
    let published = article(&page).published.as_ref().expect("the page says when");
    assert_eq!(published.offset, Offset::Unknown);
    assert!(published.value.as_deref().is_some_and(|value| !value.contains('+')));
}

#[test]
fn report_names_profile_and_encoding() {
    let expected = [
        (Some("informburo"), "UTF-8"),
        (None, "UTF-8"),
        (Some("informburo"), "windows-1251"),
        (None, "windows-1251"),
    ];
    for ((variant, page), (profile, encoding)) in variants().iter().zip(expected) {
        let report = page.report();
        assert_eq!(report.profile.as_deref(), profile, "{variant}");
        assert_eq!(report.encoding.as_deref(), Some(encoding), "{variant}");
        assert_eq!(report.encoding_source, Some(EncodingSource::Meta), "{variant}");
    }
}

#[test]
fn encoding_changes_nothing() {
    for read in [with_profile, without_profile] {
        let [utf8, windows_1251] = [PAGE, WINDOWS_1251].map(read);
        assert_eq!(article(&utf8), article(&windows_1251));
        assert_eq!(utf8.sidebar(), windows_1251.sidebar());
        assert_eq!(utf8.currency(), windows_1251.currency());
    }
}

#[test]
fn tree_of_scraper_gives_the_same_as_text() {
    let html = str::from_utf8(PAGE).expect("the page is UTF-8");
    let tree = Document::from(&scraper::Html::parse_document(html));
    for parser in [Parser::new(), Parser::new().with_profiles(Profiles::none())] {
        let from_tree = parser.parse(Source::document(tree.clone()).with_url(URL.trim()));
        let from_text = parser.parse(Source::html(html).with_url(URL.trim()));
        let [from_tree, from_text] = [from_tree, from_text].map(|page| page.expect("it is HTML"));
        assert_eq!(Output::of(&from_tree), Output::of(&from_text));
    }
}
