//! The texts of an entry, each with what it is.

use super::headline::Headline;
use super::marks::Marks;
use super::runs::Entry;
use super::survey::{Leaf, Seen, Survey};
use super::tables::{HEADING_CHARS, MARK_CHARS};
use crate::dom::{ElementRef, Tag};
use crate::value::text::{collapse, split_rank};

/// What a text of an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Rank(u32),
    Label,
    Time,
    /// A sign, a byline, a teaser.
    Badge,
    /// Short text without a name: a counter if it has a number.
    Mark,
    Other,
}

/// Neighbouring texts of one role under one element.
#[derive(Debug)]
pub(super) struct Part<'a> {
    pub(super) role: Role,
    pub(super) text: String,
    /// The element that says the role, or the one around the text.
    pub(super) element: Option<ElementRef<'a>>,
    /// The same, by place in the survey.
    pub(super) index: usize,
    /// The element around its last text, by place in the survey.
    parent: usize,
    /// Whether the text stands inside the headline's element.
    pub(super) in_headline: bool,
}

/// The texts of an entry, in page order.
#[derive(Debug)]
pub(super) struct Parts<'a>(Vec<Part<'a>>);

impl<'a> Parts<'a> {
    pub(super) fn of(
        survey: &Survey<'a>,
        entry: &Entry<'a>,
        headline: &Headline<'a>,
        place: u32,
    ) -> Self {
        let mut parts = Self(Vec::new());
        let leaves = survey.leaves_in(&entry.nodes).iter();
        for leaf in leaves.filter(|leaf| !is_hidden(survey, entry, leaf)) {
            let in_headline = headline.element.node().contains(leaf.id);
            let part = part(survey, entry, leaf, in_headline);
            parts.push(survey, part);
        }
        for part in &mut parts.0 {
            part.text = collapse(&part.text);
        }
        parts.0.retain(|part| !part.text.is_empty());
        parts.find_ranks(survey, place);
        parts.find_title();
        parts
    }

    /// Adds a part, to the last one if it goes on with it.
    fn push(&mut self, survey: &Survey<'a>, part: Part<'a>) {
        match self.0.last_mut() {
            Some(last)
                if last.in_headline == part.in_headline
                    && last.role == part.role
                    && (last.index == part.index || last.role == Role::Title)
                    && !is_break(survey, last, &part) =>
            {
                last.text.push_str(&part.text);
                last.parent = part.parent;
            }
            _ => self.0.push(part),
        }
    }

    /// Numbers up to the headline that are the place of the entry, or named so.
    fn find_ranks(&mut self, survey: &Survey<'a>, place: u32) {
        for part in &mut self.0 {
            let (rank, rest) = split_rank(&part.text);
            let Some(rank) = rank.filter(|_| rest.is_empty()) else {
                if part.in_headline && part.role == Role::Title {
                    return;
                }
                continue;
            };
            let named =
                part.element.is_some_and(|element| survey.class_marks(element).has(Marks::RANK));
            if named || rank == place && part.role != Role::Time {
                part.role = Role::Rank(rank);
                return;
            }
        }
    }

    /// Leaves one text as the headline. Of several, the first is a kicker if it is short and
    /// shorter than the second, which is then the headline; what follows is the teaser. Where all
    /// are named something else, the longest is the headline.
    fn find_title(&mut self) {
        let length = |part: &Part<'a>| part.text.chars().count();
        let mut titles = self.0.iter_mut().filter(|part| part.role == Role::Title);
        match (titles.next(), titles.next()) {
            (Some(first), Some(second))
                if length(first) <= MARK_CHARS
                    && (length(first)..=TITLE_CHARS).contains(&length(second)) =>
            {
                first.role = Role::Label;
            }
            (Some(_), Some(second)) => second.role = Role::Other,
            (Some(_), None) => {}
            (None, _) => {
                let inside = self.0.iter_mut().filter(|part| part.in_headline);
                let longest = inside.max_by_key(|part| length(part));
                if let Some(part) = longest {
                    part.role = Role::Title;
                }
            }
        }
        self.0.iter_mut().filter(|part| part.role == Role::Title).skip(1).for_each(|part| {
            part.role = Role::Other;
        });
    }

    pub(super) fn title(&self) -> String {
        self.of_role(Role::Title).next().map(|part| part.text.clone()).unwrap_or_default()
    }

    pub(super) fn rank(&self) -> Option<u32> {
        self.0.iter().find_map(|part| match part.role {
            Role::Rank(rank) => Some(rank),
            _ => None,
        })
    }

    pub(super) fn of_role(&self, role: Role) -> impl Iterator<Item = &Part<'a>> {
        self.0.iter().filter(move |part| part.role == role)
    }

    /// The parts that can be counters.
    pub(super) fn numbers(&self) -> impl Iterator<Item = &Part<'a>> {
        self.0.iter().filter(|part| matches!(part.role, Role::Mark | Role::Badge | Role::Label))
    }

    pub(super) fn labels(&self) -> impl Iterator<Item = &str> {
        self.of_role(Role::Label).map(|part| part.text.as_str()).filter(|text| !text.is_empty())
    }
}

/// Whether a new line starts between two texts, or two words of two elements meet without a space:
/// style sheets set those apart.
fn is_break(survey: &Survey<'_>, last: &Part<'_>, part: &Part<'_>) -> bool {
    let block = |index: usize| {
        survey
            .outwards(index)
            .find(|(_, seen)| survey.element(seen).tag().is_block())
            .map(|(index, _)| index)
    };
    let meets = last.text.ends_with(char::is_alphanumeric)
        && part.text.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    last.parent != part.parent
        && (block(last.parent) != block(part.parent)
            || meets && last.text.chars().count() > DROP_CAP_CHARS)
}

/// A large first letter is an element of its own, but no word.
const DROP_CAP_CHARS: usize = 2;

/// The longest headline that stands below a kicker; longer ones are teasers.
const TITLE_CHARS: usize = 140;

/// Whether the page hides the text inside the entry.
fn is_hidden(survey: &Survey<'_>, entry: &Entry<'_>, leaf: &Leaf) -> bool {
    let hidden = survey.get(leaf.parent()).and_then(Seen::hidden);
    hidden.is_some_and(|hidden| hidden > entry.index)
}

/// A text with its role: of the nearest named element around it inside the entry.
fn part<'a>(survey: &Survey<'a>, entry: &Entry<'a>, leaf: &Leaf, in_headline: bool) -> Part<'a> {
    let around = survey.outwards(leaf.parent()).take_while(|(index, _)| *index > entry.index);
    let named = around
        .take(DEPTH)
        .find_map(|(index, seen)| Some((index, seen, named_role(survey, seen, in_headline)?)));
    let plain = || {
        let short = survey.text(leaf).trim().chars().count() <= MARK_CHARS;
        match (in_headline, short) {
            (true, _) => Role::Title,
            (false, true) => Role::Mark,
            (false, false) => Role::Other,
        }
    };
    let (index, element, role) = match named {
        Some((index, seen, role)) => (index, Some(survey.element(seen)), role),
        None => {
            (leaf.parent(), survey.get(leaf.parent()).map(|seen| survey.element(seen)), plain())
        }
    };
    Part {
        role,
        text: survey.text(leaf).to_owned(),
        element,
        index,
        parent: leaf.parent(),
        in_headline,
    }
}

/// How many elements outwards a text is named.
const DEPTH: usize = 8;

/// What the name of a short element says of its text.
fn named_role(survey: &Survey<'_>, seen: &Seen, in_headline: bool) -> Option<Role> {
    let element = survey.element(seen);
    if element.tag() == Tag::Time {
        return Some(Role::Time);
    }
    if seen.chars > HEADING_CHARS
        || element.tag().heading_level().is_some()
        || element.tag() == Tag::A && in_headline
    {
        return None;
    }
    let class = survey.class_marks(element);
    [(Marks::TIME, Role::Time), (Marks::BADGE, Role::Badge), (Marks::LABEL, Role::Label)]
        .into_iter()
        .find_map(|(mark, role)| class.has(mark).then_some(role))
}
