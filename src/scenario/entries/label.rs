/// The label of a name in snake case: `care_home` is "Care home".
pub(in crate::scenario) fn words_of(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
