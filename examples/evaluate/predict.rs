//! What is extracted of a page: the lines that the example `extract` writes, as far as they are
//! scored.

use std::collections::HashMap;
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use newsprint::model::Article;
use newsprint::{Parser, Source};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::corpus::{Page, key};

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Prediction {
    pub id: Value,
    pub title: Option<String>,
    #[serde(default)]
    pub authors: Option<Vec<String>>,
    pub published: Option<String>,
    #[serde(default)]
    pub text: Option<String>,
    /// Why there is no article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// The article of a page.
pub(crate) fn extract(parser: &Parser, page: &Page) -> Prediction {
    let source = Source::html(&page.html);
    let source = match &page.url {
        Some(url) => source.with_url(url),
        None => source,
    };
    let mut prediction = Prediction { id: page.id.clone(), ..Prediction::default() };
    let result = parser.parse(source).map(|page| page.article().cloned());
    match result.and_then(|article| article) {
        Ok(article) => take(&mut prediction, &article),
        Err(error) => prediction.error = Some(error.to_string()),
    }
    prediction
}

fn take(prediction: &mut Prediction, article: &Article) {
    prediction.title.clone_from(&article.title);
    prediction.authors = Some(article.writers().map(|author| author.name.clone()).collect());
    prediction.published = article.published.as_ref().and_then(|time| time.value.clone());
    prediction.text = Some(article.to_text());
}

/// Predictions by id.
pub(crate) fn read(path: &Path) -> Result<HashMap<String, Prediction>, Box<dyn Error>> {
    let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut predictions = HashMap::new();
    for line in BufReader::new(file).lines() {
        let line = line?;
        if !line.trim().is_empty() {
            let prediction: Prediction = serde_json::from_str(&line)?;
            predictions.insert(key(&prediction.id), prediction);
        }
    }
    Ok(predictions)
}
