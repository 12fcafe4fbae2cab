//! Knows: the published summary of a programme against the one that its measures give.
//! Must not know: how sentences are written (that is `summary`).

use super::{Came, Certainty, Desk, Kind, Said};
use crate::report::{Measure, Programme};
use crate::summary;

pub(super) fn check(programme: &Programme, desk: &mut Desk<'_>) {
    if programme.published_summary.is_empty() {
        return desk.tried(Kind::Summary, Came::NotChecked("The report has no summary of this programme".to_string()));
    }
    let measures: Vec<&Measure> = programme.measures.iter().collect();
    let computed = summary::sentences(&measures);
    let published = &programme.published_summary;
    if computed == *published {
        return desk.tried(Kind::Summary, Came::Agrees);
    }
    desk.tried(Kind::Summary, Came::Differs);
    let list = desk.at.key("published_summary");
    // Sentences that say the same are set aside; of the rest, those on one subject are held against each other.
    let mut missing: Vec<&String> = computed.iter().filter(|sentence| !published.contains(sentence)).collect();
    let mut found = false;
    for (position, sentence) in published.iter().enumerate() {
        let is_again = published.iter().take(position).any(|before| before == sentence);
        if computed.contains(sentence) && !is_again {
            continue;
        }
        let twin = missing.iter().position(|other| !is_again && subject(other) == subject(sentence));
        let expected = match twin.map(|at| missing.remove(at)) {
            Some(other) => other.clone(),
            None if is_again => "this sentence once".to_string(),
            None => "no such sentence".to_string(),
        };
        found = true;
        let said = Said { published: sentence.clone(), expected, working: counts(programme) };
        desk.find(Kind::Summary, Certainty::Certain, &list.entry(position), said);
    }
    for sentence in missing {
        found = true;
        let said =
            Said { published: "no such sentence".to_string(), expected: sentence.clone(), working: counts(programme) };
        desk.find(Kind::Summary, Certainty::Certain, &list, said);
    }
    if !found {
        let said = Said {
            published: "the sentences in another order".to_string(),
            expected: "total; statuses; then which are deteriorating long term".to_string(),
            working: "Every sentence is right.".to_string(),
        };
        desk.find(Kind::Summary, Certainty::Question, &list, said);
    }
}

/// What a sentence is about: its words without numbers, codes, and the difference between one and many.
fn subject(sentence: &str) -> Vec<String> {
    let words = sentence.split(" [").next().unwrap_or_default();
    words
        .trim_end_matches('.')
        .split_whitespace()
        .map(|word| word.to_lowercase())
        .filter(|word| {
            !word.bytes().all(|byte| byte.is_ascii_digit())
                && !["all", "of", "the", "a", "was", "were", "is", "are", "has", "have", "its", "their", "both"]
                    .contains(&word.as_str())
        })
        .map(|word| if word == "measures" { "measure".to_string() } else { word })
        .collect()
}

fn counts(programme: &Programme) -> String {
    use crate::report::words::Word;
    use crate::report::{Status, Trend};
    let of = |status: &Status| programme.measures.iter().filter(|measure| measure.status == *status).count();
    let parts: Vec<String> = Status::ALL
        .iter()
        .map(|status| (status, of(status)))
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| {
            format!("{count} {}", if *status == Status::None { "without a status" } else { status.word() })
        })
        .collect();
    let worse = programme.measures.iter().filter(|measure| measure.long_trend == Trend::Deteriorating).count();
    format!(
        "By published status the programme has {} measures: {}; {worse} of them deteriorating long term.",
        programme.measures.len(),
        parts.join(", ")
    )
}
