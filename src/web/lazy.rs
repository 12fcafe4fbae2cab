//! Knows: when a separately loaded part of the program is fetched, and what to show until then.
//! Must not know: what is in the part.

use crate::web::changing::anew;
use leptos::prelude::*;
use std::pin::Pin;

/// A part of the program that is loaded when first needed.
#[derive(Clone, Copy)]
pub struct Lazy<T: Send + Sync + 'static> {
    /// Drawn in its place until it is there: the words, and their role.
    waiting: fn(&'static str, Option<&'static str>) -> AnyView,
    /// Drawn in its place if it could not be fetched.
    fallback: fn(Retry) -> AnyView,
    fetch: fn() -> Fetching<T>,
    state: RwSignal<State<T>>,
}

/// Fetches a part again.
pub type Retry = Box<dyn Fn()>;

/// A part on its way; none if it could not be fetched.
pub type Fetching<T> = Pin<Box<dyn Future<Output = Option<T>>>>;

#[derive(Clone, Copy)]
enum State<T> {
    NotWanted,
    Loading,
    Failed,
    Loaded(T),
}

impl<T: Copy + Send + Sync + 'static> Lazy<T> {
    /// A part that is not fetched yet: what to draw in its place until it is there, and if that fails; and how to fetch it.
    pub fn new(
        waiting: fn(&'static str, Option<&'static str>) -> AnyView,
        fallback: fn(Retry) -> AnyView,
        fetch: fn() -> Fetching<T>,
    ) -> Self {
        Self { waiting, fallback, fetch, state: RwSignal::new(State::NotWanted) }
    }

    /// The part, once loaded. Tracked.
    pub fn get(self) -> Option<T> {
        match self.state.get() {
            State::Loaded(part) => Some(part),
            _ => None,
        }
    }

    /// Whether the part could not be fetched. Tracked.
    pub fn has_failed(self) -> bool {
        matches!(self.state.get(), State::Failed)
    }

    /// Whether the part is loaded, or could not be fetched. Tracked.
    pub fn is_settled(self) -> bool {
        matches!(self.state.get(), State::Loaded(_) | State::Failed)
    }

    /// Starts fetching the part, unless it is loaded or on its way.
    pub fn want(self) {
        if matches!(self.state.get_untracked(), State::NotWanted | State::Failed) {
            self.state.set(State::Loading);
            leptos::task::spawn_local(async move {
                let fetched = (self.fetch)().await;
                self.state.set(fetched.map_or(State::Failed, State::Loaded));
            });
        }
    }

    /// Starts fetching the part before anything needs it, once: what could not be fetched then is fetched again when it is needed.
    pub fn want_ahead(self) {
        if matches!(self.state.get_untracked(), State::NotWanted) {
            self.want();
        }
    }

    /// What the part draws, once loaded; until then the words in `meanwhile`, and the fallback if it cannot be fetched.
    pub fn show(self, meanwhile: &'static str, draw: impl Fn(T) -> AnyView + Send + Sync + 'static) -> AnyView {
        self.show_as(Some("status"), meanwhile, draw)
    }

    /// The same for a part of a view: screen readers do not announce the words, since what the view says comes first.
    pub fn show_quietly(self, meanwhile: &'static str, draw: impl Fn(T) -> AnyView + Send + Sync + 'static) -> AnyView {
        self.show_as(None, meanwhile, draw)
    }

    fn show_as(
        self,
        role: Option<&'static str>,
        meanwhile: &'static str,
        draw: impl Fn(T) -> AnyView + Send + Sync + 'static,
    ) -> AnyView {
        self.want();
        anew(move || match self.state.get() {
            State::Loaded(part) => draw(part),
            State::Failed => (self.fallback)(Box::new(move || self.want())),
            State::NotWanted | State::Loading => {
                (!meanwhile.is_empty()).then(|| (self.waiting)(meanwhile, role)).into_any()
            }
        })
    }
}
