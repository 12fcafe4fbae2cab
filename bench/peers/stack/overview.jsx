// Knows: how the report is shown at a glance: statuses, trends, outcomes.
// Must not know: how anything is counted.

import { Link } from "./address.jsx";
import { StatusBar, StatusMark, StatusShape } from "./marks.jsx";
import { TRENDS, slug, writeTarget, writeValue } from "./report.js";
import { tally } from "./selection.js";

const TREND_WORDS = Object.keys(TRENDS);
const NOTHING = { view: "measures" };
const lower = (label) => label.toLowerCase();

export function Overview({ selection, rows }) {
  const { report, labels } = selection;
  const statuses = [...labels.status.keys()];
  const counts = tally(rows, "status");
  const meanings = new Map(report.rules.statuses.map(({ status, meaning }) => [status, meaning]));
  return (
    <>
      <h1>
        {report.priority.name}, Quarter {report.period.slice(-1)} {report.period.slice(0, 7).replace("-", "/")}
      </h1>
      <p className="lead">{report.priority.aim}</p>
      <div className="glance">
        <section aria-labelledby="whole">
          <h2 id="whole">
            How the <Link to={NOTHING}>{rows.length} measures</Link> are doing
          </h2>
          <StatusBar counts={counts} statuses={statuses} />
          <ul className="figures">
            {statuses.map((status) => (
              <li key={status} className={`figure figure-${status}`}>
                <StatusShape status={status} />
                <Count count={counts.get(status) ?? 0} to={{ status: [status] }} />
                <span className="label">{labels.status.get(status)}</span>
                <span className="meaning">{meanings.get(status)}</span>
              </li>
            ))}
          </ul>
          <p>{sentence(counts, labels.status, rows.length)}</p>
        </section>
        <section aria-labelledby="trends">
          <h2 id="trends">Trends</h2>
          <dl className="trends">
            <TrendLine
              name="Long trend"
              about={`against the average of the last ${report.rules.long_trend_periods} periods`}
              facet="long"
              rows={rows}
            />
            <TrendLine name="Short trend" about="since the period before" facet="short" rows={rows} />
          </dl>
        </section>
      </div>
      <StatusByTrend rows={rows} labels={labels.status} />
      <section aria-labelledby="parts">
        <h2 id="parts">By outcome</h2>
        <div className="outcomes">
          {report.outcomes.map((outcome) => (
            <Outcome
              key={outcome.name}
              name={outcome.name}
              rows={rows.filter((row) => row.outcome === outcome.name)}
              labels={labels.status}
            />
          ))}
        </div>
      </section>
    </>
  );
}

function Count({ count, to }) {
  if (count === 0) return <span className="number">0</span>;
  return (
    <Link className="number" to={{ ...NOTHING, ...to }}>
      {count}
    </Link>
  );
}

function sentence(counts, labels, total) {
  const parts = [...labels]
    .filter(([status]) => counts.get(status))
    .map(([status, label]) => `${counts.get(status)} ${lower(label)}`);
  return `Of ${total} measures, ${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}.`;
}

function TrendLine({ name, about, facet, rows }) {
  const counts = tally(rows, facet);
  return (
    <div>
      <dt>
        {name} <span className="about">{about}</span>
      </dt>
      <dd>
        <ul className="inline">
          {TREND_WORDS.filter((trend) => counts.get(trend)).map((trend) => (
            <li key={trend}>
              <Count count={counts.get(trend)} to={{ [facet]: [trend] }} /> {lower(TRENDS[trend])}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

function StatusByTrend({ rows, labels }) {
  return (
    <section aria-labelledby="status-by-trend">
      <h2 id="status-by-trend">Status by long trend</h2>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">Status</th>
            {TREND_WORDS.map((trend) => (
              <th key={trend} scope="col">
                {TRENDS[trend]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...labels].map(([status, label]) => (
            <tr key={status}>
              <th scope="row">
                <StatusMark status={status} label={label} />
              </th>
              {TREND_WORDS.map((trend) => {
                const codes = rows
                  .filter((row) => row.status === status && row.choices.long === trend)
                  .map((row) => row.code);
                return (
                  <td key={trend}>
                    <Count count={codes.length} to={{ status: [status], long: [trend] }} />
                    <span className="codes">{codes.slice(0, 12).join(", ")}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Outcome({ name, rows, labels }) {
  const counts = tally(rows, "status");
  const outcome = [slug(name)];
  const worst = rows.find((row) => row.status === "red" && !row.measure.value.missing);
  return (
    <div className="outcome">
      <h3>
        <Link to={{ ...NOTHING, outcome }}>{name}</Link>
      </h3>
      <StatusBar counts={counts} statuses={[...labels.keys()]} />
      <ul className="inline">
        {[...labels]
          .filter(([status]) => counts.get(status))
          .map(([status, label]) => (
            <li key={status}>
              <StatusShape status={status} /> <Count count={counts.get(status)} to={{ outcome, status: [status] }} />{" "}
              {lower(label)}
            </li>
          ))}
      </ul>
      {worst && (
        <p className="worst">
          For example: <Link to={{ measure: worst.code }}>{worst.name}</Link>{" "}
          <span className="facts">
            {writeValue(worst.measure.value, worst.measure.unit)}, target{" "}
            {writeTarget(worst.measure.target, worst.measure.unit)}
          </span>
        </p>
      )}
    </div>
  );
}
