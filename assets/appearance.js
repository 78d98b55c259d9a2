// A theme just chosen holds at once: the page, and what was typed in it, is not left.
document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (target.id !== "apparence") return;
  const { theme } = document.getElementById("apparence").dataset;
  if (theme) document.documentElement.dataset.bsTheme = theme;
  else delete document.documentElement.dataset.bsTheme;
});
