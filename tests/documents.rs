//! What the documents of the repository say of it is so.

use std::collections::BTreeSet;

const MANIFEST: &str = include_str!("../Cargo.toml");
const README: &str = include_str!("../README.md");
const ROBUSTNESS: &str = include_str!("../docs/robustness.md");

#[test]
fn the_readme_gives_a_reason_for_each_dependency_and_no_other() {
    let manifest: toml::Table = MANIFEST.parse().expect("a manifest is TOML");
    let dependencies = manifest["dependencies"].as_table().expect("there are dependencies");
    let is_optional = |value: &toml::Value| {
        value.get("optional").and_then(toml::Value::as_bool).unwrap_or_default()
    };
    let expected: BTreeSet<&str> = dependencies
        .iter()
        .filter(|(_, value)| !is_optional(value))
        .map(|(name, _)| name.as_str())
        .collect();
    let (_, section) = README.split_once("## Dependencies").expect("there is a section");
    let (section, _) = section.split_once("\n## ").expect("another follows");
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
    let rows: Vec<(&str, &str)> = rows.collect();
    assert!(rows.iter().all(|(_, reason)| reason.len() > 10), "{rows:?}");
    assert_eq!(rows.iter().map(|(name, _)| *name).collect::<BTreeSet<_>>(), expected);
}

/// The names of the tests that a document has in commands.
fn named_tests(document: &str) -> impl Iterator<Item = (&str, &str)> {
    let commands = document.split("cargo test --test ").skip(1);
    commands.filter_map(|command| command.split('`').next()?.split_once(' '))
}

#[test]
fn the_commands_about_robustness_run_tests_that_exist() {
    let mut count = 0;
    for (file, test) in named_tests(ROBUSTNESS) {
        let path = format!("{}/tests/{file}.rs", env!("CARGO_MANIFEST_DIR"));
        let source = std::fs::read_to_string(&path).expect("the file exists");
        let found = source.match_indices(&format!("fn {test}")).count();
        assert_eq!(found, 1, "{test} in {path}");
        count += 1;
    }
    assert!(count >= 10);
}
