// A group of offers as a disc: its number in the middle, around it a ring whose parts differ by shape before colour.
import { colour } from "../theme.js";

const SCALE = 2;
const PARTS = ["free", "full", "unknown", "suspended"];
// How finely a share is drawn: one picture serves every group that looks the same.
const STEPS = 12;
const RADII = [17, 20, 24, 29];
const WIDTH = 6;

const share = (part) => ["ceil", ["/", ["*", STEPS, ["to-number", ["get", part], 0]], ["max", 1, ["get", "n"]]]];

/** The name of the picture of a group, worked out by the map from what its tile says. */
export const ringName = [
  "concat",
  "ring-",
  ["step", ["get", "n"], "0", 10, "1", 100, "2", 1000, "3"],
  ...PARTS.flatMap((part) => ["-", ["to-string", share(part)]]),
  "-",
  ["coalesce", ["get", "family"], ""],
];

/** Its number, short enough for the disc. */
export const ringNumber = [
  "case",
  [">=", ["get", "n"], 1000],
  ["concat", ["number-format", ["/", ["get", "n"], 1000], { locale: "fr", "max-fraction-digits": 1 }], " k"],
  ["to-string", ["get", "n"]],
];

function arc(pen, { middle, radius }, from, to, style) {
  pen.beginPath();
  pen.arc(middle, middle, radius, from, to);
  pen.setLineDash(style.dash ?? []);
  pen.lineWidth = style.width;
  pen.strokeStyle = style.colour;
  pen.stroke();
}

/** Filled for free, hollow for full, dashed for to be confirmed, a mere grey line for suspended. */
const STROKES = {
  free: (ink) => [{ width: WIDTH, colour: ink.free }],
  full: (ink) => [{ width: WIDTH, colour: ink.free }, { width: WIDTH - 3, colour: ink.paper }],
  unknown: (ink) => [{ width: WIDTH, colour: ink.free, dash: [2, 2.6] }],
  suspended: (ink) => [{ width: 2, colour: ink.off }],
};

/** The colour of the only family of a group, or that of several. */
function colourOf(family) {
  const probe = document.createElement("span");
  probe.dataset.family = family;
  document.body.append(probe);
  const found = colour("family-text", probe);
  probe.remove();
  return found;
}

function drawn(name) {
  const [, size, ...parts] = name.split("-");
  const family = parts.pop();
  const shares = parts.map(Number);
  const radius = RADII[size];
  const side = (radius + 2) * 2;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side * SCALE;
  const pen = canvas.getContext("2d");
  pen.scale(SCALE, SCALE);
  const ink = { free: colourOf(family), paper: colour("paper"), off: colour("off"), edge: colour("edge") };
  const place = { middle: side / 2, radius: radius - WIDTH / 2 - 1 };
  pen.fillStyle = ink.paper;
  pen.beginPath();
  pen.arc(side / 2, side / 2, radius, 0, 2 * Math.PI);
  pen.fill();
  arc(pen, { middle: side / 2, radius }, 0, 2 * Math.PI, { width: 1, colour: ink.edge });
  ringOf(pen, place, shares, ink);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

function ringOf(pen, place, shares, ink) {
  const total = shares.reduce((sum, one) => sum + one, 0) || 1;
  const gap = shares.filter(Boolean).length > 1 ? 0.09 : 0;
  let from = -Math.PI / 2;
  shares.forEach((one, i) => {
    if (!one) return;
    const to = from + (2 * Math.PI * one) / total;
    for (const style of STROKES[PARTS[i]](ink)) arc(pen, place, from + gap / 2, to - gap / 2, style);
    from = to;
  });
}

/** Gives the picture of this name to a map; `again` when the theme changed. */
export function addRing(map, name, { again = false } = {}) {
  if (again) map.updateImage(name, drawn(name));
  else map.addImage(name, drawn(name), { pixelRatio: SCALE });
}
