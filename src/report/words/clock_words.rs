//! At what times arms are compared, and where.

use super::letter_case::capital;
use super::standing_words::{listed, quoted};
use crate::analysis::{Clock, Compared, Swept};
use crate::quantity::Month;
use crate::record::Setting;

/// "24 months after each arm's own programme".
pub(in crate::report) fn own_time(months: u32) -> String {
    time_after("each regime's", months)
}

/// "24 months after each one's own programme".
fn time_after(whose: &str, months: u32) -> String {
    match months {
        0 => format!("when {whose} own programme ends"),
        1 => format!("1 month after {whose} own programme"),
        n => format!("{n} months after {whose} own programme"),
    }
}

/// Why `they` (arms, points) are compared at equal times since their own ends, which `ends` tells; nothing where all end at once.
fn times_words(clock: &Clock, they: &str, whose: &str, ends: &str) -> String {
    match clock {
        Clock::Run => String::new(),
        Clock::Own { months, endless } => format!(
            "{ends} {} are therefore compared {}. That is the longest time that all of them have{}. Figures at the end of the run \
             stand beside it.",
            capital(they),
            time_after(whose, *months),
            if endless.is_empty() { "" } else { " whose programme ends within the run" }
        ),
        Clock::Apart => format!(
            "{ends} There is no time after their programmes that the {they} share. Figures are those of the end of the run, and \
             not of equal times."
        ),
    }
}

/// Why arms are compared at equal times, and which have none.
pub(in crate::report) fn clock_words(compared: &Compared) -> String {
    let ends = format!("Programmes end in different months: {}.", by_end(compared));
    let mut text = times_words(&compared.clock, "regimes", "each regime's", &ends);
    if let Clock::Own { endless, .. } = &compared.clock
        && !endless.is_empty()
    {
        let names: Vec<String> = endless.iter().map(|&arm| quoted(compared.name(arm))).collect();
        text += &format!(" There is no such time for {}: the run is over before the programme ends.", listed(&names));
    }
    text
}

/// "March 2018 ("A" and "B"), March 2020 ("C")": the programmes' last months.
pub(in crate::report) fn by_end(compared: &Compared) -> String {
    let last = |setting: &Setting| setting.start.plus(setting.programme_end - 1);
    let mut ends: Vec<(Month, Vec<String>)> = vec![];
    for arm in &compared.arms {
        let (month, name) = (last(&arm.findings.setting), quoted(&arm.label.name));
        match ends.iter_mut().find(|(other, _)| *other == month) {
            Some((_, names)) => names.push(name),
            None => ends.push((month, vec![name])),
        }
    }
    ends.sort_by_key(|(month, _)| *month);
    ends.iter().map(|(month, names)| format!("{} ({})", month.in_words(), listed(names))).collect::<Vec<_>>().join(", ")
}

/// Why points of a sweep are compared at equal times.
pub(in crate::report) fn swept_clock_words(swept: &Swept) -> String {
    let [first, last] = swept.times.ends.map(|end| swept.setting.start.plus(end - 1).in_words());
    let ends = format!("Programmes end in different months over the points, from {first} to {last}.");
    times_words(&swept.times.clock, "points", "each one's", &ends)
}

/// Whether all arms take place in the same sites.
pub(in crate::report) fn has_same_sites(compared: &Compared) -> bool {
    let names = |setting: &Setting| setting.sites.iter().map(|site| site.name.clone()).collect::<Vec<_>>();
    let first = names(&compared.baseline().findings.setting);
    compared.arms.iter().all(|arm| names(&arm.findings.setting) == first)
}

/// Where arms take place in other sites, which; nothing where they do not.
pub(in crate::report) fn sites_words(compared: &Compared) -> String {
    if has_same_sites(compared) {
        return String::new();
    }
    let place = |setting: &Setting| match setting.sites.as_slice() {
        [] => "nowhere".to_owned(),
        [one] => one.name.clone(),
        [one, other] => format!("{} and {}", one.name, other.name),
        [first, rest @ ..] => format!("{} sites ({} and {} others)", rest.len() + 1, first.name, rest.len()),
    };
    let arms: Vec<String> = compared
        .arms
        .iter()
        .map(|arm| format!("{}: {}", quoted(&arm.label.name), place(&arm.findings.setting)))
        .collect();
    format!(
        "Regimes do not take place in the same sites: {}. What differs between them is due to the places as well.",
        arms.join("; ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fabricated::{compared_in, setting};
    use crate::analysis::{Points, SweptTimes};

    fn ending(ends: &[i32]) -> Compared {
        let settings: Vec<Setting> = ends
            .iter()
            .map(|&programme_end| Setting { programme_end, ..setting(1) }) // 96 months from 2014-04
            .collect();
        compared_in(&settings, 3, |_, _, _| {})
    }

    #[test]
    fn equal_ends_need_no_words_and_unequal_ones_say_when() {
        assert_eq!(clock_words(&ending(&[48, 48])), "");
        assert_eq!(
            clock_words(&ending(&[48, 72, 48])),
            "Programmes end in different months: March 2018 (\"arm-1\" and \"arm-3\"), March 2020 (\"arm-2\"). Regimes are therefore \
             compared 24 months after each regime's own programme. That is the longest time that all of them have. Figures at the end of \
             the run stand beside it."
        );
        let endless = clock_words(&ending(&[48, 72, 200]));
        assert!(endless.contains("compared 24 months") && endless.contains("no such time for \"arm-3\""), "{endless}");
        assert!(clock_words(&ending(&[48, 96])).contains("compared when each regime's own programme ends"));
        assert!(clock_words(&ending(&[48, 200])).contains("no time after their programmes that the regimes share"));
    }

    #[test]
    fn points_of_a_sweep_have_their_own_ends_too() {
        let setting = setting(1); // 96 months from 2014-04
        let of = |ends: &[(i32, u32)]| {
            swept_clock_words(&Swept {
                setting: setting.clone(),
                axes: vec![],
                is_grid: true,
                points: vec![],
                replicates: 1,
                found: Points::new(&[], &[], 0),
                shown: 0,
                times: SweptTimes::of(ends),
                models: None,
            })
        };
        assert_eq!(of(&[(48, 96), (48, 96)]), "");
        assert_eq!(
            of(&[(48, 96), (60, 96), (72, 96)]),
            "Programmes end in different months over the points, from March 2018 to March 2020. Points are therefore compared 24 months \
             after each one's own programme. That is the longest time that all of them have. Figures at the end of the run stand beside it."
        );
        assert!(of(&[(48, 96), (72, 96), (200, 96)]).contains("all of them have whose programme ends within the run"));
        assert!(of(&[(48, 96), (200, 96)]).contains("not of equal times"));
    }

    #[test]
    fn other_sites_are_named() {
        let mut two = setting(2);
        two.sites[1].name = "Hull".to_owned();
        let compared = compared_in(&[setting(1), two, setting(7)], 2, |_, _, _| {});
        let words = sites_words(&compared);
        let start = "Regimes do not take place in the same sites: \"arm-1\": site-1; \"arm-2\": site-1 and Hull; \"arm-3\": 7 \
                     sites (site-1 and 6 others).";
        assert!(words.starts_with(start), "{words}");
        assert_eq!(sites_words(&ending(&[48, 72])), "");
    }
}
