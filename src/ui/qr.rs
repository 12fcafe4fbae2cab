//! Knows: how a link is drawn as a QR code, on the page itself.
//! Must not know: where the link leads.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// The light border that a code needs around it, in modules (ISO/IEC 18004 asks for four).
const QUIET: i32 = 4;

/// A link as a QR code, dark on light whatever the page's colours are, since that is what phones read. None when the link is too
/// long for one.
pub fn qr_code(link: &str, label: &str) -> Option<AnyView> {
    let code =
        QrCode::encode_text(link, QrCodeEcc::Medium).or_else(|_| QrCode::encode_text(link, QrCodeEcc::Low)).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            // Writing to a String cannot fail.
            let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    let side = size + 2 * QUIET;
    Some(
        view! {
            <svg class="qr" role="img" aria-label=label.to_string() viewBox=format!("0 0 {side} {side}") shape-rendering="crispEdges">
                <rect class="qr-light" width=side.to_string() height=side.to_string()/>
                <path class="qr-dark" d=path/>
            </svg>
        }
        .into_any(),
    )
}
