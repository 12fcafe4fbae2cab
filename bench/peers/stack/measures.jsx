// Knows: how the list of measures is laid out: filters, how many were found, the table.
// Must not know: which measures are in it, or how a row looks.

import { Facets } from "./facets.jsx";
import { MeasureTable } from "./table.jsx";

export function Measures({ selection, rows, counts }) {
  return (
    <>
      <h1>Measures</h1>
      <div className="with-filters">
        <Facets labels={selection.labels} counts={counts} />
        <div className="results">
          <p className="showing" role="status">
            Showing {rows.length} of {selection.rows.length} measures
          </p>
          {rows.length > 0 ? (
            <MeasureTable rows={rows} labels={selection.labels.status} />
          ) : (
            <p>No measure fits all of these.</p>
          )}
        </div>
      </div>
    </>
  );
}
