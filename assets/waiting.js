// The page's waiting notice: after one second it says that work is going on, after ten for how long.
let timer = null;
let since = 0;

const box = () => document.getElementById("waiting");

export function say(sentence) {
  if (box()) box().textContent = sentence;
}

function tick() {
  const seconds = Math.round((Date.now() - since) / 1000);
  say(seconds < 10 ? "Traitement en cours…" : `Traitement en cours depuis ${seconds} secondes…`);
  timer = setTimeout(tick, seconds < 10 ? 9000 : 5000);
}

export function startWaiting() {
  stopWaiting();
  since = Date.now();
  timer = setTimeout(tick, 1000);
}

export function stopWaiting() {
  clearTimeout(timer);
  timer = null;
  say("");
}

document.addEventListener("htmx:beforeRequest", (event) => {
  if (!event.target.closest("[data-combobox]")) startWaiting();
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful || event.detail.xhr.status === 422 || event.detail.xhr.status === 409) stopWaiting();
  else clearTimeout(timer);
});
