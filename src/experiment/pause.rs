use std::time::Duration;

/// Does nothing for a while.
pub fn pause(duration: Duration) {
    std::thread::sleep(duration);
}
