use crate::dom::Document;

/// A page to parse: its HTML as text or as bytes, and what else is known about it.
///
/// ```
/// use newsprint::Source;
///
/// let text = Source::html("<h1>Snow in April</h1>").with_url("https://example.com/news/1");
/// let bytes = Source::bytes(b"<h1>\xD1\xED\xE5\xE3</h1>")
///     .with_content_type("text/html; charset=windows-1251");
/// # let _ = (text, bytes);
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Source<'a> {
    input: Input<'a>,
    url: Option<String>,
    content_type: Option<String>,
    reference_time: Option<String>,
}

/// The page itself.
#[derive(Debug, Clone)]
pub(crate) enum Input<'a> {
    /// Text that somebody has decoded already.
    Html(&'a str),
    /// The body of the HTTP response, without its content encoding (gzip and the like).
    Bytes(&'a [u8]),
    /// The tree of a page that was parsed already.
    Document(Box<Document>),
}

impl<'a> Source<'a> {
    /// A page as text. What the text says about its encoding plays no part.
    ///
    /// ```
    /// let source = newsprint::Source::html("<p>Rain is expected.</p>");
    /// # let _ = source;
    /// ```
    pub fn html(html: &'a str) -> Self {
        Self::new(Input::Html(html))
    }

    /// A page as the bytes that a server sent, after any gzip, Brotli or Zstandard is undone.
    ///
    /// The encoding is decided in the order of the [HTML standard]: a byte order mark, the
    /// `Content-Type` header, a `<meta>` element in the first 1024 bytes, the bytes themselves.
    ///
    /// [HTML standard]: https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
    ///
    /// ```
    /// let source = newsprint::Source::bytes("<p>Дождь.</p>".as_bytes());
    /// # let _ = source;
    /// ```
    pub fn bytes(bytes: &'a [u8]) -> Self {
        Self::new(Input::Bytes(bytes))
    }

    /// A page that was parsed already.
    ///
    /// ```
    /// let html = scraper::Html::parse_document("<p>Rain is expected.</p>");
    /// let source = newsprint::Source::document(newsprint::Document::from(&html));
    /// # let _ = source;
    /// ```
    pub fn document(document: Document) -> Self {
        Self::new(Input::Document(Box::new(document)))
    }

    fn new(input: Input<'a>) -> Self {
        Self { input, url: None, content_type: None, reference_time: None }
    }

    /// The absolute URL that the page came from. It resolves links and selects the site profile.
    ///
    /// Default: none; the page's own canonical URL or `<base>` serves.
    ///
    /// ```
    /// let source = newsprint::Source::html("<p>…</p>").with_url("https://example.com/news/1");
    /// # let _ = source;
    /// ```
    pub fn with_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// The value of the HTTP `Content-Type` header. Only bytes are decoded by it.
    ///
    /// Default: none.
    ///
    /// ```
    /// let source = newsprint::Source::bytes(b"<p>caf\xE9</p>")
    ///     .with_content_type("text/html; charset=iso-8859-1");
    /// # let _ = source;
    /// ```
    pub fn with_content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// The moment against which words like "yesterday" are read, as [RFC 3339]; usually the
    /// moment when the page was fetched.
    ///
    /// Default: none; such words give no time, since no clock is read.
    ///
    /// [RFC 3339]: https://www.rfc-editor.org/rfc/rfc3339
    ///
    /// ```
    /// let source = newsprint::Source::html("<time>Yesterday, 18:40</time>")
    ///     .with_reference_time("2024-04-01T12:16:00+05:00");
    /// # let _ = source;
    /// ```
    pub fn with_reference_time(mut self, moment: impl Into<String>) -> Self {
        self.reference_time = Some(moment.into());
        self
    }

    /// The page itself.
    pub(crate) fn into_input(self) -> Input<'a> {
        self.input
    }

    /// The URL of the page, as given.
    pub(crate) fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// The `Content-Type` header, as given.
    pub(crate) fn content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// The moment that relative times count from, as given.
    pub(crate) fn reference_time(&self) -> Option<&str> {
        self.reference_time.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::{Input, Source};

    #[test]
    fn sources_can_cross_threads() {
        fn check<T: Send + Sync>() {}
        check::<Source<'_>>();
    }

    #[test]
    fn what_is_given_is_kept() {
        let source = Source::html("<p>x</p>")
            .with_url("https://example.com/")
            .with_content_type("text/html")
            .with_reference_time("2024-04-01T12:16:00Z");
        assert!(matches!(source.clone().into_input(), Input::Html("<p>x</p>")));
        assert_eq!(source.url(), Some("https://example.com/"));
        assert_eq!(source.content_type(), Some("text/html"));
        assert_eq!(source.reference_time(), Some("2024-04-01T12:16:00Z"));
    }

    #[test]
    fn nothing_is_assumed() {
        let source = Source::bytes(b"<p>x</p>");
        assert!(matches!(source.clone().into_input(), Input::Bytes(b"<p>x</p>")));
        assert_eq!(
            (source.url(), source.content_type(), source.reference_time()),
            (None, None, None)
        );
    }
}
