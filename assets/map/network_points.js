// What the map draws, in words: a list one reads and presses without seeing the map, and the offers under a press.
import { DRAWN } from "./network_layers.js";

const MOST = 100;
const SIGNS = {
  free: "places libres",
  last: "dernière place",
  full: "complet",
  over: "au-delà de la capacité",
  unknown: "à confirmer",
  stale: "non confirmé depuis longtemps",
  suspended: "suspendu",
};
const PARTS = [["free", "avec des places libres"], ["full", "sans place"], ["unknown", "à confirmer"], ["suspended", "en suspens"]];

const isGroup = ({ layer }) => layer.id === "clusters";
const keyOf = ({ layer, properties }) => `${layer.id} ${properties.id}`;

/** The groups and the offers drawn in a box of pixels, or in the whole view, each once. */
export function drawnIn(map, box) {
  const layers = DRAWN.filter((id) => map.getLayer(id));
  const found = box ? map.queryRenderedFeatures(box, { layers }) : map.queryRenderedFeatures({ layers });
  return [...new Map(found.map((one) => [keyOf(one), one])).values()];
}

export function inWords({ layer, properties }) {
  if (layer.id === "offers") return `${properties.title} : ${SIGNS[properties.sign] ?? ""}`;
  const parts = PARTS.filter(([part]) => properties[part]).map(([part, words]) => `${properties[part]} ${words}`);
  const many = properties.n > 1 ? `Groupe de ${properties.n} offres` : "Une offre";
  return `${many} : ${parts.join(", ")}`;
}

function line(feature, place, zoomOn) {
  const item = document.createElement("li");
  const press = document.createElement(isGroup(feature) ? "button" : "a");
  press.textContent = inWords(feature);
  if (isGroup(feature)) {
    Object.assign(press, { type: "button", className: "btn btn-quiet" });
    press.addEventListener("click", () => zoomOn(feature));
  } else press.href = place.dataset.offer.replace(/0$/, properties(feature).id);
  item.append(press);
  return item;
}

const properties = (feature) => feature.properties;

const ordered = (features) =>
  features.sort((one, other) => (other.properties.n ?? 0) - (one.properties.n ?? 0) || inWords(one).localeCompare(inWords(other), "fr"));

/** Keeps the list of what is drawn true while it is open. */
export function listPoints(place, map, zoomOn) {
  const details = place.querySelector("[data-visible]");
  const list = details.querySelector("ul");
  let told = "";
  const fill = () => {
    if (!details.open) return;
    const all = ordered(drawnIn(map));
    const drawn = all.slice(0, MOST);
    const now = drawn.map(keyOf).join();
    if (now === told && list.children.length) return;
    told = now;
    const isInside = list.contains(document.activeElement);
    list.replaceChildren(...drawn.map((one) => line(one, place, zoomOn)));
    details.querySelector("[data-none-visible]").hidden = all.length > 0;
    details.querySelector("[data-more-visible]").hidden = all.length <= MOST;
    // Pressing a group empties the list it was in: one goes on with the first of what it held.
    if (isInside) (list.querySelector("a, button") ?? details.querySelector("summary")).focus();
  };
  details.hidden = false;
  details.addEventListener("toggle", fill);
  map.on("movestart", () => list.setAttribute("aria-busy", "true"));
  map.on("idle", () => {
    fill();
    list.removeAttribute("aria-busy");
  });
}
