use super::*;
use proptest::prelude::*;

fn context() -> DateContext<'static> {
    DateContext::default()
}

fn value(text: &str) -> Option<String> {
    parse(text, &context()).and_then(|t| t.value)
}

#[test]
fn machine_formats() {
    let cases = [
        ("2024-04-01", "2024-04-01"),
        ("2024-04-01T12:16:00+05:00", "2024-04-01T12:16:00+05:00"),
        ("2024-04-01T12:16:00+0500", "2024-04-01T12:16:00+05:00"),
        ("2024-04-01 12:16:00 +0500", "2024-04-01T12:16:00+05:00"),
        ("2024-04-01T12:16:00.123Z", "2024-04-01T12:16:00+00:00"),
        ("2024-04-01T12:16:00.123456-04:00", "2024-04-01T12:16:00-04:00"),
        ("2024-04-01T12:16+05", "2024-04-01T12:16:00+05:00"),
        ("2024-04-01T12:16-05:00", "2024-04-01T12:16:00-05:00"),
        ("2024-04-01 12:16:07", "2024-04-01T12:16:07"),
        ("2024-04-01T12:16", "2024-04-01T12:16:00"),
        ("20240401", "2024-04-01"),
        ("20240401T121600Z", "2024-04-01T12:16:00+00:00"),
        ("20240401T1216", "2024-04-01T12:16:00"),
        ("Mon, 01 Apr 2024 12:16:00 +0500", "2024-04-01T12:16:00+05:00"),
        ("Mon, 01 Apr 2024 12:16:00 GMT", "2024-04-01T12:16:00+00:00"),
        ("Mon Apr 01 2024 12:16:00 GMT+0500 (East Kazakhstan Time)", "2024-04-01T12:16:00+05:00"),
        ("Mon Apr  1 12:16:00 UTC 2024", "2024-04-01T12:16:00+00:00"),
        ("Mon Apr 01 12:16:00 +0000 2024", "2024-04-01T12:16:00+00:00"),
        ("1711955760", "2024-04-01T07:16:00+00:00"),
        ("1711955760000", "2024-04-01T07:16:00+00:00"),
        ("2024/04/01 12:16", "2024-04-01T12:16:00"),
        ("2024.03.31 09:09", "2024-03-31T09:09:00"),
        ("01-Apr-2024", "2024-04-01"),
        ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37+00:00"),
        ("2024-04-01T12:16:00Z[UTC]", "2024-04-01T12:16:00+00:00"),
    ];
    for (text, expected) in cases {
        assert_eq!(value(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn visible_texts() {
    let cases = [
        ("1 апреля 2024, 12:16", "2024-04-01T12:16:00"),
        ("12:16, 1 сәуір 2024", "2024-04-01T12:16:00"),
        ("2024 жылғы 1 сәуір", "2024-04-01"),
        ("1 сәуір 2024 ж. 12:16", "2024-04-01T12:16:00"),
        ("April 1, 2024 at 12:16 p.m.", "2024-04-01T12:16:00"),
        ("April 1, 2024 12:16 AM", "2024-04-01T00:16:00"),
        ("Apr. 1st, 2024 5 pm", "2024-04-01T17:00:00"),
        ("Published: Monday 1 April 2024 5:30pm", "2024-04-01T17:30:00"),
        ("令和6年4月1日", "2024-04-01"),
        ("令和元年5月1日 9時05分", "2019-05-01T09:05:00"),
        // No era has lasted so long: the year is one of the common era.
        ("令和2024年4月1日", "2024-04-01"),
        ("2024年4月1日 12時16分", "2024-04-01T12:16:00"),
        ("2024年4月1日(月) 午後3時16分", "2024-04-01T15:16:00"),
        ("2024年04月01日 12:16", "2024-04-01T12:16:00"),
        ("2024年4月1日 星期一 下午3:16", "2024-04-01T15:16:00"),
        ("民國113年4月1日", "2024-04-01"),
        ("2024년 4월 1일 오후 3시 16분", "2024-04-01T15:16:00"),
        ("2024. 4. 1. 오후 3:16", "2024-04-01T15:16:00"),
        ("2024.04.01. 12:16", "2024-04-01T12:16:00"),
        ("١ أبريل ٢٠٢٤", "2024-04-01"),
        ("الاثنين 1 أبريل/نيسان 2024", "2024-04-01"),
        ("1 كانون الثاني 2024", "2024-01-01"),
        ("01.04.2024", "2024-04-01"),
        ("01.04.24 12:16", "2024-04-01T12:16:00"),
        ("25/12/2024", "2024-12-25"),
        ("12/25/2024", "2024-12-25"),
        ("1. April 2024, 12:16 Uhr", "2024-04-01T12:16:00"),
        ("Montag, 1. März 2024 um 9.05 Uhr", "2024-03-01T09:05:00"),
        ("1er avril 2024 à 12h16", "2024-04-01T12:16:00"),
        ("le 15 août 2024", "2024-08-15"),
        ("1 de abril de 2024 a las 12:16", "2024-04-01T12:16:00"),
        ("1º de março de 2024 às 12h16", "2024-03-01T12:16:00"),
        ("1 aprile 2024 ore 12:16", "2024-04-01T12:16:00"),
        ("1 april 2024 om 12:16", "2024-04-01T12:16:00"),
        ("1 kwietnia 2024, godz. 12:16", "2024-04-01T12:16:00"),
        ("1. dubna 2024 v 12:16", "2024-04-01T12:16:00"),
        ("1 квітня 2024 року, 12:16", "2024-04-01T12:16:00"),
        ("1 Nisan 2024 Pazartesi 12:16", "2024-04-01T12:16:00"),
        ("1 Ağustos 2024", "2024-08-01"),
        ("1 april 2024 kl. 12.16", "2024-04-01T12:16:00"),
        ("1.4.2024 klo 12.16", "2024-04-01T12:16:00"),
        ("1. huhtikuuta 2024", "2024-04-01"),
        ("1 aprilie 2024, ora 12:16", "2024-04-01T12:16:00"),
        ("2024. április 1. 12:16", "2024-04-01T12:16:00"),
        ("1 Απριλίου 2024, 12:16 μ.μ.", "2024-04-01T12:16:00"),
        ("Senin, 1 Agustus 2024 12:16 WIB", "2024-08-01T12:16:00+07:00"),
        ("2024 m. balandžio 1 d. 12:16", "2024-04-01T12:16:00"),
        ("ngày 1 tháng 4 năm 2024", "2024-04-01"),
        ("1 באפריל 2024", "2024-04-01"),
        ("1 เมษายน 2567", "2024-04-01"),
        ("1 अप्रैल 2024", "2024-04-01"),
        ("1 апреля 2024 г. в 12:16 (МСК)", "2024-04-01T12:16:00+03:00"),
        ("April 1, 2024 12:16 PM EDT", "2024-04-01T12:16:00-04:00"),
        ("April 1, 2024 12:16 PM ET", "2024-04-01T12:16:00-04:00"),
        ("January 1, 2024 12:16 PM ET", "2024-01-01T12:16:00-05:00"),
        ("1. April 2024 12:16 MESZ", "2024-04-01T12:16:00+02:00"),
        ("1 April 2024 12:16 UTC+5", "2024-04-01T12:16:00+05:00"),
        ("29 февраля 2024", "2024-02-29"),
        ("12:16 01.04.2024", "2024-04-01T12:16:00"),
        ("1 Apr '24", "2024-04-01"),
        ("04 FEB 26", "2026-02-04"),
    ];
    for (text, expected) in cases {
        assert_eq!(value(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn impossible_and_other_texts_are_none() {
    for text in [
        "",
        "Алматы",
        "30 февраля 2024",
        "2024-13-01",
        "2024-02-30",
        "32.01.2024",
        "April 2024",
        "2024",
        "0000000000",
        "9999999999999",
        "1234567",
        "25:61",
        "may the force",
        "+7 727 250 12 34",
        "In May 2024 the government of the country said that it would not",
        "10 самых красивых",
        "http://example.com/",
    ] {
        assert_eq!(parse(text, &context()), None, "{text}");
    }
}

#[test]
fn the_order_of_day_and_month_comes_from_the_context() {
    let with = |order, language| {
        let context = DateContext { language, order, ..DateContext::default() };
        parse("1/4/2024", &context).and_then(|t| t.value)
    };
    assert_eq!(with(DateOrder::DayFirst, None).as_deref(), Some("2024-04-01"));
    assert_eq!(with(DateOrder::MonthFirst, Some("fr")).as_deref(), Some("2024-01-04"));
    assert_eq!(with(DateOrder::Unknown, Some("fr-FR")).as_deref(), Some("2024-04-01"));
    assert_eq!(with(DateOrder::Unknown, Some("en-US")).as_deref(), Some("2024-01-04"));
    assert_eq!(with(DateOrder::Unknown, Some("en-GB")).as_deref(), Some("2024-04-01"));
    assert_eq!(with(DateOrder::Unknown, Some("en")), None);
    assert_eq!(with(DateOrder::Unknown, None), None);
    assert_eq!(value("4/4/2024").as_deref(), Some("2024-04-04"));
}

#[test]
fn relative_texts_need_a_reference() {
    let reference = Some(jiff::civil::datetime(2024, 4, 2, 10, 30, 0, 0));
    let with = DateContext { reference, ..DateContext::default() };
    let cases = [
        ("вчера, 18:40", "2024-04-01T18:40:00"),
        ("Сегодня в 09:05", "2024-04-02T09:05:00"),
        ("сегодня", "2024-04-02"),
        ("today", "2024-04-02"),
        ("Yesterday at 6:40 pm", "2024-04-01T18:40:00"),
        ("2 hours ago", "2024-04-02T08:30:00"),
        ("an hour ago", "2024-04-02T09:30:00"),
        ("vor 2 Stunden", "2024-04-02T08:30:00"),
        ("il y a 3 jours", "2024-03-30"),
        ("hace 20 minutos", "2024-04-02T10:10:00"),
        ("2 часа назад", "2024-04-02T08:30:00"),
        ("2小时前", "2024-04-02T08:30:00"),
        ("2時間前", "2024-04-02T08:30:00"),
        ("2시간 전", "2024-04-02T08:30:00"),
        ("Prieš 6 val.", "2024-04-02T04:30:00"),
        ("3 сағат бұрын", "2024-04-02T07:30:00"),
        ("15 августа", "2023-08-15"),
        ("1 апреля, 12:16", "2024-04-01T12:16:00"),
    ];
    for (text, expected) in cases {
        let found = parse(text, &with).and_then(|t| t.value);
        assert_eq!(found.as_deref(), Some(expected), "{text}");
        let without = parse(text, &context()).unwrap();
        assert_eq!((without.value, without.raw.as_str()), (None, text));
    }
}

#[test]
fn a_bare_time_has_no_value() {
    let time = parse("19:01", &context()).unwrap();
    assert_eq!((time.value, time.precision), (None, Precision::Minute));
    assert_eq!(parse("19.01", &context()), None);
}

#[test]
fn offsets_are_given_assumed_or_unknown() {
    let zone = TimeZone::get("Asia/Almaty").unwrap();
    let with = DateContext { zone: Some(&zone), ..DateContext::default() };
    let assumed = parse("1 апреля 2023, 12:16", &with).unwrap();
    assert_eq!(assumed.value.as_deref(), Some("2023-04-01T12:16:00+06:00"));
    assert_eq!(assumed.offset, Offset::Assumed("Asia/Almaty".into()));
    let later = parse("1 апреля 2024, 12:16", &with).unwrap();
    assert_eq!(later.value.as_deref(), Some("2024-04-01T12:16:00+05:00"));
    let given = parse("2024-04-01T12:16:00+03:00", &with).unwrap();
    assert_eq!((given.offset, given.precision), (Offset::Given, Precision::Second));
    let unknown = parse("1 апреля 2024, 12:16", &context()).unwrap();
    assert_eq!((unknown.offset, unknown.precision), (Offset::Unknown, Precision::Minute));
    let day = parse("1 апреля 2024", &with).unwrap();
    assert_eq!((day.offset, day.precision), (Offset::Unknown, Precision::Day));
}

#[test]
fn dates_are_found_in_longer_texts() {
    let text = "The minister said on Monday, in a letter of 3 March 2023 to the parliament, that it was so";
    let found = find(text, &context()).unwrap();
    assert_eq!((found.raw.as_str(), found.value.as_deref()), ("3 March 2023", Some("2023-03-03")));
    assert_eq!(find("no date here, but 12 apples and 2024 oranges", &context()), None);
}

#[test]
fn addresses_have_dates() {
    let cases = [
        ("https://x.kz/2024/04/01/title", Some("2024-04-01")),
        ("https://x.kz/2024/4/1/title", Some("2024-04-01")),
        ("https://x.kz/news/20240401/title.html", Some("2024-04-01")),
        ("https://x.kz/2024-04-01-title", Some("2024-04-01")),
        ("https://x.kz/2024/apr/01/title", Some("2024-04-01")),
        ("https://x.kz/title-2024-04-01.html", Some("2024-04-01")),
        ("https://x.kz/2024/13/01/title", None),
        ("https://x.kz/news/12345678", None),
        ("https://x.kz/a?d=2024-04-01", None),
        ("", None),
    ];
    for (url, expected) in cases {
        assert_eq!(from_url(url).and_then(|t| t.value).as_deref(), expected, "{url}");
    }
}

proptest! {
    #[test]
    fn days_round_trip(year in 1990i16..2100, month in 1i8..=12, day in 1i8..=28) {
        let names = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа",
            "сентября", "октября", "ноября", "декабря"];
        let name = names[usize::try_from(month - 1).unwrap()];
        let expected = format!("{year:04}-{month:02}-{day:02}");
        for text in [
            expected.clone(),
            format!("{day} {name} {year}"),
            format!("{day:02}.{month:02}.{year}"),
            format!("{year}年{month}月{day}日"),
            format!("{year}년 {month}월 {day}일"),
        ] {
            prop_assert_eq!(value(&text), Some(expected.clone()), "{}", text);
        }
    }

    #[test]
    fn moments_round_trip(seconds in 700_000_000i64..4_000_000_000, minutes in -720i32..=840) {
        let offset = tz::Offset::from_seconds(minutes * 60).unwrap();
        let moment = offset.to_datetime(jiff::Timestamp::from_second(seconds).unwrap());
        let text = format!("{}{}", second_form(moment), offset_form(offset));
        prop_assert_eq!(value(&text), Some(text.clone()));
    }

    #[test]
    fn nothing_panics(text in "\\PC*", date in "[0-9T:.,/ +Zapmянвr年月日-]{0,30}") {
        let reference = Some(DateTime::MIN);
        let with = DateContext { reference, ..DateContext::default() };
        for text in [&text, &date] {
            let _ = (parse(text, &with), find(text, &with), from_url(text));
        }
    }
}

/// Dates as pages of many languages write them: a group of languages, the language, the text and
/// what it says, set apart by tabs.
#[test]
fn what_may_be_no_date_in_a_calendar_is_none() {
    let of = |text, language| parse(text, &DateContext { language: Some(language), ..context() });
    // A month of 30 days.
    assert_eq!(of("31 مهر 1400", "fa").and_then(|moment| moment.value), None);
    // The version of something.
    assert_eq!(of("1.4.24", "en").and_then(|moment| moment.value), None);
    assert_eq!(of("Version 1.4.24 ist da", "de").and_then(|moment| moment.value), None);
}

const FORMS: &str = include_str!("../testdata/dates.tsv");

/// The fewest forms of a group of languages.
const FORMS_A_GROUP: usize = 40;

#[test]
fn forms_of_many_languages() {
    let mut groups = std::collections::BTreeMap::new();
    let mut wrong = Vec::new();
    for line in FORMS.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [group, language, text, expected] = cells[..] else { panic!("four cells: {line}") };
        *groups.entry(group).or_insert(0) += 1;
        let with = DateContext { language: Some(language), ..context() };
        let found = parse(text, &with).and_then(|moment| moment.value);
        if found.as_deref() != Some(expected) {
            wrong.push(format!("{language}: {text:?} gives {found:?}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(groups.values().all(|forms| *forms >= FORMS_A_GROUP), "{groups:?}");
}
