//! Text that says of itself, or of what follows, that it is not the article's.

use super::Blocks;
use super::measures::Measures;
use crate::dom::Tag;
use crate::value::locale::lists::heading_kind;
use crate::value::text::fold;

/// A label has at most this many words.
const LABEL_WORDS: f32 = 6.0;
/// A date or a counter beside a link has at most this many.
const SHORT: f32 = 4.0;
/// Text with more of it in links is a link to something else.
const LINK: f32 = 0.6;
/// Comments stand behind this share of what is likely to be the body.
const COMMENTS_FROM: f32 = 0.7;
/// A run with a lower probability is left out anyhow.
const UNLIKELY: f32 = 0.05;

/// Labels of advertisements, in lower case.
const ADVERTS: &[&str] = &[
    "реклама",
    "advertisement",
    "advertising",
    "ad",
    "anzeige",
    "werbung",
    "publicité",
    "publicidad",
    "pubblicità",
    "publicidade",
    "advertentie",
    "reklama",
    "annons",
    "annonse",
    "annonce",
    "mainos",
    "hirdetés",
    "reclamă",
    "διαφήμιση",
    "reklam",
    "жарнама",
    "إعلان",
    "広告",
    "광고",
    "广告",
    "advertisement - continue reading below",
    "story continues below advertisement",
    "article continues below",
    "article continues after advertisement",
];

/// Headings of comments, in lower case, without their number.
const COMMENTS: &[&str] = &[
    "комментарии",
    "комментарий",
    "обсуждение",
    "коментарі",
    "пікірлер",
    "comments",
    "comment",
    "leave a comment",
    "leave a reply",
    "join the conversation",
    "kommentare",
    "kommentar",
    "commentaires",
    "comentarios",
    "comentários",
    "commenti",
    "reacties",
    "komentarze",
    "komentáře",
    "kommentarer",
    "kommentit",
    "hozzászólások",
    "comentarii",
    "σχόλια",
    "yorumlar",
    "التعليقات",
    "コメント",
    "댓글",
    "评论",
];

/// Which runs are labels, links behind the heading of a list, or comments.
pub(super) fn not_body(blocks: &Blocks, measures: &[Measures], probabilities: &[f32]) -> Vec<bool> {
    let total: f32 = measures.iter().zip(probabilities).map(|(m, p)| m.words * p).sum();
    let (mut before, mut in_links, mut in_comments) = (0.0, false, false);
    let runs = blocks.runs().iter().zip(measures.iter().zip(probabilities));
    let judge = runs.map(|(run, (measures, probability))| {
        before += measures.words * probability;
        let may_be_comments = before > COMMENTS_FROM * total;
        let is_link = measures.link_density > LINK;
        let in_li = blocks.area(run.area).is_some_and(|area| area.tag == Tag::Li);
        // Entries may have a date or a counter beside their link.
        in_links &= is_link || in_li || measures.words <= SHORT;
        let is_short = measures.words <= LABEL_WORDS;
        // Of what nobody would take for body text, nothing need be known.
        if is_link && *probability > UNLIKELY && is_pointer(blocks.text(run)) {
            return true;
        }
        if in_comments || in_links || !is_short || !(may_be_comments || *probability > UNLIKELY) {
            return in_comments || in_links;
        }
        let label = label(blocks.text(run));
        in_comments = may_be_comments && COMMENTS.contains(&label.as_str());
        in_links = !is_link && !in_li && heading_kind(&label).is_some();
        in_comments || in_links || ADVERTS.contains(&label.as_str())
    });
    judge.collect()
}

/// Whether a link says by the words before it that it leads to another article: `Read also: …`.
fn is_pointer(text: &str) -> bool {
    text.split_once([':', '：']).is_some_and(|(label, _)| heading_kind(label).is_some())
}

/// The text in lower case without a number or punctuation at its end: `Comments (12):`.
fn label(text: &str) -> String {
    fold(text.trim_end_matches(|c: char| !c.is_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_to_other_articles_are_told_by_their_first_words() {
        assert!(is_pointer("Читайте также: Родители просят показать автобусы"));
        assert!(is_pointer("Read also: Parents ask for a map of buses"));
        assert!(!is_pointer("The minister said: a map of buses is ready"));
        assert!(!is_pointer("Parents ask for a map of buses"));
    }
}
