const CURVES = {
  train_accuracy: { title: "Training accuracy", isShare: true, hasBand: true },
  validation_accuracy: { title: "Validation accuracy", isShare: true, hasBand: true },
  train_loss: { title: "Training loss" },
  validation_loss: { title: "Validation loss" },
  sparsity: { title: "Sparsity", isShare: true },
};

section("curves", (data) => {
  const phases = textsOf(data.phase);
  const measure = option("curves", "show", "Show", Object.entries(CURVES).map(([name, { title }]) => [name, title]));
  const phase = option("curves", "phase", "Phase", [...new Set(phases)].sort((a, b) => count(b) - count(a)).map((name) => [name, name]));
  const rows = selectedRows(data.combination).filter((row) => phases[row] === phase.value());
  const { shown, control } = paged("curves", bestFirst(rows.map((row) => data.combination[row])), 6, () => redraw("curves"));
  const bar = controls(measure.control, phase.control);
  const notes = [note(data.leftOut), note(data.thinned)];
  if (shown.length === 0) {
    return [bar, nothingSelected(), ...notes];
  }
  const { title, isShare, hasBand } = CURVES[measure.value()];
  const values = data[`${measure.value()}_mean`];
  const write = isShare ? percent : written;
  const seen = rows.filter((row) => shown.includes(data.combination[row]));
  const label = `${title}, epoch by epoch, of ${shown.length} combinations: ${shown.map((number) => combinations.labels[number]).join("; ")}.`;
  return [
    bar,
    control,
    chart("curves", label, {
      legend: legend({ data: shown.map((number) => combinations.labels[number]) }),
      tooltip: tooltip(({ data: point }) => point.lines ?? []),
      xAxis: axis({ type: "value", name: "Epoch", min: 1 }),
      yAxis: axis({ type: "value", name: title, nameGap: 56, scale: true, axisLabel: { color: colour("soft"), formatter: isShare ? shortPercent : written } }),
      series: shown.flatMap(seriesOf),
    }),
    ...notes,
    numbers("curves", `${phase.value()}: means over the seeds`, columnsOf(), seen),
  ];

  function count(name) {
    return phases.filter((text) => text === name).length;
  }

  function seriesOf(number, index) {
    const name = combinations.labels[number];
    const hue = palette()[index];
    const own = rows.filter((row) => data.combination[row] === number);
    const pruned = own.filter((row) => data.prunes[row] > 0);
    const line = {
      name,
      type: "line",
      data: own.map((row) => ({ value: [data.epoch[row], values[row]], lines: linesOf(row) })),
      symbolSize: 5,
      showSymbol: true,
      lineStyle: { color: hue, width: 2 },
      itemStyle: { color: hue, opacity: 0 },
      emphasis: { itemStyle: { opacity: 1 } },
      z: 3,
    };
    const prunes = {
      name,
      type: "scatter",
      symbol: "triangle",
      symbolRotate: 180,
      symbolSize: 11,
      itemStyle: { color: hue, borderColor: colour("card"), borderWidth: 1 },
      data: pruned.map((row) => ({ value: [data.epoch[row], values[row]], lines: linesOf(row) })),
      z: 4,
    };
    return hasBand ? [band(name, hue, own), line, prunes] : [line, prunes];
  }

  /** An area from the least to the most of the seeds. */
  function band(name, hue, own) {
    const least = data[`${measure.value()}_least`];
    const most = data[`${measure.value()}_most`];
    return {
      name,
      type: "custom",
      silent: true,
      z: 1,
      itemStyle: { color: hue },
      encode: { x: 0, y: [1, 2] },
      data: own.slice(1).map((row, i) => [data.epoch[row], least[row], most[row], data.epoch[own[i]], least[own[i]], most[own[i]]]),
      renderItem(_, api) {
        const at = (x, y) => api.coord([api.value(x), api.value(y)]);
        return {
          type: "polygon",
          shape: { points: [at(3, 4), at(0, 1), at(0, 2), at(3, 5)] },
          style: { fill: hue, opacity: 0.16 },
        };
      },
    };
  }

  function linesOf(row) {
    const prunes = data.prunes[row] === 0 ? [] : [`Prunes of all seeds: ${data.prunes[row]}`];
    return [
      combinations.labels[data.combination[row]],
      `${phases[row]}, epoch ${data.epoch[row]}, seeds: ${data.n[row]}`,
      `${title}: ${write(values[row])}`,
      `Sparsity: ${percent(data.sparsity_mean[row])}`,
      ...prunes,
    ];
  }

  function columnsOf() {
    const names = Object.keys(data).filter((name) => /_(mean|least|most)$/.test(name));
    return [
      ...settingColumns((row) => data.combination[row]),
      ...["epoch", "n", "prunes", ...names].map((name) => column(name, (row) => data[name][row])),
    ];
  }
});
