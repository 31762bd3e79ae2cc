// Moving along the lines of a list by keys.
let current = -1;
export const lines = () => [...document.querySelectorAll("#articles .line")].filter((line) => line.getClientRects().length);
export const chosen = () => lines()[current] ?? null;

export function move(step) {
  const all = lines();
  if (!all.length) return;
  all[current]?.classList.remove("current");
  current = Math.min(Math.max(current + step, 0), all.length - 1);
  all[current].classList.add("current");
  (all[current].querySelector(".title") ?? all[current].querySelector("a, button"))?.focus({ preventScroll: true });
  all[current].scrollIntoView({ block: "nearest" });
}
