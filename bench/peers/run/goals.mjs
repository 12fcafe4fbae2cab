// Knows: what is measured, in which unit, and how good it is to be against the Stack and the Limit.
// Must not know: how it is measured, or how good it is.

const ms = (id, what, atMost, more = {}) => ({ id, what, unit: "ms", atMost, ...more });
const kB = (id, what, atMost, more = {}) => ({ id, what, unit: "kB", atMost, ...more });
const count = (id, what, most) => ({ id, what, unit: "", most });

/**
 * The rows of the table, in its order: `atMost` is a share of the Stack's median, `ofLimit` one of the Limit's, `most` a number of its
 * own. A row without any of them is there to be seen.
 */
export const ROWS = [
  ms("row-slow", "first useful row, cold, slow", 0.55, { ofLimit: 1.15 }),
  ms("row-fast", "first useful row, cold, fast", 0.7),
  ms("filter-slow", "first filter answers, slow", 1),
  ms("filter-fast", "first filter answers, fast", 1),
  kB("row-bytes-slow", "bytes before the first useful row, slow", 0.3),
  count("row-requests-slow", "requests before the first useful row, slow"),
  kB("row-bytes-fast", "bytes before the first useful row, fast", 0.3),
  count("row-requests-fast", "requests before the first useful row, fast"),
  kB("filter-bytes-slow", "bytes until the first filter answers", 1.3),
  count("filter-requests-slow", "requests until the first filter answers", 6),
  kB("idle-bytes", "bytes after idle", 2),
  count("idle-requests", "requests after idle", 12),
  ms("filter-32", "status filter to paint, 32 measures", 1),
  ms("filter-1000", "status filter to paint, 1,000", 0.8),
  ms("filter-5000", "status filter to paint, 5,000", 0.6),
  ms("filter-10000", "status filter to paint, 10,000"),
  ms("unfilter-32", "filter taken off, 32"),
  ms("unfilter-1000", "filter taken off, 1,000"),
  ms("unfilter-5000", "filter taken off, 5,000"),
  ms("unfilter-10000", "filter taken off, 10,000"),
  ms("key-32", "key to paint, 32"),
  ms("key-1000", "key to paint, 1,000", 1),
  ms("key-5000", "key to paint, 5,000", 1),
  ms("key-10000", "key to paint, 10,000"),
  ms("list-32", "list all, 32"),
  ms("list-1000", "list all, 1,000", 1),
  ms("list-5000", "list all, 5,000", 1),
  ms("list-10000", "list all, 10,000"),
  { id: "memory-5000", what: "memory of the page at 5,000", unit: "MB", atMost: 0.8 },
  ms("measure-first", "a measure, with the first chart"),
  ms("back", "back to the list", 1),
  ms("overview", "overview", 1),
  ms("measure-again", "the measure again", 1),
  ms("core-filter", "filter and counts alone, 100,000 (core native, crossfilter2 in the browser)", 0.2),
];
