//! The names in a byline.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::date::{self, DateContext};
use super::locale::dates::{is_weekday, says_modified, says_published, unit_seconds};
use super::locale::names::{
    AGENCIES, BYLINES, COMPANY_WORDS, CONJUNCTIONS, CREDENTIALS, CREDITS, NAME_ENDINGS, NOBODY,
    OUTLET_WORDS, REPORTER_ROLES, ROLE_MODIFIERS, ROLE_STARTS, ROLES, SHORT_BYLINES,
};
use super::lookup::Words;
use super::number::digit;
use super::text::{collapsed, is_one_of, plain};
use crate::model::{Author, AuthorKind, Contribution};

/// The longest byline, in bytes; more is text.
const LONGEST: usize = 500;

/// The most words of a person's or an outlet's name.
const NAME_WORDS: usize = 6;

/// Words that names and roles do not have, but descriptions of authors (`is a writer at`).
const SENTENCE_WORDS: &[&str] = &[
    "is",
    "was",
    "has",
    "are",
    "ist",
    "hat",
    "est",
    "es",
    "who",
    "specializing",
    "covers",
    "writes",
];

static AGENCY_NAMES: LazyLock<Words> = LazyLock::new(|| folded(AGENCIES));
static OUTLETS: LazyLock<Words> = LazyLock::new(|| folded(OUTLET_WORDS));
static JOINS: LazyLock<Words> = LazyLock::new(|| folded(CONJUNCTIONS));
static ROLE_WORDS: LazyLock<Words> = LazyLock::new(|| folded(ROLES));
static REPORTERS: LazyLock<Words> = LazyLock::new(|| folded(REPORTER_ROLES));
static MODIFIERS: LazyLock<Words> = LazyLock::new(|| folded(ROLE_MODIFIERS));
static DEGREES: LazyLock<Words> = LazyLock::new(|| folded(CREDENTIALS));
static COMPANIES: LazyLock<Words> = LazyLock::new(|| folded(COMPANY_WORDS));
static NOBODIES: LazyLock<Words> = LazyLock::new(|| folded(NOBODY));

/// Folded words of what stands before names, the longest first, each with its language and
/// whether it gives a role.
static OPENINGS: LazyLock<Vec<Opening>> = LazyLock::new(openings);

/// The same by their first two bytes.
static OPENINGS_BY_START: LazyLock<FxHashMap<Start, Vec<&Opening>>> = LazyLock::new(|| {
    let mut openings: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for opening in OPENINGS.iter() {
        openings.entry(start(&opening.words)).or_default().push(opening);
    }
    openings
});

type Start = [u8; 2];

/// The first bytes of a text; no opening has less.
fn start(text: &str) -> Start {
    text.as_bytes().first_chunk().copied().unwrap_or_default()
}

/// The words of [`OPENINGS`], which name nobody.
static ONLY_OPENINGS: LazyLock<Words> =
    LazyLock::new(|| Words::new(OPENINGS.iter().map(|opening| opening.words.as_str())));

/// What stands before a name.
struct Opening {
    words: String,
    language: Option<&'static str>,
    /// The part of the article that the name behind it made, where that is not the text.
    credit: Option<Contribution>,
}

/// The words of `table`.
fn folded(table: &str) -> Words {
    Words::new(table.split('|'))
}

/// All openings of bylines and credits.
fn openings() -> Vec<Opening> {
    let bylines = super::locale::entries(BYLINES).map(|(language, words)| Opening {
        words: plain(words),
        language: Some(language),
        credit: None,
    });
    let credits = super::locale::entries(CREDITS).map(|(part, words)| Opening {
        words: plain(words),
        language: None,
        credit: Some(part),
    });
    let mut openings: Vec<Opening> = bylines.chain(credits).collect();
    openings.sort_by_key(|opening| std::cmp::Reverse(opening.words.chars().count()));
    openings
}

/// The authors that a byline names, in its order, each once.
///
/// What opens a byline (`By`, `Автор:`, `文/`) is stripped, names are parted at commas, slashes and
/// conjunctions, `Surname, First` is turned round, roles go to [`Author::role`]. Agencies, outlets
/// and desks are organisations. Addresses, dates, times and bylines that name nobody are dropped.
pub(crate) fn authors(byline: &str, language: Option<&str>) -> Vec<Author> {
    let line = collapsed(byline);
    let mut found = Byline::default();
    if line.len() > LONGEST {
        return found.authors;
    }
    let language = language.and_then(|tag| tag.split(['-', '_']).next()).unwrap_or_default();
    for segment in line.split(['|', '•', '·', '⋅', '∙', '◆', '●']) {
        for part in segment.split(" - ").flat_map(labelled) {
            found.read(part, language);
        }
    }
    found.authors
}

/// The most words of a label before a name.
const LABEL_WORDS: usize = 3;

/// The parts of a segment such as `Автор: Иван Иванов Фото: Пётр Петров`, each with its label.
fn labelled(segment: &str) -> impl Iterator<Item = &str> {
    let may_have = segment.contains([':', '：']);
    let starts = if may_have { label_starts(segment) } else { Vec::new() };
    let mut from = 0;
    let ends = starts.into_iter().chain([segment.len()]);
    ends.filter_map(move |to| segment.get(std::mem::replace(&mut from, to)..to))
}

/// Where the labels of a segment begin, without the one that it begins with.
fn label_starts(segment: &str) -> Vec<usize> {
    let words: Vec<usize> = word_starts(segment).collect();
    let opens = |from: usize, to: usize| {
        segment.get(from..to).is_some_and(|label| ONLY_OPENINGS.has(label))
    };
    let colons = segment.match_indices(':').filter(|(at, _)| is_followed_by_space(segment, *at));
    let colons = colons.chain(segment.match_indices('：')).map(|(at, _)| at);
    let starts = colons.filter_map(|colon| {
        let before = words.partition_point(|start| *start < colon);
        let near = words.get(before.saturating_sub(LABEL_WORDS)..before)?;
        near.iter().copied().find(|from| opens(*from, colon)).filter(|from| *from > 0)
    });
    starts.collect()
}

/// Whether white space stands behind the sign of one byte at a place.
fn is_followed_by_space(text: &str, at: usize) -> bool {
    text.get(at + 1..).is_some_and(|rest| rest.starts_with(' '))
}

/// Whether a line is a name with what its bearer is behind or, in East Asia, before it: `Ann Lee,
/// staff writer`, `홍길동 기자`.
pub(crate) fn is_signature(line: &str) -> bool {
    // Nearly all lines end here.
    if line.is_ascii() && memchr::memchr(b',', line.as_bytes()).is_none() {
        return false;
    }
    let line = without_addresses(line);
    let line = line.trim();
    // The first bytes of the signs of East Asia.
    let asian = line.bytes().any(|byte| matches!(byte, 0xE4..=0xED));
    let titled = |title: &&str| {
        let name = line.strip_suffix(title).or_else(|| line.strip_prefix(title));
        name.is_some_and(is_asian_name)
    };
    asian && NAME_ENDINGS.iter().any(titled)
        || line.split_once(", ").is_some_and(|(name, role)| is_full_name(name) && is_reporter(role))
}

/// Whether a text is a name of two to five signs of East Asia.
fn is_asian_name(text: &str) -> bool {
    let name = text.trim();
    (2..=5).contains(&name.chars().count())
        && name.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}'))
}

/// Whether a text is two to four words that start with capitals, none of which is that of an outlet
/// or a role or an abbreviation.
pub(crate) fn is_full_name(text: &str) -> bool {
    let mut words = text.split(' ');
    let shouted = |word: &str| word.chars().filter(|c| c.is_uppercase()).count() > 2;
    (2..=4).contains(&words.clone().count())
        && words.all(|word| word.starts_with(char::is_uppercase) && !shouted(word))
        && !is_organization(text)
        && !has_role_word(text)
        && is_name(text)
}

/// Whether a text says that somebody writes for the site.
fn is_reporter(role: &str) -> bool {
    role.split(' ').count() <= ROLE_LENGTH && REPORTERS.has_word_of(role)
}

/// The most words of a role in a line of its own.
const ROLE_LENGTH: usize = 4;

/// Whether a text between or behind names joins another name to them.
pub(crate) fn joins_names(text: &str) -> bool {
    text.contains([',', '&', '/', '、', '，', '،'])
        || text.split_whitespace().any(|word| JOINS.has(word))
}

/// The authors read so far.
#[derive(Default)]
struct Byline {
    authors: Vec<Author>,
    seen: HashSet<String>,
}

impl Byline {
    /// Reads a segment of a byline.
    fn read(&mut self, segment: &str, language: &str) {
        let segment = without_addresses(segment);
        let segment = without_date(&segment);
        let (segment, credit) = strip_opening(&segment, language);
        if has_verb(segment) {
            return;
        }
        if is_company(segment) {
            self.add(segment, credit);
            return;
        }
        if let Some(name) = turned_round(segment) {
            self.add(&name, credit);
            return;
        }
        let parts = segment.split([',', ';', '/', '&', '、', '，', '；', '／', '،', '+']);
        for (at, part) in parts.enumerate() {
            // Behind other names stands what published them as often.
            let named = if at == 0 { without_reading_time(part) } else { part };
            let (part, own) = strip_opening(named, language);
            for name in split_at_conjunctions(part) {
                self.add(&name, own.or(credit));
            }
        }
    }

    /// Takes one part for a name, for the role of the name before, or for nothing.
    fn add(&mut self, part: &str, credit: Option<Credit<'_>>) {
        let (name, role) = split_role(before_label(part));
        let name = without_ending(name.trim_matches(is_edge));
        let (name, role) = if role.is_none() { without_role(name) } else { (name, role) };
        let name = once(without_degree(name));
        if !self.authors.is_empty() && is_degree(name) && self.give_role(name) {
            return;
        }
        if !is_name(name) {
            return;
        }
        let organization = is_organization(name);
        if organization && credit.is_some() {
            // The agency of a picture did not write the text.
            return;
        }
        if !organization && has_role_word(name) && self.give_role(name) {
            return;
        }
        let organization = organization || has_role_word(name);
        if NOBODIES.has(name) || !self.seen.insert(plain(name)) {
            return;
        }
        let kind = if organization { AuthorKind::Organization } else { AuthorKind::Person };
        let role = credit.map(|credit| credit.words).or(role).map(|role| role.trim().to_owned());
        let role = role.filter(|role| !role.is_empty());
        let contribution = credit.map(|credit| credit.part).unwrap_or_default();
        self.authors.push(Author { role, contribution, kind, ..Author::person(name) });
    }

    /// Gives a role to the last author, unless there is one already; whether the text is used up.
    /// A role without anybody before it is a collective (`Podium Staff`), if it has a name.
    fn give_role(&mut self, role: &str) -> bool {
        if let Some(last) = self.authors.last_mut() {
            last.role.get_or_insert_with(|| role.to_owned());
            return true;
        }
        !role.contains(' ')
    }
}

/// `segment` with a comma in place of the date in it, and of the label before that.
fn without_date(segment: &str) -> Cow<'_, str> {
    let Some(found) = date::find(segment, &DateContext::default()) else { return segment.into() };
    let (before, after) = segment.split_once(found.raw.as_str()).unwrap_or((segment, ""));
    format!("{},{after}", without_weekday(before)).into()
}

/// The text before how long it takes to read: `Ann Lee 5 min read`, `Ann Lee 5-minute read`.
fn without_reading_time(segment: &str) -> &str {
    let is_minutes = |word: &str| unit_seconds(&plain(word.trim_end_matches('.'))) == Some(MINUTE);
    let cut = word_starts(segment).find(|at| {
        let rest = segment.get(*at..).unwrap_or_default();
        let end = rest.find(|c: char| !c.is_numeric()).unwrap_or(rest.len());
        let unit =
            rest.get(end..).unwrap_or_default().trim_start_matches([' ', '-', '\u{2011}', '–']);
        let unit = unit.split([' ', ',']).next().unwrap_or_default();
        end > 0 && is_minutes(unit)
    });
    cut.and_then(|at| segment.get(..at)).map_or(segment, str::trim_end)
}

/// The seconds of a minute.
const MINUTE: i64 = 60;

/// The text before a word such as `Published` that stands behind a name.
fn before_label(text: &str) -> &str {
    let label = |at: &usize| {
        let word = text.get(*at..).and_then(|rest| rest.split(' ').next()).unwrap_or_default();
        word.len() >= LABEL_BYTES
            && word.starts_with(char::is_uppercase)
            && (says_published(word) || says_modified(word))
    };
    let cut = word_starts(text).skip(1).find(label);
    cut.and_then(|at| text.get(..at)).map_or(text, str::trim_end)
}

/// The fewest bytes of such a label; shorter ones are names as well.
const LABEL_BYTES: usize = 6;

/// Words between a name and a weekday: `Ann Lee on Friday`.
const BEFORE_WEEKDAYS: &[&str] =
    &["on", "am", "le", "el", "den", "op", "w", "v", "em", "na", "в", "у"];

/// `text` without the name of a day, a preposition or a label at its end, which belong to the date
/// that followed.
fn without_weekday(text: &str) -> &str {
    let mut rest = text;
    loop {
        rest = rest.trim_end_matches(|c: char| is_edge(c) || c == '.');
        let (head, last) = rest.rsplit_once(' ').unwrap_or(("", rest));
        let label = says_published(last) || says_modified(last);
        if last.is_empty()
            || !(label || is_weekday(&plain(last)) || BEFORE_WEEKDAYS.contains(&last))
        {
            return rest;
        }
        rest = head;
    }
}

/// `segment` without e-mail addresses, URLs and account names.
fn without_addresses(segment: &str) -> Cow<'_, str> {
    // Most have no sign of any.
    if memchr::memchr2(b'@', b'/', segment.as_bytes()).is_none() && !segment.contains("www.") {
        return segment.into();
    }
    let is_address = |word: &&str| {
        let host = word.split('/').next().unwrap_or_default();
        let path = host.len() < word.len() && is_host(host);
        word.contains('@') || word.contains("://") || word.starts_with("www.") || path
    };
    segment.split(' ').filter(|word| !is_address(word)).collect::<Vec<_>>().join(" ").into()
}

/// Whether `word` looks like `example.com`, which is also how outlets call themselves.
fn is_host(word: &str) -> bool {
    if !word.contains('.') {
        return false;
    }
    let lowered = word.to_ascii_lowercase();
    let shouted = !word.contains(|c: char| c.is_ascii_lowercase());
    let Some((name, domain)) = (if shouted { lowered.as_str() } else { word }).rsplit_once('.')
    else {
        return false;
    };
    let lower =
        |text: &str| text.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'.' | b'-'));
    name.len() > 1 && (2..=4).contains(&domain.len()) && lower(name) && lower(domain)
}

/// What an opening says of the name behind it.
#[derive(Clone, Copy)]
struct Credit<'a> {
    part: Contribution,
    words: &'a str,
}

/// `text` without what opens a byline, and the credit if that gives one.
fn strip_opening<'a>(text: &'a str, language: &str) -> (&'a str, Option<Credit<'a>>) {
    let mut rest = text.trim_matches(is_edge);
    while let Some((opening, words, after)) = opening_of(rest, language) {
        if let Some(part) = opening.credit {
            return (after, Some(Credit { part, words }));
        }
        rest = after;
    }
    (rest, None)
}

/// The opening that `text` starts with, its text, and what follows.
fn opening_of<'a>(text: &'a str, language: &str) -> Option<(&'static Opening, &'a str, &'a str)> {
    let folded = plain(text);
    let mut likely = OPENINGS_BY_START.get(&start(&folded))?.iter().copied();
    likely.find_map(|opening| {
        let after = folded.strip_prefix(opening.words.as_str())?;
        let length = opening.words.chars().count();
        let at = text.char_indices().nth(length)?.0;
        let (head, rest) = text.split_at_checked(at)?;
        let marked = rest.trim_start().starts_with(MARKS);
        let spaced = after.starts_with(' ');
        let set_apart = head == "By" || head.ends_with(char::is_lowercase) && length >= GLUED;
        let glued = is_unspaced(head) && rest.chars().count() >= 2
            || set_apart && rest.starts_with(char::is_uppercase);
        let short = SHORT_BYLINES.contains(&opening.words.as_str());
        let own = opening.language == Some(language);
        let by = opening.words.contains(' ');
        let open = opening.credit.is_none() || by;
        let fits = marked || (spaced || glued) && (own || !short) && open;
        // What is left must differ in its folded length from the text, or the cut would be wrong.
        let exact = plain(head) == opening.words;
        let rest = rest.trim_start().trim_start_matches(MARKS).trim_start();
        (fits && exact && !rest.is_empty()).then_some((opening, head, rest))
    })
}

/// What stands between an opening and a name.
const MARKS: &[char] = &[':', '：', '/', '／', '=', '＝'];

/// The fewest letters of a word such as `By` that may be written against the name behind it.
const GLUED: usize = 5;

/// Whether `text` is of a script without spaces between words.
fn is_unspaced(text: &str) -> bool {
    text.chars().next_back().is_some_and(|c| matches!(c, '\u{3040}'..='\u{9FFF}'))
}

/// Whether `c` is trimmed from the ends of a name.
fn is_edge(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ',' | ';'
                | ':'
                | '-'
                | '–'
                | '—'
                | '('
                | ')'
                | '['
                | ']'
                | '【'
                | '】'
                | '"'
                | '«'
                | '»'
                | '/'
                | '*'
                | '：'
        )
}

/// `Surname, First` as `First Surname`: two single words that name no organisation.
fn turned_round(segment: &str) -> Option<String> {
    let (last, first) = segment.split_once(',')?;
    let (last, first) = (last.trim(), first.trim());
    let word = |text: &str| {
        text.chars().next().is_some_and(char::is_uppercase)
            && text.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
    };
    let people = [last, first].iter().all(|name| !is_organization(name) && !has_role_word(name));
    (word(last) && word(first) && people).then(|| format!("{first} {last}"))
}

/// The parts of `text` between conjunctions. Conjunctions of one letter are also parts of names
/// (`Ortega y Gasset`): they part only names of two words and more.
fn split_at_conjunctions(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let shouted = !text.contains(char::is_lowercase);
    let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
    for (at, word) in words.iter().enumerate() {
        let left = parts.last().map_or(0, Vec::len);
        let right = words.len() - at - 1;
        let least = if word.chars().count() == 1 { 2 } else { 1 };
        let capitals = word.starts_with(char::is_uppercase);
        let titled = (shouted || left >= 2 && right >= 2) && word.chars().count() > 1;
        let joins = (!capitals || titled) && JOINS.has(word);
        if joins && left >= least && right >= least {
            parts.push(Vec::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(word);
        }
    }
    parts.iter().map(|part| part.join(" ")).collect()
}

/// The name, and the role that follows it in brackets or after a preposition.
fn split_role(part: &str) -> (&str, Option<&str>) {
    let closes =
        |role: &str| role.find([')', '）']).is_none_or(|at| role.len() - at <= '）'.len_utf8());
    let bracket = part.split_once(['(', '（']);
    if let Some((name, role)) =
        bracket.filter(|(name, role)| !name.trim().is_empty() && closes(role))
    {
        return (name, Some(role.trim_matches(|c: char| is_edge(c) || c == '）')));
    }
    // Only ASCII changes case, so that the places stay the same.
    let lower = part.to_ascii_lowercase();
    let mut gaps = lower.match_indices([' ', ',']).map(|(at, _)| at);
    let cut = gaps.find(|at| {
        let rest = lower.get(*at..).unwrap_or_default();
        ROLE_STARTS.iter().any(|start| rest.starts_with(start))
    });
    match cut.and_then(|at| part.split_at_checked(at)) {
        Some((name, role)) if name.contains(' ') => (name, Some(role)),
        _ => (part, None),
    }
}

/// The name without the title that follows it in East Asia.
fn without_ending(name: &str) -> &str {
    let stripped = NAME_ENDINGS.iter().find_map(|ending| name.strip_suffix(ending));
    stripped.map(str::trim_end).filter(|rest| rest.chars().count() >= 2).unwrap_or(name)
}

/// The name before a role that follows it without a mark (`Ann Lee Senior Reporter`), and the role.
fn without_role(text: &str) -> (&str, Option<&str>) {
    let starts: Vec<usize> = word_starts(text).collect();
    let word_at =
        |from: usize| text.get(from..).and_then(|rest| rest.split(' ').next()).unwrap_or_default();
    let role = starts.iter().skip(2).position(|at| ROLE_WORDS.has(word_at(*at)));
    let Some(mut at) = role.map(|role| role + 2) else { return (text, None) };
    let modifies = |at: usize| starts.get(at).is_some_and(|start| MODIFIERS.has(word_at(*start)));
    // `Podium Staff` is a team, `Ann Lee Staff Writer` a person.
    let last = starts.get(at + 1).is_none_or(|next| !ROLE_WORDS.has(word_at(*next)));
    let team = starts.get(at).is_some_and(|start| is_one_of(word_at(*start), TEAMS));
    let team = team && last;
    while at > 2 && modifies(at - 1) {
        at -= 1;
    }
    if team || modifies(at - 1) {
        return (text, None);
    }
    let cut = starts.get(at).and_then(|start| text.split_at_checked(*start));
    match cut {
        Some((name, role)) if !is_organization(name.trim_end()) && !has_role_word(name) => {
            (name.trim_end(), Some(role))
        }
        _ => (text, None),
    }
}

/// Words that end the names of groups, although they are also what one of the group is.
const TEAMS: &[&str] = &["staff", "expert", "experts", "editors", "writers", "reporters"];

/// Where the words of `text` start.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let after = text.match_indices(' ').map(|(at, _)| at + 1);
    std::iter::once(0).chain(after)
}

/// `name` without a degree or licence behind it.
fn without_degree(name: &str) -> &str {
    let mut rest = name;
    while let Some((head, last)) = rest.rsplit_once(' ') {
        if !head.contains(' ') || !is_degree(last) {
            break;
        }
        rest = head.trim_end_matches([',', ' ']);
    }
    rest
}

/// Whether a word is a degree or a licence, written with its capitals.
fn is_degree(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals > 1 && DEGREES.has(word.trim_end_matches('.'))
}

/// The fewest bytes of a name that is taken for written twice.
const TWICE: usize = 8;

/// `name` once, where it stands twice in a row.
fn once(name: &str) -> &str {
    let half = name.len() / 2;
    let (first, second) = match name.split_at_checked(half) {
        Some((first, second)) if first == second && name.len() >= TWICE => return first,
        _ => name.split_once(' ').unwrap_or((name, "")),
    };
    if second.strip_prefix(first).is_some_and(|rest| rest.starts_with(' ')) { second } else { name }
}

/// Whether `text` ends like the name of a company.
fn is_company(text: &str) -> bool {
    let words = || text.split_whitespace().map(|word| word.trim_matches([',', ')', '(']));
    let upper = |word: &str| word.starts_with(char::is_uppercase) || word.contains('.');
    words().count() > 1 && words().any(|word| upper(word) && is_company_word(word))
}

/// Whether a word is one of [`COMPANY_WORDS`], diacritics and all.
fn is_company_word(word: &str) -> bool {
    if word.is_ascii() {
        COMPANIES.has_folded(word)
    } else {
        COMPANIES.has_folded(&word.to_lowercase())
    }
}

/// Whether `text` can be the name of somebody: letters, few words, no date and no other number.
fn is_name(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2
        && is_titled(text)
        && (!ONLY_OPENINGS.has(text) || is_organization(text))
        && text.split_whitespace().all(has_no_bare_number)
        && !is_key(text)
        && !text.contains(['!', '?'])
        && (text.split_whitespace().count() <= NAME_WORDS || is_company(text))
        && (text.contains(' ') || date::parse(text, &DateContext::default()).is_none())
}

/// Whether `text` is a key of a template that was not filled in: `page.extra.author`.
fn is_key(text: &str) -> bool {
    text.matches('.').count() > 1
        && text.contains("author")
        && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'.')
}

/// Whether the last word of several starts with a capital, as that of a name does and that of a
/// phrase does not. Two words, both without capitals, may be a name that is written so.
fn is_titled(text: &str) -> bool {
    let lower = |word: &str| word.starts_with(char::is_lowercase);
    let Some((head, last)) = text.rsplit_once(' ') else { return true };
    let small_name = lower(head) && !head.contains(' ') && !last.ends_with('.');
    let numbered = || last.contains(|c| digit(c).is_some());
    !lower(last) || small_name || has_role_word(text) || is_organization(text) || numbered()
}

/// Whether a word makes a sentence of `text`.
fn has_verb(text: &str) -> bool {
    text.split(' ').any(|word| SENTENCE_WORDS.contains(&word))
}

/// Whether the digits of `word`, if any, follow letters, as in nicknames and names of outlets.
fn has_no_bare_number(word: &str) -> bool {
    let digits = word.contains(|c| digit(c).is_some());
    !digits || word.len() > 3 && word.starts_with(char::is_alphabetic) && !word.contains('-')
}

/// Whether `name` is that of an agency, an outlet or a desk.
fn is_organization(name: &str) -> bool {
    let several = || name.split_whitespace().nth(1).is_some();
    let is_outlet = || {
        if several() {
            !has_role_word(name) && OUTLETS.has_word_of(name)
        } else {
            OUTLETS.has(name)
        }
    };
    AGENCY_NAMES.has(name) || name.split(' ').any(is_host) || is_company(name) || is_outlet()
}

/// Whether a word of `text` says what somebody is.
fn has_role_word(text: &str) -> bool {
    ROLE_WORDS.has_word_of(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn names(byline: &str, language: &str) -> Vec<String> {
        authors(byline, Some(language)).into_iter().map(|author| author.name).collect()
    }

    #[test]
    fn bylines_in_many_languages() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("By John Smith", "en", &["John Smith"]),
            ("BY JOHN SMITH AND JANE DOE", "en", &["JOHN SMITH", "JANE DOE"]),
            (
                "By John Smith, Jane Doe and Max O’Neil",
                "en",
                &["John Smith", "Jane Doe", "Max O’Neil"],
            ),
            ("John Smith & Jane Doe", "en", &["John Smith", "Jane Doe"]),
            ("Written by: Anne-Marie Slaughter", "en", &["Anne-Marie Slaughter"]),
            ("Smith, John", "en", &["John Smith"]),
            ("John Smith | April 1, 2024", "en", &["John Smith"]),
            ("By John Smith john@example.com", "en", &["John Smith"]),
            ("By John Smith in London", "en", &["John Smith"]),
            ("https://example.com/author/x", "en", &[]),
            ("Staff 3 hours ago", "en", &[]),
            ("12:16, 1 April 2024", "en", &[]),
            ("Von Max Müller und Eva Klein", "de", &["Max Müller", "Eva Klein"]),
            ("Von Max von der Heide", "de", &["Max von der Heide"]),
            ("Par Jean Dupont et Marie Curie", "fr", &["Jean Dupont", "Marie Curie"]),
            ("Por José Ortega y Gasset", "es", &["José Ortega y Gasset"]),
            ("Por Ana Ruiz Pérez y Luis Gil Soto", "es", &["Ana Ruiz Pérez", "Luis Gil Soto"]),
            ("Di Mario Rossi", "it", &["Mario Rossi"]),
            ("Robert De Niro", "en", &["Robert De Niro"]),
            ("Di Caprio Leo", "en", &["Di Caprio Leo"]),
            ("Door Jan de Vries", "nl", &["Jan de Vries"]),
            ("Autor: Jan Kowalski", "pl", &["Jan Kowalski"]),
            ("Автор: Иван Иванов", "ru", &["Иван Иванов"]),
            ("Текст: Иван Иванов, Пётр Петров", "ru", &["Иван Иванов", "Пётр Петров"]),
            ("Иван Иванов и Анна Петрова", "ru", &["Иван Иванов", "Анна Петрова"]),
            ("Авторы: Айгүл Сәрсенова", "kk", &["Айгүл Сәрсенова"]),
            ("Yazan: Ayşe Yılmaz", "tr", &["Ayşe Yılmaz"]),
            ("بقلم: أحمد علي", "ar", &["أحمد علي"]),
            ("文/张三", "zh", &["张三"]),
            ("記者 山田太郎", "ja", &["山田太郎"]),
            ("记者：王小明、李四光", "zh", &["王小明", "李四光"]),
            ("홍길동 기자 hong@example.kr", "ko", &["홍길동"]),
            ("Av Kari Nordmann", "no", &["Kari Nordmann"]),
            ("Írta: Kovács János", "hu", &["Kovács János"]),
            ("Oleh: Budi Santoso", "id", &["Budi Santoso"]),
            ("Glen Owen And Brendan Carlin", "en", &["Glen Owen", "Brendan Carlin"]),
            ("Andrew Gerrand 4 August 2010", "en", &["Andrew Gerrand"]),
            (
                "Aashish Saxena / TIMESOFINDIA.COM / Sep 2, 2024, 17:07 IST",
                "en",
                &["Aashish Saxena", "TIMESOFINDIA.COM"],
            ),
            ("Paramita (Guha) Ghosh", "en", &["Paramita (Guha) Ghosh"]),
            ("About the Author", "en", &[]),
            ("Article by:", "en", &[]),
            ("Alexa Amador is a writer, graphic designer, and murder-mystery junkie.", "en", &[]),
            ("Rui Ma", "en", &["Rui Ma"]),
            ("Podium Staff", "en", &["Podium Staff"]),
            ("ByAlex Bozarjian Thursday, November 9, 2023", "en", &["Alex Bozarjian"]),
            ("BeauHD on Friday December 19, 2025", "en", &["BeauHD"]),
            ("By Kathy Wise Published December 19, 2016", "en", &["Kathy Wise"]),
            ("Post author By Helge Fahrnberger", "en", &["Helge Fahrnberger"]),
            ("Alle Artikel von Tanja Karrasch", "de", &["Tanja Karrasch"]),
            ("Preetam Jinka Co-founder", "en", &["Preetam Jinka"]),
            ("Rachel MacDonald Senior Writer", "en", &["Rachel MacDonald"]),
            ("ZDNet Japan Staff", "en", &["ZDNet Japan Staff"]),
            ("Luxury Travel Expert", "en", &["Luxury Travel Expert"]),
            ("Cara Dumaplin RN", "en", &["Cara Dumaplin"]),
            ("Niko Matsakis on behalf of the vision team", "en", &["Niko Matsakis"]),
            ("Emma Mackenzie, Image: Getty Images, iStockphoto", "en", &["Emma Mackenzie"]),
            ("Kristen Falc'honKristen Falc'hon", "fr", &["Kristen Falc'hon"]),
            ("N-Land N-Land Redaktion", "de", &["N-Land Redaktion"]),
            ("unocero - Alberto Ávila", "es", &["unocero", "Alberto Ávila"]),
            ("Müller & Söhne GmbH & Co. KG", "de", &["Müller & Söhne GmbH & Co. KG"]),
            ("page.head.extra.author", "en", &[]),
            ("admin", "en", &[]),
            ("", "en", &[]),
        ];
        for (byline, language, expected) in cases {
            assert_eq!(names(byline, language), *expected, "{byline}");
        }
    }

    /// Bylines as pages of many languages write them: a group of languages, the language, the text
    /// and the names in it, set apart by tabs.
    const FORMS: &str = include_str!("testdata/bylines.tsv");

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
            let found = names(text, language).join("; ");
            if found != expected {
                wrong.push(format!("{language}: {text:?} gives {found:?}, not {expected:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert!(groups.values().all(|forms| *forms >= FORMS_A_GROUP), "{groups:?}");
    }

    #[test]
    fn roles_are_kept_apart() {
        let first = |byline| authors(byline, Some("ru")).into_iter().next().unwrap();
        let cases = [
            ("John Smith, Staff Writer", "John Smith", Some("Staff Writer")),
            ("John Smith, Reuters Correspondent", "John Smith", Some("Reuters Correspondent")),
            (
                "Иван Иванов, специальный корреспондент",
                "Иван Иванов",
                Some("специальный корреспондент"),
            ),
            ("Иван Иванов специально для Газеты", "Иван Иванов", Some("специально для Газеты")),
            ("Фото: Иван Иванов", "Иван Иванов", Some("Фото")),
            ("John Smith (Reuters)", "John Smith", Some("Reuters")),
        ];
        for (byline, name, role) in cases {
            let author = first(byline);
            assert_eq!((author.name.as_str(), author.role.as_deref()), (name, role), "{byline}");
            assert_eq!(author.kind, AuthorKind::Person, "{byline}");
        }
    }

    #[test]
    fn agencies_and_outlets_are_organisations() {
        for name in [
            "Reuters",
            "AP",
            "AFP",
            "ТАСС",
            "РИА Новости",
            "DPA",
            "The Associated Press",
            "Kazinform",
            "BBC News",
            "Associated Press",
            "Редакция",
            "新华社",
            "연합뉴스",
            "New York Times",
            "Пресс-служба МВД",
            "News Desk",
        ] {
            let found = authors(name, None);
            assert_eq!(found.len(), 1, "{name}");
            assert_eq!(found[0].kind, AuthorKind::Organization, "{name}");
        }
        let mixed = authors("By John Smith and AFP", Some("en"));
        assert_eq!(mixed[0].kind, AuthorKind::Person);
        assert_eq!(mixed[1].kind, AuthorKind::Organization);
    }

    proptest! {
        #[test]
        fn names_round_trip(first in "[A-Z][a-z]{4,8}x", last in "[A-Z][a-z]{4,8}x") {
            let name = format!("{first} {last}");
            prop_assert_eq!(names(&format!("By {name}"), "en"), vec![name.clone()]);
            prop_assert_eq!(names(&format!("Автор: {name}"), "ru"), vec![name]);
        }

        #[test]
        fn nothing_panics(text in "\\PC*", byline in "[A-Za-zА-я,;/&():.|@ 0-9文記者İı]{0,60}") {
            for author in authors(&text, None).into_iter().chain(authors(&byline, Some("tr"))) {
                prop_assert!(!author.name.trim().is_empty());
            }
        }
    }
}
