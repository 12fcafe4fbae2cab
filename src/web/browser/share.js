// What leaves the page by the clipboard or the system's share sheet. Rust imports it through wasm-bindgen; the build bundles this file
// into the start-up module. Asynchronous functions, so that a browser that throws at once is one that refuses.

/**
 * Puts plain text on the clipboard, which a page that is not served securely does not have.
 * @param {string} text
 */
export async function copyPlain(text) {
  await navigator.clipboard.writeText(text);
}

/**
 * @param {string} title
 * @param {string} text
 * @param {string} url
 */
export async function openShareSheet(title, text, url) {
  await navigator.share({ title, text, url });
}

/**
 * @param {string} html for programs that take formatted text
 * @param {string} text for all other programs
 * @returns {Promise<boolean>} whether that worked
 */
export async function copyRich(html, text) {
  try {
    const blob = (kind, content) => new Blob([content], { type: kind });
    const item = new ClipboardItem({ "text/html": blob("text/html", html), "text/plain": blob("text/plain", text) });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return copyByCommand(html, text);
  }
}

// If the browser has no such clipboard, or denies it to the page: as if the reader had chosen Copy.
function copyByCommand(html, text) {
  let done = false;
  const put = (event) => {
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  document.addEventListener("copy", put, { capture: true });
  try {
    return document.execCommand("copy") && done;
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", put, { capture: true });
  }
}
