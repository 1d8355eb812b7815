use super::{EVERYTHING, ToldStory, story_markdown, story_text, tell_story};
use crate::analysis::fabricated::{fate, setting};
use crate::analysis::{ChangedFuture, Choice, Chosen, ExplainedInitiative, InitiativeStory, Odds, Parting};
use crate::quantity::{ActorId, InitiativeId, SiteId};
use crate::record::{
    Alteration, Cast, Cause, Change, Event, EventKind, Fate, InitiativeMonth, Leaving, Origin, Post, ShockKind,
};

fn event(month: u32, kind: EventKind, actor: Option<u32>, value: f64) -> Event {
    use EventKind::{Award, Interpreted, Joined, Left, MoneyEnded, Shock};
    let of_site = matches!(kind, Award | Interpreted | Joined | Left(_) | MoneyEnded | Shock(_));
    let initiative = (!of_site).then_some(InitiativeId(0));
    Event { month, site: Some(SiteId(0)), kind, initiative, actor: actor.map(ActorId), value, name: String::new() }
}

/// A hospital with a director and two nurses, a council with a manager; an initiative from month 12 to month 50.
fn explained() -> ExplainedInitiative {
    use EventKind::{
        Award, ChampionFound, ChampionLost, CoreCut, Ended, Interpreted, Joined, Left, MainstreamLost, MainstreamWon,
        MoneyEnded, Shock, Started,
    };
    let fate = Fate { months_observed: 39, ..fate(0, 12, Some(50)) };
    let events = vec![
        event(12, Started(Origin::Programme), Some(1), 0.1),
        event(12, Award, None, 0.6),
        event(12, Interpreted, None, 0.15),
        event(20, Shock(ShockKind::DemandSurge), None, 0.4),
        event(20, Interpreted, None, 0.32),
        event(24, Left(Leaving::Turnover), Some(1), 30.0),
        event(24, ChampionLost, Some(1), 0.0),
        event(24, ChampionFound, Some(3), 0.0),
        event(26, Shock(ShockKind::LeadershipChange), None, 0.5),
        event(26, Interpreted, None, 0.1),
        event(26, Left(Leaving::Shock(ShockKind::LeadershipChange)), Some(0), 70.0),
        event(26, Left(Leaving::Shock(ShockKind::LeadershipChange)), Some(2), 5.0),
        event(29, Joined, Some(0), 0.0),
        event(30, MainstreamLost, None, 0.004),
        event(31, MainstreamLost, None, 0.312),
        event(40, MainstreamWon, None, 0.55),
        event(44, CoreCut, None, 0.23),
        event(48, MoneyEnded, None, 0.6),
        event(48, Interpreted, None, 0.3),
        event(50, Ended(Cause::Money), None, 0.04),
    ];
    let post = |role: &str, organisation, leads| Post { role: role.to_owned(), organisation, leads };
    let cast = Cast {
        posts: vec![
            post("director", 0, true),
            post("nurse", 0, false),
            post("nurse", 0, false),
            post("manager", 1, false),
        ],
        organisations: vec!["Acute trust".to_owned(), "Council".to_owned()],
        lead: 0,
        members: vec![1, 2, 3],
    };
    let month = |m: u32| {
        let begun = f64::from(u8::from(m >= 12));
        let paid = f64::from(u8::from((12..48).contains(&m)));
        let capacity = if m < 19 { 0.6 } else { 0.2 };
        InitiativeMonth {
            scale: 0.5 * begun,
            core_share: 0.25 * begun,
            granted: 0.62 * paid,
            staffing: 0.7 * begun,
            interpretation: capacity,
            ..InitiativeMonth::default()
        }
    };
    let at = |from: u32, change: Change| Alteration { site: SiteId(0), from, change };
    let lives = Fate { end: None, cause: None, final_scale: 0.634, ..fate.clone() };
    let changes = vec![
        ChangedFuture {
            alteration: at(20, Change::ShocksSpared { kind: ShockKind::DemandSurge, once: true }),
            fate: Some(fate.clone()),
            parting: None,
        },
        ChangedFuture {
            alteration: at(24, Change::Stays(ActorId(1))),
            fate: Some(lives),
            parting: Some(Parting {
                month: 31,
                base: events.iter().find(|event| event.month == 31).cloned(),
                altered: Some(event(31, MainstreamWon, None, 0.52)),
            }),
        },
    ];
    let mut odds = Odds::new([Change::Grain, Change::ChampionsStay(InitiativeId(0)), Change::NoBoard].into_iter());
    for future in 0..40 {
        odds.add(future >= 30, [future == 39, !(16..32).contains(&future), future >= 30].into_iter());
    }
    let chosen = Chosen { replicate: 17, fate, choice: Choice::Asked };
    let story = InitiativeStory {
        setting: setting(1),
        arm: None,
        seed: 7,
        chosen,
        cast,
        events,
        course: (0..96).map(month).collect(),
    };
    ExplainedInitiative { story, changes, odds: odds.ranked(), over_models: None }
}

/// With ordinary spaces.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn a_story_in_plain_sentences() {
    let told = tell_story(&explained(), EVERYTHING);
    let months: Vec<String> = told.months.iter().map(|m| format!("{} {}", m.month, plain(&m.text))).collect();
    assert_eq!(
        months,
        [
            "Apr 2015 It began, with a nurse at Acute trust as its champion. The programme awarded the site 60 % of what it \
             had bid for; people felt it as a blow of 0.15 of a possible 1, much softened by those whose reading of events \
             others trusted. Of its cost the programme now paid 62 % and core budgets 25 %.",
            "Dec 2015 Demand surged (size 0.40); people felt it as a blow of 0.32 of a possible 1, because few were there \
             whose reading of events others trusted.",
            "Apr 2016 Its champion, a nurse at Acute trust, left after 3 years in post; the manager at Council stepped up.",
            "Jun 2016 The executives were replaced (size 0.50); people felt it as a blow of 0.10 of a possible 1 on average, \
             each by how much they had leaned on those who went. The director at Acute trust and a nurse at Acute trust \
             left, when the executives were replaced.",
            "Sep 2016 New in post: the director at Acute trust.",
            "Oct 2016 Its bid for core money was turned down, and again in November 2016 (the chance had been under 1 % to 31 %).",
            "Aug 2017 Its bid for core money was won (the chance had been 55 %). Core budgets then carried 25 % of its cost.",
            "Dec 2017 A review cut its core money to 23 % of its cost.",
            "Apr 2018 The programme's money ended; it had last paid 60 % of the bid; people felt it as a blow of 0.30 of a \
             possible 1. It then ran at 50 % of its full reach, with 70 % of its posts filled; core budgets carried 25 % of \
             its cost.",
            "Jun 2018 It ended, because the programme's money had gone and core budgets had not taken over. Also: financial \
             pressure was too high.",
        ]
    );
    assert_eq!(told.title, "Why did \"Extended access\" in site-1 end?");
    assert_eq!(
        plain(&told.answer),
        "It ended in June 2018, 2 months after the programme's money, mainly because the programme's money had gone and core \
         budgets had not taken over. In this future, it would have lived had the nurse at Acute trust who left in April 2016 \
         stayed. It ended in 30 of the 40 futures looked at. It would have lived in 53 % (36 to 70 %) of these had its \
         champions stayed."
    );
    assert_eq!(plain(&told.of), "Replicate 17 of scenario made-up, seed 7.");
}

#[test]
fn changes_say_where_futures_part() {
    let told = tell_story(&explained(), EVERYTHING);
    let changes: Vec<String> = told
        .changes
        .iter()
        .map(|c| plain(&format!("{} / {} / {} / {}", c.change, c.outcome, c.keeps, c.parting)))
        .collect();
    assert_eq!(
        changes,
        [
            "No surge of demand in December 2015 / it ends all the same, in the same month / false / Every decision about it turns \
             out the same.",
            "The nurse at Acute trust who left in April 2016 stays / it lives, at 63 % of its full reach in the end / true / The \
             two futures part in November 2016: a bid for core money won (chance 52 %) instead of a bid for core money turned \
             down (chance 31 %).",
        ]
    );
}

#[test]
fn odds_come_with_intervals_and_with_what_chance_does() {
    let told = tell_story(&explained(), EVERYTHING);
    let words: Vec<String> = told.odds_words.iter().map(|words| plain(words)).collect();
    assert_eq!(words[0], "It ended in 30 of 40 futures: 75 % (60 to 86 %).");
    assert_eq!(
        words[1],
        "Of the 30 in which it ended, the share in which it lives with one thing changed. Its champions stay: 53 % (36 to 70 \
         %); with the other change in none."
    );
    assert!(words[3].contains("kept it in 0 % of the 30 and ended it in 90 % of the 10"), "{words:?}");
    let Some(crate::chart::Chart::Forest(chart)) = &told.odds else { panic!("a forest") };
    let labels: Vec<&str> = chart.blocks[0].rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(labels, ["Its champions stay", "No board sits", "A change of no weight"]);
    assert!((chart.blocks[0].rows[0].difference - 16.0 / 30.0).abs() < 1e-12);
}

#[test]
fn a_terminal_has_eighty_columns_and_a_page_its_tables() {
    let explained = explained();
    let told = tell_story(&explained, EVERYTHING);
    let text = story_text(&told, &explained, false).plain();
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(
        text.contains("Its champions stay                         53 % (36 to 70 %)    20 % (6 to 51 %)"),
        "{text}"
    );
    assert!(text.contains("One more change leaves every decision about it as it was (--all tells it)."), "{text}");
    assert!(!story_text(&told, &explained, true).plain().contains("--all"));
    let page = story_markdown(&told, &explained, Some("charts/explain.svg"));
    assert!(page.contains("| Dec 2017 | A review cut its core money to 23 % of its cost. |"), "{page}");
    assert!(page.contains("| Its champions stay | 53 % (36 to 70 %) | 20 % (6 to 51 %) |"), "{page}");
    assert!(page.contains("](charts/explain.svg)") && !page.contains('\u{a0}'));
}

#[test]
fn what_does_not_fit_is_left_out_lightest_first_and_counted() {
    let told = tell_story(&explained(), 13);
    let months: Vec<&str> = told.months.iter().map(|m| m.month.as_str()).collect();
    // The newcomer first, then who left, then bids that were turned down.
    assert!(!months.contains(&"Sep 2016") && months.contains(&"Jun 2018"), "{months:?}");
    // An event is at least one sentence, and a month at least one event.
    let sentences = |told: &ToldStory| told.months.iter().map(|m| 1 + m.text.matches(". ").count()).sum::<usize>();
    let whole = tell_story(&explained(), EVERYTHING);
    let (most, least) = (sentences(&whole) - sentences(&told), whole.months.len() - months.len());
    let is_told = |number: usize| told.of.contains(&format!(" {number} lesser events are left out"));
    assert!(least > 1 && (least..=most).any(is_told), "{least} to {most}: {}", told.of);
    assert!(tell_story(&explained(), 1).months.len() >= 4, "what no story leaves out stays");
}

#[test]
fn a_survivor_is_asked_what_would_have_ended_it() {
    let mut explained = explained();
    let fate = &mut explained.story.chosen.fate;
    (fate.end, fate.cause, fate.final_scale, fate.absorbed_at_end) = (None, None, 0.5, true);
    explained.story.events.pop();
    let ends = Fate { end: Some(60), ..explained.story.chosen.fate.clone() };
    explained.changes.truncate(1);
    explained.changes[0].fate = Some(ends);
    let told = tell_story(&explained, EVERYTHING);
    assert_eq!(told.title, "Why did \"Extended access\" in site-1 live on?");
    assert_eq!(
        plain(&told.answer),
        "It lived to the end of the run (March 2022), as part of business as usual, at 50 % of its full reach. In this \
         future, it would have ended had there been no surge of demand in December 2015. It lived in 10 of the 40 futures looked at; \
         no single change would have made a difference in clearly more of them than chance alone does."
    );
    assert_eq!(told.changes[0].outcome, "it ends in April 2019");
    let last = told.months.last().unwrap();
    assert_eq!(last.month, "Mar 2022");
    assert!(plain(&last.text).starts_with("The run ends. It ran at 50 % of its full reach"), "{}", last.text);
}
