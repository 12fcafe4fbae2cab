// Knows: where the time of a step goes: by kind of work, and by function.
// Must not know: which step it is.

/** What the browser's events are called here. Each event counts for itself alone, without those inside it. */
const CATEGORIES = {
  scripting:
    /^(EvaluateScript|FunctionCall|EventDispatch|TimerFire|FireAnimationFrame|FireIdleCallback|RunMicrotasks|v8\.|V8\.|XHR|ResourceReceivedData)/i,
  "wasm, compiling": /wasm/i,
  "garbage collection": /GC/,
  style: /^(UpdateLayoutTree|RecalculateStyles|ParseAuthorStyleSheet)/,
  layout: /^(Layout|UpdateLayerTree|IntersectionObserver)/,
  painting: /^(Paint|PrePaint|Layerize|Commit|CompositeLayers|RasterTask|DecodeImage)/,
  "parsing HTML": /^ParseHTML/,
};
const TRACED = [
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "v8",
  "disabled-by-default-v8.gc",
  "v8.wasm",
  "blink.user_timing",
];
const MOST_FUNCTIONS = 8;

/** Does something in a page under the profiler. @returns {Promise<{whole: number, categories: [string, number][], functions: [string, number][]}>} */
export async function profile(reader, act) {
  const { page, session } = reader;
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: 200 });
  await session.send("Profiler.start");
  await page.tracing.start({ categories: TRACED });
  await act();
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  const { profile } = await session.send("Profiler.stop");
  const categories = selfTimes(mainThread(trace.traceEvents));
  return { whole: categories.reduce((sum, [, time]) => sum + time, 0), categories, functions: functionTimes(profile) };
}

/** The complete events of the main thread that has most of them, in order. */
function mainThread(events) {
  const names = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const isOf =
    ({ pid, tid }) =>
    (event) =>
      event.pid === pid && event.tid === tid && event.ph === "X" && event.dur > 0;
  const threads = names.map((thread) => events.filter(isOf(thread)));
  const [busiest = []] = threads.sort((one, other) => other.length - one.length);
  return busiest.sort((one, other) => one.ts - other.ts || other.dur - one.dur);
}

function selfTimes(events) {
  const times = new Map();
  const add = (name, time) => times.set(name, (times.get(name) ?? 0) + time / 1000);
  const open = [];
  for (const event of events) {
    while (open.length && open.at(-1).end <= event.ts) open.pop();
    const own = Object.entries(CATEGORIES).find(([, pattern]) => pattern.test(event.name))?.[0];
    // What is not known counts for what it is in.
    const category = own ?? open.at(-1)?.category ?? "the browser itself";
    add(category, event.dur);
    if (open.length) add(open.at(-1).category, -event.dur);
    open.push({ category, end: event.ts + event.dur });
  }
  return [...times].filter(([, time]) => time >= 0.5).sort((one, other) => other[1] - one[1]);
}

function functionTimes({ nodes, samples, timeDeltas }) {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  // What the browser does for a function is told apart by who asked for it.
  const isNative = new Set(
    nodes.filter(({ callFrame }) => !callFrame.url && /^[a-z]+$/i.test(callFrame.functionName)).map(({ id }) => id),
  );
  for (const { callFrame, children = [] } of nodes) {
    for (const child of children) {
      if (isNative.has(child)) names.set(child, `${names.get(child)}, from ${nameOf(callFrame)}`);
    }
  }
  const times = new Map();
  samples.forEach((id, at) => {
    const name = names.get(id);
    if (!/^\((idle|root|program)\)/.test(name)) times.set(name, (times.get(name) ?? 0) + timeDeltas[at] / 1000);
  });
  return [...times].sort((one, other) => other[1] - one[1]).slice(0, MOST_FUNCTIONS);
}

function nameOf({ functionName, url }) {
  const file = /([\w-]+?)(?:-[0-9a-f]{12})?(\.\w+)$/.exec(url.split("?")[0]);
  return `${functionName || "(anonymous)"}${file ? ` ${file[1]}${file[2]}` : ""}`;
}
