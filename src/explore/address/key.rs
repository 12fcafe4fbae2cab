//! Knows: the keys of an address: how each is spelt and named, which values it takes, where and how often it may appear.
//! Must not know: what a key changes in the view.

use crate::explore::filter::Facet;
use crate::explore::view_state::{Column, Group, ListColumn, Mode, View};
use crate::report::keyword::{Keyword, keyword_enum};
use crate::report::{Aim, Status, Trend};

keyword_enum! {
    /// A key of an address. Keys are written in this order.
    Key, "a key" {
        /// The quarter.
        Quarter = "quarter",
        /// The fingerprint of the data.
        Data = "data",
        /// The view.
        View = "view",
        /// The other quarter that the quarter is compared with.
        From = "from",
        /// The measure that is open.
        Measure = "measure",
        /// The risk that is open.
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
        /// The column that the list is sorted by; a leading hyphen means descending order.
        Sort = "sort",
        /// What the list is grouped by.
        Group = "group",
        /// A column of the list.
        Columns = "columns",
        /// The agenda items, each as an address of its own.
        Agenda = "agenda",
        /// The mode.
        Mode = "as",
        /// The agenda item that a presentation has reached.
        Item = "item",
        /// The slide that it has reached.
        Slide = "slide",
        /// Whether the view is embedded in another page.
        Embed = "embed",
    }
}

/// How often a key may appear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Times {
    /// Once: the first value counts.
    Once,
    /// Once among all keys that open a measure or risk: only one is open at a time.
    OneDetail,
    /// Any number of times.
    Many,
}

/// Which values a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ValueKind {
    /// Any text.
    Text,
    /// One of these words.
    Words(&'static [&'static str]),
    /// A number from 1.
    Number,
}

/// How a key is named and used.
pub(super) struct KeyRule {
    /// Its name for readers.
    pub(super) name: &'static str,
    /// Whether an agenda item may have it.
    pub(super) is_item_key: bool,
    pub(super) times: Times,
    pub(super) takes: ValueKind,
    /// The sentence that says what is shown instead of an invalid value; empty for a key that takes any text.
    pub(super) fallback: &'static str,
}

/// What a notice says of a choice that is invalid or that the quarter does not have.
pub(crate) const NOT_FILTERED: &str = "What you see is not filtered by it.";
const USUAL_ORDER: &str = "The list is shown in its usual order.";
const FIRST: &str = "The first is shown instead.";

/// Separates agenda items; within an item it is percent-encoded.
pub(super) const ITEM_SEPARATOR: &str = ",";
/// The largest number of a slide or item.
pub(super) const LARGEST: usize = 9_999;
/// The longest query that is read, in bytes: some hundred items on an agenda, and far more than mail or chat lets through.
pub(super) const MOST_BYTES: usize = 32 * 1024;
/// The one word that `embed` takes.
pub(super) const YES: &str = "1";

impl Key {
    /// The key for choices in a facet.
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

    /// The rule for this key.
    pub(super) fn rule(self) -> KeyRule {
        use Times::{Many, Once, OneDetail};
        use ValueKind::{Number, Text, Words};
        let of_item = |name, times, takes, fallback| KeyRule { name, is_item_key: true, times, takes, fallback };
        let of_whole = |name, takes, fallback| KeyRule { name, is_item_key: false, times: Once, takes, fallback };
        match self {
            Self::Quarter => of_whole("quarter", Text, ""),
            Self::Data => of_whole("fingerprint of the data", Text, ""),
            Self::View => of_item("view", Once, Words(View::WORDS), "The overview is shown instead."),
            Self::From => of_item("quarter to compare with", Once, Text, ""),
            Self::Measure => of_item("measure", OneDetail, Text, ""),
            Self::Risk => of_item("risk", OneDetail, Text, ""),
            Self::Outcome => of_item("outcome", Many, Text, ""),
            Self::Programme => of_item("programme", Many, Text, ""),
            Self::Status => of_item("status", Many, Words(Status::WORDS), NOT_FILTERED),
            Self::Short => of_item("short trend", Many, Words(Trend::WORDS), NOT_FILTERED),
            Self::Long => of_item("long trend", Many, Words(Trend::WORDS), NOT_FILTERED),
            Self::Aim => of_item("aim", Many, Words(Aim::WORDS), NOT_FILTERED),
            Self::Search => of_item("search", Once, Text, ""),
            Self::Sort => of_item("order", Once, Words(Column::WORDS), USUAL_ORDER),
            Self::Group => of_item("grouping", Once, Words(Group::WORDS), USUAL_ORDER),
            Self::Columns => of_item("column", Many, Words(ListColumn::WORDS), "The list is shown without it."),
            Self::Agenda => of_whole("agenda", Text, ""),
            Self::Mode => of_whole("format", Words(Mode::WORDS), "The explorer page is shown instead."),
            Self::Item => of_whole("item", Number, FIRST),
            Self::Slide => of_whole("slide", Number, FIRST),
            Self::Embed => of_whole("embed setting", Words(&[YES]), "The whole page is shown."),
        }
    }
}
