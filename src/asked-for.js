// Before anything is shown: whether the address asks for the first screen, which the build has put into the page, or for another view.
// This stands in the page itself, so that the one is there at once and the other never begins with it. Any browser must read it.
(function (root) {
  var own = root.getAttribute("data-first-screen").split("&");
  var isOwn = function (part) {
    return part === "" || own.indexOf(part) >= 0;
  };
  if (own[0] && location.search.slice(1).split("&").every(isOwn)) root.className = "at-first-screen";
  else document.title = "Quarterlight";
})(document.documentElement);
