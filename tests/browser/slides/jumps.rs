//! Jumps in a presentation: by number, by code, and to a measure that it does not have.

use super::{AGENDA, open, position, until_at, until_code, until_heading_focused};
use crate::harness::element::starting;
use crate::harness::{Site, visit};

#[test]
fn a_measure_that_is_asked_for_is_shown_though_it_is_not_on_the_agenda() {
    visit(Site::shipped(), |page| {
        open(page, &format!("{AGENDA}&as=slides"));
        page.press(&["ArrowRight"]);
        until_at(page, 2);
        let before = page.entries();
        page.press(&["n", "2", "3", "Enter"]);
        until_code(page, "N23");
        page.until_status("N23 is not in this presentation and is shown by itself.");
        until_heading_focused(page);
        // Another one, and then back to where the presentation was.
        page.press(&["p", "h", "2", "3", "Enter"]);
        until_code(page, "PH23");
        page.find("button", "Back to slide 2").click();
        page.until_heading("Strategic risks");
        until_at(page, 2);
        assert!(!page.has("button", starting("Back to slide")));
        // What is on the agenda is shown among the others.
        page.press(&["n", "2", "3", "Enter"]);
        until_code(page, "N23");
        page.press(&["p", "h", "1", "4", "Enter"]);
        until_code(page, "PH14");
        assert!(!page.has("button", starting("Back to slide")));
        assert_eq!(page.entries(), before, "a presentation is one step of the history");
        page.press(&["Escape"]);
        page.find("navigation", "Views");
    });
}

#[test]
fn a_jump_by_number_and_by_code() {
    visit(Site::shipped(), |page| {
        open(page, "quarter=2023-24-q3&view=measures&as=slides");
        page.press(&["1", "2", "Enter"]);
        until_at(page, 12);
        until_heading_focused(page);
        let typed: Vec<String> =
            "ASCOF 1C(2i)".chars().map(|one| if one == ' ' { "Space".into() } else { one.to_string() }).collect();
        page.press(&typed.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(page.find("combobox", "Go to").value(), "ASCOF 1C(2i)");
        page.press(&["Enter"]);
        until_code(page, "ASCOF 1C(2i)");
        page.until_query("quarter=2023-24-q3&view=measures&measure=ASCOF%201C%282i%29&as=slides");
        until_heading_focused(page);
        // An unknown number or code gets a message, and the slide stays.
        let (here, _) = position(page);
        page.press(&["/", "n", "o", "n", "e", "Enter"]);
        page.until_status("The report has no “none”.");
        until_at(page, here);
        // Escape ends the input, not the presentation.
        page.press(&["Escape"]);
        until_heading_focused(page);
        assert_eq!(page.find("combobox", "Go to").value(), "");
        until_at(page, here);
    });
}
