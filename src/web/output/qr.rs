//! Knows: how a link is drawn as a QR code.
//! Must not know: where the link leads.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// The light border around a code, in modules; ISO/IEC 18004 asks for four.
const QUIET: i32 = 4;

/// A link as a QR code, dark on light in every colour scheme as phones need it, and its modules per side without the
/// border (with it, `--modules` in the style). None if the link is too long.
pub fn qr_code(link: &str) -> Option<(AnyView, i32)> {
    // On a screen nothing damages a code, so larger modules help more than error correction.
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
    let code = view! {
        <svg
            class="qr"
            role="img"
            aria-label="QR code of the link"
            viewBox=format!("0 0 {side} {side}")
            shape-rendering="crispEdges"
            style=("--modules", side.to_string())
        >
            <rect class="qr-light" width=side.to_string() height=side.to_string()/>
            <path class="qr-dark" d=path/>
        </svg>
    };
    Some((code.into_any(), size))
}
