//! Waiting for conditions: these tests have no pauses of a fixed length.

use std::fmt::Debug;
use std::thread;
use std::time::{Duration, Instant};

/// How long to wait before giving up: long enough for a busy machine, since waiting ends with what is awaited.
pub const PATIENCE: Duration = Duration::from_secs(30);
const BETWEEN_LOOKS: Duration = Duration::from_millis(15);

/// Tries until there is a result, and returns it.
pub fn until_some<T>(what: &str, mut look: impl FnMut() -> Result<T, String>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        match look() {
            Ok(found) => return found,
            Err(why) if Instant::now() >= end => panic!("gave up waiting for: {what}\n{why}"),
            Err(_) => thread::sleep(BETWEEN_LOOKS),
        }
    }
}

/// Tries until it is true.
pub fn until(what: &str, mut look: impl FnMut() -> bool) {
    until_some(what, || if look() { Ok(()) } else { Err(String::new()) });
}

/// Tries until the two are equal.
pub fn until_equal<T: PartialEq<U> + Debug, U: Debug>(what: &str, expected: U, mut look: impl FnMut() -> T) {
    until_some(what, || {
        let found = look();
        if found == expected { Ok(()) } else { Err(format!("expected {expected:#?}\nfound    {found:#?}")) }
    });
}
