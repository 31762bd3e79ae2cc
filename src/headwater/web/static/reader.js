// The reader: marks, their panel, permalinks to words.
import { beside } from "./bars.js";
import { onKeys, toList } from "./keys.js";
import * as panel from "./panel.js";
import { watch } from "./progress.js";
import { rangesOf, selectedSpan, spanOfHash } from "./spans.js";

const main = document.getElementById("main");
const page = main.dataset.page;
const still = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

// The marks around a place, innermost first and shared words last, without those whose kind is switched off.
function around(element) {
  const found = [];
  for (let at = element; at && at !== main; at = at.parentElement) {
    if (at.dataset.of && !document.body.classList.contains(`hide-${at.dataset.kind}`)) found.push(at);
  }
  return found.sort((a, b) => (a.dataset.kind === "copy") - (b.dataset.kind === "copy"));
}

function light(elements) {
  for (const lit of main.querySelectorAll("mark.on")) lit.classList.remove("on");
  for (const element of elements) element.classList.add("on");
}

// All pieces of a mark; of a voice its contents, sources and cues.
function same({ kind, of, m }) {
  return kind === "quotation" ? `mark[data-of="${CSS.escape(of)}"]` : `mark[data-m="${CSS.escape(m ?? "")}"]`;
}

// The words of an event's arguments, as the panel names them.
function lightArguments() {
  const found = [...document.querySelectorAll(".panel .note-of.event dd a")].flatMap((link) => {
    const [, start, end] = /^#s=(\d+)-(\d+)$/.exec(link.hash) ?? [];
    return start && link.pathname === location.pathname ? rangesOf(Number(start), Number(end)) : [];
  });
  CSS.highlights?.set("argument", new Highlight(...found));
}

function tell(element) {
  const marks = around(element);
  CSS.highlights?.delete("argument");
  if (!marks.length) return panel.close();
  const of = marks.flatMap((mark) => (mark.dataset.kind === "copy" ? mark.dataset.of.split(" ") : [mark.dataset.of]));
  light(main.querySelectorAll(same(marks[0].dataset)));
  return panel.show(page, [...new Set(of)], marks[0].dataset.o, marks[0]).then(lightArguments);
}

main.addEventListener("click", (event) => {
  if (event.target.closest("a, summary, button") || !getSelection().isCollapsed) return;
  if (event.target.closest("[data-of]")) tell(event.target);
});

const speakers = document.querySelector(".voices-open");
const whoSpeaks = () => speakers && panel.showPart(speakers.href, "#who-speaks", speakers).then(panel.enter);
speakers?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  whoSpeaks();
});

// Words of this page are gone to with the panel left as it is.
panel.onLink((link, event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || link.pathname !== location.pathname || !link.hash.startsWith("#s=")) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  reveal();
});

let current = null;
function step(direction) {
  const marks = [...main.querySelectorAll("mark.m-from[data-of]")].filter(
    (mark) => !document.body.classList.contains(`hide-${mark.dataset.kind}`) && mark.getClientRects().length,
  );
  if (!marks.length) return;
  const place = current ? marks.indexOf(current) : -1;
  const seen = marks.findIndex((mark) => mark.getBoundingClientRect().top >= 60);
  const first = direction > 0 ? seen : seen - 1;
  current = marks[(place >= 0 ? place + direction : Math.max(first, 0)) % marks.length] ?? marks.at(-1);
  current.tabIndex = -1;
  current.focus({ preventScroll: true });
  scrollTo({ top: scrollY + current.getBoundingClientRect().top - innerHeight * 0.3, behavior: still });
  tell(current);
}

// Words that the address asks for.
function reveal() {
  const span = spanOfHash();
  CSS.highlights?.delete("asked");
  if (!span) return;
  const ranges = rangesOf(span.start, span.end);
  if (!ranges.length) return;
  const element = ranges[0].startContainer.parentElement;
  for (let at = element.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
  if (element.closest(".furniture")) toggle("furniture", true);
  for (const mark of main.querySelectorAll("mark.asked")) mark.classList.remove("asked");
  if (CSS.highlights) CSS.highlights.set("asked", new Highlight(...ranges));
  else if (!new URLSearchParams(location.search).has("start")) {
    location.replace(`/page/${encodeURIComponent(page)}?start=${span.start}&end=${span.end}${location.hash}`);
  }
  const box = ranges[0].getBoundingClientRect();
  scrollTo({ top: scrollY + box.top - innerHeight / 3 });
  document.documentElement.dataset.revealed = `${span.start}-${span.end}`;
}

function toggle(kind, on) {
  document.body.classList.toggle(`hide-${kind}`, !on);
  const box = document.querySelector(`[data-shows="${kind}"]`);
  if (box) box.checked = on;
  try { sessionStorage.setItem(`hide-${kind}`, on ? "" : "yes"); } catch { /* storage may be off */ }
}

for (const box of document.querySelectorAll("[data-shows]")) {
  box.addEventListener("change", () => toggle(box.dataset.shows, box.checked));
  let off = false;
  try { off = sessionStorage.getItem(`hide-${box.dataset.shows}`) === "yes"; } catch { /* storage may be off */ }
  if (off) toggle(box.dataset.shows, false);
}

// A link to the words selected.
const bar = document.getElementById("selection");
let chosen = null;
document.addEventListener("selectionchange", () => {
  chosen = selectedSpan();
  bar.hidden = !chosen;
  if (!chosen) return;
  bar.querySelector(".selection-words").textContent = chosen.text.slice(0, 120);
  bar.querySelector(".selection-copy").textContent = "Copy link";
  const raw = bar.querySelector(".selection-raw");
  if (raw) raw.href = `/page/${encodeURIComponent(page)}/raw?start=${chosen.start}&end=${chosen.end}`;
});
bar.querySelector(".selection-copy").addEventListener("pointerdown", (event) => event.preventDefault());
bar.querySelector(".selection-copy").addEventListener("click", async (event) => {
  if (!chosen) return;
  history.replaceState(null, "", `/page/${encodeURIComponent(page)}?start=${chosen.start}&end=${chosen.end}#s=${chosen.start}-${chosen.end}`);
  try { await navigator.clipboard.writeText(location.href); event.target.textContent = "Copied"; }
  catch { event.target.textContent = "In the address bar"; }
});

onKeys({
  n: () => step(1),
  p: () => step(-1),
  w: whoSpeaks,
  f: () => toggle("furniture", document.body.classList.contains("hide-furniture")),
  u: toList,
  Enter: (event) => {
    if (!event.target.matches("mark, .furniture")) return false;
    const told = event.target.matches("mark") ? event.target : event.target.querySelector(".block");
    told && tell(told)?.then?.(panel.enter);
  },
  Escape: () => { light([]); CSS.highlights?.delete("argument"); panel.close(); getSelection().removeAllRanges(); },
});
for (const moved of ["hashchange", "popstate"]) addEventListener(moved, reveal);
reveal();
beside();
watch();
