//! Knows: how the screen is kept from going dark while nobody touches the device, where the browser can.
//! Must not know: what is on the screen.

use super::page::{document, keep};
use gloo::events::EventListener;
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::on_cleanup;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What keeps the screen on, and whether that has ended.
#[derive(Default)]
struct Awake {
    lock: RefCell<Option<JsValue>>,
    has_ended: Cell<bool>,
}

/// Keeps the screen on until the part of the page that asked for it goes. A browser that cannot, or refuses, leaves it as it is.
pub fn keep_screen_on() {
    let awake = Rc::new(Awake::default());
    awake.ask();
    if let Some(document) = document() {
        let awake = Rc::clone(&awake);
        // The browser lets the screen go when the page is hidden.
        keep(EventListener::new(&document.clone(), "visibilitychange", move |_| {
            if !document.hidden() {
                awake.ask();
            }
        }));
    }
    let awake = SendWrapper::new(awake);
    on_cleanup(move || awake.end());
}

impl Awake {
    fn ask(self: &Rc<Self>) {
        let awake = Rc::clone(self);
        spawn_local(async move {
            let Some(lock) = request().await else { return };
            // The presentation may have ended meanwhile.
            let unneeded = if awake.has_ended.get() { Some(lock) } else { awake.lock.replace(Some(lock)) };
            unneeded.iter().for_each(release);
        });
    }

    fn end(&self) {
        self.has_ended.set(true);
        self.lock.take().iter().for_each(release);
    }
}

/// The browser's promise that the screen stays on; none if it gives none.
async fn request() -> Option<JsValue> {
    let locks = Reflect::get(&web_sys::window()?.navigator(), &"wakeLock".into()).ok()?;
    if !is_allowed() {
        return None;
    }
    JsFuture::from(call(&locks, "request", "screen")?.dyn_into::<Promise>().ok()?).await.ok()
}

/// Whether the site or the page around a frame allows it. Chromium complains in the console about a request that they forbid;
/// other browsers cannot say, and refuse in silence.
fn is_allowed() -> bool {
    let policy = document().and_then(|document| Reflect::get(&document, &"featurePolicy".into()).ok());
    policy
        .and_then(|policy| call(&policy, "allowsFeature", "screen-wake-lock"))
        .is_none_or(|allowed| allowed.is_truthy())
}

fn release(lock: &JsValue) {
    if let Some(done) = call(lock, "release", "").and_then(|done| done.dyn_into::<Promise>().ok()) {
        // Waited for, so that a failure stays out of the console.
        spawn_local(async move {
            let _ = JsFuture::from(done).await;
        });
    }
}

/// Calls a method with a word. None if there is no such method, or it fails.
fn call(of: &JsValue, method: &str, word: &str) -> Option<JsValue> {
    let method = Reflect::get(of, &method.into()).ok()?.dyn_into::<Function>().ok()?;
    method.call1(of, &word.into()).ok()
}
