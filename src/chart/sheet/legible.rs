use super::pen::Point;

/// What a text takes of the sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

/// Units by which two texts may come together without touching: letters seldom fill their line.
const SLACK: f64 = 2.0;

impl Room {
    /// Of a text so wide, whose base line begins at `at`.
    pub fn of_text(at: Point, width: f64, size: f64) -> Room {
        Room { left: at.0, right: at.0 + width, top: at.1 - 0.72 * size, bottom: at.1 + 0.2 * size }
    }

    fn is_on(&self, other: &Room) -> bool {
        let apart = self.right <= other.left + SLACK
            || other.right <= self.left + SLACK
            || self.bottom <= other.top + SLACK
            || other.bottom <= self.top + SLACK;
        !apart
    }
}

/// Whether all texts lie on a sheet of this width and height, and none on another one.
pub(super) fn are_apart(rooms: &[Room], (width, height): (f64, f64)) -> bool {
    let is_outside = |room: &Room| {
        room.left < -SLACK || room.right > width + SLACK || room.top < -SLACK || room.bottom > height + SLACK
    };
    let is_covered = |(place, room): (usize, &Room)| rooms[..place].iter().any(|other| room.is_on(other));
    !rooms.iter().any(is_outside) && !rooms.iter().enumerate().any(is_covered)
}

#[cfg(test)]
mod tests {
    use super::{Room, are_apart};

    #[test]
    fn texts_that_touch_or_leave_the_sheet_are_seen() {
        let text = |x: f64, y: f64| Room::of_text((x, y), 50.0, 20.0);
        let sheet = (200.0, 100.0);
        assert!(are_apart(&[text(0.0, 20.0), text(60.0, 20.0), text(0.0, 45.0)], sheet));
        assert!(!are_apart(&[text(0.0, 20.0), text(40.0, 25.0)], sheet), "one lies on the other");
        assert!(!are_apart(&[text(170.0, 20.0)], sheet), "it leaves the sheet at the right");
        assert!(!are_apart(&[text(0.0, 120.0)], sheet), "it leaves the sheet below");
    }
}
