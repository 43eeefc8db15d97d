//! Text that says of itself, or of what follows, that it is not the article's.

use super::Blocks;
use super::features::Features;
use crate::value::locale::lists::heading_kind;
use crate::value::text::fold;

/// A label has at most this many words.
const LABEL_WORDS: f32 = 6.0;
/// Text with more of it in links is a link to something else.
const LINK: f32 = 0.6;
/// Comments stand behind this share of the page's prose.
const COMMENTS_FROM: f32 = 0.5;

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
pub(super) fn not_body(blocks: &Blocks, features: &[Features], probabilities: &[f32]) -> Vec<bool> {
    let (mut in_links, mut in_comments) = (false, false);
    let runs = blocks.runs().iter().zip(features).zip(probabilities);
    let judge = runs.map(|((run, features), probability)| {
        let is_link = features.link_density > LINK;
        in_links &= is_link;
        // Of what nobody would take for body text, nothing need be known.
        let maybe_label = features.words.exp_m1() <= LABEL_WORDS
            && (*probability > 0.05 || features.position > COMMENTS_FROM);
        if in_comments || in_links || !maybe_label {
            return in_comments || in_links;
        }
        let label = label(blocks.text(run));
        in_comments = features.position > COMMENTS_FROM && COMMENTS.contains(&label.as_str());
        in_links = !is_link && features.in_li == 0.0 && heading_kind(&label).is_some();
        in_comments || in_links || ADVERTS.contains(&label.as_str())
    });
    judge.collect()
}

/// The text in lower case without a number or punctuation at its end: `Comments (12):`.
fn label(text: &str) -> String {
    fold(text.trim_end_matches(|c: char| !c.is_alphabetic()))
}
