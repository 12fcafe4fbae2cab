// The page's one door to ECharts: only the parts that the trend charts use, drawn as SVG.
// Loaded when the first chart is drawn; the program finds its address in <meta name="quarterlight-charts">.
import { BarChart, LineChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([
  AriaComponent,
  BarChart,
  GridComponent,
  LineChart,
  MarkAreaComponent,
  MarkLineComponent,
  SVGRenderer,
  TooltipComponent,
]);

/**
 * Draws a chart into `element`, whose size it follows until it is disposed of.
 * @param {HTMLElement} element
 * @param {string} optionJson the options, as JSON
 * @returns {{set(optionJson: string): void, dispose(): void}}
 */
export function mount(element, optionJson) {
  const chart = init(element, null, { renderer: "svg" });
  const set = (json) => {
    const option = JSON.parse(json);
    // Drawn in the picture: the other kind is HTML with style attributes, which the page's policy forbids.
    if (option.tooltip) option.tooltip.renderMode = "richText";
    // Whole replacement: what the new options leave out must not stay from the old ones.
    chart.setOption(option, { notMerge: true });
  };
  set(optionJson);

  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(element);

  return {
    set,
    dispose() {
      observer.disconnect();
      chart.dispose();
    },
  };
}
