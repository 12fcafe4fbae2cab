// The made-up council: who it is, its rules, its risks and projects. How they are written is explained in ../make.mjs.
import { in_words, year_of } from "../figures.mjs";

const PUBLISHED = {
  "2023-24-q2": "2023-11-28",
  "2023-24-q3": "2024-02-27",
  "2023-24-q4": "2024-06-04",
  "2024-25-q1": "2024-09-03",
  "2024-25-q2": "2024-11-26",
  "2024-25-q3": "2025-02-25",
};

export const published_on = (quarter) => PUBLISHED[quarter];

export const head = (quarter) => ({
  schema_version: 2,
  id: quarter,
  council: {
    name: "Fairhaven Borough Council (fictitious)",
    ons_code: "E00000000",
    website: "https://example.org/",
  },
  priority: { name: "Living in Fairhaven", aim: "A decent home and a pleasant street for everyone" },
  period: quarter,
  publication: {
    title: `Living in Fairhaven: performance report, ${in_words(quarter)} (fictitious)`,
    link: "https://example.org/performance",
    date: published_on(quarter),
    licence: "This is a fictitious example. Anyone may copy it, change it and use it as a pattern for reports of their own.",
    commentary_note:
      "This is a fictitious example. The council, its figures and its words are made up to show what the explorer does, above all how two quarters are compared.",
  },
});

const TOLERANCE = { "2023-24": "0.05", "2024-25": "0.04" };

/** From April 2024 on a value may miss its target by less than before and still be amber. */
export function rules_in(quarter) {
  const tolerance = TOLERANCE[year_of(quarter)];
  const percent = `${Number(tolerance.slice(2))}%`;
  return {
    tolerance,
    tolerance_basis: "relative",
    at_boundary: "amber",
    without_target: "grey",
    long_trend_periods: 4,
    minimum_points: 2,
    static_tolerance: "0",
    statuses: [
      { status: "red", label: "Red", meaning: `Missed target by more than ${percent}` },
      { status: "amber", label: "Amber", meaning: `Missed target by ${percent} or less` },
      { status: "green", label: "Green", meaning: "Met or exceeded target" },
      { status: "grey", label: "For information", meaning: "There is no target" },
      { status: "none", label: "No status", meaning: "There is no value, so no status is given" },
    ],
  };
}

const scale = (levels) => levels.map(([code, label], at) => ({ code, label, rank: levels.length - at }));

export const risk_matrix = {
  likelihood: scale([["A", "very likely"], ["B", "likely"], ["C", "unlikely"], ["D", "very unlikely"]]),
  impact: scale([["I", "severe"], ["II", "major"], ["III", "moderate"], ["IV", "minor"]]),
};

export const glossary = [
  { term: "bed and breakfast", meaning: "A room in a hotel or guest house, the last resort for a household without a home." },
  { term: "care leaver", meaning: "A young person who was in the care of the council." },
  { term: "cumulative", meaning: "Added up since the start of the year, not for one quarter alone." },
  { term: "fly-tip", meaning: "Waste that somebody left where it does not belong." },
  { term: "Goldilocks", meaning: "A measure that is best inside a range, neither too high nor too low." },
  { term: "in arrears", meaning: "Reported a quarter late, so that a report for Quarter 3 shows the figure for Quarter 2." },
  { term: "relet", meaning: "To let a home again after the tenant before has left." },
];

/** The outcomes with their programmes, in the order of the reports. */
export const outcomes = [
  { name: "A decent home", programmes: ["Council homes", "Housing need"] },
  { name: "A clean and green borough", programmes: ["Waste and recycling", "Streets and open spaces"] },
  { name: "Safe and welcoming places", programmes: ["Safe and active communities"] },
];

/** The scores are those of Quarter 1 2023/24 and of the six quarters of the story; `-` where there is none. */
export const risks = [
  {
    outcome: "A decent home",
    reference: "LF1",
    title: "Council homes fall into disrepair",
    inherent: "A I",
    scores: "BII BII BI BI BI CI CI",
    owner: "Director of Housing",
    portfolio: "Housing",
  },
  {
    outcome: "A decent home",
    reference: "LF2",
    title: "Temporary accommodation costs more than the budget allows",
    inherent: "A I",
    scores: "BII BII AII AII AI AII BII",
    owner: "Head of Housing Need",
    portfolio: "Housing",
  },
  {
    outcome: "A clean and green borough",
    reference: "LF3",
    title: "The recycling contract ends without a new one",
    inherent: "B I",
    scores: "CII CII CII DII - - -",
    owner: "Head of Environment",
    portfolio: "Environment",
  },
  {
    outcome: "A clean and green borough",
    reference: "LF4",
    title: "Waste collections stop for a week or more",
    inherent: "B I",
    scores: "CII CII CII CII BIII BIII BIII",
    owner: "Head of Environment",
    portfolio: "Environment",
  },
  {
    outcome: "Safe and welcoming places",
    reference: "LF5",
    title: "A leisure centre has to close",
    inherent: "B I",
    scores: "- - BII BII CII CII DIII",
    managed_from: "2024-25-q3",
    owner: "Head of Communities",
    portfolio: "Communities",
  },
];

/** For each project what its updates say, quarter by quarter, and its own figure. */
export const projects = [
  {
    outcome: "A decent home",
    name: "New homes at the old station yard",
    measures: ["HN04"],
    figure: { name: "Homes handed over since work began", unit: { kind: "count", of: "homes" }, target: "48" },
    values: ["6", "14", "22", "30", "36", "44"],
    updates: [
      "The first block is finished. Drainage of the ground took longer than planned.",
      "The second block has been handed over, and tenants moved in before the holidays.",
      "Roads and lighting are finished, and half of the homes are let.",
      "The third block was handed over in June.",
      "The builder changed in August. Work has started again.",
      "Four homes remain. They will be handed over in the new year.",
    ],
  },
  {
    outcome: "A clean and green borough",
    name: "New lamps for street lights",
    measures: ["SO02"],
    figure: { name: "Lamps replaced", unit: { kind: "percent", of: "lamps" }, target: "100" },
    values: ["62", "78", "91", "100", null, null],
    updates: [
      "Side streets are being done before main roads.",
      "Work on main roads began at night.",
      "Only the oldest columns remain.",
      "Every lamp has been replaced, and the project has ended.",
      null,
      null,
    ],
  },
  {
    outcome: "A clean and green borough",
    name: "Weekly food waste collection",
    measures: ["WR01", "WR01B"],
    figure: { name: "Homes with a collection", unit: { kind: "percent", of: "homes" }, target: "100" },
    values: [null, null, "0", "34", "67", "92"],
    updates: [
      null,
      null,
      "Caddies have been ordered, and the first rounds begin in April.",
      "A third of the borough has a collection.",
      "Two thirds of the borough have a collection.",
      "Only flats above shops and a few lanes remain.",
    ],
  },
  {
    outcome: "Safe and welcoming places",
    name: "New filters for the main pool",
    measures: ["SC02"],
    figure: { name: "Money spent", unit: { kind: "money" }, target: "410000.00", aim: "minimise" },
    values: ["35500.00", "288250.50", "391840.00", "398120.75", "398120.75", "398120.75"],
    updates: [
      "The pool will close in November.",
      "The old filters are out. Opening moved to January, because a pump came late.",
      "The pool opened in the second week of January.",
      "Small faults have been put right.",
      "The final account is being checked.",
      "The final account is agreed and below the budget.",
    ],
  },
];
