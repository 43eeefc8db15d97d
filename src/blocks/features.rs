//! What is measured of each run, in one pass over the runs and the areas around them.

use std::collections::HashMap;

use super::areas::sum_up;
use super::traits::Traits;
use super::{Area, Blocks, Run};
use crate::dom::{NodeId, Tag};

/// Defines [`Features`] from a list of names with what each measures.
macro_rules! features {
    ($($(#[$doc:meta])+ $name:ident,)*) => {
        /// What is measured of a run. Flags are 0 or 1.
        #[derive(Debug, Clone, Copy, Default, PartialEq)]
        pub(crate) struct Features {
            $($(#[$doc])+ pub(crate) $name: f32,)*
        }

        impl Features {
            /// The names, in the order of [`Features::values`].
            pub(crate) const NAMES: &[&str] = &[$(stringify!($name),)*];

            /// The values, in the order of [`Features::NAMES`].
            pub(crate) fn values(&self) -> [f32; Features::NAMES.len()] {
                [$(self.$name,)*]
            }
        }
    };
}

features! {
    /// Words, as ln(1 + n): body text is long.
    words,
    /// The share of the text that is in links: lists of links are not body text.
    link_density,
    /// Words outside links, as ln(1 + n).
    plain_words,
    /// The share of the text in buttons and labels.
    control_density,
    /// Ends of sentences, as ln(1 + n): prose has them, headings and menus have none.
    sentences,
    /// Commas and the like, as ln(1 + n).
    commas,
    /// Whether the last character ends a sentence or a quotation.
    ends_sentence,
    /// Whether the first letter is in lower case: text that goes on.
    starts_lower,
    /// The share of digits.
    digits,
    /// The share of capital letters.
    capitals,
    /// Whether there is a copyright sign or a vertical bar, as in footers and menus.
    furniture,
    /// Whether the text stands on the page more than once, as teasers and menus do.
    repeated,
    /// Whether there are at most four words.
    short,

    /// The innermost block-level element is a `<p>`.
    in_p,
    /// It is a heading.
    in_heading,
    /// It is a `<li>`.
    in_li,
    /// It is a cell of a table.
    in_cell,
    /// It is a `<div>` or another element without meaning.
    in_div,
    /// It is a `<blockquote>`, or stands in one.
    in_quote,
    /// It is a `<pre>`.
    in_pre,
    /// It is a term or a description.
    in_dl,

    /// Stands in an `<article>` or what is called so.
    around_article,
    /// Stands in `<main>`.
    around_main,
    /// Stands in what is called body, content, text and the like.
    around_body,
    /// The element itself, or the one around it, is called body, content, text and the like.
    near_body,
    /// Stands in navigation.
    navigation,
    /// Stands in a footer.
    footer,
    /// Stands in a header.
    header,
    /// Stands beside the content.
    aside,
    /// Stands in a form.
    form,
    /// Stands among comments.
    comments,
    /// Stands among links to other articles.
    related,
    /// Stands among buttons for sharing.
    share,
    /// Stands in a call to subscribe.
    newsletter,
    /// Stands among tags.
    tags,
    /// Stands in a byline or a dateline.
    byline,
    /// Stands in an advertisement.
    advert,
    /// Stands in a caption.
    caption,
    /// Stands in what covers the page.
    overlay,
    /// Stands in a teaser.
    teaser,
    /// Stands in a lead.
    lead,
    /// The element itself has a name of one of the kinds that are no body text.
    own_furniture,

    /// The share of the page's prose in the element around the run's own.
    parent_prose,
    /// The same, one element further out.
    grandparent_prose,
    /// The same, two elements further out.
    outer_prose,
    /// The link density of the element around the run's own.
    parent_links,
    /// The same, one element further out.
    grandparent_links,
    /// The share of words in `<p>` in the element around the run's own.
    parent_paragraphs,
    /// Whether the run stands in the element where most prose is.
    in_densest,
    /// Whether it stands in the element around that.
    near_densest,
    /// How many runs away the prose before is, as ln(1 + n).
    prose_before,
    /// How many runs away the prose behind is, as ln(1 + n).
    prose_behind,
    /// The link density of the runs before and behind.
    neighbour_links,
    /// The share of the page's prose that stands before the run.
    position,
    /// Whether no prose comes behind it.
    after_all_prose,
    /// Whether the run stands before the headline.
    before_headline,
    /// Whether there is a headline to stand behind.
    behind_headline,
    /// Whether the run looks like prose itself.
    prose,
    /// Prose, and in the densest element.
    prose_in_densest,
    /// A heading, and in the densest element.
    heading_in_densest,
    /// An item of a list, and in the densest element.
    li_in_densest,
}

/// How many words a run must have at the least to look like prose.
const PROSE_WORDS: f32 = 12.0;
/// How much of it may be in links.
const PROSE_LINKS: f32 = 0.35;
/// Distances are counted up to this many runs.
const FAR: usize = 50;
/// How much of an element's prose must be in one of its children for the child to be denser.
const DENSER: f32 = 0.6;
/// Characters of scripts without spaces that make a word.
const CHARACTERS_A_WORD: f32 = 2.0;

/// What is counted in the text of a run.
#[expect(clippy::struct_excessive_bools, reason = "each is a measure of its own")]
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    pub(super) words: f32,
    pub(super) link_density: f32,
    control_density: f32,
    sentences: f32,
    commas: f32,
    digits: f32,
    capitals: f32,
    characters: f32,
    ends_sentence: bool,
    starts_lower: bool,
    furniture: bool,
    repeated: bool,
}

impl Counts {
    pub(super) fn is_prose(&self) -> bool {
        self.words >= PROSE_WORDS && self.link_density < PROSE_LINKS && self.sentences >= 1.0
    }
}

/// Measures all runs. `headline` is the heading of the article, where it is known.
pub(super) fn compute(blocks: &mut Blocks, headline: Option<NodeId>) -> Vec<Features> {
    let counts = count_all(blocks);
    sum(blocks, &counts);
    let context = Context::new(blocks, &counts, headline);
    let runs = blocks.runs.iter().zip(&counts).enumerate();
    runs.map(|(index, (run, counts))| context.features(index, run, counts)).collect()
}

pub(super) fn count_all(blocks: &Blocks) -> Vec<Counts> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for run in &blocks.runs {
        *seen.entry(blocks.text(run)).or_default() += 1;
    }
    let count_run = |run| {
        let text = blocks.text(run);
        Counts { repeated: seen.get(text).is_some_and(|times| *times > 1), ..count(text, run) }
    };
    blocks.runs.iter().map(count_run).collect()
}

fn count(text: &str, run: &Run) -> Counts {
    let mut counts = Counts::default();
    let mut in_word = false;
    for c in text.chars() {
        counts.characters += 1.0;
        if is_unspaced(c) {
            counts.words += 1.0 / CHARACTERS_A_WORD;
            in_word = false;
            continue;
        }
        if c.is_alphanumeric() && !in_word {
            counts.words += 1.0;
        }
        in_word = c.is_alphanumeric() || (in_word && matches!(c, '\'' | '’' | '-'));
        match c {
            '.' | '!' | '?' | '。' | '！' | '？' | '؟' | '।' | '…' | '։' => {
                counts.sentences += 1.0;
            }
            ',' | ';' | '、' | '，' | '；' | '،' => counts.commas += 1.0,
            '©' | '|' => counts.furniture = true,
            _ if c.is_numeric() => counts.digits += 1.0,
            _ if c.is_uppercase() => counts.capitals += 1.0,
            _ => {}
        }
    }
    let bytes = to_f32(text.len()).max(1.0);
    counts.link_density = (to_f32(run.link_bytes) / bytes).min(1.0);
    counts.control_density = (to_f32(run.control_bytes) / bytes).min(1.0);
    counts.ends_sentence = ends_sentence(text);
    counts.starts_lower = text.chars().next().is_some_and(char::is_lowercase);
    counts
}

fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', '」', '』', ' ']);
    bare.ends_with(['.', '!', '?', '。', '！', '？', '؟', '।', '…', '։'])
}

/// Letters of scripts that set no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{0E00}'..='\u{0E7F}' | '\u{20000}'..='\u{3FFFF}')
}

fn sum(blocks: &mut Blocks, counts: &[Counts]) {
    for (run, counts) in blocks.runs.iter().zip(counts) {
        let Some(area) = blocks.areas.get_mut(run.area.index()) else { continue };
        let counts_here = !area.traits.has(Traits::NEVER_BODY);
        area.sums.runs += 1.0;
        area.sums.words += counts.words;
        area.sums.link_words += counts.words * counts.link_density;
        area.sums.prose += if counts.is_prose() && counts_here { counts.words } else { 0.0 };
        area.sums.paragraph_words += if area.tag == Tag::P { counts.words } else { 0.0 };
        area.sums.headings += flag(area.tag.heading_level().is_some());
    }
    sum_up(&mut blocks.areas);
}

/// What the features of a run need to know of the page.
struct Context<'a> {
    blocks: &'a Blocks,
    counts: &'a [Counts],
    prose_total: f32,
    /// Of each run: the prose before it, and the number of the nearest prose before and behind.
    before: Vec<(f32, Option<usize>)>,
    behind: Vec<Option<usize>>,
    densest: Option<&'a Area>,
    around_densest: Option<&'a Area>,
    headline: Option<NodeId>,
}

impl<'a> Context<'a> {
    fn new(blocks: &'a Blocks, counts: &'a [Counts], headline: Option<NodeId>) -> Self {
        let prose_total = blocks.areas.first().map_or(0.0, |body| body.sums.prose);
        let mut last = (0.0, None);
        let before = counts.iter().enumerate().map(|(index, counts)| {
            let here = last;
            if counts.is_prose() {
                last = (last.0 + counts.words, Some(index));
            }
            here
        });
        let before = before.collect();
        let mut next = None;
        let behind = counts.iter().enumerate().rev().map(|(index, counts)| {
            let here = next;
            if counts.is_prose() {
                next = Some(index);
            }
            here
        });
        let mut behind: Vec<_> = behind.collect();
        behind.reverse();
        let densest = densest(&blocks.areas);
        let around_densest = densest.and_then(|area| blocks.area(area.parent?));
        Self { blocks, counts, prose_total, before, behind, densest, around_densest, headline }
    }

    fn features(&self, index: usize, run: &Run, counts: &Counts) -> Features {
        let mut features = Features::default();
        set_text(&mut features, counts);
        if let Some(area) = self.blocks.area(run.area) {
            self.set_area(&mut features, area);
        }
        self.set_position(&mut features, index, run);
        let dense = features.in_densest;
        features.prose = flag(counts.is_prose());
        features.prose_in_densest = features.prose * dense;
        features.heading_in_densest = features.in_heading * dense;
        features.li_in_densest = features.in_li * dense;
        features
    }

    fn set_area(&self, features: &mut Features, area: &Area) {
        set_tag(features, area);
        set_traits(features, area);
        let parent = area.parent.and_then(|id| self.blocks.area(id));
        let grandparent = parent.and_then(|area| self.blocks.area(area.parent?));
        let outer = grandparent.and_then(|area| self.blocks.area(area.parent?));
        features.near_body = flag(
            area.own.has(Traits::BODY) || parent.is_some_and(|area| area.own.has(Traits::BODY)),
        );
        features.parent_prose = self.prose_share(parent);
        features.grandparent_prose = self.prose_share(grandparent);
        features.outer_prose = self.prose_share(outer);
        features.parent_links = link_share(parent);
        features.grandparent_links = link_share(grandparent);
        features.parent_paragraphs =
            parent.map_or(0.0, |area| area.sums.paragraph_words / (area.sums.words + 1.0));
        let within = |around: Option<&Area>| {
            flag(around.is_some_and(|around| (around.id..around.end).contains(&area.id)))
        };
        features.in_densest = within(self.densest);
        features.near_densest = within(self.around_densest);
    }

    fn prose_share(&self, area: Option<&Area>) -> f32 {
        area.map_or(0.0, |area| area.sums.prose / (self.prose_total + 1.0))
    }

    fn set_position(&self, features: &mut Features, index: usize, run: &Run) {
        let (prose_before, before) = self.before.get(index).copied().unwrap_or_default();
        let behind = self.behind.get(index).copied().flatten();
        let distance =
            |other: Option<usize>| other.map_or(FAR, |other| other.abs_diff(index).min(FAR));
        features.prose_before = log(to_f32(distance(before)));
        features.prose_behind = log(to_f32(distance(behind)));
        features.position = prose_before / (self.prose_total + 1.0);
        features.after_all_prose = flag(behind.is_none());
        let neighbours = [index.checked_sub(1), Some(index + 1)];
        let links = neighbours.map(|neighbour| {
            neighbour
                .and_then(|index| self.counts.get(index))
                .map_or(0.5, |counts| counts.link_density)
        });
        features.neighbour_links = links.iter().sum::<f32>() / 2.0;
        if let Some(headline) = self.headline {
            features.before_headline = flag(run.first < headline);
            features.behind_headline = flag(run.first > headline);
        }
    }
}

fn set_text(features: &mut Features, counts: &Counts) {
    let characters = counts.characters.max(1.0);
    features.words = log(counts.words);
    features.link_density = counts.link_density;
    features.plain_words = log(counts.words * (1.0 - counts.link_density));
    features.control_density = counts.control_density;
    features.sentences = log(counts.sentences);
    features.commas = log(counts.commas);
    features.ends_sentence = flag(counts.ends_sentence);
    features.starts_lower = flag(counts.starts_lower);
    features.digits = counts.digits / characters;
    features.capitals = counts.capitals / characters;
    features.furniture = flag(counts.furniture);
    features.repeated = flag(counts.repeated);
    features.short = flag(counts.words <= 4.0);
}

fn set_tag(features: &mut Features, area: &Area) {
    let feature = match area.tag {
        Tag::P => &mut features.in_p,
        Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => &mut features.in_heading,
        Tag::Li => &mut features.in_li,
        Tag::Td | Tag::Th => &mut features.in_cell,
        Tag::Blockquote => &mut features.in_quote,
        Tag::Pre => &mut features.in_pre,
        Tag::Dt | Tag::Dd => &mut features.in_dl,
        _ => &mut features.in_div,
    };
    *feature = 1.0;
}

fn set_traits(features: &mut Features, area: &Area) {
    let pairs = [
        (&mut features.around_article, Traits::ARTICLE),
        (&mut features.around_main, Traits::MAIN),
        (&mut features.around_body, Traits::BODY),
        (&mut features.navigation, Traits::NAVIGATION.union(Traits::BREADCRUMBS)),
        (&mut features.footer, Traits::FOOTER),
        (&mut features.header, Traits::HEADER),
        (&mut features.aside, Traits::ASIDE),
        (&mut features.form, Traits::FORM),
        (&mut features.comments, Traits::COMMENTS),
        (&mut features.related, Traits::RELATED),
        (&mut features.share, Traits::SHARE),
        (&mut features.newsletter, Traits::NEWSLETTER),
        (&mut features.tags, Traits::TAGS),
        (&mut features.byline, Traits::BYLINE),
        (&mut features.advert, Traits::ADVERT),
        (&mut features.caption, Traits::CAPTION),
        (&mut features.overlay, Traits::OVERLAY),
        (&mut features.teaser, Traits::TEASER),
        (&mut features.lead, Traits::LEAD),
    ];
    for (feature, traits) in pairs {
        *feature = flag(area.traits.has(traits));
    }
    features.own_furniture = flag(area.own.has(Traits::FURNITURE));
}

/// The innermost element that holds most of the page's prose: from `<body>` inward as long as one
/// child has most of what its parent has.
fn densest(areas: &[Area]) -> Option<&Area> {
    let mut current = areas.first().filter(|body| body.sums.prose > 0.0)?;
    for area in areas {
        let child = area.id > current.id && area.end <= current.end;
        if child && area.sums.prose >= DENSER * current.sums.prose && area.tag != Tag::P {
            current = area;
        }
    }
    Some(current)
}

fn link_share(area: Option<&Area>) -> f32 {
    area.map_or(0.0, |area| area.sums.link_words / (area.sums.words + 1.0))
}

fn flag(is: bool) -> f32 {
    if is { 1.0 } else { 0.0 }
}

fn log(count: f32) -> f32 {
    count.ln_1p()
}

#[expect(clippy::cast_precision_loss, reason = "counts of a page, far below 2^24 where it matters")]
fn to_f32(count: usize) -> f32 {
    count as f32
}
