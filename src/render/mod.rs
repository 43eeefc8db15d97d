//! An [`Article`](crate::model::Article) written as plain text, Markdown, HTML or JSON-LD.
//!
//! Every rendering is a method of `Article`. What they write is inert whatever the page said: text
//! is escaped, addresses other than `http`, `https` and (in links) `mailto` are left out, and
//! fields of one line carry neither control characters nor bidi overrides.

mod escape;
mod html;
mod inline;
mod json_ld;
mod markdown;
mod text;

use crate::model::{Article, Block};

/// The plain text of blocks, as [`Article::to_text`] gives it.
pub(crate) fn text(blocks: &[Block]) -> String {
    text::blocks(blocks, usize::MAX)
}

impl Article {
    /// The body as plain text, after the dek where that [opens the text](Article::dek_opens_text).
    ///
    /// Blocks are set apart by a blank line. A list has a line for each item, nested lists are
    /// indented; a table has a line for each row, with a tab between cells. It is the
    /// running text: captions and embeds, which stand beside it, are left out.
    ///
    /// ```
    /// use newsprint::model::{Article, Block, List, ListItem, Paragraph};
    ///
    /// let mut article = Article::default();
    /// article.title = Some("Two lakes".into());
    /// article.body = vec![
    ///     Block::Paragraph(Paragraph::new("Both are frozen:")),
    ///     Block::List(List::new(false, vec![ListItem::new("Alakol"), ListItem::new("Zaysan")])),
    /// ];
    /// assert_eq!(article.to_text(), "Both are frozen:\n\n- Alakol\n- Zaysan");
    /// ```
    pub fn to_text(&self) -> String {
        self.start_of_text(usize::MAX)
    }

    /// The same up to the first block by which it has so many bytes.
    pub(crate) fn start_of_text(&self, bytes: usize) -> String {
        let dek = self.dek.as_deref().filter(|_| self.dek_opens_text);
        let parts = [escape::optional_line(dek), Some(text::blocks(&self.body, bytes))];
        let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("\n\n")
    }

    /// Title, lead and body as Markdown: [CommonMark](https://spec.commonmark.org/) with the
    /// tables of [GFM](https://github.github.com/gfm/).
    ///
    /// Characters that would mean something in Markdown are escaped. Emphasis that Markdown has no
    /// marks for, as in the middle of punctuation, is written as `<em>` and `<strong>`.
    ///
    /// ```
    /// let json = r#"{
    ///     "title": "Rates of *today*",
    ///     "body": [{"type": "paragraph", "content": [
    ///         {"text": "See "},
    ///         {"text": "the table", "url": "https://example.com/rates", "strong": true}
    ///     ]}]
    /// }"#;
    /// let article: newsprint::model::Article = serde_json::from_str(json)?;
    /// assert_eq!(
    ///     article.to_markdown(),
    ///     "# Rates of \\*today\\*\n\nSee [**the table**](https://example.com/rates)\n"
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn to_markdown(&self) -> String {
        markdown::article(self)
    }

    /// Title, lead and body as a fragment of HTML: one `<article>` element.
    ///
    /// It holds a fixed list of elements and attributes, none of which runs, loads or frames
    /// anything but images: `a[href]`, `article`, `blockquote`, `br`, `caption`, `cite`,
    /// `code[class]` (`language-…` alone), `em`, `figcaption`, `figure`, `h1` to `h6`, `hr`,
    /// `img[src, srcset, alt, width, height]`, `li`, `ol`, `p`, `pre`, `section`, `strong`,
    /// `table`, `tbody`, `td`, `th`, `thead`, `time[datetime]`, `tr`, `ul`.
    ///
    /// ```
    /// let json = r#"{
    ///     "title": "Fish & chips",
    ///     "body": [{"type": "paragraph", "content": [
    ///         {"text": "a < b", "url": "javascript:alert(1)"}
    ///     ]}]
    /// }"#;
    /// let article: newsprint::model::Article = serde_json::from_str(json)?;
    /// assert_eq!(
    ///     article.to_html(),
    ///     "<article>\n<h1>Fish &amp; chips</h1>\n<p>a &lt; b</p>\n</article>\n"
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn to_html(&self) -> String {
        html::article(self)
    }

    /// The article in the vocabulary of [schema.org](https://schema.org/NewsArticle): a
    /// `NewsArticle`, or a `LiveBlogPosting` where the body has entries of a live blog.
    ///
    /// Dates are given as far as the page states them, so one without an offset has none here.
    /// Articles that are metered or paid are `"isAccessibleForFree": false`.
    ///
    /// ```
    /// use newsprint::model::{Article, Author};
    ///
    /// let mut article = Article::default();
    /// article.title = Some("Two lakes".into());
    /// article.authors = vec![Author::person("A. Ospanova")];
    /// let json = article.to_json_ld();
    /// assert_eq!(json["@type"], "NewsArticle");
    /// assert_eq!(json["author"][0]["name"], "A. Ospanova");
    /// ```
    pub fn to_json_ld(&self) -> serde_json::Value {
        json_ld::article(self)
    }

    /// [`Article::to_json_ld`] as text that is safe between `<script type="application/ld+json">`
    /// and `</script>`: `<`, `>`, `&`, U+2028 and U+2029 are written as `\u` escapes.
    ///
    /// ```
    /// let mut article = newsprint::model::Article::default();
    /// article.title = Some("</script>".into());
    /// let script = article.to_json_ld_script();
    /// assert!(script.contains(r#""headline":"\u003c/script\u003e""#));
    /// ```
    pub fn to_json_ld_script(&self) -> String {
        json_ld::script(self)
    }
}

#[cfg(test)]
mod tests;
