//! What sets a site apart, and what that makes of it.

use super::figure::{fixed, interval};
use crate::analysis::{Effect, Exchange, SetApart, SiteCondition};
use crate::record::Setting;

/// In what a site stands apart: "30 % of its bid awarded, others 60 %".
pub(in crate::report) fn apart_words(apart: &SetApart, setting: &Setting) -> String {
    let SetApart { own, others, .. } = *apart;
    let than = if own > others { "more" } else { "less" };
    let both = format!("({}, others {})", fixed(own, 2), fixed(others, 2));
    let when = apart.month.map_or_else(String::new, |month| format!(" ({})", setting.start.plus(month).in_words()));
    match apart.condition {
        SiteCondition::Award => {
            format!("{:.0}\u{a0}% of its bid awarded, others {:.0}\u{a0}%", 100.0 * own, 100.0 * others)
        }
        SiteCondition::Struck(kind) => format!("{}{when}, elsewhere not", super::lower(kind.row().sentence)),
        SiteCondition::PeopleLost => format!("people lost{when}, elsewhere not"),
        SiteCondition::Board if own == 0.0 => "no board, others have one".to_owned(),
        SiteCondition::Board if others == 0.0 => "a board, others have none".to_owned(),
        SiteCondition::Board => format!("boards {than} formal {both}"),
        SiteCondition::History => format!("{than} history of joint work {both}"),
        SiteCondition::Collaboration => format!("{than} collaboration at the start {both}"),
        SiteCondition::Deficit => format!("{than} financial pressure {both}"),
        SiteCondition::Engagement => format!("{than} engagement at the start {both}"),
        SiteCondition::Consultation => format!("consults {}, others {}", ways(own), ways(others)),
    }
}

fn ways(number: f64) -> &'static str {
    match number {
        1.0 => "both ways",
        0.0 => "not at all",
        _ => "one way",
    }
}

/// What a condition makes of the share that survives: "-14 (±6)", in points of per cent; a dash where nobody could survive.
pub(in crate::report) fn survival_points(made: &Exchange) -> String {
    difference(&made.survived, 100.0, 0)
}

/// What it makes of how many are alive at the end of the run: "-2.1 (±0.8)".
pub(in crate::report) fn alive_difference(made: &Exchange) -> String {
    difference(&made.alive, 1.0, 1)
}

/// Of the two what is beyond chance, how many are alive first; of neither the first: "alive -1.7 (±0.8)".
pub(in crate::report) fn made_words(made: &Exchange) -> String {
    let alive = format!("alive {}", alive_difference(made));
    let survive = match survival_points(made).split_once('\u{a0}') {
        Some((points, sure)) => format!("survived {points} points\u{a0}{sure}"),
        None => format!("survived {} points", survival_points(made)),
    };
    match (made.survived.is_told(), made.alive.is_told()) {
        (true, true) => format!("{alive}, {survive}"),
        (true, false) => survive,
        _ => alive,
    }
}

fn difference(effect: &Effect, scale: f64, decimals: usize) -> String {
    let difference = &effect.difference;
    if !difference.known() {
        return "–".to_owned();
    }
    let size = fixed(scale * difference.mean, decimals);
    let sign = if size.starts_with('-') || !size.contains(|c| matches!(c, '1'..='9')) { "" } else { "+" };
    match interval(difference, scale, decimals).as_str() {
        "" => format!("{sign}{size}"),
        sure => format!("{sign}{size}\u{a0}({sure})"),
    }
}

#[cfg(test)]
mod tests {
    use super::{alive_difference, apart_words, made_words, survival_points};
    use crate::analysis::fabricated::setting;
    use crate::analysis::{Exchange, SetApart, SiteCondition, SiteFuture};
    use crate::quantity::ShockKind;

    #[test]
    fn conditions_are_told_against_the_others() {
        let told = |condition, own, others, month| {
            apart_words(&SetApart { site: 0, condition, own, others, month }, &setting(2)).replace('\u{a0}', " ")
        };
        assert_eq!(told(SiteCondition::Award, 0.3, 0.6, None), "30 % of its bid awarded, others 60 %");
        let lost = told(SiteCondition::Struck(ShockKind::FundingWithdrawal), 0.33, 0.0, Some(36));
        assert_eq!(lost, "funding was withdrawn (April 2017), elsewhere not");
        assert_eq!(told(SiteCondition::PeopleLost, 0.9, 0.0, None), "people lost, elsewhere not");
        assert_eq!(told(SiteCondition::Board, 0.0, 0.6, None), "no board, others have one");
        assert_eq!(told(SiteCondition::Board, 0.3, 0.0, None), "a board, others have none");
        assert_eq!(told(SiteCondition::Board, 0.3, 0.6, None), "boards less formal (0.30, others 0.60)");
        assert_eq!(told(SiteCondition::Deficit, 0.6, 0.45, None), "more financial pressure (0.60, others 0.45)");
        assert_eq!(told(SiteCondition::Consultation, 0.5, 1.0, None), "consults one way, others both ways");
    }

    #[test]
    fn differences_have_a_sign_and_an_interval() {
        let made = |share: f64, alive: f64| {
            let pairs = (0..12).map(|n| {
                let turn = if n % 2 == 0 { 0.02 } else { -0.02 };
                let own = SiteFuture { survived: 0.5 + share + turn, alive: 5.0 + alive + 10.0 * turn };
                (own, SiteFuture { survived: 0.5, alive: 5.0 })
            });
            Exchange::of(pairs)
        };
        let plain = |text: String| text.replace('\u{a0}', " ");
        assert_eq!(plain(survival_points(&made(-0.14, 0.0))), "-14 (±1)");
        assert_eq!(plain(alive_difference(&made(0.0, 2.0))), "+2.0 (±0.1)");
        assert_eq!(plain(survival_points(&made(0.0, 0.0))), "0 (±1)");
        assert_eq!(plain(made_words(&made(-0.14, 0.0))), "survived -14 points (±1)");
        assert_eq!(plain(made_words(&made(0.0, -2.0))), "alive -2.0 (±0.1)");
        let both = "alive -2.0 (±0.1), survived +10 points (±1)";
        assert_eq!(plain(made_words(&made(0.1, -2.0))), both);
        let none =
            Exchange::of([(SiteFuture { survived: f64::NAN, alive: 1.0 }, SiteFuture { survived: 1.0, alive: 1.0 })]);
        assert_eq!(survival_points(&none), "–");
    }
}
