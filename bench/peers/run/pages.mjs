// Knows: where in a page its rows, counts, filters and links are. Quarterlight, the Stack and the Limit have the same classes there.
// Must not know: what is measured. Each of these functions runs in a page, and can use nothing of this file.

/** The first count of a status on the overview, once it is seen; where the count of red measures is to be pressed. */
export const firstRow = () => {
  const row = [...document.querySelectorAll(".figures > li")].find(
    (row) => window.isSeen(row) && /\d/.test(row.textContent),
  );
  if (!row) return null;
  const link = document.querySelector(".figures > .figure-red a");
  if (!window.isSeen(link)) return null;
  const { left, top, width, height } = link.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};

/** Whether the list says how many it shows, and its first row is that of a measure, and seen. */
export const listShows = (words, code) => {
  // The reader may have scrolled past these words, but not past the first row.
  const says = [...document.querySelectorAll(".showing")].some(
    (one) => one.textContent.trim() === words && one.checkVisibility(),
  );
  if (!says) return false;
  if (code === null) return true;
  const first = document.querySelector("table.measures tbody td.code");
  return first?.textContent.trim() === code && window.isSeen(first);
};

/** What the list shows now: its words, and the code of its first row. */
export const listNow = () => ({
  words: document.querySelector(".showing")?.textContent.trim() ?? "",
  code: document.querySelector("table.measures tbody td.code")?.textContent.trim() ?? null,
});

/** Every code that is in the list. */
export const listCodes = () =>
  [...document.querySelectorAll("table.measures tbody td.code")].map((cell) => cell.textContent.trim());

/** The counts of the statuses on the overview. */
export const statusCounts = () =>
  [...document.querySelectorAll("#app .figures > li")]
    .map(
      (one) =>
        `${one.querySelector(".label").textContent.trim()} ${parseInt(one.querySelector("a")?.textContent ?? "0", 10)}`,
    )
    .filter((words) => !words.endsWith(" 0"))
    .join(", ");

/** The counts beside the choices of each facet, but for choices that leave nothing. */
export const facetCounts = () =>
  [...document.querySelectorAll("fieldset")]
    .filter((facet) => facet.querySelector("input[type=checkbox]"))
    .map((facet) => {
      const counts = [...facet.querySelectorAll("li")].map((one) => {
        const label = one.querySelector(".option").textContent.trim();
        return `${label} ${parseInt(one.querySelector(".count").textContent, 10)}`;
      });
      return `${facet.querySelector("legend").textContent.trim()}: ${counts.filter((words) => !words.endsWith(" 0")).join(", ")}`;
    });

/** The checkbox of a choice. */
export const choice = (facet, label) => {
  const inside = [...document.querySelectorAll("fieldset")].find(
    (one) => one.querySelector("legend")?.textContent.trim() === facet,
  );
  return [...(inside?.querySelectorAll("li") ?? [])]
    .find((one) => one.querySelector(".option").textContent.trim() === label)
    ?.querySelector("input");
};

export const searchField = () => document.querySelector("input[type=search]");

/** The link to a view at the top of the page. */
export const viewLink = (words) =>
  [...document.querySelectorAll("header nav a, nav a")].find((one) => one.textContent.trim() === words);

/** The link from the overview to all measures. */
export const allMeasures = () => document.querySelector("#app #whole a");

/** The link of a row to its measure. */
export const measureLink = (code) => {
  const cell = [...document.querySelectorAll("table.measures tbody td.code")].find(
    (cell) => cell.textContent.trim() === code,
  );
  return cell?.parentElement.querySelector(".name a");
};

/** Whether a measure's page is seen with its chart. */
export const measureShows = (code) =>
  window.isSeen([...document.querySelectorAll("h1")].find((one) => one.textContent.includes(code))) &&
  Boolean(document.querySelector(".chart svg"));

/** Whether the overview is seen, drawn by the program. */
export const overviewShows = () => window.isSeen(document.querySelector("#app .figures > li"));
