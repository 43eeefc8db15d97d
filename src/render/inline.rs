//! Rich text made ready to be written.

use super::escape::link_url;
use crate::model::{Inline, RichText};

/// The text with white space collapsed to one space or one `\n`, none of it at the ends, and
/// without control characters; runs link to allowed addresses alone.
pub(super) fn clean(text: &RichText) -> RichText {
    let mut cleaner = Cleaner { pending: None, started: false };
    text.runs().iter().map(|run| cleaner.run(run)).collect()
}

/// As [`clean`], of text without formatting.
pub(super) fn clean_plain(text: &str) -> RichText {
    clean(&RichText::plain(text))
}

/// As [`clean`], with spaces in place of line breaks, as headings and table cells need it.
pub(super) fn clean_line(text: &RichText) -> RichText {
    let on_one_line = |run: &Inline| Inline { text: run.text.replace('\n', " "), ..run.clone() };
    clean(text).runs().iter().map(on_one_line).collect()
}

/// White space that is held back until text follows it.
struct Cleaner {
    pending: Option<char>,
    started: bool,
}

impl Cleaner {
    fn run(&mut self, run: &Inline) -> Inline {
        let mut text = String::with_capacity(run.text.len());
        for c in run.text.chars() {
            if c.is_ascii_whitespace() || c == '\u{b}' {
                self.hold(c);
            } else if !c.is_control() {
                self.release(&mut text);
                text.push(c);
            }
        }
        let url = run.url.as_deref().and_then(link_url).map(str::to_owned);
        Inline { text, url, ..run.clone() }
    }

    fn hold(&mut self, c: char) {
        let line_break = c == '\n' || self.pending == Some('\n');
        self.pending = Some(if line_break { '\n' } else { ' ' });
    }

    fn release(&mut self, text: &mut String) {
        if let Some(space) = self.pending.take().filter(|_| self.started) {
            text.push(space);
        }
        self.started = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_collapsed_across_runs() {
        let strong = |text: &str| Inline { strong: true, ..Inline::plain(text) };
        let text: RichText =
            [Inline::plain(" a \u{0}"), strong(" "), strong("  b\t\n"), Inline::plain(" c\r\n")]
                .into_iter()
                .collect();
        let expected: RichText =
            [Inline::plain("a"), strong(" b"), Inline::plain("\nc")].into_iter().collect();
        assert_eq!(clean(&text), expected);
        assert_eq!(clean_line(&text).text(), "a b c");
    }
}
