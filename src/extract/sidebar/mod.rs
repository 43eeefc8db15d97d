//! The lists of articles around an article: most read, latest, related and the like.

mod counters;
mod filter;
mod generic;
mod headline;
mod image;
mod item;
mod naming;
mod parts;
mod runs;
mod survey;
mod tables;
#[cfg(test)]
mod tests;
