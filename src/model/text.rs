use std::fmt;

use serde::{Deserialize, Serialize};

/// A run of text with one look and one target.
///
/// A line break inside a paragraph (`<br>`) is a `\n` in the text. All other white space is
/// collapsed to single spaces, as a browser shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
#[non_exhaustive]
pub struct Inline {
    /// The text as shown.
    pub text: String,
    /// Where the run links to, resolved against the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// `<em>`, `<i>`, `<cite>` and the like.
    #[serde(skip_serializing_if = "is_false")]
    pub emphasis: bool,
    /// `<strong>` or `<b>`.
    #[serde(skip_serializing_if = "is_false")]
    pub strong: bool,
    /// `<code>`, `<kbd>`, `<samp>` or `<tt>`.
    #[serde(skip_serializing_if = "is_false")]
    pub code: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(flag: &bool) -> bool {
    !*flag
}

impl Inline {
    /// A plain run.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Whether `other` differs from this run in its text alone.
    pub fn same_look(&self, other: &Self) -> bool {
        self.url == other.url
            && self.emphasis == other.emphasis
            && self.strong == other.strong
            && self.code == other.code
    }
}

/// Text with links, emphasis and code: a flat sequence of [`Inline`] runs.
///
/// In JSON it is the array of its runs. [`Display`](fmt::Display) gives the text alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct RichText {
    runs: Vec<Inline>,
}

impl RichText {
    /// Text without any formatting.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::from_iter([Inline::plain(text)])
    }

    /// Appends a run; one that looks like the last is joined to it, an empty one is dropped.
    pub fn push(&mut self, run: Inline) {
        if run.text.is_empty() {
            return;
        }
        match self.runs.last_mut() {
            Some(last) if last.same_look(&run) => last.text.push_str(&run.text),
            _ => self.push_run(run),
        }
    }

    /// Appends texts in a row that look like a run. A new run gets room for so many bytes.
    pub(crate) fn push_like(&mut self, look: &Inline, texts: [&str; 2], room: usize) {
        if texts == ["", ""] {
            return;
        }
        if !self.runs.last().is_some_and(|last| last.same_look(look)) {
            self.push_run(Inline { text: String::with_capacity(room), ..look.clone() });
        }
        if let Some(run) = self.runs.last_mut() {
            run.text.extend(texts);
        }
    }

    fn push_run(&mut self, run: Inline) {
        // Most texts are one run, and a body holds hundreds of texts.
        if self.runs.is_empty() {
            self.runs.reserve_exact(1);
        }
        self.runs.push(run);
    }

    /// The runs, in order; none of them is empty and no two neighbours look the same.
    pub fn runs(&self) -> &[Inline] {
        &self.runs
    }

    /// Appends a text, behind `between` where there is any before it.
    pub(crate) fn append(&mut self, text: Self, between: &str) {
        if self.is_empty() {
            *self = text;
        } else if !text.is_empty() {
            self.push(Inline::plain(between));
            self.extend(text.runs);
        }
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// The text alone.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

impl fmt::Display for RichText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.runs.iter().try_for_each(|run| f.write_str(&run.text))
    }
}

impl FromIterator<Inline> for RichText {
    fn from_iter<I: IntoIterator<Item = Inline>>(runs: I) -> Self {
        let mut text = Self::default();
        text.extend(runs);
        text
    }
}

impl Extend<Inline> for RichText {
    fn extend<I: IntoIterator<Item = Inline>>(&mut self, runs: I) {
        runs.into_iter().for_each(|run| self.push(run));
    }
}

impl From<&str> for RichText {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_of_one_look_are_joined_and_empty_runs_dropped() {
        let bold = |text: &str| Inline { strong: true, ..Inline::plain(text) };
        let text: RichText =
            [Inline::plain("a "), Inline::plain("b"), bold(""), bold("c"), bold("d")]
                .into_iter()
                .collect();
        assert_eq!(text.runs(), [Inline::plain("a b"), bold("cd")]);
        assert_eq!(text.to_string(), "a bcd");
    }
}
