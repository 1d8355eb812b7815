//! What was done about money between arms, and what became of it.

use super::standing_words::Manner;
use crate::analysis::{ArmFindings, Compared, Equalised};

/// Which arms were rescaled, in what that makes them alike, and which could not be.
pub(in crate::report) fn rescaled(compared: &Compared, manner: &Manner<'_>) -> Vec<String> {
    let first = (manner.name)(compared.name(0));
    let names = |of: Equalised, is_met: bool| -> Vec<String> {
        let is = |arm: &&ArmFindings| arm.label.neutral.is_some_and(|n| n.of == of && n.is_met == is_met);
        compared.arms.iter().filter(is).map(|arm| (manner.name)(&arm.label.name)).collect()
    };
    let mut lines = vec![];
    for (of, met, unmet) in [
        (Equalised::Spent, format!("to spend what {first} spends"), "spend as much"),
        (Equalised::Given, format!("to be given what {first} is given"), "be given as much"),
    ] {
        let (done, failed) = (names(of, true), names(of, false));
        if !done.is_empty() {
            lines.push(format!("Rescaled {met}: {}.", done.join(", ")));
        }
        lines.extend(
            failed.iter().map(|name| format!("{name}: no budget makes it {unmet}; do not read it as budget-neutral.")),
        );
    }
    lines
}

/// What asked, given and spent are, and how much of what was given was not spent.
pub(in crate::report) fn explained(compared: &Compared, manner: &Manner<'_>) -> String {
    let text = "Asked is what bids came to over the whole programme, given what the programme paid of it, spent what the posts cost that were filled \
                with it. What is given and not spent is lost: posts that nobody had taken, and more than initiatives still \
                alive could use; runs do not record how much of each.";
    let mut unspent: Vec<(f64, Vec<String>)> = vec![];
    for arm in &compared.arms {
        let [given, spent] = ["money_given", "money_spent"].map(|name| arm.findings.headline(name).mean);
        let share = (100.0 * (given - spent) / given).round();
        if given <= 0.0 || !share.is_finite() {
            continue;
        }
        let name = (manner.name)(&arm.label.name);
        match unspent.iter_mut().find(|(other, _)| *other == share) {
            Some((_, names)) => names.push(name),
            None => unspent.push((share, vec![name])),
        }
    }
    let shares = || unspent.iter().map(|(share, _)| *share);
    let [low, high] = [shares().fold(f64::INFINITY, f64::min), shares().fold(0.0, f64::max)];
    let told = match unspent.as_slice() {
        [] => return String::new(),
        [(share, _)] => format!("{share:.0}\u{a0}%"),
        some if compared.arms.len() <= 6 => {
            let arms = some.iter().map(|(share, names)| format!("{share:.0}\u{a0}% ({})", names.join(", ")));
            arms.collect::<Vec<_>>().join(", ")
        }
        _ => format!("{low:.0} to {high:.0}\u{a0}%"),
    };
    format!("{text} Not spent of what was given: {told}.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Neutrality;
    use crate::analysis::fabricated::{compared, setting};
    use crate::report::words::standing_words::quoted;

    #[test]
    fn says_what_was_made_alike() {
        let mut compared = compared(&setting(1), 5, 3, |_, _, _| {});
        let neutral = |of, is_met| Some(Neutrality { budget: 1.0, of, is_met });
        compared.arms[1].label.neutral = neutral(Equalised::Spent, true);
        compared.arms[2].label.neutral = neutral(Equalised::Given, true);
        compared.arms[3].label.neutral = neutral(Equalised::Given, false);
        compared.arms[4].label.neutral = neutral(Equalised::Spent, true);
        let manner = Manner { name: &quoted };
        let expected = [
            "Rescaled to spend what \"arm-1\" spends: \"arm-2\", \"arm-5\".",
            "Rescaled to be given what \"arm-1\" is given: \"arm-3\".",
            "\"arm-4\": no budget makes it be given as much; do not read it as budget-neutral.",
        ];
        assert_eq!(rescaled(&compared, &manner), expected);
    }

    #[test]
    fn says_how_much_of_what_was_given_was_not_spent() {
        let money = |arm: usize, run: &mut crate::record::RunRecord| {
            (run.money.given, run.money.spent) = [(200.0, 150.0), (100.0, 30.0), (0.0, 0.0)][arm];
        };
        let manner = Manner { name: &quoted };
        let text = explained(&compared(&setting(1), 3, 3, |arm, _, run| money(arm, run)), &manner);
        assert!(text.ends_with("Not spent of what was given: 25\u{a0}% (\"arm-1\"), 70\u{a0}% (\"arm-2\")."), "{text}");
        assert_eq!(explained(&compared(&setting(1), 2, 3, |_, _, run| money(2, run)), &manner), "");
    }
}
