//! How much of a body is kept, and what had to be left out.

use std::cell::{Cell, RefCell};

use crate::Limits;
use crate::dom::{Document, NodeId};
use crate::model::Warning;

/// What is left of the limits of one body. It is used up as the body is built.
#[derive(Debug)]
pub(in crate::extract::article) struct Room {
    limits: Limits,
    text_bytes: Cell<usize>,
    links: Cell<usize>,
    cuts: RefCell<Vec<Cut>>,
}

/// A limit that was reached, and the first node that went over it.
#[derive(Debug)]
struct Cut {
    limit: &'static str,
    allowed: usize,
    at: NodeId,
}

impl Room {
    pub(in crate::extract::article) fn new(limits: &Limits) -> Self {
        Self {
            limits: limits.clone(),
            text_bytes: Cell::new(limits.text_bytes()),
            links: Cell::new(limits.links()),
            cuts: RefCell::default(),
        }
    }

    /// Cuts a text down to what is left for it.
    pub(super) fn fit<'t>(&self, text: &'t str, at: NodeId) -> &'t str {
        let left = self.text_bytes.get();
        let end = text.floor_char_boundary(left);
        self.text_bytes.set(left - end);
        if end < text.len() {
            self.cut("text_bytes", self.limits.text_bytes(), at);
            // What follows would not join what is kept.
            self.text_bytes.set(0);
        }
        text.get(..end).unwrap_or_default()
    }

    /// Takes the place of so many links, if it is there.
    pub(super) fn take_links(&self, count: usize, at: NodeId) -> bool {
        let left = self.links.get().checked_sub(count);
        match left {
            Some(left) => self.links.set(left),
            None => self.cut("links", self.limits.links(), at),
        }
        left.is_some()
    }

    /// How many cells each table may have.
    pub(super) fn table_cells(&self) -> usize {
        self.limits.table_cells()
    }

    pub(super) fn cut_table(&self, at: NodeId) {
        self.cut("table_cells", self.limits.table_cells(), at);
    }

    fn cut(&self, limit: &'static str, allowed: usize, at: NodeId) {
        let mut cuts = self.cuts.borrow_mut();
        if !cuts.iter().any(|cut| cut.limit == limit) {
            cuts.push(Cut { limit, allowed, at });
        }
    }

    /// What was left out of a body of this document.
    pub(in crate::extract::article) fn warnings(&self, document: &Document) -> Vec<Warning> {
        let cuts = self.cuts.borrow();
        let warning =
            |cut: &Cut| Warning::limit_reached(cut.limit, cut.allowed, document.place_of(cut.at));
        cuts.iter().map(warning).collect()
    }
}
