// The filters: for each setting that varies the values that are to be seen, all where none is chosen.

function drawFilters() {
  const place = document.getElementById("filters");
  const focused = document.activeElement?.dataset?.key;
  const opened = new Set([...place.querySelectorAll("details[open]")].map(({ dataset }) => dataset.setting));
  const made = (setting) => filter(setting, opened.has(setting.name));
  const others = combinations.settings.filter(({ isTelling }) => !isTelling);
  place.replaceChildren(
    ...combinations.settings.filter(({ isTelling }) => isTelling).map(made),
    others.length === 0 ? "" : more(others.map(made)),
    clearButton(),
    colourOption().control,
    element("span", { class: "count", id: "count" }, count()),
  );
  if (focused) {
    place.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }
}

/** The filters of settings that all have in common who have them at all. */
function more(filters) {
  const details = element("details", { class: "more", open: more.isOpen }, element("summary", { "data-key": "filter-more" }, `${filters.length} more`), element("div", {}, ...filters));
  details.addEventListener("toggle", () => (more.isOpen = details.open));
  return details;
}
more.isOpen = false;

function filter({ name, values }, isOpen) {
  const chosen = selection.values(name);
  const box = element("fieldset", {}, element("legend", {}, `Show only ${name}`));
  values.forEach((value, index) => box.append(choice(name, value, index, chosen.includes(value))));
  const state = chosen.length === 0 ? "any" : chosen.length === 1 ? (chosen[0] ?? NONE) : `${chosen.length} of ${values.length}`;
  return element(
    "details",
    { class: chosen.length > 0 ? "filter active" : "filter", "data-setting": name, open: isOpen },
    element("summary", { "data-key": `filter-${name}` }, `${name}: ${state}`),
    box,
  );
}

function choice(name, value, index, isChosen) {
  const box = element("input", {
    type: "checkbox",
    "data-key": `filter-${name}-${index}`,
    onchange: () => {
      const others = selection.values(name).filter((other) => other !== value);
      selection.set(name, box.checked ? [...others, value] : others);
    },
  });
  box.checked = isChosen;
  return element("label", {}, box, ` ${value ?? NONE}`);
}

function clearButton() {
  const hasFilters = combinations.settings.some(({ name }) => selection.values(name).length > 0);
  return element(
    "button",
    { type: "button", "data-key": "filter-clear", disabled: !hasFilters, onclick: () => selection.clear() },
    "Clear filters",
  );
}

function count() {
  const { combination } = shared().trials;
  return `${selectedRows(combination).length} of ${combination.length} trials`;
}

/** Filters that are open close when the reader goes elsewhere. */
function closeFilters(event) {
  document.querySelectorAll("details.filter[open]").forEach((open) => {
    if (event.key === "Escape" || (event.type === "click" && !open.contains(event.target))) {
      open.open = false;
    }
  });
}
