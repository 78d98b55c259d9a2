// The territory one looks at stands out: its limit is drawn, and what lies outside is dimmed.
import { colour } from "../theme.js";

const DIM = "outside-dim";
const LIMIT = "outside-limit";

const within = (codes) => ["in", ["get", "code"], ["literal", codes]];

function paint(map) {
  map.setPaintProperty(DIM, "fill-color", colour("outside"));
  map.setPaintProperty(LIMIT, "line-color", colour("accent"));
}

function remove(map) {
  for (const id of [DIM, LIMIT]) if (map.getLayer(id)) map.removeLayer(id);
}

/** Draws these shapes of our base map, under its names; an operator's own style has none of them. */
export function outline(map, shapes) {
  remove(map);
  if (!shapes || !map.getSource("fond")) return;
  const { layer, codes } = shapes;
  const under = map.getLayer("departement-name") ? "departement-name" : undefined;
  const from = { source: "fond", "source-layer": layer };
  const limit = { "line-width": 2, "line-opacity": layer === "departement" ? 0.8 : 0.45 };
  map.addLayer({ id: DIM, type: "fill", ...from, filter: ["!", within(codes)], paint: { "fill-opacity": 0.65 } }, under);
  map.addLayer({ id: LIMIT, type: "line", ...from, filter: within(codes), layout: { "line-join": "round" }, paint: limit }, under);
  paint(map);
}

export function followOutline(map) {
  map.on("theme", () => map.getLayer(DIM) && paint(map));
}
