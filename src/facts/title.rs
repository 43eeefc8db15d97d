//! Headlines without the site's name.

use super::clean::letters;

/// What stands between a headline and the names of section and site.
const SEPARATORS: &[&str] = &[
    " | ", " - ", " – ", " — ", " · ", " » ", " « ", " :: ", " • ", " ‹ ", " › ", " > ", " / ",
    " // ", " ｜ ", "｜", "|", "ㅣ", "_",
];

/// Names by which a site is known.
#[derive(Debug, Default)]
pub(super) struct SiteNames {
    folded: Vec<String>,
}

impl SiteNames {
    /// The names that the page gives, and the parts of its host.
    pub(super) fn new<'a>(names: impl Iterator<Item = &'a str>, host: Option<&str>) -> Self {
        let mut folded: Vec<String> = names.map(letters).collect();
        if let Some(host) = host {
            folded.push(letters(host));
            let labels = || host.split('.').rev().skip(1);
            let longest = labels().max_by_key(|label| label.len());
            // `co` and `com` stand before the domain of a country.
            let own = labels().find(|label| label.len() > 3);
            folded.extend(longest.into_iter().chain(own).map(letters));
        }
        folded.retain(|name| name.chars().count() > 1);
        Self { folded }
    }

    /// Whether `text` is a name of the site to the letter.
    pub(super) fn is_name(&self, text: &str) -> bool {
        self.folded.contains(&letters(text))
    }

    /// Whether `text` is a name of the site, with or without its article, domain or suffix.
    pub(super) fn has(&self, text: &str) -> bool {
        self.has_letters(&letters(text))
    }

    /// The same of the [`letters`] of a text.
    pub(super) fn has_letters(&self, text: &str) -> bool {
        let plain = text.strip_prefix("the").unwrap_or(text);
        self.folded.iter().any(|name| {
            let name = name.strip_prefix("the").unwrap_or(name);
            name == plain
                || (plain.len() >= 4
                    && name.len() >= 4
                    && (name.starts_with(plain) || plain.starts_with(name))
                    && plain.len().abs_diff(name.len()) <= 12)
        })
    }
}

/// `title` without segments at its ends that name the site. `others` are the other titles of the
/// page: where one of them is the start or the end of `title` at a separator, it is the headline.
pub(super) fn cut(title: &str, sites: &SiteNames, others: &[&str], furniture: Furniture) -> String {
    let segments = split(title);
    if segments.len() < 2 {
        return title.to_owned();
    }
    if let Some(known) = repeated(title, &segments, others) {
        return known.to_owned();
    }
    let (mut from, mut to) = (0, segments.len());
    while to - from > 1 && segments.get(to - 1).is_some_and(|last| sites.has(last.text)) {
        to -= 1;
    }
    while to - from > 1 && segments.get(from).is_some_and(|first| sites.has(first.text)) {
        from += 1;
    }
    let whole = (from, to) == (0, segments.len());
    let last = segments.get(to - 1).filter(|_| whole);
    if last.is_some_and(|last| is_furniture(last, title, furniture)) {
        to -= 1;
    }
    joined(title, &segments, from, to).to_owned()
}

/// How far the last segment of a title may be taken for the name of a site that the page does not
/// give elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Furniture {
    /// Not at all.
    Keep,
    /// Where it stands behind a bar or a dot: a title that repeats `<title>` to the letter.
    Barred,
    /// Behind any separator: `<title>` itself.
    Any,
}

/// Whether the last segment is likely to be the name of the site: it is short, and most of the
/// title stands before it.
fn is_furniture(last: &Segment<'_>, title: &str, furniture: Furniture) -> bool {
    let words = last.text.split_whitespace().count();
    let before = title.get(..last.from).unwrap_or_default().trim_end();
    let separated = match furniture {
        Furniture::Keep => false,
        Furniture::Barred => before.ends_with(['|', '·', '»', '•', '｜', 'ㅣ']),
        Furniture::Any => true,
    };
    separated && words <= 4 && last.from * 2 > title.len()
}

/// A part of a title and where it stands.
struct Segment<'a> {
    text: &'a str,
    from: usize,
    to: usize,
}

/// Whether a byte begins what stands between segments.
fn begins_separator(byte: u8) -> bool {
    matches!(byte, b' ' | b'|' | b'_' | b'-' | 0xE3 | 0xEF)
}

/// What stands between segments, where `rest` starts with it.
fn separator(before: &str, rest: &str) -> Option<&'static str> {
    if !rest.bytes().next().is_some_and(begins_separator) {
        return None;
    }
    let known = SEPARATORS.iter().copied().find(|separator| rest.starts_with(*separator));
    known.or_else(|| is_unspaced_hyphen(before, rest).then_some("-"))
}

fn split(title: &str) -> Vec<Segment<'_>> {
    let (mut segments, mut from, mut at) = (Vec::new(), 0, 0);
    while let Some(rest) = title.get(at..).filter(|rest| !rest.is_empty()) {
        match separator(title.get(..at).unwrap_or_default(), rest) {
            Some(separator) if at > from => {
                segments.extend(title.get(from..at).map(|text| Segment { text, from, to: at }));
                from = at + separator.len();
                at = from;
            }
            _ => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    segments.extend(title.get(from..).filter(|text| !text.trim().is_empty()).map(|text| Segment {
        text,
        from,
        to: title.len(),
    }));
    segments
}

/// Whether a hyphen stands between signs of East Asia, where no white space sets names apart.
fn is_unspaced_hyphen(before: &str, rest: &str) -> bool {
    let wide = |c: Option<char>| c.is_some_and(|c| c >= '\u{3000}');
    let mut chars = rest.chars();
    chars.next() == Some('-') && wide(chars.next()) && wide(before.chars().next_back())
}

fn joined<'a>(title: &'a str, segments: &[Segment<'_>], from: usize, to: usize) -> &'a str {
    let ends = segments.get(from).zip(to.checked_sub(1).and_then(|last| segments.get(last)));
    ends.and_then(|(first, last)| title.get(first.from..last.to)).unwrap_or(title).trim()
}

/// The start or the end of `title` at a separator that another title is.
fn repeated<'a>(title: &'a str, segments: &[Segment<'_>], others: &[&str]) -> Option<&'a str> {
    let count = segments.len();
    let heads = (1..count).map(|to| (0, to));
    let tails = (1..count).map(|from| (from, count));
    heads
        .chain(tails)
        .map(|(from, to)| joined(title, segments, from, to))
        .find(|part| others.contains(&letters(part).as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_looked_for_at_their_first_bytes() {
        let first = |separator: &&str| separator.bytes().next().is_some_and(begins_separator);
        assert!(SEPARATORS.iter().all(first));
    }

    #[test]
    fn the_name_of_the_site_is_cut() {
        let sites = SiteNames::new(["The Daily Rain"].into_iter(), Some("informburo.kz"));
        let cases = [
            ("Rain in May - informburo.kz", "Rain in May"),
            ("Daily Rain | Rain in May", "Rain in May"),
            ("Rain - and sun - in May | World | The Daily Rain", "Rain - and sun - in May | World"),
            ("Rain-soaked", "Rain-soaked"),
            ("The Daily Rain", "The Daily Rain"),
            ("Rain in May – The Daily Rain Online", "Rain in May"),
            ("informburo.kz // Rain in May", "Rain in May"),
        ];
        for (title, headline) in cases {
            assert_eq!(cut(title, &sites, &[], Furniture::Keep), headline, "{title}");
        }
    }

    #[test]
    fn another_title_says_where_the_headline_ends() {
        let others = [letters("Rain in May")];
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        assert_eq!(
            cut("Rain in May | World | News", &SiteNames::default(), &others, Furniture::Any),
            "Rain in May"
        );
        assert_eq!(
            cut("News: all | Rain in May", &SiteNames::default(), &others, Furniture::Any),
            "Rain in May"
        );
    }

    #[test]
    fn a_short_end_of_the_title_element_is_furniture() {
        let none = SiteNames::default();
        assert_eq!(
            cut("Rain will fall on all of us in May | Weather Blog", &none, &[], Furniture::Any),
            "Rain will fall on all of us in May"
        );
        assert_eq!(
            cut("Rain - what we know about it", &none, &[], Furniture::Any),
            "Rain - what we know about it"
        );
        let title = "武汉的声音：有英勇的你，才有英雄的城！-新华网";
        assert_eq!(
            cut(title, &none, &[], Furniture::Any),
            "武汉的声音：有英勇的你，才有英雄的城！"
        );
    }
}
