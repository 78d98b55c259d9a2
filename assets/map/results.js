// The map beside a list: pointing at a card lights its point, pointing at a point lights its card.
import { Popup } from "maplibre-gl";
import { baseMap, fit, lifeOf, read, tell } from "./base.js";
import { homeLayer, lightPoint, pointLayers, zoneLayers } from "./layers.js";
import { addSigns } from "./signs.js";

const cardOf = (id) => document.querySelector(`[data-point="${CSS.escape(String(id))}"]`);

function lightCard(id) {
  document.querySelectorAll("[data-point][data-lit]").forEach((card) => card.removeAttribute("data-lit"));
  if (id !== null) cardOf(id)?.setAttribute("data-lit", "");
}

function light(map, id) {
  lightPoint(map, id);
  lightCard(id);
}

function entry(point) {
  const line = document.createElement("li");
  const link = document.createElement(point.url ? "a" : "span");
  if (point.url) link.href = point.url;
  link.textContent = point.label;
  line.append(link);
  return line;
}

function open(map, popup, points) {
  const list = document.createElement("ul");
  list.className = "plain-list";
  list.append(...points.map(entry));
  popup.setLngLat([points[0].lon, points[0].lat]).setDOMContent(list).addTo(map);
}

function follow(map, popup, byId) {
  const under = ({ x, y }) => {
    const around = [[x - 6, y - 6], [x + 6, y + 6]];
    const keys = map.queryRenderedFeatures(around, { layers: ["points"] }).map((one) => one.properties.key);
    return [...new Set(keys)].map((key) => byId.get(key));
  };
  let hovered = null;
  map.on("mousemove", ({ point }) => {
    const id = under(point)[0]?.id ?? null;
    if (id === hovered) return;
    hovered = id;
    map.getCanvas().style.cursor = id === null ? "" : "pointer";
    light(map, id);
  });
  map.on("click", ({ point }) => {
    const found = under(point);
    popup.remove();
    if (!found.length) return;
    light(map, found[0].id);
    open(map, popup, found);
    cardOf(found[0].id)?.scrollIntoView({ block: "nearest" });
  });
}

function followCards(map, byId, signal) {
  const listen = (event, lit) =>
    document.addEventListener(event, ({ target, relatedTarget }) => {
      const card = target.closest?.("[data-point]");
      if (!card || !byId.has(card.dataset.point) || card.contains(relatedTarget)) return;
      light(map, lit ? card.dataset.point : null);
    }, { signal });
  listen("mouseover", true);
  listen("mouseout", false);
  listen("focusin", true);
  listen("focusout", false);
}

/** Two buttons walk through the points by keyboard; each point is said and opened. */
function walk(place, map, popup, points) {
  const tools = place.querySelector("[data-walk]");
  let at = -1;
  tools.hidden = points.length < 2;
  tools.addEventListener("click", ({ target }) => {
    const step = Number(target.closest("[data-step]")?.dataset.step ?? 0);
    if (!step) return;
    at = at < 0 && step < 0 ? points.length - 1 : (at + step + points.length) % points.length;
    const point = points[at];
    map.jumpTo({ center: [point.lon, point.lat] });
    light(map, point.id);
    open(map, popup, [point]);
    tell(place, `Point ${at + 1} sur ${points.length} : ${point.label}`);
  });
}

export async function start(place) {
  const points = read(place, "points").filter((point) => point.lon !== null && point.lat !== null);
  const home = read(place, "home");
  const map = await baseMap(place, home);
  await addSigns(map, points);
  const zones = read(place, "zones");
  if (zones) zoneLayers(map, "zones", zones);
  pointLayers(map, points);
  if (home) homeLayer(map, home);
  // Without results to show, as on a person's page, the zones themselves are looked at.
  const zoned = points.length ? [] : (zones?.features ?? []).flatMap(({ geometry }) => geometry.coordinates[0]);
  // What does not quite fit may lie far away: the map opens on what fits.
  const first = points.some((point) => !point.pale) ? points.filter((point) => !point.pale) : points;
  fit(map, [...first.map((point) => [point.lon, point.lat]), ...zoned, ...(home ? [home] : [])]);
  const popup = new Popup({ maxWidth: "20rem", offset: 18, closeOnClick: false, focusAfterOpen: false });
  const byId = new Map(points.map((point) => [String(point.id), point]));
  follow(map, popup, byId);
  followCards(map, byId, lifeOf(place, map));
  walk(place, map, popup, points);
  place.dataset.ready = "yes";
  return map;
}
