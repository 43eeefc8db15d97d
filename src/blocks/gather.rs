//! The features of a run, from the survey of its page.

use super::areas::{Area, AreaId};
use super::features::{Features, LEVELS};
use super::lexicon::Extremes;
use super::measures::{Measures, flag, share, to_f32};
use super::runs::Inline;
use super::survey::{FAR, Survey, depth};
use super::{Blocks, Run, Traits};
use crate::dom::Tag;

/// What a feature is where there is nothing to measure.
const NONE: f32 = -1.0;

/// The features of all runs, one by one: together they would take more room than the page.
pub(super) fn gather<'s>(survey: &'s Survey<'_>) -> impl Iterator<Item = Features> + 's {
    let runs = survey.blocks.runs.iter().zip(survey.measures).enumerate();
    runs.map(|(index, (run, measures))| features(survey, index, run, measures))
}

fn features(survey: &Survey<'_>, index: usize, run: &Run, measures: &Measures) -> Features {
    let mut features = Features::default();
    set_text(&mut features, measures);
    set_inline(&mut features, survey, index, run, measures);
    let levels = levels(survey.blocks, run.area);
    if let Some((_, area)) = levels.first().copied().flatten() {
        set_tags(&mut features, area, &levels);
        set_traits(&mut features, area, &levels);
        set_position(&mut features, survey, index, area);
        set_names(&mut features, survey.blocks, run, area);
    }
    set_context(&mut features, survey, index, measures);
    set_surroundings(&mut features, survey, measures, &levels);
    set_container(&mut features, survey, index, run, &levels);
    set_alike(&mut features, survey, run);
    set_title(&mut features, survey, index, run);
    set_heading(&mut features, survey, index);
    set_words(&mut features, survey, index, measures);
    features
}

type Level<'a> = Option<(AreaId, &'a Area)>;

/// The run's element and those around it, innermost first.
fn levels(blocks: &Blocks, area: AreaId) -> [Level<'_>; LEVELS + 1] {
    let mut next = blocks.area(area).map(|found| (area, found));
    std::array::from_fn(|_| {
        let here = next;
        next = here.and_then(|(_, area)| Some((area.parent?, blocks.area(area.parent?)?)));
        here
    })
}

fn set_text(features: &mut Features, measures: &Measures) {
    let words = measures.words + 1.0;
    let characters = measures.characters.max(1.0);
    features.words = measures.words;
    features.word_length = measures.characters / words;
    features.sentences = measures.sentences;
    features.sentence_rate = measures.sentences / words;
    features.commas = measures.commas;
    features.comma_rate = measures.commas / words;
    features.digits = measures.digits / characters;
    features.capitals = measures.capitals / characters;
    features.capitalised = measures.capitalised / words;
    features.quotes = measures.quotes;
    features.sign_rate = measures.signs / words;
    features.ends_sentence = flag(measures.ends_sentence);
    features.ends_colon = flag(measures.ends_colon);
    features.ends_ellipsis = flag(measures.ends_ellipsis);
    features.starts_lower = flag(measures.starts_lower);
    features.year = flag(measures.year);
    features.copyright = flag(measures.copyright);
    features.bar = flag(measures.bar);
}

fn set_inline(
    features: &mut Features,
    survey: &Survey<'_>,
    index: usize,
    run: &Run,
    measures: &Measures,
) {
    features.link_density = measures.link_density;
    features.links = to_f32(run.links as usize);
    features.plain_words = measures.words * (1.0 - measures.link_density);
    let kinds = [
        (&mut features.bold, Inline::Bold),
        (&mut features.italic, Inline::Italic),
        (&mut features.control, Inline::Control),
        (&mut features.code, Inline::Code),
        (&mut features.time, Inline::Time),
        (&mut features.span, Inline::Span),
        (&mut features.label, Inline::Label),
        (&mut features.small, Inline::Small),
    ];
    for (feature, inline) in kinds {
        *feature = share(run, inline);
    }
    features.breaks = to_f32(run.breaks as usize);
    let runs = &survey.blocks.runs;
    let before = index.checked_sub(1).and_then(|before| runs.get(before));
    let before = before.map_or(0, |before| before.images_before);
    let behind = runs.get(index + 1).map_or(survey.blocks.images, |next| next.images_before);
    features.images_before = to_f32(run.images_before.saturating_sub(before) as usize);
    features.images_behind = to_f32(behind.saturating_sub(run.images_before) as usize);
}

fn set_tags(features: &mut Features, area: &Area, levels: &[Level<'_>]) {
    for (feature, level) in features.kinds.iter_mut().zip(levels) {
        *feature = level.map_or(NONE, |(_, area)| kind(area.tag));
    }
    for (group, feature) in features.around.iter_mut().enumerate() {
        *feature = to_f32(area.around.count(group) as usize);
    }
    features.hidden = flag(area.hidden);
    features.aria_hidden = flag(area.aria_hidden);
}

/// The kinds of elements in an order in which neighbours hold text of the same sort, so that a
/// threshold parts them well.
const KINDS: [Tag; 34] = [
    Tag::P,
    Tag::Div,
    Tag::Li,
    Tag::H1,
    Tag::H2,
    Tag::H3,
    Tag::H4,
    Tag::H5,
    Tag::H6,
    Tag::Td,
    Tag::Th,
    Tag::Blockquote,
    Tag::Figcaption,
    Tag::Pre,
    Tag::Section,
    Tag::Article,
    Tag::Ul,
    Tag::Ol,
    Tag::Dd,
    Tag::Dt,
    Tag::Main,
    Tag::Aside,
    Tag::Footer,
    Tag::Header,
    Tag::Nav,
    Tag::Form,
    Tag::Figure,
    Tag::Table,
    Tag::Tr,
    Tag::Body,
    Tag::Address,
    Tag::Details,
    Tag::Summary,
    Tag::Custom,
];

/// The number of each tag in [`KINDS`], from 1; 0 for the others.
#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "short tables, read when the crate is compiled"
)]
const KIND_OF_TAG: [u8; 256] = {
    let (mut table, mut at) = ([0; 256], 0);
    while at < KINDS.len() {
        table[KINDS[at] as usize] = at as u8 + 1;
        at += 1;
    }
    table
};

pub(super) fn kind(tag: Tag) -> f32 {
    KIND_OF_TAG.get(tag as usize).copied().map_or(0.0, f32::from)
}

fn set_traits(features: &mut Features, area: &Area, levels: &[Level<'_>]) {
    let pairs = [
        (&mut features.around_article, Traits::ARTICLE),
        (&mut features.around_body, Traits::BODY),
        (&mut features.navigation, Traits::NAVIGATION.union(Traits::BREADCRUMBS)),
        (&mut features.footer, Traits::FOOTER),
        (&mut features.aside, Traits::ASIDE),
        (&mut features.comments, Traits::COMMENTS),
        (&mut features.related, Traits::RELATED),
        (&mut features.share, Traits::SHARE),
        (&mut features.newsletter, Traits::NEWSLETTER),
        (&mut features.tags, Traits::TAGS),
        (&mut features.byline, Traits::BYLINE),
        (&mut features.advert, Traits::ADVERT),
        (&mut features.caption, Traits::CAPTION.union(Traits::GALLERY)),
        (&mut features.overlay, Traits::OVERLAY),
        (&mut features.teaser, Traits::TEASER),
        (&mut features.lead, Traits::LEAD),
    ];
    for (feature, traits) in pairs {
        *feature = flag(area.traits.has(traits));
    }
    features.own_furniture = flag(area.own.has(Traits::FURNITURE.union(Traits::GALLERY)));
    let near = levels.iter().take(2).flatten();
    features.near_body = flag(near.clone().any(|(_, area)| area.own.has(Traits::BODY)));
}

fn set_position(features: &mut Features, survey: &Survey<'_>, index: usize, area: &Area) {
    let totals = &survey.totals;
    let depth = f32::from(area.depth);
    features.depth = depth;
    features.depth_to_mean = depth - totals.depth;
    features.runs_before = to_f32(index);
    features.runs_behind = totals.runs - 1.0 - to_f32(index);
    features.share_of_runs_before = to_f32(index) / totals.runs.max(1.0);
    features.share_of_words_before = survey.before(index).words / (totals.words + 1.0);
    features.page_words = totals.words;
}

/// How many runs to each side the features of the context reach.
const REACHES: [usize; 4] = [1, 3, 8, 20];

fn set_context(features: &mut Features, survey: &Survey<'_>, index: usize, measures: &Measures) {
    let prose = survey.totals.prose + 1.0;
    let before = survey.before(index);
    features.prose_before = before.prose / prose;
    features.prose_behind = (survey.totals.prose - before.prose - measures.prose()) / prose;
    features.page_prose = survey.totals.prose;
    features.prose_distance_before = before.prose_distance;
    features.prose_distance_behind = survey.prose_behind.get(index).copied().unwrap_or(FAR);
    for (at, reach) in REACHES.into_iter().enumerate() {
        let (from, to) =
            (survey.before(index.saturating_sub(reach)), survey.before(index + reach + 1));
        if let Some(near) = features.prose_near.get_mut(at) {
            *near = to.prose - from.prose;
        }
        if let Some(near) = features.links_near.get_mut(at) {
            *near = (to.link_bytes - from.link_bytes) / (to.bytes - from.bytes).max(1.0);
        }
    }
}

fn set_surroundings(
    features: &mut Features,
    survey: &Survey<'_>,
    measures: &Measures,
    levels: &[Level<'_>],
) {
    let totals = &survey.totals;
    for (at, level) in levels.iter().take(LEVELS).enumerate() {
        let sums = level.map(|(_, area)| &area.sums);
        let set = |family: &mut [f32; LEVELS], value: Option<f32>| {
            if let Some(feature) = family.get_mut(at) {
                *feature = value.unwrap_or(NONE);
            }
        };
        let words = |part: f32| sums.map(|sums| part / (sums.words + 1.0));
        set(&mut features.level_words, sums.map(|sums| sums.words));
        set(&mut features.level_runs, sums.map(|sums| sums.runs));
        set(&mut features.level_prose_runs, sums.map(|sums| sums.prose_runs));
        set(&mut features.level_prose, sums.map(|sums| sums.prose));
        set(&mut features.level_links, sums.map(super::areas::Sums::link_density));
        set(&mut features.level_share, sums.map(|sums| sums.words / (totals.words + 1.0)));
        set(&mut features.level_prose_share, sums.map(|sums| sums.prose / (totals.prose + 1.0)));
        set(&mut features.level_paragraph_share, sums.and_then(|s| words(s.paragraph_words)));
        set(&mut features.level_paragraphs, sums.map(|sums| sums.paragraphs));
        set(&mut features.level_children, sums.map(|sums| sums.children));
        set(&mut features.level_headings, sums.map(|sums| sums.headings));
        set(&mut features.level_own_share, words(measures.words));
        set(&mut features.level_sentence_rate, sums.and_then(|sums| words(sums.sentences)));
    }
}

/// Elements further inside the best container, or further out, say no more.
const MOST_BELOW: f32 = 8.0;
const MOST_HOPS: f32 = 12.0;

fn set_container(
    features: &mut Features,
    survey: &Survey<'_>,
    index: usize,
    run: &Run,
    levels: &[Level<'_>],
) {
    let containers = &survey.containers;
    let best = containers.best.and_then(|id| survey.blocks.area(id));
    let inside = best.filter(|best| best.contains(run.first));
    features.in_best = flag(inside.is_some());
    let below = |best: &Area| depth(survey.blocks, run.area) - f32::from(best.depth);
    features.best_depth = inside.map_or(NONE, |best| below(best).min(MOST_BELOW));
    features.best_hops = containers.hops_from_best(run.area).min(MOST_HOPS);
    for (feature, level) in features.mass.iter_mut().zip(levels) {
        *feature = level.map_or(NONE, |(id, _)| containers.mass(id));
    }
    features.best_share = best.map_or(0.0, |best| best.sums.prose / (survey.totals.prose + 1.0));
    features.best_place = containers.place(index);
    let near = levels.iter().take(2).flatten();
    features.in_most_direct = flag(near.clone().any(|(id, _)| containers.most_direct == Some(*id)));
}

fn set_alike(features: &mut Features, survey: &Survey<'_>, run: &Run) {
    let prose = survey.totals.prose + 1.0;
    let own = survey.alike.own(survey.blocks, run.area);
    let parent = survey.alike.parent(survey.blocks, run.area);
    features.alike_prose = own.prose / prose;
    features.alike_runs = own.runs;
    features.alike_parent_prose = parent.prose / prose;
    features.alike_parents = parent.elements;
}

/// What the distances from the headline are where there is none.
const NO_TITLE: f32 = -1.0e6;

fn set_title(features: &mut Features, survey: &Survey<'_>, index: usize, run: &Run) {
    let (title, description) = survey.heard(index).overlaps;
    features.title_overlap = title;
    features.description_overlap = description;
    let found = survey.title.as_ref();
    let from = |value: &dyn Fn(&super::survey::Title) -> f32| found.map_or(NO_TITLE, value);
    let (here, blocks) = (survey.before(index + 1), survey.blocks);
    features.title_words = from(&|title| here.words - survey.before(title.index + 1).words);
    features.title_runs = from(&|title| to_f32(index) - to_f32(title.index));
    features.title_prose = from(&|title| here.prose - survey.before(title.index + 1).prose);
    features.title_depth = from(&|title| {
        let title = blocks.runs.get(title.index).map_or(0.0, |run| depth(blocks, run.area));
        depth(blocks, run.area) - title
    });
    features.title_hops =
        from(&|title| title.hops.get(run.area.index()).copied().unwrap_or_default());
}

fn set_heading(features: &mut Features, survey: &Survey<'_>, index: usize) {
    features.heading_distance = FAR;
    let Some(heading) = survey.before(index).heading.map(|heading| heading as usize) else {
        return;
    };
    let Some(run) = survey.blocks.runs.get(heading) else { return };
    let level = survey.blocks.area(run.area).and_then(|area| area.tag.heading_level());
    features.heading_level = level.map_or(0.0, f32::from);
    features.heading_distance = to_f32(index - heading.min(index)).min(FAR);
    if let Some(measures) = survey.measures.get(heading) {
        features.heading_links = measures.link_density;
        features.heading_words = measures.words;
    }
    let opinion = survey.heard(heading).opinion;
    features.heading_opinion = opinion.sum;
    features.heading_against = opinion.min;
}

fn set_words(features: &mut Features, survey: &Survey<'_>, index: usize, measures: &Measures) {
    features.times = measures.times;
    features.times_before = measures.times_before;
    let opinion = survey.heard(index).opinion;
    features.word_against = opinion.min;
    features.word_for = opinion.max;
    features.word_sum = opinion.sum;
    features.word_mean = opinion.mean();
}

/// How many elements next to a run count as near.
const NEAR: usize = 6;

fn set_names(features: &mut Features, blocks: &Blocks, run: &Run, area: &Area) {
    let outer = || {
        let outer = area.parent.and_then(|parent| blocks.area(parent));
        std::iter::successors(outer, |area| blocks.area(area.parent?)).map(|area| area.names)
    };
    let near: [Extremes; 3] = {
        let mut near = std::iter::once(run.names).chain(outer());
        std::array::from_fn(|_| near.next().unwrap_or_default())
    };
    features.name_against = near.map(|names| names.min);
    features.name_for = near.map(|names| names.max);
    let path = &run.path;
    features.path_against = path.opinion.min;
    features.path_for = path.opinion.max;
    features.path_sum = path.opinion.sum;
    features.path_mean = path.opinion.mean();
    features.path_count = path.opinion.count;
    let distance = f32::from(area.depth.saturating_sub(path.min_depth));
    features.path_distance = if path.opinion.min < 0.0 { distance } else { NONE };
    let against = outer().take(NEAR - 1).map(|names| names.min);
    features.near_against = against.fold(run.names.min, f32::min);
}
