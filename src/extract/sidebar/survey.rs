//! One walk over the page: for each shown element how much text it has and which links.

use std::cell::RefCell;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHasher};

use super::marks::Marks;
use crate::dom::{Document, Edge, ElementRef, NodeId, NodeRef, Tag, is_hidden};

/// The longest attribute that is read as a name.
pub(super) const NAME_BYTES: usize = 300;

/// How many nodes a page has for each of its elements: texts between them are nodes too.
const NODES_PER_ELEMENT: usize = 2;

/// How many it has for each text that is shown, and for each link: there are about as many.
const NODES_PER_LEAF: usize = 8;

/// What is known of each shown element and text of a page, in document order.
#[derive(Debug, Default)]
pub(super) struct Survey<'a> {
    elements: Vec<Seen<'a>>,
    leaves: Vec<Leaf<'a>>,
    links: Vec<Link>,
    /// What names say that were looked up, by the numbers of their values.
    names: RefCell<FxHashMap<u32, Marks>>,
}

/// A shown element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) element: ElementRef<'a>,
    /// Letters and other marks shown before it, and inside it.
    pub(super) start: u32,
    pub(super) chars: u32,
    parent: Place,
    hidden: Place,
    /// The two links with the most text, of different targets, by place among the links.
    links: [Place; 2],
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
}

impl Seen<'_> {
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
pub(super) struct Leaf<'a> {
    pub(super) node: NodeRef<'a>,
    /// Where it ends, in characters of the page.
    pub(super) end: u32,
    parent: Place,
}

impl<'a> Leaf<'a> {
    pub(super) fn text(&self) -> &'a str {
        self.node.as_text().unwrap_or_default()
    }

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
    if text.len() < SHORT_BYTES && !text.is_ascii() {
        return text.chars().filter(|c| !c.is_whitespace()).count();
    }
    // As many bytes as a byte can count, so that many of them are counted at once.
    let chunks = text.as_bytes().chunks(u8::MAX.into());
    chunks
        .map(|bytes| bytes.iter().map(|byte| begins_shown(*byte)).sum::<u8>())
        .map(usize::from)
        .sum()
}

/// 1 for a byte with which a character begins that is neither white space nor control in ASCII, or
/// else 0.
fn begins_shown(byte: u8) -> u8 {
    u8::from((b'!'..0x80).contains(&byte) || byte >= 0xC0)
}

/// In texts of fewer bytes a space that is not ASCII counts for something.
const SHORT_BYTES: usize = 32;

/// The target of a link that leads to another page, without its fragment: comments and headline
/// of one article lead to one page.
#[inline]
pub(super) fn target(element: ElementRef<'_>) -> Option<u64> {
    if element.tag() == Tag::A { target_of_link(element) } else { None }
}

fn target_of_link(element: ElementRef<'_>) -> Option<u64> {
    let href = element.attr("href")?.trim_ascii();
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

impl<'a> Survey<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let mut survey = Self::default();
        survey.elements.reserve(document.len() / NODES_PER_ELEMENT);
        survey.leaves.reserve(document.len() / NODES_PER_LEAF);
        survey.links.reserve(document.len() / NODES_PER_LEAF);
        // The innermost element that is open, and how many characters stand before this place.
        let (mut open, mut chars) = (Place::NONE, 0);
        let mut walk = document.root().traverse();
        while let Some(edge) = walk.next() {
            match edge {
                Edge::Open(node) => {
                    if let Some(text) = node.as_words() {
                        survey.add_text(node, text, open, &mut chars);
                    } else if let Some(element) = node.as_element() {
                        if element.tag().is_unshown() {
                            walk.leave_out(element);
                        } else {
                            open = survey.open(element, open, chars);
                        }
                    }
                }
                Edge::Close(_) => open = survey.close(open, chars),
            }
        }
        survey
    }

    fn add_text(&mut self, node: NodeRef<'a>, text: &str, parent: Place, chars: &mut u32) {
        let shown = shown_chars(text);
        if shown > 0 && parent != Place::NONE {
            *chars += u32::try_from(shown).unwrap_or(u32::MAX / 2);
            self.leaves.push(Leaf { node, end: *chars, parent });
        }
    }

    fn open(&mut self, element: ElementRef<'a>, parent: Place, start: u32) -> Place {
        let place = Place::new(self.elements.len());
        let hidden = if is_hidden(element) {
            place
        } else {
            self.at(parent).map_or(Place::NONE, |around| around.hidden)
        };
        let links = [Place::NONE; 2];
        self.elements.push(Seen { element, start, chars: 0, parent, hidden, links });
        place
    }

    /// Closes an element, and gives the one around it.
    fn close(&mut self, place: Place, end: u32) -> Place {
        let Self { elements, links, .. } = self;
        let Some(seen) = place.get().and_then(|index| elements.get_mut(index)) else {
            return Place::NONE;
        };
        seen.chars = end - seen.start;
        if let Some(target) = target(seen.element) {
            let link = Place::new(links.len());
            links.push(Link { target, chars: seen.chars, place });
            seen.links = with_link(links, seen.links, link);
        }
        let (parent, [first, second]) = (seen.parent, seen.links);
        if first != Place::NONE
            && let Some(around) = parent.get().and_then(|index| elements.get_mut(index))
        {
            around.links = with_link(links, around.links, first);
            if second != Place::NONE {
                around.links = with_link(links, around.links, second);
            }
        }
        parent
    }

    /// The link of an element with the most text.
    pub(super) fn first_link(&self, seen: &Seen<'_>) -> Option<&Link> {
        let [first, _] = seen.links;
        self.links.get(first.get()?)
    }

    /// The link with the most text to another target.
    pub(super) fn second_link(&self, seen: &Seen<'_>) -> Option<&Link> {
        let [_, second] = seen.links;
        self.links.get(second.get()?)
    }

    /// What the classes of an element say.
    pub(super) fn class_marks(&self, element: ElementRef<'a>) -> Marks {
        self.marks_of(element, "class")
    }

    /// What the classes and the id of an element say.
    pub(super) fn name_marks(&self, element: ElementRef<'a>) -> Marks {
        self.class_marks(element).with(self.marks_of(element, "id"))
    }

    fn marks_of(&self, element: ElementRef<'a>, name: &str) -> Marks {
        let value = element.value(name).filter(|value| value.text.len() <= NAME_BYTES);
        let Some((value, number)) = value.and_then(|value| Some((value, value.number()?))) else {
            return Marks::default();
        };
        *self.names.borrow_mut().entry(number).or_insert_with(|| {
            match element.document().name_words().of(value) {
                Some(words) => Marks::of_words(words.iter().copied()),
                None => Marks::of(value.text),
            }
        })
    }

    fn at(&self, place: Place) -> Option<&Seen<'a>> {
        self.get(place.get()?)
    }

    pub(super) fn get(&self, index: usize) -> Option<&Seen<'a>> {
        self.elements.get(index)
    }

    /// How much text the page shows.
    pub(super) fn chars(&self) -> u32 {
        self.leaves.last().map_or(0, |leaf| leaf.end)
    }

    pub(super) fn elements(&self) -> &[Seen<'a>] {
        &self.elements
    }

    /// The element and those around it, innermost first, by place.
    pub(super) fn outwards(&self, index: usize) -> impl Iterator<Item = (usize, &Seen<'a>)> {
        std::iter::successors(Some(index), |index| self.get(*index)?.parent())
            .filter_map(|index| Some((index, self.get(index)?)))
    }

    /// The places of the elements inside a node, and of the node.
    pub(super) fn inside(&self, node: NodeRef<'a>) -> impl Iterator<Item = (usize, &Seen<'a>)> {
        self.among(&(node.id()..node.end()))
    }

    /// The elements of a stretch of nodes, by place.
    pub(super) fn among(
        &self,
        nodes: &Range<NodeId>,
    ) -> impl Iterator<Item = (usize, &Seen<'a>)> + use<'_, 'a> {
        let from = self.elements.partition_point(|seen| seen.element.id() < nodes.start);
        let end = nodes.end;
        let elements = self.elements.iter().enumerate().skip(from);
        elements.take_while(move |(_, seen)| seen.element.id() < end)
    }

    /// The texts of a stretch of nodes.
    pub(super) fn leaves_in(&self, nodes: &Range<NodeId>) -> &[Leaf<'a>] {
        let from = self.leaves.partition_point(|leaf| leaf.node.id() < nodes.start);
        let rest = self.leaves.get(from..).unwrap_or_default();
        let to = rest.partition_point(|leaf| leaf.node.id() < nodes.end);
        rest.get(..to).unwrap_or_default()
    }

    /// The texts before a node, the nearest first.
    pub(super) fn leaves_before(&self, node: NodeRef<'a>) -> impl Iterator<Item = &Leaf<'a>> {
        let to = self.leaves.partition_point(|leaf| leaf.node.id() < node.id());
        self.leaves.get(..to).unwrap_or_default().iter().rev()
    }
}
