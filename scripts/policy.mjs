// The page's content security policy, in one place for the built page (a <meta> element) and for the server.
// Everything comes from the page's own folder; nothing inline runs, nothing is sent anywhere else.

const RULES = [
  ["default-src", "'none'"],
  ["script-src", "'self' 'wasm-unsafe-eval'"],
  ["style-src", "'self'"],
  ["connect-src", "'self'"],
  ["img-src", "'self' data:"],
  ["font-src", "'none'"],
  ["manifest-src", "'self'"],
  ["base-uri", "'none'"],
  ["form-action", "'none'"],
];

/** For the <meta> element, which browsers do not let state who may frame the page. */
export const META_POLICY = RULES.map((rule) => rule.join(" ")).join("; ");

/** For the HTTP header. */
export const HEADER_POLICY = `${META_POLICY}; frame-ancestors 'self'`;
