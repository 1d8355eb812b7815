use super::AtHand;
use super::tests::{made, network, text, wrong};
use crate::engine::{Engine, Observe};
use crate::scenario::Parameters;

const HEADS: &str = "from,from_organisation,to,to_organisation,from_role,to_role\n";

fn ties(parameters: &Parameters) -> [f64; 4] {
    [parameters.ties_inside, parameters.ties_leaders, parameters.ties_spanner, parameters.ties_across]
}

/// Two organisations: A of a leader and three, of whom one knows two in B; B of a leader and two. The leaders know each other.
const TWO: &str =
    "La,A,a1,A,leader,\na1,A,a2,A,,\na1,A,a3,A,,\na1,A,b1,B,,\na1,A,b2,B,,\nLa,A,Lb,B,leader,leader\nLb,B,b1,B,,\n";

#[test]
fn as_many_pairs_of_each_sort_are_expected_to_know_each_other_as_do() {
    let (made, study) = made(&network(&format!("{HEADS}{TWO}")));
    let [inside, leaders, spanner, across] = ties(&study.scenario.parameters);
    // Of six pairs in A and three in B four know each other; a chance in organisations of so few is the parameter itself.
    assert_eq!(inside, 0.4444);
    // One of one pair of leaders, which is the parameter times a start trust of 0.4.
    assert_eq!(leaders, 2.5);
    // a1, b1 and b2 know somebody elsewhere. Of the 4 x 3 pairs across, a1 is in 3, b1 and b2 in 3 more each; two know each other.
    assert_eq!(spanner, 0.2222);
    // The rest, but for the leaders: a2 and a3 with Lb. None of them can know each other, or they would be connectors.
    assert_eq!(across, 0.0);
    let site = &study.scenario.sites[0];
    assert_eq!(site.organisations[0].roles.iter().map(|role| role.1).collect::<Vec<_>>(), [1, 2, 1]);
    assert_eq!(site.organisations[1].roles.iter().map(|role| role.1).collect::<Vec<_>>(), [1, 2]);
    for told in [
        "# 4 of 9 pairs of people of one organisation know each other.\nties_inside = 0.4444",
        "# 0 of 2 pairs of other people",
    ] {
        assert!(made.text.contains(told), "{told:?} is not in\n{}", made.text);
    }
}

/// What the network says reaches the model: in the world that is built as many pairs of each sort know each other, on average.
#[test]
fn the_world_that_is_built_is_as_dense_as_the_network() {
    // Three organisations of eight, each with a leader and two connectors.
    let person = |n: usize| format!("p{n},{}", ["A", "B", "C"][n / 8]);
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for home in [0, 8, 16] {
        // A ring of eight, and the leader knows everybody.
        pairs.extend((0..8).map(|n| (home + n, home + (n + 1) % 8)));
        pairs.extend((2..7).map(|n| (home, home + n)));
    }
    let inside = pairs.len();
    pairs.extend([(1, 9), (1, 17), (2, 10), (9, 17), (10, 18), (2, 18)]);
    let spanning = pairs.len() - inside;
    pairs.push((0, 8));
    let rows: String = pairs
        .iter()
        .map(|&(one, other)| {
            let role = |n: usize| if n.is_multiple_of(8) { "leader" } else { "" };
            format!("{},{},{},{}\n", person(one), person(other), role(one), role(other))
        })
        .collect();
    let (_, study) = made(&network(&format!("{HEADS}{rows}")));
    let engine = Engine::new(&study.scenario);
    let observe = Observe { snapshots: vec![0], ..Observe::default() };
    let (mut within, mut leaders, mut others) = (0.0, 0.0, 0.0);
    const FUTURES: u64 = 400;
    for replicate in 0..FUTURES {
        let record = engine.run(1, replicate, &observe);
        let snapshot = &record.snapshots[0];
        for tie in &snapshot.ties {
            let (one, other) = (tie.0 as usize, tie.1 as usize);
            // Each direction stands there.
            let half = 0.5 / FUTURES as f64;
            let leads = |slot: usize| snapshot.people[slot].role == "Leader";
            match snapshot.people[one].organisation == snapshot.people[other].organisation {
                true => within += half,
                false if leads(one) && leads(other) => leaders += half,
                false => others += half,
            }
        }
    }
    assert!((within - inside as f64).abs() < 1.0, "{within} of {inside}");
    assert!((others - spanning as f64).abs() < 0.5, "{others} of {spanning}");
    assert!((leaders - 1.0).abs() < 0.2, "{leaders} of 1");
}

#[test]
fn a_large_organisation_is_measured_against_what_the_model_makes_of_it() {
    // Twenty people who all know each other, and one elsewhere: with a leader added to each organisation it has 21.
    let mut rows = HEADS.to_owned();
    for one in 0..20 {
        for other in 0..one {
            rows += &format!("p{one},Large,p{other},Large,,\n");
        }
    }
    rows += "q,Small,,,,\n";
    let (_, study) = made(&network(&rows));
    // 190 pairs of 190, of whom the model lets 12 / 21 know each other at most: cut to 1.
    assert_eq!(study.scenario.parameters.ties_inside, 1.0);
    let few: String = (0..20).map(|one| format!("p{one},Large,p{},Large,,\n", (one + 1) % 20)).collect();
    let (_, study) = made(&network(&format!("{HEADS}{few}q,Small,,,,\n")));
    // 20 of 190 pairs: 0.1053, over 12 / 21.
    assert_eq!(study.scenario.parameters.ties_inside, 0.1842);
}

#[test]
fn ties_to_oneself_again_and_to_nobody_are_told() {
    let rows = "Ada,A,Ada,A,,\nAda,A,Bo,A,,\nBo,A,Ada,A,,\nAda,B,,,,\n";
    let (made, study) = made(&network(&format!("{HEADS}{rows}")));
    let told = made.assumed.join("\n");
    for part in [
        "3 people of 2 organisations",
        "One tie of somebody to themselves is left out.",
        "One tie stands there again",
        "One person knows nobody",
    ] {
        assert!(told.contains(part), "{part:?} is not in\n{told}");
    }
    // One of one pair; Ada of A and Ada of B are two people, who do not know each other.
    assert_eq!(ties(&study.scenario.parameters)[0], 1.0);
    assert_eq!(study.scenario.parameters.ties_across, 0.0);
    // Nobody is told to lead, and nobody is a connector: of these the model's own numbers stand.
    let default = Parameters::default();
    assert_eq!(study.scenario.parameters.ties_leaders, default.ties_leaders);
    assert_eq!(study.scenario.parameters.ties_spanner, default.ties_spanner);
}

fn graphml(inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\r\n{inside}\r\n</graphml>\r\n"
    )
}

const KEYS: &str = "<key id='d0' for='node' attr.name='Organisation' attr.type='string'><default>A</default></key>\
                    <key id='d1' for='node' attr.name='role' attr.type='string'/>";

#[test]
fn graphml_says_the_same_as_a_list_of_ties() {
    let node = |id: &str, data: &str| format!("<node id='{id}'>{data}</node>");
    let (b, leads) = ("<data key='d0'> B\n</data>", "<data key='d1'>Leader</data>");
    let nodes = [
        node("La", leads),
        node("a1", ""),
        node("a2", ""),
        node("a3", ""),
        node("b1", b),
        node("b2", b),
        node("Lb", &format!("{b}{leads}")),
    ];
    let edges: String =
        [("La", "a1"), ("a1", "a2"), ("a1", "a3"), ("a1", "b1"), ("a1", "b2"), ("La", "Lb"), ("Lb", "b1")]
            .map(|(one, other)| format!("<edge source='{one}' target='{other}'/>"))
            .concat();
    let text = graphml(&format!("{KEYS}<graph edgedefault='directed'>{}{edges}</graph>", nodes.concat()));
    let (from_graphml, study) = made(&network(&text));
    let (_, listed) = made(&network(&format!("{HEADS}{TWO}")));
    assert_eq!(ties(&study.scenario.parameters), ties(&listed.scenario.parameters));
    assert_eq!(study.scenario.sites[0].organisations, listed.scenario.sites[0].organisations);
    assert!(
        from_graphml.assumed.iter().any(|one| one.starts_with("7 ties go one way only")),
        "{:?}",
        from_graphml.assumed
    );
}

#[test]
fn what_is_wrong_with_graphml_is_shown_at_its_line() {
    let graph = |inside: &str| graphml(&format!("{KEYS}\r\n<graph edgedefault='undirected'>\r\n{inside}</graph>"));
    let bomb =
        "<!DOCTYPE g [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n<graphml>&b;</graphml>";
    let cases = [
        (graph("<node id='x'/>\n<edge source='x' target='y1'/>\n"), "there is no node \"y1\"", "ties.csv:6:1"),
        (graph("<node id='x'/>\n<edge source='x'/>\n"), "this edge has no `target`", "ties.csv:6:1"),
        (graph("<node id='x'/>\n<node id='x'/>\n"), "there are two nodes \"x\"", "ties.csv:6:1"),
        (graph("<node/>\n"), "this node has no `id`", "ties.csv:5:1"),
        (graph("<hyperedge/>\n<node id='x'/>"), "a hyperedge is no tie of two people", "ties.csv:5:1"),
        (graph(""), "the network has no node", "ties.csv:2:1"),
        (graph("<node id='x'><"), "", "ties.csv:5"),
        (bomb.to_owned(), "a document type is not read", "ties.csv:1:1"),
        ("<graphml><graph>".to_owned(), "the file ends before the network does", "ties.csv:1"),
        ("<gexf/>".to_owned(), "this is no GraphML: it begins with <gexf>", "ties.csv:1:1"),
        (
            graphml("<key id='d0' for='node' attr.name='orgnisation'/><graph/>"),
            "did you mean \"orgnisation\"?",
            "ties.csv:2:1",
        ),
        (graphml("<graph><node id='x'/></graph>"), "have no attribute `organisation`; they have none", "ties.csv:2:1"),
        (
            graphml("<key id='d0' for='node' attr.name='dept'/><graph><node id='x'/></graph>"),
            "say which attribute names the organisation of a person",
            "ties.csv:2:1",
        ),
    ];
    for (text, message, place) in cases {
        let told = wrong(&network(&text));
        assert!(told.contains(message) && told.contains(place), "{message:?} at {place} is not in\n{told}");
    }
    // Which attribute it is can be said; without it at a node, that is shown.
    let dept = |nodes: &str| AtHand {
        network: text(
            "ties.csv",
            &graphml(&format!("<key id='d0' for='node' attr.name='dept'/>\n<graph>{nodes}</graph>")),
        ),
        organisation: Some("dept".to_owned()),
        ..AtHand::default()
    };
    let (_, study) =
        made(&dept("<node id='x'><data key='d0'>A</data></node><node id='y'><data key='d0'>B</data></node>"));
    assert_eq!(study.scenario.sites[0].organisations.len(), 2);
    assert!(wrong(&dept("<node id='x'/>")).contains("node \"x\" has no `dept`"));
}

/// A file that nests without end, or has nothing else, is refused or read, and never takes the program down.
#[test]
fn deep_and_wide_files_are_read_or_refused() {
    let deep = "<a>".repeat(200_000) + &"</a>".repeat(200_000);
    assert!(wrong(&network(&deep)).contains("no GraphML"));
    let inside = graphml(&format!("{KEYS}<graph>{deep}</graph>"));
    assert!(wrong(&network(&inside)).contains("the network has no node"));
}
