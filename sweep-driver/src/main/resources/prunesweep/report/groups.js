// Charts of combinations side by side, each with a mean and an interval for some names.

/**
 * A chart with a group for each combination in it and a mark for each name of `series`.
 * figures: title; write, a number as text; isBar, bars from zero instead of points; valueOf, the
 * mean, low or high of a combination and name.
 */
function groupsOf(key, label, shown, series, figures) {
  const { title, write, isBar, valueOf } = figures;
  const means = shown.flatMap((number) => series.map((name) => valueOf(number, name, "mean")));
  return chart(key, label, {
    grid: { left: 72, right: 24, top: 48, bottom: 112 },
    legend: legend({ data: series }),
    tooltip: tooltip(({ seriesName, dataIndex }) => [
      combinations.labels[shown[dataIndex]],
      `${seriesName}: ${withInterval(...["mean", "low", "high"].map((end) => valueOf(shown[dataIndex], seriesName, end)), write)}`,
    ]),
    xAxis: axis({
      type: "category",
      data: shown.map((number) => combinations.labels[number]),
      axisLabel: { color: colour("soft"), interval: 0, hideOverlap: true, width: 116, overflow: "break", fontSize: 11, lineHeight: 14 },
    }),
    yAxis: axis({
      type: "value",
      name: title,
      nameGap: 56,
      axisLabel: { color: colour("soft"), formatter: write === percent ? shortPercent : write },
      ...(isBar ? {} : rangeOf(means)),
    }),
    series: series.map((name, index) => marksOf(name, index)),
  });

  function marksOf(name, index) {
    const hue = palette()[index % palette().length];
    const width = 0.8 / series.length;
    const shift = (index - (series.length - 1) / 2) * width;
    return {
      name,
      type: "custom",
      clip: true,
      itemStyle: { color: hue },
      encode: { x: 0, y: [1, 2, 3] },
      data: shown.map((number, place) => [place, ...["mean", "low", "high"].map((end) => valueOf(number, name, end))]),
      renderItem: (_, api) => mark(api, hue, width, shift),
    };
  }

  function mark(api, hue, width, shift) {
    if (!Number.isFinite(api.value(1))) {
      return null;
    }
    const group = api.size([1, 0])[0];
    const at = (value) => api.coord([api.value(0), value]);
    const [middle, y] = at(api.value(1));
    const x = middle + shift * group;
    const half = (width * group) / 2 - 1;
    const shape = isBar
      ? { type: "rect", shape: { x: x - half, y, width: 2 * half, height: at(0)[1] - y }, style: { fill: hue, opacity: 0.85 } }
      : { type: "circle", shape: { cx: x, cy: y, r: 5 }, style: { fill: hue } };
    return { type: "group", children: [...whisker(api, at, x, isBar ? colour("ink") : hue), shape].reverse() };
  }

  function whisker(api, at, x, stroke) {
    if (!Number.isFinite(api.value(2))) {
      return [];
    }
    const shape = { x1: x, y1: at(api.value(2))[1], x2: x, y2: at(api.value(3))[1] };
    return [{ type: "line", shape, style: { stroke, lineWidth: 1.5 } }];
  }
}
