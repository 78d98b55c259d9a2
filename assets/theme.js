// Which theme the page shows: the one chosen, set on <html> by the server, else the system's.
const system = window.matchMedia("(prefers-color-scheme: dark)");
const page = document.documentElement;

export function isDark() {
  return page.dataset.bsTheme ? page.dataset.bsTheme === "dark" : system.matches;
}

/** The value, now, of a colour of the style sheet, such as "danger". */
export const colour = (name, element = page) => getComputedStyle(element).getPropertyValue(`--${name}`);

/** Acts each time the page's theme may have changed, until the signal goes off. */
export function onTheme(act, signal) {
  const watch = new MutationObserver(act);
  watch.observe(page, { attributeFilter: ["data-bs-theme"] });
  signal.addEventListener("abort", () => watch.disconnect());
  system.addEventListener("change", act, { signal });
}
