//! Knows: a part of the program that is fetched after it: when it is asked for, and what to show until it is there.
//! Must not know: what is in a part.

use leptos::prelude::*;
use std::pin::Pin;

/// A part of the program: asked for once, and again after it could not be had.
#[derive(Clone, Copy)]
pub struct Lazy<T: Send + Sync + 'static> {
    /// What stands in its place where it could not be had.
    without: fn(Retry) -> AnyView,
    fetch: fn() -> Fetching<T>,
    state: RwSignal<State<T>>,
}

/// Asks for a part again.
pub type Retry = Box<dyn Fn()>;

/// None when it could not be had.
pub type Fetching<T> = Pin<Box<dyn Future<Output = Option<T>>>>;

#[derive(Clone, Copy)]
enum State<T> {
    NotAskedFor,
    Coming,
    Failed,
    Here(T),
}

impl<T: Copy + Send + Sync + 'static> Lazy<T> {
    /// A part that was not asked for yet: what stands in its place where it cannot be had, and how it is fetched.
    pub fn new(without: fn(Retry) -> AnyView, fetch: fn() -> Fetching<T>) -> Self {
        Self { without, fetch, state: RwSignal::new(State::NotAskedFor) }
    }

    /// The part, once it is here. Followed.
    pub fn get(self) -> Option<T> {
        match self.state.get() {
            State::Here(part) => Some(part),
            _ => None,
        }
    }

    /// Begins to fetch it, where that was not done, or was in vain.
    pub fn want(self) {
        if matches!(self.state.get_untracked(), State::NotAskedFor | State::Failed) {
            self.state.set(State::Coming);
            leptos::task::spawn_local(async move {
                let fetched = (self.fetch)().await;
                self.state.set(fetched.map_or(State::Failed, State::Here));
            });
        }
    }

    /// What the part draws, once it is here; until then some words or nothing, and where it could not be had, a way to try again.
    pub fn show(self, meanwhile: &'static str, draw: impl Fn(T) -> AnyView + Send + Sync + 'static) -> AnyView {
        self.want();
        (move || match self.state.get() {
            State::Here(part) => draw(part),
            State::Failed => (self.without)(Box::new(move || self.want())),
            State::NotAskedFor | State::Coming => {
                (!meanwhile.is_empty()).then(|| view! { <p class="waiting" role="status">{meanwhile}</p> }).into_any()
            }
        })
        .into_any()
    }
}
