// When what had the focus is gone with the page it was on, the title of the new one takes it:
// the next Tab goes on from there, and a screen reader says what was found.
document.addEventListener("htmx:afterSettle", ({ target }) => {
  const lost = !document.activeElement || document.activeElement === document.body;
  const title = document.querySelector("#contenu h1");
  if (target.id !== "contenu" || !lost || !title) return;
  title.tabIndex = -1;
  title.focus();
});
