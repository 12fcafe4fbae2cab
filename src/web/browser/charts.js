// The binding to ECharts: only the parts that the trend charts use, drawn as SVG.
// Fetched with the first chart, from the address in <meta name="quarterlight-charts">.
import { LineChart } from "echarts/charts";
import { GridComponent, MarkAreaComponent, MarkLineComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { addHint } from "./chart_hint.js";

use([GridComponent, LabelLayout, LineChart, MarkAreaComponent, MarkLineComponent, SVGRenderer]);

/**
 * Draws a chart into `element` and follows its size until disposed of.
 * @param {HTMLElement} element has its own size; the page gives it a text alternative
 * @param {string} options as JSON (src/chart/options.rs)
 * @returns {{set(options: string): void, resize(): void, dispose(): void}}
 */
export function mount(element, options) {
  const chart = init(element, null, { renderer: "svg" });
  const hint = addHint(chart, element);

  // Not merged: what the new options leave out must not stay.
  const set = (json) => {
    hint.hide();
    chart.setOption(JSON.parse(json), { notMerge: true });
  };
  const resize = () => chart.resize();

  set(options);
  const observer = new ResizeObserver(resize);
  observer.observe(element);

  return {
    set,
    resize,
    dispose() {
      observer.disconnect();
      hint.dispose();
      chart.dispose();
    },
  };
}

/**
 * Draws a chart as a picture of its own, outside the page.
 * @param {string} options as JSON (src/chart/options.rs)
 * @param {number} width in CSS pixels
 * @param {number} height in CSS pixels
 * @returns {string} the picture, as an SVG document
 */
export function picture(options, width, height) {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption(JSON.parse(options));
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
