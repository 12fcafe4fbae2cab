//! Knows: how the source of the figures is named: council, publication, date, licence.
//! Must not know: where on a page or sheet it is.

use crate::report::Report;
use leptos::prelude::*;

/// Where the figures come from, and what was done to the commentary.
pub fn source(report: &Report) -> AnyView {
    let publication = &report.publication;
    let linked = |text: &str, link: &Option<String>| match link {
        Some(link) => view! { <a href=link.clone() rel="noopener">{text.to_string()}</a> }.into_any(),
        None => text.to_string().into_any(),
    };
    let date = publication.date.map(|date| format!(", published on {date}"));
    view! {
        <h2>"About these figures"</h2>
        <p>
            "Source: " {linked(&report.council.name, &report.council.website)} ", "
            <cite>{linked(&publication.title, &publication.link)}</cite> {date} "."
        </p>
        <p>{publication.commentary_note.clone()}</p>
        <p>{publication.licence.clone()}</p>
    }
    .into_any()
}
