// Keys that act on the page, and the help that lists them.
const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]");

// Back to the list as it was last seen, with its search and filters.
export function toList() {
  let last = null;
  try { last = sessionStorage.getItem("list"); } catch { /* storage may be off */ }
  location.href = /^\/(?:articles|incidents)?(?:\?|$)/.test(last ?? "") ? last : "/";
}

export function onKeys(actions) {
  const help = document.getElementById("help");
  const open = () => help.open || help.showModal();
  document.querySelector(".help-open")?.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.key === "Escape") document.activeElement?.blur?.();
    if (typing(event.target) && event.target.type !== "checkbox" && event.key !== "Escape") return;
    const action = event.key === "?" ? open : actions[event.key];
    if (!action) return;
    if (action(event) !== false) event.preventDefault();
  });
}
