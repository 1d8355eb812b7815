use super::spread::{spread_out_step, undo_step};
use serde::{Deserialize, Serialize};

/// One run of an experiment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unit {
    /// The arm or point, counted from 0.
    pub cell: u32,
    /// The replicate, counted from 0.
    pub replicate: u64,
}

/// Up to so many cells are arms that are compared replicate by replicate: a chunk holds all of them.
pub(super) const ARMS: u32 = 64;

/// Which runs an experiment has, in which order, in which chunks: a pure function of what it is made from.
///
/// A *cell* is one arm or one point of a design. Replicates go by in blocks: every cell has its first block before any
/// has its second. Up to 64 cells stay together: a chunk holds all of them for its block of replicates. More cells
/// are taken a few to a chunk, in an order that is spread out over the design, so that an experiment that ends early
/// leaves a balanced sample of it. Inside a chunk the replicate is outermost: for each, its cells in order.
///
/// Chunks do not depend on the number of replicates: a schedule with more of them begins with the same chunks, except
/// that chunks of a block that was cut short are longer, and begin with the same units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    layout: Layout,
    replicates: u64,
    undo: u32,
}

/// All of a schedule but the number of replicates: what decides which units a chunk begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Layout {
    cells: u32,
    /// Replicates of a block, at least 1.
    block: u32,
    /// Cells of a chunk, at least 1.
    width: u32,
    /// From one cell to the next that is run, modulo the number of cells.
    step: u32,
}

impl Schedule {
    /// Every cell with that many replicates, in chunks of about `per_chunk` units (64 is usual; fewer where runs are
    /// long; it must be the same when the experiment is resumed).
    #[must_use]
    pub fn new(cells: u32, replicates: u64, per_chunk: u32) -> Schedule {
        let per_chunk = per_chunk.max(1);
        let layout = if cells <= ARMS {
            Layout { cells, block: (per_chunk / cells.max(1)).max(1), width: cells.max(1), step: 1 }
        } else {
            let block = per_chunk.isqrt();
            Layout { cells, block, width: (per_chunk / block).min(cells), step: spread_out_step(cells) }
        };
        Schedule { layout, replicates, undo: undo_step(layout.step, cells) }
    }

    /// The same with cells in their own order, for a design whose first points are balanced already (a Sobol' sample).
    #[must_use]
    pub fn in_given_order(self) -> Schedule {
        Schedule { layout: Layout { step: 1, ..self.layout }, undo: 1, ..self }
    }

    /// The same cells in the same chunks with another number of replicates.
    #[must_use]
    pub fn with_replicates(self, replicates: u64) -> Schedule {
        Schedule { replicates, ..self }
    }

    /// Number of cells.
    #[must_use]
    pub fn cells(&self) -> u32 {
        self.layout.cells
    }

    /// Number of replicates of every cell.
    #[must_use]
    pub fn replicates(&self) -> u64 {
        self.replicates
    }

    /// Number of replicates in a block (the last one may have fewer).
    #[must_use]
    pub fn block(&self) -> u32 {
        self.layout.block
    }

    /// Number of units in all.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.replicates.saturating_mul(self.cells().into())
    }

    /// Number of chunks; they are counted from 0.
    #[must_use]
    pub fn chunks(&self) -> u64 {
        self.replicates.div_ceil(self.layout.block.into()).saturating_mul(self.chunks_per_block())
    }

    /// Number of units in a chunk; 0 if there is no such chunk.
    #[must_use]
    pub fn len(&self, chunk: u64) -> u64 {
        let Some((block, part)) = self.place(chunk) else { return 0 };
        self.replicates_of(block) * self.cells_of(part)
    }

    /// A unit of a chunk, counted from 0; `None` if there is no such chunk or it has fewer.
    #[must_use]
    pub fn unit(&self, chunk: u64, index: u64) -> Option<Unit> {
        let (block, part) = self.place(chunk).filter(|_| index < self.len(chunk))?;
        let width = self.cells_of(part);
        let position = part * u64::from(self.layout.width) + index % width;
        // Below the number of cells, which is a u32.
        let cell = (position * u64::from(self.layout.step) % u64::from(self.layout.cells)) as u32;
        Some(Unit { cell, replicate: block * u64::from(self.layout.block) + index / width })
    }

    /// The units of a chunk in their order: for each replicate, its cells.
    pub fn units(&self, chunk: u64) -> impl Iterator<Item = Unit> + use<> {
        let schedule = *self;
        (0..self.len(chunk)).filter_map(move |index| schedule.unit(chunk, index))
    }

    /// All units, chunk by chunk: the order in which they are run and read back.
    pub fn iter(&self) -> impl Iterator<Item = Unit> + use<> {
        let schedule = *self;
        (0..self.chunks()).flat_map(move |chunk| schedule.units(chunk))
    }

    /// The chunk that holds a unit; `None` if the schedule has no such unit.
    #[must_use]
    pub fn chunk_of(&self, unit: Unit) -> Option<u64> {
        if unit.cell >= self.cells() || unit.replicate >= self.replicates {
            return None;
        }
        let position = u64::from(unit.cell) * u64::from(self.undo) % u64::from(self.cells());
        let block = unit.replicate / u64::from(self.layout.block);
        Some(block * self.chunks_per_block() + position / u64::from(self.layout.width))
    }

    /// Number of leading replicates that every cell has when all chunks before this one are there.
    pub(super) fn replicates_before(&self, chunk: u64) -> u64 {
        let block = chunk.checked_div(self.chunks_per_block()).unwrap_or(0);
        block.saturating_mul(self.layout.block.into()).min(self.replicates)
    }

    pub(super) fn layout(&self) -> Layout {
        self.layout
    }

    fn chunks_per_block(&self) -> u64 {
        self.cells().div_ceil(self.layout.width).into()
    }

    /// Block of replicates and part of the cells of a chunk.
    fn place(&self, chunk: u64) -> Option<(u64, u64)> {
        (chunk < self.chunks()).then(|| (chunk / self.chunks_per_block(), chunk % self.chunks_per_block()))
    }

    fn replicates_of(&self, block: u64) -> u64 {
        let length = u64::from(self.layout.block);
        length.min(self.replicates - block * length)
    }

    fn cells_of(&self, part: u64) -> u64 {
        let width = u64::from(self.layout.width);
        width.min(u64::from(self.cells()) - part * width)
    }
}
