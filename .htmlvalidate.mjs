// Which rules HTML has to follow here: tests/html.mjs checks them. All that html-validate recommends, but for these.

export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // The standard leaves it to the writer; every page here has it in lower case.
    "doctype-style": ["error", { style: "lowercase" }],
    // A browser that is asked for its page writes every attribute with a value.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // Scripts place charts and fit slides, as the policy allows them to. That no page of the build has a style attribute is checked
    // by scripts/finish-build.mjs.
    "no-inline-style": "off",
    // A title names view, filters, council and quarter, since it is what a tab, a bookmark and the history show.
    "long-title": "off",
    // The standard allows any id without spaces; those of the fields of an export are their paths ("Report.rules").
    "valid-id": ["error", { relaxed: true }],
    // A button is one way to send a form. These are not sent: the search works as one types, and Enter goes to a slide.
    "wcag/h32": "off",
    // A banner may be a paragraph, which is its whole content, and still be a region to find one's way by.
    "prefer-native-element": ["error", { exclude: ["region"] }],
  },
};
