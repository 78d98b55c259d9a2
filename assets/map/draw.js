// An exclusion zone drawn corner by corner, or as a circle, and kept in a field as a GeoJSON polygon.
import { baseMap, collection, feature, fit, read, tell } from "./base.js";
import { pointer } from "./cursor.js";
import { paintAlways, zoneLayers } from "./layers.js";
import { circle, polygon } from "./shapes.js";

const TOO_FEW = "Il faut au moins trois sommets pour fermer la zone.";

function parsed(field) {
  try {
    return JSON.parse(field.value).coordinates[0].slice(0, -1);
  } catch {
    return [];
  }
}

function shown(corners, closed) {
  const dots = corners.map((at) => feature({ type: "Point", coordinates: at }));
  const lines = corners.length > 1 ? [feature({ type: "LineString", coordinates: corners })] : [];
  return collection(closed ? [feature(polygon(corners))] : [...lines, ...dots]);
}

class Zone {
  constructor(place, map, field) {
    Object.assign(this, { place, map, field, corners: parsed(field) });
    this.closed = this.corners.length > 2;
    zoneLayers(map, "zone", shown(this.corners, this.closed));
    const paint = { "circle-radius": 6, "circle-stroke-width": 2 };
    map.addLayer({ id: "corners", type: "circle", source: "zone", filter: ["==", ["geometry-type"], "Point"], paint });
    paintAlways(map, [["corners", "circle-color", "paper"], ["corners", "circle-stroke-color", "danger"]]);
    if (this.closed) fit(map, this.corners);
  }

  keep(sentence) {
    this.field.value = this.closed ? JSON.stringify(polygon(this.corners)) : "";
    this.field.dispatchEvent(new Event("change", { bubbles: true }));
    this.map.getSource("zone").setData(shown(this.corners, this.closed));
    tell(this.place, sentence);
  }

  add(at) {
    if (this.closed) return tell(this.place, "La zone est fermée. Effacez-la pour en dessiner une autre.");
    this.corners.push(at.map((part) => Number(part.toFixed(5))));
    this.keep(`Sommet ${this.corners.length} posé.`);
  }

  finish() {
    if (this.corners.length < 3) return tell(this.place, TOO_FEW);
    this.closed = true;
    this.keep("La zone est fermée. Elle sera enregistrée avec le formulaire.");
  }

  undo() {
    if (this.closed) this.closed = false;
    else this.corners.pop();
    this.keep("Dernière action annulée.");
  }

  clear() {
    this.corners = [];
    this.closed = false;
    this.keep("La zone est effacée.");
  }

  circle() {
    const km = Number.parseFloat(this.place.querySelector("[data-radius]").value.replace(",", "."));
    if (!(km > 0 && km <= 100)) return tell(this.place, "Le rayon doit être un nombre de km entre 0 et 100.");
    const { lng, lat } = this.map.getCenter();
    this.corners = circle([lng, lat], km);
    this.closed = true;
    this.keep("Le cercle est tracé. Il sera enregistré avec le formulaire.");
    fit(this.map, this.corners);
  }
}

export async function start(place) {
  const field = document.getElementById(place.dataset.field);
  const map = await baseMap(place, read(place, "home"));
  const zone = new Zone(place, map, field);
  const tools = place.querySelector("[data-tools]");
  tools.hidden = false;
  pointer(map, (at) => zone.add(at));
  tools.addEventListener("click", ({ target }) => {
    const act = target.closest("[data-do]")?.dataset.do;
    if (act) zone[act]();
  });
  place.dataset.ready = "yes";
}
