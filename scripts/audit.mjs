// Asks npm's registry for known faults of the packages in the lock files. Fails with any that is not in the list below.
// A registry that has no such service, or cannot be reached, is no fault of a package: that is said, and nothing fails.
// usage: node scripts/audit.mjs [words for npm audit]

import { spawnSync } from "node:child_process";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** What may be ignored: the address of the advisory, and why it does not matter here. */
const IGNORED = {};

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
/** The folders that have a lock file. */
const FOLDERS = [".", "bench/peers"];
// One attempt: with npm's usual retries a machine without network waits for minutes. Never "offline": npm would ask nobody and call it
// good.
const settings = ["--fetch-retries=0", "--fetch-timeout=30000", "--offline=false"];
const words = ["audit", "--json", "--package-lock-only", ...settings, ...process.argv.slice(2)];

/** What npm says of a folder's packages. Ends the script if it cannot say anything. */
function ask(folder) {
  const { stdout, stderr, error } = spawnSync("npm", words, { cwd: resolve(root, folder), encoding: "utf8" });
  if (error) throw error;
  let report;
  try {
    report = JSON.parse(stdout);
  } catch {
    console.error(`npm audit printed something that is not JSON:\n${stdout}${stderr}`);
    process.exit(1);
  }
  if (report.vulnerabilities) return report;
  // A fault that is neither the registry's nor the network's is ours, such as a lock file that npm cannot read.
  const answer = report.statusCode ? `answered ${report.statusCode}` : (report.message ?? "");
  if (!/^answered (404|405|5\d\d)$|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|ENETUNREACH|network/i.test(answer)) {
    console.error(`npm audit failed. ${report.message ?? report.error?.summary ?? stdout}`);
    process.exit(1);
  }
  console.log(`LEFT OUT: npm's registry has no audit service here (${answer}), so nobody looked for known faults of packages.`);
  process.exit(0);
}

const reports = FOLDERS.map(ask);
/** Each advisory once, though it may be listed under every package that depends on the one it is about. */
const advisories = new Map();
for (const { via } of reports.flatMap(({ vulnerabilities }) => Object.values(vulnerabilities))) {
  for (const one of via) if (typeof one === "object") advisories.set(one.url, one);
}
const found = [...advisories.values()].filter(({ url }) => !(url in IGNORED));
const gone = Object.keys(IGNORED).filter((url) => !advisories.has(url));
for (const { severity, name, range, title, url } of found) console.error(`${severity}: ${name} ${range}: ${title}\n  ${url}`);
for (const url of gone) console.error(`No package has this fault any more: take it off the list in scripts/audit.mjs. ${url}`);
for (const [url, reason] of Object.entries(IGNORED)) console.log(`ignored: ${url}: ${reason}`);
if (found.length + gone.length > 0) process.exit(1);
const total = reports.reduce((sum, { metadata }) => sum + (metadata?.dependencies?.total ?? 0), 0);
console.log(`No known fault in ${total} packages.`);
