//! Where the text of a `<script>` ends (HTML standard, section 13.2.5.15 to 13.2.5.31).
//!
//! `</script>` ends it, but not between `<!--` and `-->` behind a `<script>` there: scripts were
//! once hidden in comments from browsers that did not know them.

use memchr::{memchr, memchr2};

use super::bytes::{self, ENDS_TAG_NAME};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Escape {
    None,
    /// Behind `<!--`, whose dashes stand at this place and may be those of `-->`, too.
    Comment(usize),
    /// Behind `<!--` and `<script>`.
    Script(usize),
}

/// The length of the text; `is_end_tag` tells whether the `</` at a place begins the end tag.
pub(super) fn end(text: &[u8], is_end_tag: impl Fn(usize) -> bool) -> usize {
    let mut escape = Escape::None;
    let mut at = 0;
    while let Some(found) = next(text, at, escape) {
        let rest = text.get(found..).unwrap_or_default();
        let is_open = !matches!(escape, Escape::Script(_));
        if is_open && rest.starts_with(b"</") && is_end_tag(found) {
            return found;
        }
        escape = match escape {
            Escape::None if rest.starts_with(b"<!--") => Escape::Comment(found + "<!".len()),
            Escape::Comment(dashes) | Escape::Script(dashes)
                if rest.starts_with(b">") && has_dashes(text.get(dashes..found)) =>
            {
                Escape::None
            }
            Escape::Comment(dashes) if is_script(rest, b"<") => Escape::Script(dashes),
            Escape::Script(dashes) if is_script(rest, b"</") => Escape::Comment(dashes),
            same => same,
        };
        at = found + 1;
    }
    text.len()
}

fn has_dashes(before: Option<&[u8]>) -> bool {
    before.is_some_and(|before| before.ends_with(b"--"))
}

/// The next byte that may change something.
fn next(text: &[u8], from: usize, escape: Escape) -> Option<usize> {
    let rest = text.get(from..)?;
    let found = match escape {
        Escape::None => memchr(b'<', rest),
        Escape::Comment(_) | Escape::Script(_) => memchr2(b'<', b'>', rest),
    };
    found.map(|found| from + found)
}

/// Whether `text` begins with a tag of a script.
fn is_script(text: &[u8], opening: &[u8]) -> bool {
    let Some(tag) = text.strip_prefix(opening) else { return false };
    let Some((name, behind)) = tag.split_at_checked("script".len()) else { return false };
    name.eq_ignore_ascii_case(b"script")
        && behind.first().is_some_and(|byte| bytes::class(*byte) & ENDS_TAG_NAME != 0)
}
