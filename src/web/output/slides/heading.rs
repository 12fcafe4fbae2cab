//! Knows: how the heading of a slide is drawn.
//! Must not know: what else is on the slide.

use crate::output::slides::Slide;
use leptos::prelude::*;

/// A heading of more characters is set smaller, to take two lines rather than three.
const LONG: usize = 100;

/// The heading of a slide, which can take the focus.
pub fn heading(code: Option<&str>, words: &str, pages: Option<String>) -> AnyView {
    let class = (words.chars().count() > LONG).then_some("long");
    let code = code.map(|code| view! { <span class="code">{code.to_string()}</span> " " });
    let pages = pages.map(|pages| view! { " " <span class="pages">{pages}</span> });
    view! { <h1 tabindex="-1" class=class>{code} {words.to_string()} {pages}</h1> }.into_any()
}

/// "(2 of 3)" for something that has several slides.
pub fn of_pages(slide: &Slide) -> Option<String> {
    (slide.pages > 1).then(|| format!("({} of {})", slide.page, slide.pages))
}
