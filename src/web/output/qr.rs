//! Knows: how a link is drawn as a QR code, on the page itself.
//! Must not know: where the link leads.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// The light border that a code needs around it, in modules (ISO/IEC 18004 asks for four).
const QUIET: i32 = 4;

/// A link as a QR code, dark on light whatever the page's colours are, since that is what phones read. None when the link is too
/// long for one. Its style knows as `--modules` how many there are on a side, border included.
pub fn qr_code(link: &str, label: &str) -> Option<AnyView> {
    // A screen has no scratches: the fewest modules are the largest, and correction takes what room is left.
    let code = QrCode::encode_text(link, QrCodeEcc::Low).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|x| code.get_module(*x, y)).count();
            if run > 0 {
                // Writing to a String cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += i32::try_from(run).unwrap_or(0) + 1;
        }
    }
    let side = size + 2 * QUIET;
    Some(
        view! {
            <svg
                class="qr"
                role="img"
                aria-label=label.to_string()
                viewBox=format!("0 0 {side} {side}")
                shape-rendering="crispEdges"
                style=("--modules", side.to_string())
            >
                <rect class="qr-light" width=side.to_string() height=side.to_string()/>
                <path class="qr-dark" d=path/>
            </svg>
        }
        .into_any(),
    )
}

/// How many modules the code of a link has on a side, its border left out; 0 when there is none.
pub fn qr_modules(link: &str) -> usize {
    QrCode::encode_text(link, QrCodeEcc::Low).ok().and_then(|code| usize::try_from(code.size()).ok()).unwrap_or(0)
}
