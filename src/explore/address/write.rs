//! Knows: how a view is written as a query string.
//! Must not know: how a query string is read.

use super::key::{ITEM_SEPARATOR, Key, YES};
use super::percent;
use crate::explore::view_state::{Columns, Detail, Group, ListColumn, Mode, Query, SlideAt, Sort, View, ViewState};
use crate::report::Keyword;

/// The most characters a link may have if every program is to pass it on whole.
pub const LONGEST: usize = 2_000;

/// The query string of a state, without the `?`. Defaults are left out and keys have a fixed order, so that equal views have
/// equal links.
pub fn encode(state: &ViewState) -> String {
    // Every field is named, so that a new one cannot be forgotten here.
    let ViewState { quarter, data, shown, agenda, mode, slide, embed } = state;
    let Query { view, from, detail, filter, sort, group, columns } = shown;
    let SlideAt { item, number } = slide;
    let mut written = QueryString::default();
    for &key in Key::ALL {
        match (key, detail) {
            (Key::Quarter, _) => written.put_all(key, quarter.as_deref()),
            (Key::Data, _) => written.put_all(key, data.as_deref()),
            (Key::View, _) => written.put_word(key, *view, View::default()),
            (Key::From, _) => written.put_all(key, from.as_deref()),
            (Key::Measure, Some(Detail::Measure(code))) => written.put(key, code),
            (Key::Risk, Some(Detail::Risk(reference))) => written.put(key, reference),
            (Key::Measure | Key::Risk, _) => {}
            (Key::Outcome | Key::Programme | Key::Status | Key::Short | Key::Long | Key::Aim, _) => {
                let choices = filter.choices.iter().filter(|choice| Key::of(choice.facet()) == key);
                written.put_all(key, choices.map(|choice| choice.word()));
            }
            (Key::Search, _) if filter.search.is_empty() => {}
            (Key::Search, _) => written.put(key, &filter.search),
            (Key::Sort, _) if *sort == Sort::default() => {}
            (Key::Sort, _) => {
                let sign = if sort.descending { "-" } else { "" };
                written.put(key, &format!("{sign}{}", sort.column.word()));
            }
            (Key::Group, _) => written.put_word(key, *group, Group::default()),
            (Key::Columns, _) if *columns == Columns::default() => {}
            // A list with none has its name alone.
            (Key::Columns, _) if columns.iter().next().is_none() => written.put(key, ListColumn::Name.word()),
            (Key::Columns, _) => written.put_all(key, columns.iter().map(ListColumn::word)),
            (Key::Agenda, _) if agenda.is_empty() => {}
            (Key::Agenda, _) => {
                let items: Vec<String> = agenda.iter().map(encode_item).collect();
                written.put(key, &items.join(ITEM_SEPARATOR));
            }
            (Key::Mode, _) => written.put_word(key, *mode, Mode::default()),
            (Key::Item, _) if *item == 0 => {}
            (Key::Item, _) => written.put(key, &item.to_string()),
            (Key::Slide, _) if *number == 1 => {}
            (Key::Slide, _) => written.put(key, &number.to_string()),
            (Key::Embed, _) => written.put_all(key, embed.then_some(YES)),
        }
    }
    written.0
}

/// An agenda item, as the query string that it would have on its own.
fn encode_item(item: &Query) -> String {
    let query = encode(&ViewState::of(item.clone()));
    // An empty item would be the same as a stray comma.
    if query.is_empty() { format!("{}={}", Key::View.word(), item.view.word()) } else { query }
}

#[derive(Default)]
struct QueryString(String);

impl QueryString {
    fn put(&mut self, key: Key, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(key.word());
        self.0.push('=');
        percent::encode(value, &mut self.0);
    }

    fn put_all<'v>(&mut self, key: Key, values: impl IntoIterator<Item = &'v str>) {
        for value in values {
            self.put(key, value);
        }
    }

    fn put_word<W: Keyword>(&mut self, key: Key, word: W, default: W) {
        if word != default {
            self.put(key, word.word());
        }
    }
}
