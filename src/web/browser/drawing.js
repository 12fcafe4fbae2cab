// Knows: how the parts of a drawing, which are elements of SVG, are put into an element.
// Must not know: what it shows.

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {Element} parent
 * @param {string} drawing the parts, as drawing.rs writes them
 */
export function draw(parent, drawing) {
  let before = parent;
  for (const part of drawing.split("\x1e")) {
    const [place, name, words, ...attributes] = part.split("\x1f");
    const element = document.createElementNS(SVG, name);
    // Nothing follows the last field.
    for (let at = 0; at + 1 < attributes.length; at += 2) element.setAttribute(attributes[at], attributes[at + 1]);
    if (words) element.textContent = words;
    if (place === "in") {
      before.append(element);
    } else {
      parent.append(element);
      before = element;
    }
  }
}
