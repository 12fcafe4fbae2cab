//! Knows: how the parts of a drawing get into the page in one call, since a call for each makes long lists slow.
//! Must not know: what it shows.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

#[wasm_bindgen(module = "/src/web/browser/drawing.js")]
extern "C" {
    fn draw(parent: &Element, drawing: &str);
}

/// Between parts.
const PART: char = '\u{1e}';
/// After each thing that a part has.
const FIELD: char = '\u{1f}';

/// Parts of SVG that are to be drawn.
#[derive(Debug, Clone, Default)]
pub struct Drawing(String);

impl Drawing {
    /// Adds an element, with words in it if there are any.
    pub fn add(&mut self, name: &str, words: &str, attributes: &[(&str, &str)]) {
        self.put("", name, words, attributes);
    }

    /// Adds an element inside the one that was added last.
    pub fn add_inside(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.put("in", name, "", attributes);
    }

    fn put(&mut self, place: &str, name: &str, words: &str, attributes: &[(&str, &str)]) {
        if !self.0.is_empty() {
            self.0.push(PART);
        }
        for field in [place, name, words] {
            self.field(field);
        }
        for (name, value) in attributes {
            self.field(name);
            self.field(value);
        }
    }

    fn field(&mut self, text: &str) {
        for one in text.chars() {
            // No text can end a field or a part.
            if one != FIELD && one != PART {
                self.0.push(one);
            }
        }
        self.0.push(FIELD);
    }

    /// Puts the parts into an element, at its end.
    pub fn draw_in(&self, parent: &Element) {
        if !self.0.is_empty() {
            draw(parent, &self.0);
        }
    }
}
