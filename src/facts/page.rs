//! One walk over a document that notes where its metadata stands.

use super::meta::named;
use super::region::{Reader, Roles};
use crate::dom::{Document, ElementRef, NodeId, Tag};

/// How many `<meta>` and `<link>` most pages have, and how many elements of their own stand around
/// others.
const USUAL_METAS: usize = 48;
const USUAL_DEPTH: usize = 16;

/// A place of a page, with what surrounds it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot<'a> {
    pub(super) element: ElementRef<'a>,
    /// How many elements of the page stand before it.
    pub(super) place: usize,
    /// The roles of the element itself.
    pub(super) own: Roles,
    /// The roles that those around it hand down.
    pub(super) around: Roles,
    /// The innermost `<article>` around it, as a number into [`Page::articles`].
    pub(super) article: Option<usize>,
    /// The innermost list item around it.
    pub(super) item: Option<ElementRef<'a>>,
    /// The innermost `itemscope` or `typeof` around it, as a number into [`Page::scopes`].
    pub(super) scope: Option<usize>,
}

/// Where the metadata of a page stands, each kind in document order.
#[derive(Debug, Default)]
pub(super) struct Page<'a> {
    pub(super) document: Option<&'a Document>,
    /// All elements: the place of one is its number here.
    pub(super) elements: Vec<NodeId>,
    /// The roles of each element by itself.
    pub(super) roles: Vec<Roles>,
    /// The elements inside of which something else holds than around them, but that it is a link.
    pub(super) frames: Vec<Frame<'a>>,
    pub(super) html: Option<ElementRef<'a>>,
    pub(super) title: Option<ElementRef<'a>>,
    /// The name of each `<meta>`, in lower case, and what it says.
    pub(super) metas: Vec<(String, &'a str)>,
    pub(super) links: Vec<ElementRef<'a>>,
    pub(super) json_ld: Vec<ElementRef<'a>>,
    /// The other scripts that hold their text.
    pub(super) scripts: Vec<ElementRef<'a>>,
    pub(super) articles: Vec<ElementRef<'a>>,
    /// Microdata items and RDFa resources.
    pub(super) scopes: Vec<Spot<'a>>,
    /// Elements with `itemprop` or `property`.
    pub(super) properties: Vec<Spot<'a>>,
    pub(super) headings: Vec<Spot<'a>>,
    pub(super) bylines: Vec<Spot<'a>>,
    pub(super) times: Vec<Spot<'a>>,
    pub(super) datelines: Vec<Spot<'a>>,
    pub(super) breadcrumbs: Vec<Spot<'a>>,
    pub(super) tags: Vec<Spot<'a>>,
    pub(super) kickers: Vec<Spot<'a>>,
    pub(super) deks: Vec<Spot<'a>>,
    pub(super) author_links: Vec<Spot<'a>>,
    pub(super) tag_links: Vec<Spot<'a>>,
    pub(super) counters: Vec<Spot<'a>>,
    pub(super) paywalls: Vec<Spot<'a>>,
}

/// An element whose inside differs from its outside.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame<'a> {
    pub(super) start: NodeId,
    pub(super) end: NodeId,
    pub(super) inside: Inside<'a>,
}

/// What holds for all elements inside another.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Inside<'a> {
    pub(super) place: usize,
    pub(super) roles: Roles,
    pub(super) article: Option<usize>,
    pub(super) item: Option<ElementRef<'a>>,
    pub(super) scope: Option<usize>,
    pub(super) hidden: bool,
}

impl<'a> Page<'a> {
    pub(super) fn walk(document: &'a Document) -> Self {
        let mut page = Self { document: Some(document), ..Self::default() };
        let mut around: Vec<(NodeId, Inside<'a>)> = Vec::with_capacity(USUAL_DEPTH);
        let mut reader = Reader::new(document);
        // About every other node is an element, and one in sixteen, links aside, has something of
        // its own inside.
        page.elements.reserve(document.len() / 2);
        page.roles.reserve(document.len() / 2);
        page.frames.reserve(document.len() / 16);
        page.metas.reserve(USUAL_METAS);
        page.links.reserve(USUAL_METAS);
        for (place, element) in document.elements().enumerate() {
            while around.pop_if(|(end, _)| *end <= element.id()).is_some() {}
            page.elements.push(element.id());
            let html = element.is_html();
            let own = if html { reader.roles(element) } else { Roles::default() };
            let own = page.of_a_part(element, own);
            page.roles.push(own);
            if html && (own != Roles::default() || may_tell(element.tag())) {
                let outside = around.last().map(|(_, inside)| *inside).unwrap_or_default();
                let outside = Inside { place, ..outside };
                page.meet(element, own, outside);
                if let Some(inside) = page.inside(element, own, outside) {
                    let (start, end) = (element.id(), element.node().end());
                    if own != Roles::LINK {
                        page.frames.push(Frame { start, end, inside });
                    }
                    around.push((end, inside));
                }
            }
        }
        page
    }

    /// The roles of an element, without those of a part beside the article where it holds most of
    /// the page: `layout-sidebar` names the layout then.
    fn of_a_part(&self, element: ElementRef<'a>, own: Roles) -> Roles {
        if !own.has(Roles::RELATED) {
            return own;
        }
        let whole = self.document.map_or(0, |document| document.root().descendants().size_hint().0);
        let most = subtree_size(element) > whole / 2;
        if most { own.without(Roles::RELATED) } else { own }
    }

    /// What holds inside of `element`, where that differs from what holds around it.
    fn inside(
        &mut self,
        element: ElementRef<'a>,
        own: Roles,
        outside: Inside<'a>,
    ) -> Option<Inside<'a>> {
        let told = Roles::SCOPE.with(Roles::HIDDEN).with(own.inherited());
        if !own.has(told) && element.tag() != Tag::Article && !element.tag().is_unshown() {
            return None;
        }
        let mut inside = outside;
        inside.roles = outside.roles.with(own.inherited());
        if element.tag() == Tag::Article {
            inside.article = Some(self.articles.len());
            self.articles.push(element);
        }
        if element.tag() == Tag::Li {
            inside.item = Some(element);
        }
        if own.has(Roles::SCOPE) {
            inside.scope = Some(self.scopes.len());
            self.scopes.push(spot(element, own, outside));
        }
        inside.hidden |= element.tag().is_unshown() && element.tag() != Tag::Head;
        inside.hidden |= own.has(Roles::HIDDEN);
        let differs = inside.roles != outside.roles
            || inside.article != outside.article
            || inside.item.is_some() != outside.item.is_some()
            || element.tag() == Tag::Li
            || inside.scope != outside.scope
            || inside.hidden != outside.hidden;
        differs.then_some(inside)
    }

    fn meet(&mut self, element: ElementRef<'a>, own: Roles, outside: Inside<'a>) {
        let spot = || spot(element, own, outside);
        if own.has(Roles::PROPERTY) {
            self.properties.push(spot());
        }
        match element.tag() {
            Tag::Html => self.html = Some(element),
            Tag::Title => self.title = self.title.or(Some(element)),
            Tag::Meta => self.metas.extend(named(element)),
            Tag::Link => self.links.push(element),
            Tag::Script => self.script(element),
            _ if outside.hidden => {}
            Tag::Time => self.times.push(spot()),
            // `<relative-time datetime>` and the like.
            Tag::Custom if element.attr("datetime").is_some() => self.times.push(spot()),
            tag => {
                if tag.heading_level().is_some() {
                    self.headings.push(spot());
                }
                if own.has(NOTED) && subtree_size(element) <= MOST_NODES {
                    self.note(spot(), own);
                }
            }
        }
    }

    fn script(&mut self, element: ElementRef<'a>) {
        let kind = element.attr("type").unwrap_or_default();
        let essence = kind.split(';').next().unwrap_or_default().trim();
        if essence.eq_ignore_ascii_case("application/ld+json") {
            self.json_ld.push(element);
        } else if element.attr("src").is_none() {
            self.scripts.push(element);
        }
    }

    fn note(&mut self, spot: Spot<'a>, own: Roles) {
        let lists: [(Roles, &mut Vec<Spot<'a>>); 7] = [
            (Roles::PAYWALL, &mut self.paywalls),
            (Roles::BYLINE, &mut self.bylines),
            (Roles::DATE.with(Roles::MODIFIED), &mut self.datelines),
            (Roles::TAGS, &mut self.tags),
            (Roles::KICKER, &mut self.kickers),
            (Roles::DEK, &mut self.deks),
            (Roles::BREADCRUMBS, &mut self.breadcrumbs),
        ];
        for (role, list) in lists {
            if own.has(role) {
                list.push(spot);
            }
        }
        if own.has(Roles::REL) {
            self.meet_rel(spot);
        }
        if own.has(Roles::COUNTER) {
            self.counters.push(spot);
        }
    }

    fn meet_rel(&mut self, spot: Spot<'a>) {
        let rel = spot.element.attr("rel").unwrap_or_default();
        for rel in rel.split_ascii_whitespace() {
            match rel {
                "author" => self.author_links.push(spot),
                "tag" => self.tag_links.push(spot),
                _ => {}
            }
        }
    }
}

/// The roles of elements that are noted.
const NOTED: Roles = Roles::PAYWALL
    .with(Roles::BYLINE)
    .with(Roles::DATE)
    .with(Roles::MODIFIED)
    .with(Roles::TAGS)
    .with(Roles::KICKER)
    .with(Roles::DEK)
    .with(Roles::BREADCRUMBS)
    .with(Roles::REL)
    .with(Roles::COUNTER);

/// Whether an element may be noted, or may hold something else inside than around it, without any
/// role.
fn may_tell(tag: Tag) -> bool {
    let named = matches!(
        tag,
        Tag::Html | Tag::Title | Tag::Meta | Tag::Link | Tag::Script | Tag::Time | Tag::Custom
    );
    named || tag == Tag::Article || tag.is_unshown() || tag.heading_level().is_some()
}

/// Bylines, datelines and lists of tags are small; what is larger only contains them. Bounds what
/// reading nested candidates costs.
const MOST_NODES: usize = 120;

fn subtree_size(element: ElementRef<'_>) -> usize {
    element.node().descendants().size_hint().0
}

pub(super) fn spot<'a>(element: ElementRef<'a>, own: Roles, outside: Inside<'a>) -> Spot<'a> {
    Spot {
        element,
        place: outside.place,
        own,
        around: outside.roles,
        article: outside.article,
        item: outside.item,
        scope: outside.scope,
    }
}
