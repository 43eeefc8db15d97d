//! The parser, and a page that it has parsed.

use std::sync::Arc;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use once_cell::sync::OnceCell;

use crate::blocks::{Blocks, Body, Hints, Run};
use crate::decode::{self, sniff};
use crate::dom::{Base, Cut, CutKind, Document};
use crate::error::{Error, Result};
use crate::extract::currency::{self, Cutter};
use crate::extract::{article, sidebar, tidy};
use crate::facts::{Fact, Facts, ReadContext};
use crate::limits::Limits;
use crate::model::{Article, CurrencyQuote, Report, SidebarList, Warning};
use crate::profile::{KnowsLanguage, PageIdentity, PageView, Profiles, RuleMatches, SiteProfile};
use crate::source::{Input, Source};

/// Parses pages. Made once and shared by threads: profiles are compiled and limits set when it is
/// made, and parsing changes nothing in it.
///
/// ```
/// use newsprint::{Limits, Parser, Source};
///
/// let parser = Parser::new().with_limits(Limits::default().with_nodes(100_000));
/// let html = "<h1>Rain</h1><p>Rain is expected in the north tomorrow.</p>";
/// let page = parser.parse(Source::html(html).with_url("https://example.com/news/1"))?;
/// assert!(page.sidebar().is_empty());
/// # Ok::<(), newsprint::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct Parser {
    profiles: Profiles,
    limits: Limits,
}

impl Parser {
    /// A parser with the built-in profiles and the default limits.
    pub fn new() -> Self {
        Self::default()
    }

    /// The profiles that are asked for each page. Default: [`Profiles::builtin`].
    pub fn with_profiles(mut self, profiles: Profiles) -> Self {
        self.profiles = profiles;
        self
    }

    /// The limits of each parse. Default: [`Limits::default`].
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Parses a page. What is in it is read when it is asked for.
    ///
    /// # Errors
    ///
    /// [`Error::Empty`] where there is nothing but white space, and [`Error::NotHtml`] where the
    /// input is clearly something else: an image, a PDF, JSON, binary data. All other input is
    /// HTML, however broken.
    ///
    /// ```
    /// use newsprint::{Error, Parser, Source};
    ///
    /// let error = Parser::new().parse(Source::bytes(b"%PDF-1.7")).unwrap_err();
    /// assert!(matches!(error, Error::NotHtml { .. }));
    /// ```
    pub fn parse(&self, source: Source<'_>) -> Result<NewsPage> {
        let mut report = Report::default();
        let url = source.url().map(str::to_owned);
        let reference = source.reference_time().map(str::to_owned);
        let document = self.document(source, &mut report)?;
        let base = Base::new(&document, url.as_deref());
        let profile = self.profiles.find_shared(&PageIdentity::new(&document, &base));
        report.profile = profile.as_ref().map(|profile| profile.name().to_owned());
        report.warnings.extend(document.cuts().iter().map(cut_warning));
        let limits = self.limits.clone();
        Ok(NewsPage::new(document, base, profile, limits, reference, report))
    }

    fn document(&self, source: Source<'_>, report: &mut Report) -> Result<Document> {
        let content_type = source.content_type().map(str::to_owned);
        match source.into_input() {
            Input::Document(document) => Ok(*document),
            Input::Html(html) => self.parse_text(html),
            Input::Bytes(bytes) => {
                if let Some(found) = sniff::sniff_bytes(bytes) {
                    return Err(Error::NotHtml { found: found.to_owned() });
                }
                let decoded = decode::decode(bytes, content_type.as_deref());
                report.encoding = Some(decoded.encoding.to_owned());
                report.encoding_source = Some(decoded.source);
                report.warnings.extend(decoded.malformed.then_some(Warning::MalformedBytes));
                self.parse_text(&decoded.text)
            }
        }
    }

    fn parse_text(&self, html: &str) -> Result<Document> {
        if html.trim().is_empty() {
            return Err(Error::Empty);
        }
        match sniff::sniff_text(html) {
            Some(found) => Err(Error::NotHtml { found: found.to_owned() }),
            None => Ok(Document::parse(html, &self.limits)),
        }
    }
}

fn cut_warning(cut: &Cut) -> Warning {
    let limit = match cut.kind {
        CutKind::InputBytes => "input_bytes",
        CutKind::Nodes => "nodes",
        CutKind::Depth => "depth",
        CutKind::Attributes => "attributes",
        CutKind::FormattingElements => "formatting_elements",
    };
    Warning::limit_reached(limit, cut.allowed, format!("byte {}", cut.at))
}

/// A parsed page. What is in it is read when it is first asked for, and kept.
///
/// ```
/// use newsprint::{Parser, Source};
///
/// let html = include_str!("../fixtures/informburo/news-item/page.html");
/// let url = "https://informburo.kz/novosti/karta-shkolnyh-avtobusov";
/// let page = Parser::new().parse(Source::html(html).with_url(url))?;
/// assert!(page.article()?.title.as_deref().is_some_and(|title| title.contains("автобусов")));
/// assert!(page.sidebar().iter().any(|list| list.items.len() == 10));
/// assert_eq!(page.currency()[0].code, "USD");
/// assert_eq!(page.report().profile.as_deref(), Some("informburo"));
/// # Ok::<(), newsprint::Error>(())
/// ```
#[derive(Debug)]
pub struct NewsPage {
    document: Document,
    base: Base,
    profile: Option<Arc<dyn SiteProfile>>,
    limits: Limits,
    reference: Option<String>,
    report: Report,
    facts: OnceCell<Facts>,
    article: OnceCell<Result<ReadArticle>>,
    sidebar: OnceCell<(Vec<SidebarList>, Vec<Warning>)>,
    currency: OnceCell<(Vec<CurrencyQuote>, Vec<Warning>)>,
    /// Where quotes may be: the walk for the lists finds that too.
    cut: OnceCell<currency::Cut>,
}

/// An article, where its body stands, and what was noticed.
#[derive(Debug)]
struct ReadArticle {
    article: Article,
    body: Body,
    warnings: Vec<Warning>,
}

/// A body that a profile names is as sure as the profile.
const PROFILE_BODY_CONFIDENCE: f32 = 0.98;

impl NewsPage {
    fn new(
        document: Document,
        base: Base,
        profile: Option<Arc<dyn SiteProfile>>,
        limits: Limits,
        reference: Option<String>,
        report: Report,
    ) -> Self {
        Self {
            document,
            base,
            profile,
            limits,
            reference,
            report,
            facts: OnceCell::new(),
            article: OnceCell::new(),
            sidebar: OnceCell::new(),
            currency: OnceCell::new(),
            cut: OnceCell::new(),
        }
    }

    /// The article.
    ///
    /// # Errors
    ///
    /// [`Error::NotAnArticle`] where the page is something else; its lists and quotes can still be
    /// read.
    pub fn article(&self) -> Result<&Article> {
        self.article_read().map(|read| &read.article)
    }

    /// The article, taken out of the page.
    ///
    /// # Errors
    ///
    /// As [`NewsPage::article`].
    pub fn into_article(mut self) -> Result<Article> {
        let read = self.article.take().unwrap_or_else(|| self.read_article());
        read.map(|read| read.article)
    }

    /// The lists around the article, in page order; empty where there are none.
    pub fn sidebar(&self) -> &[SidebarList] {
        &self.lists().0
    }

    /// The currency quotes, in page order; empty where there are none.
    pub fn currency(&self) -> &[CurrencyQuote] {
        &self.quotes().0
    }

    /// The tree of the page.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// How the page was read, and what may be wrong with it. Reads all of it.
    pub fn report(&self) -> Report {
        let mut report = self.report.clone();
        report.warnings.extend(self.facts().warnings.iter().cloned());
        if let Ok(read) = self.article_read() {
            report.warnings.extend(read.warnings.iter().cloned());
        }
        report.warnings.extend(self.lists().1.iter().cloned());
        report.warnings.extend(self.quotes().1.iter().cloned());
        report
    }

    fn article_read(&self) -> Result<&ReadArticle> {
        self.article.get_or_init(|| self.read_article()).as_ref().map_err(Clone::clone)
    }

    fn lists(&self) -> &(Vec<SidebarList>, Vec<Warning>) {
        self.sidebar.get_or_init(|| self.read_sidebar())
    }

    fn quotes(&self) -> &(Vec<CurrencyQuote>, Vec<Warning>) {
        self.currency.get_or_init(|| self.read_currency())
    }

    pub(crate) fn facts(&self) -> &Facts {
        self.facts.get_or_init(|| {
            let zone = self.profile.as_ref().and_then(|profile| profile.rules().zone());
            let reference = self.reference.as_deref().and_then(|time| local_time(time, zone));
            let context = ReadContext { limits: &self.limits, zone, reference };
            Facts::read(&self.document, &self.base, &context)
        })
    }

    /// The text of the page, and which of it is the body. It is not kept: once the article has been
    /// read, nobody needs the text.
    pub(crate) fn body(&self, page: &PageView<'_>) -> (Blocks, Body) {
        match page.rules().filter(|rules| !rules.body().is_empty()) {
            Some(rules) => {
                let blocks = Blocks::cut(&self.document);
                let is_body = |run: &Run| rules.is_body(run.first) && !run.hidden;
                let kept: Vec<bool> = blocks.runs().iter().map(is_body).collect();
                let body = Body::of_runs(&blocks, kept, PROFILE_BODY_CONFIDENCE);
                (blocks, body)
            }
            None => Blocks::with_body(&self.document, &self.hints()),
        }
    }

    /// What the metadata says of the body's text.
    pub(crate) fn hints(&self) -> Hints {
        let first = |facts: &[Fact<String>]| facts.first().map(|fact| fact.value.clone());
        let facts = self.facts();
        Hints::new(first(&facts.title).as_deref(), first(&facts.dek).as_deref())
    }

    /// Calls `read` with a view of the page, and the profile.
    pub(crate) fn with_view<T>(
        &self,
        read: impl FnOnce(&PageView<'_>, Option<&dyn SiteProfile>) -> T,
    ) -> T {
        let matches: Option<RuleMatches<'_>> =
            self.profile.as_ref().map(|profile| profile.rules().find_in(&self.document));
        let view = PageView::new(&self.document, &self.base, &self.limits)
            .with_rules(matches.as_ref())
            .with_profile_name(self.profile.as_ref().map(|profile| profile.name()))
            .with_language_of(self);
        read(&view, self.profile.as_deref())
    }

    fn read_article(&self) -> Result<ReadArticle> {
        self.with_view(|page, profile| {
            let (blocks, body) = self.body(page);
            let (mut article, warnings) = self.build_article(page, &blocks, &body)?;
            if let Some(profile) = profile {
                profile.refine_article(page, &mut article);
            }
            tidy::article(&mut article);
            Ok(ReadArticle { article, body, warnings })
        })
    }

    /// The article whose body is made of these runs.
    pub(crate) fn build_article(
        &self,
        page: &PageView<'_>,
        blocks: &Blocks,
        body: &Body,
    ) -> Result<(Article, Vec<Warning>)> {
        article::extract(article::Ground { page, facts: self.facts(), blocks, body })
    }

    fn read_sidebar(&self) -> (Vec<SidebarList>, Vec<Warning>) {
        self.with_view(|page, profile| {
            // A page that is no article may be all lists: its text is nobody's body.
            let body = self.article_read().ok().map(|read| &read.body);
            let in_body = |id| body.is_some_and(|body| body.contains(id));
            let mut cutter = Cutter::new(&self.document);
            let mut lists = sidebar::extract(page, in_body, &mut cutter);
            self.cut.get_or_init(|| cutter.finish());
            if let Some(profile) = profile {
                profile.refine_sidebar(page, &mut lists);
            }
            tidy::lists(&mut lists);
            let warnings = self.cut_lists(&mut lists);
            (lists, warnings)
        })
    }

    /// Cuts long lists, and leaves out those behind the last item that is allowed.
    fn cut_lists(&self, lists: &mut Vec<SidebarList>) -> Vec<Warning> {
        let allowed = self.limits.list_items();
        let place = |list: usize| format!("list {}", list + 1);
        let long = lists.iter().position(|list| list.items.len() > allowed);
        let long = long.map(|list| Warning::limit_reached("list_items", allowed, place(list)));
        for list in lists.iter_mut() {
            list.items.truncate(allowed);
        }
        let mut left = self.limits.links();
        let mut fits = |list: &SidebarList| match left.checked_sub(list.items.len()) {
            Some(rest) => {
                left = rest;
                true
            }
            None => false,
        };
        let over = lists.iter().position(|list| !fits(list));
        lists.truncate(over.unwrap_or(lists.len()));
        let over =
            over.map(|list| Warning::limit_reached("links", self.limits.links(), place(list)));
        long.into_iter().chain(over).collect()
    }

    fn read_currency(&self) -> (Vec<CurrencyQuote>, Vec<Warning>) {
        self.with_view(|page, profile| {
            let cut = || self.cut.get_or_init(|| currency::cut(&self.document));
            let (mut quotes, warnings) = currency::extract(page, cut);
            if let Some(profile) = profile {
                profile.refine_currency(page, &mut quotes);
            }
            tidy::quotes(&mut quotes);
            (quotes, warnings)
        })
    }
}

impl KnowsLanguage for NewsPage {
    /// The language that the page states, or else its profile.
    fn language(&self) -> Option<&str> {
        let stated = self.facts().language.first().map(|fact| fact.value.as_str());
        stated.or_else(|| self.profile.as_ref()?.rules().language())
    }
}

/// A moment in RFC 3339 as the clocks of a zone show it; without a zone, as it is written.
fn local_time(moment: &str, zone: Option<&TimeZone>) -> Option<DateTime> {
    match zone {
        Some(zone) => {
            let instant: jiff::Timestamp = moment.parse().ok()?;
            Some(zone.to_datetime(instant))
        }
        None => moment.get(..19)?.parse().ok(),
    }
}
