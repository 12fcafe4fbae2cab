// Fetches the wasm module and starts the program. The build inserts wasm-bindgen's script here.
// Errors reach the window, where src/start.js tells the reader.
import init from "wasm-bindgen-glue";
import { fetchPart } from "./part.js";

await init({ module_or_path: fetchPart(WASM_FILE, WASM_INTEGRITY) });
document.getElementById("loading").hidden = true;
document.getElementById("late").hidden = true;
window.dispatchEvent(new Event("quarterlight-started"));
