//! What must hold for an ordinary news item of informburo.kz: with its profile and without, as
//! UTF-8 and as windows-1251, in the site's markup and in a page made of tables.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "support/whole.rs"]
mod whole;

use newsprint::model::{Article, Block, EncodingSource, ListKind, Offset, SidebarList};
use newsprint::{Document, NewsPage, Parser, Profiles, Source};

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

fn article(page: &NewsPage) -> &Article {
    page.article().expect("the page is an article")
}

fn check_article(article: &Article) {
    assert_eq!(article.title.as_deref(), Some(TITLE));
    let authors: Vec<_> = article.authors.iter().map(|author| author.name.as_str()).collect();
    assert_eq!(authors, ["Дина Касенова"]);
    let published = article.published.as_ref().and_then(|time| time.value.as_deref());
    assert_eq!(published.and_then(|value| value.get(..19)), Some("2023-12-22T15:40:00"));
    assert_eq!(paragraphs(article), PARAGRAPHS);
    assert_eq!(article.to_text(), PARAGRAPHS.join("\n\n"));
    assert_eq!(article.language.as_deref(), Some("ru"));
    assert_eq!(article.views, Some(4128));
}

/// The text of the body, which has nothing but paragraphs.
fn paragraphs(article: &Article) -> Vec<String> {
    let texts = article.body.iter().map(|block| match block {
        Block::Paragraph(paragraph) => paragraph.content.text(),
        other => format!("{other:?}"),
    });
    texts.collect()
}

fn check_lists(lists: &[SidebarList]) {
    let list = lists.iter().find(|list| list.kind == ListKind::MostRead);
    let list = list.expect("the page has a list of what is read most");
    assert_eq!(list.heading.as_deref(), Some("Популярное"));
    let items: Vec<_> = list
        .items
        .iter()
        .map(|item| {
            let counters: Vec<_> = item.counters.iter().map(|counter| counter.value).collect();
            (item.rank, item.emoji.as_deref(), item.title.as_str(), counters)
        })
        .collect();
    let expected: Vec<_> = MOST_READ
        .iter()
        .map(|(rank, emoji, title, counters)| {
            (Some(*rank), Some(*emoji), *title, counters.to_vec())
        })
        .collect();
    assert_eq!(items, expected);
}

fn check_quotes(page: &NewsPage) {
    let quotes: Vec<_> = page
        .currency()
        .iter()
        .map(|quote| {
            let [buy, sell] =
                [quote.buy, quote.sell].map(|price| price.map(|price| price.to_string()));
            (quote.code.clone(), buy, sell)
        })
        .collect();
    let expected = QUOTES
        .map(|(code, buy, sell)| (code.to_owned(), Some(buy.to_owned()), Some(sell.to_owned())));
    assert_eq!(quotes, expected);
    assert!(page.currency().iter().all(|quote| quote.unit == 1 && quote.rate.is_none()));
}

fn check(page: &NewsPage) {
    check_article(article(page));
    check_lists(page.sidebar());
    check_quotes(page);
}

/// What the site's own markup says and the page of tables does not.
fn check_metadata(page: &NewsPage) {
    let article = article(page);
    let author = article.authors.first().and_then(|author| author.url.as_deref());
    assert_eq!(author, Some("https://informburo.kz/avtor/dina-kasenova"));
    for (time, value) in [
        (&article.published, "2023-12-22T15:40:00+06:00"),
        (&article.modified, "2023-12-22T16:05:00+06:00"),
    ] {
        let time = time.as_ref().expect("the page says when");
        assert_eq!((time.value.as_deref(), &time.offset), (Some(value), &Offset::Given));
    }
    assert_eq!(article.section.as_deref(), Some("Новости"));
    assert_eq!(article.canonical_url.as_deref(), Some(URL.trim()));
    assert_eq!(article.comments, Some(2));
}

#[test]
fn page_with_its_profile() {
    let page = with_profile(PAGE);
    assert_eq!(page.report().profile.as_deref(), Some("informburo"));
    check(&page);
    check_metadata(&page);
}

#[test]
fn page_without_a_profile() {
    let page = without_profile(PAGE);
    assert_eq!(page.report().profile, None);
    check(&page);
    check_metadata(&page);
}

#[test]
fn page_in_windows_1251() {
    let page = with_profile(WINDOWS_1251);
    let report = page.report();
    assert_eq!(report.encoding.as_deref(), Some("windows-1251"));
    assert_eq!(report.encoding_source, Some(EncodingSource::Meta));
    check(&page);
    check_metadata(&page);
    check(&without_profile(WINDOWS_1251));
}

#[test]
fn page_of_tables() {
    check(&with_profile(TABLES));
}

#[test]
fn page_of_tables_without_a_profile() {
    let page = without_profile(TABLES);
    check(&page);
    let published = article(&page).published.as_ref().expect("the page says when");
    assert_eq!(published.offset, Offset::Unknown, "the page does not state its offset");
}

#[test]
fn encoding_and_profile_change_nothing_else() {
    let utf8 = with_profile(PAGE);
    let windows_1251 = with_profile(WINDOWS_1251);
    assert_eq!(article(&utf8), article(&windows_1251));
    assert_eq!(utf8.sidebar(), windows_1251.sidebar());
    assert_eq!(utf8.currency(), windows_1251.currency());
    for bytes in [PAGE, WINDOWS_1251, TABLES] {
        for page in [with_profile(bytes), without_profile(bytes)] {
            assert_eq!(article(&page).body, article(&utf8).body);
        }
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
        check(&from_tree);
        assert_eq!(whole::output(&from_tree), whole::output(&from_text));
    }
}
