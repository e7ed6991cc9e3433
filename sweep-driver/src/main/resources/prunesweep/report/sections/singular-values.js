section("singular-values", (data) => {
  const moments = textsOf(data.moment);
  const layers = [...new Set(data.layer)].sort((a, b) => a - b);
  const cycles = [...new Set(data.cycle)].sort((a, b) => a - b);
  const layer = option("singular-values", "layer", "Layer", layers.map((number) => [String(number), `hidden layer ${number}`]));
  const cycle = option("singular-values", "prune", "Prune", cycles.map((number) => [String(number), String(number)]));
  const scale = option("singular-values", "scale", "Scale", [["value", "linear"], ["log", "logarithmic"]]);
  const rows = selectedRows(data.combination).filter(
    (row) => String(data.layer[row]) === layer.value() && String(data.cycle[row]) === cycle.value(),
  );
  const { shown, control } = paged("singular-values", bestFirst(rows.map((row) => data.combination[row])), 4, () => redraw("singular-values"));
  const bar = controls(layer.control, cycle.control, scale.control);
  const notes = [note(data.leftOut), note(data.thinned)];
  if (shown.length === 0) {
    return [bar, nothingSelected(), ...notes];
  }
  const label = `Singular values of hidden layer ${layer.value()} before and after prune ${cycle.value()} of ${shown.length} combinations.`;
  return [
    bar,
    control,
    chart("singular-values", label, {
      legend: legend(),
      tooltip: tooltip(({ data: point }) => point.lines),
      xAxis: axis({ type: "value", name: "Place, largest first", min: 1 }),
      yAxis: axis({ type: scale.value(), name: "Singular value", nameGap: 48 }),
      series: shown.flatMap((number, index) => ["before", "after"].map((moment) => seriesOf(number, index, moment))),
    }),
    ...notes,
    numbers("singular-values", "Singular values: means over the seeds", columnsOf(), rows),
  ];

  function seriesOf(number, index, moment) {
    const own = rows.filter((row) => data.combination[row] === number && moments[row] === moment);
    const isPositive = (row) => scale.value() === "value" || data.value_mean[row] > 0;
    const hue = palette()[index];
    return {
      name: `${combinations.labels[number]}, ${moment}`,
      type: "line",
      symbol: moment === "before" ? "emptyCircle" : "circle",
      symbolSize: 5,
      lineStyle: { color: hue, type: moment === "before" ? "dashed" : "solid" },
      itemStyle: { color: hue },
      data: own.filter(isPositive).map((row) => ({
        value: [data.position[row], data.value_mean[row]],
        lines: [`${combinations.labels[number]}, ${moment}`, `Place ${data.position[row]}: ${written(data.value_mean[row])}`, `Seeds: ${data.n[row]}`],
      })),
    };
  }

  function columnsOf() {
    return [
      ...settingColumns((row) => data.combination[row]),
      column("moment", (row) => moments[row]),
      ...["cycle", "layer", "position", "value_mean", "n"].map((name) => column(name, (row) => data[name][row])),
    ];
  }
});
