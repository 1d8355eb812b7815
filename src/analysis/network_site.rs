use crate::quantity::SiteId;
use crate::record::{RunRecord, Setting, TrustSnapshot};

/// Months at whose end the trust network is looked at: before the programme begins, when its last month is over, and at the
/// end of the run. `None` if the run does not hold a month before and one after the programme's end.
#[must_use]
pub fn network_months(setting: &Setting) -> Option<[u32; 3]> {
    let before = u32::try_from((setting.programme_start - 1).max(0)).ok()?;
    let end = u32::try_from(setting.programme_end - 1).ok()?;
    let last = setting.months.checked_sub(1)?;
    (before < end && end < last).then_some([before, end, last])
}

/// The site whose network is drawn: of the members of the programme (of all sites if none is a member), the one whose mean
/// trust across organisations changes most, up or down, between the first and the second of [`network_months`]; of equal
/// ones the first. `None` if the snapshots hold no site at both.
#[must_use]
pub fn network_site(typical: &RunRecord, setting: &Setting) -> Option<SiteId> {
    let [before, end, _] = network_months(setting)?;
    let at = |month: u32, site: SiteId| typical.snapshots.iter().find(|s| s.month == month && s.site == site);
    let any_member = setting.sites.iter().any(|site| site.member);
    let mut most: Option<(SiteId, f64)> = None;
    for (place, label) in setting.sites.iter().enumerate() {
        let site = SiteId(place as u32);
        if any_member && !label.member {
            continue;
        }
        let Some((first, second)) = at(before, site).zip(at(end, site)) else { continue };
        let change = (trust_across(second) - trust_across(first)).abs();
        if change.is_finite() && most.is_none_or(|(_, largest)| change > largest) {
            most = Some((site, change));
        }
    }
    most.map(|(site, _)| site)
}

/// Mean trust over ties between people of different organisations; NaN if there are none.
#[must_use]
pub fn trust_across(snapshot: &TrustSnapshot) -> f64 {
    let home = |slot: u16| snapshot.people.get(usize::from(slot)).map(|person| person.organisation);
    let across = snapshot.ties.iter().filter(|&&(from, to, _)| home(from) != home(to));
    let (sum, n) = across.fold((0.0, 0.0), |(sum, n), &(.., trust)| (sum + f64::from(trust), n + 1.0));
    sum / n
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fabricated::{record, setting, snapshot};

    #[test]
    fn the_member_whose_trust_changes_most_is_drawn() {
        let mut setting = setting(3);
        assert_eq!(network_months(&setting), Some([11, 47, 95]));
        let mut run = record(&setting, 0);
        assert_eq!(network_site(&run, &setting), None);
        for (site, before, end) in [(0, 0.3, 0.4), (1, 0.5, 0.3), (2, 0.1, 0.9)] {
            run.snapshots.extend([snapshot(site, 11, before), snapshot(site, 47, end), snapshot(site, 95, 0.2)]);
        }
        assert!((trust_across(&run.snapshots[0]) - 0.3).abs() < 1e-6);
        assert_eq!(network_site(&run, &setting), Some(SiteId(2)));
        setting.sites[2].member = false;
        assert_eq!(network_site(&run, &setting), Some(SiteId(1)));
        setting.sites.iter_mut().for_each(|site| site.member = false);
        assert_eq!(network_site(&run, &setting), Some(SiteId(2)));
        setting.programme_end = 200;
        assert_eq!((network_months(&setting), network_site(&run, &setting)), (None, None));
    }
}
