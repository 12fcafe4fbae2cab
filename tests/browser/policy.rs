//! The strict content security policy: nothing comes from or goes to another site, and no file is used but as it was built.

use crate::harness::process::project;
use crate::harness::site::{Request, file_named};
use crate::harness::{Page, Site, until, visit};
use serde_json::json;
use std::fs;
use std::process::Command;

fn stated(name: &str) -> String {
    let script = format!("import {{ {name} }} from './scripts/policy.mjs'; process.stdout.write({name});");
    let words = ["--input-type=module", "--eval", &script];
    let output = Command::new("node").args(words).current_dir(project()).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_server_and_the_page_state_the_policy() {
    let policy = stated("POLICY");
    for part in ["default-src 'none'", "style-src 'self'", "connect-src 'self'", "worker-src 'self'"] {
        assert!(policy.split("; ").any(|rule| rule == part), "{part} in {policy}");
    }
    // One script stands in the page itself, and is known by its digest; that it runs, the first screen shows.
    let scripts: Vec<&str> =
        policy.split("; ").find_map(|rule| rule.strip_prefix("script-src ")).unwrap().split(' ').collect();
    let [own, wasm, digest] = scripts[..] else { panic!("{scripts:?}") };
    assert!((own, wasm) == ("'self'", "'wasm-unsafe-eval'") && digest.starts_with("'sha256-"), "{scripts:?}");
    assert!(
        !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'") && !policy.contains('*'),
        "{policy}"
    );
    assert!(!policy.contains("frame-ancestors"), "any site may frame a view: {policy}");
    let site = Site::shipped();
    for file in ["", "data/catalogue.json", "no-such-file"] {
        let headers = site.headers(file);
        let sent: Vec<_> = headers.iter().filter(|(name, _)| name == "content-security-policy").collect();
        assert_eq!(sent.len(), 1, "{file}: {headers:?}");
        assert_eq!(sent[0].1, policy, "{file}");
        assert!(headers.iter().all(|(name, _)| name != "x-frame-options"), "{file}: {headers:?}");
    }
    visit(site, |page| {
        page.open("?quarter=2023-24-q3");
        let meta =
            page.script("return document.querySelector('meta[http-equiv=Content-Security-Policy]').content;", &[]);
        assert_eq!(meta, json!(stated("POLICY")));
    });
}

#[test]
fn the_browser_enforces_it() {
    let site = Site::doctored(|folder| {
        let file = folder.join("index.html");
        let page = fs::read_to_string(&file).unwrap();
        fs::write(file, page.replace("</body>", "<script>window.ran = true;</script></body>")).unwrap();
    });
    visit(&site, |page| {
        page.open("?quarter=2023-24-q3");
        page.script(
            "window.broken = []; \
             addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective)); \
             const refused = (what, attempt) => { try { attempt(); } catch { broken.push(what); } }; \
             refused('text as markup', () => { document.createElement('p').innerHTML = '<b>bold</b>'; }); \
             refused('text as code', () => { document.createElement('script').textContent = 'window.ran = true'; }); \
             refused('another policy', () => trustedTypes.createPolicy('other', {})); \
             const style = document.createElement('style'); style.textContent = 'body { color: red }'; document.head.append(style); \
             new Image().src = 'https://example.invalid/picture.png';",
            &[],
        );
        let broken = |what: &str| page.script("return broken.join(' ');", &[]).as_str().unwrap().contains(what);
        for refused in ["text as markup", "text as code", "another policy"] {
            assert!(broken(refused), "{refused}");
        }
        until("an inline style sheet is stopped", || broken("style-src-elem"));
        until("a picture from elsewhere is stopped", || broken("img-src"));
        assert_eq!(page.script("return window.ran === undefined;", &[]), json!(true), "an inline script is stopped");
        page.may_complain("Content Security Policy");
        page.may_complain("Content-Security-Policy");
        page.may_complain("Trusted");
    });
}

fn walk(page: &Page) {
    page.open("?quarter=2023-24-q3");
    page.open("?quarter=2023-24-q3&view=measures&status=red");
    page.open("?quarter=2023-24-q3&view=measures&measure=CSC0004");
    crate::measure::until_chart(page);
    page.open("?quarter=2023-24-q3&view=risks&risk=SR39");
    page.open("?quarter=2023-24-q3&view=projects");
}

#[test]
fn every_request_goes_to_the_pages_own_folder() {
    let site = Site::under("/reports/people/");
    visit(&site, |page| {
        walk(page);
        let requests = page.requests();
        let requested = |part: &str| requests.iter().filter(|request| request.address.contains(part)).count();
        assert!(requested(".wasm") > 0 && requested("/charts-") > 0, "{requests:?}");
        for Request { method, address, sent } in &requests {
            // What a reader chooses is sent nowhere: only the page itself is requested with a query.
            assert!(address.starts_with("/reports/people/?") || !address.contains("status=red"), "{address}");
            // Browsers look for an icon at the root of the host when a page names none.
            assert!(address.starts_with("/reports/people/"), "{address} is outside the page's folder");
            assert!(method == "GET" && sent == "0", "{method} {address} with {sent} bytes");
        }
        assert_eq!(
            page.script("return document.cookie + localStorage.length + sessionStorage.length;", &[]),
            json!("00")
        );
    });
}

#[test]
fn files_have_their_types_and_caching() {
    let site = Site::shipped();
    let header = |file: &str, name: &str| {
        site.headers(file).into_iter().find(|(known, _)| known == name).map(|(_, value)| value).unwrap_or_default()
    };
    assert_eq!(header("", "content-type"), "text/html; charset=utf-8");
    assert_eq!(header("data/catalogue.json", "content-type"), "application/json; charset=utf-8");
    assert_eq!(header("schema/export.json", "content-type"), "application/json; charset=utf-8");
    assert_eq!(header("data/catalogue.json", "cache-control"), "no-cache");
    let dist = crate::harness::site::dist();
    for (start, end, kind) in [
        ("quarterlight-", ".wasm", "application/wasm"),
        ("part-pages-", ".wasm", "application/wasm"),
        ("quarterlight-", ".js", "text/javascript; charset=utf-8"),
        ("main-", ".css", "text/css; charset=utf-8"),
    ] {
        let file = crate::harness::site::file_named(&dist, start, end);
        let name = file.file_name().unwrap().to_string_lossy();
        assert_eq!(header(&name, "content-type"), kind);
        assert!(header(&name, "cache-control").contains("immutable"));
    }
    assert_eq!(header("", "x-content-type-options"), "nosniff");
}

/// A site with a file that was changed after the build. It works as before: only its digest tells.
fn with_changed(start: &str, end: &str) -> Site {
    Site::doctored(|folder| {
        let file = file_named(folder, start, end);
        let mut bytes = fs::read(&file).unwrap();
        // An empty section that no program reads; in scripts and styles, the end of a line.
        let more: &[u8] = if end == ".wasm" { &[0, 2, 1, b'a'] } else { b"\n" };
        bytes.extend_from_slice(more);
        fs::write(&file, bytes).unwrap();
    })
}

#[test]
fn a_file_that_was_changed_after_the_build_is_not_used() {
    for (start, end, words) in [
        ("quarterlight-", ".js", "The report could not be opened"),
        ("quarterlight-", ".wasm", "The report could not be opened"),
        ("part-pages-", ".wasm", "This view could not be loaded."),
        ("charts-", ".js", "The chart could not be drawn; the table below has all of its figures."),
        ("later-", ".css", "This could not be loaded."),
    ] {
        visit(&with_changed(start, end), |page| {
            page.may_complain("integrity");
            page.may_complain("Failed to fetch");
            // Without its script the program is preloaded in vain.
            page.may_complain("preload");
            page.go("?quarter=2023-24-q3&view=measures&measure=CSC0004");
            if end == ".css" {
                page.find("button", "Share").click();
            }
            page.until_text(words);
        });
    }
}

#[test]
fn a_style_sheet_that_was_changed_after_the_build_is_not_used() {
    visit(&with_changed("main-", ".css"), |page| {
        page.may_complain("integrity");
        page.open("?quarter=2023-24-q3");
        page.until_heading("People, Quarter 3 2023/24");
        let families = "return getComputedStyle(document.body).fontFamily;";
        assert!(!page.script(families, &[]).as_str().unwrap().contains("system-ui"));
    });
}
