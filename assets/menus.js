// The navigation's button on a telephone, and menus made of <details> that close like menus.
document.addEventListener("click", (event) => {
  const toggle = event.target.closest("[data-toggle]");
  if (toggle) {
    const isOpen = document.getElementById(toggle.dataset.toggle).toggleAttribute("data-open");
    toggle.setAttribute("aria-expanded", String(isOpen));
  }
  document.querySelectorAll("details[data-menu][open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll("details[data-menu][open]").forEach((menu) => {
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});
