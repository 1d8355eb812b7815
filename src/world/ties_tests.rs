use super::{Common, Pair, Ties};

const ORGANISATION: [u16; 4] = [0, 0, 1, 1];

fn four() -> Ties {
    let pair = |low, high, there, back| Pair { low, high, trust: [there, back] };
    let pairs = [pair(0, 2, 0.3, 0.4), pair(0, 1, 0.6, 0.7), pair(2, 3, 0.5, 0.5)];
    Ties::new(&ORGANISATION, &pairs, 8)
}

/// Every tie finds its own trust and, in return, that of the tie j -> i.
fn consistent(ties: &Ties, people: usize) {
    for i in 0..people {
        for k in ties.of(i) {
            let j = ties.target[k] as usize;
            let back = ties.find(j, i).unwrap();
            assert_eq!((ties.trust_back(k), ties.trust_back(back)), (ties.trust(back), ties.trust(k)));
        }
    }
    let sum: f64 = (0..ties.len()).map(|k| ties.trust(k)).sum();
    assert!((sum - ties.total_trust()).abs() < 1e-12 * sum.max(1.0));
}

#[test]
fn rows_hold_inside_ties_first_and_trust_is_found_even_after_additions() {
    let mut ties = four();
    consistent(&ties, 4);
    assert_eq!(ties.inside(0).map(|k| ties.target[k]).collect::<Vec<_>>(), [1]);
    assert_eq!(ties.trust(ties.find(2, 0).unwrap()), 0.4);
    ties.add(&ORGANISATION, 1, 3, 0.2);
    ties.add(&ORGANISATION, 3, 0, 0.1);
    ties.sort(&ORGANISATION, &[0; 4], &[0; 4]);
    consistent(&ties, 4);
    assert_eq!(ties.len(), 10);
    assert_eq!(ties.across(3).map(|k| ties.target[k]).collect::<Vec<_>>(), [1, 0]);
    assert_eq!(ties.trust(ties.find(0, 1).unwrap()), 0.6);
    assert_eq!(ties.trust(ties.find(2, 3).unwrap()), 0.5);
    ties.set_trust_back(ties.find(0, 2).unwrap(), 0.9);
    assert_eq!((ties.trust(ties.find(2, 0).unwrap()), ties.trust(ties.find(0, 2).unwrap())), (0.9, 0.3));
    consistent(&ties, 4);
}

#[test]
fn pairs_that_have_the_same_in_common_lie_together_the_nearest_first() {
    // Sixty people of six organisations, all of whom know each other: many more kinds than initiatives.
    let people = 60_u16;
    let organisation: Vec<u16> = (0..people).map(|slot| slot / 10).collect();
    let enrolled: Vec<u64> = (0..u64::from(people)).map(|slot| slot.wrapping_mul(0x9e37_79b9_7f4a_7c15)).collect();
    let boards: Vec<u16> = (0..people).map(|slot| slot % 4).collect();
    let pair = |low, high| Pair { low, high, trust: [f64::from(low) / 100.0, f64::from(high) / 100.0] };
    let pairs: Vec<Pair> = (0..people).flat_map(|high| (0..high).map(move |low| pair(low, high))).collect();
    let mut ties = Ties::new(&organisation, &pairs, 0);
    for _ in 0..2 {
        ties.sort(&organisation, &enrolled, &boards);
        consistent(&ties, people.into());
        let mut seen: Vec<Common> = vec![];
        let mut next = 0;
        let pairs = ties.pairs();
        for stretch in pairs.stretches {
            assert_eq!(stretch.first, next);
            assert!(stretch.end > stretch.first && !seen.contains(&stretch.common));
            (next, seen) = (stretch.end, [seen, vec![stretch.common]].concat());
            let mut distance = 0;
            for n in stretch.first as usize..stretch.end as usize {
                let [low, high] = pairs.ends[n].map(usize::from);
                let boards = boards[low] & boards[high];
                let across = organisation[low] != organisation[high];
                assert_eq!(stretch.common, Common { across, boards, work: enrolled[low] & enrolled[high] });
                assert!(high - low >= distance);
                distance = high - low;
                assert_eq!(pairs.trust[n], [low as f64 / 100.0, high as f64 / 100.0]);
            }
        }
        assert_eq!(next as usize, pairs.ends.len());
        assert!(seen.len() > 1000, "{}", seen.len());
    }
}
