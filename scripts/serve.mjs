// Serves the built page as a careful static host would: types, security headers, compression, caching.
// usage: node scripts/serve.mjs [--port N] [--address A] [--dir dist] [--base /some/path/] [--log yes] [--hasty yes]
// (port 0: any free one; with a log, each request is a line: method, address, bytes sent with it; hasty: compresses little, and soon)

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, resolve, sep } from "node:path";
import { pipeline } from "node:stream";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { HEADERS } from "./policy.mjs";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".webp": "image/webp",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
};
const COMPRESSED = new Set([".css", ".csv", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".webmanifest", ".xml"]);
/** Larger files are sent uncompressed, straight from disk. */
const MEMORY_LIMIT = 64 * 1024 * 1024;
/** The build names such files after their content, so they never change. */
const NAMED_AFTER_CONTENT = /-([0-9a-f]{12})\.(css|js|wasm)$/;

function stop(message) {
  console.error(message);
  process.exit(1);
}

function readArguments(words) {
  const settings = { port: "8080", address: "127.0.0.1", dir: "dist", base: "/", log: "no", hasty: "no" };
  for (let at = 0; at < words.length; at += 1) {
    const [word, glued] = words[at].split(/=(.*)/s);
    const name = word.slice(2);
    if (!word.startsWith("--") || !(name in settings)) {
      stop(`scripts/serve: unknown argument ${words[at]}\nKnown are --port N, --address A, --dir FOLDER, --base /PATH/, --log yes and --hasty yes.`);
    }
    const value = glued ?? words[(at += 1)];
    if (value === undefined) stop(`scripts/serve: ${word} needs a value`);
    settings[name] = value;
  }
  if (!/^\d{1,5}$/.test(settings.port) || Number(settings.port) > 65535) {
    stop(`scripts/serve: --port must be a number from 0 to 65535, not ${settings.port}`);
  }
  settings.base = `/${settings.base.replace(/^\/+|\/+$/g, "")}/`.replace("//", "/");
  return settings;
}

const settings = readArguments(process.argv.slice(2));
const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const folder = resolve(root, settings.dir);
if (!(await stat(join(folder, "index.html")).catch(() => null))) {
  stop(`There is no built page in ${settings.dir}: run scripts/build first, or scripts/serve, which does both.`);
}

const hasty = settings.hasty === "yes";
const compressors = {
  // Not at the highest level, which would keep the first reader waiting for seconds; scripts/sizes shows what that would gain.
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: hasty ? 1 : bytes.length > 4 * 1024 * 1024 ? 5 : 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: hasty ? 1 : 9 }),
};

/** Compressed bytes by address and encoding, with the version of the file that they were made from. */
const kept = new Map();

/** The build's own compressed copies, beside the files that it names after their content. */
const COPIES = { br: ".br", gzip: ".gz" };

/** The build's copy of a file; the file compressed here, if there is none, or if the file is not what its name says. */
async function compress(file, encoding) {
  const bytes = await readFile(file);
  const [, digits] = NAMED_AFTER_CONTENT.exec(file) ?? [];
  const isAsBuilt = digits && createHash("sha256").update(bytes).digest("hex").startsWith(digits);
  const copy = isAsBuilt ? await readFile(file + COPIES[encoding]).catch(() => undefined) : undefined;
  return copy ?? compressors[encoding](bytes);
}

async function compressed(file, version, encoding) {
  const key = `${encoding} ${file}`;
  const known = kept.get(key);
  if (known?.version === version) return known.bytes;
  const bytes = compress(file, encoding);
  kept.set(key, { version, bytes });
  bytes.catch(() => kept.delete(key));
  return bytes;
}

/** The encoding of the response: the first of brotli, gzip and none that the browser accepts. */
function encodingFor(accepted = "") {
  const refused = (part) => /;\s*q=0(\.0+)?\s*$/.test(part);
  const names = accepted.split(",").filter((part) => !refused(part)).map((part) => part.split(";")[0].trim().toLowerCase());
  return ["br", "gzip"].find((name) => names.includes(name));
}

/** The file at an address; nothing when there is none, or the address leads out of the folder. */
async function fileFor(path) {
  if (!path.startsWith(settings.base)) return null;
  let name;
  try {
    name = decodeURIComponent(path.slice(settings.base.length));
  } catch {
    return null;
  }
  if (name.includes("\0") || name.split(/[/\\]/).some((part) => part.startsWith("."))) return null;
  if (name === "" || name.endsWith("/")) name += "index.html";
  const file = resolve(folder, name);
  if (!file.startsWith(folder + sep)) return null;
  const facts = await stat(file).catch(() => null);
  return facts?.isFile() ? { file, facts } : null;
}

function page(response, status, title, text, head) {
  const body = `<!doctype html>\n<html lang="en-GB">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${title}</title>\n<h1>${title}</h1>\n<p>${text}</p>\n</html>\n`;
  response.writeHead(status, {
    "Content-Type": TYPES[".html"],
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
  });
  response.end(head ? undefined : body);
}

async function answer(request, response) {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);

  const head = request.method === "HEAD";
  if (!head && request.method !== "GET") {
    response.setHeader("Allow", "GET, HEAD");
    return page(response, 405, "Not possible", "This server only hands out files.", false);
  }
  const path = request.url.split("?", 1)[0];
  if (settings.base !== "/" && `${path}/` === settings.base) {
    response.writeHead(301, { Location: settings.base + request.url.slice(path.length), "Content-Length": 0 });
    return response.end();
  }
  const found = await fileFor(path);
  if (!found) {
    return page(response, 404, "There is no such page", `The report is at <a href="${settings.base}">${settings.base}</a>.`, head);
  }

  const { file, facts } = found;
  const extension = extname(file).toLowerCase();
  const version = `${facts.size.toString(16)}-${Math.round(facts.mtimeMs).toString(16)}`;
  const squeezable = COMPRESSED.has(extension) && facts.size > 512 && facts.size <= MEMORY_LIMIT;
  const encoding = squeezable ? encodingFor(request.headers["accept-encoding"]) : undefined;
  const tag = `"${version}${encoding ? `-${encoding}` : ""}"`;

  response.setHeader("Content-Type", TYPES[extension] ?? "application/octet-stream");
  response.setHeader(
    "Cache-Control",
    NAMED_AFTER_CONTENT.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
  );
  response.setHeader("ETag", tag);
  if (squeezable) response.setHeader("Vary", "Accept-Encoding");
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(tag)) {
    response.writeHead(304);
    return response.end();
  }
  if (encoding) {
    const bytes = await compressed(file, version, encoding);
    response.writeHead(200, { "Content-Encoding": encoding, "Content-Length": bytes.length });
    return response.end(head ? undefined : bytes);
  }
  response.writeHead(200, { "Content-Length": facts.size });
  if (head) return response.end();
  return pipeline(createReadStream(file), response, () => {});
}

const server = createServer((request, response) => {
  if (settings.log === "yes") {
    const sent = request.headers["content-length"] ?? (request.headers["transfer-encoding"] ? "some" : "0");
    console.log(`${request.method} ${request.url} ${sent}`);
  }
  answer(request, response).catch((error) => {
    console.error(`${request.method} ${request.url}: ${error.message}`);
    if (response.headersSent) response.destroy();
    else page(response, 500, "Something went wrong", "The server could not read this file.", false);
  });
});

server.on("error", (error) => {
  if (error.code === "EADDRINUSE") {
    stop(`Port ${settings.port} is taken by another program. Choose another: scripts/serve --port ${Number(settings.port) + 1}`);
  }
  if (error.code === "EACCES") stop(`Port ${settings.port} needs more rights than this user has. Choose one above 1023.`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    stop(`This machine has no address ${settings.address} to listen on.`);
  }
  stop(`The server could not start: ${error.message}`);
});

server.listen(Number(settings.port), settings.address, () => {
  const { address, port } = server.address();
  // A browser cannot open an address that stands for all addresses of the machine.
  const all = address === "0.0.0.0" || address === "::";
  const host = all ? "localhost" : address.includes(":") ? `[${address}]` : address;
  console.log(`Quarterlight is at http://${host}:${port}${settings.base}`);
  if (all) console.log("Other machines open it under this machine's name or address.");
  console.log("Press Ctrl-C to stop.");
});

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
