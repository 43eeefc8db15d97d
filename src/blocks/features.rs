//! What is known of each run before the model judges it: names, meanings, reasons.

use super::areas::AROUND;

/// A value or a family of values among the features.
trait Measure {
    const LEN: usize;
    fn put(&self, values: &mut [f32], at: usize) -> usize;
}

impl Measure for f32 {
    const LEN: usize = 1;

    fn put(&self, values: &mut [f32], at: usize) -> usize {
        if let Some(value) = values.get_mut(at) {
            *value = *self;
        }
        at + 1
    }
}

impl<const N: usize> Measure for [f32; N] {
    const LEN: usize = N;

    fn put(&self, values: &mut [f32], at: usize) -> usize {
        self.iter().fold(at, |at, value| value.put(values, at))
    }
}

/// Defines [`Features`] from a list of groups of names, with what each measures and why.
macro_rules! features {
    ($($group:literal { $($(#[$doc:meta])+ $name:ident: $type:ty,)* })*) => {
        /// What is measured of a run. Flags are 0 or 1; what there is none of is −1, or
        /// [`FAR`](super::survey::FAR) where it is a distance.
        #[derive(Debug, Clone, Copy, Default, PartialEq)]
        pub(crate) struct Features {
            $($($(#[$doc])+ pub(super) $name: $type,)*)*
        }

        impl Features {
            /// How many values there are.
            pub(crate) const LEN: usize = 0 $($(+ <$type as Measure>::LEN)*)*;

            /// The values, in the order of [`Features::names`].
            pub(crate) fn values(&self) -> [f32; Self::LEN] {
                let mut values = [0.0; Self::LEN];
                let mut at = 0;
                $($(at = self.$name.put(&mut values, at);)*)*
                debug_assert_eq!(at, Self::LEN);
                values
            }

            /// The group and the name of each value; those of a family are numbered.
            #[cfg(any(test, feature = "training"))]
            pub(crate) fn names() -> Vec<(&'static str, String)> {
                let mut names = Vec::with_capacity(Self::LEN);
                $($(
                    let count = <$type as Measure>::LEN;
                    names.extend((0..count).map(|index| match count {
                        1 => ($group, stringify!($name).to_owned()),
                        _ => ($group, format!("{}.{index}", stringify!($name))),
                    }));
                )*)*
                names
            }
        }
    };
}

/// How many block-level elements outward from a run's own are described one by one.
pub(super) const LEVELS: usize = 4;

features! {
    "text" {
        /// Words: body text is long.
        words: f32,
        /// Characters a word: menus have short words, addresses long ones.
        word_length: f32,
        /// Ends of sentences: prose has them, headings and menus have none.
        sentences: f32,
        /// Ends of sentences a word: high in abbreviations and menus.
        sentence_rate: f32,
        /// Commas and the like.
        commas: f32,
        /// Commas a word: prose has some, lists of tags have many.
        comma_rate: f32,
        /// The share of digits: dates, counters and prices have many.
        digits: f32,
        /// The share of capital letters: labels in capitals.
        capitals: f32,
        /// The share of words that begin with a capital: names, titles and menus.
        capitalised: f32,
        /// Quotation marks: reported speech.
        quotes: f32,
        /// Signs of menus, shares and tags (`|`, `›`, `#`, `@`, `•`), a word.
        sign_rate: f32,
        /// Whether the last character ends a sentence or a quotation.
        ends_sentence: f32,
        /// Whether it is a colon: what comes next belongs to it.
        ends_colon: f32,
        /// Whether it is an ellipsis: a teaser that was cut.
        ends_ellipsis: f32,
        /// Whether the first letter is in lower case: text that goes on.
        starts_lower: f32,
        /// Whether there is a year, as in datelines and copyright lines.
        year: f32,
        /// Whether there is a copyright sign.
        copyright: f32,
        /// Whether there is a vertical bar, as in footers and menus.
        bar: f32,
    }
    "inline" {
        /// The share of the text that is in links: lists of links are not body text.
        link_density: f32,
        /// How many links.
        links: f32,
        /// Words outside links.
        plain_words: f32,
        /// The share of the text that is bold: subheadings, questions, 'read also'.
        bold: f32,
        /// The share in italics: notes of the editors, credits.
        italic: f32,
        /// The share in buttons.
        control: f32,
        /// The share in inline code.
        code: f32,
        /// The share in `<time>`: datelines.
        time: f32,
        /// The share in `<span>`.
        span: f32,
        /// The share in `<label>`: forms.
        label: f32,
        /// The share in small print.
        small: f32,
        /// Line breaks: addresses, poems, old markup.
        breaks: f32,
        /// Pictures between the run before and this one: captions, teasers.
        images_before: f32,
        /// Pictures between this run and the next.
        images_behind: f32,
    }
    "tags" {
        /// The kinds of the elements around the run, innermost first; numbers of
        /// [`kind`](super::gather::kind).
        kinds: [f32; 5],
        /// How many elements of each of [`AROUND`] the run is in.
        around: [f32; AROUND.len()],
        /// Whether the page says that it does not show the run.
        hidden: f32,
        /// Whether the page hides it from assistive technology: decoration and doubles.
        aria_hidden: f32,
    }
    "traits" {
        /// Stands in what is called article, news, story.
        around_article: f32,
        /// Stands in what is called body, content, text and the like.
        around_body: f32,
        /// The element itself, or the one around it, is called so.
        near_body: f32,
        /// Stands in navigation.
        navigation: f32,
        /// Stands in what is called footer.
        footer: f32,
        /// Stands beside the content.
        aside: f32,
        /// Stands among comments.
        comments: f32,
        /// Stands among links to other articles.
        related: f32,
        /// Stands among buttons for sharing.
        share: f32,
        /// Stands in a call to subscribe.
        newsletter: f32,
        /// Stands among tags.
        tags: f32,
        /// Stands in a byline or a dateline.
        byline: f32,
        /// Stands in an advertisement.
        advert: f32,
        /// Stands in a caption.
        caption: f32,
        /// Stands in what covers the page.
        overlay: f32,
        /// Stands in a teaser.
        teaser: f32,
        /// Stands in a lead.
        lead: f32,
        /// The element itself has a name of one of the kinds that are no body text.
        own_furniture: f32,
    }
    "position" {
        /// How many block-level elements are around the run.
        depth: f32,
        /// The same, relative to the mean of the page weighted by words: the body sets it.
        depth_to_mean: f32,
        /// The share of the page's runs before it.
        share_of_runs_before: f32,
        /// The share of the page's words before it.
        share_of_words_before: f32,
        /// Runs before it: headers stand first.
        runs_before: f32,
        /// Runs behind it: footers stand last.
        runs_behind: f32,
        /// Words of the page.
        page_words: f32,
    }
    "context" {
        /// The share of the page's prose before the run.
        prose_before: f32,
        /// The share of the page's prose behind it.
        prose_behind: f32,
        /// The words of prose on the page.
        page_prose: f32,
        /// The words of prose within 1, 3, 8 and 20 runs.
        prose_near: [f32; 4],
        /// The link density within 1, 3 and 8 runs.
        links_near: [f32; 3],
        /// How many runs away the prose before is.
        prose_distance_before: f32,
        /// How many runs away the prose behind is.
        prose_distance_behind: f32,
    }
    "surroundings" {
        /// The words in the run's element, and in those around it.
        level_words: [f32; LEVELS],
        /// The runs in each.
        level_runs: [f32; LEVELS],
        /// The runs that look like prose in each.
        level_prose_runs: [f32; LEVELS],
        /// The words of prose in each.
        level_prose: [f32; LEVELS],
        /// The link density of each: menus and lists of teasers.
        level_links: [f32; LEVELS],
        /// The share of the page's words in each.
        level_share: [f32; LEVELS],
        /// The share of the page's prose in each.
        level_prose_share: [f32; LEVELS],
        /// The share of its words in paragraphs directly inside: containers of articles.
        level_paragraph_share: [f32; LEVELS],
        /// Paragraphs directly inside.
        level_paragraphs: [f32; LEVELS],
        /// Block-level elements directly inside.
        level_children: [f32; LEVELS],
        /// Headings directly inside.
        level_headings: [f32; LEVELS],
        /// The run's share of the words of each.
        level_own_share: [f32; LEVELS],
        /// Ends of sentences a word in each.
        level_sentence_rate: [f32; LEVELS],
    }
    "container" {
        /// Whether the run stands in the element where prose masses.
        in_best: f32,
        /// How many elements below it; −1 outside.
        best_depth: f32,
        /// How many elements out from it the first is that holds the run too.
        best_hops: f32,
        /// The mass of prose in the run's element and the two around it, by that of the best.
        mass: [f32; 3],
        /// The share of the page's prose in the best.
        best_share: f32,
        /// Where the run stands between the first and the last run of the best: 0 to 1 inside.
        best_place: f32,
        /// Whether its element, or the one around it, has the most prose directly inside.
        in_most_direct: f32,
    }
    "alike" {
        /// The share of the page's prose in elements of the same tag, class and parent.
        alike_prose: f32,
        /// How many runs stand in such elements.
        alike_runs: f32,
        /// The same share, with the class of the element around instead.
        alike_parent_prose: f32,
        /// In how many elements such runs stand: teasers of a list.
        alike_parents: f32,
    }
    "title" {
        /// How much of the headline the run repeats, by words.
        title_overlap: f32,
        /// How much of the run is in the description that the metadata gives.
        description_overlap: f32,
        /// Words from the headline, negative before it.
        title_words: f32,
        /// Runs from the headline, negative before it.
        title_runs: f32,
        /// Words of prose from the headline.
        title_prose: f32,
        /// The depth, relative to that of the headline.
        title_depth: f32,
        /// How many elements out from the headline the first is that holds the run too.
        title_hops: f32,
    }
    "heading" {
        /// The level of the heading before the run; 0 without.
        heading_level: f32,
        /// How many runs away it is.
        heading_distance: f32,
        /// Its link density: headings of teasers are links.
        heading_links: f32,
        /// Its words.
        heading_words: f32,
        /// What its words say: 'related', 'comments'.
        heading_opinion: f32,
        /// The word of it that is most against.
        heading_against: f32,
    }
    "repeated" {
        /// How often the text stands on the page, as teasers and menus do.
        times: f32,
        /// How often it stands before the run.
        times_before: f32,
    }
    "names" {
        /// The name of the run's element that is most against, and those of the two around it.
        name_against: [f32; 3],
        /// The names that are most for.
        name_for: [f32; 3],
        /// The name that is most against of all elements around.
        path_against: f32,
        /// The name that is most for of all.
        path_for: f32,
        /// What all names around say together.
        path_sum: f32,
        /// The mean of them.
        path_mean: f32,
        /// How many elements out the name is that is most against; −1 without.
        path_distance: f32,
        /// How many names are known.
        path_count: f32,
        /// The name that is most against of the six elements next to the run.
        near_against: f32,
    }
    "words" {
        /// The word of a short text that is most against: 'share', 'subscribe'.
        word_against: f32,
        /// The word that is most for.
        word_for: f32,
        /// What its words say together.
        word_sum: f32,
        /// The mean of them.
        word_mean: f32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_values_go_together() {
        let features = Features {
            words: 3.0,
            level_words: [1.0, 2.0, 3.0, 4.0],
            word_mean: -1.0,
            ..Features::default()
        };
        let names = Features::names();
        assert_eq!(names.len(), Features::LEN);
        let value = |name: &str| {
            let at = names.iter().position(|(_, known)| known == name).unwrap();
            features.values()[at]
        };
        let expected = [("words", 3.0), ("level_words.2", 3.0), ("word_mean", -1.0)];
        assert!(expected.iter().all(|(name, known)| (value(name) - known).abs() < f32::EPSILON));
        assert_eq!(names.last().unwrap().0, "words");
    }
}
