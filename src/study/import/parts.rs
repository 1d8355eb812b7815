use super::comment::{comment, quoted};
use super::densities::{Density, Seats};
use super::plan::PlannedStart;
use super::trust::TrustTold;
use crate::quantity::Month;
use crate::scenario::definitions::USUAL_POPULATION;
use std::collections::BTreeMap;
use std::fmt::Write;

/// What a file is made of.
pub(super) struct Parts<'a> {
    pub name: &'a str,
    pub seats: &'a BTreeMap<&'a str, Seats>,
    pub densities: &'a [Density],
    pub told: Option<&'a TrustTold>,
    pub starts: Option<&'a [PlannedStart]>,
}

impl Parts<'_> {
    pub(super) fn first(&self) -> Option<Month> {
        self.starts?.iter().map(|one| one.start).min()
    }

    /// The whole file, under what was assumed.
    pub(super) fn file(&self, assumed: &[String], history: f64) -> String {
        let mut text: String = comment("Made by `safsim import`. What was made of what, and assumed:");
        assumed.iter().for_each(|one| text += &comment(&format!("- {one}")));
        let start = self.first().unwrap_or_else(|| Month::new(2025, 1).unwrap_or_else(|| unreachable!("a month")));
        let _ = write!(
            text,
            "\nname = {}\n\n[vocabulary]\nextends = \"blank\"\n\n[programme]\nstart = \"{start}\"\n",
            quoted(self.name)
        );
        if !self.densities.is_empty() {
            text += "\n[parameters]\n";
            self.densities.iter().for_each(|one| text += &one.line());
        }
        text += "\n[[organisation_kind]]\nname = \"partner\"\n\n[[role]]\nname = \"leader\"\ngroup = \"executive\"\n";
        text += "\n[[role]]\nname = \"member\"\ngroup = \"front_line\"\n\n[[role]]\nname = \"connector\"\ngroup = \"front_line\"\nspanner = true\n";
        let starts = self.starts.unwrap_or_default();
        let kinds: BTreeMap<&str, &str> = starts.iter().map(|one| (one.kind.as_str(), one.label.as_str())).collect();
        for (kind, label) in kinds {
            let _ = write!(
                text,
                "\n[[initiative_kind]]\nname = {}\nlabel = {}\ncomplexity = 0.4\ncost = 10\ncash_releasing = 0.2\nmetric_alignment = 0.3\n\
                 local_value = 0.6\nneeds = [\"partner\"]\nsource = \"Assumed: no number was at hand.\"\n",
                quoted(kind),
                quoted(label)
            );
        }
        let _ = write!(text, "\n[[site]]\nname = \"Place\"\nmember = true\npopulation = {USUAL_POPULATION}\n");
        if let Some(told) = self.told {
            text += &comment(&told.words());
        }
        let _ = writeln!(text, "history = {history:?}");
        for (organisation, seats) in self.seats {
            let roles = [("leader", seats.leaders.max(1)), ("member", seats.members), ("connector", seats.connectors)];
            let roles: Vec<String> =
                roles.iter().filter(|(_, count)| *count > 0).map(|(role, count)| format!("{role} = {count}")).collect();
            let _ = write!(
                text,
                "\n[[site.organisation]]\nkind = \"partner\"\nname = {}\nroles = {{ {} }}\n",
                quoted(organisation),
                roles.join(", ")
            );
        }
        for one in starts {
            let _ = write!(text, "\n[[site.initiative]]\nkind = {}\nstart = \"{}\"\n", quoted(&one.kind), one.start);
            for (key, value) in [("name", &one.name), ("lead", &one.lead)] {
                if let Some(value) = value {
                    let _ = writeln!(text, "{key} = {}", quoted(value));
                }
            }
        }
        if let Some([low, high]) = self.told.map(|told| told.interval).filter(|[low, high]| low < high) {
            text += "\n";
            text += &comment(
                "How much hangs on what the survey leaves open: `safsim sweep` tries the ends of the interval, and the mean.",
            );
            let _ = write!(text, "[sweep.axes]\n\"site.Place.history\" = [{low:?}, {history:?}, {high:?}]\n");
        }
        text
    }
}
