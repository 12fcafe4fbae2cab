// Runs a program, or a script for Node.js, for as long as whoever started this script lives: when its standard input ends, the program
// is ended together with all that it started. So no server, driver or browser outlives the tests, however these end.
// usage: node keep.mjs PROGRAM [ARGUMENT]...

import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";

const [program, ...words] = process.argv.slice(2);
if (program.endsWith(".mjs")) {
  // In this process: starting another would take longer than the script itself.
  const end = () => process.exit();
  process.stdin.on("end", end).on("error", end).resume();
  process.argv = [process.argv[0], program, ...words];
  await import(pathToFileURL(program));
} else {
  keep();
}

function keep() {
  // A group of its own, which can be ended as a whole.
  const child = spawn(program, words, { detached: true, stdio: ["ignore", "inherit", "inherit"] });
  child.on("error", (error) => {
    console.error(`${program}: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code) => process.exit(code ?? 1));

  function end() {
    try {
      process.kill(-child.pid, "SIGTERM");
    } catch {
      process.exit(0);
    }
    setTimeout(() => {
      try {
        process.kill(-child.pid, "SIGKILL");
      } catch {
        // All gone by themselves.
      }
      process.exit(0);
    }, 1000).unref();
  }
  process.stdin.on("end", end).on("error", end).resume();
  process.on("SIGTERM", end).on("SIGINT", end);
}
