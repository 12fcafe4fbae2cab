// Exact decimals, and periods. A number is never a binary float: it is whole tenths, hundredths and so on, as a BigInt.

/** A decimal as it is written: `12.30`. */
export function decimal(text) {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!found) throw new Error(`not a number: ${text}`);
  const [, sign, whole, part = ""] = found;
  return { units: BigInt(sign + whole + part), scale: part.length };
}

const in_places = (number, scale) => number.units * 10n ** BigInt(scale - number.scale);

function on_one_scale(one, other) {
  const scale = Math.max(one.scale, other.scale);
  return [in_places(one, scale), in_places(other, scale), scale];
}

export const whole = (count) => ({ units: BigInt(count), scale: 0 });

export function sum(one, other) {
  const [a, b, scale] = on_one_scale(one, other);
  return { units: a + b, scale };
}

export const minus = (number) => ({ units: -number.units, scale: number.scale });
export const difference = (one, other) => sum(one, minus(other));
export const product = (one, other) => ({ units: one.units * other.units, scale: one.scale + other.scale });
export const size = (number) => (number.units < 0n ? minus(number) : number);

/** Below 0, 0 or above 0, as the first number is less than the second, the same or more. */
export function compare(one, other) {
  const [a, b] = on_one_scale(one, other);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A number as it is written, without zeros at the end. */
export function shortest(number) {
  const digits = size(number).units.toString().padStart(number.scale + 1, "0");
  const [front, part] = [digits.slice(0, digits.length - number.scale), digits.slice(digits.length - number.scale)];
  const rest = part.replace(/0+$/, "");
  return (number.units < 0n ? "-" : "") + front + (rest && `.${rest}`);
}

/** A quarter of a number, which is exact in two more places. */
export const quarter_of = (number) => product(number, decimal("0.25"));

/** The quarters of the story, from the first export to the last. */
export const QUARTERS = ["2023-24-q2", "2023-24-q3", "2023-24-q4", "2024-25-q1", "2024-25-q2", "2024-25-q3"];

export const year_of = (quarter) => quarter.slice(0, 7);
export const number_of = (quarter) => Number(quarter.at(-1));

/** The financial year so many years later: `2023-24` and −1 give `2022-23`. */
export function year_after(year, years) {
  const first = Number(year.slice(0, 4)) + years;
  return `${first}-${String((first + 1) % 100).padStart(2, "0")}`;
}

/** The quarter so many quarters later. */
export function quarter_after(quarter, quarters) {
  const index = number_of(quarter) - 1 + quarters;
  return `${year_after(year_of(quarter), Math.floor(index / 4))}-q${(((index % 4) + 4) % 4) + 1}`;
}

/** Its name for readers: `Quarter 3 2023/24`. */
export const in_words = (quarter) => `Quarter ${number_of(quarter)} ${year_of(quarter).replace("-", "/")}`;

/** The month that it ends with: `December 2023`. */
export function last_month(quarter) {
  const [year, number] = [Number(quarter.slice(0, 4)), number_of(quarter)];
  return `${["June", "September", "December", "March"][number - 1]} ${number === 4 ? year + 1 : year}`;
}

/** What kind of period it is, and a number that orders periods of one kind. */
export function time_of(period) {
  const found = /^(fy-)?(\d{4})-\d\d(?:-(to-)?q(\d))?$/.exec(period);
  if (!found) throw new Error(`not a period: ${period}`);
  const [, year, first, to, quarter] = found;
  const kind = year ? "year" : to ? `to quarter ${quarter}` : "quarter";
  return { kind, order: Number(first) * 4 + Number(quarter ?? 4), quarter: Number(quarter ?? 4) };
}
