// Knows: how a page tells when something that is looked for has been painted. Runs in the page, before any of its scripts.
// Must not know: what is looked for.

export function install() {
  /** When the last press or key happened, by the browser's own clock. */
  let input = 0;
  for (const kind of ["click", "keydown"]) window.addEventListener(kind, (event) => (input = event.timeStamp), true);
  /** An input that no event tells of. */
  window.noteInput = () => (input = performance.now());

  /** Whether an element is in the window to be seen. */
  window.isSeen = (element) => {
    if (!element?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const { top, bottom, width } = element.getBoundingClientRect();
    return width > 0 && bottom > top && bottom > 0 && top < innerHeight;
  };

  /**
   * Looks in every frame. What a test finds in a frame is painted with it, so the time is taken in the first task after that.
   * @param {boolean} afterInput only looks once there was a press or a key after this
   */
  window.watchFor = (name, test, words, afterInput = false) => {
    const begun = performance.now();
    const look = () => {
      const found = (!afterInput || input > begun) && test(...words);
      if (!found) return requestAnimationFrame(look);
      const painted = new MessageChannel();
      painted.port1.onmessage = () => {
        const origin = performance.timeOrigin;
        const at = origin + performance.now();
        window.tellOfPaint(
          JSON.stringify({ name, at, origin, input: origin + input, ...(found === true ? {} : found) }),
        );
      };
      painted.port2.postMessage(null);
    };
    requestAnimationFrame(look);
  };
}
