// Knows: the small marks and pictures of figures: status, trend, bar against target, line over time.
// Must not know: where on a page they are.

import { memo } from "react";
import { TRENDS, bounds, endOf, kindOf, seriesOf } from "./report.js";

const STATUS_SHAPES = {
  green: "M-7 0A7 7 0 1 0 7 0A7 7 0 1 0-7 0Z",
  amber: "M0-7 7 6H-7Z",
  red: "M-6-6H6V6H-6Z",
  blue: "M0-7 7 0 0 7-7 0Z",
  grey: "M-7-3H7V3H-7Z",
  none: "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0Z",
};
const TREND_SHAPES = {
  improving: "M0-6 6 1H2V6H-2V1H-6Z",
  deteriorating: "M0 6-6-1H-2V-6H2V-1H6Z",
  static: "M-6-2H6V2H-6Z",
  none: "M-3-1H3V1H-3Z",
};

export const StatusShape = ({ status }) => (
  <svg className={`shape shape-${status}`} viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
    <path d={STATUS_SHAPES[status]} />
  </svg>
);

export const StatusMark = ({ status, label }) => (
  <span className={`status status-${status}`}>
    <StatusShape status={status} />
    {label}
  </span>
);

export const TrendArrow = ({ trend }) => (
  <span className={`trend trend-${trend}`} title={TRENDS[trend]}>
    <svg viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
      <path d={TREND_SHAPES[trend]} />
    </svg>
    <span className="visually-hidden">{TRENDS[trend]}</span>
  </span>
);

/** The value as a bar from 0, with the target as an upright line. */
export const Bullet = memo(function Bullet({ measure }) {
  const targets = bounds(measure.target);
  if (measure.value.missing || targets.length === 0) return null;
  const value = Number(measure.value.number);
  const isShare = measure.unit.kind === "percent" && Math.max(value, ...targets) > 40;
  const reach = Math.max(value, ...targets, isShare ? 100 : 0) || 1;
  const at = (number) => `${3 + (94 * Math.min(number, reach)) / reach}%`;
  return (
    <svg className="picture" width="100%" height="18" aria-hidden="true">
      {targets.length === 2 && (
        <rect
          className="range"
          x={at(targets[0])}
          y="2"
          width={`${(94 * (targets[1] - targets[0])) / reach}%`}
          height="14"
        />
      )}
      <rect className={`bar-of shape-${measure.status}`} x="3%" y="6" width={`${(94 * value) / reach}%`} height="6" />
      {targets.map((target) => (
        <line key={target} className="target" x1={at(target)} x2={at(target)} y1="1" y2="17" />
      ))}
    </svg>
  );
});

/** The measure's values over time, as a line without axes. */
export const Sparkline = memo(function Sparkline({ measure }) {
  const kind = kindOf(measure.reporting_period);
  const points = seriesOf(measure)
    .filter((one) => kindOf(one.period) === kind)
    .slice(-24);
  if (points.length < 2) return null;
  const [first, last] = [endOf(points[0].period), endOf(points.at(-1).period)];
  const numbers = points.map((one) => one.number);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const x = (one) => `${5 + (90 * (endOf(one.period) - first)) / (last - first || 1)}%`;
  const y = (one) => (high === low ? 11 : 17 - (12 * (one.number - low)) / (high - low));
  return (
    <svg className="picture" width="100%" height="22" role="img" aria-label={`${points.length} values over time`}>
      {points.slice(1).map((one, at) => (
        <line key={one.period} className="line" x1={x(points[at])} y1={y(points[at])} x2={x(one)} y2={y(one)} />
      ))}
      {points.map((one) => (
        <circle
          key={one.period}
          cx={x(one)}
          cy={y(one)}
          r="2"
          className={one === points.at(-1) ? `shape-${measure.status}` : "dot"}
        />
      ))}
    </svg>
  );
});

/** The shares of the statuses as one bar. */
export function StatusBar({ counts, statuses }) {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let x = 0;
  return (
    <svg className="status-bar" width="100%" height="12" aria-hidden="true">
      {statuses.map((status) => {
        const width = (100 * (counts.get(status) ?? 0)) / total;
        x += width;
        return <rect key={status} className={`shape-${status}`} x={`${x - width}%`} width={`${width}%`} height="12" />;
      })}
    </svg>
  );
}
