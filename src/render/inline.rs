//! Rich text made ready to be written.

use super::escape::{link_url, one_line};
use crate::model::{Embed, Inline, RichText};

/// The text with white space collapsed to one space or one `\n`, none of it at the ends, and
/// without control characters; runs link to allowed addresses alone.
pub(super) fn clean(text: &RichText) -> RichText {
    let mut cleaner = Cleaner::default();
    text.runs().iter().for_each(|run| cleaner.push_run(run));
    cleaner.finish()
}

/// As [`clean`], of text without formatting.
pub(super) fn clean_plain(text: &str) -> RichText {
    clean(&RichText::plain(text))
}

/// Where an embed leads, and what is shown of it: its text, or else its address. A text of marks of
/// direction alone shows nothing.
pub(super) fn shown_embed(embed: &Embed) -> (Option<&str>, RichText) {
    let url = link_url(&embed.url);
    let text = embed.text.as_deref().filter(|text| !one_line(text).is_empty());
    (url, text.or(url).map(clean_plain).unwrap_or_default())
}

/// As [`clean`], with spaces in place of line breaks, as headings and table cells need it.
pub(super) fn clean_line(text: &RichText) -> RichText {
    let on_one_line = |run: &Inline| Inline { text: run.text.replace('\n', " "), ..run.clone() };
    clean(text).runs().iter().map(on_one_line).collect()
}

/// The runs so far; white space stays in the run in which it starts.
#[derive(Default)]
struct Cleaner {
    runs: Vec<Inline>,
}

impl Cleaner {
    fn push_run(&mut self, run: &Inline) {
        let url = run.url.as_deref().and_then(link_url).map(str::to_owned);
        self.runs.push(Inline { text: String::with_capacity(run.text.len()), url, ..run.clone() });
        run.text.chars().for_each(|c| self.push_char(c));
        self.runs.pop_if(|run| run.text.is_empty());
    }

    fn push_char(&mut self, c: char) {
        let last = self.last_char();
        match c {
            '\n' if last == Some(' ') => self.replace_space_by_break(),
            _ if c.is_whitespace() && last.is_none() => {}
            '\n' if last != Some('\n') => self.append('\n'),
            _ if c.is_ascii_whitespace() || c == '\u{b}' => {
                if !matches!(last, Some(' ' | '\n')) {
                    self.append(' ');
                }
            }
            _ if c.is_control() => {}
            _ => self.append(c),
        }
    }

    fn append(&mut self, c: char) {
        if let Some(run) = self.runs.last_mut() {
            run.text.push(c);
        }
    }

    fn replace_space_by_break(&mut self) {
        self.remove_last_char();
        self.append('\n');
    }

    /// The last run may be empty still, those before it have text.
    fn last_char(&self) -> Option<char> {
        self.runs.iter().rev().take(2).find_map(|run| run.text.chars().next_back())
    }

    fn remove_last_char(&mut self) {
        let _ = self.runs.iter_mut().rev().take(2).find_map(|run| run.text.pop());
    }

    fn finish(mut self) -> RichText {
        while self.last_char().is_some_and(char::is_whitespace) {
            self.remove_last_char();
            self.runs.pop_if(|run| run.text.is_empty());
        }
        self.runs.chunk_by(|a, b| a.url == b.url).fold(RichText::default(), with_link)
    }
}

/// Appends the runs of one target; white space at the ends of a link is put outside of it.
fn with_link(mut text: RichText, runs: &[Inline]) -> RichText {
    let last = runs.len().saturating_sub(1);
    for (index, run) in runs.iter().enumerate() {
        let linked = run.url.is_some();
        let (before, rest) = split_before(&run.text, linked && index == 0);
        let (body, after) = split_after(rest, linked && index == last);
        text.push(Inline::plain(before));
        text.push(Inline { text: body.to_owned(), ..run.clone() });
        text.push(Inline::plain(after));
    }
    text
}

fn split_before(text: &str, split: bool) -> (&str, &str) {
    let body = if split { text.trim_ascii_start() } else { text };
    text.split_at_checked(text.len() - body.len()).unwrap_or((text, ""))
}

fn split_after(text: &str, split: bool) -> (&str, &str) {
    let body = if split { text.trim_ascii_end() } else { text };
    text.split_at_checked(body.len()).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EmbedKind;

    #[test]
    fn white_space_is_collapsed_across_runs() {
        let strong = |text: &str| Inline { strong: true, ..Inline::plain(text) };
        let text: RichText =
            [Inline::plain(" a \u{0}"), strong(" "), strong("  b\t\n"), Inline::plain(" c\r\n")]
                .into_iter()
                .collect();
        let expected: RichText =
            [Inline::plain("a "), strong("b\n"), Inline::plain("c")].into_iter().collect();
        assert_eq!(clean(&text), expected);
        assert_eq!(clean_line(&text).text(), "a b c");
    }

    #[test]
    fn links_start_and_end_with_text() {
        let link = |text: &str| Inline { url: Some("https://e.org".into()), ..Inline::plain(text) };
        let text = [Inline::plain("a"), link(" b "), Inline::plain("c")];
        let expected = [Inline::plain("a "), link("b"), Inline::plain(" c")];
        assert_eq!(clean(&text.into_iter().collect()).runs(), expected);
    }

    #[test]
    fn embeds_show_a_text_or_their_address() {
        let shown = |url: &str, text: &str| {
            let embed = Embed { text: Some(text.into()), ..Embed::new(EmbedKind::default(), url) };
            shown_embed(&embed).1.text()
        };
        let url = "https://e.org/";
        assert_eq!(shown(url, " \u{2066}\u{202E}"), url);
        assert_eq!(shown(url, "\u{2067}a\u{2069}"), "\u{2067}a\u{2069}");
        assert_eq!(shown("javascript:a", "\u{2066}"), "");
    }

    #[test]
    fn white_space_alone_is_nothing() {
        let code = Inline { code: true, ..Inline::plain(" \n") };
        let text = [Inline::plain(" "), code, Inline::plain("\u{a0}\u{2003} \r")];
        assert!(clean(&text.into_iter().collect()).is_empty());
    }
}
