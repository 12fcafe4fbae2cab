//! Reads every export in `public/data` and writes the catalogue of them, the schema, the page for makers and
//! that of all pictures.
//! Run it after adding or changing an export, or the format: `cargo run --bin publish`.

/// The browser has nothing to publish.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match native::run() {
        Ok(quarters) => {
            println!("{quarters} quarter(s) checked; catalogue, schema and pages written");
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
    use quarterlight::publish;
    use std::fs;
    use std::path::Path;

    pub fn run() -> Result<usize, String> {
        let data = Path::new("public/data");
        let mut quarters = Vec::new();
        let mut faults = String::new();
        for file in fs::read_dir(data).map_err(|error| format!("{}: {error}", data.display()))? {
            let path = file.map_err(|error| error.to_string())?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if !publish::is_export(name) {
                continue;
            }
            let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            match publish::entry(name, &bytes) {
                Ok(entry) => quarters.push(entry),
                Err(found) => faults.push_str(&lines(name, &found)),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let count = quarters.len();
        let path = data.join("catalogue.json");
        let before = match fs::read(&path) {
            Ok(bytes) => Some(import::catalogue(&bytes).map_err(|found| lines("catalogue.json", &found))?),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(format!("{}: {error}", path.display())),
        };
        write(&path, &publish::catalogue(quarters, before.as_ref()))?;
        fs::create_dir_all("public/schema").map_err(|error| error.to_string())?;
        write(Path::new("public/schema/export.json"), &publish::schema())?;
        save(Path::new("public/makers.html"), &publish::guide::page()?)?;
        save(Path::new("docs/pictures.html"), &publish::pictures::page(&exports()?)?)?;
        Ok(count)
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
