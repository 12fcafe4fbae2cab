// Knows: when the chart library is fetched, and the element that a chart is drawn in.
// Must not know: what a chart looks like.

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { optionsOf } from "./chart_options.js";

/** The library, once it is there; the second chart is drawn at once. */
let library = null;

export function Chart({ measure }) {
  const element = useRef(null);
  const [charts, setCharts] = useState(library);
  useEffect(() => {
    let isCurrent = true;
    if (!library) {
      import("./charts.js").then((loaded) => {
        library = loaded;
        if (isCurrent) setCharts(loaded);
      });
    }
    return () => (isCurrent = false);
  }, []);
  useLayoutEffect(() => charts?.mount(element.current, optionsOf(measure)), [charts, measure]);
  return <div className="chart" ref={element} role="img" aria-label={`Line chart of ${measure.code}`} />;
}
