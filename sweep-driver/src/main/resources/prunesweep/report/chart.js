// Charts: ECharts with the page's colours, a label for those who hear the page, and the numbers as a table.

const isDark = matchMedia("(prefers-color-scheme: dark)");
const isPrinted = matchMedia("print");

/** Colours that are told apart in either scheme and with each kind of colour blindness. */
function palette() {
  return isDark.matches && !isPrinted.matches
    ? ["#6ea8fe", "#ffb454", "#4fd1a5", "#ff8fa3", "#c4a1ff", "#e3d26f", "#7fdbea", "#b8bec7"]
    : ["#2b62c4", "#d9730d", "#13806a", "#c2344f", "#7a4fc0", "#8a7400", "#1687a0", "#666d76"];
}

/** Marks, so that colour is not all that tells series apart. */
const MARKS = ["circle", "rect", "triangle", "diamond", "roundRect", "pin", "arrow", "circle"];

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** The same of every axis. */
function axis(more) {
  return {
    nameLocation: "middle",
    nameGap: 34,
    nameTextStyle: { color: colour("soft") },
    axisLine: { lineStyle: { color: colour("line") } },
    axisTick: { lineStyle: { color: colour("line") } },
    axisLabel: { color: colour("soft"), hideOverlap: true },
    splitLine: { lineStyle: { color: colour("grid") } },
    ...more,
  };
}

/** An axis for a figure of summary. */
function measureAxis(name, more = {}) {
  const { title, isShare, isRatio } = MEASURES[name];
  return axis({
    name: title,
    type: isRatio ? "log" : "value",
    scale: true,
    ...(isRatio ? { logBase: 2, min: ({ min }) => min / 1.05, max: ({ max }) => max * 1.05 } : {}),
    axisLabel: {
      color: colour("soft"),
      hideOverlap: true,
      formatter: isShare ? shortPercent : written,
      ...(isRatio ? { showMaxLabel: false } : {}),
    },
    ...more,
  });
}

/** Ends of an axis a little beyond `values`. */
function rangeOf(values) {
  const known = values.filter((value) => value !== null);
  const [least, most] = known.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  const beyond = Math.max((most - least) * 0.08, 0.0005);
  const unit = 10 ** Math.floor(Math.log10(most - least + 2 * beyond)) / 2;
  const round = (value) => Number((value * unit).toPrecision(12));
  return known.length === 0
    ? {}
    : { min: round(Math.floor((least - beyond) / unit)), max: round(Math.ceil((most + beyond) / unit)) };
}

/** The value of a figure of summary, as the reader wants it. */
function writtenMeasure(name, number) {
  return MEASURES[name].isShare ? percent(number) : written(number);
}

/**
 * A chart in an element of its own.
 * key: its name; label: what it shows, for those who hear the page; option: that of ECharts.
 */
function chart(key, label, option, isLow = false) {
  const place = element("div", {
    class: isLow ? "chart low" : "chart",
    id: `chart-${key}`,
    role: "img",
    "aria-label": label,
  });
  // ECharts measures its element, which is only then in the page.
  queueMicrotask(() => {
    if (place.isConnected) {
      const made = echarts.init(place, null, { renderer: "canvas" });
      made.setOption({ ...common(), ...option });
      sizes.observe(place);
    }
  });
  return place;
}

const sizes = new ResizeObserver((entries) =>
  entries.forEach(({ target }) => echarts.getInstanceByDom(target)?.resize()),
);

function dispose(parent) {
  parent.querySelectorAll(".chart").forEach((place) => {
    sizes.unobserve(place);
    echarts.getInstanceByDom(place)?.dispose();
  });
}

function common() {
  return {
    animation: false,
    color: palette(),
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour("ink") },
    grid: { left: 72, right: 24, top: 48, bottom: 56 },
  };
}

/** A legend above the chart. */
function legend(more = {}) {
  return {
    type: "scroll",
    top: 4,
    textStyle: { color: colour("ink") },
    pageTextStyle: { color: colour("soft") },
    pageIconColor: colour("accent"),
    inactiveColor: colour("line"),
    ...more,
  };
}

/** A tooltip of lines of text; `lines` makes them of what ECharts tells. */
function tooltip(lines, trigger = "item") {
  return {
    trigger,
    confine: true,
    backgroundColor: colour("card"),
    borderColor: colour("line"),
    textStyle: { color: colour("ink") },
    formatter: (told) =>
      element("div", { class: "chart-tip" }, ...lines(told).map((line) => element("div", {}, line))),
  };
}

/** A series of bars from low to high at x, for rows of [x, low, high]; none where low is null. */
function intervals(name, colourOf, rows) {
  return {
    name,
    type: "custom",
    silent: true,
    clip: true,
    z: 3,
    itemStyle: { color: colourOf },
    encode: { x: 0, y: [1, 2] },
    data: rows.filter(([, low]) => low !== null),
    renderItem(_, api) {
      const low = api.coord([api.value(0), api.value(1)]);
      const high = api.coord([api.value(0), api.value(2)]);
      const line = (x1, y1, x2, y2) => ({
        type: "line",
        shape: { x1, y1, x2, y2 },
        style: { stroke: colourOf, lineWidth: 1.5, opacity: 0.75 },
      });
      return {
        type: "group",
        children: [
          line(low[0], low[1], high[0], high[1]),
          line(low[0] - 4, low[1], low[0] + 4, low[1]),
          line(high[0] - 4, high[1], high[0] + 4, high[1]),
        ],
      };
    },
  };
}

/** The numbers of a chart as a table, made when it is opened. */
function numbers(key, caption, columns, rows) {
  const details = element("details", { class: "numbers", id: `numbers-${key}` }, element("summary", {}, "The numbers as a table"));
  details.open = numbers.opened.has(key);
  const fill = () => {
    numbers.opened[details.open ? "add" : "delete"](key);
    if (details.open && details.childElementCount === 1) {
      details.append(table(key, caption, columns, rows));
    }
  };
  details.addEventListener("toggle", fill);
  if (details.open) {
    fill();
  }
  return details;
}
numbers.opened = new Set();

function note(text) {
  return text === undefined ? "" : element("p", { class: "note" }, text);
}
