use super::{Listed, Listing};
use crate::scenario::{SettingRow, settings as all};

/// Every key of a scenario file, but for the parameters.
pub(super) fn settings() -> Listing {
    let row = |setting: SettingRow| Listed {
        sentence: format!("{} [{}; default: {}]", setting.meaning, setting.takes, setting.default),
        cells: vec![
            setting.section.into(),
            setting.key.into(),
            setting.takes.into(),
            setting.default.into(),
            setting.meaning.into(),
        ],
    };
    Listing {
        title: "Settings of scenario files: section, key, what it takes, and what holds where it is left out"
            .to_owned(),
        columns: vec!["section", "key", "takes", "default", "meaning"],
        abreast: 2,
        rows: all().into_iter().map(row).collect(),
    }
}
