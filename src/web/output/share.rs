//! Knows: how a view is shared: its link in words, copied, sent, scanned, or in a frame.
//! Must not know: how a link is written.

use crate::explore::address;
use crate::explore::describe;
use crate::explore::view_state::{Mode, View, ViewState};
use crate::output::share as sharing;
use crate::web::browser::{history, page, share};
use crate::web::components::dialog::ModalDialog;
use crate::web::components::layout::button;
use crate::web::context::Context;
use crate::web::output::qr::qr_code;
use leptos::prelude::*;

/// The dialog with the link to what is shown.
#[component]
pub fn Share() -> impl IntoView {
    let context = Context::get();
    let data = context.data();
    let what = context.state.with_untracked(|state| describe::shown(state, &data));
    let words = format!("{what} – {}", describe::quarter(data.report()));
    // The dialog closes when anything else is shown, so its link need not change.
    let link = untrack(|| context.link_for_others());
    view! {
        <ModalDialog title="Share this view">
            <p class="shows">"It shows: " <strong>{words.clone()}</strong></p>
            {match link {
                None => no_link(),
                Some(link) => ways(link, words),
            }}
        </ModalDialog>
    }
}

fn no_link() -> AnyView {
    view! {
        <p>
            <strong>"Others cannot open it from a link. "</strong>
            "This report is a file on your own device. Send the file itself; it opens in this page too."
        </p>
    }
    .into_any()
}

fn ways(link: String, words: String) -> AnyView {
    let context = Context::get();
    let message = RwSignal::new("");
    let warning = context.state.with_untracked(|state| sharing::too_long(&link, &state.to_share()));
    let share_sheet = share::can_share().then(|| share_button(link.clone(), words.clone(), message));
    let large = RwSignal::new(false);
    view! {
        <div class="sharing" class:is-large=move || large.get()>
            <div class="sharing-ways">
                <label class="sharing-field">
                    <span id="link-label">"The link"</span>
                    <input
                        type="text"
                        id=LINK
                        aria-labelledby="link-label"
                        readonly
                        prop:value=link.clone()
                        on:focus=|event| share::select_all(&event)
                        on:click=|event| share::select_all(&event)
                    />
                </label>
                {warning.map(|warning| view! { <p class="sharing-warning">{warning}</p> })}
                <p class="sharing-buttons">
                    {button(None, copy(link.clone(), LINK, "Link copied.", message), "Copy link".into_any())}
                    {share_sheet}
                </p>
                <p role="status" class="sharing-said" prop:textContent=move || message.get()></p>
                {agenda_items()}
                {frame_code(&words, message)}
            </div>
            {code(&link, words, large)}
        </div>
    }
    .into_any()
}

/// The ids of the fields with what is copied.
const LINK: &str = "share-link";
const FRAME: &str = "share-frame";

/// Copies a text; if the browser refuses, focuses the field that has it, for copying by hand.
fn copy(text: String, field: &'static str, done: &'static str, message: RwSignal<&'static str>) -> Box<dyn Fn()> {
    Box::new(move || {
        let text = text.clone();
        message.set("");
        leptos::task::spawn_local(async move {
            let words = if share::copy(&text).await {
                done
            } else {
                // With the focus, all of the field is selected.
                page::focus(field);
                "The browser does not let this page copy. The whole field is selected: copy it from there."
            };
            message.try_set(words);
        });
    })
}

fn share_button(link: String, words: String, message: RwSignal<&'static str>) -> AnyView {
    let press = move || {
        let (link, words) = (link.clone(), words.clone());
        message.set("");
        leptos::task::spawn_local(async move {
            if !share::share("Quarterlight", &words, &link).await {
                message.try_set("The browser could not share it. Copy the link instead.");
            }
        });
    };
    button(None, Box::new(press), "Share…".into_any())
}

/// What is on the agenda, if that is what is shared.
fn agenda_items() -> Option<AnyView> {
    let context = Context::get();
    let items = context.state.with_untracked(|state| match (state.shown.view, &state.shown.detail) {
        (View::Agenda, None) => state.agenda.clone(),
        _ => Vec::new(),
    });
    let data = context.data();
    let words = items.iter().map(|item| describe::item(item, &data));
    let words = words.map(|words| view! { <li>{words}</li> }).collect_view();
    (!items.is_empty())
        .then(|| view! { <details><summary>"What is on the agenda"</summary><ol>{words}</ol></details> }.into_any())
}

/// The HTML of a frame for another page. It does not name the data that it was made from: a frame stays where it was
/// put, and shows the current figures.
fn frame_code(words: &str, message: RwSignal<&'static str>) -> Option<AnyView> {
    let context = Context::get();
    let state = context.state.with_untracked(|state| {
        // The agenda and the checks are not for other pages.
        let may_be_framed = state.as_item().is_some();
        may_be_framed.then(|| ViewState { embed: true, data: None, ..state.to_share().in_mode(Mode::Page) })
    })?;
    let html = sharing::frame(&history::address(&address::encode(&state)), words);
    let inside = view! {
        <details>
            <summary>"Embed"</summary>
            <p>"The view by itself in a frame, without header and filters, and with a link to the full view."</p>
            <label class="sharing-field">
                <span id="frame-label">"HTML for your page"</span>
                <textarea
                    id=FRAME
                    aria-labelledby="frame-label"
                    readonly
                    rows="4"
                    prop:value=html.clone()
                    on:focus=|event| share::select_all(&event)
                    on:click=|event| share::select_all(&event)
                />
            </label>
            <p class="sharing-buttons">
                {button(None, copy(html, FRAME, "HTML copied.", message), "Copy HTML".into_any())}
            </p>
        </details>
    };
    Some(inside.into_any())
}

/// The QR code, beside the rest or in the whole window.
fn code(link: &str, words: String, large: RwSignal<bool>) -> AnyView {
    let Some((code, modules)) = qr_code(link) else {
        return view! { <p class="sharing-warning">"The link is too long for a QR code."</p> }.into_any();
    };
    let dense = sharing::dense_code(usize::try_from(modules).unwrap_or_default());
    let shrink = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && large.get_untracked() {
            // Do not close the dialog.
            event.prevent_default();
            large.set(false);
        }
    };
    let press = move || large.update(|large| *large = !*large);
    let name = (move || if large.get() { "Reduce QR code" } else { "Enlarge QR code" }).into_any();
    view! {
        <figure class="sharing-code" aria-label="QR code and its meaning" on:keydown=shrink>
            {code}
            <figcaption>
                <span>"Scan to open: " {words}</span>
                {dense.map(|dense| view! { <span class="soft">{dense}</span> })}
                {button(None, Box::new(press), name)}
            </figcaption>
        </figure>
    }
    .into_any()
}
