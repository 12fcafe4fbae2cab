// From here on, writes down where the focus goes and how that looks. Returns how many stops there should be.
const { documentElement: top } = document;
const dialog = document.querySelector("dialog[open]");
const isStop = (el) => el.tabIndex >= 0 && !el.disabled && !el.closest("[inert]") && el.checkVisibility({ checkVisibilityCSS: true });
const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";
// Tab stops once at buttons of which one is chosen: at that one, or else at the first.
const ofGroup = (el) => [...document.getElementsByName(el.name)].filter((one) => one.type === "radio");
const isItsStop = (el) => el.type !== "radio" || (ofGroup(el).find((one) => one.checked) ?? ofGroup(el)[0]) === el;
window.stops = [...(dialog ?? document).querySelectorAll(STOPS)].filter((el) => isStop(el) && isItsStop(el));

// The file field is invisible; its label shows the focus.
const drawnOf = (el) => (el.type === "file" ? el.labels[0] : el);
const numbers = (colour) => (/^rgba?\(([^)]*)\)$/.exec(colour)?.[1] ?? "").split(/[\s,/]+/).map(Number);
/** What is behind an element, where its outline is drawn. */
const behind = (el) => {
  for (let at = el.parentElement; at; at = at.parentElement) {
    const [red, green, blue, alpha = 1] = numbers(getComputedStyle(at).backgroundColor);
    if (alpha > 0) return [red, green, blue];
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? [0, 0, 0] : [255, 255, 255];
};
const light = (colour) => {
  const [red, green, blue] = colour.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
  const [more, less] = [light(one), light(other)].sort((a, b) => b - a);
  return (more + 0.05) / (less + 0.05);
};
const lookOf = (el) => {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(drawnOf(el));
  return { style: outlineStyle, width: parseFloat(outlineWidth), colour: outlineColor };
};
window.lookOf = lookOf;
window.walked = [];
const note = ({ target }) => {
  const look = lookOf(target);
  const [red, green, blue, alpha = 1] = numbers(look.colour);
  window.walked.push({ el: target, look, contrast: alpha < 1 ? 1 : contrast([red, green, blue], behind(drawnOf(target))) });
};
document.removeEventListener("focusin", window.note, true);
window.note = note;
const start = dialog ?? top;
start.tabIndex = -1;
start.focus();
start.removeAttribute("tabindex");
document.addEventListener("focusin", note, true);
return window.stops.length;
