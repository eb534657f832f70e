//! Moving something in a list by one place.

text_enum! {
    /// Where something in a list goes by one tap.
    pub enum Direction {
        /// One place towards the beginning.
        Up = "up",
        /// One place towards the end.
        Down = "down",
    }
}

/// The order of a list after one of it was moved a place. At the end of the road, and for one that isn't there (any more), it
/// stays as it is.
#[must_use]
pub fn shift<T: Copy + PartialEq>(ids: &[T], id: T, direction: Direction) -> Vec<T> {
    let mut order = ids.to_vec();
    let from = ids.iter().position(|other| *other == id);
    let to = from.and_then(|from| match direction {
        Direction::Up => from.checked_sub(1),
        Direction::Down => from.checked_add(1).filter(|to| *to < ids.len()),
    });
    if let (Some(from), Some(to)) = (from, to) {
        order.swap(from, to);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_a_list_moves_one_place_and_stops_at_the_ends() {
        let order = [1, 2, 3];
        assert_eq!(shift(&order, 2, Direction::Up), [2, 1, 3]);
        assert_eq!(shift(&order, 2, Direction::Down), [1, 3, 2]);
        assert_eq!(shift(&order, 1, Direction::Up), order);
        assert_eq!(shift(&order, 3, Direction::Down), order);
        assert_eq!(shift(&order, 9, Direction::Down), order, "removed meanwhile");
        assert!(shift::<i32>(&[], 9, Direction::Up).is_empty());
    }
}
