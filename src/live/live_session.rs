use super::cached_runs::CachedRuns;
use super::courses::{course_words, courses, place_of, survival, survival_columns};
use super::differences::differences;
use super::fates::fates;
use super::knobs::keys_shown;
use super::loaded::Loaded;
use super::mistakes::mistakes;
use super::request::{ArmRequest, Request};
use super::table::table;
use crate::analysis::Kept;
use crate::engine::MODEL;
use crate::scenario::{Study, json_schema};
use crate::study::{Error, ExplainOptions, Explainable, Memory, Needed, Options, Stepwise, explain, within_memory};
use serde_json::{Value, json};

/// Memory that a page may ask for, at most: a browser gives a module no more than 4 GB.
const MOST: Memory = Memory(2_000_000_000);
/// Replicates that are reckoned with when a scenario is looked at.
const RECKONED: u32 = 200;

/// A scenario that is tried out, two arms of it, and what has been run of them.
#[derive(Debug, Default)]
pub struct LiveSession {
    loaded: Option<Loaded>,
    asked: (u64, [ArmRequest; 2]),
    stepwise: Option<Stepwise>,
    runs: CachedRuns,
    /// Replicates that were asked for last, of those that there are.
    shown: usize,
}

/// An answer, or why there is none: `text` for a reader, `list` with the places of mistakes.
type Answer = Result<Value, Value>;

impl LiveSession {
    /// Answers one request; both are JSON. What cannot be done is told as `{"mistakes": {"text", "list"}}`, and leaves the session as
    /// it was.
    #[must_use]
    pub fn answer(&mut self, request: &str) -> String {
        let answer = match serde_json::from_str(request) {
            Ok(request) => self.answered(request),
            Err(error) => Err(wrong(format!("this cannot be asked: {error}"))),
        };
        answer.unwrap_or_else(|mistakes| json!({ "mistakes": mistakes })).to_string()
    }

    /// The same for who writes Rust.
    ///
    /// # Errors
    /// If it cannot be done: why, as a text.
    pub fn ask(&mut self, request: Request) -> Result<String, String> {
        let told = |mistakes: Value| mistakes["text"].as_str().unwrap_or_default().trim_end().to_owned();
        self.answered(request).map(|answer| answer.to_string()).map_err(told)
    }

    fn answered(&mut self, request: Request) -> Answer {
        match request {
            Request::Who => Ok(who()),
            Request::Load { name, text } => self.load(&name, &text),
            Request::Arms { seed, baseline, mine } => self.lay(seed, [baseline, mine]),
            Request::Run { replicates, group } => self.run(replicates, &group),
            Request::Fates => {
                let (stepwise, kept) = self.paired()?;
                Ok(json!({ "fates": fates(stepwise.setting(0), kept), "replicates": kept[0].len() }))
            }
            Request::Why { arm, initiative, over } => self.why(arm, initiative, over),
            Request::Toml { replicates } => {
                let (seed, arms) = &self.asked;
                Ok(json!({ "toml": self.loaded()?.with([&arms[0], &arms[1]], *seed, replicates)? }))
            }
            Request::Csv { group } => {
                let (stepwise, kept) = self.paired()?;
                Ok(json!({ "csv": table(stepwise, kept, &group) }))
            }
        }
    }

    fn load(&mut self, name: &str, text: &str) -> Answer {
        let loaded = Loaded::read(name, text).map_err(|found| mistakes(&found))?;
        let arms = [ArmRequest::default(), ArmRequest::default()];
        let stepwise = stepwise(&loaded, &arms, loaded.run().0)?;
        let told = loaded.told(keys_shown().iter().map(String::as_str));
        self.asked = (loaded.run().0, arms);
        self.loaded = Some(loaded);
        self.stepwise = Some(stepwise);
        self.runs = CachedRuns::default();
        Ok(told)
    }

    fn lay(&mut self, seed: Option<u64>, arms: [ArmRequest; 2]) -> Answer {
        let loaded = self.loaded()?;
        let seed = seed.unwrap_or(loaded.run().0);
        let stepwise = stepwise(loaded, &arms, seed)?;
        let neutral = stepwise.arms()[1].0.neutral;
        let done = [0, 1].map(|arm| self.runs.of(&stepwise, arm).len());
        let told = json!({
            "seed": seed,
            "done": done,
            "same": stepwise.arms()[0].1 == stepwise.arms()[1].1,
            "budget": neutral.map(|found| json!({ "thousand_pounds": found.budget, "met": found.is_met })),
        });
        self.asked = (seed, arms);
        self.stepwise = Some(stepwise);
        self.shown = usize::MAX;
        Ok(told)
    }

    fn run(&mut self, replicates: u32, group: &str) -> Answer {
        let stepwise = self.stepwise.as_ref().ok_or_else(nothing_loaded)?;
        for arm in 0..2 {
            self.runs.run(stepwise, arm, replicates as usize);
        }
        self.shown = replicates as usize;
        let (stepwise, kept) = self.paired()?;
        let arm = |arm: usize| {
            let (setting, kept) = (stepwise.setting(arm), kept[arm]);
            let place = place_of(group, setting, kept);
            json!({
                "survival": survival_columns(&survival(kept, setting, group)),
                "courses": courses(kept, setting, place),
                "place": setting.places[place].name,
            })
        };
        Ok(json!({
            "replicates": kept[0].len(),
            "group": group,
            "arms": [arm(0), arm(1)],
            "differences": differences(stepwise, kept),
        }))
    }

    fn why(&self, arm: usize, initiative: String, over: u32) -> Answer {
        let stepwise = self.stepwise.as_ref().ok_or_else(nothing_loaded)?;
        let (label, scenario) =
            stepwise.arms().get(arm).ok_or_else(|| wrong("there are the arms 0 and 1".to_owned()))?;
        let mut scenario = scenario.clone();
        scenario.run.seed = stepwise.seed();
        let study = Study::of(vec![scenario]).map_err(|found| mistakes(&found))?;
        let which = ExplainOptions { initiative: Some(initiative), over: over.max(1), ..ExplainOptions::default() };
        let explained =
            explain(Explainable::Study(&study), &which, &Options::default()).map_err(|error| said(&error))?;
        let story = explained.story(false);
        Ok(json!({
            "arm": label.name,
            "title": story.title,
            "answer": story.answer,
            "of": story.of,
            "months": story.months.iter().map(|one| json!([one.month, one.text])).collect::<Vec<_>>(),
            "changes": story.changes.iter().map(|one| json!({
                "change": one.change, "outcome": one.outcome, "keeps": one.keeps, "parting": one.parting, "same": one.is_same,
            })).collect::<Vec<_>>(),
            "odds": story.odds_words,
            "limits": story.limits,
        }))
    }

    /// The runs that both arms have, as far as they are shown.
    fn paired(&self) -> Result<(&Stepwise, [&[Kept]; 2]), Value> {
        let stepwise = self.stepwise.as_ref().ok_or_else(nothing_loaded)?;
        let kept = [0, 1].map(|arm| self.runs.of(stepwise, arm));
        let both = kept[0].len().min(kept[1].len()).min(self.shown);
        Ok((stepwise, kept.map(|kept| &kept[..both])))
    }

    fn loaded(&self) -> Result<&Loaded, Value> {
        self.loaded.as_ref().ok_or_else(nothing_loaded)
    }
}

/// What tells this program from another one: its version, the number of its model, a digest (FNV-1a) of the grammar of scenario files.
fn who() -> Value {
    let digest = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let grammar = json_schema().to_string().bytes().fold(0xcbf2_9ce4_8422_2325, digest);
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "model": MODEL,
        "grammar": format!("{grammar:016x}"),
        "courses": course_words(),
    })
}

/// Two arms made ready, if they fit into the memory of a page.
fn stepwise(loaded: &Loaded, arms: &[ArmRequest; 2], seed: u64) -> Result<Stepwise, Value> {
    let text = loaded.with([&arms[0], &arms[1]], seed, loaded.run().1)?;
    let study = Loaded::study_of(&text)?;
    let scenarios: Vec<_> = study.regimes.iter().map(|regime| &regime.scenario).collect();
    within_memory(Some(MOST), 1, &Needed::of_arms(&scenarios, RECKONED, 1)).map_err(|error| said(&error))?;
    Stepwise::new(&study, None).map_err(|error| said(&error))
}

fn said(error: &Error) -> Value {
    match error {
        Error::Mistakes(found) => mistakes(found),
        other => wrong(other.to_string()),
    }
}

fn nothing_loaded() -> Value {
    wrong("no scenario has been loaded".to_owned())
}

fn wrong(text: String) -> Value {
    json!({ "text": text, "list": [] })
}
