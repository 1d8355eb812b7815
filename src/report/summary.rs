use super::emphasised::{Emphasis, Emphasised};
use super::figure::{amount, count, percent};
use super::outcome_lines::outcome_lines;
use super::paragraph::paragraph;
use crate::analysis::Findings;

/// Causes that are shown; the others are added up.
const CAUSES_SHOWN: usize = 4;

/// What happened, in plain words, at most 80 columns wide.
#[must_use]
pub fn summary(findings: &Findings) -> Emphasised {
    let sections = [
        opening(findings),
        survival(findings),
        outcome_lines(findings),
        endings(findings),
        trust(findings),
        precision(findings),
    ];
    Emphasised::marked(sections.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join("\n"))
}

fn last_month(f: &Findings) -> String {
    f.setting.last_month().to_string()
}

/// The programme's last month, in words.
fn programme_end(f: &Findings) -> String {
    f.setting.start.plus(f.setting.programme_end - 1).to_string()
}

fn opening(f: &Findings) -> String {
    let sites = count(f.setting.sites.len() as u64, "site", "sites");
    let runs = count(f.replicates, "replicate", "replicates");
    let title = format!("{}: {sites}, {} to {}, {runs}", f.setting.scenario, f.setting.start, last_month(f));
    paragraph("", &Emphasis::Heading.of(&title))
        + &if f.setting.question.is_empty() { String::new() } else { paragraph("", &f.setting.question) }
}

fn survival(f: &Findings) -> String {
    let alive = f.headline("alive_at_programme_end");
    if !alive.known() {
        let now = amount(&f.headline("alive_at_horizon"), 1);
        let text =
            format!("The run does not reach the end of the programme. At its own end {now} initiatives were alive.");
        return paragraph("", &text);
    }
    if alive.mean == 0.0 {
        return paragraph("", "No initiative was alive when the programme ended.");
    }
    let answer = |text: String| Emphasis::Figure.of(&text);
    let mut text = format!(
        "When the programme's money ended ({}), {} initiatives were alive. ",
        programme_end(f),
        answer(amount(&alive, 1))
    );
    let (two_years, horizon) = (f.headline("survived_24"), f.headline("survived_horizon"));
    if two_years.known() {
        let [two_years, horizon] = [two_years, horizon].map(|share| answer(percent(&share)));
        text += &format!("Of these {two_years} were still alive two years later and {horizon} ");
    } else {
        text += &format!("Of these {} were still alive ", answer(percent(&horizon)));
    }
    let absorbed = answer(percent(&f.headline("absorbed_share")));
    text += &format!("at the end of {}; {absorbed} had by then become business as usual.", last_month(f));
    let copies = f.headline("copies_adopted");
    if copies.mean > 0.0 {
        let failed = amount(&f.headline("copies_failed"), 1);
        text +=
            &format!(" Other places copied {} initiatives; {failed} copies failed their trial.", amount(&copies, 1));
    }
    paragraph("", &text)
}

fn endings(f: &Findings) -> String {
    let ranked = f.endings.ranked();
    if ranked.is_empty() {
        return paragraph("", "No initiative ended.");
    }
    let ended = f.headline("ended");
    let mut text =
        format!("{} initiatives ended in the whole run, mainly because\n", amount(&ended, 1).replace('\u{a0}', " "));
    let line = |share: f64, words: &str| paragraph(&format!("  {:>3.0} %  ", 100.0 * share), words);
    for ending in ranked.iter().take(CAUSES_SHOWN) {
        text += &line(ending.share, ending.cause.because());
    }
    let others = &ranked[CAUSES_SHOWN.min(ranked.len())..];
    let rest: f64 = others.iter().map(|e| e.share).sum();
    if rest >= 0.005 {
        text += &line(rest, "for other reasons");
    }
    text
}

/// A word that heads a paragraph; the blanks after it count.
fn label(text: &str) -> String {
    Emphasis::Heading.of(text)
}

fn trust(f: &Findings) -> String {
    let figure = |name: &str| amount(&f.headline(name), 2);
    let (end, last) = (programme_end(f), last_month(f));
    let known = f.headline("trust_programme_end").known();
    let at_end = |name: &str| if known { format!(" {} when it ended ({end}),", figure(name)) } else { String::new() };
    let mut text = paragraph(
        &label("Trust       "),
        &format!(
            "between organisations (0 to 1): {} before the programme,{} {} in {last}.",
            figure("trust_start"),
            at_end("trust_programme_end"),
            figure("trust_final"),
        ),
    );
    let peak = f.headline("enthusiasm_peak_month").mean.round();
    let side = if peak < 0.0 { "before" } else { "after" };
    text += &paragraph(
        &label("Enthusiasm  "),
        &format!(
            "(-1 to 1; below 0 is cynicism): {} before the programme, at most {} about {:.0} months {side} its start,{} {} in {last}.",
            figure("enthusiasm_start"),
            figure("enthusiasm_peak"),
            peak.abs(),
            at_end("enthusiasm_programme_end"),
            figure("enthusiasm_final"),
        ),
    );
    if known {
        text += &paragraph(
            &label("Success     "),
            &format!(
                "when the programme ended: {} as local people saw it, {} as the national level claimed it.",
                figure("perceived_success"),
                figure("official_success"),
            ),
        );
    }
    text
}

fn precision(f: &Findings) -> String {
    if f.replicates < 2 {
        return paragraph("", "This is one possible future. Run more replicates to see how far futures differ.");
    }
    let mut text = format!(
        "Figures are averages over {}; ± is the 95\u{a0}% interval of the average.",
        count(f.replicates, "replicate", "replicates")
    );
    let survived = f.headline("survived_horizon");
    if survived.known() {
        let [low, high] = survived.spread.map(|share| 100.0 * share);
        text += &format!(
            " Single futures differ more: in nine of ten, {low:.0} to {high:.0}\u{a0}% of the initiatives survived to {}.",
            last_month(f)
        );
    }
    paragraph("", &text) + &how_precise(f)
}

/// One line on how precise the headline figures are, and what it would take to halve that.
fn how_precise(f: &Findings) -> String {
    let survived = f.headline("survived_horizon");
    let share =
        (survived.half_width.is_finite()).then(|| format!("survival ±{:.1} points", 100.0 * survived.half_width));
    let alive = f.headline("alive_at_horizon").half_width;
    let trust = f.headline("trust_final").half_width;
    let parts: Vec<String> =
        share.into_iter().chain([format!("initiatives alive ±{alive:.1}"), format!("trust ±{trust:.4}")]).collect();
    paragraph("", &format!("Precise to: {}; {} replicates would halve that.", parts.join(", "), 4 * f.replicates))
}

#[cfg(test)]
#[path = "summary_tests.rs"]
mod tests;
