use super::arguments::LiveArguments;
use super::command_error::CommandError;
use super::put::{put, refuse_to_overwrite};
use super::scenario_argument::{source_of, study_of};
use super::terminal::print_output;
use super::warned::tell_all;
use crate::engine::MODEL;
use crate::live::{LiveSession, Request, knob_panel};
use crate::quantity::Month;
use crate::report::{LiveContents, live_page, standard_figures};
use crate::scenario::{Reach, Source, Study, in_one_file, load_study_within, read_text};
use crate::study::{Options, conduct, warnings};

/// Futures that are run before the page is opened, for its first picture.
const FIRST: u32 = 40;

/// `safsim live`.
pub(super) fn live(options: &LiveArguments, quiet: bool) -> Result<(), CommandError> {
    let reach = Reach::of(options.confined);
    let source = source_of(&options.scenario)?;
    let study = study_of(&source, &options.set, reach)?;
    if !quiet {
        tell_all(&warnings(&study));
    }
    let path = options.out.as_path();
    refuse_to_overwrite(path, options.force, " with --out")?;
    let text = page_text(&source, &options.set, reach, &study)?;
    let page = live_page(&contents(&study, text)?);
    put(path, page.as_bytes())?;
    if quiet {
        return Ok(());
    }
    let (shown, megabytes) = (path.display(), page.len() as f64 / 1e6);
    print_output(format!(
        "wrote {shown} ({megabytes:.1} MB)\n  open it in a browser: the program is in it, and no network is needed\n"
    ))
}

/// The scenario as a page can read it: as it is written, if it extends nothing but built-in scenarios; else in one file.
fn page_text(source: &Source, sets: &[String], reach: Reach, study: &Study) -> Result<String, CommandError> {
    let written = match source {
        _ if !sets.is_empty() => None,
        Source::BuiltIn(name) => Some(format!("name = \"{name}\"\nextends = \"{name}\"\n")),
        Source::Text { text, .. } => Some(text.clone()),
        Source::Path(path) => read_text(path).ok(),
    };
    let reads_as_it_is = |text: &String| {
        let alone = Source::Text { name: study.scenario.name.clone(), text: text.clone() };
        load_study_within(&alone, &[], Reach::Confined).is_ok_and(|read| read == *study)
    };
    match written.filter(reads_as_it_is) {
        Some(text) => Ok(text),
        None => in_one_file(source, sets, reach, false)
            .map_err(|mistakes| CommandError::Failed(format!("could not read it again: {mistakes}"))),
    }
}

fn contents(study: &Study, text: String) -> Result<LiveContents, CommandError> {
    let name = &study.scenario.name;
    let mut session = LiveSession::default();
    let mut asked = |request: Request| {
        session.ask(request).map_err(|why| CommandError::Wrong(format!("{name} cannot be run in a page: {why}")))
    };
    let loaded = asked(Request::Load { name: format!("{name}.toml"), text: text.clone() })?;
    let run = asked(Request::Run { replicates: FIRST, group: "all".to_owned() })?;
    let options = Options { replicates: Some(FIRST), no_conditions: true, ..Options::default() };
    let results = conduct(study, &options).map_err(CommandError::from)?;
    let figures = standard_figures(results.findings());
    let survival = figures.into_iter().find(|figure| figure.name == "survival");
    let (picture, caption) = survival.map_or_else(Default::default, |figure| {
        let picture = figure.chart.render();
        ((picture.svg, picture.alt), figure.caption)
    });
    let summary = results.summary().plain();
    let answer = summary.split("\n\n").nth(1).or(summary.split("\n\n").next()).unwrap_or_default();
    Ok(LiveContents {
        name: name.clone(),
        question: study.scenario.question.clone(),
        answer: vec![months_in_words(&answer.replace('\n', " "))],
        picture,
        caption,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        model: MODEL,
        scenario: text,
        panel: knob_panel().map_err(CommandError::Failed)?,
        first: (loaded, run),
    })
}

/// A text in which every month, such as 2018-03, stands as a reader says it: March 2018.
fn months_in_words(text: &str) -> String {
    let is_of_month = |c: char| c.is_ascii_digit() || c == '-';
    let piece = |piece: &str| {
        let written = piece.trim_end_matches(|c| !is_of_month(c));
        match written.parse::<Month>() {
            Ok(month) => month.in_words() + &piece[written.len()..],
            Err(_) => piece.to_owned(),
        }
    };
    text.split_inclusive(|c| !is_of_month(c)).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::months_in_words;
    use crate::live::LiveSession;
    use crate::report::MODULE_MAKER;

    #[test]
    fn months_are_words() {
        assert_eq!(
            months_in_words("ended (2018-03), 67.4 (±1.0); at the end of 2022-12"),
            "ended (March 2018), 67.4 (±1.0); at the end of December 2022"
        );
        assert_eq!(months_in_words("-1 to 1, 2018-13 é"), "-1 to 1, 2018-13 é");
    }

    /// The module that pages hold is of this model and this grammar; `module/run` renews it.
    #[test]
    fn the_module_is_that_of_this_program() {
        let kept = MODULE_MAKER.lines().nth(1).unwrap_or_default();
        assert_eq!(kept, LiveSession::default().answer("{\"ask\":\"who\"}"), "module/run builds it anew");
    }
}
