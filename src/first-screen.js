// What a reader sees and does before the program is there: the build has put the overview into the page (scripts/draw-pages.mjs).
// When the program has drawn the same, that takes its place, with whatever the reader did meanwhile.
// Plain, old JavaScript on purpose: it must run where the program cannot.

/** A class of the root element as long as the first screen is shown; src/asked-for.js sets it. */
var SHOWN = "at-first-screen";

var root = document.documentElement;
/** What the reader has pressed or sent, and waits for. */
var wanted = null;

function isShown() {
  return root.classList.contains(SHOWN);
}

/** The elements in another, but for what the program does not draw. */
function inside(element) {
  return Array.prototype.filter.call(element.children, function (child) {
    return child.tagName !== "NOSCRIPT";
  });
}

/** The element at the same place in what the program has drawn; null if that is something else. */
function twinOf(element, first, drawn) {
  var path = [];
  for (var at = element; at && at !== first; at = at.parentElement) path.unshift(inside(at.parentElement).indexOf(at));
  var twin = path.reduce(function (place, index) {
    return place && inside(place)[index];
  }, drawn);
  return twin && twin.tagName === element.tagName && twin.textContent === element.textContent ? twin : null;
}

/** Waits with a press for the program, which alone can answer it; what unfolds or scrolls the browser does itself. */
function press(event) {
  var target = event.target.closest && event.target.closest("a[href^='?'], button");
  if (!isShown() || !target || event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  wanted = target;
}

function send(event) {
  if (!isShown()) return;
  event.preventDefault();
  wanted = event.target;
}

/** Takes what a reader does from here on. */
export function begin() {
  if (!isShown()) return;
  document.addEventListener("click", press);
  document.addEventListener("submit", send);
}

/** The program has drawn a view. */
export function handOver() {
  var first = document.getElementById("first-screen");
  if (!first) return;
  var drawn = document.getElementById("app");
  var active = isShown() && first.contains(document.activeElement) ? document.activeElement : null;
  var each = function (selector, work) {
    if (!isShown()) return;
    Array.prototype.forEach.call(first.querySelectorAll(selector), function (element) {
      var twin = twinOf(element, first, drawn);
      if (twin) work(element, twin);
    });
  };
  each("details", function (before, now) {
    now.open = before.open;
  });
  var typed = [];
  each("input", function (before, now) {
    if (before.value === now.value) return;
    now.value = before.value;
    typed.push(now);
  });
  var focus = active && twinOf(active, first, drawn);
  var pressed = wanted && twinOf(wanted, first, drawn);
  end();
  first.remove();
  if (focus) focus.focus({ preventScroll: true });
  typed.forEach(function (field) {
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  if (!pressed) return;
  if (pressed.tagName === "FORM") pressed.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  else pressed.click();
}

/** The first screen gives way. */
export function end() {
  root.classList.remove(SHOWN);
  wanted = null;
}
