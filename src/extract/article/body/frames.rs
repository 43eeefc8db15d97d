//! Puts the pieces of a body into the structures around them.
//!
//! Each piece has a path: the lists, items, quotations and other structures around it, outermost
//! first. The structures that are open form a stack; those that the next piece is not in are
//! closed, and given to the structure around them.

use super::inline::text_within;
use super::{Ground, Room, caption, items::Item, live, table};
use crate::blocks::Run;
use crate::dom::{ElementRef, NodeId, Tag};
use crate::model::{Block, Code, Entry, Heading, List, ListItem, Paragraph, Quote, RichText};
use crate::value::text::fold;

/// Structures nested deeper than this are given to the one around them.
const MAX_NESTING: usize = 16;

pub(super) struct Frames<'a> {
    ground: Ground<'a>,
    blocks: Vec<Block>,
    open: Vec<Frame<'a>>,
    /// The elements around the last piece, outermost first.
    around: Vec<Around<'a>>,
}

/// An element around a piece.
struct Around<'a> {
    element: ElementRef<'a>,
    is_structure: bool,
    /// Whether it and all around it are blocks.
    in_blocks: bool,
}

/// A structure that is open.
struct Frame<'a> {
    element: ElementRef<'a>,
    shape: Shape,
}

/// What is being put together.
enum Shape {
    List(List),
    Item(ListItem),
    /// A quotation, and its source in the form in which runs are compared with it.
    Quote(Quote, Option<String>),
    /// An entry, and the nodes of its time and its title.
    Entry(Entry, Vec<(NodeId, NodeId)>),
    /// A table or code that was read as a whole; runs inside it are in it already.
    Whole(Block),
}

impl<'a> Frames<'a> {
    pub(super) fn new(ground: Ground<'a>) -> Self {
        Self { ground, blocks: Vec::new(), open: Vec::new(), around: Vec::new() }
    }

    /// Adds a run, behind all that was added.
    pub(super) fn add_run(&mut self, run: &Run) {
        let node = self.ground.document.get(run.first);
        let block = node.ancestors().find(|element| element.tag().is_block());
        let Some(block) = block else { return };
        self.enter(block);
        self.put_run((run.first, run.end), block);
    }

    /// Adds what an element stands for, behind all that was added.
    pub(super) fn add_item(&mut self, element: ElementRef<'a>, item: Item<'a>) {
        let Some(around) = element.parent() else { return };
        self.enter(around);
        if matches!(self.open.last(), Some(Frame { shape: Shape::Whole(_), .. })) {
            return;
        }
        self.put(match item {
            Item::Figure(element, images) => {
                Block::Figure(caption::figure(element, images, self.ground))
            }
            Item::Embed(embed) => Block::Embed(embed),
            Item::Separator => Block::Separator,
        });
    }

    /// The blocks.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.close_to(0);
        self.blocks
    }

    /// Closes the structures that are not around a piece in an element, and opens those that are
    /// missing.
    fn enter(&mut self, element: ElementRef<'a>) {
        if !self.go_to(element) {
            return;
        }
        let structures = self.around.iter().filter(|around| around.is_structure);
        let structures = structures.map(|around| around.element).take(MAX_NESTING);
        let open = self.open.iter().map(|frame| frame.element);
        let shared = open.zip(structures.clone()).take_while(|(open, element)| open == element);
        let shared = shared.count();
        let missing: Vec<_> = structures.skip(shared).collect();
        self.close_to(shared);
        for element in missing {
            let shape = self.shape(element);
            self.open.push(Frame { element, shape });
        }
    }

    /// Makes `around` the elements around what stands in `element`, and tells whether others of
    /// them are structures now. Those that it shares with the piece before, nearly all, are not
    /// asked again.
    fn go_to(&mut self, element: ElementRef<'a>) -> bool {
        let mut changed = false;
        let is_left = |around: &mut Around<'a>| !around.element.node().contains(element.id());
        while let Some(left) = self.around.pop_if(is_left) {
            changed |= left.is_structure;
        }
        let known = self.around.last().map(|innermost| innermost.element.id());
        let mut in_blocks = self.around.last().is_none_or(|innermost| innermost.in_blocks);
        let from = self.around.len();
        let missing = std::iter::once(element).chain(element.ancestors());
        let missing = missing.take_while(|outer| Some(outer.id()) != known);
        self.around.extend(missing.map(|element| Around {
            element,
            is_structure: is_structure(element),
            in_blocks: false,
        }));
        let missing = self.around.get_mut(from..).unwrap_or_default();
        missing.reverse();
        for around in missing {
            in_blocks &= around.element.tag().is_block();
            around.in_blocks = in_blocks;
            changed |= around.is_structure;
        }
        changed
    }

    fn shape(&mut self, element: ElementRef<'a>) -> Shape {
        match element.tag() {
            Tag::Ul | Tag::Menu | Tag::Dir => Shape::List(List::default()),
            Tag::Ol => Shape::List(List { ordered: true, ..List::default() }),
            Tag::Li if !live::is_entry(element) => Shape::Item(ListItem::default()),
            Tag::Table => Shape::Whole(Block::Table(table::table(element, self.ground))),
            Tag::Pre => Shape::Whole(Block::Code(code(element, self.ground.room))),
            Tag::Blockquote => {
                let quote = quote(element);
                let cite = quote.cite.as_deref().map(bare);
                Shape::Quote(quote, cite)
            }
            _ => Shape::Entry(entry(element), live::head(element)),
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some(frame) = self.open.pop() else { return };
            match frame.shape {
                Shape::List(list) => self.put_list(list),
                Shape::Item(item) => self.put_item(item),
                Shape::Quote(quote, _) => self.put_quote(quote),
                Shape::Entry(entry, _) if entry != Entry::default() => {
                    self.put(Block::Entry(entry));
                }
                Shape::Whole(block) => self.put(block),
                Shape::Entry(..) => {}
            }
        }
    }

    fn put_list(&mut self, list: List) {
        if list.items.is_empty() {
            return;
        }
        match self.open.last_mut().map(|frame| &mut frame.shape) {
            Some(Shape::Item(item)) => item.lists.push(list),
            // A list directly in a list, as old editors write them, belongs to the item before.
            Some(Shape::List(around)) => match around.items.last_mut() {
                Some(item) => item.lists.push(list),
                None => around.items.extend(list.items),
            },
            _ => self.put(Block::List(list)),
        }
    }

    fn put_item(&mut self, item: ListItem) {
        if item.content.is_empty() && item.lists.is_empty() {
            return;
        }
        match self.open.last_mut().map(|frame| &mut frame.shape) {
            Some(Shape::List(list)) => list.items.push(item),
            // An item without a list around it.
            _ => self.put(Block::List(List { ordered: false, items: vec![item] })),
        }
    }

    /// A quotation of which only the source is body text is a paragraph.
    fn put_quote(&mut self, quote: Quote) {
        if !quote.blocks.is_empty() {
            self.put(Block::Quote(quote));
        } else if let Some(cite) = quote.cite {
            self.put(Block::Paragraph(Paragraph::new(cite.as_str())));
        }
    }

    /// Gives a block to the innermost structure that holds blocks.
    fn put(&mut self, block: Block) {
        let mut shapes = self.open.iter_mut().rev().map(|frame| &mut frame.shape);
        let blocks = shapes.find_map(|shape| match shape {
            Shape::Quote(quote, _) => Some(&mut quote.blocks),
            Shape::Entry(entry, _) => Some(&mut entry.blocks),
            _ => None,
        });
        blocks.unwrap_or(&mut self.blocks).push(block);
    }

    fn put_run(&mut self, nodes: (NodeId, NodeId), block: ElementRef<'a>) {
        let in_blocks = self.around.last().is_some_and(|around| around.in_blocks);
        let (first, end) = (self.behind_head(nodes.0), nodes.1);
        let text = text_within(self.ground, (first, end), Some(block).filter(|_| in_blocks));
        let is_byline = first != nodes.0 && text.text().len() <= LONGEST_BYLINE;
        if text.is_empty() || is_byline {
            return;
        }
        match self.open.last_mut().map(|frame| &mut frame.shape) {
            Some(Shape::Whole(_)) => {}
            Some(Shape::Item(item)) => item.content.append(text, "\n"),
            Some(Shape::List(list)) => {
                list.items.push(ListItem { content: text, ..ListItem::default() });
            }
            Some(Shape::Quote(_, Some(cite))) if bare(&text.text()) == *cite => {}
            _ => self.put(block_of(text, block)),
        }
    }

    /// The node, or what is behind the time or title of the entry that it is in.
    fn behind_head(&self, node: NodeId) -> NodeId {
        let head = match self.open.last().map(|frame| &frame.shape) {
            Some(Shape::Entry(_, head)) => {
                head.iter().find(|part| (part.0..part.1).contains(&node))
            }
            _ => None,
        };
        head.map_or(node, |(_, end)| *end)
    }
}

/// Behind the time of an entry, in its line, so many bytes name its author or say that it is new.
const LONGEST_BYLINE: usize = 60;

fn is_structure(element: ElementRef<'_>) -> bool {
    match element.tag() {
        Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dir | Tag::Li | Tag::Blockquote | Tag::Pre => true,
        Tag::Table => table::is_data(element),
        _ => live::is_entry(element),
    }
}

fn block_of(content: RichText, block: ElementRef<'_>) -> Block {
    let around = std::iter::once(block).chain(block.ancestors());
    // A heading may hold blocks itself, but none of the elements that are structures.
    let mut within = around.take_while(|element| !is_sectioning(element.tag()));
    match within.find_map(|element| element.tag().heading_level()) {
        Some(level) => Block::Heading(Heading { level, content }),
        None => Block::Paragraph(Paragraph { content }),
    }
}

fn is_sectioning(tag: Tag) -> bool {
    matches!(tag, Tag::Article | Tag::Section | Tag::Main | Tag::Body | Tag::P | Tag::Li)
}

/// The text of a source, with or without a dash before it.
fn bare(text: &str) -> String {
    fold(text.trim_start_matches(DASHES))
}

const DASHES: [char; 5] = ['—', '–', '-', '―', ' '];

/// A source of more bytes is text like any other.
const LONGEST_SOURCE: usize = 1000;

fn entry(element: ElementRef<'_>) -> Entry {
    let title = live::title(element).map(ElementRef::text).filter(|title| !title.is_empty());
    Entry { time: live::time(element), title, blocks: Vec::new() }
}

/// A quotation with its source: `<cite>` or `<footer>`.
fn quote(element: ElementRef<'_>) -> Quote {
    let cite = element.elements().filter(|inside| matches!(inside.tag(), Tag::Cite | Tag::Footer));
    let cite = cite.map(ElementRef::text).find(|text| !text.is_empty());
    let cite = cite.filter(|text| text.len() <= LONGEST_SOURCE);
    let cite = cite.map(|text| text.trim_start_matches(DASHES).to_owned());
    Quote { blocks: Vec::new(), cite }
}

/// The text as it is, with a line break for each `<br>` and before each element that stands in a
/// line of its own.
fn lines_of(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    for node in element.node().descendants() {
        if let Some(piece) = node.as_text() {
            text.push_str(piece);
        } else if let Some(tag) = node.as_element().map(ElementRef::tag)
            && (tag == Tag::Br || (tag.is_block() && !text.ends_with('\n')))
        {
            text.push('\n');
        }
    }
    text
}

fn code(element: ElementRef<'_>, room: &Room) -> Code {
    let mut classes = element.elements().chain([element]).flat_map(ElementRef::classes);
    let language =
        classes.find_map(|class| class.strip_prefix("language-").or(class.strip_prefix("lang-")));
    let text = lines_of(element);
    let text = room.fit(text.trim_matches('\n'), element.id());
    Code { language: language.map(str::to_owned), text: text.to_owned() }
}
