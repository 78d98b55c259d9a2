// A sight in the middle of a map: arrows move the map under it, Enter acts where it stands, like a click.

/** Calls `act([lon, lat])` on a click and on Enter. */
export function pointer(map, act) {
  const sight = document.createElement("div");
  sight.className = "map-target";
  map.getContainer().append(sight);
  map.getCanvas().style.cursor = "crosshair";
  map.on("click", ({ lngLat }) => act([lngLat.lng, lngLat.lat]));
  map.getCanvas().addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const { lng, lat } = map.getCenter();
    act([lng, lat]);
  });
}
