//! What is wrong with a profile, and where.

use std::fmt;

use crate::SelectorError;

/// A profile that cannot be used.
///
/// Its text names the file and line where they are known, the key, and what is wrong:
///
/// ```
/// use newsprint::profile::Profile;
///
/// let text = "name = 'herald'\nhosts = ['herald.example']\n[article]\ntitle = 'h1['";
/// let error = Profile::from_toml_named("herald.toml", text).unwrap_err();
/// assert_eq!(error.line(), Some(4));
/// assert_eq!(error.key(), "article.title");
/// assert!(error.to_string().starts_with("herald.toml:4: article.title: selector \"h1[\" cannot"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ProfileError {
    file: Option<String>,
    line: Option<usize>,
    key: String,
    fault: ProfileFault,
}

impl ProfileError {
    /// The file's name as given to [`Profile::from_toml_named`](super::Profile::from_toml_named).
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// The line in the TOML text, from 1.
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// The path of the key, such as `article.title[1]`; empty where the fault is the whole file's.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What is wrong.
    pub fn fault(&self) -> &ProfileFault {
        &self.fault
    }

    pub(super) fn new(
        key: impl Into<String>,
        line: Option<usize>,
        fault: impl Into<ProfileFault>,
    ) -> Self {
        Self { file: None, line, key: key.into(), fault: fault.into() }
    }

    pub(super) fn in_file(self, file: &str) -> Self {
        Self { file: Some(file.to_owned()), ..self }
    }
}

impl fmt::Display for ProfileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.file, self.line) {
            (Some(file), Some(line)) => write!(f, "{file}:{line}: ")?,
            (Some(file), None) => write!(f, "{file}: ")?,
            (None, Some(line)) => write!(f, "line {line}: ")?,
            (None, None) => {}
        }
        if !self.key.is_empty() {
            write!(f, "{}: ", self.key)?;
        }
        self.fault.fmt(f)
    }
}

impl std::error::Error for ProfileError {}

/// What is wrong with a profile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProfileFault {
    /// The text is not TOML.
    #[error("this is not TOML: {0}")]
    Toml(String),
    /// There is no such key.
    #[error("there is no such key{}", did_you_mean(*.nearest))]
    UnknownKey {
        /// The known key that is spelt most like it.
        nearest: Option<&'static str>,
    },
    /// The value is of another type than it should be.
    #[error("{expected} should stand here, not {found}")]
    WrongType {
        /// What should stand there.
        expected: &'static str,
        /// What stands there, as TOML calls it.
        found: &'static str,
    },
    /// A key that must be there is not.
    #[error("the key is missing")]
    Missing,
    /// A selector cannot be read.
    #[error(transparent)]
    Selector(#[from] SelectorError),
    /// The time zone is not in the IANA database.
    #[error("{0:?} is not a time zone of the IANA database")]
    TimeZone(String),
    /// The currency has no ISO 4217 code of this name.
    #[error("{0:?} is not a currency code of ISO 4217")]
    Currency(String),
    /// A name is not one of those that may stand there.
    #[error("{0}")]
    UnknownName(String),
    /// The text is not the name of a host.
    #[error("{0:?} is not a host name; write it as in \"example.org\"")]
    Host(String),
    /// Nothing says which pages the profile is for.
    #[error("neither `hosts` nor `site_names` says which pages the profile is for")]
    NoHost,
    /// A byline pattern does not hold `{name}` once.
    #[error("the byline pattern {0:?} should hold `{{name}}` once")]
    Byline(String),
}

fn did_you_mean(nearest: Option<&str>) -> String {
    nearest.map(|key| format!("; did you mean `{key}`?")).unwrap_or_default()
}
