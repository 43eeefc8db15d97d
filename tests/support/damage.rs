//! Ways in which real pages arrive broken.

use std::ops::Range;

use super::random::Random;

/// A way to break a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Damage {
    /// The connection ended.
    Cut,
    /// Bytes are others.
    Flip,
    /// Tags are missing,
    Drop,
    /// stand in each other's place,
    Swap,
    /// or stand twice.
    Double,
    /// The server declares another encoding.
    Charset,
}

impl Damage {
    pub(crate) const ALL: [Self; 6] =
        [Self::Cut, Self::Flip, Self::Drop, Self::Swap, Self::Double, Self::Charset];
}

/// A broken page, and the header that it came with.
#[derive(Debug)]
pub(crate) struct Broken {
    pub(crate) bytes: Vec<u8>,
    pub(crate) charset: Option<&'static str>,
}

const CHARSETS: &[&str] = &[
    "utf-8",
    "utf-16le",
    "utf-16be",
    "windows-1251",
    "windows-1252",
    "koi8-r",
    "shift_jis",
    "euc-jp",
    "iso-2022-jp",
    "gb18030",
    "big5",
    "euc-kr",
    "x-user-defined",
    "iso-2022-kr",
    "no such charset",
];

/// How many bytes are flipped at once, and of how many tags one is dropped, swapped or doubled.
const FLIPPED: usize = 20;
const TAGS_A_DAMAGE: usize = 50;

/// A page after a damage.
pub(crate) fn broken(page: &[u8], damage: Damage, random: &mut Random) -> Broken {
    let (mut bytes, mut charset) = (page.to_vec(), None);
    match damage {
        Damage::Cut => bytes.truncate(random.below(page.len())),
        Damage::Flip => (0..FLIPPED).for_each(|_| flip(&mut bytes, random)),
        Damage::Drop | Damage::Swap | Damage::Double => bytes = retagged(page, damage, random),
        Damage::Charset => charset = Some(random.of(CHARSETS)),
    }
    Broken { bytes, charset }
}

fn flip(bytes: &mut [u8], random: &mut Random) {
    let at = random.below(bytes.len());
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= u8::try_from(1 + random.below(255)).unwrap_or(1);
    }
}

/// What looks like a tag, from `<` to `>`.
fn tags(page: &[u8]) -> Vec<Range<usize>> {
    let starts = memchr::memchr_iter(b'<', page);
    let ends = starts.filter_map(|start| {
        let rest = page.get(start..)?;
        let is_tag = rest.get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'/');
        let end = start + memchr::memchr(b'>', rest)? + 1;
        is_tag.then_some(start..end)
    });
    let mut tags: Vec<Range<usize>> = Vec::new();
    for tag in ends {
        if tags.last().is_none_or(|last| last.end <= tag.start) {
            tags.push(tag);
        }
    }
    tags
}

/// The page with some of its tags dropped, swapped or doubled.
fn retagged(page: &[u8], damage: Damage, random: &mut Random) -> Vec<u8> {
    let tags = tags(page);
    let mut written: Vec<Vec<&[u8]>> =
        tags.iter().map(|tag| vec![page.get(tag.clone()).unwrap_or_default()]).collect();
    for _ in 0..=tags.len() / TAGS_A_DAMAGE {
        let (one, other) = (random.below(tags.len()), random.below(tags.len()));
        match (damage, written.get_mut(one)) {
            (Damage::Drop, Some(tag)) => tag.clear(),
            (Damage::Double, Some(tag)) => tag.extend_from_within(..),
            (Damage::Swap, Some(_)) => written.swap(one, other),
            _ => {}
        }
    }
    let mut bytes = Vec::with_capacity(page.len());
    let mut at = 0;
    for (tag, written) in tags.iter().zip(&written) {
        bytes.extend_from_slice(page.get(at..tag.start).unwrap_or_default());
        for tag in written {
            bytes.extend_from_slice(tag);
        }
        at = tag.end;
    }
    bytes.extend_from_slice(page.get(at..).unwrap_or_default());
    bytes
}
