// Returns the targets that are too small to hit, in words.
const LEAST = 24;
const shown = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(
  (el) => el.checkVisibility({ checkVisibilityCSS: true }) && !el.closest("[inert]") && getComputedStyle(el).pointerEvents !== "none",
);
// An open dialog or a black screen is all that can be hit.
const dialog = document.querySelector("dialog[open]");
const all = dialog ? shown.filter((el) => dialog.contains(el)) : shown;

/** The whole of a control that can be hit: its label, too. */
function areaOf(el) {
  const rects = [el, ...(el.labels ?? [])].map((one) => one.getBoundingClientRect());
  const left = Math.min(...rects.map((one) => one.left));
  const top = Math.min(...rects.map((one) => one.top));
  const right = Math.max(...rects.map((one) => one.right));
  const bottom = Math.max(...rects.map((one) => one.bottom));
  return { left, top, right, bottom, width: right - left, height: bottom - top, x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Whether it is in a sentence, whose lines say how high it is. */
function isInSentence(el) {
  if (getComputedStyle(el).display !== "inline") return false;
  const around = el.closest("p, li, dd, td, th, figcaption, caption, blockquote");
  if (!around) return false;
  const words = (node) => [...node.childNodes].reduce((text, child) => {
    if (child.nodeType === Node.TEXT_NODE) return text + child.data;
    return child.nodeType !== Node.ELEMENT_NODE || child.matches("a, button, .visually-hidden") ? text : text + words(child);
  }, "");
  return /\p{L}{2}/u.test(words(around));
}

/** Where it can be hit: a link may have several lines. */
const linesOf = (el) => [el, ...(el.labels ?? [])].flatMap((one) => [...one.getClientRects()]);

const targets = all.map((el) => ({ el, at: areaOf(el), lines: linesOf(el) })).filter(({ at }) => at.width > 0 && at.height > 0);
const isSmall = ({ at }) => at.width < LEAST - 0.1 || at.height < LEAST - 0.1;
const toRect = (x, y, { left, right, top, bottom }) => Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));

/** Whether a circle of this size around its middle would touch another target, or the circle of another small one. */
function isCrowded(one) {
  return targets.some((other) => {
    if (other === one || other.el.contains(one.el) || one.el.contains(other.el)) return false;
    if (other.lines.some((line) => toRect(one.at.x, one.at.y, line) < LEAST / 2 - 0.1)) return true;
    return isSmall(other) && Math.hypot(one.at.x - other.at.x, one.at.y - other.at.y) < LEAST - 0.1;
  });
}

if (targets.length === 0 && !document.querySelector("[data-failure]:not([hidden])")) return ["there is no target at all"];
return targets
  .filter((one) => isSmall(one) && !isInSentence(one.el) && isCrowded(one))
  .map(({ el, at }) => `small target: ${el.localName} “${(el.innerText || el.name || el.type || "").trim().slice(0, 40)}” is ${at.width.toFixed(1)} × ${at.height.toFixed(1)} px and has others beside it`);
