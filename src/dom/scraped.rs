//! A page that was parsed with scraper.

use scraper::node::Node;

use super::Document;
use super::arena::ROOT;
use super::builder::Builder;
use super::sink::space;
use crate::Limits;

impl From<&scraper::Html> for Document {
    /// Takes the tree over as it is, but for elements deeper than the default of
    /// [`Limits::with_depth`]: their content is given to the element around them.
    fn from(html: &scraper::Html) -> Self {
        let mut builder = Builder::new("");
        let max_depth = Limits::default().depth();
        // Our counterparts of the nodes that are open, outermost first.
        let mut open = vec![ROOT];
        let mut next = html.tree.root().first_child();
        while let Some(node) = next {
            let parent = open.last().copied().unwrap_or(ROOT);
            let copy = match node.value() {
                Node::Element(_) if open.len() > max_depth => parent,
                value => copy(&mut builder, parent, value).unwrap_or(parent),
            };
            next = node.first_child();
            if next.is_some() {
                open.push(copy);
                continue;
            }
            let mut current = Some(node);
            while let Some(done) = current {
                next = done.next_sibling();
                if next.is_some() {
                    break;
                }
                open.pop();
                current = done.parent();
            }
        }
        Self::new(builder.finish(), Vec::new())
    }
}

/// Copies one node; `None` where its children go to `parent` itself.
fn copy(builder: &mut Builder, parent: u32, node: &Node) -> Option<u32> {
    let id = match node {
        Node::Element(element) => {
            let name = builder.name_id(&element.name.local);
            let attrs = element.attrs.iter().map(|(name, value)| (&name.local, &**value));
            let attrs = builder.numbered(attrs);
            builder.element(name, space(&element.name.ns), attrs)
        }
        Node::Text(text) => {
            builder.append_text(parent, text);
            return None;
        }
        Node::Comment(_) => builder.comment(),
        Node::Doctype(_) => builder.doctype(),
        // scraper holds the contents of a template in a fragment below it.
        Node::Fragment => return Some(builder.template_contents(parent)),
        Node::Document | Node::ProcessingInstruction(_) => return None,
    };
    builder.append(parent, id);
    Some(id)
}
