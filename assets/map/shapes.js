// Geometry of what is drawn by hand, in degrees, longitude first.

/** A point rounded to about 100 m, which is all that is ever kept of a home. */
export const rounded = ([lon, lat]) => [Number(lon.toFixed(3)), Number(lat.toFixed(3))];

/** A closed ring from corners. */
export const ring = (corners) => [...corners, corners[0]];

export const polygon = (corners) => ({ type: "Polygon", coordinates: [ring(corners)] });

/** A circle of so many km written as 32 corners. */
export function circle([lon, lat], km) {
  const north = km / 111.195;
  const east = north / Math.cos((lat * Math.PI) / 180);
  return Array.from({ length: 32 }, (_, i) => {
    const angle = (i * Math.PI) / 16;
    return [lon + east * Math.cos(angle), lat + north * Math.sin(angle)].map((part) => Number(part.toFixed(5)));
  });
}
