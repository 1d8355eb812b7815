use super::schedule::ARMS;
use super::{Schedule, Unit};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn unit(cell: u32, replicate: u64) -> Unit {
    Unit { cell, replicate }
}

#[test]
fn arms_stay_together_replicate_by_replicate() {
    let schedule = Schedule::new(3, 5, 7);
    assert_eq!((schedule.block(), schedule.chunks(), schedule.total()), (2, 3, 15));
    let first = [unit(0, 0), unit(1, 0), unit(2, 0), unit(0, 1), unit(1, 1), unit(2, 1)];
    assert_eq!(schedule.units(0).collect::<Vec<_>>(), first);
    assert_eq!(schedule.units(2).collect::<Vec<_>>(), [unit(0, 4), unit(1, 4), unit(2, 4)]);
    assert_eq!(schedule.units(3).count(), 0);
    assert_eq!(Schedule::new(8, 100, 1).block(), 1, "arms are not torn apart however small a chunk");
}

#[test]
fn many_cells_go_by_in_blocks_of_replicates() {
    let schedule = Schedule::new(400, 20, 64);
    assert_eq!((schedule.block(), schedule.chunks()), (8, 150));
    assert_eq!((schedule.len(0), schedule.len(149)), (64, 32));
    let given = schedule.in_given_order();
    assert_eq!(given.units(0).take(9).collect::<Vec<_>>()[7..], [unit(7, 0), unit(0, 1)]);
    assert_eq!(given.unit(50, 0), Some(unit(0, 8)));
}

#[test]
fn nothing_to_do_is_an_empty_schedule() {
    for schedule in [Schedule::new(0, 5, 64), Schedule::new(5, 0, 64), Schedule::new(100, 0, 0)] {
        assert_eq!((schedule.total(), schedule.chunks(), schedule.iter().count()), (0, 0, 0));
        assert_eq!(schedule.chunk_of(unit(0, 0)), None);
    }
}

fn schedules() -> impl Strategy<Value = Schedule> {
    (1_u32..300, 1_u64..30, 0_u32..100, any::<bool>()).prop_map(|(cells, replicates, per_chunk, given)| {
        let schedule = Schedule::new(cells, replicates, per_chunk);
        if given { schedule.in_given_order() } else { schedule }
    })
}

proptest! {
    #[test]
    fn every_unit_is_in_one_chunk_and_found_there(schedule in schedules()) {
        let mut seen = BTreeSet::new();
        for chunk in 0..schedule.chunks() {
            let units: Vec<Unit> = schedule.units(chunk).collect();
            prop_assert!(!units.is_empty() && units.len() as u64 == schedule.len(chunk));
            for unit in units {
                prop_assert_eq!(schedule.chunk_of(unit), Some(chunk));
                prop_assert!(seen.insert(unit));
            }
        }
        let all = (0..schedule.cells()).flat_map(|c| (0..schedule.replicates()).map(move |r| unit(c, r)));
        prop_assert_eq!(seen, all.collect::<BTreeSet<_>>());
    }

    #[test]
    fn a_chunk_has_about_as_many_units_as_asked(cells in 1_u32..300, per_chunk in 1_u32..200) {
        let most = Schedule::new(cells, 1000, per_chunk).len(0);
        prop_assert!(most <= u64::from(per_chunk.max(cells.min(ARMS))));
        prop_assert!(cells.min(1000) * 8 < per_chunk || 2 * most >= u64::from(per_chunk));
    }

    #[test]
    fn after_any_number_of_chunks_cells_differ_by_at_most_a_block(schedule in schedules()) {
        let mut counts = vec![0; schedule.cells() as usize];
        for chunk in 0..schedule.chunks() {
            schedule.units(chunk).for_each(|unit| counts[unit.cell as usize] += 1);
            let (least, most) = (counts.iter().min().unwrap(), counts.iter().max().unwrap());
            prop_assert!(most - least <= schedule.block());
            prop_assert!(u64::from(*least) >= schedule.replicates_before(chunk + 1));
        }
    }

    /// Of the first fifty cells that are begun about five are in each tenth of the design.
    #[test]
    fn the_first_chunks_are_spread_out(cells in 100_u32..2000) {
        let schedule = Schedule::new(cells, 1, 64);
        let mut counts = [0_u32; 10];
        for unit in schedule.iter().take(50) {
            counts[(unit.cell * 10 / cells) as usize] += 1;
        }
        prop_assert!(counts.iter().all(|&n| (2..=8).contains(&n)), "{:?}", counts);
    }

    #[test]
    fn more_replicates_begin_with_the_same_chunks(schedule in schedules(), more in 1_u64..30) {
        let longer = schedule.with_replicates(schedule.replicates() + more);
        for chunk in 0..schedule.chunks() {
            let (short, long): (Vec<_>, Vec<_>) = (schedule.units(chunk).collect(), longer.units(chunk).collect());
            prop_assert!(long.starts_with(&short));
            prop_assert!(long == short || schedule.replicates_before(chunk) + u64::from(schedule.block()) > schedule.replicates());
        }
    }
}
