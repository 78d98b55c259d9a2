// Pages with a map: MapLibre is fetched only when one is there and the browser can draw it.
const KINDS = {
  "[data-map]": () => import("./map/results.js"),
  "[data-map-pick]": () => import("./map/pick.js"),
  "[data-map-draw]": () => import("./map/draw.js"),
  "[data-network]": () => import("./map/network.js"),
  "[data-cover]": () => import("./map/coverage.js"),
};

let draws;

/** Tried once and given back: a browser keeps some sixteen contexts, then takes the oldest from its map. */
function canDraw() {
  if (draws === undefined) {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
    draws = Boolean(context);
    context?.getExtension("WEBGL_lose_context")?.loseContext();
  }
  return draws;
}

async function show(root = document) {
  for (const [selector, load] of Object.entries(KINDS)) {
    for (const place of root.querySelectorAll(`${selector}:not([data-shown])`)) {
      if (!canDraw()) return;
      place.dataset.shown = "yes";
      const { start } = await load();
      await start(place);
    }
  }
}

document.addEventListener("htmx:afterSettle", () => show());
show();
