// The side panel: what a mark is.  The server writes it, escaped.
const panel = document.getElementById("panel");
const body = panel.querySelector(".panel-body");
const small = matchMedia("(max-width: 48rem)");
let wanted = 0;
let opener = null;

export function show(page, of, at, from) {
  const query = new URLSearchParams([...of.map((id) => ["of", id]), ["at", at]]);
  return showPart(`/page/${encodeURIComponent(page)}/panel?${query}`, "body", from);
}

// What an element of another page of the desk holds.
export async function showPart(address, selector, from) {
  const ask = ++wanted;
  const answer = await fetch(address);
  const html = answer.ok ? await answer.text() : "<p class=empty>This page is no longer in the ledger.</p>";
  if (ask !== wanted) return;
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const part = parsed.querySelector(selector) ?? parsed.body;
  body.replaceChildren(...(part === parsed.body ? part.childNodes : [part]));
  opener = from ?? opener;
  panel.hidden = false;
  panel.scrollTop = 0;
  document.body.classList.add("panel-open");
  // On a small screen the panel lies over the foot of the page: what it tells of is not to lie below it.
  const top = from?.getBoundingClientRect().top ?? 0;
  if (small.matches && top > panel.getBoundingClientRect().top - 40) scrollBy({ top: top - innerHeight / 5 });
}

export function onLink(follow) {
  body.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link) follow(link, event);
  });
}

export const enter = () => panel.focus({ preventScroll: true });

export function close() {
  wanted += 1;
  if (panel.hidden) return false;
  panel.hidden = true;
  document.body.classList.remove("panel-open");
  opener?.focus?.({ preventScroll: true });
  return true;
}

panel.querySelector(".panel-close").addEventListener("click", close);
