//! Runs of text, escaped and marked.

use crate::model::{Inline, RichText};

/// What starts a block, or another kind of line, at the start of a line. Characters that mean
/// something anywhere are escaped anyway.
const AT_LINE_START: &[char] = &['#', '-', '+', '=', '>', ':'];
/// What means something anywhere: escapes, code, emphasis, links, HTML, cells, strikethrough.
const ANYWHERE: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '|', '~'];

/// Clean text, as the content of a paragraph, a heading or an item.
pub(super) fn rich(text: &RichText) -> String {
    Writer { out: String::new(), in_cell: false }.text(text)
}

/// Clean text of one line, as a cell of a table.
pub(super) fn cell(text: &RichText) -> String {
    Writer { out: String::new(), in_cell: true }.text(text)
}

/// A link with a label that is Markdown already; `url` has no white space.
pub(super) fn link(url: &str, label: &str) -> String {
    format!("[{label}]({})", destination(url))
}

/// The length of the longest run of backticks.
pub(super) fn longest_backticks(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}

/// A link destination: as it is, or in angle brackets where it has parentheses.
fn destination(url: &str) -> String {
    let mut escaped = String::with_capacity(url.len());
    for (at, c) in url.char_indices() {
        match c {
            '\\' => escaped.push_str("%5C"),
            '<' => escaped.push_str("%3C"),
            '>' => escaped.push_str("%3E"),
            '|' => escaped.push_str("%7C"),
            '&' if starts_reference(url, at) => escaped.push_str("&amp;"),
            _ => escaped.push(c),
        }
    }
    if url.contains(['(', ')']) { format!("<{escaped}>") } else { escaped }
}

/// Whether a character reference may start at the `&` of this offset.
fn starts_reference(text: &str, at: usize) -> bool {
    let rest = text.get(at + 1..).unwrap_or_default();
    let after_name = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
    after_name.len() < rest.len() && after_name.starts_with(';')
}

struct Writer {
    out: String,
    in_cell: bool,
}

impl Writer {
    fn text(mut self, text: &RichText) -> String {
        let mut rest = text.runs();
        for runs in text.runs().chunk_by(|a, b| a.url == b.url) {
            rest = rest.get(runs.len()..).unwrap_or_default();
            match runs.first().and_then(|run| run.url.as_deref()) {
                Some(url) => self.link(url, runs),
                None => self.runs(runs, rest.first()),
            }
        }
        self.out
    }

    fn link(&mut self, url: &str, runs: &[Inline]) {
        self.out.push('[');
        self.runs(runs, None);
        self.out.push_str("](");
        self.out.push_str(&destination(url));
        self.out.push(')');
    }

    /// `after` is the run that follows these.
    fn runs(&mut self, runs: &[Inline], after: Option<&Inline>) {
        let within = runs.iter().skip(1).map(Follower::of_run);
        // A link that follows begins with a bracket.
        let behind = after.filter(|run| run.url.is_none()).map_or(Follower::Open, Follower::of_run);
        for (run, after) in runs.iter().zip(within.chain([behind])) {
            self.run(run, after);
        }
    }

    fn run(&mut self, run: &Inline, after: Follower) {
        if run.strong || run.emphasis || run.code {
            self.marked_run(run, after);
        } else {
            self.escaped(&run.text);
        }
    }

    /// White space stays outside of the marks, which need text beside them.
    fn marked_run(&mut self, run: &Inline, after: Follower) {
        let body = run.text.trim();
        let (before_body, after_body) = around(&run.text, body);
        self.escaped(before_body);
        if !body.is_empty() {
            let after = after_body.chars().next().map_or(after, |c| Follower::after(Some(c)));
            let (open, close) = self.marks(run, body, after);
            self.out.push_str(open);
            if run.code {
                self.code(body);
            } else {
                self.escaped(body);
            }
            self.out.push_str(close);
        }
        self.escaped(after_body);
    }

    fn marks(&self, run: &Inline, body: &str, after: Follower) -> (&'static str, &'static str) {
        let before = Follower::after(self.out.chars().next_back());
        let fits = !run.code && is_word(body.chars().next()) || before == Follower::Open;
        let closes = !run.code && is_word(body.chars().next_back()) || after == Follower::Open;
        match (run.strong, run.emphasis) {
            (false, false) => ("", ""),
            _ if !fits || !closes || self.out.ends_with('*') => html_marks(run),
            (true, false) => ("**", "**"),
            (false, true) => ("*", "*"),
            (true, true) => ("***", "***"),
        }
    }

    /// A code span; a `<code>` element where no span can hold the text: with a bar in a cell, and
    /// with what would make the definition of a link of a paragraph that starts with a link.
    fn code(&mut self, text: &str) {
        let text = text.replace('\n', " ");
        if self.in_cell && text.contains('|') || text.contains("]:") {
            self.out.push_str("<code>");
            self.escaped(&text);
            self.out.push_str("</code>");
            return;
        }
        let fence = "`".repeat(longest_backticks(&text) + 1);
        let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
        self.out.extend([&fence, pad, &text, pad, &fence]);
    }

    fn escaped(&mut self, text: &str) {
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|(_, next)| *next);
            if c == '\n' {
                self.out.push_str("\\\n");
                continue;
            }
            if self.needs_escape(c, next) || c == '&' && starts_reference(text, at) {
                self.out.push('\\');
            }
            self.out.push(c);
        }
    }

    fn needs_escape(&self, c: char, next: Option<char>) -> bool {
        match c {
            _ if ANYWHERE.contains(&c) => true,
            // With the `[` of a link it would be an image.
            '!' => next.is_none(),
            // A heading may end in them.
            '#' => self.out.is_empty() || self.out.ends_with([' ', '\n']),
            '.' | ')' => self.line_is_a_number(),
            _ => AT_LINE_START.contains(&c) && self.at_line_start(),
        }
    }

    fn at_line_start(&self) -> bool {
        self.out.is_empty() || self.out.ends_with('\n')
    }

    /// Whether the line so far is the number of an ordered list: up to nine digits.
    fn line_is_a_number(&self) -> bool {
        let before = self.out.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = self.out.len() - before.len();
        (1..=9).contains(&digits) && (before.is_empty() || before.ends_with('\n'))
    }
}

/// What stands beside a run of marks, as far as it decides whether they are emphasis.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Follower {
    /// Nothing, white space or ASCII punctuation: marks fit beside any text.
    Open,
    /// Something else: marks fit beside letters and digits alone.
    Text,
}

impl Follower {
    fn after(c: Option<char>) -> Self {
        match c {
            None => Self::Open,
            Some(c) if c == ' ' || c == '\n' || c.is_ascii_punctuation() => Self::Open,
            Some(_) => Self::Text,
        }
    }

    fn of_run(run: &Inline) -> Self {
        if run.code || run.strong || run.emphasis {
            return Self::Open;
        }
        Self::after(run.text.chars().next())
    }
}

/// Letters and digits, of which no reader of Markdown takes any for punctuation: that excludes
/// the circled ones, which Unicode files under symbols.
fn is_word(c: Option<char>) -> bool {
    let circled = |c: char| matches!(c, '\u{24B6}'..='\u{24E9}' | '\u{1F130}'..='\u{1F189}');
    c.is_some_and(|c| c.is_alphanumeric() && !circled(c))
}

/// What stands before and after `body` in the `text` that it was trimmed from.
fn around<'a>(text: &'a str, body: &str) -> (&'a str, &'a str) {
    let start = text.len() - text.trim_start().len();
    let before = text.get(..start).unwrap_or_default();
    (before, text.get(start + body.len()..).unwrap_or_default())
}

fn html_marks(run: &Inline) -> (&'static str, &'static str) {
    match (run.strong, run.emphasis) {
        (true, true) => ("<strong><em>", "</em></strong>"),
        (true, false) => ("<strong>", "</strong>"),
        _ => ("<em>", "</em>"),
    }
}
