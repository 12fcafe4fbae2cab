// Knows: the table of the list: its columns, its order, its groups, and which of its rows are drawn.
// Must not know: which measures are in it.

import { getCoreRowModel, getSortedRowModel, useReactTable } from "@tanstack/react-table";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { memo, useLayoutEffect, useMemo, useRef, useState } from "react";
import { Link, go, useAddress } from "./address.jsx";
import { Bullet, Sparkline, StatusMark, TrendArrow } from "./marks.jsx";
import { writeTarget, writeValue } from "./report.js";
import { tally } from "./selection.js";

const numberOf = (value) => (value.missing ? undefined : Number(value.number));
const COLUMNS = [
  { id: "code", accessorKey: "code", header: "Code" },
  { id: "name", accessorKey: "name", header: "Measure" },
  { id: "value", accessorFn: (row) => numberOf(row.measure.value), header: "Value", sortUndefined: "last" },
  { id: "target", accessorFn: (row) => Number(row.measure.target?.point), header: "Target", sortUndefined: "last" },
  { id: "bullet", header: "Against target", enableSorting: false },
  { id: "status", accessorKey: "status", header: "Status" },
  { id: "short", accessorFn: (row) => row.choices.short, header: "Short" },
  { id: "long", accessorFn: (row) => row.choices.long, header: "Long" },
  { id: "history", header: "Over time", enableSorting: false },
];
/** Before it is drawn, a row is taken to be so high, in CSS pixels. */
const ROW_HEIGHT = 36;

export function MeasureTable({ rows, labels }) {
  const state = useAddress();
  const sorting = useMemo(
    () => (state.sort ? [{ id: state.sort.replace("-", ""), desc: state.sort.startsWith("-") }] : []),
    [state.sort],
  );
  const table = useReactTable({
    data: rows,
    columns: COLUMNS,
    state: { sorting },
    getRowId: (row) => row.code,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    onSortingChange: (change) => {
      const [sort] = typeof change === "function" ? change(sorting) : change;
      go({ ...state, sort: sort ? `${sort.desc ? "-" : ""}${sort.id}` : "" }, { replace: true });
    },
  });
  const sorted = table.getRowModel().rows;
  const lines = useMemo(() => withHeadings(sorted, state.group, labels), [sorted, state.group, labels]);
  return (
    <table className="measures">
      <caption className="visually-hidden">Measures of the selection</caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map(({ id, column }) => (
              <Head key={id} column={column} sort={column.getIsSorted()} />
            ))}
          </tr>
        ))}
      </thead>
      <Lines lines={lines} labels={labels} />
    </table>
  );
}

function Head({ column, sort }) {
  const { header } = column.columnDef;
  const order = { asc: "ascending", desc: "descending" }[sort] ?? "none";
  return (
    <th
      scope="col"
      className={column.id === "bullet" || column.id === "history" ? "drawn" : undefined}
      aria-sort={order}
    >
      {column.getCanSort() ? (
        <button type="button" onClick={column.getToggleSortingHandler()}>
          {header}
        </button>
      ) : (
        header
      )}
    </th>
  );
}

/** The rows of the table, with a heading before those of each group. */
function withHeadings(sorted, group, labels) {
  if (group === "none") return sorted.map((row) => ({ key: row.id, row: row.original }));
  const groups = new Map();
  for (const { original } of sorted) {
    const name = group === "status" ? labels.get(original.status) : original[group];
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(original);
  }
  return [...groups].flatMap(([name, rows]) => [
    { key: `group ${name}`, heading: name, counts: tally(rows, "status"), total: rows.length },
    ...rows.map((row) => ({ key: row.code, row })),
  ]);
}

function Lines({ lines, labels }) {
  const body = useRef(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => setAbove(body.current.getBoundingClientRect().top + window.scrollY), []);
  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (at) => lines[at].key,
    overscan: 10,
    scrollMargin: above,
  });
  const items = virtualizer.getVirtualItems();
  const before = items.length ? items[0].start - above : 0;
  const after = items.length ? virtualizer.getTotalSize() - (items.at(-1).end - above) : 0;
  return (
    <tbody ref={body}>
      <Room height={before} />
      {items.map(({ index, key }) =>
        lines[index].row ? (
          <MeasureRow
            key={key}
            at={index}
            row={lines[index].row}
            labels={labels}
            measure={virtualizer.measureElement}
          />
        ) : (
          <Heading key={key} at={index} line={lines[index]} labels={labels} measure={virtualizer.measureElement} />
        ),
      )}
      <Room height={after} />
    </tbody>
  );
}

const Room = ({ height }) =>
  height > 0 && (
    <tr className="room" aria-hidden="true" style={{ height }}>
      <td colSpan={COLUMNS.length} />
    </tr>
  );

const Heading = memo(function Heading({ at, line, labels, measure }) {
  const counts = [...labels].filter(([status]) => line.counts.get(status));
  return (
    <tr className="group" data-index={at} ref={measure}>
      <th scope="rowgroup" colSpan={COLUMNS.length}>
        {line.heading}: {line.total} measures,{" "}
        {counts.map(([status, label]) => (
          <StatusMark key={status} status={status} label={`${line.counts.get(status)} ${label.toLowerCase()}`} />
        ))}
      </th>
    </tr>
  );
});

const MeasureRow = memo(function MeasureRow({ at, row, labels, measure: measureElement }) {
  const { measure } = row;
  return (
    <tr data-index={at} ref={measureElement}>
      <td className="code">{row.code}</td>
      <th scope="row" className="name">
        <Link to={{ measure: row.code }}>{row.name}</Link>
      </th>
      <td className="numeric">{writeValue(measure.value, measure.unit)}</td>
      <td className="numeric">{writeTarget(measure.target, measure.unit)}</td>
      <td className="drawn">
        <Bullet measure={measure} />
      </td>
      <td>
        <StatusMark status={row.status} label={labels.get(row.status)} />
      </td>
      <td className="arrow">
        <TrendArrow trend={measure.short_trend} />
      </td>
      <td className="arrow">
        <TrendArrow trend={measure.long_trend} />
      </td>
      <td className="drawn">
        <Sparkline measure={measure} />
      </td>
    </tr>
  );
});
