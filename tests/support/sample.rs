//! An article that holds every kind of block.

use newsprint::model::{
    Access, Article, Author, AuthorKind, Block, Code, Embed, EmbedKind, Entry, Evidence, Field,
    FieldEvidence, Figure, Heading, Image, ImageCandidate, Inline, Link, List, ListItem, Offset,
    Origin, OriginKind, Paragraph, Precision, Quote, RichText, Table, Timestamp,
};

pub(crate) fn article() -> Article {
    let mut article = Article::default();
    article.title = Some("Ice on *both* lakes: <b>what</b> to know".into());
    article.kicker = Some("Weather".into());
    article.dek = Some("The ferries stop on Monday & will not sail before April.".into());
    article.authors = authors();
    article.published = Some(given("1 April 2024, 12:16", "2024-04-01T12:16:00+05:00"));
    article.modified =
        Some(Timestamp::new("2 April", Some("2024-04-02".into()), Offset::Unknown, Precision::Day));
    article.section = Some("Regions".into());
    article.breadcrumbs = vec![Link::new("News")];
    article.tags = vec!["ice".into(), "ferries \u{202E}".into()];
    article.language = Some("en".into());
    article.canonical_url = Some("https://example.com/ice?a=1&b=2".into());
    article.site_name = Some("Example News".into());
    article.lead_image = Some(image());
    article.images = vec![image(), Image::new("https://example.com/b.jpg")];
    article.views = Some(12_300);
    article.comments = Some(7);
    article.access = Some(Access::Metered);
    article.body = body();
    article.evidence = evidence();
    article
}

fn authors() -> Vec<Author> {
    let mut person = Author::person("Aigul Ospanova");
    person.url = Some("https://example.com/authors/7".into());
    person.role = Some("text".into());
    let mut agency = Author::person("Steppe Press");
    agency.kind = AuthorKind::Organization;
    vec![person, agency]
}

fn evidence() -> Evidence {
    let mut evidence = Evidence::default();
    let origin = Origin::new(OriginKind::JsonLd, "$.headline");
    evidence.insert(Field::Title, FieldEvidence::new(origin, 0.9));
    evidence
}

fn given(raw: &str, value: &str) -> Timestamp {
    Timestamp::new(raw, Some(value.into()), Offset::Given, Precision::Minute)
}

fn image() -> Image {
    let mut large = ImageCandidate::default();
    large.url = "https://example.com/a-1280.jpg".into();
    large.width = Some(1280);
    let mut small = ImageCandidate::default();
    small.url = "https://example.com/a-640.jpg".into();
    small.width = Some(640);
    let mut image = Image::new("https://example.com/a-1280.jpg");
    image.alt = Some("A ferry in \"ice\"".into());
    image.width = Some(1280);
    image.height = Some(720);
    image.candidates = vec![small, large];
    image
}

fn body() -> Vec<Block> {
    vec![
        Block::Paragraph(Paragraph::new(looks())),
        Block::Heading(Heading::new(2, "What is closed #")),
        Block::List(list()),
        Block::Quote(quote()),
        Block::Table(table()),
        Block::Figure(figure()),
        Block::Embed(Embed::new(EmbedKind::YouTube, "https://www.youtube.com/watch?v=x_y")),
        Block::Embed(post()),
        Block::Code(code()),
        Block::Separator,
        Block::Entry(entry()),
    ]
}

/// A paragraph with every look that a run may have.
fn looks() -> RichText {
    let plain = Inline::plain;
    let mut strong = plain("12 cm");
    strong.strong = true;
    let mut emphasis = plain("\"thin\"");
    emphasis.emphasis = true;
    let mut link = plain("the (full) map");
    link.url = Some("https://example.com/map_(ice)?a=1&amp=2".into());
    let mut script = plain("no target");
    script.url = Some("javascript:alert(1)".into());
    let mut code = plain("`ice` --help");
    code.code = true;
    let runs = [
        plain("The ice is "),
        strong,
        plain(" thick,\n1. not"),
        emphasis,
        plain("at all; see "),
        link,
        plain(", "),
        script,
        plain(" & "),
        code,
        plain("."),
    ];
    runs.into_iter().collect()
}

fn list() -> List {
    let mut ferries = ListItem::new("Ferries:\nboth lines");
    ferries.lists = vec![List::new(true, vec![ListItem::new("north"), ListItem::new("south")])];
    List::new(false, vec![ferries, ListItem::new("- The road")])
}

fn quote() -> Quote {
    let mut quote = Quote::new(vec![
        Block::Paragraph(Paragraph::new("Nobody should walk on it.")),
        Block::Paragraph(Paragraph::new("# Nobody.")),
    ]);
    quote.cite = Some("the harbour master".into());
    quote
}

fn table() -> Table {
    let row = |cells: [&str; 2]| cells.map(RichText::from).to_vec();
    let mut table =
        Table::new(vec![row(["Lake", "Ice | cm"])], vec![row(["Alakol", "12"]), row(["", "9"])]);
    table.caption = Some("Ice today".into());
    table
}

fn figure() -> Figure {
    let mut figure = Figure::new(vec![image()]);
    figure.caption = Some("The last ferry.".into());
    figure.credit = Some("Photo: Steppe Press".into());
    figure
}

fn post() -> Embed {
    let mut post = Embed::new(EmbedKind::Telegram, "https://t.me/example/1");
    post.text = Some("Line one\nline two".into());
    post
}

fn code() -> Code {
    let mut code = Code::new("```\nif a < b {\n\tstop();\n}\n```\n");
    code.language = Some("rust".into());
    code
}

fn entry() -> Entry {
    let mut entry = Entry::new(vec![Block::Paragraph(Paragraph::new("The harbour is empty."))]);
    entry.time = Some(given("14:05", "2024-04-01T14:05:00+05:00"));
    entry.title = Some("Last ship in".into());
    entry
}
