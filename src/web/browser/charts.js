// The page's one door to ECharts: only the parts that the trend charts use, drawn as SVG.
// Loaded when the first chart is drawn; the program finds its address in <meta name="quarterlight-charts">.
import { LineChart } from "echarts/charts";
import { GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

use([GridComponent, LabelLayout, LineChart, MarkAreaComponent, MarkLineComponent, SVGRenderer, TooltipComponent]);

/**
 * Draws a chart into `element`, whose size it follows until it is disposed of.
 * @param {HTMLElement} element has a size of its own; its text alternative is the page's affair
 * @param {string} options as JSON (src/chart/options.rs)
 * @returns {{set(options: string): void, resize(): void, dispose(): void}}
 */
export function mount(element, options) {
  const chart = init(element, null, { renderer: "svg" });

  // Whole replacement: what the new options leave out must not stay from the old ones.
  const set = (json) => chart.setOption(JSON.parse(json), { notMerge: true });
  const resize = () => chart.resize();

  set(options);
  const observer = new ResizeObserver(resize);
  observer.observe(element);

  return {
    set,
    resize,
    dispose() {
      observer.disconnect();
      chart.dispose();
    },
  };
}

/**
 * Draws a chart as a picture that stands for itself.
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
