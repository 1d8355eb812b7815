use crate::analysis::Future;
use crate::diagnostics::nearest;
use crate::quantity::SiteId;
use crate::record::Setting;
use crate::study::Error;

/// Initiatives that a message lists at most.
const LISTED: usize = 16;

/// The initiative that `query` names in any of the futures: its name or `site/name`, or the beginning of one of them,
/// whatever the case; `-` and `_` are as good as a space.
pub(super) fn find(query: &str, futures: &[Future], setting: &Setting) -> Result<(SiteId, String), Error> {
    let mut known: Vec<(SiteId, &str)> = Vec::new();
    for fate in futures.iter().flat_map(|future| &future.fates) {
        if !known.contains(&(fate.site, &fate.name)) {
            known.push((fate.site, &fate.name));
        }
    }
    known.sort_by_key(|(site, _)| *site);
    let full = |(site, name): &(SiteId, &str)| format!("{}/{name}", setting.sites[site.index()].name);
    let wanted = plain(query);
    let fits = |one: &(SiteId, &str), whole: bool, with_site: bool| {
        let text = plain(&if with_site { full(one) } else { one.1.to_owned() });
        if whole { text == wanted } else { text.starts_with(&wanted) }
    };
    for (whole, with_site) in [(true, true), (true, false), (false, true), (false, false)] {
        let meant = |one: &&(SiteId, &str)| !wanted.is_empty() && fits(one, whole, with_site);
        let found: Vec<&(SiteId, &str)> = known.iter().filter(meant).collect();
        match found.as_slice() {
            [] => {}
            [(site, name)] => return Ok((*site, (*name).to_owned())),
            several => {
                let names: Vec<String> = several.iter().map(|one| full(one)).collect();
                return Err(Error::Asked(format!(
                    "\"{query}\" is {} initiatives: name one of them\n{}",
                    several.len(),
                    list(&names)
                )));
            }
        }
    }
    let names: Vec<String> = known.iter().map(full).collect();
    let candidates = known.iter().map(|one| one.1).chain(names.iter().map(String::as_str));
    let hint = match nearest(query, candidates) {
        Some(meant) => format!("  did you mean \"{meant}\"?\n"),
        None => String::new(),
    };
    Err(Error::Asked(format!("there is no initiative \"{query}\"\n{hint}  initiatives are\n{}", list(&names))))
}

fn list(names: &[String]) -> String {
    let mut lines: Vec<String> = names.iter().take(LISTED).map(|name| format!("    {name}")).collect();
    if names.len() > LISTED {
        lines.push(format!("    and {} more", names.len() - LISTED));
    }
    lines.join("\n")
}

fn plain(text: &str) -> String {
    text.trim().replace(['-', '_'], " ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fabricated::{record, setting};

    fn found(query: &str) -> Result<(u32, String), String> {
        let setting = setting(2);
        let futures = [Future { replicate: 0, fates: record(&setting, 0).fates }];
        find(query, &futures, &setting).map(|(site, name)| (site.0, name)).map_err(|error| error.to_string())
    }

    #[test]
    fn by_name_by_site_and_by_the_beginning() {
        let access = |site| Ok((site, "Extended access".to_owned()));
        assert_eq!(found("site-2/Extended access"), access(1));
        assert_eq!(found("SITE 1/extended_access"), access(0));
        assert_eq!(found("site-1/ext"), access(0));
        let ambiguous = found("Extended").unwrap_err();
        assert!(ambiguous.starts_with("\"Extended\" is 2 initiatives"), "{ambiguous}");
        assert!(ambiguous.ends_with("    site-1/Extended access\n    site-2/Extended access"), "{ambiguous}");
        let unknown = found("Extanded access").unwrap_err();
        assert!(unknown.contains("did you mean \"Extended access\"?") && unknown.contains("site-2/Café"), "{unknown}");
        assert!(found("").unwrap_err().contains("there is no initiative \"\""));
    }
}
