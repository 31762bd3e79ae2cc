// Between places in the document and offsets in the page's text (code points, as the ledger counts).
const blocks = () => document.querySelectorAll("main .block[data-o]");

function* texts(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node;
}

const points = (text) => { let count = 0; for (const _ of text) count += 1; return count; };

function unitsOf(text, count) {
  let units = 0;
  for (const point of text) {
    if (count-- <= 0) break;
    units += point.length;
  }
  return units;
}

// The offset at which a point of the document stands, or null outside of the page's text.
export function offsetAt(node, offset) {
  const block = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.(".block[data-o]");
  if (!block) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return Number(block.dataset.o) + points(before.toString());
}

// Ranges of the document that cover [start, end) of the page's text, one for each text node.
export function rangesOf(start, end) {
  const ranges = [];
  for (const block of blocks()) {
    let at = Number(block.dataset.o);
    if (at >= end || Number(block.dataset.end ?? Infinity) <= start) continue;
    for (const node of texts(block)) {
      const length = points(node.data);
      if (at < end && at + length > start) {
        const range = document.createRange();
        range.setStart(node, unitsOf(node.data, Math.max(start - at, 0)));
        range.setEnd(node, unitsOf(node.data, Math.min(end - at, length)));
        ranges.push(range);
      }
      at += length;
    }
  }
  return ranges;
}

export function selectedSpan() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const start = offsetAt(range.startContainer, range.startOffset);
  const end = offsetAt(range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? { start, end, text: selection.toString() } : null;
}

export function spanOfHash() {
  const found = /^#s=(\d{1,12})-(\d{1,12})$/.exec(decodeURIComponent(location.hash));
  return found && Number(found[1]) < Number(found[2]) ? { start: Number(found[1]), end: Number(found[2]) } : null;
}
