// What lies over the base map: shaded zones, the home, the points of the results and the one that is lit.
import { colour } from "../theme.js";
import { collection, feature } from "./base.js";
import { addHome, signName } from "./signs.js";

/** Where the second, third… of several points at one place go around the first: [1, ["literal", [x, y]], 2, …]. */
function ring(size) {
  return Array.from({ length: 18 }, (_, i) => {
    const angle = i * (Math.PI / 3) + (i > 5 ? Math.PI / 6 : 0);
    // Offsets are multiplied by the size of the image; points must stay where they are when they grow.
    const reach = (28 * (1 + Math.floor(i / 6))) / size;
    return [i + 1, ["literal", [Math.cos(angle) * reach, Math.sin(angle) * reach]]];
  }).flat();
}

const layout = (size) => ({
  "icon-image": ["get", "image"],
  "icon-size": size,
  "icon-offset": ["match", ["get", "rank"], ...ring(size), ["literal", [0, 0]]],
  "icon-allow-overlap": true,
  "icon-ignore-placement": true,
});

/** Points at the very same place are set around it, so that none hides another. */
export function spread(points) {
  const seen = new Map();
  return points.map((point) => {
    const key = `${point.lon.toFixed(4)} ${point.lat.toFixed(4)}`;
    const rank = seen.get(key) ?? 0;
    seen.set(key, rank + 1);
    return { ...point, rank };
  });
}

/** Gives layers colours of the style sheet, [[layer, part, colour], …], now and whenever the theme changes. */
export function paintAlways(map, parts) {
  const paint = () => parts.forEach(([layer, part, name]) => map.setPaintProperty(layer, part, colour(name)));
  map.on("theme", paint);
  paint();
}

export function zoneLayers(map, name, data) {
  const edge = `${name}-edge`;
  map.addSource(name, { type: "geojson", data });
  map.addLayer({ id: name, type: "fill", source: name, paint: { "fill-opacity": 0.12 } });
  map.addLayer({ id: edge, type: "line", source: name, paint: { "line-width": 2, "line-dasharray": [3, 2] } });
  paintAlways(map, [[name, "fill-color", "danger"], [edge, "line-color", "danger"]]);
}

export function homeLayer(map, home) {
  addHome(map);
  map.addSource("home", { type: "geojson", data: feature({ type: "Point", coordinates: home }) });
  const drawn = { "icon-image": "home", "icon-anchor": "bottom", "icon-allow-overlap": true, "icon-ignore-placement": true };
  map.addLayer({ id: "home", type: "symbol", source: "home", layout: drawn });
}

export function pointLayers(map, points) {
  const features = spread(points).map((point) =>
    feature({ type: "Point", coordinates: [point.lon, point.lat] }, { ...point, key: String(point.id), image: signName(point) }),
  );
  map.addSource("points", { type: "geojson", data: collection(features) });
  const pale = ["boolean", ["get", "pale"], false];
  map.addLayer({
    id: "points",
    type: "symbol",
    source: "points",
    layout: { ...layout(1), "symbol-sort-key": ["case", pale, 0, 1] },
    paint: { "icon-opacity": ["case", pale, 0.45, 1] },
  });
  const none = ["==", ["get", "key"], ""];
  map.addLayer({ id: "lit", type: "symbol", source: "points", filter: none, layout: layout(1.4) });
}

/** Enlarges one point above the others, or none. */
export function lightPoint(map, id) {
  map.setFilter("lit", ["==", ["get", "key"], id === null ? "" : String(id)]);
}
