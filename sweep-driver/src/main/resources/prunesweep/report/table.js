// Tables that are sorted by a click on a heading and copied as CSV.

const ROWS_OF_A_PAGE = 50;

/**
 * A column of a table.
 * value: the number or text of a row, which sorts and goes into CSV; show: what the cell shows.
 */
function column(title, value, show = null) {
  return { title, value, show: show ?? ((row) => shownValue(value(row))) };
}

function shownValue(value) {
  return typeof value === "number" ? written(value) : (value ?? NONE);
}

/** Columns for the settings that vary; `number` tells the combination of a row. */
function settingColumns(number) {
  return combinations.settings.map(({ name, isNumber, texts }) =>
    column(name, (row) => {
      const text = texts[number(row)];
      return isNumber && text !== null ? Number(text) : text;
    }),
  );
}

/** A table of `rows` in an element of its own. */
function table(key, caption, columns, rows) {
  const place = element("div", { class: "table", id: `table-${key}` });
  const order = table.orders.get(key) ?? { place: null, isFalling: false };
  table.orders.set(key, order);
  draw();
  return place;

  function draw() {
    const focused = place.contains(document.activeElement) && document.activeElement.dataset.key;
    const { shown, control } = paged(`table-${key}`, sorted(), ROWS_OF_A_PAGE, draw);
    const copier = element("button", { type: "button", "data-key": `${key}-copy`, onclick: copyAll }, "Copy as CSV");
    control.append(copier);
    place.replaceChildren(control, element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption }, grid(shown)));
    if (focused) {
      place.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
    }
  }

  function grid(shown) {
    const body = element("tbody");
    for (const row of shown) {
      body.append(element("tr", {}, ...columns.map((each) => cell(each, row))));
    }
    return element(
      "table",
      {},
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, ...columns.map(heading))),
      body,
    );
  }

  function cell({ value, show }, row) {
    const kind = isNumber(value(row)) ? "number" : String(value(row) ?? "").length > 48 && "long";
    return element("td", { class: kind }, show(row));
  }

  function isNumber(value) {
    return typeof value === "number";
  }

  function heading({ title, value }, index) {
    const isSorted = order.place === index;
    const direction = order.isFalling ? "descending" : "ascending";
    const arrow = isSorted ? (order.isFalling ? " ▼" : " ▲") : "";
    return element(
      "th",
      {
        scope: "col",
        "aria-sort": isSorted ? direction : "none",
        class: rows.some((row) => isNumber(value(row))) && "number",
      },
      element("button", { type: "button", "data-key": `${key}-${index}`, onclick: () => sortBy(index) }, title + arrow),
    );
  }

  function sortBy(index) {
    order.isFalling = order.place === index && !order.isFalling;
    order.place = index;
    draw();
  }

  function sorted() {
    if (order.place === null || !columns[order.place]) {
      return rows;
    }
    const { value } = columns[order.place];
    const sign = order.isFalling ? -1 : 1;
    return [...rows].sort((a, b) => compared(value(a), value(b), sign));
  }

  function copyAll() {
    copy(csv(columns, sorted()));
    say(`Copied as CSV: ${rows.length} ${rows.length === 1 ? "row" : "rows"}`);
  }
}
table.orders = new Map();

/** Rows without a value go last in either direction. */
function compared(a, b, sign) {
  const missing = (a === null || a === undefined) - (b === null || b === undefined);
  if (missing !== 0 || a === b) {
    return missing;
  }
  if (typeof a === "number" && typeof b === "number") {
    return sign * (a - b);
  }
  return sign * String(a).localeCompare(String(b), "en", { numeric: true });
}

/** The rows as CSV. What a spreadsheet would take for a formula becomes a text there. */
function csv(columns, rows) {
  const cell = (value) => {
    if (value === null || value === undefined || typeof value === "number") {
      return value ?? "";
    }
    const text = /^[=+@\t\r-]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [columns.map(({ title }) => cell(title))];
  rows.forEach((row) => lines.push(columns.map(({ value }) => cell(value(row)))));
  return lines.map((line) => line.join(",")).join("\n") + "\n";
}
