use crate::diagnostics::Span;
use crate::quantity::{Month, Share};
use crate::scenario::grammar::{Key, Preset, Section};
use crate::scenario::raw::{Node, Table, Value};

static EMPTY: Table = Table { entries: Vec::new() };

/// One table of a document of the right shape, with the grammar's defaults behind it.
#[derive(Clone, Copy, Debug)]
pub(in crate::scenario) struct Fields<'a> {
    section: &'a Section,
    table: &'a Table,
    /// Its header.
    pub span: Span,
}

impl<'a> Fields<'a> {
    pub fn whole_file(section: &'a Section, table: &'a Table) -> Fields<'a> {
        Fields { section, table, span: Span::NOWHERE }
    }

    /// The same, with this place for mistakes of the whole.
    pub fn standing_at(self, span: Span) -> Fields<'a> {
        Fields { span, ..self }
    }

    fn key(&self, key: &str) -> &'a Key {
        self.section.key(key).unwrap_or_else(|| unreachable!("{} has no `{key}`", self.section.title()))
    }

    /// What holds where the file leaves `key` out.
    pub fn preset(&self, key: &str) -> &'a Preset {
        &self.key(key).preset
    }

    /// What the file says, even if it is wrong.
    pub fn given(&self, key: &str) -> Option<&'a Node> {
        debug_assert!(self.section.key(key).is_some(), "{} has no `{key}`", self.section.title());
        self.table.get(key)
    }

    /// What the file says, else the default if that is a value.
    pub fn node(&self, key: &str) -> Option<&'a Node> {
        self.table.get(key).or(match &self.key(key).preset {
            Preset::Value(_, node) => Some(node),
            Preset::Required | Preset::Words(_) => None,
        })
    }

    /// Whether what the file says has been reported.
    pub fn is_bad(&self, key: &str) -> bool {
        self.table.get(key).is_some_and(|node| match &node.value {
            Value::Bad => true,
            Value::List(items) => items.iter().any(|item| item.value == Value::Bad),
            _ => false,
        })
    }

    /// Whether anything inside has been reported.
    pub fn any_bad(&self) -> bool {
        self.table.entries.iter().any(|entry| entry.node.any_bad())
    }

    /// Where the value stands; nowhere if it is a default.
    pub fn span_of(&self, key: &str) -> Span {
        self.table.get(key).map_or(Span::NOWHERE, |node| node.span)
    }

    /// Where the key stands, else the section.
    pub fn key_span_of(&self, key: &str) -> Span {
        self.table.entry(key).map_or(self.span, |entry| entry.key_span)
    }

    pub fn maybe_number(&self, key: &str) -> Option<f64> {
        self.node(key)?.value.number()
    }

    pub fn maybe_share(&self, key: &str) -> Option<Share> {
        self.maybe_number(key).and_then(Share::new)
    }

    pub fn maybe_text(&self, key: &str) -> Option<&'a str> {
        self.node(key)?.value.text()
    }

    pub fn maybe_flag(&self, key: &str) -> Option<bool> {
        if let Value::Flag(flag) = self.node(key)?.value { Some(flag) } else { None }
    }

    pub fn maybe_month(&self, key: &str) -> Option<Month> {
        self.maybe_text(key)?.parse().ok()
    }

    pub fn maybe_whole(&self, key: &str) -> Option<u32> {
        if let Value::Whole(n) = self.node(key)?.value { u32::try_from(n).ok() } else { None }
    }

    pub fn number(&self, key: &str) -> f64 {
        self.maybe_number(key).unwrap_or_default()
    }

    pub fn share(&self, key: &str) -> Share {
        self.maybe_share(key).unwrap_or_default()
    }

    pub fn text(&self, key: &str) -> &'a str {
        self.maybe_text(key).unwrap_or_default()
    }

    pub fn flag(&self, key: &str) -> bool {
        self.maybe_flag(key).unwrap_or_default()
    }

    pub fn whole(&self, key: &str) -> u32 {
        self.maybe_whole(key).unwrap_or_default()
    }

    /// The `[section.key]` inside.
    pub fn inner(&self, key: &str) -> Fields<'a> {
        let section = self.inner_section(key);
        match self.table.get(key) {
            Some(Node { value: Value::Table(table), span }) => Fields { section, table, span: *span },
            _ => Fields { section, table: &EMPTY, span: Span::NOWHERE },
        }
    }

    /// The `[[section.key]]` entries inside, but for those already reported.
    pub fn entries(&self, key: &str) -> Vec<Fields<'a>> {
        let section = self.inner_section(key);
        let nodes = self.table.get(key).and_then(|node| node.value.list()).unwrap_or_default();
        nodes
            .iter()
            .filter_map(|node| node.value.table().map(|table| Fields { section, table, span: node.span }))
            .collect()
    }

    /// `table` as if it were an entry of `[[section.key]]`.
    pub fn entry_like(&self, key: &str, table: &'a Table) -> Fields<'a> {
        let span = table.entries.first().map_or(self.span, |entry| entry.node.span);
        Fields { section: self.inner_section(key), table, span }
    }

    fn inner_section(&self, key: &str) -> &'a Section {
        self.key(key).rule.section().unwrap_or_else(|| unreachable!("`{key}` is no section"))
    }

    /// The texts of a list, but for those already reported.
    pub fn texts(&self, key: &str) -> Option<Vec<(&'a str, Span)>> {
        let items = self.node(key)?.value.list()?;
        Some(items.iter().filter_map(|item| Some((item.value.text()?, item.span))).collect())
    }

    /// The counts of a table, but for those already reported.
    pub fn counts(&self, key: &str) -> Vec<(&'a str, u32, Span)> {
        let Some(table) = self.node(key).and_then(|node| node.value.table()) else { return Vec::new() };
        let count = |node: &Node| if let Value::Whole(n) = node.value { u32::try_from(n).ok() } else { None };
        table.entries.iter().filter_map(|e| Some((e.key.as_str(), count(&e.node)?, e.node.span))).collect()
    }
}
