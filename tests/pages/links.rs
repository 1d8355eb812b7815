use super::prose;

/// Targets of links and pictures within the repository.
pub fn links(page: &str) -> Vec<String> {
    let text = prose(page);
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split([')', ' ', '#']).next());
    targets.filter(|t| !t.is_empty() && !t.contains("://")).map(str::to_owned).collect()
}
