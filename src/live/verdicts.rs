/// Of every finding: its number and the verdict on it, as the page of evidence has it.
const VERDICTS: &str = include_str!("verdicts.txt");

/// What the page of evidence says of a finding; nothing if it does not know it.
pub(super) fn verdict(id: &str) -> &'static str {
    VERDICTS.lines().filter_map(|line| line.split_once('\t')).find(|(one, _)| *one == id).map_or("", |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::{VERDICTS, verdict};
    use crate::evidence::Verdict;

    /// The same as in `docs/evidence.json`; `SAFSIM_BLESS=1` renews it.
    #[test]
    fn they_are_those_of_the_page_of_evidence() {
        let root = env!("CARGO_MANIFEST_DIR");
        let text = std::fs::read_to_string(format!("{root}/docs/evidence.json")).unwrap();
        let results: serde_json::Value = serde_json::from_str(&text).unwrap();
        let line = |judged: &serde_json::Value| {
            let verdict: Verdict = serde_json::from_value(judged["verdict"].clone()).unwrap();
            format!("{}\t{}\n", judged["finding"]["id"].as_str().unwrap(), verdict.words())
        };
        let found: String = results["findings"].as_array().unwrap().iter().map(line).collect();
        if std::env::var_os("SAFSIM_BLESS").is_some() {
            std::fs::write(format!("{root}/src/live/verdicts.txt"), &found).unwrap();
            return;
        }
        assert_eq!(VERDICTS, found, "SAFSIM_BLESS=1 cargo test --lib live renews them");
        assert_eq!((verdict("SH-03").is_empty(), verdict("nobody")), (false, ""));
    }
}
