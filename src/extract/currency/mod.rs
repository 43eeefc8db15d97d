pub(crate) fn extract(_p: &crate::profile::PageView<'_>) -> (Vec<crate::model::CurrencyQuote>, Vec<crate::model::Warning>) { (Vec::new(), Vec::new()) }
