// A form is sent once; the summary of its errors takes the focus when it appears, else what was done.
import { startWaiting, stopWaiting } from "./waiting.js";

function free(form) {
  delete form.dataset.sending;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("data-repeatable")) return;
  if (form.dataset.sending) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  // htmx says itself, below, when it really sends: its question may have been answered by no.
  if (form.hasAttribute("hx-post")) return;
  form.dataset.sending = "yes";
  startWaiting();
}, true);

document.addEventListener("htmx:beforeSend", ({ target }) => {
  if (target.matches("form[hx-post]")) target.dataset.sending = "yes";
});
document.addEventListener("htmx:afterRequest", ({ target }) => {
  if (target.matches("form[hx-post]")) free(target);
});

window.addEventListener("pageshow", () => {
  // The back button brings the page back as it was left: sending, though nothing is sent any more.
  document.querySelectorAll("form[data-sending]").forEach(free);
  stopWaiting();
});

function focusErrors(root) {
  const summary = root.querySelector?.("[data-error-summary]");
  if (summary) summary.focus();
}

document.addEventListener("htmx:afterSettle", (event) => focusErrors(event.target.parentElement ?? document));
focusErrors(document);

// What was just done, above the page it led to: a screen reader says it, and Tab goes on from there.
// An address that names a place of its page is gone to instead.
const told = document.querySelector("#flashes");
if (told?.childElementCount && !location.hash && document.activeElement === document.body) {
  told.tabIndex = -1;
  told.focus();
  told.addEventListener("blur", () => told.removeAttribute("tabindex"), { once: true });
}
