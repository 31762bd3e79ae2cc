// Bars in the margin, set beside the very lines they stand for.  Without this they stand where their share of the
// block's characters would have them.
const main = document.getElementById("main");

// The boxes of the lines that a bar's contents fill, first and last.
function lines(block, bar) {
  const start = Number(bar.dataset.o), end = Number(bar.dataset.end);
  const boxes = [...block.querySelectorAll(`mark.content[data-of="${CSS.escape(bar.dataset.of)}"]`)]
    .filter((mark) => Number(mark.dataset.o) >= start && Number(mark.dataset.o) < end)
    .flatMap((mark) => [...mark.getClientRects()])
    .filter((box) => box.width > 0);
  return boxes.length ? { first: boxes[0], last: boxes.at(-1) } : null;
}

// Where two bars of a column share a line, the later begins as far down it as its words begin along it.
function placed(column) {
  const block = column.parentElement;
  const frame = block.getBoundingClientRect();
  const found = [];
  for (const bar of column.children) {
    const at = lines(block, bar);
    if (!at) continue;
    const place = { bar, top: at.first.top - frame.top, bottom: at.last.bottom - frame.top };
    const before = found.at(-1);
    if (before && place.top < before.bottom) {
      place.top += (at.first.height * (at.first.left - frame.left)) / frame.width;
      before.bottom = Math.max(place.top - 1, before.top);
    }
    found.push(place);
  }
  return found;
}

function set() {
  for (const { bar, top, bottom } of [...main.querySelectorAll("svg.bars")].flatMap(placed)) {
    const [stem, letter] = bar.children;
    stem.setAttribute("y", top);
    stem.setAttribute("height", Math.max(bottom - top, 0));
    letter.setAttribute("y", top);
  }
}

let waiting = 0;
export function beside() {
  new ResizeObserver(() => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(set); }).observe(main);
}
