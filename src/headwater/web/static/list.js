// The lists: moving by keys, and taking in what has been read meanwhile.
import { onKeys } from "./keys.js";
import { chosen, move } from "./lines.js";
import { watch } from "./progress.js";

const LISTS = ["/", "/articles", "/incidents"];
const kept = LISTS.includes(location.pathname);
if (kept) try { sessionStorage.setItem("list", location.pathname + location.search); } catch { /* storage may be off */ }

onKeys({
  j: () => move(1),
  k: () => move(-1),
  Enter: (event) => {
    if (event.target.closest("a, button, summary") || !chosen()) return false;
    chosen().querySelector(".title").click();
  },
  "/": () => {
    const search = document.getElementById("q");
    if (!search) return false;
    search.focus();
    search.select();
  },
});

// Swapping the list under someone's cursor or selection would be rude: wait until it is left alone.
const busy = () => chosen() || !getSelection().isCollapsed || document.activeElement?.closest("#articles, .facets form");

async function refresh() {
  if (busy() || !kept) return;
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
