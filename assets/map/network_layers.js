// The network over the base map: groups from afar, offers from near, their names from nearer still.
import { addRing, ringName, ringNumber } from "./network_rings.js";
import { addSigns } from "./signs.js";
import { colour } from "../theme.js";

export const DRAWN = ["clusters", "offers"];
const FONT = ["sans-serif"];
const OFFERS_FROM = 12;
const NAMES_FROM = 14;

const number = [
  "match",
  ["get", "sign"],
  "free",
  ["case", [">", ["to-number", ["get", "free"], 0], 0], ["to-string", ["get", "free"]], ""],
  "last",
  "1",
  "",
];
const signOf = ["concat", "sign-", ["get", "family"], "-", ["get", "sign"], "-", number];

/** Pictures are drawn the first time the map needs them, and again when the theme changes. */
function addPictures(map) {
  const rings = new Set();
  map.setMissingStyleImageResolver(async (name) => {
    const [kind, family, sign, n] = name.split("-");
    if (kind === "sign") await addSigns(map, [{ family, sign, n: Number(n) || null }]);
    if (kind !== "ring" || map.hasImage(name)) return;
    rings.add(name);
    addRing(map, name);
  });
  map.on("theme", () => rings.forEach((name) => addRing(map, name, { again: true })));
}

const written = () => ({ "text-color": colour("ink"), "text-halo-color": colour("paper"), "text-halo-width": 1.5 });

function symbols(id, details) {
  return { id, type: "symbol", source: "network", "source-layer": id === "names" ? "offers" : id, ...details };
}

function groups() {
  const layout = {
    "icon-image": ringName,
    "icon-allow-overlap": true,
    "text-field": ringNumber,
    "text-font": FONT,
    "text-size": ["step", ["get", "n"], 13, 100, 14, 1000, 15],
    "text-allow-overlap": true,
    "text-ignore-placement": true,
    "symbol-sort-key": ["get", "n"],
  };
  return symbols("clusters", { layout, paint: { "text-color": colour("ink") } });
}

function offers() {
  const layout = { "icon-image": signOf, "icon-allow-overlap": true, "icon-padding": 0 };
  return symbols("offers", { minzoom: OFFERS_FROM, layout });
}

function names() {
  const layout = {
    "text-field": ["get", "title"],
    "text-font": FONT,
    "text-size": 13,
    "text-max-width": 11,
    "text-variable-anchor": ["top", "bottom", "left", "right"],
    "text-radial-offset": 1.6,
    "text-padding": 2,
  };
  return symbols("names", { minzoom: NAMES_FROM, layout, paint: written() });
}

// Where the name of a town may go, in letters' heights: on it, else further and further from the group that hides it.
const BESIDE = ["center", [0, 0], ...[1.4, 2.2, 3].flatMap((far) => ["bottom", [0, -far], "top", [0, far], "left", [far, 0], "right", [-far, 0]])];

function moveNames(map) {
  if (!map.getLayer("place-name")) return;
  map.setLayoutProperty("place-name", "text-variable-anchor-offset", BESIDE);
  map.setLayoutProperty("place-name", "text-padding", 1);
}

/** Puts the network over the map, from these tiles. */
export function addNetwork(map, tiles) {
  moveNames(map);
  addPictures(map);
  map.addSource("network", { type: "vector", tiles: [tiles], minzoom: 0, maxzoom: 16 });
  // Signs are placed from the top down: names, under them, take the room that is left.
  for (const layer of [groups(), names(), offers()]) map.addLayer(layer);
  map.on("theme", () => {
    map.setPaintProperty("clusters", "text-color", colour("ink"));
    for (const [part, value] of Object.entries(written())) map.setPaintProperty("names", part, value);
  });
}
