//! What looks wrong in an article.

use std::collections::HashSet;

use super::{Ground, show_time};
use crate::facts::Fact;
use crate::model::{Article, Block, Field, OriginKind, RichText, Timestamp, Warning};
use crate::value::letter::is_alphanumeric;
use crate::value::text::fold;

/// Words shorter than this are too common to connect a title and a body.
const LONG_WORD: usize = 4;

pub(super) fn warnings(article: &Article, ground: Ground<'_>) -> Vec<Warning> {
    let mut warnings = Vec::new();
    warnings.extend(rules_without_match(ground));
    warnings.extend(date_disagreement(article, &ground.facts.published));
    warnings.extend(title_not_in_body(article));
    warnings
}

fn rules_without_match(ground: Ground<'_>) -> Vec<Warning> {
    let Some((name, matches)) = ground.page.profile_name().zip(ground.page.rules()) else {
        return Vec::new();
    };
    let warning = |rule: String| Warning::RuleFoundNothing { profile: name.to_owned(), rule };
    matches.unmatched().into_iter().map(warning).collect()
}

/// Metadata and the visible page name different days.
fn date_disagreement(article: &Article, facts: &[Fact<Timestamp>]) -> Option<Warning> {
    let taken = article.published.as_ref()?;
    let visible = |fact: &&Fact<Timestamp>| fact.origin.kind == OriginKind::Visible;
    let other = facts.iter().filter(visible).find(|fact| {
        fact.value.date().zip(taken.date()).is_some_and(|(visible, taken)| visible != taken)
    })?;
    Some(Warning::Disagreement {
        field: Field::Published,
        taken: show_time(taken),
        other: show_time(&other.value),
        origin: other.origin.clone(),
    })
}

fn title_not_in_body(article: &Article) -> Option<Warning> {
    let title: HashSet<String> = words(article.title.as_deref()?).collect();
    // Other blocks are read differently; a page with any is left alone.
    let texts: Vec<&RichText> = article.body.iter().map(plain_text).collect::<Option<_>>()?;
    // Scripts without spaces have one 'word' a sentence.
    let comparable = title.len() >= 3;
    let is_in_title = |text: &&RichText| words(&text.text()).any(|word| title.contains(&word));
    (comparable && !texts.iter().any(is_in_title)).then_some(Warning::TitleNotInBody)
}

fn plain_text(block: &Block) -> Option<&RichText> {
    match block {
        Block::Paragraph(paragraph) => Some(&paragraph.content),
        Block::Heading(heading) => Some(&heading.content),
        _ => None,
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !is_alphanumeric(c));
    words.filter(|word| word.chars().count() >= LONG_WORD).map(fold)
}
