// The side panel: what a mark is.  The server writes it, escaped.
const panel = document.getElementById("panel");
const body = panel.querySelector(".panel-body");
let wanted = 0;
let opener = null;

export async function show(page, of, at, from) {
  const ask = ++wanted;
  const query = new URLSearchParams([...of.map((id) => ["of", id]), ["at", at]]);
  const answer = await fetch(`/page/${encodeURIComponent(page)}/panel?${query}`);
  const html = await answer.text();
  if (ask !== wanted) return;
  const parsed = new DOMParser().parseFromString(answer.ok ? html : "<p class=empty>This page is no longer in the ledger.</p>", "text/html");
  body.replaceChildren(...parsed.body.childNodes);
  opener = from ?? opener;
  panel.hidden = false;
  panel.scrollTop = 0;
  document.body.classList.add("panel-open");
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
