// Knows: how the address says what is shown, and how a link changes it without loading the page again.
// Must not know: what is shown.

import { createContext, useContext, useSyncExternalStore } from "react";
import { FACETS } from "./selection.js";

const listeners = new Set();
const tell = () => listeners.forEach((listener) => listener());
window.addEventListener("popstate", tell);

function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function read(search) {
  const asked = new URLSearchParams(search);
  const state = { view: asked.get("view") ?? "overview", measure: asked.get("measure"), q: asked.get("q") ?? "" };
  state.sort = asked.get("sort") ?? "";
  state.group = asked.get("group") ?? "outcome";
  for (const facet of FACETS) state[facet] = asked.getAll(facet);
  return state;
}

export function write(state) {
  const asked = new URLSearchParams();
  if (state.view !== "overview") asked.set("view", state.view);
  if (state.measure) asked.set("measure", state.measure);
  for (const facet of FACETS) for (const choice of state[facet]) asked.append(facet, choice);
  if (state.q) asked.set("q", state.q);
  if (state.sort) asked.set("sort", state.sort);
  if (state.group !== "outcome") asked.set("group", state.group);
  return `?${asked}`;
}

export function go(state, { replace = false } = {}) {
  const address = write(state);
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  tell();
}

export const useSearch = () => useSyncExternalStore(subscribe, () => location.search);

export const StateContext = createContext(null);
export const useAddress = () => useContext(StateContext);

/** A link to another state: `to` changes some of the present one. */
export function Link({ to, children, ...rest }) {
  const now = useAddress();
  const state = { ...now, measure: null, ...to };
  const address = write(state);
  const press = (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(null, "", address);
    tell();
    // Another view begins at its head.
    if (state.measure || state.view !== now.view) window.scrollTo(0, 0);
  };
  return (
    <a href={address} onClick={press} {...rest}>
      {children}
    </a>
  );
}
