//! Knows: which view the state asks for, what surrounds it in a frame, and what a change of view does to title and focus.
//! Must not know: what is in a view.

use crate::explore::describe::{self, NOT_PUBLISHED};
use crate::explore::view_state::{Detail, Mode, View, ViewState};
use crate::report::{Catalogue, Dataset};
use crate::web::browser::{offline, page};
use crate::web::changing::{anew, text};
use crate::web::components::beside::try_failed_again;
use crate::web::components::notices::{Notices, OfflineNotice};
use crate::web::context::{Context, href};
use crate::web::doors::{Meeting, Parts};
use crate::web::kept::KeptViews;
use crate::web::lazy::Lazy;
use crate::web::navigator::Navigator;
use crate::web::output::print_head::{PrintHead, name_sheets};
use crate::web::pages::overview::OverviewPage;
use crate::web::shell::footer::Footer;
use crate::web::shell::header::Header;
use crate::web::shell::local_banner::Banner;
use crate::web::shell::newer_version::NewerVersionChoice;
use crate::web::shell::toolbar::OpenDialog;
use leptos::prelude::*;
use std::sync::Arc;

/// Shown until the part of the program that draws a view is loaded.
const LOADING: &str = "Loading this view…";

/// The explorer of one quarter.
#[component]
pub fn Explorer(
    data: Arc<Dataset>,
    catalogue: Option<Arc<Catalogue>>,
    navigator: Navigator,
    parts: Parts,
) -> impl IntoView {
    let context = Context::new(data, catalogue, navigator, parts);
    provide_context(context);
    name_sheets(context.data().report());
    let shown = Memo::new(move |_| context.state.with(PageKey::of));
    // Follows `shown` once the part of the program that draws it is loaded.
    let drawn = Memo::new(move |before: Option<&Option<PageKey>>| {
        let now = shown.get();
        let can_draw = parts.can_draw(now.mode, now.view, now.detail.as_ref());
        if can_draw { Some(now) } else { before.cloned().flatten() }
    });
    let is_idle = RwSignal::new(false);
    Effect::new(move |_| {
        page::say_drawn();
        page::when_idle(move || {
            let _ = is_idle.try_set(true);
        });
    });
    // What the reader is likely to need goes before what keeps the page for offline use.
    Effect::new(move |_| {
        if is_idle.get() && parts.want_likely() {
            offline::may_keep();
        }
    });

    let kept = KeptViews::start();
    // Any other change would also be drawn in views that nobody sees, so these go first.
    navigator.tell_before(move |before, next| {
        if !next.has_views_of(before) {
            kept.forget_unseen();
        }
    });
    navigator.keep_address_of(context.state);
    context.keep_agendas();
    Effect::new(move |_| {
        let data = context.data();
        let what = context.state.with(|state| describe::shown(state, &data));
        let quarter = describe::quarter(data.report());
        let own = if data.is_local() { format!("{NOT_PUBLISHED} – ") } else { String::new() };
        page::set_title(&format!("{own}{what} – {quarter} – {} – Quarterlight", data.report().council.name));
    });
    Effect::new(move |before: Option<Option<PageKey>>| {
        let now = drawn.get()?;
        let before = before.flatten();
        // A link may have been followed before the first view was drawn.
        if before.as_ref().map_or_else(|| navigator.has_followed_link(), |before| *before != now) {
            // Back from a measure or risk, the focus returns to the link that opened it; else it goes to the heading.
            let from = match (before.and_then(|before| before.detail), &now.detail) {
                (Some(detail), None) => Some(context.state.with_untracked(|state| href(&state.opening(detail)))),
                _ => None,
            };
            focus(from, navigator.came_back(), FRAMES);
        }
        Some(now)
    });

    // The browser itself would add `#main` to the address.
    let skip = |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        page::focus("main");
    };
    let mode = Memo::new(move |_| shown.with(|shown| shown.mode));
    let embed = Memo::new(move |_| context.state.with(|state| state.embed));
    anew(move || match (mode.get(), embed.get()) {
        // These take the whole window.
        (Mode::Slides, _) => whole_window(|meeting| (meeting.slides)()),
        (Mode::Pack, _) => whole_window(|meeting| (meeting.pack)()),
        (Mode::Page, true) => view! { <Embedded>{view_of(shown, parts, kept)}</Embedded> }.into_any(),
        (Mode::Page, false) => view! {
            <a class="skip" href="#main" on:click=skip>"Skip to the content"</a>
            <Header/>
            <Banner/>
            <main id="main" tabindex="-1">
                <Notices/>
                <OfflineNotice/>
                <PrintHead/>
                {view_of(shown, parts, kept)}
            </main>
            <Footer/>
            <NewerVersionChoice/>
            <OpenDialog/>
        }
        .into_any(),
    })
}

/// So many frames the row of a long list may take to be drawn, once the browser has gone back to its place.
const FRAMES: u8 = 3;

/// When the browser has drawn a view, moves the focus to the link that one comes from or, if there is none, to the heading.
fn focus(from: Option<String>, came_back: bool, frames: u8) {
    request_animation_frame(move || match from {
        Some(ref link) if page::focus_link(link, frames == 0, came_back) => {
            // After Back or Forward the browser goes to its place in the page by itself, if it can.
            page::after_frames(if came_back { page::RETURN } else { 0 }, page::scroll_to_focus);
        }
        Some(_) if frames > 0 => focus(from, came_back, frames - 1),
        _ => page::focus_heading(),
    });
}

/// What a view is drawn anew for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct PageKey {
    mode: Mode,
    view: View,
    detail: Option<Detail>,
}

impl PageKey {
    fn of(state: &ViewState) -> Self {
        // A presentation stays the same whichever measure it is at.
        let detail = if state.mode == Mode::Slides { None } else { state.shown.detail.clone() };
        Self { mode: state.mode, view: state.shown.view, detail }
    }
}

/// The views that stay, each in a frame and outside.
type Kept = KeptViews<(View, bool)>;

/// The view that is asked for. Overview and list, which a reader comes back to from a measure, stay as they are meanwhile.
fn view_of(shown: Memo<PageKey>, parts: Parts, kept: Kept) -> AnyView {
    let Parts { pages, checks, changes, meeting, .. } = parts;
    let context = Context::get();
    let in_frame = context.state.with_untracked(|state| state.embed);
    let keep = move |view: View, draw: fn(Parts) -> AnyView| {
        // As any view that is opened.
        try_failed_again();
        kept.show((view, in_frame), || {
            provide_context(context.of_view(view));
            draw(parts)
        })
    };
    anew(move || {
        let (view, detail) = shown.with(|shown| (shown.view, shown.detail.clone()));
        kept.note_places();
        page::leave_main();
        match (view, detail) {
            (_, Some(Detail::Measure(code))) => page_of(pages, LOADING, move |pages| (pages.measure)(code.clone())),
            (_, Some(Detail::Risk(reference))) => page_of(pages, LOADING, move |pages| (pages.risk)(reference.clone())),
            (View::Overview, None) => keep(View::Overview, |_| view! { <OverviewPage/> }.into_any()),
            (View::Measures, None) => {
                keep(View::Measures, |parts| page_of(parts.list, LOADING, |list| (list.measures)()))
            }
            (View::Risks, None) => page_of(pages, LOADING, |pages| (pages.risks)()),
            (View::Projects, None) => page_of(pages, LOADING, |pages| (pages.projects)()),
            (View::Checks, None) => page_of(checks, "Checking…", |checks| (checks.page)()),
            (View::Changes, None) => page_of(changes, LOADING, |changes| (changes.page)()),
            (View::Agenda, None) => page_of(meeting, LOADING, |meeting| (meeting.agenda)()),
        }
    })
}

/// What a part of the program draws. If it cannot be fetched, the heading says what is asked for, and a link leads to a view that
/// needs no part.
fn page_of<T: Copy + Send + Sync + 'static>(
    part: Lazy<T>,
    meanwhile: &'static str,
    draw: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let what = anew(move || part.has_failed().then(not_drawn).into_any());
    view! { {what} {part.show(meanwhile, draw)} }.into_any()
}

fn not_drawn() -> AnyView {
    let context = Context::get();
    let data = context.data();
    let what = context.state.with(|state| describe::shown(state, &data));
    let to = context.link(|state| state.in_view(View::Overview));
    view! {
        <p class="way"><a href=to>"Go to the overview"</a></p>
        <h1 tabindex="-1">{what}</h1>
    }
    .into_any()
}

/// Slides or paper. Until their part of the program and its style are loaded, or if they cannot be, what is asked for and a way back.
fn whole_window(draw: fn(Meeting) -> AnyView) -> AnyView {
    let context = Context::get();
    let meeting = context.parts.meeting;
    let is_loaded = Memo::new(move |_| meeting.get().is_some());
    anew(move || {
        if is_loaded.get() {
            return meeting.show("", draw);
        }
        context.go_by_key(move |key| (key == "Escape").then(|| context.state.with(|state| state.in_mode(Mode::Page))));
        let data = context.data();
        let what = move || context.state.with(|state| describe::shown(state, &data));
        view! {
            <main id="main" tabindex="-1">
                <p class="way">
                    <a href=context.link(|state| state.in_mode(Mode::Page))>"Back to the page"</a>
                    <span class="keys">"Key: Esc back"</span>
                </p>
                <h1 tabindex="-1" prop:textContent=what></h1>
                {meeting.show(LOADING, |_| ().into_any())}
            </main>
        }
        .into_any()
    })
}

/// A view in a frame on another page, without header and filters, with its source and a link to the full view.
#[component]
fn Embedded(children: Children) -> impl IntoView {
    let context = Context::get();
    let data = context.data();
    let what = {
        let data = data.clone();
        move || context.state.with(|state| describe::shown(state, &data))
    };
    let full = move || context.state.with(|state| href(&ViewState { embed: false, ..state.to_share() }));
    view! {
        <main id="main" class="embedded" tabindex="-1">
            <Notices/>
            <OfflineNotice/>
            {children()}
        </main>
        <footer class="embedded-source">
            <p>
                // In a frame this is where the chosen filters are named.
                {text(what)} " – " {data.report().council.name.clone()} ", " {describe::quarter(data.report())} ". "
                <a href=full target="_blank" rel="noopener">"Open the full view in a new tab"</a>
            </p>
        </footer>
    }
}
