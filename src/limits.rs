//! Limits.
/// Limits.
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
        }
    }
}
impl Limits {
    /// x
    #[must_use]
    pub fn with_input_bytes(mut self, v: usize) -> Self {
        self.input_bytes = v;
        self
    }
    /// x
    pub fn input_bytes(&self) -> usize {
        self.input_bytes
    }
    /// x
    #[must_use]
    pub fn with_nodes(mut self, v: usize) -> Self {
        self.nodes = v;
        self
    }
    /// x
    pub fn nodes(&self) -> usize {
        self.nodes
    }
    /// x
    #[must_use]
    pub fn with_depth(mut self, v: usize) -> Self {
        self.depth = v;
        self
    }
    /// x
    pub fn depth(&self) -> usize {
        self.depth
    }
    /// x
    #[must_use]
    pub fn with_attributes(mut self, v: usize) -> Self {
        self.attributes = v;
        self
    }
    /// x
    pub fn attributes(&self) -> usize {
        self.attributes
    }
    /// x
    #[must_use]
    pub fn with_formatting_elements(mut self, v: usize) -> Self {
        self.formatting_elements = v;
        self
    }
    /// x
    pub fn formatting_elements(&self) -> usize {
        self.formatting_elements
    }
    /// x
    #[must_use]
    pub fn with_json_ld_bytes(mut self, v: usize) -> Self {
        self.json_ld_bytes = v;
        self
    }
    /// x
    pub fn json_ld_bytes(&self) -> usize {
        self.json_ld_bytes
    }
    /// x
    #[must_use]
    pub fn with_json_ld_depth(mut self, v: usize) -> Self {
        self.json_ld_depth = v;
        self
    }
    /// x
    pub fn json_ld_depth(&self) -> usize {
        self.json_ld_depth
    }
    /// x
    #[must_use]
    pub fn with_list_items(mut self, v: usize) -> Self {
        self.list_items = v;
        self
    }
    /// x
    pub fn list_items(&self) -> usize {
        self.list_items
    }
    /// x
    #[must_use]
    pub fn with_table_cells(mut self, v: usize) -> Self {
        self.table_cells = v;
        self
    }
    /// x
    pub fn table_cells(&self) -> usize {
        self.table_cells
    }
}
