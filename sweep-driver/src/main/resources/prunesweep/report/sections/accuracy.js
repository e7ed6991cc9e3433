section("accuracy", () => {
  const { summary, seeds } = shared();
  const stages = textsOf(summary.stage);
  const x = measureOption("accuracy", "x", "Against", ["sparsity", "compression_ratio", "theoretical_speedup"]);
  const y = measureOption("accuracy", "y", "Show", ["test_accuracy", "lowest_test_accuracy"]);
  const stage = stageOption("accuracy");
  const along = alongOption();
  const shows = option("accuracy", "seeds", "Single seeds", [["on", "shown"], ["off", "hidden"]]);
  const isShown = (numbers, names) => (row) => stage.isShown(numbers[row], names[row]);
  const rows = selectedRows(summary.combination).filter(isShown(summary.combination, stages));
  const seedStages = textsOf(seeds.stage);
  const singles = shows.value() === "on" ? selectedRows(seeds.combination).filter(isShown(seeds.combination, seedStages)) : [];
  const groups = colourGroups();
  const bar = controls(x.control, y.control, stage.control, along.control, shows.control);
  if (rows.length === 0) {
    return [bar, nothingSelected()];
  }
  const label = `${MEASURES[y.value()].title} against ${MEASURES[x.value()].title}: ${rows.length} means and ${singles.length} single seeds. The table below has the numbers.`;
  return [
    bar,
    chart("accuracy", label, {
      legend: legend({ data: groups.names }),
      tooltip: tooltip(({ data }) => data.lines ?? []),
      xAxis: measureAxis(x.value()),
      yAxis: measureAxis(y.value(), { nameGap: 56, ...range() }),
      series: groups.names.flatMap((name, group) => seriesOf(name, group)),
    }),
    numbers("accuracy", "Figures of each combination and stage: means over the seeds with 95 % intervals", summaryColumns(summary, stages), rows),
  ];

  function alongOption() {
    const numeric = combinations.settings.filter(({ isNumber }) => isNumber);
    const ofX = rowsOf(summary.combination).filter((row) => summary.sparsity_mean[row] !== null);
    const figures = ofX.map((row) => summary.sparsity_mean[row]);
    const share = ({ texts }) => shareBetween(ofX.map((row) => texts[summary.combination[row]]), figures);
    const best = [...numeric].sort((a, b) => share(b) - share(a))[0];
    const choices = [["", "nothing"], ...combinations.settings.map(({ name }) => [name, name])];
    return option("accuracy", "along", "Lines along", choices, best?.name ?? "");
  }

  /** Of means and seeds: with few seeds intervals would leave them a line at the middle. */
  function range() {
    return rangeOf([...rows.map((row) => mean("y", row)), ...singles.map((row) => seeds[y.value()][row])]);
  }

  function seriesOf(name, group) {
    const isIn = (numbers) => (row) => groups.groupOf(numbers[row]) === group;
    const means = rows.filter(isIn(summary.combination)).filter((row) => summary[`${x.value()}_mean`][row] !== null);
    const single = singles.filter(isIn(seeds.combination));
    const hue = palette()[group % palette().length];
    return [
      {
        name,
        type: "scatter",
        data: single.map((row) => ({ value: [seeds[x.value()][row], seeds[y.value()][row]], lines: seedLines(row) })),
        symbol: MARKS[group],
        symbolSize: 5,
        itemStyle: { color: hue, opacity: 0.3 },
        z: 1,
      },
      { name, type: "line", data: lines(means), symbol: "none", silent: true, lineStyle: { color: hue, width: 1.2, opacity: 0.6 }, itemStyle: { color: hue }, z: 2 },
      intervals(name, hue, means.map((row) => [mean("x", row), summary[`${y.value()}_low`][row], summary[`${y.value()}_high`][row]])),
      {
        name,
        type: "scatter",
        data: means.map((row) => ({ value: [mean("x", row), mean("y", row)], lines: meanLines(row) })),
        symbol: MARKS[group],
        symbolSize: means.length > 300 ? 6 : 10,
        itemStyle: { color: hue, borderColor: colour("card"), borderWidth: 1 },
        z: 4,
      },
    ];
  }

  function mean(which, row) {
    return summary[`${(which === "x" ? x : y).value()}_mean`][row];
  }

  /** Points joined in the order of the setting that lines run along, lines with a gap between them. */
  function lines(means) {
    const setting = settingNamed(along.value());
    if (setting === undefined) {
      return [];
    }
    const joined = new Map();
    const others = combinations.settings.filter((other) => other !== setting);
    for (const row of means) {
      const number = summary.combination[row];
      const key = JSON.stringify([stages[row], ...others.map(({ texts }) => texts[number])]);
      joined.set(key, [...(joined.get(key) ?? []), row]);
    }
    const place = (row) => setting.values.indexOf(setting.texts[summary.combination[row]]);
    return [...joined.values()]
      .filter((line) => line.length > 1)
      .flatMap((line) => [
        ...line.sort((a, b) => place(a) - place(b)).map((row) => [mean("x", row), mean("y", row)]),
        [null, null],
      ]);
  }

  function meanLines(row) {
    const figure = (name) =>
      `${MEASURES[name].title}: ${withInterval(summary[`${name}_mean`][row], summary[`${name}_low`][row], summary[`${name}_high`][row], (number) => writtenMeasure(name, number))}`;
    const count = summary.n[row] === 1 ? "one seed" : `mean of ${summary.n[row]} seeds`;
    return [combinations.labels[summary.combination[row]], `${stages[row]}, ${count}`, figure(y.value()), figure(x.value())];
  }

  function seedLines(row) {
    const figure = (name) => `${MEASURES[name].title}: ${writtenMeasure(name, seeds[name][row])}`;
    return [
      combinations.labels[seeds.combination[row]],
      `${seedStages[row]}, seed ${textsOf(seeds.seed)[row]}`,
      figure(y.value()),
      figure(x.value()),
    ];
  }
});

/** Columns of summary: the settings, then each figure with its interval. */
function summaryColumns(summary, stages) {
  const figures = Object.keys(MEASURES).flatMap((name) =>
    ["mean", "low", "high"].map((end) => column(`${name}_${end}`, (row) => summary[`${name}_${end}`][row])),
  );
  return [
    ...settingColumns((row) => summary.combination[row]),
    column("stage", (row) => stages[row]),
    column("n", (row) => summary.n[row]),
    ...figures,
  ];
}
