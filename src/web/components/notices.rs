//! Knows: how the page says what the link asks for in vain, what could not be fetched, and what is an offline copy, with a way to try again.
//! Must not know: what that can be, or how it is fetched.

use crate::explore::describe;
use crate::explore::resolve::Notice;
use crate::explore::view_state::Detail;
use crate::web::browser::page;
use crate::web::changing::anew;
use crate::web::components::layout::button;
use crate::web::context::Context;
use crate::web::lazy::Retry;
use crate::web::local_file::LocalFile;
use leptos::prelude::*;

/// What the link asks for and this quarter cannot show.
#[component]
pub fn Notices() -> impl IntoView {
    let context = Context::get();
    // The region is always present, so that screen readers announce what appears in it.
    view! {
        <div role="alert" class="notices">
            {anew(move || {
                let notices = context.notices();
                (!notices.is_empty()).then(|| view! {
                    <div class="notice">
                        <ul>{notices.into_iter().map(|notice| view! { <li>{notice.to_string()} {way_on(&notice)}</li> }).collect_view()}</ul>
                        {button(None, Box::new(move || {
                            context.dismiss_notices();
                            page::focus("main");
                        }), "Dismiss".into_any())}
                    </div>
                })
                .into_any()
            })}
        </div>
    }
}

/// A link to the last quarter that has what a link asks for, if the site still has it.
fn way_on(notice: &Notice) -> AnyView {
    let context = Context::get();
    let Notice::Ended(ended) = notice else { return ().into_any() };
    let entry = context.catalogue().and_then(|catalogue| {
        context.with_data(|data| {
            let shown = data.published()?;
            catalogue.series(shown).find(|entry| entry.period == ended.last).cloned()
        })
    });
    let Some(entry) = entry else { return ().into_any() };
    let (id, code) = (entry.id, ended.code.clone());
    let to = context.link(move |state| state.in_quarter(&id).opening(Detail::Measure(code.clone())));
    view! { " " <a href=to>{format!("See it in {}", entry.period)}</a> }.into_any()
}

/// Says, on screen and on paper, since when the figures of an offline copy may be out of date.
#[component]
pub fn OfflineNotice() -> impl IntoView {
    let words = describe::offline_copy(&Context::get().data());
    words.map(|words| {
        view! {
            <div class="notice offline-copy" role="region" aria-label="Offline copy">
                <p>{words}</p>
                <p class="again"><a href="">"Try again"</a></p>
            </div>
        }
    })
}

/// Words for the time until a part of the program is there, and a way on if it takes long.
pub fn waiting(words: &'static str, role: Option<&'static str>) -> AnyView {
    view! {
        <p class="waiting" role=role>{words}</p>
        <p class="late">"This is taking longer than usual. " <a href="">"Load the page again"</a> ". " {closes_file()}</p>
    }
    .into_any()
}

/// What loading the page again costs a reader whose own file is open; none for others.
pub fn closes_file() -> Option<&'static str> {
    // There need not be a report yet.
    let is_local = use_context::<LocalFile>().is_some_and(|local| untrack(|| local.is_asked()));
    is_local.then_some("Loading it will close your file; open it again afterwards.")
}

/// A notice of what could not be fetched, with a button to try again.
pub fn retry_notice(what: &'static str, again: Retry) -> AnyView {
    let press = Box::new(move || {
        // The button goes, so the focus moves on before it is lost.
        page::focus_in_place("main");
        again();
    });
    view! {
        <div class="notice">
            <p role="status">{what}</p>
            <p>
                "The connection may have dropped for a moment. If it happens again, " <a href="">"reload the page"</a> ": there may be a \
                 newer version. " {closes_file()}
            </p>
            {button(None, press, "Try again".into_any())}
        </div>
    }
    .into_any()
}
