//! Knows: the pieces of layout that several views share: facts, links to measures and risks, areas that scroll.
//! Must not know: what is in them.
//!
//! They take and give views of one type, so that the program has the code of each piece once.

use crate::view_state::Opened;
use crate::web::context::Shared;
use leptos::prelude::*;

/// A term and what it is here, for a list of definitions.
pub fn fact(class: Option<&'static str>, term: &str, description: AnyView) -> AnyView {
    view! { <div class=class><dt>{term.to_string()}</dt><dd>{description}</dd></div> }.into_any()
}

/// A link that opens a measure or risk, by its code and name.
pub fn opens(opened: Opened, code: &str, name: &str) -> AnyView {
    let to = Shared::get().link_to(opened);
    view! { <a href=to><span class="code">{code.to_string()}</span> " " {name.to_string()}</a> }.into_any()
}

/// A link to the page for people who make exports. A file of the reader's own would be gone from memory after leaving the page,
/// so that it is opened beside it then.
pub fn to_makers(words: &'static str) -> AnyView {
    let is_local = Shared::get().loaded().is_local();
    let target = is_local.then_some("_blank");
    view! { <a href="makers.html" target=target>{words} {is_local.then_some(" (in a new tab)")}</a> }.into_any()
}

/// A button that does something.
pub fn button(class: Option<&'static str>, press: Box<dyn Fn()>, words: AnyView) -> AnyView {
    view! { <button type="button" class=class on:click=move |_| press()>{words}</button> }.into_any()
}

/// What names an area for a screen reader.
pub enum Named {
    /// A text of its own.
    By(String),
    /// The heading with this id.
    ByHeading(&'static str),
}

/// An area that scrolls sideways on its own, by key too, so that a wide table does not widen the page.
pub fn scrolls(named: Named, table: AnyView) -> AnyView {
    let (label, heading) = match named {
        Named::By(text) => (Some(text), None),
        Named::ByHeading(id) => (None, Some(id)),
    };
    view! {
        <div class="scrolls" tabindex="0" role="region" aria-label=label aria-labelledby=heading data-scrolls="">
            {table}
        </div>
    }
    .into_any()
}
