// A click, or the arrow keys and Enter, sets the point of a home, rounded to 100 m, in two fields.
import { baseMap, feature, read, tell } from "./base.js";
import { pointer } from "./cursor.js";
import { homeLayer } from "./layers.js";
import { rounded } from "./shapes.js";

const written = (at) => `Point choisi : ${at.map((part) => part.toFixed(3).replace(".", ",")).join(" ; ")}.`;

function fieldsOf(place) {
  return [place.dataset.lonField, place.dataset.latField].map((id) => document.getElementById(id));
}

function valueOf(fields) {
  const at = fields.map((field) => Number.parseFloat(field.value.replace(",", ".")));
  return at.some(Number.isNaN) ? null : at;
}

function mark(map, at) {
  const source = map.getSource("home");
  if (source) source.setData(feature({ type: "Point", coordinates: at }));
  else homeLayer(map, at);
}

export async function start(place) {
  const fields = fieldsOf(place);
  const already = valueOf(fields);
  const map = await baseMap(place, already ?? read(place, "home"));
  if (already) mark(map, already);
  place.querySelector("[data-hint]").hidden = false;
  pointer(map, (where) => {
    const at = rounded(where);
    fields.forEach((field, i) => {
      field.value = String(at[i]);
    });
    mark(map, at);
    tell(place, written(at));
  });
  // A commune chosen above moves the map; the field's script tells of it by a change event.
  fields[1].addEventListener("change", () => {
    const at = valueOf(fields);
    if (!at) return;
    mark(map, at);
    map.jumpTo({ center: at, zoom: 12 });
  });
  place.dataset.ready = "yes";
}
