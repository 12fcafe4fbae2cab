//! Links as issued and as changed on the way, each with the view that it opens and the notices that it gives.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at what cannot be")]

use quarterlight::assess::unpublished::dataset;
use quarterlight::explore::address::{self, Decoded};
use quarterlight::explore::resolve::{self, Notice};
use quarterlight::import;
use quarterlight::report::Source;
use std::fs;
use std::path::Path;

/// A link, with the canonical link and the notices that it must give.
struct Link {
    query: String,
    canonical: String,
    notices: Vec<String>,
}

fn links(text: &str) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (kind, rest) = line.split_at(1);
        let rest = rest.strip_prefix(' ').unwrap_or(rest).to_string();
        match (kind, links.last_mut()) {
            ("?", _) => links.push(Link { query: rest, canonical: String::new(), notices: Vec::new() }),
            ("=", Some(link)) => link.canonical = rest,
            ("!", Some(link)) => link.notices.push(rest),
            _ => panic!("{line:?} is neither a link nor its result"),
        }
    }
    links
}

#[test]
fn every_link_opens_the_same_view_as_ever() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let report = import::report(&fs::read(root.join("public/data/medway-people-2023-24-q3.json")).unwrap()).unwrap();
    let data = dataset(report, Source::Local { file: String::new() });
    let mut tried = 0;
    for file in fs::read_dir(root.join("tests/links")).unwrap() {
        for link in links(&fs::read_to_string(file.unwrap().path()).unwrap()) {
            let decoded = address::decode(&link.query);
            let (state, missing) = resolve::resolve(&decoded.state, &data);
            let problems = decoded.problems.into_iter().map(Notice::NotUnderstood);
            let notices: Vec<String> = problems.chain(missing).map(|notice| notice.to_string()).collect();
            assert_eq!((address::encode(&state), notices), (link.canonical.clone(), link.notices), "{}", link.query);
            // The canonical link opens the same view without problems.
            assert_eq!(address::decode(&link.canonical), Decoded { state, problems: vec![] }, "{}", link.canonical);
            tried += 1;
        }
    }
    assert!(tried >= 25, "{tried} links");
}
