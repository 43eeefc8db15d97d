//! Text that says of itself, or of what is next to it, that it is not the article's.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use memchr::memchr3;
use rustc_hash::FxHashSet;

use super::areas::Area;
use super::measures::Measures;
use super::{Blocks, Run};
use crate::dom::Tag;
use crate::model::ListKind;
use crate::value::locale::calls::is_call;
use crate::value::locale::lists::heading_kind;
use crate::value::locale::notes::{is_credit, is_imprint, is_labelled_credit, notices};
use crate::value::lookup::Lookup;
use crate::value::text::fold;

/// A label has at most this many words.
const LABEL_WORDS: f32 = 6.0;
/// A date or a counter beside a link has at most this many.
const SHORT: f32 = 4.0;
/// Text with more of it in links is a link to something else.
const LINK: f32 = 0.6;
/// A link is the first thing behind the heading of a list, or the second behind a date.
const LINK_BEHIND: usize = 2;
/// Comments stand behind this share of what is likely to be the body; less where what heads them is
/// marked up as a heading, since many comments may be likely, too, and more in a table, which may
/// have a column of that name.
const COMMENTS_FROM: f32 = 0.5;
const HEADED_COMMENTS_FROM: f32 = 0.1;
const COMMENTS_IN_TABLE_FROM: f32 = LATE;
/// From this share on what nobody would take for body text may still head a list.
const LATE: f32 = 0.7;
/// From this share on a line may say who answers for the site; those of a short article have much
/// of the likely text.
const IMPRINT_FROM: f32 = 0.3;
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
    "оставить комментарий",
    "добавить комментарий",
    "залишити коментар",
    "comments",
    "comment",
    "reader comments",
    "your comments",
    "leave a comment",
    "leave a reply",
    "post a comment",
    "add a comment",
    "write a comment",
    "join the conversation",
    "join the discussion",
    "kommentare",
    "kommentar",
    "leserkommentare",
    "kommentar schreiben",
    "kommentar hinterlassen",
    "schreibe einen kommentar",
    "schreiben sie einen kommentar",
    "commentaires",
    "vos commentaires",
    "laisser un commentaire",
    "comentarios",
    "deja un comentario",
    "deja una respuesta",
    "comentários",
    "deixe um comentário",
    "commenti",
    "lascia un commento",
    "reacties",
    "geef een reactie",
    "komentarze",
    "dodaj komentarz",
    "komentáře",
    "komentari",
    "коментари",
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

/// Which runs are labels, links behind the heading of a list, comments, or the imprint of the site.
pub(super) fn not_body(blocks: &Blocks, measures: &[Measures], probabilities: &[f32]) -> Vec<bool> {
    let total: f32 = measures.iter().zip(probabilities).map(|(m, p)| m.words * p).sum();
    let (mut before, mut in_links, mut in_comments) = (0.0, false, false);
    let runs = blocks.runs().iter().zip(measures.iter().zip(probabilities)).enumerate();
    let judge = runs.map(|(index, (run, (own, probability)))| {
        before += own.words * probability;
        let area = blocks.area(run.area);
        let may_be_comments = before > comments_from(area) * total;
        let is_likely = *probability > UNLIKELY;
        let is_link = own.link_density > LINK;
        let in_li = area.is_some_and(|area| area.tag == Tag::Li);
        // Entries may have a date or a counter beside their link.
        in_links &= is_link || in_li || own.words <= SHORT;
        let is_short = own.words <= LABEL_WORDS;
        // Of what nobody would take for body text, nothing need be known.
        let says_whose = || before > IMPRINT_FROM * total && is_imprint(blocks.text(run));
        if is_likely && (points_elsewhere(blocks.text(run), own) || says_whose()) {
            return true;
        }
        if in_comments || in_links || !is_short || !(may_be_comments || is_likely) {
            return in_comments || in_links;
        }
        let label = label(blocks.text(run));
        in_comments = may_be_comments && COMMENT_LABELS.has(&label);
        let may_head = !is_link && !in_li && (is_likely || before > LATE * total);
        in_links = may_head && leads_to_links(measures, index) && heading_kind(&label).is_some();
        in_comments || in_links || ADVERT_LABELS.has(&label)
    });
    judge.collect()
}

/// The share of what is likely to be the body behind which a label in an area may head comments.
fn comments_from(area: Option<&Area>) -> f32 {
    match area {
        Some(area) if area.tag.heading_level().is_some() => HEADED_COMMENTS_FROM,
        Some(area) if area.is_in(Tag::Table) => COMMENTS_IN_TABLE_FROM,
        _ => COMMENTS_FROM,
    }
}

/// Whether links stand behind a run: `Popular dishes` heads a list of the article, too.
fn leads_to_links(measures: &[Measures], index: usize) -> bool {
    let mut behind = measures.iter().skip(index + 1).take(LINK_BEHIND);
    behind.any(|measures| measures.link_density > LINK)
}

/// A pointer that is no link, or not as a whole, has at most this many words.
const POINTER_WORDS: f32 = 25.0;

fn points_elsewhere(text: &str, measures: &Measures) -> bool {
    if measures.link_density > LINK {
        return pointer_kind(text).is_some();
    }
    measures.words <= POINTER_WORDS && pointer_kind(text) == Some(ListKind::Related)
}

/// Whether a character stands between the words of a pointer and the headline behind them.
fn is_behind_pointer(c: char) -> bool {
    matches!(c, ':' | '：' | '|' | '»' | '›' | '>' | '→')
}

/// What a text says by its first words of the article that it leads to: `Read also: …`.
fn pointer_kind(text: &str) -> Option<ListKind> {
    // Most texts are ASCII and have no sign at all.
    if memchr3(b':', b'|', b'>', text.as_bytes()).is_none() && text.is_ascii() {
        return None;
    }
    text.split_once(is_behind_pointer).and_then(|(label, _)| heading_kind(label))
}

/// A credit has at most this many words, a caption and a notice this many.
const CREDIT_WORDS: f32 = 10.0;
const CAPTION_WORDS: f32 = 80.0;
const NOTICE_WORDS: f32 = 60.0;
/// A call to subscribe or to follow has at most this many words, and is not more likely to be body
/// text than this: articles speak of newsletters, too.
const CALL_WORDS: f32 = 45.0;
const CALL: f32 = 0.9;
/// Calls less likely than this are left out anyhow.
const UNLIKELY_CALL: f32 = 0.3;

/// Which runs are credits of pictures, captions before them, notices in the place of content that
/// is loaded from elsewhere, placeholders, or calls to subscribe.
pub(super) fn notes(blocks: &Blocks, measures: &[Measures], probabilities: &[f32]) -> Vec<bool> {
    let mut notes = vec![false; probabilities.len()];
    let with_notice = with_notice(blocks);
    let mut last: Option<(usize, &Run)> = None;
    let mut pictures_before_last = 0;
    let runs = blocks.runs().iter().zip(measures.iter().zip(probabilities)).enumerate();
    for (index, (run, (measures_of_run, probability))) in runs {
        let words = measures_of_run.words;
        let is_likely = *probability > UNLIKELY;
        let text = blocks.text(run);
        let credit = words <= CREDIT_WORDS && is_likely && is_credit(text);
        let notice = words <= NOTICE_WORDS && is_likely && with_notice.contains(&index);
        let may_be_call = words <= CALL_WORDS && (UNLIKELY_CALL..CALL).contains(probability);
        let call = may_be_call && is_call(text);
        let note = credit || notice || call || is_likely && is_placeholder(text);
        if let Some(note) = notes.get_mut(index).filter(|_| note) {
            *note = true;
        }
        let caption = last.filter(|(at, last)| {
            let is_short = measures.get(*at).is_some_and(|m| m.words <= CAPTION_WORDS);
            let is_below_picture = last.images_before > pictures_before_last;
            let is_beside = run.images_before == last.images_before;
            credit && is_labelled_credit(text) && is_short && is_below_picture && is_beside
        });
        if let Some(note) = caption.and_then(|(at, _)| notes.get_mut(at)) {
            *note = true;
        }
        pictures_before_last = last.map_or(0, |(_, last)| last.images_before);
        last = Some((index, run));
    }
    notes
}

/// Whether a text is what a site's software should have put something else for: `$$ARTICLEAD$$`,
/// `[CTA_MODULE]`, `[form id=12]`, `{{banner="/a"}}`.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let within = |start, end| text.strip_prefix(start)?.strip_suffix(end);
    let is_constant = |name: &str| {
        let is_part = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
        !name.is_empty() && name.bytes().all(is_part)
    };
    let has_value = |code: &str| {
        let is_of_name = |byte: u8| byte.is_ascii_graphic() || byte == b' ';
        let name = code.split_once('=').map(|(name, _)| name);
        !code.contains(['[', ']']) && name.is_some_and(|name| name.bytes().all(is_of_name))
    };
    within("$$", "$$").is_some_and(is_constant)
        || within("{{", "}}").is_some_and(has_value)
        || within("[", "]")
            .is_some_and(|code| has_value(code) || code.contains('_') && is_constant(code))
}

/// The runs that hold a notice.
fn with_notice(blocks: &Blocks) -> FxHashSet<usize> {
    let run_of = |notice: Range<usize>| {
        let behind = blocks.runs.partition_point(|run| run.text().start <= notice.start);
        let index = behind.checked_sub(1)?;
        blocks.runs.get(index).filter(|run| notice.end <= run.text().end).map(|_| index)
    };
    notices(&blocks.text).filter_map(run_of).collect()
}

/// The text without a number or punctuation at its end, `Comments (12):`, and in lower case where
/// more than ASCII is in it.
fn label(text: &str) -> Cow<'_, str> {
    let text = text.trim_end_matches(|c: char| !c.is_alphabetic());
    if text.is_ascii() { text.into() } else { fold(text).into() }
}

/// A table of labels, whatever the case of their ASCII letters.
type Labels = LazyLock<Lookup<()>>;

static ADVERT_LABELS: Labels = LazyLock::new(|| Lookup::set(ADVERTS.iter().copied()));
static COMMENT_LABELS: Labels = LazyLock::new(|| Lookup::set(COMMENTS.iter().copied()));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::judged::marked;

    #[test]
    fn pointers_to_other_articles_are_told_by_their_first_words() {
        let is_pointer = |text: &str| pointer_kind(text).is_some();
        assert!(is_pointer("Читайте также: Родители просят показать автобусы"));
        assert!(is_pointer("Read also: Parents ask for a map of buses"));
        assert!(is_pointer("READ NEXT | Parents ask for a map of buses"));
        assert!(is_pointer("À lire aussi » Les parents demandent un plan des bus"));
        assert!(!is_pointer("The minister said: a map of buses is ready"));
        assert!(!is_pointer("Parents ask for a map of buses"));
    }

    /// The texts that are not body text where all are as likely to be.
    fn not_body_of(html: &str) -> Vec<String> {
        marked(html, 0.9, not_body)
    }

    #[test]
    fn the_heading_of_a_list_elsewhere_has_links_behind_it() {
        let page = |heading: &str, entries: [&str; 2]| {
            let entries = entries.map(|entry| format!("<li>{entry}</li>")).concat();
            format!("<p>The mill has a kitchen now.<h3>{heading}</h3><ul>{entries}</ul>")
        };
        let links = ["<time>Monday</time><p><a href=/a>New stops</a>", "<a href=/b>Old stops</a>"];
        let found = not_body_of(&page("Most popular", links));
        assert_eq!(found, ["Most popular", "Monday", "New stops", "Old stops"]);
        let dishes = ["Soup of the day.", "Fish from the river, with bread."];
        assert_eq!(not_body_of(&page("Popular dishes", dishes)), [""; 0]);
    }

    #[test]
    fn comments_stand_behind_a_heading_or_late() {
        let texts = |label: &str| {
            let comments = "<p>Nice walk to the mill, and a fine kitchen it has now.".repeat(3);
            format!("<p>The bus stops at the old mill now.{label}{comments}")
        };
        assert_eq!(not_body_of(&texts("<h3>Reader comments</h3>")).len(), 4);
        assert_eq!(not_body_of(&texts("<p>Reader comments")), [""; 0]);
        let column = "<p>The bus stops at the old mill now, and it waits for those who walk.\
                      <table><tr><td>Comment<tr><td>Every hour</table><p>It is free on Sundays, too.";
        assert_eq!(not_body_of(column), [""; 0]);
    }

    #[test]
    fn the_imprint_stands_behind_the_text() {
        let text = "<p>Автобус теперь останавливается у старой мельницы. ".repeat(3);
        let imprint = "<p>Главный редактор: Н. Сериков";
        assert_eq!(not_body_of(&format!("{text}{imprint}")), ["Главный редактор: Н. Сериков"]);
        assert_eq!(not_body_of(&format!("{imprint}{text}")), [""; 0]);
    }

    /// The texts that are notes where all are as likely to be body text.
    fn notes_of(html: &str) -> Vec<String> {
        marked(html, 0.9, notes)
    }

    #[test]
    fn a_credit_takes_the_caption_below_the_same_picture_with_it() {
        let page = "<p>The stop is new.<img src=a.jpg><p>The mill on Friday.<p>Photo: AFP<p>End.";
        assert_eq!(notes_of(page), ["The mill on Friday.", "Photo: AFP"]);
        let bare = "<img src=a.jpg><p>The stop is new.<img src=b.jpg><p>Photo: AFP<p>End.";
        assert_eq!(notes_of(bare), ["Photo: AFP"]);
        let signed = "<img src=a.jpg><p>The stop is new.<p>© The Mill<p>End.";
        assert_eq!(notes_of(signed), ["© The Mill"]);
    }

    #[test]
    fn placeholders_are_told_by_their_signs() {
        for text in ["$$ARTICLEAD$$", "[CTA_MODULE]", "[form id=12]", "{{banner=\"/a\"}}"] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in [
            "[b id=1]Mill[/b]",
            "[Music]",
            "[IRI]",
            "{{ name }}",
            "$$5$$ a day",
            "[sic]",
            "",
            "[",
            "$$$$",
        ] {
            assert!(!is_placeholder(text), "{text}");
        }
    }

    #[test]
    fn notices_are_notes_and_long_texts_are_none() {
        let notice = "An dieser Stelle steht ein externer Inhalt, der den Text ergänzt.";
        let long = format!("{notice} {}", "Der Bus hält an der alten Mühle. ".repeat(10));
        assert_eq!(notes_of(&format!("<p>{notice}<p>{long}<p>Ende.")), [notice]);
    }
}
