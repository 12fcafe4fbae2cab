//! Knows: how another quarter is chosen to compare with: one of the site, or a file of the reader's own.
//! Must not know: what is compared.

use crate::explore::view_state::ViewState;
use crate::import::limits::MAX_BYTES;
use crate::output::changes::{Other, cannot_stand_beside};
use crate::web::browser::files;
use crate::web::browser::turns::PageTurns;
use crate::web::changing::anew;
use crate::web::components::beside::{other_quarter, other_quarters};
use crate::web::context::Context;
use crate::web::local_file::{LocalFile, ReportState};
use leptos::prelude::*;

/// A link to the comparison with each other quarter; for a file of the reader's own also a field to open one more.
#[component]
pub fn OtherQuarters(from: Memo<Option<String>>) -> impl IntoView {
    let context = Context::get();
    let shown = context.with_report(|report| report.period);
    let links = move || {
        let chosen = other_quarter(from.get().as_deref()).map(|one| one.id().to_string());
        let links = other_quarters().into_iter().map(|one| link(context, &one, chosen.as_deref())).collect_view();
        (!links.is_empty())
            .then(|| {
                view! {
                    <nav class="from" aria-label="Compare with">
                        <p>"Compare " {shown.to_string()} " with:"</p>
                        <ul>{links}</ul>
                    </nav>
                }
            })
            .into_any()
    };
    view! {
        {anew(links)}
        {context.data().is_local().then(|| open_beside(context))}
    }
}

fn link(context: Context, one: &Other, chosen: Option<&str>) -> AnyView {
    let id = one.id().to_string();
    let is_here = (chosen == Some(id.as_str())).then_some("true");
    let to = context.link(move |state| with(state, &id));
    let file = match one {
        Other::File(data) => data.local_file().map(|file| format!(" ({file})")),
        Other::Published(_) if context.data().is_local() => Some(" (published)".to_string()),
        Other::Published(_) => None,
    };
    view! { <li><a href=to aria-current=is_here>{one.period().to_string()} {file}</a></li> }.into_any()
}

fn with(state: &ViewState, id: &str) -> ViewState {
    let mut next = state.clone();
    next.shown.from = Some(id.to_string());
    next
}

/// A field to open an export of another quarter beside the one that is shown, which stays.
fn open_beside(context: Context) -> AnyView {
    let Some(local) = use_context::<LocalFile>() else { return ().into_any() };
    let said = RwSignal::new(String::new());
    let open = move |event: web_sys::Event| {
        let files = files::chosen(&event);
        let [file] = files.as_slice() else { return said.set("Choose one file at a time.".to_string()) };
        let (file, name, size) = (file.clone(), file.name(), file.size() as u64);
        if size > MAX_BYTES as u64 {
            return said.set(format!("{name} is too large: {size} bytes, at most {MAX_BYTES}."));
        }
        let is_wanted = local.begin();
        said.set(format!("Reading {name}…"));
        leptos::task::spawn_local(async move {
            let Some(opened) = local.read(&file, size, &PageTurns::new(is_wanted)).await else { return };
            local.give_up();
            match opened {
                ReportState::Ready(data) => match context.with_report(|report| cannot_stand_beside(report, data.report())) {
                    Some(why) => said.set(format!("{name} {why}")),
                    None => {
                        let id = data.report().id.clone();
                        said.set(format!("{name} is open for comparison."));
                        local.keep_beside(data);
                        context.go_in_place(context.state.with_untracked(|state| with(state, &id)));
                    }
                },
                ReportState::Failed(failure) => {
                    said.set(format!("{name} cannot be compared. {}. Open it by itself to see why.", failure.heading));
                }
                ReportState::Foreign(_) | ReportState::Waiting => said.set(format!(
                    "{name} is not an export. Open it on its own first to turn it into a report, then open the current file again."
                )),
            }
        });
    };
    view! {
        <label class="open-file">
            <span id="open-beside-label">"Open another quarter’s file to compare with"</span>
            <input type="file" aria-labelledby="open-beside-label" accept=".json,application/json" on:change=open/>
        </label>
        <p role="status" prop:textContent=move || said.get()></p>
    }
    .into_any()
}
