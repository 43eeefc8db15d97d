//! Profiles that are data alone.

use super::parts::Written;
use super::{PageIdentity, ProfileError, ProfileFault, Rules, SiteProfile, file};

/// A profile that is data alone: what is in a TOML file, in the [format](super#the-format).
#[derive(Debug, Clone)]
pub struct Profile {
    name: String,
    hosts: Vec<String>,
    site_names: Vec<String>,
    rules: Rules,
}

impl Profile {
    /// Reads a profile in the [format](super#the-format) of this crate and compiles its rules.
    ///
    /// ```
    /// use newsprint::profile::{Profile, SiteProfile};
    ///
    /// let herald = Profile::from_toml(r#"
    ///     name = "herald"
    ///     hosts = ["herald.example"]
    ///     time_zone = "Europe/Vienna"
    ///
    ///     [article]
    ///     published = ["time.date @datetime", "time.date"]
    /// "#)?;
    /// assert_eq!(herald.rules().time_zone(), Some("Europe/Vienna"));
    /// # Ok::<(), newsprint::profile::ProfileError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first thing that is wrong: text that is not TOML, a key that there is not, a value of
    /// the wrong type, a selector that cannot be read, an unknown time zone, currency or kind, or
    /// neither a host nor the name of a site.
    pub fn from_toml(text: &str) -> Result<Self, ProfileError> {
        file::read(text)
    }

    /// [`Self::from_toml`] with the name of the file, for errors.
    ///
    /// # Errors
    ///
    /// As of [`Self::from_toml`].
    pub fn from_toml_named(file: &str, text: &str) -> Result<Self, ProfileError> {
        Self::from_toml(text).map_err(|error| error.in_file(file))
    }

    pub(super) fn new(
        name: String,
        hosts: &[Written],
        site_names: Vec<String>,
        rules: Rules,
    ) -> Result<Self, ProfileError> {
        if hosts.is_empty() && site_names.is_empty() {
            return Err(ProfileError::new("", None, ProfileFault::NoHost));
        }
        let hosts = hosts.iter().enumerate().map(host).collect::<Result<_, _>>()?;
        Ok(Self { name, hosts, site_names, rules })
    }

    fn is_of_host(&self, host: &str) -> bool {
        self.hosts.iter().any(|own| {
            host.strip_suffix(&**own).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        })
    }
}

impl SiteProfile for Profile {
    fn name(&self) -> &str {
        &self.name
    }

    /// Whether a host of the page is one of `hosts` or below one, or its site name one of
    /// `site_names` (case makes no difference).
    fn matches(&self, page: &PageIdentity<'_>) -> bool {
        let mut hosts = page.host().into_iter().chain(page.canonical_host());
        let site_name = page.site_name().map(str::to_lowercase);
        hosts.any(|host| self.is_of_host(host))
            || site_name
                .is_some_and(|name| self.site_names.iter().any(|own| own.to_lowercase() == name))
    }

    fn rules(&self) -> &Rules {
        &self.rules
    }
}

fn host((index, written): (usize, &Written)) -> Result<String, ProfileError> {
    let wrong = || {
        let fault = ProfileFault::Host(written.text.clone());
        ProfileError::new(format!("hosts[{index}]"), written.line, fault)
    };
    match url::Host::parse(&written.text) {
        Ok(url::Host::Domain(host)) if !host.is_empty() => {
            Ok(host.strip_prefix("www.").unwrap_or(&host).to_owned())
        }
        _ => Err(wrong()),
    }
}
