// Returns the tables that have no name, in words.
const words = (el) => el?.textContent.trim() ?? "";
const nameOf = (table) =>
  words(table.caption) ||
  table.getAttribute("aria-label")?.trim() ||
  words(document.getElementById(table.getAttribute("aria-labelledby") ?? ""));
return [...document.querySelectorAll("table")]
  .filter((table) => table.checkVisibility() && !nameOf(table))
  .map((table) => `a table without a name: ${table.className} “${words(table).slice(0, 40)}”`);
