//! Waiting for what is about to be: there is no pause of a fixed length anywhere in these tests.

use std::fmt::Debug;
use std::thread;
use std::time::{Duration, Instant};

/// After this long, what is waited for will not come.
pub const PATIENCE: Duration = Duration::from_secs(10);
const BETWEEN_LOOKS: Duration = Duration::from_millis(15);

/// Looks until there is something, and hands it out.
pub fn until_some<T>(what: &str, mut look: impl FnMut() -> Result<T, String>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        match look() {
            Ok(found) => return found,
            Err(why) if Instant::now() >= end => panic!("waited in vain for: {what}\n{why}"),
            Err(_) => thread::sleep(BETWEEN_LOOKS),
        }
    }
}

/// Looks until it is so.
pub fn until(what: &str, mut look: impl FnMut() -> bool) {
    until_some(what, || if look() { Ok(()) } else { Err(String::new()) });
}

/// Looks until the two are equal.
pub fn until_equal<T: PartialEq<U> + Debug, U: Debug>(what: &str, expected: U, mut look: impl FnMut() -> T) {
    until_some(what, || {
        let found = look();
        if found == expected { Ok(()) } else { Err(format!("expected {expected:#?}\nfound    {found:#?}")) }
    });
}
