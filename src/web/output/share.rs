//! Knows: how a reader gives what is shown to others: what the link shows, in words; copied, shared, scanned, or in a frame.
//! Must not know: how a link is spelt.

use crate::explore::address;
use crate::explore::describe;
use crate::explore::view_state::{Mode, View, ViewState};
use crate::output::share as sharing;
use crate::web::browser::{history, page, share};
use crate::web::components::dialog::ModalDialog;
use crate::web::components::layout::button;
use crate::web::context::Context;
use crate::web::output::qr::{qr_code, qr_modules};
use leptos::prelude::*;

/// The dialog with the link to what is shown.
#[component]
pub fn Share() -> impl IntoView {
    let context = Context::get();
    let data = context.data();
    let what = context.state.with_untracked(|state| describe::shown(state, &data));
    let words = format!("{what} – {}", describe::quarter(data.report()));
    // It closes when anything else is shown: the link stays the one that it opened with.
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
            <strong>"There is no link to it. "</strong>
            "This report is a file on your own device, which a link cannot hold: whoever followed it would see the published report. \
             Send the file itself; it opens in this page too."
        </p>
    }
    .into_any()
}

/// Every way to give a link to others.
fn ways(link: String, words: String) -> AnyView {
    let context = Context::get();
    let said = RwSignal::new("");
    let warning = context.state.with_untracked(|state| sharing::too_long(&link, &state.to_share()));
    let share_sheet = share::can_share().then(|| sheet_button(link.clone(), words.clone(), said));
    let large = RwSignal::new(false);
    view! {
        <div class="sharing" class:is-large=move || large.get()>
            <div class="sharing-ways">
                <label class="sharing-field">
                    <span>"The link"</span>
                    <input
                        type="text"
                        id=LINK
                        readonly
                        prop:value=link.clone()
                        on:focus=|event| share::select_all(&event)
                        on:click=|event| share::select_all(&event)
                    />
                </label>
                {warning.map(|warning| view! { <p class="sharing-warning">{warning}</p> })}
                <p class="sharing-buttons">
                    {button(None, copies(link.clone(), LINK, "Link copied.", said), "Copy link".into_any())}
                    {share_sheet}
                </p>
                <p role="status" class="sharing-said">{move || said.get()}</p>
                {agenda_items()}
                {frame_code(&words, said)}
            </div>
            {code(&link, words, large)}
        </div>
    }
    .into_any()
}

/// The fields with what is copied.
const LINK: &str = "share-link";
const FRAME: &str = "share-frame";

/// Copies a text; where the browser does not let the page, the field that has it is there to be copied from by hand.
fn copies(text: String, field: &'static str, done: &'static str, said: RwSignal<&'static str>) -> Box<dyn Fn()> {
    Box::new(move || {
        let text = text.clone();
        said.set("");
        leptos::task::spawn_local(async move {
            let words = if page::copy(&text).await {
                done
            } else {
                // It selects itself with the focus.
                page::focus(field);
                "The browser does not let this page copy. All of the field is selected: copy it from there."
            };
            said.try_set(words);
        });
    })
}

/// Opens the system's share sheet.
fn sheet_button(link: String, words: String, said: RwSignal<&'static str>) -> AnyView {
    let press = move || {
        let (link, words) = (link.clone(), words.clone());
        said.set("");
        leptos::task::spawn_local(async move {
            if !share::share("Quarterlight", &words, &link).await {
                said.try_set("The browser could not share it. Copy the link instead.");
            }
        });
    };
    button(None, Box::new(press), "Share…".into_any())
}

/// What an agenda holds, where that is what is shared.
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

/// The HTML for another page. A frame stays where it was put, so that it says nothing of when it was made: it shows the figures
/// as they are.
fn frame_code(words: &str, said: RwSignal<&'static str>) -> Option<AnyView> {
    let context = Context::get();
    let state = context.state.with_untracked(|state| {
        // The agenda and the checks are for those who work with the report.
        state.as_item().map(|_| ViewState { embed: true, data: None, ..state.to_share().in_mode(Mode::Page) })
    })?;
    let html = sharing::frame(&history::address(&address::encode(&state)), words);
    Some(
        view! {
            <details>
                <summary>"Put this view into a web page"</summary>
                <p>"The view by itself in a frame, without header and filters, and with a link to the full view."</p>
                <label class="sharing-field">
                    <span>"HTML for your page"</span>
                    <textarea
                        id=FRAME
                        readonly
                        rows="4"
                        prop:value=html.clone()
                        on:focus=|event| share::select_all(&event)
                        on:click=|event| share::select_all(&event)
                    />
                </label>
                <p class="sharing-buttons">
                    {button(None, copies(html, FRAME, "HTML copied.", said), "Copy HTML".into_any())}
                </p>
            </details>
        }
        .into_any(),
    )
}

/// The QR code, beside the rest or in the whole window.
fn code(link: &str, words: String, large: RwSignal<bool>) -> AnyView {
    let Some(code) = qr_code(link, "QR code of the link") else {
        return view! { <p class="sharing-warning">"The link is too long for a QR code."</p> }.into_any();
    };
    let dense = sharing::dense_code(qr_modules(link));
    let smaller = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && large.get_untracked() {
            // The dialog itself stays open.
            event.prevent_default();
            large.set(false);
        }
    };
    let press = move || large.update(|large| *large = !*large);
    let name = (move || if large.get() { "Show it smaller" } else { "Show it as large as the window" }).into_any();
    view! {
        <figure class="sharing-code" on:keydown=smaller>
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
