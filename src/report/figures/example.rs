use crate::record::RunRecord;

/// A single run that is shown as an example.
pub(super) struct Example<'a> {
    pub run: &'a RunRecord,
    /// The arm whose medians its headline figures lie nearest to, where there are several.
    pub medians_of: Option<&'a str>,
}

impl Example<'_> {
    /// "whose headline figures lie nearest to the medians"
    pub fn whose(&self) -> String {
        let of = self.medians_of.map_or(String::new(), |arm| format!(" under \"{arm}\""));
        format!("whose headline figures lie nearest to the medians{of}")
    }
}
