use super::line::{line, points};
use super::text::{Page, exact, quoted};
use crate::scenario::{Badge, Funding, Horizon, Scenario, TimeLine};

pub(super) fn programme(page: &mut Page, scenario: &Scenario) {
    let (one, month) = (&scenario.programme, |index| quoted(&scenario.time.month(index).to_string()));
    page.header("[programme]");
    page.put("start", month(one.start));
    page.put("end", month(one.end));
    match &one.badge {
        Badge::Fading(share) => page.share("badge", *share),
        Badge::Given(given) => page.put("badge", points(given, one.start)),
    }
    page.put("consonance", line(&one.consonance, one.start));
    let policy =
        |given: &Option<TimeLine>| given.as_ref().map_or_else(|| quoted("team"), |given| line(given, one.start));
    page.put("permissiveness", policy(&one.permissiveness));
    page.put("metric_focus", policy(&one.metric_focus));
    page.share("ambiguity", one.ambiguity);
    page.share("conflict", one.conflict);
    page.share("mandate", one.mandate);
    page.put("successor_start", one.successor_start.map_or_else(|| quoted("none"), month));
    page.share("bridge", one.bridge);

    page.header("[programme.support]");
    page.put("account_managers", one.support.account_managers);
    page.put("caseload", one.support.caseload);
    page.number("price", one.support.price);
    page.put("stance", one.support.stance.map_or_else(|| quoted("permissiveness"), |share| exact(share.get())));
    page.put("learning_event_every", one.support.learning_event_every);
    page.share("good_news", one.support.good_news);
    page.number("guides", one.support.guides);

    funding(page, &one.funding, one.start, &month);
}

fn funding(page: &mut Page, funding: &Funding, start: i32, month: &dyn Fn(i32) -> String) {
    page.header("[programme.funding]");
    page.number("award", funding.award);
    match funding.horizon {
        Horizon::Whole => page.text("horizon", "whole"),
        Horizon::Rounds(12) => page.text("horizon", "annual"),
        Horizon::Rounds(months) => page.put("horizon", months),
    }
    page.put("conditional", funding.conditional);
    page.put("conditional_from", funding.conditional_from.map_or_else(|| quoted("start"), month));
    page.number("threshold", funding.threshold);
    page.put("notice", funding.notice);
    page.put("taper", funding.taper);
    page.put("profile", line(&funding.profile, start));
    page.put("budget", funding.budget.map_or_else(|| quoted("none"), exact));
    page.text("plans", if funding.cut_plans { "cut" } else { "kept" });
    page.share("follow_on_expected", funding.follow_on_expected);
}
