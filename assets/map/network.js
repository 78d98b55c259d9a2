// The map of the network: it follows the filters of the page, draws groups then offers, and says what is pressed.
import { Popup } from "maplibre-gl";
import { baseMap, tell } from "./base.js";
import { addNetwork } from "./network_layers.js";
import { followOutline, outline } from "./network_outline.js";
import { drawnIn, inWords, listPoints } from "./network_points.js";

const FOLLOWS_ALL_FROM = 8;
const NEARLY = 0.3;
const MOST_PRESSED = 30;
const AROUND_PX = 8;

const data = () => document.getElementById("donnees");
const tilesOf = ({ dataset }) => window.location.origin + dataset.tiles;
const boundsOf = ({ dataset }) => JSON.parse(dataset.bounds);
const outlineOf = ({ dataset }) => JSON.parse(dataset.outline);

/** The whole territory; one that nearly fits where every filter is followed is seen from there. */
function look(map, [west, south, east, north]) {
  const view = map.cameraForBounds([[west, south], [east, north]], { padding: 24, maxZoom: 13 });
  const isNearly = view.zoom < FOLLOWS_ALL_FROM && view.zoom > FOLLOWS_ALL_FROM - NEARLY;
  map.jumpTo({ ...view, zoom: isNearly ? FOLLOWS_ALL_FROM : view.zoom });
}

/** A group opens by two steps, where the offers of a close one can be told apart. */
function zoomOn(map, feature) {
  map.jumpTo({ center: feature.geometry.coordinates, zoom: Math.min(map.getZoom() + 2, 14) });
}

/** After a change of filters the page holds new data: the tiles follow, and the view when the territory changed. */
function follow(map, place) {
  let shown = { ...data().dataset };
  document.addEventListener("htmx:afterSettle", () => {
    const now = data();
    if (!now || !place.isConnected) return;
    if (now.dataset.tiles !== shown.tiles) map.getSource("network").setTiles([tilesOf(now)]);
    if (now.dataset.bounds !== shown.bounds) look(map, boundsOf(now));
    if (now.dataset.outline !== shown.outline) outline(map, outlineOf(now));
    shown = { ...now.dataset };
    warn(map, place);
  });
}

/** From afar only the families are followed; this is said when other filters are at work. */
function warn(map, place) {
  place.querySelector("[data-far]").hidden = !("narrowed" in data().dataset) || map.getZoom() >= FOLLOWS_ALL_FROM;
}

async function describe(place, features) {
  const ids = features.map(({ properties }) => `id=${properties.id}`).slice(0, MOST_PRESSED);
  const answer = await fetch(`${place.dataset.offers}?${ids.join("&")}`);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const box = document.createElement("div");
  box.innerHTML = await answer.text();
  return box;
}

function press(map, place) {
  const popup = new Popup({ maxWidth: "22rem", offset: 16, focusAfterOpen: false });
  const under = ({ x, y }) => drawnIn(map, [[x - AROUND_PX, y - AROUND_PX], [x + AROUND_PX, y + AROUND_PX]]);
  map.on("mousemove", ({ point }) => {
    map.getCanvas().style.cursor = under(point).length ? "pointer" : "";
  });
  map.on("click", async ({ point }) => {
    const found = under(point);
    const group = found.find(({ layer }) => layer.id === "clusters");
    popup.remove();
    if (group) return zoomOn(map, group);
    if (!found.length) return;
    tell(place, found.map(inWords).join(" ; "));
    popup.setLngLat(found[0].geometry.coordinates).setDOMContent(await describe(place, found)).addTo(map);
  });
}

const wrapped = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** The rectangle in view, as the table's filter writes it. */
function zone(map) {
  const bounds = map.getBounds();
  const isWorld = bounds.getEast() - bounds.getWest() >= 360;
  const across = isWorld ? [-180, 180] : [wrapped(bounds.getWest()), wrapped(bounds.getEast())];
  return [across[0], bounds.getSouth(), across[1], bounds.getNorth()].map((side) => side.toFixed(4)).join();
}

function limit(map) {
  const form = document.getElementById("filtres");
  const field = form.elements.namedItem("zone") ?? Object.assign(document.createElement("input"), { type: "hidden", name: "zone" });
  field.value = zone(map);
  document.getElementById("champs").append(field);
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function tools(map, place) {
  place.querySelector("[data-tools]").hidden = false;
  place.querySelector("[data-zone]")?.addEventListener("click", () => limit(map));
  place.querySelector("[data-back]").addEventListener("click", () => look(map, boundsOf(data())));
}

export async function start(place) {
  const map = await baseMap(place);
  look(map, boundsOf(data()));
  outline(map, outlineOf(data()));
  followOutline(map);
  addNetwork(map, tilesOf(data()));
  map.on("zoomend", () => warn(map, place));
  warn(map, place);
  follow(map, place);
  press(map, place);
  tools(map, place);
  listPoints(place, map, (group) => zoomOn(map, group));
  map.once("idle", () => {
    place.dataset.ready = "yes";
  });
}
