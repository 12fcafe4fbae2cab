// Runs before the program: says so on the page when the program cannot be loaded, and later if it stops.
// Old, plain JavaScript on purpose, with no inline counterpart: it must run where the program cannot.
(function () {
  "use strict";

  var started = false;

  /** Un-hides one of the page's prepared sections, with the browser's own words as text. */
  function show(id, words) {
    var section = document.getElementById(id);
    if (!section || !section.hidden) return;
    var loading = document.getElementById("loading");
    if (loading) loading.hidden = true;
    var place = section.querySelector("[data-words]");
    if (place && words) {
      place.textContent = words;
      var around = section.querySelector("[data-words-around]");
      if (around) around.hidden = false;
    }
    section.hidden = false;
  }

  function is(error, name) {
    return typeof WebAssembly === "object" && !!error && error instanceof WebAssembly[name];
  }

  function failed(error, words) {
    if (started) {
      // The program's memory can no longer be trusted after it stopped half-way through something.
      if (is(error, "RuntimeError")) show("program-stopped", words);
    } else if (typeof WebAssembly !== "object" || is(error, "CompileError")) {
      show("no-wasm", words);
    } else {
      show("load-failed", words);
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
  });

  if (typeof WebAssembly !== "object") {
    show("no-wasm", "");
  } else if (!("noModule" in document.createElement("script"))) {
    show("no-wasm", "");
  }
})();
