// The thin bar while pages are being read; `changed` is called when more has been read, and once at the end.
const bar = document.getElementById("progress");

function words(now) {
  if (!now.done && !now.total) return now.stage;
  const all = now.total === null ? "" : ` of ${now.total.toLocaleString("en")}`;
  const rate = now.rate ? `, ${now.rate.toFixed(now.rate < 10 ? 1 : 0)} pages/s` : "";
  const unread = now.unread ? `, ${now.unread.toLocaleString("en")} unread` : "";
  return `${now.stage}: ${now.done.toLocaleString("en")}${all} pages${rate}${unread}`;
}

function show(now) {
  bar.hidden = now.state === "idle";
  if (bar.hidden) return;
  const meter = bar.querySelector("progress");
  if (now.total === null) meter.removeAttribute("value");
  else { meter.max = Math.max(now.total, 1); meter.value = now.done; }
  const text = words(now);
  const line = bar.querySelector(".progress-words");
  if (line.textContent !== text) line.textContent = text;
}

export function watch(changed = () => {}) {
  let before = bar.hidden ? null : "";
  const look = async () => {
    try {
      const now = await (await fetch("/progress.json")).json();
      show(now);
      const state = now.state === "idle" ? null : `${now.stage} ${now.done}`;
      if (state !== before) { before = state; await changed(); }
    } catch { /* the desk has been closed; the page stays readable */ }
    setTimeout(look, document.hidden ? 10000 : before === null ? 5000 : 1500);
  };
  setTimeout(look, before === null ? 5000 : 800);
}
