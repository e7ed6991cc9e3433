// Sections: each is drawn when it comes into sight, and again when the selection changes.

const sections = new Map();

/**
 * Declares how a section is drawn: `draw(data)` gives the elements of its body. It is called again
 * after each change of the selection.
 */
function section(id, draw) {
  sections.set(id, { draw, data: null, isDue: true, isInSight: false });
}

function redraw(id) {
  const known = sections.get(id);
  known.isDue = true;
  if (known.isInSight) {
    drawNow(id);
  }
}

function drawNow(id) {
  const known = sections.get(id);
  const body = document.querySelector(`#${id} > .body`);
  if (body === null || !known.isDue) {
    return;
  }
  known.isDue = false;
  known.data ??= dataOf(id);
  const focused = body.contains(document.activeElement) && document.activeElement.dataset.key;
  dispose(body);
  body.replaceChildren(...known.draw(known.data));
  if (focused) {
    body.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }
}

/** What stands in place of a chart that the filters leave nothing for. */
function nothingSelected() {
  return element("p", { class: "note" }, "The filters leave nothing to show here.");
}

function controls(...children) {
  return element("div", { class: "controls" }, ...children);
}

/** Combinations of rows, those of the highest mean test accuracy first. */
function bestFirst(numbers) {
  bestFirst.means ??= bestMeans();
  return [...new Set(numbers)].sort(
    (a, b) => (bestFirst.means.get(b) ?? -1) - (bestFirst.means.get(a) ?? -1) || a - b,
  );
}

function bestMeans() {
  const { combination, test_accuracy_mean: means } = shared().summary;
  const best = new Map();
  combination.forEach((number, row) => best.set(number, Math.max(best.get(number) ?? -1, means[row] ?? -1)));
  return best;
}
