// Fetches the wasm module and starts the program. The build inserts wasm-bindgen's script here.
// src/start.js tells the reader when that fails. Browsers differ in what they tell a page about a module that fails, so this one
// tells it itself.
import init from "wasm-bindgen-glue";
import { keepPage } from "./offline.js";
import { fetchFile } from "./part.js";

init({ module_or_path: fetchFile(WASM_FILE, WASM_INTEGRITY) }).then(
  () => {
    document.getElementById("loading").hidden = true;
    document.getElementById("late").hidden = true;
    window.dispatchEvent(new Event("quarterlight-started"));
    keepPage();
  },
  (error) => {
    window.dispatchEvent(new CustomEvent("quarterlight-failed", { detail: error }));
    // Also for the log.
    throw error;
  },
);
