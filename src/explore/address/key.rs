//! Knows: the keys of an address, each with its spelling, its name for readers, where and how often it may stand.
//! Must not know: what a key does to what is shown.

use crate::explore::filter::Facet;
use crate::explore::view_state::{Column, Group, Mode, View};
use crate::report::keyword::{Keyword, keyword_enum};
use crate::report::{Aim, Status, Trend};

keyword_enum! {
    /// A key of an address. They are written in this order.
    Key, "a key" {
        /// The quarter.
        Quarter = "quarter",
        /// The fingerprint of the data.
        Data = "data",
        /// The view.
        View = "view",
        /// The measure that is opened.
        Measure = "measure",
        /// The risk that is opened.
        Risk = "risk",
        /// A chosen outcome.
        Outcome = "outcome",
        /// A chosen programme.
        Programme = "programme",
        /// A chosen status.
        Status = "status",
        /// A chosen short trend.
        Short = "short",
        /// A chosen long trend.
        Long = "long",
        /// A chosen aim.
        Aim = "aim",
        /// The search.
        Search = "q",
        /// The column that the list is sorted by; with a hyphen before it in descending order.
        Sort = "sort",
        /// What the list is grouped by.
        Group = "group",
        /// The items of the agenda, each as an address of its own.
        Agenda = "agenda",
        /// The mode that a view is shown in.
        Mode = "as",
        /// The item of the agenda that a presentation is at.
        Item = "item",
        /// The slide that it is at.
        Slide = "slide",
        /// Whether the view stands in a frame of another page.
        Embed = "embed",
    }
}

/// How often a key may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Times {
    /// Once: the first value stands.
    Once,
    /// Once among all keys that open something: one thing is open at a time.
    OneDetail,
    /// As often as there are values.
    Many,
}

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ValueKind {
    /// Any text.
    Text,
    /// One of these words.
    Words(&'static [&'static str]),
    /// A number from 1.
    Number,
}

/// What the program knows of a key.
pub(super) struct KeyRule {
    /// Its name for readers.
    pub(super) name: &'static str,
    /// Whether an item of an agenda may have it: only what makes a view.
    pub(super) is_of_item: bool,
    /// How often it may come.
    pub(super) times: Times,
    /// What it takes.
    pub(super) takes: ValueKind,
    /// What is shown instead of a value that is not understood; of a key that takes any text there is none.
    pub(super) instead: &'static str,
}

/// What is shown where a choice is not understood, or not there.
pub(crate) const NOT_NARROWED: &str = "What you see is not filtered by it.";
const USUAL_ORDER: &str = "The list is shown in its usual order.";
const FIRST: &str = "The first is shown instead.";

/// What stands between the items of an agenda; inside of them it is percent-encoded.
pub(super) const BETWEEN_ITEMS: &str = ",";
/// The largest number of a slide or an item.
pub(super) const LARGEST: usize = 9_999;
/// The one word that `embed` takes.
pub(super) const YES: &str = "1";

impl Key {
    /// The key of a facet's choices.
    pub fn of(facet: Facet) -> Self {
        match facet {
            Facet::Outcome => Self::Outcome,
            Facet::Programme => Self::Programme,
            Facet::Status => Self::Status,
            Facet::Short => Self::Short,
            Facet::Long => Self::Long,
            Facet::Aim => Self::Aim,
        }
    }

    /// The table of the keys.
    pub(super) fn entry(self) -> KeyRule {
        use Times::{Many, Once, OneDetail};
        use ValueKind::{Number, Text, Words};
        let of_item = |name, times, takes, instead| KeyRule { name, is_of_item: true, times, takes, instead };
        let of_whole = |name, takes, instead| KeyRule { name, is_of_item: false, times: Once, takes, instead };
        match self {
            Self::Quarter => of_whole("quarter", Text, ""),
            Self::Data => of_whole("fingerprint of the data", Text, ""),
            Self::View => of_item("view", Once, Words(View::WORDS), "The overview is shown instead."),
            Self::Measure => of_item("measure", OneDetail, Text, ""),
            Self::Risk => of_item("risk", OneDetail, Text, ""),
            Self::Outcome => of_item("outcome", Many, Text, ""),
            Self::Programme => of_item("programme", Many, Text, ""),
            Self::Status => of_item("status", Many, Words(Status::WORDS), NOT_NARROWED),
            Self::Short => of_item("short trend", Many, Words(Trend::WORDS), NOT_NARROWED),
            Self::Long => of_item("long trend", Many, Words(Trend::WORDS), NOT_NARROWED),
            Self::Aim => of_item("aim", Many, Words(Aim::WORDS), NOT_NARROWED),
            Self::Search => of_item("search", Once, Text, ""),
            Self::Sort => of_item("order", Once, Words(Column::WORDS), USUAL_ORDER),
            Self::Group => of_item("grouping", Once, Words(Group::WORDS), USUAL_ORDER),
            Self::Agenda => of_whole("agenda", Text, ""),
            Self::Mode => of_whole("format", Words(Mode::WORDS), "The explorer page is shown instead."),
            Self::Item => of_whole("item", Number, FIRST),
            Self::Slide => of_whole("slide", Number, FIRST),
            Self::Embed => of_whole("embed setting", Words(&[YES]), "The whole page is shown."),
        }
    }
}
