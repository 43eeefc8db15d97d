//! Whether a page is an article.

use super::Ground;
use crate::error::Error;
use crate::model::{Article, Field, OriginKind};

/// The types of schema.org and OpenGraph that name an article.
const ARTICLE_TYPES: &[&str] = &[
    "AdvertiserContentArticle",
    "AnalysisNewsArticle",
    "Article",
    "AskPublicNewsArticle",
    "BackgroundNewsArticle",
    "BlogPosting",
    "DiscussionForumPosting",
    "LiveBlogPosting",
    "NewsArticle",
    "OpinionNewsArticle",
    "Report",
    "ReportageNewsArticle",
    "ReviewNewsArticle",
    "ScholarlyArticle",
    "SocialMediaPosting",
    "TechArticle",
    "article",
];

/// Types that pages name which are something else. `website` is none of them: sites name it on
/// articles too.
const OTHER_TYPES: &[&str] = &[
    "AboutPage",
    "CheckoutPage",
    "CollectionPage",
    "ContactPage",
    "Course",
    "DiscussionForumPosting",
    "FAQPage",
    "FinancialService",
    "ItemList",
    "ItemPage",
    "JobPosting",
    "LocalBusiness",
    "Product",
    "ProfilePage",
    "QAPage",
    "RealEstateListing",
    "SearchResultsPage",
    "Service",
    "SoftwareApplication",
    "product",
    "profile",
];

/// A page that says it is an article needs this many words of body.
const WORDS_OF_STATED: f32 = 10.0;
/// One that does not say so needs this many words of prose,
const PROSE_OF_UNSTATED: f32 = 60.0;
/// which are this share of the body,
const PROSE_SHARE_OF_UNSTATED: f32 = 0.4;
/// more if it has no headline,
const PROSE_OF_UNTITLED: f32 = 120.0;
/// and a body that was chosen with this confidence,
const CONFIDENCE_OF_UNSTATED: f32 = 0.5;
/// or this one where the page says that it is something else.
const CONFIDENCE_OF_OTHER: f32 = 0.75;

/// Whether metadata made for articles give the page a date of publication. With a type and a title
/// it is an article even if a script shows its text.
fn is_dated(ground: Ground<'_>) -> bool {
    ground.facts.published.first().is_some_and(|fact| {
        let metadata = matches!(
            fact.origin.kind,
            OriginKind::JsonLd | OriginKind::Meta | OriginKind::Microdata
        );
        metadata && fact.confidence >= DATE_OF_ARTICLE
    })
}

/// The least confidence of such a date.
const DATE_OF_ARTICLE: f32 = 0.85;

/// A page with a headline that shows a date beside it, or has one in its address, needs this many
/// words of body,
const WORDS_OF_SHOWN_DATE: f32 = 30.0;
/// which was chosen with this confidence. Of the corpora's articles that too little running text
/// would rule out this takes eight of ten in, and one page of 600 that are something else.
const CONFIDENCE_OF_SHOWN_DATE: f32 = 0.75;

/// Where the date of an article is shown, by the details of its evidence.
const SHOWN_DATES: &[(OriginKind, &str)] = &[
    (OriginKind::Visible, "line"),
    (OriginKind::Visible, "time"),
    (OriginKind::Visible, "dateline"),
    (OriginKind::Url, "path"),
];

/// Whether the page has the date of an article beside its headline or in its address.
fn shows_date(article: &Article) -> bool {
    let Some(published) = article.evidence.get(Field::Published) else { return false };
    let origin = (published.origin.kind, published.origin.detail.as_str());
    article.title.is_some() && SHOWN_DATES.contains(&origin)
}

/// What a page says of itself.
struct Claims {
    /// It names a type of article.
    stated: bool,
    /// Metadata made for articles date it.
    dated: bool,
    /// It shows the date of an article.
    shown: bool,
}

impl Claims {
    fn of(article: &Article, ground: Ground<'_>) -> Self {
        Self {
            stated: names_type(ground, ARTICLE_TYPES),
            dated: is_dated(ground),
            shown: shows_date(article),
        }
    }
}

/// Whether the page names one of these types.
fn names_type(ground: Ground<'_>, types: &[&str]) -> bool {
    ground.facts.types.iter().any(|name| types.contains(&name.as_str()))
}

/// Refuses a page that is not an article.
pub(super) fn judge(article: &Article, ground: Ground<'_>) -> Result<(), Error> {
    let claims = Claims::of(article, ground);
    if claims.stated && (claims.dated && article.title.is_some() || claims.shown) {
        return Ok(());
    }
    if article.body.is_empty() {
        return refuse("there is no text that could be a body");
    }
    let ruled = ground.page.rules().is_some_and(|rules| !rules.body().is_empty());
    let hidden = hidden_body(article);
    if claims.stated || ruled || claims.dated {
        let from_metadata = !ground.facts.body_text.is_empty() || hidden.is_some();
        return if ground.body.words >= WORDS_OF_STATED || from_metadata {
            Ok(())
        } else {
            refuse("the page says that it is an article, but has no body")
        };
    }
    let told = hidden.is_some_and(|confidence| confidence >= CONFIDENCE_OF_UNSTATED);
    if told || claims.shown && is_body_of_shown(ground) {
        return Ok(());
    }
    judge_text(article, ground)
}

/// Whether the body is one that the date of an article vouches for.
fn is_body_of_shown(ground: Ground<'_>) -> bool {
    ground.body.words >= WORDS_OF_SHOWN_DATE && ground.body.confidence >= CONFIDENCE_OF_SHOWN_DATE
}

/// Judges a page that does not say what it is by its text.
fn judge_text(article: &Article, ground: Ground<'_>) -> Result<(), Error> {
    let prose = ground.body.prose;
    if prose < PROSE_OF_UNSTATED || prose < PROSE_SHARE_OF_UNSTATED * ground.body.words {
        return refuse("there is too little running text");
    }
    if article.title.is_none() && prose < PROSE_OF_UNTITLED {
        return refuse("there is no headline");
    }
    let other = names_type(ground, OTHER_TYPES);
    let least = if other { CONFIDENCE_OF_OTHER } else { CONFIDENCE_OF_UNSTATED };
    if ground.body.confidence < least {
        return refuse("no text stands out as a body");
    }
    Ok(())
}

fn refuse(reason: &str) -> Result<(), Error> {
    Err(Error::NotAnArticle { reason: reason.to_owned() })
}

/// How sure the body is that was found in the data of a script, where the page's own text says
/// nothing.
fn hidden_body(article: &Article) -> Option<f32> {
    let body = article.evidence.get(Field::Body)?;
    (body.origin.kind == OriginKind::State).then_some(body.confidence)
}
