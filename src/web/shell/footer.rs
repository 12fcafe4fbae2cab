//! Knows: the footer of every view: source, downloads, accessibility statement, glossary.
//! Must not know: what is in a view.

use crate::web::components::links::{to_makers, to_page};
use crate::web::components::source::source;
use crate::web::components::terms::GLOSSARY;
use crate::web::context::Context;
use leptos::prelude::*;

/// The footer.
#[component]
pub fn Footer() -> impl IntoView {
    let context = Context::get();
    let data = context.data();
    let report = data.report();
    let glossary = report.glossary.iter().map(|entry| {
        view! { <div><dt>{entry.term.clone()}</dt><dd>{entry.meaning.clone()}</dd></div> }
    });
    // A reader already has their own file.
    let file = data.published().map(|entry| {
        view! { <a href=format!("data/{}", entry.file) download="">"this quarter’s data (JSON)"</a> ", " }
    });
    view! {
        <footer class="footer">
            {source(report)}
            <p>
                "Download: " {file} <a href="schema/export.json">"the format (JSON Schema)"</a> ". "
                {to_makers("Use Quarterlight for your council")}
                ". " {to_page("accessibility.html", "Accessibility statement")}
                ". The page runs on your device. It does not send your choices anywhere."
            </p>
            <details>
                <summary id=GLOSSARY>"Glossary"</summary>
                <dl class="glossary">{glossary.collect_view()}</dl>
            </details>
        </footer>
    }
}
