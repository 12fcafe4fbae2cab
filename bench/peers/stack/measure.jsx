// Knows: how one measure is shown: value, status, trends, chart, figures, commentary.
// Must not know: how a chart is drawn.

import { Link } from "./address.jsx";
import { Chart } from "./chart.jsx";
import { StatusMark } from "./marks.jsx";
import { TRENDS, flat, seriesOf, writeTarget, writeValue } from "./report.js";

export function MeasurePage({ selection, row, rows }) {
  const { measure } = row;
  const at = rows.indexOf(row);
  return (
    <>
      <nav className="way" aria-label="Measures of the selection">
        <Link to={{ view: "measures" }}>All measures ({rows.length})</Link>
        {rows[at - 1] && <Link to={{ measure: rows[at - 1].code }}>Previous: {rows[at - 1].code}</Link>}
        {rows[at + 1] && <Link to={{ measure: rows[at + 1].code }}>Next: {rows[at + 1].code}</Link>}
      </nav>
      <article className="measure">
        <p className="place">
          {row.outcome} › {row.programme}
        </p>
        <h1>
          {row.name} <span className="code">{row.code}</span>
        </h1>
        <div className="beside">
          <section className="value-and-status" aria-label="Value and status">
            <dl className="facts">
              <dt>Value</dt>
              <dd>{writeValue(measure.value, measure.unit)}</dd>
              <dt>Target</dt>
              <dd>{writeTarget(measure.target, measure.unit)}</dd>
              <dt>Status</dt>
              <dd>
                <StatusMark status={row.status} label={selection.labels.status.get(row.status)} />
              </dd>
              <dt>Short trend</dt>
              <dd>{TRENDS[measure.short_trend]}</dd>
              <dt>Long trend</dt>
              <dd>{TRENDS[measure.long_trend]}</dd>
            </dl>
          </section>
          <section aria-labelledby="values">
            <h2 id="values">Over time</h2>
            {seriesOf(measure).length > 1 && <Chart measure={measure} />}
          </section>
          <Figures measure={measure} />
          <Commentary sections={measure.commentary ?? []} />
        </div>
      </article>
    </>
  );
}

function Figures({ measure }) {
  const rows = [
    { period: measure.reporting_period, value: measure.value },
    ...(measure.history ?? []).filter((one) => !one.series),
    ...(measure.benchmarks ?? []).map((one) => ({
      ...one,
      period: `${one.name}${one.period ? `, ${one.period}` : ""}`,
    })),
  ];
  return (
    <section aria-labelledby="all-figures">
      <h2 id="all-figures">All figures</h2>
      <table>
        <tbody>
          {rows.map(({ period, value }, at) => (
            <tr key={at}>
              <th scope="row">{period ?? "not given"}</th>
              <td className="numeric">{writeValue(value, measure.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Commentary({ sections }) {
  return (
    <section aria-labelledby="commentary">
      <h2 id="commentary">Commentary</h2>
      {sections.map((section) => (
        <div key={section.heading}>
          <h3>{section.heading}</h3>
          {section.blocks.map((block, at) => (
            <Block key={at} block={block} />
          ))}
        </div>
      ))}
    </section>
  );
}

function Block({ block }) {
  if (block.list) return <List items={block.list} />;
  if (block.table) {
    return (
      <table>
        <caption>{block.table.caption}</caption>
        <tbody>
          {[block.table.columns, ...block.table.rows].map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  return <p className={block.note ? "soft" : undefined}>{flat(block.paragraph ?? block.note)}</p>;
}

const List = ({ items }) => (
  <ul>
    {items.map((item, at) => (
      <li key={at}>
        {flat(item.text)}
        {item.items && <List items={item.items} />}
      </li>
    ))}
  </ul>
);
