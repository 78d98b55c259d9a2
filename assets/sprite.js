// A Vite plugin: one SVG sprite holding the Bootstrap Icons listed below and our availability signs.
import { readFileSync, readdirSync } from "node:fs";

const ICONS = [
  "arrow-counterclockwise", "arrow-left", "arrow-right", "arrow-down-up", "award", "bandaid", "ban",
  "basket", "bell", "bicycle", "book", "box-arrow-right", "box-arrow-up-right", "briefcase", "building",
  "bus-front", "calendar-event", "car-front", "check-circle", "check-lg", "chevron-down", "chevron-left",
  "chevron-right", "chevron-up", "clipboard-check", "clock", "clock-history", "dash-lg", "download",
  "envelope", "exclamation-triangle", "eye", "eye-slash", "file-earmark-text", "filter", "gear", "geo-alt",
  "house-door", "hourglass-split", "info-circle", "journal-text", "key", "link-45deg", "list-ul", "lock",
  "map", "mortarboard", "pause-circle", "pencil", "people", "person", "person-check", "person-walking",
  "person-wheelchair", "phone", "play-circle", "plus-lg", "printer", "question-circle", "search", "send",
  "shield-check", "slash-circle", "sliders", "star", "star-fill", "stopwatch", "tools", "trash", "tree", "universal-access",
  "x-circle", "x-lg", "telephone", "train-front", "trophy", "bookmark", "chat-left-text", "hand-thumbs-up",
];

function symbol(id, svg) {
  const viewBox = svg.match(/viewBox="([^"]+)"/)[1];
  const body = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
  return `<symbol id="${id}" viewBox="${viewBox}">${body.trim()}</symbol>`;
}

function drawing() {
  const icons = ICONS.map((name) => [name, `node_modules/bootstrap-icons/icons/${name}.svg`]);
  const signs = readdirSync("assets/signs").map((file) => [`sign-${file.slice(0, -4)}`, `assets/signs/${file}`]);
  const symbols = [...icons, ...signs].map(([id, path]) => symbol(id, readFileSync(path, "utf8")));
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`;
}

export function sprite() {
  return {
    name: "maillage-sprite",
    buildStart() {
      const emit = (name, source) =>
        this.emitFile({ type: "asset", name, originalFileName: `assets/${name}`, source });
      emit("sprite.svg", drawing());
      emit("favicon.svg", readFileSync("assets/favicon.svg"));
    },
  };
}
