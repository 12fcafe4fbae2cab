//! Knows: what stands around every view: the header with its views, notices, the footer with the source.
//! Must not know: what is in a view.

use crate::report::words::Word;
use crate::view_state::{View, ViewState};
use crate::web::browser::page;
use crate::web::components::pieces::{button, to_makers};
use crate::web::context::Shared;
use crate::web::shell::app::Source;
use crate::web::shell::toolbar::Actions;
use leptos::prelude::*;

/// The name of a view for readers.
fn view_name(view: View) -> &'static str {
    match view {
        View::Overview => "Overview",
        View::Measures => "Measures",
        View::Risks => "Risks",
        View::Projects => "Projects",
        View::Checks => "Checks",
        View::Agenda => "Agenda",
    }
}

/// Council, quarter and views. The choices of the reader go along from view to view.
#[component]
pub fn Header() -> impl IntoView {
    let shared = Shared::get();
    let loaded = shared.loaded();
    let start = shared.link(|state| {
        let (quarter, data, agenda) = (state.quarter.clone(), state.data.clone(), state.agenda.clone());
        ViewState { quarter, data, agenda, ..ViewState::default() }
    });
    let links = View::ALL
        .iter()
        .map(|&view| {
            let here = move || {
                shared.state.with(|state| match (state.view == view, &state.opened) {
                    (true, None) => Some("page"),
                    (true, Some(_)) => Some("true"),
                    (false, _) => None,
                })
            };
            view! {
                <li>
                    <a
                        href=shared.link(move |state| state.in_view(view))
                        aria-current=here
                    >
                        {view_name(view)}
                        {(view == View::Checks).then(|| view! { <FindingCount/> })}
                        {(view == View::Agenda).then(|| view! { <ItemCount/> })}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <header class="header">
            <p class="brand">
                <a href=start>"Quarterlight"</a>
                <span class="council">{loaded.report.council.name.clone()}</span>
                <span class="quarter">{crate::describe::quarter(&loaded.report)}</span>
            </p>
            <Quarters/>
            <nav aria-label="Views">
                <ul>{links}</ul>
            </nav>
            <Actions/>
        </header>
    }
}

/// How many findings the checks have in the selection, once they are here.
#[component]
fn FindingCount() -> impl IntoView {
    let shared = Shared::get();
    move || {
        let count = shared.finding_count.get()?;
        Some(view! {
            " " <span class="count">{count.to_string()}</span>
            <span class="visually-hidden">{if count == 1 { " finding" } else { " findings" }}</span>
        })
    }
}

/// How many items are on the agenda, once there is one.
#[component]
fn ItemCount() -> impl IntoView {
    let shared = Shared::get();
    move || {
        let count = shared.state.with(|state| state.agenda.len());
        (count > 0).then(|| {
            view! {
                <span class="count">{format!(" {count}")}</span>
                <span class="visually-hidden">{if count == 1 { " item" } else { " items" }}</span>
            }
        })
    }
}

/// The other quarters of the site, when there are any. The choices go along.
#[component]
fn Quarters() -> impl IntoView {
    let shared = Shared::get();
    let loaded = shared.loaded();
    let quarters = loaded.catalogue.as_ref().map_or(&[][..], |catalogue| catalogue.quarters.as_slice());
    // A reader's own file has a way back of its own.
    let others = quarters.iter().filter(|entry| !loaded.is_local() && entry.id != loaded.id()).map(|entry| {
        let (id, title) = (entry.id.clone(), entry.title.clone());
        let to = shared.link(move |state| ViewState { quarter: Some(id.clone()), data: None, ..state.clone() });
        view! { <li><a href=to>{title}</a></li> }
    });
    let others = others.collect_view();
    (!others.is_empty()).then(|| {
        view! {
            <details class="quarters">
                <summary>"Other quarters"</summary>
                <ul>{others}</ul>
            </details>
        }
    })
}

/// What the link asks for and the page cannot show.
#[component]
pub fn Notices() -> impl IntoView {
    let shared = Shared::get();
    // The region is always there, so that a screen reader announces what appears in it.
    view! {
        <div role="alert" class="notices">
            {move || {
                let notices = shared.notices();
                (!notices.is_empty()).then(|| view! {
                    <div class="notice">
                        <ul>{notices.into_iter().map(|notice| view! { <li>{notice.text}</li> }).collect_view()}</ul>
                        {button(None, Box::new(move || {
                            shared.dismiss_notices();
                            page::focus("main");
                        }), "Dismiss".into_any())}
                    </div>
                })
                .into_any()
            }}
        </div>
    }
}

/// Where the figures come from, and what was done to the commentary.
#[component]
pub fn Footer() -> impl IntoView {
    let shared = Shared::get();
    let loaded = shared.loaded();
    let report = &loaded.report;
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
    let data = match &loaded.source {
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
