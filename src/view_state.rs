//! Knows: everything that decides what is shown, and how one act of the reader changes it.
//! Must not know: addresses, history, the page.

use crate::filter::{Choice, Facet, Filter};
use crate::report::words::words;

words! {
    /// A view.
    #[derive(Default)]
    View, "a view" {
        /// The whole at a glance.
        #[default]
        Overview = "overview",
        /// The filtered list.
        Measures = "measures",
        /// Strategic risks.
        Risks = "risks",
        /// Projects.
        Projects = "projects",
        /// What in the export does not add up.
        Checks = "checks",
        /// What somebody put together for a meeting.
        Agenda = "agenda",
    }
}

words! {
    /// The form that a view takes.
    #[derive(Default)]
    Form, "a form" {
        /// The page of the explorer.
        #[default]
        Page = "page",
        /// Slides for a projector.
        Slides = "slides",
        /// Sheets of paper.
        Pack = "pack",
    }
}

words! {
    /// What a list is grouped by.
    #[derive(Default)]
    Group, "a grouping" {
        /// By outcome.
        Outcome = "outcome",
        /// By programme.
        Programme = "programme",
        /// By status.
        Status = "status",
        /// Not at all.
        #[default]
        None = "none",
    }
}

words! {
    /// What a list is sorted by.
    #[derive(Default)]
    Column, "a column" {
        /// The order of the report.
        #[default]
        Report = "report",
        /// The code.
        Code = "code",
        /// The name.
        Name = "name",
        /// The value.
        Value = "value",
        /// The target.
        Target = "target",
        /// The distance from the target, relative to it.
        Variance = "variance",
        /// The status, in the order of the report's rules.
        Status = "status",
        /// The short trend.
        Short = "short",
        /// The long trend.
        Long = "long",
        /// The aim.
        Aim = "aim",
        /// The period of the value.
        Period = "period",
    }
}

/// The order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sort {
    /// What it is sorted by.
    pub column: Column,
    /// Whether the order is turned round.
    pub descending: bool,
}

/// Something opened over a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// The measure with this code.
    Measure(String),
    /// The risk with this reference.
    Risk(String),
}

/// A view with its selection, or a measure or risk: one thing on an agenda.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// The view.
    pub view: View,
    /// What is opened over it.
    pub opened: Option<Opened>,
    /// What is kept.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
    /// Grouped by what.
    pub group: Group,
}

impl Item {
    /// A measure or risk by itself.
    pub fn of(opened: Opened) -> Self {
        Self { opened: Some(opened), ..Self::default() }
    }
}

/// Everything that decides what is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The id of the quarter; none is the newest.
    pub quarter: Option<String>,
    /// A fingerprint of the data that a link was made from: tells whether the quarter was reissued since.
    pub data: Option<String>,
    /// The view.
    pub view: View,
    /// What is opened over it.
    pub opened: Option<Opened>,
    /// What is kept.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
    /// Grouped by what.
    pub group: Group,
    /// What is on the agenda, in order.
    pub agenda: Vec<Item>,
    /// The form that it takes.
    pub form: Form,
    /// Which slide is shown.
    pub slide: SlideAt,
    /// Whether it stands in a frame of somebody else's page, without header and filters.
    pub embed: bool,
}

/// Where a presentation is, beside the measure or risk that is opened. It is said by what is shown and not by a number in the
/// whole, so that a link leads to the same measure after figures or commentary were reissued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlideAt {
    /// Of an agenda: in which of its items, from 1; 0 is outside of all of them. Otherwise 0.
    pub item: usize,
    /// Which slide of the measure, risk or frame, from 1.
    pub number: usize,
}

impl SlideAt {
    /// The same place in an agenda without the items at these positions, from 1; the start where its own item is one of them.
    pub fn without(self, left_out: &[usize]) -> Self {
        if left_out.contains(&self.item) {
            return Self::default();
        }
        let before = left_out.iter().filter(|at| **at < self.item).count();
        Self { item: self.item - before, ..self }
    }
}

impl Default for SlideAt {
    fn default() -> Self {
        Self { item: 0, number: 1 }
    }
}

/// Something a reader does that is not following a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Chooses something, or takes the choice back.
    Choose(Choice, bool),
    /// Types in the search box.
    Search(String),
    /// Takes back every choice and the search.
    ClearAll,
    /// Sorts by a column; by the same column again turns the order round.
    SortBy(Column),
    /// Puts a list in this order.
    Order(Sort),
    /// Groups.
    GroupBy(Group),
    /// Puts something on the agenda, at its end.
    AddToAgenda(Item),
    /// Takes the item at this position, from 0, off the agenda.
    TakeOffAgenda(usize),
    /// Moves the item of the agenda at one position to another, from 0.
    MoveOnAgenda(usize, usize),
    /// Puts these on the agenda, in place of all that was on it.
    SetAgenda(Vec<Item>),
}

/// What an act does to the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trace {
    /// A committed act: Back leads to what was before.
    Push,
    /// Not a step of its own.
    Replace,
}

impl Action {
    /// What it does to the history: typing and sorting are not steps, and Back takes nothing off an agenda.
    pub fn trace(&self) -> Trace {
        match self {
            Self::Search(_) | Self::SortBy(_) | Self::Order(_) | Self::GroupBy(_) => Trace::Replace,
            Self::AddToAgenda(_) | Self::TakeOffAgenda(_) | Self::MoveOnAgenda(..) | Self::SetAgenda(_) => {
                Trace::Replace
            }
            Self::Choose(..) | Self::ClearAll => Trace::Push,
        }
    }
}

impl ViewState {
    /// The state after an act.
    pub fn apply(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Choose(choice, true) => {
                next.filter.choices.insert(choice);
            }
            Action::Choose(choice, false) => {
                next.filter.choices.remove(&choice);
            }
            Action::Search(text) => next.filter.search = text,
            Action::ClearAll => next.filter = Filter::default(),
            Action::SortBy(column) => {
                let descending = self.sort.column == column && !self.sort.descending;
                next.sort = Sort { column, descending };
            }
            Action::Order(sort) => next.sort = sort,
            Action::GroupBy(group) => next.group = group,
            Action::AddToAgenda(item) => next.agenda.push(item),
            Action::TakeOffAgenda(at) if at < next.agenda.len() => {
                next.agenda.remove(at);
            }
            Action::MoveOnAgenda(from, to) if from < next.agenda.len() && to < next.agenda.len() => {
                let item = next.agenda.remove(from);
                next.agenda.insert(to, item);
            }
            Action::TakeOffAgenda(_) | Action::MoveOnAgenda(..) => {}
            Action::SetAgenda(items) => next.agenda = items,
        }
        next
    }

    /// What of it can stand on an agenda: none of the agenda itself, nor of the checks, which are for those who make a report.
    pub fn as_item(&self) -> Option<Item> {
        if self.opened.is_none() && matches!(self.view, View::Agenda | View::Checks) {
            return None;
        }
        match &self.opened {
            // A measure is the same whichever list it was opened from.
            Some(opened) => Some(Item::of(opened.clone())),
            None => Some(self.item_of_view()),
        }
    }

    /// The view with what it shows: risks and projects are narrowed by outcomes alone, and only the list has an order.
    fn item_of_view(&self) -> Item {
        let mut filter = self.filter.clone();
        if matches!(self.view, View::Risks | View::Projects) {
            filter.choices.retain(|choice| choice.facet() == Facet::Outcome);
            filter.search.clear();
        }
        let (sort, group) = match self.view {
            View::Measures => (self.sort, self.group),
            _ => Default::default(),
        };
        Item { view: self.view, opened: None, filter, sort, group }
    }

    /// An item of an agenda, in the explorer. The agenda stays.
    pub fn at_item(&self, item: &Item) -> Self {
        let Item { view, opened, filter, sort, group } = item.clone();
        Self { view, opened, filter, sort, group, ..self.in_form(Form::Page) }
    }

    /// The same in another form; slides from the first of what is opened.
    pub fn in_form(&self, form: Form) -> Self {
        Self { form, slide: SlideAt::default(), ..self.clone() }
    }

    /// What a link for others is made of: the agenda goes along only where it is what is shown, and then without the choices
    /// that its maker has made beside it.
    pub fn to_share(&self) -> Self {
        let is_agenda = self.view == View::Agenda && (self.opened.is_none() || self.form == Form::Slides);
        if is_agenda {
            let (filter, sort, group) = <(Filter, Sort, Group)>::default();
            return Self { filter, sort, group, ..self.clone() };
        }
        // What is opened over an agenda stands by itself without it.
        let view = match (self.view, &self.opened) {
            (View::Agenda, Some(Opened::Risk(_))) => View::Risks,
            (View::Agenda, _) => View::Measures,
            (view, _) => view,
        };
        Self { view, agenda: Vec::new(), ..self.clone() }
    }

    /// The same selection in another view.
    pub fn in_view(&self, view: View) -> Self {
        Self { view, opened: None, ..self.in_form(Form::Page) }
    }

    /// With this measure or risk opened.
    pub fn opening(&self, opened: Opened) -> Self {
        Self { opened: Some(opened), slide: SlideAt::default(), ..self.clone() }
    }

    /// With nothing opened.
    pub fn closed(&self) -> Self {
        Self { opened: None, slide: SlideAt::default(), ..self.clone() }
    }

    /// The measures behind a number: the list, narrowed by these choices as well. In a facet that is narrowed already,
    /// only the choices that were made stay, so that nothing comes in that was not counted.
    pub fn measures_behind(&self, choices: impl IntoIterator<Item = Choice>) -> Self {
        let made = &self.filter.choices;
        let kept = choices
            .into_iter()
            .filter(|choice| made.contains(choice) || made.iter().all(|made| made.facet() != choice.facet()));
        let filter = self.filter.clone().only(kept);
        Self { filter, ..self.in_view(View::Measures) }
    }
}

#[cfg(test)]
mod tests;
