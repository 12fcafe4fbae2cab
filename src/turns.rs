//! Knows: that long work is done in turns, so that whoever wants it can do something else in between, or give it up.
//! Must not know: what the work is, or how long a turn lasts.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Whoever wants long work done, and says when it has to wait.
pub trait Turns {
    /// Whether the work has to wait now.
    fn is_over(&self) -> bool;

    /// Waits for the next turn. False if the work is not wanted any longer.
    fn next(&self) -> Pin<Box<dyn Future<Output = bool> + '_>>;
}

impl dyn Turns + '_ {
    /// Called between two steps of work: waits if the turn is over. None if the work is not wanted any longer.
    pub async fn step(&self) -> Option<()> {
        if self.is_over() && !self.next().await { None } else { Some(()) }
    }
}

/// One turn that lasts until the work is done.
pub struct OneTurn;

impl Turns for OneTurn {
    fn is_over(&self) -> bool {
        false
    }

    fn next(&self) -> Pin<Box<dyn Future<Output = bool> + '_>> {
        Box::pin(std::future::ready(true))
    }
}

/// Does work in the one turn that it was given.
#[allow(clippy::expect_used, reason = "a programming error, which no outside data can reach")]
pub fn at_once<T>(work: impl Future<Output = Option<T>>) -> T {
    let done = match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => None,
    };
    done.expect("work that nothing interrupts is done at once")
}
