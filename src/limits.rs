/// How much of a page is read and kept.
///
/// What goes over a limit is left out, and the report says so with a
/// [`LimitReached`](crate::model::Warning::LimitReached). The defaults hold every page of a news
/// site that its readers can use; they are there for hostile and broken input. Some bounds are
/// fixed: an address of more than 8 KiB is none, a row of a table has at most 100 cells, an image 65
/// candidates, a figure 200 images, a page 200 authors and 65,535 different names of elements and
/// attributes.
///
/// # Memory
///
/// A page of `n` bytes with all that is read from it and written of it takes at most
///
/// ```text
///   16 bytes × the lesser of n and input_bytes     the text, the text again as runs, renderings
/// + 1 KiB × the lesser of n and nodes              the tree, and what is known of its parts
/// + 128 bytes × the lesser of n and json_ld_bytes  the values of JSON-LD and of scripts' data
/// + 8 bytes × text_bytes                           the body, and its renderings
/// + 32 KiB × links                                 addresses, of images and their candidates too
/// + 1 MiB
/// ```
///
/// above the input itself. Pages of news sites take about ten times their size.
///
/// ```
/// use newsprint::Limits;
///
/// let limits = Limits::default().with_depth(256).with_list_items(50);
/// assert_eq!(limits.depth(), 256);
/// assert_eq!(limits.nodes(), 2_000_000);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    input_bytes: usize,
    nodes: usize,
    depth: usize,
    attributes: usize,
    formatting_elements: usize,
    json_ld_bytes: usize,
    json_ld_depth: usize,
    list_items: usize,
    table_cells: usize,
    text_bytes: usize,
    links: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            input_bytes: 64 * 1024 * 1024,
            nodes: 2_000_000,
            depth: 512,
            attributes: 256,
            formatting_elements: 64,
            json_ld_bytes: 8 * 1024 * 1024,
            json_ld_depth: 64,
            list_items: 500,
            table_cells: 50_000,
            text_bytes: 16 * 1024 * 1024,
            links: 10_000,
        }
    }
}

impl Limits {
    /// How many bytes of a page are read. The rest is left out.
    ///
    /// Default: 64 MiB.
    #[must_use]
    pub fn with_input_bytes(mut self, input_bytes: usize) -> Self {
        self.input_bytes = input_bytes;
        self
    }

    /// How many nodes (elements, texts, comments) the tree of a page may hold.
    ///
    /// Default: 2,000,000.
    #[must_use]
    pub fn with_nodes(mut self, nodes: usize) -> Self {
        self.nodes = nodes;
        self
    }

    /// How deep elements may nest. Deeper ones become siblings, so that their text is kept.
    ///
    /// Default: 512. The deepest pages seen on real sites are below 50.
    #[must_use]
    pub fn with_depth(mut self, depth: usize) -> Self {
        self.depth = depth;
        self
    }

    /// How many attributes of one tag are kept.
    ///
    /// Default: 256.
    #[must_use]
    pub fn with_attributes(mut self, attributes: usize) -> Self {
        self.attributes = attributes;
        self
    }

    /// How many active formatting elements (`<b>`, `<font>` and the like, in the sense of the HTML
    /// standard) may be open at once.
    ///
    /// Default: 64.
    #[must_use]
    pub fn with_formatting_elements(mut self, formatting_elements: usize) -> Self {
        self.formatting_elements = formatting_elements;
        self
    }

    /// How many bytes of JSON-LD are read from a page, all blocks together.
    ///
    /// Default: 8 MiB.
    #[must_use]
    pub fn with_json_ld_bytes(mut self, json_ld_bytes: usize) -> Self {
        self.json_ld_bytes = json_ld_bytes;
        self
    }

    /// How deep the values of a JSON-LD block may nest.
    ///
    /// Default: 64.
    #[must_use]
    pub fn with_json_ld_depth(mut self, json_ld_depth: usize) -> Self {
        self.json_ld_depth = json_ld_depth;
        self
    }

    /// How many items of one list of articles are kept.
    ///
    /// Default: 500.
    #[must_use]
    pub fn with_list_items(mut self, list_items: usize) -> Self {
        self.list_items = list_items;
        self
    }

    /// How many cells a table may have after `colspan` and `rowspan` are resolved, with at most 100
    /// in a row. The rows beyond are left out. The same number of quotes is read from the rates of
    /// a page.
    ///
    /// Default: 50,000.
    #[must_use]
    pub fn with_table_cells(mut self, table_cells: usize) -> Self {
        self.table_cells = table_cells;
        self
    }

    /// How many bytes of text the body of an article may have, copies in the cells of tables
    /// counted. The text is cut there.
    ///
    /// Default: 16 MiB.
    #[must_use]
    pub fn with_text_bytes(mut self, text_bytes: usize) -> Self {
        self.text_bytes = text_bytes;
        self
    }

    /// How many links the body of an article may have, its images, their candidates and its embeds
    /// counted, and how many items the lists around it may have together. Text beyond is kept
    /// without its link; images, embeds and items are left out.
    ///
    /// Default: 10,000.
    #[must_use]
    pub fn with_links(mut self, links: usize) -> Self {
        self.links = links;
        self
    }

    /// What [`with_input_bytes`](Self::with_input_bytes) sets.
    pub fn input_bytes(&self) -> usize {
        self.input_bytes
    }

    /// What [`with_nodes`](Self::with_nodes) sets.
    pub fn nodes(&self) -> usize {
        self.nodes
    }

    /// What [`with_depth`](Self::with_depth) sets.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// What [`with_attributes`](Self::with_attributes) sets.
    pub fn attributes(&self) -> usize {
        self.attributes
    }

    /// What [`with_formatting_elements`](Self::with_formatting_elements) sets.
    pub fn formatting_elements(&self) -> usize {
        self.formatting_elements
    }

    /// What [`with_json_ld_bytes`](Self::with_json_ld_bytes) sets.
    pub fn json_ld_bytes(&self) -> usize {
        self.json_ld_bytes
    }

    /// What [`with_json_ld_depth`](Self::with_json_ld_depth) sets.
    pub fn json_ld_depth(&self) -> usize {
        self.json_ld_depth
    }

    /// What [`with_list_items`](Self::with_list_items) sets.
    pub fn list_items(&self) -> usize {
        self.list_items
    }

    /// What [`with_table_cells`](Self::with_table_cells) sets.
    pub fn table_cells(&self) -> usize {
        self.table_cells
    }

    /// What [`with_text_bytes`](Self::with_text_bytes) sets.
    pub fn text_bytes(&self) -> usize {
        self.text_bytes
    }

    /// What [`with_links`](Self::with_links) sets.
    pub fn links(&self) -> usize {
        self.links
    }
}

#[cfg(test)]
mod tests {
    use super::Limits;

    #[test]
    fn limits_can_cross_threads() {
        fn check<T: Send + Sync + 'static>() {}
        check::<Limits>();
    }

    #[test]
    fn each_limit_sets_itself_alone() {
        let limits = Limits::default()
            .with_input_bytes(1)
            .with_nodes(2)
            .with_depth(3)
            .with_attributes(4)
            .with_formatting_elements(5)
            .with_json_ld_bytes(6)
            .with_json_ld_depth(7)
            .with_list_items(8)
            .with_table_cells(9)
            .with_text_bytes(10)
            .with_links(11);
        assert_eq!(limits.input_bytes(), 1);
        assert_eq!(limits.nodes(), 2);
        assert_eq!(limits.depth(), 3);
        assert_eq!(limits.attributes(), 4);
        assert_eq!(limits.formatting_elements(), 5);
        assert_eq!(limits.json_ld_bytes(), 6);
        assert_eq!(limits.json_ld_depth(), 7);
        assert_eq!(limits.list_items(), 8);
        assert_eq!(limits.table_cells(), 9);
        assert_eq!(limits.text_bytes(), 10);
        assert_eq!(limits.links(), 11);
    }

    #[test]
    fn defaults_are_as_documented() {
        let limits = Limits::default();
        assert_eq!(limits.input_bytes(), 64 * 1024 * 1024);
        assert_eq!(limits.nodes(), 2_000_000);
        assert_eq!(limits.depth(), 512);
        assert_eq!(limits.attributes(), 256);
        assert_eq!(limits.formatting_elements(), 64);
        assert_eq!(limits.json_ld_bytes(), 8 * 1024 * 1024);
        assert_eq!(limits.json_ld_depth(), 64);
        assert_eq!(limits.list_items(), 500);
        assert_eq!(limits.table_cells(), 50_000);
        assert_eq!(limits.text_bytes(), 16 * 1024 * 1024);
        assert_eq!(limits.links(), 10_000);
    }
}
