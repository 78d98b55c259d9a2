// Every map starts here: our own base map in the theme of the page, French words, nothing that moves unasked, the sentence back when drawing fails.
import { AttributionControl, LngLatBounds, Map, NavigationControl, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { isDark, onTheme } from "../theme.js";

const METROPOLE = [[-5.6, 41.0], [10.0, 51.5]];

const words = (label) => ({
  "Map.Title": label,
  "NavigationControl.ZoomIn": "Agrandir",
  "NavigationControl.ZoomOut": "Réduire",
  "AttributionControl.ToggleAttribution": "Sources de la carte",
  "Popup.Close": "Fermer",
});

export const read = (place, name) => (place.dataset[name] ? JSON.parse(place.dataset[name]) : null);

export function tell(place, sentence) {
  place.querySelector("[data-said]").textContent = sentence;
}

const here = (address) => new URL(address, window.location.href);
const isOurs = (place) => here(place.dataset.style).origin === window.location.origin;

/** Our base map has two themes; the style an operator chose for the network map, on a host of its own, has one. */
function styleOf(place) {
  const address = here(place.dataset.style);
  if (isOurs(place) && isDark()) address.searchParams.set("theme", "sombre");
  return address.href;
}

/** A worker may ask what the policy of its own script allows: the operator's host on the network map alone. */
function workerOf(place) {
  return here(isOurs(place) ? workerUrl : `${workerUrl}?carte=reseau`).href;
}

/** Follows the theme: the base map is repainted, then "theme" is fired for what lies over it. */
function followTheme(place, map) {
  const life = new AbortController();
  let shown = isDark();
  map.once("remove", () => life.abort());
  onTheme(async () => {
    if (isDark() === shown) return;
    shown = isDark();
    const { layers } = isOurs(place) ? await (await fetch(styleOf(place), { signal: life.signal })).json() : { layers: [] };
    for (const { id, paint } of layers) Object.entries(paint ?? {}).forEach(([part, value]) => map.setPaintProperty(id, part, value));
    map.fire("theme");
  }, life.signal);
}

function view(centre) {
  return centre ? { center: centre, zoom: 11 } : { bounds: METROPOLE };
}

/**
 * Draws the base map in `place`, resolves once it is loaded, or rejects after putting the sentence back.
 * What is drawn over it is given its colours again when the map fires "theme".
 */
export function baseMap(place, centre = null) {
  const box = place.querySelector("[data-canvas]");
  const sentence = box.querySelector("[data-none]");
  sentence.remove();
  setWorkerUrl(workerOf(place));
  const map = new Map({
    container: box,
    style: styleOf(place),
    locale: words(box.dataset.label),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 15,
    fadeDuration: 0,
    ...view(centre),
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new AttributionControl({ customAttribution: "" }));
  return new Promise((resolve, reject) => {
    map.once("load", () => {
      followTheme(place, map);
      resolve(map);
    });
    map.once("error", ({ error }) => {
      if (map.isStyleLoaded()) return;
      map.remove();
      box.replaceChildren(sentence);
      reject(error);
    });
  });
}

/** Shows all these [lon, lat] at once, without moving slowly there. */
export function fit(map, places) {
  if (!places.length) return;
  const bounds = places.reduce((all, at) => all.extend(at), new LngLatBounds(places[0], places[0]));
  map.fitBounds(bounds, { padding: { top: 56, right: 80, bottom: 56, left: 48 }, maxZoom: 12, animate: false });
}

/** A signal that goes off when htmx takes the map away; the drawing is released with it. */
export function lifeOf(place, map) {
  const life = new AbortController();
  place.addEventListener("htmx:beforeCleanupElement", ({ target }) => {
    if (target !== place) return;
    life.abort();
    map.remove();
  }, { signal: life.signal });
  return life.signal;
}

export const collection = (features) => ({ type: "FeatureCollection", features });

export const feature = (geometry, properties = {}) => ({ type: "Feature", geometry, properties });
