// Knows: AG Grid with the list's columns, and how long its quick filter takes until the grid is painted.
// Must not know: what it is compared with.

import { AllCommunityModule, ModuleRegistry, createGrid, themeQuartz } from "ag-grid-community";
import { rowsOf, writeTarget, writeValue } from "../stack/report.js";

ModuleRegistry.registerModules([AllCommunityModule]);

const report = await (await fetch(document.querySelector("link[data-report]").href)).json();
const rows = rowsOf(report);
const grid = createGrid(document.getElementById("grid"), {
  theme: themeQuartz,
  rowData: rows,
  // What is found is what the other searches find: code, name and commentary. The library's own advice for quick filters of long lists.
  cacheQuickFilter: true,
  includeHiddenColumnsInQuickFilter: true,
  columnDefs: [
    { field: "code" },
    { field: "name", flex: 1 },
    {
      headerName: "Value",
      valueGetter: ({ data }) => writeValue(data.measure.value, data.measure.unit),
      getQuickFilterText: () => "",
    },
    {
      headerName: "Target",
      valueGetter: ({ data }) => writeTarget(data.measure.target, data.measure.unit),
      getQuickFilterText: () => "",
    },
    { field: "status", getQuickFilterText: () => "" },
    { headerName: "Short", valueGetter: ({ data }) => data.choices.short, getQuickFilterText: () => "" },
    { headerName: "Long", valueGetter: ({ data }) => data.choices.long, getQuickFilterText: () => "" },
    { headerName: "Commentary", hide: true, valueGetter: ({ data }) => data.commentary.join("\n") },
  ],
});

const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(null);
    });
  });

/** Types a word a letter at a time. @returns for each letter the milliseconds to the paint, and how many rows are left */
window.measureGrid = async (word) => {
  const keys = [];
  for (let length = 1; length <= word.length; length += 1) {
    const begun = performance.now();
    grid.setGridOption("quickFilterText", word.slice(0, length));
    await painted();
    keys.push({ taken: performance.now() - begun, rows: grid.getDisplayedRowCount() });
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  grid.setGridOption("quickFilterText", "");
  await painted();
  return keys;
};
