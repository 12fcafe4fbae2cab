//! Knows: how a file is called: by council, quarter and selection, so that every system takes the name.
//! Must not know: what is in the file.

use super::DownloadSet;
use crate::encode::slug::slug;

/// How many characters of each part of a name are kept at most.
const LONGEST_COUNCIL: usize = 40;
const LONGEST_SELECTION: usize = 64;

/// The name of a file. `part` says which part of the selection is in it, where that is not all; `ending` goes without a dot.
pub fn file_name(set: &DownloadSet<'_>, part: Option<&str>, ending: &str) -> String {
    let report = set.report();
    let local = if set.data.is_local() { "local-file-not-published" } else { "" };
    let council = cut(&slug(&report.council.name), LONGEST_COUNCIL);
    let quarter = slug(&report.period.word());
    let selection = cut(&slug(&set.title), LONGEST_SELECTION);
    // A selection of measures or of risks says so. Other parts are named always, so that no two have the same name.
    let is_said = |part: &str| match part {
        "measures" => selection.split('-').any(|word| word == part),
        "risks" => selection.starts_with("strategic-risks"),
        _ => false,
    };
    let part = part.filter(|part| !is_said(part)).unwrap_or_default();
    let parts = [local, &council, &quarter, &selection, part];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    // Letters, digits and hyphens, and always a quarter: no name that a system keeps for itself.
    format!("{}.{ending}", parts.join("-"))
}

/// At most so many characters, whole words where there are any; characters that take more than one byte count for more.
fn cut(slug: &str, longest: usize) -> String {
    if slug.len() <= longest {
        return slug.to_string();
    }
    let mut kept = String::new();
    let mut words = String::new();
    for one in slug.chars() {
        if kept.len() + one.len_utf8() > longest {
            break;
        }
        if one == '-' {
            words.clone_from(&kept);
        }
        kept.push(one);
    }
    if words.is_empty() { kept } else { words }
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
