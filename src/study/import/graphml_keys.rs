use crate::diagnostics::{Diagnostic, Span, nearest};
use roxmltree::Node;

/// Attributes that name an organisation unless another is asked for.
const USUAL: [&str; 2] = ["organisation", "organization"];

/// What the file says of attributes of nodes: the id of each key, what it is called, and its default.
pub(super) struct GraphmlKeys<'a> {
    all: Vec<(&'a str, &'a str, Option<String>)>,
}

impl<'a> GraphmlKeys<'a> {
    pub(super) fn of(root: Node<'a, 'a>) -> GraphmlKeys<'a> {
        let is_key = |node: &Node<'a, 'a>| {
            node.tag_name().name() == "key" && node.attribute("for").is_none_or(|what| ["node", "all"].contains(&what))
        };
        let key = |node: Node<'a, 'a>| {
            let id = node.attribute("id")?;
            let default = node.children().find(|child| child.tag_name().name() == "default").map(said);
            Some((id, node.attribute("attr.name").unwrap_or(id), default.filter(|text| !text.is_empty())))
        };
        GraphmlKeys { all: root.children().filter(is_key).filter_map(key).collect() }
    }

    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.all.iter().position(|(_, known, _)| known.eq_ignore_ascii_case(name))
    }

    pub(super) fn name(&self, key: usize) -> &str {
        self.all[key].1
    }

    /// The key that names organisations.
    pub(super) fn home(&self, asked: Option<&str>, place: Span, out: &mut Vec<Diagnostic>) -> Option<usize> {
        let found = match asked {
            Some(name) => self.find(name),
            None => USUAL.iter().find_map(|name| self.find(name)),
        };
        if found.is_none() {
            let name = asked.unwrap_or(USUAL[0]);
            let names: Vec<&str> = self.all.iter().map(|(_, name, _)| *name).collect();
            let has = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
            let message = format!("nodes of the network have no attribute `{name}`; they have {has}");
            let hint = match (nearest(name, names.iter().copied()), names.is_empty()) {
                (Some(meant), _) => Some(format!("did you mean \"{meant}\"?")),
                (None, false) => Some("say which attribute names the organisation of a person".to_owned()),
                (None, true) => None,
            };
            out.push(Diagnostic::at(place, message).hint_if(hint));
        }
        found
    }

    /// What `node` says under `key`, or the default of that; nothing if it is empty.
    pub(super) fn value(&self, node: Node<'_, '_>, key: usize) -> Option<String> {
        let (id, _, default) = &self.all[key];
        let data =
            node.children().find(|child| child.tag_name().name() == "data" && child.attribute("key") == Some(id));
        data.map(said).filter(|text| !text.is_empty()).or_else(|| default.clone())
    }
}

/// The whole text of an element, in one line.
fn said(node: Node<'_, '_>) -> String {
    let text: String = node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
