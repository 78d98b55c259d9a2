// The availability signs as map images, drawn once each on a canvas from the shapes that cards and tables use.
import { colour } from "../theme.js";

const SHAPES = import.meta.glob("../signs/*.svg", { query: "?raw", import: "default", eager: true });
const SIZE = 30;
const SCALE = 2;

/** The colours of a family in this theme, read from the style sheet, where they are written. */
function colours(family) {
  const probe = document.createElement("span");
  probe.dataset.family = family ?? "";
  document.body.append(probe);
  const [fill, text, on] = ["fill", "text", "on"].map((part) => colour(`family-${part}`, probe));
  probe.remove();
  return { fill, text, on };
}

async function picture(svg, { fill, text }) {
  const side = SIZE * SCALE;
  // An image knows nothing of the page's variables.
  const source = svg.replaceAll(/var\(--([a-z-]+)\)/g, (_, name) => colour(name)).replace("<svg ", `<svg width="${side}" height="${side}" fill="${fill}" color="${text}" overflow="visible" `);
  const image = new Image(side, side);
  image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
  await image.decode();
  return image;
}

function number(pen, n, colour) {
  const side = SIZE * SCALE;
  pen.font = `700 ${n > 99 ? 22 : 30}px "Atkinson Hyperlegible", sans-serif`;
  pen.fillStyle = colour;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(n < 1000 ? String(n) : "+", side / 2, side / 2 + 2);
}

function written({ sign, n }) {
  if (sign === "last") return 1;
  return sign === "free" ? n : null;
}

export const signName = (point) => `sign-${point.family}-${point.sign}-${written(point) ?? ""}`;

async function drawn(point) {
  const palette = colours(point.family);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIZE * SCALE;
  const pen = canvas.getContext("2d");
  pen.drawImage(await picture(SHAPES[`../signs/${point.sign}.svg`], palette), 0, 0);
  if (written(point)) number(pen, written(point), palette.on);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** The signs each map has: the theme changes, and they are drawn again. */
const given = new WeakMap();

function signsOf(map) {
  if (!given.has(map)) {
    given.set(map, new Map());
    map.on("theme", async () => {
      for (const [name, point] of given.get(map)) map.updateImage(name, await drawn(point));
    });
  }
  return given.get(map);
}

/** Gives the map the image of every different sign among these points. */
export async function addSigns(map, points) {
  const signs = signsOf(map);
  for (const point of points) {
    const name = signName(point);
    if (map.hasImage(name)) continue;
    const image = await drawn(point);
    if (map.hasImage(name)) continue;
    map.addImage(name, image, { pixelRatio: SCALE });
    signs.set(name, point);
  }
}

/** A small house on a pin, whose foot is the home, so that places next door stay in sight. */
export function addHome(map) {
  const canvas = document.createElement("canvas");
  canvas.width = 68;
  canvas.height = 88;
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.strokeStyle = "#1b2733";
  pen.lineWidth = 4;
  const disc = new Path2D("M34 4a30 30 0 0 1 18 54L34 84 16 58a30 30 0 0 1 18-54Z");
  pen.fill(disc);
  pen.stroke(disc);
  pen.fillStyle = "#1b2733";
  pen.fill(new Path2D("M34 14 54 33h-6v17H38V38h-8v12H20V33h-6Z"));
  map.addImage("home", pen.getImageData(0, 0, 68, 88), { pixelRatio: SCALE });
}
