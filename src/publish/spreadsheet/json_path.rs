//! Knows: how a JSON path is split, one list entry at a time.
//! Must not know: what an export holds.

/// The position after `start`, and the rest: 3 and `.name` for `$.outcomes[3].name` after `$.outcomes[`.
pub(super) fn entry<'p>(path: &'p str, start: &str) -> Option<(usize, &'p str)> {
    let (position, rest) = path.strip_prefix(start)?.split_once(']')?;
    Some((position.parse().ok()?, rest))
}
