//! The table of measures: what is in its first screen, what stays while it scrolls, bars, aligned numbers, and columns to choose.

use super::*;

/// Every column, which is more than fits beside the filters.
const EVERY: &str = "&columns=aim&columns=period&columns=value&columns=target&columns=bullet&columns=variance&columns=status\
                     &columns=short&columns=long&columns=history";

#[test]
fn the_head_and_the_names_stay_while_the_list_is_scrolled() {
    let at = "const at = el.getBoundingClientRect(); return [Math.round(at.left), Math.round(at.top)];";
    let place = |page: &Page, role: &str, name: &str| -> (i64, i64) {
        serde_json::from_value(table(page).find(role, name).script(at)).unwrap()
    };
    const NAME: &str = "Number of CiC per 10,000 children";
    visit_with(&Setup { width: 1280, height: 720, ..Setup::default() }, Site::shipped(), |page| {
        // Down the page.
        page.open(LIST);
        page.scroll_to(900);
        until_equal("the top of the head", 0, || place(page, "columnheader", "Status").1);
        // With all columns, down and sideways in a window of its own.
        page.open(&format!("{LIST}{EVERY}"));
        // In larger text, so that there is more to scroll than the codes.
        page.script("document.documentElement.style.fontSize = '150%';", &[]);
        let window = page.find("group", "Measures");
        let (left, top): (i64, i64) = serde_json::from_value(window.script(at)).unwrap();
        window.script("el.scrollTo({ left: 10000, top: 300, behavior: 'instant' });");
        assert!(window.script("return el.scrollLeft;").as_i64().unwrap() > 50, "it is wider than its place");
        assert!(place(page, "columnheader", "Code").0 < left, "the codes are scrolled away");
        for name in ["Measure", "Status"] {
            assert_eq!(place(page, "columnheader", name).1, top, "the head, at {name}");
        }
        assert_eq!(place(page, "columnheader", "Measure").0, left);
        assert_eq!(place(page, "rowheader", NAME).0, left);
        // What is stuck hides what passes below it.
        table(page).find("rowheader", NAME).script("el.scrollIntoView({ block: 'center', inline: 'nearest' });");
        let covers = "const at = el.getBoundingClientRect(); \
                      return el.contains(document.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2));";
        assert_eq!(table(page).find("rowheader", NAME).script(covers), json!(true));
        assert_eq!(table(page).find("columnheader", "Measure").script(covers), json!(true));
    });
}

/// The rows of a column: kind of unit, the text as it is read and copied, and where the point is or would be, in pixels.
const POINTS: &str = "return [...el.tBodies].flatMap((body) => [...body.rows]).map((row) => {\
    const cell = row.cells[arguments[1]]; const number = cell.querySelector('.number'); if (!number) return null;\
    const text = number.firstChild; const [, whole] = /^([^.%]*)/.exec(text.data); const range = document.createRange();\
    range.setStart(text, 0); range.setEnd(text, whole.length);\
    return [row.cells[0].innerText.trim(), text.data, range.getBoundingClientRect().right]; }).filter(Boolean);";

#[test]
fn the_points_of_numbers_stand_below_one_another() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        page.until_status("Showing 32 of 32 measures");
        for column in [2, 3] {
            let script = format!("const el = arguments[0]; {POINTS}");
            let rows = page.script(&script, &[table(page).json(), json!(column)]);
            let rows: Vec<(String, String, f64)> = serde_json::from_value(rows).unwrap();
            // But for ranges, and numbers of more decimals than a column has room for.
            let decimals = |text: &str| text.trim_end_matches('%').split_once('.').map_or(0, |(_, after)| after.len());
            let points = rows.iter().filter(|(_, text, _)| !text.contains(" to ") && decimals(text) <= 2);
            let points: Vec<_> = points.collect();
            assert!(points.len() > 24, "{rows:?}");
            let least = points.iter().map(|(.., at)| *at).fold(f64::INFINITY, f64::min);
            let most = points.iter().map(|(.., at)| *at).fold(0.0, f64::max);
            assert!(most - least < 1.0, "{points:?}");
        }
        // What makes room is neither seen nor copied.
        let shown = column(page, "Value");
        assert!(shown.contains(&"22.4%".to_string()) && shown.contains(&"100%".to_string()), "{shown:?}");
    });
}

/// Whether rows or cards are a table, lines or cards depends on the width; at none of them may one lie over another.
#[test]
fn no_row_lies_over_another_at_any_width() {
    visit(Site::shipped(), |page| {
        page.open("?quarter=2023-24-q3&view=measures");
        page.until_status("Showing 32 of 32 measures");
        let over = "const rows = [...document.querySelectorAll('main tbody tr')].map((row) => {
                const parts = [row, ...row.children].map((one) => one.getBoundingClientRect()).filter((one) => one.height > 0);
                return { top: Math.min(...parts.map((one) => one.top)), bottom: Math.max(...parts.map((one) => one.bottom)) };
            });
            return rows.filter((row, at) => at > 0 && row.top < rows[at - 1].bottom - 1.5).length;";
        for width in [320, 500, 700, 770, 900, 1020, 1030, 1100, 1280, 1600] {
            page.resize(width, 800);
            until_equal(&format!("rows over others at {width} px"), json!(0), || page.script(over, &[]));
        }
    });
}

#[test]
fn fifteen_rows_are_in_the_first_screen() {
    visit_with(&Setup { width: 1280, height: 720, ..Setup::default() }, Site::shipped(), |page| {
        page.open(LIST);
        page.until_status("Showing 32 of 32 measures");
        page.find("group", "Outcome");
        let script = "return [...el.tBodies].flatMap((body) => [...body.rows]).map((row) => row.getBoundingClientRect())\
                      .filter((at) => at.top >= 0 && at.bottom <= 720).length;";
        let count = table(page).script(script).as_u64().unwrap();
        assert!(count >= 15, "{count} rows");
        // Of the name, 28 characters are on a line.
        let wide = "return [...el.tBodies].flatMap((body) => [...body.rows]).every((row) => {\
                    const name = row.querySelector('th'); const probe = document.createElement('span');\
                    probe.style.cssText = 'position: absolute; inline-size: 28ch'; name.append(probe);\
                    const least = probe.getBoundingClientRect().width; probe.remove();\
                    return name.getBoundingClientRect().width >= least; });";
        assert_eq!(table(page).script(wide), json!(true));
    });
}

/// The bars and lines of targets of the list, in per cent of the width, read from the page.
#[test]
fn every_bar_is_as_long_as_its_value() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        page.until_status("Showing 32 of 32 measures");
        let script = "return [...el.tBodies].flatMap((body) => [...body.rows]).map((row) => {\
                      const bar = row.querySelector('.bar-of'); const at = (one, name) => parseFloat(one.getAttribute(name));\
                      const zero = row.querySelector('.bullet .track');\
                      return [row.cells[0].innerText.trim(), row.cells[2].innerText.trim(), row.cells[3].innerText.trim(),\
                      bar ? [at(zero, 'x1'), at(bar, 'x') + at(bar, 'width'), ...[...row.querySelectorAll('.bullet .target')].map((one) => at(one, 'x1'))] : null]; });";
        let rows: Vec<(String, String, String, Option<Vec<f64>>)> =
            serde_json::from_value(table(page).script(script)).unwrap();
        assert_eq!(rows.iter().filter(|(.., bar)| bar.is_none()).count(), 1, "the withheld one");
        for (code, value, target, bar) in rows {
            let Some(bar) = bar else { continue };
            let value = number(&value).unwrap();
            let targets: Vec<f64> = target.split(" to ").filter_map(number).collect();
            let [zero, end, lines @ ..] = bar.as_slice() else { panic!("{code}: {bar:?}") };
            assert_eq!(lines.len(), targets.len(), "{code}");
            for (line, target) in lines.iter().zip(&targets) {
                // Value and target stand on one scale from 0.
                let (by_bar, by_line) = ((end - zero) * target, (line - zero) * value);
                assert!(
                    (by_bar - by_line).abs() <= 0.02 * (target + value),
                    "{code}: {bar:?} for {value} against {targets:?}"
                );
            }
        }
    });
}

#[test]
fn columns_are_chosen_and_kept_in_the_address() {
    visit(Site::shipped(), |page| {
        page.open(LIST);
        page.find("summary", "Columns").click();
        let heads = || table(page).names("columnheader");
        let usual = [
            "Code",
            "Measure",
            "Value",
            "Target",
            "Against target",
            "Status",
            "Short trend",
            "Long trend",
            "Over time",
        ];
        assert_eq!(heads(), usual);
        let choose = |name: &str| page.find("group", "Columns").find("checkbox", name).label().click();
        choose("Aim");
        until_equal("a column more", true, || heads().contains(&"Aim".to_string()));
        choose("Over time");
        until_equal("a column less", false, || heads().contains(&"Over time".to_string()));
        let query = "quarter=2023-24-q3&view=measures&columns=aim&columns=value&columns=target&columns=bullet&columns=status&columns=short&columns=long";
        page.until_query(query);
        page.reload();
        until_equal("the columns", 9, || heads().len());
        assert_eq!(heads()[2], "Aim");
        page.until_query(query);
        // The usual ones need no words in the address.
        page.find("summary", "Columns").click();
        choose("Aim");
        choose("Over time");
        page.until_query("quarter=2023-24-q3&view=measures");
    });
}
