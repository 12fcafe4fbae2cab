//! Knows: the page that says what failed, with ways on.
//! Must not know: what can fail.

use crate::import::Fault;
use crate::web::browser::page;
use crate::web::components::links::to_published;
use crate::web::components::open_file::OpenFile;
use crate::web::failure::Failure;
use leptos::prelude::*;

/// A page that says what failed.
#[component]
pub fn FailurePage(failure: Failure) -> impl IntoView {
    page::set_title(&format!("{} – Quarterlight", failure.heading));
    Effect::new(|_| page::say_drawn());
    let Failure { heading, what, file, faults, is_local } = failure;
    let count = faults.count();
    let more = faults.more;
    view! {
        <main id="main" class="failure">
            <h1 tabindex="-1">{heading}</h1>
            {what.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
            <p>"The file: " <code>{file.clone()}</code></p>
            {match is_local {
                true => view! {
                    <ul>
                        <li>{to_published()}</li>
                        <li><a href="makers.html">"How an export is made"</a></li>
                    </ul>
                }.into_any(),
                false => view! {
                    <ul>
                        <li><a href="">"Try again"</a></li>
                        <li><a href="./">"Start without this link’s settings"</a></li>
                        <li><a href=file>"Open the file itself"</a></li>
                    </ul>
                }.into_any(),
            }}
            <p><OpenFile/></p>
            {(count > 0).then(|| view! { <h2>{format!("What is wrong ({count})")}</h2> })}
            <ol class="findings">
                {faults.listed.into_iter().map(fault_item).collect_view()}
            </ol>
            {(more > 0).then(|| view! { <p>{format!("And {more} more.")}</p> })}
        </main>
    }
}

fn fault_item(fault: Fault) -> AnyView {
    view! {
        <li>
            <code>{fault.path}</code> " " {(!fault.measure.is_empty()).then(|| view! { <strong>{fault.measure}</strong> })}
            <br/>
            "Found: " {fault.found}
            <br/>
            "Expected: " {fault.expected}
        </li>
    }
    .into_any()
}
