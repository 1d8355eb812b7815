use crate::report::Difference;
use crate::scenario::{Source, Study, differences, load_study};

/// What a scenario starts from, and how it differs from that; empty where it stands alone.
#[derive(Clone, Debug, Default)]
pub(in crate::cli) struct Base {
    pub title: String,
    pub differences: Vec<Difference>,
}

impl Base {
    /// Of the study that `argument` means: what it extends, or itself before `--set`. How often and with which seed it
    /// runs, and what it is called, are no differences.
    pub fn of(study: &Study, argument: &str, is_changed: bool) -> Base {
        let itself = (argument != "-" && is_changed).then(|| Source::named(argument));
        let Some(source) = study.extends.clone().or(itself) else { return Base::default() };
        // It was read a moment ago; if it is gone by now, there is nothing to tell.
        let Ok(base) = load_study(&source, &[]) else { return Base::default() };
        let is_told = |key: &str| !matches!(key, "name" | "description" | "question") && !key.starts_with("run.");
        let all = differences(&base.scenario, &study.scenario).into_iter().filter(|(key, _)| is_told(key));
        Base { title: source.title(), differences: all.map(|(key, value)| Difference { key, value }).collect() }
    }
}
