// Suggestions under a text input: htmx fetches the list, this moves through it and keeps what is chosen.
const parts = (box) => ({
  input: box.querySelector("input[role=combobox]"),
  list: box.querySelector("[role=listbox]"),
  code: box.querySelector("[data-code]"),
  said: box.querySelector("[data-said]"),
});

function close(box) {
  const { input, list } = parts(box);
  delete box.dataset.typing;
  list.replaceChildren();
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

const optionsOf = (box) => [...parts(box).list.querySelectorAll("[role=option]")];

function light(box, option) {
  const { input } = parts(box);
  for (const other of optionsOf(box)) other.setAttribute("aria-selected", String(other === option));
  input.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

function keepPoint(box, option) {
  const names = [["lonField", "lon"], ["latField", "lat"]];
  for (const [key, axis] of names) {
    const field = document.getElementById(box.dataset[key]);
    if (!field) continue;
    field.value = option?.dataset[axis] ?? "";
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function choose(box, option) {
  const { input, code } = parts(box);
  if (option.dataset.url) {
    close(box);
    window.location.assign(option.dataset.url);
    return;
  }
  input.value = option.dataset.value ?? option.textContent.trim();
  if (code) code.value = option.dataset.insee ?? "";
  keepPoint(box, option);
  close(box);
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function move(box, step) {
  const options = optionsOf(box);
  if (!options.length) return;
  const at = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const next = at < 0 && step < 0 ? options.length - 1 : (at + step + options.length) % options.length;
  light(box, options[next]);
}

const boxOf = (event) => event.target.closest?.("[data-combobox]");

document.addEventListener("htmx:configRequest", (event) => {
  const box = boxOf(event);
  if (box && !("whole" in box.dataset)) event.detail.parameters = { q: parts(box).input.value };
});

document.addEventListener("htmx:beforeRequest", (event) => {
  const box = boxOf(event);
  if (box && parts(box).input.value.trim().length < 2) {
    event.preventDefault();
    close(box);
  }
});

// An answer that comes after the choice was made must not open the list again.
document.addEventListener("htmx:beforeSwap", (event) => {
  const box = boxOf(event);
  if (box && !box.dataset.typing) event.detail.shouldSwap = false;
});

document.addEventListener("htmx:afterSwap", (event) => {
  const box = boxOf(event);
  if (!box) return;
  const { input, said } = parts(box);
  const count = optionsOf(box).length;
  input.setAttribute("aria-expanded", String(count > 0));
  said.textContent = count ? `${count} suggestion${count > 1 ? "s" : ""}` : "Aucune suggestion";
});

document.addEventListener("input", (event) => {
  const box = boxOf(event);
  if (!box) return;
  box.dataset.typing = "yes";
  // What was chosen before no longer holds once the text changes.
  if (parts(box).code) parts(box).code.value = "";
  keepPoint(box, null);
});

document.addEventListener("keydown", (event) => {
  const box = boxOf(event);
  if (!box) return;
  const lit = box.querySelector("[role=option][aria-selected=true]");
  const acts = {
    ArrowDown: () => move(box, 1),
    ArrowUp: () => move(box, -1),
    Escape: () => close(box),
    Enter: () => lit && choose(box, lit),
  };
  if (!acts[event.key] || (event.key === "Enter" && !lit)) return;
  event.preventDefault();
  acts[event.key]();
});

document.addEventListener("mousedown", (event) => {
  const option = event.target.closest?.("[data-combobox] [role=option]");
  if (!option) return;
  event.preventDefault();
  choose(option.closest("[data-combobox]"), option);
});

document.addEventListener("focusout", (event) => {
  const box = boxOf(event);
  if (box) close(box);
});
