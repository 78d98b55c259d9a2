// Communes, or départements of France, filled by class: patterns first, colour second; a press says the name of the commune and its class.
import { Popup } from "maplibre-gl";
import { baseMap, lifeOf, read, tell } from "./base.js";
import { followOutline, outline } from "./network_outline.js";

const SIZE = 16;
const LAYER = "communes";

const DRAW = {
  cross(pen) {
    strokes(pen, 2, [[0, 0, SIZE, SIZE], [0, SIZE, SIZE, 0]]);
  },
  lines(pen) {
    strokes(pen, 2, [[-4, 4, 4, -4], [0, SIZE, SIZE, 0], [SIZE - 4, SIZE + 4, SIZE + 4, SIZE - 4]]);
  },
  dots(pen) {
    for (const [x, y] of [[4, 4], [12, 12]]) {
      pen.beginPath();
      pen.arc(x, y, 1.5, 0, 2 * Math.PI);
      pen.fill();
    }
  },
  tint() {},
  plain() {},
};

function strokes(pen, width, lines) {
  pen.lineWidth = width;
  for (const [x, y, toX, toY] of lines) {
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(toX, toY);
    pen.stroke();
  }
}

/** One tile of a pattern, in the colours of the page's theme. */
function image(pattern) {
  const style = getComputedStyle(document.documentElement);
  const canvas = Object.assign(document.createElement("canvas"), { width: SIZE, height: SIZE });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.fillStyle = style.getPropertyValue(`--cover-${pattern}`);
  pen.fillRect(0, 0, SIZE, SIZE);
  pen.strokeStyle = pen.fillStyle = style.getPropertyValue("--cover-ink");
  DRAW[pattern](pen);
  return pen.getImageData(0, 0, SIZE, SIZE);
}

const nameOf = (pattern) => `cover-${pattern}`;

function paint(map, patterns) {
  for (const pattern of patterns) {
    if (map.hasImage(nameOf(pattern))) map.updateImage(nameOf(pattern), image(pattern));
    else map.addImage(nameOf(pattern), image(pattern));
  }
}

/** Each commune has its limit, whatever fills it. */
function edge(map) {
  const colour = getComputedStyle(document.documentElement).getPropertyValue("--edge");
  if (map.getLayer(`${LAYER}-edge`)) map.setPaintProperty(`${LAYER}-edge`, "line-color", colour);
}

function fill(map, place, codes) {
  const cases = Object.entries(codes).filter(([, list]) => list.length);
  if (!cases.length) return;
  map.addSource(LAYER, { type: "vector", tiles: [window.location.origin + place.dataset.tiles], minzoom: 3, maxzoom: 12 });
  const match = ["match", ["get", "code"], ...cases.flatMap(([pattern, list]) => [list, nameOf(pattern)]), ""];
  const filter = ["in", ["get", "code"], ["literal", cases.flatMap(([, list]) => list)]];
  // Under the names and the limits of the base map.
  const under = map.getStyle().layers.find(({ type }) => type === "line")?.id;
  map.addLayer({ id: LAYER, type: "fill", source: LAYER, "source-layer": LAYER, filter, paint: { "fill-pattern": match } }, under);
  map.addLayer({ id: `${LAYER}-edge`, type: "line", source: LAYER, "source-layer": LAYER, filter, paint: { "line-width": 0.8 } }, under);
  edge(map);
}

function press(map, place, codes, words) {
  const popup = new Popup({ maxWidth: "20rem", focusAfterOpen: false });
  map.on("click", LAYER, ({ lngLat, features: [{ properties }] }) => {
    const [pattern] = Object.entries(codes).find(([, list]) => list.includes(properties.code)) ?? [];
    const said = `${properties.name} : ${words[pattern]}`;
    popup.setLngLat(lngLat).setText(said).addTo(map);
    tell(place, said);
  });
  map.on("mouseenter", LAYER, () => (map.getCanvas().style.cursor = "pointer"));
  map.on("mouseleave", LAYER, () => (map.getCanvas().style.cursor = ""));
}

export async function start(place) {
  const [codes, words, [west, south, east, north]] = ["codes", "words", "bounds"].map((name) => read(place, name));
  const map = await baseMap(place);
  lifeOf(place, map);
  map.fitBounds([[west, south], [east, north]], { padding: 16, animate: false });
  paint(map, Object.keys(codes));
  map.on("theme", () => {
    paint(map, Object.keys(codes));
    edge(map);
  });
  fill(map, place, codes);
  outline(map, read(place, "outline"));
  followOutline(map);
  press(map, place, codes, words);
  place.dataset.ready = "yes";
}
