// Statuses, trends and summaries of the made-up council, by the rules of src/assess: rules, trend, summary.
import { compare, decimal, difference, minus, product, size, sum, time_of, whole } from "./figures.mjs";

const is_number = (value) => value.number !== undefined;

/** The rules of a report, with a measure's own in their place. */
const rules_of = (measure, rules) => ({ ...rules, ...measure.rules });

/** The bound that a value misses; none when it meets its target. */
function missed(aim, value, target) {
  if (aim === "goldilocks") {
    const [low, high] = [decimal(target.low), decimal(target.high)];
    return compare(value, low) < 0 ? low : compare(value, high) > 0 ? high : null;
  }
  const point = decimal(target.point);
  const is_worse = aim === "minimise" ? compare(value, point) > 0 : compare(value, point) < 0;
  return is_worse ? point : null;
}

/** The status of a measure by its report's rules and its own. */
export function status(measure, of_report) {
  const rules = rules_of(measure, of_report);
  if (!is_number(measure.value)) return "none";
  if (!measure.target) return rules.without_target;
  const value = decimal(measure.value.number);
  const bound = missed(measure.aim, value, measure.target);
  if (!bound) return "green";
  const allowed = product(size(bound), decimal(rules.tolerance));
  const beyond = compare(size(difference(value, bound)), allowed);
  return beyond < 0 ? "amber" : beyond > 0 ? "red" : rules.at_boundary;
}

/** How good a sum of so many values is: a mean would not be exact. */
function goodness(measure, value, count) {
  if (measure.aim === "maximise") return value;
  if (measure.aim === "minimise") return minus(value);
  const [low, high] = [measure.target.low, measure.target.high].map((bound) => product(decimal(bound), whole(count)));
  const [below, above] = [difference(low, value), difference(value, high)];
  return compare(below, whole(0)) > 0 ? minus(below) : compare(above, whole(0)) > 0 ? minus(above) : whole(0);
}

/** The trend against the values before it: at least `fewest` of them, at most `most`. */
function trend(measure, fewest, most) {
  const now = time_of(measure.reporting_period);
  const is_comparable = ({ period }) => {
    const { kind, order, quarter } = time_of(period);
    const is_same_point = measure.basis !== "cumulative" || quarter === now.quarter;
    return kind === now.kind && order < now.order && is_same_point;
  };
  const earlier = measure.history.filter(is_comparable).reverse();
  if (measure.basis === "cumulative" && most === 1 && earlier[0] && time_of(earlier[0].period).order !== now.order - 4) {
    return "none";
  }
  const against = earlier.slice(0, most);
  if (!is_number(measure.value) || earlier.length < fewest || !against.every(({ value }) => is_number(value))) {
    return "none";
  }
  const is_break = (value) => value.flags?.includes("break");
  const first = Math.min(...against.map(({ period }) => time_of(period).order));
  const is_broken = measure.history.some(({ period, value }) => {
    const { order } = time_of(period);
    return is_break(value) && order > first && order < now.order;
  });
  if (is_break(measure.value) || is_broken) return "none";
  const count = against.length;
  const before = against.reduce((total, { value }) => sum(total, decimal(value.number)), whole(0));
  const as_often = product(decimal(measure.value.number), whole(count));
  const change = compare(goodness(measure, as_often, count), goodness(measure, before, count));
  return change > 0 ? "improving" : change < 0 ? "deteriorating" : "static";
}

export const short_trend = (measure) => trend(measure, 1, 1);

export function long_trend(measure, of_report) {
  const rules = rules_of(measure, of_report);
  return trend(measure, rules.minimum_points, rules.long_trend_periods);
}

const STATUSES = [
  ["green", "green", "met its target", "met their target"],
  ["amber", "amber", "was slightly below target", "were slightly below target"],
  ["red", "red", "was significantly below target", "were significantly below target"],
  ["grey", "for-information", "is for information", "are for information"],
  ["none", "", "has no status", "have no status"],
];

/** The summary of a programme in sentences. */
export function summary(measures) {
  const lines = [`The total number of measures is ${measures.length}.`];
  const with_codes = (words, of) => lines.push(`${words} [${of.map(({ code }) => code).join("; ")}]`);
  const of_status = (status) => measures.filter((measure) => measure.status === status);
  for (const [status, , one, many] of STATUSES) {
    const of = of_status(status);
    if (of.length === 1) with_codes(measures.length === 1 ? `The measure ${one}` : `1 measure ${one}`, of);
    if (of.length > 1) with_codes(`${of.length} measures ${many}`, of);
  }
  for (const [status, colour] of STATUSES.slice(0, -1)) {
    const all = of_status(status).length;
    const of = of_status(status).filter((measure) => measure.long_trend === "deteriorating");
    if (of.length === 0) continue;
    const [measures_are, measure_is] = [`${colour} measures are`, `${colour} measures is`];
    const start =
      of.length === 1
        ? all === 1
          ? `The ${colour} measure is`
          : `1 of the ${all} ${measure_is}`
        : of.length === all
          ? `All of the ${all} ${measures_are}`
          : `${of.length} of the ${all} ${measures_are}`;
    with_codes(`${start} deteriorating long term`, of);
  }
  return lines;
}

/** How the current score of a risk moved from its last quarter but one. */
export function movement(scores, matrix) {
  if (scores.length < 2) return "level";
  const [before, now] = scores.slice(-2).map(({ score }) => score);
  const moved = ["likelihood", "impact"].map((scale) => {
    const rank = (score) => matrix[scale].find(({ code }) => code === score[scale]).rank;
    return Math.sign(rank(now) - rank(before));
  });
  if (moved.includes(1)) return moved.includes(-1) ? "mixed" : "up";
  return moved.includes(-1) ? "down" : "level";
}
