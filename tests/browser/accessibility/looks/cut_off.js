// Returns the text that is cut off or on top of other text, in words.
const name = (el) => `${el.localName}.${[...el.classList].join(".")} “${el.textContent.trim().slice(0, 40)}”`;
const isOutOfFlow = (el) => {
  for (let at = el; at && at !== document.body; at = at.parentElement) {
    if (["absolute", "fixed", "sticky"].includes(getComputedStyle(at).position)) return true;
  }
  return false;
};
// What is clipped away for screen readers alone is not meant to be seen.
const isMeant = (el) =>
  !el.closest("svg, .visually-hidden, [aria-hidden=true], .plot") && el.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });

const dialog = document.querySelector("dialog[open]");
const root = dialog ?? document.body;
const faults = [];
for (const el of root.querySelectorAll("*")) {
  if (!isMeant(el) || !el.textContent.trim() || ["textarea", "select", "option", "datalist"].includes(el.localName)) continue;
  const { overflowX, overflowY } = getComputedStyle(el);
  const cuts = (how) => how === "hidden" || how === "clip";
  if (cuts(overflowX) && el.scrollWidth > el.clientWidth + 1) faults.push(`cut off at the side: ${name(el)}`);
  if (cuts(overflowY) && el.scrollHeight > el.clientHeight + 1) faults.push(`cut off below: ${name(el)}`);
}

// The lines of text, from top to bottom; those that are scrolled out of an area of their own do not count.
const lines = [];
const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const el = node.parentElement;
  if (!node.data.trim() || !isMeant(el) || isOutOfFlow(el) !== Boolean(dialog) || el.closest("option, datalist, textarea")) continue;
  const area = el.closest("[data-scrolls], dialog, .slide")?.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(node);
  for (const { left, right, top, bottom } of range.getClientRects()) {
    const isIn = !area || (right <= area.right + 1 && left >= area.left - 1 && bottom <= area.bottom + 1 && top >= area.top - 1);
    if (right - left > 2 && isIn) lines.push({ el, left, right, top, bottom });
  }
}
lines.sort((one, other) => one.top - other.top);
lines.forEach((one, at) => {
  for (const other of lines.slice(at + 1)) {
    // Boxes of lines may touch where letters do not.
    if (other.top >= one.bottom) break;
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - other.top;
    const least = Math.min(one.bottom - one.top, other.bottom - other.top);
    if (across > 2 && down > 0.45 * least) faults.push(`on top of each other: ${name(one.el)} and ${name(other.el)}`);
  }
});
return [...new Set(faults)].slice(0, 8);
