//! The article.

mod body;
