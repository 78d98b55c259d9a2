// A form is sent once; the summary of its errors takes the focus when it appears.
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
  form.dataset.sending = "yes";
  if (!form.hasAttribute("hx-post")) startWaiting();
}, true);

document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest("form");
  if (form) free(form);
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
