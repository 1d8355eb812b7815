use super::change_words::had;
use super::months::months;
use super::odds_words::{leading, sentences};
use super::phrases::{because, duration, listed, per_cent};
#[cfg(feature = "pictures")]
use super::picture::picture;
use super::told_change::told_change;
use super::told_story::{ToldChange, ToldMonth, ToldStory};
use crate::analysis::{ChangedFuture, Choice, ExplainedInitiative};

/// Lines of a terminal that a story takes, about, unless everything is told.
pub const STORY_LINES: usize = 40;
/// No limit.
pub const EVERYTHING: usize = usize::MAX;

/// Changes that the answer names.
const NAMED: usize = 3;

/// Puts an explanation into words; its months take about so many `lines` of a terminal.
#[must_use]
pub fn tell_story(explained: &ExplainedInitiative, lines: usize) -> ToldStory {
    let ExplainedInitiative { story, changes, odds, .. } = explained;
    let (fate, setting) = (&story.chosen.fate, &story.setting);
    let site = &setting.sites[fate.site.index()].name;
    let ended = fate.end.is_some();
    let verb = if ended { "end" } else { "live on" };
    let (months, left_out) = months(story, lines);
    let words = &setting.words;
    let say = |text: String| words.name(&words.told(&text)).into_owned();
    let told_change = |changed| {
        let one = told_change(story, changed);
        ToldChange { change: say(one.change), outcome: say(one.outcome), parting: say(one.parting), ..one }
    };
    let told_month = |one: ToldMonth| ToldMonth { text: say(one.text), ..one };
    ToldStory {
        title: format!("Why did \"{}\" in {site} {verb}?", fate.name),
        about: (site.clone(), setting.kinds[fate.kind.index()].1.clone()),
        answer: say(format!("{} {} {}", what(explained), in_this_future(explained), leading(odds, ended))),
        of: of(explained, left_out),
        months: months.into_iter().map(told_month).collect(),
        changes: changes.iter().map(told_change).collect(),
        #[cfg(feature = "pictures")]
        odds: picture(story, odds),
        odds_words: sentences(odds, ended).into_iter().map(say).collect(),
        limits: say(LIMITS.to_owned()),
    }
}

const LIMITS: &str = "What was changed was changed in this site alone, from one month on and unannounced; until then, and in \
                      every draw of chance, the futures are the same. The rest of the country takes the course that it took. \
                      Where a change keeps the initiative, the model says so, about futures of the model: it is no evidence \
                      about the place. A change is seldom the one cause: take away another thing, and it may no longer \
                      help. Intervals (95 %, Wilson) are about the number of futures looked at, not about how right the model \
                      is.";

/// What became of it.
fn what(explained: &ExplainedInitiative) -> String {
    let (fate, setting) = (&explained.story.chosen.fate, &explained.story.setting);
    let date = |month: i32| setting.start.plus(month).in_words();
    let Some(end) = fate.end else {
        let last = date(setting.months.cast_signed() - 1);
        let how = if fate.absorbed_at_end { "as part of business as usual, " } else { "" };
        return format!(
            "It lived to the end of the run ({last}), {how}at {} of its full reach.",
            per_cent(fate.final_scale)
        );
    };
    let after = end.cast_signed() - setting.programme_end;
    let site = &setting.sites[fate.site.index()];
    let when = match after {
        _ if !site.member => String::new(),
        0 => ", in the month in which the programme's money ended".to_owned(),
        1.. => format!(", {} after the programme's money", duration(f64::from(after))),
        _ if end.cast_signed() < setting.programme_start => ", before the programme".to_owned(),
        _ => format!(", {} before the programme's money did", duration(f64::from(-after))),
    };
    let why = fate.cause.map_or(String::new(), |cause| format!(", mainly because {}", because(cause)));
    format!("It ended in {}{when}{why}.", date(end.cast_signed()))
}

/// What would have turned this very future.
fn in_this_future(explained: &ExplainedInitiative) -> String {
    let ExplainedInitiative { story, changes, .. } = explained;
    let lived = story.chosen.fate.end.is_none();
    let turned: Vec<&ChangedFuture> = changes.iter().filter(|changed| changed.lives() != lived).collect();
    let verb = if lived { "ended" } else { "lived" };
    if turned.is_empty() {
        let kept = if lived { "ended" } else { "kept" };
        return match changes.len() {
            0 => String::new(),
            1 => format!("In this future, the one thing that could be otherwise would not have {kept} it."),
            n => format!("In this future, none of {n} things, changed one at a time, would have {kept} it."),
        };
    }
    let told: Vec<String> =
        turned.iter().take(NAMED).map(|c| had(&c.alteration, &story.cast, story.setting.start)).collect();
    let more = match turned.len().saturating_sub(NAMED) {
        0 => String::new(),
        n => format!(" (and so with {n} more of {} changes)", changes.len()),
    };
    format!("In this future, it would have {verb} {}{more}.", listed(&told, "or"))
}

/// Which future it is, why it was chosen, and what was left out.
fn of(explained: &ExplainedInitiative, left_out: usize) -> String {
    let story = &explained.story;
    let arm = story.arm.as_ref().map_or(String::new(), |arm| format!(" ({arm})"));
    let which = format!(
        "Replicate {} of scenario {}{arm}, seed {}",
        story.chosen.replicate, story.setting.scenario, story.seed
    );
    let why = match story.chosen.choice {
        Choice::Asked => String::new(),
        Choice::ItsTypicalEnd => {
            "; chosen among its ends that share a main cause: the one that came after a life of middling length".to_owned()
        }
        Choice::ItsTypicalLife => {
            "; of the futures in which it lived, one in which its reach at the end is middling".to_owned()
        }
        Choice::TypicalEnd(_, number, of) => format!(
            "; chosen as typical: {number} of {of} ends had this main cause; the share of such ends of this initiative is near that of \
             all, and in this future its life was of middling length"
        ),
        Choice::TypicalSurvivor => {
            "; chosen as a typical survivor: it lives in a share of futures near that of all, and in this one its reach at the \
             end is middling"
                .to_owned()
        }
    };
    let less = match left_out {
        0 => String::new(),
        1 => " One lesser event is left out here (`safsim explain --all` tells it).".to_owned(),
        n => format!(" {n} lesser events are left out here (`safsim explain --all` tells them)."),
    };
    format!("{which}{why}.{less}")
}
