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

/** For the HTTP header and the <meta> element. It does not restrict who may frame the page: any site may, since the page has no
 * accounts and no click on it can do any harm. */
export const POLICY = RULES.map((rule) => rule.join(" ")).join("; ");
