//! What a person does on a page with the keyboard alone.

use super::driver::{Kind, kind};
use super::element::Element;
use super::page::{LOCATE, Page};
use serde_json::{Value, json};

impl Page {
    /// WebKit's Back passes over what a page put into the history by itself. What a reader does counts as a gesture; what a script does,
    /// or a driver that opens a file, does not.
    pub fn gesture(&self) {
        if kind() == Kind::WebKit {
            self.press(&["Shift"]);
        }
    }

    /// Presses Tab. Browsers with a window of their own leave the page after its last stop; a reader goes on at the top.
    pub fn to_next_stop(&self) {
        let script = "const { activeElement: at, body, documentElement: top } = document;
            if (at && at !== body && at !== top) return;
            window.focus();
            top.tabIndex = -1;
            top.focus();
            top.removeAttribute('tabindex');";
        self.press(&["Tab"]);
        if kind() != Kind::Chromium {
            self.script(script, &[]);
        }
    }

    /// Presses keys one after the other, by name, or types a text.
    pub fn press(&self, keys: &[&str]) {
        let code = |key: &str| match key {
            "Backspace" => '\u{e003}',
            "Tab" => '\u{e004}',
            "Enter" => '\u{e007}',
            "Escape" => '\u{e00c}',
            "Space" => ' ',
            "PageUp" => '\u{e00e}',
            "PageDown" => '\u{e00f}',
            "End" => '\u{e010}',
            "Home" => '\u{e011}',
            "ArrowLeft" => '\u{e012}',
            "ArrowUp" => '\u{e013}',
            "ArrowRight" => '\u{e014}',
            "ArrowDown" => '\u{e015}',
            "Shift" => '\u{e008}',
            "Control" => '\u{e009}',
            one => one.chars().next().unwrap(),
        };
        let actions: Vec<Value> = keys
            .iter()
            .flat_map(|key| {
                // Two keys at a time: Shift+Tab.
                let codes: Vec<char> = key.split('+').map(code).collect();
                let down = codes.iter().map(|code| json!({ "type": "keyDown", "value": code.to_string() }));
                let up = codes.iter().rev().map(|code| json!({ "type": "keyUp", "value": code.to_string() }));
                down.chain(up).collect::<Vec<_>>()
            })
            .collect();
        self.post("actions", json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] })).unwrap();
    }

    /// The role and name of what has the focus, as the browser reports them to assistive technology.
    pub fn focused(&self) -> (String, String) {
        let active = self.get("element/active").unwrap();
        let reported = Element { page: self, json: active, name: String::new(), seen: String::new() }.computed();
        if kind() == Kind::WebKit && reported.0.is_empty() {
            // Inside frames, its driver does not know what has the focus.
            let own = self.script(LOCATE, &[Value::Null, Value::Null, json!("any"), json!("")]);
            return serde_json::from_value(own).unwrap();
        }
        reported
    }

    /// Presses Tab until an element with this role, and a name that starts with this, has the focus.
    pub fn tab_to(&self, role: &str, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..150 {
            let (found_role, found_name) = self.focused();
            if found_role == role && found_name.trim().starts_with(name) {
                return;
            }
            passed.push(format!("{found_role} “{}”", found_name.trim()));
            self.to_next_stop();
        }
        panic!("Tab does not lead to the {role} “{name}”, only to: {passed:#?}");
    }
}
