//! The day: numeric forms, names of months, eras.

use jiff::civil::Date;

use super::lex::Token;
use super::{DateContext, DateOrder, date};
use crate::value::locale::dates::{is_day_filler, month, month_of_two, solar_month};

/// The years that a news page can speak of as dates.
const YEARS: std::ops::RangeInclusive<u64> = 1800..=2199;

/// Two-digit years up to this one are of this century.
const LAST_SHORT_YEAR: u64 = 69;

/// A day as written, which may lack its year or the order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    /// The year, if it is written.
    pub(super) year: Option<i16>,
    month: i8,
    /// The day of the month.
    nth: i8,
    /// Whether day and month could be the other way round.
    ambiguous: bool,
    /// The token after it.
    pub(super) end: usize,
}

impl Day {
    /// The date, if the text and the context say enough. A day without a year is the last such day
    /// up to the day after the reference.
    pub(super) fn resolve(&self, context: &DateContext<'_>) -> Option<Date> {
        if self.ambiguous {
            return None;
        }
        if let Some(year) = self.year {
            return date(year, self.month, self.nth);
        }
        let latest = context.reference?.date().tomorrow().ok()?;
        let years = [latest.year(), latest.year().checked_sub(1)?];
        years.iter().filter_map(|year| date(*year, self.month, self.nth)).find(|d| *d <= latest)
    }
}

/// The day that starts at token `at`; `None` if there is none or an impossible one.
pub(super) fn at(tokens: &[Token], at: usize, context: &DateContext<'_>) -> Option<Day> {
    let cursor = Cursor { tokens, at };
    let first = tokens.get(at)?;
    let found = if first.number().is_some() {
        year_first(cursor, context)
            .or_else(|| compact(first, at))
            .or_else(|| numeric(cursor, context))
            .or_else(|| day_month(cursor, context))
            .or_else(|| vietnamese(cursor))
            .or_else(|| solar(cursor))
            .or_else(|| year_then_words(cursor))
            .or_else(|| month_and_day_signs(cursor))
    } else {
        era(cursor).or_else(|| month_day(cursor))
    };
    found.filter(is_possible)
}

/// Whether the day is one of the calendar in some year.
fn is_possible(day: &Day) -> bool {
    date(day.year.unwrap_or(2000), day.month, day.nth).is_some()
}

/// A place among the tokens.
#[derive(Clone, Copy)]
struct Cursor<'a> {
    tokens: &'a [Token],
    at: usize,
}

impl<'a> Cursor<'a> {
    /// The token here, and the place after it.
    fn next(self) -> Option<(&'a Token, Self)> {
        Some((self.tokens.get(self.at)?, Self { at: self.at + 1, ..self }))
    }

    /// The number of one or two digits here.
    fn short(self) -> Option<(i8, Self)> {
        let (token, rest) = self.next()?;
        Some((token.short_number()?, rest))
    }

    /// The month named here, in one word or two. A second name of the same month may follow after
    /// a slash, as in Arabic (`أبريل/نيسان`).
    fn month(self) -> Option<(i8, Self)> {
        let (token, rest) = self.next()?;
        let word = token.word()?;
        let pair = rest
            .next()
            .and_then(|(second, after)| Some((month_of_two(word, second.word()?)?, after)));
        let (found, rest) = pair.or_else(|| Some((month(word)?, rest)))?;
        let twin = rest.mark('/').and_then(Cursor::next).and_then(|(second, after)| {
            second.word().and_then(month).filter(|m| *m == found).map(|_| after)
        });
        Some((found, twin.unwrap_or(rest)))
    }

    /// The place after the mark here.
    fn mark(self, mark: char) -> Option<Self> {
        let (token, rest) = self.next()?;
        token.is_mark(mark).then_some(rest)
    }

    /// The place after the word here, if it is one of these.
    fn one_of(self, words: &[&str]) -> Option<Self> {
        let (token, rest) = self.next()?;
        words.contains(&token.word()?).then_some(rest)
    }

    /// The place after up to four marks and words that stand between the parts of a date.
    fn skip(self) -> Self {
        let filler = |token: &Token| match token.mark() {
            Some(mark) => matches!(mark, '.' | ',' | '-' | '/' | '\'' | 'º' | 'ª' | '°' | '|'),
            None => token.word().is_some_and(is_day_filler),
        };
        let length = self.tokens.iter().skip(self.at).take(4).take_while(|t| filler(t)).count();
        Self { at: self.at + length, ..self }
    }
}

/// A year of four digits.
pub(super) fn full_year(token: &Token) -> Option<i16> {
    let (value, digits) = token.number()?;
    if digits != 4 {
        return None;
    }
    // The Buddhist calendar of Thailand is 543 years ahead; no other year is near.
    let value = if (2443..=2642).contains(&value) { value - 543 } else { value };
    YEARS.contains(&value).then(|| i16::try_from(value).ok())?
}

/// A year of two digits.
fn short_year(token: &Token) -> Option<i16> {
    let (value, digits) = token.number()?;
    let century = if value <= LAST_SHORT_YEAR { 2000 } else { 1900 };
    (digits == 2).then(|| i16::try_from(century + value).ok())?
}

/// `2024-04-01`, `2024. 4. 1.`, `2024年4月1日`.
fn year_first(cursor: Cursor<'_>, context: &DateContext<'_>) -> Option<Day> {
    let (token, rest) = cursor.next()?;
    let asian = matches!(context.primary_language(), "ko" | "ja" | "zh");
    let signed = rest.one_of(&["年", "년"]);
    let year = full_year(token).or_else(|| {
        short_year(token).filter(|_| signed.is_some() || asian && rest.mark('.').is_some())
    })?;
    if let Some(rest) = signed {
        return month_and_day_signs(rest).map(|day| Day { year: Some(year), ..day });
    }
    let (separator, rest) = rest.next()?;
    let separator = separator.mark().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let (month, rest) = rest.short()?;
    let (day, rest) = rest.mark(separator)?.short()?;
    Some(Day { year: Some(year), month, nth: day, ambiguous: false, end: rest.at })
}

/// `4月1日`, `4월 1일`.
fn month_and_day_signs(cursor: Cursor<'_>) -> Option<Day> {
    let (month, rest) = cursor.short()?;
    let (day, rest) = rest.one_of(&["月", "월"])?.short()?;
    let rest = rest.one_of(&["日", "일", "号", "號"])?;
    Some(Day { year: None, month, nth: day, ambiguous: false, end: rest.at })
}

/// `20240401`, alone or with the time against it.
fn compact(token: &Token, at: usize) -> Option<Day> {
    let (value, digits) = token.number()?;
    if digits != 8 {
        return None;
    }
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
    Some(Day {
        year: YEARS.contains(&year).then(|| i16::try_from(year).ok())?,
        month: i8::try_from(month).ok()?,
        nth: i8::try_from(day).ok()?,
        ambiguous: false,
        end: at + 1,
    })
    .filter(|day| day.year.is_some())
}

/// `01.04.2024`, `1/4/2024`, `01-04-24`. Points stand between day, month and year in this order
/// everywhere; other marks need the context where both orders are possible.
fn numeric(cursor: Cursor<'_>, context: &DateContext<'_>) -> Option<Day> {
    let (first, rest) = cursor.short()?;
    let (separator, rest) = rest.next()?;
    let separator = separator.mark().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let (second, rest) = rest.short()?;
    let (token, rest) = rest.mark(separator)?.next()?;
    let padded = cursor.tokens.get(cursor.at).and_then(Token::number).is_some_and(|n| n.1 == 2);
    // `1.4.24` may be the version of something, unless it is all the text.
    let whole = || cursor.at == 0 && rest.next().is_none();
    let german = || whole() && context.day_order() == DateOrder::DayFirst;
    let short = || short_year(token).filter(|_| padded || separator == '/' || german());
    let year = full_year(token).or_else(short)?;
    let order = match context.day_order() {
        _ if separator == '.' || first > 12 => DateOrder::DayFirst,
        _ if second > 12 || first == second => DateOrder::MonthFirst,
        order => order,
    };
    let (day, month) =
        if order == DateOrder::MonthFirst { (second, first) } else { (first, second) };
    let ambiguous = order == DateOrder::Unknown;
    Some(Day { year: Some(year), month, nth: day, ambiguous, end: rest.at })
}

/// The order of day and month in the first numeric date whose marks leave it open.
pub(super) fn numeric_order(tokens: &[Token]) -> Option<DateOrder> {
    (0..tokens.len()).find_map(|at| {
        let (first, rest) = Cursor { tokens, at }.short()?;
        let (separator, rest) = rest.next()?;
        let mark = separator.mark().filter(|mark| matches!(mark, '-' | '/'))?;
        let (second, rest) = rest.short()?;
        let (year, _) = rest.mark(mark)?.next()?;
        full_year(year)?;
        match (first > 12, second > 12) {
            (true, false) => Some(DateOrder::DayFirst),
            (false, true) => Some(DateOrder::MonthFirst),
            _ => None,
        }
    })
}

/// `1 апреля 2024`, `1. April 2024`, `1er avril 2024`, `01-Apr-24`, `15 августа`.
fn day_month(cursor: Cursor<'_>, _: &DateContext<'_>) -> Option<Day> {
    let (day, rest) = cursor.short()?;
    let (month, rest) = rest.skip().month()?;
    Some(with_year(month, day, rest))
}

/// `April 1, 2024`, `Apr 1st`.
fn month_day(cursor: Cursor<'_>) -> Option<Day> {
    let (month, rest) = cursor.month()?;
    let (day, rest) = rest.skip().short()?;
    let clock = rest.tokens.get(rest.at).is_some_and(|token| token.is_mark(':'));
    (!clock).then(|| with_year(month, day, rest))
}

/// The day and the year that may follow.
fn with_year(month: i8, day: i8, rest: Cursor<'_>) -> Day {
    let skipped = rest.skip();
    let year = skipped.next().and_then(|(token, after)| {
        let glued = !token.spaced && rest.at < skipped.at && after.mark(':').is_none();
        let last = after.next().is_none();
        let year = full_year(token).or_else(|| short_year(token).filter(|_| glued || last))?;
        Some((year, after.at))
    });
    match year {
        Some((year, end)) => Day { year: Some(year), month, nth: day, ambiguous: false, end },
        None => Day { year: None, month, nth: day, ambiguous: false, end: rest.at },
    }
}

/// `ngày 1 tháng 4 năm 2024`.
fn vietnamese(cursor: Cursor<'_>) -> Option<Day> {
    let (day, rest) = cursor.short()?;
    let (month, rest) = rest.skip().one_of(&["thang"])?.short()?;
    let rest = rest.skip();
    let rest = rest.one_of(&["nam"]).unwrap_or(rest);
    let (token, rest) = rest.next()?;
    Some(Day { year: Some(full_year(token)?), month, nth: day, ambiguous: false, end: rest.at })
}

/// `۱۳ فروردین ۱۴۰۳`, `1403/01/13`: the solar calendar of Iran and Afghanistan.
fn solar(cursor: Cursor<'_>) -> Option<Day> {
    let in_words = || {
        let (day, rest) = cursor.short()?;
        let (token, rest) = rest.skip().next()?;
        let month = solar_month(token.word()?)?;
        let (token, rest) = rest.skip().next()?;
        Some((solar_year(token)?, month, day, rest))
    };
    let in_numbers = || {
        let (token, rest) = cursor.next()?;
        let (month, rest) = rest.mark('/')?.short()?;
        let (day, rest) = rest.mark('/')?.short()?;
        Some((solar_year(token)?, month, day, rest))
    };
    let (year, month, day, rest) = in_words().or_else(in_numbers)?;
    let date = of_solar(year, month, day)?;
    let (year, month, nth) = (Some(date.year()), date.month(), date.day());
    Some(Day { year, month, nth, ambiguous: false, end: rest.at })
}

/// A year of the solar calendar: from 1961 to 2060.
fn solar_year(token: &Token) -> Option<i64> {
    let (value, digits) = token.number()?;
    let near = digits == 4 && (1340..1440).contains(&value);
    near.then(|| i64::try_from(value).ok())?
}

/// The date of a day in the solar calendar: years of 365 days, eight of 33 with one more.
fn of_solar(year: i64, month: i8, day: i8) -> Option<Date> {
    let (month, day) = (i64::from(month), i64::from(day));
    let long = (1..=6).contains(&month) && (1..=31).contains(&day);
    let short = (7..=12).contains(&month) && (1..=30).contains(&day);
    if !long && !short {
        return None;
    }
    let before = if long { (month - 1) * 31 } else { (month - 7) * 30 + 186 };
    let year = year + 1595;
    let leap = year / 33 * 8 + (year % 33 + 3) / 4;
    let days = 365 * year + leap + before + day - BEFORE_SOLAR;
    Date::constant(0, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// The days between the starts that the two calendars are counted from here.
const BEFORE_SOLAR: i64 = 355_668;

/// `2024 жылғы 1 сәуір`, `2024. április 1.`, `2024 m. balandžio 1 d.`
fn year_then_words(cursor: Cursor<'_>) -> Option<Day> {
    let (token, rest) = cursor.next()?;
    let year = Some(full_year(token)?);
    let rest = rest.skip();
    let day_first = || {
        let (day, rest) = rest.short()?;
        let (month, rest) = rest.skip().month()?;
        Some(Day { year, month, nth: day, ambiguous: false, end: rest.at })
    };
    let month_first = || {
        let (month, rest) = rest.month()?;
        let (day, rest) = rest.skip().short()?;
        Some(Day { year, month, nth: day, ambiguous: false, end: rest.at })
    };
    day_first().or_else(month_first)
}

/// The year before the first of each era of Japan and of the calendar of Taiwan.
const ERAS: &[(&str, i16)] = &[
    ("令和", 2018),
    ("平成", 1988),
    ("昭和", 1925),
    ("大正", 1911),
    ("民國", 1911),
    ("民国", 1911),
    ("中華民國", 1911),
];

/// `令和6年4月1日`, `令和元年5月1日`.
fn era(cursor: Cursor<'_>) -> Option<Day> {
    let (token, rest) = cursor.next()?;
    let word = token.word()?;
    let first = word.strip_suffix("元年");
    let (_, before) = ERAS.iter().find(|(name, _)| word.ends_with(name) || first == Some(name))?;
    let (year, rest) = if first.is_some() {
        (1, rest)
    } else {
        let (year, rest) = rest.next()?;
        (i16::try_from(year.number()?.0).ok()?, rest.one_of(&["年"])?)
    };
    let day = month_and_day_signs(rest)?;
    let year = before.checked_add(year)?;
    let is_near = YEARS.contains(&u64::try_from(year).ok()?);
    is_near.then_some(Day { year: Some(year), ..day })
}
