// Two articles side by side: a passage clicked on one side is brought level on the other.
import { onKeys } from "./keys.js";
import { watch } from "./progress.js";

const partner = (passage) => (passage.dataset.m[0] === "a" ? "b" : "a") + passage.dataset.m.slice(1);
const pieces = (id) => document.querySelectorAll(`[data-m="${CSS.escape(id)}"]`);
const still = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

function pair(passage) {
  for (const lit of document.querySelectorAll(".passage.on")) lit.classList.remove("on");
  for (const id of [passage.dataset.m, partner(passage)]) {
    for (const piece of pieces(id)) piece.classList.add("on");
  }
}

document.addEventListener("mouseover", (event) => {
  const passage = event.target.closest?.(".passage");
  if (passage) pair(passage);
});
document.addEventListener("focusin", (event) => {
  if (event.target.matches(".passage")) pair(event.target);
});

let current = null;
onKeys({
  n: () => step(1),
  p: () => step(-1),
  u: () => { location.href = "/copies"; },
});
function step(direction) {
  const all = [...document.querySelectorAll('.passage.m-from[data-m^="a"]')];
  if (!all.length) return;
  const place = current ? all.indexOf(current) : -1;
  current = all[(Math.max(place + direction, 0)) % all.length];
  current.scrollIntoView({ block: "center", behavior: still });
  current.focus({ preventScroll: true });
  pair(current);
}
watch();
