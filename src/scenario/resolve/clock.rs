use crate::diagnostics::{Diagnostic, Span};
use crate::quantity::Month;
use crate::scenario::entries::Fields;
use crate::scenario::{Calendar, Ground};
use std::sync::LazyLock;

/// Months of history, of programme, and after it, where a file does not say.
const BEFORE: i32 = 12;
const DURING: i32 = 36;
const AFTER: i32 = 48;
/// Most months of a run.
const MOST_MONTHS: u32 = 1200;
/// The first month of a run that names no date at all.
static SOME_YEAR: LazyLock<Month> =
    LazyLock::new(|| Month::new(2014, 4).unwrap_or_else(|| unreachable!("April 2014 is a month")));

/// The months of the run and of the programme.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    pub calendar: Calendar,
    /// Month of the run in which the programme starts, and the first after it.
    pub programme: (i32, i32),
    /// Whether all of that was right, so that months can be held against it.
    pub sound: bool,
}

impl Clock {
    /// Reads `[time]` and the programme's months.
    pub fn read(file: &Fields<'_>, ground: Ground, out: &mut Vec<Diagnostic>) -> Clock {
        let before = out.len();
        let (time, programme) = (file.inner("time"), file.inner("programme"));
        let bad = [(&time, "start"), (&time, "months"), (&programme, "start"), (&programme, "end")]
            .iter()
            .any(|(fields, key)| fields.is_bad(key))
            || file.is_bad("time")
            || file.is_bad("programme");
        // One date fixes the others: a year of history, three years of programme, four years of what is left.
        let start = time.maybe_month("start");
        if ground == Ground::Blank && !bad && start.is_none() && programme.maybe_month("start").is_none() {
            // The usual dates are those of the programme on which the model was built.
            let message = "nothing says when this takes place";
            let hint = "add: [time] start = \"2025-01\", or the programme's start";
            out.push(Diagnostic::at(file.span, message).hint(hint));
        }
        let from = programme.maybe_month("start").or_else(|| Some(start?.plus(BEFORE)));
        let from = from.unwrap_or_else(|| SOME_YEAR.plus(BEFORE));
        let start = start.unwrap_or_else(|| from.plus(-BEFORE));
        let to = programme.maybe_month("end").unwrap_or_else(|| from.plus(DURING));
        let usual = u32::try_from(to.since(start).saturating_add(AFTER)).unwrap_or(1).min(MOST_MONTHS);
        let calendar = Calendar { start, months: time.maybe_whole("months").unwrap_or(usual).max(1) };
        let mut clock = Clock { calendar, programme: (from.since(start), to.since(start)), sound: false };
        if !bad {
            clock.check(&time, &programme, (from, to), out);
        }
        clock.sound = !bad && out.len() == before;
        clock
    }

    fn check(&self, time: &Fields<'_>, programme: &Fields<'_>, (from, to): (Month, Month), out: &mut Vec<Diagnostic>) {
        let start = self.calendar.start;
        let first_given = |spans: &[Span]| spans.iter().copied().find(|span| !span.is_nowhere());
        if to <= from {
            let spans = [programme.span_of("end"), programme.span_of("start")];
            let place = first_given(&spans).unwrap_or(Span::NOWHERE);
            let other = if place == spans[0] { spans[1] } else { spans[0] };
            let message = format!("the programme ends ({to}) before it has begun ({from})");
            let diagnostic = Diagnostic::at(place, message).note("`end` is the first month after the programme");
            let assumed = spans[1].is_nowhere().then(|| format!("say when it begins; without that, it is {from}"));
            let diagnostic = diagnostic.hint_if(assumed);
            out.push(if other.is_nowhere() { diagnostic } else { diagnostic.also(other, "") });
            return;
        }
        let end = start.plus(self.months());
        let all = [programme.span_of("start"), programme.span_of("end"), time.span_of("start"), time.span_of("months")];
        let months = format!("the run's months are {start} to {}", end.plus(-1));
        let what = if from >= end {
            format!("the programme starts ({from}) after the run's last month")
        } else if to <= start {
            format!("the programme is over ({to}) before the run starts ({start})")
        } else {
            return;
        };
        let place = first_given(&all).unwrap_or(Span::NOWHERE);
        let hint = "a run without a programme has sites with member = false";
        out.push(Diagnostic::at(place, what).note(months).hint(hint));
    }

    /// Months that the run has.
    pub fn months(&self) -> i32 {
        i32::try_from(self.calendar.months).unwrap_or(i32::MAX)
    }

    /// Which month of the run `month` is.
    pub fn index(&self, month: Month) -> i32 {
        month.since(self.calendar.start)
    }

    /// "the run's months are ...".
    pub fn words(&self) -> String {
        let Calendar { start, .. } = self.calendar;
        format!("the run's months are {start} to {}", start.plus(self.months() - 1))
    }

    /// A month of `fields` that must lie in the run; 0 if it is wrong.
    pub fn month_inside(&self, fields: &Fields<'_>, key: &str, what: &str, out: &mut Vec<Diagnostic>) -> Option<u32> {
        let month = fields.maybe_month(key)?;
        let index = self.index(month);
        if self.sound && !(0..self.months()).contains(&index) {
            let side = if index < 0 { "before the run starts" } else { "after the run's last month" };
            out.push(Diagnostic::at(fields.span_of(key), format!("{what} {side}")).note(self.words()));
        }
        Some(u32::try_from(index).unwrap_or(0))
    }
}
