// Before anything is shown: whether the address asks for the first screen, which the build has put into the page, or for another view; and
// whether it asks for the newest quarter. This stands in the page itself, so that the first screen is there at once, and another view never
// begins with it. It also asks for the program and what goes with it, so that none waits for another: once the first screen is painted, or
// at once if there is nothing to paint before. Any browser must read it.
(function (root) {
  var own = root.getAttribute("data-first-screen").split("&");
  var asked = location.search.slice(1).split("&");
  var isOwn = function (part) {
    return part === "" || own.indexOf(part) >= 0;
  };
  var isOtherQuarter = function (part) {
    return part.indexOf("quarter=") === 0 && !isOwn(part);
  };
  var isFirstScreen = own[0] && asked.every(isOwn);
  if (isFirstScreen) root.className = "at-first-screen";
  else document.title = "Quarterlight";
  var askFor = function (address) {
    var link = document.createElement("link");
    link.rel = "preload";
    link.as = "fetch";
    link.crossOrigin = "anonymous";
    link.href = address;
    document.head.appendChild(link);
  };
  var askForAll = function () {
    askFor(root.getAttribute("data-program"));
    var newest = root.getAttribute("data-newest");
    if (newest && !asked.some(isOtherQuarter)) newest.split(" ").forEach(askFor);
    root.getAttribute("data-also").split(" ").forEach(askFor);
  };
  if (!isFirstScreen || !window.requestAnimationFrame) return askForAll();
  // A frame waits for the style; a page that nobody looks at has none, and waits for its scripts (src/boot.js).
  requestAnimationFrame(function () {
    setTimeout(askForAll, 0);
  });
})(document.documentElement);
