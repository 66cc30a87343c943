"use strict";
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const targets = (mark) => (mark.dataset.for || "").split(" ").filter(Boolean);
const tip = document.createElement("div");
tip.className = "tip";
tip.hidden = true;
document.body.append(tip);

function explain(mark) {
  tip.replaceChildren();
  if (mark.dataset.why) {
    const line = document.createElement("p");
    line.textContent = "未参与核对：" + mark.dataset.why;
    tip.append(line);
  }
  for (const id of targets(mark)) {
    const source = document.getElementById(id);
    if (!source || source.hidden) continue;
    for (const part of source.matches("li") ? [source] : all("p:not(.seen)", source)) {
      const line = document.createElement("p");
      line.textContent = (source.matches("li") ? "核对无误：" : "") + part.textContent;
      tip.append(line);
    }
  }
  if (!tip.childNodes.length) return;
  tip.hidden = false;
  const box = mark.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 12);
  tip.style.left = Math.max(left, 8) + window.scrollX + "px";
  tip.style.top = box.bottom + window.scrollY + 6 + "px";
}

function light(id) {
  all(".lit").forEach((each) => each.classList.remove("lit"));
  all("a.mark").filter((mark) => targets(mark).includes(id)).forEach((mark) => mark.classList.add("lit"));
  const source = document.getElementById(id);
  if (!source) return;
  source.classList.add("lit");
  const folded = source.closest("details");
  if (folded) folded.open = true;
  source.scrollIntoView({ block: "nearest" });
}

function filter() {
  const off = new Set(all(".filters input").filter((box) => !box.checked).map((box) => box.value));
  all(".card, .glance li[data-rule]").forEach((card) => {
    card.hidden = off.has("severity:" + card.dataset.severity) || off.has("rule:" + card.dataset.rule);
  });
  all("a.mark.suspect, a.mark.witness").forEach((mark) => {
    const shown = targets(mark).some((id) => document.getElementById(id)?.matches(".card:not([hidden])"));
    mark.classList.toggle("off", !shown);
  });
}

for (const mark of all(".mark")) {
  mark.addEventListener("mouseenter", () => explain(mark));
  mark.addEventListener("focus", () => explain(mark));
  for (const end of ["mouseleave", "blur"]) mark.addEventListener(end, () => { tip.hidden = true; });
  mark.addEventListener("click", (event) => {
    const ids = targets(mark);
    if (!ids.length) return;
    event.preventDefault();
    light(ids.find((id) => document.getElementById(id)?.matches(".card:not([hidden])")) || ids[0]);
  });
}
for (const card of all(".card")) {
  card.addEventListener("click", () => {
    light(card.id);
    all("a.mark.suspect.lit")[0]?.scrollIntoView({ block: "center" });
  });
}
for (const box of all(".filters input")) box.addEventListener("change", filter);
let folded = [];
window.addEventListener("beforeprint", () => {
  folded = all("details:not([open])");
  folded.forEach((each) => { each.open = true; });
});
window.addEventListener("afterprint", () => folded.forEach((each) => { each.open = false; }));
