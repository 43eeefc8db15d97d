//! Arbitrary articles of the blocks whose text Markdown shows as it is.

use arbitrary::{Arbitrary, Result, Unstructured};
use newsprint::model::{
    Article, Block, Code, Heading, Inline, List, ListItem, Paragraph, Quote, RichText, Table,
};

/// How deep quotes and lists nest.
const DEPTH: usize = 4;

/// An article with a body, and nothing else that its Markdown shows.
#[derive(Debug)]
pub struct Written(pub Article);

impl<'a> Arbitrary<'a> for Written {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut article = Article::default();
        article.body = blocks(u, DEPTH)?;
        Ok(Self(article))
    }
}

fn blocks(u: &mut Unstructured<'_>, depth: usize) -> Result<Vec<Block>> {
    let mut blocks = Vec::new();
    while !u.is_empty() && blocks.len() < 8 && u.ratio(7, 8)? {
        blocks.push(block(u, depth)?);
    }
    Ok(blocks)
}

fn block(u: &mut Unstructured<'_>, depth: usize) -> Result<Block> {
    Ok(match u.int_in_range(0..=6)? {
        0 => Block::Heading(Heading::new(u.arbitrary()?, rich(u)?)),
        1 => Block::Code(Code::new(u.arbitrary::<&str>()?)),
        2 if depth > 0 => Block::Quote(Quote::new(blocks(u, depth - 1)?)),
        3 => Block::List(List::new(u.arbitrary()?, items(u, depth)?)),
        4 => Block::Table(Table::new(vec![row(u)?], vec![row(u)?, row(u)?])),
        5 => Block::Separator,
        _ => Block::Paragraph(Paragraph::new(rich(u)?)),
    })
}

fn items(u: &mut Unstructured<'_>, depth: usize) -> Result<Vec<ListItem>> {
    let mut items = Vec::new();
    while !u.is_empty() && items.len() < 4 && u.ratio(3, 4)? {
        let mut item = ListItem::new(rich(u)?);
        if depth > 0 && u.ratio(1, 4)? {
            item.lists = vec![List::new(u.arbitrary()?, self::items(u, depth - 1)?)];
        }
        items.push(item);
    }
    Ok(items)
}

fn row(u: &mut Unstructured<'_>) -> Result<Vec<RichText>> {
    (0..u.int_in_range(0..=3)?).map(|_| rich(u)).collect()
}

fn rich(u: &mut Unstructured<'_>) -> Result<RichText> {
    let runs = u.int_in_range(0..=3)?;
    (0..runs).map(|_| run(u)).collect()
}

fn run(u: &mut Unstructured<'_>) -> Result<Inline> {
    let mut run = Inline::plain(u.arbitrary::<&str>()?);
    if u.ratio(1, 4)? {
        run.url = Some(format!("https://example.com/{}", u.arbitrary::<&str>()?));
    }
    (run.strong, run.emphasis, run.code) = (u.arbitrary()?, u.arbitrary()?, u.ratio(1, 8)?);
    Ok(run)
}
