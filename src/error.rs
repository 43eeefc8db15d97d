use thiserror::Error as ThisError;

/// Why a page gives no data.
///
/// A field that the page doesn't have is no error: it is `None` or empty in the result.
///
/// ```
/// let error = newsprint::Error::NotHtml { found: "a PDF document".to_owned() };
/// assert_eq!(error.to_string(), "the input is no HTML: it is a PDF document");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
#[non_exhaustive]
pub enum Error {
    /// There is nothing in the input, or nothing but white space.
    #[error("the input is empty")]
    Empty,
    /// The input is a file of another kind.
    #[error("the input is no HTML: it is {found}")]
    NotHtml {
        /// What it is, with its article: `a PDF document`.
        found: String,
    },
    /// The page is HTML, but it holds no article. It may still hold lists and quotes.
    #[error("the page is no article: {reason}")]
    NotAnArticle {
        /// What an article has and this page lacks.
        reason: String,
    },
}

/// A result whose error is [`Error`] unless another is named.
pub type Result<T, E = Error> = std::result::Result<T, E>;

#[cfg(test)]
mod tests {
    use super::Error;

    #[test]
    fn errors_can_cross_threads_and_outlive_the_page() {
        fn check<T: std::error::Error + Send + Sync + 'static>() {}
        check::<Error>();
    }

    #[test]
    fn messages_say_what_is_wrong() {
        assert_eq!(Error::Empty.to_string(), "the input is empty");
        let error = Error::NotAnArticle { reason: "it has no text".to_owned() };
        assert_eq!(error.to_string(), "the page is no article: it has no text");
    }
}
