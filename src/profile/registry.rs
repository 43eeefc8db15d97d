//! The profiles that a parser knows.

use std::sync::Arc;

use once_cell::sync::Lazy;

use super::{PageIdentity, Profile, SiteProfile};

/// The TOML files of the built-in profiles, with their names.
const FILES: &[(&str, &str)] = &[("informburo.toml", include_str!("builtin/informburo.toml"))];

static BUILTIN: Lazy<Profiles> = Lazy::new(|| {
    // That each file can be read is shown by a test.
    let read = |(name, text): &(&str, &str)| Profile::from_toml_named(name, text).ok();
    FILES.iter().filter_map(read).fold(Profiles::none(), Profiles::with)
});

/// An ordered set of profiles. A clone shares them.
///
/// ```
/// use newsprint::profile::{PageIdentity, Profile, Profiles};
/// use newsprint::{Document, Limits};
///
/// let herald = Profile::from_toml("name = 'herald'\nhosts = ['herald.example']")?;
/// let profiles = Profiles::builtin().with(herald);
///
/// let page = Document::parse("<h1>Rain</h1>", &Limits::default());
/// let identity = PageIdentity::of(&page, Some("https://news.herald.example/1"));
/// assert_eq!(profiles.find(&identity).map(|profile| profile.name()), Some("herald"));
/// # Ok::<(), newsprint::profile::ProfileError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Profiles {
    profiles: Arc<Vec<Arc<dyn SiteProfile>>>,
}

impl Profiles {
    /// No profile at all: every page is read the generic way.
    pub fn none() -> Self {
        Self { profiles: Arc::default() }
    }

    /// The profiles that the crate brings. They are compiled once in a process.
    pub fn builtin() -> Self {
        BUILTIN.clone()
    }

    /// With one more profile, which is asked before those that are there.
    #[must_use]
    pub fn with(mut self, profile: impl SiteProfile) -> Self {
        Arc::make_mut(&mut self.profiles).push(Arc::new(profile));
        self
    }

    /// The profile for a page: of those that match, the one that was added last.
    pub fn find(&self, page: &PageIdentity<'_>) -> Option<&dyn SiteProfile> {
        self.profiles.iter().rev().find(|profile| profile.matches(page)).map(|profile| &**profile)
    }

    /// As [`Profiles::find`], for keeping.
    pub(crate) fn find_shared(&self, page: &PageIdentity<'_>) -> Option<Arc<dyn SiteProfile>> {
        self.profiles.iter().rev().find(|profile| profile.matches(page)).cloned()
    }

    /// The names of the profiles, in the order in which they were added.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.profiles.iter().map(|profile| profile.name())
    }
}

impl Default for Profiles {
    /// [`Profiles::builtin`].
    fn default() -> Self {
        Self::builtin()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, Limits};

    fn named(name: &str) -> Profile {
        Profile::from_toml(&format!("name = '{name}'\nhosts = ['herald.example']")).unwrap()
    }

    fn found(profiles: &Profiles, url: &str) -> Option<String> {
        let page = Document::parse("", &Limits::default());
        let identity = PageIdentity::of(&page, Some(url));
        profiles.find(&identity).map(|profile| profile.name().to_owned())
    }

    #[test]
    fn every_builtin_file_can_be_read() {
        for (name, text) in FILES {
            if let Err(error) = Profile::from_toml_named(name, text) {
                panic!("{error}");
            }
        }
        assert_eq!(Profiles::default().names().count(), FILES.len());
    }

    #[test]
    fn the_last_profile_wins() {
        let profiles = Profiles::none().with(named("first")).with(named("second"));
        assert_eq!(found(&profiles, "https://herald.example/"), Some("second".to_owned()));
    }

    #[test]
    fn a_clone_does_not_change_with_the_original() {
        let one = Profiles::none().with(named("first"));
        let two = one.clone().with(named("second"));
        assert_eq!(one.names().collect::<Vec<_>>(), ["first"]);
        assert_eq!(two.names().collect::<Vec<_>>(), ["first", "second"]);
    }

    #[test]
    fn the_profile_of_informburo() {
        let profiles = Profiles::builtin();
        assert_eq!(found(&profiles, "https://www.informburo.kz/x"), Some("informburo".to_owned()));
        assert_eq!(found(&profiles, "https://notinformburo.kz/x"), None);
        assert_eq!(found(&Profiles::none(), "https://informburo.kz/x"), None);
    }
}
