//! Knows: the work that waits for the browser to finish what it is at (drawing after a change, above all), and how to do it at once.
//! Must not know: what the work is.

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use send_wrapper::SendWrapper;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};

/// As many rounds as work may go on for when it is done at once: what makes more of itself for ever is left for later.
const ROUNDS: usize = 100;

thread_local! {
    static WAITING: RefCell<VecDeque<Arc<Task>>> = const { RefCell::new(VecDeque::new()) };
    /// Has the browser call when it has finished what it is at.
    static LATER: RefCell<Option<Waker>> = const { RefCell::new(None) };
}

struct Task {
    /// None once it is done.
    work: SendWrapper<RefCell<Option<PinnedLocalFuture<()>>>>,
    is_waiting: AtomicBool,
}

impl Wake for Task {
    fn wake(self: Arc<Self>) {
        if !self.is_waiting.swap(true, Ordering::Relaxed) {
            wait(self);
        }
    }
}

fn wait(task: Arc<Task>) {
    WAITING.with_borrow_mut(|waiting| waiting.push_back(task));
    LATER.with_borrow(|later| later.as_ref().map(Waker::wake_by_ref));
}

impl Task {
    fn go_on(self: Arc<Self>) {
        // It may itself be what has everything else done at once.
        let Ok(mut work) = self.work.try_borrow_mut() else { return wait(self.clone()) };
        self.is_waiting.store(false, Ordering::Relaxed);
        let waker = Waker::from(self.clone());
        let is_done = work.as_mut().is_some_and(|work| work.as_mut().poll(&mut Context::from_waker(&waker)).is_ready());
        if is_done {
            *work = None;
        }
    }
}

/// Does what waits now, and leaves what comes of it for the next time. False if nothing waits.
fn go_round() -> bool {
    let count = WAITING.with_borrow(VecDeque::len);
    for _ in 0..count {
        // Not while the list is borrowed: work makes more of it.
        let next = WAITING.with_borrow_mut(VecDeque::pop_front);
        next.into_iter().for_each(Task::go_on);
    }
    count > 0
}

/// Does at once all that waits, and what comes of it: for when the browser goes on with what is on the page as soon as this returns.
pub fn do_now() {
    (0..ROUNDS).find(|_| !go_round());
}

struct Tasks;

impl CustomExecutor for Tasks {
    fn spawn(&self, work: PinnedFuture<()>) {
        self.spawn_local(work);
    }

    fn spawn_local(&self, work: PinnedLocalFuture<()>) {
        wait(Arc::new(Task { work: SendWrapper::new(RefCell::new(Some(work))), is_waiting: AtomicBool::new(true) }));
    }

    fn poll_local(&self) {
        do_now();
    }
}

/// From here on, Leptos's work waits here. Its own choice for browsers has no way to do any of it at once.
pub fn begin() {
    if Executor::init_custom_executor(Tasks).is_err() {
        return;
    }
    // In the browser's queue this is one task, which never ends.
    wasm_bindgen_futures::spawn_local(std::future::poll_fn(|context| {
        LATER.set(Some(context.waker().clone()));
        go_round();
        Poll::Pending
    }));
}
