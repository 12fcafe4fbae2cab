//! Knows: how the files of a site are made for a report, out of those of the site that the reader is on, and packed into one archive.
//! Must not know: how files are fetched or saved.

use crate::encode::markup::escaped;
use crate::explore::describe;
use crate::explore::view_state::{Query, View, ViewState};
use crate::output::document::Document;
use crate::output::download::DownloadSet;
use crate::output::measure_document::measure_document;
use crate::output::selection_document::selection_document;
use crate::report::{CATALOGUE_VERSION, Catalogue, Dataset, Entry};
use serde::Serialize;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The list of the files of a site that are the same for every report. The build writes it (`scripts/complete-pages.mjs`).
pub const LIST: &str = "site/files.json";

/// The pages of a site that differ with its report, as the build leaves them to be completed, with the names that they get.
const PAGES: [(&str, &str); 2] = [("site/index.html", "index.html"), ("site/report.html", "report.html")];

/// Where the pages have room for what a report says.
const REPORTS: &str = "{{reports}}";
const REPORT: &str = "{{report}}";
const TITLE: &str = "{{title}}";
const NEWEST: &str = "{{newest}}";

/// A file of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteFile {
    /// Its path within the site, without a slash at the start.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A report that becomes a site.
#[derive(Debug)]
pub struct NewReport<'r> {
    /// The report.
    pub data: &'r Dataset,
    /// Its export.
    pub export: &'r str,
    /// The SHA-256 of that, as 64 hexadecimal digits.
    pub sha256: String,
    /// The name of its file.
    pub file: String,
}

/// The files that a list names; none if it is not one. No name leads out of the site.
pub fn listed(list: &[u8]) -> Option<Vec<String>> {
    let files: Vec<String> = serde_json::from_slice(list).ok()?;
    let is_inside = |path: &String| {
        !path.is_empty()
            && path
                .split('/')
                .all(|part| !part.is_empty() && part != ".." && part != "." && !part.contains([':', '\\', '?', '#']))
    };
    files.iter().all(is_inside).then_some(files)
}

/// The quarters of a site that stay when a report is added: those of the same council, but for an issue that this one replaces.
pub fn kept<'c>(catalogue: &'c Catalogue, data: &Dataset) -> Vec<&'c Entry> {
    let report = data.report();
    let stays = |entry: &&Entry| entry.council.ons_code == report.council.ons_code && entry.id != report.id;
    catalogue.quarters.iter().filter(stays).collect()
}

/// The whole site: the files that every site has, the pages of this report, its data and those of the quarters that stay.
///
/// None if a page is missing, or has no room for the report.
pub fn site(
    mut files: Vec<SiteFile>,
    new: &NewReport<'_>,
    kept: &[&Entry],
    data: Vec<SiteFile>,
) -> Option<Vec<SiteFile>> {
    let entry = entry(new)?;
    let mut quarters: Vec<Entry> = kept.iter().map(|entry| without_figures(entry)).chain([entry]).collect();
    quarters.sort_by(|a, b| b.period.order().cmp(&a.period.order()).then_with(|| a.id.cmp(&b.id)));
    let catalogue = Catalogue { schema_version: CATALOGUE_VERSION, quarters };
    for (template, path) in PAGES {
        let page = files.iter().find(|file| file.path == template)?;
        let page = std::str::from_utf8(&page.bytes).ok()?;
        let page = complete(page, &catalogue, new.data);
        files.push(SiteFile { path: path.to_string(), bytes: page.into_bytes() });
    }
    files.push(SiteFile { path: format!("data/{}", new.file), bytes: new.export.as_bytes().to_vec() });
    files.extend(data);
    files.push(SiteFile { path: "data/catalogue.json".into(), bytes: json(&catalogue)?.into_bytes() });
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.dedup_by(|a, b| a.path == b.path);
    Some(files)
}

/// The entry of a quarter that stays. The archive has its export, of which the page makes what other quarters need; a file of figures
/// would not know the new quarter.
fn without_figures(entry: &Entry) -> Entry {
    Entry { figures: None, ..entry.clone() }
}

fn json(value: &impl Serialize) -> Option<String> {
    Some(serde_json::to_string_pretty(value).ok()? + "\n")
}

fn entry(new: &NewReport<'_>) -> Option<Entry> {
    let report = new.data.report();
    Some(Entry {
        id: report.id.clone(),
        title: format!("{}, {}", report.priority.name, report.period),
        council: report.council.clone(),
        priority: report.priority.clone(),
        period: report.period,
        file: new.file.clone(),
        published: report.publication.date,
        bytes: u32::try_from(new.export.len()).ok()?,
        sha256: new.sha256.clone(),
        same_figures_as: Vec::new(),
        figures: None,
    })
}

/// A page with what it says about the report.
fn complete(page: &str, catalogue: &Catalogue, data: &Dataset) -> String {
    let link = |entry: &Entry| {
        format!(
            "<li>{}: <a href=\"data/{}\">{}</a></li>",
            escaped(&entry.council.name),
            escaped(&entry.file),
            escaped(&entry.title)
        )
    };
    let links: String = catalogue.quarters.iter().map(link).collect();
    // The report is worked out only for the page that has it.
    let report = if page.contains(REPORT) { whole(data) } else { String::new() };
    // As the program asks for it, so that it need not wait for that.
    let newest = catalogue.quarters.first().map_or_else(String::new, |entry| {
        let version: String = entry.sha256.chars().take(12).collect();
        // The page's script splits a list of addresses at spaces.
        format!("data/{}?v={version}", escaped(&entry.file).replace(' ', "%20"))
    });
    let page = page.replace(TITLE, &escaped(&title(data))).replace(NEWEST, &newest);
    page.replace(REPORTS, &links).replace(REPORT, &report)
}

fn title(data: &Dataset) -> String {
    format!("{} – {}", describe::quarter(data.report()), data.report().council.name)
}

/// Every measure with all commentary, for readers without scripts.
fn whole(data: &Dataset) -> String {
    let state = ViewState::of(Query::of_view(View::Measures));
    let set = DownloadSet::of(&state, data, "./");
    let measures = set.measures.iter().map(|place| measure_document(&set, place));
    let documents: Vec<Document> = [selection_document(&set)].into_iter().chain(measures).collect();
    let html: String = documents.iter().map(Document::html).collect();
    format!("<h1>{}</h1>{html}", escaped(&title(data)))
}

/// The files as one archive, not compressed: whoever serves them compresses them. The same files give the same bytes.
pub fn archive(files: &[SiteFile]) -> Option<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for file in files {
        archive.start_file(file.path.as_str(), stored).ok()?;
        archive.write_all(&file.bytes).ok()?;
    }
    Some(archive.finish().ok()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::shipped_data;
    use crate::import;
    use std::io::Read;

    fn program() -> Vec<SiteFile> {
        [
            ("site/index.html", "<title>{{title}}</title><ul>{{reports}}</ul>"),
            ("site/report.html", "<title>{{title}}</title>{{report}}"),
            ("start-0123456789ab.js", "0"),
        ]
        .map(|(path, text)| SiteFile { path: path.into(), bytes: text.into() })
        .to_vec()
    }

    fn new_report(data: &Dataset) -> NewReport<'_> {
        NewReport { data, export: "{}", sha256: "0".repeat(64), file: "new.json".into() }
    }

    #[test]
    fn a_site_has_the_pages_the_data_and_a_catalogue_that_reads() {
        let files = site(program(), &new_report(shipped_data()), &[], Vec::new()).unwrap();
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        let expected = [
            "data/catalogue.json",
            "data/new.json",
            "index.html",
            "report.html",
            "site/index.html",
            "site/report.html",
            "start-0123456789ab.js",
        ];
        assert_eq!(paths, expected);
        let text = |path: &str| {
            let file = files.iter().find(|file| file.path == path).unwrap();
            String::from_utf8(file.bytes.clone()).unwrap()
        };
        assert!(
            text("index.html")
                .contains("<li>Medway Council: <a href=\"data/new.json\">People, Quarter 3 2023/24</a></li>")
        );
        let report = text("report.html");
        for place in shipped_data().report().places() {
            assert!(report.contains(&escaped(&place.measure.name)), "{}", place.measure.code);
        }
        let catalogue = import::catalogue(text("data/catalogue.json").as_bytes()).unwrap();
        assert_eq!(catalogue.quarters.len(), 1);
        // The next site is made from this one.
        assert!(text("site/report.html").contains(REPORT));
    }

    #[test]
    fn quarters_of_the_same_council_stay_and_an_issue_is_replaced() {
        let data = shipped_data();
        let with = |change: &dyn Fn(&mut Entry)| {
            let mut entry = entry(&new_report(data)).unwrap();
            change(&mut entry);
            entry
        };
        let quarters = vec![
            with(&|entry| entry.id = "2023-24-q2".into()),
            with(&|_| {}),
            with(&|entry| {
                entry.id = "2023-24-q1".into();
                entry.council.ons_code = "E07000999".into();
            }),
        ];
        let catalogue = Catalogue { schema_version: CATALOGUE_VERSION, quarters };
        let kept: Vec<&str> = kept(&catalogue, data).iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(kept, ["2023-24-q2"]);
    }

    #[test]
    fn no_name_in_the_list_leads_out_of_the_site() {
        assert_eq!(listed(b"[\"a.js\", \"icons/icon.svg\"]"), Some(vec!["a.js".into(), "icons/icon.svg".into()]));
        for list in [
            "{}",
            "[\"../a\"]",
            "[\"/a\"]",
            "[\"https://example.org/a\"]",
            "[\"a//b\"]",
            "[\"\"]",
            "[\"a\\\\b\"]",
            "[1]",
        ] {
            assert_eq!(listed(list.as_bytes()), None, "{list}");
        }
    }

    #[test]
    fn an_archive_is_read_back_and_is_the_same_each_time() {
        let files = program();
        let bytes = archive(&files).unwrap();
        assert_eq!(bytes, archive(&files).unwrap());
        let mut read = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for file in &files {
            let mut bytes = Vec::new();
            read.by_name(&file.path).unwrap().read_to_end(&mut bytes).unwrap();
            assert_eq!(bytes, file.bytes, "{}", file.path);
        }
    }
}
