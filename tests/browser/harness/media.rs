//! What a reader has set on a device, and what a page is shown on: as far as each browser can be told.

use super::firefox;
use super::page::{Page, without};
use serde_json::json;

impl Page {
    /// Sets the reader's colour scheme: `light` or `dark`. False in browsers that cannot be told.
    pub fn colours(&self, scheme: &str) -> bool {
        self.media_feature("prefers-color-scheme", scheme)
            || self.firefox(firefox::COLOURS, &[json!(scheme)]).is_some()
            || without("a colour scheme of the reader’s")
    }

    /// Sets whether the reader's system has dark colours of its own, which replace those of pages. False in browsers that cannot be
    /// told.
    pub fn forced_colours(&self, are_forced: bool) -> bool {
        let active = if are_forced { "active" } else { "none" };
        let features = json!([
            { "name": "forced-colors", "value": active },
            { "name": "prefers-color-scheme", "value": if are_forced { "dark" } else { "light" } },
        ]);
        self.chromium("Emulation.setEmulatedMedia", json!({ "features": features })).is_some()
            || self.firefox(firefox::FORCED, &[json!(active)]).is_some()
            || without("colours of the reader’s system")
    }

    /// Sets that the reader wants nothing to move. False in browsers that cannot be told.
    pub fn less_motion(&self) -> bool {
        self.media_feature("prefers-reduced-motion", "reduce")
            || self.firefox(firefox::LESS_MOTION, &[]).is_some()
            || without("a reader’s wish that nothing moves")
    }

    fn media_feature(&self, name: &str, value: &str) -> bool {
        let features = json!({ "features": [{ "name": name, "value": value }] });
        self.chromium("Emulation.setEmulatedMedia", features).is_some()
    }

    /// Sets what the page is shown on: `screen` or `print`. False in browsers that cannot be told.
    pub fn shown_on(&self, medium: &str) -> bool {
        self.chromium("Emulation.setEmulatedMedia", json!({ "media": medium })).is_some()
            || self.firefox(firefox::MEDIUM, &[json!(if medium == "screen" { "" } else { medium })]).is_some()
            || without("being shown as on paper")
    }
}
