/* global window, document, requestAnimationFrame, PerformanceObserver, MutationObserver, IDBDatabase */
// Stands first in each page that is measured, and notes what happens in it.
const seen = {
  /** When the parser came to the script tag; set by the page. */
  start: 0,
  usable: undefined,
  click: undefined,
  shift: 0,
  focusMoves: 0,
  longTasks: [],
  /** Of each transaction that keeps an answer, strictly: when it was begun and when it was complete. */
  writes: [],
};
window.seen = seen;

new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) seen.shift += value;
}).observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
}).observe({ type: 'longtask', buffered: true });

const { transaction } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (names, mode, options) {
  const begun = performance.now();
  const made = transaction.call(this, names, mode, options);
  if (options?.durability === 'strict')
    made.addEventListener('complete', () => seen.writes.push([begun, performance.now()]));
  return made;
};

document.addEventListener('DOMContentLoaded', () => {
  document.querySelector('#search').focus();
  document.addEventListener('focusin', () => (seen.focusMoves += 1), true);
});
document.addEventListener('click', ({ timeStamp }) => (seen.click = timeStamp), true);

// Usable is a point of the scale that a click would meet. What is drawn is asked once a change, not in every frame:
// that would leave the page no idle time.
new MutationObserver((_, observer) => {
  const root = document.querySelector('fourfold-survey, hand-survey')?.shadowRoot;
  if (!root) return;
  observer.disconnect();
  const drawn = new MutationObserver(look);
  drawn.observe(root, { childList: true, subtree: true, attributes: true });
  look();

  // After the frame, so that its layout is not counted as time of scripts.
  function look() {
    requestAnimationFrame(() => setTimeout(check));
  }

  function check() {
    const { left, top, width, height } = root.querySelector('[part~="point"]')?.getBoundingClientRect() ?? {};
    const met = width > 0 && root.elementFromPoint(left + width / 2, top + height / 2);
    if (!met?.closest('[part~="point"]')) return;
    seen.usable ??= performance.now(); // a second change may have asked for a second look
    drawn.disconnect();
  }
}).observe(document, { childList: true, subtree: true });
