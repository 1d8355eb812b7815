//! Groups of initiatives: what they have in common, and its name; two columns, as a site may be called `all`.

use super::column::Column;

pub(in crate::report) const GROUP_KIND: Column = Column::text(
    "group_kind",
    "What the initiatives of the group have in common: `all` (nothing), `site`, `kind` or `origin`.",
);

pub(in crate::report) const GROUP: Column =
    Column::text("group", "The name of that site, kind or origin; `all` of all initiatives.");

/// The two cells of a group as findings name it: `all`, or what they have in common and its name, `site:NAME`.
pub(in crate::report) fn group(name: &str) -> [&str; 2] {
    name.split_once(':').map_or([name, name], |(kind, name)| [kind, name])
}

#[cfg(test)]
mod tests {
    use super::group;

    #[test]
    fn names_may_be_anything() {
        assert_eq!(group("all"), ["all", "all"]);
        assert_eq!(group("site:all"), ["site", "all"]);
        assert_eq!(group("site:North: the coast"), ["site", "North: the coast"]);
    }
}
