//! Elements of the page, by role and name.

use super::page::Page;
use serde_json::{Value, json};

/// How names are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// Exactly this.
    Is(String),
    /// Starting with this.
    Starts(String),
    /// Anything.
    Any,
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Self::Is(name.to_string())
    }
}

impl From<String> for Name {
    fn from(name: String) -> Self {
        Self::Is(name)
    }
}

impl From<&String> for Name {
    fn from(name: &String) -> Self {
        Self::Is(name.clone())
    }
}

/// A name that starts with this.
pub fn starting(name: &str) -> Name {
    Name::Starts(name.to_string())
}

/// Any name.
pub const ANY: Name = Name::Any;

impl Name {
    /// For the locator: how to compare, and with what.
    pub fn as_arguments(&self) -> [Value; 2] {
        match self {
            Self::Is(name) => [json!("is"), json!(name)],
            Self::Starts(name) => [json!("starts"), json!(name)],
            Self::Any => [json!("any"), json!("")],
        }
    }
}

/// An element of the page.
#[derive(Clone)]
pub struct Element<'p> {
    pub(super) page: &'p Page,
    pub(super) json: Value,
    /// Its accessible name.
    pub name: String,
    /// Its text when it was found.
    pub seen: String,
}

/// The key under which WebDriver returns elements.
const KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

impl<'p> Element<'p> {
    /// The page that it is on.
    pub fn page(&self) -> &'p Page {
        self.page
    }

    /// The element as an argument of scripts.
    pub fn json(&self) -> Value {
        self.json.clone()
    }

    pub(super) fn at(&self, what: &str) -> String {
        format!("element/{}/{what}", self.json[KEY].as_str().unwrap())
    }

    /// Clicks its centre, as a mouse does: it must not be covered.
    pub fn click(&self) {
        self.page.post(&self.at("click"), json!({})).unwrap_or_else(|why| panic!("click on “{}”: {why}", self.name));
    }

    /// Types into it.
    pub fn types(&self, text: &str) {
        self.page.post(&self.at("value"), json!({ "text": text })).unwrap();
    }

    /// Its visible text now.
    pub fn text(&self) -> String {
        self.script("return el.innerText;").as_str().unwrap_or_default().trim().to_string()
    }

    /// An attribute.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let script = format!("return el.getAttribute({});", json!(name));
        self.script(&script).as_str().map(str::to_string)
    }

    /// The value of a field.
    pub fn value(&self) -> String {
        self.script("return el.value;").as_str().unwrap_or_default().to_string()
    }

    /// Whether a checkbox is ticked.
    pub fn is_checked(&self) -> bool {
        self.script("return el.checked;") == json!(true)
    }

    /// Whether it has the focus.
    pub fn has_focus(&self) -> bool {
        self.script("return document.activeElement === el;") == json!(true)
    }

    /// The label of a control, which can be clicked in its place.
    pub fn label(&self) -> Element<'p> {
        let json = self.script("return el.labels[0];");
        Element { page: self.page, json, name: self.name.clone(), seen: String::new() }
    }

    /// An option in a closed list, which cannot be found by role and name.
    pub fn child_with_text(&self, tag: &str, text: &str) -> Element<'p> {
        let script =
            "return [...el.getElementsByTagName(arguments[1])].find((one) => one.text.trim() === arguments[2]);";
        let script = format!("const el = arguments[0]; {script}");
        let json = self.page.script(&script, &[self.json(), json!(tag), json!(text)]);
        assert!(!json.is_null(), "“{}” has no {tag} “{text}”", self.name);
        Element { page: self.page, json, name: text.to_string(), seen: String::new() }
    }

    /// Runs a script with the element as `el`.
    pub fn script(&self, script: &str) -> Value {
        self.page.script(&format!("const el = arguments[0]; {script}"), &[self.json()])
    }

    /// The role and name that the browser reports to assistive technology.
    pub fn computed(&self) -> (String, String) {
        let text = |what: &str| {
            let value = self.page.get(&self.at(what)).unwrap_or_default();
            value.as_str().unwrap_or_default().to_string()
        };
        (text("computedrole"), text("computedlabel"))
    }

    /// The one element with this role and name inside it.
    pub fn find(&self, role: &str, name: impl Into<Name>) -> Element<'p> {
        self.page.find_in(Some(self), role, name.into())
    }

    /// All elements with a role inside it.
    pub fn all(&self, role: &str) -> Vec<Element<'p>> {
        self.page.all_in(Some(self), role, ANY)
    }

    /// All elements with this role and name inside it.
    pub fn all_named(&self, role: &str, name: impl Into<Name>) -> Vec<Element<'p>> {
        self.page.all_in(Some(self), role, name.into())
    }

    /// The names of all elements with a role inside it.
    pub fn names(&self, role: &str) -> Vec<String> {
        self.all(role).into_iter().map(|element| element.name).collect()
    }

    /// The texts of all elements with a role inside it.
    pub fn texts(&self, role: &str) -> Vec<String> {
        self.all(role).into_iter().map(|element| element.seen).collect()
    }
}
