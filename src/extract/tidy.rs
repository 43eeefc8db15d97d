//! The last word on texts of one line: no control characters, no line breaks, no marks that turn
//! the direction of what is printed behind them, wherever the text came from.

use crate::model::{
    Article, Author, Block, CurrencyQuote, Figure, Image, Link, SidebarItem, SidebarList,
};
use crate::value::text::{collapse, is_unprintable};

/// Tidies the texts of one line in an article.
pub(crate) fn article(article: &mut Article) {
    let Article { title, kicker, dek, section, site_name, .. } = article;
    [title, kicker, dek, section, site_name].into_iter().for_each(optional);
    article.authors.retain_mut(author);
    article.breadcrumbs.retain_mut(link);
    article.tags.retain_mut(line);
    article.videos.iter_mut().for_each(|video| optional(&mut video.title));
    article.feeds.iter_mut().for_each(|feed| optional(&mut feed.title));
    article.lead_image.iter_mut().chain(&mut article.images).for_each(image);
    blocks(&mut article.body);
}

/// Tidies the texts of one line in lists.
pub(crate) fn lists(lists: &mut Vec<SidebarList>) {
    for list in lists.iter_mut() {
        optional(&mut list.heading);
        list.items.retain_mut(item);
    }
    lists.retain(|list| !list.items.is_empty());
}

/// Tidies the texts of one line in quotes.
pub(crate) fn quotes(quotes: &mut [CurrencyQuote]) {
    for quote in quotes {
        optional(&mut quote.source);
    }
}

/// Tidies a line; says whether anything is left of it.
fn line(text: &mut String) -> bool {
    if text.contains(is_unprintable) {
        *text = collapse(text);
    }
    !text.is_empty()
}

fn optional(text: &mut Option<String>) {
    if text.as_mut().is_some_and(|text| !line(text)) {
        *text = None;
    }
}

fn author(author: &mut Author) -> bool {
    optional(&mut author.role);
    line(&mut author.name)
}

fn link(link: &mut Link) -> bool {
    line(&mut link.text)
}

fn item(item: &mut SidebarItem) -> bool {
    optional(&mut item.label);
    optional(&mut item.emoji);
    item.image.iter_mut().for_each(image);
    line(&mut item.title)
}

fn image(image: &mut Image) {
    optional(&mut image.alt);
}

fn figure(figure: &mut Figure) {
    optional(&mut figure.credit);
    figure.images.iter_mut().for_each(image);
}

fn blocks(blocks: &mut [Block]) {
    let mut rest: Vec<&mut Block> = blocks.iter_mut().collect();
    while let Some(block) = rest.pop() {
        match block {
            Block::Figure(inside) => figure(inside),
            Block::Quote(quote) => {
                optional(&mut quote.cite);
                rest.extend(&mut quote.blocks);
            }
            Block::Entry(entry) => {
                optional(&mut entry.title);
                rest.extend(&mut entry.blocks);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Quote;

    #[test]
    fn lines_lose_what_does_not_print_and_fields_that_are_nothing_else() {
        let quote = Quote { cite: Some("A\u{2028}B".to_owned()), ..Quote::default() };
        let mut value = Article {
            title: Some("Rain\u{1b}[31m \u{202e}in\n May".to_owned()),
            dek: Some("\u{7}\u{2066}".to_owned()),
            authors: vec![Author::person("Anna\u{0} Bell"), Author::person("\u{85}")],
            tags: vec!["rain".to_owned(), "\u{202d}".to_owned()],
            body: vec![Block::Quote(quote)],
            ..Article::default()
        };
        article(&mut value);
        assert_eq!(value.title.as_deref(), Some("Rain[31m in May"));
        assert_eq!(value.dek, None);
        assert_eq!(value.authors, [Author::person("Anna Bell")]);
        assert_eq!(value.tags, ["rain"]);
        assert!(
            matches!(&value.body[0], Block::Quote(quote) if quote.cite.as_deref() == Some("A B"))
        );
    }

    #[test]
    fn lines_that_print_are_left_as_they_are() {
        let text = "Soft\u{ad}hyphens and  spaces: 👩\u{200d}🚀";
        let mut value = Article { title: Some(text.to_owned()), ..Article::default() };
        article(&mut value);
        assert_eq!(value.title.as_deref(), Some(text));
    }

    #[test]
    fn items_without_a_title_and_lists_without_items_are_none() {
        let list = |title: &str| SidebarList {
            items: vec![SidebarItem { title: title.to_owned(), ..SidebarItem::default() }],
            ..SidebarList::default()
        };
        let mut all = vec![list("\u{1}"), list("A\u{1}story")];
        lists(&mut all);
        assert_eq!(all, [list("Astory")]);
    }
}
