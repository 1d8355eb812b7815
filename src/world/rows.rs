/// Lists of things, one after the other in one column. Row i lies between the i-th end and the next; the first is 0.
#[derive(Clone, Debug)]
pub(super) struct Rows<T> {
    end: Vec<u32>,
    all: Vec<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Rows<T> {
        Rows { end: Vec::new(), all: Vec::new() }
    }
}

impl<T> Rows<T> {
    /// What is in row `i`.
    #[inline]
    pub(super) fn of(&self, i: usize) -> &[T] {
        &self.all[self.end[i] as usize..self.end[i + 1] as usize]
    }

    /// The same, to be changed.
    #[inline]
    pub(super) fn of_mut(&mut self, i: usize) -> &mut [T] {
        &mut self.all[self.end[i] as usize..self.end[i + 1] as usize]
    }

    /// Room for `rows` rows more, with `things` in all of them together.
    pub(super) fn reserve(&mut self, rows: usize, things: usize) {
        self.end.reserve(rows + 1);
        self.all.reserve(things);
    }

    /// Begins a row after the last, with nothing in it yet.
    pub(super) fn begin(&mut self) {
        if self.end.is_empty() {
            self.end.push(0);
        }
        self.end.push(self.all.len() as u32);
    }

    /// Adds to the row that was begun last.
    pub(super) fn add(&mut self, thing: T) {
        self.all.push(thing);
        if let Some(end) = self.end.last_mut() {
            *end += 1;
        }
    }
}
