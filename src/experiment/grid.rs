/// All points of a grid: for each axis the index of its value, the first axis slowest.
///
/// No axis gives one point without coordinates, an axis without values none.
pub fn grid_points(lens: &[usize]) -> impl Iterator<Item = Vec<usize>> {
    let first = (!lens.contains(&0)).then(|| vec![0; lens.len()]);
    std::iter::successors(first, move |point: &Vec<usize>| {
        let axis = (0..lens.len()).rfind(|&axis| point[axis] + 1 < lens[axis])?;
        let mut next = point.clone();
        next[axis] += 1;
        next[axis + 1..].fill(0);
        Some(next)
    })
}

#[cfg(test)]
mod tests {
    use super::grid_points;

    #[test]
    fn the_first_axis_is_slowest() {
        let points: Vec<_> = grid_points(&[2, 3]).collect();
        assert_eq!(points, [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]]);
        assert_eq!(grid_points(&[4, 1, 5]).count(), 20);
    }

    #[test]
    fn an_empty_axis_has_no_points() {
        assert_eq!(grid_points(&[3, 0]).count(), 0);
        assert_eq!(grid_points(&[]).collect::<Vec<_>>(), [Vec::<usize>::new()]);
    }
}
