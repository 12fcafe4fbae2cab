// Before anything is shown: whether the address asks for the first screen, which the build has put into the page, or for another view; and
// whether it asks for the newest quarter. This stands in the page itself, so that the first screen is there at once, another view never
// begins with it, and the quarter's data do not wait for the program. Any browser must read it.
(function (root) {
  var own = root.getAttribute("data-first-screen").split("&");
  var asked = location.search.slice(1).split("&");
  var isOwn = function (part) {
    return part === "" || own.indexOf(part) >= 0;
  };
  var isOtherQuarter = function (part) {
    return part.indexOf("quarter=") === 0 && !isOwn(part);
  };
  if (own[0] && asked.every(isOwn)) root.className = "at-first-screen";
  else document.title = "Quarterlight";
  if (asked.some(isOtherQuarter)) return;
  var newest = document.createElement("link");
  newest.rel = "preload";
  newest.as = "fetch";
  newest.crossOrigin = "anonymous";
  newest.href = root.getAttribute("data-newest");
  document.head.appendChild(newest);
})(document.documentElement);
