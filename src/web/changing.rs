//! Knows: how text and views that change stay right when something else, such as a translator, has replaced what is in the page.
//! Must not know: what changes, or why.

use leptos::either::Either;
use leptos::prelude::*;

/// A view that is built anew at each change. It must begin and end with elements, not with text.
///
/// A view in place would otherwise be compared with the one before, and only the texts that differ would be set: in nodes that
/// a translator has taken out of the page, where nobody sees it.
pub fn anew(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    // Boxed, so that all of them share their code.
    let view: Box<dyn Fn() -> AnyView + Send> = Box::new(view);
    let mut is_left = false;
    // Views of two types are never compared.
    (move || {
        is_left = !is_left;
        if is_left { Either::Left(view()) } else { Either::Right(view()) }
    })
    .into_any()
}

/// Text that changes, in an element of its own whose whole content is set.
pub fn text(words: impl Fn() -> String + Send + 'static) -> AnyView {
    let words: Box<dyn Fn() -> String + Send> = Box::new(words);
    view! { <span prop:textContent=words></span> }.into_any()
}
