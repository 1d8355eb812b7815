use super::edge_list::is_leader;
use super::graphml_broken::broken;
use super::graphml_keys::GraphmlKeys;
use super::network::{Acquaintance, Network};
use crate::diagnostics::{Diagnostic, SourceId, Span, nearest};
use roxmltree::{Document, Node, ParsingOptions};
use std::collections::BTreeMap;
use std::ops::Range;

/// Elements, attributes and texts beyond which a file is not read.
const MOST_NODES: u32 = 4_000_000;

/// A network in GraphML; no entity of its own is ever resolved.
pub(super) fn graphml(source: SourceId, text: &str, organisation: Option<&str>, out: &mut Vec<Diagnostic>) -> Network {
    // The line in which it begins, of what may be the whole file.
    let here = |node: Node<'_, '_>| {
        let Range { start, end } = node.range();
        Span::new(source, start..text[start..end].find(['\n', '\r']).map_or(end, |line| start + line))
    };
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(text, options) {
        Ok(document) => document,
        Err(error) => {
            out.push(broken(&error, source, text));
            return Network::default();
        }
    };
    let root = document.root_element();
    if root.tag_name().name() != "graphml" {
        let message = format!("this is no GraphML: it begins with <{}>", root.tag_name().name());
        out.push(
            Diagnostic::at(here(root), message).hint("export the network as GraphML, or as a table of ties in CSV"),
        );
        return Network::default();
    }
    let keys = GraphmlKeys::of(root);
    let Some(home) = keys.home(organisation, here(root), out) else { return Network::default() };
    let mut network = Network::default();
    let known = people(root, (&keys, home), &here, &mut network, out);
    ties(root, &known, &here, &mut network, out);
    network
}

/// Seats the people of the file, and says at which place the node of each id is.
fn people<'a>(
    root: Node<'a, 'a>,
    (keys, home): (&GraphmlKeys<'a>, usize),
    here: &dyn Fn(Node<'_, '_>) -> Span,
    network: &mut Network,
    out: &mut Vec<Diagnostic>,
) -> BTreeMap<&'a str, usize> {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for node in root.descendants().filter(|node| node.tag_name().name() == "node") {
        let Some(id) = node.attribute("id") else {
            out.push(Diagnostic::at(here(node), "this node has no `id`"));
            continue;
        };
        let Some(home) = keys.value(node, home) else {
            let message = format!("node {id:?} has no `{}`", keys.name(home));
            let hint = "who is of no organisation cannot be seated: give one, or leave the node out";
            out.push(Diagnostic::at(here(node), message).hint(hint));
            continue;
        };
        let leads = keys.find("role").and_then(|role| keys.value(node, role)).is_some_and(|role| is_leader(&role));
        if known.insert(id, network.people.len()).is_some() {
            out.push(Diagnostic::at(here(node), format!("there are two nodes {id:?}")));
        }
        network.people.push(Acquaintance { home, leads });
    }
    if network.people.is_empty() && out.is_empty() {
        out.push(Diagnostic::at(here(root), "the network has no node"));
    }
    known
}

/// Ties those people whom edges join. Of ends that nobody is, nothing is said if nodes were wrong already.
fn ties(
    root: Node<'_, '_>,
    known: &BTreeMap<&str, usize>,
    here: &dyn Fn(Node<'_, '_>) -> Span,
    network: &mut Network,
    out: &mut Vec<Diagnostic>,
) {
    let (whole, mut directed) = (out.is_empty(), 0);
    for edge in root.descendants() {
        match edge.tag_name().name() {
            "edge" => {}
            "hyperedge" => {
                out.push(Diagnostic::at(here(edge), "a hyperedge is no tie of two people"));
                continue;
            }
            _ => continue,
        }
        directed += usize::from(is_directed(edge));
        let mut end = |name: &str| {
            let Some(id) = edge.attribute(name) else {
                out.push(Diagnostic::at(here(edge), format!("this edge has no `{name}`")));
                return None;
            };
            let found = known.get(id).copied();
            if found.is_none() && whole {
                let hint = nearest(id, known.keys().copied()).map(|meant| format!("did you mean {meant:?}?"));
                out.push(Diagnostic::at(here(edge), format!("there is no node {id:?}")).hint_if(hint));
            }
            found
        };
        if let (Some(one), Some(other)) = (end("source"), end("target")) {
            network.tie(one, other);
        }
    }
    match directed {
        0 => {}
        1 => network.notes.push("One tie goes one way only; to know is taken for to be known.".to_owned()),
        n => network.notes.push(format!("{n} ties go one way only; to know is taken for to be known.")),
    }
}

fn is_directed(edge: Node<'_, '_>) -> bool {
    edge.attribute("directed").map_or_else(
        || {
            let graph = edge.ancestors().find(|node| node.tag_name().name() == "graph");
            graph.and_then(|graph| graph.attribute("edgedefault")) == Some("directed")
        },
        |is| is == "true",
    )
}
