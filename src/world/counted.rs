/// Numbers in the order of their keys, all below `keys`; equals as they came. By counting: as fast as there are numbers and keys.
pub(super) fn counted(
    numbers: impl IntoIterator<Item = u32> + Clone,
    keys: usize,
    key: impl Fn(u32) -> usize,
) -> Vec<u32> {
    let mut next = vec![0_u32; keys + 1];
    let mut all = 0;
    for n in numbers.clone() {
        next[key(n) + 1] += 1;
        all += 1;
    }
    for k in 0..keys {
        next[k + 1] += next[k];
    }
    let mut order = vec![0; all];
    for n in numbers {
        let place = &mut next[key(n)];
        order[*place as usize] = n;
        *place += 1;
    }
    order
}
