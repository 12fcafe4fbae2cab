//! Knows: the Atom feed (RFC 4287) of what a site publishes: each quarter, and each correction of a figure.
//! Must not know: where it is written, or how figures are shown.

use crate::encode::markup::escaped;
use crate::report::{Correction, Entry, Period, Report};
use crate::wording::format;
use sha2::{Digest, Sha256};

/// The name of the feed, beside the catalogue.
pub const NAME: &str = "feed.xml";

/// The feed of these quarters, newest first. None if no report says when it was published: every entry of a feed has a date.
pub fn feed(quarters: &[(Entry, &Report)]) -> Option<String> {
    let mut oldest_first: Vec<&(Entry, &Report)> = quarters.iter().collect();
    oldest_first.sort_by_key(|(entry, _)| entry.period.order());
    let mut entries: Vec<FeedEntry> = Vec::new();
    for (entry, report) in oldest_first {
        // A later report states a correction again as long as it gives the figure.
        let new: Vec<_> = of_quarter(entry, report)
            .into_iter()
            .filter(|one| entries.iter().all(|known| known.id != one.id))
            .collect();
        entries.extend(new);
    }
    entries.sort_by(|one, other| other.updated.cmp(&one.updated).then_with(|| one.id.cmp(&other.id)));
    let newest = entries.first()?;
    let (first, _) = quarters.first()?;
    let council = &first.council;
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">\n",
    );
    let mut line = |text_of: String| {
        text.push_str(&text_of);
        text.push('\n');
    };
    // A site may have the reports of several councils: each entry names its own.
    let is_of_one = quarters.iter().all(|(entry, _)| entry.council.ons_code == council.ons_code);
    let title = match is_of_one {
        true => format!("{}: performance reports and corrections", council.name),
        false => "Performance reports and corrections".to_string(),
    };
    line(format!("  <title>{}</title>", escaped(&title)));
    line(format!("  <id>{}</id>", urn(&["feed", &council.ons_code])));
    line(format!("  <updated>{}</updated>", newest.updated));
    line(format!("  <link rel=\"self\" type=\"application/atom+xml\" href=\"{NAME}\"/>"));
    line("  <link rel=\"alternate\" type=\"text/html\" href=\"../\"/>".to_string());
    for entry in &entries {
        line("  <entry>".to_string());
        line(format!("    <title>{}</title>", escaped(&entry.title)));
        line(format!("    <id>{}</id>", entry.id));
        line(format!("    <updated>{}</updated>", entry.updated));
        line(format!("    <author><name>{}</name></author>", escaped(&entry.author)));
        line(format!("    <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", escaped(&entry.link)));
        line(format!("    <summary>{}</summary>", escaped(&entry.summary)));
        line("  </entry>".to_string());
    }
    line("</feed>".to_string());
    Some(text)
}

struct FeedEntry {
    title: String,
    author: String,
    id: String,
    updated: String,
    link: String,
    summary: String,
}

/// The publication of a quarter, if its day is known, and the corrections that its report states.
fn of_quarter(entry: &Entry, report: &Report) -> Vec<FeedEntry> {
    let published = entry.published.map(|day| FeedEntry {
        title: entry.title.clone(),
        author: entry.council.name.clone(),
        id: urn(&["quarter", &entry.council.ons_code, &entry.priority.name, &entry.id]),
        updated: moment(day),
        link: format!("../?quarter={}", entry.id),
        summary: format!("{} has published its report for {}.", entry.council.name, format::the(entry.period)),
    });
    let corrections = report.corrections.iter().map(|one| correction(entry, one));
    published.into_iter().chain(corrections).collect()
}

fn correction(entry: &Entry, one: &Correction) -> FeedEntry {
    let Correction { date, measure, field, period, before, after, reason } = one;
    let what = format!("{} of {measure} for {}", field.label(), format::the(*period));
    FeedEntry {
        title: format!("Correction in {}: {what}", entry.title),
        author: entry.council.name.clone(),
        id: urn(&[
            "correction",
            &entry.council.ons_code,
            &entry.priority.name,
            &date.word(),
            measure,
            field.label(),
            &period.word(),
            before,
            after,
        ]),
        updated: moment(*date),
        link: format!("../?quarter={}&measure={}", entry.id, percent(measure)),
        summary: format!("{what} was {before} and is {after}. {reason}"),
    }
}

/// The start of a day, as feeds write it.
fn moment(day: Period) -> String {
    format!("{}T00:00:00Z", day.word())
}

/// A lasting name: a UUID (version 8 of RFC 9562) out of the SHA-256 of what it names.
fn urn(of: &[&str]) -> String {
    let digest = Sha256::digest(of.join("\u{0}").as_bytes());
    let digits: String = format!("{digest:x}").chars().take(32).collect();
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default().to_string();
    format!("urn:uuid:{}-{}-8{}-8{}-{}", part(0, 8), part(8, 12), part(13, 16), part(17, 20), part(20, 32))
}

/// A code in an address.
fn percent(text: &str) -> String {
    let keeps = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    text.bytes().map(|byte| if keeps(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{everything, shipped};
    use crate::publish::entry;

    #[test]
    fn releases_and_corrections_latest_first() {
        let text = crate::fixtures::EVERYTHING;
        let report = everything();
        let feed = feed(&[(entry("everything.json", text.as_bytes()).unwrap(), &report)]).unwrap();
        let all = |tag: &str| -> Vec<&str> {
            feed.split(&format!("<{tag}>")).skip(1).map(|rest| rest.split('<').next().unwrap()).collect()
        };
        assert_eq!(all("updated"), ["2024-03-05T00:00:00Z", "2024-03-05T00:00:00Z", "2024-02-27T00:00:00Z"]);
        assert_eq!(
            all("title"),
            [
                "Example Council: performance reports and corrections",
                "Correction in People, Quarter 3 2023/24: Value of M1 for Quarter 2 2023/24",
                "People, Quarter 3 2023/24"
            ]
        );
        let ids = all("id");
        assert!(ids.iter().all(|id| id.len() == "urn:uuid:".len() + 36), "{ids:?}");
        assert_eq!(ids.iter().collect::<std::collections::HashSet<_>>().len(), 3);
        assert!(feed.contains("href=\"../?quarter=2023-24-q3&amp;measure=M1\""));
    }

    /// What RFC 4287 asks of a feed and of each entry: one id, one title, one date with a time of day, a link to a page.
    #[test]
    fn a_feed_has_what_readers_of_feeds_need() {
        let text = include_str!("../../public/examples/quarters/feed.xml");
        let (head, entries) = text.split_once("<entry>").unwrap();
        assert_eq!(head.matches("<link rel=\"self\" type=\"application/atom+xml\" href=\"feed.xml\"/>").count(), 1);
        for part in [head].into_iter().chain(entries.split("<entry>")) {
            for tag in ["id", "title", "updated"] {
                assert_eq!(part.matches(&format!("<{tag}>")).count(), 1, "{tag} in {part}");
            }
            assert_eq!(part.matches("<link rel=\"alternate\" type=\"text/html\" href=\"../").count(), 1, "{part}");
            // Each entry has its own author, so the feed needs none.
            assert_eq!(part.matches("<author><name>").count(), usize::from(part != head), "{part}");
            let date = part.split("<updated>").nth(1).unwrap().split('<').next().unwrap();
            assert!(date.len() == 20 && date.ends_with("T00:00:00Z"), "{date}");
        }
    }

    #[test]
    fn a_site_of_two_councils_names_each_at_its_own_reports() {
        let quarters: Vec<(Entry, Report)> = ["2023-24-q2", "2023-24-q3"]
            .into_iter()
            .map(|quarter| {
                let report = crate::fixtures::fairhaven(quarter).report().clone();
                (entry(&format!("{quarter}.json"), &serde_json::to_vec(&report).unwrap()).unwrap(), report)
            })
            .collect();
        let mut quarters: Vec<(Entry, &Report)> =
            quarters.iter().map(|(entry, report)| (entry.clone(), report)).collect();
        quarters[1].0.council.name = "Elsewhere Council (made up)".into();
        quarters[1].0.council.ons_code = "E07000998".into();
        let feed = feed(&quarters).unwrap();
        assert!(feed.contains("<title>Performance reports and corrections</title>"), "{feed}");
        assert!(feed.contains("<author><name>Elsewhere Council (made up)</name></author>"));
        assert!(feed.contains("<author><name>Fairhaven Borough Council (fictitious)</name></author>"));
    }

    #[test]
    fn without_a_day_of_publication_there_is_no_feed() {
        let text = include_bytes!("../../public/data/medway-people-2023-24-q3.json");
        assert_eq!(feed(&[(entry("medway.json", text).unwrap(), shipped())]), None);
    }

    #[test]
    fn text_of_an_export_is_never_markup() {
        let mut report = everything();
        report.corrections[0].reason = "<b>late</b> & \"odd\"".into();
        let entry = entry("everything.json", crate::fixtures::EVERYTHING.as_bytes()).unwrap();
        let feed = feed(&[(entry, &report)]).unwrap();
        assert!(feed.contains("&lt;b&gt;late&lt;/b&gt; &amp; &quot;odd&quot;") && !feed.contains("<b>"));
    }
}
