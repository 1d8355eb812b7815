use super::condition_lines::condition_lines;
use super::outcome_lines::outcome_lines;
use crate::analysis::{Estimate, FEW, Findings};
use crate::report::terminal::{Emphasis, Emphasised, in_words, paragraph};
use crate::report::words::{amount, average_percent, count, level, no_end, percent, takes_part, when_it_ended};

/// Causes that are shown; the others are added up.
const CAUSES_SHOWN: usize = 4;

/// What happened, in plain words, at most 80 columns wide.
#[must_use]
pub fn summary(findings: &Findings) -> Emphasised {
    in_words(&findings.setting.words, || {
        let sections = [
            opening(findings),
            survival(findings),
            outcome_lines(findings),
            condition_lines(findings),
            endings(findings),
            trust(findings),
            over_models(findings),
            precision(findings),
        ];
        Emphasised::marked(sections.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join("\n"))
    })
}

/// Where a few figures stand over plausible models.
fn over_models(f: &Findings) -> String {
    let Some(models) = &f.models else { return String::new() };
    let told = |(name, words): (&str, &str)| {
        let (headline, _) = f.headlines.iter().find(|(headline, _)| headline.name == name)?;
        let over = models.effect(0, name)?;
        let [low, high] = over.range.map(|end| level(headline, end));
        let share = 100.0 * over.share_of_models();
        let share =
            if share.is_nan() { String::new() } else { format!(" ({share:.0}\u{a0}% of the variance of a future)") };
        Some(format!("{words} {low} to {high}{share}"))
    };
    let figures = [
        ("survived_horizon", "survival to the end of the run"),
        ("alive_at_horizon", "initiatives alive then"),
        ("trust_final", "trust"),
        ("enthusiasm_final", "enthusiasm"),
    ];
    let told: Vec<String> = figures.into_iter().filter_map(told).collect();
    if told.is_empty() {
        return String::new();
    }
    let of = count(models.sets, "plausible model", "plausible models");
    paragraph("", &format!("Nine of ten of {of} ({}), chance taken out, say: {}.", models.of, told.join("; ")))
}

fn last_month(f: &Findings) -> String {
    f.setting.last_month().in_words()
}

/// The programme's last month, in words.
fn programme_end(f: &Findings) -> String {
    format!("end of {}", f.setting.start.plus(f.setting.programme_end - 1).in_words())
}

fn opening(f: &Findings) -> String {
    let sites = count(f.setting.sites.len() as u64, "site", "sites");
    let runs = count(f.replicates, "replicate", "replicates");
    let title = format!("{}: {sites}, {} to {}, {runs}", f.setting.scenario, f.setting.start.in_words(), last_month(f));
    paragraph("", &Emphasis::Heading.of(&title))
        + &if f.setting.question.is_empty() { String::new() } else { paragraph("", &f.setting.question) }
}

fn survival(f: &Findings) -> String {
    let alive = f.headline("alive_at_programme_end");
    let nobody = if takes_part(f) { "" } else { "No site takes part in the programme. " };
    if !alive.known() {
        let now = amount(&f.headline("alive_at_horizon"), 1);
        return paragraph(
            "",
            &format!("{nobody}{} At the run's end {now} initiatives were alive.", no_end(&f.setting)),
        );
    }
    let when = format!("{} ({})", when_it_ended(f), programme_end(f));
    if alive.mean == 0.0 {
        let now = f.headline("alive_at_horizon");
        let later = match now.mean {
            later if later > 0.0 => format!(" At the end of {} {} were.", last_month(f), amount(&now, 1)),
            _ => String::new(),
        };
        return paragraph("", &format!("{nobody}{when}, no initiative was alive.{later}"));
    }
    let answer = |text: String| Emphasis::Figure.of(&text);
    let mut text = format!("{nobody}{when}, {} initiatives were alive", answer(amount(&alive, 1)));
    if f.setting.programme_end >= f.setting.months.cast_signed() {
        // Nothing can have been lost since.
        let absorbed = answer(average_percent(&f.headline("absorbed_share")));
        text += &format!(
            ", {absorbed} of them as business as usual. The run ends there, so that it tells nothing of what lasts."
        );
    } else {
        let (two_years, horizon) = (f.headline("survived_24"), f.headline("survived_horizon"));
        if two_years.known() {
            let [two_years, horizon] = [two_years, horizon].map(|share| answer(average_percent(&share)));
            text += &format!(". Of these {two_years} were still alive two years later and {horizon} ");
        } else {
            text += &format!(". Of these {} were still alive ", answer(average_percent(&horizon)));
        }
        let absorbed = answer(average_percent(&f.headline("absorbed_share")));
        text += &format!("at the end of {}; {absorbed} had by then become business as usual.", last_month(f));
    }
    let copies = f.headline("copies_adopted");
    if copies.mean > 0.0 {
        let failed = amount(&f.headline("copies_failed"), 1);
        text += &format!(
            " Other places copied {} initiatives; {failed} of these copies failed their trial.",
            amount(&copies, 1)
        );
    }
    paragraph("", &text)
}

fn endings(f: &Findings) -> String {
    let ranked = f.endings.ranked();
    if ranked.is_empty() {
        return paragraph("", "No initiative ended.");
    }
    let ended = amount(&f.headline("ended"), 1);
    let mut text = paragraph("", &format!("{ended} initiatives ended in the whole run. The main cause of these ends:"));
    let line = |share: f64, words: &str| paragraph(&format!("  {:>5}  ", percent(share)), words);
    for ending in ranked.iter().take(CAUSES_SHOWN) {
        text += &line(ending.share, ending.cause.because());
    }
    let others = &ranked[CAUSES_SHOWN.min(ranked.len())..];
    let rest: f64 = others.iter().map(|e| e.share).sum();
    if rest > 0.0 {
        text += &line(rest, "other causes");
    }
    if ranked.len() > 1 && f.replicates >= FEW && f.endings.leading().is_none() {
        text += &paragraph("", "Which of them is the commonest cannot be told.");
    }
    text
}

/// A word that heads a paragraph; the blanks after it count.
fn label(text: &str) -> String {
    Emphasis::Heading.of(text)
}

/// `a, b, c.`, of what there is.
fn told(parts: Vec<Option<String>>) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ") + "."
}

fn trust(f: &Findings) -> String {
    let figure = |name: &str, words: String| {
        let figure = f.headline(name);
        figure.known().then(|| format!("{} {words}", amount(&figure, 2)))
    };
    let last = last_month(f);
    let before = |name: &str| figure(name, "before the programme".to_owned());
    let at_end = |name: &str| figure(name, format!("when it ended ({})", programme_end(f)));
    // Where both are the same month, once is enough.
    let ends_with_it = f.setting.programme_end == f.setting.months.cast_signed();
    let in_the_end = |name: &str| figure(name, format!("at the end of {last}")).filter(|_| !ends_with_it);
    let across = told(vec![before("trust_start"), at_end("trust_programme_end"), in_the_end("trust_final")]);
    let mut text = paragraph(&label("Trust       "), &format!("between organisations (0 to 1): {across}"));
    let mood = told(vec![
        before("enthusiasm_start"),
        peak(f),
        at_end("enthusiasm_programme_end"),
        in_the_end("enthusiasm_final"),
    ]);
    text += &paragraph(&label("Enthusiasm  "), &format!("(-1 to 1; below 0 is cynicism): {mood}"));
    let success = [f.headline("perceived_success"), f.headline("official_success")];
    if success.iter().all(Estimate::known) {
        let [perceived, official] = success.map(|number| amount(&number, 2));
        text += &paragraph(
            &label("Success     "),
            &format!(
                "when the programme ended: {perceived} as local people saw it, {official} as the national level claimed it."
            ),
        );
    }
    text
}

/// The highest month of enthusiasm: how high, and when.
fn peak(f: &Findings) -> Option<String> {
    let (height, month) = (f.headline("enthusiasm_peak"), f.headline("enthusiasm_peak_month"));
    if !(height.known() && month.known()) {
        return None;
    }
    let side = if month.mean < 0.0 { "before" } else { "after" };
    let on_average = if month.n > 1 { " on average" } else { "" };
    let [low, high] = month.interval;
    let from_the_start =
        if month.mean < 0.0 { Estimate { mean: -month.mean, interval: [-high, -low], ..month } } else { month };
    Some(format!(
        "{} in the highest month, {} months {side} its start{on_average}",
        amount(&height, 2),
        amount(&from_the_start, 0)
    ))
}

fn precision(f: &Findings) -> String {
    if f.replicates < 2 {
        return paragraph("", "This is one possible future. Run more replicates to see how far futures differ.");
    }
    let runs = count(f.replicates, "replicate", "replicates");
    if f.replicates < FEW {
        return paragraph(
            "",
            &format!(
                "Figures are averages over {runs}: too few to tell how sure they are, or how far futures differ. The 95\u{a0}% \
                 intervals in brackets are rough; run more."
            ),
        );
    }
    let mut text = format!("Figures are averages over {runs}; in brackets the 95\u{a0}% interval of the average.");
    let survived = f.headline("survived_horizon");
    if survived.known() && survived.n as u64 >= FEW {
        let [low, high] = survived.spread.map(|share| 100.0 * share);
        text += &format!(
            " Single futures differ more: in nine of ten, {low:.0} to {high:.0}\u{a0}% of the initiatives survived to the end of {}.",
            last_month(f)
        );
    }
    paragraph("", &text) + &how_precise(f)
}

/// One line on how precise the headline figures are, and what it would take to halve that.
fn how_precise(f: &Findings) -> String {
    let width = |name: &str, words: &dyn Fn(f64) -> String| {
        let half_width = f.headline(name).half_width;
        (half_width > 0.0).then(|| words(half_width))
    };
    let parts: Vec<String> = [
        width("survived_horizon", &|half| format!("survival ±{:.1} points", 100.0 * half)),
        width("alive_at_horizon", &|half| format!("initiatives alive ±{half:.1}")),
        width("trust_final", &|half| format!("trust ±{half:.4}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() {
        return String::new();
    }
    paragraph("", &format!("Precise to: {}; {} replicates would about halve that.", parts.join(", "), 4 * f.replicates))
}

#[cfg(test)]
#[path = "summary_tests.rs"]
mod tests;
