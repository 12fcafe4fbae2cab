// Reads a PDF back, in a reader that is not the browser that made it. From the text of a PDF in base64 on standard input:
// a list of its pages as JSON, lengths in points, from the top left corner.
import { readFileSync } from "node:fs";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

const data = new Uint8Array(Buffer.from(readFileSync(0, "latin1"), "base64"));
const document = await getDocument({ data, verbosity: VerbosityLevel.ERRORS, useSystemFonts: false }).promise;
const pages = [];
for (let number = 1; number <= document.numPages; number++) {
  const page = await document.getPage(number);
  const [left, bottom, right, top] = page.view;
  const items = (await page.getTextContent()).items
    .filter((item) => item.str.trim() !== "")
    .map(({ str, transform, width }) => ({
      text: str,
      x: transform[4] - left,
      // The line that the letters stand on.
      y: top - transform[5],
      width,
      size: Math.hypot(transform[2], transform[3]),
    }));
  const notes = await page.getAnnotations();
  const links = notes.filter((note) => note.subtype === "Link" && note.url).map((note) => note.unsafeUrl ?? note.url);
  pages.push({ width: right - left, height: top - bottom, items, links });
}
process.stdout.write(JSON.stringify(pages));
