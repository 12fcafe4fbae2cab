// Runs before the program: says on the page if the program cannot be loaded, or later stops.
// Plain, old JavaScript on purpose: it must run where the program cannot.
import { begin, end, handOver } from "./first-screen.js";

(function () {
  "use strict";

  begin();

  var started = false;
  var stopped = false;

  // A module that uses what the program's module uses: bulk memory operations, reference types, sign extension and
  // saturating conversions, which browsers have had since 2021.
  var PROBE = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 1, 125, 1, 127, 3, 2, 1, 0, 4, 4, 1, 111, 0, 1, 5, 3, 1, 0, 1, 10, 22, 1, 20,
    0, 65, 0, 65, 0, 65, 0, 252, 10, 0, 0, 65, 0, 192, 32, 0, 252, 0, 106, 11
  ];

  /** The section that says why the program cannot run here; "" if it can. */
  function obstacle() {
    if (typeof WebAssembly !== "object" || !("noModule" in document.createElement("script"))) return "no-wasm";
    var probe = new Uint8Array(PROBE);
    if (!WebAssembly.validate(probe)) return "no-wasm";
    try {
      // What a browser can read, the site's security policy may still forbid it to run.
      new WebAssembly.Module(probe);
      return "";
    } catch (error) {
      return "wasm-forbidden";
    }
  }

  /** Shows one of the page's prepared sections instead of everything else, with the browser's message as text. */
  function show(id, words) {
    var section = document.getElementById(id);
    if (!section || document.querySelector("main[data-failure]:not([hidden])")) return;
    end();
    document.getElementById("loading").hidden = true;
    document.getElementById("late").hidden = true;
    document.getElementById("app").hidden = true;
    // Of several <main> elements, one alone may be without this attribute.
    var main = document.querySelector("#app main");
    if (main) main.hidden = true;
    if (words) {
      section.querySelector("[data-words]").textContent = words;
      section.querySelector("[data-words-around]").hidden = false;
    }
    section.hidden = false;
  }

  /** "Try again": fetches the page's files past the browser's cache, which may hold one that arrived damaged, then loads the page. */
  function renew(event) {
    var link = event.target;
    if (link.tagName !== "A" || link.getAttribute("href") !== "" || !link.closest("main[data-failure]")) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || typeof fetch !== "function") return;
    event.preventDefault();
    link.textContent = "Trying again…";
    var files = document.querySelectorAll("script[src], link[rel=stylesheet], link[rel=preload]");
    var left = files.length;
    function settled() {
      left -= 1;
      if (left === 0) location.reload();
    }
    Array.prototype.forEach.call(files, function (file) {
      fetch(file.src || file.href, { cache: "reload" }).then(settled, settled);
    });
    // Some of them may stall.
    setTimeout(function () {
      location.reload();
    }, 4000);
  }

  function failed(error, words) {
    if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) {
      // The program stopped half-way through something, so its memory can no longer be trusted.
      stopped = true;
      show("program-stopped", words);
    } else if (!started) {
      // WebKit lets the probe pass, and names the source that the policy lacks.
      show(obstacle() || (/wasm-unsafe-eval/.test(words) ? "wasm-forbidden" : "load-failed"), words);
    }
  }

  // Capturing, because a failed fetch of a script is reported only to its element.
  window.addEventListener(
    "error",
    function (event) {
      var target = event.target;
      if (target && target.tagName === "SCRIPT") {
        failed(null, "A part of the program could not be fetched: " + target.src);
      } else if (event.message) {
        failed(event.error, event.message);
      }
    },
    true
  );
  document.addEventListener("click", renew);
  // Back leads out of a view that stops the program, if the page is loaded anew for it.
  window.addEventListener("popstate", function () {
    if (stopped) location.reload();
  });
  window.addEventListener("unhandledrejection", function (event) {
    failed(event.reason, String(event.reason));
  });
  window.addEventListener("quarterlight-failed", function (event) {
    failed(event.detail, String(event.detail));
  });
  window.addEventListener("quarterlight-started", function () {
    started = true;
    stopped = false;
    // An earlier error was not in the program but in a script of the browser or an extension.
    var failure = document.querySelector("main[data-failure]:not([hidden])");
    if (failure) {
      failure.hidden = true;
      document.getElementById("app").hidden = false;
    }
  });

  window.addEventListener("quarterlight-drawn", function () {
    // When the program has done all that follows from what it has drawn.
    setTimeout(handOver, 0);
  });

  var missing = obstacle();
  if (missing) show(missing, "");
})();
