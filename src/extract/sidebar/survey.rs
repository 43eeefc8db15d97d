//! One walk over the page: for each shown element how much text it has and which links.

use std::cell::{Cell, RefCell};
use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};

use super::marks::Marks;
use super::tables::HEADLINE_CHARS;
use crate::dom::{
    AttrName, Document, ElementId, ElementRef, NodeId, NodeRef, Tag, Value, is_hidden,
};
use crate::extract::currency::Cutter;
use crate::room::push;
use crate::value::bytes::{HIGH, at_least};

/// The longest attribute that is read as a name.
pub(super) const NAME_BYTES: usize = 300;

/// How many nodes a page has for each text that is shown, and for each link: there are about as
/// many.
const NODES_PER_LEAF: usize = 8;

/// How many values of names are looked up on most pages.
const VALUES: usize = 100;

/// What is known of each shown element and text of a page, in document order.
#[derive(Debug)]
pub(super) struct Survey<'a> {
    pub(super) document: &'a Document,
    elements: Vec<Seen>,
    leaves: Vec<Leaf>,
    links: Vec<Link>,
    /// The place of each node among the elements.
    places: Vec<Place>,
    /// What the class and the id of each element say that were looked up, by its place.
    marks: Vec<[Cell<Option<Marks>>; 2]>,
    /// The same by the numbers of the values.
    values: RefCell<FxHashMap<u32, Marks>>,
    class: AttrName,
    id: AttrName,
}

/// A shown element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    id: ElementId,
    /// Letters and other marks shown before it, and inside it.
    pub(super) start: u32,
    pub(super) chars: u32,
    parent: Place,
    hidden: Place,
    /// The two links with the most text, of different targets, by place among the links.
    links: [Place; 2],
    /// One past the last node inside.
    end: NodeId,
    /// How many texts stand before it.
    leaves: u32,
}

/// A number of something surveyed, if there is one: half as large as an `Option<usize>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place(u32);

impl Place {
    const NONE: Self = Self(u32::MAX);

    fn new(index: usize) -> Self {
        u32::try_from(index).map_or(Self::NONE, Self)
    }

    fn get(self) -> Option<usize> {
        (self != Self::NONE).then_some(self.0 as usize)
    }

    fn of<T>(self, all: &[T]) -> Option<&T> {
        all.get(self.0 as usize)
    }
}

impl Seen {
    /// The element around it, by place in the survey.
    pub(super) fn parent(&self) -> Option<usize> {
        self.parent.get()
    }

    /// The innermost hidden element that is this one or around it.
    pub(super) fn hidden(&self) -> Option<usize> {
        self.hidden.get()
    }
}

/// A text node that is not blank.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leaf {
    pub(super) id: NodeId,
    /// Where it ends, in characters of the page.
    pub(super) end: u32,
    parent: Place,
}

impl Leaf {
    /// The element around it, by place in the survey.
    pub(super) fn parent(&self) -> usize {
        self.parent.0 as usize
    }
}

/// A target, and the most text of a link to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    pub(super) target: u64,
    pub(super) chars: u32,
    /// The link with that text, by place in the survey.
    place: Place,
}

impl Link {
    pub(super) fn index(&self) -> usize {
        self.place.0 as usize
    }
}

/// The two of three links of an element that have the most text, of different targets.
fn with_link(links: &[Link], [first, second]: [Place; 2], new: Place) -> [Place; 2] {
    let link = |place: Place| place.get().and_then(|place| links.get(place));
    let Some(added) = link(new) else { return [first, second] };
    match (link(first), link(second)) {
        (Some(old), _) if old.target == added.target && old.chars < added.chars => [new, second],
        (Some(old), _) if old.target == added.target => [first, second],
        (Some(old), _) if old.chars < added.chars => [new, first],
        (Some(_), Some(old)) if old.chars >= added.chars => [first, second],
        (Some(_), _) => [first, new],
        (None, _) => [new, second],
    }
}

/// How many characters of a text are no white space. Of longer texts, white space that is not ASCII
/// counts too: it is rare, and to count bytes is quick.
fn shown_chars(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (words, rest) = bytes.as_chunks::<8>();
    let last = match bytes.last_chunk() {
        // Without the bytes that are of the word before it.
        Some(last) if !rest.is_empty() => u64::from_le_bytes(*last) >> (8 * (8 - rest.len())),
        Some(_) => 0,
        None => rest.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    };
    if bytes.len() >= SHORT_BYTES {
        // As many words as a byte can count, so that many of them are added up at once.
        let counts = words.chunks(u8::MAX.into()).map(|words| {
            sum_of_bytes(words.iter().map(|word| begin_shown(u64::from_le_bytes(*word))).sum())
        });
        return counts.sum::<usize>() + sum_of_bytes(begin_shown(last));
    }
    let (mut shown, mut all) = (begin_shown(last), last);
    for word in words {
        let word = u64::from_le_bytes(*word);
        shown += begin_shown(word);
        all |= word;
    }
    if all & HIGH == 0 {
        return sum_of_bytes(shown);
    }
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// For each of eight bytes 1 if a character begins with it that is neither white space nor control
/// in ASCII, or else 0.
#[inline]
fn begin_shown(bytes: u64) -> u64 {
    // By the highest bit of each byte: of ASCII, from `!` on; of others, those that go on from none.
    let ascii = at_least(bytes, b'!');
    (((ascii & !bytes) | (bytes & (bytes << 1))) & HIGH) >> 7
}

/// The sum of eight bytes.
fn sum_of_bytes(bytes: u64) -> usize {
    /// Every second byte.
    const EVEN: u64 = u64::MAX / 0xFFFF * 0xFF;
    /// Every second byte 1.
    const PAIRS: u64 = u64::MAX / 0xFFFF;
    let pairs = (bytes & EVEN) + (bytes >> 8 & EVEN);
    usize::try_from(pairs.wrapping_mul(PAIRS) >> 48).unwrap_or_default()
}

/// In texts of fewer bytes a space that is not ASCII counts for something.
const SHORT_BYTES: usize = 32;

/// The target of a link that leads to another page, without its fragment: comments and headline
/// of one article lead to one page.
#[inline]
pub(super) fn target(element: ElementRef<'_>) -> Option<u64> {
    if element.tag() == Tag::A { target_of(element.attr("href")?) } else { None }
}

fn target_of(href: &str) -> Option<u64> {
    let href = href.trim_ascii();
    let page =
        memchr::memchr(b'#', href.as_bytes()).and_then(|end| href.get(..end)).unwrap_or(href);
    let is_web =
        |scheme: &str| scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    if page.is_empty() || !scheme(page).is_none_or(is_web) {
        return None;
    }
    let mut hasher = FxHasher::default();
    page.strip_suffix('/').unwrap_or(page).hash(&mut hasher);
    Some(hasher.finish())
}

/// The scheme that an address states.
fn scheme(address: &str) -> Option<&str> {
    let end = address.bytes().position(|byte| matches!(byte, b':' | b'/' | b'?'))?;
    let (scheme, rest) = address.split_at_checked(end)?;
    rest.starts_with(':').then_some(scheme)
}

/// The walk of a [`Survey`].
struct Walk<'a> {
    survey: Survey<'a>,
    href: AttrName,
    /// The innermost element that is open, and one past its last node.
    open: Place,
    end: NodeId,
    /// The innermost hidden element that is open.
    hidden: Place,
    /// One past the last node of the page.
    last: NodeId,
    /// How many characters stand before this place.
    chars: u32,
}

impl<'a> Walk<'a> {
    fn new(document: &'a Document) -> Self {
        let leaves = document.len() / NODES_PER_LEAF;
        let survey = Survey {
            document,
            elements: Vec::with_capacity(document.elements().count()),
            leaves: Vec::with_capacity(leaves),
            links: Vec::with_capacity(leaves),
            places: vec![Place::NONE; document.len()],
            marks: Vec::new(),
            values: RefCell::new(FxHashMap::with_capacity_and_hasher(VALUES, FxBuildHasher)),
            class: document.attr_name("class"),
            id: document.attr_name("id"),
        };
        let last = document.root().end();
        let href = document.attr_name("href");
        Self { survey, href, open: Place::NONE, end: last, hidden: Place::NONE, last, chars: 0 }
    }

    fn text(&mut self, node: NodeRef<'a>, text: &str) {
        let shown = shown_chars(text);
        if shown > 0 && self.open != Place::NONE {
            self.chars += u32::try_from(shown).unwrap_or(u32::MAX / 2);
            let leaf = Leaf { id: node.id(), end: self.chars, parent: self.open };
            push(&mut self.survey.leaves, leaf);
        }
    }

    #[inline]
    fn open(&mut self, element: ElementRef<'a>) {
        let Survey { elements, leaves, places, .. } = &mut self.survey;
        let place = Place::new(elements.len());
        let hidden = if is_hidden(element) { place } else { self.hidden };
        let seen = Seen {
            id: element.kept(),
            start: self.chars,
            chars: 0,
            parent: self.open,
            hidden,
            links: [Place::NONE; 2],
            end: element.node().end(),
            leaves: Place::new(leaves.len()).0,
        };
        if let Some(of_node) = places.get_mut(element.id().index()) {
            *of_node = place;
        }
        elements.push(seen);
        // Nothing is known of an element without text once it is closed.
        if !element.node().is_empty() {
            (self.open, self.end, self.hidden) = (place, seen.end, hidden);
        }
    }

    /// Closes the innermost element.
    #[inline]
    fn close(&mut self) {
        let Survey { document, elements, .. } = &mut self.survey;
        let Some(seen) = self.open.get().and_then(|index| elements.get_mut(index)) else {
            self.end = self.last;
            return;
        };
        seen.chars = self.chars - seen.start;
        let (parent, has_links) = (seen.parent, seen.links != [Place::NONE; 2]);
        if has_links || seen.chars >= HEADLINE_CHARS && document.element(seen.id).tag() == Tag::A {
            self.hand_on_links();
        }
        (self.open, self.end, self.hidden) = match parent.of(&self.survey.elements) {
            Some(around) => (parent, around.end, around.hidden),
            None => (parent, self.last, Place::NONE),
        };
    }

    /// Hands the links of the innermost element to the one around it. Most have none.
    #[inline(never)]
    fn hand_on_links(&mut self) {
        let Survey { document, elements, links, .. } = &mut self.survey;
        let Some(seen) = self.open.get().and_then(|index| elements.get_mut(index)) else { return };
        let element = document.element(seen.id);
        if seen.chars >= HEADLINE_CHARS
            && element.tag() == Tag::A
            && let Some(target) = element.named(self.href).and_then(|href| target_of(href.text()))
        {
            let link = Place::new(links.len());
            push(links, Link { target, chars: seen.chars, place: self.open });
            seen.links = with_link(links, seen.links, link);
        }
        let (parent, own) = (seen.parent, seen.links);
        let around = parent.get().and_then(|index| elements.get_mut(index));
        match around {
            Some(around) if around.links == [Place::NONE; 2] => around.links = own,
            Some(around) => {
                let own = own.into_iter().filter(|link| *link != Place::NONE);
                around.links = own.fold(around.links, |all, link| with_link(links, all, link));
            }
            None => {}
        }
    }

    fn finish(mut self) -> Survey<'a> {
        while self.open != Place::NONE {
            self.close();
        }
        self.survey.marks.resize_with(self.survey.elements.len(), Default::default);
        self.survey
    }
}

impl<'a> Survey<'a> {
    /// Surveys a page, and shows it to `cutter` on the way.
    pub(super) fn of(document: &'a Document, cutter: &mut Cutter<'a>) -> Self {
        let mut survey = Walk::new(document);
        let mut walk = document.root().skim();
        while let Some(node) = walk.next() {
            while node.id() >= survey.end {
                survey.close();
            }
            let shown = survey.hidden == Place::NONE;
            if let Some(text) = node.as_words() {
                survey.text(node, text);
                if shown {
                    cutter.text(node, text);
                }
            } else if let Some(element) = node.as_element() {
                if element.tag().is_unshown() {
                    walk.leave_out(element);
                    if shown {
                        cutter.unshown(element);
                    }
                } else {
                    survey.open(element);
                    if shown {
                        cutter.open(element);
                    }
                }
            } else if shown {
                cutter.blank(node);
            }
        }
        survey.finish()
    }

    /// The link of an element with the most text.
    pub(super) fn first_link(&self, seen: &Seen) -> Option<&Link> {
        let [first, _] = seen.links;
        self.links.get(first.get()?)
    }

    /// The link with the most text to another target.
    pub(super) fn second_link(&self, seen: &Seen) -> Option<&Link> {
        let [_, second] = seen.links;
        self.links.get(second.get()?)
    }

    /// What the classes of an element say.
    pub(super) fn class_marks(&self, element: ElementRef<'a>) -> Marks {
        self.marks_of(element, 0, self.class)
    }

    /// What the classes and the id of an element say.
    pub(super) fn name_marks(&self, element: ElementRef<'a>) -> Marks {
        self.class_marks(element).with(self.marks_of(element, 1, self.id))
    }

    /// The values of the class and the id of an element.
    pub(super) fn names(&self, element: ElementRef<'a>) -> impl Iterator<Item = Value<'a>> {
        [self.class, self.id].into_iter().filter_map(move |name| element.named(name))
    }

    #[inline]
    fn marks_of(&self, element: ElementRef<'a>, which: usize, name: AttrName) -> Marks {
        let known = self.place(element.id()).and_then(|place| self.marks.get(place)?.get(which));
        if let Some(marks) = known.and_then(Cell::get) {
            return marks;
        }
        let value = element.named(name).filter(|value| value.text().len() <= NAME_BYTES);
        let marks = value.map_or(Marks::default(), |value| self.marks_of_value(element, value));
        if let Some(known) = known {
            known.set(Some(marks));
        }
        marks
    }

    fn marks_of_value(&self, element: ElementRef<'a>, value: Value<'a>) -> Marks {
        let Some(number) = value.number() else { return Marks::default() };
        *self.values.borrow_mut().entry(number).or_insert_with(|| {
            match element.document().name_words().of(value) {
                Some(words) => Marks::of_words(words),
                None => Marks::of(value.text()),
            }
        })
    }

    /// The place of a node among the elements.
    fn place(&self, id: NodeId) -> Option<usize> {
        self.places.get(id.index())?.get()
    }

    pub(super) fn get(&self, index: usize) -> Option<&Seen> {
        self.elements.get(index)
    }

    /// The element that was seen.
    pub(super) fn element(&self, seen: &Seen) -> ElementRef<'a> {
        self.document.element(seen.id)
    }

    /// What a text says.
    pub(super) fn text(&self, leaf: &Leaf) -> &'a str {
        self.document.get(leaf.id).as_text().unwrap_or_default()
    }

    /// How much text the page shows.
    pub(super) fn chars(&self) -> u32 {
        self.leaves.last().map_or(0, |leaf| leaf.end)
    }

    /// How many links there are.
    pub(super) fn links(&self) -> usize {
        self.links.len()
    }

    pub(super) fn elements(&self) -> &[Seen] {
        &self.elements
    }

    /// The element and those around it, innermost first, by place.
    pub(super) fn outwards(&self, index: usize) -> impl Iterator<Item = (usize, &Seen)> {
        std::iter::successors(Some(index), |index| self.get(*index)?.parent())
            .filter_map(|index| Some((index, self.get(index)?)))
    }

    /// The places of the elements inside a node, and of the node.
    pub(super) fn inside(&self, node: NodeRef<'a>) -> impl Iterator<Item = (usize, &Seen)> {
        self.among(&(node.id()..node.end()))
    }

    /// The elements of a stretch of nodes, by place.
    pub(super) fn among(
        &self,
        nodes: &Range<NodeId>,
    ) -> impl Iterator<Item = (usize, &Seen)> + use<'_, 'a> {
        let behind = || self.elements.partition_point(|seen| seen.id.node() < nodes.start);
        let from = self.place(nodes.start).unwrap_or_else(behind);
        let end = nodes.end;
        let elements = (from..).zip(self.elements.get(from..).unwrap_or_default());
        elements.take_while(move |(_, seen)| seen.id.node() < end)
    }

    /// The texts of a stretch of nodes.
    pub(super) fn leaves_in(&self, nodes: &Range<NodeId>) -> &[Leaf] {
        let rest = self.leaves.get(self.leaves_to(nodes.start)..).unwrap_or_default();
        rest.get(..partition_near(rest, |leaf| leaf.id < nodes.end)).unwrap_or_default()
    }

    /// The texts before a node, the nearest first.
    pub(super) fn leaves_before(&self, node: NodeRef<'a>) -> impl Iterator<Item = &Leaf> {
        self.leaves.get(..self.leaves_to(node.id())).unwrap_or_default().iter().rev()
    }

    /// How many texts stand before a node.
    fn leaves_to(&self, id: NodeId) -> usize {
        let seen = self.place(id).and_then(|place| self.get(place));
        let behind = || self.leaves.partition_point(|leaf| leaf.id < id);
        seen.map_or_else(behind, |seen| seen.leaves as usize)
    }
}

/// How many of `items`, which are sorted, are before a place that is likely to be near their start.
fn partition_near<T>(items: &[T], is_before: impl Fn(&T) -> bool) -> usize {
    let mut near = 1;
    while items.get(near).is_some_and(&is_before) {
        near *= 2;
    }
    let near = near.saturating_add(1).min(items.len());
    items.get(..near).unwrap_or_default().partition_point(is_before)
}
