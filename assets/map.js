// Pages with a map: MapLibre is fetched only when one is there and the browser can draw it.
const KINDS = {
  "[data-map]": () => import("./map/results.js"),
  "[data-map-pick]": () => import("./map/pick.js"),
  "[data-map-draw]": () => import("./map/draw.js"),
  "[data-network]": () => import("./map/network.js"),
  "[data-cover]": () => import("./map/coverage.js"),
};

function canDraw() {
  const canvas = document.createElement("canvas");
  return Boolean(canvas.getContext("webgl2") ?? canvas.getContext("webgl"));
}

async function show(root = document) {
  if (!canDraw()) return;
  for (const [selector, load] of Object.entries(KINDS)) {
    for (const place of root.querySelectorAll(`${selector}:not([data-shown])`)) {
      place.dataset.shown = "yes";
      const { start } = await load();
      await start(place);
    }
  }
}

document.addEventListener("htmx:afterSettle", () => show());
show();
