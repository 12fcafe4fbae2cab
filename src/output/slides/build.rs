//! Knows: how a deck is put together from a view or an agenda, and how much stands on a slide.
//! Must not know: how a slide is laid out.

use super::chosen_commentary::{OmittedHeadings, chosen_commentary};
use super::paging::{PageText, Room, pages};
use super::{Deck, Slide, SlideContent, SlidePlace};
use crate::assess::summary;
use crate::assess::trend;
use crate::explore::view_state::{Detail, Query, SlideAt, View, ViewState};
use crate::output::contents::{Contents, is_summary_only, left_out};
use crate::report::{Code, Dataset, Measure, MeasureIx, MeasureRef, ProjectIx, ProjectRef, RiskIx};
use crate::wording::format;
use std::collections::{HashMap, HashSet};
use std::mem::Discriminant;

/// A slide full of text, under its heading.
const FULL: Room = Room { lines: 19, characters: 76 };
/// Beside the chart of a measure.
const BESIDE_CHART: Room = Room { lines: 10, characters: 37 };
/// From how many characters a name with its code takes a line from the commentary below it.
const LONG_NAME: usize = 65;
/// Under the facts of a measure that has no chart.
const UNDER_FACTS: Room = Room { lines: 11, characters: 76 };
/// Items, risks or measures of a list on one slide, with a column or two beside them.
const LIST: Room = Room { lines: 12, characters: 60 };
/// Up to how many lines a summary names the codes of its measures.
const SUMMARY_LINES: usize = 11;

impl Deck {
    /// The slides of what a state shows: of an agenda, of the selection of a view, or, where something is opened that the view
    /// has no slide of, of that alone.
    pub fn of(state: &ViewState, data: &Dataset) -> Self {
        let mut deck = DeckBuilder::new(data);
        if state.shown.view == View::Agenda {
            deck.agenda(&state.agenda);
            deck.left_out(None);
        } else if let Some(opened) = opened_alone(state, data) {
            let contents = Contents::of(&Query::of(opened.clone()), data);
            deck.things(0, contents);
            // It is opened on these slides too, so that they stay in this deck.
            deck.left_out(Some(&opened));
        } else {
            let contents = Contents::of(&state.shown.without_detail(), data);
            deck.view(0, state.shown.view, contents);
            deck.left_out(None);
        }
        Self { slides: deck.slides }
    }
}

/// What is opened, where it is presented by itself: where the report has it, and the view's own slides do not.
pub fn opened_alone(state: &ViewState, data: &Dataset) -> Option<Detail> {
    let Query { view, detail, filter, .. } = &state.shown;
    let opened = detail.as_ref().filter(|_| *view != View::Agenda)?;
    let is_in_view = match opened {
        Detail::Measure(code) => {
            let row = data.find_measure(code)?.row;
            view.is_of_measures() && filter.select(data).rows.contains(&row)
        }
        Detail::Risk(reference) => {
            let outcome = data.find_risk(reference)?.outcome;
            *view == View::Risks && filter.keeps_outcome(&outcome.name)
        }
    };
    (!is_in_view).then(|| opened.clone())
}

/// What slides are of: the item of an agenda, and what is opened.
type SlideGroup = (usize, Option<(Discriminant<Detail>, Code)>);

struct DeckBuilder<'r> {
    data: &'r Dataset,
    slides: Vec<Slide>,
    /// How many slides there are of each thing.
    counts: HashMap<SlideGroup, usize>,
    /// What has slides of its own.
    shown: Vec<Contents<'r>>,
    omitted: OmittedHeadings<'r>,
    /// The measures that have slides: on an agenda a measure may be there several times, and counts once.
    counted: HashSet<MeasureIx>,
}

impl<'r> DeckBuilder<'r> {
    fn new(data: &'r Dataset) -> Self {
        Self {
            data,
            slides: Vec::new(),
            counts: HashMap::new(),
            shown: Vec::new(),
            omitted: OmittedHeadings::default(),
            counted: HashSet::new(),
        }
    }

    /// Puts the slides of one thing into the deck.
    fn put(&mut self, item: usize, opened: Option<&Detail>, shown: Vec<SlideContent>) {
        let pages = shown.len();
        let of = opened.map(|opened| (std::mem::discriminant(opened), opened.code().to_string()));
        let count = self.counts.entry((item, of)).or_default();
        let before = *count;
        *count += pages;
        self.slides.extend(shown.into_iter().enumerate().map(|(at, shows)| {
            let slide = SlideAt { item, number: before + at + 1 };
            Slide { at: SlidePlace { detail: opened.cloned(), slide }, shows, page: at + 1, pages }
        }));
    }

    fn agenda(&mut self, items: &[Query]) {
        let data = self.data;
        let words: Vec<String> = items.iter().map(|item| crate::explore::describe::item(item, data)).collect();
        let mut starts = Vec::new();
        let lists = lists(&words, LIST.lines, |words| length(words)).len();
        for (at, item) in items.iter().enumerate() {
            starts.push(lists + self.slides.len() + 1);
            let contents = Contents::of(item, data);
            if item.detail.is_some() {
                self.things(at + 1, contents);
            } else if is_summary_only(item) {
                self.title(at + 1, &contents);
            } else {
                self.view(at + 1, item.view, contents);
            }
        }
        let lines: Vec<(String, usize)> = words.into_iter().zip(starts).collect();
        let lists = self::lists(&lines, LIST.lines, |(words, _)| length(words));
        let after = std::mem::take(&mut self.slides);
        self.put(0, None, lists.into_iter().map(SlideContent::Agenda).collect());
        self.slides.extend(after);
    }

    fn view(&mut self, item: usize, view: View, mut contents: Contents<'r>) {
        self.title(item, &contents);
        match view {
            View::Risks => {
                let lists = lists(&contents.risks, LIST.lines, |one| length(&one.risk.title));
                let lists = lists.into_iter().filter(|list| !list.is_empty());
                let shown =
                    lists.map(|list| SlideContent::Risks(list.into_iter().map(|one| one.ix).collect())).collect();
                self.put(item, None, shown);
            }
            View::Projects => {}
            _ => {
                // A view of measures is presented by its measures.
                contents.risks.clear();
                contents.projects.clear();
            }
        }
        self.things(item, contents);
    }

    /// A slide, or several, for each thing.
    fn things(&mut self, item: usize, contents: Contents<'r>) {
        for row in contents.rows() {
            if let Some(place) = self.data.measure(row) {
                let opened = Detail::Measure(place.measure.code.clone());
                let shown = self.measure(&place);
                self.put(item, Some(&opened), shown);
            }
        }
        for one in &contents.risks {
            let opened = Detail::Risk(one.risk.reference.clone());
            self.put(item, Some(&opened), vec![SlideContent::Risk(one.ix)]);
        }
        for project in &contents.projects {
            let shown = self.project(project);
            self.put(item, None, shown);
        }
        self.shown.push(contents);
    }

    fn title(&mut self, item: usize, contents: &Contents<'r>) {
        let measures = contents.measures(self.data);
        let lines = match &contents.kept {
            Some(_) => summary_lines(&measures),
            None => vec![counted(contents)],
        };
        let kept = contents.kept.clone().filter(|kept| *kept != contents.title);
        self.put(item, None, vec![SlideContent::Title { title: contents.title.clone(), kept, lines }]);
    }

    fn measure(&mut self, place: &MeasureRef<'r>) -> Vec<SlideContent> {
        let MeasureRef { row, measure, .. } = *place;
        let chosen = chosen_commentary(self.data, place);
        if self.counted.insert(row) {
            self.omitted.count(&chosen.left_out);
        }
        let numbers = trend::series(measure).iter().filter(|point| point.value.number().is_some()).count();
        let has_chart = numbers >= 2;
        let mut room = if has_chart { BESIDE_CHART } else { UNDER_FACTS };
        if length(&measure.code) + length(&measure.name) > LONG_NAME {
            room.lines -= 1;
        }
        let pages = pages(&chosen.shown, room, FULL);
        pages.into_iter().map(|sections| SlideContent::Measure { row, has_chart, sections }).collect()
    }

    fn project(&self, one: &ProjectRef<'_>) -> Vec<SlideContent> {
        let project = one.project;
        // Its measures stand under a line that says so, its figures under a caption and a head.
        let measures = project.measures.iter().map(|code| {
            let name = self.data.find_measure(code).map_or(0, |place| length(&place.measure.name));
            FULL.lines_of(length(code) + name)
        });
        let figures = project.sub_measures.iter().map(|figure| 2 * FULL.lines_of(length(&figure.name)));
        let head = usize::from(!project.measures.is_empty()) + 3 * usize::from(!project.sub_measures.is_empty());
        let taken = measures.chain(figures).sum::<usize>() + head;
        let sections: Vec<_> = project
            .commentary
            .iter()
            .map(|section| (section.heading.as_str(), section.blocks.iter().collect()))
            .collect();
        let first = Room { lines: FULL.lines.saturating_sub(taken), ..FULL };
        let pages: Vec<PageText> = pages(&sections, first, FULL);
        pages.into_iter().map(|sections| SlideContent::Project { project: one.ix, sections }).collect()
    }

    /// What is not in the deck, at its end; with what is opened there.
    fn left_out(&mut self, opened: Option<&Detail>) {
        let measures = left_out(&self.shown, self.data);
        let mut about: Vec<String> = self.omitted.in_words().into_iter().chain(self.others_left_out()).collect();
        // Who comes for risks is not led through all of the measures.
        let is_about_measures = self.shown.iter().any(|contents| !contents.rows().is_empty());
        let all = measures.len();
        let measures = if is_about_measures { measures } else { Vec::new() };
        // The measures follow below.
        about.push(match all {
            0 => "Every measure of the report is in this presentation.".to_string(),
            count if !is_about_measures => format!("{count} measures of the report are not in this presentation."),
            1 => "1 measure of the report is not in this presentation:".to_string(),
            count => format!("{count} measures of the report are not in this presentation:"),
        });
        let said: usize = about.iter().map(|line| FULL.lines_of(length(line))).sum();
        let lists = lists(&measures, LIST.lines.saturating_sub(said + 1), |place| {
            length(&place.measure.code) + length(&place.measure.name)
        });
        let shown = lists.into_iter().enumerate().map(|(at, list)| {
            let about = if at == 0 { about.clone() } else { Vec::new() };
            SlideContent::LeftOut { about, rows: list.into_iter().map(|place| place.row).collect() }
        });
        let shown = shown.collect();
        self.put(0, opened, shown);
    }

    /// Risks and projects that have no slide.
    fn others_left_out(&self) -> Option<String> {
        let risks: HashSet<RiskIx> = self.shown.iter().flat_map(|contents| &contents.risks).map(|one| one.ix).collect();
        let risks = self.data.risks().filter(|one| !risks.contains(&one.ix)).count();
        let projects: HashSet<ProjectIx> =
            self.shown.iter().flat_map(|contents| &contents.projects).map(|one| one.ix).collect();
        let projects = self.data.projects().filter(|one| !projects.contains(&one.ix)).count();
        let parts = [(risks, "strategic risk"), (projects, "project")];
        let parts = parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format::count_of(*count, what));
        let parts: Vec<String> = parts.collect();
        (!parts.is_empty()).then(|| format!("Not in this presentation: {} of the report.", parts.join(" and ")))
    }
}

/// The summary, with the codes of the measures where there is room for them.
fn summary_lines(measures: &[&Measure]) -> Vec<String> {
    let lines = summary::lines(measures);
    let whole: Vec<String> = lines.iter().map(summary::Line::to_string).collect();
    let taken: usize = whole.iter().map(|line| FULL.lines_of(length(line))).sum();
    if taken <= SUMMARY_LINES { whole } else { lines.into_iter().map(|line| line.words).collect() }
}

/// How many risks or projects there are.
fn counted(contents: &Contents<'_>) -> String {
    let parts = [(contents.risks.len(), "strategic risk"), (contents.projects.len(), "project")];
    let parts = parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format::count_of(*count, what));
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { "There are none.".to_string() } else { format!("{}.", format::capital(&parts.join(", "))) }
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// A list cut into slides; the first has room for so many lines. At least one.
fn lists<T: Clone>(all: &[T], first: usize, length: impl Fn(&T) -> usize) -> Vec<Vec<T>> {
    let mut done = Vec::new();
    let (mut list, mut left) = (Vec::new(), first);
    for one in all {
        let takes = LIST.lines_of(length(one));
        if takes > left && !(list.is_empty() && left == LIST.lines) {
            done.push(std::mem::take(&mut list));
            left = LIST.lines;
        }
        left = left.saturating_sub(takes);
        list.push(one.clone());
    }
    done.push(list);
    done
}
