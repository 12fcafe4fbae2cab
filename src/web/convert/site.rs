//! Knows: how the files of this site are fetched and, with a report of the reader's own, saved as a site of theirs.
//! Must not know: what such a site consists of (that is `output::site`).

use crate::assess::unpublished;
use crate::import;
use crate::output::site::{LIST, NewReport, SiteFile, archive, kept, listed, site};
use crate::report::{Catalogue, Report, Source};
use crate::web::browser::{fetch, files};
use leptos::prelude::*;

/// Makes the site and saves it, telling how far it is, and what went wrong if something does.
pub async fn save(report: Report, export: String, file: String, progress: RwSignal<String>) {
    let words = make(report, export, file, progress).await.unwrap_or_else(|words| words);
    // The reader may have left meanwhile.
    progress.try_set(words);
}

const NO_DIGEST: &str = "The site cannot be made here: the browser works out the digest of the data only on a page that was opened over \
                         https or from this device.";
const NOT_MADE: &str = "The site cannot be made: this site’s own files are not those of one version. Load the page again and try once more.";

async fn make(report: Report, export: String, file: String, progress: RwSignal<String>) -> Result<String, String> {
    let sha256 = fetch::sha256(export.as_bytes()).await.ok_or(NO_DIGEST)?;
    let name = format!("site-{}.zip", report.id);
    let data = unpublished::dataset(report, Source::Local { file: file.clone() });
    let catalogue = fetched("data/catalogue.json").await?;
    let catalogue: Catalogue = import::catalogue(&catalogue).map_err(|_| NOT_MADE)?;
    let earlier = kept(&catalogue, &data);
    let list = fetched(LIST).await?;
    let paths = listed(&list).ok_or(NOT_MADE)?;
    let count = paths.len() + earlier.len();
    let tell = |done: usize| progress.try_set(format!("Gathering the files of the site: {done} of {count}."));
    let mut program = Vec::new();
    for path in paths {
        tell(program.len());
        let bytes = fetched(&path).await?;
        program.push(SiteFile { path, bytes });
    }
    let mut earlier_data = Vec::new();
    for entry in &earlier {
        tell(program.len() + earlier_data.len());
        let path = format!("data/{}", entry.file);
        let bytes = fetched(&path).await?;
        earlier_data.push(SiteFile { path, bytes });
    }
    let new = NewReport { data: &data, export: &export, sha256, file };
    let files = site(program, &new, &earlier, earlier_data).ok_or(NOT_MADE)?;
    let bytes = archive(&files).ok_or(NOT_MADE)?;
    if !files::save_bytes(&name, "application/zip", &bytes) {
        return Err(files::REFUSED.to_string());
    }
    let others = match earlier.len() {
        0 => String::new(),
        1 => ", with one earlier quarter".to_string(),
        more => format!(", with {more} earlier quarters"),
    };
    Ok(format!("{name} is saved: {} files{others}. Unpack it on a web server.", files.len()))
}

async fn fetched(path: &str) -> Result<Vec<u8>, String> {
    match fetch::file(path).await {
        Ok(fetched) => Ok(fetched.bytes),
        Err(_) => Err(format!("The site cannot be made: its file {path} could not be fetched. Are you connected?")),
    }
}
