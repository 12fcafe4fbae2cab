//! Knows: the structure of commentary: sections, blocks, inline text. It holds no markup.
//! Must not know: how it is drawn or searched.

use super::Code;
use super::keyword::keyword_enum;
use serde::Serialize;

keyword_enum! {
    /// What a section is for, where that decides when it is shown.
    SectionRole, "a role of a section" {
        /// Text on benchmarks, whose figures are on the measure's page: slides leave it out.
        Benchmarks = "benchmarks",
    }
}

/// Text under one heading.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Section {
    /// The heading, e.g. `Comments`, `Benchmarking`, `Actions`.
    pub heading: String,
    /// What it is for, whatever the council calls it. It may be omitted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<SectionRole>,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// A block of commentary.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Block {
    /// Other measures that the block is about as well.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Code>,
    /// What it says; one of `paragraph`, `list`, `table`, `note`.
    #[serde(flatten)]
    pub content: Content,
}

/// What a block says.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// A paragraph.
    Paragraph(Text),
    /// A bulleted list, which may nest.
    List(Vec<ListItem>),
    /// A table.
    Table(Table),
    /// A remark by the maker of the export: something left out here, or something in the report that does not add up.
    Note(Text),
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ListItem {
    /// The item's text.
    pub text: Text,
    /// A list inside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ListItem>,
}

/// A table of text cells. Every row has as many cells as there are columns; the first cell of a row is its header.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// The column headings.
    pub columns: Vec<String>,
    /// The rows; an empty cell is an empty text.
    pub rows: Vec<Vec<String>>,
}

/// Text: a plain string, or a list of inline parts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Text {
    /// Plain text.
    Plain(String),
    /// Parts, one after the other.
    Parts(Vec<Inline>),
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Inline {
    /// Plain text.
    Plain(String),
    /// Important text.
    Strong(Strong),
    /// Stressed text.
    Emphasis(Emphasis),
    /// A link.
    Link(Link),
}

/// Important text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Strong {
    /// The text.
    pub strong: String,
}

/// Stressed text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Emphasis {
    /// The text.
    pub emphasis: String,
}

/// A link out of the report.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Link {
    /// The words that are the link.
    pub link: String,
    /// Where it leads: http, https or mailto.
    pub href: String,
}

impl Inline {
    /// The words of the part.
    pub fn words(&self) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::Strong(part) => &part.strong,
            Self::Emphasis(part) => &part.emphasis,
            Self::Link(part) => &part.link,
        }
    }
}

impl Text {
    /// Calls `visit` with the words of each part, in order.
    pub fn each(&self, visit: &mut impl FnMut(&str)) {
        match self {
            Self::Plain(text) => visit(text),
            Self::Parts(parts) => parts.iter().for_each(|part| visit(part.words())),
        }
    }
}

impl Block {
    /// Calls `visit` with every run of words in the block, in reading order.
    pub fn each(&self, visit: &mut impl FnMut(&str)) {
        match &self.content {
            Content::Paragraph(text) | Content::Note(text) => text.each(visit),
            Content::List(items) => items.iter().for_each(|item| item.each(visit)),
            Content::Table(table) => {
                visit(&table.caption);
                table.columns.iter().for_each(|cell| visit(cell));
                table.rows.iter().flatten().for_each(|cell| visit(cell));
            }
        }
    }
}

impl ListItem {
    fn each(&self, visit: &mut impl FnMut(&str)) {
        self.text.each(visit);
        self.items.iter().for_each(|item| item.each(visit));
    }
}
