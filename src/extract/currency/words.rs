//! The words, class names and marks of exchange-rate widgets.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use crate::model::Direction;
use crate::value::currency::is_unspaced;
use crate::value::letter::is_alphanumeric;
use crate::value::locale::currencies::MAJOR;
use crate::value::locale::entries;
use crate::value::lookup::Lookup;
use crate::value::text::{is_one_of, plain, tokens};

/// What a number of a widget is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Buy,
    Sell,
    /// One rate for both ways, as that of a central bank.
    Rate,
    Change,
    /// How many units the prices are for.
    Unit,
    /// A day, an extreme, a number of the currency: no price of now.
    Other,
}

impl Role {
    pub(super) fn is_price(self) -> bool {
        matches!(self, Self::Buy | Self::Sell | Self::Rate)
    }
}

/// Starts of the words in headers and labels. Starts, since these words are inflected.
const ROLES: &[(Role, &str)] = &[
    (
        Role::Buy,
        "покуп|скуп|купів|купую|купуе|купля|купува|купов|откуп|сатып|алу|алыш|ankauf|kauf|geld|achat|\
         achet|compra|acquist|denaro|alis|alış|alım|kupno|kupna|skup|blerje|satyn|ttb|\
         nakup|nákup|vétel|vetel|cumpar|kupov|αγορ|شراء|الشراء|خرید|קני|खरीद|mua|ซื้อ|beli|olish|сотиб|олиш|\
         pembelian|xarid|харид|ক্রয়|առք|ყიდ|buy|buys|buying|buyer|bid|bids|inkoop|aankoop|koop|köp|köper|\
         köpkurs|kjøp|køb|købs|køber|kaup|osto|ostu|ost|pirk|pērk|perk|авах",
    ),
    (
        Role::Sell,
        "продаж|прода|сату|сатуу|verkauf|brief|vente|vende|venta|venda|vendit|lettera|satis|satış|satım|sprzeda|\
         prodej|predaj|shitje|satmak|tts|elad|vanzar|prodaj|prodava|πωλ|بيع|البيع|فروش|فروخت|מכיר|बिक्री|bán|\
         ขาย|jual|penjualan|sotish|сотиш|фуруш|фурӯш|বিক্রয়|վաճառ|გაყიდ|sell|sale|sala|sölu|ask|asks|asking|offer|\
         verkoop|sälj|salg|sælg|myynti|parda|pārdo|pardu|müük|зарах",
    ),
    (
        Role::Rate,
        "курс|бағам|официальн|офіційн|ресми|нбу|цб|цбрф|нб|нбрк|нбрб|нацбанк|центробанк|центральн|\
         rate|rates|official|central|fixing|kurs|kurz|cours|taux|cotiza|cotacao|tasso|arfolyam|curs|\
         mid|average|wert|value|valor|cena|narx|price|цена|значение",
    ),
    (
        Role::Change,
        "измен|зміна|зміни|динамик|өзгер|change|chg|variation|variac|variaca|var|veranderung|degisim|\
         fark|diff|zmiana|zmena|valtoz|тренд|trend|сверк",
    ),
    (
        Role::Unit,
        "единиц|кол|количеств|кількіст|номинал|номінал|unit|units|lot|amount|nominal|jednost|mnozstv|бірлік|einheit",
    ),
    (
        Role::Other,
        "код|code|num|цифр|макс|мин|max|min|high|low|open|откр|пред|previous|prev|вчера|дата|date|time|\
         время|завтра|tomorrow|yesterday|обновл|number|№",
    ),
];

/// Roles in languages without spaces between words, found anywhere in a text.
const UNSPACED_ROLES: &[(Role, &str)] = &[
    (Role::Buy, "买入|買入|买价|買い|買取|살 때|살때|매수|사실|ซื้อ"),
    (Role::Sell, "卖出|賣出|卖价|売り|売却|팔 때|팔때|매도|파실|ขาย"),
    (Role::Rate, "中间价|中間價|汇率|匯率|仲値|환율|매매기준율|レート"),
    (Role::Change, "涨跌|漲跌|前日比|전일대비"),
];

/// Names of those who set an official rate, or of banks: words that may stand beside a rate, and
/// that say whose rate it is.
const SOURCES: &str = "банк|банка|банков|банках|банки|нбу|цб|цбр|цбрф|нбрк|нбрб|нацбанк|нацбанка|нацбанку|\
     центробанк|центробанка|ммвб|биржа|биржи|межбанк|міжбанк|обменник|обменники|обменников|обмінник|\
     kase|каже|рынок|ринок|банкі|банкінің|bank|banks|banka|bankası|banco|banque|banca|bnr|nbp|nbu|cbr|cnb|čnb|\
     mnb|ecb|bce|tcmb|bcv|bna|ceb|sberbank|сбербанк|сбербанка|приватбанк|privatbank|exchange|market|\
     ösz|interbank|بنك|البنك|بانک|בנק";

/// Words of headings of widgets, by their starts.
const HEADINGS: &str = "курс|валют|бағам|обмен|айырбас|exchange|currenc|forex|wechselkurs|devisen|kurs|\
     kurz|doviz|döviz|cotiza|cotac|cambio|devise|valuta|valut|walut|kantor|arfolyam|deviz|curs|schimb|\
     ισοτιμ|συναλλαγμ|صرف|الصرف|العملات|ارز|שער|מטבע|विनिमय|tỷ giá|valas|valyuta|valiut|tečaj|փոխարժեք";

/// Words of headings in languages without spaces between words.
const UNSPACED_HEADINGS: &[&str] =
    &["汇率", "匯率", "外汇", "外匯", "為替", "환율", "อัตราแลกเปลี่ยน", "牌价"];

/// Tokens of class names and ids of widgets.
const WIDGET_TOKENS: &[&str] = &[
    "currency",
    "currencies",
    "rates",
    "exchange",
    "exchanges",
    "exchangerates",
    "kurs",
    "kursy",
    "kursi",
    "valuta",
    "valute",
    "valuty",
    "valutes",
    "valyuta",
    "valiuta",
    "forex",
    "fx",
    "curs",
    "cotizacion",
    "cotizaciones",
    "cotacao",
    "cotacoes",
    "doviz",
    "devises",
    "waluty",
    "kurzy",
    "wechselkurs",
    "devisen",
    "courses",
    "informer",
    "dolar",
    "dollar",
    "nbu",
    "cbr",
    "mfcur",
    "curweath",
    "indicadores",
    "monedas",
    "divisas",
    "cambio",
];

/// Tokens beside `currency` in the class names of prices: `currency-symbol`.
const SIGN_TOKENS: &[&str] = &["symbol", "sign", "selector", "switcher", "converter", "select"];

/// Tokens of class names of shops and appeals, whose amounts are prices.
const SHOP_TOKENS: &[&str] = &[
    "woocommerce",
    "product",
    "products",
    "cart",
    "basket",
    "checkout",
    "donate",
    "donation",
    "shop",
    "store",
    "subscribe",
    "subscription",
    "pricing",
    "salary",
    "ticket",
    "amount",
];

/// Tokens of class names for what a number is. `price` and `value` say nothing.
const ROLE_TOKENS: &[(Role, &[&str])] = &[
    (
        Role::Buy,
        &[
            "buy", "bid", "purchase", "pokupka", "kupivlya", "kupit", "compra", "ankauf", "achat",
            "alis", "nakup", "skup",
        ],
    ),
    (
        Role::Sell,
        &[
            "sell", "sale", "ask", "prodazha", "prodaja", "prodat", "venta", "venda", "verkauf",
            "vente", "satis", "sprzedaz", "offer",
        ],
    ),
    (
        Role::Change,
        &[
            "change",
            "changes",
            "diff",
            "difference",
            "variation",
            "dynamic",
            "dynamics",
            "chg",
            "percent",
            "trend",
        ],
    ),
];

/// Tokens of class names, `alt` texts and image names for a direction. Colours are none: green
/// is up in Europe and down in Japan.
const DIRECTION_TOKENS: &[(Direction, &[&str])] = &[
    (
        Direction::Up,
        &["up", "rise", "rising", "plus", "increase", "grow", "growth", "positive", "raise"],
    ),
    (Direction::Down, &["down", "fall", "falling", "minus", "decrease", "drop", "negative"]),
    (Direction::Unchanged, &["neutral", "unchanged", "equal", "stable"]),
];

/// Tokens of class names and image names for a currency.
const PICTURES: &[(&str, &[&str])] = &[
    ("USD", &["usd", "dollar", "dolar", "dollars"]),
    ("EUR", &["eur", "euro"]),
    ("RUB", &["rub", "rur", "ruble", "rouble"]),
    ("GBP", &["gbp", "pound", "sterling"]),
    ("CNY", &["cny", "yuan"]),
    ("JPY", &["jpy", "yen"]),
    ("CHF", &["chf"]),
    ("KZT", &["kzt", "tenge"]),
    ("KGS", &["kgs"]),
    ("UZS", &["uzs"]),
    ("UAH", &["uah", "hryvnia"]),
    ("PLN", &["pln", "zloty"]),
    ("BYN", &["byn", "byr"]),
];

/// Tokens of the names of flags for a currency, where another token says that it is a flag.
const FLAGS: &[(&str, &[&str])] = &[
    ("USD", &["us", "usa", "america"]),
    ("EUR", &["eu", "europe", "europeanunion"]),
    ("RUB", &["ru", "rus", "russia"]),
    ("GBP", &["gb", "uk", "britain", "england"]),
    ("CNY", &["cn", "chn", "china"]),
    ("JPY", &["jp", "jpn", "japan"]),
    ("CHF", &["ch", "che", "switzerland"]),
    ("KZT", &["kz", "kaz", "kazakhstan"]),
    ("KGS", &["kg", "kgz", "kyrgyzstan"]),
    ("UZS", &["uz", "uzb", "uzbekistan"]),
    ("UAH", &["ua", "ukr", "ukraine"]),
    ("TRY", &["tr", "tur", "turkey"]),
    ("PLN", &["pl", "pol", "poland"]),
];

/// Tokens of names of flags.
const FLAG_TOKENS: &[&str] = &["flag", "flags", "country", "countries", "fi"];

/// Arrows and signs for a direction.
const ARROWS: &[(Direction, &str)] =
    &[(Direction::Up, "▲△↑⬆▴🔺↗⇧🔼⏶▵"), (Direction::Down, "▼▽↓⬇▾🔻↘⇩🔽⏷▿")];

/// Words before the number of units: `за 100`.
const UNIT_WORDS: &[&str] =
    &["за", "per", "for", "fur", "pour", "por", "par", "za", "x", "×", "на"];

/// The most bytes that one of them has as it is written.
const UNIT_WORD_BYTES: usize = 8;

/// [`ROLES`], folded.
static ROLE_STARTS: LazyLock<Starts<Role>> =
    LazyLock::new(|| Starts::new(entries(ROLES).map(|(role, word)| (plain(word), role))));

/// [`SOURCES`], folded.
static SOURCE_WORDS: LazyLock<HashSet<String, FxBuildHasher>> =
    LazyLock::new(|| SOURCES.split('|').map(plain).collect());

/// [`HEADINGS`], folded.
static HEADING_STARTS: LazyLock<Starts<()>> =
    LazyLock::new(|| Starts::new(HEADINGS.split('|').map(|word| (plain(word), ()))));

/// Starts so short that only the whole word counts: `нб` is no `нбрк`, `var` no `various`.
const WHOLE_WORD: usize = 4;

fn folded_words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !is_alphanumeric(c)).filter(|word| !word.is_empty())
}

/// Folded beginnings of words, by their first letters.
struct Starts<T>(HashMap<char, Vec<(String, T)>, FxBuildHasher>);

impl<T: Copy> Starts<T> {
    fn new(starts: impl Iterator<Item = (String, T)>) -> Self {
        let mut by_letter: HashMap<_, Vec<_>, _> = HashMap::default();
        for (start, meaning) in starts {
            let letter = start.chars().next().unwrap_or_default();
            by_letter.entry(letter).or_default().push((start, meaning));
        }
        Self(by_letter)
    }

    /// The first of the table that `word` is, or starts with where it is long enough.
    fn find(&self, word: &str) -> Option<T> {
        let starts = self.0.get(&word.chars().next()?)?;
        starts.iter().find(|(start, _)| starts_with(word, start)).map(|(_, meaning)| *meaning)
    }
}

/// Whether `word` is `start`, or a longer word that starts with it where it is long enough.
fn starts_with(word: &str, start: &str) -> bool {
    word.strip_prefix(start)
        .is_some_and(|rest| rest.is_empty() || start.chars().count() >= WHOLE_WORD)
}

/// What a header or label calls its numbers, in the order of the words, and whether a word of it
/// [names a source](names_source).
pub(super) fn roles_and_source(text: &str) -> (Vec<Role>, bool) {
    let (mut roles, mut source) = (Vec::new(), false);
    for word in folded_words(&plain(text)) {
        roles.extend(ROLE_STARTS.find(word));
        source = source || SOURCE_WORDS.contains(word);
    }
    roles.extend(unspaced_roles(text));
    roles.dedup();
    (roles, source)
}

fn unspaced_roles(text: &str) -> Vec<Role> {
    if !is_unspaced(text) {
        return Vec::new();
    }
    let mut found: Vec<_> = entries(UNSPACED_ROLES)
        .filter_map(|(role, word)| text.find(word).map(|at| (at, role)))
        .collect();
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, role)| role).collect()
}

/// Whether a word of `text` names a bank, an exchange or a market.
pub(super) fn names_source(text: &str) -> bool {
    folded_words(&plain(text)).any(|word| SOURCE_WORDS.contains(word))
}

/// Whether `text` is a heading of exchange rates.
pub(super) fn is_heading(text: &str) -> bool {
    let folded = plain(text);
    folded_words(&folded).any(|word| HEADING_STARTS.find(word).is_some())
        || is_unspaced(text) && UNSPACED_HEADINGS.iter().any(|word| text.contains(word))
}

/// Whether a class name or id is that of a widget, not of a currency's sign beside a price.
pub(super) fn is_widget_name(name: &str) -> bool {
    name.split_ascii_whitespace().any(|class| {
        tokens(class).any(|token| is_one_of(token, WIDGET_TOKENS))
            && !tokens(class).any(|token| is_one_of(token, SIGN_TOKENS))
    })
}

/// Whether a class name or id is that of a shop.
pub(super) fn is_shop_name(name: &str) -> bool {
    tokens(name).any(|token| is_one_of(token, SHOP_TOKENS))
}

/// What a class name says of its number.
pub(super) fn role_of_name(name: &str) -> Option<Role> {
    tokens(name).find_map(|token| in_table(ROLE_TOKENS, token))
}

/// The direction that a class name, an `alt` text or the name of an image says.
pub(super) fn direction_of_name(name: &str) -> Option<Direction> {
    tokens(name).find_map(|token| in_table(DIRECTION_TOKENS, token))
}

/// The currency that a class name or the name of an image says; its `folder` may say that it is a
/// flag.
pub(super) fn currency_of_picture(name: &str, folder: &str) -> Option<&'static str> {
    let is_flag = || tokens(name).chain(tokens(folder)).any(|token| is_one_of(token, FLAG_TOKENS));
    let mut flag = None;
    for pictured in tokens(name).filter_map(|token| PICTURED.get(token)) {
        match pictured {
            Pictured::Always(code) => return Some(code),
            Pictured::OnFlag(code) => flag = flag.or(Some(code)),
        }
    }
    flag.filter(|_| is_flag())
}

/// The currency that a token stands for.
#[derive(Debug, Clone, Copy)]
enum Pictured {
    Always(&'static str),
    OnFlag(&'static str),
}

/// [`PICTURES`] and [`FLAGS`] by token: every icon of a page is looked up.
static PICTURED: LazyLock<Lookup<Pictured>> = LazyLock::new(|| {
    let pictures = by_token(PICTURES).map(|(token, code)| (token, Pictured::Always(code)));
    let flags = by_token(FLAGS).map(|(token, code)| (token, Pictured::OnFlag(code)));
    Lookup::new(pictures.chain(flags), |first, _| first)
});

fn by_token(
    table: &'static [(&'static str, &[&'static str])],
) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.iter().flat_map(|(code, tokens)| tokens.iter().map(|token| (*token, *code)))
}

fn in_table<T: Copy>(table: &[(T, &[&str])], token: &str) -> Option<T> {
    table.iter().find(|(_, words)| is_one_of(token, words)).map(|(value, _)| *value)
}

/// The direction of the first arrow in `text`.
pub(super) fn arrow_in(text: &str) -> Option<Direction> {
    text.chars().find_map(arrow)
}

/// The direction of an arrow.
pub(super) fn arrow(c: char) -> Option<Direction> {
    if c.is_ascii() {
        return None;
    }
    ARROWS.iter().find(|(_, arrows)| arrows.contains(c)).map(|(direction, _)| *direction)
}

/// Whether `text` ends with a word that stands before a number of units.
pub(super) fn ends_before_unit(text: &str) -> bool {
    let last = text.split_whitespace().next_back();
    last.filter(|word| word.len() <= UNIT_WORD_BYTES)
        .is_some_and(|word| is_one_of(&plain(word), UNIT_WORDS))
}

/// Whether every widget may be expected to quote this currency or another like it.
pub(super) fn is_major(code: &str) -> bool {
    MAJOR.contains(&code)
}
