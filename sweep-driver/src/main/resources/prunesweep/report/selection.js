// What the reader has selected: a place, filters and options. It is the fragment of the address, so
// that a link carries it: place&setting=value,value&section.option=value.

const selection = {
  place: null,
  /** Texts by key; a filter's key is the name of its setting, an option's has a dot. */
  entries: new Map(),
  listeners: [],

  /** The values of `key`; none where all are meant. */
  values(key) {
    return this.entries.get(key) ?? [];
  },

  /** The one value of `key`, where it is one of `choices`; else `initial`. */
  value(key, choices, initial) {
    const [value] = this.values(key);
    return choices.includes(value) ? value : initial;
  },

  set(key, values) {
    if (values.length === 0) {
      this.entries.delete(key);
    } else {
      this.entries.set(key, values);
    }
    this.changed();
  },

  clear() {
    combinations.settings.forEach(({ name }) => this.entries.delete(name));
    this.changed();
  },

  goTo(place) {
    this.place = place;
    this.write();
  },

  changed() {
    this.write();
    this.listeners.forEach((listener) => listener());
  },

  write() {
    const parts = this.place === null ? [] : [encodeURIComponent(this.place)];
    for (const [key, values] of this.entries) {
      parts.push(`${encodeURIComponent(key)}=${values.map(encoded).join(",")}`);
    }
    history.replaceState(null, "", `#${parts.join("&")}`);
  },

  read() {
    this.place = null;
    this.entries.clear();
    for (const part of location.hash.slice(1).split("&").filter((text) => text !== "")) {
      const [key, values] = part.split("=", 2);
      if (values === undefined) {
        this.place = decoded(key);
      } else {
        this.entries.set(decoded(key), values.split(",").map(decoded));
      }
    }
  },
};

/** A setting that a trial does not have is ~; a text that begins so has one more. */
function encoded(value) {
  return value === null ? "~" : encodeURIComponent(value.startsWith("~") ? `~${value}` : value);
}

function decoded(text) {
  if (text === "~") {
    return null;
  }
  try {
    const value = decodeURIComponent(text);
    return value.startsWith("~") ? value.slice(1) : value;
  } catch {
    return text;
  }
}

/** For each combination, if the filters leave it. */
function selectedCombinations() {
  const filters = combinations.settings
    .map(({ name, texts }) => ({ texts, allowed: new Set(selection.values(name)) }))
    .filter(({ allowed }) => allowed.size > 0);
  return Array.from({ length: combinations.size }, (_, number) =>
    filters.every(({ texts, allowed }) => allowed.has(texts[number])),
  );
}

/** The rows, by number, whose combination the filters leave. */
function selectedRows(column) {
  const isSelected = selectedCombinations();
  return rowsOf(column).filter((row) => isSelected[column[row]]);
}
