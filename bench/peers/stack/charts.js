// Knows: ECharts, only the parts of it that are used: fetched with the first chart.
// Must not know: what a chart shows. What it shares with the program would become a file of its own, for the program to wait for.

import { LineChart } from "echarts/charts";
import { GridComponent, MarkAreaComponent, MarkLineComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

use([GridComponent, LabelLayout, LineChart, MarkAreaComponent, MarkLineComponent, SVGRenderer]);

/** Draws the chart; the function that it returns takes it away. */
export function mount(element, options) {
  const chart = init(element, null, { renderer: "svg" });
  chart.setOption(options);
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}
