use crate::scenario::OrganisationKind;

/// The label of a name in snake case: `care_home` is "Care home".
pub(in crate::scenario) fn words_of(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The name of an organisation of this kind that has none of its own.
pub(in crate::scenario) fn organisation_label(kind: &str) -> String {
    match OrganisationKind::ALL.into_iter().find(|one| one.name() == kind) {
        Some(OrganisationKind::GeneralPractice) => "General practice".to_owned(),
        Some(OrganisationKind::Acute) => "Acute hospital".to_owned(),
        Some(OrganisationKind::Community) => "Community provider".to_owned(),
        Some(OrganisationKind::MentalHealth) => "Mental health provider".to_owned(),
        Some(OrganisationKind::Voluntary) => "Voluntary sector".to_owned(),
        Some(OrganisationKind::Ambulance) => "Ambulance service".to_owned(),
        _ => words_of(kind),
    }
}
