//! Knows: how the page says what the link asks for in vain.
//! Must not know: what that can be.

use crate::web::browser::page;
use crate::web::components::layout::button;
use crate::web::context::Context;
use leptos::prelude::*;

/// What the link asks for and this quarter cannot show.
#[component]
pub fn Notices() -> impl IntoView {
    let context = Context::get();
    // The region is always present, so that screen readers announce what appears in it.
    view! {
        <div role="alert" class="notices">
            {move || {
                let notices = context.notices();
                (!notices.is_empty()).then(|| view! {
                    <div class="notice">
                        <ul>{notices.into_iter().map(|notice| view! { <li>{notice.to_string()}</li> }).collect_view()}</ul>
                        {button(None, Box::new(move || {
                            context.dismiss_notices();
                            page::focus("main");
                        }), "Dismiss".into_any())}
                    </div>
                })
                .into_any()
            }}
        </div>
    }
}
