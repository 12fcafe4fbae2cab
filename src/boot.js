// Fetches the wasm module and starts the program in it. The build puts wasm-bindgen's own script in here.
// A failure is left to reach the window, where src/start.js tells the reader.
import init from "wasm-bindgen-glue";

await init({ module_or_path: new URL(WASM_FILE, import.meta.url) });
document.getElementById("loading").hidden = true;
window.dispatchEvent(new Event("quarterlight-started"));
