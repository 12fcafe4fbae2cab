// Knows: how the page starts: the report is fetched while the program is, then the view that the address asks for is drawn.
// Must not know: what is in a view.

import { useEffect, useMemo } from "react";
import { createRoot } from "react-dom/client";
import { Link, StateContext, go, read, useAddress, useSearch } from "./address.jsx";
import { MeasurePage } from "./measure.jsx";
import { Measures } from "./measures.jsx";
import { Overview } from "./overview.jsx";
import { Selection } from "./selection.js";

async function fetchReport() {
  const json = async (address) => (await fetch(address)).json();
  // Both were asked for by the page itself, before this script was there.
  const report = json(document.querySelector("link[data-report]").href);
  const [catalogue] = await Promise.all([json("data/catalogue.json"), report]);
  return { catalogue, report: await report };
}

function App({ selection }) {
  const search = useSearch();
  const state = useMemo(() => read(search), [search]);
  const { rows, counts } = useMemo(() => selection.select(state), [selection, state]);
  const row = state.measure ? selection.byCode.get(state.measure) : null;
  useEffect(() => {
    requestIdleCallback(() => selection.index);
  }, [selection]);
  return (
    <StateContext value={state}>
      <Header report={selection.report} />
      <main>
        {row ? (
          <MeasurePage selection={selection} row={row} rows={rows} />
        ) : state.view === "measures" ? (
          <Measures selection={selection} rows={rows} counts={counts} />
        ) : (
          <Overview selection={selection} rows={rows} />
        )}
      </main>
      <footer>
        <p>{selection.report.publication.title}</p>
        <p className="soft">{selection.report.publication.commentary_note}</p>
      </footer>
    </StateContext>
  );
}

function Header({ report }) {
  const state = useAddress();
  const isList = state.view === "measures" && !state.measure;
  return (
    <header>
      <p className="council">{report.council.name}</p>
      <nav aria-label="Views">
        <Link to={{ view: "overview" }}>Overview</Link> <Link to={{ view: "measures" }}>Measures</Link>
      </nav>
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <input
          type="search"
          aria-label="Search the report"
          placeholder="Search"
          autoComplete="off"
          value={state.q}
          onChange={(event) =>
            go({ ...state, view: "measures", measure: null, q: event.target.value }, { replace: isList })
          }
        />
      </form>
    </header>
  );
}

const { report } = await fetchReport();
createRoot(document.getElementById("app")).render(<App selection={new Selection(report)} />);
