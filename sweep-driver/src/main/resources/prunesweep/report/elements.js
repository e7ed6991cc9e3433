// Elements of the page. Texts of the results become text nodes, never markup.

/**
 * An element with attributes and children; a child that is no element is a text. Attributes that
 * begin with "on" are listeners; one that is false is left out, one that is true is empty.
 */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) {
      made.addEventListener(name.slice(2), value);
    } else if (value !== false) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }
  made.append(...children);
  return made;
}

/** Says something to those who see the page and to those who hear it. */
function say(text) {
  const place = document.getElementById("said");
  place.textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => (place.textContent = ""), 2500);
}

/** Puts a text where the reader can paste it from. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = element("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}

/** The control of some pages of items: the items of the page, and buttons where there are more. */
function paged(key, items, size, onTurn) {
  const last = Math.max(0, Math.ceil(items.length / size) - 1);
  const page = Math.min(paged.pages.get(key) ?? 0, last);
  const turn = (to) => {
    paged.pages.set(key, to);
    onTurn();
  };
  const button = (name, to, isOff) =>
    element("button", { type: "button", "data-key": `${key}-${name}`, disabled: isOff, onclick: () => turn(to) }, name);
  const shown = items.slice(page * size, (page + 1) * size);
  const count = `${page * size + 1} to ${page * size + shown.length} of ${items.length}`;
  const control = element("div", { class: "controls", role: "group", "aria-label": "Pages" });
  if (last > 0) {
    control.append(
      button("First", 0, page === 0),
      button("Previous", page - 1, page === 0),
      count,
      button("Next", page + 1, page === last),
      button("Last", last, page === last),
    );
  }
  return { shown, control };
}
paged.pages = new Map();
