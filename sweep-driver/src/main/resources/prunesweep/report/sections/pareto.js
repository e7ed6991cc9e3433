section("pareto", () => {
  const { summary } = shared();
  const stages = textsOf(summary.stage);
  const accuracy = summary.test_accuracy_mean;
  const ratio = summary.compression_ratio_mean;
  const rows = selectedRows(summary.combination).filter((row) => accuracy[row] !== null && ratio[row] !== null);
  if (rows.length === 0) {
    return [nothingSelected()];
  }
  const families = familiesOf(rows);
  const fronts = families.map(([name, members]) => [name, frontOf(members, (row) => accuracy[row], (row) => ratio[row])]);
  const front = fronts.flatMap(([, members]) => members);
  const label = `Mean test accuracy against compression of ${rows.length} combinations, and the ${front.length} that none other beats. The table below has them.`;
  return [
    chart("pareto", label, {
      legend: legend(),
      tooltip: tooltip(({ data }) => data.lines ?? []),
      xAxis: measureAxis("compression_ratio"),
      yAxis: measureAxis("test_accuracy", { nameGap: 56 }),
      series: [
        { name: "beaten", type: "scatter", symbolSize: 6, itemStyle: { color: colour("soft"), opacity: 0.35 }, data: points(rows.filter((row) => !front.includes(row))) },
        ...fronts.map(([name, members], index) => ({
          name,
          type: "line",
          step: "start",
          symbol: MARKS[index % MARKS.length],
          symbolSize: 10,
          data: points([...members].sort((a, b) => ratio[a] - ratio[b])),
        })),
      ],
    }),
    table("pareto", "The front: combinations that none other beats, least compressed first", summaryColumns(summary, stages), [...front].sort((a, b) => ratio[a] - ratio[b])),
  ];

  function points(some) {
    return some.map((row) => ({ value: [ratio[row], accuracy[row]], lines: linesOf(row) }));
  }

  function linesOf(row) {
    return [
      combinations.labels[summary.combination[row]],
      stages[row],
      `Test accuracy: ${withInterval(accuracy[row], summary.test_accuracy_low[row], summary.test_accuracy_high[row], percent)}`,
      `Compression: ${written(ratio[row])}`,
    ];
  }

  /** Rows of one data set and network each: others cannot be compared. */
  function familiesOf(some) {
    const settings = ["dataset", "dataset_content", "network"].map(settingNamed).filter((setting) => setting !== undefined);
    const families = new Map();
    for (const row of some) {
      const values = settings.map(({ texts }) => texts[summary.combination[row]]).filter((text) => text !== null);
      const name = values.length === 0 ? "front" : `front of ${values.join(" ")}`;
      families.set(name, [...(families.get(name) ?? []), row]);
    }
    return [...families];
  }
});
