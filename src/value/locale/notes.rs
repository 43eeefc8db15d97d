//! Words of what sites set among the text of an article: credits of pictures, notices in the place
//! of content that is loaded from elsewhere, and who answers for the site.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memchr3;
use memchr::memmem::Finder;
use rustc_hash::FxHashSet;

use crate::value::text::{plain, plain_chars};

/// Labels of credits, by script.
const CREDITS: &str = "photo|photos|pic|pics|picture|pictures|image|images|photograph|photographs|\
    photography|photo credit|photos credit|image credit|images credit|picture credit|photo source|\
    image source|photo courtesy|file photo|credit|credits|getty images|getty|\
    foto|fotos|bild|bilder|bildquelle|bildnachweis|fotoquelle|fotocredit|symbolbild|symbolfoto|\
    archivbild|archivfoto|photo d'illustration|photo d'archives|crédit|crédits|crédit photo|\
    crédits photo|crédit photos|crédits photos|fotografía|fotografías|imagen|imágenes|crédito|\
    créditos|foto de archivo|fotografia|imagem|imagens|beeld|fotografie|zdjęcie|zdjęcia|fot|\
    fotó|fotók|kép|kuva|kuvat|ljósmynd|mynd|fotoğraf|görsel|nuotrauka|nuotr|foto ilustrasi|\
    ảnh|nguồn ảnh|ภาพ|φωτογραφία|φωτογραφίες|φωτο|\
    фото|фотография|фотографии|фотографія|снимка|снимки|слика|сурет|фотосурет|\
    صورة|الصورة|تصوير|عکس|صورت|תמונה|צילום|写真|画像|사진|图|圖|图片|圖片|照片";

/// Folded [`CREDITS`].
static FOLDED_CREDITS: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| CREDITS.split('|').map(plain).collect());

/// How credits begin that name no kind.
const CREDIT_SIGNS: &[&str] = &["©", "(c)", "(C)", "Copyright ©", "Photo by ", "Image by "];

/// Whether a character stands behind the label of a credit.
fn is_behind_label(c: char) -> bool {
    matches!(c, ':' | '：' | '/' | '／' | '|' | '©')
}

/// Whether a short text says whose a picture is: `Photo: AFP`, `© Imago`.
pub(crate) fn is_credit(text: &str) -> bool {
    let bare = bare(text);
    CREDIT_SIGNS.iter().any(|sign| bare.starts_with(sign)) || is_labelled_credit(text)
}

/// Whether it says so by a label: `Photo: AFP`.
pub(crate) fn is_labelled_credit(text: &str) -> bool {
    let text = bare(text);
    // Most texts are ASCII and have no sign at all.
    if memchr3(b':', b'/', b'|', text.as_bytes()).is_none() && text.is_ascii() {
        return false;
    }
    let label = text.split_once(is_behind_label).map(|(label, _)| label);
    label.is_some_and(|label| FOLDED_CREDITS.contains(&plain(label)))
}

fn bare(text: &str) -> &str {
    text.trim_start_matches(['(', '[', ' '])
}

/// How the lines begin by which the law of Russia, Kazakhstan and their neighbours has a site say who
/// answers for it and what may be taken from it.
const IMPRINTS: &str = "свидетельство о регистрации|свидетельство о постановке|учредитель:|\
    учредитель сми|учредитель –|учредитель —|учредители:|редакция сми|главный редактор:|\
    главный редактор сайта|шеф-редактор:|адрес редакции|телефон редакции|\
    сетевое издание «|зарегистрировано федеральной службой|использование материалов|\
    при использовании материалов|при полном или частичном использовании|\
    при цитировании материалов|при перепечатке|перепечатка материалов|все права защищены|\
    все права на материалы|\
    передрук матеріалів|використання матеріалів|при використанні матеріалів|\
    для читателей: в россии признаны|в россии признаны экстремистскими|\
    усі права захищені|всі права захищені|барлық құқықтар қорғалған|\
    сайт материалдарын пайдалан|материалдарды пайдалан";

/// Folded [`IMPRINTS`].
static FOLDED_IMPRINTS: LazyLock<Vec<String>> =
    LazyLock::new(|| IMPRINTS.split('|').map(plain).collect());

/// No start of an imprint is longer.
const IMPRINT_CHARS: usize = 48;

/// Whether a text begins as a line of the imprint does: `Учредитель СМИ – …`.
pub(crate) fn is_imprint(text: &str) -> bool {
    if !text.starts_with(|c| ('\u{400}'..='\u{52F}').contains(&c)) {
        return false;
    }
    let start: String = plain_chars(text).take(IMPRINT_CHARS).collect();
    FOLDED_IMPRINTS.iter().any(|imprint| start.starts_with(imprint))
}

/// Parts of the sentences by which a page asks for leave to load content from elsewhere, or says who
/// may read on, as they stand inside a sentence, by what all of a group have in common: most texts
/// have none of that.
const NOTICES: &[(&str, &[&str])] = &[
    (
        "tern",
        &[
            "external content from",
            "externen Inhalt",
            "externer Inhalt",
            "externe Inhalte",
            "contenu externe",
            "Contenu externe",
            "contenido externo",
            "contenuto esterno",
            "contenuti esterni",
            "conteúdo externo",
            "externe inhoud",
            "externe content",
            "eksternt indhold",
            "eksternt innhold",
            "externt innehåll",
            "externí obsah",
            "externího obsahu",
            "conținut extern",
        ],
    ),
    (
        "ookie",
        &[
            "may be using cookies",
            "accept cookies to",
            "accept all cookies to",
            "accepter les cookies",
            "acceptez les cookies",
            "accepté les cookies",
            "dépôt de cookies",
            "aceptar las cookies",
            "acepta las cookies",
            "accetta i cookie",
            "accettare i cookie",
            "aceitar os cookies",
            "aceite os cookies",
            "cookies accepteren",
            "cookies te accepteren",
            "cookies geaccepteerd",
            "accepteer de cookies",
            "acceptere cookies",
            "accepterer cookies",
            "accepterar cookies",
            "godta cookies",
            "godkänna cookies",
        ],
    ),
    (
        "content ",
        &[
            "contains content provided by",
            "includes content provided by",
            "includes content hosted on",
        ],
    ),
    ("Drittpl", &["an Drittplattformen"]),
    (
        "会員",
        &["有料会員になると", "会員限定の有料記事", "この記事は有料会員", "この記事は会員限定"],
    ),
    ("evästee", &["hyväksyä evästeet", "hyväksy evästeet"]),
    ("zewnętrzn", &["zewnętrzne treści", "treści zewnętrznych"]),
];

/// The notices of a group.
struct Group {
    /// The search for what they have in common.
    common: Finder<'static>,
    /// Each with the place of that in it.
    notices: Vec<(&'static str, usize)>,
}

static GROUPS: LazyLock<Vec<Group>> = LazyLock::new(|| {
    let group = |(common, notices): &(&'static str, &[&'static str])| Group {
        common: Finder::new(*common),
        notices: notices
            .iter()
            .filter_map(|notice| Some((*notice, notice.find(common)?)))
            .collect(),
    };
    NOTICES.iter().map(group).collect()
});

/// Where a text says that it stands in the place of content that is loaded from elsewhere. All texts
/// of a page are searched at once: to begin a search in each costs more than the search.
pub(crate) fn notices(text: &str) -> impl Iterator<Item = Range<usize>> {
    GROUPS.iter().flat_map(move |group| {
        let found = group.common.find_iter(text.as_bytes());
        found.filter_map(|at| group.notices.iter().find_map(|notice| around(text, at, *notice)))
    })
}

/// Where a notice stands of which there is a part at a place.
fn around(text: &str, at: usize, (notice, part): (&str, usize)) -> Option<Range<usize>> {
    let from = at.checked_sub(part)?;
    text.get(from..)?.starts_with(notice).then(|| from..from + notice.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_told_by_their_label_or_sign() {
        for credit in [
            "Image: Fouzia Van Der Fort",
            "(Photo: AFP)",
            "Foto: dpa",
            "Getty Images / Daniela Duncan",
            "© Imago/Zoonar/Phil Bird",
            "Фото: Нурлан Сериков",
            "写真：共同",
            "사진: 연합뉴스",
        ] {
            assert!(is_credit(credit), "{credit}");
        }
        for other in
            ["The image: a bus", "Photo finish", "Bus: new stops", "", "Images of the year"]
        {
            assert!(!is_credit(other), "{other}");
        }
    }

    #[test]
    fn imprints_are_told_by_their_first_words() {
        assert!(is_imprint("Учредитель СМИ – ТОО «Мельница»"));
        assert!(is_imprint("Свидетельство о регистрации СМИ № 12 выдано комитетом"));
        assert!(is_imprint("Барлық құқықтар қорғалған"));
        assert!(!is_imprint("Учредитель мельницы рассказал о новых планах"));
        assert!(!is_imprint("Editor in chief: Nora Fennimore"));
        assert!(FOLDED_IMPRINTS.iter().all(|start| start.chars().count() <= IMPRINT_CHARS));
    }

    #[test]
    fn notices_are_told_by_their_words() {
        let text = "An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt. \
                    This article contains content provided by Twitter.";
        let found: Vec<&str> = notices(text).filter_map(|notice| text.get(notice)).collect();
        assert_eq!(found, ["externen Inhalt", "contains content provided by"]);
        let paid = "有料会員になると会員限定の有料記事もお読みいただけます。";
        assert_eq!(notices(paid).count(), 2);
        let other = "The external debt grew, and the content of the law is known.";
        assert_eq!(notices(other).next(), None);
        for (common, notices) in NOTICES {
            assert!(notices.iter().all(|notice| notice.contains(common)), "{common}");
        }
    }
}
