use crate::arms::heading;
use safsim::chart::{ClaimGroup, ClaimMark, ClaimRow, ClaimsChart};

const THEMES: [&str; 14] = [
    "Sources of authority",
    "The badge and the crisis",
    "Social skills",
    "Contextual conditions",
    "Supporting functions",
    "The national support programme",
    "Shocks",
    "The life of initiatives",
    "Scale and spread",
    "Trust",
    "Enthusiasm, cynicism and agency",
    "Outcomes and legacy",
    "Framework and field",
    "Interactions and phases",
];

const CODES: [&str; 14] = ["AU", "AU", "SK", "CC", "SF", "NP", "SH", "IN", "SP", "TR", "EN", "OU", "FW", "X"];

const LABELS: [&str; 12] = [
    "Money settled for three years beats yearly renewal",
    "The badge draws in reluctant partners even where no money comes with it",
    "Protected time builds trust",
    "Moving from licence to performance management lowers enthusiasm",
    "A shared local vision holds through shocks better than an imposed one",
    "Copied initiatives fail where only the form is copied",
    "Turnover of senior managers undoes what rests on personal ties",
    "Visible agreement of seniors overrides perverse incentives",
    "Small, cheap changes outlive the money more often than large ones",
    "Managers feel the pressure more than clinicians",
    "Boards go on after the money ends",
    "A history of failed reorganisation slows the start, until new people come",
];

/// `count` claims, spread over `themes` groups.
pub fn claims(count: usize, themes: usize) -> ClaimsChart {
    let row = |place: usize, theme: usize, number: usize| {
        let value = [0.62, 1.1, 0.08, -0.04, 2.9, 0.33, -0.55, 0.9, 1.6, 0.2, 0.45][(place * 7) % 11];
        let half = [0.09, 0.2, 0.14, 0.3][place % 4];
        let (low, high) = (value - half, value + half);
        let note = match place {
            _ if place % 13 == 6 => "assumed",
            _ if place % 19 == 11 => "beyond the model",
            _ if low > 0.0 => "as reported",
            _ if high < 0.0 => "the other way",
            _ => "no difference",
        };
        let is_tested = !matches!(note, "assumed" | "beyond the model");
        ClaimRow {
            id: format!("{}-{number:02}", CODES[theme]),
            label: LABELS[(place * 5) % 12].to_owned(),
            value: is_tested.then_some(value),
            interval: (low, high),
            mark: match place % 11 {
                4 => ClaimMark::Partly,
                7 => ClaimMark::Nil,
                _ => ClaimMark::Side,
            },
            filled: place % 3 != 1,
            note: note.to_owned(),
            share: is_tested.then_some((0.5 + 0.45 * value).clamp(0.004, 1.0)),
        }
    };
    let group = |theme: usize| {
        let places: Vec<usize> = (0..count).filter(|place| (place * place / 7 + place) % themes == theme).collect();
        ClaimGroup {
            title: THEMES[theme].to_owned(),
            rows: places.iter().zip(1..).map(|(&place, number)| row(place, theme, number)).collect(),
        }
    };
    let mut heading =
        heading("Two thirds of the findings come out", "What was reported of the sites, tried in the model");
    heading.caption =
        "Paired replicates of three places, seed 42; lines are 95\u{2009}% intervals. Per cent: share of plausible \
         settings in which the finding holds."
            .to_owned();
    ClaimsChart {
        heading,
        x_label: "Effect in the reported direction, in standard deviations of single futures".to_owned(),
        less: "against the report".to_owned(),
        more: "as reported".to_owned(),
        filled_key: "goes with its mechanism".to_owned(),
        hollow_key: "does not, or was not asked".to_owned(),
        partly_key: "in part".to_owned(),
        nil_key: "practically nil".to_owned(),
        limit: 2.0,
        groups: (0..themes).map(group).collect(),
    }
}
