//! Knows: the footer of every view: where the figures come from, and what was done to the commentary.
//! Must not know: what is in a view.

use crate::report::Source;
use crate::web::components::links::to_makers;
use crate::web::context::Context;
use leptos::prelude::*;

/// Where the figures come from, and what was done to the commentary.
#[component]
pub fn Footer() -> impl IntoView {
    let context = Context::get();
    let data = context.data();
    let report = data.report();
    let publication = &report.publication;
    let linked = |text: &str, link: &Option<String>| match link {
        Some(link) => view! { <a href=link.clone() rel="noopener">{text.to_string()}</a> }.into_any(),
        None => text.to_string().into_any(),
    };
    let date = publication.date.map(|date| format!(", published on {date}"));
    let glossary = report.glossary.iter().map(|entry| {
        view! { <div><dt>{entry.term.clone()}</dt><dd>{entry.meaning.clone()}</dd></div> }
    });
    // The reader has their own file already.
    let data = match data.source() {
        Source::Published(entry) => {
            Some(view! { <a href=format!("data/{}", entry.file) download="">"this quarter’s data (JSON)"</a> ", " })
        }
        Source::Local { .. } => None,
    };
    view! {
        <footer class="footer">
            <h2>"About these figures"</h2>
            <p>
                "Source: " {linked(&report.council.name, &report.council.website)} ", "
                <cite>{linked(&publication.title, &publication.link)}</cite> {date} "."
            </p>
            <p>{publication.commentary_note.clone()}</p>
            <p>{publication.licence.clone()}</p>
            <p>
                "Download: " {data} <a href="schema/export.json">"the format (JSON Schema)"</a> ". "
                {to_makers("How to make and check an export")}
                ". Everything is worked out on your own device; nothing you choose is sent anywhere."
            </p>
            <details>
                <summary>"Glossary"</summary>
                <dl class="glossary">{glossary.collect_view()}</dl>
            </details>
        </footer>
    }
}
