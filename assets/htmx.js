// htmx, set for a strict Content-Security-Policy and for pages that must leave nothing in the browser.
import htmx from "htmx.org/dist/htmx.esm.js";
import { say } from "./waiting.js";

Object.assign(htmx.config, {
  allowEval: false,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  includeIndicatorStyles: false,
  allowScriptTags: false,
  responseHandling: [
    { code: "204", swap: false },
    { code: "[23]..", swap: true },
    // Taken meanwhile, or wrong: the server answers with the form or the page as it now is.
    { code: "409", swap: true, error: false },
    { code: "422", swap: true, error: false },
    { code: "...", swap: false, error: true },
  ],
});

const FAILURES = {
  401: "Votre session est terminée. Rechargez la page pour vous reconnecter.",
  403: "Vous n'avez pas le droit de faire cela.",
  404: "Cet élément n'existe plus ou ne vous est pas ouvert.",
  413: "L'envoi est trop volumineux.",
  429: "Trop d'essais. Attendez quelques minutes.",
  503: "Le service est momentanément indisponible. Réessayez dans quelques minutes.",
};

document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector('meta[name="csrf-token"]');
  if (token) event.detail.headers["X-CSRFToken"] = token.content;
});

document.addEventListener("htmx:beforeSwap", (event) => {
  // A whole page in answer to a fragment (a sign-in form, after a redirect) is gone to, not swapped in.
  const { xhr, target, shouldSwap } = event.detail;
  const wholePage = /^\s*<!doctype html/i.test(xhr.responseText);
  const wanted = event.detail.requestConfig.elt.closest("[hx-select]");
  if (shouldSwap && wholePage && target !== document.body && !wanted) {
    event.detail.shouldSwap = false;
    window.location.assign(xhr.responseURL);
  }
});

// A panel of filters that was open stays open, and focus stays on what was pressed in it.
let kept = { open: [], focus: "" };

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const open = detail.target.querySelectorAll("details[id][open]");
  kept = { open: [...open].map((panel) => panel.id), focus: document.activeElement?.id ?? "" };
});

document.addEventListener("htmx:afterSwap", () => {
  for (const id of kept.open) document.getElementById(id)?.setAttribute("open", "");
  if (kept.focus && document.activeElement === document.body) document.getElementById(kept.focus)?.focus();
  kept = { open: [], focus: "" };
});

document.addEventListener("htmx:responseError", (event) => {
  say(FAILURES[event.detail.xhr.status] ?? "L'opération n'a pas abouti. Rechargez la page et réessayez.");
});

document.addEventListener("htmx:sendError", () => {
  say("Le serveur ne répond pas. Vérifiez la connexion, puis réessayez : rien n'a été enregistré.");
});

export default htmx;
