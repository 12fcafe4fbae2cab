//! Knows: how many rows of a list fit on a slide.
//! Must not know: what is listed.

use super::paging::Room;

/// A list of agenda items, risks or measures, with a column or two beside them.
pub(super) const LIST: Room = Room { lines: 12, characters: 60 };

/// Splits a list into slides, where each of its rows takes `lines`. There is at least one slide.
pub(super) fn split_list<T: Clone>(all: &[T], lines: impl Fn(&T) -> usize) -> Vec<Vec<T>> {
    let mut done = Vec::new();
    let (mut list, mut left) = (Vec::new(), LIST.lines);
    for one in all {
        let takes = lines(one);
        if takes > left && !list.is_empty() {
            done.push(std::mem::take(&mut list));
            left = LIST.lines;
        }
        left = left.saturating_sub(takes);
        list.push(one.clone());
    }
    done.push(list);
    done
}
