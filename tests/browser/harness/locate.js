// Finds elements as assistive technology presents them: by role and accessible name, nothing of what is hidden.
// The driver checks what this finds against the browser's own opinion (harness/element.rs).
// arguments: where to look (null: the page), role, way to compare names ("is", "starts", "any"), name
const [root, wantedRole, way, wantedName] = arguments;

const collapse = (text) => text.replace(/[\s\u00a0]+/g, " ").trim();

const inSections = (el) => el.closest("article, aside, main, nav, section");

const INPUTS = {
  button: "button", checkbox: "checkbox", email: "textbox", file: "button", number: "spinbutton", radio: "radio", search: "searchbox",
  submit: "button", tel: "textbox", text: "textbox", url: "textbox",
};

function implicitRole(el) {
  switch (el.localName) {
    case "a": return el.hasAttribute("href") ? "link" : "generic";
    case "article": return "article";
    case "aside": return "complementary";
    case "blockquote": return "blockquote";
    case "button": return "button";
    case "caption": return "caption";
    case "code": return "code";
    case "dd": return "definition";
    case "details": return "group";
    case "dialog": return "dialog";
    case "dt": return "term";
    case "em": return "emphasis";
    case "fieldset": return "group";
    case "figure": return "figure";
    case "footer": return inSections(el) ? "generic" : "contentinfo";
    case "form": return nameOf(el) ? "form" : "generic";
    case "h1": case "h2": case "h3": case "h4": case "h5": case "h6": return "heading";
    case "header": return inSections(el) ? "generic" : "banner";
    case "img": return el.getAttribute("alt") === "" ? "none" : "img";
    case "input": return el.list ? "combobox" : INPUTS[el.type] ?? "textbox";
    case "li": return "listitem";
    case "main": return "main";
    case "mark": return "mark";
    case "nav": return "navigation";
    case "ol": case "ul": return "list";
    case "option": return "option";
    case "output": return "status";
    case "p": return "paragraph";
    case "progress": return "progressbar";
    case "search": return "search";
    case "section": return nameOf(el) ? "region" : "generic";
    case "select": return "combobox";
    case "strong": return "strong";
    case "summary": return "summary";
    case "table": return "table";
    case "tbody": case "thead": case "tfoot": return "rowgroup";
    case "td": return "cell";
    case "textarea": return "textbox";
    case "th": return el.scope === "row" || el.scope === "rowgroup" ? "rowheader" : "columnheader";
    case "tr": return "row";
    default: return "generic";
  }
}

function roleOf(el) {
  const given = el.getAttribute("role");
  return given ? given.trim().split(/\s+/)[0] : implicitRole(el);
}

const NAMED_BY_CONTENT = new Set([
  "button", "cell", "checkbox", "columnheader", "heading", "link", "menuitem", "option", "row", "rowheader", "summary", "tab",
]);

function isHidden(el) {
  if (el.getAttribute("aria-hidden") === "true") return true;
  const style = getComputedStyle(el);
  return style.display === "none" || style.visibility === "hidden";
}

/** The text inside, as it is read out. */
function contentOf(node, evenHidden = false) {
  let text = "";
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) text += child.data;
    if (child.nodeType !== Node.ELEMENT_NODE || (!evenHidden && isHidden(child))) continue;
    const named = child.getAttribute("aria-label") ?? (child.localName === "img" ? child.alt : null);
    const inner = named ?? (child.localName === "br" ? " " : contentOf(child, evenHidden));
    const display = getComputedStyle(child).display;
    text += display.startsWith("inline") && display !== "inline-block" ? inner : ` ${inner} `;
  }
  return text;
}

function nameOf(el) {
  const by = el.getAttribute("aria-labelledby");
  if (by) {
    const parts = by.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean);
    const name = collapse(parts.map((part) => contentOf(part, true)).join(" "));
    if (name) return name;
  }
  const label = el.getAttribute("aria-label");
  if (label && label.trim()) return collapse(label);
  if (el.labels && el.labels.length) {
    const withoutControl = (one) => {
      let text = "";
      for (const child of one.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) text += child.data;
        if (child.nodeType !== Node.ELEMENT_NODE || child === el || child.contains(el) || isHidden(child)) continue;
        text += contentOf(child);
      }
      return text;
    };
    return collapse([...el.labels].map(withoutControl).join(" "));
  }
  const first = { table: "caption", fieldset: "legend" }[el.localName];
  if (first) {
    const found = el.querySelector(`:scope > ${first}`);
    if (found) return collapse(contentOf(found));
  }
  if (el.localName === "img" && el.alt) return collapse(el.alt);
  // A name from content: of roles that take it.
  const role = el.getAttribute("role")?.trim().split(/\s+/)[0] ?? (first || el.localName === "section" ? "" : implicitRoleForName(el));
  if (NAMED_BY_CONTENT.has(role)) return collapse(contentOf(el));
  return collapse(el.getAttribute("title") ?? "");
}

// Without the roles that depend on a name, which would go round in circles.
function implicitRoleForName(el) {
  return el.localName === "form" ? "form" : implicitRole(el);
}

function isPresented(el) {
  if (el.closest('[aria-hidden="true"], [inert]')) return false;
  // What is clipped away for screen readers alone is presented; what a closed <details> holds is not.
  return el.checkVisibility({ checkVisibilityCSS: true });
}

function fits(el) {
  if (roleOf(el) !== wantedRole) return false;
  if (!isPresented(el)) return false;
  if (way === "any") return true;
  const name = nameOf(el);
  return way === "starts" ? name.startsWith(wantedName) : name === collapse(wantedName);
}

// No role wanted: those of what has the focus.
if (wantedRole === null) return [roleOf(document.activeElement), nameOf(document.activeElement)];

const found = [];
for (const el of (root ?? document).querySelectorAll("*")) {
  if (fits(el)) found.push([el, nameOf(el), el.innerText?.trim() ?? ""]);
}
return found;
