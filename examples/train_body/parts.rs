//! Finds the runs of a page that hold known parts of its body, or of other text.

/// A run inside a longer part must have this many bytes: less stands in many texts.
const BYTES_INSIDE: usize = 25;

/// Of each run, whether it is body text: by the parts of the body `with`, where a part is in one
/// run alone, and by the parts of other text `without`. White space does not count.
pub(crate) fn labels(
    runs: &[&str],
    with: Option<&[String]>,
    without: Option<&[String]>,
) -> Vec<Option<bool>> {
    let runs: Vec<String> = runs.iter().map(|run| squash(run)).collect();
    let mut labels = vec![None; runs.len()];
    let mut contradicted = vec![false; runs.len()];
    let with = with.unwrap_or_default().iter().map(|part| (true, part));
    let without = without.unwrap_or_default().iter().map(|part| (false, part));
    for (is_body, part) in with.chain(without) {
        let holders = holders(&runs, &squash(part));
        if is_body && holders.len() > 1 {
            continue;
        }
        for run in holders {
            contradicted[run] |= labels[run] == Some(!is_body);
            labels[run] = Some(is_body);
        }
    }
    let labels = labels.into_iter().zip(contradicted);
    labels.map(|(label, contradicted)| label.filter(|_| !contradicted)).collect()
}

/// The runs that hold a part or, if they are long enough, are inside it.
fn holders(runs: &[String], part: &str) -> Vec<usize> {
    let holds = |run: &str| run.contains(part) || (run.len() >= BYTES_INSIDE && part.contains(run));
    let runs = runs.iter().enumerate().filter(|(_, run)| !part.is_empty() && holds(run));
    runs.map(|(index, _)| index).collect()
}

fn squash(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_whatever_their_white_space() {
        let runs = ["The bus stops.", "Share  this", "The mill", "Comments"];
        let with = ["bus stops".to_owned()];
        let without = ["Share this".to_owned()];
        let found = labels(&runs, Some(&with), Some(&without));
        assert_eq!(found, [Some(true), Some(false), None, None]);
    }

    #[test]
    fn what_stands_twice_or_is_contradicted_says_nothing() {
        let runs = ["The bus stops.", "The bus stops.", "Share the bus"];
        let with = ["bus stops".to_owned(), "Share".to_owned()];
        let without = ["Share the".to_owned()];
        assert_eq!(labels(&runs, Some(&with), Some(&without)), [None; 3]);
    }
}
