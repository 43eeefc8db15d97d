//! Two ways to teach the parser a site: rules as data in TOML, and an `impl SiteProfile`.
//!
//! ```text
//! cargo run --example custom_profile
//! ```

#![allow(clippy::print_stdout, reason = "an example shows what it did")]

use newsprint::model::Article;
use newsprint::{PageIdentity, PageView, Parser, Profile, Profiles, Rules, SiteProfile, Source};

/// What cannot be told from the page alone, as data.
const MILL_HERALD: &str = r#"
name = "Mill Herald"
hosts = ["mill-herald.example"]
time_zone = "Europe/London"

[article]
title = ["h1.headline"]
published = ["p.stamp"]
body = ["div.copy"]
drop = [".advert"]
"#;

/// A site that needs code: it writes its headlines in capitals.
#[derive(Debug)]
struct ShoutingPost {
    rules: Rules,
}

impl SiteProfile for ShoutingPost {
    fn name(&self) -> &'static str {
        "Shouting Post"
    }

    fn matches(&self, page: &PageIdentity<'_>) -> bool {
        page.host() == Some("shouting-post.example")
    }

    fn rules(&self) -> &Rules {
        &self.rules
    }

    fn refine_article(&self, _page: &PageView<'_>, article: &mut Article) {
        let Some(title) = article.title.take() else { return };
        let mut letters = title.chars();
        let first: String = letters.next().into_iter().collect();
        article.title = Some(first + &letters.as_str().to_lowercase());
    }
}

const PAGE: &str = r#"<!doctype html><html lang="en"><title>Old mill turns again</title>
<h1 class="headline">OLD MILL TURNS AGAIN</h1><p class="stamp">1 April 2024, 12:16</p>
<div class="copy"><p>The water mill at Hollow Beck ground flour this morning for the first time in
ninety years, and a queue for the first bag reached the bridge.</p><p class="advert">Buy flour.</p>
<p>"She sounds better than I was told," said the miller, who learned the trade from a book.</p>
</div></html>"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shouting_post = ShoutingPost { rules: Rules::default() };
    let profiles = Profiles::builtin().with(Profile::from_toml(MILL_HERALD)?).with(shouting_post);
    let parser = Parser::new().with_profiles(profiles);

    for url in ["https://mill-herald.example/1", "https://shouting-post.example/1"] {
        let page = parser.parse(Source::html(PAGE).with_url(url))?;
        let article = page.article()?;
        let published = article.published.as_ref().and_then(|time| time.value.as_deref());
        println!("{}", page.report().profile.as_deref().unwrap_or("no profile"));
        println!("  {}", article.title.as_deref().unwrap_or("no title"));
        println!("  {}", published.unwrap_or("no date"));
        println!("{}\n", article.to_text());
    }
    Ok(())
}
