// Free texts about people: words that may tell an offence or somebody's health are told while one types.
const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

function wordsOf(area) {
  const written = area.value.normalize("NFC");
  const flat = plain(written).replace(/[^a-z0-9]/g, " ");
  const found = [...flat.matchAll(new RegExp(area.dataset.careful, "g"))];
  return new Map(found.map(({ 0: { length }, index }) => {
    const word = written.slice(index, index + length);
    return [plain(word), word];
  }));
}

function noticeOf(area) {
  const id = `${area.id}-relire`;
  const known = document.getElementById(id);
  if (known) return known;
  const notice = Object.assign(document.createElement("p"), { id, className: "field-careful" });
  notice.setAttribute("role", "status");
  area.after(notice);
  return notice;
}

function tell(area) {
  const words = wordsOf(area);
  const quoted = [...words.values()].map((word) => `«\u00a0${word}\u00a0»`).join(", ");
  noticeOf(area).textContent = words.size ? area.dataset.says.replace("{}", quoted) : "";
  // Shown already: the form goes at the first press.
  area.form.elements[`${area.name}-relu`].value = [...words.keys()].join("|");
}

let waiting;
document.addEventListener("input", ({ target }) => {
  if (!target.matches?.("textarea[data-careful]")) return;
  clearTimeout(waiting);
  noticeOf(target);
  waiting = setTimeout(() => tell(target), 500);
});
