use super::generic;
use crate::dom::{Base, Document};
use crate::{Limits, model::SidebarList};

fn lists(html: &str) -> Vec<SidebarList> {
    let document = Document::parse(html, &Limits::default());
    let base = Base::new(&document, Some("https://example.org/news/1"));
    generic::extract(&document, &base, &Limits::default(), &Default::default(), |_| false)
}

#[test]
fn a_page_without_lists_gives_none() {
    for html in
        ["", "<p>Text", "<nav><ul><li><a href=/a>Most read</a><li><a href=/b>Sport</a></ul></nav>"]
    {
        assert_eq!(lists(html), []);
    }
}
