// A list worked through: the row just dealt with leaves, and the focus goes to the next one.
const rowOf = (target) => target.closest?.("[data-worklist] > *");

document.addEventListener("htmx:beforeSwap", ({ target, detail }) => {
  const row = rowOf(target);
  if (!row || detail.xhr.status === 422) return;
  const next = row.nextElementSibling ?? row.previousElementSibling ?? document.getElementById("dit");
  next.tabIndex = -1;
  requestAnimationFrame(() => next.focus());
});
