// What a reader sees and does before the program is there: the build has put the overview into the page (scripts/draw-pages.mjs).
// When the program has drawn the same, that takes its place, with whatever the reader did meanwhile.
// Plain, old JavaScript on purpose: it must run where the program cannot.

/** A class of the root element as long as the first screen is shown; src/asked-for.js sets it. */
var SHOWN = "at-first-screen";

/** How a press begins and ends. */
var PRESSES = ["pointerdown", "pointerup", "pointercancel"];

var root = document.documentElement;
/** What the reader has pressed or sent, and waits for. */
var wanted = null;
/** Whether the program has begun. */
var hasBegun = false;
/** Whether the reader is pressing something now. */
var isHeld = false;
/** Whether the program has drawn a view, and waits for the end of a press. */
var isAwaited = false;
/** Whether what it draws is the view that a pressed link leads to. */
var isAhead = false;

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
  // Once it has begun, the program follows links itself.
  isAhead = hasBegun && target.tagName === "A";
  if (isAhead) return;
  event.preventDefault();
  wanted = target;
}

function send(event) {
  if (!isShown()) return;
  event.preventDefault();
  wanted = event.target;
}

/** The program is about to read the address. If a link has been pressed, that is where it leads, and the view before is never drawn. */
function goAhead() {
  hasBegun = true;
  if (!isShown() || !wanted || wanted.tagName !== "A") return;
  isAhead = true;
  history.pushState(null, "", wanted.getAttribute("href"));
}

/** A press that began here would end on what has taken its place, and come to nothing. */
function hold(event) {
  isHeld = event.type === "pointerdown";
  if (isHeld || !isAwaited) return;
  isAwaited = false;
  // After the click that follows.
  setTimeout(handOver, 0);
}

/** Takes what a reader does from here on. */
export function begin() {
  if (!isShown()) return;
  PRESSES.forEach(function (type) {
    document.addEventListener(type, hold, true);
  });
  document.addEventListener("click", press);
  document.addEventListener("submit", send);
  window.addEventListener("quarterlight-begins", goAhead);
}

/** The program has drawn a view. */
export function handOver() {
  var first = document.getElementById("first-screen");
  if (!first) return;
  if (isHeld && isShown()) {
    isAwaited = true;
    return;
  }
  var drawn = document.getElementById("app");
  if (isAhead) {
    end();
    first.remove();
    window.scrollTo(0, 0);
    // As after any change of view; what is still to come takes it later.
    var heading = drawn.querySelector("#main h1");
    if (heading) heading.focus({ preventScroll: true });
    return;
  }
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
  PRESSES.forEach(function (type) {
    document.removeEventListener(type, hold, true);
  });
  root.classList.remove(SHOWN);
  wanted = null;
}
