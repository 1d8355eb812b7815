//! A live session of the library behind three functions, for a page: a request is written into memory, answered, and read from there. The
//! module asks the page for nothing.

use safsim::live::LiveSession;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

static SESSION: LazyLock<Mutex<LiveSession>> = LazyLock::new(Mutex::default);
/// The request, and then the answer to it.
static TEXT: Mutex<Vec<u8>> = Mutex::new(Vec::new());

fn text() -> MutexGuard<'static, Vec<u8>> {
    TEXT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes room for a request of so many bytes, and says where: the page writes it there, as UTF-8.
#[unsafe(no_mangle)]
pub extern "C" fn request(length: usize) -> *mut u8 {
    let mut text = text();
    text.clear();
    text.resize(length, 0);
    text.as_mut_ptr()
}

/// Answers it; the number of bytes of the answer.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> usize {
    let request = std::mem::take(&mut *text());
    let answer = answered(&String::from_utf8_lossy(&request));
    let mut text = text();
    *text = answer.into_bytes();
    text.len()
}

/// Where the answer is, until the next request.
#[unsafe(no_mangle)]
pub extern "C" fn answered_at() -> *const u8 {
    text().as_ptr()
}

/// The same for a program of this machine.
#[must_use]
pub fn answered(request: &str) -> String {
    SESSION.lock().unwrap_or_else(PoisonError::into_inner).answer(request)
}
