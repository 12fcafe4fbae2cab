//! Knows: how files are named by council, quarter and selection, so that every system accepts the name.
//! Must not know: what is in a file.

use super::DownloadSet;
use crate::encode::slug::slug;
use crate::never::OrNever;

/// The most bytes of each part of a name.
const LONGEST_COUNCIL: usize = 40;
const LONGEST_SELECTION: usize = 64;

/// The name of a file. `part` is the part of the selection in it, if not all; `ending` has no dot.
pub fn file_name(set: &DownloadSet<'_>, part: Option<&str>, ending: &str) -> String {
    let report = set.data.report();
    let local = if set.data.is_local() { "local-file-not-published" } else { "" };
    let (council, quarter, title) = (slug(&report.council.name), slug(&report.period.word()), slug(&set.title));
    let selection = cut(&title, LONGEST_SELECTION);
    // The title of a selection may name the part already. Other parts are always named, so that no two files have one name.
    let is_named = |part: &str| match part {
        "measures" => selection.split('-').any(|word| word == part),
        "risks" => selection.starts_with("strategic-risks"),
        _ => false,
    };
    let part = part.filter(|part| !is_named(part)).unwrap_or_default();
    let parts = [local, cut(&council, LONGEST_COUNCIL), &quarter, selection, part];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    // With a quarter in it, this is never a name that a system reserves.
    format!("{}.{ending}", parts.join("-"))
}

/// At most `longest` bytes of a slug, in whole words if the first one fits.
fn cut(slug: &str, longest: usize) -> &str {
    if slug.len() <= longest {
        return slug;
    }
    let kept = (0..=longest).rev().find_map(|end| slug.get(..end)).or_never("0 is the start of a character", "");
    kept.rsplit_once('-').map_or(kept, |(words, _)| words)
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn whole_words_are_kept() {
        for (slug, longest, expected) in [
            ("red-measures", 12, "red-measures"),
            ("red-measures", 11, "red"),
            ("red-measures", 4, "red"),
            ("measures", 4, "meas"),
            ("ééé", 5, "éé"),
            ("", 4, ""),
        ] {
            assert_eq!(cut(slug, longest), expected, "{slug} {longest}");
        }
    }
}
