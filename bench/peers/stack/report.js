// Knows: how an export becomes rows to show, and how a figure is written.
// Must not know: filters, the address, the page.

const SHORTHAND = { suppressed: "[c]", not_available: "[x]", not_applicable: "[z]" };
const FLAGS = { provisional: "[p]", revised: "[r]", estimated: "[e]", break: "[b]", low: "[low]" };
export const TRENDS = { improving: "Improving", static: "Static", deteriorating: "Deteriorating", none: "No trend" };
export const AIMS = { maximise: "Higher is better", minimise: "Lower is better", goldilocks: "Best within a range" };

export const slug = (name) =>
  name
    .toLowerCase()
    .replace(/['‘’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

export function writeNumber(number, unit) {
  const [whole, fraction] = String(number).replace(/^-/, "").split(".");
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",") + (fraction ? `.${fraction}` : "");
  const sign = String(number).startsWith("-") ? "−" : "";
  return `${sign}${unit.kind === "money" ? "£" : ""}${digits}${unit.kind === "percent" ? "%" : ""}`;
}

export function writeValue(value, unit) {
  if (value.missing) return SHORTHAND[value.missing];
  const flags = (value.flags ?? []).map((flag) => ` ${FLAGS[flag]}`).join("");
  return writeNumber(value.number, unit) + flags;
}

export function writeTarget(target, unit) {
  if (!target) return "no target";
  if (target.point !== undefined) return writeNumber(target.point, target.unit ?? unit);
  if (target.low_target !== undefined) {
    return `${writeNumber(target.low_target, unit)} (low), ${writeNumber(target.high_target, unit)} (high)`;
  }
  return `${writeNumber(target.low, unit)} to ${writeNumber(target.high, unit)}`;
}

/** The numbers that a target names. */
export function bounds(target) {
  if (!target) return [];
  const named = [target.point, target.low_target, target.high_target, target.low, target.high];
  return named.filter((one) => one !== undefined).map(Number);
}

/** A period as a number that orders it, by the month it ends in: "2023-24-q3" and "2023-12" are the same. */
export function endOf(period) {
  const [, year, quarter] = /^(\d{4})-\d\d-(?:to-)?q(\d)$/.exec(period) ?? [];
  if (year) return Number(year) * 12 + 2 + Number(quarter) * 3;
  const [, last] = /^fy-(\d{4})/.exec(period) ?? [];
  if (last) return Number(last) * 12 + 14;
  const [, school] = /^academic-(\d{4})/.exec(period) ?? [];
  if (school) return Number(school) * 12 + 19;
  const months = period.match(/\d{4}-\d\d/g)?.at(-1);
  return months ? Number(months.slice(0, 4)) * 12 + Number(months.slice(5)) - 1 : 0;
}

/** What kind of period it is: only one kind is on a line. */
export const kindOf = (period) => period.replace(/\d+/g, "#");

/** The measure's own numbers over time, the current one last. */
export function seriesOf(measure) {
  const earlier = (measure.history ?? []).filter((one) => one.period && !one.series && !one.value.missing);
  const all = earlier.map((one) => ({ period: one.period, number: Number(one.value.number) }));
  if (!measure.value.missing) all.push({ period: measure.reporting_period, number: Number(measure.value.number) });
  return all.sort((one, other) => endOf(one.period) - endOf(other.period));
}

function* textsIn(part) {
  if (typeof part === "string") yield part;
  else if (Array.isArray(part)) {
    // Inline parts are one text.
    if (part.every((one) => typeof one === "string" || one.strong || one.emphasis || one.link)) yield flat(part);
    else for (const one of part) yield* textsIn(one);
  } else if (part) {
    for (const [key, value] of Object.entries(part)) if (key !== "also" && key !== "role") yield* textsIn(value);
  }
}

export function flat(text) {
  if (typeof text === "string") return text;
  return text.map((one) => (typeof one === "string" ? one : (one.strong ?? one.emphasis ?? one.text ?? ""))).join("");
}

/** Every measure with where it stands, in the order of the report. */
export function rowsOf(report) {
  const rows = report.outcomes.flatMap((outcome) =>
    outcome.programmes.flatMap((programme) =>
      programme.measures.map((measure) => ({ measure, outcome: outcome.name, programme: programme.name })),
    ),
  );
  rows.forEach((row, id) => {
    const { measure } = row;
    const words = [...textsIn(measure.commentary ?? [])];
    Object.assign(row, { id, code: measure.code, name: measure.name, status: measure.status, commentary: words });
    row.choices = {
      outcome: slug(row.outcome),
      programme: slug(row.programme),
      status: measure.status,
      short: measure.short_trend,
      long: measure.long_trend,
      aim: measure.aim,
    };
  });
  // Some commentary is also about other measures.
  const byCode = new Map(rows.map((row) => [row.code, row]));
  for (const row of rows) {
    for (const section of row.measure.commentary ?? []) {
      for (const block of section.blocks) {
        for (const code of block.also ?? []) byCode.get(code)?.commentary.push(section.heading, ...textsIn(block));
      }
    }
  }
  return rows;
}
