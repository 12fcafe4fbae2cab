// The page's content security policy, in one place for the built page (a <meta> element) and for the server, and the other headers
// that protect its readers. The sample configurations in hosting/ have the same; tests/hosting.mjs compares them.
// Everything comes from the page's own folder; nothing inline runs but one script that the policy knows by its digest, nothing is sent anywhere else.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** The one script that stands in the page itself. */
export const INLINE_SCRIPT = readFileSync(new URL("../src/asked-for.js", import.meta.url), "utf8");
const inlineScript = `'sha256-${createHash("sha256").update(INLINE_SCRIPT).digest("base64")}'`;

const RULES = [
  ["default-src", "'none'"],
  ["script-src", `'self' 'wasm-unsafe-eval' ${inlineScript}`],
  ["style-src", "'self'"],
  ["connect-src", "'self'"],
  ["img-src", "'self' data:"],
  ["font-src", "'none'"],
  ["manifest-src", "'self'"],
  // The page, kept for offline use (src/worker.js).
  ["worker-src", "'self'"],
  ["base-uri", "'none'"],
  // No text becomes code or markup, but the markup that stands in the program (src/trusted.js).
  ["require-trusted-types-for", "'script'"],
  ["trusted-types", "quarterlight"],
  ["form-action", "'none'"],
];

/** For the HTTP header and the <meta> element. It does not restrict who may frame the page: any site may, since the page has no
 * accounts and no click on it can do any harm. */
export const POLICY = RULES.map((rule) => rule.join(" ")).join("; ");

/** What the page never asks a browser for. It does use the clipboard, the system's share sheet and the full screen. */
const NEVER_ASKED_FOR = ["accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb"];

/** The headers of every answer, by name. */
export const HEADERS = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": NEVER_ASKED_FOR.map((name) => `${name}=()`).join(", "),
};
