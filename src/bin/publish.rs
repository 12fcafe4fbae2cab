//! Reads every export in `public/data` and writes the catalogue of them, the figures of each, its measures as CSV with a description of
//! the columns, a feed of releases and corrections, the schema, the page for makers and that of all pictures. It refuses changed
//! figures that no export states, and withheld ones that follow from several. Run it after adding or changing an export, or the
//! format: `cargo run --bin publish`. With a folder of exports, `cargo run --bin publish -- FOLDER`, it does that folder alone, as the
//! data of another site.

/// The browser has nothing to publish.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match native::run() {
        Ok(quarters) => {
            println!("{quarters} quarter(s) checked; what the site says of them is written");
            std::process::ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use quarterlight::import::{self, Faults};
    use quarterlight::publish::{self, quarters, table};
    use quarterlight::report::{Entry, Report};
    use std::fs;
    use std::path::Path;

    /// The folders that each hold the quarters of a site: what is shipped, and a made-up council for people who make exports.
    const SITES: [&str; 2] = ["public/data", "public/examples/quarters"];

    pub fn run() -> Result<usize, String> {
        if let Some(folder) = std::env::args().nth(1) {
            return site(Path::new(&folder));
        }
        let mut count = 0;
        for folder in SITES {
            count += site(Path::new(folder))?;
        }
        fs::create_dir_all("public/schema").map_err(|error| error.to_string())?;
        write(Path::new("public/schema/export.json"), &publish::schema())?;
        save(Path::new("public/makers.html"), &publish::guide::page()?)?;
        save(Path::new("docs/pictures.html"), &publish::pictures::page(&exports()?)?)?;
        Ok(count)
    }

    /// An export as it was found.
    struct Export {
        name: String,
        bytes: Vec<u8>,
        report: Report,
    }

    /// Writes the catalogue of a folder of exports, and the figures and the table of each. How many quarters it has.
    fn site(folder: &Path) -> Result<usize, String> {
        let mut exports = Vec::new();
        let mut refused = String::new();
        for file in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
            let path = file.map_err(|error| error.to_string())?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_string();
            if !publish::is_export(&name) {
                continue;
            }
            let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            match import::report(&bytes) {
                Ok(report) => exports.push(Export { name, bytes, report }),
                Err(found) => refused.push_str(&lines(&name, &found)),
            }
        }
        exports.sort_by(|one, other| one.name.cmp(&other.name));
        for (at, export) in exports.iter().enumerate() {
            let id = &export.report.id;
            if let Some(before) = exports.iter().take(at).find(|one| one.report.id == *id) {
                let line = format!(
                    "{}: $.id is “{id}”, as in {}; each quarter of a site needs an id of its own\n",
                    export.name, before.name
                );
                refused.push_str(&line);
            }
        }
        let all: Vec<&Report> = exports.iter().map(|export| &export.report).collect();
        let mut quarters = Vec::new();
        for Export { name, bytes, report } in &exports {
            let path = folder.join(quarters::figures_name(name));
            // What the last issue was published with, if there was one. A file that this program can no longer read tells nothing.
            let former = fs::read(&path).ok().and_then(|bytes| import::report(&bytes).ok());
            for line in quarters::unstated_changes(report, former.as_ref(), &all) {
                refused.push_str(&format!("{name}: {line}\n"));
            }
            for line in quarters::unanswered_disclosures(report, &all) {
                refused.push_str(&format!("{name}: {line}\n"));
            }
            let text = serde_json::to_string(&quarters::figures(report, &all)).map_err(|error| error.to_string())?;
            let told = |found| lines(name, &found);
            let file = publish::figures_file(&quarters::figures_name(name), text.as_bytes()).map_err(told)?;
            let entry = publish::entry(name, bytes).map_err(told)?;
            quarters.push((path, text, Entry { figures: Some(file), ..entry }));
        }
        // Nothing is written until all of it may be.
        if !refused.is_empty() {
            return Err(refused);
        }
        let path = folder.join("catalogue.json");
        let before = match fs::read(&path) {
            Ok(bytes) => Some(import::catalogue(&bytes).map_err(|found| lines("catalogue.json", &found))?),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(format!("{}: {error}", path.display())),
        };
        let mut entries = Vec::new();
        for (path, text, entry) in quarters {
            save(&path, &text)?;
            entries.push(entry);
        }
        let count = entries.len();
        let dated: Vec<(Entry, &Report)> = entries.iter().cloned().zip(all.iter().copied()).collect();
        for (entry, report) in &dated {
            save_table(folder, entry, report, &all)?;
        }
        if let Some(text) = publish::feed::feed(&dated) {
            save(&folder.join(publish::feed::NAME), &text)?;
        }
        write(&path, &publish::catalogue(entries, before.as_ref()))?;
        Ok(count)
    }

    /// Writes the measures of a report as CSV, and beside that what its columns mean.
    fn save_table(folder: &Path, entry: &Entry, report: &Report, all: &[&Report]) -> Result<(), String> {
        let name = table::name(&entry.file);
        save(&folder.join(&name), &table::table(entry, report, all))?;
        write(&folder.join(table::description_name(&name)), &table::description(report, &name))
    }

    /// The shipped quarters, and the examples for people who make exports, by name.
    fn exports() -> Result<Vec<(String, Vec<u8>)>, String> {
        let mut exports = Vec::new();
        for folder in ["public/data", "public/examples"] {
            for file in fs::read_dir(folder).map_err(|error| format!("{folder}: {error}"))? {
                let path = file.map_err(|error| error.to_string())?.path();
                let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_string();
                if publish::is_export(&name) {
                    exports.push((name, fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?));
                }
            }
        }
        exports.sort();
        Ok(exports)
    }

    /// The faults of a file, a line each.
    fn lines(name: &str, faults: &Faults) -> String {
        let more = (faults.more > 0).then(|| format!("{name}: and {} more\n", faults.more));
        faults.listed.iter().map(|fault| format!("{name}: {fault}\n")).chain(more).collect()
    }

    fn write(path: &Path, content: &impl serde::Serialize) -> Result<(), String> {
        let mut text = serde_json::to_string_pretty(content).map_err(|error| error.to_string())?;
        text.push('\n');
        save(path, &text)
    }

    fn save(path: &Path, text: &str) -> Result<(), String> {
        fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
    }
}
