//! Addresses that browsers read in ways one would not expect: the test data of the WHATWG's URL standard, and a few more. What an
//! export may link to is, for a browser too, a page or a mail address.

use super::lists::of_crate;
use super::through::{self, EVERYTHING};
use quarterlight::explore::address::{decode, encode};
use serde_json::Value as Tree;
use url::Url;

/// A link in a paragraph, and the website of the council, with the kinds of address that each may be.
const PLACES: [(&str, &[&str]); 2] = [
    ("/outcomes/0/programmes/0/measures/0/commentary/0/blocks/1/paragraph/3/href", &["http", "https", "mailto"]),
    ("/council/website", &["http", "https"]),
];

/// Puts a link in both places and checks that a browser would see an allowed kind of address; in how many it was accepted.
fn accepted(link: &str) -> usize {
    let tree: Tree = serde_json::from_str(EVERYTHING).unwrap();
    let mut accepted = 0;
    for (place, kinds) in PLACES {
        let mut changed = tree.clone();
        *changed.pointer_mut(place).unwrap() = link.into();
        let bytes = serde_json::to_vec(&changed).unwrap();
        if through::timed(link, || through::report(&bytes)).is_ok() {
            accepted += 1;
            // A browser resolves it against the page. What it cannot read, it does not follow.
            let page = Url::parse("https://council.example/report/").unwrap();
            if let Ok(read) = page.join(link) {
                assert!(kinds.contains(&read.scheme()), "{link:?} is {read} for a browser");
            }
        }
    }
    accepted
}

/// The same text as a view to open: it is read, and written in one way.
fn as_a_view(text: &str) {
    for query in [text.to_string(), format!("q={text}"), format!("measure={text}&status={text}")] {
        let state = through::timed(&query, || decode(&query)).state;
        let again = decode(&encode(&state));
        assert_eq!((&again.state, &again.problems[..]), (&state, &[][..]), "{query:?}");
    }
}

#[test]
fn a_link_is_a_page_or_a_mail_address() {
    assert_eq!(accepted("https://example.org/"), 2);
    assert_eq!(accepted("mailto:a@example.org"), 1);
    let refused = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "\u{1}javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "javascript\u{3a}alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "blob:https://example.org/1",
        "file:///etc/passwd",
        "view-source:https://example.org",
        "//example.org",
        "/\\example.org",
        "\\\\example.org",
        "http:example.org",
        "http:/example.org",
        "https:\\\\example.org",
        "https://exam\tple.org",
        "https://example.org/\u{0}",
        "https://example.org/a b",
        "https://",
        "",
        "#",
        "?q=x",
    ];
    for link in refused {
        assert_eq!(accepted(link), 0, "{link:?}");
        as_a_view(link);
    }
}

#[test]
#[ignore = "needs the source of a crate; scripts/test runs it"]
fn links_that_browsers_read_in_their_own_way() {
    let cases: Vec<Tree> = serde_json::from_str(&of_crate("url", "tests/urltestdata.json")).unwrap();
    let (mut links, mut fine, mut kinds) = (0, 0, 0);
    // A text between the cases is a comment.
    for case in cases.iter().filter(|case| case.is_object()) {
        let link = case["input"].as_str().unwrap();
        fine += accepted(link);
        kinds += usize::from(Url::parse(link).is_ok_and(|url| !["http", "https", "mailto"].contains(&url.scheme())));
        as_a_view(link);
        links += 1;
    }
    assert!(links > 500 && kinds > 100 && fine > 100, "{links} {kinds} {fine}");
    through::tell(&format!(
        "URL test data: {links} links, {kinds} of them of other kinds, in 2 places; {fine} accepted"
    ));
}
