// The sample configurations in hosting/: nginx and Apache httpd are started with them, as themselves, on free ports, and asked for
// every file of the built page, at the root of a host and in a folder of it. What cannot be started here is read.
// usage: node --test tests/hosting.mjs
// NGINX and APACHE are the servers' programs (scripts/setup --tests finds them); QUARTERLIGHT_DIST is the built page's folder.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { get } from "node:http";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, extname, join, relative, resolve } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { HEADERS } from "../scripts/policy.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const dist = resolve(root, process.env.QUARTERLIGHT_DIST || "dist");
const sample = (name) => readFile(join(root, "hosting", name), "utf8");

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".webp": "image/webp",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".xml": "application/xml; charset=utf-8",
};
const FOR_A_YEAR = "public, max-age=31536000, immutable";
const NAMED_AFTER_CONTENT = /-[0-9a-f]{12}\.(css|js|wasm)$/;
const cacheOf = (file) => (NAMED_AFTER_CONTENT.test(file) ? FOR_A_YEAR : "no-cache");
/** Servers need not compress files that are smaller than this, in bytes. */
const SMALL = 1_000;
const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync };
const PLACES = ["/", "/reports/quarterlight/"];

/** The files of the built page, by their paths in it. What is compressed beside them, a server sends in their place. */
const files = (await readdir(dist, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => relative(dist, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"))
  .filter((name) => !/\.(br|gz)$/.test(name));
assert.ok(files.includes("index.html"), `there is no built page in ${dist}: run scripts/build`);

// ---- A server ------------------------------------------------------------------------------------------------------

const work = await mkdtemp(join(tmpdir(), "quarterlight-hosting-"));
// A server that is started by root reads files as somebody else.
await chmod(work, 0o755);
after(() => rm(work, { recursive: true, force: true }));

function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

const answers = (port) =>
  new Promise((found) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => socket.end(() => found(true))).on("error", () => found(false));
  });

/** Starts a server in the foreground and waits until it answers; returns how to stop it. */
async function started(program, words, port) {
  const server = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => (said += text));
  let ended = false;
  const end = new Promise((resolved) => {
    server.on("error", (error) => (said += error)).on("close", () => resolved((ended = true)));
  });
  for (const until = Date.now() + 20_000; !ended && Date.now() < until; ) {
    if (await answers(port)) return () => server.kill() && end;
    await new Promise((later) => setTimeout(later, 20));
  }
  server.kill("SIGKILL");
  throw new Error(`${program} ${words.join(" ")} did not start:\n${said}`);
}

/** Puts other lines in the place of those that a sample tells its reader to change. */
function changed(text, lines) {
  for (const [from, to] of lines) {
    assert.ok(text.includes(from), `the sample has no line with: ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

/** A folder for a server, with the built page where this place is. */
async function folderFor(server, place) {
  const folder = await mkdtemp(join(work, `${server}-`));
  await chmod(folder, 0o755);
  const page = join(folder, "www", place);
  await mkdir(page, { recursive: true });
  await cp(dist, page, { recursive: true });
  return { folder, page };
}

async function startNginx(place) {
  const program = process.env.NGINX;
  const { folder } = await folderFor("nginx", place);
  const port = await freePort();
  const names = ["filter", "static"].map((name) => `../lib/nginx/modules/ngx_http_brotli_${name}_module.so`);
  const brotli = names.map((name) => join(dirname(program), name)).filter((path) => existsSync(path));
  const encodings = brotli.length > 0 ? ["gzip", "br"] : ["gzip"];
  const lines = [
    ["listen 80;", `listen 127.0.0.1:${port};`],
    ["root /srv/www;", `root ${folder}/www;`],
    ["location / {", `location ${place} {`],
  ];
  if (encodings.includes("br")) lines.push(["# brotli", "brotli"]);
  if (brotli.length === 1) lines.push(["brotli_static on;", ""]);
  await writeFile(join(folder, "quarterlight.conf"), changed(await sample("nginx.conf"), lines));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`);
  await writeFile(
    join(folder, "nginx.conf"),
    `${brotli.map((path) => `load_module ${path};`).join("\n")}
    ${process.getuid?.() === 0 ? "user root;" : ""}
    daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr;
    events {}
    http { access_log off; ${temporary.join(" ")} include ${folder}/quarterlight.conf; }\n`,
  );
  const words = ["-p", folder, "-e", "stderr", "-c", join(folder, "nginx.conf")];
  return { port, encodings, stop: await started(program, words, port) };
}

const APACHE_MODULES = ["../lib/apache2/modules", "../lib64/httpd/modules", "../lib/httpd/modules", "../libexec/apache2"];

async function startApache(place) {
  const program = process.env.APACHE;
  const { folder, page } = await folderFor("apache", place);
  const port = await freePort();
  await writeFile(join(page, ".htaccess"), await sample("apache.htaccess"));
  const modules = APACHE_MODULES.map((path) => join(dirname(program), path)).find((path) => existsSync(path));
  assert.ok(modules, `${program}: its modules are in none of ${APACHE_MODULES.join(", ")}`);
  const names = ["mpm_event", "unixd", "authz_core", "mime", "dir", "headers", "filter", "deflate", "brotli"];
  const there = names.filter((name) => existsSync(join(modules, `mod_${name}.so`)));
  await writeFile(
    join(folder, "httpd.conf"),
    `${there.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join("\n")}
ServerRoot ${folder}
ServerName localhost
DefaultRuntimeDir ${folder}
PidFile ${folder}/pid
ErrorLog ${folder}/errors
TypesConfig /dev/null
Listen 127.0.0.1:${port}
${process.getuid?.() === 0 ? "User nobody\nGroup #65534" : ""}
DocumentRoot ${folder}/www
<Directory ${folder}/www>
  AllowOverride FileInfo
  Require all granted
</Directory>\n`,
  );
  const encodings = there.includes("brotli") ? ["gzip", "br"] : ["gzip"];
  return { port, encodings, stop: await started(program, ["-f", join(folder, "httpd.conf"), "-D", "FOREGROUND"], port) };
}

// ---- What it answers -----------------------------------------------------------------------------------------------

function ask(port, path, headers = {}) {
  return new Promise((resolved, failed) => {
    get({ host: "127.0.0.1", port, path, headers, agent: false }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => resolved({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    }).on("error", failed);
  });
}

/** What is wrong with the headers that every answer has, in words. */
function* faultsOfHeaders({ headers }) {
  for (const [name, value] of Object.entries(HEADERS)) {
    if (headers[name.toLowerCase()] !== value) yield `${name} is ${headers[name.toLowerCase()]}`;
  }
  // Any site may show a view in a frame.
  if (headers["x-frame-options"]) yield `X-Frame-Options is ${headers["x-frame-options"]}`;
}

/** What is wrong with the answer for a file, in words. */
function* faultsOf(answer, file, bytes, encoding) {
  const { status, headers, body } = answer;
  if (status !== 200) yield `the status is ${status}`;
  yield* faultsOfHeaders(answer);
  const type = TYPES[extname(file)];
  if (headers["content-type"]?.toLowerCase() !== type) yield `the type is ${headers["content-type"]}, not ${type}`;
  if (headers["cache-control"] !== cacheOf(file)) yield `Cache-Control is ${headers["cache-control"]}, not ${cacheOf(file)}`;
  const packed = headers["content-encoding"];
  // A picture is compressed by itself.
  const gains = bytes.length > SMALL && !file.endsWith(".webp");
  if (packed !== encoding && (packed || gains)) yield `the encoding is ${packed}, not ${encoding}`;
  if (packed && !/accept-encoding/i.test(headers.vary ?? "")) yield `Vary is ${headers.vary}`;
  if (!(packed ? UNPACK[packed](body) : body).equals(bytes)) yield "the content is not the file's";
}

async function faultsOfSite(port, place, encodings) {
  const faults = [];
  for (const file of files) {
    const bytes = await readFile(join(dist, file));
    for (const encoding of [undefined, ...encodings]) {
      const accepted = encoding ? { "Accept-Encoding": encoding } : {};
      const paths = file === "index.html" ? [file, "", "?quarter=2023-24-q3"] : [file];
      for (const path of paths) {
        const answer = await ask(port, place + path, accepted);
        for (const fault of faultsOf(answer, file, bytes, encoding)) faults.push(`${place}${path} (${encoding}): ${fault}`);
        const again = await ask(port, place + path, { ...accepted, "If-None-Match": answer.headers.etag ?? "none" });
        if (again.status !== 304) faults.push(`${place}${path} (${encoding}): asked again, the status is ${again.status}, not 304`);
      }
    }
  }
  // Above all no index.html in the place of a file: the program would be read from it.
  for (const path of ["no-such-page.html", "part-pages-0123456789ab.wasm", "data/no-such-file.json", "no/such/folder/"]) {
    const { status, headers, body } = await ask(port, place + path);
    if (status !== 404 || body.includes("Quarterlight")) faults.push(`${place}${path}: the status is ${status}`);
    if (headers["cache-control"]?.includes("immutable")) faults.push(`${place}${path}: the error is kept for a year`);
    for (const fault of faultsOfHeaders({ headers })) faults.push(`${place}${path}: ${fault}`);
  }
  if (place !== "/") {
    const { status, headers } = await ask(port, `${place.slice(0, -1)}?quarter=2023-24-q3`);
    const to = headers.location?.replace(/^http:\/\/[^/]+/, "");
    if (status !== 301 || to !== `${place}?quarter=2023-24-q3`) faults.push(`without the last slash: ${status}, ${headers.location}`);
  }
  return faults;
}

for (const [name, program, start] of [
  ["nginx", process.env.NGINX, startNginx],
  ["Apache httpd", process.env.APACHE, startApache],
]) {
  // Continuous integration tests everything; a machine without the package may leave it out.
  const skip = !program && !process.env.CI && `${name} is not installed here, and scripts/setup --tests has no package of it`;
  for (const place of PLACES) {
    test(`${name} serves the page at ${place}`, { skip }, async () => {
      assert.ok(program, `${name} is not installed; run scripts/setup --tests`);
      const { port, encodings, stop } = await start(place);
      try {
        const faults = await faultsOfSite(port, place, encodings);
        assert.equal(faults.length, 0, `${faults.length} faults:\n${faults.slice(0, 20).join("\n")}`);
      } finally {
        await stop();
      }
    });
  }
}

// ---- What cannot be started here -----------------------------------------------------------------------------------

test("Netlify's file has the same headers", async () => {
  const rules = [];
  for (const line of (await sample("_headers")).split("\n")) {
    if (/^\s*(#|$)/.test(line)) continue;
    if (line.startsWith("/")) rules.push({ path: line.trim(), headers: {} });
    else {
      const [, name, value] = /^ {2}([A-Za-z-]+): (.+)$/.exec(line) ?? assert.fail(`this is neither a path nor a header: ${line}`);
      rules.at(-1).headers[name] = value;
    }
  }
  // An asterisk stands for anything. All rules that fit apply; a header that two of them have would be sent twice.
  const fits = ({ path }, file) => new RegExp(`^${path.split("*").map((part) => part.replace(/\W/g, "\\$&")).join(".*")}$`).test(file);
  for (const file of files) {
    const found = rules.filter((rule) => fits(rule, `/${file}`)).flatMap((rule) => Object.entries(rule.headers));
    const expected = Object.entries(HEADERS);
    // For files that may change Netlify's own is right: public, max-age=0, must-revalidate.
    if (NAMED_AFTER_CONTENT.test(file)) expected.push(["Cache-Control", FOR_A_YEAR]);
    assert.deepEqual(found, expected, file);
  }
});

test("the file for IIS has the same headers and types", async () => {
  const text = (await sample("web.config")).replace(/<!--[^]*?-->/g, "");
  const all = (pattern) => Object.fromEntries([...text.matchAll(pattern)].map(([, name, value]) => [name, value]));
  assert.deepEqual(all(/<add name="([^"]+)" value="([^"]+)" \/>/g), HEADERS);
  assert.deepEqual(all(/<mimeMap fileExtension="([^"]+)" mimeType="([^"]+)" \/>/g), TYPES);
  // IIS refuses a file whose elements are not closed, and a second type or header under one name.
  const open = [];
  for (const [, close, name, self] of text.matchAll(/<(\/?)([\w.]+)[^>]*?(\/?)>/g)) {
    if (close) assert.equal(open.pop(), name);
    else if (!self) open.push(name);
  }
  assert.deepEqual(open, []);
  const removed = [...text.matchAll(/<remove (?:name|fileExtension)="([^"]+)" \/>/g)].map(([, name]) => name);
  for (const name of [...Object.keys(HEADERS), ...Object.keys(TYPES)]) assert.ok(removed.includes(name), `${name} is not removed first`);
});

test("every type of file in the page is known", () => {
  const unknown = files.filter((file) => !(extname(file) in TYPES));
  assert.deepEqual(unknown, []);
});

test("what a host cannot be told to send is in the page itself", async () => {
  const page = await readFile(join(dist, "index.html"), "utf8");
  assert.ok(page.includes(`<meta http-equiv="Content-Security-Policy" content="${HEADERS["Content-Security-Policy"]}">`));
  assert.ok(page.includes(`<meta name="referrer" content="${HEADERS["Referrer-Policy"]}">`));
});
