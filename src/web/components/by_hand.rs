//! Knows: how a text that a browser would neither copy nor save is offered to be copied by hand.
//! Must not know: what the text is.

use leptos::prelude::*;

/// The text in a field of its own.
pub fn by_hand(text: String) -> AnyView {
    view! {
        <p class="by-hand">
            <label for="by-hand">"The text, to copy from here:"</label>
            " "
            <textarea id="by-hand" readonly rows="8" prop:value=text></textarea>
        </p>
    }
    .into_any()
}
