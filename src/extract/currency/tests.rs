use super::*;

/// The quotes as `CODE buy/sell/rate`.
fn quotes(html: &str) -> Vec<String> {
    let document = Document::parse(html, &Limits::default());
    let base = Base::new(&document, Some("https://example.kz/"));
    let (quotes, _) = read(&document, &base, &Limits::default(), None);
    let part = |value: Option<rust_decimal::Decimal>| value.map_or("-".into(), |v| v.to_string());
    quotes
        .iter()
        .map(|q| format!("{} {}/{}/{}", q.code, part(q.buy), part(q.sell), part(q.rate)))
        .collect()
}
