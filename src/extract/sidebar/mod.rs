pub(crate) fn extract(_p: &crate::profile::PageView<'_>, _b: impl Fn(crate::dom::NodeId)->bool) -> Vec<crate::model::SidebarList> { Vec::new() }
