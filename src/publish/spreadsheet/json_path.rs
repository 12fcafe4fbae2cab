//! Knows: how a JSON path is taken apart, step by step.
//! Must not know: what an export holds.

/// `$.outcomes[3].name` after `$.outcomes[`: 3 and `.name`.
pub(super) fn entry<'p>(path: &'p str, start: &str) -> Option<(usize, &'p str)> {
    let (position, rest) = path.strip_prefix(start)?.split_once(']')?;
    Some((position.parse().ok()?, rest))
}
