// What a point of a chart stands for, in words beside it while it is pointed at. WCAG 1.4.13: the words stay while the pointer is
// on the point or on them, and go with Escape. Bundled into charts.js.

/** How long the words stay when the pointer has left them, in milliseconds: time to get from the point onto them. */
const GRACE = 400;
/** How far they are from the middle of a point, in CSS pixels: at its edge, with no gap that the pointer would fall into. */
const AWAY = 5;

/**
 * Shows the name of each point of a chart while it is pointed at.
 * @param {object} chart of ECharts
 * @param {HTMLElement} element that the chart is in
 * @returns {{hide(): void, dispose(): void}}
 */
export function addHint(chart, element) {
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.hidden = true;
  element.append(hint);
  let leaving;
  let isAtPoint = false;
  // Until the pointer leaves the point where the reader put the words away.
  let isDismissed = false;

  const stay = () => clearTimeout(leaving);
  const hide = () => {
    stay();
    hint.hidden = true;
  };
  const leave = () => {
    stay();
    leaving = setTimeout(hide, GRACE);
  };
  const leavePoint = () => {
    isAtPoint = isDismissed = false;
    leave();
  };
  const show = ({ name, seriesIndex, value }) => {
    stay();
    isAtPoint = true;
    if (isDismissed) return;
    const [x, y] = chart.convertToPixel({ seriesIndex }, value);
    hint.textContent = name;
    hint.hidden = false;
    const left = Math.max(0, Math.min(x - hint.offsetWidth / 2, element.clientWidth - hint.offsetWidth));
    const above = y - AWAY - hint.offsetHeight;
    hint.style.left = `${left}px`;
    hint.style.top = `${above < 0 ? y + AWAY : above}px`;
  };
  // Before the page's own keys, by which Escape leads back.
  const dismiss = (event) => {
    if (event.key !== "Escape" || hint.hidden) return;
    event.preventDefault();
    event.stopPropagation();
    isDismissed = isAtPoint;
    hide();
  };

  chart.on("mouseover", "series", show);
  // The library does not say that the pointer is back at a point that it left for the words.
  chart.on("mousemove", "series", show);
  chart.on("mouseout", "series", leavePoint);
  hint.addEventListener("pointerenter", () => {
    stay();
    isAtPoint = false;
  });
  hint.addEventListener("pointerleave", leave);
  // The library does not say either that the pointer has left the chart by way of the words.
  element.addEventListener("pointerleave", leavePoint);
  window.addEventListener("keydown", dismiss, true);
  return {
    hide,
    dispose() {
      hide();
      window.removeEventListener("keydown", dismiss, true);
      element.removeEventListener("pointerleave", leavePoint);
      hint.remove();
    },
  };
}
