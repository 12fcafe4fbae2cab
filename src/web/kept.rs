//! Knows: how a view that a reader is likely to come back to stays as it is while another is shown.
//! Must not know: which views these are, or what is in them.

use crate::web::browser::page;
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Render};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Views by a key. All of them follow what they show, seen or not, so one that returns is never out of date.
#[derive(Clone, Copy)]
pub struct KeptViews<K: 'static> {
    /// What lives as long as all of them.
    owner: StoredValue<Option<Owner>>,
    views: StoredValue<Vec<KeptView<K>>, LocalStorage>,
}

/// A directive: an element with a view in it.
fn put_in(element: Element, place: SendWrapper<HtmlElement>) {
    let _ = element.append_child(&place);
}

struct KeptView<K> {
    key: K,
    /// Has the whole view in it, on the page or off it.
    place: HtmlElement,
    /// How far what scrolls by itself in it was scrolled when the view was left: the browser forgets that.
    scrolled: Vec<(Element, i32, i32)>,
    /// With these the view goes.
    _owner: Owner,
    _state: AnyViewState,
}

impl<K: PartialEq + Copy> KeptViews<K> {
    /// None yet. They go with the part of the page that asked for this.
    pub fn start() -> Self {
        Self { owner: StoredValue::new(Owner::current()), views: StoredValue::new_local(Vec::new()) }
    }

    /// The view of a key: as it was left or, the first time, as `draw` draws it.
    pub fn show(self, key: K, draw: impl FnOnce() -> AnyView) -> AnyView {
        let is_known = self.views.with_value(|views| views.iter().any(|one| one.key == key));
        if !is_known && self.keep(key, draw).is_none() {
            return ().into_any();
        }
        // When it is on the page, and before the browser shows it.
        request_animation_frame(move || self.scroll_back(key));
        let place = self.views.with_value(|views| views.iter().find(|one| one.key == key).map(|one| one.place.clone()));
        let Some(place) = place else { return ().into_any() };
        view! { <div class="kept-view" use:put_in=SendWrapper::new(place)></div> }.into_any()
    }

    /// Notes where the reader is in what is on the page, which is about to go.
    pub fn note_places(self) {
        self.views.update_value(|views| {
            for view in views.iter_mut().filter(|one| one.place.is_connected()) {
                let scrolled = page::all_in(&view.place, "[data-scrolls], .side").into_iter();
                let scrolled = scrolled.map(|one| (one.clone(), one.scroll_left(), one.scroll_top()));
                view.scrolled = scrolled.filter(|(_, left, top)| *left != 0 || *top != 0).collect();
            }
        });
    }

    fn scroll_back(self, key: K) {
        self.views.try_update_value(|views| {
            for (element, left, top) in
                views.iter_mut().filter(|one| one.key == key).flat_map(|one| one.scrolled.drain(..))
            {
                element.set_scroll_left(left);
                element.set_scroll_top(top);
            }
        });
    }

    fn keep(self, key: K, draw: impl FnOnce() -> AnyView) -> Option<()> {
        let place: HtmlElement = page::document()?.create_element("div").ok()?.dyn_into().ok()?;
        place.set_class_name("kept-view");
        let owner = self.owner.with_value(|owner| owner.as_ref().map(Owner::child))?;
        let mut state = owner.with(|| untrack(|| draw().build()));
        state.mount(&place, None);
        let view = KeptView { key, place, scrolled: Vec::new(), _owner: owner, _state: state };
        self.views.update_value(|views| views.push(view));
        Some(())
    }

    /// Lets all go that are not on the page: for a change that would have to be drawn in them too, with nobody to see it.
    pub fn forget_unseen(self) {
        // The explorer of another quarter may have taken the place of theirs.
        self.views.try_update_value(|views| views.retain(|one| one.place.is_connected()));
    }
}
