// Returns what was wrong on the way that follow.js has written down, in words.
document.removeEventListener("focusin", window.note, true);
const faults = [];
const { stops, walked, lookOf } = window;
const name = (el) => `${el.localName}.${[...el.classList].join(".")} “${(el.innerText || el.getAttribute("aria-label") || el.type || "").trim().slice(0, 40)}”`;
if (stops.length === 0) faults.push("there is no stop");
document.activeElement?.blur();
for (const { el, look, contrast } of walked) {
  if (look.style === "none" || look.width < 2) faults.push(`focus: nothing shows that ${name(el)} has it`);
  else if (contrast < 3) faults.push(`focus: its outline on ${name(el)} has a contrast of ${contrast.toFixed(2)}, less than 3`);
  const now = lookOf(el);
  if (now.style !== "none" && now.width >= look.width && now.colour === look.colour) faults.push(`focus: ${name(el)} looks the same without it`);
}
// Browsers stop at areas that scroll, too.
const met = walked.map(({ el }) => el).filter((el) => stops.includes(el));
const missed = stops.filter((el) => !met.includes(el));
for (const el of missed) faults.push(`focus: Tab does not stop at ${name(el)}`);
const dialog = document.querySelector("dialog[open]");
if (!missed.length && !dialog) met.slice(0, stops.length).forEach((el, at) => {
  if (el !== stops[at]) faults.push(`focus: stop ${at + 1} is ${name(el)}, not ${name(stops[at])}`);
});
for (const el of walked.map(({ el }) => el)) if (dialog && !dialog.contains(el)) faults.push(`focus: it leaves the dialog for ${name(el)}`);
for (const el of document.querySelectorAll("body *")) {
  const { order, flexDirection } = getComputedStyle(el);
  if (order !== "0" || flexDirection.endsWith("reverse")) faults.push(`${name(el)} is shown in another order than it is read`);
}
return [...new Set(faults)].slice(0, 12);
