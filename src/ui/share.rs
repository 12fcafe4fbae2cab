//! Knows: how a reader copies the link to what is shown.
//! Must not know: how a link is spelt.

use super::shared::Shared;
use crate::address;
use crate::browser::{history, page};
use crate::describe;
use leptos::prelude::*;

/// What came of copying.
#[derive(Clone, PartialEq, Eq)]
enum Copied {
    Not,
    Done(String),
    /// What is shown is on this device alone.
    Local,
    /// The clipboard is not to be had: the link is there to be copied by hand.
    ByHand {
        link: String,
        words: String,
    },
}

/// A button that copies the link, and says in words what the link shows.
#[component]
pub fn Share() -> impl IntoView {
    let shared = Shared::get();
    let copied = RwSignal::new(Copied::Not);
    // What was said of one link is not said of the next.
    Effect::new(move |_| {
        shared.state.track();
        copied.set(Copied::Not);
    });
    let copy = move |_| {
        let loaded = shared.loaded();
        if loaded.is_local() {
            copied.set(Copied::Local);
            return;
        }
        let link = history::address(&shared.state.with_untracked(address::encode));
        let what = shared.state.with_untracked(|state| describe::shown(state, &loaded.report, &loaded.index));
        let words = format!("{what} – {}", describe::quarter(&loaded.report));
        leptos::task::spawn_local(async move {
            let done = page::copy(&link).await;
            copied.set(if done { Copied::Done(words) } else { Copied::ByHand { link, words } });
        });
    };
    view! {
        <div class="share">
            <button type="button" on:click=copy>"Copy link"</button>
            <div role="status" class="copied">
                {move || match copied.get() {
                    Copied::Not => ().into_any(),
                    Copied::Done(words) => view! { <p>"Link copied. It shows: " <strong>{words}</strong></p> }.into_any(),
                    Copied::Local => view! {
                        <p>
                            <strong>"No link was copied. "</strong>
                            "This report is a file on your own device, which a link cannot hold: whoever followed it would see the \
                             published report. Send the file itself; it opens in this page too."
                        </p>
                    }.into_any(),
                    Copied::ByHand { link, words } => view! {
                        <p>"The link shows: " <strong>{words}</strong></p>
                        <p>
                            <label>
                                "The browser does not let this page copy. Copy the link from here: "
                                <input type="text" readonly prop:value=link/>
                            </label>
                        </p>
                    }.into_any(),
                }}
            </div>
        </div>
    }
}
