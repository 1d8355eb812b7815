use crate::diagnostics::Span;

/// A value and its place.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::scenario) struct Node {
    pub value: Value,
    pub span: Span,
}

/// What a TOML value says.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::scenario) enum Value {
    Text(String),
    Whole(i64),
    /// A float, or a whole number too large for 64 bits.
    Number(f64),
    Flag(bool),
    /// An unquoted date or time, which no key wants.
    Date,
    List(Vec<Node>),
    Table(Table),
    /// Already reported: says nothing, and must not lead to further reports.
    Bad,
}

impl Value {
    /// What a reader would call it.
    pub fn what(&self) -> &'static str {
        match self {
            Value::Text(_) => "a text",
            Value::Whole(_) => "a whole number",
            Value::Number(_) => "a number",
            Value::Flag(_) => "true or false",
            Value::Date => "an unquoted date",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
            Value::Bad => "a mistake",
        }
    }

    pub fn text(&self) -> Option<&str> {
        if let Value::Text(text) = self { Some(text) } else { None }
    }

    pub fn list(&self) -> Option<&[Node]> {
        if let Value::List(list) = self { Some(list) } else { None }
    }

    pub fn table(&self) -> Option<&Table> {
        if let Value::Table(table) = self { Some(table) } else { None }
    }

    /// Whole or not.
    pub fn number(&self) -> Option<f64> {
        match *self {
            #[expect(clippy::cast_precision_loss, reason = "ranges are checked on the rounded number")]
            Value::Whole(n) => Some(n as f64),
            Value::Number(x) => Some(x),
            _ => None,
        }
    }
}

/// Keys with values, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::scenario) struct Table {
    pub entries: Vec<Entry>,
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::scenario) struct Entry {
    pub key: String,
    pub key_span: Span,
    pub node: Node,
}

impl Table {
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.node)
    }

    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    pub fn entry_mut(&mut self, key: &str) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.key == key)
    }

    pub fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        self.entry_mut(key).map(|entry| &mut entry.node)
    }

    /// Replaces the entry of that key, in its place, or appends it.
    pub fn put(&mut self, new: Entry) {
        match self.entry_mut(&new.key) {
            Some(old) => *old = new,
            None => self.entries.push(new),
        }
    }

    pub fn remove(&mut self, key: &str) -> Option<Entry> {
        let at = self.entries.iter().position(|entry| entry.key == key)?;
        Some(self.entries.remove(at))
    }
}

impl Node {
    /// Whether it, or anything inside, is [`Value::Bad`].
    pub fn any_bad(&self) -> bool {
        match &self.value {
            Value::Bad => true,
            Value::List(items) => items.iter().any(Node::any_bad),
            Value::Table(table) => table.entries.iter().any(|entry| entry.node.any_bad()),
            _ => false,
        }
    }

    /// The same, with all that is inside, standing at `span`.
    pub fn moved(mut self, span: Span) -> Node {
        self.span = span;
        match &mut self.value {
            Value::List(items) => items.iter_mut().for_each(|item| item.move_to(span)),
            Value::Table(table) => table.entries.iter_mut().for_each(|entry| {
                entry.key_span = span;
                entry.node.move_to(span);
            }),
            _ => {}
        }
        self
    }

    fn move_to(&mut self, span: Span) {
        let value = std::mem::replace(&mut self.value, Value::Bad);
        *self = Node { value, span }.moved(span);
    }

    /// Takes its place, and that of all inside, away: it stands in no file.
    pub fn forget_places(&mut self) {
        self.span = Span::NOWHERE;
        match &mut self.value {
            Value::List(items) => items.iter_mut().for_each(Node::forget_places),
            Value::Table(table) => table.entries.iter_mut().for_each(Entry::forget_places),
            _ => {}
        }
    }
}

impl Entry {
    /// One whose key stands nowhere.
    pub fn new(key: &str, node: Node) -> Entry {
        Entry { key: key.to_owned(), key_span: Span::NOWHERE, node }
    }

    /// As [`Node::forget_places`].
    pub fn forget_places(&mut self) {
        self.key_span = Span::NOWHERE;
        self.node.forget_places();
    }
}
