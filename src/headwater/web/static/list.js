// The lists: moving by keys, and taking in what has been read meanwhile.
import { onKeys } from "./keys.js";
import { watch } from "./progress.js";

if (location.pathname === "/") try { sessionStorage.setItem("list", location.search); } catch { /* storage may be off */ }

let current = -1;
const lines = () => [...document.querySelectorAll("#articles > .line")];

function move(step) {
  const all = lines();
  if (!all.length) return;
  all[current]?.classList.remove("current");
  current = Math.min(Math.max(current + step, 0), all.length - 1);
  all[current].classList.add("current");
  all[current].querySelector(".title").focus({ preventScroll: true });
  all[current].scrollIntoView({ block: "nearest" });
}

onKeys({
  j: () => move(1),
  k: () => move(-1),
  Enter: (event) => {
    if (event.target.closest("a, button, summary") || current < 0) return false;
    lines()[current].querySelector(".title").click();
  },
  "/": () => {
    const search = document.getElementById("q");
    if (!search) return false;
    search.focus();
    search.select();
  },
});

// Swapping the list under someone's cursor or selection would be rude: wait until it is left alone.
const busy = () => current >= 0 || !getSelection().isCollapsed || document.activeElement?.closest("#articles, .facets form");

async function refresh() {
  if (busy() || location.pathname !== "/") return;
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  for (const selector of ["#main", "#filters"]) {
    const [here, there] = [document.querySelector(selector), page.querySelector(selector)];
    if (here && there && here.innerHTML !== there.innerHTML) {
      if (here.matches("details")) there.open = here.open;
      here.replaceWith(document.adoptNode(there));
    }
  }
}

const filters = document.getElementById("filters");
if (filters && matchMedia("(max-width: 56rem)").matches) filters.open = false;
watch(refresh);
