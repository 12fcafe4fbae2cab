// Knows: how filters are offered, with counts.
// Must not know: which measures a choice keeps.

import { go, useAddress } from "./address.jsx";
import { FACETS } from "./selection.js";

const NAMES = {
  outcome: "Outcome",
  programme: "Programme",
  status: "Status",
  short: "Short trend",
  long: "Long trend",
  aim: "Aim",
};

export function Facets({ labels, counts }) {
  return (
    <section className="side" aria-label="Filters">
      {FACETS.map((facet) => (
        <Facet key={facet} facet={facet} labels={labels[facet]} counts={counts[facet]} />
      ))}
    </section>
  );
}

function Facet({ facet, labels, counts }) {
  const state = useAddress();
  const choose = (choice, isChosen) => {
    const others = state[facet].filter((one) => one !== choice);
    go({ ...state, [facet]: isChosen ? [...others, choice] : others });
  };
  // What no measure of the report has is not offered.
  const offered = [...labels].filter(([choice]) => counts.has(choice));
  return (
    <fieldset>
      <legend>{NAMES[facet]}</legend>
      <ul>
        {offered.map(([choice, label]) => (
          <li key={choice} className={counts.get(choice) ? "" : "empty"}>
            <label>
              <input
                type="checkbox"
                checked={state[facet].includes(choice)}
                onChange={(event) => choose(choice, event.target.checked)}
              />
              <span className="option">{label}</span> <span className="count">{counts.get(choice)}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
