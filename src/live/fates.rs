use crate::analysis::Kept;
use crate::record::{Origin, Setting};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// One initiative of the scenario: in how many runs of each arm it began, and in how many it lived to the end.
#[derive(Default)]
struct Counted {
    name: String,
    began: [u32; 2],
    lived: [u32; 2],
}

/// What became of each initiative that the scenario has, in each arm. Copies are left out: they have no name of their own.
pub(super) fn fates(setting: &Setting, arms: [&[Kept]; 2]) -> Value {
    let mut found: BTreeMap<(u32, usize), Counted> = BTreeMap::new();
    for (arm, kept) in arms.into_iter().enumerate() {
        let fates = kept.iter().flat_map(|kept| &kept.run.fates);
        for fate in fates.filter(|fate| fate.origin != Origin::Copied) {
            let counted = found.entry((fate.site.0, fate.initiative.index())).or_default();
            counted.name.clone_from(&fate.name);
            counted.began[arm] += 1;
            counted.lived[arm] += u32::from(fate.end.is_none());
        }
    }
    let one = |((site, _), one): (&(u32, usize), &Counted)| {
        let site = &setting.sites[*site as usize].name;
        json!({ "site": site, "name": one.name, "began": one.began, "lived": one.lived })
    };
    found.iter().map(one).collect()
}
