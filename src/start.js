// Runs before the program: says so on the page when the program cannot be loaded, and later if it stops.
// Old, plain JavaScript on purpose: it must run where the program cannot.
(function () {
  "use strict";

  var started = false;

  // A module that uses what the program's module uses: bulk memory operations, reference types, sign extension and
  // saturating conversions, which browsers have had since 2021.
  var PROBE = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 1, 125, 1, 127, 3, 2, 1, 0, 4, 4, 1, 111, 0, 1, 5, 3, 1, 0, 1, 10, 22, 1, 20,
    0, 65, 0, 65, 0, 65, 0, 252, 10, 0, 0, 65, 0, 192, 32, 0, 252, 0, 106, 11
  ];

  function able() {
    return (
      typeof WebAssembly === "object" &&
      "noModule" in document.createElement("script") &&
      WebAssembly.validate(new Uint8Array(PROBE))
    );
  }

  /** Shows one of the page's prepared sections in place of all else, with the browser's own words as text. */
  function show(id, words) {
    var section = document.getElementById(id);
    if (!section || document.querySelector("main[data-failure]:not([hidden])")) return;
    document.getElementById("loading").hidden = true;
    document.getElementById("app").hidden = true;
    if (words) {
      section.querySelector("[data-words]").textContent = words;
      section.querySelector("[data-words-around]").hidden = false;
    }
    section.hidden = false;
  }

  function failed(error, words) {
    if (!started) {
      show(able() ? "load-failed" : "no-wasm", words);
    } else if (error instanceof WebAssembly.RuntimeError) {
      // The program's memory can no longer be trusted after it stopped half-way through something.
      show("program-stopped", words);
    }
  }

  // Capturing, because a script that could not be fetched tells only its own element.
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
  window.addEventListener("unhandledrejection", function (event) {
    failed(event.reason, String(event.reason));
  });
  window.addEventListener("quarterlight-started", function () {
    started = true;
    // What failed before was not the program: a script of the browser's own, or of an extension.
    var failure = document.querySelector("main[data-failure]:not([hidden])");
    if (failure) {
      failure.hidden = true;
      document.getElementById("app").hidden = false;
    }
  });

  if (!able()) show("no-wasm", "");
})();
