// Knows: a measure's trend as options for ECharts.
// Must not know: when or where it is drawn.

import { bounds, kindOf, seriesOf, writeNumber } from "./report.js";

export function optionsOf(measure) {
  const points = seriesOf(measure);
  const periods = [...new Set(points.map((one) => one.period))];
  const kinds = [...new Set(points.map((one) => kindOf(one.period)))];
  const targets = bounds(measure.target);
  return {
    animation: false,
    grid: { left: 0, right: 60, top: 28, bottom: 0, containLabel: true },
    xAxis: { type: "category", data: periods, axisLine: { onZero: false } },
    yAxis: { type: "value", scale: true },
    series: kinds.map((kind, at) => ({
      type: "line",
      label: { show: true, position: "top", formatter: ({ value }) => writeNumber(value[1], measure.unit) },
      labelLayout: { hideOverlap: true },
      data: points.filter((one) => kindOf(one.period) === kind).map((one) => [one.period, one.number]),
      ...(at === 0 && { markLine: { symbol: "none", data: targets.map((yAxis) => ({ yAxis })) } }),
    })),
  };
}
