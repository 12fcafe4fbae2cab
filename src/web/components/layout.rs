//! Knows: the pieces of layout that several views share: facts, headings, buttons, tables, areas that scroll.
//! Must not know: what is in them.
//!
//! They take and return erased views, so that each piece is compiled once.

use leptos::prelude::*;

/// An entry of a definition list.
pub fn fact(class: Option<&'static str>, term: &str, description: AnyView) -> AnyView {
    view! { <div class=class><dt>{term.to_string()}</dt><dd>{description}</dd></div> }.into_any()
}

/// A button.
pub fn button(class: Option<&'static str>, press: Box<dyn Fn()>, words: AnyView) -> AnyView {
    view! { <button type="button" class=class on:click=move |_| press()>{words}</button> }.into_any()
}

/// The name of an area for screen readers.
pub enum RegionName {
    /// A text.
    By(String),
    /// The heading with this id.
    ByHeading(&'static str),
}

/// An area that scrolls sideways by itself, also by key, so that a wide table does not widen the page. A group, not a region: screen
/// readers list regions to find one's way by, and a section has its own.
pub fn scrolls(named: RegionName, table: AnyView) -> AnyView {
    let (label, heading) = match named {
        RegionName::By(text) => (Some(text), None),
        RegionName::ByHeading(id) => (None, Some(id)),
    };
    view! {
        <div class="scrolls" tabindex="0" role="group" aria-label=label aria-labelledby=heading data-scrolls="">
            {table}
        </div>
    }
    .into_any()
}

/// A section under a heading that names it. `class` is that of the section, `id` that of the heading.
pub fn section(class: Option<&'static str>, id: &'static str, heading: AnyView, inside: AnyView) -> AnyView {
    view! { <section class=class aria-labelledby=id><h2 id=id>{heading}</h2>{inside}</section> }.into_any()
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

/// The name of a table for readers who hear the page and choose among its tables. To others, the heading above says it.
pub fn table_name(name: &'static str) -> AnyView {
    view! { <caption class="visually-hidden">{name}</caption> }.into_any()
}

/// A table whose rows become cards on a narrow screen. The roles keep it a table for screen readers even then.
pub fn card_table(class: &'static str, name: &'static str, heads: AnyView, bodies: AnyView) -> AnyView {
    view! {
        <table class=class role="table">
            {table_name(name)}
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            {bodies}
        </table>
    }
    .into_any()
}

/// The heads of some columns of such a table.
pub fn card_heads(names: &[&str], is_numeric: bool) -> AnyView {
    let class = is_numeric.then_some("numeric");
    let head = |name: &&str| view! { <th scope="col" role="columnheader" class=class>{name.to_string()}</th> };
    names.iter().map(head).collect_view().into_any()
}

/// A table with plain heads of columns.
pub fn plain_table(class: Option<&'static str>, name: &'static str, columns: &[&str], rows: AnyView) -> AnyView {
    let heads = columns.iter().map(|name| view! { <th scope="col">{name.to_string()}</th> });
    view! {
        <table class=class>
            {table_name(name)}
            <thead><tr>{heads.collect_view()}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
