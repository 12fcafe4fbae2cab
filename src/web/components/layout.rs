//! Knows: the pieces of layout that several views share: facts, headings, buttons, areas that scroll.
//! Must not know: what is in them.
//!
//! They take and give views of one type, so that the program has the code of each piece once.

use leptos::prelude::*;

/// A term and what it is here, for a list of definitions.
pub fn fact(class: Option<&'static str>, term: &str, description: AnyView) -> AnyView {
    view! { <div class=class><dt>{term.to_string()}</dt><dd>{description}</dd></div> }.into_any()
}

/// A button that does something.
pub fn button(class: Option<&'static str>, press: Box<dyn Fn()>, words: AnyView) -> AnyView {
    view! { <button type="button" class=class on:click=move |_| press()>{words}</button> }.into_any()
}

/// What names an area for a screen reader.
pub enum RegionName {
    /// A text of its own.
    By(String),
    /// The heading with this id.
    ByHeading(&'static str),
}

/// An area that scrolls sideways on its own, by key too, so that a wide table does not widen the page.
pub fn scrolls(named: RegionName, table: AnyView) -> AnyView {
    let (label, heading) = match named {
        RegionName::By(text) => (Some(text), None),
        RegionName::ByHeading(id) => (None, Some(id)),
    };
    view! {
        <div class="scrolls" tabindex="0" role="region" aria-label=label aria-labelledby=heading data-scrolls="">
            {table}
        </div>
    }
    .into_any()
}

/// A heading of this level.
pub fn heading(level: u8, words: AnyView) -> AnyView {
    match level {
        2 => view! { <h2>{words}</h2> }.into_any(),
        3 => view! { <h3>{words}</h3> }.into_any(),
        4 => view! { <h4>{words}</h4> }.into_any(),
        _ => view! { <h5>{words}</h5> }.into_any(),
    }
}
