//! Knows: how the program reports that something happened which its own code rules out.
//! Must not know: what happened, or where a report is written; whoever starts the program says where.

use std::sync::OnceLock;

static LOG: OnceLock<fn(&str)> = OnceLock::new();

/// Says where reports are written. The first call counts.
pub fn log_with(log: fn(&str)) {
    // A second call is a fault of start-up, which has no reader to tell.
    let _ = LOG.set(log);
}

/// Reports something that cannot happen: a panic in tests and debug builds, a line of the log in a release, which goes on.
///
/// Outside data must never lead here; what it can cause is a fault, a finding or a notice.
pub fn report(what: &'static str) {
    debug_assert!(what.is_empty(), "this cannot happen: {what}");
    if let Some(log) = LOG.get() {
        log(what);
    }
}

/// A value that is always there, with something to go on with if it is not.
pub trait OrNever<T> {
    /// The value. If there is none, reports `what` went wrong and gives `instead`.
    fn or_never(self, what: &'static str, instead: T) -> T;
}

impl<T> OrNever<T> for Option<T> {
    fn or_never(self, what: &'static str, instead: T) -> T {
        self.unwrap_or_else(|| {
            report(what);
            instead
        })
    }
}

impl<T, E> OrNever<T> for Result<T, E> {
    fn or_never(self, what: &'static str, instead: T) -> T {
        self.ok().or_never(what, instead)
    }
}

#[cfg(test)]
mod tests {
    use super::OrNever;

    #[test]
    fn what_is_there_is_given() {
        assert_eq!(Some(1).or_never("one", 2), 1);
    }

    #[test]
    #[should_panic(expected = "this cannot happen: one is missing")]
    fn what_is_missing_stops_a_test() {
        None.or_never("one is missing", 2);
    }
}
