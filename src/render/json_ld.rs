//! The vocabulary of schema.org.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::escape::{one_line, optional_line, script_json, web_url};
use crate::model::{Access, Article, Author, AuthorKind, Block, Entry, Image, Timestamp};

/// The article as `NewsArticle` or `LiveBlogPosting`.
pub(super) fn article(article: &Article) -> Value {
    let updates: Vec<_> = article.body.iter().filter_map(update).collect();
    let kind = if updates.is_empty() { "NewsArticle" } else { "LiveBlogPosting" };
    let mut object = Object::new(kind);
    object.insert("@context", Some("https://schema.org".into()));
    insert_text(&mut object, article);
    insert_origin(&mut object, article);
    insert_numbers(&mut object, article);
    object.insert_list("image", images(article));
    object.insert_list("liveBlogUpdate", updates);
    object.into()
}

/// The same as text that may stand in a `<script>` element.
pub(super) fn script(source: &Article) -> String {
    script_json(&article(source).to_string())
}

/// A JSON object that takes only values that are there.
struct Object(Map<String, Value>);

impl Object {
    fn new(kind: &str) -> Self {
        Self(Map::from_iter([("@type".to_owned(), kind.into())]))
    }

    fn insert(&mut self, key: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.0.insert(key.to_owned(), value);
        }
    }

    fn insert_line(&mut self, key: &str, text: Option<&str>) {
        self.insert(key, optional_line(text).map(Value::from));
    }

    fn insert_list(&mut self, key: &str, items: Vec<Value>) {
        self.insert(key, Some(items).filter(|items| !items.is_empty()).map(Value::from));
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Self::Object(object.0)
    }
}

fn insert_text(object: &mut Object, article: &Article) {
    object.insert_line("headline", article.title.as_deref());
    object.insert_line("description", article.dek.as_deref());
    object.insert_line("articleSection", article.section.as_deref());
    let keywords = article.tags.iter().map(|tag| one_line(tag)).filter(|tag| !tag.is_empty());
    object.insert_list("keywords", keywords.map(Value::from).collect());
    object.insert_line("inLanguage", article.language.as_deref());
    object.insert("articleBody", body(&article.body));
}

fn insert_origin(object: &mut Object, article: &Article) {
    object.insert_list("author", article.authors.iter().filter_map(author).collect());
    object.insert("datePublished", date(article.published.as_ref()));
    object.insert("dateModified", date(article.modified.as_ref()));
    let url = article.canonical_url.as_deref().and_then(web_url);
    object.insert("url", url.map(Value::from));
    object.insert("mainEntityOfPage", url.map(|url| json!({"@type": "WebPage", "@id": url})));
    let site = optional_line(article.site_name.as_deref());
    object.insert("publisher", site.map(|name| json!({"@type": "Organization", "name": name})));
}

fn insert_numbers(object: &mut Object, article: &Article) {
    let free = article.access.map(|access| access == Access::Free);
    object.insert("isAccessibleForFree", free.map(Value::from));
    object.insert("commentCount", article.comments.map(Value::from));
    let counts = [("ViewAction", article.views), ("CommentAction", article.comments)];
    let counters = counts.into_iter().filter_map(|(action, count)| Some(counter(action, count?)));
    object.insert_list("interactionStatistic", counters.collect());
}

fn counter(action: &str, count: u64) -> Value {
    json!({
        "@type": "InteractionCounter",
        "interactionType": {"@type": action},
        "userInteractionCount": count,
    })
}

fn body(blocks: &[Block]) -> Option<Value> {
    Some(super::text(blocks)).filter(|text| !text.is_empty()).map(Value::from)
}

fn date(time: Option<&Timestamp>) -> Option<Value> {
    optional_line(time?.value.as_deref()).map(Value::from)
}

fn author(author: &Author) -> Option<Value> {
    let name = optional_line(Some(&author.name))?;
    let mut object = Object::new(match author.kind {
        AuthorKind::Person => "Person",
        AuthorKind::Organization => "Organization",
    });
    object.insert("name", Some(name.into()));
    object.insert("url", author.url.as_deref().and_then(web_url).map(Value::from));
    Some(object.into())
}

/// The lead image and those of the body, each address once.
fn images(article: &Article) -> Vec<Value> {
    let mut seen = HashSet::new();
    let all = article.lead_image.iter().chain(&article.images);
    all.filter(|image| seen.insert(image.url.as_str())).filter_map(image).collect()
}

fn image(image: &Image) -> Option<Value> {
    let mut object = Object::new("ImageObject");
    object.insert("url", Some(web_url(&image.url)?.into()));
    object.insert_line("caption", image.alt.as_deref());
    object.insert("width", image.width.map(Value::from));
    object.insert("height", image.height.map(Value::from));
    Some(object.into())
}

fn update(block: &Block) -> Option<Value> {
    let Block::Entry(entry) = block else { return None };
    Some(posting(entry))
}

fn posting(entry: &Entry) -> Value {
    let mut object = Object::new("BlogPosting");
    object.insert_line("headline", entry.title.as_deref());
    object.insert("datePublished", date(entry.time.as_ref()));
    object.insert("articleBody", body(&entry.blocks));
    object.into()
}
