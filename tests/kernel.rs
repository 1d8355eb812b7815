//! The plain loop that the bench of the contagion kernel compares the engine with does exactly what the engine does: a
//! change of contagion, trust or turnover goes into both.

#[path = "../benches/kernel/mod.rs"]
mod kernel;

use kernel::{PEOPLE, Pair};

#[test]
fn the_plain_loop_and_the_engine_agree_to_the_last_bit() {
    let mut pair = Pair::new(4);
    assert_eq!(PEOPLE, 200);
    assert!((9.0..11.0).contains(&pair.ties_each()), "{} ties each", pair.ties_each());
    pair.run_until(48);
    pair.check();
}
